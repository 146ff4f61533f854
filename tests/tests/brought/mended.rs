//! What was mended is good for programs that are stricter than GnuPG, and still says what it said.

use anyhow::ensure;
use coldspare::openpgp::Fault;
use coldspare_tests::gnupg::GnuPg;
use sequoia_openpgp::Cert;
use sequoia_openpgp::parse::Parse;
use sequoia_openpgp::policy::StandardPolicy;
use sequoia_openpgp::types::RevocationStatus;

use super::*;

const MENDED: [&str; 7] = [
    "primary-expired.asc",
    "subkeys-expired.asc",
    "sha1-everywhere.asc",
    "sha1-subkey.asc",
    "no-key-flags.asc",
    "signing-subkey-no-back-signature.asc",
    "no-user-id.asc",
];

/// The strictest program reads today what goes onto a Nitrokey, and finds it valid.
fn holds_today(identity: &Identity) -> Result<()> {
    let policy = StandardPolicy::new();
    let cert: Cert = identity.public();
    let valid = cert.with_policy(&policy, None)?;
    valid.primary_key().alive()?;
    valid.primary_userid()?;
    for slot in Slot::ALL {
        let print = identity.slot_fingerprint(slot);
        let keys = cert.keys().with_policy(&policy, None).supported().alive().revoked(false);
        let key =
            keys.into_iter().find(|key| key.key().fingerprint() == print).context("a slot has no key")?;
        let may = match slot {
            Slot::Signature => key.for_signing(),
            Slot::Decryption => key.for_transport_encryption(),
            Slot::Authentication => key.for_authentication(),
        };
        ensure!(may, "{slot}: its key may not do that");
    }
    Ok(())
}

#[test]
fn whatever_was_mended_is_valid_for_the_strictest_program() -> Result<()> {
    for name in MENDED {
        let inventory = inventory(name)?;
        holds_today(&identity(&inventory)?).with_context(|| name.to_owned())?;
    }
    Ok(())
}

/// After it nothing is left to be mended, apart from what was left alone.
#[test]
fn what_was_mended_is_not_asked_about_again() -> Result<()> {
    for name in MENDED {
        let mended = identity(&inventory(name)?)?;
        let again = Opening::of(&mended.secret_armored()?)?.inventory(SystemTime::now())?;
        let plan = plan(&again, PrimaryKey::Offline)?;
        let places = again.preset(&plan)?;
        ensure!(again.mends(&places, &plan).is_empty(), "{name}: {:?}", again.mends(&places, &plan));
        ensure!(!again.needs_user_id(), "{name} still has no user id");
        for slot in Slot::ALL {
            let there = Goes::Yours(mended.slot_fingerprint(slot).to_hex());
            assert_eq!(places[slot as usize], there, "{name}");
        }
    }
    Ok(())
}

/// A key that its owner puts out of its slot is left as it is: nothing vouches for it anew.
#[test]
fn a_key_that_is_put_out_of_its_slot_is_not_bound_anew() -> Result<()> {
    let inventory = inventory("sha1-everywhere.asc")?;
    let plan = plan(&inventory, PrimaryKey::Offline)?;
    let mends = inventory.mends(&[Goes::New, Goes::New, Goes::New], &plan);
    assert_eq!(mends.len(), 1);
    assert_eq!(inventory.part(&mends[0].fingerprint).map(|part| part.primary), Some(true));
    assert_eq!(mends[0].faults, [Fault::Hash]);
    Ok(())
}

/// A renewed key is valid for as long as the plan says, from today on.
#[test]
fn a_new_date_is_the_plans() -> Result<()> {
    let day = 86_400;
    let two_years = std::time::Duration::from_secs(730 * day);
    let renewed = identity(&inventory("primary-expired.asc")?)?;
    let expires = renewed.expires().context("it never expires")?;
    let from_now = expires.duration_since(SystemTime::now())?;
    ensure!(from_now.abs_diff(two_years).as_secs() < 2 * day, "{from_now:?}");
    Ok(())
}

/// Programs ignore a revocation for a soft reason that is older than the newest self-signature (RFC 9580 § 5.2.3.31):
/// those that are sealed are made after a renewal.
#[test]
fn the_ready_made_revocations_of_a_renewed_key_revoke_it() -> Result<()> {
    for name in ["primary-expired.asc", "sha1-everywhere.asc", "no-user-id.asc"] {
        let inventory = inventory(name)?;
        let plan = plan(&inventory, PrimaryKey::Offline)?;
        let made = coldspare_tests::fixtures::bring(plan, &inventory)?;
        let revocations = made.revocations();
        assert_eq!(revocations.len(), 4);
        for (reason, revocation) in revocations {
            let signature = sequoia_openpgp::Packet::from_bytes(revocation)?;
            let cert = made.identity().public().insert_packets([signature])?.0;
            let revoked = cert.revocation_status(&StandardPolicy::new(), None);
            ensure!(matches!(revoked, RevocationStatus::Revoked(_)), "{name}, {reason}: {revoked:?}");
            let gnupg = GnuPg::new()?;
            gnupg.gpg(&["--import"], &made.identity().public_armored()?)?;
            gnupg.gpg(&["--import"], revocation)?;
            let listed = gnupg.gpg(&["--with-colons", "--list-keys"], b"")?;
            ensure!(String::from_utf8_lossy(&listed).contains("\npub:r:"), "{name}, {reason}");
        }
    }
    Ok(())
}

/// GnuPG takes each of them, encrypts to the key that goes into the slot, decrypts with it, and signs with the other.
#[test]
fn gnupg_uses_whatever_was_brought() -> Result<()> {
    for name in files()? {
        let Ok(inventory) = open(&name)?.0 else { continue };
        let identity = identity(&inventory).with_context(|| name.clone())?;
        // GnuPG 2.2 reads no certificate with a key of version 5 in it; 2.4, which makes such keys, does.
        let computer = || match name.starts_with("v5-") {
            true => GnuPg::new()?.on_trixie(),
            false => GnuPg::new(),
        };
        used_by_gnupg(&identity, computer()?, computer()?).with_context(|| name.clone())?;
    }
    Ok(())
}

pub(super) fn used_by_gnupg(identity: &Identity, owner: GnuPg, others: GnuPg) -> Result<()> {
    owner.gpg(&["--import"], &identity.secret_armored()?)?;
    others.gpg(&["--import"], &identity.public_armored()?)?;
    let print = identity.fingerprint();
    owner.trust(&print)?;
    others.trust(&print)?;
    let slot = |slot| format!("{}!", identity.slot_fingerprint(slot).to_hex());
    // Without a word on which key: it is the one in the slot that everybody encrypts to.
    let sealed = others.encrypt(&print, b"for the slot")?;
    let recipients = others.gpg(&["--list-only", "--status-fd", "1", "--decrypt"], &sealed)?;
    let recipients = String::from_utf8_lossy(&recipients).into_owned();
    let decryption = identity.slot_fingerprint(Slot::Decryption).to_hex();
    ensure!(recipients.contains(&format!("ENC_TO {}", &decryption[24..])), "{recipients}");
    assert_eq!(owner.decrypt(&sealed)?, b"for the slot");
    let signature = owner.sign(&slot(Slot::Signature), b"a message")?;
    others.verify(&signature, b"a message")?;
    Ok(())
}
