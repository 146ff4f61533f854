//! A thing has one name in each language: the table 'Words' of CONTRIBUTING.md says which, and which ones it is not called
//! by. Those stand in no catalogue, no GUIDE.txt and no README.txt of that language.

use std::fs;

use anyhow::{Context, Result, ensure};

use super::{LANGUAGES, here, said};

/// What a thing is not called, and in which language.
fn wrong_names(page: &str) -> Result<Vec<(String, String)>> {
    let table = page.split("\n## ").find(|part| part.starts_with("Words\n")).context("no table")?;
    let mut names = Vec::new();
    for row in table.lines().filter(|line| line.starts_with("| ")).skip(2) {
        let cells: Vec<_> = row.trim_matches('|').split('|').map(str::trim).collect();
        ensure!(cells.len() == 5 && cells.iter().take(4).all(|cell| !cell.is_empty()), "{row}");
        let not = cells.last().copied().unwrap_or_default();
        for language in not.split(';').map(str::trim).filter(|not| !not.is_empty()) {
            let (language, wrong) = language.split_once(": ").context(row.to_owned())?;
            ensure!(LANGUAGES.iter().any(|(known, _)| *known == language), "{row}");
            names.extend(wrong.split(", ").map(|name| (language.to_owned(), name.to_owned())));
        }
    }
    Ok(names)
}

/// All that is written in a language, in small letters, with one space between words.
fn written(language: &str) -> Result<String> {
    let mut all = said(language)?;
    for folder in ["guide", "readme"] {
        all += &fs::read_to_string(here("../app/src/backup").join(folder).join(format!("{language}.txt")))?;
    }
    let all = all.to_lowercase().replace('\'', "’");
    Ok(all.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whether a name stands there as whole words.
fn stands(text: &str, name: &str) -> bool {
    let (name, letter) = (name.to_lowercase(), |c: char| c.is_alphanumeric() || c == '-' || c == '/');
    text.match_indices(&name).any(|(at, _)| {
        let (before, behind) = (text.get(..at).unwrap_or(""), text.get(at + name.len()..).unwrap_or(""));
        // A command's option is no word of a language.
        !before.ends_with(letter) && !behind.starts_with(letter)
    })
}

#[test]
fn nothing_is_called_by_another_name_than_its_own() -> Result<()> {
    let names = wrong_names(&fs::read_to_string(here("../app/CONTRIBUTING.md"))?)?;
    ensure!(names.len() > 20, "only {} names were found", names.len());
    let mut found = Vec::new();
    for (language, _) in LANGUAGES {
        let text = written(language)?;
        ensure!(text.len() > 100_000, "{language}: only {} bytes were found", text.len());
        let wrong = names.iter().filter(|(of, name)| of == language && stands(&text, name));
        found.extend(wrong.map(|(_, name)| format!("{language}: {name}")));
    }
    ensure!(found.is_empty(), "{found:?}");
    Ok(())
}

/// A test that finds nothing shows nothing.
#[test]
fn a_wrong_name_is_found_where_it_is_a_word_of_its_own() -> Result<()> {
    let page = "# Page\n\n## Words\n\n| thing | en | de | fr | not |\n| --- | --- | --- | --- | --- |\n\
                | cards | set | Kartensatz | jeu | de: Satz; fr: lot, série |\n\n## Tests\n\n| a | b |\n";
    let names = wrong_names(page)?;
    let names: Vec<_> = names.iter().map(|(language, name)| (language.as_str(), name.as_str())).collect();
    ensure!(names == [("de", "Satz"), ("fr", "lot"), ("fr", "série")], "{names:?}");
    ensure!(
        stands("ein satz, zwei", "Satz") && !stands("ein kartensatz", "Satz") && !stands("satzes", "Satz")
    );
    Ok(())
}
