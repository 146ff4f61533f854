//! Secret keys that stand alone in a file (`sk_<keyid>.gpg`), beside the certificate that they belong to: what is worth most
//! of several copies is taken, and what was signed of any of them counts.

use anyhow::ensure;
use coldspare::openpgp::{Remains, Unusable};
use openpgp::Cert;
use openpgp::armor::{Kind, Writer};
use openpgp::crypto::Password;
use openpgp::packet::{Marker, Packet, Tag, Trust, UserID};
use openpgp::parse::Parse;
use openpgp::serialize::{Serialize, SerializeInto};
use sequoia_openpgp as openpgp;

use super::ended::{misread, of_subkey, revocation};
use super::gnupgs::{Export, Subkey, ada, curve, decrypts, lives_with_gnupg, years_ago};
use super::*;

/// A key whose subkey is there without its secret, that secret, and the same one locked.
fn apart() -> Result<(Export, Packet, Packet)> {
    let made = years_ago(5);
    let subkey = curve(false, made)?;
    let mut key = ada()?.subkey(subkey.clone(), [decrypts(made)?])?;
    for packet in &mut key.packets {
        if let Packet::SecretSubkey(subkey) = packet {
            *packet = subkey.clone().take_secret().0.into();
        }
    }
    let locked: Subkey = subkey.clone().encrypt_secret(&Password::from("another one"))?;
    Ok((key, subkey.into(), locked.into()))
}

/// As GnuPG writes it where a key is made on a card.
fn as_primary(packet: &Packet) -> Packet {
    match packet {
        Packet::SecretSubkey(key) => key.clone().role_into_primary().into(),
        other => other.clone(),
    }
}

/// Whether the slot has the owner's own key.
fn reads(inventory: &Inventory, key: &Packet) -> Result<()> {
    let Packet::SecretSubkey(key) = key else { bail!("no subkey") };
    let goes = inventory.preset(&plan(inventory, PrimaryKey::Offline)?)?[Slot::Decryption as usize].clone();
    ensure!(goes == Goes::Yours(key.fingerprint().to_hex()), "{goes:?}");
    Ok(())
}

fn all(parts: &[&[Packet]]) -> Result<Vec<u8>> {
    let packets = parts.iter().flat_map(|part| part.iter());
    Ok(packets.map(|packet| packet.to_vec()).collect::<openpgp::Result<Vec<_>>>()?.concat())
}

/// One of several keys.
fn chosen(bytes: &[u8], key: &Export) -> Result<Opening> {
    let mut opening = Opening::of(bytes)?;
    ensure!(matches!(opening.asks(), Some(Question::Which(_))), "{:?}", opening.asks());
    opening.choose(&key.primary.fingerprint().to_hex())?;
    Ok(opening)
}

fn bring(front: &[Packet], key: &Export, behind: &[Packet]) -> Result<Opening, OpenPgpError> {
    let packets = [front, &key.packets, behind].concat();
    let all = Export { packets, primary: key.primary.clone() };
    Opening::of(&all.bytes().unwrap_or_default())
}

#[test]
fn of_two_copies_of_a_secret_the_open_one_is_taken_wherever_it_stands() -> Result<()> {
    let (key, open, locked) = apart()?;
    let both = [open.clone(), locked.clone()];
    for (first, second) in [(0, 1), (1, 0)] {
        let front = [both[first].clone(), both[second].clone()];
        let fronts = [front.clone(), front.each_ref().map(as_primary)];
        for front in fronts {
            let opening = bring(&front, &key, &[])?;
            ensure!(opening.asks().is_none(), "{:?}", opening.asks());
            let inventory = opening.inventory(SystemTime::now())?;
            reads(&inventory, &open)?;
            lives_with_gnupg(&identity(&inventory)?)?;
        }
    }
    // Nor does a locked copy go in the place of one that is open in the key itself.
    let mut whole = key;
    for packet in &mut whole.packets {
        if packet.tag() == Tag::PublicSubkey {
            *packet = open.clone();
        }
    }
    let opening = bring(&[locked], &whole, &[])?;
    ensure!(opening.asks().is_none(), "{:?}", opening.asks());
    reads(&opening.inventory(SystemTime::now())?, &open)
}

/// Whoever has changed the passphrase and joined the file with an older one may know either.
#[test]
fn of_two_copies_of_a_secret_under_two_passphrases_either_opens_it() -> Result<()> {
    let (key, open, _) = apart()?;
    let Packet::SecretSubkey(subkey) = &open else { bail!("no subkey") };
    let under = |word: &str| -> Result<Packet> {
        let locked: Subkey = subkey.clone().encrypt_secret(&Password::from(word))?;
        Ok(locked.into())
    };
    let [first, second] = [under("one")?, under("two")?];
    let whole = |packet: &Packet| -> Vec<Packet> {
        let packets = key.packets.iter();
        packets.map(|it| if it.tag() == Tag::PublicSubkey { packet } else { it }.clone()).collect()
    };
    let files = [
        all(&[&[first.clone(), second.clone()], &key.packets])?,
        all(&[&[as_primary(&first), as_primary(&second)], &key.packets])?,
        all(&[std::slice::from_ref(&first), &whole(&second)])?,
        all(&[std::slice::from_ref(&second), &whole(&first)])?,
        all(&[&whole(&first), &whole(&second)])?,
        all(&[&whole(&first), &whole(&second), &whole(&first)])?,
    ];
    for (number, file) in files.iter().enumerate() {
        for word in ["one", "two"] {
            let mut opening = Opening::of(file)?;
            ensure!(opening.passphrase(&"three".into()).is_err());
            opening.passphrase(&word.into()).with_context(|| format!("file {number}, {word}"))?;
            ensure!(opening.asks().is_none(), "file {number}: {:?}", opening.asks());
            let inventory = opening.inventory(SystemTime::now())?;
            assert_eq!(inventory.remains(), Remains::default());
            reads(&inventory, &open)?;
        }
    }
    Ok(())
}

/// Anybody can put a subkey into a key, bound or not.
#[test]
fn a_secret_that_stands_alone_goes_to_the_key_that_has_bound_it() -> Result<()> {
    let (key, open, _) = apart()?;
    let Packet::SecretSubkey(subkey) = &open else { bail!("no subkey") };
    let mut other = ada()?;
    let alone = std::slice::from_ref(&open);
    // Behind another key, which has not bound it, it seems to be of that.
    let mut files = vec![all(&[&other.packets, alone, &key.packets])?];
    other.packets.push(subkey.clone().take_secret().0.into());
    files.push(all(&[alone, &other.packets, &key.packets])?);
    files.push(all(&[alone, &key.packets, &other.packets])?);
    files.push(all(&[&[as_primary(&open)], &other.packets, &key.packets])?);
    for (number, file) in files.iter().enumerate() {
        let inventory = chosen(file, &key)?.inventory(SystemTime::now())?;
        reads(&inventory, &open).with_context(|| format!("file {number}"))?;
        assert_eq!(inventory.remains(), Remains { keys: 1, ..Remains::default() });
        lives_with_gnupg(&identity(&inventory)?)?;
    }
    Ok(())
}

/// Who makes a new identity may take the old subkey over, so that mail goes on being read.
#[test]
fn a_secret_that_stands_alone_is_of_each_key_that_has_bound_it() -> Result<()> {
    let (key, open, _) = apart()?;
    let Packet::SecretSubkey(subkey) = &open else { bail!("no subkey") };
    let mut newer = ada()?.subkey(subkey.clone(), [decrypts(years_ago(1))?])?;
    for packet in &mut newer.packets {
        if packet.tag() == Tag::SecretSubkey {
            *packet = subkey.clone().take_secret().0.into();
        }
    }
    let stranger = ada()?.subkey(curve(false, years_ago(5))?, [decrypts(years_ago(5))?])?;
    // What each has signed of it, one behind the other; and what nobody here has signed.
    let binding = |of: &Export| of.packets.last().cloned().context("no binding");
    let [ours, theirs, nobodys] = [binding(&key)?, binding(&newer)?, binding(&stranger)?];
    for (behind, signatures) in [
        (vec![], 0),
        (vec![ours.clone(), theirs.clone()], 0),
        (vec![theirs.clone(), nobodys.clone(), ours.clone()], 1),
        (vec![nobodys.clone(), open.clone(), nobodys, theirs, open.clone(), ours], 1),
    ] {
        let alone = [vec![open.clone()], behind].concat();
        for others in [[&key, &newer], [&newer, &key]] {
            let file = all(&[&alone, &others[0].packets, &others[1].packets])?;
            for of in others {
                let inventory = chosen(&file, of)?.inventory(SystemTime::now())?;
                reads(&inventory, &open)?;
                assert_eq!(inventory.remains(), Remains { keys: 1, signatures, ..Remains::default() });
            }
        }
    }
    Ok(())
}

/// Of the file in which the public key was, too, nothing secret is passed over unsaid.
#[test]
fn secrets_in_the_file_beside_one_that_stands_alone_are_counted() -> Result<()> {
    let (key, open, _) = apart()?;
    let made = years_ago(5);
    let mut beside = key.packets.clone();
    let others = ada()?.subkey(curve(false, made)?, [decrypts(made)?])?;
    let public = beside.remove(0);
    let Packet::SecretKey(primary) = public else { bail!("no primary key") };
    beside.insert(0, primary.take_secret().0.into());
    for (more, keys) in [(&[][..], 0), (&others.packets[..], 1)] {
        let mut opening = Opening::of(&all(&[std::slice::from_ref(&open)])?)?;
        ensure!(matches!(opening.asks(), Some(Question::PublicKey { .. })), "{:?}", opening.asks());
        opening.beside([all(&[&beside, more])?])?;
        assert_eq!(opening.remains(), Remains { keys, ..Remains::default() });
    }
    // One that is in both files is one.
    let Packet::SecretSubkey(subkey) = &open else { bail!("no subkey") };
    let mut opening = Opening::of(&all(&[std::slice::from_ref(&open), &others.packets])?)?;
    opening.choose(&subkey.fingerprint().to_hex())?;
    opening.beside([all(&[&beside, &others.packets])?])?;
    assert_eq!(opening.remains(), Remains { keys: 1, ..Remains::default() });
    Ok(())
}

/// They cannot be brought by themselves, as another whole key can: its primary key is missing.
#[test]
fn subkeys_whose_primary_key_is_elsewhere_are_told_as_that() -> Result<()> {
    let made = years_ago(5);
    let (key, other) = (ada()?.subkey(curve(false, made)?, [decrypts(made)?])?, ada()?);
    let other = other.subkey(curve(false, made)?, [decrypts(made)?])?;
    let stub = Cert::from_bytes(&other.bytes()?)?;
    let primary = stub.fingerprint();
    let stub = stub.as_tsk().set_filter(|key| key.fingerprint() != primary).emit_secret_key_stubs(true);
    let stub = stub.to_vec()?;
    for file in [[&key.bytes()?[..], &stub].concat(), [&stub[..], &key.bytes()?, &stub].concat()] {
        let opening = Opening::of(&file)?;
        let remains = Remains { without_primary: 1, ..Remains::default() };
        assert_eq!((opening.asks(), opening.remains()), (None, remains));
    }
    // Nor by a stub is it hidden that all of it is there.
    let opening = chosen(&[stub, key.bytes()?, other.bytes()?].concat(), &key)?;
    assert_eq!(opening.remains(), Remains { keys: 1, ..Remains::default() });
    Ok(())
}

/// Of two copies in two files the right one is taken, locked or not, whose primary key is elsewhere.
#[test]
fn beside_a_stub_the_right_copy_of_a_secret_is_taken_in_whichever_file_it_is() -> Result<()> {
    let made = years_ago(5);
    let (subkey, other) = (curve(false, made)?, curve(false, made)?);
    let wrong = subkey.clone().take_secret().0.add_secret(other.secret().clone()).0;
    let locked: Subkey = subkey.clone().encrypt_secret(&Password::from("one"))?;
    let key = ada()?.subkey(subkey.clone(), [decrypts(made)?])?;
    let file = |subkey: &Subkey| {
        let packets = key.packets.iter().cloned().map(|packet| match packet {
            Packet::SecretKey(primary) => primary.take_secret().0.into(),
            Packet::SecretSubkey(_) => subkey.clone().into(),
            packet => packet,
        });
        all(&[&packets.collect::<Vec<_>>()])
    };
    for (alone, inside) in [(&wrong, &locked), (&locked, &wrong)] {
        let mut opening = Opening::of(&all(&[&[Packet::from(alone.clone())]])?)?;
        opening.beside([file(inside)?])?;
        ensure!(matches!(opening.asks(), Some(Question::Passphrase { .. })), "{:?}", opening.asks());
        opening.passphrase(&"one".into())?;
        ensure!(opening.inventory(SystemTime::now())?.is_new_identity());
    }
    Ok(())
}

/// That a key is in the certificate does not say that its secret is.
#[test]
fn secrets_that_are_not_taken_over_are_counted() -> Result<()> {
    let made = years_ago(5);
    let subkeys = [curve(false, made)?, curve(false, made)?];
    let mut key = ada()?;
    for subkey in &subkeys {
        key = key.subkey(subkey.clone(), [decrypts(made)?])?;
    }
    let public = key.packets.iter().map(|packet| match packet.clone() {
        Packet::SecretKey(key) => key.take_secret().0.into(),
        Packet::SecretSubkey(key) => key.take_secret().0.into(),
        other => other,
    });
    let public: Vec<Packet> = public.collect();
    let alone = subkeys.each_ref().map(|subkey| as_primary(&subkey.clone().into()));
    let mut opening = Opening::of(&all(&[&alone, &public])?)?;
    opening.choose(&subkeys[0].fingerprint().to_hex())?;
    assert_eq!(opening.remains(), Remains { keys: 1, ..Remains::default() });
    // With the primary key among them all of it is one key.
    let primary = key.primary.clone().into();
    let mut opening = chosen(&all(&[&alone, &[primary]])?, &key)?;
    ensure!(matches!(opening.asks(), Some(Question::PublicKey { .. })), "{:?}", opening.asks());
    opening.beside([all(&[&public])?])?;
    assert_eq!(opening.remains(), Remains::default());
    let inventory = opening.inventory(SystemTime::now())?;
    ensure!(inventory.parts().iter().all(|part| part.kept.is_none()), "{:?}", inventory.parts());
    lives_with_gnupg(&identity(&inventory)?)
}

/// Of what the key has signed of it, nothing is lost and nothing is misread.
#[test]
fn what_was_signed_of_a_secret_that_stands_alone_counts() -> Result<()> {
    let made = years_ago(5);
    let (key, open, _) = apart()?;
    let Packet::SecretSubkey(subkey) = &open else { bail!("no subkey") };
    let whole = ada_with(&key, subkey.clone())?;
    let revoked = of_subkey(&whole)?;
    for revocation in [revoked.clone(), misread(&revoked)?] {
        for front in [vec![open.clone(), revocation.clone()], vec![open.clone(), revocation, open.clone()]] {
            let inventory = bring(&front, &key, &[])?.inventory(SystemTime::now())?;
            let kept = &inventory.parts()[1].kept;
            ensure!(matches!(kept, Some(Kept::Revoked(_))), "{kept:?}");
        }
    }
    // What is not of it is said not to be taken over.
    let other = ada()?.subkey(curve(false, made)?, [decrypts(made)?])?;
    let stranger = other.packets.last().cloned().context("no binding")?;
    let name = UserID::from("somebody else").into();
    let inventory = bring(&[open.clone(), stranger, name], &key, &[])?.inventory(SystemTime::now())?;
    assert_eq!(inventory.remains(), Remains { signatures: 1, others: 1, ..Remains::default() });
    reads(&inventory, &Packet::from(subkey.clone()))?;
    lives_with_gnupg(&identity(&inventory)?)
}

fn ada_with(key: &Export, subkey: Subkey) -> Result<Export> {
    let packets = key.packets.iter().map(|packet| match packet.tag() {
        Tag::PublicSubkey => subkey.clone().into(),
        _ => packet.clone(),
    });
    Ok(Export { packets: packets.collect(), primary: key.primary.clone() })
}

/// Markers and GnuPG's notes on trust stand wherever, and say nothing.
#[test]
fn a_revocation_counts_behind_what_says_nothing() -> Result<()> {
    let made = years_ago(5);
    let key = ada()?.subkey(curve(false, made)?, [decrypts(made)?])?;
    let ended = revocation(&key, &key)?;
    let block = |packets: &[Packet], kind| -> Result<Vec<u8>> {
        let mut writer = Writer::new(Vec::new(), kind)?;
        packets.iter().try_for_each(|packet| packet.serialize(&mut writer))?;
        Ok(writer.finalize()?)
    };
    let mut files = Vec::new();
    for nothing in [Packet::from(Marker::default()), Trust::from(vec![1, 2]).into()] {
        let beside = [nothing.clone(), ended.clone()];
        for packets in [[&beside[..], &key.packets].concat(), [&key.packets[..], &beside].concat()] {
            files.push(Export { packets, primary: key.primary.clone() }.bytes()?);
        }
        let (ours, theirs) = (block(&key.packets, Kind::SecretKey)?, block(&beside, Kind::PublicKey)?);
        files.push([&ours[..], b"\n", &theirs].concat());
        files.push([&theirs[..], b"\n", &ours].concat());
    }
    for (number, bytes) in files.into_iter().enumerate() {
        let told = Opening::of(&bytes).and_then(|opening| opening.inventory(SystemTime::now()));
        let told = told.err().with_context(|| format!("file {number} is taken"))?;
        let beside = matches!(told, OpenPgpError::Unusable { cause: Unusable::RevokedBeside(_), .. });
        ensure!(beside, "file {number}: {told}");
    }
    Ok(())
}
