//! Check a card: one card alone, years later, with nobody else present. With the stick it is compared with
//! the list of what was printed; without it, it can only be said that it was read without a mistake, and of words not
//! even that.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::app::Screen;
use super::card::{Came, Mending, unknown};
use super::clock::Clock;
use super::controls::List;
use super::desk::Desk;
use super::find_bundle::FindBundle;
use super::flow::{Flow, Move, Step, Story};
use super::steps::answers;
use super::told::{Told, fingerprint, owners};
use super::view::View;
use crate::backup::{Manifest, SetId, ShareError};
use crate::ceremony::{CeremonyError, OnPaper, Reading, Recovery, check_card};

/// What can be said of a card that is not wrong.
enum Checked {
    /// It is what was printed.
    Good { card: u8 },
    /// The same, but not all of it could be read.
    Mended { card: u8 },
    /// Its code is whole, and says so of itself.
    Code { card: u8, cards: u8, set: SetId },
    /// Each of its lines of digits has its check, and they say nothing of themselves.
    Digits,
    /// Its words fit together. So would one in 256 wrong ones.
    Words,
}

#[derive(Default)]
struct Checking {
    recovery: Option<Recovery>,
    checked: Option<Checked>,
}

impl Checking {
    fn manifest(&self) -> Option<&Manifest> {
        self.recovery.as_ref().and_then(Recovery::manifest)
    }
}

impl Story for Checking {
    const NAME: &'static str = "check";
}

/// The date, the stick, a card, what can be said of it; then the next card.
pub(super) fn begin(desk: &mut Desk) -> Box<dyn Screen> {
    let bundle = FindBundle::new(
        "check-bundle",
        1,
        |_| true,
        |story: &mut Checking, recovery| {
            story.recovery = recovery;
        },
    );
    let card = Card { entry: Mending::new(), problem: None };
    let steps: Vec<Box<dyn Step<Checking>>> = vec![
        Box::new(Clock::of_old_keys(1)),
        Box::new(bundle.optional()),
        Box::new(card),
        Box::<Result>::default(),
    ];
    Flow::begin(Checking::default(), steps, desk)
}

/// A card is read.
struct Card {
    entry: Mending,
    problem: Option<Told>,
}

fn look_into(manifest: Option<&Manifest>, typed: &Reading) -> std::result::Result<Checked, CeremonyError> {
    if let Some(manifest) = manifest {
        return Ok(Checked::Good { card: check_card(manifest, typed)?.x });
    }
    Ok(match (typed.on_paper()?, typed) {
        (OnPaper::Share(share), _) => {
            Checked::Code { card: share.x, cards: share.quorum.cards(), set: share.set }
        }
        (OnPaper::Part(_), _) => return Err(ShareError::BackupPart.into()),
        (OnPaper::Bytes(_), Reading::Digits(_)) => Checked::Digits,
        (OnPaper::Bytes(_), _) => Checked::Words,
    })
}

impl Card {
    /// What came of a key, or of a search.
    fn came(&mut self, came: Came, story: &mut Checking, desk: &Desk) -> Move {
        let (typed, mended) = match came {
            Came::No => return Move::Stay,
            Came::Typing => {
                self.problem = None;
                return Move::Here;
            }
            Came::Card { typed, mended } => (typed, mended),
            Came::Problem(told) => {
                self.problem = Some(told);
                return Move::Here;
            }
            Came::Readings(readings) => {
                self.problem = Some(unknown(desk, &readings));
                return Move::Here;
            }
        };
        match look_into(story.manifest(), &typed) {
            Ok(checked) => {
                story.checked = Some(match checked {
                    Checked::Good { card } if mended => Checked::Mended { card },
                    checked => checked,
                });
                self.entry.clear();
                Move::Next
            }
            // One word may be another one, or two are swapped.
            Err(error @ (CeremonyError::ByHand(_) | CeremonyError::NoCard { .. }))
                if self.entry.looks_near(&typed, desk.tell(&error), story.manifest(), desk) =>
            {
                Move::Here
            }
            Err(error) => {
                self.problem = Some(desk.tell(&error));
                Move::Here
            }
        }
    }
}

impl Step<Checking> for Card {
    fn id(&self) -> &'static str {
        "check-card"
    }

    fn stage(&self) -> usize {
        1
    }

    fn enter(&mut self, story: &mut Checking, _: &mut Desk) {
        (self.problem, story.checked) = (None, None);
    }

    fn view(&self, story: &Checking, desk: &Desk) -> View {
        let text = match story.manifest() {
            Some(manifest) => {
                let owner = owners(manifest.user_ids.get(..1).unwrap_or_default());
                let set = manifest.set.to_string();
                desk.fill("check-card-text", &[("owner", owner.into()), ("set", set.into())])
            }
            None => desk.say("check-card-text-alone"),
        };
        let view = self.entry.view(desk, View::new(desk.say("check-card")).text(text));
        let enter = self.entry.enter(desk).unwrap_or_else(|| desk.say("entry-take"));
        view.problem(self.problem.as_ref()).enter(enter)
    }

    fn key(&mut self, key: KeyEvent, story: &mut Checking, desk: &mut Desk) -> Move {
        match self.entry.key(key, story.manifest(), desk) {
            Came::No if key.code == KeyCode::Enter => Move::Here,
            came => self.came(came, story, desk),
        }
    }

    fn look(&mut self, story: &mut Checking, desk: &mut Desk) -> Move {
        let came = self.entry.look(desk);
        self.came(came, story, desk)
    }

    fn is_busy(&self) -> bool {
        self.entry.is_busy()
    }
}

/// What can be said of it.
#[derive(Default)]
struct Result {
    list: List,
}

const NEXT: [&str; 2] = ["next", "home"];

impl Step<Checking> for Result {
    fn id(&self) -> &'static str {
        "check-result"
    }

    fn stage(&self) -> usize {
        1
    }

    fn enter(&mut self, _: &mut Checking, _: &mut Desk) {
        self.list = List::default();
    }

    fn view(&self, story: &Checking, desk: &Desk) -> View {
        let view = View::new(desk.say("check-result"));
        let view = match (&story.checked, story.manifest()) {
            (Some(Checked::Good { card }), Some(manifest)) => view
                .good(desk.fill(
                    "check-good",
                    &[
                        ("card", (*card).into()),
                        ("cards", manifest.quorum.cards().into()),
                        ("set", manifest.set.to_string().into()),
                        ("day", desk.texts().day(&manifest.moment.day()).into()),
                    ],
                ))
                .text(desk.fill("check-good-owner", &[("owner", owners(&manifest.user_ids).into())]))
                .lines(vec![desk.say("fingerprint-compare"), fingerprint(&manifest.fingerprint)]),
            (Some(Checked::Mended { card }), Some(manifest)) => view
                .warning(desk.fill(
                    "check-mended",
                    &[
                        ("card", (*card).into()),
                        ("cards", manifest.quorum.cards().into()),
                        ("set", manifest.set.to_string().into()),
                    ],
                ))
                .text(desk.say("check-mended-now"))
                .lines(vec![desk.say("fingerprint-compare"), fingerprint(&manifest.fingerprint)]),
            (Some(Checked::Code { card, cards, set }), _) => view
                .good(desk.fill(
                    "check-claims",
                    &[("card", (*card).into()), ("cards", (*cards).into()), ("set", set.to_string().into())],
                ))
                .warning(desk.say("check-alone")),
            (Some(Checked::Digits), _) => {
                view.good(desk.say("check-digits")).warning(desk.say("check-alone"))
            }
            (Some(Checked::Words), _) => {
                view.strong(desk.say("check-words")).warning(desk.say("check-alone"))
            }
            (Some(Checked::Good { .. } | Checked::Mended { .. }) | None, _) => view,
        };
        view.list(&self.list, answers(desk, "check-result", &NEXT)).enter(desk.say("key-choose"))
    }

    fn key(&mut self, key: KeyEvent, _: &mut Checking, desk: &mut Desk) -> Move {
        if key.code == KeyCode::Enter {
            return if self.list.at == 0 { Move::To("check-card") } else { Move::Home };
        }
        Move::nowhere(self.list.key(key, &answers(desk, "check-result", &NEXT)))
    }
}
