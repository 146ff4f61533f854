//! No secret leaks: whatever a ceremony shows, files in the clear, events, `Debug`, errors, is searched
//! for all secrets of that very run. And the search is shown to find them where they must be.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod errors;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::SystemTime;

use coldspare::backup::{
    BackupKey, BackupPart, Collector, Contents, Gathering, Guide, bundle, hexadecimal_lines, open, words,
};
use coldspare::ceremony::{
    Event, Journal, Made, Meeting, PinChoice, ReadBack, Recovery, Rehearsed, Rehearser, Sealed, answer,
};
use coldspare::language::Texts;
use coldspare::machine::entropy::{Dice, Pool};
use coldspare::machine::stick::folder::Mounted;
use coldspare::nitrokey::{Erase, Unlock};
use coldspare::paper::{Bitmap, Paper, Picture, Sheets};
use coldspare::plan::{Algorithm, Role, Slot};
use coldspare_tests::{VirtualBus, fixtures};
use secrecy::ExposeSecret;
use virtual_nitrokey::Model;

use coldspare_tests::search::{Secrets, Shown};

const VAULT: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const ROLLS: &str = "6535544522164613613452364416532112345";

/// A ceremony until the backup is proven, its secrets, and what it showed on the way.
struct Run {
    stick: tempfile::TempDir,
    folder: String,
    made: Made,
    sealed: Sealed,
    rehearsed: Rehearsed,
    key: BackupKey,
    contents: Contents,
    secrets: Secrets,
    shown: Shown,
}

/// Long words alone: one of four letters stands in the armor of a key once in a few hundred runs.
const TRUSTEES: [&str; 5] = [
    "Wilhelmina Featherstone",
    "Maximiliane Oberhofmeister",
    "Konstantin Schwarzenberger",
    "Bartholomew Kowalewskaja",
    "Evangeline Cholmondeley",
];

impl Run {
    fn new(algorithm: Algorithm) -> Self {
        let stick = tempfile::tempdir().unwrap();
        let mounted = Mounted::at(stick.path());
        let mut plan = fixtures::plan(algorithm, 3, 5).unwrap();
        plan.user_pin_in_backup = true;
        plan.trustees.iter_mut().zip(TRUSTEES).for_each(|(trustee, name)| trustee.name = name.into());
        let (mut secrets, mut shown) = (Secrets::default(), Shown::default());
        let mut events = Vec::new();

        let keys = [fixtures::key(Model::Nitrokey3, 1).unwrap(), fixtures::key(Model::Nitrokey3, 2).unwrap()];
        let bus = VirtualBus::with(&[&keys[0], &keys[1]]);
        let mut meeting = Meeting::new(plan).unwrap();
        for key in &keys {
            shown.debug("Met", meeting.meet(fixtures::info(&bus, fixtures::serial(key)).unwrap()).unwrap());
        }
        shown.debug("Meeting", &meeting);
        let dice = Dice::parse(ROLLS).unwrap();
        secrets.text("dice", ROLLS);
        secrets.text("typed at random", "kjhwe8f7zqlöa");
        shown.debug("Dice", &dice);
        shown.debug("mixing", &meeting.mix(&bus, Some(&dice), "kjhwe8f7zqlöa".as_bytes()).unwrap());
        shown.debug("Pool", &Pool::open().unwrap());

        let now = SystemTime::now();
        let mut made = Made::make(&meeting, PinChoice::Generated, now, &mut |e| events.push(e)).unwrap();
        made.keep("totp-mail", VAULT.as_bytes()).unwrap();
        let sealed = fixtures::seal_and_tell(&made, &mut |e| events.push(e)).unwrap();
        let mut cards = ReadBack::new(&sealed);
        shown.debug("ReadBack, before", &cards);
        sealed.shares().iter().for_each(|s| assert_eq!(cards.scanned(&s.to_text()).unwrap(), s.x));
        shown.debug("ReadBack", &cards);
        let proven = cards.finish().unwrap();
        shown.debug("CardsProven", &proven);
        let written = sealed.write(&mounted, &mut |e| events.push(e)).unwrap();
        shown.debug("Written", &written);
        let rehearser = Rehearser::new(coldspare_tests::coldspare());
        shown.debug("Rehearser", &rehearser);
        let rehearsed = rehearser
            .rehearse(&made, &sealed, &proven, (&written, &mounted), &mut |e| events.push(e))
            .unwrap();
        let spot_checked = rehearser
            .rehearse_as_printed(&made, &sealed, &proven, (&written, &mounted), &mut |_| ())
            .unwrap();
        shown.debug("SpotChecked", &spot_checked);
        shown.debug("the owner's yes", &spot_checked.warned(&Texts::of("en")));

        let mut gathering = Gathering::new();
        sealed.shares()[1..4]
            .iter()
            .for_each(|s| assert_eq!(gathering.add(s.clone()).unwrap().card, Some(s.x)));
        shown.debug("Gathering", &gathering);
        let key = gathering.join().unwrap();
        let sealed_backup =
            std::fs::read(stick.path().join(&written.folder).join(bundle::SEALED_BACKUP)).unwrap();
        let contents = open(&sealed_backup, &key).unwrap();

        secrets.key_pins(made.pins());
        secrets.text("vault", VAULT);
        secrets.bytes("vault", VAULT.as_bytes());
        sealed.shares().iter().for_each(|s| secrets.share(s));
        let key_bytes = data_encoding::HEXLOWER.decode(key.passphrase().expose_secret().as_bytes()).unwrap();
        secrets.bytes("backup key", &key_bytes);
        secrets.secret_key(&contents.secret_key);
        contents.revocations.iter().for_each(|(_, armored)| secrets.armored("revocation", armored));

        for event in &events {
            shown.debug("Event", event);
        }
        assert!(events.contains(&Event::Rehearsed));
        let folder = written.folder;
        Run { stick, folder, made, sealed, rehearsed, key, contents, secrets, shown }
    }

    fn stick(&self) -> Mounted {
        Mounted::at(self.stick.path())
    }

    fn in_bundle(&self, name: &str) -> PathBuf {
        self.stick.path().join(&self.folder).join(name)
    }
}

#[track_caller]
fn nothing_leaks(shown: &Shown, secrets: &Secrets) {
    let leaks = shown.leaks(secrets);
    assert!(leaks.is_empty(), "{leaks:#?}");
}

fn everything_that_there_is_to_see(algorithm: Algorithm) {
    let mut run = Run::new(algorithm);
    let mut shown = std::mem::take(&mut run.shown);

    shown.debug("Made", &run.made);
    shown.debug("Sealed", &run.sealed);
    shown.debug("Manifest", run.sealed.manifest());
    shown.debug("Rehearsed", &run.rehearsed);
    shown.debug("Identity", run.made.identity());
    shown.debug("Contents", &run.contents);
    shown.debug("Plan", run.made.plan());
    shown.debug("KeyPins", &run.made.pins());
    shown.debug("vault", &run.rehearsed.vault());
    shown.debug("BackupKey", &run.key);
    shown.debug("passphrase", &run.key.passphrase());
    shown.debug("SetId", &run.key.set());
    shown.debug("fingerprint", &run.made.identity().slot_fingerprint(Slot::Signature));
    let pins = run.rehearsed.pins(&Role::Primary, None).unwrap();
    shown.debug("Pins", &pins);
    shown.debug("PinChoice", &PinChoice::Typed(vec![pins.clone()]));
    shown.debug("Start", &Unlock::AdminPin(pins.admin.clone()));
    for share in run.sealed.shares() {
        shown.debug("Share", share);
        shown.debug("hash", &share.hash());
        shown.debug("its text", &share.to_text());
        shown.debug("its lines", &hexadecimal_lines(&share.y));
        shown.bytes("name", run.sealed.card_name(share.x).to_string().as_bytes());
    }

    let mut sheet = Collector::default();
    for part in run.sealed.parts().unwrap() {
        shown.debug("BackupPart", &part);
        shown.bytes("text of a part", part.to_text().as_bytes());
        sheet.add(BackupPart::parse(&part.to_text()).unwrap()).unwrap();
    }
    shown.debug("Collector", &sheet);
    shown.debug("Recovery from the sheet", &Recovery::from_sheet(&sheet).unwrap());
    let mut recovery = Recovery::from_bundle(&run.stick(), &run.folder).unwrap();
    for share in &run.sealed.shares()[..3] {
        shown.debug("Progress", &recovery.add(share.clone()).unwrap());
    }
    shown.debug("Recovery", &recovery);
    shown.debug("Rehearsed, by recovery", &recovery.recover().unwrap());

    let texts = Texts::of("en");
    let sheets = Sheets { texts: &texts, paper: Paper::A4 };
    for page in run.sealed.share_card(&sheets, 1, true).unwrap().iter().chain(&run.made.pin_slips(&sheets)) {
        let bitmap = Bitmap::draw(page, 100).unwrap();
        let picture = Picture::from_png(&bitmap.png().unwrap()).unwrap();
        shown.debug("Page, Bitmap, Picture", &(page, bitmap, picture));
    }
    let record = run.sealed.owners_record(&sheets, false, &Journal::default());
    shown.bytes("the owner's record", record.svg().as_bytes());
    for page in run.sealed.backup_sheet(&sheets).unwrap() {
        shown.bytes("the backup sheet", page.svg().as_bytes());
    }

    for (name, bytes) in run.sealed.files() {
        shown.bytes(name, bytes);
    }
    let manifest = run.sealed.manifest();
    let guide = Guide {
        manifest,
        nitrokeys: Vec::new(),
        subkeys: Vec::new(),
        expires: None,
        before: coldspare::backup::Before::Nothing,
        language: "en",
    };
    shown.debug("Guide", &guide);
    let mut question = "a5".repeat(32);
    run.sealed.shares()[..3].iter().for_each(|s| question.extend(["\n", s.to_text().as_str()]));
    let answered = answer(&run.stick.path().join(&run.folder), &mut question.as_bytes()).unwrap();
    shown.bytes("the rehearsal's answer", answered.as_bytes());
    nothing_leaks(&shown, &run.secrets);
}

#[test]
fn no_type_event_or_public_file_shows_a_secret_of_curve_25519() {
    everything_that_there_is_to_see(Algorithm::Curve25519);
}

/// Whoever finds a stick must not know whom to ask for the cards.
#[test]
fn no_file_of_a_bundle_names_a_trustee() {
    let run = Run::new(Algorithm::Curve25519);
    let trustees = &run.made.plan().trustees;
    assert!(trustees.len() >= 3);
    let names: Vec<_> = trustees.iter().flat_map(|trustee| trustee.name.split_whitespace()).collect();
    for (file, bytes) in run.sealed.files() {
        for name in &names {
            let found = bytes.windows(name.len()).any(|part| part.eq_ignore_ascii_case(name.as_bytes()));
            assert!(!found, "{file} names {name}");
        }
    }
}

#[test]
fn no_type_event_or_public_file_shows_a_secret_of_rsa() {
    everything_that_there_is_to_see(Algorithm::Rsa2048);
}

#[test]
fn no_type_event_or_public_file_shows_a_secret_of_nist_p_256() {
    everything_that_there_is_to_see(Algorithm::NistP256);
}

#[test]
fn flashing_and_proving_show_no_secret() {
    let mut run = Run::new(Algorithm::Curve25519);
    let (mut shown, key) = (Shown::default(), fixtures::key(Model::Nitrokey3, 0x0A0B_0C01).unwrap());
    let (bus, serial) = (VirtualBus::with(&[&key]), fixtures::serial(&key));
    let pins = run.rehearsed.pins(&Role::Primary, None).unwrap();
    let info = fixtures::info(&bus, serial).unwrap();
    shown.debug("Info", &info);
    let erase = Erase::confirm(&info, &serial.last_four()).unwrap();
    shown.debug("Erase", &erase);
    let mut events = Vec::new();
    let mut event = |e: Event| events.push(e);
    let flashed =
        run.rehearsed.flash(&bus, &erase, &Role::Primary, &pins, &Unlock::FactoryReset, &mut event).unwrap();
    shown.debug("Flashed", &flashed);
    shown.debug("Proof", &run.rehearsed.prove(&bus, &flashed, &pins, &mut event).unwrap());
    shown.debug("Rehearsed", &run.rehearsed);
    shown.debug("Info, afterwards", &fixtures::info(&bus, serial).unwrap());
    assert!(events.len() > 5);
    shown.debug("Event", &events);
    nothing_leaks(&shown, &run.secrets);
}

#[test]
fn the_search_finds_each_secret_where_it_must_be() {
    for algorithm in [Algorithm::Curve25519, Algorithm::Rsa2048, Algorithm::NistP256] {
        let run = Run::new(algorithm);
        let found = |show: &dyn Fn(&mut Shown)| -> BTreeSet<String> {
            let mut shown = Shown::default();
            show(&mut shown);
            let leaks = shown.leaks(&run.secrets);
            leaks.into_iter().map(|leak| leak.split(" in ").next().unwrap().to_owned()).collect()
        };
        let tar = run.contents.to_tar().unwrap();
        let armored = &run.contents.secret_key;
        let dearmored = sequoia_openpgp::armor::Reader::from_bytes(armored, None);
        let dearmored = std::io::Read::bytes(dearmored).collect::<Result<Vec<u8>, _>>().unwrap();

        let in_tar = found(&|shown| shown.bytes("tar", &tar));
        for name in ["admin PIN", "reset code", "user PIN", "vault", "secret-key.asc", "revocation"] {
            assert!(in_tar.contains(name), "{name} is not found in the tar");
        }
        let numbers: Vec<_> = run.secrets.names().into_iter().filter(|n| n.starts_with("secret ")).collect();
        assert_eq!(numbers.len(), if algorithm == Algorithm::Rsa2048 { 4 } else { 1 });
        let lists: [&dyn Fn(&mut Shown); 3] = [
            &|shown| shown.bytes("raw", &dearmored),
            &|shown| shown.debug("as Rust lists bytes", &dearmored),
            &|shown| shown.bytes("digits", data_encoding::HEXUPPER.encode(&dearmored).as_bytes()),
        ];
        for list in lists {
            let found = found(list);
            assert!(numbers.iter().all(|n| found.contains(*n)), "{numbers:?} are not in {found:?}");
        }
        for share in run.sealed.shares() {
            let name = format!("share {}", share.x);
            let texts: [&dyn Fn(&mut Shown); 5] = [
                &|shown| shown.bytes("its text", share.to_text().as_bytes()),
                &|shown| shown.bytes("its words", words(&share.y).join("\n").to_uppercase().as_bytes()),
                &|shown| shown.bytes("its digits", hexadecimal_lines(&share.y)[2].as_bytes()),
                &|shown| shown.bytes("its bytes", &share.y[..]),
                &|shown| shown.debug("its bytes, listed", &&share.y[3..20]),
            ];
            for text in texts {
                assert_eq!(found(text), BTreeSet::from([name.clone()]));
            }
        }
        let passphrase = run.key.passphrase().expose_secret().to_owned();
        assert_eq!(found(&|s| s.bytes("", passphrase.as_bytes())), BTreeSet::from(["backup key".into()]));
        assert!(run.in_bundle(bundle::GUIDE).exists());
    }
}
