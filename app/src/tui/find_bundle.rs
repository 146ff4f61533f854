//! Which bundle: those on the sticks that are plugged in, as they come and go. The one that is chosen is
//! read, and its signature checked.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::controls::List;
use super::desk::Desk;
use super::flow::{Move, Step};
use super::job::{Job, State};
use super::stick::{Holds, label, started};
use super::told::Told;
use super::view::{Item, View};
use super::work::progress;
use crate::ceremony::{CeremonyError, Recovery, bundles};
use crate::machine::sticks::Plugged;

/// A stick, and the name of a bundle on it.
type Choice = (Plugged, String);
/// A stick, and the bundles on it.
type Found = (Plugged, Result<Vec<String>, CeremonyError>);

/// The step. Its texts are `id`, `id-text`, `id-help`.
pub(super) struct FindBundle<S> {
    id: &'static str,
    stage: usize,
    applies: fn(&S) -> bool,
    /// Takes the backup; `None` if it is to go on without one.
    take: fn(&mut S, Option<Recovery>),
    /// Whether it may go on without: then the list's last line is `id-without`.
    optional: bool,
    list: List,
    /// The sticks that were looked through.
    seen: Option<Vec<Plugged>>,
    looking: Option<Job<Vec<Found>>>,
    found: Vec<Found>,
    reading: Option<Job<Result<Recovery, CeremonyError>>>,
    /// What was read and is of a day that has not come, by the clock: that was told, and taken as it is if it
    /// is chosen again. A clock that is behind keeps nobody from what is theirs.
    not_yet: Option<(Choice, Recovery)>,
    problem: Option<Told>,
}

impl<S> FindBundle<S> {
    /// It goes on only with a bundle.
    pub(super) fn new(
        id: &'static str,
        stage: usize,
        applies: fn(&S) -> bool,
        take: fn(&mut S, Option<Recovery>),
    ) -> Self {
        FindBundle {
            id,
            stage,
            applies,
            take,
            optional: false,
            list: List::default(),
            seen: None,
            looking: None,
            found: Vec::new(),
            reading: None,
            not_yet: None,
            problem: None,
        }
    }

    /// It may go on without one.
    pub(super) fn optional(self) -> Self {
        FindBundle { optional: true, ..self }
    }

    /// Each bundle with the stick that it is on.
    fn choices(&self) -> Vec<(&Plugged, &String)> {
        self.found.iter().flat_map(|(stick, names)| names.iter().flatten().map(move |n| (stick, n))).collect()
    }

    fn items(&self, desk: &Desk) -> Vec<Item> {
        let item = |(stick, folder): (&Plugged, &String)| {
            let values = [("stick", label(desk, stick).into()), ("folder", folder.clone().into())];
            Item::new(desk.fill("bundle-on", &values), started(desk, stick))
        };
        let mut items: Vec<_> = self.choices().into_iter().map(item).collect();
        if self.optional {
            let key = format!("{}-without", self.id);
            items.push(Item::new(desk.say(&key), desk.say(&format!("{key}-note"))));
        }
        items
    }

    /// Looks through the sticks if there are others than before.
    fn look_through(&mut self, desk: &Desk) {
        if self.seen.as_ref() == Some(&desk.plugged) || self.looking.is_some() {
            return;
        }
        let sticks = desk.plugged.clone();
        self.seen = Some(sticks.clone());
        self.looking = Some(Job::start(&desk.wake, move |_| {
            let look = |stick: Plugged| {
                let names = stick.open().map_err(CeremonyError::from).and_then(|open| bundles(&open));
                (stick, names)
            };
            sticks.into_iter().map(look).collect()
        }));
    }

    fn choice(&self) -> Option<Choice> {
        self.choices().get(self.list.at).map(|(stick, name)| ((*stick).clone(), (*name).clone()))
    }

    fn choose(&mut self, story: &mut S, desk: &mut Desk) -> Move {
        self.problem = None;
        match (self.choice(), self.not_yet.take()) {
            (Some(choice), Some((told, recovery))) if choice == told => {
                (self.take)(story, Some(recovery));
                Move::Next
            }
            (Some((stick, folder)), _) => {
                desk.now_holds(&stick, Holds::Bundle);
                self.reading =
                    Some(Job::start(&desk.wake, move |_| Recovery::from_bundle(&stick.open()?, &folder)));
                Move::Here
            }
            (None, _) if self.optional && self.looking.is_none() => {
                (self.take)(story, None);
                Move::Next
            }
            (None, _) => Move::Here,
        }
    }
}

impl<S> Step<S> for FindBundle<S> {
    fn id(&self) -> &'static str {
        self.id
    }

    fn stage(&self) -> usize {
        self.stage
    }

    fn applies(&self, story: &S) -> bool {
        (self.applies)(story)
    }

    fn enter(&mut self, _: &mut S, desk: &mut Desk) {
        (self.problem, self.not_yet) = (None, None);
        // The same stick may have something else on it by now.
        self.seen = None;
        self.look_through(desk);
    }

    fn view(&self, _: &S, desk: &Desk) -> View {
        let mut view = View::new(desk.say(self.id)).text(desk.say(&format!("{}-text", self.id)));
        if let Some(job) = &self.reading {
            return view.part(progress(desk, job, None));
        }
        if desk.plugged.is_empty() {
            view = view.strong(desk.say("bundle-insert"));
        }
        for (stick, names) in &self.found {
            match names {
                Ok(names) if names.is_empty() => {
                    let stick = stick.name().to_owned();
                    view = view.warning(desk.fill("bundle-none", &[("stick", stick.into())]));
                }
                Ok(_) => {}
                Err(error) => view = view.problem(Some(&desk.tell(error))),
            }
        }
        let items = self.items(desk);
        if !items.is_empty() {
            view = view.list(&self.list, items).enter(desk.say("key-choose"));
        }
        view.problem(self.problem.as_ref())
    }

    fn key(&mut self, key: KeyEvent, story: &mut S, desk: &mut Desk) -> Move {
        if self.reading.is_some() {
            return Move::Here;
        }
        if key.code == KeyCode::Enter {
            return self.choose(story, desk);
        }
        Move::nowhere(self.list.key(key, &self.items(desk)))
    }

    fn look(&mut self, story: &mut S, desk: &mut Desk) -> Move {
        match self.looking.as_mut().map(Job::look) {
            None | Some(State::Working) => {}
            Some(State::Panicked) => (self.looking, self.problem) = (None, Some(desk.fault())),
            Some(State::Done(found)) => {
                self.looking = None;
                // A bundle that has just come is more likely to be meant than going on without.
                self.list = List::default();
                self.found = found;
            }
        }
        self.look_through(desk);
        match self.reading.as_mut().map(Job::look) {
            None | Some(State::Working) => Move::Stay,
            Some(State::Panicked) => {
                (self.reading, self.problem) = (None, Some(desk.fault()));
                Move::Stay
            }
            Some(State::Done(read)) => {
                self.reading = None;
                match read {
                    Ok(recovery) => {
                        let told = recovery.not_yet().map(|error| desk.tell(error)).zip(self.choice());
                        let Some((told, choice)) = told else {
                            (self.take)(story, Some(recovery));
                            return Move::Next;
                        };
                        (self.problem, self.not_yet) = (Some(told), Some((choice, recovery)));
                        Move::Stay
                    }
                    Err(error) => {
                        self.problem = Some(desk.tell(&error));
                        Move::Stay
                    }
                }
            }
        }
    }

    fn is_busy(&self) -> bool {
        self.reading.is_some()
    }
}
