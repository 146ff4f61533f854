//! Nitrokeys in words and drawings: what one is, what is on it, and when to plug in which.

use super::desk::Desk;
use super::view::View;
use crate::nitrokey::{Info, Serial};
use crate::plan::Slot;

/// `000F:0A0B0C01`, and how to find it on the label: its last four digits.
pub(super) fn serial(serial: Serial) -> String {
    serial.to_string()
}

/// A fingerprint in groups of four.
pub(super) fn grouped(fingerprint: &str) -> String {
    let digits: Vec<char> = fingerprint.chars().collect();
    digits.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// What it is: model, serial, firmware.
pub(super) fn who(desk: &Desk, info: &Info) -> String {
    let firmware = info.firmware.map_or(String::new(), |v| v.to_string());
    let key = if firmware.is_empty() { "nitrokey-who" } else { "nitrokey-who-firmware" };
    let model = info.model.to_string();
    let serial = serial(info.serial);
    desk.fill(key, &[("model", model.into()), ("serial", serial.into()), ("firmware", firmware.into())])
}

/// What is on it, a line each.
pub(super) fn contents(desk: &Desk, info: &Info) -> Vec<String> {
    if info.is_blank() {
        return vec![desk.say("nitrokey-blank")];
    }
    let mut lines = Vec::new();
    if !info.holder.is_empty() {
        // As the card has it: `LOVELACE<<ADA`.
        let holder = info.holder.replace("<<", ", ").replace('<', " ");
        lines.push(desk.fill("nitrokey-holder", &[("holder", holder.into())]));
    }
    for (slot, print) in Slot::ALL.iter().zip(&info.fingerprints) {
        if let Some(print) = print {
            lines.push(desk.say(&format!("nitrokey-slot-{slot}")));
            lines.push(format!("  {}", grouped(print)));
        }
    }
    lines
}

/// Adds everything that is known of it.
pub(super) fn all_about(desk: &Desk, info: &Info, view: View) -> View {
    let (major, minor) = info.card_version;
    let takes: Vec<_> = info.algorithms.iter().map(ToString::to_string).collect();
    let tries = &info.tries;
    let mut view = view
        .strong(who(desk, info))
        .lines(contents(desk, info))
        .text(desk.fill("nitrokey-takes", &[("algorithms", takes.join(", ").into())]))
        .text(desk.fill(
            "nitrokey-tries",
            &[
                ("user", tries.user.into()),
                ("admin", tries.admin.into()),
                ("reset", tries.reset_code.into()),
                ("version", format!("{major}.{minor}").into()),
            ],
        ));
    for warning in info.warnings() {
        let crate::nitrokey::Warning::OldFirmware(version) = warning;
        view = view.warning(desk.fill("nitrokey-old-firmware", &[("version", version.to_string().into())]));
    }
    view
}

/// What it is, in one line of a list.
pub(super) fn short(info: &Info) -> String {
    format!("{}  {}", serial(info.serial), info.model)
}

/// Adds a Nitrokey on its way into the port, and what to do in words.
pub(super) fn insert(view: View, words: impl Into<String>) -> View {
    let drawing = [
        "  ┌─────────────┐           ┌──",
        "  │  ○       ▐██│ ───────►  │██",
        "  └─────────────┘           └──",
    ];
    view.lines(drawing.map(ToOwned::to_owned).to_vec()).strong(words)
}

/// A Nitrokey with its label.
pub(super) fn label(words: &str, serial: &str) -> Vec<String> {
    let width = words.chars().count().max(serial.chars().count());
    let rule = "─".repeat(width + 4);
    let line = |text: &str| format!("  │  {text:<width$}  ▐██");
    vec![format!("  ┌{rule}┐"), line(words), line(serial), format!("  └{rule}┘")]
}
