//! Somebody who types: whole ceremonies, step by step, into the program's screens, and looks what is there
//! before each key.

mod hands;
mod printed;
mod terminal;
mod whole;

use std::fmt::Write as _;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use coldspare::language::Texts;
use coldspare::plan::Role;
use secrecy::SecretString;

use crate::screen::{Console, Key, plain};
use crate::virtual_pc::VirtualPc;
use crate::words::{Words, letters, said};
pub use hands::Hands;
pub use printed::{Printed, text as text_of};
pub use terminal::Terminal;
pub use whole::{Done, Known, Moment};

/// Where the line beside the list of steps is.
const SIDE: usize = 23;

/// A step, and what is typed there.
#[derive(Debug, Clone)]
pub struct Stop {
    /// Its name, which is its title's key.
    pub title: Words,
    /// What must stand there too before it goes on: some steps work by themselves.
    pub ready: Option<Words>,
    /// What is typed, each followed by Enter.
    pub lines: Vec<String>,
}

impl Stop {
    /// A step where these lines are typed.
    pub fn new(title: impl Into<Words>, lines: &[&str]) -> Self {
        let lines = lines.iter().map(ToString::to_string).collect();
        Stop { title: title.into(), ready: None, lines }
    }

    /// A step that works until this stands there, and then only wants Enter.
    pub fn works(title: impl Into<Words>, ready: impl Into<Words>) -> Self {
        Stop { title: title.into(), ready: Some(ready.into()), lines: vec![String::new()] }
    }

    /// A step that only wants Enter.
    pub fn passed(title: impl Into<Words>) -> Self {
        Stop { title: title.into(), ready: None, lines: vec![String::new()] }
    }
}

/// What is answered in a typed plan, and for randomness.
#[derive(Debug, Clone, Copy)]
pub struct Answers {
    /// The name.
    pub name: &'static str,
    /// The address.
    pub address: &'static str,
    /// The number of the kind of keys in its list.
    pub algorithm: &'static str,
    /// Names of the people who get cards.
    pub trustees: &'static [&'static str],
    /// How many cards are needed.
    pub needed: &'static str,
    /// How many Nitrokeys.
    pub nitrokeys: &'static str,
    /// The number of the answer to 'Must it be touched?'.
    pub touch: &'static str,
    /// Rolls of dice.
    pub dice: &'static str,
}

impl Default for Answers {
    fn default() -> Self {
        Answers {
            name: "Ada Lovelace",
            address: "ada@example.org",
            algorithm: "1",
            trustees: &["Grace Hopper", "Alan Turing", "Emmy Noether"],
            needed: "2",
            nitrokeys: "2",
            touch: "1",
            dice: "3615243612541635241362514236153624513624165243615243",
        }
    }
}

impl Answers {
    /// From the self-check to the plan's summary.
    pub fn plan(&self) -> Vec<Stop> {
        let cards = self.trustees.len().to_string();
        vec![
            Stop::new("self-check", &[""]),
            Stop::new("clock", &[""]),
            Stop::new("source", &["1"]),
            Stop::new("keys", &["1"]),
            Stop::new("owner", &[self.name, self.address]),
            Stop::new("algorithm", &[self.algorithm]),
            Stop::new("expiry", &["3"]),
            Stop::new("cards", &[&cards]),
            Stop::new("needed", &[self.needed]),
            Stop::new("trustees", self.trustees),
            Stop::new("notes", &vec!["in a drawer"; self.trustees.len()]),
            Stop::new("nitrokeys", &[self.nitrokeys]),
            Stop::new("pins", &["1"]),
            Stop::new("touch", &[self.touch]),
            Stop::new("more", &["1"]),
            Stop::new("summary", &[""]),
        ]
    }

    /// From the dice to the question how the cards come to paper.
    pub fn keys(&self) -> Vec<Stop> {
        vec![
            Stop::new("dice", &[self.dice]),
            Stop::new("typing", &["as my fingers like"]),
            Stop::works("mix", "mix-done"),
            Stop::new("vault", &[""]),
            Stop::works("make", "make-done"),
        ]
    }
}

/// How the cards come to paper: by the printer, on A4, the backup behind each, which lies on two sticks; and it is sealed.
pub fn paper() -> Vec<Stop> {
    vec![
        Stop::new("paper-way", &["1"]),
        Stop::new("paper-size", &["1"]),
        Stop::new("paper-behind", &["1"]),
        Stop::new("copies", &["2"]),
        Stop::works("seal", said("seal-done").begins()),
    ]
}

/// When all Nitrokeys are met.
pub fn all_met() -> Stop {
    Stop::new("meet-all", &[""])
}

/// Somebody at the program's screen and keyboard: at a pseudo-terminal, or before a whole computer.
#[derive(Debug)]
pub struct Typist<T = Console> {
    /// Both.
    pub console: T,
    /// The language of the screens.
    texts: Texts,
}

impl Typist {
    /// Starts the program on a screen of this size.
    ///
    /// # Errors
    /// If there is no pseudo-terminal.
    pub fn start(virtual_pc: &VirtualPc, columns: u16, rows: u16) -> Result<Self> {
        Self::start_as(virtual_pc.command(), columns, rows)
    }

    /// Starts it by this command.
    ///
    /// # Errors
    /// If there is no pseudo-terminal.
    pub fn start_as(command: Command, columns: u16, rows: u16) -> Result<Self> {
        Ok(Typist::before(Console::start(command, columns, rows)?))
    }
}

impl<T: Terminal> Typist<T> {
    /// Sits down before this terminal, to read English.
    pub fn before(console: T) -> Self {
        Typist { console, texts: Texts::of("en") }
    }

    /// The screens' words.
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// These words, which the catalogue has to have.
    fn known(&self, words: impl Into<Words>) -> Result<Words> {
        let words = words.into();
        ensure!(words.are_known(&self.texts), "the catalogue has no {words}");
        Ok(words)
    }

    /// What stands there now, between the two rules and beside the list of steps, on one line.
    pub fn content(&self) -> String {
        content(&self.console.screen())
    }

    /// The same once it is drawn, and stays like that.
    pub fn settled(&self) -> String {
        loop {
            let before = self.content();
            std::thread::sleep(T::DRAWN);
            if self.content() == before {
                return before;
            }
        }
    }

    /// Waits until something can be read in what stands there, and reads it.
    fn reads<V>(&self, read: impl Fn(&str) -> Result<V>) -> Result<V> {
        let there = |screen: &str| read(&content(screen)).is_ok();
        read(&content(&self.console.wait_until("waited for something to be read", there)?))
    }

    /// Whether it is at this step just now.
    ///
    /// # Panics
    /// If there is no such text: nobody is ever at a step of that name.
    pub fn is_at(&self, step: &Words) -> bool {
        assert!(step.are_known(&self.texts), "no text of the catalogue: {step}");
        step.begin(&self.content(), &self.texts)
    }

    /// Whether this stands in what was read.
    ///
    /// # Panics
    /// If there is no such text: it would stand nowhere, for ever.
    pub fn says(&self, content: &str, words: impl Into<Words>) -> bool {
        let words = words.into();
        assert!(words.are_known(&self.texts), "no text of the catalogue: {words}");
        words.stand_in(content, &self.texts)
    }

    /// Waits until it is at this step: its name is its title's key.
    ///
    /// # Errors
    /// If that does not come; with the screen.
    pub fn at(&self, step: impl Into<Words>) -> Result<String> {
        let step = self.known(step)?;
        let there = |screen: &str| step.begin(&content(screen), &self.texts);
        Ok(content(&self.console.wait_until(&format!("waited to be at {step}"), there)?))
    }

    /// Waits until this stands there.
    ///
    /// # Errors
    /// If it does not come; with the screen.
    pub fn sees(&self, words: impl Into<Words>) -> Result<String> {
        let words = self.known(words)?;
        let there = |screen: &str| words.stand_in(&content(screen), &self.texts);
        Ok(content(&self.console.wait_until(&format!("waited to see {words}"), there)?))
    }

    /// Waits until this stands anywhere on the screen, which may have neither frame nor title.
    ///
    /// # Errors
    /// If it does not come; with the screen.
    pub fn sees_alone(&self, words: impl Into<Words>) -> Result<String> {
        let words = self.known(words)?;
        let there = |screen: &str| words.stand_in(&plain(screen), &self.texts);
        self.console.wait_until(&format!("waited to see {words}"), there)
    }

    /// Waits until one of these stands there: which.
    ///
    /// # Errors
    /// If none comes; with the screen.
    pub fn sees_one_of(&self, words: &[Words]) -> Result<usize> {
        let words = words.iter().map(|words| self.known(words)).collect::<Result<Vec<_>>>()?;
        let which = |screen: &str| {
            let content = content(screen);
            words.iter().position(|words| words.stand_in(&content, &self.texts))
        };
        let what = format!("waited to see one of {words:?}");
        let screen = self.console.wait_until(&what, |screen| which(screen).is_some())?;
        which(&screen).context("it went away")
    }

    /// Waits until the selected line has this in it.
    ///
    /// # Errors
    /// If it is not selected; with the screen.
    pub fn selected(&self, words: impl Into<Words>) -> Result<()> {
        let words = self.known(words)?;
        let there = |screen: &str| {
            inner(screen).lines().any(|row| row.contains('►') && words.stand_in(row, &self.texts))
        };
        self.console.wait_until(&format!("waited until {words} is selected"), there).map(drop)
    }

    /// Chooses the line with this in it, by its number.
    ///
    /// # Errors
    /// If there is none; with the screen.
    pub fn chooses(&self, words: impl Into<Words>) -> Result<()> {
        let words = self.known(words)?;
        let number = |screen: &str| {
            let inner = inner(screen);
            let mut rows = inner.lines().filter(|row| number_of(row).is_some());
            rows.find(|row| words.stand_in(row, &self.texts)).and_then(number_of)
        };
        let what = format!("waited for a line {words}");
        let screen = self.console.wait_until(&what, |screen| number(screen).is_some())?;
        self.console.keys(&number(&screen).context("it went away")?)?;
        self.selected(&words)?;
        self.enter()
    }

    /// Presses Enter.
    ///
    /// # Errors
    /// If the program has ended.
    pub fn enter(&self) -> Result<()> {
        self.console.key(Key::Enter)
    }

    /// Presses Esc.
    ///
    /// # Errors
    /// If the program has ended.
    pub fn esc(&self) -> Result<()> {
        self.console.key(Key::Esc)
    }

    /// Types a line, and presses Enter.
    ///
    /// # Errors
    /// If the program has ended.
    pub fn line(&self, text: &str) -> Result<()> {
        self.console.keys(text)?;
        self.enter()
    }

    /// Empties the field, as Ctrl+U does.
    ///
    /// # Errors
    /// If the program has ended.
    pub fn empties(&self) -> Result<()> {
        self.console.key(Key::Ctrl('u'))
    }

    /// Waits until it is at this step, and that is ready: what stands there.
    ///
    /// # Errors
    /// If that does not come; with the screen.
    pub fn is_ready(&self, stop: &Stop) -> Result<String> {
        let content = self.at(&stop.title)?;
        stop.ready.as_ref().map_or(Ok(content), |ready| self.sees(ready))
    }

    /// Types through these steps.
    ///
    /// # Errors
    /// At which step it stopped.
    pub fn goes(&self, stops: &[Stop]) -> Result<()> {
        for stop in stops {
            self.is_ready(stop)?;
            stop.lines.iter().try_for_each(|line| self.line(line))?;
        }
        Ok(())
    }

    /// Goes through steps where everything was typed before: by Enter alone.
    ///
    /// # Errors
    /// At which step it stopped.
    pub fn goes_again(&self, stops: &[Stop]) -> Result<()> {
        for stop in stops {
            self.is_ready(stop)?;
            stop.lines.iter().try_for_each(|_| self.enter())?;
        }
        Ok(())
    }

    /// Goes back over these steps to the first of them.
    ///
    /// # Errors
    /// At which step it stopped.
    pub fn goes_back(&self, stops: &[Stop]) -> Result<()> {
        stops.iter().rev().try_for_each(|stop| {
            self.esc()?;
            // While it works it is not left.
            self.is_ready(stop).map(drop)
        })
    }

    /// Language and keyboard as they are; then it is at home.
    ///
    /// # Errors
    /// If it does not get there.
    pub fn goes_home(&self) -> Result<()> {
        self.at("language")?;
        self.enter()?;
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
            ensure!(
                !said("pin-user").stand_in(&self.content(), &self.texts),
                "it was shown before it was asked for"
            );
            self.enter()?;
            self.sees("pin-reset")?;
            pins.push(self.user_pin()?);
            self.enter()?;
        }
        Ok(pins)
    }

    /// The user PIN that is shown.
    fn user_pin(&self) -> Result<SecretString> {
        let (content, before) = (self.settled(), self.texts.say(coldspare::key!("pin-user"), &[]));
        let pin = content.split(&before).nth(1).and_then(|rest| rest.split_whitespace().next());
        Ok(pin.context("no user PIN is shown")?.into())
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

/// The last four digits.
pub fn last_four(serial: &str) -> &str {
    serial.len().checked_sub(4).and_then(|from| serial.get(from..)).unwrap_or(serial)
}

/// The four digits that are to be typed, each alone, if there are any.
pub fn digits(screen: &str) -> Option<String> {
    let content = content(screen);
    let words: Vec<_> = content.split(' ').collect();
    let is_digit = |word: &&str| word.len() == 1 && word.bytes().all(|b| b.is_ascii_digit());
    words.windows(4).find(|window| window.iter().all(is_digit)).map(<[_]>::concat)
}

/// Which words are asked for.
///
/// # Errors
/// If it is not three.
pub fn asked(content: &str) -> Result<[usize; 3]> {
    let numbers: Vec<usize> =
        content.split(" 24 [").filter_map(|before| before.rsplit(' ').nth(1)?.parse().ok()).collect();
    numbers.try_into().ok().with_context(|| format!("not three words are asked for: {content}"))
}

/// A fingerprint of forty digits, in groups of four.
///
/// # Errors
/// If there is none.
pub fn fingerprint(content: &str) -> Result<String> {
    let groups: Vec<_> = content.split(' ').collect();
    let is_group = |group: &&str| group.len() == 4 && group.bytes().all(|b| b.is_ascii_hexdigit());
    let found = groups.windows(10).find(|window| window.iter().all(is_group));
    Ok(found.with_context(|| format!("no fingerprint: {content}"))?.concat())
}

/// The rows between the two rules, without the list of steps.
fn inner(screen: &str) -> String {
    let rows: Vec<_> = screen.lines().collect();
    let rows = rows.get(2..rows.len().saturating_sub(2)).unwrap_or_default();
    rows.iter().fold(String::new(), |mut text, row| {
        let beside = row.char_indices().nth(SIDE).filter(|(_, sign)| *sign == '│');
        let row = beside.and_then(|(at, _)| row.get(at + '│'.len_utf8()..)).unwrap_or(row);
        writeln!(text, "{}", row.trim_end_matches(['▲', '▼'])).ok();
        text
    })
}

/// What stands there, on one line.
pub fn content(screen: &str) -> String {
    plain(&inner(screen))
}

/// The number of a list's line.
fn number_of(row: &str) -> Option<String> {
    let row = row.trim_start().trim_start_matches('►').trim_start();
    let (number, rest) = row.split_once(' ')?;
    (number.bytes().all(|b| b.is_ascii_digit()) && !number.is_empty() && !rest.is_empty())
        .then(|| number.to_owned())
}
