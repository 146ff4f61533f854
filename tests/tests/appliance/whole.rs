//! A whole ceremony and a whole recovery, typed on the appliance: real firmware at its USB ports, sticks, a printer;
//! and beside them everything that it must not touch.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use coldspare::backup::{BackupKey, Gathering, Share, bundle, open};
use coldspare::ceremony::bundles;
use coldspare::machine::stick::folder::Mounted;
use coldspare_tests::appliance::Appliance;
use coldspare_tests::qemu::Hardware;
use coldspare_tests::trial;
use coldspare_tests::typist::{Answers, Done, Hands, Known, Moment, Printed, Terminal};
use secrecy::{ExposeSecret, SecretString};
use virtual_nitrokey::Model::Nitrokey3;

use crate::memory::{Secrets, dump_with};
use crate::starts::stays_on;

const NUMBERS: [u32; 3] = [0x1A2B_3C4D, 0x5E6F_7A8B, 0x9CAD_BECF];
const SERIALS: [&str; 3] = ["000F:1A2B3C4D", "000F:5E6F7A8B", "000F:9CADBECF"];
/// Disks of computers, as QEMU calls them.
const DISKS: [(&str, &[&str]); 4] = [
    ("nvme", &["-device", "nvme,serial=1,drive=nvme"]),
    ("sata", &["-device", "ich9-ahci,id=ahci", "-device", "ide-hd,drive=sata,bus=ahci.0"]),
    ("virtio", &["-device", "virtio-blk-pci,drive=virtio"]),
    ("sd", &["-device", "sdhci-pci", "-device", "sd-card,drive=sd"]),
];
const DISK: usize = 8 << 20;
const NETWORK: [&str; 8] = [
    "-device",
    "e1000,netdev=a",
    "-netdev",
    "user,id=a",
    "-device",
    "virtio-net-pci,netdev=b",
    "-netdev",
    "user,id=b",
];

/// What stands on the disk of this name.
fn pattern(name: &str) -> Vec<u8> {
    name.bytes().cycle().take(DISK).collect()
}

/// A computer with disks, and with a network.
fn of_somebody(folder: &Path) -> Result<Hardware> {
    let mut hardware = Hardware::from_stick(trial::image()?).memory(128).with(&NETWORK);
    for (name, arguments) in DISKS {
        let file = folder.join(name);
        fs::write(&file, pattern(name))?;
        let drive = format!("if=none,id={name},format=raw,file={}", file.display());
        hardware = hardware.with(&["-drive", &drive]).with(arguments);
    }
    Ok(hardware)
}

/// The key that these cards give.
fn backup_key(cards: &[Printed], needed: usize) -> Result<BackupKey> {
    let mut gathering = Gathering::new();
    for card in &cards[..needed] {
        gathering.add(Share::parse(&card.code()?)?)?;
    }
    Ok(gathering.join()?)
}

/// What is secret after a ceremony: from its cards, and from the stick that was copied to `folder`.
fn secrets(done: &Done, folder: &Path) -> Result<Secrets> {
    let mut secrets = Secrets::default();
    for card in &done.cards {
        secrets.share(&Share::parse(&card.code()?)?);
    }
    let key = backup_key(&done.cards, done.needed)?;
    let bundle = folder.join(bundles(&Mounted::at(folder))?.first().context("no bundle")?);
    let contents = open(&fs::read(bundle.join(bundle::SEALED_BACKUP))?, &key)?;
    secrets.backup_key(&key)?;
    secrets.secret_key(&contents.secret_key)?;
    secrets.text("user PIN", done.user_pin.expose_secret());
    for pins in &contents.pins {
        secrets.text("admin PIN", pins.pins.admin.expose_secret());
        secrets.text("reset code", pins.pins.reset_code.expose_secret());
    }
    Ok(secrets)
}

/// On the appliance of 128 MiB, without the stick that it started from.
#[test]
fn a_ceremony_and_a_recovery_leave_nothing_behind() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let at = |name: &str| folder.path().join(name);
    let nitrokeys = NUMBERS.map(|number| (Nitrokey3, number));
    let known = |number: usize| Known { number, serial: SERIALS[number] };
    let answers = Answers::default();

    let (mut appliance, mut typist) =
        Appliance::start(of_somebody(folder.path())?, folder.path(), &nitrokeys)?;
    typist.sees("language")?;
    let computer = appliance.computer().clone();
    computer.unplug_start()?;
    appliance.plug_stick("BACKUP")?;
    let needed = answers.needed.parse()?;
    let mut key = None;
    let dump = |when: Moment<'_>| match when {
        Moment::Printed(cards) => {
            key = Some(backup_key(cards, needed)?);
            computer.dump_memory(&at("printed"))
        }
        Moment::Rehearsal => dump_with(&computer, key.as_ref().context("no cards")?, &at("rehearsal")),
        Moment::Made | Moment::Back => computer.dump_memory(&at("made")),
    };
    let done = typist.whole_ceremony(&mut appliance, &answers, [known(0), known(1)], "BACKUP", dump)?;
    typist.at("results")?;
    typist.says_good_bye()?;
    stays_on(&typist)?;
    computer.dump_memory(&at("after the ceremony"))?;
    typist.enter()?;
    typist.console.ends_well()?;
    drop((appliance, typist, computer));

    // The primary is lost. Another day, another computer.
    let (mut appliance, mut typist) =
        Appliance::start(of_somebody(folder.path())?, folder.path(), &nitrokeys)?;
    typist.sees("language")?;
    appliance.stick("BACKUP")?.check()?;
    appliance.plug_stick("BACKUP")?;
    appliance.plug(1)?;
    let new_pin = SecretString::from("86420975");
    let computer = appliance.computer().clone();
    let dump = |_: Moment<'_>| computer.dump_memory(&at("back"));
    typist.whole_recovery(&mut appliance, &done, known(1), known(2), &new_pin, dump)?;
    typist.says_good_bye()?;
    stays_on(&typist)?;
    computer.dump_memory(&at("after the recovery"))?;
    typist.enter()?;
    typist.console.ends_well()?;

    let stick = appliance.stick("BACKUP")?;
    stick.check()?;
    stick.copy_to(&at("stick"))?;
    for (name, _) in DISKS {
        ensure!(fs::read(at(name))? == pattern(name), "the disk {name} was written to");
    }
    let mut secrets = secrets(&done, &at("stick"))?;
    secrets.text("new user PIN", new_pin.expose_secret());
    for when in ["after the ceremony", "after the recovery"] {
        let left = secrets.found(&fs::read(at(when))?)?;
        ensure!(left.is_empty(), "{when}, there is left in memory: {left:#?}");
    }
    // The same search finds them where they have to be; or it would be worth nothing.
    let known = [
        "backup key",
        "secret scalar",
        "share 1",
        "share 2",
        "share 3",
        "user PIN",
        "admin PIN",
        "reset code",
    ];
    let moments = ["made", "printed", "rehearsal", "back"];
    let seen = moments.map(|when| secrets.found(&fs::read(at(when))?));
    let seen = seen.into_iter().collect::<Result<Vec<_>>>()?;
    for name in known {
        ensure!(seen.iter().flatten().any(|found| found.starts_with(name)), "{name} is not in {seen:#?}");
    }
    Ok(())
}
