//! What share cards, slips and the letter say to whoever holds them.

use super::*;

#[test]
fn a_cards_text_has_the_words_in_order_and_the_digits() -> Result<()> {
    let ceremony = Ceremony::of(fixtures::plan(Algorithm::Curve25519, 3, 5)?)?;
    let share = &ceremony.sealed.shares()[1];
    for paper in [Paper::A4, Paper::Letter, Paper::Receipt58, Paper::Receipt80] {
        let text = printed(&ceremony.card(2, paper)?)?.text(1)?;
        let numbered: Vec<String> =
            (1..).zip(words(&share.y)).map(|(i, word)| format!("{i} {word}")).collect();
        let from = text.find(&numbered[0]).context("no words")?;
        let read: Vec<&str> = text[from..].lines().take(24).collect();
        assert_eq!(read, numbered, "{paper:?}");
        let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        for (i, line) in (1..).zip(coldspare::backup::hexadecimal_lines(&share.y)) {
            let line: String = line.chars().filter(|c| *c != ' ').collect();
            assert!(digits.contains(&format!("{i}{line}")), "line {i} on {paper:?}");
        }
        assert!(text.contains("Share card 2 of 5") && text.contains("Any 3 of these 5 cards"), "{text}");
        for name in ["Alan Turing", "Ada Lovelace"] {
            assert!(text.contains(name), "{name} on {paper:?}");
        }
    }
    Ok(())
}

/// What a manifest says is compared with it.
#[test]
fn every_card_bears_the_fingerprint() -> Result<()> {
    let ceremony = Ceremony::of(fixtures::plan(Algorithm::Curve25519, 2, 2)?)?;
    for paper in [Paper::A4, Paper::Letter, Paper::Receipt58, Paper::Receipt80] {
        let text = printed(&ceremony.card(2, paper)?)?.text(1)?;
        let letters: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        assert!(letters.contains(&ceremony.made.identity().fingerprint()), "{paper:?}: {text}");
    }
    Ok(())
}

/// What was found on paper by people who held it.
#[test]
fn cards_and_slips_say_nothing_that_contradicts_itself_in_any_language() -> Result<()> {
    let expected = [
        (
            "en",
            [
                "What else is needed",
                "never for a telephone",
                "24 English words",
                "Page 1 of 3",
                "Page 3 of 3",
                "Primary, to use",
            ],
        ),
        (
            "de",
            [
                "Was sonst noch nötig ist",
                "nie fürs Telefon",
                "24 englischen Wörter",
                "Seite 1 von 3",
                "Seite 3 von 3",
                "Im Gebrauch",
            ],
        ),
        (
            "fr",
            [
                "Ce qu’il faut encore",
                "jamais un téléphone",
                "24 mots anglais",
                "Page 1 sur 3",
                "Page 3 sur 3",
                "En usage",
            ],
        ),
    ];
    for (language, says) in expected {
        let ceremony =
            Ceremony::of(Plan { language: language.into(), ..fixtures::plan(Algorithm::Curve25519, 2, 3)? })?;
        for paper in [Paper::A4, Paper::Letter] {
            let texts = |pages: &[Page]| -> Result<String> {
                let pdf = printed(pages)?;
                let texts = (1..=pages.len()).map(|page| pdf.text(page)).collect::<Result<Vec<_>>>()?;
                Ok(texts.join(" ").split_whitespace().collect::<Vec<_>>().join(" "))
            };
            let mut pages = ceremony.card(1, paper)?;
            let behind = ceremony.sealed.share_card(&ceremony.on(paper), 1, true)?;
            assert!(texts(&behind[..1])? != texts(&pages[..1])?, "where the backup is");
            pages.extend(ceremony.made.pin_slips(&ceremony.on(paper)));
            let text = texts(&pages)?;
            // One of the 24 words may be "primary": they are English in every language.
            let words = words(&ceremony.sealed.shares()[0].y);
            let text = words.iter().zip(1..).fold(text, |text, (word, number)| {
                let numbered: String = format!("{number} {word}");
                text.replacen(&numbered, "", 1)
            });
            for part in says {
                assert!(text.contains(part), "{part}, {language}, {paper:?}: {text}");
            }
            let here =
                ["this stick", "this folder", "diesen Stick", "diesem Ordner", "cette clé USB", "ce dossier"];
            let english = [" primary", " spare"].into_iter().filter(|_| language != "en");
            for wrong in here.into_iter().chain(english) {
                assert!(!text.contains(wrong), "{wrong}, {language}, {paper:?}: {text}");
            }
        }
    }
    Ok(())
}

#[test]
fn a_pin_slip_has_each_nitrokeys_pins() -> Result<()> {
    let ceremony = Ceremony::of(longest()?)?;
    for paper in [Paper::A4, Paper::Letter, Paper::Receipt58] {
        let pages = ceremony.made.pin_slips(&ceremony.on(paper));
        let pdf = printed(&pages)?;
        let text: String = (1..=pages.len()).map(|page| pdf.text(page)).collect::<Result<_>>()?;
        assert_eq!(text.matches("Reset code").count(), 10);
        for pins in ceremony.made.pins() {
            for pin in [&pins.pins.admin, &pins.pins.reset_code].into_iter().chain(&pins.pins.user) {
                assert!(text.contains(pin.expose_secret()), "{} on {paper:?}", pins.role);
            }
        }
    }
    Ok(())
}

/// It lies in a drawer for ten years: its owner may be ill or dead by then, and so may its trustee.
#[test]
fn a_card_says_what_to_do_when_its_owner_or_its_trustee_is_not_there() -> Result<()> {
    for (language, says) in [
        (
            "en",
            [
                "If you are not Grace Hopper",
                "Do not throw it away, do not copy it, and show it to nobody.",
                "in a closed envelope, to Ada Lovelace, or to whoever settles the affairs of Ada Lovelace.",
                "If Ada Lovelace has died, or can no longer act",
                "takes the place of Ada Lovelace in all that this card says, at the computer too.",
                "Who knows the other holders, and where the backup is:",
            ],
        ),
        (
            "de",
            [
                "Wenn Sie nicht Grace Hopper sind",
                "Werfen Sie sie nicht weg, schreiben Sie sie nicht ab, zeigen Sie sie niemandem.",
                "oder wem die Angelegenheiten von Ada Lovelace anvertraut sind.",
                "Wenn Ada Lovelace gestorben ist oder nicht mehr handeln kann",
                "an die Stelle von Ada Lovelace, auch am Rechner.",
                "Wer die anderen Karten kennt und wo die Sicherung liegt:",
            ],
        ),
        (
            "fr",
            [
                "Si vous n’êtes pas Grace Hopper",
                "Ne la jetez pas, ne la copiez pas, ne la montrez à personne.",
                "à Ada Lovelace, ou à qui règle ses affaires.",
                "Si Ada Lovelace meurt, ou ne peut plus agir",
                "remplace Ada Lovelace dans tout ce que dit cette carte, aussi à l’ordinateur.",
                "Qui connaît les autres détenteurs, et où est la sauvegarde :",
            ],
        ),
    ] {
        let plan = Plan { language: language.into(), ..fixtures::plan(Algorithm::Curve25519, 2, 3)? };
        let ceremony = Ceremony::of(plan)?;
        for paper in ALL_PAPERS {
            let pages = ceremony.card(1, paper)?;
            assert_eq!(pages.len(), if paper.height().is_some() { 3 } else { 1 });
            let text = in_one_line(&pages[..1])?;
            for said in says {
                assert!(text.contains(said), "{said}, {paper:?}: {text}");
            }
            // A receipt has no pages 'By hand', and says where else it is told.
            let elsewhere = text.contains("GUIDE.txt") && text.contains("FORMAT.md");
            assert_eq!(elsewhere, pages.len() == 1, "{language}, {paper:?}: {text}");
        }
    }
    Ok(())
}

/// 'Never copy' and 'copy the words' stood beside each other on a receipt.
#[test]
fn a_card_says_once_and_alike_when_and_how_it_may_be_copied() -> Result<()> {
    for (language, never, copies, whole) in [
        (
            "en",
            "photograph or copy",
            [
                "Copy it only if it fades, by hand, onto good paper: all that stands at its top, and",
                "all that stands above this line, and",
            ],
            "all 24 words or all four lines",
        ),
        (
            "de",
            "fotografieren oder kopieren",
            [
                "Abschreiben nur, wenn sie verblasst, von Hand auf gutes Papier: alles, was oben auf ihr steht, und",
                "alles, was über dieser Zeile steht, und",
            ],
            "alle 24 Wörter oder alle vier Zeilen",
        ),
        (
            "fr",
            "photographier ni la copier",
            [
                "Ne la copier que si elle pâlit, à la main, sur du bon papier : tout ce qui est en haut, et",
                "tout ce qui est au-dessus de cette ligne, et",
            ],
            "les 24 mots au complet ou les quatre lignes",
        ),
    ] {
        let plan = Plan { language: language.into(), ..fixtures::plan(Algorithm::Curve25519, 2, 3)? };
        let ceremony = Ceremony::of(plan)?;
        for paper in ALL_PAPERS {
            let text = in_one_line(&ceremony.card(1, paper)?[..1])?;
            assert!(!text.contains(never), "{paper:?}: {text}");
            assert!(text.contains(&format!("{} {whole}", copies[0])), "{paper:?}: {text}");
            assert_eq!(text.contains(&format!("{} {whole}", copies[1])), paper.height().is_none(), "{text}");
        }
        // The screen that a card is checked on says the same.
        let help = ceremony.texts.say(key!("check-result-help"), &[]);
        assert!(help.contains(whole), "{language}: {help}");
    }
    Ok(())
}

/// Where all cards are needed, 'any two of these two' says nothing.
#[test]
fn where_every_card_is_needed_paper_says_so() -> Result<()> {
    for (language, any, said) in [
        (
            "en",
            "any ",
            [
                "Only all 2 of these cards together",
                "Only all 2 holders together",
                "Only all 2 such cards",
                "only all 2 together",
                "only all of them together open it",
            ],
        ),
        (
            "de",
            "je ",
            [
                "Nur alle 2 Karten gemeinsam",
                "Nur alle 2 mit einer Karte",
                "Nur alle 2 Karten gemeinsam",
                "nur alle 2 gemeinsam",
                "nur alle gemeinsam öffnen sie",
            ],
        ),
        (
            "fr",
            "n’importe quelles",
            [
                "Seules ces 2 cartes ensemble",
                "Seuls les 2 détenteurs ensemble",
                "Seules les 2 cartes comme elle",
                "seules les 2 ensemble",
                "il les faut toutes",
            ],
        ),
    ] {
        let plan = Plan { language: language.into(), ..fixtures::plan(Algorithm::Curve25519, 2, 2)? };
        let ceremony = Ceremony::of(plan)?;
        let sheets = ceremony.on(Paper::A4);
        let card = in_one_line(&ceremony.sealed.share_card(&sheets, 1, false)?[..1])?;
        let letter = in_one_line(&letter(&ceremony, &sheets)?[..1])?;
        let record = in_one_line(&[ceremony.sealed.owners_record(&sheets, false, &Journal::default())])?;
        let guide = String::from_utf8(file(&ceremony, bundle::GUIDE)?.to_vec())?;
        for (text, said) in
            [(&card, said[0]), (&card, said[1]), (&letter, said[2]), (&record, said[3]), (&card, said[4])]
        {
            assert!(text.contains(said), "{said}, {language}: {text}");
        }
        let head = guide.lines().take(8).collect::<Vec<_>>().join("\n").to_lowercase();
        assert!(!head.contains(any) && head.contains(&said[3].to_lowercase()), "{language}: {head}");
        assert!(!guide.contains("{if") && !guide.contains("{end}"), "{language}");
    }
    Ok(())
}
