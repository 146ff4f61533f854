//! Stage 11: what was made, what to do now, and the farewell.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use zeroize::Zeroizing;

use super::super::controls::List;
use super::super::desk::Desk;
use super::super::flow::{Move, Step};
use super::super::steps::When;
use super::super::told::fingerprint;
use super::super::view::{Item, Part, View};
use super::Setup;
use crate::ceremony::{CardsProven, Ready};

pub(super) fn steps() -> Vec<Box<dyn Step<Setup>>> {
    vec![When::new(Setup::knows_pins, Results), When::new(Setup::knows_pins, Done::default())]
}

/// The public results: the fingerprint, as text and as a code.
struct Results;

impl Step<Setup> for Results {
    fn id(&self) -> &'static str {
        "results"
    }

    fn stage(&self) -> usize {
        11
    }

    fn view(&self, setup: &Setup, desk: &Desk) -> View {
        let view = View::new(desk.say("results")).text(desk.say("results-text"));
        let Some(made) = &setup.made else { return view };
        let print = made.identity().fingerprint();
        paper(setup, desk, view.strong(fingerprint(&print)))
            // As GnuPG's and OpenKeychain's readers know it.
            .part(Part::Code(Zeroizing::new(format!("OPENPGP4FPR:{print}"))))
            .enter(desk.say("key-next"))
            .key("F4", desk.say("key-code"))
    }

    fn key(&mut self, key: KeyEvent, _: &mut Setup, _: &mut Desk) -> Move {
        if key.code == KeyCode::Enter { Move::Next } else { Move::Stay }
    }
}

/// How far the paper was tried.
fn paper(setup: &Setup, desk: &Desk, view: View) -> View {
    let Some(how) = setup.proven.as_ref().map(CardsProven::how) else { return view };
    let values = [
        ("whole", how.whole.len().into()),
        ("cards", setup.plan.quorum.cards().into()),
        ("needed", how.needed.into()),
    ];
    match setup.writer.rehearsed.as_ref().and_then(Ready::spot_checked) {
        Some(_) => view.warning(desk.fill("results-spot-checked", &values)),
        None => view.text(desk.fill("results-paper", &values)),
    }
}

/// What to do now.
#[derive(Default)]
struct Done {
    list: List,
}

impl Done {
    fn items(desk: &Desk) -> Vec<Item> {
        vec![Item::new(desk.say("done-off"), ""), Item::new(desk.say("done-home"), "")]
    }
}

impl Step<Setup> for Done {
    fn id(&self) -> &'static str {
        "done"
    }

    fn stage(&self) -> usize {
        11
    }

    fn enter(&mut self, setup: &mut Setup, _: &mut Desk) {
        setup.finished = true;
    }

    fn view(&self, setup: &Setup, desk: &Desk) -> View {
        let mut view = View::new(desk.say("done"));
        let quorum = setup.plan.quorum;
        for role in &setup.writer.later {
            let values = [("role", desk.role(role).into()), ("k", quorum.needed().into())];
            view = view.warning(desk.fill("done-later", &values));
        }
        let nitrokeys = setup.plan.nitrokeys.into();
        let values = [("k", quorum.needed().into()), ("n", quorum.cards().into()), ("nitrokeys", nitrokeys)];
        let view = match setup.brought() {
            None => view.text(desk.fill("done-text", &values)),
            Some(import) => {
                // The same that GUIDE.txt leaves on the disk: nobody needs the primary key there.
                let kept = setup.made.as_ref().is_some_and(|made| !made.identity().kept().is_empty());
                let after = if import.inventory.is_new_identity() { "done-moved" } else { "done-brought" };
                let view = view.text(desk.fill("done-text", &values)).strong(desk.say(after));
                match kept && !import.inventory.is_new_identity() {
                    true => view.text(desk.say("done-kept")),
                    false => view,
                }
            }
        };
        view.list(&self.list, Self::items(desk)).enter(desk.say("key-choose"))
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, desk: &mut Desk) -> Move {
        match (key.code, self.list.at) {
            (KeyCode::Enter, 0) => return Move::Off,
            (KeyCode::Enter, _) => return Move::Home,
            (KeyCode::Esc, _) => {
                setup.finished = false;
                return Move::Stay;
            }
            _ => {}
        }
        Move::nowhere(self.list.key(key, &Self::items(desk)))
    }
}
