//! What is told of USB devices, over whatever is shown: a keyboard that waits for a yes, and what stays off. The yes
//! is a few digits that stand on the screen (`question`), so that no key pressed by habit is one, and no device can
//! type it that does not see them.

mod question;

use std::collections::BTreeSet;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::language::{Key, Texts};
use crate::machine::usb::{Doubt, Guard, Keyboard, Kind, Notice, Ports, Seen, Typing};
use crate::tui::kit::context::Context;
use crate::tui::kit::draw::ESCAPE;
use crate::tui::kit::events::Wake;
use crate::tui::kit::view::View;
use crate::tui::watch::{Watcher, watch};
use question::Question;

/// Between two looks.
const BETWEEN: Duration = Duration::from_millis(200);
/// Who types does not look at the screen. So nothing is announced before this long nothing was typed, and no
/// key counts as an answer before this long it was there to be read.
const QUIET: Duration = Duration::from_secs(1);
/// As many devices that stay off have room on the smallest screen.
const MOST: usize = 6;
/// As many keyboards are named on it.
const NAMED: usize = 3;
/// The longest wait after wrong digits is [`QUIET`], so often doubled: who guesses all night finds one of eleven.
const LONGEST: u32 = 5;

/// Starts to let in what is plugged in; ends when nobody listens any more. Where the owner's answers go.
pub(super) fn start(ports: Ports, wake: Sender<Wake>) -> Sender<(u64, bool)> {
    let (sender, answers) = channel();
    let (guard, started, before) = (Guard::new(ports), Instant::now(), Seen::default());
    watch(wake, Gate { guard, started, before, answers });
    sender
}

/// The guard, and what it is told. If it did not go on after a fault, no keyboard would be let in any more.
struct Gate {
    guard: Guard,
    started: Instant,
    before: Seen,
    answers: Receiver<(u64, bool)>,
}

impl Watcher for Gate {
    fn scan(&mut self) -> Option<Wake> {
        let seen = self.guard.scan(self.started.elapsed());
        let changed = seen != self.before;
        self.before = seen.clone();
        changed.then_some(Wake::Usb(seen))
    }

    fn rest(&mut self) -> bool {
        match self.answers.recv_timeout(BETWEEN) {
            Ok((number, yes)) => self.guard.answer(number, yes, self.started.elapsed()),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return false,
        }
        true
    }

    fn fault(&self) -> Wake {
        Wake::Fault
    }
}

/// How many keyboards work, and their names, with this word for one that is no USB keyboard; nothing if none works or
/// nobody looks.
pub(super) fn keyboards(context: &Context, built_in: Key) -> Option<(usize, String)> {
    let keyboards = &context.usb.keyboards;
    let name = |keyboard: &Typing| match keyboard {
        Typing::BuiltIn => context.say(built_in),
        Typing::Usb(name) => name.clone(),
    };
    let mut names: Vec<_> = keyboards.iter().take(NAMED).map(name).collect();
    names.extend((keyboards.len() > NAMED).then(|| "…".to_owned()));
    (!names.is_empty()).then(|| (keyboards.len(), names.join(", ")))
}

/// What stays off, in words, for the self-check.
pub(super) fn left_off(context: &Context) -> Option<String> {
    let off: Vec<_> = context.usb.notices.iter().filter_map(|notice| in_words(notice, context)).collect();
    (!off.is_empty()).then(|| off.join("; "))
}

/// A device, and what of it stays off.
fn in_words(notice: &Notice, context: &Context) -> Option<String> {
    let declined = matches!(notice.keyboard, Keyboard::Waits(_) | Keyboard::Declined);
    let kinds = notice.refused.iter().copied().chain(declined.then_some(Kind::Keyboard));
    let kinds: Vec<_> = kinds.map(|kind| context.say(word(kind))).collect();
    let placeholders = [("name", name(notice, context).into()), ("kinds", kinds.join(", ").into())];
    (!kinds.is_empty()).then(|| context.fill(key!("usb-device"), &placeholders))
}

fn name(notice: &Notice, context: &Context) -> String {
    if notice.name.is_empty() { context.say(key!("usb-nameless")) } else { notice.name.clone() }
}

fn word(kind: Kind) -> Key {
    match kind {
        Kind::Keyboard => key!("usb-kind-keyboard"),
        Kind::Hub => key!("usb-kind-hub"),
        Kind::Storage => key!("usb-kind-storage"),
        Kind::CardReader => key!("usb-kind-card-reader"),
        Kind::Printer => key!("usb-kind-printer"),
        Kind::Ipp => key!("usb-kind-ipp"),
        Kind::Nitrokey => key!("usb-kind-nitrokey"),
        Kind::Camera => key!("usb-kind-camera"),
        Kind::Mouse => key!("usb-kind-mouse"),
        Kind::Input => key!("usb-kind-input"),
        Kind::Network => key!("usb-kind-network"),
        Kind::Bluetooth => key!("usb-kind-bluetooth"),
        Kind::Sound => key!("usb-kind-sound"),
        Kind::Phone => key!("usb-kind-phone"),
        Kind::Serial => key!("usb-kind-serial"),
        Kind::Unknown => key!("usb-kind-unknown"),
    }
}

/// What there is to be announced.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Announcement {
    /// May this keyboard type? On it alone, if `only`, or on another.
    Asks { notice: Notice, doubt: Doubt, only: bool },
    /// This one comes back again and again.
    Again(Notice),
    /// These stay off.
    Off(Vec<Notice>),
}

impl Announcement {
    /// Whether nothing else counts until it is answered.
    fn is_only(&self) -> bool {
        matches!(self, Announcement::Asks { only: true, .. })
    }
}

/// What is announced.
#[derive(Debug)]
struct Shown {
    what: Announcement,
    /// Since when it can be read; digits, since they are there.
    since: Instant,
    /// The digits to be typed, if it asks; after wrong ones not at once.
    question: Option<Question>,
    wrong: bool,
}

/// Announces each device once. What time it is, whoever asks says.
#[derive(Debug, Default)]
pub(super) struct Announcer {
    /// The devices that the owner has been told of.
    message: BTreeSet<u64>,
    /// The keyboards that the owner has answered on.
    answered: BTreeSet<u64>,
    shown: Option<Shown>,
    /// When something was typed last.
    typed: Option<Instant>,
    /// How often wrong digits were typed since right ones, and until when there are no new ones.
    wrong: (u32, Option<Instant>),
    /// Whether the owner has chosen a language. What stays off is told after that.
    greeted: bool,
}

impl Announcer {
    /// The owner is at home.
    pub(super) fn greeted(&mut self) {
        self.greeted = true;
    }

    /// A keyboard to ask about; before all one that types already, and may type nothing else.
    fn asks(&self, context: &Context) -> Option<Announcement> {
        let open = context.usb.notices.iter().filter(|notice| !self.answered.contains(&notice.number));
        let asks = open.filter_map(|notice| {
            let (doubt, only) = match notice.keyboard {
                Keyboard::Waits(doubt) => (doubt, false),
                Keyboard::Only(doubt) => (doubt, true),
                Keyboard::Quiet | Keyboard::Declined => return None,
            };
            Some(Announcement::Asks { notice: notice.clone(), doubt, only })
        });
        asks.min_by_key(|asks| !asks.is_only())
    }

    /// Whether a keyboard is let in for nothing but the owner's yes.
    pub(super) fn is_on_trial(&self, context: &Context) -> bool {
        self.asks(context).is_some_and(|asks| asks.is_only())
    }

    fn next(&self, context: &Context) -> Option<Announcement> {
        let new = || context.usb.notices.iter().filter(|notice| !self.message.contains(&notice.number));
        let again = || new().find(|notice| notice.again).cloned().map(Announcement::Again);
        let off = || {
            let off = new().filter(|notice| self.greeted && !notice.again && !notice.refused.is_empty());
            let off = off.filter(|notice| !matches!(notice.keyboard, Keyboard::Waits(_) | Keyboard::Only(_)));
            let off: Vec<_> = off.take(MOST).cloned().collect();
            (!off.is_empty()).then_some(Announcement::Off(off))
        };
        self.asks(context).or_else(again).or_else(off)
    }

    /// Announces what there is, if the screen is free for it and nobody types just now. What must be answered first
    /// does not wait for that.
    pub(super) fn on_event(&mut self, context: &Context, free: bool, now: Instant) {
        let next = self.next(context).filter(|next| free || next.is_only());
        // What takes another's place has to be read as well before it can be answered.
        if self.shown.as_ref().map(|shown| &shown.what) != next.as_ref() {
            let quiet = self.typed.is_none_or(|typed| now - typed >= QUIET);
            let next = next.filter(|next| quiet || next.is_only());
            self.shown = next.map(|what| Shown { what, since: now, question: None, wrong: false });
        }
        let may_ask = self.wrong.1.is_none_or(|until| now >= until);
        if let Some(shown) = self.shown.as_mut().filter(|shown| shown.question.is_none() && may_ask)
            && matches!(shown.what, Announcement::Asks { .. })
        {
            (shown.question, shown.since) = (Question::new(), now);
        }
    }

    /// A key; false if it is not for what is announced. It is for something else if the screen is not free; but
    /// nothing else is, while a keyboard is on trial.
    pub(super) fn key(&mut self, key: KeyEvent, context: &Context, free: bool, now: Instant) -> bool {
        self.typed = Some(now);
        let free = free || self.is_on_trial(context);
        let Some(mut shown) = self.shown.take().filter(|_| free) else { return self.is_on_trial(context) };
        if now - shown.since < QUIET {
            self.shown = Some(shown);
            return true;
        }
        match (&shown.what, key.code) {
            (Announcement::Asks { notice, only: false, .. }, KeyCode::Esc) => {
                self.answer(notice, false, context)
            }
            (Announcement::Asks { notice, .. }, _) => {
                match shown.question.as_mut().and_then(|question| question.key(key, context.layout)) {
                    Some(true) => {
                        self.wrong = (0, None);
                        self.answer(notice, true, context);
                    }
                    Some(false) => {
                        let wait = QUIET * 2_u32.pow(self.wrong.0.min(LONGEST));
                        self.wrong = (self.wrong.0.saturating_add(1), Some(now + wait));
                        self.shown = Some(Shown { question: None, wrong: true, ..shown });
                    }
                    None => self.shown = Some(shown),
                }
            }
            (Announcement::Again(notice), _) => drop(self.message.insert(notice.number)),
            (Announcement::Off(notices), _) => {
                self.message.extend(notices.iter().map(|notice| notice.number))
            }
        }
        true
    }

    fn answer(&mut self, notice: &Notice, yes: bool, context: &Context) {
        self.answered.insert(notice.number);
        // Without anybody who takes the answer it stays off.
        if let Some(keyboards) = &context.keyboards {
            let _ = keyboards.send((notice.number, yes));
        }
    }

    /// What is announced, if anything is.
    pub(super) fn view(&self, context: &Context) -> Option<View> {
        let shown = self.shown.as_ref()?;
        Some(match &shown.what {
            Announcement::Asks { notice, doubt, only } => {
                self.question(shown, notice, *doubt, *only, context)
            }
            Announcement::Again(notice) => {
                let name = [("name", name(notice, context).into())];
                let again = self.in_words(context, |texts| texts.say(key!("usb-again"), &name));
                View::new(context.say(key!("usb-notice")))
                    .warning(again)
                    .enter(context.say(key!("usb-close")))
            }
            Announcement::Off(notices) => off(context, notices),
        })
    }

    /// May it type? Before a language was chosen this is asked in all, and shorter.
    fn question(&self, shown: &Shown, notice: &Notice, doubt: Doubt, only: bool, context: &Context) -> View {
        let mut view =
            View::new(context.say(if self.greeted { key!("usb-keyboard") } else { key!("usb-first") }))
                .strong(name(notice, context));
        view = match (&shown.question, shown.wrong) {
            (None, true) => view.warning(self.in_words(context, |texts| texts.say(key!("usb-wait"), &[]))),
            (Some(_), true) => {
                view.warning(self.in_words(context, |texts| texts.say(key!("usb-wrong"), &[])))
            }
            (_, false) if self.greeted => view.text(context.say(match doubt {
                Doubt::Later => key!("usb-why-later"),
                Doubt::Hidden => key!("usb-why-hidden"),
                Doubt::Beside => key!("usb-why-beside"),
            })),
            (_, false) => view,
        };
        let (first, digits, beware) = match only {
            true => (key!("usb-first-only"), key!("usb-digits-only"), key!("usb-beware-only")),
            false => (key!("usb-first-asks"), key!("usb-digits"), key!("usb-beware")),
        };
        view = match self.greeted {
            true => view.text(context.say(digits)),
            false => view.text(self.in_words(context, |texts| texts.say(first, &[]))),
        };
        if let Some(question) = &shown.question {
            view = view.field(question.digits(), &question.field, true);
        }
        if self.greeted {
            view = view.warning(context.say(beware));
        }
        if only { view } else { view.key(ESCAPE, context.say(key!("usb-keyboard-no"))) }
    }

    /// In the owner's language; as long as that is not chosen, in every one.
    fn in_words(&self, context: &Context, say: impl Fn(&Texts) -> String) -> String {
        match self.greeted {
            true => say(context.texts()),
            false => Texts::languages().map(|code| say(&Texts::of(code))).join("\n"),
        }
    }
}

/// A line for each device of which something stays off.
fn off(context: &Context, notices: &[Notice]) -> View {
    let line = |device: String| context.fill(key!("usb-off"), &[("device", device.into())]);
    let lines: Vec<_> = notices.iter().filter_map(|notice| in_words(notice, context)).map(line).collect();
    View::new(context.say(key!("usb-notice")))
        .text(lines.join("\n"))
        .text(context.say(key!("usb-off-text")))
        .enter(context.say(key!("usb-close")))
}

#[cfg(test)]
mod tests;
