//! Messages to keys that people have: what is said of one that is not read is true.

use anyhow::ensure;
use coldspare::openpgp::{MessageError, decrypt};
use coldspare_tests::gnupg::GnuPg;
use openpgp::Packet;
use openpgp::crypto::SessionKey;
use openpgp::packet::PKESK;
use openpgp::packet::pkesk::PKESK3;
use openpgp::serialize::SerializeInto;
use sequoia_openpgp as openpgp;

use super::gnupgs::{Export, Subkey, ada, curve, decrypts, rsa, years_ago};
use super::*;

const TEXT: &[u8] = b"what was written before\n";

/// Two identities, one on a curve and one with RSA, and the subkey of each that decrypts.
fn keys() -> Result<[(Export, Subkey); 2]> {
    let made = years_ago(5);
    let with = |subkey: Subkey| Ok((ada()?.subkey(subkey.clone(), [decrypts(made)?])?, subkey));
    let both: [Result<_>; 2] = [with(curve(false, made)?), with(rsa(2048, made)?)];
    let [first, second] = both;
    Ok([first?, second?])
}

/// A message to it, in armor or not.
fn written(to: &Export, armor: bool) -> Result<Vec<u8>> {
    let gnupg = GnuPg::new()?;
    gnupg.import(&to.bytes()?)?;
    let print = to.primary.fingerprint().to_hex();
    let options = ["--trust-model", "always", "--recipient", &print, "--encrypt"];
    gnupg.gpg(&[if armor { &["--armor"][..] } else { &[] }, &options].concat(), TEXT)
}

fn said(of: &Export, message: &[u8]) -> Result<Option<MessageError>> {
    Ok(decrypt(&of.bytes()?, message).err())
}

/// In armor that was changed there was a message; and however much armor stands in front of one, it is read.
#[test]
fn a_message_in_damaged_armor_is_not_called_none() -> Result<()> {
    let [(key, _), _] = keys()?;
    let text = String::from_utf8(written(&key, true)?)?;
    let (head, body) = text.split_once("\n\n").context("no armor")?;
    let damaged = format!("{head}\n\nAA=A\n{body}");
    assert_eq!(said(&key, damaged.as_bytes())?, Some(MessageError::Changed));
    let block = "-----BEGIN PGP SIGNATURE-----\n\n-----END PGP SIGNATURE-----\n";
    assert_eq!(said(&key, block.as_bytes())?, Some(MessageError::None));
    assert_eq!(said(&key, format!("{}{text}", block.repeat(1001)).as_bytes())?, None);
    Ok(())
}

/// Of a message that somebody quotes something or all may be left out; a program may put blanks behind one, or a dash as it
/// travels in front.
#[test]
fn a_whole_message_is_read_whatever_stands_around_it() -> Result<()> {
    let [(key, _), _] = keys()?;
    let (text, bytes) = (String::from_utf8(written(&key, true)?)?, written(&key, false)?);
    let (begin, rest) = text.split_once("\n\n").context("no armor")?;
    let end = text.lines().last().context("no end")?;
    let cut = format!("{begin}\n\n{}\n", rest.lines().take(3).collect::<Vec<_>>().join("\n"));
    for front in [
        format!("{begin}\n[...]\n{end}\n"),
        format!("> {begin}\n> [...]\n> {end}\n"),
        format!("{begin}\n\n{end}\n"),
        cut.clone(),
        format!("{cut}[...]\n{end}\n"),
        "\u{7}\u{8}".into(),
    ] {
        ensure!(said(&key, format!("{front}\n{text}").as_bytes())?.is_none(), "{front}");
    }
    assert_eq!(said(&key, cut.as_bytes())?, Some(MessageError::Changed));
    for dash in ["=2D----", "=2D=2D=2D=2D=2D"] {
        ensure!(
            said(&key, text.replace("-----BEGIN", &format!("{dash}BEGIN")).as_bytes())?.is_none(),
            "{dash}"
        );
    }
    for behind in [&b"\n"[..], b"\r\n", &[0; 40], b" \n \n"] {
        ensure!(said(&key, &[&bytes, behind].concat())?.is_none(), "{behind:?}");
    }
    Ok(())
}

/// A session key for a cipher of this number.
fn session_key(to: &Subkey, cipher: u8, is_named: bool) -> Result<Vec<u8>> {
    let (key, sum) = (to.parts_as_public(), (7_u16 * 32).to_be_bytes());
    let plain = SessionKey::from([&[cipher][..], &[7; 32], &sum].concat());
    let sealed = PKESK3::new(is_named.then(|| key.keyid()), key.pk_algo(), key.encrypt(&plain)?)?;
    Packet::from(PKESK::from(sealed)).to_vec()
}

/// Data with its integrity protected (RFC 9580 § 5.13.1), which no key opens.
fn data() -> Vec<u8> {
    [&[0xD2, 41, 1][..], &[7; 40]].concat()
}

/// Whoever has taken one for experiments (§ 9.3) has changed nothing.
#[test]
fn a_cipher_of_a_number_that_nobody_knows_is_told_as_that() -> Result<()> {
    for (key, subkey) in keys()? {
        let message = written(&key, false)?;
        for (cipher, is_named) in [(77, true), (100, true), (110, true), (100, false)] {
            let sealed = session_key(&subkey, cipher, is_named)?;
            let told = said(&key, &[&sealed[..], &data()].concat())?;
            let Some(MessageError::Strange(how)) = told else { bail!("{cipher}: {told:?}") };
            ensure!(how.contains(&cipher.to_string()), "{how}");
            // It is in nobody's way.
            assert_eq!(said(&key, &[&sealed[..], &message].concat())?, None, "{cipher}");
        }
        // Of one that is known, the data was changed.
        let sealed = session_key(&subkey, 9, true)?;
        assert_eq!(said(&key, &[&sealed[..], &data()].concat())?, Some(MessageError::Changed));
    }
    Ok(())
}

/// One of them may have been good.
#[test]
fn a_message_that_names_a_key_more_often_than_it_is_tried_is_not_called_changed() -> Result<()> {
    let [(key, subkey), _] = keys()?;
    let mut sealed = session_key(&subkey, 9, true)?;
    *sealed.last_mut().context("nothing")? ^= 1;
    for (many, told) in [(64, MessageError::Changed), (65, MessageError::Many)] {
        assert_eq!(said(&key, &[sealed.repeat(many), data()].concat())?, Some(told), "{many}");
    }
    Ok(())
}
