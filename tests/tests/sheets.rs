//! The sheets of paper, drawn by somebody else's programs and read back by other readers.

use std::path::PathBuf;
use std::time::SystemTime;

use anyhow::{Context, Result, ensure};
use coldspare::backup::{BY_HAND, BackupPart, Collector, Moment, PartError, Share, bundle, section, words};
use coldspare::ceremony::{CeremonyError, Did, Elsewhere, Journal, Made, Meeting, Recovery, Sealed, Sheet};
use coldspare::key;
use coldspare::language::Texts;
use coldspare::machine::stick::folder::{Mounted, Stick};
use coldspare::nitrokey::Serial;
use coldspare::paper::{Backup, Page, Paper, Sheets, pdf};
use coldspare::plan::{Algorithm, Plan, PrimaryKey, Quorum, Role, Trustee};
use coldspare_tests::debian;
use coldspare_tests::fixtures;
use coldspare_tests::gnupg::GnuPg;
use coldspare_tests::paper::{Pdf, pgm, read_by_both, zbarimg};
use secrecy::ExposeSecret;

/// A ceremony up to the paper.
struct Ceremony {
    made: Made,
    sealed: Sealed,
    texts: Texts,
}

impl Ceremony {
    fn of(plan: Plan) -> Result<Self> {
        let texts = Texts::of(&plan.language);
        let made = fixtures::made(plan)?;
        let sealed = fixtures::seal(&made)?;
        Ok(Ceremony { made, sealed, texts })
    }

    /// The same for keys that were brought along.
    fn bringing(plan: Plan) -> Result<Self> {
        let exported = std::fs::read("golden/keys/rsa-with-elgamal.asc")?;
        let inventory = coldspare::openpgp::inventory(&exported, None, SystemTime::now())?;
        let texts = Texts::of(&plan.language);
        let made = fixtures::bring(
            Plan { algorithm: Algorithm::Rsa2048, primary_key: PrimaryKey::SignatureSlot, ..plan },
            &inventory,
        )?;
        let sealed = fixtures::seal(&made)?;
        Ok(Ceremony { made, sealed, texts })
    }

    fn on(&self, paper: Paper) -> Sheets<'_> {
        Sheets { texts: &self.texts, paper }
    }

    /// So many cards were read back whole, the others by three words.
    fn read_back(&self, whole: u8) -> Journal {
        let (set, journal) = (self.sealed.manifest().set, Journal::default());
        let cards = self.sealed.manifest().quorum.cards();
        (1..=cards).for_each(|card| journal.note(Did::ReadBack { set, card, whole: card <= whole }));
        journal
    }

    fn write_down(&self, journal: &Journal, serial: Serial, role: &Role) {
        journal.note(Did::written_and_proven(self.made.identity(), serial, role));
    }

    /// These Nitrokeys were written, the first as the primary.
    fn written(&self, serials: &[Serial]) -> Journal {
        let journal = Journal::default();
        let roles = (0..).map(Role::nth);
        serials.iter().zip(roles).for_each(|(serial, role)| self.write_down(&journal, *serial, &role));
        journal
    }

    /// Everything was printed, written and rehearsed, and so many cards were read back whole.
    fn all_done(&self, whole: u8) -> Journal {
        let (set, journal) = (self.sealed.manifest().set, self.read_back(whole));
        let quorum = self.sealed.manifest().quorum;
        let cards = (1..=quorum.cards()).map(Sheet::Card);
        for sheet in cards.chain([Sheet::Backup, Sheet::PinSlips]) {
            journal.note(Did::printed(&self.sealed, sheet));
        }
        let from_paper = whole >= quorum.needed();
        journal.note(Did::written(&self.sealed));
        journal.note(Did::rehearsed(&self.sealed, from_paper));
        if !from_paper {
            journal.note(Did::SpotCheckIsEnough { set });
        }
        for (role, number) in self.made.plan().roles().iter().zip(1..) {
            self.write_down(&journal, Serial { manufacturer: 0x000F, number }, role);
        }
        journal
    }

    fn card(&self, x: u8, paper: Paper) -> Result<Vec<Page>> {
        Ok(self.sealed.share_card(&self.on(paper), x, false)?)
    }
}

fn printed(pages: &[Page]) -> Result<Pdf> {
    Pdf::of(&pdf(pages)?)
}

/// A plan whose every text is as long as it may be, in three alphabets.
fn longest() -> Result<Plan> {
    let mut plan = fixtures::plan(Algorithm::Curve25519, 16, 16)?;
    let long = |text: &str, length: usize| -> String { text.chars().cycle().take(length).collect() };
    plan.user_ids = vec![format!("{} <ada@example.org>", long("Ада Лавлейс Àéîõü Ωμέγα ", 59).trim_end())];
    plan.user_ids.extend(
        (0..60).map(|i| format!("{} <ada@{i}.example.org>", long("Ada of many names ", 99).trim_end())),
    );
    plan.nitrokeys = 10;
    plan.trustees = (0..16)
        .map(|i| Trustee {
            name: long(["Wolfeschlegelsteinhausen", "Ольга Łukasz Ó Súilleabháin ", "Mme de "][i % 3], 60),
            note: long("Straße des 17. Juni, Ящик 7, μικρό χρηματοκιβώτιο ", 200),
        })
        .collect();
    Ok(plan.checked()?)
}

/// The same of the widest letter that can be printed, without a blank; the owner's name as long as a user id may be.
fn widest() -> Result<Plan> {
    let mut plan = longest()?;
    plan.user_ids[0] = format!("{} <ada@example.org>", "Щ".repeat(181));
    for trustee in &mut plan.trustees {
        (trustee.name, trustee.note) = ("Щ".repeat(60), "Щ".repeat(200));
    }
    Ok(plan.checked()?)
}

#[test]
fn every_card_is_read_from_a_picture_on_both_papers_for_every_quorum() -> Result<()> {
    let quorums: Vec<(u8, u8)> = if coldspare_tests::all() {
        (2..=16).flat_map(|n| [(2, n), (n, n)]).collect()
    } else {
        vec![(2, 2), (3, 5), (16, 16)]
    };
    for (needed, cards) in quorums {
        let ceremony = Ceremony::of(fixtures::plan(Algorithm::Curve25519, needed, cards)?)?;
        for paper in [Paper::A4, Paper::Letter] {
            for share in ceremony.sealed.shares() {
                let front = printed(&ceremony.card(share.x, paper)?[..1])?;
                let mut read = read_by_both(&front.pictures(150)?[0])?;
                if read.is_empty() {
                    // zbar misses a code now and then.
                    read = read_by_both(&front.pictures(200)?[0])?;
                }
                assert_eq!(read, [share.to_text().as_str()], "card {} of {cards}, {paper:?}", share.x);
            }
        }
    }
    Ok(())
}

#[test]
fn from_paper_alone_every_algorithm_comes_back() -> Result<()> {
    for (i, algorithm) in Algorithm::ALL.iter().enumerate() {
        let ceremony = Ceremony::of(fixtures::plan(*algorithm, 2, 3)?)?;
        let paper = if i % 2 == 0 { Paper::A4 } else { Paper::Letter };
        let sheet = ceremony.sealed.backup_sheet(&ceremony.on(paper))?;
        if *algorithm == Algorithm::Curve25519 {
            assert_eq!(sheet.len(), 1, "one page");
        }
        let mut parts = Collector::default();
        let sheet = printed(&sheet)?;
        // zbar misses a code now and then; whoever scans then takes another picture.
        for dpi in [300, 200] {
            for picture in sheet.pictures(dpi)? {
                for code in read_by_both(&picture)? {
                    parts.add(BackupPart::parse(&code)?)?;
                }
            }
        }
        assert_eq!(parts.missing(), 0, "{algorithm} on {paper:?}");
        let mut recovery = Recovery::from_sheet(&parts)?;
        for x in [3, 1] {
            let front = printed(&ceremony.card(x, paper)?[..1])?;
            let code = [150, 200].into_iter().find_map(|dpi| {
                let picture = front.pictures(dpi).ok()?.pop()?;
                read_by_both(&picture).ok()?.pop()
            });
            recovery.add(Share::parse(&code.context("no code")?)?)?;
        }
        let back = recovery.recover()?;
        assert_eq!(back.identity().fingerprint(), ceremony.made.identity().fingerprint());
    }
    Ok(())
}

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

/// The commands of a page's text, each with the lines on which it goes on.
fn commands_on(text: &str) -> Vec<String> {
    let mut commands: Vec<String> = Vec::new();
    // A page begins with a form feed.
    let mut lines = text.lines().map(|line| line.trim_start_matches('\u{c}')).peekable();
    while let Some(line) = lines.next() {
        let Some(command) = line.strip_prefix("$ ") else { continue };
        let mut command = command.trim_end().to_owned();
        // A paragraph begins with a capital letter, not with a word in capitals, or with `b)`.
        let goes_on = |line: &&str| {
            let mut letters = line.chars();
            let begins = letters.next().is_some_and(char::is_uppercase)
                && !letters.next().is_some_and(char::is_uppercase);
            !begins && !line.starts_with("$ ") && line.as_bytes().get(1) != Some(&b')')
        };
        while let Some(rest) = lines.next_if(goes_on) {
            command = format!("{command} {}", rest.trim());
        }
        commands.push(command);
    }
    commands
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
            assert_eq!(commands_on(&pages), debian::commands(folder.path(), 4)?, "{paper:?}, {language}");
        }
    }
    Ok(())
}

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

#[test]
fn nothing_overlaps_and_nothing_stands_in_the_margin() -> Result<()> {
    /// Printers do not reach the outer 5 mm; the sheets keep to a wider margin, in millimetres.
    const UNPRINTED: f64 = 9.0;
    let mut ceremonies = vec![Ceremony::of(fixtures::plan(Algorithm::Curve25519, 3, 5)?)?];
    for language in Texts::languages() {
        let plan = Plan { language: language.into(), ..longest()? };
        ceremonies.push(Ceremony::of(plan.clone())?);
        ceremonies.push(Ceremony::bringing(plan)?);
        ceremonies.push(Ceremony::of(Plan { language: language.into(), ..widest()? })?);
    }
    for ceremony in ceremonies {
        let language = ceremony.made.plan().language.clone();
        for paper in [Paper::A4, Paper::Letter] {
            let sheets = ceremony.on(paper);
            let mut pages = ceremony.sealed.backup_sheet(&sheets)?;
            pages.push(ceremony.sealed.owners_record(&sheets, false, &Journal::default()));
            // The longest of what it may say of what was done.
            pages.push(ceremony.sealed.owners_record(&sheets, false, &ceremony.all_done(1)));
            pages.extend(ceremony.made.pin_slips(&sheets));
            pages.push(ceremony.sealed.owners_record(&sheets, true, &Journal::default()));
            // All other cards differ from these by their words alone.
            for x in [1, 2] {
                pages.extend(ceremony.card(x, paper)?);
                pages.extend(ceremony.sealed.share_card(&sheets, x, true)?.into_iter().take(1));
            }
            let pdf = printed(&pages)?;
            let mut pictures = pdf.pictures(72)?;
            let letter = Pdf::of(file(&ceremony, bundle::LETTER_PDF)?)?;
            pictures.extend(letter.pictures(72)?);
            for (i, picture) in pictures.iter().enumerate() {
                let (width, height, pixels) = pgm(picture)?;
                let margin = (UNPRINTED / 25.4 * 72.0).ceil() as usize;
                let inside = |at: usize, size: usize| (margin..size - margin).contains(&at);
                let stray = (0..pixels.len()).find(|at| {
                    pixels[*at] < 200 && !(inside(at % width, width) && inside(at / width, height))
                });
                assert_eq!(stray, None, "page {} on {paper:?}, {language}", i + 1);
                let words = match i.checked_sub(pages.len()) {
                    Some(of_letter) => letter.words(of_letter + 1)?,
                    None => pdf.words(i + 1)?,
                };
                for (j, word) in words.iter().enumerate() {
                    let over = words[..j].iter().find(|other| word.overlap(other) > 0.6);
                    assert!(
                        over.is_none(),
                        "page {} on {paper:?}, {language}: {word:?} over {over:?}",
                        i + 1
                    );
                }
            }
        }
    }
    Ok(())
}

/// The codes' places are in the drawing itself; round each, four modules stay white (ISO/IEC 18004
/// § 6.3.8).
/// Pages get apart: each alone says what it belongs to, and how many of which are enough.
#[test]
fn every_page_of_a_sheet_says_what_it_is_and_which_pages_and_codes_are_enough() -> Result<()> {
    let says = |language: &str, page: usize| match language {
        "de" => [format!("Seite {page} von 4"), "je 3 davon genügen".into(), "Codes genügen je 2".into()],
        "fr" => [format!("Page {page} sur 4"), "3 suffisent".into(), "codes, 2".into()],
        _ => [format!("Page {page} of 4"), "any 3 of them are enough".into(), "codes any 2".into()],
    };
    for language in Texts::languages() {
        let ceremony =
            Ceremony::of(Plan { language: language.into(), ..fixtures::plan(Algorithm::Rsa4096, 2, 3)? })?;
        let manifest = ceremony.sealed.manifest();
        let hash = data_encoding::HEXUPPER.encode(&manifest.sealed_backup_sha256);
        for paper in [Paper::A4, Paper::Letter, Paper::Receipt58, Paper::Receipt80] {
            let pages = ceremony.sealed.backup_sheet(&ceremony.on(paper))?;
            let roll = paper.height().is_none();
            assert_eq!(pages.len(), if roll { 1 } else { 4 }, "{language}, {paper:?}");
            let pdf = printed(&pages)?;
            for page in 1..=pages.len() {
                let text = pdf.text(page)?;
                let letters: String = text.chars().filter(|c| !c.is_whitespace()).collect();
                let set = manifest.set.to_string();
                for part in [&hash, &manifest.fingerprint, &set, "Lovelace"] {
                    assert!(letters.contains(part), "{part} on page {page}, {language}, {paper:?}: {text}");
                }
                let [number, pages, codes] = says(language, page);
                let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
                let expected = if roll { vec![codes] } else { vec![number, pages, codes] };
                for part in expected {
                    assert!(words.contains(&part), "{part} on page {page}, {language}, {paper:?}: {text}");
                }
                // Behind a card on a receipt there are no pages 'By hand'.
                let by_hand =
                    ["“By hand”", "„Von Hand“", "« À la main »"].iter().any(|hand| words.contains(hand));
                assert_eq!(by_hand, !roll, "{language}, {paper:?}: {words}");
                assert!(words.contains("GUIDE.txt"), "{language}, {paper:?}: {words}");
                assert_eq!(words.contains("FORMAT.md"), roll, "{language}, {paper:?}: {words}");
                let sealing = ["sealing 1", "Versiegelung 1", "scellement 1"];
                assert!(sealing.iter().any(|sealing| words.contains(sealing)), "{words}");
            }
        }
    }
    Ok(())
}

/// A module of 6 dots here and 7 there is read worse than one of 7 everywhere.
#[test]
fn a_module_of_a_sheet_has_whole_dots_and_eight_of_them_on_a4() -> Result<()> {
    for algorithm in [Algorithm::Curve25519, Algorithm::Rsa4096] {
        for language in Texts::languages() {
            let ceremony =
                Ceremony::of(Plan { language: language.into(), ..fixtures::plan(algorithm, 2, 3)? })?;
            for (paper, dot) in [
                (Paper::A4, 25.4 / 300.0),
                (Paper::Letter, 25.4 / 300.0),
                (Paper::Receipt58, 0.125),
                (Paper::Receipt80, 0.125),
            ] {
                let pages = ceremony.sealed.backup_sheet(&ceremony.on(paper))?;
                let codes: Vec<_> =
                    pages.iter().map(|page| codes_of(page.svg())).collect::<Result<Vec<_>>>()?.concat();
                assert_eq!(codes.len(), usize::from(ceremony.sealed.counts()?.codes));
                for [x, y, _, module] in &codes {
                    for length in [x, y, module] {
                        let dots = length / dot;
                        assert!((dots - dots.round()).abs() < 0.01, "{length} mm on {paper:?}: {dots} dots");
                    }
                }
                let dots = (codes[0][3] / dot).round() as u32;
                println!("{algorithm}, {language}, {paper:?}: {dots} dots");
                let least = match paper {
                    Paper::A4 => 8,
                    Paper::Letter => 7,
                    Paper::Receipt58 => 4,
                    Paper::Receipt80 => 6,
                };
                assert!(dots >= least, "{algorithm}, {language}, {paper:?}: {dots} dots");
            }
        }
    }
    Ok(())
}

#[test]
fn what_is_too_large_for_paper_is_told_before_it_is_sealed() -> Result<()> {
    let mut ceremony = Ceremony::of(fixtures::plan(Algorithm::Curve25519, 2, 3)?)?;
    assert_eq!(ceremony.made.too_large_for_paper(), None);
    // Nothing that can be compressed.
    let mut random = vec![0; 100_000];
    openssl::rand::rand_bytes(&mut random)?;
    ceremony.made.keep("one", &random)?;
    assert_eq!(ceremony.made.too_large_for_paper(), None);
    ceremony.made.keep("two", &random[..40_000])?;
    let told = ceremony.made.too_large_for_paper();
    ensure!(matches!(told, Some(PartError::VaultTooLarge(bytes)) if *bytes > 133_650), "{told:?}");
    let sealed = fixtures::seal(&ceremony.made)?;
    ensure!(sealed.counts().is_err() && sealed.backup_sheet(&ceremony.on(Paper::A4)).is_err());
    Ok(())
}

/// Three ruined codes, and in a sheet of several pages a whole page, lose nothing.
#[test]
fn a_sheet_with_spoilt_codes_or_a_lost_page_brings_everything_back() -> Result<()> {
    for (algorithm, lost_page) in [(Algorithm::Curve25519, None), (Algorithm::Rsa2048, Some(1))] {
        let ceremony = Ceremony::of(fixtures::plan(algorithm, 2, 3)?)?;
        let pages = ceremony.sealed.backup_sheet(&ceremony.on(Paper::A4))?;
        let pdf = printed(&pages)?;
        let mut parts = Collector::default();
        for dpi in [300, 200] {
            for (i, picture) in pdf.pictures(dpi)?.iter().enumerate().filter(|(i, _)| Some(*i) != lost_page) {
                let spoilt = codes_of(pages[i].svg())?.into_iter().step_by(4);
                spoil(picture, dpi, &spoilt.collect::<Vec<_>>())?;
                for code in zbarimg(picture)? {
                    parts.add(BackupPart::parse(&code)?)?;
                }
            }
        }
        // Three of nine are spoilt on each page.
        let left = if lost_page.is_some() { 2 * 6 } else { 6 };
        assert!(parts.there() <= left, "{} codes were read of {left}", parts.there());
        if lost_page.is_none() {
            assert_eq!(parts.join()?, sealed_backup(&ceremony)?);
        } else {
            assert_eq!(parts.missing(), usize::from(ceremony.sealed.counts()?.needed) - parts.there());
        }
    }
    Ok(())
}

fn sealed_backup(ceremony: &Ceremony) -> Result<&[u8]> {
    file(ceremony, bundle::SEALED_BACKUP)
}

/// A file of the bundle.
fn file<'a>(ceremony: &'a Ceremony, name: &str) -> Result<&'a [u8]> {
    let file = ceremony.sealed.files().iter().find(|(of, _)| *of == name);
    Ok(&file.with_context(|| format!("no {name}"))?.1)
}

/// Blackens a corner of each of these codes, and a stripe through its middle.
fn spoil(picture: &std::path::Path, dpi: u32, codes: &[[f64; 4]]) -> Result<()> {
    let (width, height, mut pixels) = pgm(picture)?;
    for [x, y, side, _] in codes {
        let pixel = |millimetres: f64| (millimetres / 25.4 * f64::from(dpi)) as usize;
        for row in pixel(*y)..pixel(y + side * 0.5).min(height) {
            pixels[row * width + pixel(*x)..row * width + pixel(x + side * 0.5)].fill(0);
        }
    }
    let mut file = format!("P5\n{width} {height}\n255\n").into_bytes();
    file.extend(&pixels);
    Ok(std::fs::write(picture, file)?)
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
fn every_code_has_its_quiet_zone() -> Result<()> {
    const DPI: u32 = 300;
    let ceremony = Ceremony::of(fixtures::plan(Algorithm::Rsa2048, 2, 2)?)?;
    for paper in [Paper::A4, Paper::Letter, Paper::Receipt58, Paper::Receipt80] {
        let sheets = ceremony.on(paper);
        let mut pages = ceremony.card(1, paper)?;
        pages.extend(ceremony.sealed.backup_sheet(&sheets)?);
        let mut seen = 0;
        let pdf = printed(&pages)?;
        for (page, picture) in pages.iter().zip(pdf.pictures(DPI)?) {
            let (width, height, pixels) = pgm(&picture)?;
            for [x, y, side, module] in codes_of(page.svg())? {
                seen += 1;
                let pixel = |millimetres: f64| millimetres / 25.4 * f64::from(DPI);
                // On a receipt the paper's own margin, 5 mm on each side, goes on where the picture ends.
                let range = |from: f64, size: usize| {
                    let (low, high) = (pixel(from - 4.0 * module), pixel(from + side + 4.0 * module));
                    low.max(0.0).ceil() as usize..(high.floor() as usize).min(size)
                };
                let inside = |at: usize, from: f64| {
                    (pixel(from) - 1.5..pixel(from + side) + 1.5).contains(&(at as f64))
                };
                for row in range(y, height) {
                    for column in range(x, width).filter(|c| !(inside(*c, x) && inside(row, y))) {
                        assert!(pixels[row * width + column] > 128, "{paper:?}, code at {x} {y}");
                    }
                }
            }
        }
        assert!(seen > 4, "{paper:?}: {seen} codes");
    }
    Ok(())
}

/// Left, top, side and module of each code of a drawing, in millimetres.
fn codes_of(svg: &str) -> Result<Vec<[f64; 4]>> {
    let mut codes = Vec::new();
    for code in svg.split("translate(").skip(1) {
        let numbers: Vec<f64> = code
            .split(|c: char| !c.is_ascii_digit() && c != '.')
            .filter(|number| !number.is_empty())
            .map_while(|number| number.parse().ok())
            .take(3)
            .collect();
        let [x, y, module] = numbers[..] else { continue };
        // Its first row is a finder pattern, a gap of data, and a finder pattern at the right edge.
        let row = code.split("M0 1h").next().context("no second row")?;
        let last = row.rsplit('M').find_map(|run| {
            let (column, length) = run.split_once(" 0h")?;
            Some(column.parse::<f64>().ok()? + length.split('v').next()?.parse::<f64>().ok()?)
        });
        codes.push([x, y, last.context("no first row")? * module, module]);
    }
    Ok(codes)
}

#[test]
fn for_printing_elsewhere_pdf_and_png_are_written_after_a_warning() -> Result<()> {
    let ceremony = Ceremony::of(fixtures::plan(Algorithm::Curve25519, 2, 2)?)?;
    let (warning, elsewhere) = Elsewhere::warned(&ceremony.texts);
    assert!(warning.contains("holds every share at once"), "{warning}");
    let folder = tempfile::tempdir()?;
    let stick = Mounted::at(folder.path());
    elsewhere.write(&ceremony.sealed, &ceremony.on(Paper::A4), true, (&stick, "paper"))?;
    let names = stick.list("paper")?;
    assert_eq!(names.iter().filter(|name| name.ends_with(".pdf")).count(), 4, "{names:?}");
    for share in ceremony.sealed.shares() {
        let name = format!("share-card-{}", share.x);
        let picture = zbarimg(&folder.path().join(format!("paper/{name}-page-1.png")))?;
        assert_eq!(picture, [share.to_text().as_str()]);
        let pdf = Pdf::of(&stick.read(&format!("paper/{name}.pdf"), 1 << 20)?)?;
        let pages = pdf.pictures(200)?;
        assert_eq!(pages.len(), 4, "the card, by hand on two, the backup sheet");
        assert_eq!(read_by_both(&pages[0])?, picture);
    }
    Ok(())
}

#[test]
fn what_the_font_lacks_is_said_at_the_plan() -> Result<()> {
    let mut plan = fixtures::plan(Algorithm::Curve25519, 2, 3)?;
    plan.trustees[2].name = "李小龙".into();
    let error = Meeting::new(plan.clone()).map(drop).unwrap_err();
    assert!(matches!(&error, CeremonyError::NotPrintable { missing, .. } if missing == "李小龙"));
    let message = fixtures::message(&error);
    for part in ["the name of a trustee", "李小龙", "Latin, Greek or Cyrillic"] {
        ensure!(message.contains(part), "{message}");
    }
    plan.trustees[2].name = "Brús Lí (Μπρους Λι, Брюс Ли)".into();
    Meeting::new(plan.clone())?;
    // An owner is known by the address as well.
    plan.user_ids = vec!["李小龙 <li@example.org>".into()];
    let ceremony = Ceremony::of(plan)?;
    assert!(printed(&ceremony.card(1, Paper::A4)?)?.text(1)?.contains("li@example.org"));
    Ok(())
}

#[test]
fn long_names_stand_on_the_paper_whole() -> Result<()> {
    let ceremony = Ceremony::of(longest()?)?;
    let wide = Ceremony::of(widest()?)?;
    let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    for paper in [Paper::A4, Paper::Letter] {
        let sheets = ceremony.on(paper);
        for (share, trustee) in ceremony.sealed.shares().iter().zip(&ceremony.made.plan().trustees) {
            let text = printed(&ceremony.card(share.x, paper)?[..1])?.text(1)?;
            assert!(squeezed(&text).contains(&squeezed(&trustee.name)), "{} in {text}", trustee.name);
        }
        // However wide its letters are, a trustee's name is whole on the card; of the owner's there is the beginning.
        let text = squeezed(&printed(&wide.card(1, paper)?[..1])?.text(1)?);
        assert!(text.contains(&format!("{}By", "Щ".repeat(60))) && text.contains("Щ…"), "{text}");
        let record = [ceremony.sealed.owners_record(&sheets, false, &Journal::default())];
        let text = squeezed(&printed(&record)?.text(1)?);
        for trustee in &ceremony.made.plan().trustees {
            assert!(text.contains(&squeezed(&trustee.name)), "{} in {text}", trustee.name);
        }
    }
    Ok(())
}

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
        ("fr", "3 cartes : « Écrire une autre Nitrokey ». Jusque-là, gardez 3 enveloppes"),
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

/// All pages' words, with one blank between them.
fn in_one_line(pages: &[Page]) -> Result<String> {
    let pdf = printed(pages)?;
    let texts = (1..=pages.len()).map(|page| pdf.text(page)).collect::<Result<Vec<_>>>()?;
    Ok(texts.join(" ").split_whitespace().collect::<Vec<_>>().join(" "))
}

const ALL_PAPERS: [Paper; 4] = [Paper::A4, Paper::Letter, Paper::Receipt58, Paper::Receipt80];

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
                "Wer die anderen Karten kennt, und wo die Sicherung liegt:",
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
            "all 24 words or all four lines of digits",
        ),
        (
            "de",
            "fotografieren oder kopieren",
            [
                "Abschreiben nur, wenn sie verblasst, von Hand auf gutes Papier: alles, was oben auf ihr steht, und",
                "alles, was über dieser Zeile steht, und",
            ],
            "alle 24 Wörter oder alle vier Zeilen Ziffern",
        ),
        (
            "fr",
            "photographier ni la copier",
            [
                "Ne la copier que si elle pâlit, à la main, sur du bon papier : tout ce qui est en haut, et",
                "tout ce qui est au-dessus de cette ligne, et",
            ],
            "les 24 mots au complet ou les quatre lignes de chiffres",
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

/// Who copied a card by hand has no page of explanations; it can be printed anywhere, so it tells nobody anything.
#[test]
fn the_letter_explains_a_card_without_a_secret_and_without_a_name() -> Result<()> {
    for (language, title, quorum, not_you) in [
        ("en", "To whoever holds a share card", "Any 2 of 3 such cards", "If the card is not for you"),
        ("de", "An alle mit einer Anteilskarte", "Je 2 von 3 Karten", "Wenn die Karte nicht für Sie ist"),
        ("fr", "À qui détient une carte", "2 sur 3 cartes comme elle", "Si la carte n’est pas pour vous"),
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
        let commands = debian::commands(folder.path(), 4)?;
        let commands: Vec<_> =
            commands.iter().map(|command| command.replace(print.as_str(), "FINGERPRINT")).collect();
        assert_eq!(commands_on(&by_hand), commands, "{language}");
        for command in commands {
            assert!(text.contains(&format!("$ {command}\n")), "{language}: {command}");
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
                "the pages “By hand” behind each card tell how",
                "If I die, or can no longer act",
            ],
            ["or the backup sheet that is behind each card.", "is behind each card; one more lies at"],
            ["and the stick or the backup sheet. GUIDE.txt", "The backup sheet lies at"],
        ),
        (
            "de",
            [
                "Die Sticks mit dem Bündel liegen",
                "Ein gedrucktes GUIDE.txt liegt",
                "Die PIN-Zettel liegen",
                "Wer von all dem weiß",
                "die Seiten „Von Hand“ hinter jeder Karte sagen, wie",
                "Wenn ich sterbe oder nicht mehr handeln kann",
            ],
            ["oder das Sicherungsblatt hinter jeder Karte.", "ist hinter jeder Karte; eines mehr liegt"],
            ["den Stick oder das Sicherungsblatt. GUIDE.txt", "Das Sicherungsblatt liegt"],
        ),
        (
            "fr",
            [
                "Les clés USB avec le dossier sont à",
                "GUIDE.txt imprimé est à",
                "Les billets de PIN sont à",
                "Qui est au courant de tout cela",
                "les pages « À la main » derrière chaque carte disent comment",
                "Si je meurs, ou ne peux plus agir",
            ],
            [
                "feuille de sauvegarde qui est derrière chaque carte.",
                "derrière chaque carte ; une de plus est à",
            ],
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

fn letter(ceremony: &Ceremony, sheets: &Sheets<'_>) -> Result<Vec<Page>> {
    let (manifest, guide) = (ceremony.sealed.manifest(), file(ceremony, bundle::GUIDE)?);
    Ok(sheets.letter(&Backup {
        owner: "Ada".into(),
        user_ids: manifest.user_ids.clone(),
        made: manifest.moment.day(),
        set: manifest.set.to_string(),
        sealing: manifest.sealing,
        sha256: String::new(),
        fingerprint: manifest.fingerprint.clone(),
        needed: manifest.quorum.needed(),
        cards: manifest.quorum.cards(),
        by_hand: section(std::str::from_utf8(guide)?, BY_HAND),
    }))
}

/// Every sheet of paper that there is, with its name.
fn everything_on(
    ceremony: &Ceremony,
    paper: Paper,
    sheet_behind: bool,
) -> Result<Vec<(&'static str, Vec<Page>)>> {
    let sheets = ceremony.on(paper);
    let record = |journal| ceremony.sealed.owners_record(&sheets, sheet_behind, &journal);
    let mut all = vec![
        ("record", vec![record(Journal::default()), record(ceremony.all_done(1))]),
        ("slips", ceremony.made.pin_slips(&sheets)),
        ("sheet", ceremony.sealed.backup_sheet(&sheets)?),
    ];
    for x in [1, 2] {
        all.push(("card", ceremony.sealed.share_card(&sheets, x, sheet_behind)?));
    }
    if paper.height().is_some() {
        all.push(("letter", letter(ceremony, &sheets)?));
    }
    Ok(all)
}

/// Whatever names there are: what is smaller is neither printed by every printer nor read by every eye.
#[test]
fn no_type_on_any_page_is_smaller_than_seven_points_and_nothing_stands_beneath_it() -> Result<()> {
    for language in Texts::languages() {
        for (plan, needed, brought) in
            [(longest()?, 2, false), (longest()?, 16, true), (widest()?, 16, false), (widest()?, 2, true)]
        {
            let plan =
                Plan { language: language.into(), quorum: Quorum::new(needed, 16)?, ..plan }.checked()?;
            let ceremony = if brought { Ceremony::bringing(plan)? } else { Ceremony::of(plan)? };
            for paper in [Paper::A4, Paper::Letter, Paper::Receipt58] {
                for (what, pages) in everything_on(&ceremony, paper, needed == 2)? {
                    for (number, page) in (1..).zip(pages) {
                        let place = format!("{what}, page {number}, {language}, {paper:?}");
                        let numbers = |before: &str| -> Vec<f64> {
                            let found = page.svg().split(before).skip(1);
                            found.filter_map(|rest| rest.split('"').next()?.parse().ok()).collect()
                        };
                        let least =
                            numbers("font-size=\"").into_iter().fold(f64::MAX, f64::min) / (25.4 / 72.0);
                        ensure!((6.99..99.0).contains(&least), "{least} points: {place}");
                        // And nothing is pushed off the page for it.
                        let lowest = numbers(" y=\"").into_iter().fold(0.0, f64::max);
                        let end = f64::from(page.size().1) - if paper.height().is_some() { 9.0 } else { 0.0 };
                        ensure!(lowest < end, "down to {lowest} of {end} mm: {place}");
                    }
                }
            }
        }
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
            "quelconques",
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

#[test]
fn an_identity_in_letters_that_the_font_lacks_is_never_empty() -> Result<()> {
    let mut plan = fixtures::plan(Algorithm::Curve25519, 2, 3)?;
    for (user_ids, printed) in [
        (vec!["王小明 <w@example.org>"], "Identity w@example.org"),
        (
            vec!["王小明 <w@example.org>", "Ada <ada@example.org>"],
            "Identity w@example.org, Ada <ada@example.org>",
        ),
        (vec!["Ada <王@example.org>", "王"], "Identity Ada"),
    ] {
        plan.user_ids = user_ids.into_iter().map(Into::into).collect();
        let ceremony = Ceremony::of(plan.clone())?;
        for paper in [Paper::A4, Paper::Letter] {
            let record = ceremony.sealed.owners_record(&ceremony.on(paper), false, &Journal::default());
            let text = in_one_line(&[record])?;
            assert!(text.contains(&format!("{printed} Fingerprint")), "{text}");
        }
    }
    Ok(())
}
