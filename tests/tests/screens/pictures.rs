//! Pictures of screens: each is examined, what is random in it is masked, and those of one walk are kept
//! in one file.

use std::collections::HashSet;
use std::path::Path;
use std::sync::LazyLock;

use anyhow::{Context, Result, ensure};
use coldspare::language::Texts;
use coldspare::machine::clock;
use coldspare::machine::console::font;
use coldspare_tests::in_process::InProcess;
use ratatui::crossterm::event::KeyCode::{Down, Enter, F};
use regex::Regex;

use super::SERIALS;

/// What is longer than the smallest screen, by the picture's name: it scrolls.
const LONGER: [&str; 2] = ["layout", "cards"];

/// The keys of the English catalogue that could be seen for what they are.
static KEYS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src/language/en");
    let read = |entry: std::io::Result<std::fs::DirEntry>| std::fs::read_to_string(entry.unwrap().path());
    let texts: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| read(entry).unwrap()).collect();
    let keys = texts.iter().flat_map(|text| text.lines()).filter_map(|line| line.split_once(" = "));
    keys.map(|(key, _)| key.to_owned()).filter(|key| key.contains('-')).collect()
});

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap()
}

/// Something like `key-of-the-catalogue`, and what follows it.
static KEY_LIKE: LazyLock<Regex> = LazyLock::new(|| regex(r"(?-u:\b)[a-z]+(?:-[a-z0-9]+)+(\.[a-z])?"));
static TIME: LazyLock<Regex> = LazyLock::new(|| regex(r"\[ 20\d\d-\d\d-\d\d \d\d:\d\d"));
static PRINT: LazyLock<Regex> = LazyLock::new(|| regex(r"[0-9A-F]{4}(?: [0-9A-F]{4}){2,}"));
static REST: LazyLock<Regex> = LazyLock::new(|| regex(r"^ *[0-9A-F]{4}(?: [0-9A-F]{4})*(?:[ .]|$)"));
static EIGHT: LazyLock<Regex> = LazyLock::new(|| regex(r"(?-u:\b)[0-9A-F]{8}(?-u:\b)"));
static TYPED: LazyLock<Regex> = LazyLock::new(|| regex(r"\[ [a-z]{3,8}_+"));
static LABEL: LazyLock<Regex> = LazyLock::new(|| regex(r"(?s)(## (?:of|von|sur) 24 ?:) .*?\n([^\n]*\[ )"));
static PIN: LazyLock<Regex> = LazyLock::new(|| regex(r"(?-u:\b)\d{6,}(?-u:\b)"));
/// Digits to be typed, and what was typed of them.
static DIGITS: LazyLock<Regex> = LazyLock::new(|| regex(r"^ *(?:\d ){3}\d$"));
static ASKED: LazyLock<Regex> = LazyLock::new(|| regex(r"\d+( (?:of|von|sur) 24(?-u:\b))"));
/// A row of a card: nothing but numbers and words.
static ROW: LazyLock<Regex> = LazyLock::new(|| regex(r"^(?: *[×►]? *\d+(?: [a-z]{3,8} *| {2,}|$)){3,}$"));
static WORD: LazyLock<Regex> = LazyLock::new(|| regex(r"(\d+) ([a-z]{3,8})( *)"));

/// The last row of a screen, if nothing stands there.
const BLANK_ROW: &str = "\n                       │\n──";

/// The pictures of one walk.
pub(crate) struct Pictures {
    language: &'static str,
    flow: &'static str,
    text: String,
}

impl Pictures {
    pub(crate) fn new(flow: &'static str, language: &'static str) -> Self {
        Pictures { language, flow, text: String::new() }
    }

    /// A picture of what is on the screen.
    pub(crate) fn take(&mut self, in_process: &mut InProcess, name: &str) -> Result<()> {
        self.masked(in_process, name, |screen| screen)
    }

    /// The same, after something that only this screen has was masked.
    pub(crate) fn masked(
        &mut self,
        in_process: &mut InProcess,
        name: &str,
        mask: impl Fn(String) -> String,
    ) -> Result<()> {
        in_process.settle()?;
        self.examine(in_process, name)
            .with_context(|| format!("{name}, {}:\n{}", self.language, in_process.screen()))?;
        let screen = mask(self.mask(&in_process.picture()));
        self.text += &format!("━━━ {name} ━━━\n{screen}\n");
        Ok(())
    }

    /// A picture, and one of what F1 says.
    pub(crate) fn step(&mut self, in_process: &mut InProcess, name: &str) -> Result<()> {
        self.take(in_process, name)?;
        self.help(in_process, name)
    }

    /// A picture of what F1 says.
    pub(crate) fn help(&mut self, in_process: &mut InProcess, name: &str) -> Result<()> {
        in_process.key(F(1))?;
        self.take(in_process, &format!("{name}: F1"))?;
        in_process.key(Enter)
    }

    /// Pictures of the lines of a list after the selected one, and back to that.
    pub(crate) fn lines(&mut self, in_process: &mut InProcess, name: &str, many: usize) -> Result<()> {
        for line in 2..=many {
            in_process.key(Down)?;
            self.take(in_process, &format!("{name}: line {line}"))?;
        }
        in_process.key(Down)
    }

    /// Compares them with those that are kept.
    pub(crate) fn finish(self) {
        let mut settings = insta::Settings::clone_current();
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(format!("{}-{}", self.flow, self.language), self.text));
    }

    /// The same, where the line that has the cursor holds a word that was drawn by chance.
    pub(crate) fn with_word(&mut self, in_process: &mut InProcess, name: &str) -> Result<()> {
        self.masked(in_process, name, |screen| {
            let dots = |found: &regex::Captures<'_>| format!("[ ........{}", "_".repeat(found[0].len() - 10));
            // What is said of it has more lines or fewer, as the word is longer or shorter.
            let screen = LABEL.replace_all(&screen, "$1 (that word)\n$2");
            let mut screen = TYPED.replace_all(&screen, dots).into_owned();
            while screen.contains(BLANK_ROW) {
                screen = screen.replace(BLANK_ROW, "\n──");
            }
            screen
        })
    }

    /// Whether all of it is there, in words, and can be shown on a console.
    fn examine(&self, in_process: &InProcess, name: &str) -> Result<()> {
        let (fit, screen) = (in_process.app().fit(), in_process.screen());
        let longer = LONGER.iter().any(|long| name == *long || name.split(':').next() == Some(long));
        ensure!(!fit.cut, "something is cut off");
        ensure!((fit.above, fit.below) == (0, 0) || longer, "there is no room for {} rows", fit.below);
        for found in KEY_LIKE.captures_iter(&screen) {
            // A name with an ending is a file's.
            let key = &found[0];
            ensure!(found.get(1).is_some() || !KEYS.contains(key), "the words for {key} are missing");
        }
        // A shell's own braces are none of ours.
        let words = screen.replace("${GNUPGHOME:-$HOME/.gnupg}", "");
        ensure!(!words.contains(['{', '}']), "a placeholder is missing");
        let missing: String = screen.chars().filter(|c| *c != '\n' && !font::shows(*c)).collect();
        ensure!(missing.is_empty(), "the console's font has no {missing:?}");
        Ok(())
    }

    fn mask(&self, screen: &str) -> String {
        let today = Texts::of(self.language).day(&clock::write(clock::now())[..10]);
        let mut goes_on = false;
        screen
            .lines()
            .map(|line| {
                let line = line.replace(&today, "(today)");
                let (side, content) =
                    match line.split_once('│').filter(|(side, _)| side.chars().count() == 23) {
                        Some((side, content)) => (format!("{side}│"), content),
                        None => (String::new(), &*line),
                    };
                let mut content = TIME.replace(content, "[ YYYY-MM-DD HH:MM").into_owned();
                // A fingerprint goes on in the next line.
                if goes_on {
                    content = REST.replace(&content, hidden).into_owned();
                }
                goes_on = PRINT.is_match(&content);
                for pattern in [&PRINT, &EIGHT, &PIN, &DIGITS] {
                    content = pattern.replace_all(&content, hidden).into_owned();
                }
                content = ASKED.replace_all(&content, "##$1").into_owned();
                if ROW.is_match(&content) {
                    content = WORD
                        .replace_all(&content, |found: &regex::Captures<'_>| {
                            format!("{} {}", &found[1], ".".repeat(8))
                                + &" ".repeat((found[2].len() + found[3].len()).saturating_sub(8))
                        })
                        .into_owned();
                }
                format!("{side}{content}\n")
            })
            .collect()
    }
}

/// Digits that are drawn by chance; the serials of virtual Nitrokeys are not.
fn hidden(found: &regex::Captures<'_>) -> String {
    let text = &found[0];
    if SERIALS.iter().any(|serial| text.contains(&format!("{serial:08X}"))) {
        return text.to_owned();
    }
    text.chars().map(|c| if c.is_ascii_hexdigit() { 'X' } else { c }).collect()
}
