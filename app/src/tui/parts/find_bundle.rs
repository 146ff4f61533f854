//! Which bundle: those on the sticks that are plugged in, as they come and go. The one that is chosen is
//! read, and its signature checked.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::ceremony::{CeremonyError, Claim, Recovery, bundles, each_bundle};
use crate::language::{Key, Noted};
use crate::machine::stick::discover::Plugged;
use crate::machine::stick::folder::replaced_by;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::holds::Holds;
use crate::tui::kit::jobs::{Job, State};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::stick::{label, started};
use crate::tui::parts::work::progress;

/// A stick, and the name of a bundle on it.
type Choice = (Plugged, String);
/// What a bundle says of itself.
enum Said {
    Claim(Claim),
    /// That cannot be read.
    Nothing,
    /// It was not looked at: too many were there before it.
    Unread,
}

impl Said {
    fn claim(&self) -> Option<&Claim> {
        match self {
            Said::Claim(claim) => Some(claim),
            Said::Nothing | Said::Unread => None,
        }
    }
}

/// A bundle, and what it says of itself.
type Named = (String, Said);
/// A stick, and the bundles on it.
type Found = (Plugged, Result<Vec<Named>, CeremonyError>);

/// The bundles on a stick.
fn on(stick: &Plugged) -> Result<Vec<Named>, CeremonyError> {
    let open = stick.open()?;
    let said = |claim: Option<Result<Claim, CeremonyError>>| match claim {
        None => Said::Unread,
        Some(claim) => claim.map_or(Said::Nothing, Said::Claim),
    };
    let each = each_bundle(&open, |folder| Claim::read(&open, folder))?;
    Ok(each.map(|(folder, claim)| (folder, said(claim))).collect())
}

/// Those of these sticks that a bundle is on.
pub(in crate::tui) fn with_bundles(sticks: Vec<Plugged>) -> Vec<Plugged> {
    let is_on =
        |stick: &Plugged| stick.open().is_ok_and(|open| bundles(&open).is_ok_and(|all| !all.is_empty()));
    sticks.into_iter().filter(is_on).collect()
}

/// Which sealing it says it is.
fn sealing(context: &Context, key: Key, claim: &Claim) -> String {
    let values = [
        ("sealing", claim.sealing.to_string().into()),
        ("set", claim.set.to_string().into()),
        ("day", context.texts().day(&claim.moment.day()).into()),
    ];
    context.fill(key, &values)
}

/// The step. Its texts are `id`, `id-text`, `id-help`.
pub(in crate::tui) struct FindBundle<S> {
    id: StepId,
    /// Takes the backup; `None` if it is to go on without one.
    take: fn(&mut S, Option<Recovery>),
    /// How it may go on without: the list's last line.
    without: Option<Noted>,
    list: List,
    /// The sticks that were looked through.
    seen: Option<Vec<Plugged>>,
    looking: Option<Job<Vec<Found>>>,
    found: Vec<Found>,
    reading: Option<Job<Result<Recovery, CeremonyError>>>,
    /// What was read and is of a day that has not come, by the clock: that was told, and taken as it is if it
    /// is chosen again. A clock that is behind keeps nobody from what is theirs.
    not_yet: Option<(Choice, Recovery)>,
    problem: Option<Message>,
}

impl<S> FindBundle<S> {
    /// The step that goes on only with a bundle.
    pub(in crate::tui) fn new(id: StepId, take: fn(&mut S, Option<Recovery>)) -> Self {
        FindBundle {
            id,
            take,
            without: None,
            list: List::default(),
            seen: None,
            looking: None,
            found: Vec::new(),
            reading: None,
            not_yet: None,
            problem: None,
        }
    }

    /// The step that may go on without one, by this answer.
    pub(in crate::tui) fn or(self, without: Noted) -> Self {
        FindBundle { without: Some(without), ..self }
    }

    /// Each bundle with the stick that it is on.
    fn choices(&self) -> Vec<(&Plugged, &Named)> {
        self.found.iter().flat_map(|(stick, names)| names.iter().flatten().map(move |n| (stick, n))).collect()
    }

    fn items(&self, context: &Context) -> Vec<Item> {
        let choices = self.choices();
        let item = |choice: &(&Plugged, &Named)| {
            let (stick, (folder, said)) = choice;
            let values = [("stick", label(context, stick).into()), ("folder", folder.clone().into())];
            let key = match self.is_old(choice) {
                true if replaced_by(folder).is_some() => key!("bundle-kept"),
                true => key!("bundle-older"),
                false if self.is_apart(choice) => key!("bundle-beside"),
                false => key!("bundle-sealing"),
            };
            let note = match said {
                Said::Claim(claim) => Some(sealing(context, key, claim)),
                Said::Nothing => None,
                Said::Unread => Some(context.say(key!("bundle-unread"))),
            };
            let notes: Vec<_> =
                note.into_iter().chain([started(context, stick)]).filter(|n| !n.is_empty()).collect();
            Item::new(context.fill(key!("bundle-on"), &values), notes.join(" "))
        };
        let mut items: Vec<_> = choices.iter().map(item).collect();
        items.extend(self.without.map(|without| Item::noted(context, without)));
        items
    }

    /// Whether one of the same keys is there that was made from it.
    fn is_old(&self, (_, (_, said)): &(&Plugged, &Named)) -> bool {
        said.claim().is_some_and(|claim| self.claims().any(|other| claim.is_older_than(other)))
    }

    /// Whether one of the same keys is there that was not made from it, nor it from that.
    fn is_apart(&self, (_, (_, said)): &(&Plugged, &Named)) -> bool {
        said.claim().is_some_and(|claim| self.claims().any(|other| claim.is_apart_from(other)))
    }

    /// What the bundles say of themselves.
    fn claims(&self) -> impl Iterator<Item = &Claim> {
        let named = self.found.iter().flat_map(|(_, names)| names.iter().flatten());
        named.filter_map(|(_, said)| said.claim())
    }

    /// The first that says what it is, and is not old: a copy of last year must not be taken for today's.
    fn preset(&self) -> usize {
        let is_todays = |choice: &(&Plugged, &Named)| choice.1.1.claim().is_some() && !self.is_old(choice);
        self.choices().iter().position(is_todays).unwrap_or(0)
    }

    /// Looks through the sticks if there are others than before.
    fn scan(&mut self, context: &Context) {
        if self.seen.as_ref() == Some(&context.plugged) || self.looking.is_some() {
            return;
        }
        let sticks = context.plugged.clone();
        self.seen = Some(sticks.clone());
        self.looking = Some(Job::start(&context.wake, move |_| {
            let inspect = |stick: Plugged| {
                let names = on(&stick);
                (stick, names)
            };
            sticks.into_iter().map(inspect).collect()
        }));
    }

    fn choice(&self) -> Option<Choice> {
        self.choices().get(self.list.at).map(|(stick, (name, _))| ((*stick).clone(), name.clone()))
    }

    fn choose(&mut self, state: &mut S, context: &mut Context) -> StepOutcome {
        self.problem = None;
        match (self.choice(), self.not_yet.take()) {
            (Some(choice), Some((message, recovery))) if choice == message => {
                (self.take)(state, Some(recovery));
                StepOutcome::Next
            }
            (Some((stick, folder)), _) => {
                context.now_holds(&stick, Holds::Bundle);
                self.reading =
                    Some(Job::start(&context.wake, move |_| Recovery::from_bundle(&stick.open()?, &folder)));
                StepOutcome::Handled
            }
            (None, _) if self.without.is_some() && self.looking.is_none() => {
                (self.take)(state, None);
                StepOutcome::Next
            }
            (None, _) => StepOutcome::Handled,
        }
    }
}

impl<S> Step<S> for FindBundle<S> {
    fn id(&self) -> StepId {
        self.id
    }

    fn enter(&mut self, _: &mut S, context: &mut Context) {
        (self.problem, self.not_yet) = (None, None);
        // The same stick may have something else on it by now.
        self.seen = None;
        self.scan(context);
    }

    fn view(&self, _: &S, context: &Context) -> View {
        let mut view = View::new(context.say(self.id.title)).text(context.say(self.id.text));
        if let Some(job) = &self.reading {
            return view.part(progress(context, job, None));
        }
        if context.plugged.is_empty() {
            view = view.strong(context.say(key!("bundle-insert")));
        }
        for (stick, names) in &self.found {
            match names {
                Ok(names) if names.is_empty() => {
                    let stick = stick.name().to_owned();
                    view = view.warning(context.fill(key!("bundle-none"), &[("stick", stick.into())]));
                }
                Ok(_) => {}
                Err(error) => view = view.problem(Some(&context.message(error))),
            }
        }
        let items = self.items(context);
        if !items.is_empty() {
            view = view.list(&self.list, items).enter(context.say(key!("key-choose")));
        }
        view.problem(self.problem.as_ref())
    }

    fn key(&mut self, key: KeyEvent, state: &mut S, context: &mut Context) -> StepOutcome {
        if self.reading.is_some() {
            return StepOutcome::Handled;
        }
        if key.code == KeyCode::Enter {
            return self.choose(state, context);
        }
        StepOutcome::nowhere(self.list.key(key, &self.items(context)))
    }

    fn on_event(&mut self, state: &mut S, context: &mut Context) -> StepOutcome {
        match self.looking.as_mut().map(Job::poll) {
            None | Some(State::Working) => {}
            Some(State::Panicked) => (self.looking, self.problem) = (None, Some(context.fault())),
            Some(State::Done(found)) => {
                self.looking = None;
                // A bundle that has just come is more likely to be meant than going on without.
                self.found = found;
                self.list = List::at(self.preset());
            }
        }
        self.scan(context);
        match self.reading.as_mut().map(Job::poll) {
            None | Some(State::Working) => StepOutcome::Unhandled,
            Some(State::Panicked) => {
                (self.reading, self.problem) = (None, Some(context.fault()));
                StepOutcome::Unhandled
            }
            Some(State::Done(read)) => {
                self.reading = None;
                match read {
                    Ok(recovery) => {
                        let message =
                            recovery.not_yet().map(|error| context.message(error)).zip(self.choice());
                        let Some((message, choice)) = message else {
                            (self.take)(state, Some(recovery));
                            return StepOutcome::Next;
                        };
                        (self.problem, self.not_yet) = (Some(message), Some((choice, recovery)));
                        StepOutcome::Unhandled
                    }
                    Err(error) => {
                        self.problem = Some(context.message(&error));
                        StepOutcome::Unhandled
                    }
                }
            }
        }
    }

    fn is_busy(&self) -> bool {
        self.reading.is_some()
    }
}
