//! What a card takes, before anything is erased.

use coldspare::nitrokey::{Bus, Port};

use super::*;

/// What is said when it is met for these keys; nothing was sent that writes.
fn met(algorithm: Algorithm, key: &VirtualNitrokey) -> Result<(), CeremonyError> {
    let mut meeting = Meeting::new(walk::plan(algorithm, 2, 3).unwrap()).unwrap();
    let bus = VirtualBus::with(&[key]);
    meeting.meet(walk::info(&bus, walk::serial(key)).unwrap()).map(drop)
}

fn is_refused(algorithm: Algorithm, key: &VirtualNitrokey) {
    let error = met(algorithm, key).unwrap_err().to_string();
    assert!(error.contains("othing was written"), "{algorithm}: {error}");
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
        let mut desk = Desk::with(Algorithm::Rsa2048, model, &[Trait::Maker(0x0006), Trait::FixedAttributes]);
        let flashed = desk.flash(&Start::FactoryReset).unwrap();
        desk.prove(&flashed);
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
        met(Algorithm::NistP256, &key).unwrap();
        for (algorithm, model) in
            [(Algorithm::NistP256, Model::Pro2), (Algorithm::Curve25519, Model::Nitrokey3)]
        {
            let mut desk = Desk::with(algorithm, model, &[one]);
            let flashed = desk.flash(&Start::FactoryReset).unwrap();
            desk.prove(&flashed);
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
        let info = walk::info(&VirtualBus::with(&[&key]), walk::serial(&key)).unwrap();
        info.before_erasing()
    };
    assert_eq!(warnings(&[]), []);
    assert_eq!(warnings(&[Trait::NoAlgorithmList]), []);
    assert_eq!(warnings(&[SMARTPGP]), [Warning::MayHaveNoReset]);
    let unknown = [Warning::MayHaveNoReset, Warning::UnknownAlgorithms];
    assert_eq!(warnings(&[SMARTPGP, Trait::NoAlgorithmList]), unknown);
    let mut desk = Desk::with(Algorithm::Rsa2048, Model::Pro2, &[SMARTPGP, Trait::NoAlgorithmList]);
    met(Algorithm::Rsa2048, &desk.key).unwrap();
    let flashed = desk.flash(&Start::FactoryReset).unwrap();
    desk.prove(&flashed);
}

#[test]
fn a_pro_is_said_to_lose_more_than_openpgp() {
    for (model, lost) in
        [(Model::Pro1, true), (Model::Pro2, true), (Model::Nitrokey3, false), (Model::Start, false)]
    {
        let key = card(model, &[]);
        let info = walk::info(&VirtualBus::with(&[&key]), walk::serial(&key)).unwrap();
        assert_eq!(info.before_erasing().contains(&Warning::PasswordSafe), lost, "{model:?}");
    }
    // It was called otherwise once.
    let key = card(Model::Pro1, &[]);
    let stick = Liar::over(&key, |command, truth| truth(command));
    let bus = LyingBus::with("German Privacy Foundation Crypto Stick v1.2 00 00", stick);
    let info = walk::info(&bus, walk::serial(&key)).unwrap();
    assert_eq!(info.before_erasing(), [Warning::PasswordSafe]);
}
