//! Each tick, and each sentence that calls something good, names what that was compared with; or it is no judgement,
//! and here stands why. Whoever adds one has to say here what it is.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::house::sources;
use super::tokens::{inside, places, tokens};

/// In this order.
const LANGUAGES: [&str; 3] = ["en", "de", "fr"];

/// Words of the sentence that name it, in each language.
type Named = (&'static str, [&'static str; 3]);

const COMPARED: &[Named] = &[
    ("bundle-done", ["read back the same", "identisch zurückgelesen", "relu sans différence"]),
    ("card-other", ["as it was made", "was gemacht wurde", "ce qui a été fait"]),
    ("card-right", ["as it was made", "was gemacht wurde", "ce qui a été fait"]),
    ("card-right-all", ["what was made", "was gemacht wurde", "ce qui a été fait"]),
    ("card-right-words", ["three words", "drei Wörter", "trois mots"]),
    ("check-claims", ["its check fits", "Seine Prüfzeichen passen", "son contrôle est juste"]),
    ("check-digits", ["the check at the end of each", "Die Prüfzeichen am Ende", "le contrôle à la fin"]),
    ("check-good", ["the list on the stick", "die Liste auf dem Stick", "la liste de la clé USB"]),
    ("check-result-help", ["what was printed", "was gedruckt wurde", "ce qui a été imprimé"]),
    ("elsewhere-written", ["read back the same", "identisch zurückgelesen", "relues sans différence"]),
    (
        "forgotten-done-good",
        [
            "Nitrokey { $serial } has checked",
            "Der Nitrokey { $serial } hat",
            "La Nitrokey { $serial } a vérifié",
        ],
    ),
    ("lost-back-good", ["its public key", "seinem öffentlichen Schlüssel", "sa clé publique"]),
    ("lost-cards-listed", ["the list of the stick", "der Liste des Sticks", "la liste de la clé USB"]),
    (
        "lost-done-proven",
        ["with your public key", "Mit Ihrem öffentlichen Schlüssel", "avec votre clé publique"],
    ),
    (
        "lost-done-written",
        ["with your public key", "mit Ihrem öffentlichen Schlüssel", "avec votre clé publique"],
    ),
    ("lost-exported-good", ["read back", "zurückgelesen", "relues"]),
    ("lost-prove-good", ["your public key", "Ihrem öffentlichen Schlüssel", "votre clé publique"]),
    ("lost-prove-here", ["your public key", "Ihres öffentlichen Schlüssels", "votre clé publique"]),
    ("lost-sheet-all", ["as each of them says", "wie jeder sagt", "comme chacun le dit"]),
    ("message-whole", ["by its own check", "nach der eigenen Prüfsumme", "selon son propre contrôle"]),
    ("changes-done-text", ["the same keys", "dieselben Schlüssel", "mêmes clés"]),
    ("proven-old-mail", ["the public key", "zum öffentlichen Schlüssel", "La clé publique"]),
    ("proven-text", ["the public key", "zum öffentlichen Schlüssel", "La clé publique"]),
    ("rehearse-done", ["the same keys", "dieselben Schlüssel", "mêmes clés"]),
    ("rehearse-done-printed", ["the same keys", "dieselben Schlüssel", "mêmes clés"]),
    ("self-check-memory", ["64 MB are wanted", "64 MB nötig", "il en faut 64"]),
    ("short-way-enough", ["{ $needed } are enough", "{ $needed } genügen", "{ $needed } suffisent"]),
    ("stolen-again-new", ["the new subkeys", "die neuen Unterschlüssel", "nouvelles sous-clés"]),
    (
        "stolen-made-good",
        ["Your primary key has certified", "Ihr Hauptschlüssel hat", "Votre clé principale les a certifiées"],
    ),
    ("write-all-text", ["the public key", "zum öffentlichen Schlüssel", "la clé publique"]),
    ("yearly-nitrokeys-good", ["your public key", "Ihrem öffentlichen Schlüssel", "votre clé publique"]),
    ("yearly-paper-intro", ["compared", "verglichen", "comparé"]),
    (
        "yearly-said-card",
        ["list of set { $set } on the stick", "Liste des Kartensatzes { $set }", "liste du jeu { $set }"],
    ),
    ("yearly-said-clock", ["the day on which the backup was sealed", "Tag", "jour"]),
    ("yearly-said-clock-alone", ["by the owner", "Eigentümer", "propriétaire"]),
    ("yearly-said-expiry", ["the public key", "öffentliche Schlüssel", "clé publique"]),
    ("yearly-said-expiry-never", ["the public key", "öffentliche Schlüssel", "clé publique"]),
    ("yearly-said-image", ["what sealed the backup", "Sicherung versiegelt", "scellé la sauvegarde"]),
    ("yearly-said-nitrokey", ["the public key", "öffentlichen Schlüssel", "clé publique"]),
    ("yearly-said-nitrokey-by-owner", ["the public key", "öffentlichen Schlüssel", "clé publique"]),
    ("yearly-said-recovery", ["its public key", "seinem öffentlichen", "clé publique"]),
    ("yearly-said-stick", ["the public key", "öffentlichen Schlüssel", "clé publique"]),
];

/// No judgement, for this reason.
const NO_JUDGEMENT: &[(&str, &[&str])] = &[
    (
        "it says that something was done",
        &[
            "before-gone",
            "deal-old-printed",
            "farewell-wiped",
            "file-taken",
            "lost-done-exported",
            "lost-done-message",
            "lost-done-saved",
            "lost-done-signed",
            "make-brought",
            "make-done",
            "make-joined",
            "mix-done",
            "more-paper-booklet-done",
            "more-paper-cards-done",
            "more-paper-record-done",
            "more-paper-sheet-done",
            "more-paper-slips-done",
            "print-sheets-all-done",
            "print-sheets-file-done",
            "results-record-done",
            "revoke-done-good",
            "seal-done",
            "slip-print-done",
            "stolen-today-done",
            "stolen-today-on",
            "type-pins-kept-text",
            "vault-kept",
            "yearly-end-written",
            "yearly-report-printed",
        ],
    ),
    (
        "it says what is there, and how much of it",
        &["dice-enough", "meet-met", "self-check-cards", "self-check-no-internet", "self-check-offline"],
    ),
    ("it says what a thief has not", &["stolen-has-text"]),
    (
        "a heading, or a number of lines, each of which names it",
        &["yearly-paper-good", "yearly-report-counts"],
    ),
    (
        "paper, an idea, a beginning, or a farewell",
        &[
            "bundle-more-text",
            "handwritten-text",
            "card-fades",
            "card-never-text",
            "changes-until-help",
            "copies-help",
            "farewell",
        ],
    ),
    (
        "how good something is for something, or whether it is so at all",
        &[
            "check-bundle-without-note",
            "clock-help",
            "clock-text-old",
            "dice-help",
            "error-nitrokey-not-reset",
            "error-openpgp-revoked-beside",
            "meet-alone",
            "more-no",
            "places-again-text",
            "renew-seal-text",
            "seal-again",
            "self-check-online",
            "stolen-pin-help",
            "today-last-left",
        ],
    ),
    (
        "the right one of several, in French",
        &[
            "card-who-text",
            "check-bundle-help",
            "clock-wrong",
            "error-gather-other-set",
            "forgotten-blocked",
            "forgotten-which-help",
            "layout-left",
            "name-part-field-length",
            "short-way-text",
        ],
    ),
];

/// Ticks that get what they say by a name: in which file, by which one, and what that may be.
const BY_NAME: &[(&str, &str, &[&str])] = &[
    ("tui/flows/set_up/make", "context . say ( done )", &["make-brought", "make-done", "make-joined"]),
    ("tui/flows/stolen/back", "words", &["stolen-again-new"]),
    ("tui/flows/set_up/random", "of_what ( setup , context )", &["mix-done"]),
    ("tui/parts/paper/run", "context . fill ( said , & values )", &["card-right", "card-right-words"]),
    ("tui/parts/write/proven", "context . fill ( said , & values )", &["proven-old-mail", "proven-text"]),
    // `Mark::Good` of `ceremony/yearly/report`, whose lines are ticks themselves.
    ("tui/flows/yearly/cards", "format ! ( \"{}. {}\" , line . what , line . with )", &[]),
    ("tui/flows/yearly/sticks", "said", &[]),
    (
        "tui/parts/paper/extra_prints",
        "context . say ( * line )",
        &[
            "more-paper-booklet-done",
            "more-paper-cards-done",
            "more-paper-record-done",
            "more-paper-sheet-done",
            "more-paper-slips-done",
        ],
    ),
    // Whoever makes a sheet says it: `OneSheet::new` is a tick itself.
    ("tui/parts/paper/one_sheet", "context . say ( self . done )", &[]),
];

/// Where a tick is drawn: of `Part::Good`, of a stage that is behind, and of the computer's own font.
const DRAWN: [(&str, usize); 2] = [("machine/console/font", 3), ("tui/kit/draw", 2)];

/// The texts of the catalogue that are given there, in their order.
fn keys(all: &[String]) -> Vec<String> {
    let makers = ["key ! (", "noted ! (", "pair ! ("];
    let found = makers.iter().flat_map(|maker| places(all, maker));
    let found: BTreeSet<usize> = found.collect();
    found.iter().filter_map(|at| Some(all.get(at + 3)?.trim_matches('"').to_owned())).collect()
}

/// What the ticks of a file say: by keys, or else by a name.
fn ticks(source: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let all = tokens(source);
    let (mut by_key, mut by_name) = (BTreeSet::new(), BTreeSet::new());
    for (maker, length) in [(". good (", 3), ("Part : : Good (", 5), ("line ( texts , Good ,", 2)] {
        for at in places(&all, maker) {
            let says = inside(&all, at + length);
            match keys(says) {
                none if none.is_empty() => drop(by_name.insert(says.join(" "))),
                keys => by_key.extend(keys),
            }
        }
    }
    // What it says when the sheet is printed comes last.
    for at in places(&all, "OneSheet : : new (") {
        by_key.extend(keys(inside(&all, at + 6)).pop());
    }
    (by_key, by_name)
}

/// All texts of a language as they stand in its catalogues, by their keys; what follows a key (`.now`, `-note`) with it.
fn catalogue(language: &str) -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src/language").join(language);
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for file in fs::read_dir(folder).unwrap() {
        let mut key = String::new();
        for line in fs::read_to_string(file.unwrap().path()).unwrap().lines() {
            let begins = line.starts_with(|c: char| c.is_ascii_lowercase());
            match line.split_once(" =").filter(|_| begins) {
                Some((name, text)) => {
                    key = name.to_owned();
                    texts.insert(key.clone(), text.to_owned());
                }
                None if line.starts_with(' ') => *texts.entry(key.clone()).or_default() += line,
                None => {}
            }
        }
    }
    texts.values_mut().for_each(|text| *text = text.split_whitespace().collect::<Vec<_>>().join(" "));
    texts
}

/// Whether something is called good there.
fn calls_good(text: &str) -> bool {
    // A placeholder's name is no word.
    let words = text.replace("{ $good }", "").to_lowercase();
    let mut words = words.split(|c: char| !c.is_alphanumeric());
    let good = ["good", "gut", "gute", "guten", "guter", "gutes", "gutem", "bon", "bonne", "bons", "bonnes"];
    words.any(|word| good.contains(&word))
}

#[test]
fn each_tick_and_each_good_names_what_it_was_compared_with_or_is_no_judgement() {
    let (mut found, mut by_name, mut drawn) = (BTreeSet::new(), BTreeSet::new(), BTreeMap::new());
    for (module, source) in sources() {
        let module = module.join("/");
        let (keys, names) = ticks(&source);
        found.extend(keys);
        // Part::Good itself.
        if !["tui/kit/draw", "tui/kit/view"].contains(&module.as_str()) {
            by_name.extend(names.into_iter().map(|name| (module.clone(), name)));
        }
        let signs = tokens(&source).iter().filter(|text| text.contains(['√', '✓', '✔', '☑', '✅'])).count();
        if signs > 0 {
            drawn.insert(module, signs);
        }
    }
    let named = BY_NAME.iter().map(|(module, name, _)| ((*module).to_owned(), (*name).to_owned()));
    assert_eq!(by_name, named.collect(), "ticks that get what they say by a name");
    assert_eq!(drawn, DRAWN.map(|(module, signs)| (module.to_owned(), signs)).into(), "signs");
    found.extend(BY_NAME.iter().flat_map(|(_, _, keys)| keys.iter().map(|key| (*key).to_owned())));
    let catalogues = LANGUAGES.map(|language| (language, catalogue(language)));
    for (language, texts) in &catalogues {
        assert!(texts.len() > 1000, "{language}: {} texts", texts.len());
        found.extend(texts.iter().filter(|(_, text)| calls_good(text)).map(|(key, _)| key.clone()));
    }
    let reasons = NO_JUDGEMENT.iter().flat_map(|(_, keys)| keys.iter().copied());
    let listed: Vec<_> = COMPARED.iter().map(|(key, _)| *key).chain(reasons).collect();
    let once: BTreeSet<_> = listed.iter().map(|key| (*key).to_owned()).collect();
    assert_eq!(listed.len(), once.len(), "one stands twice");
    let of = |a: &BTreeSet<String>, b: &BTreeSet<String>| a.difference(b).cloned().collect::<Vec<_>>();
    assert_eq!(of(&found, &once), [""; 0], "what are these compared with?");
    assert_eq!(of(&once, &found), [""; 0], "these are no ticks, and call nothing good");
    let mut silent = Vec::new();
    for (key, named) in COMPARED {
        for ((language, texts), words) in catalogues.iter().zip(named) {
            // What stands below a line of the yearly check belongs to it.
            let said = [*key, &format!("{key}-note")]
                .map(|key| texts.get(key).cloned().unwrap_or_default())
                .join(" ");
            if !said.contains(words) {
                silent.push(format!("{language}: '{words}' is not in: {said}"));
            }
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

#[test]
fn a_tick_would_be_noticed_wherever_it_stands() {
    for tick in [
        "fn f() { view.good(context.say(key!(\"a\"))) }",
        "fn f() { view.text(b).good(context.fill(key!(\"a\"), &[(\"k\", 1)])).enter(key!(\"b\")) }",
        "fn f() { View::good(view, key!(\"b\")); view.part(Part::Good(context.say(key!(\"a\")))) }",
        "fn f() { line(texts, Good, noted!(\"a\"), &[]) }",
        "fn f() { OneSheet::new(key!(\"b\"), key!(\"a\")) }",
    ] {
        let (keys, _) = ticks(tick);
        assert!(keys.contains("a"), "{tick}: {keys:?}");
    }
    assert_eq!(ticks("fn f() { view.good(said) }").1, BTreeSet::from(["said".to_owned()]));
    assert_eq!(
        ticks("fn f() { view.warning(key!(\"a\")) } #[test] fn g() { view.good(b) }"),
        Default::default()
    );
    for text in ["It is good.", "Alles gut: so", "Elle est bonne", "Good: { $good }", "Good-bye"] {
        assert!(calls_good(text), "{text}");
    }
    assert!(!calls_good("{ $good } goods, Gutachten, bonsoir"));
}
