//! Made the golden files of version 1, once. They stay as they are: every later version of the
//! program must read them. For a version 2: a copy of this, into a folder beside `v1`.
//!
//! ```text
//! cargo test -p coldspare-tests --test make_golden -- --ignored
//! ```

#![allow(clippy::unwrap_used)]

mod gf;

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use coldspare::backup::{
    BackupKey, CardHash, Contents, Guide, KeyPins, Manifest, Share, bundle, guide, hexadecimal_lines, parts,
    seal, words,
};
use coldspare::openpgp::{make, revocations, sign_cleartext, ssh_public_key};
use coldspare::plan::{Algorithm, Expiry, PinPolicy, Plan, PrimaryKey, Quorum, Touch, Trustee};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// The first second of 2026, UTC.
const CREATED: Duration = Duration::from_secs(1_767_225_600);

fn trustees(names: &[(&str, &str)]) -> Vec<Trustee> {
    names.iter().map(|(name, note)| Trustee { name: (*name).into(), note: (*note).into() }).collect()
}

/// What most owners have: all defaults, but 3 of 5 and no expiry.
fn plain() -> Plan {
    let mut plan = Plan::new("Ada Lovelace <ada@example.org>").unwrap();
    plan.expiry = Expiry::Never;
    plan.quorum = Quorum::new(3, 5).unwrap();
    plan.trustees = trustees(&[
        ("Grace Hopper", ""),
        ("Alan Turing", ""),
        ("Emmy Noether", ""),
        ("Claude Shannon", ""),
        ("Hedy Lamarr", ""),
    ]);
    plan.checked().unwrap()
}

/// Everything else.
fn other() -> Plan {
    let mut plan = Plan::new("<galois@example.net>").unwrap();
    plan.user_ids.push("Évariste Galois <galois@example.org>".into());
    plan.algorithm = Algorithm::Rsa2048;
    plan.expiry = Expiry::Never;
    plan.trustees = trustees(&[
        ("Paul Erdős", "his sister's house, in the blue box"),
        ("Carl Gauß", "notary, Göttingen: \"Am Markt 1\""),
        ("Sofja Kowalewskaja", ""),
    ]);
    plan.nitrokeys = 3;
    plan.pins = PinPolicy::Typed;
    plan.user_pin_in_backup = true;
    plan.touch = Touch::On;
    plan.primary_key = PrimaryKey::SignatureSlot;
    plan.public_key_url = Some("https://example.org/galois.asc".into());
    plan.language = "fr".into();
    plan.checked().unwrap()
}

struct Fixed {
    plan: Plan,
    key: [u8; 32],
    coefficients: Vec<[u8; 32]>,
    pins: Vec<KeyPins>,
    vault: Vec<(String, Zeroizing<Vec<u8>>)>,
}

fn pins(index: usize, serial: Option<&str>, user: Option<&str>) -> KeyPins {
    KeyPins {
        role: Plan::role(index),
        serial: serial.map(Into::into),
        admin: format!("2718281828{index:02}").into(),
        reset_code: format!("1414213562{index:02}").into(),
        user: user.map(Into::into),
    }
}

/// 32 bytes, counted on from `first` by `step`.
fn counted(first: u8, step: u8) -> [u8; 32] {
    std::array::from_fn(|i| first.wrapping_add(step.wrapping_mul(i as u8)))
}

fn write_set(folder: &Path, fixed: &Fixed) {
    assert!(!folder.exists(), "{} is there, and golden files stay as they are", folder.display());
    let created = SystemTime::UNIX_EPOCH + CREATED;
    let identity = make(&fixed.plan, created).unwrap();
    let contents = Contents {
        secret_key: identity.secret_armored().unwrap(),
        revocations: revocations(&identity, created).unwrap(),
        pins: fixed.pins.clone(),
        plan: fixed.plan.clone(),
        vault: fixed.vault.clone(),
    };
    let key = BackupKey::from_bytes(fixed.key);
    let sealed = seal(&contents, &key).unwrap();
    let (set, quorum) = (key.set(), fixed.plan.quorum);
    let shares: Vec<_> = (1..=quorum.cards())
        .map(|x| {
            let y = Zeroizing::new(gf::share(x, &fixed.key, &fixed.coefficients));
            Share { set, quorum, x, y }
        })
        .collect();
    let manifest = Manifest {
        date: "2026-01-01".into(),
        program: "0.1.0".into(),
        fingerprint: identity.fingerprint(),
        user_ids: identity.user_ids(),
        algorithm: identity.algorithm(),
        sealed_backup_sha256: Sha256::digest(&sealed).into(),
        set,
        quorum,
        cards: shares.iter().map(|s| CardHash { x: s.x, sha256: s.hash() }).collect(),
    };
    let serials = fixed.pins.iter().filter_map(|p| Some(format!("{} ({})", p.serial.as_ref()?, p.role)));
    let guide = guide(&Guide { manifest: &manifest, nitrokeys: serials.collect(), expires: "never".into() });

    let each = |text: &dyn Fn(&Share) -> String| shares.iter().map(text).collect::<String>();
    let hexadecimal =
        |s: &Share| hexadecimal_lines(&s.y).iter().map(|line| format!("{}\n", **line)).collect::<String>();
    let parts = parts(set, &sealed).unwrap();
    let in_bundle = folder.join(bundle::folder(&identity.fingerprint()));
    fs::create_dir_all(&in_bundle).unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes).unwrap();
    write("plan.toml", fixed.plan.to_toml().as_bytes());
    let hex: String = fixed.key.iter().map(|byte| format!("{byte:02x}")).collect();
    write("backup-key.txt", format!("{hex}\n").as_bytes());
    write("shares.txt", each(&|s| format!("{}\n", *s.to_text())).as_bytes());
    write("words.txt", each(&|s| format!("{}\n", words(&s.y).join(" "))).as_bytes());
    write("hexadecimal.txt", each(&hexadecimal).as_bytes());
    write("parts.txt", parts.iter().map(|p| format!("{}\n", p.to_text())).collect::<String>().as_bytes());
    let write = |name: &str, bytes: &[u8]| fs::write(in_bundle.join(name), bytes).unwrap();
    write(bundle::PUBLIC_KEY, &identity.public_armored().unwrap());
    write(bundle::SSH, format!("{}\n", ssh_public_key(&identity).unwrap().unwrap()).as_bytes());
    write(bundle::SEALED_BACKUP, &sealed);
    write(bundle::MANIFEST, &sign_cleartext(&identity, &manifest.to_toml(), created).unwrap());
    write(bundle::GUIDE, guide.as_bytes());
}

#[test]
#[ignore = "made them once"]
fn make_the_golden_files_of_version_1() {
    let v1 = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/v1");
    write_set(
        &v1.join("curve25519"),
        &Fixed {
            plan: plain(),
            key: counted(0x00, 1),
            coefficients: vec![counted(0x20, 1), counted(0x40, 1)],
            pins: vec![pins(0, Some("000F:0A0B0C01"), None), pins(1, Some("000F:0A0B0C02"), None)],
            vault: Vec::new(),
        },
    );
    write_set(
        &v1.join("rsa2048"),
        &Fixed {
            plan: other(),
            key: counted(0xFF, 0xFF),
            coefficients: vec![counted(3, 7)],
            pins: vec![
                pins(0, Some("0005:00001234"), Some("31415926")),
                pins(1, Some("000F:0A0B0C03"), Some("31415926")),
                pins(2, None, Some("31415926")),
            ],
            vault: vec![
                ("disk-passphrase.txt".into(), Zeroizing::new(b"correct horse battery staple\n".to_vec())),
                ("totp_mail".into(), Zeroizing::new(b"JBSWY3DPEHPK3PXP".to_vec())),
            ],
        },
    );
}
