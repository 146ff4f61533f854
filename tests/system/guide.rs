//! x
use anyhow::Result;
use coldspare::nitrokey::PcscBus;
use coldspare::plan::Algorithm::*;
use coldspare_tests::gnupg::GnuPg;
use coldspare_tests::debian::*;
use coldspare_tests::{pcsc, walk};
use virtual_nitrokey::Model::*;

#[test]
fn probe() -> Result<()> {
    pcsc::test("probe", |readers| {
        let mut primary = readers.nitrokey(Nitrokey3, 0x0A0B_0C01);
        let mut spare = readers.nitrokey(Nitrokey3, 0x0A0B_0C02);
        primary.plug(0)?;
        spare.plug(1)?;
        let serials = [primary.serial(), spare.serial()];
        let stick = tempfile::tempdir()?;
        let mut p = walk::prepare(walk::plan(Curve25519, 3, 5)?, &PcscBus, &serials, stick.path(), &mut |_| ())?;
        let pins = p.rehearsed.pins("primary", None)?;
        for (serial, role) in serials.into_iter().zip(["primary", "spare"]) {
            let pins = p.rehearsed.pins(role, None)?;
            walk::flash_and_prove(&mut p.rehearsed, &PcscBus, serial, role, &pins, &mut |_| ())?;
        }
        spare.unplug()?;
        let gnupg = GnuPg::with_reader(0)?;
        gnupg.types(&pins.user)?;
        let bundle = stick.path().join(&p.folder);
        let mut t = Terminal::open(&bundle, &gnupg)?;
        let mut show = |c: &str| -> Result<()> { let (s, st) = t.try_run(c)?; println!("$ {c}\n{s}-> {st}"); Ok(()) };
        for s in [1, 2] { for c in commands(&bundle, s)? { show(&c)?; } }
        show("ls -l $GNUPGHOME/private-keys-v1.d; cat $GNUPGHOME/private-keys-v1.d/*")?;
        primary.unplug()?;
        spare.plug(0)?;
        println!("asked {}", gnupg.asked());
        show("gpg --decrypt try.gpg")?;
        println!("asked {}", gnupg.asked());
        show("gpg --card-status; gpg --decrypt try.gpg")?;
        println!("asked {}", gnupg.asked());
        for c in commands(&bundle, 3)?.iter().take(3) { show(c)?; }
        println!("asked {}", gnupg.asked());
        show("ls -l $GNUPGHOME/private-keys-v1.d; cat $GNUPGHOME/private-keys-v1.d/*")?;
        show("ssh-add -L")?;
        spare.unplug()?;
        primary.plug(0)?;
        show("gpg --decrypt try.gpg")?;
        println!("asked {}", gnupg.asked());
        for c in commands(&bundle, 3)?.iter().skip(3) { show(c)?; }
        show("gpg --decrypt try.gpg")?;
        println!("asked {}", gnupg.asked());
        show("ssh-add -L")?;
        Ok(())
    })
}
