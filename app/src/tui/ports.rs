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
/// As many devices have room on a screen.
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
        Kind::Nitrokey => "usb-kind-nitrokey",
        Kind::Printer => "usb-kind-printer",
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
enum Announcement<'a> {
    /// May this keyboard type?
    Asks(&'a Notice),
    /// These were let in by necessity, or stay off.
    Tells(Vec<&'a Notice>),
}

/// Announces each device once.
#[derive(Debug, Default)]
pub(super) struct Announcer {
    /// The devices that the owner has been told of.
    told: BTreeSet<u64>,
    /// The keyboards that the owner has answered on.
    answered: BTreeSet<u64>,
    /// Since when something is announced.
    shown: Option<Instant>,
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

    fn next<'a>(&self, desk: &'a Desk) -> Option<Announcement<'a>> {
        let asks =
            |notice: &&Notice| notice.keyboard == Keyboard::Waits && !self.answered.contains(&notice.number);
        if let Some(notice) = desk.usb.iter().find(asks) {
            return Some(Announcement::Asks(notice));
        }
        let tells = |notice: &&Notice| match notice.keyboard {
            Keyboard::Waits => false,
            Keyboard::Only => true,
            Keyboard::Quiet | Keyboard::Declined => !notice.refused.is_empty(),
        };
        let new = desk.usb.iter().filter(tells).filter(|notice| !self.told.contains(&notice.number));
        let new: Vec<_> = new.take(MOST).collect();
        (self.greeted && !new.is_empty()).then_some(Announcement::Tells(new))
    }

    /// Announces what there is, if the screen is free for it and nobody types just now.
    pub(super) fn look(&mut self, desk: &Desk, free: bool) {
        if !free || self.next(desk).is_none() {
            self.shown = None;
        } else if self.shown.is_none() && self.typed.is_none_or(|typed| typed.elapsed() >= QUIET) {
            self.shown = Some(Instant::now());
        }
    }

    /// A key; false if it is not for what is announced. It is for something else if the screen is not free.
    pub(super) fn key(&mut self, key: KeyEvent, desk: &Desk, free: bool) -> bool {
        self.typed = Some(Instant::now());
        let (Some(shown), Some(next)) = (self.shown.filter(|_| free), self.next(desk)) else {
            self.shown = None;
            return false;
        };
        if shown.elapsed() < QUIET {
            return true;
        }
        match next {
            Announcement::Asks(notice) if [KeyCode::Enter, KeyCode::Esc].contains(&key.code) => {
                self.answered.insert(notice.number);
                // Without anybody who takes the answer it stays off.
                if let Some(keyboards) = &desk.keyboards {
                    let _ = keyboards.send((notice.number, key.code == KeyCode::Enter));
                }
            }
            Announcement::Asks(_) => return true,
            Announcement::Tells(notices) => {
                self.told.extend(notices.iter().map(|notice| notice.number));
            }
        }
        self.shown = None;
        true
    }

    /// What is announced, if anything is.
    pub(super) fn view(&self, desk: &Desk) -> Option<View> {
        self.shown?;
        Some(match self.next(desk)? {
            Announcement::Asks(notice) => View::new(desk.say("usb-keyboard"))
                .strong(desk.fill("usb-keyboard-name", &[("name", name(notice, desk).into())]))
                .text(desk.say("usb-keyboard-text"))
                .warning(desk.say("usb-keyboard-beware"))
                .enter(desk.say("usb-keyboard-yes"))
                .key("Esc", desk.say("usb-keyboard-no")),
            Announcement::Tells(notices) => {
                let mut view = View::new(desk.say("usb-told"));
                for notice in &notices {
                    if notice.keyboard == Keyboard::Only {
                        view = view.warning(desk.fill("usb-only", &[("name", name(notice, desk).into())]));
                    }
                    if let Some(off) = in_words(notice, desk) {
                        view = view.text(desk.fill("usb-off", &[("device", off.into())]));
                    }
                }
                let off = notices.iter().any(|notice| !notice.refused.is_empty());
                let view = if off { view.text(desk.say("usb-off-text")) } else { view };
                view.enter(desk.say("usb-close"))
            }
        })
    }
}
