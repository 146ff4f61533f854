//! What GnuPG 2.2 and 2.4 make of it: everybody else's, the thief's, and the owner's own; and git with them.

use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use coldspare::ceremony::{MessageReader, Rehearsed};
use coldspare::machine::stick::folder::Mounted;
use coldspare::openpgp::Identity;
use coldspare::plan::Slot;
use coldspare_tests::gnupg::{GnuPg, Listed, verdict};
use secrecy::SecretString;

use super::ours::prints;

const MAIL: &[u8] = b"what was written before\n";

/// Both that people have.
fn both() -> Result<[GnuPg; 2]> {
    Ok([GnuPg::new()?, GnuPg::new()?.on_trixie()?])
}

/// With the new public key nobody encrypts to what was stolen, or believes it; and the backup reads old mail.
pub(super) fn refuses_what_was_stolen_and_reads_old_mail(before: &Identity, now: &Rehearsed) -> Result<()> {
    let (after, print) = (now.identity(), before.fingerprint());
    let (old, new) = (prints(before), prints(after));
    // Whoever has what the stolen Nitrokey does.
    let thief = GnuPg::new()?;
    thief.import(&before.secret_armored()?)?;
    let by_thief = format!("{}!", old[Slot::Signature as usize]);
    let old_signature = thief.sign(&by_thief, MAIL)?;
    for friend in both()? {
        friend.import(&before.public_armored()?)?;
        friend.trust(&print)?;
        let old_mail = friend.encrypt(&print, MAIL)?;
        let commit = Commit::signed_by(&friend, before)?;
        ensure!(commit.is_verified(&friend)? == (true, "GOODSIG".into()));
        ensure!(friend.verdict(&old_signature, MAIL)? == "GOODSIG");

        friend.import(&after.public_armored()?)?;
        for Listed { kind, validity, print, .. } in friend.listed(&print)? {
            ensure!((validity == "r") == (old.contains(&print)), "{kind} {print}: {validity}");
            ensure!(validity == "r" || kind == "pub" || new.contains(&print), "{kind} {print}");
        }
        let mail = friend.encrypt(&print, b"new")?;
        ensure!(friend.recipients(&mail)? == [new[Slot::Decryption as usize][24..].to_owned()]);
        ensure!(thief.decrypt(&mail).is_err(), "the thief reads new mail");
        let forged = thief.sign(&by_thief, b"forged")?;
        for (signature, message) in [(&old_signature, MAIL), (&forged, b"forged")] {
            ensure!(friend.verdict(signature, message)? == "REVKEYSIG");
        }
        // Whatever the reason, and although it was signed before: so the screen says it.
        ensure!(commit.is_verified(&friend)? == (false, "REVKEYSIG".into()));
        let commit = Commit::signed_by(&friend, after)?;
        ensure!(commit.is_verified(&friend)? == (true, "GOODSIG".into()));

        let message = MessageReader::new(coldspare_tests::coldspare()).read(now.made(), &old_mail)?;
        ensure!(message.content[..] == *MAIL && message.key == old[Slot::Decryption as usize]);
        ensure!(friend.decrypt(&old_mail).is_err(), "nobody else reads it");
        exported(now, &friend)?;
        ensure!(friend.decrypt(&old_mail)? == MAIL && friend.decrypt(&mail)? == b"new");
        let signature = friend.sign(&print, b"new")?;
        ensure!(friend.verify(&signature, b"new")? == [new[0].clone(), print.clone()]);
    }
    Ok(())
}

/// The keys from the backup, under a passphrase, taken in.
fn exported(now: &Rehearsed, gnupg: &GnuPg) -> Result<()> {
    let passphrase: SecretString = "six random words or more".into();
    let stick = tempfile::tempdir()?;
    let folder = now.export(&Mounted::at(stick.path()), &passphrase)?;
    gnupg.types(&passphrase)?;
    gnupg.import(&fs::read(stick.path().join(folder).join("secret-key.asc"))?).map(drop)
}

/// A commit in a repository of its own.
struct Commit(tempfile::TempDir);

impl Commit {
    /// Signed with what the owner has: GnuPG forgets it again, as it does what is on a Nitrokey.
    fn signed_by(gnupg: &GnuPg, identity: &Identity) -> Result<Self> {
        let commit = Commit(tempfile::tempdir()?);
        let signer = GnuPg::new()?;
        let signer = if gnupg.is_on_trixie() { signer.on_trixie()? } else { signer };
        signer.import(&identity.secret_armored()?)?;
        let key = format!("user.signingKey={}!", identity.slot_fingerprint(Slot::Signature));
        for arguments in [
            &["init", "--quiet"][..],
            &["-c", &key, "commit", "--quiet", "--allow-empty", "--gpg-sign", "--message", "before"],
        ] {
            let output = commit.git(&signer, arguments).output()?;
            ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
        Ok(commit)
    }

    /// Whether `git verify-commit` succeeds, and what GnuPG has told it.
    fn is_verified(&self, gnupg: &GnuPg) -> Result<(bool, String)> {
        let output = self.git(gnupg, &["verify-commit", "--raw", "HEAD"]).output()?;
        Ok((output.status.success(), verdict(&String::from_utf8_lossy(&output.stderr))))
    }

    fn git(&self, gnupg: &GnuPg, arguments: &[&str]) -> std::process::Command {
        let mut command = gnupg.command("git");
        command.arg("-C").arg::<&Path>(self.0.path());
        command.args(["-c", "user.name=Ada Lovelace", "-c", "user.email=ada@example.org"]);
        command.args(["-c", "safe.directory=*"]).args(arguments);
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
        command
    }
}
