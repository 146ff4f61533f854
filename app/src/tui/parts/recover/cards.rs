//! Enough cards in any order. With a manifest each is compared with its list; without one every card is kept, and which
//! of them fit shows when they are tried together.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use zeroize::Zeroizing;

use super::number::{Number, Numbered};
use super::out::{Chosen, Out};
use super::state::Recovers;
use crate::backup::{Candidates, GatherError, MnemonicError, Progress, Share};
use crate::ceremony::{CeremonyError, OnPaper, Reading, Recovery};
use crate::plan::Quorum;
use crate::tui::kit::context::Context;
use crate::tui::kit::flow::{Step, StepId, StepOutcome};
use crate::tui::kit::messages::{Message, fingerprint};
use crate::tui::kit::view::View;
use crate::tui::parts::card::{Came, Mending};

/// The step.
pub(super) struct Cards {
    entry: Mending,
    /// A card whose number is still asked for.
    unnumbered: Option<Number>,
    /// Which one is to be taken out?
    out: Option<Out>,
    /// The card that came last.
    last: Option<Progress>,
    /// Words that do not fit together, and were looked at once: typed again, the other cards are to say which is wrong.
    unfit: Option<Zeroizing<String>>,
    problem: Option<Message>,
}

impl Cards {
    pub(super) fn new() -> Self {
        Cards { entry: Mending::new(), unnumbered: None, out: None, last: None, unfit: None, problem: None }
    }

    /// What came of a key, or of a search.
    fn came(&mut self, came: Came, state: &mut impl Recovers, context: &Context) {
        match came {
            Came::No => {}
            Came::Typing => self.problem = None,
            Came::Card { typed, .. } => self.typed(&typed, state, context),
            Came::Problem(message) => (self.last, self.problem) = (None, Some(message)),
            // The other cards say which of them it is.
            Came::Readings(readings) => {
                let mut ys = Zeroizing::new(Vec::with_capacity(readings.len()));
                ys.extend(readings.iter());
                self.asks_number(ys, None, state);
            }
        }
    }

    /// Without a manifest, words and digits do not say which card they are.
    fn asks_number(&mut self, ys: Zeroizing<Vec<[u8; 32]>>, near: Option<Candidates>, state: &impl Recovers) {
        let with_quorum = state.backup().is_some_and(|recovery| recovery.quorum().is_none());
        (self.unnumbered, self.last, self.problem) = (Some(Number::new(ys, near, with_quorum)), None, None);
    }

    fn typed(&mut self, typed: &Reading, state: &mut impl Recovers, context: &Context) {
        let Some(recovery) = state.backup_mut() else { return };
        match typed.on_paper() {
            Ok(OnPaper::Share(share)) => self.share(share, state, context),
            // The sheet is over by now.
            Ok(OnPaper::Part(part)) => {
                let message = context.pair(pair!("lost-cards-sheet"), &[("number", part.number.into())]);
                (self.last, self.problem) = (None, Some(message));
            }
            Ok(OnPaper::Bytes(y)) if recovery.manifest().is_some() => {
                let added = recovery.add_typed(None, None, [&*y], []);
                self.added_typed(added, typed, state, context);
            }
            Ok(OnPaper::Bytes(y)) => {
                // Of digits each line has its check.
                let near = match typed {
                    Reading::Words(_) => typed.near().ok(),
                    Reading::Code(_) | Reading::Digits(_) => None,
                };
                self.asks_number(Zeroizing::new(vec![*y]), near, state);
            }
            Err(error @ CeremonyError::Mnemonic(MnemonicError::Checksum))
                if recovery.manifest().is_none() =>
            {
                self.unfit(typed, &error, state, context);
            }
            Err(error) => self.added_typed(Err(error), typed, state, context),
        }
    }

    /// 24 words of which one is wrong, or two are swapped, and no list to compare them with. Whoever finds nothing on the
    /// card leaves it to the other cards.
    fn unfit(&mut self, typed: &Reading, error: &CeremonyError, state: &impl Recovers, context: &Context) {
        let Reading::Words(text) = typed else { return };
        if self.unfit.take_if(|before| *before == *text).is_none() {
            self.unfit = Some(text.clone());
            let message = context.message(error);
            (self.last, self.problem) =
                (None, Some(Message { now: context.say(key!("lost-cards-unfit-now")), ..message }));
        } else if let Ok(near) = typed.near() {
            let mut ys = Zeroizing::new(Vec::with_capacity(near.len()));
            ys.extend(near.iter());
            self.asks_number(ys, None, state);
        }
    }

    /// The same; if it is no card of the manifest's, one word may be another one, or two are swapped.
    fn added_typed(
        &mut self,
        added: Result<Progress, CeremonyError>,
        typed: &Reading,
        state: &mut impl Recovers,
        context: &Context,
    ) {
        let manifest = state.backup().and_then(Recovery::manifest);
        match &added {
            Err(error) if self.entry.looks_near(typed, error, manifest, context) => {}
            _ => self.added(added, state, context),
        }
    }

    fn share(&mut self, share: Share, state: &mut impl Recovers, context: &Context) {
        // Another backup may come, of its set.
        if state.backup().is_some_and(|recovery| recovery.set() != share.set) {
            state.recovering_mut().keep(share.clone());
        }
        let Some(recovery) = state.backup_mut() else { return };
        // Whoever was asked for the number of a card has scanned it.
        let is_it = |number: &Number| number.ys().contains(&share.y);
        if self.unnumbered.as_ref().is_some_and(is_it) {
            self.unnumbered = None;
        }
        let added = recovery.add(share);
        self.added(added, state, context);
    }

    /// A card was taken, or not. One whose number is still asked for waits.
    fn added(
        &mut self,
        added: Result<Progress, CeremonyError>,
        state: &mut impl Recovers,
        context: &Context,
    ) {
        match added {
            Ok(progress) => {
                (self.last, self.problem) = (Some(progress), None);
                state.has_other_cards();
            }
            Err(error) => {
                (self.last, self.problem) = (None, Some(context.message(&error)));
                // Words that are on no list are looked at once more; else another card is wanted.
                if !matches!(error, CeremonyError::Gather(_)) {
                    return;
                }
            }
        }
        self.entry.clear();
    }

    /// The number was typed, or as much of it as can be read.
    fn numbered(
        &mut self,
        x: Option<u8>,
        quorum: Option<Quorum>,
        state: &mut impl Recovers,
        context: &Context,
    ) {
        let (Some(recovery), Some(number)) = (state.backup_mut(), &mut self.unnumbered) else { return };
        let added = recovery.add_typed(x, quorum, number.ys(), number.near());
        match &added {
            Err(
                error @ (CeremonyError::NoSuchNumber { .. }
                | CeremonyError::Gather(GatherError::SameNumber { .. })),
            ) => number.refuse(context.message(error)),
            _ => {
                self.unnumbered = None;
                self.added(added, state, context);
            }
        }
    }

    fn text(recovery: &Recovery, context: &Context) -> String {
        let set = ("set", recovery.set().to_string().into());
        match recovery.quorum() {
            Some(quorum) => context.fill(
                match recovery.quorum_is_certain() {
                    true => key!("lost-cards-text"),
                    // It may be a forgery that says it.
                    false => key!("lost-cards-text-said"),
                },
                &[
                    set,
                    ("needed", quorum.needed().into()),
                    ("cards", quorum.cards().into()),
                    ("spare", quorum.spare().into()),
                    ("sayers", recovery.sayers().into()),
                ],
            ),
            None => context.fill(key!("lost-cards-text-any"), &[set]),
        }
    }

    /// The card that came last, or those that are there, and how many are missing.
    fn acknowledged(&self, view: View, recovery: &Recovery, context: &Context) -> View {
        let missing = ("missing", recovery.missing().into());
        let listed = recovery.manifest().is_some();
        if let Some(card) = self.last.and_then(|progress| progress.card) {
            let key = if listed { key!("lost-cards-thanks") } else { key!("lost-cards-kept") };
            let thanks = context.fill(key, &[("card", card.into()), missing]);
            return match listed {
                true => view.good(format!("{thanks} {}", context.say(key!("lost-cards-listed")))),
                // Nothing is there yet that it was compared with.
                false => view.strong(thanks),
            };
        }
        let cards = recovery.cards();
        if cards.0.is_empty() {
            return view;
        }
        let key = if listed { key!("lost-cards-there") } else { key!("lost-cards-here") };
        view.strong(context.fill(key, &[("card", cards.to_string().into()), missing]))
    }
}

impl<S: Recovers> Step<S> for Cards {
    fn id(&self) -> StepId {
        step!("lost-cards")
    }

    fn enter(&mut self, state: &mut S, context: &mut Context) {
        (self.last, self.unnumbered, self.out, self.unfit) = (None, None, None, None);
        self.problem.clone_from(&state.recovering().refused);
        let Some(recovery) = state.backup() else { return };
        let (set, is_new) = (recovery.set(), recovery.cards().0.is_empty());
        let (ours, others): (Vec<_>, Vec<_>) =
            std::mem::take(&mut state.recovering_mut().early).into_iter().partition(|share| share.set == set);
        ours.into_iter().for_each(|share| self.share(share, state, context));
        // Those of another set are told once.
        for share in others {
            match is_new {
                true => self.share(share, state, context),
                false => state.recovering_mut().keep(share),
            }
        }
        self.last = None;
    }

    fn view(&self, state: &S, context: &Context) -> View {
        let view = View::new(context.say(key!("lost-cards")));
        let Some(recovery) = state.backup() else { return view };
        if let Some(out) = &self.out {
            return out.view(recovery, context);
        }
        if let Some(number) = &self.unnumbered {
            let card = self.last.and_then(|progress| progress.card);
            let values = |card: u8| [("card", card.into()), ("missing", recovery.missing().into())];
            return number
                .view(context, card.map(|card| context.fill(key!("lost-cards-kept"), &values(card))))
                .problem(self.problem.as_ref());
        }
        let mut view = view.text(Self::text(recovery, context));
        let enough = recovery.missing() == 0;
        // On a small screen there is room for one of them beside 24 words.
        let short = state.recovering().refused.is_none() && (enough || self.entry.is_empty());
        if self.problem.is_none() || short {
            view = self.acknowledged(view, recovery, context);
        }
        // The cards were good by a manifest, and whoever had the stick could have signed another one.
        let good = recovery.manifest().filter(|_| self.entry.is_empty() && !recovery.cards().0.is_empty());
        if let Some(manifest) = good.filter(|_| state.recovering().refused.is_none()) {
            view = view
                .lines(vec![context.say(key!("fingerprint-compare")), fingerprint(&manifest.fingerprint)]);
        }
        if !enough || !self.entry.is_empty() || state.recovering().refused.is_some() {
            view = self.entry.view(context, view);
        }
        // While a card is typed there is room for the key that begins it anew.
        if !recovery.cards().0.is_empty() && self.entry.is_empty() {
            view = view.key("F2", context.say(key!("lost-cards-out")));
        }
        let key = match self.entry.is_empty() && recovery.can_be_tried() {
            true if enough && state.recovering().refused.is_none() => key!("key-next"),
            true => key!("lost-cards-try"),
            false => key!("entry-take"),
        };
        let enter = self.entry.enter(context).unwrap_or_else(|| context.say(key));
        view.enter(enter).problem(self.problem.as_ref())
    }

    fn key(&mut self, key: KeyEvent, state: &mut S, context: &mut Context) -> StepOutcome {
        let Some(recovery) = state.backup_mut() else { return StepOutcome::Unhandled };
        if let Some(out) = &mut self.out {
            match out.key(key, recovery, context) {
                Chosen::No => return StepOutcome::Handled,
                Chosen::None => {}
                Chosen::Code(code) => {
                    self.out = None;
                    self.typed(&code, state, context);
                    return StepOutcome::Handled;
                }
                Chosen::Card(place) => {
                    recovery.remove(place);
                    state.has_other_cards();
                    (self.last, self.problem) = (None, None);
                }
            }
            self.out = None;
            return StepOutcome::Handled;
        }
        if let Some(number) = &mut self.unnumbered {
            match number.key(key, context) {
                Numbered::No => return StepOutcome::Unhandled,
                Numbered::Typing => self.problem = None,
                Numbered::Left => (self.unnumbered, self.problem) = (None, None),
                Numbered::Card(x, quorum) => self.numbered(x, quorum, state, context),
                Numbered::Code(code) => self.typed(&code, state, context),
            }
            return StepOutcome::Handled;
        }
        if key.code == KeyCode::F(2) && !self.entry.is_busy() {
            if !recovery.cards().0.is_empty() {
                self.out = Some(Out::new());
            }
            return StepOutcome::Handled;
        }
        let can_be_tried = recovery.can_be_tried();
        match self.entry.key(key, recovery.manifest(), context) {
            Came::No if key.code == KeyCode::Enter => {
                return if can_be_tried { StepOutcome::Next } else { StepOutcome::Handled };
            }
            Came::No => return StepOutcome::Unhandled,
            came => self.came(came, state, context),
        }
        StepOutcome::Handled
    }

    fn on_event(&mut self, state: &mut S, context: &mut Context) -> StepOutcome {
        let came = self.entry.poll(context);
        self.came(came, state, context);
        StepOutcome::Unhandled
    }

    fn is_busy(&self) -> bool {
        self.entry.is_busy()
    }
}
