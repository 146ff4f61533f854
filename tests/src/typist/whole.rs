//! The whole job in two calls: a ceremony from switching on to the farewell, and a recovery after a Nitrokey was
//! lost. Wherever it is typed, at a pseudo-terminal or before a computer, the steps are these.

use anyhow::{Result, ensure};
use coldspare::plan::Role;
use secrecy::{ExposeSecret, SecretString};

use super::{Answers, Hands, Printed, Terminal, Typist, all_met};
use crate::on_screen::{last_four, pin};
use crate::screen::Key;
use crate::words::{letters, said};

/// What somebody has after a ceremony.
#[derive(Debug)]
pub struct Done {
    /// The keys' fingerprint.
    pub fingerprint: String,
    /// The user PIN of both Nitrokeys.
    pub user_pin: SecretString,
    /// The share cards.
    pub cards: Vec<Printed>,
    /// The name of the stick with the bundle.
    pub stick: String,
    /// The number of cards that is needed.
    pub needed: usize,
}

/// A Nitrokey: which one it is for the hands, and its serial as the program shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known<'a> {
    /// Counted from 0.
    pub number: usize,
    /// Its serial.
    pub serial: &'a str,
}

/// When somebody looks on.
#[derive(Debug, Clone, Copy)]
pub enum Moment<'a> {
    /// The keys are made.
    Made,
    /// These cards are printed.
    Printed(&'a [Printed]),
    /// The rehearsal begins.
    Rehearsal,
    /// Everything is back.
    Back,
}

impl<T: Terminal> Typist<T> {
    /// The whole ceremony, from the first screen until all is written: a primary and a spare, both blank and not
    /// plugged in before. They stay plugged in, and so does the stick, which is there from the start. `meanwhile`
    /// looks on.
    ///
    /// # Errors
    /// At which step it stopped; with the screen.
    pub fn whole_ceremony(
        &mut self,
        hands: &mut impl Hands,
        answers: &Answers,
        nitrokeys: [Known<'_>; 2],
        stick: &str,
        mut meanwhile: impl FnMut(Moment<'_>) -> Result<()>,
    ) -> Result<Done> {
        let roles = ["primary", "spare"];
        self.plans(answers)?;
        for (role, nitrokey) in roles.iter().zip(nitrokeys) {
            hands.plug(nitrokey.number)?;
            self.meets(role, nitrokey.serial)?;
        }
        self.goes(&[all_met()])?;
        let keys = answers.keys();
        self.goes(&keys[..4])?;
        let fingerprint = self.fingerprint()?;
        let user_pin = self.looks_at_user_pin()?;
        meanwhile(Moment::Made)?;
        self.goes(&keys[4..])?;
        let cards = self.prints_cards(hands, answers)?;
        meanwhile(Moment::Printed(&cards))?;
        self.writes_bundle(stick)?;
        self.enter()?;
        meanwhile(Moment::Rehearsal)?;
        self.rehearses()?;
        for (role, nitrokey) in roles.iter().zip(nitrokeys) {
            self.writes(role, nitrokey.serial)?;
        }
        Ok(Done { fingerprint, user_pin, cards, stick: stick.to_owned(), needed: answers.needed.parse()? })
    }

    /// The whole recovery, from the first screen until it is at home again: the stick and scanned cards bring the
    /// keys back, the spare, which is plugged in, is proven, and a new Nitrokey is written as the primary.
    /// `meanwhile` looks on.
    ///
    /// # Errors
    /// At which step it stopped; with the screen.
    pub fn whole_recovery(
        &mut self,
        hands: &mut impl Hands,
        done: &Done,
        spare: Known<'_>,
        new: Known<'_>,
        new_pin: &SecretString,
        mut meanwhile: impl FnMut(Moment<'_>) -> Result<()>,
    ) -> Result<()> {
        self.goes_home()?;
        self.chooses("lost")?;
        for step in ["lost-left", "lost-spare", "lost-from"] {
            self.at(step)?;
            self.enter()?;
        }
        self.brings_back(&done.stick, &done.cards, done.needed)?;
        self.at("lost-way")?;
        meanwhile(Moment::Back)?;
        self.chooses("lost-way-spare")?;
        self.proves_spare(done.user_pin.expose_secret())?;
        self.at(said("write").with("role", Role::Primary))?;
        hands.unplug(spare.number)?;
        hands.plug(new.number)?;
        self.chooses(letters(new.serial))?;
        self.at("confirm")?;
        self.line(last_four(new.serial))?;
        // The backup does not hold the user PIN.
        self.at("write-user")?;
        self.line(new_pin.expose_secret())?;
        self.line(new_pin.expose_secret())?;
        self.proven(new.serial)?;
        self.learns_codes()?;
        self.at("lost-done")?;
        self.sees(letters(spare.serial))?;
        self.sees(letters(new.serial))?;
        self.chooses("lost-done-home")?;
        self.at("home").map(drop)
    }

    /// From the question for the stick until the keys are there again: its bundle, and as many scanned cards as are
    /// needed.
    ///
    /// # Errors
    /// At which step it stopped; with the screen.
    pub fn brings_back(&self, stick: &str, cards: &[Printed], needed: usize) -> Result<()> {
        self.opens(stick, cards, needed, "lost-back")
    }

    /// The same, where the step that opens it has another name.
    ///
    /// # Errors
    /// At which step it stopped; with the screen.
    pub fn opens(&self, stick: &str, cards: &[Printed], needed: usize, step: &str) -> Result<()> {
        self.at("clock")?;
        self.enter()?;
        self.at("lost-bundle")?;
        self.chooses(letters(stick))?;
        self.scans_cards(cards, needed)?;
        self.at(step)?;
        self.sees("lost-back-good")?;
        self.enter()
    }

    /// Scans as many cards as are needed, the last ones first.
    fn scans_cards(&self, cards: &[Printed], needed: usize) -> Result<()> {
        self.at("lost-cards")?;
        for (count, card) in (1..=needed).zip(cards.iter().rev()) {
            // A scanner types, and ends with Enter.
            self.line(&card.code()?)?;
            self.sees(said("lost-cards-thanks").with("card", card.x).with("missing", needed - count))?;
        }
        self.enter()
    }

    fn proves_spare(&self, user_pin: &str) -> Result<()> {
        self.at("lost-prove")?;
        self.sees("lost-prove-here")?;
        self.enter()?;
        self.sees("lost-prove-pin")?;
        self.line(user_pin)?;
        self.sees("lost-prove-good")?;
        self.enter()
    }

    /// Asks for the user PIN where the keys were made, and reads it. It is hidden again.
    ///
    /// # Errors
    /// If it was shown before, or is not shown.
    pub fn looks_at_user_pin(&self) -> Result<SecretString> {
        ensure!(pin(&self.content()).is_none(), "it was shown before it was asked for");
        self.console.key(Key::F(2))?;
        self.sees("pin-reset")?;
        let pin = self.user_pin()?;
        self.console.key(Key::F(2))?;
        self.sees("make-pins")?;
        Ok(pin)
    }
}
