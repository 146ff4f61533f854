//! Cards that want an RSA key with all its numbers (OpenPGP card 3.4 § 4.4.3.12, import format 3), as SmartPGP does. The
//! firmware that stands in for them takes the primes alone: what comes beside them is looked at here.

use coldspare::plan::Role;
use coldspare_tests::keys::Kind;
use openssl::bn::{BigNum, BigNumContext};

use super::brought::{Brought, rsa};
use super::*;

const ALL: u8 = 3;

/// A data object's tag (one byte, or two if the first says so), its value, and what comes behind it.
fn object(data: &[u8]) -> (u16, &[u8], &[u8]) {
    let (tag, rest) = object_head(data);
    let (length, rest) = length(rest);
    (tag, &rest[..length], &rest[length..])
}

fn object_head(data: &[u8]) -> (u16, &[u8]) {
    match data {
        [first, second, rest @ ..] if first & 0x1F == 0x1F => (u16::from_be_bytes([*first, *second]), rest),
        [first, rest @ ..] => (u16::from(*first), rest),
        [] => panic!("no object"),
    }
}

fn length(data: &[u8]) -> (usize, &[u8]) {
    match data {
        [0x81, length, rest @ ..] => ((*length).into(), rest),
        [0x82, high, low, rest @ ..] => (u16::from_be_bytes([*high, *low]).into(), rest),
        [length, rest @ ..] => ((*length).into(), rest),
        [] => panic!("no length"),
    }
}

fn made(tag: &[u8], value: &[u8]) -> Vec<u8> {
    let [high, low] = u16::try_from(value.len()).unwrap().to_be_bytes();
    [tag, &[0x82, high, low], value].concat()
}

/// The numbers by their tags, 91 to 97, each as long as the template says.
fn numbers<'a>(mut template: &[u8], mut data: &'a [u8]) -> Vec<(u16, &'a [u8])> {
    let mut numbers = Vec::new();
    while !template.is_empty() {
        let (tag, rest) = object_head(template);
        let (size, rest) = length(rest);
        let (number, behind) = data.split_at(size);
        numbers.push((tag, number));
        (template, data) = (rest, behind);
    }
    assert!(data.is_empty(), "something comes behind the numbers");
    numbers
}

/// § 4.4.3.12: e, p, q, 1/q mod p, d mod (p - 1), d mod (q - 1), n.
fn are_right(numbers: &[(u16, &[u8])]) {
    let tags: Vec<_> = numbers.iter().map(|(tag, _)| *tag).collect();
    assert_eq!(tags, [0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97]);
    let all: Vec<_> = numbers.iter().map(|(_, number)| BigNum::from_slice(number).unwrap()).collect();
    let [e, p, q, u, dp, dq, n] = &all[..] else { panic!("{tags:?}") };
    let one = BigNum::from_u32(1).unwrap();
    let is_one = |a: &BigNum, b: &BigNum, modulus: &BigNum| {
        let (mut product, mut context) = (BigNum::new().unwrap(), BigNumContext::new().unwrap());
        product.mod_mul(a, b, modulus, &mut context).unwrap();
        product == one
    };
    assert!(p > q && &(p * q) == n);
    assert!(is_one(u, q, p), "1/q mod p");
    assert!(is_one(e, dp, &(p - &one)) && is_one(e, dq, &(q - &one)), "d");
}

/// The whole import of another format, as one of the primes alone.
fn primes_alone(command: &[u8]) -> Vec<u8> {
    let body = if command[4] == 0 { &command[7..] } else { &command[5..] };
    let (0x4D, list, _) = object(body) else { panic!("no extended header list") };
    let (slot, _, rest) = object(list);
    let (0x7F48, template, rest) = object(rest) else { panic!("no template") };
    let (0x5F48, data, _) = object(rest) else { panic!("no numbers") };
    let numbers = numbers(template, data);
    are_right(&numbers);
    let (mut template, mut data) = (Vec::new(), Vec::new());
    for (tag, number) in &numbers[..3] {
        let [high, low] = u16::try_from(number.len()).unwrap().to_be_bytes();
        template.extend([u8::try_from(*tag).unwrap(), 0x82, high, low]);
        data.extend(*number);
    }
    let slot = [u8::try_from(slot).unwrap(), 0];
    let list = [&slot[..], &made(&[0x7F, 0x48], &template), &made(&[0x5F, 0x48], &data)].concat();
    let body = made(&[0x4D], &list);
    let [high, low] = u16::try_from(body.len()).unwrap().to_be_bytes();
    [&[0, 0xDB, 0x3F, 0xFF, 0, high, low], &body[..]].concat()
}

/// How many keys it got is counted.
fn wants_all(key: &VirtualNitrokey) -> (LyingBus, Arc<AtomicU64>) {
    let got = Arc::new(AtomicU64::new(0));
    let counts = got.clone();
    let card = Liar::over(key, move |command, truth| match command[1..4] {
        [0xCA, 0x00, 0xFA] => {
            let mut said = truth(command)?;
            while let [.., 0x61, more] = said[..] {
                said.truncate(said.len() - 2);
                said.extend(truth(&[0, 0xC0, 0, 0, more])?);
            }
            for at in 0..said.len().saturating_sub(6) {
                if matches!(said[at..at + 6], [1, 0x08 | 0x0C | 0x10, 0, 0, 32, 0]) {
                    said[at + 5] = ALL;
                }
            }
            Ok(said)
        }
        [0xDA, 0x00, 0xC1..=0xC3] => {
            let mut command = command.to_vec();
            assert_eq!(command.pop(), Some(ALL));
            command.push(0);
            truth(&command)
        }
        [0xDB, 0x3F, 0xFF] => {
            counts.fetch_add(1, Ordering::SeqCst);
            truth(&primes_alone(command))
        }
        _ => truth(command),
    });
    (LyingBus::with("a reader", card), got)
}

#[test]
fn a_card_that_wants_all_numbers_of_an_rsa_key_gets_them_right_also_where_its_file_has_them_wrong() {
    for kinds in [
        [rsa(2048), Kind::Rsa(2048, 3), rsa(2048)],
        [Kind::WrongU, Kind::LargerFirst, Kind::WrongU],
        [rsa(3072), rsa(4096), Kind::LargerFirst],
    ] {
        let brought = Brought::three(kinds);
        let key = card(Model::Pro2, &[SMARTPGP]);
        let (bus, got) = wants_all(&key);
        let mut meeting = brought.meeting();
        meeting.meet(fixtures::info(&bus, fixtures::serial(&key)).unwrap()).unwrap();
        let (mut prepared, _stick) = brought.prepare(meeting.plan().algorithm);
        let rehearsed = &mut prepared.rehearsed;
        let pins = rehearsed.pins(&Role::Primary, None).unwrap();
        fixtures::flash_and_prove(
            rehearsed,
            &bus,
            fixtures::serial(&key),
            &Role::Primary,
            &pins,
            &mut |_| (),
        )
        .unwrap();
        assert_eq!(got.load(Ordering::SeqCst), 3, "{}", brought.name);
    }
}
