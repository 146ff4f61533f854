//! The power fails in the middle of a ceremony, and in the middle of the recovery after it. What is on the stick then
//! is whole, and the next attempt finishes the Nitrokeys.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use coldspare::language::Texts;
use coldspare::plan::Role;
use coldspare_tests::appliance::Appliance;
use coldspare_tests::qemu::{Computer, Hardware};
use coldspare_tests::trial;
use coldspare_tests::typist::{Answers, Hands, Known, Printed, Typist};
use coldspare_tests::words::said;
use virtual_nitrokey::Model::Nitrokey3;

use crate::sticks::{WRITES_A_SECOND, bundles_once_mended};

const NUMBERS: [u32; 2] = [0x2A3B_4C5D, 0x6E7F_8A9B];
const KNOWN: [Known<'_>; 2] =
    [Known { number: 0, serial: "000F:2A3B4C5D" }, Known { number: 1, serial: "000F:6E7F8A9B" }];
const ROLES: [&str; 2] = ["primary", "spare"];
const STICK: &str = "BACKUP";
const USER_PIN: &str = "86420975";
const WRITING: &str = "writing";
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// Since when somebody waits for the power to fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Since {
    /// This step was there.
    Step(&'static str),
    /// The first byte was written to the stick.
    Stick,
}

/// The power fails at any time from then on, at the latest so many milliseconds later.
type Moment = (Since, u64);

/// The bundle is written, or the first Nitrokey.
const WRITTEN: [Moment; 2] = [(Since::Stick, 6000), (Since::Step(WRITING), 1500)];
/// From making the keys until the second Nitrokey is written.
const CEREMONY: [Moment; 6] = [
    (Since::Stick, 6000),
    (Since::Step(WRITING), 2500),
    (Since::Stick, 2000),
    (Since::Step(WRITING), 20_000),
    (Since::Step("rehearse"), 5000),
    (Since::Step("mix"), 60_000),
];
/// The first one falls in every run, and surely before the Nitrokey is proven.
const RECOVERY: [Moment; 4] = [
    (Since::Step(WRITING), 100),
    (Since::Step("lost-cards"), 10_000),
    (Since::Step(WRITING), 20_000),
    (Since::Step("lost-back"), 5000),
];

fn random(below: u64) -> u64 {
    RandomState::new().build_hasher().finish() % below
}

/// Somebody's hand at the power cord.
struct Cord {
    in_vain: Arc<AtomicBool>,
    hand: JoinHandle<Result<String>>,
}

impl Cord {
    /// It will be pulled at this moment.
    fn held(appliance: &Appliance, (since, at_most): Moment) -> Result<Self> {
        let in_vain = Arc::new(AtomicBool::new(false));
        let late = Duration::from_millis(random(at_most));
        println!("the power fails {late:?} after {since:?}");
        let typist = Typist::before(appliance.computer().clone());
        let stick = appliance.stick(STICK)?;
        let before = stick.last_written()?;
        let given_up = Arc::clone(&in_vain);
        let hand = thread::spawn(move || {
            let came = || match since {
                Since::Step(step) => Ok(typist.is_at(&said(step))),
                Since::Stick => anyhow::Ok(stick.last_written()? != before),
            };
            while !came()? {
                ensure!(!given_up.load(Relaxed), "{since:?} never came");
                thread::sleep(BETWEEN_LOOKS);
            }
            thread::sleep(late);
            let content = typist.content();
            typist.console.cut_power()?;
            Ok(content)
        });
        Ok(Cord { in_vain, hand })
    }

    /// What was on the display when it was pulled, while this was done.
    fn pulled(self, done: Result<()>) -> Result<String> {
        self.in_vain.store(true, Relaxed);
        let pulled = self.hand.join().ok().context("the hand at the cord failed")?;
        match done {
            Err(error) => pulled.context(format!("{error:#}")),
            Ok(()) => pulled,
        }
    }
}

/// Everything of one owner lies in this folder, also while the computer is off.
struct Owner<'a> {
    folder: &'a Path,
}

impl Owner<'_> {
    fn switches_on(&self) -> Result<(Appliance, Typist<Computer>)> {
        let hardware = Hardware::from_stick(trial::image()?).memory(128);
        let (mut appliance, typist) =
            Appliance::start(hardware, self.folder, &NUMBERS.map(|number| (Nitrokey3, number)))?;
        typist.sees("language")?;
        appliance.plug_stick(STICK)?;
        Ok((appliance, typist))
    }

    /// Does the whole job, or what is left of it: once a bundle is there, it brings everything back.
    fn works(&self, appliance: &mut Appliance, typist: &mut Typist<Computer>) -> Result<()> {
        if self.has_a_bundle(appliance)? {
            return recovers(appliance, typist);
        }
        typist.whole_ceremony(appliance, &Answers::default(), KNOWN, STICK, |_| Ok(())).map(drop)
    }

    /// The power fails. What was on the display, and whether there is a bundle then.
    fn suffers(&self, moment: Moment) -> Result<(String, bool)> {
        let (mut appliance, mut typist) = self.switches_on()?;
        if moment.0 == Since::Stick {
            // So it takes a while to write the bundle.
            appliance.computer().slow_stick(STICK, WRITES_A_SECOND)?;
        }
        let cord = Cord::held(&appliance, moment)?;
        let done = self.works(&mut appliance, &mut typist);
        let content = cord.pulled(done)?;
        Ok((content, self.has_a_bundle(&appliance)?))
    }

    fn finishes(&self) -> Result<()> {
        let (mut appliance, mut typist) = self.switches_on()?;
        self.works(&mut appliance, &mut typist)
    }

    /// Whether a bundle is on the stick.
    fn has_a_bundle(&self, appliance: &Appliance) -> Result<bool> {
        Ok(!bundles_once_mended(&appliance.stick(STICK)?)?.is_empty())
    }
}

/// With the bundle and cards onto both Nitrokeys, in whatever state these are.
fn recovers(appliance: &mut Appliance, typist: &Typist<Computer>) -> Result<()> {
    let answers = Answers::default();
    let cards =
        (1..=answers.trustees.len()).map(|x| Printed::find(appliance, 0, x)).collect::<Result<Vec<_>>>()?;
    typist.goes_home()?;
    typist.chooses("lost")?;
    typist.at("lost-left")?;
    typist.chooses("lost-left-stick")?;
    typist.brings_back(STICK, &cards, answers.needed.parse()?)?;
    typist.at("lost-way")?;
    typist.chooses("lost-way-new")?;
    for (role, nitrokey) in ROLES.into_iter().zip(KNOWN) {
        typist.at(said("write").with("role", Role::from(role)))?;
        appliance.plug(nitrokey.number)?;
        let states = [said("write-blank"), said("write-full"), said("write-half"), said("write-none")];
        if typist.sees_one_of(&states)? == 2 {
            typist.chooses("write-half")?;
        }
        typist.confirms(role, nitrokey.serial)?;
        typist.at("write-user")?;
        typist.line(USER_PIN)?;
        typist.line(USER_PIN)?;
        typist.proven(nitrokey.serial)?;
        appliance.unplug(nitrokey.number)?;
    }
    typist.learns_codes()?;
    typist.at("lost-done").map(drop)
}

#[test]
fn the_power_may_fail_at_any_moment() -> Result<()> {
    let all = coldspare_tests::all();
    // How many owners, and how often it fails in the recovery of each.
    let (owners, recoveries) = if all { (10, 4) } else { (1, 1) };
    for number in 0..owners {
        let folder = tempfile::tempdir()?;
        let owner = Owner { folder: folder.path() };
        let moment = if all { CEREMONY[number % CEREMONY.len()] } else { WRITTEN[random(2) as usize] };
        let (_, has_a_bundle) = owner.suffers(moment)?;
        if !has_a_bundle {
            owner.finishes()?;
        }
        for moment in RECOVERY.into_iter().take(recoveries) {
            let (content, _) = owner.suffers(moment)?;
            let written = said(WRITING).begin(&content, &Texts::of("en"));
            ensure!(all || written, "the power failed when nothing was written: {content}");
        }
        owner.finishes()?;
    }
    Ok(())
}
