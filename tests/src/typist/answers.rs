//! What is typed, step by step.

use crate::words::{Words, said};

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
            Stop::new("source", &["2"]),
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
