//! What a card takes, before anything is erased.

use std::fs;
use std::path::Path;

use coldspare::language::Texts;
use coldspare::nitrokey::{Bus, Port};

use super::brought::{Brought, rsa};
use super::*;

/// What is said when it is met for these keys; nothing was sent that writes.
fn met(algorithm: Algorithm, key: &VirtualNitrokey) -> Result<(), CeremonyError> {
    let mut meeting = Meeting::new(fixtures::plan(algorithm, 2, 3).unwrap()).unwrap();
    let bus = VirtualBus::with(&[key]);
    meeting.meet(fixtures::info(&bus, fixtures::serial(key)).unwrap()).map(drop)
}

/// The same for keys that are brought.
fn met_with_rsa(key: &VirtualNitrokey) -> Result<(), CeremonyError> {
    let brought = Brought::three([0; 3].map(|_| rsa(2048)));
    let bus = VirtualBus::with(&[key]);
    brought.meeting().meet(fixtures::info(&bus, fixtures::serial(key)).unwrap()).map(drop)
}

fn is_refused(algorithm: Algorithm, key: &VirtualNitrokey) {
    let error = fixtures::message(&met(algorithm, key).unwrap_err());
    assert!(error.contains("Nothing was written"), "{algorithm}: {error}");
}

#[test]
fn a_card_that_takes_no_keys_is_refused_when_it_is_met() {
    let key = card(Model::Pro2, &[SMARTPGP, Trait::NoImport]);
    for algorithm in [Algorithm::Rsa2048, Algorithm::NistP256] {
        is_refused(algorithm, &key);
        let error = met(algorithm, &key).unwrap_err();
        assert!(matches!(error, CeremonyError::Nitrokey(NitrokeyError::NoImport { .. })), "{error}");
    }
}

#[test]
fn of_a_card_whose_slots_cannot_be_changed_only_what_they_are_set_to_is_taken() {
    for model in [Model::Pro1, Model::Pro2] {
        let key = card(model, &[Trait::Maker(0x0006), Trait::FixedAttributes]);
        met(Algorithm::Rsa2048, &key).unwrap();
        for algorithm in [Algorithm::Rsa4096, Algorithm::NistP256, Algorithm::Curve25519] {
            is_refused(algorithm, &key);
        }
        let mut scene =
            Scene::with(Algorithm::Rsa2048, model, &[Trait::Maker(0x0006), Trait::FixedAttributes]);
        let flashed = scene.flash(&Unlock::FactoryReset).unwrap();
        scene.prove(&flashed);
    }
}

#[test]
fn an_unknown_card_below_version_3_takes_rsa_of_its_slots_size() {
    let key = card(Model::Pro1, &[Trait::Maker(0x0006)]);
    met(Algorithm::Rsa2048, &key).unwrap();
    for algorithm in [Algorithm::Rsa3072, Algorithm::NistP256, Algorithm::Curve25519] {
        is_refused(algorithm, &key);
    }
    // Of the first Pro it is known.
    met(Algorithm::Rsa4096, &card(Model::Pro1, &[])).unwrap();
}

#[test]
fn a_card_without_long_commands_takes_no_rsa() {
    for one in [Trait::ShortCommands, Trait::ShortReader] {
        let key = card(Model::Pro2, &[one]);
        is_refused(Algorithm::Rsa2048, &key);
        // It is said whose fault it is, also of keys that are there already.
        for error in [met(Algorithm::Rsa2048, &key).unwrap_err(), met_with_rsa(&key).unwrap_err()] {
            let CeremonyError::Nitrokey(error) = error else { panic!("{error}") };
            let by_reader = matches!(error, NitrokeyError::ShortReader { .. });
            assert_eq!(by_reader, one == Trait::ShortReader, "{error}");
            assert_eq!(fixtures::message(&error).contains("Use another card reader"), by_reader, "{error}");
        }
        met(Algorithm::NistP256, &key).unwrap();
        for (algorithm, model) in
            [(Algorithm::NistP256, Model::Pro2), (Algorithm::Curve25519, Model::Nitrokey3)]
        {
            let mut scene = Scene::with(algorithm, model, &[one]);
            let flashed = scene.flash(&Unlock::FactoryReset).unwrap();
            scene.prove(&flashed);
        }
    }
}

#[test]
fn a_card_that_cannot_be_read_is_listed() {
    let key = card(Model::Pro2, &[]);
    for status in [[0x6F, 0x00], [0x69, 0x82]] {
        let bus = LyingBus::with(
            "a reader",
            Liar::over(&key, move |command, truth| match command[1..4] {
                [0xCA, 0x00, 0x6E] => Ok(status.to_vec()),
                _ => truth(command),
            }),
        );
        let found = list(&bus).unwrap();
        assert!(matches!(&found[..], [Found::Unreadable { .. }]), "{found:?}");
    }
}

/// A reader with a card to which nobody gets through.
struct Shut;

impl Bus for Shut {
    fn ports(&self) -> Result<Vec<Port>, NitrokeyError> {
        Ok(vec![Port::new("a reader", || Err(virtual_nitrokey::Error::NoAnswer.into()))])
    }
    fn presence(&self) -> Result<Vec<(String, u32)>, NitrokeyError> {
        Ok(vec![("a reader".into(), 1)])
    }
    fn power_cycle(&self, _: &str) -> Result<(), NitrokeyError> {
        Ok(())
    }
}

#[test]
fn a_card_to_which_nobody_gets_through_is_listed() {
    let silent = Found::Unreadable { reader: "a reader".into(), cause: Unreadable::Silent };
    assert_eq!(list(&Shut).unwrap(), [silent]);
}

#[test]
fn a_card_that_does_not_answer_is_listed_and_one_that_was_pulled_out_is_not() {
    let mute = Liar::alone(|_, _| Err(virtual_nitrokey::Error::NoAnswer));
    let bus = LyingBus::with("a reader", mute);
    let found = list(&bus).unwrap();
    let reader = "a reader".to_owned();
    assert_eq!(found, [Found::Unreadable { reader, cause: Unreadable::Silent }]);

    let (key, bus) = (card(Model::Nitrokey3, &[]), VirtualBus::default());
    bus.0.plug(key.clone());
    let commands = key.commands();
    list(&bus).unwrap();
    for n in 1..=key.commands() - commands {
        key.fault(Fault::CutAfter(n));
        assert_eq!(list(&bus).unwrap(), [], "pulled out after command {n}");
        key.plug();
    }
}

#[test]
fn a_card_that_does_not_say_what_it_takes_is_said_to_be_unknown() {
    let warnings = |traits: &[Trait]| {
        let key = card(Model::Nitrokey3, traits);
        let info = fixtures::info(&VirtualBus::with(&[&key]), fixtures::serial(&key)).unwrap();
        info.before_erasing()
    };
    assert_eq!(warnings(&[]), []);
    assert_eq!(warnings(&[Trait::NoAlgorithmList]), []);
    assert_eq!(warnings(&[SMARTPGP]), [Warning::MayHaveNoReset]);
    let unknown = [Warning::MayHaveNoReset, Warning::UnknownAlgorithms];
    assert_eq!(warnings(&[SMARTPGP, Trait::NoAlgorithmList]), unknown);
    let mut scene = Scene::with(Algorithm::Rsa2048, Model::Pro2, &[SMARTPGP, Trait::NoAlgorithmList]);
    met(Algorithm::Rsa2048, &scene.key).unwrap();
    let flashed = scene.flash(&Unlock::FactoryReset).unwrap();
    scene.prove(&flashed);
}

#[test]
fn a_pro_is_said_to_lose_more_than_openpgp() {
    for (model, lost) in
        [(Model::Pro1, true), (Model::Pro2, true), (Model::Nitrokey3, false), (Model::Start, false)]
    {
        let key = card(model, &[]);
        let info = fixtures::info(&VirtualBus::with(&[&key]), fixtures::serial(&key)).unwrap();
        assert_eq!(info.before_erasing().contains(&Warning::PasswordSafe), lost, "{model:?}");
    }
    // It was called otherwise once.
    let key = card(Model::Pro1, &[]);
    let stick = Liar::over(&key, |command, truth| truth(command));
    let bus = LyingBus::with("German Privacy Foundation Crypto Stick v1.2 00 00", stick);
    let info = fixtures::info(&bus, fixtures::serial(&key)).unwrap();
    assert_eq!(info.before_erasing(), [Warning::PasswordSafe]);
}

/// What is wanted of a card is what it has to do: a Start says 2.0, and does it. So the standard's version stands beside a
/// paragraph of it, or in its title, and nowhere as a condition.
#[test]
fn no_text_wants_a_version_of_a_card() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files: Vec<_> =
        ["README.md", "app/FORMAT.md", "app/THREATS.md"].map(|file| top.join(file)).into();
    let languages = Texts::languages().map(|code| format!("app/src/language/{code}"));
    for folder in languages.into_iter().chain(["app/src/backup/guide".to_owned()]) {
        files.extend(fs::read_dir(top.join(folder)).unwrap().map(|file| file.unwrap().path()));
    }
    assert!(files.len() > 15, "{files:?}");
    for file in files {
        for text in fs::read_to_string(&file).unwrap().split("\n\n") {
            assert_eq!(wanted_version(text), None, "{}", file.display());
        }
    }
    for text in [
        "any OpenPGP card from 2.1 on",
        "OpenPGP-Karten ab 2.1",
        "les cartes OpenPGP à partir de la version 2.1",
        "a Start with version 2.1 or later",
    ] {
        assert!(wanted_version(text).is_some(), "{text}");
    }
}

/// A number such as 2.1 behind a word for a card, and what stands around it.
fn wanted_version(text: &str) -> Option<String> {
    let words: Vec<_> = text.split_whitespace().collect();
    let is_card = |word: &&str| {
        let word = word.to_lowercase();
        ["card", "kart", "carte", "start", "gnuk", "nitrokey"].iter().any(|card| word.contains(card))
    };
    let is_version = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_ascii_digit());
        matches!(word.as_bytes(), [b'1'..=b'3', b'.', b'0'..=b'9'])
    };
    // In front of a number: what is wanted, and not some program's.
    let is_wanted = |word: &&str| {
        let word = word.to_lowercase();
        let mut wants = "from since than least version versions ab seit mindestens de moins".split(' ');
        is_card(&word.as_str()) || wants.any(|wants| wants == word)
    };
    words.iter().enumerate().find_map(|(at, word)| {
        let around = &words[at.saturating_sub(7)..at];
        let cited =
            words.get(at + 1).is_some_and(|next| next.starts_with(['§', '*'])) || around.ends_with(&["§"]);
        let wanted = around.last().is_some_and(is_wanted) && around.iter().any(is_card);
        (wanted && is_version(word) && !cited).then(|| format!("{} {word}", around.join(" ")))
    })
}
