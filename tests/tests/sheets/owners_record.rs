//! The owner's record.

use super::*;

#[test]
fn the_owners_record_names_everything_but_no_secret() -> Result<()> {
    let ceremony = Ceremony::of(fixtures::plan(Algorithm::Curve25519, 3, 5)?)?;
    let serial = Serial { manufacturer: 0x000F, number: 0x0A0B_0C01 };
    let page = ceremony.sealed.owners_record(&ceremony.on(Paper::A4), false, &ceremony.written(&[serial]));
    let text = printed(&[page])?.text(1)?;
    let manifest = ceremony.sealed.manifest();
    let print = manifest.fingerprint.clone();
    for expected in ["Ada Lovelace <ada@example.org>", &serial.to_string(), "not written yet", &print[36..]] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
    let squeezed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    assert!(squeezed.contains(&print) && squeezed.contains(&manifest.set.to_string()), "{text}");
    for trustee in &ceremony.made.plan().trustees {
        assert!(text.contains(&trustee.name), "{} in {text}", trustee.name);
    }
    for pins in ceremony.made.pins() {
        assert!(!squeezed.contains(pins.pins.admin.expose_secret()));
        assert!(!squeezed.contains(pins.pins.reset_code.expose_secret()));
    }
    Ok(())
}

#[test]
fn the_owners_record_says_what_a_nitrokey_that_comes_later_takes() -> Result<()> {
    for (language, words) in [
        ("en", "3 cards: “Write another Nitrokey”. Until then keep 3 envelopes"),
        ("de", "3 Karten: „Noch einen Nitrokey beschreiben“. Bis dahin 3 Umschläge behalten"),
        ("fr", "3 cartes : « Programmer une autre Nitrokey ». Jusque-là, gardez 3 enveloppes"),
    ] {
        let plan = Plan { language: language.into(), ..fixtures::plan(Algorithm::Curve25519, 3, 5)? };
        let ceremony = Ceremony::of(plan)?;
        let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let serials = [1, 2].map(|number| Serial { manufacturer: 0x000F, number });
        for many in [0, 1, 2] {
            let journal = ceremony.written(&serials[..many]);
            let page = ceremony.sealed.owners_record(&ceremony.on(Paper::A4), false, &journal);
            let text = squeezed(&printed(&[page])?.text(1)?);
            assert_eq!(text.contains(&squeezed(words)), many < 2, "{many}: {text}");
        }
    }
    Ok(())
}

/// What the journal says of this sealed backup, and of no other of the same sitting.
#[test]
fn the_owners_record_says_what_was_done_and_when() -> Result<()> {
    let ceremony = Ceremony::of(fixtures::plan(Algorithm::Curve25519, 3, 5)?)?;
    let on_paper = |journal: &Journal| -> Result<String> {
        in_one_line(&[ceremony.sealed.owners_record(&ceremony.on(Paper::A4), false, journal)])
    };
    let other = Ceremony::of(fixtures::plan(Algorithm::Curve25519, 3, 5)?)?;
    for journal in [Journal::default(), other.all_done(5)] {
        let text = on_paper(&journal)?;
        for word in ["rehearsed", "proven on", "cards printed", "bundle written", "0F:00000001"] {
            assert!(!text.contains(word), "{word} in {text}");
        }
    }
    let day = ceremony.on(Paper::A4).texts.day(&Moment::from(SystemTime::now()).day());
    let text = on_paper(&ceremony.all_done(5))?;
    for done in [
        format!("rehearsed on {day}, from the cards as they were read"),
        format!("000F:00000001, proven on {day}"),
        "cards printed; backup sheet printed; PIN slips printed".to_owned(),
        "bundle written to a stick".to_owned(),
    ] {
        assert!(text.contains(&done), "{done} in {text}");
    }
    assert!(!text.contains("spot check"), "{text}");
    let text = on_paper(&ceremony.all_done(1))?;
    for done in ["with the cards as they were printed", "a spot check was said to be enough"] {
        assert!(text.contains(done), "{done} in {text}");
    }
    // Of the Nitrokeys that were written in one role the last one is named.
    let journal = ceremony.written(&[Serial { manufacturer: 0x000F, number: 7 }]);
    ceremony.write_down(&journal, Serial { manufacturer: 0x000F, number: 8 }, &Role::Primary);
    let text = on_paper(&journal)?;
    assert!(text.contains("000F:00000008") && !text.contains("000F:00000007"), "{text}");
    Ok(())
}

#[test]
fn the_owners_record_says_how_the_cards_were_read_back() -> Result<()> {
    for (language, spot_checked, words) in [
        (
            "en",
            "only spot-checked",
            [
                "none was read whole",
                "2 of 5 cards whole",
                "3 of 5 cards whole",
                "all 5 cards, whole",
                "note it here:",
            ],
        ),
        (
            "de",
            "nur stichprobenweise",
            [
                "keine wurde ganz gelesen",
                "2 von 5 Karten ganz",
                "3 von 5 Karten ganz",
                "alle 5 Karten, ganz",
                "hier eintragen:",
            ],
        ),
        (
            "fr",
            "par sondage seulement",
            [
                "aucune n’a été lue en entier",
                "2 cartes sur 5 en entier",
                "3 cartes sur 5 en entier",
                "les 5 cartes, en entier",
                "à noter ici",
            ],
        ),
    ] {
        let ceremony =
            Ceremony::of(Plan { language: language.into(), ..fixtures::plan(Algorithm::Curve25519, 3, 5)? })?;
        let on_paper = |journal: &Journal| -> Result<String> {
            let page = ceremony.sealed.owners_record(&ceremony.on(Paper::A4), false, journal);
            Ok(printed(&[page])?.text(1)?.split_whitespace().collect::<Vec<_>>().join(" "))
        };
        for (whole, words) in [0, 2, 3, 5].into_iter().zip(words) {
            let text = on_paper(&ceremony.read_back(whole))?;
            assert!(text.contains(words), "{whole} of 5: {text}");
            assert_eq!(text.contains(spot_checked), whole < 3, "{whole} of 5: {text}");
        }
        // Before they were read, and for cards of another set, there is room to note it.
        let other = Ceremony::of(fixtures::plan(Algorithm::Curve25519, 3, 5)?)?;
        for text in [on_paper(&Journal::default())?, on_paper(&other.read_back(5))?] {
            assert!(text.contains(words[4]) && !text.contains(spot_checked), "{text}");
        }
    }
    Ok(())
}

#[test]
fn the_owners_record_says_what_went_where_of_keys_that_were_brought_along() -> Result<()> {
    let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    for (language, words) in [
        (
            "en",
            [
                "signatures: yours, RSA 2048",
                "decryption: new, RSA 2048",
                "logins: new, RSA 2048",
                "Backup alone ElGamal",
            ],
        ),
        (
            "de",
            [
                "Unterschriften: Ihrer, RSA 2048",
                "Entschlüsselung: neu, RSA 2048",
                "Anmeldungen: neu, RSA 2048",
                "Nur Sicherung ElGamal",
            ],
        ),
        (
            "fr",
            [
                "les signatures : la vôtre, RSA 2048",
                "le déchiffrement : nouvelle, RSA 2048",
                "les connexions : nouvelle, RSA 2048",
                "Hors Nitrokey ElGamal",
            ],
        ),
    ] {
        let ceremony = Ceremony::bringing(Plan { language: language.into(), ..longest()? })?;
        for paper in [Paper::A4, Paper::Letter] {
            let pdf =
                printed(&[ceremony.sealed.owners_record(&ceremony.on(paper), false, &Journal::default())])?;
            let text = squeezed(&pdf.text(1)?);
            for said in words {
                assert!(text.contains(&squeezed(said)), "{said} in {text}");
            }
            // The last line of the page is there as well.
            for trustee in &ceremony.made.plan().trustees {
                assert!(text.contains(&squeezed(&trustee.name)), "{} in {text}", trustee.name);
            }
        }
    }
    Ok(())
}

#[test]
fn the_owners_record_says_where_the_sheet_is_and_has_room_for_where_all_lies() -> Result<()> {
    for (language, says, behind, elsewhere) in [
        (
            "en",
            [
                "The sticks with the bundle lie at",
                "A printed GUIDE.txt lies at",
                "The PIN slips lie at",
                "Who knows of all this",
                "the pages “By hand” with each card tell how",
                "If I die, or can no longer act",
            ],
            ["or the backup sheet that is with each card.", "is with each card; one more lies at"],
            ["and the stick or the backup sheet. GUIDE.txt", "The backup sheet lies at"],
        ),
        (
            "de",
            [
                "Die Sticks mit dem Bündel liegen",
                "Ein gedrucktes GUIDE.txt liegt",
                "Die PIN-Zettel liegen",
                "Wer von all dem weiß",
                "die Seiten „Von Hand“ bei jeder Karte sagen, wie",
                "Wenn ich sterbe oder nicht mehr handeln kann",
            ],
            ["oder das Sicherungsblatt bei jeder Karte.", "ist bei jeder Karte; eines mehr liegt"],
            ["den Stick oder das Sicherungsblatt. GUIDE.txt", "Das Sicherungsblatt liegt"],
        ),
        (
            "fr",
            [
                "Les clés USB avec le dossier sont à",
                "GUIDE.txt imprimé est à",
                "Les fiches PIN sont à",
                "Qui est au courant de tout cela",
                "les pages « À la main » avec chaque carte disent comment",
                "Si je meurs, ou ne peux plus agir",
            ],
            ["feuille de sauvegarde qui est avec chaque carte.", "avec chaque carte ; une de plus est à"],
            ["ou de la feuille de sauvegarde. GUIDE.txt", "La feuille de sauvegarde est à"],
        ),
    ] {
        let plan = Plan { language: language.into(), ..fixtures::plan(Algorithm::Curve25519, 3, 5)? };
        let ceremony = Ceremony::of(plan)?;
        for paper in [Paper::A4, Paper::Letter] {
            for is_behind in [false, true] {
                let record =
                    ceremony.sealed.owners_record(&ceremony.on(paper), is_behind, &Journal::default());
                let text = in_one_line(&[record])?;
                for said in says {
                    assert!(text.contains(said), "{said}, {paper:?}: {text}");
                }
                for (said, this) in
                    behind.iter().map(|s| (s, true)).chain(elsewhere.iter().map(|s| (s, false)))
                {
                    assert_eq!(
                        text.contains(said),
                        this == is_behind,
                        "{said}, {is_behind}, {paper:?}: {text}"
                    );
                }
            }
        }
        // A receipt has no page 'By hand' behind it.
        let record =
            ceremony.sealed.owners_record(&ceremony.on(Paper::Receipt80), false, &Journal::default());
        assert!(!in_one_line(&[record])?.contains(says[4]), "{language}");
    }
    Ok(())
}
