//! 'What goes where': each slot, what stays in the backup alone, the names, what is mended. The owner agrees, or
//! chooses another key, or goes back.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::import::Import;
use super::words::{about, faults, goes, joined, kept, key, line, why};
use crate::language::shown::plain;
use crate::language::{Key, Noted};
use crate::openpgp::{BroughtUserId, Fault, Goes, Kept, LeftOut, Part, Standing, Unchecked};
use crate::plan::{Plan, Slot};
use crate::tui::flows::set_up::state::Setup;
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::messages::fingerprint;
use crate::tui::kit::view::{Item, View};

/// So many characters of a line are shown.
const LINE: usize = 46;

/// The question which key goes into a slot, in the slots' order.
const CHOOSE: [Key; 3] =
    [key!("places-choose-signature"), key!("places-choose-decryption"), key!("places-choose-authentication")];

/// What this step shows.
enum Phase {
    /// All slots, and what became of the rest, a line each.
    All,
    /// The keys that this slot can get.
    Chooses(Slot, List),
    /// Everything that one line is about.
    Reads(Page, List),
}

/// What has a page of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Page {
    Kept,
    Names,
    Mends,
    Remains,
}

/// A line of the list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Agree,
    Slot(Slot),
    Page(Page),
}

/// The step.
pub(in crate::tui::flows::set_up) const PLACES: StepId = StepId::new("places");

/// The step.
pub(in crate::tui::flows::set_up) struct Where {
    phase: Phase,
    list: List,
}

impl Default for Where {
    fn default() -> Self {
        Where { phase: Phase::All, list: List::default() }
    }
}

fn all(import: &Import, plan: &Plan, context: &Context) -> Vec<Line> {
    let mut lines = vec![Line::Agree];
    lines.extend(Slot::ALL.map(Line::Slot));
    let mends = !import.inventory.mends(&import.places, plan).is_empty();
    let kept = import.inventory.kept(&import.places).next().is_some();
    let names = !of_page(Page::Names, import, plan, context).is_empty();
    let remains = import.inventory.remains().count() > 0;
    let pages = [(mends, Page::Mends), (kept, Page::Kept), (names, Page::Names), (remains, Page::Remains)];
    lines.extend(pages.into_iter().filter(|(there, _)| *there).map(|(_, page)| Line::Page(page)));
    lines
}

fn item(shown: Line, import: &Import, plan: &Plan, context: &Context) -> Item {
    let (label, note) = match shown {
        Line::Agree => (context.say(key!("summary-go-on")), context.say(key!("places-agree-note"))),
        Line::Slot(slot) => {
            (line(import, slot, plan.algorithm, context), of_slot(import, slot, plan, context))
        }
        Line::Page(page) => {
            let LeftOut { photos, certifications, local } = import.inventory.left_out();
            let note = match page {
                Page::Names if photos + certifications > 0 => key!("places-names-left-out"),
                Page::Names if local > 0 => key!("places-names-local"),
                page => page.note(),
            };
            (page.title(import, plan, context), context.say(note))
        }
    };
    Item::new(plain(&label, LINE), note)
}

/// What is said of a slot.
fn of_slot(import: &Import, slot: Slot, plan: &Plan, context: &Context) -> String {
    let part = import.yours(slot);
    let mends = import.inventory.mends(&import.places, plan);
    let mended = part.and_then(|part| mends.iter().find(|mend| mend.fingerprint == part.fingerprint));
    let about = part.map(|part| about(part, context));
    let mended = mended.map(|_| context.say(key!("places-mended")));
    joined(about.into_iter().chain([why(import, slot, plan, context)]).chain(mended))
}

impl Page {
    fn id(self) -> Key {
        match self {
            Page::Kept => key!("places-kept"),
            Page::Names => key!("places-names"),
            Page::Mends => key!("places-mends"),
            Page::Remains => key!("places-remains"),
        }
    }

    fn note(self) -> Key {
        match self {
            Page::Kept => key!("places-kept-note"),
            Page::Names => key!("places-names-note"),
            Page::Mends => key!("places-mends-note"),
            Page::Remains => key!("places-remains-note"),
        }
    }

    fn title(self, import: &Import, plan: &Plan, context: &Context) -> String {
        let count = match self {
            Page::Names => import.inventory.user_ids().len(),
            Page::Remains => import.inventory.remains().count(),
            _ => of_page(self, import, plan, context).len(),
        };
        context.fill(self.id(), &[("n", count.into())])
    }
}

/// The lines of a page.
fn of_page(page: Page, import: &Import, plan: &Plan, context: &Context) -> Vec<Item> {
    let inventory = &import.inventory;
    match page {
        Page::Kept => {
            inventory.kept(&import.places).map(|part| Item::new(key(part), kept(part, context))).collect()
        }
        Page::Names => {
            let note = |standing| match (inventory.is_new_identity(), standing) {
                (false, Standing::Valid) => key!("places-name-valid"),
                (false, Standing::Gone) => key!("places-name-revoked"),
                (false, Standing::Local) => key!("places-name-local"),
                (_, Standing::Empty) => key!("places-name-empty"),
                (true, Standing::Valid) => key!("places-name-new"),
                (true, Standing::Gone | Standing::Local) => key!("places-name-not-new"),
            };
            let item = |id: BroughtUserId| Item::new(plain(&id.text, LINE), context.say(note(id.standing)));
            let left_out = inventory.left_out();
            let public = left_out
                .each()
                .map(|(label, n)| counted(Noted { label, note: key!("left-out") }, n, context));
            let local =
                (left_out.local > 0).then(|| counted(noted!("left-out-local"), left_out.local, context));
            inventory.user_ids().into_iter().map(item).chain(public).chain(local).collect()
        }
        Page::Remains => {
            let remains = inventory.remains().each();
            remains.map(|(what, n)| counted(what, n, context)).collect()
        }
        Page::Mends => {
            let mends = inventory.mends(&import.places, plan);
            let item = |mend: &crate::openpgp::Mend| {
                let part = inventory.part(&mend.fingerprint)?;
                let expired = mend.faults.contains(&Fault::Expired).then(|| about(part, context));
                let faults = faults(&mend.faults, import, plan, context);
                Some(Item::new(key(part), joined(expired.into_iter().chain([faults]))))
            };
            mends.iter().filter_map(item).collect()
        }
    }
}

/// How many there are, and what is to be said of it.
fn counted(what: Noted, n: usize, context: &Context) -> Item {
    Item::new(context.fill(what.label, &[("n", n.into())]), context.say(what.note))
}

/// What must not be overlooked, the gravest first.
fn warning(import: &Import, context: &Context) -> Option<String> {
    let inventory = &import.inventory;
    // A key that is in another slot decrypts nothing there.
    let decrypts = |part: &&Part| import.places[Slot::Decryption as usize].yours() == Some(&part.fingerprint);
    let kept = || inventory.parts().iter().filter(|part| part.uses.decrypt && !decrypts(part));
    let unchecked = |Unchecked { by, revoked }: &Unchecked| {
        let reason = context.say(revoked.reason.said());
        let day = context.texts().day(&revoked.day);
        let values = [("by", fingerprint(by).into()), ("day", day.into()), ("reason", reason.into())];
        context.fill(key!("places-unchecked"), &values)
    };
    let elsewhere = kept().any(|part| part.kept == Some(Kept::NoSecret));
    match () {
        () if !inventory.unchecked().is_empty() => inventory.unchecked().first().map(unchecked),
        () if !inventory.signs(&import.places) => Some(context.say(key!("places-signs-not"))),
        () if elsewhere => Some(context.say(key!("places-mail-elsewhere"))),
        () if kept().next().is_some() => Some(context.say(key!("places-mail-kept"))),
        () => None,
    }
}

/// What could go into the slot, a line each.
fn offers(import: &Import, slot: Slot, plan: &Plan, context: &Context) -> (Vec<Goes>, Vec<Item>) {
    let offers = import.inventory.offers(slot);
    let item = |offer: &Goes| {
        let part = offer.yours().and_then(|print| import.inventory.part(print));
        let note = match part {
            None if offers.len() == 1 => context.say(key!("places-choose-none")),
            None => context.say(key!("places-choose-new")),
            Some(part) => {
                let primary = part.primary.then(|| match (slot, part.uses.sign) {
                    (Slot::Signature, false) => context.say(key!("places-why-certifies")),
                    _ => context.say(key!("places-why-primary")),
                });
                let faults = faults(&part.faults, import, plan, context);
                let faults = Some(faults).filter(|faults| !faults.is_empty());
                joined([about(part, context)].into_iter().chain(primary).chain(faults))
            }
        };
        Item::new(plain(&goes(import, offer, plan.algorithm, context), LINE), note)
    };
    let items = offers.iter().map(item).collect();
    (offers, items)
}

/// Puts it into the slot. A key is in one slot alone: where it was, something new is made.
fn place(import: &mut Import, slot: Slot, offer: Goes) {
    if offer.yours().is_some() {
        import.places.iter_mut().filter(|goes| **goes == offer).for_each(|goes| *goes = Goes::New);
    }
    import.places[slot as usize] = offer;
    import.refused = None;
}

impl Step<Setup> for Where {
    fn id(&self) -> StepId {
        PLACES
    }

    fn enter(&mut self, _: &mut Setup, _: &mut Context) {
        *self = Where::default();
    }

    fn view(&self, setup: &Setup, context: &Context) -> View {
        let Some(import) = setup.brought() else { return View::new(context.say(key!("places"))) };
        let plan = &setup.draft.plan;
        match &self.phase {
            Phase::All => {
                let view = View::new(context.say(key!("places")));
                let view = match (&import.refused, warning(import, context)) {
                    (Some(_), _) => view,
                    (None, Some(warning)) => view.warning(warning),
                    (None, None) => {
                        view.text(context.fill(key!("places-text"), &[("file", import.name.clone().into())]))
                    }
                };
                let items =
                    all(import, plan, context).into_iter().map(|shown| item(shown, import, plan, context));
                view.list(&self.list, items.collect())
                    .problem(import.refused.as_ref())
                    .enter(context.say(key!("key-choose")))
            }
            Phase::Chooses(slot, list) => View::new(context.say(CHOOSE[*slot as usize]))
                .list(list, offers(import, *slot, plan, context).1)
                .enter(context.say(key!("key-choose"))),
            Phase::Reads(page, list) => {
                let items = of_page(*page, import, plan, context);
                let title = page.title(import, plan, context);
                View::new(title).list(list, items).enter(context.say(key!("key-back")))
            }
        }
    }

    fn key(&mut self, key: KeyEvent, setup: &mut Setup, context: &mut Context) -> StepOutcome {
        let enter = key.code == KeyCode::Enter;
        let plan = setup.draft.plan.clone();
        let Some(import) = setup.draft.import.as_mut() else { return StepOutcome::Unhandled };
        match &mut self.phase {
            Phase::All if !enter => {
                let items: Vec<_> = all(import, &plan, context)
                    .into_iter()
                    .map(|shown| item(shown, import, &plan, context))
                    .collect();
                return StepOutcome::nowhere(self.list.key(key, &items));
            }
            Phase::All => match all(import, &plan, context).get(self.list.at) {
                Some(Line::Slot(slot)) => {
                    let (offers, _) = offers(import, *slot, &plan, context);
                    let goes = &import.places[*slot as usize];
                    let at = offers.iter().position(|offer| offer == goes).unwrap_or(0);
                    self.phase = Phase::Chooses(*slot, List::at(at));
                }
                Some(Line::Page(page)) => self.phase = Phase::Reads(*page, List::default()),
                Some(Line::Agree) | None => {
                    import.agree(&mut setup.draft.plan);
                    return StepOutcome::Next;
                }
            },
            Phase::Chooses(slot, list) if enter => {
                let slot = *slot;
                let chosen = import.inventory.offers(slot).into_iter().nth(list.at);
                if let Some(chosen) = chosen.filter(|chosen| *chosen != import.places[slot as usize]) {
                    place(import, slot, chosen);
                    setup.inputs.change();
                }
                self.phase = Phase::All;
            }
            Phase::Reads(..) if enter => self.phase = Phase::All,
            Phase::Chooses(..) | Phase::Reads(..) if key.code == KeyCode::Esc => self.phase = Phase::All,
            Phase::Chooses(slot, list) => {
                list.key(key, &offers(import, *slot, &plan, context).1);
            }
            Phase::Reads(page, list) => {
                list.key(key, &of_page(*page, import, &plan, context));
            }
        }
        StepOutcome::Handled
    }
}
