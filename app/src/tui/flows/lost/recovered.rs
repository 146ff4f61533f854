//! What is done with it all when it is back; and the end.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::state::{Left, Lost, Way};
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::view::View;
use crate::tui::parts::choose::{Choose, answers};

/// What is done with it.
pub(super) const WAY: StepId = StepId::new("lost-way");

/// With the spare at hand, it is proven first; without one, there are only new ones; with nothing lost, one more.
fn ways(left: Left) -> [(Way, &'static str); 3] {
    let first = match left {
        Left::Spare => (Way::Spare, "spare"),
        Left::Stick | Left::Paper => (Way::New, "new"),
        Left::All => (Way::Another, "another"),
    };
    [first, (Way::Export, "export"), (Way::See, "see")]
}

pub(in crate::tui::flows) fn way() -> Choose<Lost> {
    Choose::new(
        WAY,
        |lost, context| answers(context, "lost-way", &ways(lost.left).map(|(_, word)| word)),
        |lost, _| ways(lost.left).iter().position(|(way, _)| *way == lost.way).unwrap_or(0),
        |lost, _, at| {
            lost.way = ways(lost.left).get(at).map_or(Way::New, |(way, _)| *way);
            lost.finished = false;
            lost.set_roles();
            StepOutcome::Next
        },
    )
}

/// The end: what was reached, and what to do now.
#[derive(Default)]
pub(in crate::tui::flows) struct Done {
    list: List,
}

const END: [&str; 2] = ["home", "more"];

impl Step<Lost> for Done {
    fn id(&self) -> StepId {
        const { StepId::new("lost-done") }
    }

    fn enter(&mut self, lost: &mut Lost, _: &mut Context) {
        self.list = List::default();
        lost.finished = true;
    }

    fn view(&self, lost: &Lost, context: &Context) -> View {
        let mut view = View::new(context.say("lost-done"));
        if let Some(serial) = lost.proven {
            view = view.good(context.fill("lost-done-proven", &[("serial", serial.to_string().into())]));
        }
        for (role, proof) in lost.writer.proofs.iter().filter(|(_, p)| Some(p.serial) != lost.proven) {
            let serial = proof.serial.to_string();
            let values = [("role", context.role(role).into()), ("serial", serial.into())];
            view = view.good(context.fill("lost-done-written", &values));
        }
        if let Some((folder, stick)) = &lost.exported {
            let values = [("folder", folder.clone().into()), ("stick", stick.clone().into())];
            view = view.good(context.fill("lost-done-exported", &values));
        }
        view.text(context.say("lost-done-text"))
            .list(&self.list, answers(context, "lost-done", &END))
            .enter(context.say("key-choose"))
    }

    fn key(&mut self, key: KeyEvent, _: &mut Lost, context: &mut Context) -> StepOutcome {
        if key.code == KeyCode::Enter {
            return if self.list.at == 0 { StepOutcome::Home } else { StepOutcome::To(WAY) };
        }
        StepOutcome::nowhere(self.list.key(key, &answers(context, "lost-done", &END)))
    }
}
