#![allow(clippy::unwrap_used)]
use coldspare::ceremony::*;
use coldspare::plan::*;
use coldspare::machine::stick::Mounted;
use coldspare_tests::walk;
use std::time::*;
#[test]
fn probe() {
    let mut plan = walk::plan(Algorithm::Curve25519, 2, 3).unwrap();
    plan.expiry = Expiry::Years(1);
    plan.user_ids = vec!["Évariste Galois <evariste@example.org>".into(), "<galois@example.net>".into(), "Zed <z@example.org>".into()];
    for age in [0u64, 2] {
    let meeting = Meeting::new(plan.clone());
    let now = SystemTime::now() - Duration::from_secs(age * 31_600_000);
    let made = Made::make(&meeting, PinChoice::Generated, now, &mut |_| ());
    let made = match made { Ok(m) => m, Err(e) => { println!("age {age} make: {e}"); continue } };
    println!("ids {:?}", made.identity().user_ids());
    println!("debug {}", format!("{made:?}").len());
    let sealed = match Sealed::seal(&made, &mut |_| ()) { Ok(m) => m, Err(e) => { println!("age {age} seal: {e}"); continue } };
    let dir = tempfile::tempdir().unwrap();
    let stick = Mounted::at(dir.path());
    let written = sealed.write(&stick, &mut |_| ()).unwrap();
    let mut r = match Recovery::from_bundle(&stick, &written.folder) { Ok(m) => m, Err(e) => { println!("age {age} bundle: {e}"); continue } };
    for s in &sealed.shares()[..2] { r.add(s.clone()).unwrap(); }
    println!("age {age} {:?}", r.recover().map(|_| ()));
    }
}
