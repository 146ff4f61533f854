//! Revocations beside a key: of the whole key or of a part of it, by itself, by somebody whom it has named, of another key;
//! in front of it or behind it.

use anyhow::ensure;
use coldspare::openpgp::{NoSecretKey, Remains, Standing, Unusable};
use coldspare_tests::gnupg::GnuPg;
use openpgp::KeyID;
use openpgp::armor::{Kind, Writer};
use openpgp::crypto::Signer as _;
use openpgp::crypto::hash::Hash as _;
use openpgp::crypto::mpi::{MPI, PublicKey, SecretKeyMaterial as Secret};
use openpgp::packet::key::{Key4, SecretKeyMaterial};
use openpgp::packet::signature::{Signature3, Signature4, SignatureBuilder};
use openpgp::packet::{Packet, Signature, Tag, Unknown, UserID};
use openpgp::serialize::{MarshalInto, Serialize, SerializeInto};
use openpgp::types::{HashAlgorithm, PublicKeyAlgorithm, SignatureType, Timestamp};
use sequoia_openpgp as openpgp;

use super::as_gnupg::same;
use super::gnupgs::{
    Export, Subkey, ada, certifies, curve, decrypts, lives_with_gnupg, revokes, rsa, years_ago,
};
use super::*;

fn key() -> Result<Export> {
    let made = years_ago(5);
    ada()?.subkey(curve(false, made)?, [decrypts(made)?])
}

pub(super) fn binary(packets: &[Packet]) -> Result<Vec<u8>> {
    Ok(packets.iter().map(SerializeInto::to_vec).collect::<openpgp::Result<Vec<_>>>()?.concat())
}

pub(super) fn armored(packets: &[Packet], kind: Kind) -> Result<Vec<u8>> {
    let mut writer = Writer::new(Vec::new(), kind)?;
    packets.iter().try_for_each(|packet| packet.serialize(&mut writer))?;
    Ok(writer.finalize()?)
}

pub(super) fn revocation(of: &Export, by: &Export) -> Result<Packet> {
    let mut signer = by.primary.clone().into_keypair()?;
    let says = revokes(SignatureType::KeyRevocation, years_ago(3))?;
    Ok(says.sign_direct_key(&mut signer, of.primary.parts_as_public())?.into())
}

pub(super) fn of_subkey(of: &Export) -> Result<Packet> {
    let subkey = of.packets.iter().find_map(|packet| match packet {
        Packet::SecretSubkey(key) => Some(key.clone()),
        _ => None,
    });
    let mut signer = of.primary.clone().into_keypair()?;
    let says = revokes(SignatureType::SubkeyRevocation, years_ago(3))?;
    let subkey = subkey.context("no subkey")?;
    Ok(says.sign_subkey_binding(&mut signer, of.primary.parts_as_public(), subkey.parts_as_public())?.into())
}

/// Of a key and what lies beside it, in both orders, in binary and in blocks.
pub(super) fn files(key: &Export, beside: &[Packet]) -> Result<[Vec<u8>; 4]> {
    let (ours, theirs) = (binary(&key.packets)?, binary(beside)?);
    let (our_block, their_block) =
        (armored(&key.packets, Kind::SecretKey)?, armored(beside, Kind::PublicKey)?);
    let both = |first: &[u8], second: &[u8]| [first, b"\n", second].concat();
    Ok([
        [&ours[..], &theirs].concat(),
        [&theirs[..], &ours].concat(),
        both(&our_block, &their_block),
        both(&their_block, &our_block),
    ])
}

pub(super) fn bring(bytes: &[u8]) -> Result<Inventory, OpenPgpError> {
    Opening::of(bytes)?.inventory(SystemTime::now())
}

#[test]
fn a_revocation_beside_its_key_is_told_in_front_and_behind_and_among_others() -> Result<()> {
    let (key, other) = (key()?, key()?);
    let (ours, theirs) = (revocation(&key, &key)?, revocation(&other, &other)?);
    for beside in [vec![ours.clone()], vec![theirs.clone(), ours.clone()], vec![ours, theirs]] {
        for (number, bytes) in files(&key, &beside)?.into_iter().enumerate() {
            let told = bring(&bytes).err().with_context(|| format!("file {number} is taken"))?;
            let beside = matches!(told, OpenPgpError::Unusable { cause: Unusable::RevokedBeside(_), .. });
            ensure!(beside, "file {number}: {told}");
        }
    }
    Ok(())
}

#[test]
fn another_keys_revocation_ends_nothing_and_is_said_not_to_be_taken_over() -> Result<()> {
    let (key, other) = (key()?, key()?);
    for (number, bytes) in files(&key, &[revocation(&other, &other)?])?.into_iter().enumerate() {
        let inventory = bring(&bytes).with_context(|| format!("file {number}"))?;
        let one = Remains { signatures: 1, ..Remains::default() };
        ensure!(inventory.remains() == one, "file {number}: {:?}", inventory.remains());
        lives_with_gnupg(&identity(&inventory)?)?;
    }
    Ok(())
}

#[test]
fn a_revocation_of_a_subkey_beside_the_key_ends_the_subkey() -> Result<()> {
    let key = key()?;
    for (number, bytes) in files(&key, &[of_subkey(&key)?])?.into_iter().enumerate() {
        let inventory = bring(&bytes).with_context(|| format!("file {number}"))?;
        let kept = &inventory.parts()[1].kept;
        ensure!(matches!(kept, Some(Kept::Revoked(_))), "file {number}: {kept:?}");
        assert_eq!(inventory.remains().count(), 0, "file {number}");
        lives_with_gnupg(&identity(&inventory)?)?;
    }
    Ok(())
}

/// The same with other first bytes of what was signed in front of it.
pub(super) fn with_prefix(packet: &Packet, prefix: impl Fn([u8; 2]) -> [u8; 2]) -> Result<Packet> {
    let Packet::Signature(old) = packet else { anyhow::bail!("no signature") };
    let (signed, beside) = (old.hashed_area().clone(), old.unhashed_area().clone());
    let (prefix, numbers) = (prefix(*old.digest_prefix()), old.mpis().clone());
    let new = Signature4::new(old.typ(), old.pk_algo(), old.hash_algo(), signed, beside, prefix, numbers);
    Ok(Signature::from(new).into())
}

pub(super) fn misread(packet: &Packet) -> Result<Packet> {
    with_prefix(packet, |[first, second]| [first, second ^ 1])
}

/// As GnuPG lists the primary key and the subkey.
fn validity(bytes: &[u8]) -> Result<Vec<String>> {
    let gnupg = GnuPg::new()?;
    gnupg.gpg(&["--import"], bytes)?;
    let listed = String::from_utf8(gnupg.gpg(&["--with-colons", "-k"], b"")?)?;
    let keys = listed.lines().filter(|line| line.starts_with("pub:") || line.starts_with("sub:"));
    Ok(keys.filter_map(|line| Some(line.split(':').nth(1)?.to_owned())).collect())
}

/// Nobody has signed these bytes (RFC 9580 § 5.2.3), and GnuPG does not look at them.
#[test]
fn a_revocation_with_other_bytes_in_front_is_one() -> Result<()> {
    let mut key = key()?;
    let beside = misread(&revocation(&key, &key)?)?;
    for (number, bytes) in files(&key, std::slice::from_ref(&beside))?.into_iter().enumerate() {
        let told = bring(&bytes).err().with_context(|| format!("file {number} is taken"))?;
        let beside = matches!(told, OpenPgpError::Unusable { cause: Unusable::RevokedBeside(_), .. });
        ensure!(beside, "file {number}: {told}");
    }
    key.packets.insert(1, beside);
    assert_eq!(validity(&key.bytes()?)?, ["r", "r"]);
    let told = bring(&key.bytes()?).err().context("a revoked key is taken")?;
    ensure!(matches!(told, OpenPgpError::Unusable { cause: Unusable::Revoked(_), .. }), "{told}");
    Ok(())
}

/// Nor has anybody signed who is said beside a signature to have made it.
#[test]
fn a_revocation_beside_its_key_that_names_another_as_its_maker_is_one() -> Result<()> {
    let (key, other) = (key()?, key()?);
    // The library names its maker beside it, unless that was done.
    let says = revokes(SignatureType::KeyRevocation, years_ago(3))?.set_issuer(other.primary.keyid())?;
    let mut signer = key.primary.clone().into_keypair()?;
    let revocation = says.sign_direct_key(&mut signer, key.primary.parts_as_public())?;
    ensure!(revocation.get_issuers().len() == 1);
    for (number, bytes) in files(&key, &[revocation.into()])?.into_iter().enumerate() {
        let told = bring(&bytes).err().with_context(|| format!("file {number} is taken"))?;
        let revoked = |cause: &Unusable| matches!(cause, Unusable::Revoked(_) | Unusable::RevokedBeside(_));
        ensure!(
            matches!(&told, OpenPgpError::Unusable { cause, .. } if revoked(cause)),
            "file {number}: {told}"
        );
    }
    Ok(())
}

#[test]
fn a_revocation_of_a_subkey_with_other_bytes_in_front_is_one() -> Result<()> {
    let mut key = key()?;
    let beside = misread(&of_subkey(&key)?)?;
    for (number, bytes) in files(&key, std::slice::from_ref(&beside))?.into_iter().enumerate() {
        let kept = bring(&bytes).with_context(|| format!("file {number}"))?.parts()[1].kept.clone();
        ensure!(matches!(kept, Some(Kept::Revoked(_))), "file {number}: {kept:?}");
    }
    key.packets.push(beside);
    let listed = validity(&key.bytes()?)?;
    ensure!(listed[0] != "r" && listed[1] == "r", "{listed:?}");
    let inventory = key.inventory()?;
    ensure!(matches!(inventory.parts()[1].kept, Some(Kept::Revoked(_))), "{:?}", inventory.parts());
    lives_with_gnupg(&identity(&inventory)?)
}

#[test]
fn what_a_key_says_of_its_names_and_subkeys_with_other_bytes_in_front_is_said() -> Result<()> {
    let mut key = key()?;
    for packet in &mut key.packets {
        if matches!(packet, Packet::Signature(_)) {
            *packet = misread(packet)?;
        }
    }
    same(&key.bytes()?)
}

/// Its e is as long as n, so that each verification takes as long as a signature.
pub(super) fn slow() -> Result<Subkey> {
    let made = years_ago(5);
    let key = rsa(3072, made)?;
    let PublicKey::RSA { e, n } = key.mpis().clone() else { anyhow::bail!("no RSA key") };
    let SecretKeyMaterial::Unencrypted(secret) = key.secret() else { anyhow::bail!("no secret") };
    let (long, secret) = secret.map(|secret| match secret {
        Secret::RSA { d, p, q, u } => {
            let (p, q, u) = (p.clone(), q.clone(), u.clone());
            (Some(MPI::new(d.value())), Secret::RSA { d: e.value().to_vec().into(), p, q, u })
        }
        other => (None, other.clone()),
    });
    let public = PublicKey::RSA { e: long.context("no d")?, n };
    Ok(Key4::with_secret(made, PublicKeyAlgorithm::RSAEncryptSign, public, secret.into())?.into())
}

/// GnuPG looks on some of the others for what a signature was made on (`key_check_all_keysigs`), and the library on all:
/// what was taken back is taken back.
#[test]
fn a_revocation_of_a_name_with_other_bytes_in_front_is_one_wherever_it_stands() -> Result<()> {
    let made = years_ago(5);
    let mut key = ada()?.id("Countess", certifies(made)?)?.subkey(curve(false, made)?, [decrypts(made)?])?;
    let public = key.primary.parts_as_public();
    let says = revokes(SignatureType::CertificationRevocation, years_ago(3))?;
    let mut signer = key.primary.clone().into_keypair()?;
    let revocation = says.sign_userid_binding(&mut signer, public, &UserID::from("Countess"))?.into();
    // Behind the first name, where it belongs, behind the subkey.
    for at in [3, 5, 7] {
        key.packets.insert(at, misread(&revocation)?);
        let inventory = key.inventory()?;
        let ids = inventory.user_ids();
        ensure!(ids[1].text == "Countess" && ids[1].standing == Standing::Gone, "place {at}: {ids:?}");
        match at == 5 {
            true => same(&key.bytes()?)?,
            false => lives_with_gnupg(&identity(&inventory)?)?,
        }
        key.packets.remove(at);
    }
    Ok(())
}

/// The same of the nineties (version 3), where a name is hashed without a header (RFC 4880 § 5.2.4).
#[test]
fn a_name_that_was_taken_back_in_version_3_with_other_bytes_in_front_is_gone() -> Result<()> {
    for is_named in [true, false] {
        let key = taken_back(is_named, [0, 1])?;
        let ids = key.inventory()?.user_ids();
        let gone = ids.iter().any(|id| id.text == "Countess" && id.standing == Standing::Gone);
        ensure!(gone == is_named, "{ids:?}");
        same(&key.bytes()?)?;
    }
    // Nor is it with its own bytes, if it says that another one has made it.
    let key = taken_back(false, [0, 0])?;
    ensure!(key.inventory()?.user_ids().iter().all(|id| id.standing == Standing::Valid));
    same(&key.bytes()?)
}

/// A key that has taken back one of its names, and is named as who has done so or not.
fn taken_back(is_named: bool, other: [u8; 2]) -> Result<Export> {
    let (made, typ, hash) = (years_ago(5), SignatureType::CertificationRevocation, HashAlgorithm::SHA256);
    let then = Timestamp::try_from(years_ago(3))?;
    let mut key = Export::of(rsa(2048, made)?)
        .id("Ada Lovelace <ada@example.org>", certifies(made)?)?
        .id("Countess", certifies(made)?)?;
    let mut hashed = hash.context()?.for_signature(3);
    key.primary.parts_as_public().hash(&mut hashed)?;
    hashed.update(b"Countess");
    hashed.update(&[u8::from(typ)]);
    hashed.update(&u32::from(then).to_be_bytes());
    let digest = hashed.into_digest()?;
    let numbers = key.primary.clone().into_keypair()?.sign(hash, &digest)?;
    let issuer = if is_named { key.primary.keyid() } else { KeyID::from(5) };
    let (algorithm, prefix) = (key.primary.pk_algo(), [digest[0] ^ other[0], digest[1] ^ other[1]]);
    let revocation = Signature3::new(typ, then, issuer, algorithm, hash, prefix, numbers);
    key.packets.push(Signature::from(revocation).into());
    Ok(key)
}

/// As programs in Go long wrote them: all bits of the bytes are counted, and a byte of zeros may stand in front.
fn with_zeros(packet: &Packet) -> Result<Packet> {
    let Packet::Signature(signature) = packet else { anyhow::bail!("no signature") };
    let whole = MarshalInto::to_vec(signature)?;
    let front = whole.len() - MarshalInto::serialized_len(signature.mpis());
    let (mut long, mut numbers) = (whole[..front].to_vec(), &whole[front..]);
    while let [high, low, rest @ ..] = numbers {
        let (number, rest) = rest.split_at(usize::from(u16::from_be_bytes([*high, *low])).div_ceil(8));
        long.extend(u16::try_from(number.len() * 8 + 8)?.to_be_bytes());
        long.push(0);
        long.extend(number);
        numbers = rest;
    }
    let mut unknown = Unknown::new(Tag::Signature, anyhow::anyhow!("zeros"));
    unknown.set_body(long);
    Ok(unknown.into())
}

/// They are the same numbers, and GnuPG reads them.
#[test]
fn a_signature_whose_numbers_begin_with_zeros_says_what_it_says() -> Result<()> {
    let made = years_ago(5);
    let day = |says: SignatureBuilder| says.set_key_validity_period(super::gnupgs::years_long(9));
    let key = || Export::of(rsa(2048, made)?).id("Ada Lovelace <ada@example.org>", day(certifies(made)?)?);
    let mut whole = key()?.subkey(curve(false, made)?, [day(decrypts(made)?)?])?;
    for packet in &mut whole.packets {
        if matches!(packet, Packet::Signature(_)) {
            *packet = with_zeros(packet)?;
        }
    }
    let inventory = whole.inventory()?;
    assert_eq!((inventory.remains().count(), inventory.needs_user_id()), (0, false));
    ensure!(inventory.parts().iter().all(|part| part.expires.is_some() && part.kept.is_none()));
    same(&whole.bytes()?)?;
    let mut subkey = key()?.subkey(curve(false, made)?, [decrypts(made)?])?;
    let revocation = with_zeros(&of_subkey(&subkey)?)?;
    subkey.packets.push(revocation);
    ensure!(matches!(subkey.inventory()?.parts()[1].kept, Some(Kept::Revoked(_))));
    same(&subkey.bytes()?)?;
    let key = key()?;
    let beside = with_zeros(&self::revocation(&key, &key)?)?;
    for (number, bytes) in files(&key, &[beside])?.into_iter().enumerate() {
        let told = bring(&bytes).err().with_context(|| format!("file {number} is taken"))?;
        ensure!(matches!(told, OpenPgpError::Unusable { cause: Unusable::RevokedBeside(_), .. }), "{told}");
    }
    Ok(())
}

/// Each with each would be hours.
#[test]
fn many_signatures_that_fit_nothing_beside_many_names_and_subkeys_come_to_an_end() -> Result<()> {
    for bytes in crowd(slow()?, 300)? {
        let told = bring(&bytes).err().context("it is looked at")?;
        ensure!(matches!(told, OpenPgpError::NoSecretKey(NoSecretKey::Costly)), "{told}");
    }
    for bytes in crowd(curve(true, years_ago(5))?, 30)? {
        assert_eq!(bring(&bytes)?.parts().len(), 31);
    }
    Ok(())
}

/// So many names, subkeys, and signatures of each kind on none of them; revocations beside them.
fn crowd(primary: Subkey, many: u16) -> Result<[Vec<u8>; 4]> {
    let made = years_ago(5);
    let mut key = Export::of(primary).id("Ada Lovelace <ada@example.org>", certifies(made)?)?;
    let mut signer = key.primary.clone().into_keypair()?;
    let (public, stranger) = (key.primary.parts_as_public(), curve(false, made)?);
    let stranger = stranger.parts_as_public();
    let binding = decrypts(made)?.sign_subkey_binding(&mut signer, public, stranger)?;
    let revocation =
        revokes(SignatureType::SubkeyRevocation, made)?.sign_subkey_binding(&mut signer, public, stranger)?;
    let of_the_nineties = |number: u16| -> Result<Packet> {
        let (typ, made, issuer) =
            (SignatureType::GenericCertification, Timestamp::try_from(made)?, key.primary.keyid());
        let (algorithm, hash) = (binding.pk_algo(), binding.hash_algo());
        let (prefix, numbers) = (number.to_be_bytes(), binding.mpis().clone());
        Ok(Signature::from(Signature3::new(typ, made, issuer, algorithm, hash, prefix, numbers)).into())
    };
    let of_each = |packet: Signature| -> Result<Vec<Packet>> {
        let packet = Packet::from(packet);
        (0..many).map(|number| with_prefix(&packet, |_| number.to_be_bytes())).collect()
    };
    let (bindings, revocations) = (of_each(binding.clone())?, of_each(revocation)?);
    let nineties = (0..many).map(of_the_nineties).collect::<Result<Vec<_>>>()?;
    key.packets.extend(nineties);
    key.packets.extend((0..many).map(|number| UserID::from(format!("Ada {number}")).into()));
    for _ in 0..many {
        key.packets.push(curve(false, made)?.take_secret().0.into());
    }
    key.packets.extend(bindings);
    files(&key, &revocations)
}
