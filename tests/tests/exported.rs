//! 'Use it without a Nitrokey', on the computer where the lost Nitrokey was used: what README.txt beside the
//! exported key tells to type is typed into a shell there, on the way out and on the way back.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use coldspare::backup::{bundle, forget};
use coldspare::machine::stick::folder::Mounted;
use coldspare::nitrokey::PcscBus;
use coldspare::openpgp::Identity;
use coldspare::plan::Algorithm::{Curve25519, Rsa2048};
use coldspare::plan::{Algorithm, Plan, Role};
use coldspare_tests::fixtures::{self, Prepared};
use coldspare_tests::gnupg::GnuPg;
use coldspare_tests::pcsc::{self, Nitrokey, Readers};
use secrecy::SecretString;
use tempfile::TempDir;
use virtual_nitrokey::Model::Nitrokey3;

const PASSPHRASE: &str = "six random words or more";

/// A key that a TPM keeps, as GnuPG's `keyformat.txt` describes it: all there is of it.
const IN_THE_TPM: &str = "Key: (shadowed-private-key (rsa (n #00C1A5#)(e #010001#)(shadowed tpm2-v1 (#81#\n \
    #0020B6A7# #002A0001#))))\nCreated: 20260101T000000\n";

/// An identity, and a Nitrokey with its keys.
struct Ours {
    prepared: Prepared,
    nitrokey: Nitrokey,
    _stick: TempDir,
}

fn ours(readers: &Readers, plan: Plan, number: u32) -> Result<Ours> {
    let mut nitrokey = readers.nitrokey(Nitrokey3, number);
    nitrokey.plug(0)?;
    let stick = tempfile::tempdir()?;
    let serial = nitrokey.serial();
    let mut prepared = fixtures::prepare(plan, &PcscBus, &[serial], stick.path(), &mut |_| ())?;
    let pins = prepared.rehearsed.pins(&Role::Primary, None)?;
    fixtures::flash_and_prove(&mut prepared.rehearsed, &PcscBus, serial, &Role::Primary, &pins, &mut |_| ())?;
    nitrokey.unplug()?;
    Ok(Ours { prepared, nitrokey, _stick: stick })
}

impl Ours {
    fn identity(&self) -> &Identity {
        self.prepared.made.identity()
    }

    /// Uses the Nitrokey at this computer, so that GnuPG has notes about it.
    fn use_it(&mut self, gnupg: &GnuPg) -> Result<()> {
        self.nitrokey.plug(0)?;
        gnupg.types(&self.prepared.rehearsed.pins(&Role::Primary, None)?.user)?;
        gnupg.learn(self.identity())?;
        gnupg.shows_signing(self.identity())?;
        gnupg.shows_decryption(self.identity())?;
        self.nitrokey.unplug()?;
        gnupg.sees_no_card()
    }
}

/// GnuPG's key files, by name.
fn files(gnupg: &GnuPg) -> Result<BTreeMap<String, Vec<u8>>> {
    let folder = fs::read_dir(gnupg.home().join("private-keys-v1.d"))?;
    folder
        .map(|file| {
            let file = file?;
            Ok((file.file_name().to_string_lossy().into_owned(), fs::read(file.path())?))
        })
        .collect()
}

/// What GnuPG calls the key files of this identity: primary key and three subkeys.
fn own(gnupg: &GnuPg, identity: &Identity) -> Result<Vec<String>> {
    let listed = gnupg.gpg(&["--with-colons", "--with-keygrip", "-k", &identity.fingerprint()], b"")?;
    let listed = String::from_utf8(listed)?;
    let grips = listed.lines().filter(|line| line.starts_with("grp:"));
    let names: Vec<_> = grips.filter_map(|line| Some(format!("{}.key", line.split(':').nth(9)?))).collect();
    ensure!(names.len() == 4, "{listed}");
    Ok(names)
}

/// The exported folder, and the commands of its README.txt in the order in which they stand.
struct Exported {
    folder: PathBuf,
    blocks: Vec<String>,
    _stick: TempDir,
}

impl Exported {
    fn of(ours: &Ours) -> Result<Self> {
        let stick = tempfile::tempdir()?;
        let rehearsed = &ours.prepared.rehearsed;
        let name = rehearsed.export(&Mounted::at(stick.path()), &PASSPHRASE.into())?;
        let folder = stick.path().join(name);
        let readme = fs::read_to_string(folder.join(bundle::README))?;
        let mut blocks: Vec<String> = vec![String::new()];
        for line in readme.lines() {
            match (line.strip_prefix("    "), blocks.last_mut()) {
                (Some(command), Some(block)) => block.extend([command, "\n"]),
                (None, Some(block)) if !block.is_empty() => blocks.push(String::new()),
                _ => (),
            }
        }
        blocks.retain(|block| !block.is_empty());
        Ok(Exported { folder, blocks, _stick: stick })
    }

    /// Types a block into a shell.
    fn types(&self, gnupg: &GnuPg, block: usize) -> Result<String> {
        let block = self.blocks.get(block).context("no such block")?;
        let output = gnupg.command("sh").arg("-c").arg(block).current_dir(&self.folder).output()?;
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said).into_owned();
        ensure!(output.status.success(), "{block}\n{said}");
        Ok(said)
    }
}

/// The blocks, by what they do.
const IMPORT_PUBLIC: usize = 0;
const FORGET: usize = 1;
const IMPORT_SECRET: usize = 2;
const LIST: usize = 3;
const LOGIN: usize = 4;
const DELETE: usize = 5;
const CARD: usize = 6;
const ALL: usize = 7;

fn there_and_back(readers: &Readers, gnupg: &GnuPg, algorithm: Algorithm) -> Result<()> {
    let passphrase: SecretString = PASSPHRASE.into();
    let mut lost = ours(readers, fixtures::plan(algorithm, 2, 3)?, 0x0A0B_0C31)?;
    let mut other = ours(readers, fixtures::plan(Curve25519, 2, 3)?, 0x0A0B_0C32)?;
    other.use_it(gnupg)?;
    lost.use_it(gnupg)?;
    let keys = gnupg.home().join("private-keys-v1.d");
    let tpm = format!("{}.key", "7".repeat(40));
    fs::write(keys.join(&tpm), IN_THE_TPM)?;
    let before = files(gnupg)?;
    let own = own(gnupg, lost.identity())?;
    let noted =
        |files: &BTreeMap<String, Vec<u8>>| own.iter().filter(|name| files.contains_key(*name)).count();
    assert_eq!(noted(&before), 3, "GnuPG has noted what is on the lost Nitrokey");
    assert_eq!(before.len(), 7, "and what is on the other one, and the key of the TPM");

    let exported = Exported::of(&lost)?;
    assert_eq!(exported.blocks.len(), ALL);
    exported.types(gnupg, IMPORT_PUBLIC)?;
    let nothing = gnupg.shows_decryption(lost.identity());
    ensure!(nothing.is_err(), "GnuPG does not ask for the lost Nitrokey");
    exported.types(gnupg, FORGET)?;
    let after = files(gnupg)?;
    assert_eq!(noted(&after), 0, "it has forgotten");
    let rest: BTreeMap<_, _> = before.into_iter().filter(|(name, _)| !own.contains(name)).collect();
    assert_eq!(after, rest, "nothing else was touched");
    // Once more: there is nothing to be done.
    exported.types(gnupg, FORGET)?;
    assert_eq!(files(gnupg)?, rest);

    gnupg.types(&passphrase)?;
    exported.types(gnupg, IMPORT_SECRET)?;
    let listed = exported.types(gnupg, LIST)?;
    ensure!(listed.contains("\nssb ") && !listed.contains("ssb>"), "{listed}");
    exported.types(gnupg, LOGIN)?;
    // As after a new login.
    gnupg.restart()?;
    gnupg.shows_signing(lost.identity())?;
    gnupg.shows_decryption(lost.identity())?;
    gnupg.shows_ssh(lost.identity())?;

    gnupg.restart()?;
    let mut new = readers.nitrokey(Nitrokey3, 0x0A0B_0C33);
    new.plug(0)?;
    let rehearsed = &mut lost.prepared.rehearsed;
    let pins = rehearsed.pins(&Role::Primary, None)?;
    fixtures::flash_and_prove(rehearsed, &PcscBus, new.serial(), &Role::Primary, &pins, &mut |_| ())?;
    gnupg.card_status()?;
    // From 2.2.42 and 2.4.2 on, what is in a file stays there; before, a note took its place.
    let version = String::from_utf8(gnupg.gpg(&["--version"], b"")?)?;
    if version.starts_with("gpg (GnuPG) 2.4.") {
        let on_disk = files(gnupg)?;
        for name in &own {
            let text = String::from_utf8_lossy(&on_disk[name]);
            ensure!(!text.contains("shadowed-private-key"), "the way back would not be needed: {text}");
        }
    }
    exported.types(gnupg, DELETE)?;
    assert_eq!(files(gnupg)?, rest, "the keys are gone from this computer, and nothing else");
    gnupg.types(&pins.user)?;
    let card = exported.types(gnupg, CARD)?;
    assert_eq!(card.matches("ssb>").count(), 3, "{card}");
    gnupg.restart()?;
    gnupg.shows_signing(lost.identity())?;
    gnupg.shows_decryption(lost.identity())?;
    gnupg.shows_ssh(lost.identity())?;
    assert_eq!(noted(&files(gnupg)?), 3);
    let asked = gnupg.asked();
    ensure!(asked.contains("0A0B 0C33") || asked.contains("0A0B0C33"), "it was another one: {asked}");

    // The other card's owner has lost nothing.
    new.unplug()?;
    gnupg.sees_no_card()?;
    other.use_it(gnupg)
}

#[test]
fn the_keys_go_without_a_nitrokey_and_back_again() -> Result<()> {
    pcsc::test("the_keys_go_without_a_nitrokey_and_back_again", |readers| {
        there_and_back(readers, &GnuPg::with_reader(0)?, Curve25519)
    })
}

#[test]
fn the_keys_go_without_a_nitrokey_and_back_again_with_gnupg_2_4() -> Result<()> {
    pcsc::test("the_keys_go_without_a_nitrokey_and_back_again_with_gnupg_2_4", |readers| {
        there_and_back(readers, &GnuPg::with_reader(0)?.on_trixie()?, Curve25519)
    })
}

/// Their notes are longer, and GnuPG 2.4 breaks their lines elsewhere.
#[test]
fn rsa_keys_go_without_a_nitrokey_and_back_again_with_gnupg_2_4() -> Result<()> {
    pcsc::test("rsa_keys_go_without_a_nitrokey_and_back_again_with_gnupg_2_4", |readers| {
        there_and_back(readers, &GnuPg::with_reader(0)?.on_trixie()?, Rsa2048)
    })
}

/// A computer that has never seen the keys: what makes GnuPG forget does nothing there, and says no more than
/// that the folder is not there yet.
#[test]
fn the_keys_go_to_a_computer_that_knew_no_nitrokey() -> Result<()> {
    pcsc::test("the_keys_go_to_a_computer_that_knew_no_nitrokey", |readers| {
        let lost = ours(readers, fixtures::plan(Curve25519, 2, 3)?, 0x0A0B_0C34)?;
        let exported = Exported::of(&lost)?;
        for gnupg in [GnuPg::new()?, GnuPg::new()?.on_trixie()?] {
            gnupg.types(&PASSPHRASE.into())?;
            for block in IMPORT_PUBLIC..=LOGIN {
                exported.types(&gnupg, block)?;
            }
            gnupg.shows_signing(lost.identity())?;
            gnupg.shows_decryption(lost.identity())?;
            gnupg.shows_ssh(lost.identity())?;
        }
        Ok(())
    })
}

/// Even where the TPM keeps a key of this very identity, its file is the only copy, and stays.
#[test]
fn what_a_tpm_keeps_of_the_same_identity_is_not_forgotten() -> Result<()> {
    pcsc::test("what_a_tpm_keeps_of_the_same_identity_is_not_forgotten", |readers| {
        let lost = ours(readers, fixtures::plan(Curve25519, 2, 3)?, 0x0A0B_0C35)?;
        let gnupg = GnuPg::new()?;
        gnupg.import(&lost.identity().public_armored()?)?;
        let keys = gnupg.home().join("private-keys-v1.d");
        fs::create_dir_all(&keys)?;
        let own = own(&gnupg, lost.identity())?;
        fs::write(keys.join(&own[0]), IN_THE_TPM)?;
        fs::write(keys.join(&own[1]), IN_THE_TPM.replace("tpm2-v1", "t1-v1"))?;
        let lines = forget(&lost.identity().fingerprint()).join("\n");
        ensure!(gnupg.command("sh").arg("-c").arg(lines).status()?.success());
        let left = files(&gnupg)?;
        assert_eq!(left.keys().collect::<Vec<_>>(), [&own[0]]);
        assert_eq!(left[&own[0]], IN_THE_TPM.as_bytes());
        Ok(())
    })
}
