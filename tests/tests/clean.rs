//! What leaves Coldspare is clean: whatever stands in a key that somebody brought, its text is one plain line
//! everywhere, its oldest date is told, and what everybody may have makes no paper.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use coldspare::backup::{PART_BYTES, PartError, bundle};
use coldspare::ceremony::{CeremonyError, Journal, Recovery, Rehearsed};
use coldspare::language::Texts;
use coldspare::machine::stick::folder::Mounted;
use coldspare::openpgp::{Identity, LeftOut, inventory, make};
use coldspare::paper::{Paper, Sheets};
use coldspare::plan::{Algorithm, Expiry, Plan, PrimaryKey, Slot};
use coldspare_tests::fixtures::{self, Prepared};
use openpgp::cert::{CertParser, CertRevocationBuilder};
use openpgp::packet::signature::SignatureBuilder;
use openpgp::packet::user_attribute::{Image, Subpacket};
use openpgp::packet::{Signature, UserAttribute, UserID};
use openpgp::parse::Parse;
use openpgp::serialize::SerializeInto;
use openpgp::types::{HashAlgorithm, KeyFlags, ReasonForRevocation, SignatureType};
use openpgp::{Cert, Packet, PacketPile};
use sequoia_openpgp as openpgp;

const DAY: Duration = Duration::from_secs(86_400);

fn keys() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/keys")
}

fn example(name: &str) -> Vec<u8> {
    fs::read(keys().join(name)).unwrap()
}

fn plan() -> Plan {
    fixtures::plan(Algorithm::Curve25519, 2, 3).unwrap()
}

/// A key that was brought, with its bundle on a stick.
struct Brought {
    prepared: Prepared,
    stick: tempfile::TempDir,
}

impl Brought {
    fn of(exported: &[u8]) -> Self {
        let stick = tempfile::tempdir().unwrap();
        let prepared = fixtures::prepare_import(plan(), exported, None, stick.path(), &mut |_| ()).unwrap();
        Brought { prepared, stick }
    }

    fn identity(&self) -> &Identity {
        self.prepared.made.identity()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.stick.path().join(&self.prepared.folder).join(name)
    }

    fn file(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    fn codes(&self) -> usize {
        self.prepared.sealed.parts().unwrap().len()
    }

    /// With the stick and two cards.
    fn recovered(&self) -> Rehearsed {
        let mut recovery =
            Recovery::from_bundle(&Mounted::at(self.stick.path()), &self.prepared.folder).unwrap();
        for share in &self.prepared.sealed.shares()[..2] {
            recovery.add(coldspare::backup::Share::parse(&share.to_text()).unwrap()).unwrap();
        }
        recovery.recover().unwrap()
    }

    /// What recovery exports, under the passphrase that it is given.
    fn exported_again(&self) -> Cert {
        let stick = tempfile::tempdir().unwrap();
        let folder =
            self.recovered().export(&Mounted::at(stick.path()), &"a long passphrase".into()).unwrap();
        Cert::from_bytes(&fs::read(stick.path().join(folder).join("secret-key.asc")).unwrap()).unwrap()
    }
}

fn cert_of(exported: &[u8]) -> Cert {
    CertParser::from_bytes(exported).unwrap().next().unwrap().unwrap()
}

/// Each packet's bytes; secret keys as public ones.
fn packets(cert: &Cert) -> BTreeSet<Vec<u8>> {
    cert.clone().strip_secret_key_material().into_packets().map(|packet| packet.to_vec().unwrap()).collect()
}

/// A key of ours as it is, to be changed by its own signatures.
struct Owner(Cert);

impl Owner {
    fn new() -> Self {
        let made = make(&plan(), SystemTime::now() - 30 * DAY).unwrap();
        Owner(Cert::from_bytes(&made.secret_armored().unwrap()[..]).unwrap())
    }

    fn signer(&self) -> openpgp::crypto::KeyPair {
        self.0.primary_key().key().clone().parts_into_secret().unwrap().into_keypair().unwrap()
    }

    fn with(self, packets: Vec<Packet>) -> Self {
        Owner(self.0.insert_packets(packets).unwrap().0)
    }

    fn says(&self, days: u32, typ: SignatureType) -> SignatureBuilder {
        SignatureBuilder::new(typ)
            .set_hash_algo(HashAlgorithm::SHA512)
            .set_signature_creation_time(SystemTime::now() - 30 * DAY + days * DAY)
            .unwrap()
    }

    fn binds(&self, days: u32) -> SignatureBuilder {
        let flags = KeyFlags::empty().set_certification();
        self.says(days, SignatureType::PositiveCertification).set_key_flags(flags).unwrap()
    }

    fn user_id(self, id: impl Into<UserID>, signature: SignatureBuilder) -> Self {
        let id = id.into();
        let signature = signature.sign_userid_binding(&mut self.signer(), None, &id).unwrap();
        self.with(vec![id.into(), signature.into()])
    }

    fn exported(&self) -> Vec<u8> {
        self.0.as_tsk().armored().to_vec().unwrap()
    }

    fn shown(&self) -> Vec<String> {
        Identity::from_secret_key(&self.exported(), None, PrimaryKey::Offline).unwrap().user_ids()
    }
}

const ADA: &str = "Ada Lovelace <ada@example.org>";

#[test]
fn a_line_break_or_a_terminal_sequence_in_a_user_id_is_one_clean_line_everywhere() {
    for name in ["uid-newline.asc", "uid-escape.asc", "uid-latin1.asc"] {
        let brought = Brought::of(&example(name));
        let ids = brought.identity().user_ids();
        assert_eq!(ids.len(), 1, "{name}: {ids:?}");
        assert!(!ids[0].chars().any(char::is_control), "{name}: {ids:?}");
        let ssh = String::from_utf8(brought.file(bundle::SSH)).unwrap();
        assert_eq!(ssh.lines().count(), 1, "{name}: {ssh}");
        assert_eq!(ssh.matches("ssh-").count(), 1 + ids[0].matches("ssh-").count(), "{name}");
        assert!(ssh.trim_end().ends_with(&ids[0]), "{name}: {ssh}");
        for file in [bundle::SSH, bundle::GUIDE, bundle::MANIFEST] {
            let text = String::from_utf8(brought.file(file)).unwrap();
            assert!(text.contains(&ids[0]), "{name}: {file}");
            assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{name}: {file}");
        }
        assert_eq!(brought.prepared.sealed.manifest().user_ids, ids);
        // The packet is what it was.
        let raw = cert_of(&example(name)).userids().next().unwrap().userid().value().to_vec();
        for cert in [Cert::from_bytes(&brought.file(bundle::PUBLIC_KEY)).unwrap(), brought.exported_again()] {
            assert_eq!(cert.userids().next().unwrap().userid().value(), raw, "{name}");
        }
    }
}

#[test]
fn a_user_id_in_latin_1_is_read_as_such() {
    let brought = Brought::of(&example("uid-latin1.asc"));
    assert!(
        brought.identity().user_ids()[0].starts_with("Jörg Müller"),
        "{:?}",
        brought.identity().user_ids()
    );
}

/// On paper as well: whatever the plan says beside it.
#[test]
fn a_revoked_user_id_is_not_whose_keys_they_are() {
    let brought = Brought::of(&example("revoked-user-id.asc"));
    assert_eq!(brought.identity().user_ids(), ["New Name <new@example.org>"]);
    let texts = Texts::of("en");
    let sheets = Sheets { texts: &texts, paper: Paper::A4 };
    let sealed = &brought.prepared.sealed;
    let mut pages = sealed.share_card(&sheets, 1, false).unwrap();
    pages.push(sealed.owners_record(&sheets, false, &Journal::default()));
    let drawn: String = pages.iter().map(|page| page.svg().to_owned()).collect();
    assert!(drawn.contains("New") && !drawn.contains("Old") && !drawn.contains("Lovelace"));
    let guide = String::from_utf8(brought.file(bundle::GUIDE)).unwrap();
    assert!(guide.contains("New Name <new@example.org>") && !guide.contains("Old Name"));
}

#[test]
fn only_user_ids_that_the_key_itself_binds_today_count() {
    let owner = Owner::new();
    let revoked = |owner: &Owner, days: u32, id: &UserID| {
        let says = owner.says(days, SignatureType::CertificationRevocation);
        let says = says.set_reason_for_revocation(ReasonForRevocation::UIDRetired, b"").unwrap();
        Packet::from(says.sign_userid_binding(&mut owner.signer(), None, id).unwrap())
    };
    assert_eq!(owner.shown(), [ADA]);
    // Bound until yesterday.
    let lapsed = owner.binds(1).set_signature_validity_period(28 * DAY).unwrap();
    let owner = owner.user_id("Lapsed <lapsed@example.org>", lapsed);
    // Bound by nobody, and by a signature for another one.
    let stolen = owner.0.userids().next().unwrap().self_signatures().next().unwrap().clone();
    let owner = owner.with(vec![UserID::from("Nobody <nobody@example.org>").into()]);
    let owner = owner.with(vec![UserID::from("Thief <thief@example.org>").into(), stolen.into()]);
    assert_eq!(owner.shown(), [ADA]);
    // Taken back; and taken back, and bound once more.
    let (gone, back) = (UserID::from("Gone <gone@example.org>"), UserID::from("Back <back@example.org>"));
    let bind = owner.binds(2);
    let owner = owner.user_id(gone.clone(), bind.clone()).user_id(back.clone(), bind);
    let (of_gone, of_back) = (revoked(&owner, 3, &gone), revoked(&owner, 3, &back));
    let owner = owner.with(vec![gone.into(), of_gone]).with(vec![back.clone().into(), of_back]);
    assert_eq!(owner.shown(), [ADA]);
    let again = owner.binds(4);
    let owner = owner.user_id(back, again);
    assert_eq!(owner.shown(), [ADA, "Back <back@example.org>"]);
    // If none is left, the one of last is named: somebody has to be.
    let ada = UserID::from(ADA);
    let owner = Owner::new();
    let revocation = revoked(&owner, 1, &ada);
    assert_eq!(owner.with(vec![ada.into(), revocation]).shown(), [ADA]);
}

/// As GnuPG chooses it: by its mark; of several marked the one that was signed last.
#[test]
fn the_primary_user_id_comes_first() {
    let owner = Owner::new();
    let other = owner.binds(5);
    let owner = owner.user_id("Countess <countess@example.org>", other);
    assert_eq!(owner.shown()[0], ADA, "the other one is newer, and not marked");
    let marked = owner.binds(6).set_primary_userid(true).unwrap();
    let owner = owner.user_id("Countess <countess@example.org>", marked);
    assert_eq!(owner.shown(), ["Countess <countess@example.org>", ADA]);
    let gpg = coldspare_tests::gnupg::GnuPg::new().unwrap();
    gpg.import(&owner.0.armored().to_vec().unwrap()).unwrap();
    let listed = String::from_utf8(gpg.gpg(&["--with-colons", "-k"], b"").unwrap()).unwrap();
    let first = listed.lines().find(|line| line.starts_with("uid:")).unwrap();
    assert!(first.contains("Countess"), "{listed}");
}

#[test]
fn the_earliest_day_that_matters_is_told() {
    let owner = Owner::new();
    let day = |cert: &Cert| {
        Identity::from_secret_key(&cert.as_tsk().armored().to_vec().unwrap(), None, PrimaryKey::Offline)
            .unwrap()
            .expires()
            .unwrap()
    };
    let before = day(&owner.0);
    // The decryption key is given a year less than the others.
    let policy = openpgp::policy::StandardPolicy::new();
    let subkey =
        owner.0.keys().with_policy(&policy, None).subkeys().for_transport_encryption().next().unwrap();
    let (key, made) = (subkey.key().clone(), subkey.key().creation_time());
    let shorter = owner
        .says(1, SignatureType::SubkeyBinding)
        .set_key_flags(subkey.key_flags().unwrap())
        .unwrap()
        .set_key_validity_period(365 * DAY)
        .unwrap();
    let binding = shorter.sign_subkey_binding(&mut owner.signer(), None, &key).unwrap();
    let changed = owner.0.clone().insert_packets(vec![Packet::from(key), binding.into()]).unwrap().0;
    assert_eq!(day(&changed), made + 365 * DAY);
    assert!(day(&changed) < before);
}

#[test]
fn the_guide_and_paper_tell_the_earliest_day_of_an_imported_key() {
    let brought = Brought::of(&example("revoked-user-id.asc"));
    // Subkeys until November 2027, the primary key a year longer.
    let expires = time(brought.identity().expires().unwrap());
    assert_eq!(expires, 1_827_265_798);
    let guide = String::from_utf8(brought.file(bundle::GUIDE)).unwrap();
    assert!(guide.contains("2027-11-26") && guide.contains("the first of your keys expires"), "{guide}");
    assert!(!guide.contains("2028-11-25"));
}

fn time(at: SystemTime) -> u64 {
    at.duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs()
}

/// The same key without what everybody may have, taken out by hand.
fn bare(exported: &[u8]) -> Vec<u8> {
    let cert = cert_of(exported).retain_user_attributes(|_| false);
    let others: Vec<Signature> =
        cert.userids().flat_map(|id| id.bundle().certifications().cloned().collect::<Vec<_>>()).collect();
    let packets = cert.into_tsk().into_packets();
    let left = packets.filter(|packet| !matches!(packet, Packet::Signature(s) if others.contains(s)));
    Cert::from_packets(left.collect::<Vec<_>>().into_iter()).unwrap().as_tsk().armored().to_vec().unwrap()
}

#[test]
fn photos_and_certifications_make_no_paper_and_are_back_after_a_recovery() {
    let expected = [
        ("photo.asc", LeftOut { photos: 1, ..LeftOut::default() }),
        ("120-certifications.asc", LeftOut { certifications: 120, ..LeftOut::default() }),
    ];
    for (name, left_out) in expected {
        let (brought, without) = (Brought::of(&example(name)), Brought::of(&bare(&example(name))));
        assert_eq!(brought.identity().left_out(), left_out, "{name}");
        assert_eq!(without.identity().left_out(), LeftOut::default(), "{name}");
        assert_eq!(brought.codes(), without.codes(), "{name}");
        // Nothing is lost from the public key, nor from what comes back with the stick.
        let all = packets(
            brought.identity().public_armored().map(|key| Cert::from_bytes(&key).unwrap()).as_ref().unwrap(),
        );
        assert!(all.is_superset(&packets(&cert_of(&example(name)))), "{name}");
        assert_eq!(packets(&Cert::from_bytes(&brought.file(bundle::PUBLIC_KEY)).unwrap()), all, "{name}");
        assert_eq!(packets(&brought.exported_again()), all, "{name}");
        // Of paper alone the owner's own key comes back.
        let mut collector = coldspare::backup::Collector::default();
        for part in brought.prepared.sealed.parts().unwrap() {
            collector.add(part).unwrap();
        }
        let mut recovery = Recovery::from_sheet(&collector).unwrap();
        for share in &brought.prepared.sealed.shares()[..2] {
            recovery.add(coldspare::backup::Share::parse(&share.to_text()).unwrap()).unwrap();
        }
        let alone = recovery.recover().unwrap();
        assert!(packets(&alone.identity().public()).is_subset(&all), "{name}");
        assert_eq!(alone.identity().user_ids(), brought.identity().user_ids());
    }
}

/// Whatever kind of key it is, as far as it is taken at all.
#[test]
fn what_is_imported_recovered_and_exported_again_has_every_packet_that_went_in() {
    let mut taken = 0;
    for file in fs::read_dir(keys()).unwrap() {
        let file = file.unwrap().path();
        if file.extension().is_none_or(|ending| ending != "asc") {
            continue;
        }
        let exported = fs::read(&file).unwrap();
        // What is refused is refused elsewhere, with its reason.
        let looked = inventory(&exported, None, SystemTime::now());
        if looked.map_err(drop).and_then(|keys| fixtures::bring(plan(), &keys).map_err(drop)).is_err() {
            continue;
        }
        // Nor do others read text that was changed on its way.
        let Some(Ok(before)) = CertParser::from_bytes(&exported).ok().and_then(|mut certs| certs.next())
        else {
            continue;
        };
        let (brought, before) = (Brought::of(&exported), packets(&before));
        let again = packets(&brought.exported_again());
        // A secret that no passphrase can be put on, and its public key as it stands in front of it, stay sealed.
        let strange = |packet: &&Vec<u8>| file.ends_with("v5-cv448-subkey.asc") && packet.get(2) == Some(&5);
        let lost: Vec<_> = before.difference(&again).filter(|packet| !strange(packet)).cloned().collect();
        assert!(lost.is_empty(), "{}: {lost:02X?}", file.display());
        taken += 1;
    }
    assert!(taken >= 12, "{taken}");
}

/// Whoever had the stick wrote that file. Its first claim is the manifest's signature; the rest is what nobody asks.
#[test]
fn a_changed_public_key_on_the_stick_changes_nothing_that_was_sealed() {
    let owner = Owner::new();
    let brought = Brought::of(&owner.exported());
    let sealed = brought.identity().secret_armored().unwrap();
    let public = Cert::from_bytes(&brought.file(bundle::PUBLIC_KEY)).unwrap();
    let stranger = Owner::new();
    let stranger_key = stranger.0.keys().subkeys().next().unwrap().key().clone().parts_into_public();
    let photo =
        |letter: u8| UserAttribute::new(&[Subpacket::Image(Image::JPEG(vec![letter; 64].into()))]).unwrap();
    let id = public.userids().next().unwrap().userid().clone();
    let friend = id
        .certify(&mut stranger.signer(), &public, SignatureType::PositiveCertification, None, None)
        .unwrap();
    let own = owner.binds(9).sign_user_attribute_binding(&mut owner.signer(), None, &photo(b'o')).unwrap();
    let by_stranger =
        stranger.binds(9).sign_user_attribute_binding(&mut stranger.signer(), None, &photo(b's')).unwrap();
    let binding = public.keys().subkeys().next().unwrap().self_signatures().next().unwrap().clone();
    // Even true ones of the owner's own, a revocation and a shorter life: they were not sealed.
    let revocation = CertRevocationBuilder::new()
        .set_reason_for_revocation(ReasonForRevocation::KeyCompromised, b"")
        .unwrap()
        .build(&mut owner.signer(), &public, None)
        .unwrap();
    let shorter = owner.binds(10).set_key_validity_period(31 * DAY).unwrap();
    let shorter = shorter.sign_userid_binding(&mut owner.signer(), None, &id).unwrap();
    let added: Vec<Packet> = vec![
        id.clone().into(),
        friend.clone().into(),
        shorter.into(),
        UserID::from("Mallory <mallory@example.org>").into(),
        photo(b'o').into(),
        own.clone().into(),
        photo(b's').into(),
        by_stranger.into(),
        photo(b'n').into(),
        stranger_key.into(),
        binding.into(),
        revocation.into(),
    ];
    let forged = public.clone().insert_packets(added).unwrap().0;
    fs::write(brought.path(bundle::PUBLIC_KEY), forged.armored().to_vec().unwrap()).unwrap();

    let recovered = brought.recovered();
    let identity = recovered.identity();
    assert_eq!(*identity.secret_armored().unwrap(), *sealed);
    assert_eq!(identity.user_ids(), [ADA]);
    assert_eq!(identity.expires(), brought.identity().expires());
    for slot in Slot::ALL {
        assert_eq!(identity.slot_fingerprint(slot), brought.identity().slot_fingerprint(slot));
    }
    let came: BTreeSet<_> = packets(&identity.public()).difference(&packets(&public)).cloned().collect();
    let belongs: BTreeSet<_> = [Packet::from(friend), photo(b'o').into(), own.into()]
        .into_iter()
        .map(|packet| packet.to_vec().unwrap())
        .collect();
    assert_eq!(came, belongs);
}

/// Whoever certified it locally does not want it passed on (RFC 9580 § 5.2.3.19); it is not lost, either.
#[test]
fn a_local_certification_is_sealed_and_not_given_to_everybody() {
    let owner = Owner::new();
    let id = UserID::from(ADA);
    let friend = Owner::new();
    let local =
        friend.says(3, SignatureType::GenericCertification).set_exportable_certification(false).unwrap();
    let local = local.sign_userid_binding(&mut friend.signer(), owner.0.primary_key().key(), &id).unwrap();
    let secretly = owner.binds(3).set_exportable_certification(false).unwrap();
    let owner = owner.with(vec![id.into(), local.clone().into()]).user_id("Secret <s@example.org>", secretly);
    let brought = Brought::of(&owner.exported());
    let local = Packet::from(local).to_vec().unwrap();
    let public = Cert::from_bytes(&brought.file(bundle::PUBLIC_KEY)).unwrap();
    assert!(!packets(&public).contains(&local));
    assert_eq!(public.userids().count(), 1);
    let sealed = Cert::from_bytes(&brought.identity().secret_armored().unwrap()[..]).unwrap();
    assert!(packets(&sealed).contains(&local) && sealed.userids().count() == 2);
}

/// GnuPG 2.4 makes subkeys of a version that the library does not know: it strips no secret of them.
#[test]
fn no_secret_of_an_unknown_kind_is_in_what_everybody_gets() {
    let exported = example("v5-cv448-subkey.asc");
    let keys = inventory(&exported, None, SystemTime::now()).unwrap();
    let made = fixtures::bring(plan(), &keys).unwrap();
    let identity = made.identity();
    let public = identity.public_armored().unwrap();
    let pile = PacketPile::from_bytes(&public).unwrap();
    let tags: Vec<_> = pile.descendants().map(Packet::tag).collect();
    assert!(
        !tags
            .iter()
            .any(|tag| matches!(tag, openpgp::packet::Tag::SecretKey | openpgp::packet::Tag::SecretSubkey)),
        "{tags:?}"
    );
    let unknown = |bytes: &[u8]| -> Vec<Vec<u8>> {
        cert_of(bytes).unknowns().map(|key| key.unknown().body().to_vec()).collect()
    };
    let (before, after) = (unknown(&exported), unknown(&public));
    assert_eq!((before.len(), after.len()), (1, 1));
    assert!(
        before[0].starts_with(&after[0]) && after[0].len() + 56 <= before[0].len(),
        "its public part is there"
    );
    assert_eq!(unknown(&identity.secret_armored().unwrap()), before, "all of it is sealed");
}

fn sealed_with(vault: usize, more: usize) -> CeremonyError {
    let mut owner = Owner::new();
    for i in 0..more {
        let bind = owner.binds(1);
        let mut letters = vec![0u8; 300];
        openssl::rand::rand_bytes(&mut letters).unwrap();
        owner = owner.user_id(format!("{i} {}", data_encoding::HEXLOWER.encode(&letters)).as_str(), bind);
    }
    let keys = inventory(&owner.exported(), None, SystemTime::now()).unwrap();
    let mut made = fixtures::bring(plan(), &keys).unwrap();
    let mut bytes = vec![0u8; vault];
    openssl::rand::rand_bytes(&mut bytes).unwrap();
    made.keep("film", &bytes).unwrap();
    fixtures::seal(&made).unwrap().parts().unwrap_err()
}

#[test]
fn the_vault_is_named_only_if_it_is_to_blame_for_a_backup_too_large_for_paper() {
    assert!(matches!(sealed_with(140_000, 0), CeremonyError::Part(PartError::VaultTooLarge(_))));
    let error = sealed_with(100, 400);
    assert!(matches!(error, CeremonyError::Part(PartError::TooLarge(_))), "{error}");
    assert!(!fixtures::message(&error).contains("vault"), "{error}");
    let most = 243 * PART_BYTES;
    assert!(matches!(PartError::TooLarge(most + 9).with_vault(8), PartError::TooLarge(_)));
}

#[test]
fn subkeys_for_signing_and_for_logins_say_themselves_that_they_belong_here() {
    for algorithm in [Algorithm::Curve25519, Algorithm::Rsa2048, Algorithm::NistP256] {
        let mut plan = fixtures::plan(algorithm, 2, 3).unwrap();
        plan.expiry = Expiry::Never;
        let identity = make(&plan, SystemTime::now()).unwrap();
        let cert = identity.public();
        for slot in Slot::ALL {
            let print = identity.slot_fingerprint(slot);
            let key = cert.keys().subkeys().find(|key| key.key().fingerprint() == print).unwrap();
            let binding = key.self_signatures().next().unwrap();
            let back: Vec<_> = binding.embedded_signatures().collect();
            assert_eq!(back.len(), usize::from(slot != Slot::Decryption), "{algorithm} {slot}");
            for back in back {
                let subkey = key.key().clone();
                back.verify_primary_key_binding(cert.primary_key().key(), &subkey).unwrap();
            }
        }
    }
}
