//! What Nitrokeys that are plugged in say of themselves, in words.

use super::ToMessage;
use super::words::{contents, model};
use crate::language::Texts;
use crate::nitrokey::{Found, Info, NitrokeyError};

/// What a Nitrokey is: model, serial, firmware.
pub(in crate::tui) fn who(info: &Info, texts: &Texts) -> String {
    let firmware = info.firmware.map_or(String::new(), |v| v.to_string());
    let key = if firmware.is_empty() { key!("nitrokey-who") } else { key!("nitrokey-who-firmware") };
    let (model, serial) = (model(info.model, texts), info.serial.to_string());
    texts.say(key, &[("model", model.into()), ("serial", serial.into()), ("firmware", firmware.into())])
}

/// What is on a Nitrokey, a line each.
pub(in crate::tui) fn on_it(info: &Info, texts: &Texts) -> Vec<String> {
    if info.is_blank() { vec![texts.say(key!("nitrokey-blank"), &[])] } else { contents(info, texts) }
}

/// What a Nitrokey takes, and how many tries its PINs have left.
pub(in crate::tui) fn takes_and_tries(info: &Info, texts: &Texts) -> [String; 2] {
    let takes: Vec<_> = info.algorithms.iter().map(ToString::to_string).collect();
    let ((major, minor), tries) = (info.card_version, &info.tries);
    [
        texts.say(key!("nitrokey-takes"), &[("algorithms", takes.join(", ").into())]),
        texts.say(
            key!("nitrokey-tries"),
            &[
                ("user", tries.user.into()),
                ("admin", tries.admin.into()),
                ("reset", tries.reset_code.into()),
                ("version", format!("{major}.{minor}").into()),
            ],
        ),
    ]
}

/// All that are plugged in, for where there is no screen: what each is in a line of its own, and below it what else
/// there is to say.
pub fn listed(found: &[Found], texts: &Texts) -> String {
    if found.is_empty() {
        return texts.say(key!("list-none"), &[]) + "\n";
    }
    let lines = |found: &Found| match found {
        Found::Unreadable { reader, cause } => {
            let error = NitrokeyError::Unreadable { reader: reader.clone(), cause: *cause };
            let message = error.to_message(texts);
            vec![message.happened, message.now]
        }
        Found::HalfReset { reader } => {
            vec![texts.say(key!("nitrokey-half-reset"), &[("reader", reader.clone().into())])]
        }
        Found::Nitrokey(info) => {
            let warnings = info.warnings();
            let warnings = warnings.iter().map(|warning| warning.to_message(texts).to_string());
            std::iter::once(who(info, texts))
                .chain(on_it(info, texts))
                .chain(takes_and_tries(info, texts))
                .chain(warnings)
                .collect()
        }
    };
    let text = |found| lines(found).join("\n    ") + "\n";
    found.iter().map(text).collect()
}
