//! A whole ceremony, in process: every algorithm that a virtual Nitrokey takes.

use coldspare::plan::Algorithm;
use coldspare_tests::{VirtualBus, walk};
use virtual_nitrokey::Model;

fn whole(algorithm: Algorithm, model: Model) {
    let (primary, spare) = (walk::key(model, 0x0A0B_0C01).unwrap(), walk::key(model, 0x0A0B_0C02).unwrap());
    let bus = VirtualBus::with(&[&primary, &spare]);
    let serials = [walk::serial(&primary), walk::serial(&spare)];
    let stick = tempfile::tempdir().unwrap();
    let plan = walk::plan(algorithm, 3, 5).unwrap();
    let mut p = walk::prepare(plan, &bus, &serials, stick.path(), &mut |_| ()).unwrap();
    for (serial, role) in serials.into_iter().zip(["primary", "spare"]) {
        let pins = p.rehearsed.pins(role, None).unwrap();
        let proof = walk::flash_and_prove(&mut p.rehearsed, &bus, serial, role, &pins, &mut |_| ()).unwrap();
        assert_eq!(proof.serial, serial);
        println!("{proof:#?}");
    }
}

#[test]
fn curve25519_on_a_nitrokey_3() {
    whole(Algorithm::Curve25519, Model::Nitrokey3);
}

#[test]
fn rsa4096_on_a_nitrokey_3() {
    whole(Algorithm::Rsa4096, Model::Nitrokey3);
}
