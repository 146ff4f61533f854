//! The yearly check, on its screens: what is good is compared with something, what is not here is called not checked, and
//! nothing is written but the report.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result, ensure};
use coldspare::backup::{Share, words};
use coldspare::ceremony::{Change, Did, Made, Meeting, PinChoice, Recovery};
use coldspare::key;
use coldspare::machine::stick::folder::Mounted;
use coldspare::openpgp::Reason;
use coldspare::pins::Pins;
use coldspare::plan::Algorithm::{self, Curve25519, NistP256, Rsa4096};
use coldspare::plan::{Expiry, Plan, PrimaryKey, Role};
use coldspare_tests::gnupg::GnuPg;
use coldspare_tests::in_process::InProcess;
use coldspare_tests::paper::Pdf;
use coldspare_tests::{VirtualBus, fixtures};
use ratatui::crossterm::event::KeyCode::{Char, Down, Enter, Esc, F};
use sequoia_openpgp::parse::Parse as _;
use sequoia_openpgp::serialize::SerializeInto as _;
use sequoia_openpgp::types::SignatureType;
use sequoia_openpgp::{Cert, Packet};
use tempfile::TempDir;
use virtual_nitrokey::{Model, VirtualNitrokey};

const SERIALS: [u32; 2] = [0x1A2B_3C4D, 0x5E6F_7A8B];
const A_DAY: Duration = Duration::from_secs(86_400);

/// Whoever set up keys a year ago: the Nitrokeys are written, and pulled out.
struct Owner {
    stick: TempDir,
    folder: String,
    shares: Vec<Share>,
    needed: usize,
    keys: Vec<VirtualNitrokey>,
    user: String,
}

fn pins(user: &str) -> Pins {
    Pins { user: user.into(), admin: "16180339".into(), reset_code: "33981618".into() }
}

/// With the primary and the spare.
fn owner_of(made: Made) -> Result<Owner> {
    let stick = tempfile::tempdir()?;
    let prepared = fixtures::prepare_made(made, stick.path())?;
    let (mut rehearsed, mut keys) = (prepared.rehearsed, Vec::new());
    for (role, serial) in [Role::Primary, Role::SPARE].into_iter().zip(SERIALS) {
        let key = fixtures::key(Model::Nitrokey3, serial)?;
        let bus = VirtualBus::with(&[&key]);
        let serial = fixtures::serial(&key);
        fixtures::flash_and_prove(&mut rehearsed, &bus, serial, &role, &pins("271828"), &mut |_| ())?;
        key.unplug();
        keys.push(key);
    }
    let needed = prepared.made.plan().quorum.needed().into();
    let shares = prepared.sealed.shares().to_vec();
    Ok(Owner { stick, folder: prepared.folder, shares, needed, keys, user: "271828".into() })
}

fn owner(algorithm: Algorithm) -> Result<Owner> {
    owner_of(fixtures::made(fixtures::plan(algorithm, 2, 3)?)?)
}

/// At home.
fn home() -> Result<InProcess> {
    let mut in_process = InProcess::start(80, 25)?;
    in_process.each(&[Enter, Enter, Enter])?;
    Ok(in_process)
}

/// From home to the sticks, with this folder on the one that it begins with.
fn to_sticks(in_process: &mut InProcess, folder: &Path) -> Result<PathBuf> {
    let stick = in_process.plug_stick_with("BACKUP", &[folder])?;
    in_process.choose(key!("yearly"))?;
    in_process.presses_until_at(Enter, "yearly-bundle")?;
    let name = folder.file_name().unwrap().to_string_lossy().into_owned();
    in_process.wait_for(&name)?;
    in_process.key(Enter)?;
    in_process.at("yearly-sticks")?;
    in_process.wait_for("Stick BACKUP")?;
    Ok(stick)
}

/// And on to the cards.
fn to_cards(in_process: &mut InProcess, owner: &Owner) -> Result<()> {
    to_sticks(in_process, &owner.stick.path().join(&owner.folder))?;
    in_process.key(Enter)?;
    in_process.at("yearly-cards")
}

fn scan(in_process: &mut InProcess, share: &Share) -> Result<()> {
    in_process.scan(&share.to_text())?;
    in_process.scan_enter()
}

/// The first so many cards, each of which is good; then on.
fn cards(in_process: &mut InProcess, shares: &[Share]) -> Result<()> {
    for share in shares {
        scan(in_process, share)?;
        in_process.wait_for(&format!("Card {} of", share.x))?;
        in_process.wait_for("It is as the list")?;
    }
    in_process.key(Enter)
}

/// A Nitrokey is proven with this PIN; it is plugged in.
fn proves(in_process: &mut InProcess, user: &str) -> Result<()> {
    in_process.key(Enter)?;
    in_process.wait_for("tries left")?;
    in_process.keys(user)?;
    in_process.key(Enter)
}

/// What was found, in the order of the report, without what is said in any.
fn report(in_process: &mut InProcess) -> Result<String> {
    in_process.presses_until_at(Enter, "yearly-report")?;
    let before = in_process.pages(0)?.len();
    in_process.key(F(5))?;
    in_process.wait_for("The report was printed")?;
    let page = |page: &Path| Pdf::of(&fs::read(page)?)?.text(1);
    let mut text = page(&in_process.pages(before + 1)?[before])?;
    let many = (2..5).find(|of| text.contains(&format!("Page 1 of {of}"))).unwrap_or(1);
    for next in in_process.pages(before + many)?.get(before + 1..).unwrap_or_default() {
        text += &page(next)?;
    }
    Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// What stands in the report below this heading, up to the next one.
fn part<'a>(report: &'a str, heading: &str) -> Result<&'a str> {
    const HEADINGS: [&str; 3] = ["To be put right", "Not checked", "Good"];
    // The introduction says what each of them means.
    let (_, report) = report.split_once("keep this sheet with it.").context("no introduction")?;
    let Some((_, rest)) = report.split_once(heading) else { return Ok("") };
    let end = HEADINGS.iter().filter_map(|next| rest.find(&format!(" {next} "))).min();
    Ok(&rest[..end.unwrap_or(rest.len())])
}

fn has(report: &str, heading: &str, expected: &[&str]) -> Result<()> {
    let part = part(report, heading)?;
    for expected in expected {
        ensure!(part.contains(expected), "{expected:?} not below {heading:?}:\n{part}\n\nin:\n{report}");
    }
    Ok(())
}

/// Everything is here: sticks, all cards, spare and primary.
fn everything(owner: &Owner) -> Result<()> {
    let mut in_process = home()?;
    to_sticks(&mut in_process, &owner.stick.path().join(&owner.folder))?;
    in_process.plug_stick_with("SECOND", &[&owner.stick.path().join(&owner.folder)])?;
    in_process.wait_for("Stick SECOND")?;
    in_process.key(Enter)?;
    cards(&mut in_process, &owner.shares)?;
    in_process.at("yearly-recovery")?;
    in_process.key(Enter)?;
    in_process.at("yearly-open")?;
    in_process.key(Enter)?;
    in_process.at("yearly-nitrokeys")?;
    for (key, role) in owner.keys.iter().rev().zip(["spare", "primary"]) {
        in_process.plug(key)?;
        let signed = signatures(key)?;
        proves(&mut in_process, &owner.user)?;
        in_process.wait_for("Which one is it?")?;
        in_process.choose(if role == "spare" {
            key!("name-role-spare")
        } else {
            key!("name-role-primary")
        })?;
        ensure!(signatures(key)? == signed + 1, "it did not sign once");
        in_process.unplug(key)?;
    }
    let report = report(&mut in_process)?;
    let serials = SERIALS.map(|serial| format!("{serial:08X}"));
    let all = owner.shares.len();
    has(
        &report,
        "Good",
        &[
            "Stick BACKUP",
            "Stick SECOND",
            "Card 1 of",
            &format!("Card {all} of"),
            "opened the sealed backup",
            "The clock:",
            "This image: Coldspare",
            &serials[0],
            &serials[1],
        ],
    )?;
    has(&report, "Not checked", &["newer image", "PIN slips", "FIDO2"])?;
    ensure!(!part(&report, "Not checked")?.contains("Card"), "{report}");
    ensure!(!part(&report, "Not checked")?.contains("The spare"), "{report}");
    for share in &owner.shares {
        ensure!(words(&share.y).windows(2).all(|two| !report.contains(&two.join(" "))), "a card's words");
    }
    ensure!(!report.contains(&owner.user), "a PIN");
    let did = in_process.app().context().journal.entries();
    ensure!(did.iter().any(|entry| matches!(entry.did, Did::YearlyReport { .. })), "{did:?}");
    Ok(())
}

/// How many signatures a Nitrokey has made (7A, OpenPGP card 3.4 § 4.4.1).
fn signatures(key: &VirtualNitrokey) -> Result<u32> {
    key.transmit(&[0, 0xA4, 4, 0, 6, 0xD2, 0x76, 0, 1, 0x24, 1, 0])?;
    let said = key.transmit(&[0, 0xCA, 0, 0x7A, 0])?;
    let at = said.windows(2).position(|tag| tag == [0x93, 3]).context("no counter")? + 2;
    Ok(u32::from_be_bytes([0, said[at], said[at + 1], said[at + 2]]))
}

#[test]
fn with_all_that_there_is_everything_is_good_for_curve_25519() -> Result<()> {
    everything(&owner(Curve25519)?)
}

#[test]
fn with_all_that_there_is_everything_is_good_for_rsa_4096() -> Result<()> {
    everything(&owner(Rsa4096)?)
}

#[test]
fn with_all_that_there_is_everything_is_good_for_p_256() -> Result<()> {
    everything(&owner(NistP256)?)
}

/// The primary key is in the signature slot, as GnuPG made it.
#[test]
fn with_an_imported_key_of_gnupg_everything_is_good() -> Result<()> {
    let (_, exported) = GnuPg::new()?.generate(["ed25519", "sign,cert"], &[["cv25519", "encr"]], None)?;
    let mut plan = fixtures::plan(Curve25519, 2, 3)?;
    plan.primary_key = PrimaryKey::SignatureSlot;
    let inventory = coldspare::openpgp::inventory(&exported, None, SystemTime::now())?;
    everything(&owner_of(fixtures::bring(plan, &inventory)?)?)
}

/// What version 1 wrote.
fn golden() -> Result<Owner> {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/v1/curve25519");
    let lines = fs::read_to_string(golden.join("shares.txt"))?;
    let shares: Vec<_> = lines.lines().map(Share::parse).collect::<Result<_, _>>()?;
    let (stick, folder) = (tempfile::tempdir()?, "coldspare-68F876F4".to_owned());
    fs::create_dir(stick.path().join(&folder))?;
    for file in fs::read_dir(golden.join(&folder))? {
        let file = file?;
        fs::copy(file.path(), stick.path().join(&folder).join(file.file_name()))?;
    }
    let mut recovery = Recovery::from_bundle(&Mounted::at(stick.path()), &folder)?;
    let needed = usize::from(recovery.missing());
    shares.iter().take(needed).try_for_each(|share| recovery.add(share.clone()).map(drop))?;
    let (mut rehearsed, mut keys) = (recovery.recover()?, Vec::new());
    for (role, serial) in [Role::Primary, Role::SPARE].into_iter().zip(SERIALS) {
        let key = fixtures::key(Model::Nitrokey3, serial)?;
        let (bus, serial) = (VirtualBus::with(&[&key]), fixtures::serial(&key));
        let pins = rehearsed.pins(&role, Some(&"271828".into()))?;
        fixtures::flash_and_prove(&mut rehearsed, &bus, serial, &role, &pins, &mut |_| ())?;
        key.unplug();
        keys.push(key);
    }
    Ok(Owner { stick, folder, shares, needed, keys, user: "271828".into() })
}

#[test]
fn a_backup_of_version_1_is_good() -> Result<()> {
    everything(&golden()?)
}

/// Without a card the spare is proven all the same, and what was not here is called not checked.
#[test]
fn without_a_card_the_spare_is_proven_and_the_rest_is_not_checked() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    to_cards(&mut in_process, &owner)?;
    in_process.key(Enter)?;
    in_process.at("yearly-nitrokeys")?;
    in_process.plug(&owner.keys[1])?;
    proves(&mut in_process, &owner.user)?;
    in_process.wait_for("Which one is it?")?;
    // The spare is preset.
    in_process.key(Enter)?;
    let report = report(&mut in_process)?;
    has(&report, "Good", &["Stick BACKUP", "spare, 000F", &format!("{:08X}", SERIALS[1])])?;
    has(&report, "Not checked", &["Cards 1, 2, 3", "The whole recovery", "used every day"])?;
    ensure!(part(&report, "To be put right")?.is_empty(), "{report}");
    ensure!(!part(&report, "Good")?.contains("Card "), "{report}");
    in_process.presses_until_at(Enter, "yearly-end")?;
    in_process.wait_for("Nothing of what was checked")?;
    in_process.key(Enter)?;
    in_process.at("home")
}

#[test]
fn with_some_cards_each_is_compared_and_the_recovery_is_not_called_good() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    to_cards(&mut in_process, &owner)?;
    cards(&mut in_process, &owner.shares[1..2])?;
    in_process.at("yearly-nitrokeys")?;
    let report = report(&mut in_process)?;
    has(&report, "Good", &["Card 2 of 3"])?;
    has(&report, "Not checked", &["Cards 1, 3", "It takes 2 cards", "The spare"])
}

/// It is said which card it is, and it counts for nothing.
#[test]
fn a_card_of_another_set_is_to_be_put_right() -> Result<()> {
    let (owner, other) = (owner(Curve25519)?, owner(Curve25519)?);
    let mut in_process = home()?;
    to_cards(&mut in_process, &owner)?;
    scan(&mut in_process, &other.shares[0])?;
    in_process.wait_for(&other.shares[0].set.to_string())?;
    // Twice is once.
    scan(&mut in_process, &other.shares[0])?;
    cards(&mut in_process, &owner.shares[..1])?;
    let report = report(&mut in_process)?;
    has(&report, "To be put right", &[&format!("Card 1 of set {}", other.shares[0].set)])?;
    ensure!(report.matches(&other.shares[0].set.to_string()).count() == 1, "{report}");
    has(&report, "Not checked", &["Cards 2, 3"])
}

/// Somebody tries what it is not (OpenPGP card 3.4 § 7.2.2).
fn spend(key: &VirtualNitrokey, times: usize) -> Result<()> {
    key.plug();
    key.transmit(&[0, 0xA4, 4, 0, 6, 0xD2, 0x76, 0, 1, 0x24, 1, 0])?;
    for _ in 0..times {
        key.transmit(b"\0\x20\0\x81\x06000000")?;
    }
    key.unplug();
    Ok(())
}

fn tries(key: &VirtualNitrokey) -> Result<u8> {
    Ok(fixtures::info(&VirtualBus::with(&[key]), fixtures::serial(key))?.tries.user)
}

#[test]
fn a_blocked_spare_is_to_be_put_right_and_is_not_asked_for_its_pin() -> Result<()> {
    let owner = owner(Curve25519)?;
    spend(&owner.keys[1], 3)?;
    let mut in_process = home()?;
    to_cards(&mut in_process, &owner)?;
    in_process.key(Enter)?;
    in_process.plug(&owner.keys[1])?;
    in_process.wait_for("blocked")?;
    choose_nitrokey(&mut in_process)?;
    in_process.wait_for("I have forgotten a PIN")?;
    in_process.at("yearly-nitrokeys")?;
    go_on(&mut in_process)?;
    let report = report(&mut in_process)?;
    has(&report, "To be put right", &["its user PIN is blocked", &format!("{:08X}", SERIALS[1])])?;
    has(&report, "Not checked", &["The spare"])
}

/// The first Nitrokey of the list, whatever is preset.
fn choose_nitrokey(in_process: &mut InProcess) -> Result<()> {
    in_process.each(&[Char('1'), Enter])
}

/// The line that goes on.
fn go_on(in_process: &mut InProcess) -> Result<()> {
    in_process.choose(key!("yearly-nitrokeys-next"))
}

#[test]
fn a_wrong_pin_costs_one_try_and_the_last_one_is_never_spent() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    to_cards(&mut in_process, &owner)?;
    in_process.key(Enter)?;
    in_process.plug(&owner.keys[1])?;
    for left in [2, 1] {
        in_process.at("yearly-nitrokeys")?;
        in_process.key(Char('1'))?;
        in_process.wait_for(&format!("has {} tries left", left + 1))?;
        in_process.key(Enter)?;
        in_process.wait_for(&format!("has {} tries left", left + 1))?;
        in_process.keys("314159")?;
        in_process.key(Enter)?;
        ensure!(tries(&owner.keys[1])? == left, "{}", in_process.screen());
    }
    in_process.key(Char('1'))?;
    in_process.wait_for("one try left")?;
    in_process.key(Enter)?;
    in_process.wait_for("It is not spent here")?;
    in_process.keys(&owner.user)?;
    ensure!(tries(&owner.keys[1])? == 1);
    go_on(&mut in_process)?;
    let report = report(&mut in_process)?;
    has(&report, "To be put right", &["one try left"])?;
    ensure!(tries(&owner.keys[1])? == 1);
    Ok(())
}

#[test]
fn a_right_pin_after_a_wrong_one_is_good_and_all_tries_are_back() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    to_cards(&mut in_process, &owner)?;
    in_process.key(Enter)?;
    in_process.plug(&owner.keys[1])?;
    proves(&mut in_process, "314159")?;
    in_process.at("yearly-nitrokeys")?;
    choose_nitrokey(&mut in_process)?;
    in_process.wait_for("has 2 tries left")?;
    in_process.keys(&owner.user)?;
    in_process.key(Enter)?;
    in_process.wait_for("Which one is it?")?;
    in_process.key(Enter)?;
    ensure!(tries(&owner.keys[1])? == 3);
    let report = report(&mut in_process)?;
    has(&report, "Good", &["spare, 000F"])?;
    ensure!(part(&report, "To be put right")?.is_empty(), "{report}");
    Ok(())
}

/// A stick without the bundle, one that cannot be read, one of other keys, and one with last year's.
#[test]
fn each_stick_is_called_what_it_is() -> Result<()> {
    let (owner, other) = (owner(Curve25519)?, owner(Curve25519)?);
    let folder = owner.stick.path().join(&owner.folder);
    let mut in_process = home()?;
    to_sticks(&mut in_process, &folder)?;
    in_process.plug_stick("HOLIDAYS")?;
    in_process.wait_for("Stick HOLIDAYS: there is no backup on it")?;
    in_process.unplug_stick("HOLIDAYS")?;
    let drawer = tempfile::tempdir()?;
    let damaged = drawer.path().join(&owner.folder);
    fs::create_dir(&damaged)?;
    for file in fs::read_dir(&folder)? {
        let file = file?;
        fs::copy(file.path(), damaged.join(file.file_name()))?;
    }
    let sealed = damaged.join("sealed-backup.pgp");
    let mut bytes = fs::read(&sealed)?;
    let at = bytes.len() / 2;
    bytes[at] ^= 1;
    fs::write(&sealed, bytes)?;
    in_process.plug_stick_with("WORN", &[&damaged])?;
    in_process.wait_for("Stick WORN cannot be read")?;
    in_process.unplug_stick("WORN")?;
    in_process.plug_stick_with("OTHERS", &[&other.stick.path().join(&other.folder)])?;
    in_process.wait_for("Stick OTHERS: a backup of other keys")?;
    let report = report(&mut in_process)?;
    has(&report, "Good", &["Stick BACKUP"])?;
    has(&report, "To be put right", &["Stick WORN cannot be read"])?;
    has(&report, "Not checked", &["Stick HOLIDAYS", "Stick OTHERS"])
}

/// The next sealing for the same cards, as a renewal writes it.
#[test]
fn an_old_backup_and_a_newer_one_are_told_from_each_other() -> Result<()> {
    let made = fixtures::made(fixtures::plan(Curve25519, 2, 3)?)?;
    let (first, second) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let prepared = fixtures::prepare_made(made, first.path())?;
    let again = prepared.sealed.again(
        &prepared.made,
        coldspare::ceremony::Planned { sticks: 1, sheets: 0 },
        &mut |_| (),
    )?;
    again.write(&Mounted::at(second.path()), &mut |_| ())?;
    for (begins, comes, heading, said) in [
        (&second, &first, "To be put right", "Stick LATER has an old backup: sealing 1"),
        (&first, &second, "To be put right", "Stick LATER has a newer backup: sealing 2"),
    ] {
        let mut in_process = home()?;
        to_sticks(&mut in_process, &begins.path().join(&prepared.folder))?;
        in_process.plug_stick_with("LATER", &[&comes.path().join(&prepared.folder)])?;
        in_process.wait_for(said)?;
        has(&report(&mut in_process)?, heading, &[said])?;
    }
    Ok(())
}

/// Nothing is compared with anything, and so nothing is called good but the day that the owner has said.
#[test]
fn without_a_bundle_nothing_is_called_good() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    in_process.plug_stick("HOLIDAYS")?;
    in_process.plug(&owner.keys[1])?;
    in_process.choose(key!("yearly"))?;
    in_process.presses_until_at(Enter, "yearly-bundle")?;
    in_process.wait_for("HOLIDAYS")?;
    in_process.choose(key!("yearly-bundle-without"))?;
    in_process.at("yearly-sticks")?;
    in_process.key(Enter)?;
    in_process.at("yearly-cards")?;
    for share in &owner.shares {
        scan(&mut in_process, share)?;
        in_process.wait_for("compared with nothing")?;
    }
    let report = report(&mut in_process)?;
    has(&report, "To be put right", &["No stick with a backup was there"])?;
    has(&report, "Not checked", &["Card 1", "Card 2", "Card 3", "The spare", "Until when the keys last"])?;
    let good = part(&report, "Good")?;
    ensure!(good.matches("Confirmed by the owner").count() == 1, "{good}");
    ensure!(!good.contains("Card") && !good.contains("Stick") && !good.contains("image"), "{good}");
    Ok(())
}

fn lasts(days: u32) -> Result<Owner> {
    // Made two years before they expire, as is preset.
    let mut plan: Plan = fixtures::plan(Curve25519, 2, 3)?;
    plan.expiry = Expiry::Years(2);
    let made = SystemTime::now() + A_DAY * days - A_DAY * 731;
    owner_of(Made::make(&Meeting::new(plan)?, PinChoice::Generated, made, &mut |_| ())?)
}

#[test]
fn keys_that_expire_within_a_year_are_prolonged_at_once() -> Result<()> {
    let owner = lasts(200)?;
    let mut in_process = home()?;
    to_cards(&mut in_process, &owner)?;
    in_process.key(Enter)?;
    let report = report(&mut in_process)?;
    has(&report, "To be put right", &["The keys expire on", "Prolong them now"])?;
    in_process.presses_until_at(Enter, "yearly-end")?;
    in_process.wait_for("Prolong the keys now")?;
    in_process.key(Enter)?;
    in_process.until("the changes begin", |in_process| {
        let name = in_process.app().context().say(key!("changes"));
        in_process.screen().lines().next().is_some_and(|top| top.contains(&name))
    })
}

#[test]
fn keys_that_have_expired_are_told_and_those_that_last_are_good() -> Result<()> {
    for (days, heading, said) in
        [(0, "To be put right", "The keys have expired on"), (400, "Good", "The keys last until")]
    {
        let owner = lasts(days)?;
        let mut in_process = home()?;
        to_cards(&mut in_process, &owner)?;
        in_process.key(Enter)?;
        has(&report(&mut in_process)?, heading, &[said])?;
    }
    Ok(())
}

/// The clock stands before the day on which the backup was sealed.
#[test]
fn a_clock_that_is_behind_is_to_be_put_right() -> Result<()> {
    let made = fixtures::made_at(fixtures::plan(Curve25519, 2, 3)?, SystemTime::now() + A_DAY * 400)?;
    let stick = tempfile::tempdir()?;
    let prepared = fixtures::prepare_made(made, stick.path())?;
    let mut in_process = home()?;
    in_process.plug_stick_with("BACKUP", &[&stick.path().join(&prepared.folder)])?;
    in_process.choose(key!("yearly"))?;
    in_process.presses_until_at(Enter, "yearly-bundle")?;
    in_process.wait_for(&prepared.folder)?;
    in_process.key(Enter)?;
    in_process.wait_for("most likely the clock is")?;
    in_process.key(Enter)?;
    in_process.at("yearly-sticks")?;
    has(&report(&mut in_process)?, "To be put right", &["The clock is wrong"])
}

/// After a theft: the Nitrokey has subkeys that are revoked.
#[test]
fn a_nitrokey_with_old_subkeys_is_not_called_good() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut recovery = Recovery::from_bundle(&Mounted::at(owner.stick.path()), &owner.folder)?;
    owner.shares[..owner.needed].iter().try_for_each(|share| recovery.add(share.clone()).map(drop))?;
    let mut made = recovery.recover()?.made().clone();
    made.change(&Change::NewSubkeys(Reason::Compromised), SystemTime::now())?;
    made.renew_pins(PinChoice::Generated)?;
    let stick = tempfile::tempdir()?;
    let prepared = fixtures::prepare_made(made, stick.path())?;
    let mut in_process = home()?;
    to_sticks(&mut in_process, &stick.path().join(&prepared.folder))?;
    in_process.key(Enter)?;
    in_process.key(Enter)?;
    in_process.at("yearly-nitrokeys")?;
    in_process.plug(&owner.keys[1])?;
    choose_nitrokey(&mut in_process)?;
    in_process.wait_for("Write it anew")?;
    go_on(&mut in_process)?;
    has(&report(&mut in_process)?, "To be put right", &["not the keys in use"])
}

/// The report comes as a file beside the backup, and nothing else on the stick is touched.
#[test]
fn the_report_comes_to_the_stick_with_the_backup_and_nothing_else_changes() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    let stick = to_sticks(&mut in_process, &owner.stick.path().join(&owner.folder))?;
    in_process.key(Enter)?;
    in_process.key(Enter)?;
    in_process.presses_until_at(Enter, "yearly-report")?;
    in_process.choose(key!("yearly-report-stick"))?;
    in_process.at("yearly-stick")?;
    in_process.key(Enter)?;
    in_process.at("yearly-end")?;
    let mut names: Vec<_> =
        fs::read_dir(&stick)?.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    ensure!(names.len() == 2 && names[0] == owner.folder, "{names:?}");
    ensure!(names[1].starts_with("yearly-check-") && names[1].contains(&owner.folder[10..]), "{names:?}");
    let pdf = Pdf::of(&fs::read(stick.join(&names[1]).join("yearly-check.pdf"))?)?.text(1)?;
    ensure!(pdf.contains("The yearly check") && pdf.contains("Stick BACKUP"), "{pdf}");
    for file in fs::read_dir(owner.stick.path().join(&owner.folder))? {
        let file = file?;
        ensure!(fs::read(file.path())? == fs::read(stick.join(&owner.folder).join(file.file_name()))?);
    }
    in_process.key(Enter)?;
    in_process.at("home")
}

/// What was found is not lost by Esc or F10 unasked.
#[test]
fn who_leaves_before_there_is_a_report_is_asked() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    to_cards(&mut in_process, &owner)?;
    scan(&mut in_process, &owner.shares[0])?;
    in_process.key(F(10))?;
    in_process.wait_for("stands on no report yet")?;
    in_process.key(Esc)?;
    in_process.key(Down)?;
    in_process.at("yearly-cards")
}

/// One bears the number of a card of the list and has another share; the words of the other are on the list nowhere.
#[test]
fn a_card_that_is_none_of_the_lists_is_to_be_put_right() -> Result<()> {
    let (owner, other) = (owner(Curve25519)?, owner(Curve25519)?);
    let mut in_process = home()?;
    to_cards(&mut in_process, &owner)?;
    let forged = Share { y: other.shares[1].y.clone(), ..owner.shares[1].clone() };
    scan(&mut in_process, &forged)?;
    in_process.wait_for("it is not the card 2 of the set")?;
    in_process.keys(&words(&other.shares[0].y).join(" "))?;
    in_process.key(Enter)?;
    in_process.wait_for("on no card that the list")?;
    in_process.key(F(4))?;
    in_process.key(Enter)?;
    in_process.at("yearly-nitrokeys")?;
    let report = report(&mut in_process)?;
    has(&report, "To be put right", &["Card 2 of 3 is not the one", "A card that is none of the list’s"])?;
    has(&report, "Not checked", &["Cards 1, 3 Not read here"])
}

/// It was said that there is none, and then there is one: it is not one of other keys.
#[test]
fn a_backup_that_comes_after_it_was_said_that_there_is_none_is_what_to_begin_with() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    in_process.plug_stick("HOLIDAYS")?;
    in_process.choose(key!("yearly"))?;
    in_process.presses_until_at(Enter, "yearly-bundle")?;
    // Once it has looked.
    in_process.wait_for("HOLIDAYS")?;
    in_process.choose(key!("yearly-bundle-without"))?;
    in_process.at("yearly-sticks")?;
    in_process.plug_stick_with("BACKUP", &[&owner.stick.path().join(&owner.folder)])?;
    in_process.wait_for("Stick BACKUP has a backup")?;
    in_process.wait_for("begin with this stick")?;
    let report = report(&mut in_process)?;
    has(&report, "Not checked", &["Stick BACKUP has a backup", "The spare No public key was there"])?;
    ensure!(!report.contains("No stick with a backup") && !report.contains("other keys"), "{report}");
    Ok(())
}

#[test]
fn the_year_is_not_ticked_where_nothing_was_checked() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    to_cards(&mut in_process, &owner)?;
    let report = report(&mut in_process)?;
    ensure!(part(&report, "To be put right")?.is_empty(), "{report}");
    in_process.presses_until_at(Enter, "yearly-end")?;
    in_process.wait_for("the spare was not proven")
}

/// A report says what was found until then.
#[test]
fn what_is_found_after_the_report_stands_on_none_yet() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    to_cards(&mut in_process, &owner)?;
    in_process.presses_until_at(Enter, "yearly-report")?;
    in_process.choose(key!("yearly-report-stick"))?;
    in_process.at("yearly-stick")?;
    in_process.key(Enter)?;
    in_process.at("yearly-end")?;
    in_process.wait_for("The report is in")?;
    in_process.presses_until_at(Esc, "yearly-cards")?;
    scan(&mut in_process, &owner.shares[0])?;
    in_process.wait_for("It is as the list")?;
    in_process.presses_until_at(Enter, "yearly-report")?;
    in_process.wait_for("Go on without a report")?;
    let first = report(&mut in_process)?;
    has(&first, "Good", &["Card 1 of 3"])?;
    in_process.presses_until_at(Enter, "yearly-end")?;
    ensure!(!in_process.shows("The report is in"), "{}", in_process.screen());
    in_process.presses_until_at(Esc, "yearly-cards")?;
    scan(&mut in_process, &owner.shares[1])?;
    in_process.wait_for("It is as the list")?;
    in_process.key(F(10))?;
    in_process.wait_for("stands on no report yet")?;
    in_process.key(Esc)?;
    in_process.presses_until_at(Enter, "yearly-recovery")?;
    in_process.choose(key!("yearly-recovery-no"))?;
    in_process.at("yearly-nitrokeys")?;
    in_process.key(Enter)?;
    in_process.at("yearly-report")?;
    ensure!(!in_process.shows("The report was printed"), "{}", in_process.screen());
    has(&report(&mut in_process)?, "Good", &["Card 1 of 3", "Card 2 of 3"])
}

/// Whoever goes on without one is not told that there is one.
#[test]
fn without_a_report_none_is_said_to_be_there() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    to_cards(&mut in_process, &owner)?;
    in_process.presses_until_at(Enter, "yearly-report")?;
    in_process.choose(key!("yearly-report-without"))?;
    in_process.at("yearly-end")?;
    in_process.presses_until_at(Esc, "yearly-report")?;
    ensure!(!in_process.shows("The report is printed"), "{}", in_process.screen());
    in_process.wait_for("Go on without a report")
}

/// The backup that names nobody's serial says nothing of which one it is; its owner may have been wrong.
#[test]
fn which_one_it_is_can_be_said_otherwise() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut in_process = home()?;
    to_cards(&mut in_process, &owner)?;
    in_process.key(Enter)?;
    in_process.plug(&owner.keys[1])?;
    proves(&mut in_process, &owner.user)?;
    in_process.wait_for("Which one is it?")?;
    in_process.choose(key!("name-role-primary"))?;
    in_process.wait_for("Proven so far: 1")?;
    choose_nitrokey(&mut in_process)?;
    in_process.wait_for("Which one is it?")?;
    in_process.choose(key!("name-role-spare"))?;
    go_on(&mut in_process)?;
    let report = report(&mut in_process)?;
    has(&report, "Good", &["spare, 000F", "Which one it is, the owner has said"])?;
    has(&report, "Not checked", &["used every day"])?;
    ensure!(!part(&report, "Not checked")?.contains("The spare"), "{report}");
    Ok(())
}

/// One that lost its keys is not one that was not here.
#[test]
fn a_nitrokey_without_keys_stands_on_the_report() -> Result<()> {
    let owner = owner(Curve25519)?;
    let empty = fixtures::key(Model::Nitrokey3, 0x0102_0304)?;
    empty.unplug();
    let mut in_process = home()?;
    to_cards(&mut in_process, &owner)?;
    in_process.key(Enter)?;
    in_process.plug(&empty)?;
    choose_nitrokey(&mut in_process)?;
    in_process.wait_for("Your keys are not on this Nitrokey")?;
    go_on(&mut in_process)?;
    has(&report(&mut in_process)?, "Not checked", &["01020304: none of your keys on it"])
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir(to)?;
    for file in fs::read_dir(from)? {
        let file = file?;
        fs::copy(file.path(), to.join(file.file_name()))?;
    }
    Ok(())
}

/// Last year's folder beside today's, as a renewal puts it aside: both are told.
#[test]
fn a_good_backup_hides_no_old_one_beside_it() -> Result<()> {
    let made = fixtures::made(fixtures::plan(Curve25519, 2, 3)?)?;
    let (first, second) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let prepared = fixtures::prepare_made(made, first.path())?;
    let planned = coldspare::ceremony::Planned { sticks: 1, sheets: 0 };
    let again = prepared.sealed.again(&prepared.made, planned, &mut |_| ())?;
    again.write(&Mounted::at(second.path()), &mut |_| ())?;
    let drawer = tempfile::tempdir()?;
    let kept = drawer.path().join(format!("{}.old", prepared.folder));
    copy(&first.path().join(&prepared.folder), &kept)?;
    let today = second.path().join(&prepared.folder);
    let mut in_process = home()?;
    to_sticks(&mut in_process, &today)?;
    in_process.plug_stick_with("BOTH", &[&today, &kept])?;
    in_process.wait_for("Stick BOTH has an old backup: sealing 1")?;
    let report = report(&mut in_process)?;
    has(&report, "Good", &["Stick BOTH"])?;
    has(&report, "To be put right", &["Stick BOTH has an old backup: sealing 1"])
}

/// After a theft: who had the stick can have taken the revocations out of the public key, and the list is the same.
#[test]
fn a_public_key_without_its_revocations_is_not_the_same() -> Result<()> {
    let owner = owner(Curve25519)?;
    let mut recovery = Recovery::from_bundle(&Mounted::at(owner.stick.path()), &owner.folder)?;
    owner.shares[..owner.needed].iter().try_for_each(|share| recovery.add(share.clone()).map(drop))?;
    let mut made = recovery.recover()?.made().clone();
    made.change(&Change::NewSubkeys(Reason::Compromised), SystemTime::now())?;
    made.renew_pins(PinChoice::Generated)?;
    let stick = tempfile::tempdir()?;
    let prepared = fixtures::prepare_made(made, stick.path())?;
    let (drawer, today) = (tempfile::tempdir()?, stick.path().join(&prepared.folder));
    let forged = drawer.path().join(&prepared.folder);
    copy(&today, &forged)?;
    let whole = Cert::from_file(forged.join("public-key.asc"))?;
    let is_revocation = |packet: &Packet| matches!(packet, Packet::Signature(signature) if signature.typ() == SignatureType::SubkeyRevocation);
    let stripped = whole.into_packets().filter(|packet| !is_revocation(packet)).collect::<Vec<_>>();
    let stripped = Cert::from_packets(stripped.into_iter())?;
    fs::write(forged.join("public-key.asc"), stripped.armored().to_vec()?)?;
    let mut in_process = home()?;
    to_sticks(&mut in_process, &today)?;
    in_process.plug_stick_with("FORGED", &[&forged])?;
    in_process.wait_for("Stick FORGED calls itself the same sealing, and is not")?;
    // To begin with, it takes what was stolen for good; what comes out of the backup does not.
    let mut in_process = home()?;
    to_sticks(&mut in_process, &forged)?;
    in_process.key(Enter)?;
    in_process.at("yearly-cards")?;
    in_process.key(Enter)?;
    in_process.at("yearly-nitrokeys")?;
    in_process.plug(&owner.keys[1])?;
    proves(&mut in_process, &owner.user)?;
    in_process.wait_for("Which one is it?")?;
    in_process.key(Enter)?;
    in_process.presses_until_at(Esc, "yearly-cards")?;
    cards(&mut in_process, &prepared.sealed.shares()[..owner.needed])?;
    in_process.at("yearly-recovery")?;
    in_process.key(Enter)?;
    in_process.at("yearly-open")?;
    in_process.key(Enter)?;
    in_process.at("yearly-nitrokeys")?;
    go_on(&mut in_process)?;
    has(&report(&mut in_process)?, "To be put right", &["not the keys in use"])
}
