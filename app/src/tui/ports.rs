//! What is told of USB devices, over whatever is shown: a keyboard that waits for a yes, and what stays off.

use std::collections::BTreeSet;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::Wake;
use super::desk::Desk;
use super::view::View;
use crate::machine::usb::{Guard, Keyboard, Kind, Notice, Ports};

/// Between two looks.
const BETWEEN: Duration = Duration::from_millis(200);
/// Who types does not look at the screen. So nothing is announced before this long nothing was typed, and no
/// key counts as an answer before this long it was there to be read.
const QUIET: Duration = Duration::from_secs(1);
/// As many devices that stay off have room on the smallest screen.
const MOST: usize = 6;

/// Starts to let in what is plugged in; ends when nobody listens any more. Where the owner's answers go.
pub(super) fn watch(ports: Ports, wake: Sender<Wake>) -> Sender<(u64, bool)> {
    let (sender, answers) = channel();
    std::thread::spawn(move || {
        let (mut guard, started, mut before) = (Guard::new(ports), Instant::now(), Vec::new());
        loop {
            let notices = guard.look(started.elapsed());
            if notices != before && wake.send(Wake::Usb(notices.clone())).is_err() {
                return;
            }
            before = notices;
            match answers.recv_timeout(BETWEEN) {
                Ok((number, yes)) => guard.answer(number, yes, started.elapsed()),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    });
    sender
}

/// What stays off, in words, for the self-check.
pub(super) fn left_off(desk: &Desk) -> Option<String> {
    let off: Vec<_> = desk.usb.iter().filter_map(|notice| in_words(notice, desk)).collect();
    (!off.is_empty()).then(|| off.join("; "))
}

/// A device, and what of it stays off.
fn in_words(notice: &Notice, desk: &Desk) -> Option<String> {
    let declined = [Keyboard::Waits, Keyboard::Declined].contains(&notice.keyboard);
    let kinds = notice.refused.iter().copied().chain(declined.then_some(Kind::Keyboard));
    let kinds: Vec<_> = kinds.map(|kind| desk.say(word(kind))).collect();
    let placeholders = [("name", name(notice, desk).into()), ("kinds", kinds.join(", ").into())];
    (!kinds.is_empty()).then(|| desk.fill("usb-device", &placeholders))
}

fn name(notice: &Notice, desk: &Desk) -> String {
    if notice.name.is_empty() { desk.say("usb-nameless") } else { notice.name.clone() }
}

fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Keyboard => "usb-kind-keyboard",
        Kind::Hub => "usb-kind-hub",
        Kind::Storage => "usb-kind-storage",
        Kind::CardReader => "usb-kind-card-reader",
        Kind::Printer => "usb-kind-printer",
        Kind::Nitrokey => "usb-kind-nitrokey",
        Kind::Camera => "usb-kind-camera",
        Kind::Mouse => "usb-kind-mouse",
        Kind::Input => "usb-kind-input",
        Kind::Network => "usb-kind-network",
        Kind::Bluetooth => "usb-kind-bluetooth",
        Kind::Sound => "usb-kind-sound",
        Kind::Phone => "usb-kind-phone",
        Kind::Serial => "usb-kind-serial",
        Kind::Unknown => "usb-kind-unknown",
    }
}

/// What there is to be announced.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Announcement {
    /// May this keyboard type?
    Asks(Notice),
    /// This keyboard was let in by necessity.
    Only(Notice),
    /// These stay off.
    Off(Vec<Notice>),
}

/// Announces each device once. What time it is, whoever asks says.
#[derive(Debug, Default)]
pub(super) struct Announcer {
    /// The devices that the owner has been told of.
    told: BTreeSet<u64>,
    /// The keyboards that the owner has answered on.
    answered: BTreeSet<u64>,
    /// What is announced, and since when.
    shown: Option<(Announcement, Instant)>,
    /// When something was typed last.
    typed: Option<Instant>,
    /// Whether the owner has chosen a language. What stays off is told after that.
    greeted: bool,
}

impl Announcer {
    /// The owner is at home.
    pub(super) fn greeted(&mut self) {
        self.greeted = true;
    }

    fn next(&self, desk: &Desk) -> Option<Announcement> {
        let asks =
            |notice: &&Notice| notice.keyboard == Keyboard::Waits && !self.answered.contains(&notice.number);
        if let Some(notice) = desk.usb.iter().find(asks) {
            return Some(Announcement::Asks(notice.clone()));
        }
        let is_new =
            |notice: &&Notice| notice.keyboard != Keyboard::Waits && !self.told.contains(&notice.number);
        let new = || desk.usb.iter().filter(is_new).filter(|_| self.greeted);
        if let Some(notice) = new().find(|notice| notice.keyboard == Keyboard::Only) {
            return Some(Announcement::Only(notice.clone()));
        }
        let off: Vec<_> = new().filter(|notice| !notice.refused.is_empty()).take(MOST).cloned().collect();
        (!off.is_empty()).then_some(Announcement::Off(off))
    }

    /// Announces what there is, if the screen is free for it and nobody types just now.
    pub(super) fn look(&mut self, desk: &Desk, free: bool, now: Instant) {
        let next = self.next(desk).filter(|_| free);
        // What takes another's place has to be read as well before it can be answered.
        if self.shown.as_ref().map(|(shown, _)| shown) != next.as_ref() {
            let quiet = self.typed.is_none_or(|typed| now - typed >= QUIET);
            self.shown = next.filter(|_| quiet).map(|next| (next, now));
        }
    }

    /// A key; false if it is not for what is announced. It is for something else if the screen is not free.
    pub(super) fn key(&mut self, key: KeyEvent, desk: &Desk, free: bool, now: Instant) -> bool {
        self.typed = Some(now);
        let Some((shown, since)) = self.shown.take().filter(|_| free) else { return false };
        match (&shown, key.code) {
            _ if now - since < QUIET => self.shown = Some((shown, since)),
            (Announcement::Asks(notice), KeyCode::Enter | KeyCode::Esc) => {
                self.answered.insert(notice.number);
                // Without anybody who takes the answer it stays off.
                if let Some(keyboards) = &desk.keyboards {
                    let _ = keyboards.send((notice.number, key.code == KeyCode::Enter));
                }
            }
            (Announcement::Asks(_), _) => self.shown = Some((shown, since)),
            (Announcement::Only(notice), _) => drop(self.told.insert(notice.number)),
            (Announcement::Off(notices), _) => self.told.extend(notices.iter().map(|notice| notice.number)),
        }
        true
    }

    /// What is announced, if anything is.
    pub(super) fn view(&self, desk: &Desk) -> Option<View> {
        let (shown, _) = self.shown.as_ref()?;
        Some(match shown {
            Announcement::Asks(notice) => View::new(desk.say("usb-keyboard"))
                .strong(name(notice, desk))
                .text(desk.say("usb-keyboard-text"))
                .warning(desk.say("usb-keyboard-beware"))
                .enter(desk.say("usb-keyboard-yes"))
                .key("Esc", desk.say("usb-keyboard-no")),
            Announcement::Only(notice) => {
                let only = desk.fill("usb-only", &[("name", name(notice, desk).into())]);
                off(desk, View::new(desk.say("usb-told")).warning(only), std::slice::from_ref(notice))
            }
            Announcement::Off(notices) => off(desk, View::new(desk.say("usb-told")), notices),
        })
    }
}

/// A line for each device of which something stays off.
fn off(desk: &Desk, view: View, notices: &[Notice]) -> View {
    let line = |device: String| desk.fill("usb-off", &[("device", device.into())]);
    let lines: Vec<_> = notices.iter().filter_map(|notice| in_words(notice, desk)).map(line).collect();
    let view = match lines.is_empty() {
        true => view,
        false => view.text(lines.join("\n")).text(desk.say("usb-off-text")),
    };
    view.enter(desk.say("usb-close"))
}

#[cfg(test)]
mod tests;
