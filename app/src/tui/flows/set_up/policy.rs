//! The plan, how: algorithm, expiry, Nitrokeys, PINs, touch.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::bring;
use super::state::Setup;
use crate::language::Texts;
use crate::plan::{Algorithm, Expiry, PinPolicy, PrimaryKey, Touch};
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::Field;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::choose::{Choose, answers};

const MOST_NITROKEYS: u8 = 10;

// The steps that the summary leads back to.
pub(super) const ALGORITHM: StepId = StepId::new("algorithm");
pub(super) const EXPIRY: StepId = StepId::new("expiry");
pub(super) const NITROKEYS: StepId = StepId::new("nitrokeys");
pub(super) const PINS: StepId = StepId::new("pins");
const TOUCH: StepId = StepId::new("touch");
const MORE: StepId = StepId::new("more");

/// Where a value stands among all.
fn place<T: PartialEq>(all: &[T], value: &T) -> usize {
    all.iter().position(|v| v == value).unwrap_or(0)
}

pub(super) fn algorithm() -> Choose<Setup> {
    let items = |_: &Setup, context: &Context| {
        let note = |algorithm: &Algorithm| match algorithm {
            Algorithm::Curve25519 => key!("algorithm-curve25519"),
            Algorithm::NistP256 => key!("algorithm-nistp256"),
            Algorithm::NistP384 => key!("algorithm-nistp384"),
            Algorithm::NistP521 => key!("algorithm-nistp521"),
            Algorithm::BrainpoolP256 => key!("algorithm-brainpoolp256"),
            Algorithm::BrainpoolP384 => key!("algorithm-brainpoolp384"),
            Algorithm::BrainpoolP512 => key!("algorithm-brainpoolp512"),
            Algorithm::Rsa2048 => key!("algorithm-rsa2048"),
            Algorithm::Rsa3072 => key!("algorithm-rsa3072"),
            Algorithm::Rsa4096 => key!("algorithm-rsa4096"),
        };
        let item = |a: &Algorithm| Item::new(a.to_string(), context.say(note(a)));
        Algorithm::ALL.iter().map(item).collect()
    };
    let preset = |setup: &Setup, _: &Context| place(Algorithm::ALL, &setup.draft.plan.algorithm);
    let take = |setup: &mut Setup, _: &mut Context, at: usize| {
        setup.draft.plan.algorithm = Algorithm::ALL.get(at).copied().unwrap_or(Algorithm::Curve25519);
        StepOutcome::Next
    };
    // Keys that exist have their algorithm.
    Choose::new(ALGORITHM, items, preset, take).saying(|setup, context| {
        let slots = bring::words::slots(setup.brought()?.made_new(), context);
        Some(context.fill(key!("algorithm-beside"), &[("slots", slots.into())]))
    })
}

pub(super) fn expiry() -> Choose<Setup> {
    let items = |_: &Setup, context: &Context| {
        let item = |expiry: &Expiry| match expiry {
            Expiry::Never => {
                Item::new(context.say(key!("expiry-never")), context.say(key!("expiry-never-note")))
            }
            Expiry::Years(n) => Item::new(
                context.fill(key!("expiry-years"), &[("n", (*n).into())]),
                context.say(key!("expiry-years-note")),
            ),
        };
        Expiry::OFFERED.iter().map(item).collect()
    };
    let preset = |setup: &Setup, _: &Context| place(&Expiry::OFFERED, &setup.draft.plan.expiry);
    let take = |setup: &mut Setup, _: &mut Context, at: usize| {
        setup.draft.plan.expiry = Expiry::OFFERED.get(at).copied().unwrap_or(Expiry::Years(2));
        StepOutcome::Next
    };
    // Keys that exist have their date, as long as it is not over.
    Choose::new(EXPIRY, items, preset, take).by_their_numbers().saying(|setup, context| {
        let import = setup.brought()?;
        let values = [("slots", bring::words::slots(import.made_new(), context).into())];
        Some(match (import.makes(), import.renews(&setup.draft.plan)) {
            (true, true) => context.fill(key!("expiry-both"), &values),
            (true, false) => context.fill(key!("expiry-beside"), &values),
            (false, _) => context.say(key!("expiry-renewed")),
        })
    })
}

pub(super) fn nitrokeys() -> Choose<Setup> {
    let items = |_: &Setup, context: &Context| {
        let item = |n: u8| {
            let note = if n == 1 { key!("nitrokeys-one") } else { key!("nitrokeys-note") };
            Item::new(context.fill(key!("nitrokeys-n"), &[("n", n.into())]), context.say(note))
        };
        (1..=MOST_NITROKEYS).map(item).collect()
    };
    let preset = |setup: &Setup, _: &Context| usize::from(setup.draft.plan.nitrokeys) - 1;
    let take = |setup: &mut Setup, _: &mut Context, at: usize| {
        setup.draft.plan.nitrokeys = 1 + u8::try_from(at).unwrap_or(0);
        StepOutcome::Next
    };
    Choose::new(NITROKEYS, items, preset, take)
}

pub(super) fn pins() -> Choose<Setup> {
    let items =
        |_: &Setup, context: &Context| answers(context, &[noted!("pins-generated"), noted!("pins-typed")]);
    let preset = |setup: &Setup, _: &Context| place(PinPolicy::ALL, &setup.draft.plan.pins);
    let take = |setup: &mut Setup, _: &mut Context, at: usize| {
        setup.draft.plan.pins = PinPolicy::ALL.get(at).copied().unwrap_or(PinPolicy::Generated);
        StepOutcome::Next
    };
    Choose::new(PINS, items, preset, take)
}

pub(super) fn touch() -> Choose<Setup> {
    let items = |_: &Setup, context: &Context| {
        answers(context, &[noted!("touch-off"), noted!("touch-on"), noted!("touch-permanent")])
    };
    let preset = |setup: &Setup, _: &Context| place(Touch::ALL, &setup.draft.plan.touch);
    let take = |setup: &mut Setup, _: &mut Context, at: usize| {
        setup.draft.plan.touch = Touch::ALL.get(at).copied().unwrap_or(Touch::Off);
        StepOutcome::Next
    };
    Choose::new(TOUCH, items, preset, take)
}

pub(super) fn more() -> Choose<Setup> {
    let items = |_: &Setup, context: &Context| answers(context, &[noted!("more-no"), noted!("more-yes")]);
    let take = |setup: &mut Setup, _: &mut Context, at: usize| {
        setup.draft.more = at == 1;
        StepOutcome::Next
    };
    Choose::new(MORE, items, |setup, _| usize::from(setup.draft.more), take)
}

/// Whether the user PIN is in the backup.
pub(super) fn pin_backup() -> Choose<Setup> {
    Choose::new(
        step!("pin-backup"),
        |_: &Setup, context| answers(context, &[noted!("pin-backup-no"), noted!("pin-backup-yes")]),
        |setup, _| usize::from(setup.draft.plan.user_pin_in_backup),
        |setup, _, at| {
            setup.draft.plan.user_pin_in_backup = at == 1;
            StepOutcome::Next
        },
    )
}

/// Where the primary key is.
pub(super) fn primary() -> Choose<Setup> {
    Choose::new(
        step!("primary"),
        |_: &Setup, context| answers(context, &[noted!("primary-offline"), noted!("primary-slot")]),
        |setup, _| place(PrimaryKey::ALL, &setup.draft.plan.primary_key),
        |setup, _, at| {
            setup.draft.plan.primary_key = PrimaryKey::ALL.get(at).copied().unwrap_or(PrimaryKey::Offline);
            StepOutcome::Next
        },
    )
}

/// What is printed is in this language.
pub(super) fn paper_language() -> Choose<Setup> {
    Choose::new(
        step!("paper-language"),
        |_: &Setup, _| {
            let name = |code: &&str| Item::new(Texts::of(code).say(key!("language-name"), &[]), "");
            Texts::languages().iter().map(name).collect()
        },
        |setup, _| Texts::languages().iter().position(|code| *code == setup.draft.plan.language).unwrap_or(0),
        |setup, _, at| {
            setup.draft.plan.language = Texts::languages().get(at).copied().unwrap_or("en").into();
            StepOutcome::Next
        },
    )
}

/// Where the public key can be fetched.
pub(super) struct Url {
    field: Field,
    problem: Option<Message>,
}

impl Url {
    pub(super) fn new() -> Self {
        Url { field: Field::new(200), problem: None }
    }
}

impl Step<Setup> for Url {
    fn id(&self) -> StepId {
        step!("url")
    }

    fn enter(&mut self, setup: &mut Setup, _: &mut Context) {
        self.field.set(setup.draft.plan.public_key_url.as_deref().unwrap_or_default());
        self.problem = None;
    }

    fn view(&self, _: &Setup, context: &Context) -> View {
        View::new(context.say(key!("url")))
            .text(context.say(key!("url-text")))
            .field(context.say(key!("url-field")), &self.field, true)
            .problem(self.problem.as_ref())
            .enter(context.say(key!("key-next")))
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, context: &mut Context) -> StepOutcome {
        if key.code != KeyCode::Enter {
            return StepOutcome::nowhere(self.field.key(key));
        }
        let mut plan = setup.draft.plan.clone();
        plan.public_key_url = (!self.field.is_empty()).then(|| self.field.trimmed().to_owned());
        self.problem = plan.checked_so_far().err().map(|error| context.message(&error));
        if self.problem.is_some() {
            return StepOutcome::Handled;
        }
        setup.draft.plan = plan;
        StepOutcome::Next
    }
}
