//! The steps of a ceremony, from the first screen to the farewell.

use anyhow::{Context, Result, ensure};
use coldspare::plan::Role;
use secrecy::SecretString;

use super::{Answers, Hands, Printed, Terminal, Typist, paper};
use crate::on_screen::{asked, fingerprint, last_four, pin};
use crate::screen::Key;
use crate::words::{letters, said};

impl<T: Terminal> Typist<T> {
    /// Its language, and the keyboard as it is; then it is at home.
    ///
    /// # Errors
    /// If it does not get there.
    pub fn goes_home(&self) -> Result<()> {
        // The question is the same in every language.
        self.at("language")?;
        self.chooses("language-name")?;
        self.at("layout")?;
        self.enter()?;
        self.at("try")?;
        self.line("ada@x")?;
        self.at("home").map(drop)
    }

    /// From the start to the plan's summary, confirmed.
    ///
    /// # Errors
    /// If it does not get there.
    pub fn plans(&self, answers: &Answers) -> Result<()> {
        self.goes_home()?;
        self.chooses("setup")?;
        self.goes(&answers.plan())
    }

    /// Meets the Nitrokey with this serial, which is plugged in, in this role.
    ///
    /// # Errors
    /// If it is not offered.
    pub fn meets(&self, role: &str, serial: &str) -> Result<()> {
        self.at(said("meet").with("role", Role::from(role)))?;
        self.chooses(letters(serial))
    }

    /// Prints card `x`, and says which words it has. What it is for stands in `answers`.
    ///
    /// # Errors
    /// If it is not printed.
    pub fn prints_card(&self, hands: &impl Hands, answers: &Answers, x: usize) -> Result<Printed> {
        let of = answers.trustees.len();
        let name = answers.trustees.get(x - 1).context("no such card")?;
        self.at(said("card-of").with("at", x).with("of", of).with("name", *name))?;
        self.sees(said("print-card-text").begins())?;
        let before = hands.pages().len();
        self.enter()?;
        self.sees_one_of(&[said("print-card-read"), said("short-way-words")])?;
        Printed::find(hands, before, x)
    }

    /// Reads a card back whole, by its 24 words.
    ///
    /// # Errors
    /// If it is not taken for the right one.
    pub fn types_words(&self, card: &Printed) -> Result<()> {
        self.sees("print-card-read")?;
        // Four letters are enough.
        let letters = |word: &String| word.get(..4).unwrap_or(word).to_owned();
        self.line(&card.words()?.iter().map(letters).collect::<Vec<_>>().join(" "))?;
        self.sees(said("card-right").with("at", card.x)).map(drop)
    }

    /// Reads a card back whole, by its code: a scanner types, and ends with Enter.
    ///
    /// # Errors
    /// If it is not taken for the right one.
    pub fn scans(&self, card: &Printed) -> Result<()> {
        self.sees("print-card-read")?;
        self.line(&card.code()?)?;
        self.sees(said("card-right").with("at", card.x)).map(drop)
    }

    /// Chooses the short way, after reading what it means. It stays chosen.
    ///
    /// # Errors
    /// If it is not offered.
    pub fn takes_short_way(&self) -> Result<()> {
        self.sees("print-card-read")?;
        self.console.key(Key::F(3))?;
        self.sees("short-way-text")?;
        self.enter()
    }

    /// Spot-checks a card by the three words that are asked for.
    ///
    /// # Errors
    /// If they are not taken for the right ones.
    pub fn types_three_words(&self, card: &Printed) -> Result<()> {
        self.sees("short-way-words")?;
        let words = card.words()?;
        for number in self.reads(asked)? {
            let word = words.get(number - 1).context("no such word")?;
            self.line(word.get(..4).unwrap_or(word))?;
        }
        self.sees(said("card-right-words").with("at", card.x)).map(drop)
    }

    /// Prints all cards, and reads each back whole: the first is typed, the others are scanned.
    ///
    /// # Errors
    /// If one is not right.
    pub fn prints_cards(&self, hands: &impl Hands, answers: &Answers) -> Result<Vec<Printed>> {
        self.goes(&paper())?;
        let mut cards = Vec::new();
        for x in 1..=answers.trustees.len() {
            let card = self.prints_card(hands, answers, x)?;
            match x {
                1 => self.types_words(&card)?,
                _ => self.scans(&card)?,
            }
            self.enter()?;
            cards.push(card);
        }
        self.wants_no_more_paper()?;
        Ok(cards)
    }

    /// Nothing else is to be printed.
    ///
    /// # Errors
    /// If that is not asked.
    pub fn wants_no_more_paper(&self) -> Result<()> {
        self.at("more-paper")?;
        self.chooses("more-paper-go-on")
    }

    /// Writes the bundle to the stick of this name.
    ///
    /// # Errors
    /// If that does not succeed.
    pub fn writes_bundle(&self, stick: &str) -> Result<()> {
        self.at("bundle")?;
        self.chooses(letters(stick))?;
        self.sees("bundle-more-text").map(drop)
    }

    /// Writes the bundle to the stick of this name, and rehearses.
    ///
    /// # Errors
    /// If either does not succeed.
    pub fn bundles_and_rehearses(&self, stick: &str) -> Result<()> {
        self.writes_bundle(stick)?;
        self.enter()?;
        self.rehearses()
    }

    /// Rehearses, and writes down the PINs if nobody has seen them yet.
    ///
    /// # Errors
    /// If it does not succeed.
    pub fn rehearses(&self) -> Result<()> {
        self.at("rehearse")?;
        self.sees("rehearse-done")?;
        self.sees("rehearse-done-paper")?;
        self.enter()?;
        self.learns_pins().map(drop)
    }

    /// From the rehearsal to the first Nitrokey, by Enter alone: the user PINs that are shown on the way.
    ///
    /// # Errors
    /// If they are shown before Enter, or not at all.
    pub fn learns_pins(&self) -> Result<Vec<SecretString>> {
        let mut pins = Vec::new();
        let write = |role| said("write").with("role", role);
        let asked =
            [said("show-pins-text").begins(), write(Role::Primary), write(Role::SPARE), said("write-all")];
        while self.sees_one_of(&asked)? == 0 {
            ensure!(pin(&self.content()).is_none(), "it was shown before it was asked for");
            self.enter()?;
            self.sees("pin-reset")?;
            pins.push(self.user_pin()?);
            self.enter()?;
        }
        Ok(pins)
    }

    /// Behind Nitrokeys that were written from a backup: what of it is on them is shown by Enter alone.
    ///
    /// # Errors
    /// If it is not shown.
    pub fn learns_codes(&self) -> Result<()> {
        while self.sees_one_of(&[said("lost-pins-text").begins(), said("lost-done")])? == 0 {
            self.enter()?;
            self.sees("pin-reset")?;
            self.enter()?;
        }
        Ok(())
    }

    /// The user PIN that is shown.
    pub(super) fn user_pin(&self) -> Result<SecretString> {
        Ok(pin(&self.settled()).context("no user PIN is shown")?.into())
    }

    /// From the dice to the proven backup.
    ///
    /// # Errors
    /// If it does not get there.
    pub fn makes_and_proves_backup(&self, hands: &impl Hands, answers: &Answers, stick: &str) -> Result<()> {
        self.goes(&answers.keys())?;
        self.prints_cards(hands, answers)?;
        self.bundles_and_rehearses(stick)
    }

    /// Chooses the Nitrokey with this serial for the role, and confirms it by its last four digits.
    ///
    /// # Errors
    /// If it is not asked for.
    pub fn confirms(&self, role: &str, serial: &str) -> Result<()> {
        self.at(said("write").with("role", Role::from(role)))?;
        self.chooses(letters(serial))?;
        if self.sees_one_of(&[said("confirm"), said("write-erase")])? == 1 {
            // Its writing was broken off.
            self.chooses("write-erase-yes")?;
        }
        self.at("confirm")?;
        self.sees(letters(serial))?;
        self.line(last_four(serial))
    }

    /// Writes and proves it.
    ///
    /// # Errors
    /// If it is not proven.
    pub fn writes(&self, role: &str, serial: &str) -> Result<()> {
        self.confirms(role, serial)?;
        self.proven(serial)
    }

    /// Waits until it is proven, and goes on.
    ///
    /// # Errors
    /// If it is not.
    pub fn proven(&self, serial: &str) -> Result<()> {
        self.at("proven")?;
        self.sees(letters(serial))?;
        self.enter()
    }

    /// Reads the fingerprint at the end, switches off, and waits for the program's end.
    ///
    /// # Errors
    /// If it does not end well.
    pub fn ends(&mut self) -> Result<String> {
        self.at("results")?;
        let fingerprint = self.reads(fingerprint)?;
        self.enter()?;
        self.at("done")?;
        self.chooses("done-off")?;
        self.at("farewell")?;
        self.enter()?;
        self.console.ends_well()?;
        Ok(fingerprint)
    }

    /// From anywhere to the farewell.
    ///
    /// # Errors
    /// If it does not come.
    pub fn says_good_bye(&self) -> Result<()> {
        self.console.key(Key::F(10))?;
        self.chooses("off-yes")?;
        self.at("farewell").map(drop)
    }

    /// The fingerprint of the keys that were just made.
    ///
    /// # Errors
    /// If it is not shown.
    pub fn fingerprint(&self) -> Result<String> {
        self.at("make")?;
        self.sees("make-done")?;
        self.reads(fingerprint)
    }
}
