//! What we put on a Nitrokey, GnuPG uses: over a real `pcscd`, as on the owner's computer.

use anyhow::Result;
use coldspare::nitrokey::PcscBus;
use coldspare::plan::Algorithm;
use coldspare_tests::gnupg::{GnuPg, SshServer, ssh_keygen_signs};
use coldspare_tests::{pcsc, walk};
use virtual_nitrokey::Model;

#[test]
fn first() -> Result<()> {
    pcsc::test("first", |readers| {
        let t = std::time::Instant::now();
        let mut key = readers.nitrokey(Model::Nitrokey3, 0x0A0B_0C01);
        key.plug(0)?;
        println!("plugged {:?}", t.elapsed());
        let stick = tempfile::tempdir()?;
        let plan = walk::plan(Algorithm::Curve25519, 3, 5)?;
        let mut p = walk::prepare(plan, &PcscBus, &[key.serial()], stick.path(), &mut |_| ())?;
        println!("prepared {:?}", t.elapsed());
        let pins = p.rehearsed.pins("primary", None)?;
        let proof = walk::flash_and_prove(&mut p.rehearsed, &PcscBus, key.serial(), "primary", &pins, &mut |_| ())?;
        println!("{proof:?} {:?}", t.elapsed());
        let gnupg = GnuPg::with_reader(0)?;
        gnupg.types(&pins.user)?;
        let bundle = stick.path().join(&p.folder);
        let public = std::fs::read(bundle.join("public-key.asc"))?;
        let fingerprint = p.made.identity().fingerprint();
        gnupg.import(&public)?;
        gnupg.trust(&fingerprint)?;
        println!("{}", gnupg.card_status()?);
        println!("card status {:?}", t.elapsed());
        let other = GnuPg::new()?;
        other.import(&public)?;
        let s = gnupg.sign(&fingerprint, b"hello")?;
        println!("{:?}", other.verify(&s, b"hello")?);
        println!("signed {:?}", t.elapsed());
        let e = other.encrypt(&fingerprint, b"hello")?;
        assert_eq!(gnupg.decrypt(&e)?, b"hello");
        println!("decrypted {:?}", t.elapsed());
        let login = std::fs::read_to_string(bundle.join("ssh.pub"))?;
        println!("{:?} {login}", gnupg.ssh_logins()?);
        ssh_keygen_signs(&gnupg, &login)?;
        println!("ssh {:?}", t.elapsed());
        let server = SshServer::start(&login)?;
        println!("{}", server.login(&gnupg, "echo logged in")?);
        println!("sshd {:?}", t.elapsed());
        println!("{}", gnupg.asked());
        Ok(())
    })
}
