//! Stage 2, how: algorithm, expiry, quorum, trustees, Nitrokeys, PINs, touch.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::Setup;
use super::bring;
use crate::ceremony::{CeremonyError, check_name};
use crate::language::Texts;
use crate::plan::{Algorithm, Expiry, PinPolicy, Plan, PlanError, PrimaryKey, Quorum, Touch, Trustee};
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::{Field, Form};
use crate::tui::kit::flow::{Step, StepOutcome};
use crate::tui::kit::messages::Told;
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::choose::{Choose, answers};

const YEARS: [Expiry; 6] = [
    Expiry::Years(1),
    Expiry::Years(2),
    Expiry::Years(3),
    Expiry::Years(5),
    Expiry::Years(10),
    Expiry::Never,
];
/// As `Plan::checked` allows.
const CARDS: std::ops::RangeInclusive<u8> = 2..=16;
const NITROKEYS: u8 = 10;

/// What is wrong with a plan, apart from trustees who have no name yet.
pub(super) fn fault(plan: &Plan) -> Option<PlanError> {
    let mut plan = plan.clone();
    for trustee in plan.trustees.iter_mut().filter(|trustee| trustee.name.is_empty()) {
        trustee.name.push('?');
    }
    plan.checked().err()
}

fn typed(setup: &Setup) -> bool {
    !setup.from_file
}

/// Where a value stands among all.
fn place<T: PartialEq>(all: &[T], value: &T) -> usize {
    all.iter().position(|v| v == value).unwrap_or(0)
}

/// Keeps the quorum and its trustees in step.
fn set_quorum(setup: &mut Setup, needed: u8, cards: u8) {
    let Ok(quorum) = Quorum::new(needed.min(cards).into(), cards.into()) else { return };
    setup.plan.quorum = quorum;
    let blank = || Trustee { name: String::new(), note: String::new() };
    setup.plan.trustees.resize_with(cards.into(), blank);
}

pub(super) fn steps() -> Vec<Box<dyn Step<Setup>>> {
    vec![algorithm(), expiry(), cards(), needed(), trustees(), notes(), nitrokeys(), pins(), touch(), more()]
        .into_iter()
        .chain(seldom())
        .collect()
}

fn algorithm() -> Box<dyn Step<Setup>> {
    let items = |_: &Setup, context: &Context| {
        let item = |a: &Algorithm| Item::new(a.to_string(), context.say(&format!("algorithm-{}", a.word())));
        Algorithm::ALL.iter().map(item).collect()
    };
    let preset = |setup: &Setup, _: &Context| place(Algorithm::ALL, &setup.plan.algorithm);
    let take = |setup: &mut Setup, _: &mut Context, at: usize| {
        setup.plan.algorithm = Algorithm::ALL.get(at).copied().unwrap_or(Algorithm::Curve25519);
        StepOutcome::Next
    };
    // Keys that exist have their algorithm.
    Choose::new("algorithm", 2, items, preset, take)
        .saying(|setup, context| {
            let slots = bring::slots(setup.brought()?.made_new(), context);
            Some(context.fill("algorithm-beside", &[("slots", slots.into())]))
        })
        .when(|setup| typed(setup) && setup.brought().is_none_or(bring::Import::makes))
}

fn expiry() -> Box<dyn Step<Setup>> {
    let items = |_: &Setup, context: &Context| {
        let item = |expiry: &Expiry| match expiry {
            Expiry::Never => Item::new(context.say("expiry-never"), context.say("expiry-never-note")),
            Expiry::Years(n) => Item::new(
                context.fill("expiry-years", &[("n", (*n).into())]),
                context.say("expiry-years-note"),
            ),
        };
        YEARS.iter().map(item).collect()
    };
    let preset = |setup: &Setup, _: &Context| place(&YEARS, &setup.plan.expiry);
    let take = |setup: &mut Setup, _: &mut Context, at: usize| {
        setup.plan.expiry = YEARS.get(at).copied().unwrap_or(Expiry::Years(2));
        StepOutcome::Next
    };
    // Keys that exist have their date, as long as it is not over.
    Choose::new("expiry", 2, items, preset, take)
        .saying(|setup, context| {
            let import = setup.brought()?;
            let values = [("slots", bring::slots(import.made_new(), context).into())];
            Some(match (import.makes(), import.renews(&setup.plan)) {
                (true, true) => context.fill("expiry-both", &values),
                (true, false) => context.fill("expiry-beside", &values),
                (false, _) => context.say("expiry-renewed"),
            })
        })
        .when(|setup| {
            let dated = |import: &bring::Import| import.makes() || import.renews(&setup.plan);
            typed(setup) && setup.brought().is_none_or(dated)
        })
}

fn cards() -> Box<dyn Step<Setup>> {
    let items = |_: &Setup, context: &Context| {
        let item = |n: u8| Item::new(context.fill("cards-n", &[("n", n.into())]), context.say("cards-note"));
        CARDS.map(item).collect()
    };
    let preset = |setup: &Setup, _: &Context| usize::from(setup.plan.quorum.cards() - CARDS.start());
    let take = |setup: &mut Setup, _: &mut Context, at: usize| {
        let cards = CARDS.start() + u8::try_from(at).unwrap_or(0);
        set_quorum(setup, setup.plan.quorum.needed(), cards);
        StepOutcome::Next
    };
    Choose::new("cards", 2, items, preset, take).counted(1).when(typed)
}

fn needed() -> Box<dyn Step<Setup>> {
    let items = |setup: &Setup, context: &Context| {
        let cards = setup.plan.quorum.cards();
        let item = |k: u8| {
            let note = match k {
                k if k == cards => "needed-all",
                2 => "needed-two",
                _ => "needed-some",
            };
            let values = [("k", k.into()), ("n", cards.into()), ("lost", (cards - k).into())];
            Item::new(context.fill("needed-k", &values), context.fill(note, &values))
        };
        (2..=cards).map(item).collect()
    };
    let preset = |setup: &Setup, _: &Context| usize::from(setup.plan.quorum.needed() - 2);
    let take = |setup: &mut Setup, _: &mut Context, at: usize| {
        set_quorum(setup, 2 + u8::try_from(at).unwrap_or(0), setup.plan.quorum.cards());
        StepOutcome::Next
    };
    Choose::new("needed", 2, items, preset, take).counted(1).when(typed)
}

fn trustees() -> Box<dyn Step<Setup>> {
    Box::new(Trustees {
        id: "trustees",
        label: "trustees-field",
        field: "trustees.name",
        longest: 60,
        get: |trustee| &trustee.name,
        set: |trustee, text| trustee.name = text,
        form: Form::default(),
        problem: None,
    })
}

fn notes() -> Box<dyn Step<Setup>> {
    Box::new(Trustees {
        id: "notes",
        label: "notes-field",
        field: "trustees.note",
        longest: 200,
        get: |trustee| &trustee.note,
        set: |trustee, text| trustee.note = text,
        form: Form::default(),
        problem: None,
    })
}

fn nitrokeys() -> Box<dyn Step<Setup>> {
    let items = |_: &Setup, context: &Context| {
        let item = |n: u8| {
            let note = if n == 1 { "nitrokeys-one" } else { "nitrokeys-note" };
            Item::new(context.fill("nitrokeys-n", &[("n", n.into())]), context.say(note))
        };
        (1..=NITROKEYS).map(item).collect()
    };
    let preset = |setup: &Setup, _: &Context| usize::from(setup.plan.nitrokeys) - 1;
    let take = |setup: &mut Setup, _: &mut Context, at: usize| {
        setup.plan.nitrokeys = 1 + u8::try_from(at).unwrap_or(0);
        StepOutcome::Next
    };
    Choose::new("nitrokeys", 2, items, preset, take).when(typed)
}

fn pins() -> Box<dyn Step<Setup>> {
    let items = |_: &Setup, context: &Context| answers(context, "pins", &["generated", "typed"]);
    let preset = |setup: &Setup, _: &Context| place(PinPolicy::ALL, &setup.plan.pins);
    let take = |setup: &mut Setup, _: &mut Context, at: usize| {
        setup.plan.pins = PinPolicy::ALL.get(at).copied().unwrap_or(PinPolicy::Generated);
        StepOutcome::Next
    };
    Choose::new("pins", 2, items, preset, take).when(typed)
}

fn touch() -> Box<dyn Step<Setup>> {
    let items = |_: &Setup, context: &Context| answers(context, "touch", &["off", "on", "permanent"]);
    let preset = |setup: &Setup, _: &Context| place(Touch::ALL, &setup.plan.touch);
    let take = |setup: &mut Setup, _: &mut Context, at: usize| {
        setup.plan.touch = Touch::ALL.get(at).copied().unwrap_or(Touch::Off);
        StepOutcome::Next
    };
    Choose::new("touch", 2, items, preset, take).when(typed)
}

fn more() -> Box<dyn Step<Setup>> {
    let items = |_: &Setup, context: &Context| answers(context, "more", &["no", "yes"]);
    let take = |setup: &mut Setup, _: &mut Context, at: usize| {
        setup.more = at == 1;
        StepOutcome::Next
    };
    Choose::new("more", 2, items, |setup, _| usize::from(setup.more), take).when(typed)
}

/// What is seldom wanted.
fn seldom() -> Vec<Box<dyn Step<Setup>>> {
    let asked = |setup: &Setup| typed(setup) && setup.more;
    let backup = Choose::new(
        "pin-backup",
        2,
        |_: &Setup, context| answers(context, "pin-backup", &["no", "yes"]),
        |setup, _| usize::from(setup.plan.user_pin_in_backup),
        |setup, _, at| {
            setup.plan.user_pin_in_backup = at == 1;
            StepOutcome::Next
        },
    );
    let primary = Choose::new(
        "primary",
        2,
        |_: &Setup, context| answers(context, "primary", &["offline", "slot"]),
        |setup, _| place(PrimaryKey::ALL, &setup.plan.primary_key),
        |setup, _, at| {
            setup.plan.primary_key = PrimaryKey::ALL.get(at).copied().unwrap_or(PrimaryKey::Offline);
            StepOutcome::Next
        },
    );
    let language = Choose::new(
        "paper-language",
        2,
        |_: &Setup, _| {
            let name = |code: &&str| Item::new(Texts::of(code).say("language-name", &[]), "");
            Texts::languages().iter().map(name).collect()
        },
        |setup, _| Texts::languages().iter().position(|code| *code == setup.plan.language).unwrap_or(0),
        |setup, _, at| {
            setup.plan.language = Texts::languages().get(at).copied().unwrap_or("en").into();
            StepOutcome::Next
        },
    );
    let url = Url { field: Field::new(200), problem: None };
    // Of keys that are brought along, 'what goes where' says it.
    let primary = primary.when(|setup| typed(setup) && setup.more && setup.brought().is_none());
    vec![backup.when(asked), primary, language.when(asked), Box::new(url)]
}

/// A line for each trustee.
struct Trustees {
    id: &'static str,
    label: &'static str,
    /// What the plan calls it.
    field: &'static str,
    longest: usize,
    get: fn(&Trustee) -> &String,
    set: fn(&mut Trustee, String),
    form: Form,
    problem: Option<Told>,
}

impl Trustees {
    /// The first line with something that the paper's font does not have.
    fn not_printable(&self, plan: &Plan) -> Option<(usize, CeremonyError)> {
        let line = |(at, trustee)| Some((at, check_name(self.field, (self.get)(trustee)).err()?));
        plan.trustees.iter().enumerate().find_map(line)
    }
}

impl Step<Setup> for Trustees {
    fn id(&self) -> &'static str {
        self.id
    }

    fn stage(&self) -> usize {
        2
    }

    fn applies(&self, setup: &Setup) -> bool {
        typed(setup)
    }

    fn enter(&mut self, setup: &mut Setup, _: &mut Context) {
        let field = |trustee| Field::new(self.longest).with((self.get)(trustee));
        self.form = Form::new(setup.plan.trustees.iter().map(field).collect());
        self.problem = None;
    }

    fn view(&self, setup: &Setup, context: &Context) -> View {
        let view = View::new(context.say(self.id)).text(context.say(&format!("{}-text", self.id)));
        let each = setup.plan.trustees.iter().zip(&self.form.fields).enumerate();
        each.fold(view, |view, (i, (trustee, field))| {
            let values = [("number", (i + 1).into()), ("name", trustee.name.clone().into())];
            view.field(context.fill(self.label, &values), field, i == self.form.at)
        })
        .problem(self.problem.as_ref())
        .enter(context.say("key-next"))
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, context: &mut Context) -> StepOutcome {
        if key.code != KeyCode::Enter {
            if !self.form.key(key) {
                return StepOutcome::Unhandled;
            }
            // Kept as it is typed, so that going back loses nothing.
            for (trustee, field) in setup.plan.trustees.iter_mut().zip(&self.form.fields) {
                (self.set)(trustee, field.trimmed().to_owned());
            }
            self.problem = None;
            return StepOutcome::Handled;
        }
        if self.form.advance() {
            return StepOutcome::Handled;
        }
        let nameless = setup.plan.trustees.iter().position(|trustee| trustee.name.is_empty());
        self.problem = match nameless {
            Some(at) => {
                self.form.at = at;
                let number = [("number", (at + 1).into())];
                let happened = context.fill("trustees-empty", &number);
                Some(Told { happened, now: context.say("trustees-empty-now") })
            }
            None => match self.not_printable(&setup.plan) {
                Some((at, error)) => {
                    self.form.at = at;
                    Some(context.tell(&error))
                }
                None => setup.plan.clone().checked().err().map(|error| context.tell(&error)),
            },
        };
        if self.problem.is_none() { StepOutcome::Next } else { StepOutcome::Handled }
    }
}

/// Where the public key can be fetched.
struct Url {
    field: Field,
    problem: Option<Told>,
}

impl Step<Setup> for Url {
    fn id(&self) -> &'static str {
        "url"
    }

    fn stage(&self) -> usize {
        2
    }

    fn applies(&self, setup: &Setup) -> bool {
        typed(setup) && setup.more
    }

    fn enter(&mut self, setup: &mut Setup, _: &mut Context) {
        self.field.set(setup.plan.public_key_url.as_deref().unwrap_or_default());
        self.problem = None;
    }

    fn view(&self, _: &Setup, context: &Context) -> View {
        View::new(context.say("url"))
            .text(context.say("url-text"))
            .field(context.say("url-field"), &self.field, true)
            .problem(self.problem.as_ref())
            .enter(context.say("key-next"))
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, context: &mut Context) -> StepOutcome {
        if key.code != KeyCode::Enter {
            return StepOutcome::nowhere(self.field.key(key));
        }
        let mut plan = setup.plan.clone();
        plan.public_key_url = (!self.field.is_empty()).then(|| self.field.trimmed().to_owned());
        self.problem = fault(&plan).map(|error| context.tell(&error));
        if self.problem.is_some() {
            return StepOutcome::Handled;
        }
        setup.plan = plan;
        StepOutcome::Next
    }
}
