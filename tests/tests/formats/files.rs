//! The files: plan, manifest, what is sealed, the sealed backup, keys.

use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use coldspare::backup::{
    BackupKey, CardHash, Contents, Copies, Manifest, Moment, SealError, SealingRecord, SetId, open, seal,
};
use coldspare::openpgp::{Identity, make, read_signed, sign_cleartext};
use coldspare::pins::{KeyPins, Pins};
use coldspare::plan::{Algorithm, Expiry, PinPolicy, Plan, PrimaryKey, Quorum, SlotChoice, Touch, Trustee};
use proptest::prelude::*;
use secrecy::ExposeSecret;
use zeroize::Zeroizing;

use super::config;

/// For what makes keys or opens sealed backups, which takes its time.
fn few() -> ProptestConfig {
    ProptestConfig { cases: 64, ..config() }
}

fn fingerprint() -> impl Strategy<Value = String> {
    "[0-9A-F]{40}"
}

prop_compose! {
    fn decisions()(
        user_ids in prop::collection::btree_set("[^\\p{Cc}<>]{1,30} <[a-z]{1,9}@[a-z.]{1,9}>", 1..4),
        algorithm in prop::sample::select(Algorithm::ALL),
        expiry in prop_oneof![Just(Expiry::Never), (1..=30u8).prop_map(Expiry::Years)],
        nitrokeys in 1..=10u8,
        pins in prop::sample::select(PinPolicy::ALL),
        user_pin_in_backup in any::<bool>(),
        touch in prop::sample::select(Touch::ALL),
        primary_key in prop::sample::select(PrimaryKey::ALL),
        public_key_url in prop::option::of("https://[ -~]{1,60}"),
        language in "[a-z]{2}",
    ) -> Plan {
        let plan = Plan::new("Ada <ada@example.org>").unwrap();
        Plan {
            user_ids: user_ids.into_iter().collect(), algorithm, expiry, nitrokeys, pins,
            user_pin_in_backup, touch, primary_key, public_key_url, language, ..plan
        }
    }
}

prop_compose! {
    fn plan()(
        plan in decisions(),
        (quorum, names) in (2..=16i64).prop_flat_map(|n| {
            let names = prop::collection::vec(("[^\\p{Cc}]{0,29}[a-zß]", "[^\\p{Cc}]{0,50}"), n as usize);
            ((2..=n).prop_map(move |k| Quorum::new(k, n).unwrap()), names)
        }),
        slots in prop::option::of((
            prop::option::of(fingerprint()), prop::option::of(fingerprint()), prop::option::of(fingerprint()),
        )),
    ) -> Plan {
        let slots = slots.map(|(signature, decryption, authentication)| {
            SlotChoice { signature, decryption, authentication }
        });
        let trustees = names.into_iter().map(|(name, note)| Trustee { name, note }).collect();
        Plan { quorum, trustees, slots, ..plan }.checked().unwrap()
    }
}

/// Any text, of several lines too.
const ANY: &str = "(?s).{0,40}";

fn moment() -> impl Strategy<Value = Moment> {
    (0..4_000_000_000u64).prop_map(|second| (SystemTime::UNIX_EPOCH + Duration::from_secs(second)).into())
}

prop_compose! {
    fn sealing()(set in "[0-9A-F]{8}", number in 1..=u32::MAX, moment in moment(), (k, n) in (2..=8i64, 8..=16i64), cards_id: [u8; 8]) -> SealingRecord {
        SealingRecord { set: SetId::parse(&set).unwrap(), number, moment, quorum: Quorum::new(k, n).unwrap(), cards_id }
    }
}

prop_compose! {
    fn copies()(
        record in sealing(), sticks: u8, sheets: u8, cards in prop::collection::vec("(?s).{0,30}", 0..16), id: Option<[u8; 4]>,
    ) -> Copies {
        Copies { set: record.set, sealing: record.number, moment: record.moment, sticks, sheets, cards, id }
    }
}

prop_compose! {
    fn manifest(text: &'static str)(
        texts in prop::array::uniform2(text),
        (sealing, moment) in (1..=u32::MAX, moment()),
        fingerprint in "[0-9A-F]{40}",
        user_ids in prop::collection::vec(text, 0..4),
        sealed_backup_sha256 in any::<[u8; 32]>(),
        before in prop::collection::vec(any::<[u8; 4]>(), 0..4),
        set in "[0-9A-F]{8}",
        (quorum, hashes) in (2..=16i64).prop_flat_map(|n| {
            let hashes = prop::collection::vec(any::<[u8; 32]>(), n as usize);
            ((2..=n).prop_map(move |k| Quorum::new(k, n).unwrap()), hashes)
        }),
    ) -> Manifest {
        let [program, algorithm] = texts;
        let cards = (1..).zip(hashes).map(|(x, sha256)| CardHash { x, sha256 }).collect();
        let set = SetId::parse(&set).unwrap();
        Manifest {
            sealing, moment, program, fingerprint, user_ids, algorithm, sealed_backup_sha256, before, set, quorum, cards }
    }
}

fn secret() -> impl Strategy<Value = Zeroizing<Vec<u8>>> {
    prop::collection::vec(any::<u8>(), 0..2000).prop_map(Zeroizing::new)
}

prop_compose! {
    fn contents()(
        secret_key in secret(),
        revocations in prop::collection::vec(("[a-z]{1,20}", secret()), 0..4),
        pins in prop::collection::vec(
            ("(primary|spare(-[0-9]{1,3})?)|.{0,20}", prop::option::of(".{0,20}"), prop::array::uniform2("(?s).{0,127}"), prop::option::of(".{0,127}")),
            0..11,
        ),
        plan in plan(),
        vault in prop::collection::vec(("[A-Za-z0-9_-][A-Za-z0-9._-]{0,79}", secret()), 0..4),
        (sealing, copies) in (prop::option::of(sealing()), prop::collection::vec(copies(), 0..4)),
        // What another version put there: in folders of its own, and beside what is known.
        others in prop::collection::vec(
            ("(later|vault|revocation)/[^/\\p{Cc}.]{1,30}[é,]|[^/\\p{Cc}.]{1,60}|(x{90}/){1,3}x", secret()), 0..4,
        ),
    ) -> Contents {
        let pins = pins.into_iter().map(|(role, serial, [admin, reset_code], user)| KeyPins {
            role: role.into(), serial,
            pins: Pins { user: user.map(Into::into), admin: admin.into(), reset_code: reset_code.into() },
        });
        let others = others.into_iter().map(|(name, bytes)| (PathBuf::from(name), bytes)).collect();
        Contents { secret_key, revocations, pins: pins.collect(), plan, vault, sealing, copies, others }
    }
}

fn is_same(a: &Contents, b: &Contents) -> bool {
    let pins = |contents: &Contents| -> Vec<_> {
        let each = |p: &KeyPins| {
            let user = p.pins.user.as_ref().map(|user| user.expose_secret().to_owned());
            let [admin, reset_code] =
                [&p.pins.admin, &p.pins.reset_code].map(|pin| pin.expose_secret().to_owned());
            (p.role.clone(), p.serial.clone(), admin, reset_code, user)
        };
        contents.pins.iter().map(each).collect()
    };
    a.secret_key == b.secret_key
        && a.revocations == b.revocations
        && pins(a) == pins(b)
        && a.plan == b.plan
        && a.vault == b.vault
        && (a.sealing, &a.copies, &a.others) == (b.sealing, &b.copies, &b.others)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_plan_is_read_as_it_was_written(plan in plan()) {
        prop_assert_eq!(Plan::from_toml(&plan.to_toml()).unwrap(), plan);
    }

    #[test]
    fn a_manifest_is_read_as_it_was_written(manifest in manifest(ANY)) {
        prop_assert_eq!(Manifest::from_toml(&manifest.to_toml()).unwrap(), manifest);
    }

    #[test]
    fn whatever_else_is_called_plan_or_manifest_is_refused(
        text in "(?s).{0,300}", (plan, manifest) in (plan(), manifest(ANY)), at: prop::sample::Index, to: char,
    ) {
        prop_assert!(Plan::from_toml(&text).is_err());
        prop_assert!(Manifest::from_toml(&text).is_err());
        // With any one character changed it may still be one; it must not make a panic.
        for file in [plan.to_toml(), manifest.to_toml()] {
            let mut characters: Vec<char> = file.chars().collect();
            let at = at.index(characters.len());
            characters[at] = to;
            let changed: String = characters.into_iter().collect();
            let _ = (Plan::from_toml(&changed), Manifest::from_toml(&changed));
        }
    }

    #[test]
    fn what_is_sealed_comes_out_of_its_tar_pins_and_all(contents in contents()) {
        let tar = contents.to_tar().unwrap();
        let read = Contents::from_tar(&tar).unwrap();
        prop_assert!(is_same(&read, &contents));
        prop_assert_eq!(read.to_tar().unwrap(), tar);
    }

    #[test]
    fn a_broken_tar_makes_no_panic(
        contents in contents(), at: prop::sample::Index, to: u8, bytes in prop::collection::vec(any::<u8>(), 0..1500),
    ) {
        prop_assert!(Contents::from_tar(&bytes).is_err());
        let mut tar = contents.to_tar().unwrap().to_vec();
        let at = at.index(tar.len());
        tar[at] = to;
        let _ = Contents::from_tar(&tar);
        let _ = Contents::from_tar(&tar[..at]);
    }

    #[test]
    fn a_name_that_leaves_the_vault_is_refused(mut contents in contents(), name in "[./~ \\\\a-z]{0,10}|[a-z]{81}") {
        let allowed = |c: char| c.is_ascii_alphanumeric() || ".-_".contains(c);
        prop_assume!(!name.chars().all(allowed) || name.starts_with('.') || name.is_empty() || name.len() > 80);
        contents.vault = vec![(name, Zeroizing::new(vec![1]))];
        prop_assert!(contents.to_tar().is_err());
    }

    #[test]
    fn whatever_else_is_called_a_key_or_a_backup_is_refused(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let plan = Plan::new("Ada <ada@example.org>").unwrap();
        prop_assert!(coldspare_tests::fixtures::import(&bytes, None, &plan, SystemTime::now()).is_err());
        prop_assert!(Identity::from_secret_key(&bytes, None, PrimaryKey::Offline).is_err());
        prop_assert!(open(&bytes, &BackupKey::from_bytes([0; 32])).is_err());
    }
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn a_sealed_backup_opens_with_its_key_alone(contents in contents(), key: [u8; 32], other: [u8; 32]) {
        let sealed = seal(&contents, &BackupKey::from_bytes(key)).unwrap();
        prop_assert!(is_same(&open(&sealed, &BackupKey::from_bytes(key)).unwrap(), &contents));
        let error = open(&sealed, &BackupKey::from_bytes(other)).unwrap_err();
        prop_assert!(matches!(error, SealError::WrongKey), "{error:?}");
    }

    #[test]
    fn a_changed_byte_or_a_lost_end_of_a_sealed_backup_is_noticed(
        contents in contents(), key: [u8; 32], at: prop::sample::Index, flip in 1..=255u8,
    ) {
        let key = BackupKey::from_bytes(key);
        let mut sealed = seal(&contents, &key).unwrap();
        let at = at.index(sealed.len());
        prop_assert!(open(&sealed[..at], &key).is_err());
        sealed[at] ^= flip;
        prop_assert!(open(&sealed, &key).is_err(), "byte {} of {} ^ {}", at, sealed.len(), flip);
    }

    #[test]
    fn a_signed_manifest_is_read_as_it_was_signed_or_not_at_all(
        // Of white space at the end of a line a signature in the clear says nothing (RFC 9580 § 7.2).
        manifest in manifest("[^\\p{Cc}]{0,40}"), at: prop::sample::Index, to in "[ -~]", bytes in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        let identity = make(&Plan::new("Ada <ada@example.org>").unwrap(), SystemTime::now()).unwrap();
        let (cert, text) = (identity.public(), manifest.to_toml());
        let signed = sign_cleartext(&identity, &text, SystemTime::now()).unwrap();
        prop_assert_eq!(&Manifest::from_toml(&read_signed(&cert, &signed).unwrap().text).unwrap(), &manifest);
        let mut changed = signed;
        let at = at.index(changed.len());
        changed[at] = to.as_bytes()[0];
        if let Ok(read) = read_signed(&cert, &changed) {
            prop_assert_eq!(Manifest::from_toml(&read.text).unwrap(), manifest);
        }
        prop_assert!(read_signed(&cert, &bytes).is_err());
        prop_assert!(read_signed(&cert, text.as_bytes()).is_err());
    }
}

/// Where a message ends just behind its header, sequoia 2.4 panics; `open` does not let it come to that.
#[test]
fn a_sealed_backup_cut_off_anywhere_or_with_any_bit_of_its_head_changed_is_refused() {
    let contents = Contents {
        secret_key: Zeroizing::new(b"a secret key".to_vec()),
        revocations: Vec::new(),
        pins: Vec::new(),
        plan: Plan::new("Ada <ada@example.org>").unwrap(),
        vault: Vec::new(),
        sealing: None,
        copies: Vec::new(),
        others: Vec::new(),
    };
    let key = BackupKey::from_bytes([7; 32]);
    let sealed = seal(&contents, &key).unwrap();
    assert!(is_same(&open(&sealed, &key).unwrap(), &contents));
    for end in 0..sealed.len() {
        assert!(open(&sealed[..end], &key).is_err(), "cut off at {end} of {}", sealed.len());
    }
    for bit in 0..8 * 80 {
        let mut changed = sealed.clone();
        changed[bit / 8] ^= 0x80 >> (bit % 8);
        assert!(open(&changed, &key).is_err(), "bit {bit}");
    }
}
