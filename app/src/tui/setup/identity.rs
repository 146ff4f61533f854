//! Stage 2, whose keys: the plan from a stick or typed, new keys or those that exist, name and address.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use zeroize::Zeroizing;

use super::super::controls::{Field, Form};
use super::super::desk::Desk;
use super::super::flow::{Move, Step};
use super::super::steps::{Choose, answers};
use super::super::told::Told;
use super::super::view::View;
use super::Setup;
use super::bring::{self, NoOwner};
use super::from_stick::{Files, NAME};
use super::policy::fault;
use crate::ceremony::check_owner;
use crate::language::shown::plain;
use crate::limits::FileKind;
use crate::machine::sticks::Plugged;
use crate::plan::Plan;

pub(super) fn steps() -> Vec<Box<dyn Step<Setup>>> {
    let source = Choose::new(
        "source",
        2,
        |_: &Setup, desk| answers(desk, "source", &["typed", "file"]),
        |setup, _| usize::from(setup.from_file),
        |setup, _, at| {
            setup.from_file = at == 1;
            Move::Next
        },
    );
    let keys = Choose::new(
        "keys",
        2,
        |_: &Setup, desk| answers(desk, "keys", &["new", "import", "card"]),
        |setup, _| usize::from(setup.imports),
        |setup, _, at| {
            if at == 2 {
                return Move::To(bring::ON_A_NITROKEY);
            }
            if setup.imports != (at == 1) {
                setup.imports = at == 1;
                setup.forget_import();
                setup.version += 1;
            }
            Move::Next
        },
    );
    let files = Files::new("plan-file", FileKind::Plan, &[".toml"]);
    let mut steps: Vec<Box<dyn Step<Setup>>> =
        vec![Box::new(source), Box::new(FromStick { files, take: take_plan, taken: None }), Box::new(keys)];
    steps.extend(bring::steps());
    steps.push(Box::new(Owner { form: Form::new(vec![Field::new(80), Field::new(100)]), problem: None }));
    steps
}

fn take_plan(
    setup: &mut Setup,
    desk: &mut Desk,
    _: &Plugged,
    name: &str,
    file: Zeroizing<Vec<u8>>,
) -> Result<(), Told> {
    setup.plan = Plan::from_file(name, &file).map_err(|e| desk.tell(&e))?;
    setup.named = true;
    Ok(())
}

/// Takes a file's stick, name and content.
type Take = fn(&mut Setup, &mut Desk, &Plugged, &str, Zeroizing<Vec<u8>>) -> Result<(), Told>;

/// The plan from a stick.
struct FromStick {
    files: Files,
    take: Take,
    /// The file that was taken.
    taken: Option<String>,
}

impl Step<Setup> for FromStick {
    fn id(&self) -> &'static str {
        "plan-file"
    }

    fn stage(&self) -> usize {
        2
    }

    fn applies(&self, setup: &Setup) -> bool {
        setup.from_file
    }

    fn enter(&mut self, _: &mut Setup, _: &mut Desk) {
        self.files.anew();
    }

    fn view(&self, _: &Setup, desk: &Desk) -> View {
        let view = View::new(desk.say("plan-file")).text(desk.say("plan-file-text"));
        taken(desk, self.files.view(desk, view), self.taken.as_ref().filter(|_| !self.files.is_busy()))
    }

    fn key(&mut self, key: KeyEvent, _: &mut Setup, desk: &mut Desk) -> Move {
        match key.code {
            KeyCode::F(5) if self.taken.is_some() && !self.files.is_busy() => Move::Next,
            _ => self.files.key(key, desk),
        }
    }

    fn look(&mut self, setup: &mut Setup, desk: &mut Desk) -> Move {
        let Some(chosen) = self.files.look(desk) else { return Move::Stay };
        let name = chosen.name();
        match (self.take)(setup, desk, &chosen.stick, &name, chosen.file) {
            Ok(()) => {
                self.taken = Some(name);
                Move::Next
            }
            Err(told) => {
                self.files.problem = Some(told);
                Move::Stay
            }
        }
    }
}

/// Says which file was taken before, and offers to keep it.
pub(super) fn taken(desk: &Desk, view: View, taken: Option<&String>) -> View {
    match taken {
        Some(taken) => view
            .good(desk.fill("file-taken", &[("file", plain(taken, NAME).into())]))
            .key("F5", desk.say("file-keep")),
        None => view,
    }
}

/// Name and address.
struct Owner {
    form: Form,
    problem: Option<Told>,
}

impl Step<Setup> for Owner {
    fn id(&self) -> &'static str {
        "owner"
    }

    fn stage(&self) -> usize {
        2
    }

    fn applies(&self, setup: &Setup) -> bool {
        // Keys that are brought along say whose they are.
        !setup.from_file && setup.brought().is_none_or(|import| import.owner.is_some())
    }

    fn enter(&mut self, setup: &mut Setup, _: &mut Desk) {
        self.form.at = 0;
        self.problem = None;
        // What a plan brought is shown; the example that the first plan is made of is not.
        if self.form.text(0).is_empty() && setup.named {
            let id = setup.plan.user_ids.first().cloned().unwrap_or_default();
            let (name, address) = id.split_once('<').unwrap_or((&id, ""));
            for (field, text) in self.form.fields.iter_mut().zip([name, address.trim_end_matches('>')]) {
                field.set(text.trim());
            }
        }
    }

    fn view(&self, setup: &Setup, desk: &Desk) -> View {
        let text = match setup.brought().and_then(|import| import.owner.as_ref()) {
            None => desk.say("owner-text"),
            Some(NoOwner::Nameless) => desk.say("owner-nameless"),
            Some(NoOwner::TooLong) => desk.say("owner-too-long"),
            Some(NoOwner::Local) => desk.say("owner-local"),
            Some(NoOwner::NotOnPaper(name)) => {
                desk.fill("owner-not-on-paper", &[("name", plain(name, NAME).into())])
            }
        };
        let labels = ["owner-name", "owner-address"].into_iter().zip(&self.form.fields).enumerate();
        labels
            .fold(View::new(desk.say("owner")).text(text), |view, (i, (label, field))| {
                view.field(desk.say(label), field, i == self.form.at)
            })
            .problem(self.problem.as_ref())
            .enter(desk.say("key-next"))
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, desk: &mut Desk) -> Move {
        if key.code != KeyCode::Enter {
            let used = self.form.key(key);
            if used {
                self.problem = None;
            }
            return Move::nowhere(used);
        }
        if self.form.advance() {
            return Move::Here;
        }
        let id = match (self.form.text(0), self.form.text(1)) {
            (name, "") => name.to_owned(),
            ("", address) => format!("<{address}>"),
            (name, address) => format!("{name} <{address}>"),
        };
        let mut plan = setup.plan.clone();
        plan.user_ids = vec![id];
        self.problem = match self.form.fields.iter().all(Field::is_empty) {
            true => Some(Told { happened: desk.say("owner-empty"), now: desk.say("owner-empty-now") }),
            false => match fault(&plan) {
                Some(error) => Some(desk.tell(&error)),
                None => check_owner(&plan).err().map(|error| desk.tell(&error)),
            },
        };
        if self.problem.is_some() {
            self.form.at = 0;
            return Move::Here;
        }
        // What is certified in the end.
        if setup.brought().is_some() && setup.plan.user_ids != plan.user_ids {
            setup.version += 1;
        }
        (setup.plan, setup.named) = (plan, true);
        Move::Next
    }
}
