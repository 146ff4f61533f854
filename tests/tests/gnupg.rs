//! What we put on a Nitrokey, GnuPG uses: behind a real `pcscd`, as on the owner's computer. Every
//! algorithm that a model takes, keys of ours and keys that GnuPG made.

use std::time::SystemTime;

use anyhow::{Context, Result, ensure};
use coldspare::nitrokey::PcscBus;
use coldspare::openpgp::{self, OpenPgpError, ssh_public_key};
use coldspare::plan::Algorithm::{self, *};
use coldspare::plan::Role;
use coldspare_tests::fixtures::{self, Prepared};
use coldspare_tests::gnupg::{GnuPg, SshServer};
use coldspare_tests::pcsc::{self, Readers};
use secrecy::SecretString;
use virtual_nitrokey::Model::{self, *};

const NUMBER: u32 = 0x0A0B_0C01;
const PASSPHRASE: &str = "correct horse battery staple";

/// Where the keys come from.
#[derive(Clone, Copy)]
enum Keys {
    /// Made by us.
    New(Algorithm),
    /// Made by GnuPG, protected by a passphrase or not. What GnuPG's layout lacks, we add.
    FromGnuPg { layout: Layout, passphrase: Option<&'static str>, lacking: Algorithm },
}

/// A primary key and subkeys, each an algorithm and a usage in GnuPG's words.
type Layout = (&'static str, &'static str, &'static [[&'static str; 2]]);

macro_rules! subkeys_of {
    ($curve:literal) => {{
        const ECDSA: &str = concat!($curve, "/ecdsa");
        let subkeys: Layout = (ECDSA, "cert", &[[ECDSA, "sign"], [$curve, "encr"], [ECDSA, "auth"]]);
        subkeys
    }};
}

/// What GnuPG makes by default for RSA: no key for logins.
const fn rsa(algorithm: Algorithm) -> Keys {
    let (layout, passphrase): (Layout, _) = match algorithm {
        Rsa2048 => (("rsa2048", "sign,cert", &[["rsa2048", "encr"]]), Some(PASSPHRASE)),
        Rsa3072 => (("rsa3072", "sign,cert", &[["rsa3072", "encr"]]), None),
        _ => (("rsa4096", "sign,cert", &[["rsa4096", "encr"]]), Some(PASSPHRASE)),
    };
    Keys::FromGnuPg { layout, passphrase, lacking: algorithm }
}

/// GnuPG's present default, and a subkey for logins.
const CURVE_25519: Keys = Keys::FromGnuPg {
    layout: ("ed25519", "sign,cert", &[["cv25519", "encr"], ["ed25519", "auth"]]),
    passphrase: Some(PASSPHRASE),
    lacking: Curve25519,
};

/// A primary key that only certifies, and a subkey for each slot.
const fn nist(algorithm: Algorithm) -> Keys {
    let (layout, passphrase) = match algorithm {
        NistP256 => (subkeys_of!("nistp256"), None),
        NistP384 => (subkeys_of!("nistp384"), Some(PASSPHRASE)),
        _ => (subkeys_of!("nistp521"), None),
    };
    Keys::FromGnuPg { layout, passphrase, lacking: algorithm }
}

/// A ceremony with one Nitrokey, which is plugged in.
fn prepare(keys: Keys, readers: &Readers, model: Model) -> Result<(pcsc::Nitrokey, Prepared)> {
    let mut nitrokey = readers.nitrokey(model, NUMBER);
    nitrokey.plug(0)?;
    let stick = tempfile::tempdir()?;
    let prepared = match keys {
        Keys::New(algorithm) => {
            let plan = fixtures::plan(algorithm, 2, 3)?;
            fixtures::prepare(plan, &PcscBus, &[nitrokey.serial()], stick.path(), &mut |_| ())?
        }
        Keys::FromGnuPg { layout: (algorithm, usage, subkeys), passphrase, lacking } => {
            let passphrase = passphrase.map(SecretString::from);
            let elsewhere = GnuPg::new()?;
            let (fingerprint, exported) =
                elsewhere.generate([algorithm, usage], subkeys, passphrase.as_ref())?;
            let plan = fixtures::plan(lacking, 2, 3)?;
            let prepared =
                fixtures::prepare_import(plan, &exported, passphrase.as_ref(), stick.path(), &mut |_| ())?;
            ensure!(prepared.made.identity().fingerprint() == fingerprint, "another key came in");
            prepared
        }
    };
    Ok((nitrokey, prepared))
}

/// Flash, prove; then the same keys through GnuPG.
fn flash(keys: Keys, readers: &Readers, model: Model) -> Result<(pcsc::Nitrokey, Prepared, GnuPg)> {
    let (nitrokey, mut prepared) = prepare(keys, readers, model)?;
    let pins = prepared.rehearsed.pins(&Role::Primary, None)?;
    let rehearsed = &mut prepared.rehearsed;
    fixtures::flash_and_prove(rehearsed, &PcscBus, nitrokey.serial(), &Role::Primary, &pins, &mut |_| ())?;
    let gnupg = GnuPg::with_reader(0)?;
    gnupg.types(&pins.user)?;
    gnupg.learn(prepared.made.identity())?;
    Ok((nitrokey, prepared, gnupg))
}

fn used_by_gnupg(keys: Keys, readers: &Readers, model: Model) -> Result<()> {
    let (_nitrokey, prepared, gnupg) = flash(keys, readers, model)?;
    let identity = prepared.made.identity();
    gnupg.shows_signing(identity).context("signing")?;
    gnupg.shows_decryption(identity).context("decrypting")?;
    gnupg.shows_ssh(identity).context("logging in")?;
    let asked = gnupg.asked();
    ensure!(asked.contains("0A0B0C01"), "the PIN was asked for without the serial: {asked}");
    Ok(())
}

macro_rules! gnupg_uses {
    ($($(#[$attribute:meta])* $name:ident: $keys:expr, $model:expr;)+) => {$(
        #[test]
        $(#[$attribute])*
        fn $name() -> Result<()> {
            pcsc::test(stringify!($name), |readers| used_by_gnupg($keys, readers, $model))
        }
    )+};
}

gnupg_uses! {
    new_curve_25519_on_a_nitrokey_3: Keys::New(Curve25519), Nitrokey3;
    new_rsa_2048_on_a_nitrokey_3: Keys::New(Rsa2048), Nitrokey3;
    new_rsa_3072_on_a_nitrokey_3: Keys::New(Rsa3072), Nitrokey3;
    new_rsa_4096_on_a_nitrokey_3: Keys::New(Rsa4096), Nitrokey3;
    new_p_256_on_a_nitrokey_3: Keys::New(NistP256), Nitrokey3;

    new_curve_25519_on_a_secure_element: Keys::New(Curve25519), Nitrokey3SecureElement;
    new_rsa_2048_on_a_secure_element: Keys::New(Rsa2048), Nitrokey3SecureElement;
    new_rsa_3072_on_a_secure_element: Keys::New(Rsa3072), Nitrokey3SecureElement;
    new_rsa_4096_on_a_secure_element: Keys::New(Rsa4096), Nitrokey3SecureElement;
    new_p_256_on_a_secure_element: Keys::New(NistP256), Nitrokey3SecureElement;
    new_p_384_on_a_secure_element: Keys::New(NistP384), Nitrokey3SecureElement;
    new_p_521_on_a_secure_element: Keys::New(NistP521), Nitrokey3SecureElement;

    new_rsa_2048_on_a_first_pro: Keys::New(Rsa2048), Pro1;
    new_rsa_3072_on_a_first_pro: Keys::New(Rsa3072), Pro1;
    new_rsa_4096_on_a_first_pro: Keys::New(Rsa4096), Pro1;

    new_rsa_2048_on_a_pro_2: Keys::New(Rsa2048), Pro2;
    new_rsa_3072_on_a_pro_2: Keys::New(Rsa3072), Pro2;
    new_rsa_4096_on_a_pro_2: Keys::New(Rsa4096), Pro2;
    new_p_256_on_a_pro_2: Keys::New(NistP256), Pro2;
    new_p_384_on_a_pro_2: Keys::New(NistP384), Pro2;
    new_p_521_on_a_pro_2: Keys::New(NistP521), Pro2;

    new_curve_25519_on_a_start: Keys::New(Curve25519), Start;
    new_p_256_on_a_start: Keys::New(NistP256), Start;
    new_rsa_2048_on_a_start: Keys::New(Rsa2048), Start;
}

gnupg_uses! {
    its_own_curve_25519_on_a_nitrokey_3: CURVE_25519, Nitrokey3;
    its_own_rsa_2048_on_a_nitrokey_3: rsa(Rsa2048), Nitrokey3;
    its_own_rsa_3072_on_a_nitrokey_3: rsa(Rsa3072), Nitrokey3;
    its_own_rsa_4096_on_a_nitrokey_3: rsa(Rsa4096), Nitrokey3;
    its_own_p_256_on_a_nitrokey_3: nist(NistP256), Nitrokey3;

    its_own_curve_25519_on_a_secure_element: CURVE_25519, Nitrokey3SecureElement;
    its_own_rsa_2048_on_a_secure_element: rsa(Rsa2048), Nitrokey3SecureElement;
    its_own_rsa_3072_on_a_secure_element: rsa(Rsa3072), Nitrokey3SecureElement;
    its_own_rsa_4096_on_a_secure_element: rsa(Rsa4096), Nitrokey3SecureElement;
    its_own_p_256_on_a_secure_element: nist(NistP256), Nitrokey3SecureElement;
    its_own_p_384_on_a_secure_element: nist(NistP384), Nitrokey3SecureElement;
    its_own_p_521_on_a_secure_element: nist(NistP521), Nitrokey3SecureElement;

    its_own_rsa_2048_on_a_first_pro: rsa(Rsa2048), Pro1;
    its_own_rsa_3072_on_a_first_pro: rsa(Rsa3072), Pro1;
    its_own_rsa_4096_on_a_first_pro: rsa(Rsa4096), Pro1;

    its_own_rsa_2048_on_a_pro_2: rsa(Rsa2048), Pro2;
    its_own_rsa_3072_on_a_pro_2: rsa(Rsa3072), Pro2;
    its_own_rsa_4096_on_a_pro_2: rsa(Rsa4096), Pro2;
    its_own_p_256_on_a_pro_2: nist(NistP256), Pro2;
    its_own_p_384_on_a_pro_2: nist(NistP384), Pro2;
    its_own_p_521_on_a_pro_2: nist(NistP521), Pro2;

    its_own_curve_25519_on_a_start: CURVE_25519, Start;
    its_own_p_256_on_a_start: nist(NistP256), Start;
    its_own_rsa_2048_on_a_start: rsa(Rsa2048), Start;
}

#[test]
fn an_ssh_server_lets_the_nitrokey_in() -> Result<()> {
    pcsc::test("an_ssh_server_lets_the_nitrokey_in", |readers| {
        let (mut nitrokey, prepared, gnupg) = flash(Keys::New(Curve25519), readers, Nitrokey3)?;
        let login = ssh_public_key(prepared.made.identity())?.context("no login")?;
        let server = SshServer::start(&login)?;
        assert_eq!(server.login(&gnupg, "echo here I am")?, "here I am\n");
        nitrokey.unplug()?;
        assert!(server.login(&gnupg, "echo still here").is_err());
        Ok(())
    })
}

/// Exported by GnuPG 2.4.7, locked with [`PASSPHRASE`].
#[test]
fn a_locked_key_that_gnupg_2_4_exported_is_imported() -> Result<()> {
    for (exported, algorithm) in [
        (include_bytes!("../golden/gnupg-2.4/curve25519.asc").as_slice(), Curve25519),
        (include_bytes!("../golden/gnupg-2.4/nistp384.asc").as_slice(), NistP384),
    ] {
        let plan = fixtures::plan(algorithm, 2, 3)?;
        let import =
            |passphrase: &str| fixtures::import(exported, Some(&passphrase.into()), &plan, SystemTime::now());
        openpgp::prove_secrets(&import(PASSPHRASE)?)?;
        let error = import("incorrect horse battery staple").map(drop).unwrap_err();
        assert!(matches!(error, OpenPgpError::Passphrase(_)), "{error}");
    }
    Ok(())
}

/// What Debian 13 has. Its whole life of a Nitrokey is as on this computer.
#[test]
fn gnupg_2_4_uses_what_was_flashed() -> Result<()> {
    pcsc::test("gnupg_2_4_uses_what_was_flashed", |readers| {
        let mut nitrokey = readers.nitrokey(Nitrokey3, 0x0A0B_0C24);
        nitrokey.plug(0)?;
        let stick = tempfile::tempdir()?;
        let serial = nitrokey.serial();
        let plan = fixtures::plan(Curve25519, 2, 3)?;
        let mut prepared = fixtures::prepare(plan, &PcscBus, &[serial], stick.path(), &mut |_| ())?;
        let pins = prepared.rehearsed.pins(&Role::Primary, None)?;
        fixtures::flash_and_prove(
            &mut prepared.rehearsed,
            &PcscBus,
            serial,
            &Role::Primary,
            &pins,
            &mut |_| (),
        )?;
        let gnupg = GnuPg::with_reader(0)?.on_trixie()?;
        let version = String::from_utf8(gnupg.gpg(&["--version"], b"")?)?;
        ensure!(version.starts_with("gpg (GnuPG) 2.4."), "{version}");
        gnupg.types(&pins.user)?;
        let identity = prepared.made.identity();
        gnupg.learn(identity)?;
        gnupg.shows_signing(identity)?;
        gnupg.shows_decryption(identity)?;
        gnupg.shows_ssh(identity)
    })
}
