//! What is no key: it is said what it is.

use coldspare::openpgp::NoSecretKey;
use coldspare::plan::Algorithm;
use coldspare_tests::gnupg::GnuPg;
use std::process::Command;

use super::*;

fn what(bytes: &[u8]) -> NoSecretKey {
    match refused(bytes) {
        OpenPgpError::NoSecretKey(what) => what,
        other => panic!("{other:?}"),
    }
}

#[test]
fn public_keys_alone_are_told_as_that() {
    for name in ["sk_generated-on-card.public.asc", "sk_generated-on-card-rsa.public.asc"] {
        assert_eq!(what(&file(name)), NoSecretKey::Public);
    }
    let two = [file("sk_generated-on-card.public.asc"), file("sk_generated-on-card-rsa.public.asc")].concat();
    assert_eq!(what(&two), NoSecretKey::Public);
}

#[test]
fn what_gnupg_writes_beside_keys_is_told_as_what_it_is() {
    let gnupg = GnuPg::new().unwrap();
    let (print, _) = gnupg.generate(["ed25519", "cert,sign"], &[["cv25519", "encr"]], None).unwrap();
    let run = |options: &[&str]| gnupg.gpg(options, b"a text").unwrap();
    let revocation = fs::read(gnupg.home().join(format!("openpgp-revocs.d/{print}.rev"))).unwrap();
    assert_eq!(what(&revocation), NoSecretKey::Revocation);
    assert_eq!(what(&run(&["--detach-sign"])), NoSecretKey::Signature);
    assert_eq!(what(&run(&["--armor", "--detach-sign"])), NoSecretKey::Signature);
    assert_eq!(what(&run(&["--clear-sign"])), NoSecretKey::SignedText);
    assert_eq!(what(&run(&["--sign"])), NoSecretKey::Message);
    assert_eq!(what(&run(&["--store"])), NoSecretKey::Message);
    let to = ["--trust-model", "always", "--recipient", &print, "--encrypt"];
    assert_eq!(what(&run(&to)), NoSecretKey::Message);
    assert_eq!(what(&fs::read(gnupg.home().join("pubring.kbx")).unwrap()), NoSecretKey::GnuPgOwn);
    for entry in fs::read_dir(gnupg.home().join("private-keys-v1.d")).unwrap() {
        assert_eq!(what(&fs::read(entry.unwrap().path()).unwrap()), NoSecretKey::GnuPgOwn);
    }
}

#[test]
fn keys_of_other_kinds_are_told_as_what_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let run = |command: &str| {
        let done = Command::new("sh").args(["-c", command]).current_dir(folder.path()).output().unwrap();
        assert!(done.status.success(), "{command}: {}", String::from_utf8_lossy(&done.stderr));
    };
    let file = |name: &str| fs::read(folder.path().join(name)).unwrap();
    run("ssh-keygen -q -t ed25519 -N '' -f ssh && ssh-keygen -q -t rsa -m PEM -N '' -f old");
    run("openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -subj /CN=ada");
    run("openssl pkcs12 -export -in cert.pem -inkey key.pem -passout pass:x -out both.p12");
    run("openssl x509 -in cert.pem -outform DER -out cert.der");
    for name in ["ssh", "ssh.pub"] {
        assert_eq!(what(&file(name)), NoSecretKey::Ssh, "{name}");
    }
    for name in ["old", "key.pem", "cert.pem", "both.p12", "cert.der"] {
        assert_eq!(what(&file(name)), NoSecretKey::X509, "{name}");
    }
    assert_eq!(what(b"PuTTY-User-Key-File-3: ssh-ed25519\r\nEncryption: none\r\n"), NoSecretKey::Ssh);
}

#[test]
fn what_a_stick_of_ours_has_on_it_is_told_as_what_it_is() {
    let stick = tempfile::tempdir().unwrap();
    let plan = fixtures::plan(Algorithm::Curve25519, 2, 3).unwrap();
    let bus = coldspare_tests::VirtualBus::default();
    let prepared = fixtures::prepare(plan, &bus, &[], stick.path(), &mut |_| ()).unwrap();
    let file = |name: &str| fs::read(stick.path().join(&prepared.folder).join(name)).unwrap();
    let sealed = file("sealed-backup.pgp");
    assert_eq!(what(&sealed), NoSecretKey::SealedBackup);
    assert_eq!(what(&armored(Kind::Message, &sealed)), NoSecretKey::SealedBackup);
    assert_eq!(what(&file("manifest.toml.asc")), NoSecretKey::SignedText);
    assert_eq!(what(&file("public-key.asc")), NoSecretKey::Public);
    assert!(matches!(what(&file("ssh.pub")), NoSecretKey::Ssh));
}

#[test]
fn what_is_nothing_of_all_this_says_how_to_export() {
    let picture = [&b"\x89PNG\r\n\x1a\n"[..], &[0; 100]].concat();
    for bytes in [
        &b""[..],
        b"Dear diary",
        b"\0\0\0\0",
        &picture,
        b"PK\x03\x04",
        b"-----BEGIN PGP PRIVATE KEY BLOCK-----",
    ] {
        let error = refused(bytes);
        assert!(matches!(error, OpenPgpError::NoSecretKey(_)), "{error:?}");
        let said = fixtures::message(&error);
        assert!(said.contains("--export-secret-keys"), "{error}");
        // What the library says of it is nothing for its owner.
        assert!(!said.contains(&error.to_string()) && !said.contains("packet"), "{said}");
    }
}

/// GnuPG 2.4 can make keys of version 5, and RFC 9580 has version 6; PGP 2.6 had version 3.
#[test]
fn keys_of_other_versions_are_told_as_that() {
    use sequoia_openpgp::Profile;
    use sequoia_openpgp::cert::CertBuilder;
    let six = CertBuilder::general_purpose(Some("ada@example.org")).set_profile(Profile::RFC9580).unwrap();
    let (six, _) = six.generate().unwrap();
    assert_eq!(what(&six.as_tsk().to_vec().unwrap()), NoSecretKey::Version(6));
    for version in [3, 5] {
        let mut bytes = binary(&file("made-in-2031.asc"));
        // A packet's type, its length, and the version.
        assert_eq!((bytes[0], bytes[2]), (0xC5, 4));
        bytes[2] = version;
        assert_eq!(what(&bytes), NoSecretKey::Version(version));
    }
}
