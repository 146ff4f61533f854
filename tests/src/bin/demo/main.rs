//! `make demo`: the whole job without a question, as an owner would want to see it: on the appliance in QEMU first, then
//! below the screens, where one Nitrokey is lost as well, and everything comes back in three ways.
//!
//! Everything that is left of it stands in `out/demo/`. It ends well only if every proof held.

mod appliance;

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Instant, SystemTime};

use anyhow::{Context, Result, bail, ensure};
use coldspare::backup::sections::{SPARE, START};
use coldspare::backup::{self, Share, bundle};
use coldspare::ceremony::{
    Elsewhere, Event, Journal, Made, Meeting, PinChoice, ReadBack, Recovery, Rehearsed, Rehearser, Sealed,
};
use coldspare::language::Texts;
use coldspare::machine::stick::folder::Mounted;
use coldspare::nitrokey::{Doing, PcscBus, Proof};
use coldspare::paper::{Bitmap, Paper, Picture, Sheets, pdf};
use coldspare::plan::{Plan, Role};
use coldspare::tui::messages;
use coldspare_tests::debian::{Cards, Terminal, commands, recover};
use coldspare_tests::gnupg::GnuPg;
use coldspare_tests::pcsc::{Nitrokey, Pcscd, Readers};
use coldspare_tests::{coldspare, fixtures};
use secrecy::{ExposeSecret, SecretString};
use virtual_nitrokey::Model::Nitrokey3;

const OUT: &str = "out/demo";
const PAPER: &str = "out/paper";

/// As the owner wrote it at home.
const PLAN: &str = r#"version = 1
user_ids = ["Ada Lovelace <ada@example.org>"]
algorithm = "curve25519"
expiry = "2 years"
nitrokeys = 2
pins = "generated"
quorum = { needed = 3, cards = 5 }
trustees = [
    { name = "Grace Hopper", note = "sister; in her safe" },
    { name = "Alan Turing", note = "colleague" },
    { name = "Emmy Noether", note = "notary, file 1918" },
    { name = "Claude Shannon", note = "neighbour" },
    { name = "Hedy Lamarr", note = "friend in Vienna" },
]
"#;

const DISK: &[u8] = b"the passphrase of Ada's disk\n";

fn main() -> ExitCode {
    let ended = match Readers::of_this_process() {
        Ok(Some(readers)) => demonstrate(&readers),
        Ok(None) => behind_pcscd(),
        Err(error) => Err(error),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "\nThe demonstration FAILED: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The appliance; then the same program once more, with a `pcscd` of its own.
fn behind_pcscd() -> Result<()> {
    let out = Path::new(OUT);
    if out.exists() {
        fs::remove_dir_all(out)?;
    }
    let on_appliance = out.join("appliance");
    fs::create_dir_all(&on_appliance)?;
    appliance::demonstrate(&on_appliance)?;
    let status = Pcscd::start()?.command(std::env::current_exe()?).status()?;
    ensure!(status.success(), "not every proof held, see above");
    Ok(())
}

fn demonstrate(readers: &Readers) -> Result<()> {
    let begun = Instant::now();
    let mut show = Show::new(Path::new(OUT))?;
    let result = Demonstration::prepare(readers, &mut show)
        .and_then(|demonstration| demonstration.lose_the_primary(readers, &mut show));
    match &result {
        Ok(()) => {
            show.title("EVERY PROOF HELD")?;
            show.line(format_args!(
                "It took {:.0} seconds. What is left of it:",
                begun.elapsed().as_secs_f32()
            ))?;
            show.line("    out/demo/appliance/    pictures of every screen, printed pages, the stick")?;
            show.line("    out/demo/shares.txt    what is on the five cards")?;
            show.line("    out/demo/bundle/       what is on the stick; begin with its GUIDE.txt")?;
            show.line("    out/paper/             every sheet of paper, as PDF and as pictures")?;
            show.line("    out/demo/log.txt       this text")
        }
        Err(error) => {
            show.title("A PROOF DID NOT HOLD")?;
            show.line(format_args!("{error:#}"))?;
            result
        }
    }
}

/// The screen, and `log.txt`.
struct Show(File);

impl Show {
    fn new(out: &Path) -> Result<Self> {
        fs::create_dir_all(out)?;
        Ok(Show(File::create(out.join("log.txt"))?))
    }

    fn line(&mut self, text: impl std::fmt::Display) -> Result<()> {
        writeln!(self.0, "{text}")?;
        Ok(writeln!(std::io::stdout(), "{text}")?)
    }

    fn title(&mut self, text: &str) -> Result<()> {
        self.line(format_args!("\n{text}\n{}", "-".repeat(text.chars().count())))
    }

    /// An event as a line. A screen that is gone is noticed at the next line.
    fn event(&mut self, event: Event) {
        let text = match event {
            Event::MakingKeys => "making the keys".into(),
            Event::SealedAndSplit { cards } => format!("sealed, and the key to it split into {cards} shares"),
            Event::BundleWritten { stick } => format!("written to {stick}, read back: the same"),
            Event::Rehearsing { cards } => {
                format!("a fresh process gets cards {cards:?} and the stick, and nothing else")
            }
            Event::Rehearsed => "it came to the same identity".into(),
            Event::Nitrokey { serial, doing } => format!(
                "{serial}: {}",
                match doing {
                    Doing::Resetting => "back to the factory state".into(),
                    Doing::Importing(slot) => format!("key for the {slot} slot"),
                    Doing::Settings => "name, language, touch".into(),
                    Doing::Pins => "reset code, admin PIN, user PIN".into(),
                    Doing::ReadingBack => "what does it say of itself?".into(),
                    Doing::Proving(slot) => format!("the {slot} key is used"),
                }
            ),
        };
        self.line(format_args!("  … {text}")).ok();
    }

    fn proof(&mut self, proof: &Proof) -> Result<()> {
        proof.shown.iter().try_for_each(|line| self.line(format_args!("  proven  {line}")))
    }

    fn proven(&mut self, what: &str) -> Result<()> {
        self.line(format_args!("  proven  {what}"))
    }

    /// A command, and of what it wrote the lines that matter here.
    fn command(&mut self, command: &str, screen: &str) -> Result<()> {
        self.line(format_args!("    $ {command}"))?;
        let talk =
            ["gpg: ", "gpg (", "This is free software", "There is NO WARRANTY", " ", "S PROGRESS", "OK"];
        let matters = |line: &&str| match command {
            "gpg --card-status" => line.starts_with("Serial number"),
            _ if line.starts_with("gpg: Good signature") => true,
            _ => !line.is_empty() && !talk.iter().any(|talk| line.starts_with(talk)),
        };
        screen.lines().filter(matters).try_for_each(|line| self.line(format_args!("      {line}")))
    }
}

struct Demonstration {
    rehearsed: Rehearsed,
    shares: Vec<Share>,
    /// The stick, and the bundle's folder on it.
    stick: PathBuf,
    bundle: PathBuf,
    user_pin: SecretString,
    primary: Nitrokey,
    spare: Nitrokey,
}

impl Demonstration {
    /// In the order of a ceremony, from the plan to the end.
    fn prepare(readers: &Readers, show: &mut Show) -> Result<Self> {
        show.title("COLDSPARE: A DEMONSTRATION")?;
        show.line("Shares, PINs and keys below are THROW-AWAY SECRETS, made for show. A real ceremony shows a share")?;
        show.line(
            "on its card alone. The Nitrokeys are virtual: Nitrokey's own firmware behind a real pcscd.",
        )?;

        show.title("2. The plan, read from plan.toml")?;
        fs::write(Path::new(OUT).join("plan.toml"), PLAN)?;
        let plan = Plan::from_toml(&fs::read_to_string(Path::new(OUT).join("plan.toml"))?)?;
        show.line(format_args!(
            "{}; {}, expires after {}; any {} of {} cards recover",
            plan.user_ids.join(", "),
            plan.algorithm,
            plan.expiry,
            plan.quorum.needed(),
            plan.quorum.cards(),
        ))?;

        show.title("3. Meeting the Nitrokeys; they are only read")?;
        let mut keys = [0x0A0B_0C01, 0x0A0B_0C02].map(|number| readers.nitrokey(Nitrokey3, number));
        let mut meeting = Meeting::new(plan)?;
        for (reader, key) in (0..).zip(&mut keys) {
            key.plug(reader)?;
            let met = meeting.meet(fixtures::info(&PcscBus, key.serial())?)?;
            show.line(format_args!(
                "{}  {}, the {}. On it: {}",
                met.info.serial,
                met.info.model,
                met.role,
                messages::contents(&met.info, &Texts::of("en")).join(", ")
            ))?;
        }

        show.title("4. Randomness")?;
        let (took_part, _) = meeting.mix(&PcscBus, None, b"")?;
        show.line(format_args!("the kernel's, with random bytes of {took_part} Nitrokeys mixed in"))?;

        show.title("5. Making the identity")?;
        let mut made = Made::make(&meeting, PinChoice::Generated, SystemTime::now(), &mut |e| show.event(e))?;
        made.keep("disk-passphrase.txt", DISK)?;
        show.line(format_args!("fingerprint {}", made.identity().fingerprint()))?;
        for pins in made.pins() {
            let user = pins.pins.user.as_ref().context("no user PIN")?;
            show.line(format_args!(
                "{}: user PIN {}, admin PIN {}",
                pins.role,
                user.expose_secret(),
                pins.pins.admin.expose_secret()
            ))?;
        }

        show.title("6. Sealing the backup, splitting its key")?;
        let sealed = fixtures::seal_and_tell(&made, &mut |e| show.event(e))?;
        show.line(format_args!("set {}", sealed.manifest().set))?;

        show.title("7. The share cards, drawn, and each read back from its picture")?;
        draw_all(&made, &sealed)?;
        let mut cards = ReadBack::new(&sealed);
        let mut lines = String::new();
        for share in sealed.shares() {
            let picture = fs::read(Path::new(PAPER).join(format!("a4/share-card-{}-page-1.png", share.x)))?;
            let codes = Picture::from_png(&picture)?.codes(backup::is_code);
            let text = codes.first().context("there is no code on the card")?;
            cards.scanned(text)?;
            lines += &format!("{}\n", **text);
            show.line(format_args!("{}\n    {}", sealed.card_name(share.x), **text))?;
        }
        show.line(format_args!("All sheets: {PAPER}/a4, {PAPER}/letter, {PAPER}/receipt"))?;
        let cards = cards.finish()?;
        fs::write(Path::new(OUT).join("shares.txt"), lines)?;

        show.title("8. The bundle, on a stick")?;
        let root = Path::new(OUT).join("bundle");
        fs::create_dir(&root)?;
        let stick = Mounted::at(&root);
        let written = sealed.write(&stick, &mut |e| show.event(e))?;
        for (name, bytes) in sealed.files() {
            show.line(format_args!("{:>8} bytes  {}/{name}", bytes.len(), written.folder))?;
        }

        show.title("9. The rehearsal: a whole recovery, before any Nitrokey is written")?;
        let mut rehearsed =
            Rehearser::new(coldspare())
                .rehearse(&made, &sealed, &cards, (&written, &stick), &mut |e| show.event(e))?;

        for (key, role) in keys.iter().zip([Role::Primary, Role::SPARE]) {
            show.title(&format!("10. The {role}, {}: written and proven", key.serial()))?;
            let pins = rehearsed.pins(&role, None)?;
            let proof =
                fixtures::flash_and_prove(&mut rehearsed, &PcscBus, key.serial(), &role, &pins, &mut |e| {
                    show.event(e)
                })?;
            show.proof(&proof)?;
        }

        show.title("11. Done")?;
        show.line("Keep one Nitrokey with you and the other one elsewhere. Give each trustee a card. Copy the stick.")?;
        show.line("The computer would now be wiped and switched off.")?;
        let user_pin = rehearsed.pins(&Role::Primary, None)?.user;
        let [primary, mut spare] = keys;
        spare.unplug()?;
        Ok(Demonstration {
            bundle: root.join(&written.folder),
            shares: sealed.shares().to_vec(),
            rehearsed,
            stick: root,
            user_pin,
            primary,
            spare,
        })
    }

    fn cards(&self, numbers: [u8; 3]) -> Vec<Share> {
        self.shares.iter().filter(|s| numbers.contains(&s.x)).cloned().collect()
    }

    /// Life at home; then the primary is lost.
    fn lose_the_primary(mut self, readers: &Readers, show: &mut Show) -> Result<()> {
        show.title("At home: GnuPG and the primary")?;
        let home = tempfile::tempdir()?;
        for file in fs::read_dir(&self.bundle)? {
            let file = file?;
            fs::copy(file.path(), home.path().join(file.file_name()))?;
        }
        let gnupg = GnuPg::with_reader(0)?;
        gnupg.types(&self.user_pin)?;
        let mut terminal = Terminal::open(home.path(), &gnupg)?;
        for command in commands(home.path(), START)? {
            show.command(&command, &terminal.run(&command)?)?;
        }
        let identity = self.rehearsed.identity().clone();
        let friend = GnuPg::new()?;
        friend.import(&identity.public_armored()?)?;
        let letter = friend.encrypt(&identity.fingerprint(), b"Dear Ada, ...")?;
        show.line("A friend, who has nothing but the public key, encrypts a letter to Ada.")?;

        show.title("The primary is lost")?;
        self.primary.unplug()?;
        gnupg.sees_no_card()?;
        show.line(format_args!("{} is gone for ever.", self.primary.serial()))?;

        show.title("First way: three cards and Debian's own tools, without Coldspare")?;
        let heir = GnuPg::new()?;
        heir.types(&"the passphrase of 1 recovered key".into())?;
        let recovered = recover(&self.bundle, &self.cards([1, 2, 4]), Cards::Lines, &heir)?;
        show.line("(The lines of cards 1, 2 and 4 were typed into cards.txt.)")?;
        for (command, screen) in &recovered.screens {
            show.command(command, screen)?;
        }
        ensure!(
            recovered.file("secret-key.asc")?[..] == identity.secret_armored()?[..],
            "another secret key came out"
        );
        show.proven("cards 1, 2 and 4 gave the same secret key")?;
        ensure!(recovered.file("vault/disk-passphrase.txt")? == DISK, "the vault is damaged");
        show.proven("the disk's passphrase came back with it")?;
        ensure!(heir.decrypt(&letter)? == b"Dear Ada, ...", "the letter cannot be read");
        show.proven("it decrypts the friend's letter")?;
        heir.shows_signing(&identity)?;
        show.proven("it signs, and the friend verifies")?;
        drop(recovered);

        show.title("Second way: the spare, in GnuPG that knew the primary")?;
        self.spare.plug(0)?;
        if terminal.try_run("gpg --decrypt try.gpg")?.1 != 0 {
            show.line(format_args!("At first GnuPG wants the lost one. The guide, section {SPARE}:"))?;
        }
        for command in commands(home.path(), SPARE)?.iter().skip(1) {
            show.command(command, &terminal.run(command)?)?;
        }
        used_by_gnupg(&gnupg, &self.rehearsed, &letter, show)?;

        show.title("Third way: a new Nitrokey, by Coldspare's own recovery")?;
        let mut new = readers.nitrokey(Nitrokey3, 0x0A0B_0C03);
        new.plug(1)?;
        let folder = self.bundle.file_name().context("no bundle")?.to_string_lossy().into_owned();
        let mut recovery = Recovery::from_bundle(&Mounted::at(&self.stick), &folder)?;
        for share in self.cards([2, 3, 5]) {
            let progress = recovery.add(Share::parse(&share.to_text())?)?;
            let card = progress.card.context("a scanned card has its number")?;
            show.line(format_args!("card {card} is right, {} more needed", progress.missing))?;
        }
        let mut back = recovery.recover()?;
        ensure!(back.identity().fingerprint() == identity.fingerprint(), "another identity came back");
        show.proven(&format!(
            "the {} with the stick gave {}",
            bundle::SEALED_BACKUP,
            identity.fingerprint()
        ))?;
        let pins = back.pins(&Role::Primary, Some(&self.user_pin))?;
        let proof =
            fixtures::flash_and_prove(&mut back, &PcscBus, new.serial(), &Role::Primary, &pins, &mut |e| {
                show.event(e)
            })?;
        show.proof(&proof)?;
        self.spare.unplug()?;
        new.unplug()?;
        gnupg.sees_no_card()?;
        new.plug(0)?;
        for command in commands(home.path(), SPARE)?.iter().skip(1).take(3) {
            show.command(command, &terminal.run(command)?)?;
        }
        used_by_gnupg(&gnupg, &back, &letter, show)
    }
}

/// Every sheet on every paper, as files to be looked at.
fn draw_all(made: &Made, sealed: &Sealed) -> Result<()> {
    let texts = Texts::of("en");
    let root = Path::new(PAPER);
    if root.exists() {
        fs::remove_dir_all(root)?;
    }
    fs::create_dir_all(root.join("receipt"))?;
    let (_, elsewhere) = Elsewhere::warned(&texts);
    for (folder, paper) in [("a4", Paper::A4), ("letter", Paper::Letter)] {
        let sheets = Sheets { texts: &texts, paper };
        elsewhere.write(sealed, &sheets, false, &[], (&Mounted::at(root), folder))?;
        let slips = made.pin_slips(&sheets);
        fs::write(root.join(folder).join("pin-slips.pdf"), &pdf(&slips)?[..])?;
        let booklet = sealed.booklet(&sheets, false, &Journal::default());
        fs::write(root.join(folder).join("booklet.pdf"), &pdf(&booklet)?[..])?;
        fs::write(root.join(folder).join("pin-slips.png"), &Bitmap::draw(&slips[0], 300)?.png()?[..])?;
    }
    for (name, paper) in [("58-mm", Paper::Receipt58), ("80-mm", Paper::Receipt80)] {
        let sheets = Sheets { texts: &texts, paper };
        for page in sealed.share_card(&sheets, 1, false)? {
            let file = root.join(format!("receipt/share-card-1-{name}.png"));
            fs::write(file, &Bitmap::draw(&page, 203)?.png()?[..])?;
        }
    }
    Ok(())
}

/// What the owner needs every day.
fn used_by_gnupg(gnupg: &GnuPg, rehearsed: &Rehearsed, letter: &[u8], show: &mut Show) -> Result<()> {
    let identity = rehearsed.identity();
    if gnupg.decrypt(letter)? != b"Dear Ada, ..." {
        bail!("the letter cannot be read");
    }
    show.proven("GnuPG decrypts the friend's letter with it")?;
    gnupg.shows_signing(identity)?;
    show.proven("GnuPG signs with it, and the friend verifies")?;
    gnupg.shows_ssh(identity)?;
    show.proven("GnuPG's agent offers the login in ssh.pub, and ssh-keygen signs with it")
}
