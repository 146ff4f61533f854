//! What was written has proven itself, and gets its label.

use super::writer::Writer;
use crate::language::Key;
use crate::nitrokey::Proof;
use crate::plan::Role;
use crate::tui::kit::context::Context;
use crate::tui::kit::view::View;
use crate::tui::parts::nitrokeys;

/// The screen.
pub(super) fn view(writer: &Writer, context: &Context, proof: &Proof) -> View {
    let Some(role) = writer.written_as(proof.serial) else { return View::default() };
    let serial = proof.serial.to_string();
    let values = [("role", context.role(role).into()), ("serial", serial.clone().into())];
    let said = if writer.is_for_old_mail() { key!("proven-old-mail") } else { key!("proven-text") };
    View::new(context.say(key!("proven")))
        .good(context.fill(said, &values))
        .lines(nitrokeys::label(&context.say(label(role, writer)), &serial))
        .text(context.fill(key!("proven-label"), &values))
        .enter(context.say(key!("key-next")))
}

/// The words on a label.
fn label(role: &Role, writer: &Writer) -> Key {
    match role {
        _ if writer.is_for_old_mail() => key!("label-old-mail"),
        Role::Primary => key!("label-primary"),
        Role::Spare(_) | Role::Other(_) => key!("label-spare"),
    }
}
