//! What goes where, for each file.

use anyhow::ensure;
use coldspare::ceremony::{Made, Meeting, PinChoice, Recovery};
use coldspare::machine::stick::folder::Mounted;

use super::*;

/// A file, what it asks, and what becomes of it if the primary key stays offline.
const ACCEPTED: &[(&str, &[&str], &str)] = &[
    (
        "gnupg-default-rsa3072.asc",
        &[],
        "signature: new RSA 3072
decryption: yours RSA 3072
authentication: new RSA 3072
backup alone: RSA 3072 primary",
    ),
    (
        "primary-expired.asc",
        &[],
        "signature: new Curve 25519
decryption: yours Curve 25519
authentication: new Curve 25519
mended: Ed25519 [Expired]
backup alone: Ed25519 primary",
    ),
    (
        "subkeys-expired.asc",
        &[],
        "signature: yours Ed25519
decryption: yours Curve 25519
authentication: yours Ed25519
mended: Curve 25519 [Expired]
backup alone: Ed25519 primary
backup alone: Curve 25519 expired",
    ),
    (
        "sha1-everywhere.asc",
        &[],
        "signature: new RSA 4096
decryption: yours RSA 4096
authentication: new RSA 4096
mended: RSA 4096 [Hash]
mended: RSA 4096 [Hash]
backup alone: RSA 4096 primary",
    ),
    (
        "sha1-subkey.asc",
        &[],
        "signature: new RSA 2048
decryption: yours RSA 2048
authentication: new RSA 2048
mended: RSA 2048 [Hash]
backup alone: RSA 2048 primary",
    ),
    (
        "no-key-flags.asc",
        &[],
        "signature: new RSA 2048
decryption: yours RSA 2048 (primary)
authentication: new RSA 2048
mended: RSA 2048 [NoFlags]",
    ),
    (
        "signing-subkey-no-back-signature.asc",
        &[],
        "signature: yours Ed25519
decryption: yours Curve 25519
authentication: new Curve 25519
mended: Ed25519 [NoBackSignature]
backup alone: Ed25519 primary",
    ),
    (
        "revoked-decryption-subkey.asc",
        &[],
        "signature: new Curve 25519
decryption: new Curve 25519
authentication: new Curve 25519
backup alone: Ed25519 primary
backup alone: Curve 25519 revoked",
    ),
    (
        "rsa-with-elgamal.asc",
        &[],
        "signature: new RSA 2048
decryption: new RSA 2048
authentication: new RSA 2048
backup alone: RSA 2048 primary
backup alone: ElGamal of a kind that no Nitrokey takes",
    ),
    (
        "dsa-primary-rsa-subkeys.asc",
        &[],
        "signature: yours RSA 2048
decryption: yours RSA 2048
authentication: new RSA 2048
backup alone: DSA of a kind that no Nitrokey takes",
    ),
    (
        "v5-cv448-subkey.asc",
        &[],
        "signature: new Curve 25519
decryption: new Curve 25519
authentication: new Curve 25519
backup alone: Ed25519 primary
backup alone: ECDH v5 of a kind that no Nitrokey takes",
    ),
    (
        "ed25519-primary-mixed-subkeys.asc",
        &[],
        "signature: new RSA 2048
decryption: yours RSA 2048
authentication: new RSA 2048
backup alone: Ed25519 primary
backup alone: X25519 (RFC 9580) of a kind that no Nitrokey takes
backup alone: Ed448 of a kind that no Nitrokey takes",
    ),
    (
        "certify-only-primary.asc",
        &["passphrase"],
        "signature: yours Ed25519
decryption: yours Curve 25519
authentication: yours Ed25519
backup alone: Ed25519 primary",
    ),
    (
        "rotated-subkeys.asc",
        &[],
        "signature: yours Ed25519
decryption: yours Curve 25519
authentication: new Curve 25519
backup alone: Ed25519 primary
backup alone: Ed25519 expired
backup alone: Curve 25519 expired",
    ),
    (
        "no-user-id.asc",
        &[],
        "signature: yours Ed25519
decryption: yours Curve 25519
authentication: yours Ed25519
mended: Ed25519 [DayOnKey]
backup alone: Ed25519 primary
a user id is asked for",
    ),
    ("revoked-user-id.asc", &[], WHOLE),
    ("uid-newline.asc", &[], RSA_2048),
    ("uid-escape.asc", &[], RSA_2048),
    ("uid-latin1.asc", &[], CURVE_25519),
    ("public-then-secret.asc", &[], WHOLE),
    ("secret-then-public.asc", &[], WHOLE),
    ("utf-16.asc", &[], CURVE_25519),
    ("byte-order-mark.asc", &[], CURVE_25519),
    ("openkeychain-like.sec.pgp", &["code"], WHOLE),
    (
        "two-passphrases.asc",
        &["passphrase", "passphrase"],
        "signature: yours Ed25519
decryption: yours Curve 25519
authentication: new Curve 25519
mended: Ed25519 [DayOnKey]
backup alone: Ed25519 primary",
    ),
    ("locked-twofish.asc", &["passphrase"], RSA_2048),
    ("locked-idea.asc", &["passphrase"], RSA_2048),
    ("sk_generated-on-card.gpg", &["public key"], AROUND_25519),
    ("sk_generated-on-card-tag5.gpg", &["public key"], AROUND_25519),
    (
        "sk_generated-on-card-rsa.gpg",
        &["public key", "passphrase"],
        "signature: new RSA 2048
decryption: new RSA 2048
authentication: new RSA 2048
backup alone: RSA 2048 older
a new identity",
    ),
    (
        "primary-here-subkeys-on-card.asc",
        &[],
        "signature: new Curve 25519
decryption: new Curve 25519
authentication: new Curve 25519
backup alone: Ed25519 primary
backup alone: Ed25519 without its secret
backup alone: Ed25519 without its secret
backup alone: Curve 25519 without its secret",
    ),
    (
        "rsa-exponent-33-bits.asc",
        &[],
        "signature: new RSA 4096
decryption: new RSA 4096
authentication: new RSA 4096
backup alone: RSA 2048 of a kind that no Nitrokey takes
backup alone: RSA 2048 of a kind that no Nitrokey takes
backup alone: RSA 2048 of a kind that no Nitrokey takes",
    ),
    (
        "sq-0.27.asc",
        &[],
        "signature: yours Ed25519
decryption: yours Curve 25519
authentication: yours Ed25519
mended: Ed25519 [DayOnKey]
backup alone: Ed25519 primary",
    ),
    ("rnp-0.16-25519.asc", &[], CURVE_25519),
    ("rnp-0.16-rsa2048.asc", &["passphrase"], RSA_2048),
    (
        "v3-self-signatures.asc",
        &[],
        "signature: new RSA 2048
decryption: yours RSA 2048
authentication: new RSA 2048
mended: RSA 2048 [NoFlags]
mended: RSA 2048 [NoFlags]
backup alone: RSA 2048 primary",
    ),
    ("photo.asc", &[], CURVE_25519),
    ("120-certifications.asc", &[], CURVE_25519),
];

/// A new identity around a key that GnuPG left of a card.
const AROUND_25519: &str = "signature: new Curve 25519
decryption: new Curve 25519
authentication: new Curve 25519
backup alone: Curve 25519 older
a new identity";

/// A subkey for each slot.
const WHOLE: &str = "signature: yours Ed25519
decryption: yours Curve 25519
authentication: yours Ed25519
backup alone: Ed25519 primary";

/// GnuPG's default, a primary key that signs and a subkey that decrypts.
const CURVE_25519: &str = "signature: new Curve 25519
decryption: yours Curve 25519
authentication: new Curve 25519
backup alone: Ed25519 primary";

const RSA_2048: &str = "signature: new RSA 2048
decryption: yours RSA 2048
authentication: new RSA 2048
backup alone: RSA 2048 primary";

/// Files of which nothing can become, and what is said of them.
const REFUSED: &[(&str, &[&str])] = &[
    ("revoked-primary.asc", &["revoked on 2026-11-26"]),
    ("secp256k1.asc", &["primary key of kind secp256k1"]),
    ("v4-new-25519.asc", &["primary key of kind Ed25519 (RFC 9580)"]),
    ("made-in-2031.asc", &["made on 2031-05-05, clock at"]),
];

#[test]
fn every_file_has_its_outcome() -> Result<()> {
    let known = ACCEPTED.iter().map(|(name, ..)| *name).chain(REFUSED.iter().map(|(name, _)| *name));
    let mut known: Vec<_> = known.collect();
    known.sort_unstable();
    assert_eq!(known, files()?);
    let mut wrong = Vec::new();
    for (name, questions, expected) in ACCEPTED {
        let (inventory, asked) = open(name).with_context(|| name.to_string())?;
        let inventory = inventory.with_context(|| name.to_string())?;
        let found = outcome(&inventory, &plan(&inventory, PrimaryKey::Offline)?)?;
        if &asked[..] != *questions || found != *expected {
            wrong.push(format!(
                "{name} asks {asked:?}, expected {questions:?}:\n{found}\nexpected:\n{expected}"
            ));
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    for (name, words) in REFUSED {
        let told = open(name)?.0.err().with_context(|| format!("{name} is not refused"))?.to_string();
        ensure!(words.iter().all(|word| told.contains(word)), "{name}: {told}");
    }
    Ok(())
}

/// The plan says where the primary key lives; one that can be in no slot stays out all the same.
#[test]
fn the_primary_key_goes_into_the_signature_slot_if_the_plan_says_so_and_a_nitrokey_takes_it() -> Result<()> {
    for (name, expected) in [
        ("gnupg-default-rsa3072.asc", "yours RSA 3072 (primary)"),
        ("certify-only-primary.asc", "yours Ed25519 (primary)"),
        ("dsa-primary-rsa-subkeys.asc", "yours RSA 2048"),
        ("rsa-exponent-33-bits.asc", "new RSA 4096"),
    ] {
        let inventory = inventory(name)?;
        let plan = plan(&inventory, PrimaryKey::SignatureSlot)?;
        let places = inventory.preset(&plan)?;
        assert_eq!(said(&inventory, &places, &plan, Slot::Signature), expected, "{name}");
        inventory.identity(&places, &plan, SystemTime::now())?;
    }
    Ok(())
}

/// The owner may put any key that is for it into a slot, the primary key as well, and no other.
#[test]
fn each_slot_is_offered_the_keys_that_are_for_it() -> Result<()> {
    let inventory = inventory("rotated-subkeys.asc")?;
    let offered = |slot| {
        let each = inventory.offers(slot).into_iter().map(|goes| match goes {
            Goes::New => "new".to_owned(),
            Goes::Yours(print) => inventory.part(&print).map(why).unwrap_or_default(),
        });
        each.collect::<Vec<_>>()
    };
    assert_eq!(offered(Slot::Signature), ["Ed25519 older", "Ed25519 primary", "Ed25519 expired", "new"]);
    assert_eq!(offered(Slot::Decryption), ["Curve 25519 older", "Curve 25519 expired", "new"]);
    assert_eq!(offered(Slot::Authentication), ["new"]);
    // Whatever is chosen, it becomes an identity.
    let plan = plan(&inventory, PrimaryKey::Offline)?;
    for signature in inventory.offers(Slot::Signature) {
        for decryption in inventory.offers(Slot::Decryption) {
            let places = [signature.clone(), decryption.clone(), Goes::New];
            let identity = inventory.identity(&places, &plan, SystemTime::now())?;
            for (slot, goes) in Slot::ALL.into_iter().zip(&places) {
                let print = identity.slot_fingerprint(slot).to_hex();
                match goes.yours() {
                    Some(yours) => assert_eq!(print, yours),
                    None => ensure!(inventory.part(&print).is_none(), "{slot} is not new"),
                }
            }
        }
    }
    Ok(())
}

/// A key made where the clock was an hour ahead is no key of the future.
#[test]
fn a_clock_that_is_some_hours_behind_refuses_nothing() -> Result<()> {
    let later = SystemTime::now() + std::time::Duration::from_secs(6 * 3600);
    let exported = coldspare::openpgp::make(&Plan::new("Ada <ada@example.org>")?, later)?.secret_armored()?;
    let inventory = Opening::of(&exported)?.inventory(SystemTime::now())?;
    let mut plan = plan(&inventory, PrimaryKey::Offline)?;
    plan.algorithm = Algorithm::Curve25519;
    let places = [inventory.preset(&plan)?[0].clone(), Goes::New, Goes::New];
    let meeting = Meeting::bringing(plan, &inventory, &places)?;
    let made = Made::import(&meeting, &inventory, &places, PinChoice::Generated, SystemTime::now())?;
    // What is signed with it is no older than it is: sealed, it can be recovered.
    let sealed = coldspare_tests::fixtures::seal(&made)?;
    let stick = tempfile::tempdir()?;
    let mounted = Mounted::at(stick.path());
    let written = sealed.write(&mounted, &mut |_| ())?;
    let mut recovery = Recovery::from_bundle(&mounted, &written.folder)?;
    for share in sealed.shares().iter().take(2) {
        recovery.add(share.clone())?;
    }
    recovery.recover()?;
    Ok(())
}
