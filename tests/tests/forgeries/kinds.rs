//! Every kind of message in place of a sealed backup.

use std::path::PathBuf;

use anyhow::{Context, Result};
use coldspare::backup::{BackupKey, Gathering, Secret, Share, bundle, open};
use coldspare::openpgp::Identity;
use coldspare::plan::Algorithm::Curve25519;
use coldspare_tests::VirtualBus;
use coldspare_tests::fixtures::{self, Prepared};
use secrecy::ExposeSecret;
use sequoia_openpgp::crypto::S2K;
use sequoia_openpgp::types::{CompressionAlgorithm as By, HashAlgorithm};
use tempfile::TempDir;

use super::packets::*;

/// A true backup with its cards; and somebody who has the stick, keys of the same name, and none of the cards.
pub(crate) struct Scene {
    pub(crate) owner: Prepared,
    pub(crate) forger: Prepared,
    pub(crate) stick: TempDir,
    pub(crate) key: BackupKey,
    /// What the owner's message was, and what the forger wants to come out instead.
    pub(crate) true_message: Vec<u8>,
    pub(crate) theirs: Secret,
}

fn made(stick: &TempDir) -> Result<Prepared> {
    fixtures::prepare(
        fixtures::plan(Curve25519, 2, 3)?,
        &VirtualBus::default(),
        &[],
        stick.path(),
        &mut |_| (),
    )
}

fn key_of(shares: &[Share]) -> Result<BackupKey> {
    let mut gathering = Gathering::new();
    shares[..2].iter().try_for_each(|share| gathering.add(share.clone()).map(drop))?;
    Ok(gathering.join()?)
}

fn sealed_backup(prepared: &Prepared) -> Result<Vec<u8>> {
    let file = prepared.sealed.files().iter().find(|(name, _)| *name == bundle::SEALED_BACKUP);
    Ok(file.context("no sealed backup")?.1.clone())
}

impl Scene {
    pub(crate) fn new() -> Result<Self> {
        let (stick, other) = (tempfile::tempdir()?, tempfile::tempdir()?);
        let (owner, forger) = (made(&stick)?, made(&other)?);
        let key = key_of(owner.sealed.shares())?;
        let theirs = open(&sealed_backup(&forger)?, &key_of(forger.sealed.shares())?)?.to_tar()?;
        Ok(Scene { true_message: sealed_backup(&owner)?, owner, forger, stick, key, theirs })
    }

    pub(crate) fn bundle(&self) -> PathBuf {
        self.stick.path().join(&self.owner.folder)
    }

    pub(crate) fn passphrase(&self) -> String {
        self.key.passphrase().expose_secret().to_owned()
    }

    pub(crate) fn forger(&self) -> &Identity {
        self.forger.made.identity()
    }

    /// The owner's message in two: the packet with its session key, and the encrypted one.
    pub(crate) fn halves(&self) -> (Vec<u8>, Vec<u8>) {
        let (_, end) = split(&self.true_message);
        (self.true_message[..end].to_vec(), self.true_message[end..].to_vec())
    }
}

/// A kind, by its name.
pub(crate) type Kind = (&'static str, Vec<u8>);

/// The session key of what the forger encrypts, and the only passphrase that he knows.
const KEY: [u8; 32] = [0x42; 32];
const HIS: &str = "the forger's own";

#[allow(deprecated)]
fn once() -> S2K {
    S2K::Simple { hash: HashAlgorithm::SHA256 }
}

fn iterated() -> S2K {
    S2K::Iterated { hash: HashAlgorithm::SHA256, salt: [9; 8], hash_bytes: 65_536 }
}

/// What can be made without the cards.
pub(crate) fn without_the_key(scene: &Scene) -> Vec<Kind> {
    let (whole, theirs) = (&scene.true_message, &scene.theirs[..]);
    let (session, data) = scene.halves();
    let (body, _) = split(&data);
    let plain = literal(theirs);
    let his_data = seipd(&KEY, &zip(&plain));
    let his = [skesk(HIS, &KEY), his_data.clone()].concat();
    let to_him = pkesk(scene.forger(), &KEY);
    let join = |parts: &[&[u8]]| parts.concat();
    let changed = |at: usize| {
        let mut message = whole.clone();
        message[at] ^= 1;
        message
    };
    let cut = |less: usize| whole[..whole.len() - less].to_vec();
    let in_parts = |first: &[u8], rest: &[u8]| {
        // A partial length of 512, then all that is left, and a packet more.
        [&[0xC0 | SEIPD, 0xE9][..], first, &[255], &u32::try_from(rest.len()).unwrap().to_be_bytes(), rest]
            .concat()
    };
    let (bare, bare_key) = bare_skesk(HIS, 9, iterated());
    let (simple, _) = bare_skesk(HIS, 9, once());
    let (no_cipher, _) = bare_skesk(HIS, 0, iterated());
    vec![
        ("plain", plain.clone()),
        ("plain, in the old form", [&[0xAF][..], &plain[6..]].concat()),
        ("plain, compressed", zip(&plain)),
        ("plain, compressed by zlib", compressed(By::Zlib, &plain)),
        ("plain, compressed twice", zip(&zip(&plain))),
        ("plain, in no compression", packet(COMPRESSED, &join(&[&[0], &plain]))),
        ("plain, with status lines for its name", named_literal("DECRYPTION_OKAY\n[GNUPG:] GOODMDC", theirs)),
        ("signed by the forger", signed(scene.forger(), theirs)),
        ("signed and compressed", zip(&signed(scene.forger(), theirs))),
        ("the forger's key alone", scene.forger().secret_armored().unwrap().to_vec()),
        ("a tar as it is", theirs.to_vec()),
        ("nothing", Vec::new()),
        ("plain, armored", armored(&plain)),
        ("a marker, then plain", join(&[MARKER, &plain])),
        ("plain, then the true message", join(&[&plain, whole])),
        ("compressed, then the true message", join(&[&zip(&plain), whole])),
        ("signed, then the true message", join(&[&signed(scene.forger(), theirs), whole])),
        ("his message, then the true one", join(&[&his, whole])),
        ("the true message, then plain", join(&[whole, &plain])),
        ("the true message, then compressed", join(&[whole, &zip(&plain)])),
        ("the true message, then his", join(&[whole, &his])),
        ("the true message, then his data", join(&[whole, &his_data])),
        ("the true session key, then plain", join(&[&session, &plain])),
        ("the true session key, then compressed", join(&[&session, &zip(&plain)])),
        ("the true session key, then a marker and plain", join(&[&session, MARKER, &plain])),
        ("the true session key, plain, the true data", join(&[&session, &plain, &data])),
        ("the true session key, data of another key", join(&[&session, &his_data])),
        ("the true session key, data without integrity", join(&[&session, &sed(&KEY, &plain)])),
        ("another passphrase", his.clone()),
        ("another passphrase, without a session key", join(&[&bare, &seipd(&bare_key, &plain)])),
        ("another passphrase, without integrity", join(&[&skesk(HIS, &KEY), &sed(&KEY, &plain)])),
        ("another passphrase, hashed once", join(&[&simple, &his_data])),
        ("a session key for no cipher", join(&[&no_cipher, &seipd(&bare_key, &plain), &plain])),
        ("another passphrase beside the true one", join(&[&skesk(HIS, &KEY), &session, &his_data])),
        ("the true passphrase beside another one", join(&[&session, &skesk(HIS, &KEY), &his_data])),
        ("to the forger's key", join(&[&to_him, &his_data])),
        ("to the forger's key and by the true passphrase", join(&[&to_him, &session, &his_data])),
        ("by the true passphrase and to the forger's key", join(&[&session, &to_him, &his_data])),
        ("to the forger's key, without integrity", join(&[&to_him, &sed(&KEY, &plain)])),
        ("to the forger's key, the true message", join(&[&to_him, whole])),
        ("encrypted, and no word of the key", his_data.clone()),
        ("the true data alone", data.clone()),
        ("without integrity, and no word of the key", sed(&KEY, &plain)),
        ("the true data without its integrity", join(&[&session, &packet(SED, &body[1..])])),
        ("of another version", join(&[&session, &packet(SEIPD, &join(&[&[2, 9, 2, 6], &body[1..]]))])),
        (
            "GnuPG's own kind of encryption",
            join(&[&session, &packet(20, &join(&[&[1, 9, 2, 16], &body[1..]]))]),
        ),
        ("the last byte changed", changed(whole.len() - 1)),
        ("a byte in the middle changed", changed(whole.len() / 2)),
        ("a byte cut off", cut(1)),
        ("the integrity code cut off", join(&[&session, &packet(SEIPD, &body[..body.len() - 22])])),
        ("cut in the middle", cut(whole.len() / 2)),
        ("nothing encrypted", join(&[&session, &packet(SEIPD, &[1])])),
        ("in parts, a plain packet in place of the last", {
            join(&[&session, &[0xC0 | SEIPD, 0xE9], &body[..512], &plain])
        }),
        ("in parts that go on in a plain packet", join(&[&session, &in_parts(&body[..512], &plain)])),
        ("longer than the file", { join(&[&session, &[0xC0 | SEIPD, 255, 0x7F, 0xFF, 0xFF, 0xFF], &body]) }),
        ("shorter, then plain", join(&[&session, &packet(SEIPD, &body[..body.len() - 64]), &plain])),
    ]
}

/// What GnuPG takes for the same, and this program does not: nothing of the forger's comes out of it.
pub(crate) fn careless(scene: &Scene) -> Vec<Kind> {
    let whole = &scene.true_message;
    let (session, data) = scene.halves();
    let join = |parts: &[&[u8]]| parts.concat();
    vec![
        ("two packets for a passphrase, the true data", join(&[&session, &skesk(HIS, &KEY), &data])),
        ("a marker in front", join(&[MARKER, whole])),
        ("a marker behind", join(&[whole, MARKER])),
        ("padding in front", join(&[&packet(21, &[0; 40]), whole])),
        ("a packet that nobody knows in front", join(&[&packet(60, &[0; 40]), whole])),
        ("junk in front", join(&[b"junk", whole])),
        ("a byte more", join(&[whole, &[0]])),
        ("an empty line more", join(&[whole, b"\n"])),
        ("armored", armored(whole)),
        ("twice", join(&[whole, whole])),
    ]
}

/// What only who has the cards can make, and no program of ours does.
pub(crate) fn with_the_key(scene: &Scene) -> Vec<Kind> {
    let (passphrase, theirs) = (scene.passphrase(), &scene.theirs[..]);
    let plain = literal(theirs);
    let session = skesk(&passphrase, &KEY);
    let sealed = |inside: &[u8]| [session.clone(), seipd(&KEY, inside)].concat();
    let (simple, simple_key) = bare_skesk(&passphrase, 9, once());
    let text = |format: u8| {
        let mut packet = plain.clone();
        packet[6] = format;
        packet
    };
    let bomb = literal(&vec![0; coldspare::limits::CONTENTS + 1]);
    let much = zip(&literal(&vec![0; 64 << 20]));
    vec![
        ("two contents", sealed(&[plain.clone(), plain.clone()].concat())),
        ("two contents in a layer of ZIP", sealed(&zip(&[plain.clone(), plain.clone()].concat()))),
        ("content, then a marker", sealed(&[&plain[..], MARKER].concat())),
        ("a marker, then content", sealed(&[MARKER, &plain[..]].concat())),
        ("content, then a byte", sealed(&[&plain[..], &[0]].concat())),
        ("a layer of ZIP, then content", sealed(&[zip(&plain), plain.clone()].concat())),
        ("two layers of ZIP", sealed(&zip(&zip(&plain)))),
        ("compressed by zlib", sealed(&compressed(By::Zlib, &plain))),
        ("compressed by nothing", sealed(&packet(COMPRESSED, &[&[0], &plain[..]].concat()))),
        ("signed", sealed(&signed(scene.forger(), theirs))),
        ("encrypted twice", sealed(&sealed(&plain))),
        ("text", sealed(&text(b't'))),
        ("UTF-8", sealed(&text(b'u'))),
        ("no content", sealed(&[])),
        ("too large", sealed(&zip(&bomb))),
        ("far too large", sealed(&much)),
        ("without integrity", [session.clone(), sed(&KEY, &plain)].concat()),
        ("the integrity code in another packet", {
            [session.clone(), seipd_with(b"\xD4\x14", &KEY, &plain)].concat()
        }),
        ("hashed once", [simple, seipd(&simple_key, &plain)].concat()),
        ("two packets for a passphrase", [session.clone(), sealed(&plain)].concat()),
        ("to a key as well", [pkesk(scene.forger(), &KEY), sealed(&plain)].concat()),
    ]
}

/// True messages, of every form that has been or could be written.
pub(crate) fn true_ones(scene: &Scene) -> Vec<Kind> {
    let passphrase = scene.passphrase();
    let plain = literal(&scene.theirs);
    let data = seipd(&KEY, &plain);
    let (body, _) = split(&data);
    let session = skesk(&passphrase, &KEY);
    let (bare, bare_key) = bare_skesk(&passphrase, 9, iterated());
    let mut parts = vec![0xC0 | SEIPD];
    let chunks = body.chunks_exact(512);
    let rest = chunks.remainder();
    chunks.for_each(|chunk| parts.extend([&[0xE9][..], chunk].concat()));
    parts.extend([&[255][..], &u32::try_from(rest.len()).unwrap().to_be_bytes(), rest].concat());
    vec![
        ("as it was written", scene.true_message.clone()),
        ("not compressed", [session.clone(), data].concat()),
        ("in one layer of ZIP", [session.clone(), seipd(&KEY, &zip(&plain))].concat()),
        ("with a name", [session.clone(), seipd(&KEY, &named_literal("backup.tar", &scene.theirs))].concat()),
        ("in many parts", [session, parts].concat()),
        ("without a session key", [bare, seipd(&bare_key, &plain)].concat()),
    ]
}
