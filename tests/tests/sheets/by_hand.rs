//! The page by hand and the letter: recovering without this program.

use super::*;

/// The pages 'By hand' are all that the heirs have: its commands, and pictures of the paper.
#[test]
fn heirs_recover_by_the_commands_on_the_paper() -> Result<()> {
    let ceremony = Ceremony::of(fixtures::plan(Algorithm::Curve25519, 3, 5)?)?;
    let sheets = ceremony.on(Paper::A4);
    let mut pdfs = Vec::new();
    let mut pictures: Vec<PathBuf> = Vec::new();
    for x in [2, 4, 5] {
        // The backup sheet stands behind each card; one is enough.
        let pages = ceremony.sealed.share_card(&sheets, x, x == 4)?;
        let pdf = printed(&pages)?;
        // Pages 2 and 3 bear no code. Each other page twice: zbar misses a code now and then.
        for dpi in [200, 300] {
            let pages = pdf.pictures(dpi)?.into_iter().enumerate();
            pictures.extend(pages.filter(|(i, _)| ![1, 2].contains(i)).map(|(_, picture)| picture));
        }
        pdfs.push(pdf);
    }
    let commands = commands_on(&(pdfs[0].text(2)? + &pdfs[0].text(3)?));
    let gnupg = GnuPg::new()?;
    gnupg.types(&"the passphrase of 1 recovered key".into())?;
    let recovered = debian::recover_from_paper(commands, &pictures, &gnupg)?;
    let identity = ceremony.made.identity();
    ensure!(recovered.file("secret-key.asc")?[..] == identity.secret_armored()?[..], "another secret key");
    gnupg.shows_signing(identity)
}

#[test]
fn the_page_by_hand_has_the_guides_commands_word_for_word() -> Result<()> {
    for language in Texts::languages() {
        let mut plan = fixtures::plan(Algorithm::Curve25519, 16, 16)?;
        plan.language = language.into();
        let ceremony = Ceremony::of(plan)?;
        let folder = tempfile::tempdir()?;
        for (name, bytes) in ceremony.sealed.files() {
            std::fs::write(folder.path().join(name), bytes)?;
        }
        for paper in [Paper::A4, Paper::Letter] {
            let card = printed(&ceremony.card(7, paper)?)?;
            let pages = card.text(2)? + &card.text(3)?;
            assert_eq!(
                commands_on(&pages),
                debian::commands(folder.path(), DEBIAN_TOOLS)?,
                "{paper:?}, {language}"
            );
        }
    }
    Ok(())
}

/// Who copied a card by hand has no page of explanations; it can be printed anywhere, so it tells nobody anything.
#[test]
fn the_letter_explains_a_card_without_a_secret_and_without_a_name() -> Result<()> {
    for (language, title, quorum, not_you) in [
        ("en", "To whoever holds a share card", "Any 2 of 3 such cards", "If the card is not for you"),
        ("de", "An alle mit einer Anteilskarte", "Je 2 von 3 Karten", "Wenn die Karte nicht für Sie ist"),
        (
            "fr",
            "À qui détient une carte de partage",
            "2 sur 3 cartes comme elle",
            "Si la carte n’est pas pour vous",
        ),
    ] {
        let plan = Plan { language: language.into(), ..fixtures::plan(Algorithm::Curve25519, 2, 3)? };
        let ceremony = Ceremony::of(plan)?;
        let pdf = Pdf::of(file(&ceremony, bundle::LETTER_PDF)?)?;
        assert_eq!(pdf.pictures(72)?.len(), 3, "{language}");
        let by_hand = pdf.text(2)? + &pdf.text(3)?;
        let drawn = pdf.text(1)? + &by_hand;
        let text = String::from_utf8(file(&ceremony, bundle::LETTER_TXT)?.to_vec())?;
        let in_one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let set = ceremony.sealed.manifest().set.to_string();
        let explained =
            [key!("card-keep-text"), key!("card-who"), key!("card-not-you-text"), key!("card-others")];
        let this = [
            ("owner", ceremony.texts.say(key!("letter-owner"), &[])),
            ("whom", ceremony.texts.say(key!("letter-whom"), &[])),
        ];
        let this = this.map(|(key, value)| (key, value.into()));
        for text in [in_one_line(&drawn), in_one_line(&text)] {
            for part in [title, quorum, not_you, &format!("{} {}", &set[..4], &set[4..])] {
                assert!(text.contains(part), "{part}, {language}: {text}");
            }
            for key in explained {
                let said = ceremony.texts.say(key, &this);
                assert!(text.contains(&said), "{said}, {language}: {text}");
            }
            let plan = ceremony.made.plan();
            let names = plan.trustees.iter().flat_map(|trustee| [&trustee.name, &trustee.note]);
            for name in
                names.map(String::as_str).filter(|name| !name.is_empty()).chain(["Ada", "Lovelace", "ada@"])
            {
                assert!(!text.contains(name), "{name}, {language}: {text}");
            }
            assert!(!text.contains("{ $") && !text.contains("card-") && !text.contains("letter-"), "{text}");
            let squeezed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            for share in ceremony.sealed.shares() {
                for line in coldspare::backup::hexadecimal_lines(&share.y) {
                    assert!(!squeezed.contains(&line[..16]), "{language}: a share");
                }
                assert!(!text.contains(&words(&share.y)[..3].join(" ")), "{language}: a share");
            }
        }
        // Who has a fingerprint can look up a name.
        let print = &ceremony.sealed.manifest().fingerprint;
        let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        for text in [&drawn, &text] {
            assert!(!squeezed(text).contains(print.as_str()) && text.contains("FINGERPRINT"), "{language}");
        }
        // By hand, too, and word for word but for that.
        let folder = tempfile::tempdir()?;
        std::fs::write(folder.path().join(bundle::GUIDE), file(&ceremony, bundle::GUIDE)?)?;
        let commands = debian::commands(folder.path(), DEBIAN_TOOLS)?;
        let commands: Vec<_> =
            commands.iter().map(|command| command.replace(print.as_str(), "FINGERPRINT")).collect();
        assert_eq!(commands_on(&by_hand), commands, "{language}");
        for command in commands {
            assert!(text.contains(&format!("$ {command}\n")), "{language}: {command}");
        }
    }
    Ok(())
}
