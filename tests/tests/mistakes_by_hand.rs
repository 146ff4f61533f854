//! Cards are typed in by hand, with every mistake that people make: the commands of `GUIDE.txt`, which are those of the
//! page 'By hand', name it, or show that it does not fit. In both of Debian's shells.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use coldspare::backup::sections::DEBIAN_TOOLS;
use coldspare::backup::{
    CardHash, Guide, Manifest, Moment, SetId, Share, guide, hexadecimal_lines, section, words,
};
use coldspare::plan::Quorum;
use coldspare_tests::debian;
use coldspare_tests::gnupg::GnuPg;
use coldspare_tests::hostile::{HOSTILE, forged_fields};
use tempfile::TempDir;

const SHELLS: [&str; 2] = ["bash", "dash"];
/// The golden set, 3 of 5.
const SET: &str = "630DCD29";

/// What is typed to bring cards in and join them; the last one leaves out each card in turn.
fn commands() -> Result<Vec<String>> {
    let manifest = Manifest {
        before: Vec::new(),
        sealing: 1,
        moment: Moment::parse("2026-01-01T12:00:00Z").context("no moment")?,
        program: "0.1.0".into(),
        fingerprint: "A".repeat(40),
        user_ids: vec!["Ada".into()],
        algorithm: "Ed25519, Curve25519".into(),
        sealed_backup_sha256: [0; 32],
        set: SetId::parse(SET).context("no set")?,
        quorum: Quorum::new(3, 5)?,
        cards: Vec::<CardHash>::new(),
    };
    let text = guide(&Guide {
        manifest: &manifest,
        nitrokeys: Vec::new(),
        subkeys: Vec::new(),
        expires: None,
        before: coldspare::backup::Before::Nothing,
        language: "en",
    });
    let section = section(&text, DEBIAN_TOOLS);
    let all: Vec<_> = section.lines().filter_map(|line| line.trim().strip_prefix("$ ")).collect();
    let at = |part: &str| all.iter().position(|c| c.contains(part)).with_context(|| format!("no {part}"));
    let (from, to) = (at("rm -f share.*")?, at("grep -v $s")?);
    let bring = all[from..=to].iter().filter(|command| !command.contains("zbarimg"));
    Ok(bring.map(|command| (*command).to_owned()).collect())
}

fn share(x: u8) -> Result<Share> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/v1/curve25519/shares.txt");
    let lines = fs::read_to_string(file)?;
    Ok(Share::parse(lines.lines().nth(usize::from(x) - 1).context("no such card")?)?)
}

fn code(x: u8) -> Result<String> {
    Ok(format!("{}\n", *share(x)?.to_text()))
}

fn in_words(x: u8) -> Result<String> {
    Ok(words(&share(x)?.y).join(" ") + "\n")
}

fn in_digits(x: u8) -> Result<String> {
    Ok(hexadecimal_lines(&share(x)?.y).iter().map(|line| format!("{}\n", **line)).collect())
}

/// Somebody at an offline computer, with one of its shells.
struct Heir {
    shell: &'static str,
    folder: TempDir,
}

impl Heir {
    /// With these files; `cards.txt` is there in any case.
    fn with(shell: &'static str, files: &[(&str, String)]) -> Result<Self> {
        let heir = Heir { shell, folder: tempfile::tempdir()? };
        heir.writes("cards.txt", "")?;
        files.iter().try_for_each(|(name, text)| heir.writes(name, text))?;
        Ok(heir)
    }

    fn writes(&self, name: &str, text: &str) -> Result<()> {
        Ok(fs::write(self.folder.path().join(name), text)?)
    }

    /// Types one command after the other; what is on the screen.
    fn types(&self, commands: &[String]) -> Result<String> {
        let output = Command::new(self.shell)
            .args(["-c", &format!("exec 2>&1\n{}\n", commands.join("\n"))])
            .current_dir(self.folder.path())
            .env("LC_ALL", "C.UTF-8")
            .env("PATH", debian::path())
            .stdin(Stdio::null())
            .output()?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Brings the cards in and joins them.
    fn joins(&self) -> Result<String> {
        let commands = commands()?;
        self.types(&commands[..commands.len() - 1])
    }

    /// The last command: which card is left out, if that helps.
    fn leaves_out(&self) -> Result<Option<String>> {
        let screen = self.types(&commands()?[commands()?.len() - 1..])?;
        Ok(screen.lines().find_map(|line| Some(line.strip_prefix("without ")?.to_owned())))
    }

    fn has_the_key(&self) -> Result<bool> {
        let key = fs::read(self.folder.path().join("backup-key")).unwrap_or_default();
        Ok(key == (0..32).collect::<Vec<u8>>())
    }
}

/// The digits of the set are on the screen.
fn fits(screen: &str) -> bool {
    screen.lines().any(|line| line == SET.to_lowercase())
}

/// The cards come in as this says, and give the key.
fn fit_together(files: &[(&str, String)]) -> Result<()> {
    for shell in SHELLS {
        let heir = Heir::with(shell, files)?;
        let screen = heir.joins()?;
        ensure!(fits(&screen) && heir.has_the_key()?, "{shell}: {screen}");
    }
    Ok(())
}

/// The cards come in as this says; the screen names what is wrong, and the digits of the set do not appear.
fn is_told(files: &[(&str, String)], says: &[&str]) -> Result<()> {
    for shell in SHELLS {
        let heir = Heir::with(shell, files)?;
        let screen = heir.joins()?;
        ensure!(!fits(&screen) && !heir.has_the_key()?, "{shell}: {screen}");
        for part in says {
            ensure!(screen.contains(part), "{shell}: no `{part}` in {screen}");
        }
    }
    Ok(())
}

/// With one card more than are needed, it is told which one does not fit, and the key is there.
fn is_found_with_one_more(files: &[(&str, String)], wrong: &str) -> Result<()> {
    for shell in SHELLS {
        let heir = Heir::with(shell, files)?;
        let screen = heir.joins()?;
        ensure!(!fits(&screen), "{shell}: {screen}");
        let left_out = heir.leaves_out()?;
        ensure!(left_out.as_deref() == Some(wrong), "{shell}: {left_out:?}");
        ensure!(heir.has_the_key()?, "{shell}");
    }
    Ok(())
}

#[test]
fn each_card_may_come_in_its_own_way() -> Result<()> {
    fit_together(&[("cards.txt", code(1)?), ("words.2", in_words(2)?), ("card.5", in_digits(5)?)])?;
    fit_together(&[("words.1", in_words(1)?), ("words.3", in_words(3)?), ("words.4", in_words(4)?)])
}

#[test]
fn words_are_taken_by_four_letters_in_capitals_with_numbers_and_commas() -> Result<()> {
    let shortened = |x: u8| -> Result<String> {
        Ok(words(&share(x)?.y).iter().map(|word| format!("{} ", &word[..word.len().min(4)])).collect())
    };
    let numbered: String =
        (1..).zip(words(&share(3)?.y)).map(|(i, word)| format!("{i}. {word},\r\n")).collect();
    fit_together(&[
        ("words.1", shortened(1)?),
        ("words.2", in_words(2)?.to_uppercase()),
        ("words.3", numbered),
    ])
}

#[test]
fn digits_are_taken_in_small_letters_with_other_gaps_and_a_last_line_without_its_end() -> Result<()> {
    let in_fours = in_digits(4)?.replace(' ', "").replace('\n', "\r\n");
    let without_end = in_digits(3)?.trim_end().to_owned();
    fit_together(&[("card.2", in_digits(2)?.to_lowercase()), ("card.4", in_fours), ("card.3", without_end)])
}

#[test]
fn a_wrong_digit_is_named_by_card_and_line() -> Result<()> {
    let wrong = in_digits(2)?.replacen("65626B", "65626C", 1);
    is_told(&[("cards.txt", code(1)? + &code(4)?), ("card.2", wrong)], &["card.2 line 2\n"])?;
    // The letter O is no digit.
    let letter = in_digits(2)?.replacen("090E0700", "O90E0700", 1);
    is_told(&[("cards.txt", code(1)? + &code(4)?), ("card.2", letter)], &["card.2 line 4\n"])
}

#[test]
fn a_typed_number_of_a_line_swapped_lines_and_a_missing_one_are_named() -> Result<()> {
    let others = ("cards.txt", code(1)? + &code(4)?);
    let numbered: String =
        (1..).zip(in_digits(3)?.lines()).map(|(i, line)| format!("{i} {line}\n")).collect();
    is_told(&[others.clone(), ("card.3", numbered)], &["card.3 line 1\n", "card.3 line 4\n"])?;
    let lines = in_digits(3)?;
    let mut lines: Vec<&str> = lines.lines().collect();
    lines.swap(1, 2);
    is_told(&[others.clone(), ("card.3", lines.join("\n"))], &["card.3 line 2\n", "card.3 line 3\n"])?;
    lines.swap(1, 2);
    is_told(&[others.clone(), ("card.3", lines[1..].join("\n"))], &["card.3 line 1\n"])?;
    // The last one alone is missed by nobody but the number of files.
    is_told(&[others, ("card.3", lines[..3].join("\n"))], &["share.001\nshare.004\n"])
}

#[test]
fn a_misspelt_a_swapped_and_a_missing_word_are_named_by_card() -> Result<()> {
    let others = ("cards.txt", code(1)? + &code(4)?);
    let misspelt = in_words(2)?.replacen("spoon", "spooon", 1);
    is_told(&[others.clone(), ("words.2", misspelt)], &["words.2\n", "Unable to find \"spooon\""])?;
    let first = in_words(2)?.replacen("front", "fronnt", 1);
    is_told(&[others.clone(), ("words.2", first)], &["words.2\n", "Language not detected"])?;
    let swapped = in_words(2)?.replacen("spoon steak", "steak spoon", 1);
    is_told(&[others.clone(), ("words.2", swapped)], &["words.2\n", "Failed checksum"])?;
    let missing = in_words(2)?.replacen("spoon ", "", 1);
    is_told(&[others.clone(), ("words.2", missing)], &["words.2\n", "(23)"])?;
    // 21 words can have a checksum of their own, but make no share.
    let few: String = "abandon ".repeat(20) + "admit";
    is_told(&[others, ("words.2", few)], &["share.001\nshare.004\n"])
}

#[test]
fn a_misread_code_and_one_of_another_set_are_named_by_card() -> Result<()> {
    let misread = code(2)?.replacen("LVNF", "LVNE", 1);
    is_told(&[("cards.txt", code(1)? + &misread + &code(3)?)], &["card 2\n", "share.001\nshare.003\n"])?;
    let other =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/v1/rsa2048/shares.txt"))?;
    let other = other.lines().nth(1).context("no second card")?;
    is_told(&[("cards.txt", code(1)? + other + "\n" + &code(3)?)], &["card 2\n", "share.001\nshare.003\n"])
}

/// What was not as it is printed was dropped, and nobody was told.
#[test]
fn a_line_of_a_code_is_taken_in_small_letters_with_blanks_and_with_the_ends_that_windows_makes() -> Result<()>
{
    let lines = code(1)? + &code(3)? + &code(4)?;
    let blanks = lines.lines().map(|line| format!(" {line} \t\n")).collect();
    let marked = format!("\u{feff}{}", lines.trim_end());
    for changed in [lines.to_lowercase(), lines.replace('\n', "\r\n"), blanks, marked] {
        fit_together(&[("cards.txt", changed)])?;
    }
    Ok(())
}

/// A code can bear any text, and its check is made for it: `3x` took the place of card 3, and dash's `echo` gave a
/// terminal what it obeys.
#[test]
fn no_field_of_a_forged_card_is_run_or_shown_and_true_cards_beside_it_fit() -> Result<()> {
    let forged = forged_fields(code(2)?.trim_end());
    ensure!(forged.len() == 6 * HOSTILE.len());
    let lines = code(1)? + &code(3)? + &code(4)? + &forged.concat() + "COLDSPARE1:S:\0\u{1b}[2J\n";
    for shell in SHELLS {
        let heir = Heir::with(shell, &[("cards.txt", lines.clone())])?;
        let screen = heir.joins()?;
        ensure!(fits(&screen) && heir.has_the_key()?, "{shell}: {screen:?}");
        ensure!(screen.starts_with("share.001\n") && !screen.contains('\x1B'), "{shell}: {screen:?}");
        ensure!(!heir.folder.path().join("PWNED").exists(), "{shell}: it was run");
    }
    Ok(())
}

#[test]
fn one_card_too_few_a_wrong_number_and_one_card_twice_do_not_show_the_sets_digits() -> Result<()> {
    is_told(&[("words.1", in_words(1)?), ("words.4", in_words(4)?)], &["share.001\nshare.004\n"])?;
    let two = [("words.1", in_words(1)?), ("words.4", in_words(4)?)];
    is_told(&[&two[..], &[("words.3", in_words(2)?)]].concat(), &["share.003\n"])?;
    is_told(&[&two[..], &[("words.5", in_words(4)?)]].concat(), &["share.005\n"])
}

#[test]
fn with_one_card_more_the_wrong_one_is_found_whatever_is_wrong_with_it() -> Result<()> {
    let three = [("words.1", in_words(1)?), ("card.4", in_digits(4)?), ("cards.txt", code(5)?)];
    let with = |name: &'static str, text: String| [&three[..], &[(name, text)]].concat();
    is_found_with_one_more(&with("words.3", in_words(2)?), "share.003")?;
    is_found_with_one_more(&with("card.2", in_digits(1)?), "share.002")?;
    // Words of another card whose checksum is right.
    is_found_with_one_more(&with("words.2", "abandon ".repeat(23) + "art"), "share.002")
}

/// `share.*` of the first try would be joined with those of the second.
#[test]
fn after_a_wrong_file_is_mended_what_was_left_from_before_does_no_harm() -> Result<()> {
    for shell in SHELLS {
        let two = [("words.1", in_words(1)?), ("card.4", in_digits(4)?), ("words.3", in_words(2)?)];
        let heir = Heir::with(shell, &two)?;
        ensure!(!fits(&heir.joins()?), "{shell}");
        // Under its own number; an editor leaves the old file beside it, and a share of no card lies there.
        fs::rename(heir.folder.path().join("words.3"), heir.folder.path().join("words.2"))?;
        heir.writes("words.2~", &in_words(3)?)?;
        heir.writes("card.4.old", &in_digits(3)?)?;
        heir.writes("share.007", "left from before, with 32 bytes.")?;
        let screen = heir.joins()?;
        ensure!(fits(&screen) && heir.has_the_key()?, "{shell}: {screen}");
    }
    Ok(())
}

/// Its `python3-mnemonic` is a later one than that of Debian 12.
#[test]
fn on_debian_13_the_words_come_in_and_a_swap_is_told() -> Result<()> {
    let gnupg = GnuPg::new()?.on_trixie()?;
    let swapped = in_words(2)?.replacen("spoon steak", "steak spoon", 1);
    for (second, is_right) in [(in_words(2)?, true), (swapped, false)] {
        let heir =
            Heir::with("sh", &[("words.1", in_words(1)?), ("words.2", second), ("words.3", in_words(3)?)])?;
        let commands = commands()?;
        let script = format!("exec 2>&1\n{}\n", commands[..commands.len() - 1].join("\n"));
        let typed = gnupg.command("sh").args(["-c", &script]).current_dir(heir.folder.path()).output()?;
        let screen = String::from_utf8_lossy(&typed.stdout).into_owned();
        ensure!(fits(&screen) == is_right && heir.has_the_key()? == is_right, "{screen}");
        ensure!(is_right || screen.contains("Failed checksum"), "{screen}");
    }
    Ok(())
}
