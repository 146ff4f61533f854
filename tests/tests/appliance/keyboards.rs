//! The same keys on keyboards of several countries: what is printed on them arrives.

use anyhow::{Result, ensure};
use coldspare::key;
use coldspare_tests::qemu::{Computer, Hardware};
use coldspare_tests::screen::Key;
use coldspare_tests::trial;
use coldspare_tests::typist::{Terminal, Typist};
use coldspare_tests::words::letters;

use crate::starts::start;

/// Keys by their places on a keyboard of the United States.
const KEYS: [&str; 10] = ["q", "a", "y", "z", "m", "semicolon", "2", "shift-2", "shift-7", "slash"];

/// A keyboard's name on the screens, what is printed on [`KEYS`], more keys that are pressed, and what is to
/// arrive of these: `@`, and a letter with an accent if the keyboard has a key for the accent alone.
type Expected = (&'static str, &'static str, &'static [&'static str], &'static str);

/// As they are sold; in the order in which they are listed.
const KEYBOARDS: [Expected; 10] = [
    ("English (United States)", "qayzm;2@&/", &["shift-2"], "@"),
    ("English (United Kingdom)", "qayzm;2\"&/", &["shift-apostrophe", "shift-3"], "@£"),
    ("German", "qazymö2\"/-", &["alt_r-q", "equal", "e"], "@é"),
    ("Swiss, German", "qazymö2\"/-", &["alt_r-2", "equal", "e"], "@ê"),
    ("Swiss, French", "qazymé2\"/-", &["alt_r-2", "equal", "e"], "@ê"),
    ("French", "aqyw,mé27!", &["alt_r-0", "bracket_left", "e"], "@ê"),
    ("Belgian", "aqyw,mé27=", &["alt_r-2", "bracket_left", "e"], "@ê"),
    ("Spanish", "qayzmñ2\"/-", &["alt_r-2", "apostrophe", "a"], "@á"),
    ("Italian", "qayzmò2\"/-", &["alt_r-semicolon", "bracket_left"], "@è"),
    ("Portuguese", "qayzmç2\"/-", &["alt_r-2", "bracket_right", "a"], "@á"),
];

/// Down to the line with this on it. Digits may be elsewhere on this keyboard.
fn chooses(typist: &Typist<Computer>, text: &str) -> Result<()> {
    for _ in 0..30 {
        let rows = typist.console.settle().map(|display| coldspare_tests::qemu::letters::rows(&display))?;
        let selected = rows.iter().find_map(|row| row.trim_start().strip_prefix('►'));
        // What selects it stands before it: a digit, or a letter alone.
        let selected = selected.unwrap_or_default().trim_start().split_once(' ').map(|(_, line)| line.trim());
        if selected == Some(text) {
            return typist.enter();
        }
        typist.console.key(Key::Down)?;
    }
    anyhow::bail!("there is no line “{text}”:\n{}", typist.console.screen())
}

/// What stands in the field after the keys were pressed.
fn typed(typist: &Typist<Computer>, keys: &[&str]) -> Result<String> {
    keys.iter().try_for_each(|key| typist.console.press(key))?;
    typist.settled();
    let all = typist.settled();
    let (_, typed) = all.rsplit_once(&typist.texts().say(key!("try-field"), &[])).unwrap_or_default();
    Ok(typed.trim().trim_matches(['[', ']', ' ', '_']).to_owned())
}

#[test]
fn what_is_printed_on_the_keys_arrives() -> Result<()> {
    let typist = start(Hardware::from_stick(trial::image()?))?;
    let mut wrong = Vec::new();
    for (name, printed, more, arrives) in KEYBOARDS {
        typist.at("language")?;
        typist.enter()?;
        typist.at("layout")?;
        chooses(&typist, name)?;
        typist.at("try")?;
        let typed = typed(&typist, &[&KEYS[..], more].concat())?;
        if typed != format!("{printed}{arrives}") {
            wrong.push(format!("{name}: {typed}, not {printed}{arrives}"));
        }
        typist.enter()?;
        typist.at("home")?;
        chooses(&typist, &typist.texts().say(key!("keyboard"), &[]))?;
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

#[test]
fn no_key_is_lost_however_fast_it_is_typed() -> Result<()> {
    let typist = start(Hardware::from_stick(trial::image()?))?;
    typist.at("language")?;
    typist.enter()?;
    typist.at("layout")?;
    typist.enter()?;
    typist.at("try")?;
    let text = "the quick brown fox jumps over the lazy dog 0123456789";
    typist.console.keys(text)?;
    typist.sees(letters(text)).map(drop)
}
