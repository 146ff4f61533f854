//! The sheets of paper, drawn by somebody else's programs and read back by other readers.

mod booklet;
mod by_hand;
mod codes;
mod drawn;
mod owners_record;
mod said;
mod today;
mod yearly;

use std::path::PathBuf;
use std::time::SystemTime;

use anyhow::{Context, Result, ensure};
use coldspare::backup::sections::DEBIAN_TOOLS;
use coldspare::backup::{BackupPart, Collector, Moment, PartError, Share, bundle, section, words};
use coldspare::ceremony::{CeremonyError, Did, Elsewhere, Journal, Made, Meeting, Recovery, Sealed, Sheet};
use coldspare::key;
use coldspare::language::Texts;
use coldspare::machine::stick::folder::{Mounted, Stick};
use coldspare::nitrokey::Serial;
use coldspare::paper::{Backup, Page, Paper, Picture, Sheets, pdf};
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
        journal.note(Did::written_and_proven(self.made.identity(), self.sealed.which(), serial, role));
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
        let (backup, journal) = (self.sealed.which(), self.read_back(whole));
        let quorum = self.sealed.manifest().quorum;
        let cards = (1..=quorum.cards()).map(Sheet::Card);
        for sheet in cards.chain([Sheet::Backup, Sheet::PinSlips]) {
            journal.note(Did::printed(&self.sealed, sheet));
        }
        let from_paper = whole >= quorum.needed();
        journal.note(Did::written(&self.sealed));
        journal.note(Did::rehearsed(&self.sealed, from_paper));
        if !from_paper {
            journal.note(Did::SpotCheckIsEnough { backup });
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

/// The commands of a page's text, each with the lines on which it goes on.
fn commands_on(text: &str) -> Vec<String> {
    let mut commands: Vec<String> = Vec::new();
    // A page begins with a form feed.
    let mut lines = text.lines().map(|line| line.trim_start_matches('\u{c}')).peekable();
    while let Some(line) = lines.next() {
        let Some(command) = line.strip_prefix("$ ") else { continue };
        let mut command = command.trim_end().to_owned();
        // A paragraph begins with a word with a capital letter, not with one in capitals or a sign behind it, or with `b)`.
        let goes_on = |line: &&str| {
            let mut letters = line.chars();
            let begins = letters.next().is_some_and(char::is_uppercase)
                && letters.next().is_some_and(|next| next.is_lowercase() || [' ', '’'].contains(&next));
            !begins && !line.starts_with("$ ") && line.as_bytes().get(1) != Some(&b')')
        };
        while let Some(rest) = lines.next_if(goes_on) {
            command = format!("{command} {}", rest.trim());
        }
        commands.push(command);
    }
    commands
}

fn sealed_backup(ceremony: &Ceremony) -> Result<&[u8]> {
    file(ceremony, bundle::SEALED_BACKUP)
}

/// A file of the bundle.
fn file<'a>(ceremony: &'a Ceremony, name: &str) -> Result<&'a [u8]> {
    let file = ceremony.sealed.files().iter().find(|(of, _)| *of == name);
    Ok(&file.with_context(|| format!("no {name}"))?.1)
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

/// All pages' words, with one blank between them.
fn in_one_line(pages: &[Page]) -> Result<String> {
    let pdf = printed(pages)?;
    let texts = (1..=pages.len()).map(|page| pdf.text(page)).collect::<Result<Vec<_>>>()?;
    Ok(texts.join(" ").split_whitespace().collect::<Vec<_>>().join(" "))
}

const ALL_PAPERS: [Paper; 4] = [Paper::A4, Paper::Letter, Paper::Receipt58, Paper::Receipt80];

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
        recovery_page: section(std::str::from_utf8(guide)?, DEBIAN_TOOLS),
    }))
}
