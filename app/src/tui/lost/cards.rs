//! k cards in any order, each acknowledged or told what is wrong with it.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use zeroize::Zeroizing;

use super::super::card::{Came, Mending, Typed, unknown};
use super::super::controls::{Field, Form};
use super::super::desk::Desk;
use super::super::flow::{Move, Step};
use super::super::told::{Told, fingerprint};
use super::super::view::View;
use super::Lost;
use crate::backup::{Progress, ShareError, parse_hexadecimal, parse_words};
use crate::ceremony::{CeremonyError, Recovery, Scanned, scanned};
use crate::plan::Quorum;

/// What came of a card.
enum Taken {
    Card(Progress),
    /// Without a manifest, words and digits do not say which card they are.
    NumberNeeded(Zeroizing<[u8; 32]>),
}

/// The step.
pub(super) struct Cards {
    entry: Mending,
    /// A card whose number is still to be typed: with the quorum, if that is not known either.
    unnumbered: Option<(Zeroizing<[u8; 32]>, Form)>,
    /// The card that came last.
    last: Option<Progress>,
    problem: Option<Told>,
}

fn take(recovery: &mut Recovery, typed: &Typed) -> Result<Taken, CeremonyError> {
    let bytes = match typed {
        Typed::Code(text) => {
            return match scanned(text)? {
                Scanned::Share(share) => recovery.add(share).map(Taken::Card),
                Scanned::Part(_) => Err(ShareError::BackupPart.into()),
            };
        }
        Typed::Words(text) => parse_words(text)?,
        Typed::Digits(text) => parse_hexadecimal(text)?,
    };
    match recovery.manifest() {
        Some(_) => recovery.add_bytes(bytes).map(Taken::Card),
        None => Ok(Taken::NumberNeeded(bytes)),
    }
}

impl Cards {
    pub(super) fn new() -> Self {
        Cards { entry: Mending::new(), unnumbered: None, last: None, problem: None }
    }

    /// What came of a key, or of a search.
    fn came(&mut self, came: Came, lost: &mut Lost, desk: &Desk) {
        match came {
            Came::No => {}
            Came::Typing => self.problem = None,
            Came::Card { typed, .. } => self.typed(typed, lost, desk),
            Came::Problem(told) => (self.last, self.problem) = (None, Some(told)),
            Came::Readings(readings) => (self.last, self.problem) = (None, Some(unknown(desk, &readings))),
        }
    }

    fn typed(&mut self, typed: Typed, lost: &mut Lost, desk: &Desk) {
        let Some(recovery) = &mut lost.recovery else { return };
        match take(recovery, &typed) {
            Ok(Taken::Card(progress)) => self.taken(progress, lost),
            Ok(Taken::NumberNeeded(bytes)) => {
                let fields = if recovery.quorum().is_some() { 1 } else { 3 };
                let form = Form::new(vec![Field::new(3); fields]);
                (self.unnumbered, self.problem) = (Some((bytes, form)), None);
            }
            // One word may be another one, or two are swapped.
            Err(error @ (CeremonyError::ByHand(_) | CeremonyError::NoCard { .. }))
                if self.entry.looks_near(&typed, desk.tell(&error), recovery.manifest(), desk) => {}
            Err(error) => {
                (self.last, self.problem) = (None, Some(desk.tell(&error)));
                // Another card is wanted, and not other words of this one.
                if matches!(error, CeremonyError::Gather(_)) {
                    self.entry.clear();
                }
            }
        }
    }

    fn taken(&mut self, progress: Progress, lost: &mut Lost) {
        self.entry.clear();
        (self.last, self.unnumbered, self.problem) = (Some(progress), None, None);
        lost.forget_keys();
    }

    /// The number was typed, and how many are needed of how many.
    fn numbered(&mut self, lost: &mut Lost, desk: &Desk) {
        let (Some(recovery), Some((bytes, form))) = (&mut lost.recovery, &self.unnumbered) else { return };
        let number = |i: usize| form.text(i).parse::<u8>().ok();
        let quorum = match recovery.quorum() {
            Some(quorum) => Some(Ok(quorum)),
            None => number(1).zip(number(2)).map(|(of, needed)| Quorum::new(needed.into(), of.into())),
        };
        let told = match (number(0), quorum) {
            (Some(x), Some(Ok(quorum))) => match recovery.add_typed(x, quorum, bytes.clone()) {
                Ok(progress) => return self.taken(progress, lost),
                Err(error) => desk.tell(&error),
            },
            _ => Told { happened: desk.say("lost-number-wrong"), now: desk.say("lost-number-wrong-now") },
        };
        self.problem = Some(told);
        if let Some((_, form)) = &mut self.unnumbered {
            form.at = 0;
        }
    }

    fn number_view(&self, desk: &Desk, form: &Form) -> View {
        let labels = ["lost-number-card", "lost-number-of", "lost-number-needed"];
        let mut view = View::new(desk.say("lost-number")).text(desk.say("lost-number-text"));
        for (i, (label, field)) in labels.iter().zip(&form.fields).enumerate() {
            view = view.field(desk.say(label), field, i == form.at);
        }
        view.enter(desk.say("key-next")).problem(self.problem.as_ref())
    }

    fn text(recovery: &Recovery, desk: &Desk) -> String {
        let set = ("set", recovery.set().to_string().into());
        match recovery.quorum() {
            Some(quorum) => desk.fill(
                "lost-cards-text",
                &[set, ("needed", quorum.needed().into()), ("cards", quorum.cards().into())],
            ),
            None => desk.fill("lost-cards-text-any", &[set]),
        }
    }

    /// The card that came last, or those that are there, and how many are missing.
    fn acknowledged(&self, recovery: &Recovery, desk: &Desk) -> Option<String> {
        let missing = recovery.missing()?;
        let key = if self.last.is_some() { "lost-cards-thanks" } else { "lost-cards-there" };
        let cards = match self.last {
            Some(progress) => vec![progress.card],
            None => recovery.cards(),
        };
        let cards: Vec<_> = cards.iter().map(ToString::to_string).collect();
        let values = [("card", cards.join(", ").into()), ("missing", missing.into())];
        (!cards.is_empty()).then(|| desk.fill(key, &values))
    }
}

impl Step<Lost> for Cards {
    fn id(&self) -> &'static str {
        "lost-cards"
    }

    fn stage(&self) -> usize {
        3
    }

    fn enter(&mut self, _: &mut Lost, _: &mut Desk) {
        (self.last, self.problem, self.unnumbered) = (None, None, None);
    }

    fn view(&self, lost: &Lost, desk: &Desk) -> View {
        if let Some((_, form)) = &self.unnumbered {
            return self.number_view(desk, form);
        }
        let view = View::new(desk.say("lost-cards"));
        let Some(recovery) = &lost.recovery else { return view };
        let mut view = view.text(Self::text(recovery, desk));
        let enough = recovery.missing() == Some(0);
        // On a small screen there is room for one of them beside 24 words.
        if let Some(said) = self
            .acknowledged(recovery, desk)
            .filter(|_| self.problem.is_none() || enough || self.entry.is_empty())
        {
            view = view.good(said);
        }
        // The cards were good by a manifest, and whoever had the stick could have signed another one.
        let good = recovery.manifest().filter(|_| self.entry.is_empty() && !recovery.cards().is_empty());
        if let Some(manifest) = good {
            view = view.lines(vec![desk.say("fingerprint-compare"), fingerprint(&manifest.fingerprint)]);
        }
        if !enough || !self.entry.is_empty() {
            view = self.entry.view(desk, view);
        }
        // While a card is typed there is room for the key that begins it anew.
        if let Some(card) = recovery.cards().last().filter(|_| self.entry.is_empty()) {
            view = view.key("F2", desk.fill("lost-cards-out", &[("card", (*card).into())]));
        }
        let enter = self.entry.enter(desk);
        let enter = enter.unwrap_or_else(|| desk.say(if enough { "key-next" } else { "entry-take" }));
        view.enter(enter).problem(self.problem.as_ref())
    }

    fn key(&mut self, key: KeyEvent, lost: &mut Lost, desk: &mut Desk) -> Move {
        if let Some((_, form)) = &mut self.unnumbered {
            match key.code {
                KeyCode::Esc => (self.unnumbered, self.problem) = (None, None),
                KeyCode::Enter if form.advance() => {}
                KeyCode::Enter => self.numbered(lost, desk),
                _ if form.key(key) => {}
                _ => return Move::Stay,
            }
            return Move::Here;
        }
        let Some(recovery) = &mut lost.recovery else { return Move::Stay };
        if key.code == KeyCode::F(2) && !self.entry.is_busy() {
            if let Some(card) = recovery.cards().last() {
                recovery.remove(*card);
                lost.forget_keys();
                (self.last, self.problem) = (None, None);
            }
            return Move::Here;
        }
        let enough = recovery.missing() == Some(0);
        match self.entry.key(key, recovery.manifest(), desk) {
            Came::No if key.code == KeyCode::Enter => {
                return if enough { Move::Next } else { Move::Here };
            }
            Came::No => return Move::Stay,
            came => self.came(came, lost, desk),
        }
        Move::Here
    }

    fn look(&mut self, lost: &mut Lost, desk: &mut Desk) -> Move {
        let came = self.entry.look(desk);
        self.came(came, lost, desk);
        Move::Stay
    }

    fn is_busy(&self) -> bool {
        self.entry.is_busy()
    }
}
