//! Where a card is to be used that lay in a drawer for years, what cannot be read of it is found: up to two words or four
//! digits that were typed as `?`, one word or digit that is not the card's, two that are swapped. The list of the cards'
//! hashes (the manifest) says which reading is the card. It is shown, and taken only after Enter.
//!
//! Where it is shown that a card can be read, nothing may be found for it: there is [`CardEntry`] alone.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use zeroize::Zeroizing;

use super::shown::grouped;
use super::{CardEntry, Entered};
use crate::backup::{Candidates, Manifest, MnemonicError, hexadecimal_lines, words};
use crate::ceremony::{CeremonyError, Reading};
use crate::tui::kit::context::Context;
use crate::tui::kit::jobs::{Job, State};
use crate::tui::kit::messages::Message;
use crate::tui::kit::view::View;
use crate::tui::parts::work::work;

/// What came of a key, or of a search.
pub(in crate::tui) enum Came {
    /// Nothing: the key is for somebody else.
    No,
    /// The key is used, and the card is not whole yet.
    Typing,
    /// A whole card; `mended`: not all of it could be read from the paper.
    Card { typed: Reading, mended: bool },
    /// What the card may say, where there is no list of the cards.
    Readings(Candidates),
    /// Nothing was found that the card may say.
    Problem(Message),
}

/// What a search found.
enum Found {
    Card(Zeroizing<[u8; 32]>),
    Nothing,
    Readings(Candidates),
}

/// A search, what it is for, and what is to be said if it finds nothing.
struct Search {
    job: Job<Result<Found, MnemonicError>, ()>,
    typed: Reading,
    otherwise: Message,
}

/// What the card most likely says.
struct Proposal {
    typed: Reading,
    /// Which words or lines, from 1, and what they are.
    places: Vec<(usize, Zeroizing<String>)>,
}

/// The control by which a card is read that is to be used.
pub(in crate::tui) struct Mending {
    entry: CardEntry,
    search: Option<Search>,
    proposal: Option<Proposal>,
    /// What was proposed for this card: whoever types that now has not read it from the paper alone.
    proposed: Option<Reading>,
}

impl Mending {
    /// With nothing typed.
    pub(in crate::tui) fn new() -> Self {
        let entry = CardEntry { open: true, ..CardEntry::new() };
        Mending { entry, search: None, proposal: None, proposed: None }
    }

    /// Wipes what was typed.
    pub(in crate::tui) fn clear(&mut self) {
        *self = Self::new();
    }

    /// Whether nothing is typed.
    pub(in crate::tui) fn is_empty(&self) -> bool {
        self.entry.is_empty()
    }

    /// Whether it is searching.
    pub(in crate::tui) fn is_busy(&self) -> bool {
        self.search.is_some()
    }

    /// A key; `manifest`: the list of the cards, if there is one.
    pub(in crate::tui) fn key(
        &mut self,
        key: KeyEvent,
        manifest: Option<&Manifest>,
        context: &Context,
    ) -> Came {
        if self.search.is_some() {
            return Came::Typing;
        }
        if let Some(proposal) = self.proposal.take_if(|_| !matches!(key.code, KeyCode::F(_))) {
            match key.code {
                KeyCode::Enter => return Came::Card { typed: proposal.typed, mended: true },
                // What was typed stays as it is.
                KeyCode::Esc => return Came::Typing,
                _ => {}
            }
        }
        match self.entry.key(key, context.at_once) {
            Entered::No => Came::No,
            Entered::Card(typed) if typed.is_open() => {
                let otherwise = context.pair(pair!("entry-open-none"), &[]);
                self.search(typed, Reading::open, otherwise, manifest, context);
                Came::Typing
            }
            Entered::Card(typed) => Came::Card { mended: self.was_proposed(&typed), typed },
            Entered::Typing => {
                if let Some(line) = self.wrong_line().filter(|_| key.code == KeyCode::Enter)
                    && manifest.is_some()
                {
                    let otherwise = context.message(&CeremonyError::from(MnemonicError::Line { line }));
                    self.search(self.entry.typed(), Reading::near, otherwise, manifest, context);
                }
                Came::Typing
            }
        }
    }

    fn was_proposed(&self, typed: &Reading) -> bool {
        let signs = |text: &str| Zeroizing::new(text.split_whitespace().collect::<String>());
        match (typed, &self.proposed) {
            (Reading::Words(typed), Some(Reading::Words(proposed)))
            | (Reading::Digits(typed), Some(Reading::Digits(proposed))) => signs(typed) == signs(proposed),
            _ => false,
        }
    }

    /// The card is none of this list, as this error says: looks whether one is that differs in one word, or by a swap. If
    /// there is none, the error is told. False if it says something else, or what was typed is no matter of reading.
    pub(in crate::tui) fn looks_near(
        &mut self,
        typed: &Reading,
        error: &CeremonyError,
        manifest: Option<&Manifest>,
        context: &Context,
    ) -> bool {
        let is_unlisted = matches!(error, CeremonyError::Mnemonic(_) | CeremonyError::NoCard { .. });
        let is_near = is_unlisted && matches!(typed, Reading::Words(_)) && manifest.is_some();
        if is_near {
            self.search(typed.clone(), Reading::near, context.message(error), manifest, context);
        }
        is_near
    }

    fn search(
        &mut self,
        typed: Reading,
        candidates: fn(&Reading) -> Result<Candidates, MnemonicError>,
        otherwise: Message,
        manifest: Option<&Manifest>,
        context: &Context,
    ) {
        let (copy, manifest) = (typed.clone(), manifest.cloned());
        let job = Job::start(&context.wake, move |_| {
            let candidates = candidates(&copy)?;
            Ok(match manifest {
                None if candidates.is_empty() => Found::Nothing,
                None => Found::Readings(candidates),
                Some(manifest) => match candidates.card_of(&manifest) {
                    Some((_, y)) => Found::Card(y),
                    None => Found::Nothing,
                },
            })
        });
        self.search = Some(Search { job, typed, otherwise });
    }

    /// The one line that is wrong, where all four are typed.
    fn wrong_line(&self) -> Option<usize> {
        let wrong = |(_, slot): &(usize, &super::Slot)| slot.is_wrong();
        let mut lines = (1..).zip(&self.entry.slots).filter(wrong);
        let all = self.entry.digits && self.entry.slots.iter().all(|slot| !slot.typed.is_empty());
        let only = lines.next().filter(|_| all && lines.next().is_none());
        only.map(|(line, _)| line)
    }

    /// Looks how far the search is.
    pub(in crate::tui) fn poll(&mut self, context: &Context) -> Came {
        let Some(search) = &mut self.search else { return Came::No };
        let state = search.job.poll();
        if matches!(state, State::Working) {
            return Came::No;
        }
        let Some(search) = self.search.take() else { return Came::No };
        match state {
            State::Working => Came::No,
            State::Panicked => Came::Problem(context.fault()),
            // What is near to a line is in it alone; where two are wrong, that was said before.
            State::Done(Ok(Found::Nothing)) | State::Done(Err(MnemonicError::Line { .. })) => {
                Came::Problem(search.otherwise)
            }
            State::Done(Err(error)) => Came::Problem(context.message(&CeremonyError::from(error))),
            State::Done(Ok(Found::Readings(candidates))) => Came::Readings(candidates),
            State::Done(Ok(Found::Card(y))) => {
                let proposal = Proposal::of(&search.typed, &y);
                self.proposed = Some(proposal.typed.clone());
                // There it is marked, and can be typed otherwise.
                if let Some((number, _)) = proposal.places.first() {
                    self.entry.go(number - 1);
                }
                self.proposal = Some(proposal);
                Came::Typing
            }
        }
    }

    /// Adds the field, what was typed so far, and what the card most likely says.
    pub(in crate::tui) fn view(&self, context: &Context, view: View) -> View {
        if let Some(search) = &self.search {
            let view = self.entry.typed_view(view);
            return view.part(work(context, context.say(key!("entry-searching")), None, &search.job));
        }
        let Some(proposal) = &self.proposal else { return self.entry.view(context, view) };
        let values = |number: usize| [("many", proposal.places.len().into()), ("number", number.into())];
        let mut all = Zeroizing::new(String::with_capacity(super::ROOM));
        for (number, said) in &proposal.places {
            if !all.is_empty() {
                all.push_str(", ");
            }
            all.push_str(&context.fill_secret(key!("entry-said"), &values(*number), ("said", said)));
        }
        let number = proposal.places.first().map_or(0, |(number, _)| *number);
        let key = if self.entry.digits { key!("entry-lines-likely") } else { key!("entry-words-likely") };
        let likely = context.fill_secret(key, &values(number), ("said", &all));
        self.entry.typed_view(view).warning(likely).text(context.say(key!("entry-likely-look")))
    }

    /// What Enter does while it proposes something.
    pub(in crate::tui) fn enter(&self, context: &Context) -> Option<String> {
        self.proposal.as_ref().map(|_| context.say(key!("entry-likely-take")))
    }
}

impl Proposal {
    fn of(typed: &Reading, y: &[u8; 32]) -> Self {
        let (is_digits, typed) = (matches!(typed, Reading::Digits(_)), typed.text());
        let mut right: Vec<Zeroizing<String>> = Vec::with_capacity(super::WORDS);
        match is_digits {
            true => right.extend(hexadecimal_lines(y).iter().map(|line| grouped(line))),
            false => right.extend(words(y).into_iter().map(|word| Zeroizing::new(word.to_owned()))),
        }
        let plain = |text: &str| Zeroizing::new(text.split_whitespace().collect::<String>());
        let pieces: Vec<_> = typed.split(if is_digits { '\n' } else { ' ' }).collect();
        let differs = |(i, right): &(usize, &Zeroizing<String>)| {
            pieces.get(i - 1).is_none_or(|typed| plain(typed) != plain(right))
        };
        let places = (1..).zip(&right).filter(differs).map(|(i, right)| (i, right.clone())).collect();
        let mut text = Zeroizing::new(String::with_capacity(super::ROOM));
        for right in &right {
            text.push_str(right);
            text.push(if is_digits { '\n' } else { ' ' });
        }
        Proposal { typed: if is_digits { Reading::Digits(text) } else { Reading::Words(text) }, places }
    }
}

/// That without a list of the cards nothing says what stands for `?`.
pub(in crate::tui) fn unknown(context: &Context, readings: &Candidates) -> Message {
    let many = [("many", readings.len().into())];
    context.pair(pair!("entry-open-alone"), &many)
}

#[cfg(test)]
mod tests;
