//! A key is lost: what is left of it gives everything back. The spare, a stick and cards, or paper alone. And with
//! nothing lost, by the same way: another Nitrokey is written, one that was not at hand, or one more.

mod another;
mod back;
mod cards;
mod export;
mod left;
mod number;
mod open;
mod out;
mod prove;
mod see;
mod sheet;

use secrecy::SecretString;

use crate::backup::{Collector, Share};
use crate::ceremony::{Ready, Recovery};
use crate::nitrokey::{Proof, Serial};
use crate::pins::Pins;
use crate::plan::Role;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Flow, FlowState, Step};
use crate::tui::kit::messages::Told;
use crate::tui::kit::screen::Screen;
use crate::tui::parts::choose::When;
use crate::tui::parts::clock::Clock;
use crate::tui::parts::find_bundle::FindBundle;
use crate::tui::parts::known::{MakesPins, ShowPins};
use crate::tui::parts::write::{Write, Writer, Writes};

/// What is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Left {
    /// The spare.
    Spare,
    /// No Nitrokey, but a stick with the bundle.
    Stick,
    /// Paper.
    Paper,
    /// Nothing is lost: another Nitrokey is to be written.
    All,
}

/// Where the sealed backup comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum From {
    Stick,
    Sheet,
}

/// What is done with it all when it is back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Prove the spare, then write a new one.
    Spare,
    /// Write new Nitrokeys.
    New,
    /// Write one beside those that there are.
    Another,
    /// Use the keys without a Nitrokey.
    Export,
    /// See what was in the vault, and the PINs.
    See,
}

/// So many share cards are kept before the backup is there: more than any set has.
const EARLY: usize = 20;

/// All that comes together again.
struct Lost {
    left: Left,
    from: From,
    /// Codes of the backup sheet, until there are all of them.
    sheet: Collector,
    /// Share cards that came before the backup did.
    early: Vec<Share>,
    /// The backup, and the cards so far.
    recovery: Option<Recovery>,
    /// Why these cards did not open it.
    refused: Option<Told>,
    /// What came back, and where it is written.
    writer: Writer,
    way: Way,
    /// The spare that was proven.
    proven: Option<Serial>,
    /// Whose PINs were shown.
    seen: Vec<Role>,
    /// For the keys on a stick.
    passphrase: Option<SecretString>,
    /// The folder and the stick where they are now.
    exported: Option<(String, String)>,
    finished: bool,
}

impl Lost {
    /// The backup comes from there. If it came from elsewhere before, that is put aside.
    fn comes_from(&mut self, from: From) {
        if self.from != from {
            self.from = from;
            self.put_aside();
        }
    }

    /// Puts the backup and the cards aside, and what came of them.
    fn put_aside(&mut self) {
        (self.recovery, self.sheet) = (None, Collector::default());
        self.forget_keys();
    }

    /// With other cards, it has to show anew that they fit.
    fn forget_keys(&mut self) {
        self.writer = Writer::default();
        self.refused = None;
        (self.proven, self.exported) = (None, None);
        self.seen.clear();
    }

    /// Keeps a share card that came too early.
    fn keep(&mut self, share: Share) {
        if self.early.len() < EARLY && !self.early.contains(&share) {
            self.early.push(share);
        }
    }

    /// Takes a bundle. If it is the one that is there already, the cards stay.
    fn take(&mut self, recovery: Option<Recovery>) {
        let manifest = |recovery: &Option<Recovery>| recovery.as_ref().and_then(Recovery::manifest).cloned();
        if manifest(&self.recovery).is_none() || manifest(&self.recovery) != manifest(&recovery) {
            self.put_aside();
            self.recovery = recovery;
        }
    }

    /// The roles that are to be written: with a spare at hand only that of the lost one, so that the new
    /// one gets the PINs that the backup has for it.
    fn set_roles(&mut self) {
        let Some(rehearsed) = &self.writer.rehearsed else { return };
        let all = rehearsed.plan().roles();
        let roles: Vec<_> = match self.way {
            Way::Spare => {
                let here = self.proven.map_or(Role::SPARE, |serial| role_here(rehearsed, serial));
                all.into_iter().filter(|role| *role != here).take(1).collect()
            }
            // Which one is asked for.
            Way::Another => Vec::new(),
            _ => all,
        };
        // Whatever was lost is not what was met when these keys were made.
        self.writer.roles = roles.into_iter().map(|role| (role, None)).collect();
    }

    /// The spare was proven. It counts as written from now on, and so it cannot be taken for the new one.
    fn proven(&mut self, proof: Proof) {
        let Some(rehearsed) = &self.writer.rehearsed else { return };
        self.proven = Some(proof.serial);
        let role = role_here(rehearsed, proof.serial);
        self.writer.proofs.retain(|(other, _)| *other != role);
        self.writer.proofs.push((role, proof));
        self.set_roles();
    }
}

/// What the Nitrokey that is still there is.
fn role_here(rehearsed: &Ready, serial: Serial) -> Role {
    rehearsed.role_of_ours(serial).cloned().unwrap_or(Role::SPARE)
}

impl FlowState for Lost {
    const NAME: &'static str = "lost";
    const STAGES: &'static [&'static str] = &[
        "lost-stage-left",
        "lost-stage-backup",
        "lost-stage-cards",
        "lost-stage-back",
        "lost-stage-new",
        "lost-stage-done",
    ];

    fn name(&self) -> &'static str {
        if self.left == Left::All { "another" } else { Self::NAME }
    }

    fn stages(&self) -> &'static [&'static str] {
        if self.left == Left::All { &another::STAGES } else { Self::STAGES }
    }

    fn loss(&self) -> Option<&'static str> {
        let there = self.recovery.as_ref().is_some_and(|recovery| !recovery.cards().0.is_empty());
        let cards = there || !self.early.is_empty();
        match () {
            () if self.finished => None,
            () if self.writer.rehearsed.is_some() => Some("lost-loss-back"),
            () if cards => Some("lost-loss-cards"),
            () => None,
        }
    }
}

impl Writes for Lost {
    fn writer(&self) -> &Writer {
        &self.writer
    }

    fn writer_mut(&mut self) -> &mut Writer {
        &mut self.writer
    }
}

/// A Nitrokey that was written with the user PIN of the backup: whoever brings it back may never have known it.
impl MakesPins for Lost {
    fn unseen(&self) -> Vec<(Role, Pins)> {
        let Some(rehearsed) = &self.writer.rehearsed else { return Vec::new() };
        let written = self.writer.proofs.iter().filter(|(_, proof)| Some(proof.serial) != self.proven);
        let unseen = written
            .filter(|(role, _)| !self.seen.contains(role))
            .filter_map(|(role, _)| Some((role.clone(), rehearsed.pins(role, None).ok()?)));
        unseen.collect()
    }

    fn have_seen(&mut self) {
        let roles: Vec<_> = self.unseen().into_iter().map(|(role, _)| role).collect();
        self.seen.extend(roles);
    }
}

/// Begins with the question what is left.
pub(in crate::tui) fn begin(context: &mut Context) -> Box<dyn Screen> {
    of(Left::Spare, Way::Spare, context)
}

/// Nothing is lost: begins with what it takes to write another Nitrokey.
pub(in crate::tui) fn another(context: &mut Context) -> Box<dyn Screen> {
    of(Left::All, Way::Another, context)
}

fn of(left: Left, way: Way, context: &mut Context) -> Box<dyn Screen> {
    let state = Lost {
        left,
        from: From::Stick,
        sheet: Collector::default(),
        early: Vec::with_capacity(EARLY),
        recovery: None,
        refused: None,
        writer: Writer::default(),
        way,
        proven: None,
        seen: Vec::new(),
        passphrase: None,
        exported: None,
        finished: false,
    };
    let mut steps: Vec<Box<dyn Step<Lost>>> = vec![Box::new(another::needs())];
    steps.extend(left::steps());
    steps.push(When::new(|lost: &Lost| lost.from == From::Stick, Clock::of_old_keys(2)));
    steps.push(When::new(|lost: &Lost| lost.from == From::Sheet, Clock::of_paper(2)));
    steps.push(Box::new(FindBundle::new("lost-bundle", 2, |lost| lost.from == From::Stick, Lost::take)));
    steps.push(Box::new(sheet::Sheet::new()));
    steps.push(Box::new(cards::Cards::new()));
    steps.extend(back::steps());
    steps.push(another::which());
    steps.push(Box::new(prove::Prove::new()));
    let writes = |lost: &Lost| matches!(lost.way, Way::Spare | Way::New | Way::Another);
    steps.push(When::new(writes, Write::new(5)));
    steps.push(When::new(writes, ShowPins::new("lost-pins", 5)));
    steps.extend(export::steps());
    steps.push(Box::<see::See>::default());
    steps.push(Box::<back::Done>::default());
    Flow::begin(state, steps, context)
}
