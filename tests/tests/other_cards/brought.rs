//! Keys that exist cannot be made of another kind, and once cards are printed they cannot be chosen anew. So what is
//! accepted when a Nitrokey is met is written and proven, and what would be refused later is refused then.

use std::collections::BTreeMap;
use std::time::SystemTime;

use coldspare::ceremony::{Made, PinChoice};
use coldspare::language::Texts;
use coldspare::nitrokey::{Info, Step};
use coldspare::openpgp::{Goes, Inventory, Opening, Places};
use coldspare::plan::{Plan, PrimaryKey, Role, Slot};
use coldspare::tui::messages;
use coldspare_tests::keys::{For, Kind, exported};
use sequoia_openpgp::parse::Parse as _;
use sequoia_openpgp::serialize::SerializeInto as _;
use sequoia_openpgp::types::Curve;
use sequoia_openpgp::{Cert, Packet};

use super::every::CARDS;
use super::*;

const EXPONENTS: [u64; 10] =
    [3, 17, 257, 65_537, 65_539, 0xFF_FFFD, 0x7FFF_FFFF, 0xFFFF_FFFB, 0x1_0000_000F, 0xFFFF_FFFF_FFFF_FFC5];
/// As in [`CARDS`]. The firmware that stands in for them takes no curves without a list.
const MORE: [(&str, Model, &[Trait]); 4] = [
    ("17 bits for an exponent", Model::Pro2, &[Trait::ShortExponent]),
    (
        "17 bits for an exponent, no list",
        Model::Pro2,
        &[SMARTPGP, Trait::ShortExponent, Trait::NoAlgorithmList],
    ),
    ("Pro 2, no list", Model::Pro2, &[Trait::NoAlgorithmList]),
    ("Start, no list", Model::Start, &[Trait::NoAlgorithmList]),
];
const FOR: [For; 3] = [For::Signing, For::Decryption, For::Logins];

pub(super) fn rsa(bits: i32) -> Kind {
    Kind::Rsa(bits, 65_537)
}

/// What was brought, and where it goes if nobody says otherwise.
pub(super) struct Brought {
    pub(super) name: String,
    inventory: Inventory,
    plan: Plan,
    places: Places,
}

impl Brought {
    fn new(primary: &Kind, primary_key: PrimaryKey, subkeys: &[(For, Kind)]) -> Self {
        let signs = primary_key == PrimaryKey::SignatureSlot;
        let bytes = exported(primary, signs, subkeys);
        let bytes = bytes.unwrap_or_else(|error| panic!("{primary:?}, {subkeys:?}: {error}"));
        let inventory = Opening::of(&bytes).unwrap().inventory(SystemTime::now());
        let inventory = inventory.unwrap_or_else(|error| panic!("{primary:?}, {subkeys:?}: {error}"));
        let mut plan = fixtures::plan(inventory.algorithm(), 2, 3).unwrap();
        plan.primary_key = primary_key;
        let places = inventory.preset(&plan).unwrap();
        Brought { name: format!("{primary:?}, {subkeys:?}"), inventory, plan, places }
    }

    /// One key for each slot, and the primary one at home.
    pub(super) fn three(kinds: [Kind; 3]) -> Self {
        let subkeys: Vec<_> = FOR.into_iter().zip(kinds).collect();
        Brought::new(&Kind::Curve25519, PrimaryKey::Offline, &subkeys)
    }

    pub(super) fn meeting(&self) -> Meeting {
        Meeting::bringing(self.plan.clone(), &self.inventory, &self.places).unwrap()
    }

    /// Up to where Nitrokeys are written, with what is new of this algorithm.
    pub(super) fn prepare(&self, algorithm: Algorithm) -> (Prepared, tempfile::TempDir) {
        let (plan, stick) = (Plan { algorithm, ..self.plan.clone() }, tempfile::tempdir().unwrap());
        let bus = VirtualBus::default();
        let prepared = fixtures::prepare_brought(plan, &self.inventory, &bus, &[], stick.path());
        (prepared.unwrap_or_else(|error| panic!("{}: {error}", self.name)), stick)
    }

    /// Whether the keys that are printed for these Nitrokeys are taken by them to the end.
    fn made(&self, meeting: &Meeting) -> Result<Made, CeremonyError> {
        let pins = PinChoice::Generated;
        Made::import(meeting, &self.inventory, &self.places, pins, SystemTime::now())
    }

    fn is_curve(&self) -> bool {
        self.places
            .iter()
            .filter_map(Goes::yours)
            .any(|yours| self.inventory.part(yours).is_some_and(|part| !part.kind.starts_with("RSA")))
    }
}

/// Everything that is tried for every run, and in the nightly one.
fn all_brought() -> Vec<Brought> {
    let mut all = Vec::new();
    let sizes: &[i32] = if coldspare_tests::all() { &[2048, 3072, 4096] } else { &[2048] };
    for bits in sizes {
        for (nth, exponent) in EXPONENTS.into_iter().enumerate() {
            let mut kinds = [rsa(*bits), rsa(*bits), rsa(*bits)];
            let slots = if coldspare_tests::all() { 0..3 } else { nth % 3..nth % 3 + 1 };
            for slot in slots {
                kinds[slot] = Kind::Rsa(*bits, exponent);
                all.push(Brought::three(kinds.clone()));
                kinds[slot] = rsa(*bits);
            }
        }
    }
    let curves = [
        Curve::NistP256,
        Curve::NistP384,
        Curve::NistP521,
        Curve::BrainpoolP256,
        Curve::BrainpoolP384,
        Curve::BrainpoolP512,
    ];
    all.extend(curves.map(|curve| Brought::three([0; 3].map(|_| Kind::Curve(curve.clone())))));
    let p256 = || Kind::Curve(Curve::NistP256);
    for kinds in [
        [rsa(3072), rsa(3072), rsa(3072)],
        [rsa(4096), Kind::Rsa(4096, 3), rsa(4096)],
        [Kind::Curve25519, rsa(2048), p256()],
        [rsa(4096), Kind::Curve25519, Kind::Curve(Curve::NistP384)],
        [Kind::Curve(Curve::NistP521), Kind::Rsa(3072, 17), Kind::Curve25519],
        [Kind::Curve(Curve::BrainpoolP384), p256(), rsa(2048)],
        [rsa(2048), p256(), Kind::Curve25519],
        // No slot gets it: it is in the backup alone.
        [rsa(2048), Kind::Unequal, rsa(2048)],
        [Kind::WrongU, rsa(2048), Kind::WrongU],
        [Kind::LargerFirst, Kind::LargerFirst, rsa(2048)],
        [rsa(2048), Kind::WrongPrimes, Kind::WrongPrimes],
        [Kind::ThreePrimes, Kind::ThreePrimes, rsa(2048)],
        [Kind::Short(Curve::Ed25519), Kind::Unclamped, Kind::Short(Curve::Ed25519)],
        [Kind::Short(Curve::NistP256), Kind::Short(Curve::NistP256), Kind::Short(Curve::NistP256)],
        [Kind::Short(Curve::NistP521), Kind::Short(Curve::NistP521), Kind::Short(Curve::NistP384)],
        // Put right, and then as any other.
        [Kind::Swapped, Kind::UnclampedShort, Kind::WrongPrimes],
        [0; 3].map(|_| Kind::Beyond(Curve::NistP256)),
        [0; 3].map(|_| Kind::Beyond(Curve::BrainpoolP256)),
        [Kind::Beyond(Curve::NistP521), Kind::Beyond(Curve::BrainpoolP512), Kind::Swapped],
    ] {
        all.push(Brought::three(kinds));
    }
    for kind in [Kind::Rsa(2048, 3), rsa(3072), Kind::Curve25519, p256(), Kind::Unequal] {
        all.push(Brought::new(&rsa(2048), PrimaryKey::Offline, &[(For::Decryption, kind)]));
    }
    for primary in [Kind::Rsa(3072, 17), Kind::Curve25519, Kind::Curve(Curve::NistP521), Kind::Unequal] {
        all.push(Brought::new(&primary, PrimaryKey::SignatureSlot, &[(For::Decryption, rsa(2048))]));
    }
    all
}

/// Says which key it is about, what of it is not taken, and what to do.
fn is_said(error: &CeremonyError, info: &Info, name: &str) {
    let CeremonyError::Nitrokey(refused) = error else { panic!("{name}: {error:?}") };
    let text = fixtures::message(error);
    let (slot, what) = match refused {
        NitrokeyError::Algorithm { slot, wanted: Some(wanted), .. } => (*slot, wanted.clone()),
        NitrokeyError::Exponent { slot, .. } => (*slot, "exponent 65537".into()),
        NitrokeyError::LongExponent { slot, bits, .. } => (*slot, format!("{bits} bits")),
        NitrokeyError::ShortReader { slot, reader, .. } => (*slot, reader.clone()),
        NitrokeyError::NoImport { .. } => return,
        other => panic!("{name}: {other:?}"),
    };
    let slot = messages::slot(slot, &Texts::of("en"));
    for part in [info.serial.to_string(), slot, what, "Use another".into(), "Nothing was written.".into()] {
        assert!(text.contains(&part), "{name}: `{text}` does not say {part}");
    }
}

#[test]
fn a_brought_key_that_is_accepted_is_written_and_proven_and_what_would_be_refused_is_refused_at_once() {
    let (mut proven, mut refused) = (0, 0);
    for (which, brought) in all_brought().into_iter().enumerate() {
        let mut prepared = BTreeMap::new();
        for (nth, (name, model, traits)) in CARDS.into_iter().chain(MORE).enumerate() {
            // Every Nitrokey and every room for exponents; of the other cards each one for some of the keys.
            let often = (0..5).contains(&nth) || traits.contains(&Trait::ShortExponent);
            if !(often || coldspare_tests::all() || (which + nth) % 5 == 0) {
                continue;
            }
            let name = format!("{name}: {}", brought.name);
            let without_list = traits.contains(&Trait::NoAlgorithmList);
            if without_list && brought.is_curve() {
                continue;
            }
            let number = 0x0B00_0000 + u32::try_from(nth).unwrap();
            let key = traits.iter().fold(fixtures::key(model, number).unwrap(), |key, one| key.with(*one));
            let (bus, serial) = (VirtualBus::with(&[&key]), fixtures::serial(&key));
            let before = fixtures::info(&bus, serial).unwrap();
            let mut meeting = brought.meeting();
            let met = meeting.meet(before.clone()).map(drop);
            let algorithm = meeting.plan().algorithm;
            let key = (algorithm.to_string(), met.is_ok());
            let (prepared, _) = prepared.entry(key).or_insert_with(|| brought.prepare(algorithm));
            let rehearsed = &mut prepared.rehearsed;
            let pins = rehearsed.pins(&Role::Primary, None).unwrap();
            let erase = Erase::confirm(&before, &serial.last_four()).unwrap();
            let mut flash =
                || rehearsed.flash(&bus, &erase, &Role::Primary, &pins, &Unlock::FactoryReset, &mut |_| ());
            let mut flashed = flash();
            match met {
                Err(error) => {
                    is_said(&error, &before, &name);
                    assert!(flashed.is_err(), "{name}: refused ({error}), and it would have been taken");
                    assert_eq!(fixtures::info(&bus, serial).unwrap(), before, "{name}");
                    refused += 1;
                }
                Ok(()) => {
                    brought.made(&meeting).unwrap_or_else(|error| panic!("{name}: {error}"));
                    if traits.contains(&Trait::ResetRefused) {
                        flashed = flash();
                    }
                    let flashed = flashed.unwrap_or_else(|error| panic!("{name}: {error}"));
                    let proof = rehearsed.prove(&bus, &flashed, &pins, &mut |_| ());
                    proof.unwrap_or_else(|error| panic!("{name}: {error}"));
                    proven += 1;
                }
            }
        }
    }
    println!("{proven} written and proven; {refused} refused and left as they were");
    assert!(proven > 100 && refused > 80, "{proven} and {refused}");
}

#[test]
fn a_key_that_is_too_long_for_any_nitrokey_or_with_which_no_card_can_calculate_goes_into_no_slot() {
    for kind in [
        Kind::Rsa(2048, EXPONENTS[8]),
        Kind::Rsa(2048, EXPONENTS[9]),
        Kind::Unequal,
        Kind::ThreePrimes,
        Kind::SamePrimes,
    ] {
        let brought = Brought::three([kind.clone(), kind.clone(), kind]);
        assert_eq!(brought.places, [Goes::New, Goes::New, Goes::New], "{}", brought.name);
    }
    // With the last one nothing is calculated: it would take minutes.
    for kind in [1024, 1536, 2047, 2049, 4104].map(rsa).into_iter().chain([Kind::Endless]) {
        let subkeys = [(For::Decryption, kind)];
        let brought = Brought::new(&rsa(2048), PrimaryKey::Offline, &subkeys);
        assert_eq!(brought.places[Slot::Decryption as usize], Goes::New, "{}", brought.name);
    }
    let longest = Kind::Rsa(2048, EXPONENTS[7]);
    let brought = Brought::three([longest.clone(), longest.clone(), longest]);
    assert!(!brought.places.contains(&Goes::New), "{}", brought.name);
}

/// A card gets the primes, and what it would do with these is wrong; whoever calculates with d alone does not notice. With a
/// d that is too long the library does not calculate either.
#[test]
fn a_key_whose_primes_are_none_or_whose_d_is_too_long_is_not_accepted() {
    for kind in [Kind::FoundPrimes, Kind::LongD] {
        let bytes = exported(&rsa(2048), true, &[(For::Decryption, kind.clone())]).unwrap();
        let refused = Opening::of(&bytes).unwrap().inventory(SystemTime::now()).map(drop).unwrap_err();
        assert!(refused.to_string().contains("does not fit its public key"), "{kind:?}: {refused}");
    }
}

/// The one backup that GnuPG leaves of a key that was made on a card: its secret comes beside the certificate.
#[test]
fn a_decryption_key_alone_with_which_no_card_can_calculate_goes_into_no_slot() {
    for (kind, goes) in [(rsa(2048), true), (Kind::Unequal, false), (Kind::WrongPrimes, true)] {
        let bytes = exported(&rsa(2048), false, &[(For::Decryption, kind.clone())]).unwrap();
        let cert = Cert::from_bytes(&bytes).unwrap();
        let alone = cert.keys().subkeys().next().unwrap().key().clone().parts_into_secret().unwrap();
        let alone = Packet::from(alone).to_vec().unwrap();
        let both = [cert.strip_secret_key_material().to_vec().unwrap(), alone].concat();
        let inventory = Opening::of(&both).unwrap().inventory(SystemTime::now()).unwrap();
        assert!(inventory.is_new_identity());
        assert_eq!(inventory.parts()[0].fits(Slot::Decryption), goes, "{kind:?}");
    }
}

#[test]
fn a_second_nitrokey_that_takes_less_is_refused_and_a_new_key_in_that_slot_leads_on() {
    for (kinds, models, slot) in [
        ([rsa(2048), Kind::Rsa(2048, 3), rsa(2048)], [Model::Pro2, Model::Start], Slot::Decryption),
        ([rsa(2048), rsa(2048), Kind::Curve25519], [Model::Nitrokey3, Model::Pro1], Slot::Authentication),
        (
            [Kind::Curve(Curve::NistP384), rsa(2048), rsa(2048)],
            [Model::Pro2, Model::Nitrokey3],
            Slot::Signature,
        ),
    ] {
        let mut brought = Brought::three(kinds);
        let keys = [fixtures::key(models[0], 1).unwrap(), fixtures::key(models[1], 2).unwrap()];
        let bus = VirtualBus::with(&keys.each_ref());
        let serials = keys.each_ref().map(fixtures::serial);
        let infos = serials.map(|serial| fixtures::info(&bus, serial).unwrap());
        let mut meeting = brought.meeting();
        meeting.meet(infos[0].clone()).unwrap();
        let error = meeting.meet(infos[1].clone()).map(drop).unwrap_err();
        is_said(&error, &infos[1], &brought.name);
        assert!(error.to_string().contains(&slot.to_string()), "{error}");
        assert_eq!(meeting.met().len(), 1);

        brought.places[slot as usize] = Goes::New;
        let mut meeting = brought.meeting();
        infos.into_iter().for_each(|info| meeting.meet(info).map(drop).unwrap());
        let made = brought.made(&meeting).unwrap();
        let slot_key = made.identity().slot_fingerprint(slot).to_hex();
        assert!(brought.inventory.part(&slot_key).is_none(), "{slot} is not new");
        // What was agreed on is written on both.
        let stick = tempfile::tempdir().unwrap();
        let mut prepared = fixtures::prepare_made(made, stick.path()).unwrap();
        for (role, serial) in [Role::Primary, Role::SPARE].into_iter().zip(serials) {
            let pins = prepared.rehearsed.pins(&role, None).unwrap();
            fixtures::flash_and_prove(&mut prepared.rehearsed, &bus, serial, &role, &pins, &mut |_| ())
                .unwrap();
        }
    }
}

#[test]
fn another_model_that_is_put_in_when_it_is_written_stays_as_it_was() {
    for (kinds, model) in [
        ([rsa(2048), Kind::Rsa(2048, 3), rsa(2048)], Model::Start),
        ([Kind::Curve25519, rsa(2048), rsa(2048)], Model::Pro2),
    ] {
        let brought = Brought::three(kinds);
        let (met, other) = (fixtures::key(Model::Nitrokey3, 1).unwrap(), fixtures::key(model, 2).unwrap());
        let bus = VirtualBus::with(&[&met, &other]);
        let mut meeting = brought.meeting();
        meeting.meet(fixtures::info(&bus, fixtures::serial(&met)).unwrap()).unwrap();
        let (mut prepared, _stick) = brought.prepare(meeting.plan().algorithm);
        let rehearsed = &mut prepared.rehearsed;
        let pins = rehearsed.pins(&Role::Primary, None).unwrap();
        let before = fixtures::info(&bus, fixtures::serial(&other)).unwrap();
        let error =
            fixtures::flash_and_prove(rehearsed, &bus, before.serial, &Role::Primary, &pins, &mut |_| ());
        is_said(fixtures::ceremony_error(&error.unwrap_err()).unwrap(), &before, &brought.name);
        assert_eq!(fixtures::info(&bus, before.serial).unwrap(), before);
        let serial = fixtures::serial(&met);
        fixtures::flash_and_prove(rehearsed, &bus, serial, &Role::Primary, &pins, &mut |_| ()).unwrap();
    }
}

/// Its list has what its firmware has not, and nothing says so: it is another maker's.
#[test]
fn a_card_whose_list_lies_says_no_when_the_key_comes_and_another_one_is_written() {
    let brought = Brought::three([0; 3].map(|_| Kind::Curve(Curve::NistP384)));
    let liar = card(Model::Nitrokey3, &[SMARTPGP]).with_unfiltered_algorithm_list();
    let honest = fixtures::key(Model::Nitrokey3SecureElement, 7).unwrap();
    let bus = VirtualBus::with(&[&liar, &honest]);
    let mut meeting = brought.meeting();
    meeting.meet(fixtures::info(&bus, fixtures::serial(&liar)).unwrap()).unwrap();
    let (mut prepared, _stick) = brought.prepare(meeting.plan().algorithm);
    let rehearsed = &mut prepared.rehearsed;
    let pins = rehearsed.pins(&Role::Primary, None).unwrap();
    let error = fixtures::flash_and_prove(
        rehearsed,
        &bus,
        fixtures::serial(&liar),
        &Role::Primary,
        &pins,
        &mut |_| (),
    );
    let error = error.unwrap_err();
    assert!(
        matches!(
            fixtures::ceremony_error(&error),
            Some(CeremonyError::Nitrokey(NitrokeyError::Refused { step: Step::Importing, .. }))
        ),
        "{error}"
    );
    fixtures::flash_and_prove(rehearsed, &bus, fixtures::serial(&honest), &Role::Primary, &pins, &mut |_| ())
        .unwrap();
}

/// Each curve of 25519 stands in the list, and for what the other one does.
#[test]
fn a_curve_that_is_listed_for_another_slot_is_refused_when_the_card_is_met() {
    let key = card(Model::Nitrokey3, &[]);
    const ED25519: &[u8] = &[0x16, 0x2B, 0x06, 0x01, 0x04, 0x01, 0xDA, 0x47, 0x0F, 0x01];
    const X25519: &[u8] = &[0x12, 0x2B, 0x06, 0x01, 0x04, 0x01, 0x97, 0x55, 0x01, 0x05, 0x01];
    let bus = LyingBus::with(
        "a reader",
        Liar::over(&key, move |command, truth| {
            let mut said = truth(command)?;
            if command[1..4] == [0xCA, 0x00, 0xFA] {
                // It comes in pieces.
                while let [.., 0x61, more] = said[..] {
                    said.truncate(said.len() - 2);
                    said.extend(truth(&[0, 0xC0, 0, 0, more])?);
                }
                // C1: for signatures; C2: for decryption.
                for (curve, tag, other) in [(ED25519, 0xC1, 0xC2), (X25519, 0xC2, 0xC1)] {
                    let at = said.windows(curve.len()).position(|window| window == curve).unwrap() - 2;
                    assert_eq!(std::mem::replace(&mut said[at], other), tag);
                }
            }
            Ok(said)
        }),
    );
    let info = fixtures::info(&bus, fixtures::serial(&key)).unwrap();
    assert!(!info.algorithms.contains(&Algorithm::Curve25519), "{:?}", info.algorithms);
    assert!(info.algorithms.contains(&Algorithm::NistP256));
    let brought = Brought::three([rsa(2048), Kind::Curve25519, rsa(2048)]);
    let error = brought.meeting().meet(info.clone()).map(drop).unwrap_err();
    is_said(&error, &info, "X25519 for signatures");
}

/// A Nitrokey 3 that does not tell whether its secure element is on.
#[test]
fn a_nitrokey_3_that_does_not_say_where_its_keys_are_is_believed_only_what_all_of_them_take() {
    let key = fixtures::key(Model::Nitrokey3, 7).unwrap().with_unfiltered_algorithm_list();
    let bus = LyingBus::with(
        "a reader",
        Liar::over(&key, |command, truth| match command[1] {
            0x82 => Ok(vec![0x6D, 0x00]),
            _ => truth(command),
        }),
    );
    let info = fixtures::info(&bus, fixtures::serial(&key)).unwrap();
    assert_eq!(info.secure_element, None);
    assert!(!info.algorithms.contains(&Algorithm::NistP384), "{:?}", info.algorithms);
    assert!(info.algorithms.contains(&Algorithm::Curve25519));
}
