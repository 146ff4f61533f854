//! Recovery without us: with Debian's tools alone and what stands on the cards, by the commands in the
//! bundle's own `GUIDE.txt`. Every algorithm, every way to read a card.

use std::fs;
use std::time::{Duration, SystemTime};

use anyhow::{Result, bail, ensure};
use coldspare::backup::Share;
use coldspare::backup::sections::{DEBIAN_TOOLS, YEARLY};
use coldspare::openpgp::Identity;
use coldspare::plan::Algorithm::{self, *};
use coldspare::plan::{Expiry, Plan};
use coldspare_tests::VirtualBus;
use coldspare_tests::debian::{self, Cards, Recovered, Terminal};
use coldspare_tests::fixtures::{self, Prepared};
use coldspare_tests::gnupg::GnuPg;
use coldspare_tests::typed_from_the_guide::typed;
use qrcode::QrCode;
use sequoia_openpgp::parse::Parse;
use sequoia_openpgp::policy::StandardPolicy;
use sequoia_openpgp::types::RevocationStatus;
use sequoia_openpgp::{Cert, Packet, PacketPile};
use tempfile::TempDir;

/// A backup, 3 of 5, whose Nitrokeys are both gone.
struct Backup {
    stick: TempDir,
    prepared: Prepared,
}

impl Backup {
    fn make(algorithm: Algorithm) -> Result<Self> {
        Backup::of(fixtures::plan(algorithm, 3, 5)?)
    }

    fn of(plan: Plan) -> Result<Self> {
        let stick = tempfile::tempdir()?;
        let prepared = fixtures::prepare(plan, &VirtualBus::default(), &[], stick.path(), &mut |_| ())?;
        Ok(Backup { stick, prepared })
    }

    fn identity(&self) -> &Identity {
        self.prepared.made.identity()
    }

    /// Recovers from the cards with these numbers.
    fn recover(&self, numbers: &[u8], cards: Cards) -> Result<(GnuPg, Recovered)> {
        self.recover_into(GnuPg::new()?, numbers, cards)
    }

    fn recover_into(&self, gnupg: GnuPg, numbers: &[u8], cards: Cards) -> Result<(GnuPg, Recovered)> {
        gnupg.types(&"the passphrase of 1 recovered key".into())?;
        let all = self.prepared.sealed.shares();
        let shares: Vec<Share> = all.iter().filter(|s| numbers.contains(&s.x)).cloned().collect();
        let bundle = self.stick.path().join(&self.prepared.folder);
        let recovered = debian::recover(&bundle, &shares, cards, &gnupg)?;
        Ok((gnupg, recovered))
    }
}

/// The identity is back: the same secret key, and it signs and decrypts.
fn recovers(algorithm: Algorithm, numbers: [u8; 3], cards: Cards) -> Result<()> {
    let backup = Backup::make(algorithm)?;
    let (gnupg, recovered) = backup.recover(&numbers, cards)?;
    let identity = backup.identity();
    ensure!(recovered.file("secret-key.asc")?[..] == identity.secret_armored()?[..], "another secret key");
    gnupg.shows_signing(identity)?;
    gnupg.shows_decryption(identity)
}

macro_rules! an_heir_recovers {
    ($($name:ident: $algorithm:expr, $numbers:expr, $cards:expr;)+) => {$(
        #[test]
        fn $name() -> Result<()> {
            recovers($algorithm, $numbers, $cards)
        }
    )+};
}

an_heir_recovers! {
    curve_25519_from_pictures: Curve25519, [1, 2, 3], Cards::Pictures;
    curve_25519_from_lines: Curve25519, [2, 3, 4], Cards::Lines;
    curve_25519_from_hexadecimal_digits: Curve25519, [3, 4, 5], Cards::Hexadecimal;
    curve_25519_from_words: Curve25519, [1, 3, 5], Cards::Words;
    rsa_2048_from_lines: Rsa2048, [1, 2, 5], Cards::Lines;
    rsa_2048_from_hexadecimal_digits: Rsa2048, [1, 3, 5], Cards::Hexadecimal;
    rsa_3072_from_lines: Rsa3072, [1, 4, 5], Cards::Lines;
    rsa_3072_from_hexadecimal_digits: Rsa3072, [1, 2, 4], Cards::Hexadecimal;
    rsa_4096_from_lines: Rsa4096, [2, 4, 5], Cards::Lines;
    rsa_4096_from_words: Rsa4096, [1, 2, 3], Cards::Words;
    rsa_4096_from_hexadecimal_digits: Rsa4096, [2, 3, 5], Cards::Hexadecimal;
    p_256_from_lines: NistP256, [1, 3, 4], Cards::Lines;
    p_256_from_hexadecimal_digits: NistP256, [1, 2, 3], Cards::Hexadecimal;
    p_384_from_lines: NistP384, [2, 3, 4], Cards::Lines;
    p_384_from_hexadecimal_digits: NistP384, [3, 4, 5], Cards::Hexadecimal;
    p_521_from_lines: NistP521, [1, 2, 5], Cards::Lines;
    p_521_from_hexadecimal_digits: NistP521, [1, 3, 5], Cards::Hexadecimal;
    brainpool_p_256_from_lines: BrainpoolP256, [1, 4, 5], Cards::Lines;
    brainpool_p_256_from_hexadecimal_digits: BrainpoolP256, [1, 2, 4], Cards::Hexadecimal;
    brainpool_p_384_from_lines: BrainpoolP384, [2, 4, 5], Cards::Lines;
    brainpool_p_384_from_hexadecimal_digits: BrainpoolP384, [2, 3, 5], Cards::Hexadecimal;
    brainpool_p_512_from_lines: BrainpoolP512, [1, 3, 4], Cards::Lines;
    brainpool_p_512_from_hexadecimal_digits: BrainpoolP512, [1, 2, 3], Cards::Hexadecimal;
}

#[test]
fn any_three_of_five_cards_recover() -> Result<()> {
    let backup = Backup::make(Curve25519)?;
    for (i, j, k) in (1..=5).flat_map(|i| (i + 1..=5).flat_map(move |j| (j + 1..=5).map(move |k| (i, j, k))))
    {
        let (_, recovered) = backup.recover(&[i, j, k], Cards::Lines)?;
        assert_eq!(recovered.file("secret-key.asc")?[..], backup.identity().secret_armored()?[..]);
    }
    Ok(())
}

/// A code can hold any text. One trustee's, with a line for each card, would be the whole quorum, and take the
/// true ones' place.
#[test]
fn one_picture_is_one_card() -> Result<()> {
    let backup = Backup::make(Curve25519)?;
    let lines: Vec<_> =
        backup.prepared.sealed.shares()[..4].iter().map(|s| s.to_text().to_string()).collect();
    let code = QrCode::new(lines.join("\n").as_bytes())?;
    let folder = tempfile::tempdir()?;
    fs::create_dir(folder.path().join("pictures"))?;
    fs::write(folder.path().join("pictures/1.pbm"), debian::picture(&code))?;
    let mut terminal = Terminal::open(folder.path(), &GnuPg::new()?)?;
    let commands = debian::commands(&backup.stick.path().join(&backup.prepared.folder), DEBIAN_TOOLS)?;
    let of_cards = commands.iter().filter(|command| command.contains("cards.txt"));
    let typed: Vec<_> = of_cards.map(|command| terminal.run(command)).collect::<Result<_>>()?;
    ensure!(typed.len() == 2, "these are two commands");
    let files = fs::read_dir(folder.path())?.flatten();
    let shares = files.filter(|file| file.file_name().to_string_lossy().starts_with("share.")).count();
    ensure!(shares == 1, "one picture has become {shares} cards");
    Ok(())
}

#[test]
fn all_five_cards_recover_as_well() -> Result<()> {
    Backup::make(Curve25519)?.recover(&[1, 2, 3, 4, 5], Cards::Lines).map(drop)
}

#[test]
fn the_revocation_certificate_that_comes_back_revokes_the_key() -> Result<()> {
    let backup = Backup::make(Curve25519)?;
    let (_, recovered) = backup.recover(&[1, 3, 5], Cards::Lines)?;
    let friend = GnuPg::new()?;
    friend.import(&backup.identity().public_armored()?)?;
    friend.encrypt(&backup.identity().fingerprint(), b"still trusted")?;
    friend.import(&recovered.file("revocation/compromised.asc")?)?;
    let error = friend.encrypt(&backup.identity().fingerprint(), b"no more").map(drop).unwrap_err();
    assert!(error.to_string().contains("Unusable public key"), "{error}");
    Ok(())
}

/// The guide on renewal, with the key that came back by hand.
#[test]
fn an_owner_gives_the_keys_two_more_years() -> Result<()> {
    gives_two_more_years(GnuPg::new()?, 0)
}

#[test]
fn an_owner_gives_the_keys_two_more_years_with_gnupg_2_4() -> Result<()> {
    gives_two_more_years(GnuPg::new()?.on_trixie()?, 0)
}

/// GnuPG's `*` takes only subkeys that have not expired. So the guide names them.
#[test]
fn an_owner_gives_two_more_years_to_keys_that_have_expired() -> Result<()> {
    gives_two_more_years(GnuPg::new()?, 2)
}

/// So many years after the keys were made for one year.
fn gives_two_more_years(gnupg: GnuPg, later: u64) -> Result<()> {
    const YEAR: u64 = 365 * 24 * 60 * 60;
    let mut plan = fixtures::plan(Curve25519, 3, 5)?;
    plan.expiry = Expiry::Years(1);
    let backup = Backup::of(plan)?;
    let (gnupg, _recovered) = backup.recover_into(gnupg, &[1, 2, 3], Cards::Lines)?;
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.as_secs() + later * YEAR;
    fs::write(gnupg.home().join("gpg.conf"), format!("faked-system-time {now}\n"))?;
    let mut terminal = Terminal::open(backup.stick.path(), &gnupg)?;
    let before = terminal.run("gpg --with-colons --list-keys")?;
    for command in typed(&backup.stick.path().join(&backup.prepared.folder), YEARLY)? {
        terminal.run(&command)?;
    }
    let after = terminal.run("gpg --with-colons --list-keys")?;
    let expiries = |screen: &str| -> Vec<u64> {
        let keys = screen.lines().filter(|line| line.starts_with("pub:") || line.starts_with("sub:"));
        keys.filter_map(|line| line.split(':').nth(6)?.parse().ok()).collect()
    };
    let (before, after) = (expiries(&before), expiries(&after));
    assert_eq!((before.len(), after.len()), (4, 4));
    ensure!(before.iter().zip(&after).all(|(before, after)| after > before), "{before:?} {after:?}");
    ensure!(after.iter().all(|after| *after > now + YEAR), "not all of them last: {after:?}");
    ensure!(terminal.run("cat renewed-key.asc")?.contains("BEGIN PGP PUBLIC KEY BLOCK"));
    Ok(())
}

/// Some programs hold that a renewal overtakes a revocation that is older (RFC 9580 § 5.2.3.31): Sequoia does, GnuPG does
/// not. What the guide tells to make after a renewal counts for all of them.
#[test]
fn after_a_renewal_the_new_superseded_counts_and_the_ready_made_compromised_too() -> Result<()> {
    let backup = Backup::make(Curve25519)?;
    let (gnupg, recovered) = backup.recover(&[1, 2, 3], Cards::Lines)?;
    let now = SystemTime::now() + Duration::from_secs(3600);
    let seconds = now.duration_since(SystemTime::UNIX_EPOCH)?.as_secs();
    fs::write(gnupg.home().join("gpg.conf"), format!("faked-system-time {seconds}\n"))?;
    let mut terminal = Terminal::open(backup.stick.path(), &gnupg)?;
    for command in typed(&backup.stick.path().join(&backup.prepared.folder), YEARLY)? {
        terminal.run(&command)?;
    }
    let file = |name: &str| fs::read(backup.stick.path().join(name));
    let renewed = file("renewed-key.asc")?;
    let made = file("superseded.asc")?;
    let (policy, then) = (StandardPolicy::new(), now + Duration::from_secs(7200));
    let revoked = |revocation: &[u8]| -> Result<bool> {
        let Some(Packet::Signature(revocation)) = PacketPile::from_bytes(revocation)?.into_children().next()
        else {
            bail!("no revocation")
        };
        let cert = Cert::from_bytes(&renewed)?.insert_packets(revocation)?.0;
        Ok(matches!(cert.revocation_status(&policy, then), RevocationStatus::Revoked(_)))
    };
    for (name, counts) in [("superseded", false), ("retired", false), ("compromised", true)] {
        assert_eq!(revoked(&recovered.file(&format!("revocation/{name}.asc"))?)?, counts, "{name}");
    }
    ensure!(revoked(&made)?, "what was made anew does not count");
    let friend = GnuPg::new()?;
    friend.import(&renewed)?;
    friend.gpg(&["--faked-system-time", &(seconds + 9).to_string(), "--import"], &made)?;
    let listed = String::from_utf8(friend.gpg(&["--with-colons", "-k"], b"")?)?;
    ensure!(listed.lines().any(|line| line.starts_with("pub:r:")), "{listed}");
    Ok(())
}

#[test]
fn two_of_five_cards_do_not_recover() -> Result<()> {
    let error = Backup::make(Curve25519)?.recover(&[2, 4], Cards::Lines).map(drop).unwrap_err();
    assert!(error.to_string().contains("Bad session key"), "{error}");
    Ok(())
}
