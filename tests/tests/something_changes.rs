//! 'Something about my keys changes', on its screens: each change is in the backup that is opened afterwards, with the cards
//! that there were, and everything else is as it was.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Result, ensure};
use coldspare::backup::{Share, bundle};
use coldspare::ceremony::{Changed, Did, Made, Recovery, Rehearsed, bundles};
use coldspare::key;
use coldspare::language::Key;
use coldspare::machine::stick::folder::Mounted;
use coldspare::openpgp::{Identity, read_public};
use coldspare::plan::Algorithm::{self, Curve25519, NistP256, Rsa4096};
use coldspare::plan::{PrimaryKey, Role, Slot};
use coldspare_tests::gnupg::GnuPg;
use coldspare_tests::in_process::InProcess;
use coldspare_tests::{VirtualBus, fixtures};
use ratatui::crossterm::event::KeyCode::{Char, Enter, Esc, F};
use secrecy::{ExposeSecret, SecretString};
use tempfile::TempDir;

/// A backup that there is, and its cards.
struct Before {
    /// With the bundle on it.
    stick: TempDir,
    folder: String,
    shares: Vec<Share>,
    made: Made,
}

/// Two of three cards open it, and something is in its vault.
fn before_of(mut made: Made) -> Result<Before> {
    made.keep("disk", b"correct horse")?;
    made.keep("totp-mail", b"JBSWY3DPEHPK3PXP")?;
    let stick = tempfile::tempdir()?;
    let prepared = fixtures::prepare_made(made, stick.path())?;
    let shares = prepared.sealed.shares().to_vec();
    Ok(Before { stick, folder: prepared.folder, shares, made: prepared.made })
}

fn before(algorithm: Algorithm) -> Result<Before> {
    before_of(fixtures::made(fixtures::plan(algorithm, 2, 3)?)?)
}

/// A key of GnuPG's that was brought along.
fn brought() -> Result<Before> {
    let (_, exported) = GnuPg::new()?.generate(["ed25519", "sign,cert"], &[["cv25519", "encr"]], None)?;
    let mut plan = fixtures::plan(Curve25519, 2, 3)?;
    plan.primary_key = PrimaryKey::Offline;
    let inventory = coldspare::openpgp::inventory(&exported, None, SystemTime::now())?;
    before_of(fixtures::bring(plan, &inventory)?)
}

/// What version 1 wrote.
fn golden() -> Result<Before> {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/v1/curve25519");
    let lines = std::fs::read_to_string(golden.join("shares.txt"))?;
    let shares: Vec<_> = lines.lines().map(Share::parse).collect::<Result<_, _>>()?;
    let (stick, folder) = (tempfile::tempdir()?, "coldspare-68F876F4".to_owned());
    std::fs::create_dir(stick.path().join(&folder))?;
    for file in std::fs::read_dir(golden.join(&folder))? {
        let file = file?;
        std::fs::copy(file.path(), stick.path().join(&folder).join(file.file_name()))?;
    }
    let made = opened(stick.path(), &shares[..3])?.made().clone();
    Ok(Before { stick, folder, shares, made })
}

/// The only bundle on a stick, opened.
fn opened(stick: &Path, shares: &[Share]) -> Result<Rehearsed> {
    let stick = Mounted::at(stick);
    let all = bundles(&stick)?;
    ensure!(all.len() == 1, "more than one: {all:?}");
    let mut recovery = Recovery::from_bundle(&stick, &all[0])?;
    shares.iter().try_for_each(|share| recovery.add(share.clone()).map(drop))?;
    Ok(recovery.recover()?)
}

/// From home to the list of what can change; with the stick, which stays plugged in.
fn to_list(in_process: &mut InProcess, before: &Before) -> Result<PathBuf> {
    in_process.each(&[Enter, Enter, Enter])?;
    let stick = in_process.plug_stick_with("BACKUP", &[&before.stick.path().join(&before.folder)])?;
    in_process.choose(key!("changes"))?;
    in_process.each(&[Enter, Enter, Enter])?;
    in_process.wait_for(&before.folder)?;
    in_process.key(Enter)?;
    cards(in_process, before)?;
    Ok(stick)
}

/// The first cards, and on to the list.
fn cards(in_process: &mut InProcess, before: &Before) -> Result<()> {
    let needed = usize::from(before.made.plan().quorum.needed());
    for share in &before.shares[..needed] {
        in_process.scan(&share.to_text())?;
        in_process.key(Enter)?;
    }
    in_process.presses_until_at(Enter, "changes-list")
}

/// For two years more.
fn prolong(in_process: &mut InProcess) -> Result<()> {
    in_process.choose(key!("changes-expiry"))?;
    in_process.key(Enter)?;
    in_process.at("changes-list")
}

/// From the list, without new sheets, to what is to be done now.
fn seal(in_process: &mut InProcess) -> Result<()> {
    in_process.choose(key!("changes-seal"))?;
    in_process.choose(key!("new-sheets-no"))?;
    in_process.presses_until_at(Enter, "changes-done")
}

/// Types each of these, and Enter.
fn types(in_process: &mut InProcess, lines: &[&str]) -> Result<()> {
    for line in lines {
        in_process.keys(line)?;
        in_process.key(Enter)?;
    }
    Ok(())
}

fn prints(identity: &Identity) -> [String; 3] {
    Slot::ALL.map(|slot| identity.slot_fingerprint(slot).to_hex())
}

/// The three PINs of a Nitrokey; the user PIN only if it is there.
fn pins(made: &Made, role: &Role) -> [Option<String>; 3] {
    let pins = &made.pins().iter().find(|key| key.role == *role).unwrap().pins;
    let text = |pin: &SecretString| pin.expose_secret().to_owned();
    [pins.user.as_ref().map(text), Some(text(&pins.admin)), Some(text(&pins.reset_code))]
}

/// What changes only if somebody wants it.
fn is_else_the_same(before: &Made, after: &Made) -> Result<()> {
    ensure!(before.identity().fingerprint() == after.identity().fingerprint());
    ensure!(prints(before.identity()) == prints(after.identity()), "the Nitrokeys stay as they are");
    ensure!(before.plan().trustees == after.plan().trustees && before.plan().quorum == after.plan().quorum);
    ensure!(before.vault() == after.vault(), "the vault");
    for role in before.plan().roles() {
        ensure!(pins(before, &role)[1..] == pins(after, &role)[1..], "the PINs of {role}");
    }
    Ok(())
}

fn prolonged(before: &Before) -> Result<()> {
    let mut in_process = InProcess::start(80, 25)?;
    let stick = to_list(&mut in_process, before)?;
    prolong(&mut in_process)?;
    seal(&mut in_process)?;
    let after = opened(&stick, &before.shares[1..])?;
    is_prolonged(before, after.made())?;
    // Everybody else gets it from the stick.
    let public = std::fs::read(stick.join(&before.folder).join(bundle::PUBLIC_KEY))?;
    for friend in [GnuPg::new()?, GnuPg::new()?.on_trixie()?] {
        friend.import(&before.made.identity().public_armored()?)?;
        friend.import(&public)?;
        let list = friend.gpg(&["--with-colons", "--list-keys"], b"")?;
        let list = String::from_utf8(list)?;
        let days =
            list.lines().filter(|line| line.starts_with("pub:")).filter_map(|line| line.split(':').nth(6));
        let until = after.identity().expires().unwrap().duration_since(SystemTime::UNIX_EPOCH)?.as_secs();
        ensure!(days.eq([until.to_string()]), "{list}");
        friend.trust(&read_public(&public)?.fingerprint().to_hex())?;
        friend.encrypt(&before.made.identity().fingerprint(), b"new mail")?;
    }
    Ok(())
}

fn is_prolonged(before: &Before, after: &Made) -> Result<()> {
    is_else_the_same(&before.made, after)?;
    let (old, new) = (before.made.identity().expires(), after.identity().expires());
    ensure!(new.is_some() && old != new, "{old:?} {new:?}");
    ensure!(after.sealing().map(|sealing| sealing.number) == Some(2));
    let revocations = |made: &Made| made.revocations().to_vec();
    ensure!(revocations(&before.made) != revocations(after), "the ready-made revocations are made anew");
    Ok(())
}

#[test]
fn new_keys_on_curve_25519_and_p_256_are_prolonged_with_the_same_cards() -> Result<()> {
    prolonged(&before(Curve25519)?)?;
    prolonged(&before(NistP256)?)
}

#[test]
fn rsa_keys_are_prolonged_with_the_same_cards() -> Result<()> {
    prolonged(&before(Rsa4096)?)
}

#[test]
fn a_key_that_gnupg_made_is_prolonged_with_the_same_cards() -> Result<()> {
    prolonged(&brought()?)
}

#[test]
fn what_version_1_sealed_is_prolonged_with_the_same_cards() -> Result<()> {
    prolonged(&golden()?)
}

#[test]
fn names_come_and_go_and_come_first() -> Result<()> {
    let before = before(Curve25519)?;
    let mut in_process = InProcess::start(80, 25)?;
    let stick = to_list(&mut in_process, &before)?;
    in_process.choose(key!("changes-user-ids"))?;
    in_process.choose(key!("changes-name-add"))?;
    types(&mut in_process, &["Ada King", "countess@example.org"])?;
    in_process.at("changes-list")?;
    // The new one first.
    for answer in ['2', '3'] {
        in_process.choose(key!("changes-user-ids"))?;
        in_process.each(&[Char('2'), Enter, Char(answer), Enter])?;
        in_process.at("changes-list")?;
    }
    seal(&mut in_process)?;
    let after = opened(&stick, &before.shares[1..])?;
    is_else_the_same(&before.made, after.made())?;
    ensure!(after.identity().user_ids() == ["Ada King <countess@example.org>"]);
    ensure!(after.plan().user_ids == ["Ada King <countess@example.org>"]);
    ensure!(after.identity().expires() == before.made.identity().expires());
    Ok(())
}

#[test]
fn the_last_name_stays_and_it_is_said_why() -> Result<()> {
    let before = before(Curve25519)?;
    let mut in_process = InProcess::start(80, 25)?;
    to_list(&mut in_process, &before)?;
    prolong(&mut in_process)?;
    in_process.choose(key!("changes-user-ids"))?;
    in_process.each(&[Enter, Char('3'), Enter])?;
    in_process.at("changes-change")?;
    in_process.settle()?;
    in_process.key(Enter)?;
    // What was wanted before is still there.
    in_process.at("changes-list")?;
    let will = in_process.app().context().say(key!("changes-list-will"));
    in_process.wait_for(&will)
}

/// Esc goes back a step, as it does everywhere: a secret that was typed is not typed once more. Nor is anything made once more
/// by whoever runs back and forth.
#[test]
fn esc_at_the_list_takes_nothing_back_and_makes_nothing_anew() -> Result<()> {
    let before = before(Curve25519)?;
    let mut in_process = InProcess::start(80, 25)?;
    let stick = to_list(&mut in_process, &before)?;
    prolong(&mut in_process)?;
    in_process.choose(key!("changes-kept"))?;
    in_process.choose(key!("changes-vault-add"))?;
    types(&mut in_process, &["recovery-codes", "1234 5678"])?;
    in_process.at("changes-list")?;
    in_process.key(Esc)?;
    in_process.at("changes-back")?;
    in_process.presses_until_at(Enter, "changes-list")?;
    ensure!(in_process.shows("recovery-codes"), "{}", in_process.screen());
    to_rehearsal(&mut in_process)?;
    in_process.presses_until_at(Esc, "changes-back")?;
    in_process.presses_until_at(Enter, "changes-list")?;
    seal(&mut in_process)?;
    let after = opened(&stick, &before.shares[1..])?;
    ensure!(after.vault().iter().any(|(name, _)| name.contains("recovery-codes")), "it was taken back");
    ensure!(after.made().sealing().map(|sealing| sealing.number) == Some(2), "sealed once more");
    let entries = in_process.app().context().journal.entries();
    let sealed = |did| matches!(did, Did::Sealed { .. } | Did::Changed { .. });
    ensure!(entries.iter().filter(|entry| sealed(entry.did)).count() == 3, "{entries:?}");
    Ok(())
}

/// The cards were taken out and read again: what was wanted is still wanted, and is said as it will be.
#[test]
fn with_other_cards_what_was_wanted_is_made_anew_before_it_is_listed() -> Result<()> {
    let before = before(Curve25519)?;
    let mut in_process = InProcess::start(80, 25)?;
    let stick = to_list(&mut in_process, &before)?;
    prolong(&mut in_process)?;
    let said = in_process.screen();
    in_process.presses_until_at(Esc, "lost-cards")?;
    in_process.each(&[F(2), Enter])?;
    in_process.scan(&before.shares[2].to_text())?;
    in_process.presses_until_at(Enter, "changes-list")?;
    ensure!(in_process.screen() == said, "{}", in_process.screen());
    seal(&mut in_process)?;
    let after = opened(&stick, &before.shares[1..])?;
    ensure!(after.identity().expires() > before.made.identity().expires());
    Ok(())
}

#[test]
fn the_vault_is_changed_entry_by_entry() -> Result<()> {
    let before = before(Curve25519)?;
    let mut in_process = InProcess::start(80, 25)?;
    let stick = to_list(&mut in_process, &before)?;
    // Another one.
    in_process.choose(key!("changes-kept"))?;
    in_process.choose(key!("changes-vault-add"))?;
    types(&mut in_process, &["recovery-codes", "1234 5678"])?;
    in_process.at("changes-list")?;
    // A new secret under another name.
    in_process.choose(key!("changes-kept"))?;
    in_process.each(&[Enter, Char('3'), Enter])?;
    types(&mut in_process, &["-2", "battery staple"])?;
    in_process.at("changes-list")?;
    in_process.choose(key!("changes-kept"))?;
    in_process.each(&[Char('1'), Enter, Char('2'), Enter])?;
    ensure!(in_process.shows("JBSWY3DPEHPK3PXP"), "{}", in_process.screen());
    in_process.each(&[Esc, Char('1'), Enter, Char('4'), Enter])?;
    in_process.at("changes-list")?;
    seal(&mut in_process)?;
    let after = opened(&stick, &before.shares[1..])?;
    let mut kept: Vec<_> = after.vault().iter().map(|(name, secret)| (name.as_str(), &secret[..])).collect();
    kept.sort_unstable();
    ensure!(
        kept == [("disk-2", &b"battery staple"[..]), ("recovery-codes", b"1234 5678")],
        "{:?}",
        kept.iter().map(|(name, _)| name).collect::<Vec<_>>()
    );
    Ok(())
}

#[test]
fn pins_that_were_changed_are_told_to_the_backup_which_may_hold_the_user_pin() -> Result<()> {
    let before = before(Curve25519)?;
    ensure!(!before.made.plan().user_pin_in_backup);
    let mut in_process = InProcess::start(80, 25)?;
    let stick = to_list(&mut in_process, &before)?;
    in_process.choose(key!("changes-pin"))?;
    in_process.choose(key!("changes-pins-keep"))?;
    for pin in ["271828", "314159"] {
        types(&mut in_process, &[pin, pin])?;
    }
    in_process.at("changes-list")?;
    // The spare's admin PIN.
    in_process.choose(key!("changes-pin"))?;
    in_process.each(&[Char('3'), Enter, Char('2'), Enter])?;
    types(&mut in_process, &["16180339", "16180339"])?;
    in_process.at("changes-list")?;
    seal(&mut in_process)?;
    let after = opened(&stick, &before.shares[1..])?;
    ensure!(after.plan().user_pin_in_backup);
    let [was, now] = [&before.made, after.made()].map(|made| pins(made, &Role::Primary));
    ensure!(now[0].as_deref() == Some("271828") && was[1..] == now[1..]);
    let [was, now] = [&before.made, after.made()].map(|made| pins(made, &Role::SPARE));
    ensure!(now[0].as_deref() == Some("314159") && now[1].as_deref() == Some("16180339") && was[2] == now[2]);

    // And out again.
    let mut in_process = InProcess::start(80, 25)?;
    let folder = tempfile::tempdir()?;
    std::fs::rename(stick.join(&before.folder), folder.path().join(&before.folder))?;
    let again = Before { stick: folder, made: after.made().clone(), ..before };
    let stick = to_list(&mut in_process, &again)?;
    in_process.choose(key!("changes-pin"))?;
    in_process.choose(key!("changes-pins-drop"))?;
    in_process.at("changes-list")?;
    seal(&mut in_process)?;
    let after = opened(&stick, &again.shares[1..])?;
    ensure!(pins(after.made(), &Role::Primary)[0].is_none() && !after.plan().user_pin_in_backup);
    ensure!(after.made().sealing().map(|sealing| sealing.number) == Some(3));
    Ok(())
}

#[test]
fn notes_and_the_language_of_the_paper_are_changed() -> Result<()> {
    let before = before(Curve25519)?;
    let mut in_process = InProcess::start(80, 25)?;
    let stick = to_list(&mut in_process, &before)?;
    in_process.choose(key!("changes-where"))?;
    types(&mut in_process, &["in the safe", "", "with the notary"])?;
    in_process.at("changes-list")?;
    in_process.choose(key!("changes-paper"))?;
    in_process.each(&[Char('2'), Enter])?;
    in_process.at("changes-list")?;
    seal(&mut in_process)?;
    let after = opened(&stick, &before.shares[1..])?;
    let notes: Vec<_> = after.plan().trustees.iter().map(|trustee| trustee.note.as_str()).collect();
    ensure!(notes == ["in the safe", "", "with the notary"], "{notes:?}");
    ensure!(after.plan().language == "de");
    let guide = std::fs::read_to_string(stick.join(&before.folder).join(bundle::GUIDE))?;
    ensure!(guide.contains("Schlüssel"), "{guide}");
    Ok(())
}

#[test]
fn where_nothing_changes_nothing_is_sealed() -> Result<()> {
    let before = before(Curve25519)?;
    let mut in_process = InProcess::start(80, 25)?;
    let stick = to_list(&mut in_process, &before)?;
    prolong(&mut in_process)?;
    in_process.key(F(2))?;
    in_process.choose(key!("changes-nothing"))?;
    in_process.at("home")?;
    let after = opened(&stick, &before.shares[1..])?;
    ensure!(after.made().sealing().map(|sealing| sealing.number) == Some(1));
    Ok(())
}

/// From home to the list of what can change, from the backup sheet alone.
fn to_list_from_paper(in_process: &mut InProcess, before: &Before) -> Result<()> {
    let opened_first = opened(before.stick.path(), &before.shares[..2])?;
    let sealed = std::fs::read(before.stick.path().join(&before.folder).join(bundle::SEALED_BACKUP))?;
    let inside = opened_first.made().sealing().unwrap();
    let codes = coldspare::backup::parts(inside.set, inside.number, &sealed)?;
    in_process.each(&[Enter, Enter, Enter])?;
    in_process.choose(key!("changes"))?;
    in_process.key(Enter)?;
    in_process.choose(key!("lost-from-sheet"))?;
    in_process.key(Enter)?;
    for code in codes {
        if in_process.is_at("lost-cards") {
            break;
        }
        in_process.scan(&code.to_text())?;
        in_process.key(Enter)?;
    }
    cards(in_process, before)
}

#[test]
fn from_paper_alone_the_keys_are_prolonged_and_come_to_a_stick() -> Result<()> {
    let before = before(Curve25519)?;
    let mut in_process = InProcess::start(80, 25)?;
    to_list_from_paper(&mut in_process, &before)?;
    let stick = in_process.plug_stick("NEW")?;
    prolong(&mut in_process)?;
    seal(&mut in_process)?;
    is_prolonged(&before, opened(&stick, &before.shares[1..])?.made())
}

#[test]
fn its_nitrokey_works_on_after_keys_are_prolonged() -> Result<()> {
    let mut before = before(Curve25519)?;
    let key = fixtures::key(virtual_nitrokey::Model::Nitrokey3, 0x0A0B_0C01)?;
    let (bus, serial) = (VirtualBus::with(&[&key]), fixtures::serial(&key));
    let mut rehearsed = opened(before.stick.path(), &before.shares[..2])?;
    let user = SecretString::from("271828");
    let pins = rehearsed.pins(&Role::Primary, Some(&user))?;
    fixtures::flash_and_prove(&mut rehearsed, &bus, serial, &Role::Primary, &pins, &mut |_| ())?;
    let mut in_process = InProcess::start(80, 25)?;
    let stick = to_list(&mut in_process, &before)?;
    prolong(&mut in_process)?;
    seal(&mut in_process)?;
    let after = opened(&stick, &before.shares[1..])?;
    before.made = after.made().clone();
    after.prove_spare(&bus, serial, &user, &mut |_| ())?;
    Ok(())
}

/// From the list, without new sheets, until the bundle is on the stick.
fn to_rehearsal(in_process: &mut InProcess) -> Result<()> {
    in_process.choose(key!("changes-seal"))?;
    in_process.choose(key!("new-sheets-no"))?;
    in_process.presses_until_at(Enter, "renew-bundle")?;
    in_process.key(Enter)?;
    in_process.settle()
}

#[test]
fn what_was_cut_off_before_the_rehearsal_is_told_and_finished() -> Result<()> {
    let before = before(Curve25519)?;
    let folder = tempfile::tempdir()?;
    let mut in_process = InProcess::start(80, 25)?;
    let stick = to_list(&mut in_process, &before)?;
    prolong(&mut in_process)?;
    to_rehearsal(&mut in_process)?;
    // The power fails.
    let mounted = Mounted::at(&stick);
    ensure!(bundles(&mounted)?.len() == 2, "both are there");
    for name in bundles(&mounted)? {
        let mut recovery = Recovery::from_bundle(&mounted, &name)?;
        before.shares[..2].iter().try_for_each(|share| recovery.add(share.clone()).map(drop))?;
        recovery.recover()?;
        std::fs::rename(stick.join(&name), folder.path().join(&name))?;
    }
    drop(in_process);

    let mut in_process = InProcess::start(80, 25)?;
    in_process.each(&[Enter, Enter, Enter])?;
    let kept = format!("{}.old", before.folder);
    let both = [&before.folder, &kept].map(|name| folder.path().join(name));
    let stick = in_process.plug_stick_with("BACKUP", &[&both[0], &both[1]])?;
    in_process.choose(key!("changes"))?;
    in_process.each(&[Enter, Enter, Enter])?;
    // The newer one is preset.
    in_process.wait_for(&before.folder)?;
    in_process.key(Enter)?;
    cards(&mut in_process, &before)?;
    in_process.wait_for("BACKUP")?;
    seal(&mut in_process)?;
    let after = opened(&stick, &before.shares[1..])?;
    ensure!(after.made().sealing().map(|sealing| sealing.number) == Some(3));
    ensure!(after.identity().expires() > before.made.identity().expires(), "what was changed is there");
    in_process.presses_until_at(Esc, "changes-list")?;
    ensure!(!in_process.screen().contains("two backups of these keys lie"), "{}", in_process.screen());
    Ok(())
}

/// What was sealed before is on the stick, and is not made room for by another one of the same number.
#[test]
fn with_another_card_of_the_same_backup_sealings_are_counted_on() -> Result<()> {
    let before = before(Curve25519)?;
    let mut in_process = InProcess::start(80, 25)?;
    let stick = to_list(&mut in_process, &before)?;
    prolong(&mut in_process)?;
    to_rehearsal(&mut in_process)?;
    in_process.presses_until_at(Esc, "lost-cards")?;
    in_process.each(&[F(2), Enter])?;
    in_process.scan(&before.shares[2].to_text())?;
    in_process.presses_until_at(Enter, "changes-list")?;
    prolong(&mut in_process)?;
    seal(&mut in_process)?;
    let after = opened(&stick, &before.shares[1..])?;
    let number = after.made().sealing().map(|sealing| sealing.number);
    ensure!(number == Some(3), "{number:?}");
    ensure!(after.identity().expires() > before.made.identity().expires(), "what was changed is there");
    Ok(())
}

/// What is said to whom wants to leave now, who then stays.
fn loss_is(in_process: &mut InProcess, said: Key) -> Result<()> {
    let said = in_process.app().context().say(said);
    in_process.key(F(10))?;
    in_process.wait_for(&said)?;
    in_process.key(Esc)
}

#[test]
fn what_would_be_lost_is_said_as_it_is_also_once_something_is_on_a_stick() -> Result<()> {
    let before = before(Curve25519)?;
    let mut in_process = InProcess::start(80, 25)?;
    to_list(&mut in_process, &before)?;
    prolong(&mut in_process)?;
    let entries = in_process.app().context().journal.entries();
    let changed = |did| matches!(did, Did::Changed { what: Changed::Details, .. });
    ensure!(entries.iter().filter(|entry| changed(entry.did)).count() == 1, "{entries:?}");
    loss_is(&mut in_process, key!("renew-loss-changed"))?;
    to_rehearsal(&mut in_process)?;
    loss_is(&mut in_process, key!("renew-loss-stick"))?;
    // Something else, after all: what is on the stick is not that.
    in_process.presses_until_at(Esc, "changes-list")?;
    in_process.choose(key!("changes-paper"))?;
    in_process.each(&[Char('2'), Enter])?;
    in_process.at("changes-list")?;
    loss_is(&mut in_process, key!("renew-loss-again"))?;
    in_process.choose(key!("changes-seal"))?;
    in_process.choose(key!("new-sheets-no"))?;
    in_process.presses_until_at(Enter, "renew-bundle")?;
    loss_is(&mut in_process, key!("renew-loss-again"))?;
    in_process.key(Enter)?;
    in_process.settle()?;
    loss_is(&mut in_process, key!("renew-loss-stick"))
}

/// All was done, and then something else changes after all.
#[test]
fn what_is_wanted_after_the_end_is_not_lost_unasked() -> Result<()> {
    let before = before(Curve25519)?;
    let mut in_process = InProcess::start(80, 25)?;
    to_list(&mut in_process, &before)?;
    prolong(&mut in_process)?;
    seal(&mut in_process)?;
    in_process.presses_until_at(Esc, "changes-list")?;
    in_process.choose(key!("changes-paper"))?;
    in_process.each(&[Char('2'), Enter])?;
    in_process.at("changes-list")?;
    loss_is(&mut in_process, key!("renew-loss-again"))
}

#[test]
fn beside_a_backup_on_a_fresh_stick_no_other_is_said_to_lie() -> Result<()> {
    let before = before(Curve25519)?;
    let mut in_process = InProcess::start(80, 25)?;
    to_list_from_paper(&mut in_process, &before)?;
    in_process.plug_stick("NEW")?;
    prolong(&mut in_process)?;
    to_rehearsal(&mut in_process)?;
    loss_is(&mut in_process, key!("renew-loss-new-stick"))
}

#[test]
fn what_was_sealed_and_is_taken_back_is_sealed_as_it_was() -> Result<()> {
    let before = before(Curve25519)?;
    let mut in_process = InProcess::start(80, 25)?;
    let stick = to_list(&mut in_process, &before)?;
    prolong(&mut in_process)?;
    to_rehearsal(&mut in_process)?;
    in_process.presses_until_at(Esc, "changes-list")?;
    in_process.key(F(2))?;
    in_process.at("changes-list")?;
    seal(&mut in_process)?;
    let after = opened(&stick, &before.shares[1..])?;
    is_else_the_same(&before.made, after.made())?;
    ensure!(after.identity().expires() == before.made.identity().expires());
    ensure!(after.made().sealing().map(|sealing| sealing.number) == Some(3));
    Ok(())
}

#[test]
fn what_took_the_place_of_an_earlier_wish_gives_it_back_when_it_is_taken_back() -> Result<()> {
    let before = before(Curve25519)?;
    let mut in_process = InProcess::start(80, 25)?;
    let stick = to_list(&mut in_process, &before)?;
    in_process.choose(key!("changes-expiry"))?;
    in_process.each(&[Char('4'), Enter])?;
    in_process.at("changes-list")?;
    in_process.choose(key!("changes-paper"))?;
    in_process.each(&[Char('2'), Enter])?;
    in_process.at("changes-list")?;
    in_process.choose(key!("changes-expiry"))?;
    in_process.each(&[Char('1'), Enter])?;
    in_process.at("changes-list")?;
    in_process.key(F(2))?;
    in_process.at("changes-list")?;
    seal(&mut in_process)?;
    let after = opened(&stick, &before.shares[1..])?;
    let years = |years: u64| SystemTime::now() + std::time::Duration::from_secs(years * 365 * 86_400);
    let until = after.identity().expires().unwrap();
    ensure!(until > years(4) && until < years(6), "five years were wanted first: {until:?}");
    ensure!(after.plan().language == "de");
    Ok(())
}

#[test]
fn sheets_that_were_wanted_and_not_printed_are_not_given_to_anybody() -> Result<()> {
    let before = before(Curve25519)?;
    let mut in_process = InProcess::start(80, 25)?;
    to_list(&mut in_process, &before)?;
    prolong(&mut in_process)?;
    in_process.choose(key!("changes-seal"))?;
    in_process.choose(key!("new-sheets-yes"))?;
    in_process.presses_until_at(Enter, "print-sheets")?;
    in_process.choose(key!("print-sheets-go-on"))?;
    in_process.presses_until_at(Enter, "changes-done")?;
    let old = in_process.app().context().say(key!("changes-done-no-sheets"));
    in_process.wait_for(&old)
}
