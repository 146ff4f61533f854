//! The virtual USB devices, seen by a computer that speaks usbredir as QEMU does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use anyhow::Result;
use coldspare::paper::printer::{DeviceId, Language};
use coldspare_tests::printer::usb::UsbPrinter;
use coldspare_tests::redir_host::{Host, kind};
use tempfile::TempDir;
use virtual_nitrokey::usbredir::UsbNitrokey;
use virtual_nitrokey::{Config, Model, VirtualNitrokey};

const ICC_POWER_ON: u8 = 0x62;
const SELECT: [u8; 12] = [0x00, 0xA4, 0x04, 0x00, 0x06, 0xD2, 0x76, 0x00, 0x01, 0x24, 0x01, 0x00];
const GET_DESCRIPTOR: u8 = 6;
const DEVICE: u16 = 0x0100;
const PAGE: &[u8] = b"%PDF-1.7\n...\nstartxref\n9\n%%EOF\n";

struct Redirected {
    key: VirtualNitrokey,
    host: Host,
    _usb: UsbNitrokey,
    _folder: TempDir,
}

fn redirected(model: Model) -> Result<Redirected> {
    let folder = tempfile::tempdir()?;
    let socket = folder.path().join("port");
    let key = VirtualNitrokey::new(Config::new(model, 0x0A0B_0C01))?;
    let _usb = UsbNitrokey::start(key.clone(), &socket)?;
    let mut host = Host::new(&socket)?;
    host.greet()?;
    Ok(Redirected { key, host, _usb, _folder: folder })
}

#[test]
fn every_model_has_its_usb_ids_and_answers_as_a_card() -> Result<()> {
    for (model, product) in [
        (Model::Nitrokey3, 0x42B2),
        (Model::Nitrokey3SecureElement, 0x42B2),
        (Model::Pro1, 0x4108),
        (Model::Pro2, 0x4108),
        (Model::Start, 0x4211),
    ] {
        let Redirected { mut host, key: _, _usb, _folder } = redirected(model)?;
        assert_eq!(host.connect()?, (0x20A0, product), "{model}");
        host.configure()?;
        let descriptor = host.control_in(0x80, GET_DESCRIPTOR, DEVICE, 18)?.unwrap();
        assert_eq!(descriptor[8..12], [0xA0, 0x20, product.to_le_bytes()[0], product.to_le_bytes()[1]]);
        assert!(host.ccid(ICC_POWER_ON, &[])?[10..].starts_with(&[0x3B]));
        assert_eq!(host.transmit(&SELECT)?, [0x90, 0x00], "{model}");
    }
    Ok(())
}

#[test]
fn a_nitrokey_3_has_the_answer_to_reset_of_the_real_one() -> Result<()> {
    let Redirected { mut host, key, _usb, _folder } = redirected(Model::Nitrokey3)?;
    host.connect()?;
    host.configure()?;
    assert_eq!(host.ccid(ICC_POWER_ON, &[])?[10..], *key.model().atr());
    Ok(())
}

#[test]
fn a_key_is_pulled_out_and_plugged_in_again() -> Result<()> {
    let Redirected { mut host, key, _usb, _folder } = redirected(Model::Nitrokey3)?;
    for _ in 0..3 {
        host.connect()?;
        host.configure()?;
        assert_eq!(host.transmit(&SELECT)?, [0x90, 0x00]);
        key.unplug();
        host.wait_for(kind::DISCONNECT)?;
        key.plug();
    }
    Ok(())
}

#[test]
fn a_computer_is_switched_off_and_on_again() -> Result<()> {
    let Redirected { mut host, key, _usb, _folder } = redirected(Model::Nitrokey3)?;
    for round in 0..3 {
        if round > 0 {
            host.greet()?;
        }
        host.connect()?;
        host.configure()?;
        assert_eq!(host.transmit(&SELECT)?, [0x90, 0x00]);
    }
    assert!(key.is_plugged());
    Ok(())
}

#[test]
fn what_makes_no_sense_ends_the_connection_and_nothing_else() -> Result<()> {
    let Redirected { mut host, key: _, _usb, _folder } = redirected(Model::Nitrokey3)?;
    let endless = [&kind::BULK.to_le_bytes()[..], &[0xFF; 4], &[0; 8]].concat();
    host.connect()?;
    host.write(&endless)?;
    for (kind, body) in [
        (kind::CONTROL, &[0; 9][..]),
        (kind::BULK, &[][..]),
        (kind::BULK, &[0x01, 0, 0, 0][..]),
        (kind::BULK, &[0x8F, 0, 64, 0, 0, 0, 0, 0, 0, 0][..]),
        (kind::SET_CONFIGURATION, &[][..]),
        (9, &[0][..]),
        (10, &[][..]),
    ] {
        host.greet()?;
        host.connect()?;
        host.send(kind, 1, body)?;
    }
    host.greet()?;
    host.connect()?;
    // Unknown packets, and transfers that are not there, are passed over.
    for kind in [kind::CANCEL, 12, 22, 102, 103, 9999] {
        host.send(kind, 77, &[0; 16])?;
    }
    host.configure()?;
    assert_eq!(host.transmit(&SELECT)?, [0x90, 0x00]);
    Ok(())
}

#[test]
fn lengths_do_not_matter_that_packets_end_with() -> Result<()> {
    let Redirected { mut host, key: _, _usb, _folder } = redirected(Model::Nitrokey3)?;
    host.connect()?;
    host.configure()?;
    assert_eq!(host.transmit(&SELECT)?, [0x90, 0x00]);
    // With header and status word: one packet, two, and a byte less and more.
    for length in [51, 52, 53, 115, 116, 117] {
        let answer = host.transmit(&[0x00, 0x84, 0x00, 0x00, length])?;
        assert_eq!(answer.len(), usize::from(length) + 2, "{answer:02X?}");
        assert!(answer.ends_with(&[0x90, 0x00]));
        // Some object that nobody may write yet.
        let put = [&[0x00, 0xDA, 0x01, 0x01, length][..], &vec![0; length.into()]].concat();
        assert_eq!(host.transmit(&put)?.len(), 2);
    }
    Ok(())
}

#[test]
fn a_key_asks_for_time_while_it_waits_for_a_finger() -> Result<()> {
    const WHILE: Duration = Duration::from_secs(3);
    let Redirected { mut host, key, _usb, _folder } = redirected(Model::Nitrokey3)?;
    host.connect()?;
    host.configure()?;
    assert_eq!(host.transmit(&SELECT)?, [0x90, 0x00]);
    let p256 = [0x13, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07];
    for (apdu, data) in [
        ([0x00, 0x20, 0x00, 0x83], &b"12345678"[..]),
        ([0x00, 0xDA, 0x00, 0xC1], &p256),
        ([0x00, 0x47, 0x80, 0x00], &[0xB6, 0x00]),
        ([0x00, 0xDA, 0x00, 0xD6], &[0x01, 0x20]),
        ([0x00, 0x20, 0x00, 0x81], b"123456"),
    ] {
        let answer = host.transmit(&[&apdu[..], &[u8::try_from(data.len())?], data].concat())?;
        // The public key may be longer than what was asked for.
        assert!(matches!(answer[..], [.., 0x90, 0x00] | [.., 0x61, _]), "{apdu:02X?}: {answer:02X?}");
    }
    key.set_touch(false);
    key.set_touch_patience(WHILE * 10);
    let finger = thread::spawn(move || {
        sleep(WHILE);
        key.set_touch(true);
    });
    let began = Instant::now();
    let signature = host.transmit(&[&[0x00, 0x2A, 0x9E, 0x9A, 32][..], &[1; 32], &[0]].concat())?;
    assert_eq!((signature.len(), &signature[64..]), (66, &[0x90, 0x00][..]));
    assert!(began.elapsed() >= WHILE && host.extensions() > 0);
    assert!(finger.join().is_ok());
    Ok(())
}

/// A printer has a page before it lies in its tray.
fn wait_for_pages(printer: &UsbPrinter, wanted: usize) {
    let until = Instant::now() + Duration::from_secs(20);
    while printer.pages().len() < wanted {
        assert!(Instant::now() < until, "{wanted} pages were printed, and {:?} came", printer.pages());
        sleep(Duration::from_millis(10));
    }
    assert_eq!(printer.pages().len(), wanted);
}

/// A printer that says that it speaks this, at a port in this folder, and configured.
fn printer(commands: &str) -> Result<(tempfile::TempDir, Host, UsbPrinter)> {
    let folder = tempfile::tempdir()?;
    let socket = folder.path().join("port");
    let mut host = Host::new(&socket)?;
    let printer = UsbPrinter::start(&folder.path().join("tray"), commands, &socket)?;
    host.greet()?;
    host.connect()?;
    host.configure()?;
    Ok((folder, host, printer))
}

#[test]
fn a_printer_says_what_it_is_and_prints() -> Result<()> {
    let (_folder, mut host, printer) = printer("PDF")?;
    let id = host.control_in(0xA1, 0, 0, 1023)?.unwrap();
    assert_eq!(usize::from(u16::from_be_bytes([id[0], id[1]])), id.len());
    assert!(id[2..].starts_with(b"MFG:Coldspare;"));
    assert_eq!(host.control_in(0xA1, 1, 0, 1)?, Some(vec![0x18]));
    assert_eq!(host.control_in(0xA1, 99, 0, 1)?, None);
    let job = [PAGE, &[b' '; 300], PAGE].concat();
    host.bulk(0x01, job.len(), &job)?;
    wait_for_pages(&printer, 2);
    Ok(())
}

#[test]
fn a_jammed_printer_takes_nothing_until_it_is_cleared() -> Result<()> {
    let (_folder, mut host, printer) = printer("PDF")?;
    printer.jam(true);
    assert_eq!(host.control_in(0xA1, 1, 0, 1)?, Some(vec![0x10]));
    let lost = host.begin_bulk(0x01, PAGE.len(), PAGE)?;
    host.send(kind::CANCEL, lost, &[])?;
    let (_, id, body) = host.receive()?;
    assert_eq!((id, body[1]), (lost, 1), "cancelled");
    let kept = host.begin_bulk(0x01, PAGE.len(), PAGE)?;
    sleep(Duration::from_millis(100));
    assert!(printer.pages().is_empty());
    let cleared = Instant::now();
    printer.jam(false);
    let (_, id, body) = host.receive()?;
    assert_eq!((id, body[1]), (kept, 0));
    assert!(cleared.elapsed() < Duration::from_secs(5));
    wait_for_pages(&printer, 1);
    Ok(())
}

#[test]
fn a_printer_prints_postscript_and_forgets_what_broke_off() -> Result<()> {
    let (_folder, mut host, printer) = printer("POSTSCRIPT")?;
    let id = host.control_in(0xA1, 0, 0, 1023)?.unwrap();
    let spoken = DeviceId::parse(&id).languages();
    assert_eq!(spoken, [Language::PostScript]);
    let program = b"%!PS\n72 72 72 72 rectfill showpage\n%%EOF\n\x04";
    let job = [&program[..20], b"\x04", program].concat();
    host.bulk(0x01, job.len(), &job)?;
    wait_for_pages(&printer, 1);
    Ok(())
}
