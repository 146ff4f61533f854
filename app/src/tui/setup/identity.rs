//! Stage 2, whose keys: the plan from a stick or typed, new keys or those that exist, name and address.

use std::path::Path;

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use zeroize::Zeroizing;

use super::super::controls::{Field, Form, List};
use super::super::desk::Desk;
use super::super::flow::{Move, Step};
use super::super::job::{Job, State};
use super::super::pin::PinEntry;
use super::super::steps::{Choose, answers};
use super::super::stick::{Holds, Pick};
use super::super::told::{Tell, Told};
use super::super::view::{Item, View};
use super::super::work::progress;
use super::policy::fault;
use super::{Import, Setup};
use crate::ceremony::check_owner;
use crate::language::shown::plain;
use crate::limits::FileKind;
use crate::machine::stick::{StickError, names, read_file};
use crate::machine::sticks::Plugged;
use crate::openpgp::fingerprints;
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
        |_: &Setup, desk| answers(desk, "keys", &["new", "import"]),
        |setup, _| usize::from(setup.imports),
        |setup, _, at| {
            if setup.imports != (at == 1) {
                (setup.imports, setup.import) = (at == 1, None);
                setup.version += 1;
            }
            Move::Next
        },
    );
    vec![
        Box::new(source),
        Box::new(FromStick::new("plan-file", FileKind::Plan, &[".toml"], |setup| setup.from_file, take_plan)),
        Box::new(keys),
        Box::new(FromStick::new("key-file", FileKind::ExportedKey, KEY_FILES, |s| s.imports, take_key)),
        Box::new(Passphrase { entry: PinEntry::passphrase() }),
        Box::new(Owner { form: Form::new(vec![Field::new(80), Field::new(100)]), problem: None }),
    ]
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

fn take_key(
    setup: &mut Setup,
    desk: &mut Desk,
    stick: &Plugged,
    name: &str,
    exported: Zeroizing<Vec<u8>>,
) -> Result<(), Told> {
    desk.now_holds(stick, Holds::Import);
    let fingerprints = fingerprints(&exported);
    setup.import = Some(Import { name: plain(name, NAME), exported, fingerprints, passphrase: None });
    setup.version += 1;
    Ok(())
}

/// How files with a key end.
const KEY_FILES: &[&str] = &[".asc", ".gpg", ".pgp", ".key"];

/// As much of a file's name is shown: whoever filled the stick wrote it.
const NAME: usize = 60;

/// Takes a file's stick, name and content.
type Take = fn(&mut Setup, &mut Desk, &Plugged, &str, Zeroizing<Vec<u8>>) -> Result<(), Told>;
/// What a job with a stick gives: the names of its files, or a file.
enum Found {
    Names(Box<Plugged>, Vec<String>),
    File(Box<Plugged>, String, Zeroizing<Vec<u8>>),
}

/// A file from a stick.
struct FromStick {
    id: &'static str,
    kind: FileKind,
    endings: &'static [&'static str],
    applies: fn(&Setup) -> bool,
    take: Take,
    pick: Pick,
    /// The stick that was chosen, and its files of this kind.
    files: Option<(Plugged, Vec<String>)>,
    list: List,
    job: Option<Job<Result<Found, StickError>>>,
    problem: Option<Told>,
    /// The file that was taken.
    taken: Option<String>,
}

impl FromStick {
    fn new(
        id: &'static str,
        kind: FileKind,
        endings: &'static [&'static str],
        applies: fn(&Setup) -> bool,
        take: Take,
    ) -> Self {
        let (pick, list) = (Pick::default(), List::default());
        FromStick {
            id,
            kind,
            endings,
            applies,
            take,
            pick,
            files: None,
            list,
            job: None,
            problem: None,
            taken: None,
        }
    }

    fn names(&mut self, stick: Plugged, desk: &Desk) {
        let endings = self.endings;
        self.job = Some(Job::start(&desk.wake, move |_| {
            let mounted = stick.open()?;
            let names = names(&mounted)?;
            let fits = |name: &String| endings.iter().any(|ending| name.to_lowercase().ends_with(ending));
            Ok(Found::Names(Box::new(stick), names.into_iter().filter(fits).collect()))
        }));
    }

    fn read(&mut self, stick: Plugged, name: String, desk: &Desk) {
        let kind = self.kind;
        self.job = Some(Job::start(&desk.wake, move |_| {
            let file = Zeroizing::new(read_file(&stick.open()?, &name, kind)?);
            Ok(Found::File(Box::new(stick), name, file))
        }));
    }
}

impl Step<Setup> for FromStick {
    fn id(&self) -> &'static str {
        self.id
    }

    fn stage(&self) -> usize {
        2
    }

    fn applies(&self, setup: &Setup) -> bool {
        (self.applies)(setup)
    }

    fn enter(&mut self, _: &mut Setup, _: &mut Desk) {
        (self.files, self.problem) = (None, None);
    }

    fn view(&self, _: &Setup, desk: &Desk) -> View {
        let view = View::new(desk.say(self.id)).text(desk.say(&format!("{}-text", self.id)));
        if let Some(job) = &self.job {
            return view.part(progress(desk, job, None));
        }
        let view = match &self.files {
            None => self.pick.view(desk, view),
            Some((_, files)) => {
                let items = files.iter().map(|file| Item::new(plain(file, NAME), "")).collect();
                view.list(&self.list, items).enter(desk.say("key-choose"))
            }
        };
        let view = match &self.taken {
            Some(taken) => view
                .good(desk.fill("file-taken", &[("file", plain(taken, NAME).into())]))
                .key("F5", desk.say("file-keep")),
            None => view,
        };
        view.problem(self.problem.as_ref())
    }

    fn key(&mut self, key: KeyEvent, _: &mut Setup, desk: &mut Desk) -> Move {
        if self.job.is_some() {
            return Move::Here;
        }
        match (key.code, &self.files) {
            (KeyCode::F(5), _) if self.taken.is_some() => return Move::Next,
            (KeyCode::Esc, Some(_)) => self.files = None,
            (KeyCode::Esc, None) => return Move::Stay,
            (_, None) => {
                if let Some(stick) = self.pick.key(key, desk) {
                    self.problem = None;
                    self.names(stick, desk);
                }
            }
            (KeyCode::Enter, Some((stick, files))) => {
                if let Some(name) = files.get(self.list.at) {
                    let (stick, name) = (stick.clone(), name.clone());
                    self.read(stick, name, desk);
                }
            }
            (_, Some((_, files))) => {
                self.list.key(key, files);
            }
        }
        Move::Here
    }

    fn look(&mut self, setup: &mut Setup, desk: &mut Desk) -> Move {
        let Some(job) = &mut self.job else { return Move::Stay };
        let done = match job.look() {
            State::Working => return Move::Stay,
            State::Panicked => {
                (self.job, self.problem) = (None, Some(desk.fault()));
                return Move::Stay;
            }
            State::Done(done) => done,
        };
        self.job = None;
        let told = match done {
            Err(error) => Err(error.tell(desk.texts())),
            Ok(Found::Names(stick, names)) if names.is_empty() => Err(Told {
                happened: desk
                    .fill(&format!("{}-none", self.id), &[("stick", stick.name().to_owned().into())]),
                now: desk.say(&format!("{}-none-now", self.id)),
            }),
            Ok(Found::Names(stick, names)) => {
                (self.files, self.list) = (Some((*stick, names)), List::default());
                Ok(())
            }
            Ok(Found::File(stick, name, file)) => {
                let name = Path::new(&name).file_name().map_or(String::new(), |n| n.to_string_lossy().into());
                match (self.take)(setup, desk, &stick, &name, file) {
                    Ok(()) => {
                        self.taken = Some(name);
                        return Move::Next;
                    }
                    told => told,
                }
            }
        };
        self.problem = told.err();
        Move::Stay
    }
}

/// What opens an existing key.
struct Passphrase {
    entry: PinEntry,
}

impl Step<Setup> for Passphrase {
    fn id(&self) -> &'static str {
        "key-passphrase"
    }

    fn stage(&self) -> usize {
        2
    }

    fn applies(&self, setup: &Setup) -> bool {
        setup.imports && setup.import.is_some()
    }

    fn enter(&mut self, _: &mut Setup, _: &mut Desk) {
        self.entry = PinEntry::passphrase();
    }

    fn view(&self, setup: &Setup, desk: &Desk) -> View {
        let name = setup.import.as_ref().map_or(String::new(), |import| import.name.clone());
        let view = View::new(desk.say("key-passphrase"))
            .text(desk.fill("key-passphrase-text", &[("file", name.into())]));
        self.entry.view(desk, view).key("F5", desk.say("key-passphrase-none"))
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, desk: &mut Desk) -> Move {
        let passphrase = match key.code {
            KeyCode::Esc => return Move::Stay,
            KeyCode::F(5) => None,
            _ => match self.entry.key(key, desk) {
                None => return Move::Here,
                passphrase => passphrase,
            },
        };
        if let Some(import) = &mut setup.import {
            import.passphrase = passphrase;
            setup.version += 1;
        }
        Move::Next
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
        !setup.from_file
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

    fn view(&self, _: &Setup, desk: &Desk) -> View {
        let labels = ["owner-name", "owner-address"].into_iter().zip(&self.form.fields).enumerate();
        labels
            .fold(View::new(desk.say("owner")).text(desk.say("owner-text")), |view, (i, (label, field))| {
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
        (setup.plan, setup.named) = (plan, true);
        Move::Next
    }
}
