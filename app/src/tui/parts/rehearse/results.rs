//! The public results of what was sealed and rehearsed.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use zeroize::Zeroizing;

use super::state::Rehearses;
use crate::ceremony::{CardsProven, Ready};
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::messages::fingerprint;
use crate::tui::kit::view::{Part, View};
use crate::tui::parts::paper::record::LastRecord;

/// The public results: the fingerprint, as text and as a code; and the owner's record, which can say now what was done.
pub(in crate::tui) struct Results {
    id: StepId,
    record: LastRecord,
}

impl Results {
    pub(in crate::tui) fn new(id: StepId) -> Self {
        Results { id, record: LastRecord::default() }
    }
}

impl<S: Rehearses> Step<S> for Results {
    fn id(&self) -> StepId {
        self.id
    }

    fn view(&self, state: &S, context: &Context) -> View {
        if let Some(printing) = self.record.printing(context) {
            return printing;
        }
        let view = View::new(context.say(self.id.title)).text(context.say(self.id.text));
        let Some(made) = state.made() else { return view };
        let print = made.identity().fingerprint();
        let view = paper(state, context, view.strong(fingerprint(&print)))
            // As GnuPG's and OpenKeychain's readers know it.
            .part(Part::Code(Zeroizing::new(format!("OPENPGP4FPR:{print}"))))
            .enter(context.say(key!("key-next")))
            .key("F4", context.say(key!("key-code")));
        self.record.view(state, context, view)
    }

    fn key(&mut self, key: KeyEvent, state: &mut S, context: &mut Context) -> StepOutcome {
        match key.code {
            _ if self.record.key(key, context) => StepOutcome::Handled,
            KeyCode::Enter => StepOutcome::Next,
            KeyCode::F(5) => {
                self.record.print(state, context);
                StepOutcome::Handled
            }
            KeyCode::F(6) => {
                self.record.print_booklet(state, context);
                StepOutcome::Handled
            }
            _ => StepOutcome::Unhandled,
        }
    }

    fn on_event(&mut self, state: &mut S, context: &mut Context) -> StepOutcome {
        self.record.poll(state, context);
        StepOutcome::Unhandled
    }

    fn is_busy(&self) -> bool {
        self.record.is_busy()
    }
}

/// How far the paper was tried.
fn paper(state: &impl Rehearses, context: &Context, view: View) -> View {
    let Some(how) = state.paper().proven.as_ref().map(CardsProven::how) else { return view };
    let values = [
        ("whole", how.whole.len().into()),
        ("cards", state.plan().quorum.cards().into()),
        ("needed", how.needed.into()),
    ];
    match state.writer().rehearsed.as_ref().and_then(Ready::spot_checked) {
        Some(_) => view.warning(context.fill(key!("results-spot-checked"), &values)),
        None => view.text(context.fill(key!("results-paper"), &values)),
    }
}
