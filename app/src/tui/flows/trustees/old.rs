//! What is to be destroyed: a list to tick off, on the screen and on paper.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::Deal;
use crate::ceremony::{Did, OldCopy, Sheet};
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::view::{Item, View};
use crate::tui::parts::paper::one_sheet::OneSheet;
use crate::tui::parts::paper::state::{Prints, Way};
use crate::tui::parts::paper::ways::printer_or_any;
use crate::tui::parts::renewal::Renewal;
use crate::tui::parts::seal::Seals;

/// The list; its first line goes on.
pub(super) struct Old {
    list: List,
    sheet: OneSheet,
}

impl Default for Old {
    fn default() -> Self {
        let sheet = OneSheet::new(key!("deal-old-print"), key!("deal-old-printed"));
        Old { list: List::default(), sheet }
    }
}

/// What was dealt in this sitting, and dropped again.
fn dropped(state: &Renewal<Deal>, context: &Context) -> Vec<OldCopy> {
    state.sealed().map(|sealed| context.journal.dropped(sealed)).unwrap_or_default()
}

/// All that is old.
fn all(state: &Renewal<Deal>, context: &Context) -> Vec<OldCopy> {
    let old = state.sealed().map(|sealed| sealed.old_copies()).unwrap_or_default();
    old.into_iter().chain(dropped(state, context)).collect()
}

/// How much of it is not destroyed yet.
pub(super) fn left(state: &Renewal<Deal>, context: &Context) -> usize {
    all(state, context).iter().filter(|old| !state.own().destroyed.contains(old)).count()
}

fn items(state: &Renewal<Deal>, context: &Context) -> Vec<Item> {
    let next = context.fill(key!("deal-old-next"), &[("left", left(state, context).into())]);
    let thing = |old: &OldCopy| {
        let mark = if state.own().destroyed.contains(old) { "x" } else { " " };
        let set = context.fill(key!("deal-old-of"), &[("set", old.set().to_string().into())]);
        let note = old.with(context.texts()).map_or_else(|| set.clone(), |with| format!("… {with}. {set}"));
        Item::new(format!("[{mark}] {}", old.words(context.texts())), note)
    };
    let next = Item::new(next, context.say(key!("deal-old-next-note")));
    std::iter::once(next).chain(all(state, context).iter().map(thing)).collect()
}

impl Old {
    fn tick(&self, state: &mut Renewal<Deal>, context: &Context) {
        let old = self.list.at.checked_sub(1).and_then(|at| all(state, context).into_iter().nth(at));
        let Some(old) = old else { return };
        let destroyed = &mut state.own_mut().destroyed;
        match destroyed.iter().position(|there| *there == old) {
            Some(at) => drop(destroyed.remove(at)),
            None => destroyed.push(old),
        }
    }

    fn print(&mut self, state: &Renewal<Deal>, context: &Context) {
        let (Some(sealed), Some(printer)) = (state.sealed().cloned(), printer_or_any(state, context)) else {
            return;
        };
        let (dropped, destroyed) = (dropped(state, context), state.own().destroyed.clone());
        let to = (printer, state.paper().size, state.plan().language.clone());
        self.sheet.print(context, to, move |sheets| Ok(sealed.to_destroy(sheets, &dropped, &destroyed)));
    }
}

impl Step<Renewal<Deal>> for Old {
    fn id(&self) -> StepId {
        step!("deal-old")
    }

    fn enter(&mut self, _: &mut Renewal<Deal>, _: &mut Context) {
        self.list = List::default();
    }

    fn view(&self, state: &Renewal<Deal>, context: &Context) -> View {
        if let Some(printing) = self.sheet.printing(context) {
            return printing;
        }
        let view = View::new(context.say(key!("deal-old"))).text(context.say(key!("deal-old-text")));
        let can_print = printer_or_any(state, context).is_some();
        let view = match (can_print, state.paper().way) {
            (true, _) => view,
            (false, Way::Elsewhere) => view.text(context.say(key!("deal-old-file"))),
            (false, _) => view.text(context.say(key!("deal-old-no-printer"))),
        };
        self.sheet
            .view(context, view, can_print)
            .list(&self.list, items(state, context))
            .enter(context.say(key!("key-choose")))
    }

    fn key(&mut self, key: KeyEvent, state: &mut Renewal<Deal>, context: &mut Context) -> StepOutcome {
        match key.code {
            _ if self.sheet.key(key, context) => {}
            KeyCode::F(5) => self.print(state, context),
            KeyCode::Enter if self.list.at == 0 => return StepOutcome::Next,
            KeyCode::Enter => self.tick(state, context),
            _ => return StepOutcome::nowhere(self.list.key(key, &items(state, context))),
        }
        StepOutcome::Handled
    }

    fn on_event(&mut self, state: &mut Renewal<Deal>, context: &mut Context) -> StepOutcome {
        if self.sheet.poll(context) {
            let sealed = state.sealed();
            sealed.iter().for_each(|sealed| context.journal.note(Did::printed(sealed, Sheet::ToDestroy)));
        }
        StepOutcome::Unhandled
    }

    fn is_busy(&self) -> bool {
        self.sheet.is_busy()
    }
}
