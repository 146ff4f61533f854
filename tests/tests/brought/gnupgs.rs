//! Where GnuPG and other programs read one key in two ways, what becomes of it holds for GnuPG: whoever brings a key
//! has used it there, and will again.

use std::time::Duration;

use anyhow::ensure;
use coldspare_tests::gnupg::GnuPg;
use sequoia_openpgp as openpgp;

use openpgp::armor::{Kind, Writer};
use openpgp::packet::key::{Key4, PrimaryRole, SecretParts, SubordinateRole};
use openpgp::packet::signature::SignatureBuilder;
use openpgp::packet::{Key, Packet, UserID};
use openpgp::serialize::{Serialize, SerializeInto};
use openpgp::types::{Curve, HashAlgorithm, KeyFlags, ReasonForRevocation, SignatureType};

use super::mended::used_by_gnupg;
use super::*;

pub(super) const ADA: &str = "Ada Lovelace <ada@example.org>";
pub(super) type Subkey = Key<SecretParts, SubordinateRole>;

pub(super) fn years_ago(years: u64) -> SystemTime {
    let seconds = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |now| now.as_secs());
    // Of one day, however long a key takes to be made.
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds - seconds % 86_400) - years_long(years)
}

pub(super) fn years_long(years: u64) -> Duration {
    Duration::from_secs(years * 365 * 86_400)
}

pub(super) fn says(typ: SignatureType, made: SystemTime) -> openpgp::Result<SignatureBuilder> {
    SignatureBuilder::new(typ).set_hash_algo(HashAlgorithm::SHA256).set_signature_creation_time(made)
}

pub(super) fn certifies(made: SystemTime) -> openpgp::Result<SignatureBuilder> {
    says(SignatureType::PositiveCertification, made)?.set_key_flags(KeyFlags::empty().set_certification())
}

pub(super) fn decrypts(made: SystemTime) -> openpgp::Result<SignatureBuilder> {
    says(SignatureType::SubkeyBinding, made)?.set_key_flags(KeyFlags::empty().set_transport_encryption())
}

pub(super) fn revokes(typ: SignatureType, made: SystemTime) -> openpgp::Result<SignatureBuilder> {
    says(typ, made)?.set_reason_for_revocation(ReasonForRevocation::KeySuperseded, b"")
}

pub(super) fn curve(signs: bool, made: SystemTime) -> Result<Subkey> {
    let curve = if signs { Curve::Ed25519 } else { Curve::Cv25519 };
    let mut key: Subkey = Key4::generate_ecc(signs, curve)?.into();
    key.set_creation_time(made)?;
    Ok(key)
}

pub(super) fn rsa(bits: usize, made: SystemTime) -> Result<Subkey> {
    let mut key: Subkey = Key4::generate_rsa(bits)?.into();
    key.set_creation_time(made)?;
    Ok(key)
}

/// A key file, packet by packet.
pub(super) struct Export {
    pub(super) primary: Key<SecretParts, PrimaryRole>,
    pub(super) packets: Vec<Packet>,
}

impl Export {
    pub(super) fn of(primary: Subkey) -> Self {
        let primary = primary.role_into_primary();
        Export { packets: vec![primary.clone().into()], primary }
    }

    pub(super) fn direct(mut self, says: SignatureBuilder) -> Result<Self> {
        let mut signer = self.primary.clone().into_keypair()?;
        let signature = says.sign_direct_key(&mut signer, self.primary.parts_as_public())?;
        self.packets.insert(1, signature.into());
        Ok(self)
    }

    fn revocation(&self) -> Result<Packet> {
        let mut signer = self.primary.clone().into_keypair()?;
        let says = revokes(SignatureType::KeyRevocation, years_ago(3))?;
        Ok(says.sign_direct_key(&mut signer, self.primary.parts_as_public())?.into())
    }

    pub(super) fn id(mut self, id: impl Into<UserID>, says: SignatureBuilder) -> Result<Self> {
        let id = id.into();
        let mut signer = self.primary.clone().into_keypair()?;
        let signature = says.sign_userid_binding(&mut signer, self.primary.parts_as_public(), &id)?;
        self.packets.extend([id.into(), signature.into()]);
        Ok(self)
    }

    pub(super) fn subkey(
        mut self,
        subkey: Subkey,
        says: impl IntoIterator<Item = SignatureBuilder>,
    ) -> Result<Self> {
        self.packets.push(subkey.clone().into());
        let mut signer = self.primary.clone().into_keypair()?;
        for says in says {
            let (primary, subkey) = (self.primary.parts_as_public(), subkey.parts_as_public());
            self.packets.push(says.sign_subkey_binding(&mut signer, primary, subkey)?.into());
        }
        Ok(self)
    }

    pub(super) fn bytes(&self) -> Result<Vec<u8>> {
        Ok(self.packets.iter().map(Packet::to_vec).collect::<openpgp::Result<Vec<_>>>()?.concat())
    }

    pub(super) fn inventory(&self) -> Result<Inventory> {
        Ok(Opening::of(&self.bytes()?)?.inventory(SystemTime::now())?)
    }
}

/// `[C]` since five years.
pub(super) fn ada() -> Result<Export> {
    let made = years_ago(5);
    Export::of(curve(true, made)?).id(ADA, certifies(made)?)
}

fn goes(inventory: &Inventory, slot: Slot) -> Result<Goes> {
    Ok(inventory.preset(&plan(inventory, PrimaryKey::Offline)?)?[slot as usize].clone())
}

pub(super) fn lives_with_gnupg(identity: &Identity) -> Result<()> {
    used_by_gnupg(identity, GnuPg::new()?, GnuPg::new()?)?;
    used_by_gnupg(identity, GnuPg::new()?.on_trixie()?, GnuPg::new()?.on_trixie()?)
}

/// For some programs a newer signature is an end of a revocation that has no hard reason; for GnuPG nothing is.
#[test]
fn what_was_revoked_once_stays_revoked() -> Result<()> {
    let again = says(SignatureType::DirectKey, years_ago(1))?;
    let revoked = ada()?.direct(revokes(SignatureType::KeyRevocation, years_ago(3))?)?.direct(again)?;
    let told = revoked.inventory().err().context("a revoked key is taken")?.to_string();
    ensure!(told.contains("revoked on"), "{told}");
    let made = years_ago(5);
    let words =
        [decrypts(made)?, revokes(SignatureType::SubkeyRevocation, years_ago(3))?, decrypts(years_ago(1))?];
    let inventory = ada()?.subkey(curve(false, made)?, words)?.inventory()?;
    ensure!(matches!(inventory.parts()[1].kept, Some(Kept::Revoked(_))));
    assert_eq!(goes(&inventory, Slot::Decryption)?, Goes::New);
    lives_with_gnupg(&identity(&inventory)?)
}

/// GnuPG imports both, and the key is revoked; the one that it makes with each key it keeps apart with a colon.
#[test]
fn a_revocation_certificate_beside_its_key_revokes_it() -> Result<()> {
    let mut key = ada()?;
    let armored = |packets: &[Packet], kind| -> Result<String> {
        let mut writer = Writer::new(Vec::new(), kind)?;
        packets.iter().try_for_each(|packet| packet.serialize(&mut writer))?;
        Ok(String::from_utf8(writer.finalize()?)?)
    };
    let block = armored(&key.packets, Kind::SecretKey)?;
    key = key.direct(revokes(SignatureType::KeyRevocation, years_ago(3))?)?;
    let certificate = armored(&key.packets[1..2], Kind::PublicKey)?;
    let bring = |file: String| -> Result<Result<Inventory, OpenPgpError>> {
        Ok(Opening::of(file.as_bytes())?.inventory(SystemTime::now()))
    };
    for file in [format!("{block}\n{certificate}"), format!("{certificate}\n{block}")] {
        let told = bring(file)?.err().context("a revoked key is taken")?.to_string();
        ensure!(told.contains("revocation certificate beside it"), "{told}");
    }
    // As `cat key.gpg revocation.gpg` joins them; one that was published stands in front of all else.
    let mut appended = ada()?;
    let revocation = appended.revocation()?;
    appended.packets.push(revocation);
    let told = appended.inventory().err().context("a revoked key is taken")?.to_string();
    ensure!(told.contains("revocation certificate beside it"), "{told}");
    bring(format!("{block}\n:{certificate}"))??;
    // Another key's revokes nothing.
    let other = armored(&ada()?.packets, Kind::SecretKey)?;
    bring(format!("{other}\n{certificate}"))??;
    Ok(())
}

/// Others encrypt to the newest subkey: if no Nitrokey can have that one, an older one in the slot would read nothing.
#[test]
fn the_key_in_the_slot_is_the_one_that_others_encrypt_to() -> Result<()> {
    let (older, newer) = (years_ago(5), years_ago(3));
    let ours = |export: Export| export.subkey(curve(false, older)?, [decrypts(older)?]);
    let small = ours(ada()?)?.subkey(rsa(1024, newer)?, [decrypts(newer)?])?;
    let mut elsewhere = ours(ada()?)?.subkey(curve(false, newer)?, [decrypts(newer)?])?;
    for packet in &mut elsewhere.packets {
        if let Packet::SecretSubkey(key) = packet
            && key.creation_time() == newer
        {
            *packet = key.clone().take_secret().0.into();
        }
    }
    for export in [small, elsewhere] {
        let inventory = export.inventory()?;
        assert_eq!(goes(&inventory, Slot::Decryption)?, Goes::New);
        lives_with_gnupg(&identity(&inventory)?)?;
    }
    // An older one that no Nitrokey can have is in nobody's way.
    let inventory = ada()?
        .subkey(rsa(1024, older)?, [decrypts(older)?])?
        .subkey(curve(false, newer)?, [decrypts(newer)?])?
        .inventory()?;
    ensure!(goes(&inventory, Slot::Decryption)? != Goes::New);
    // Of two of one second it is the first.
    for _ in 0..3 {
        let twins = ours(ours(ada()?)?)?;
        lives_with_gnupg(&identity(&twins.inventory()?)?)?;
    }
    Ok(())
}

/// GnuPG takes the day of the newest user id that has one, whichever the main one is.
#[test]
fn a_day_that_counts_for_gnupg_is_renewed() -> Result<()> {
    let (older, newer) = (years_ago(5), years_ago(3));
    let main = certifies(older)?.set_primary_userid(true)?;
    let inventory = Export::of(curve(true, older)?)
        .id(ADA, main)?
        .id("Countess", certifies(newer)?.set_key_validity_period(years_long(3))?)?
        .subkey(curve(false, older)?, [decrypts(older)?])?
        .inventory()?;
    ensure!(inventory.parts()[0].is_expired());
    let identity = identity(&inventory)?;
    assert_eq!(identity.user_ids(), [ADA, "Countess"]);
    lives_with_gnupg(&identity)
}

/// On the key itself the day could be changed by no GnuPG.
#[test]
fn a_renewed_day_can_be_renewed_by_gnupg() -> Result<()> {
    let made = years_ago(5);
    let year = |says: SignatureBuilder| -> openpgp::Result<SignatureBuilder> {
        says.set_key_validity_period(years_long(1))
    };
    for direct in [says(SignatureType::DirectKey, made)?, year(says(SignatureType::DirectKey, made)?)?] {
        let export = Export::of(curve(true, made)?).id(ADA, year(certifies(made)?)?)?.direct(direct)?;
        let identity = identity(&export.subkey(curve(false, made)?, [decrypts(made)?])?.inventory()?)?;
        let renewed = identity.expires().context("it never expires")?;
        ensure!(renewed > SystemTime::now() + years_long(1));
        for gnupg in [GnuPg::new()?, GnuPg::new()?.on_trixie()?] {
            gnupg.gpg(&["--import"], &identity.secret_armored()?)?;
            let loopback = ["--pinentry-mode", "loopback", "--passphrase", ""];
            let print = identity.fingerprint();
            gnupg.gpg(&[&loopback[..], &["--quick-set-expire", &print, "20y"]].concat(), b"")?;
            let listed = String::from_utf8(gnupg.gpg(&["--with-colons", "-k"], b"")?)?;
            let primary = listed.lines().find(|line| line.starts_with("pub:")).context("no key")?;
            let until: u64 = primary.split(':').nth(6).context("no day")?.parse()?;
            let until = SystemTime::UNIX_EPOCH + Duration::from_secs(until);
            ensure!(until > SystemTime::now() + years_long(19), "{listed}");
        }
    }
    Ok(())
}

/// What a key ever said of itself is not more after a new signature, nor less.
#[test]
fn a_new_signature_gives_a_key_no_use_that_it_did_not_have() -> Result<()> {
    let (older, newer) = (years_ago(5), years_ago(3));
    let rsa = || rsa(2048, older);
    let silent = says(SignatureType::PositiveCertification, older)?.set_primary_userid(true)?;
    let two = Export::of(rsa()?).id(ADA, silent)?.id("Countess", certifies(newer)?)?;
    let over = certifies(older)?.set_signature_validity_period(years_long(1))?;
    let gone = Export::of(rsa()?).id("Countess", over)?;
    for export in [two, gone] {
        let inventory = export.subkey(rsa()?, [decrypts(older)?])?.inventory()?;
        let uses = identity(&inventory)?.parts()[0].uses;
        ensure!(uses.certify && !uses.sign && !uses.decrypt, "{uses:?}");
    }
    // Two that sign and do not say so: the older one still does.
    let signs = |export: Export, made| -> Result<Export> {
        export.subkey(curve(true, made)?, [says(SignatureType::SubkeyBinding, made)?])
    };
    let inventory = signs(signs(ada()?, older)?, newer)?.inventory()?;
    let identity = identity(&inventory)?;
    let parts = identity.parts();
    let signing = parts.iter().filter(|part| part.uses.sign && !part.primary).count();
    ensure!(signing == 2, "{parts:#?}");
    Ok(())
}
