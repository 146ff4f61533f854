//! The program: its screens, the rehearsal's fresh process, and a look at the Nitrokeys that are plugged in.

use std::fs::File;
use std::io::Write;
use std::os::fd::AsFd;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use coldspare::ceremony::{self, LookEnd, RehearsalError};
use coldspare::language::Texts;
use coldspare::machine::confine;
use coldspare::machine::init::{self, Ending};
use coldspare::machine::protect::protect;
use coldspare::machine::stick::discover::Sticks;
use coldspare::machine::usb::Ports;
use coldspare::nitrokey::{PcscBus, list};
use coldspare::paper::printer::Printers;
use coldspare::tui::messages::{self, ToMessage};
use coldspare::tui::{self, Machine};

/// Every byte that is freed is wiped first: what libraries copy on their way as well.
#[global_allocator]
static WIPING: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

/// Before anybody has chosen a language.
const ENGLISH: &str = "en";

const USAGE: &str = "\
coldspare: lose a Nitrokey, lose nothing

    coldspare                   the screens, on this terminal; sticks are those that are mounted,
                                printers those at the USB ports
    coldspare screens --sticks FOLDER --printers FOLDER
                                for a trial: each folder in FOLDER is a stick; the other one has
                                the folders `devices` and `class` of a printer
    coldspare appliance         the same on the appliance's console, where the first process starts it
    coldspare list [LANGUAGE]   all Nitrokeys that are plugged in, in LANGUAGE (en, de, fr); they are
                                only read
    coldspare rehearse FOLDER LANGUAGE
                                a recovery from the bundle in FOLDER, shares on standard input;
                                errors in LANGUAGE; the ceremony starts it by itself
    coldspare codes             the codes in pictures from standard input, on standard output; for the
                                screens, which start it by themselves
    coldspare decrypt           a message from standard input, on standard output; so, too
    coldspare service PROGRAM …  the program, confined as pcscd is on the appliance, where the first
                                process starts it so
    coldspare --version";

fn main() -> ExitCode {
    if init::is_first() {
        init::run();
    }
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let arguments: Vec<_> = arguments.iter().map(|a| a.to_str().unwrap_or_default()).collect();
    let result = match arguments[..] {
        [] => screens(Sticks::of_this_machine(), Printers::of_this_machine()),
        ["appliance"] => return appliance(false),
        ["appliance", "restarted"] => return appliance(true),
        ["screens", "--sticks", sticks, "--printers", printers] => {
            let printers = Path::new(printers);
            screens(Sticks::at(sticks), Printers::at(printers.join("devices"), printers.join("class")))
        }
        ["rehearse", folder, language] => rehearse(Path::new(folder), &Texts::of(language)),
        ["codes"] => return looks(ceremony::looking).status().into(),
        ["decrypt"] => return looks(ceremony::decrypting).status().into(),
        ["service", program, ref arguments @ ..] => match confine::service(Path::new(program), arguments) {
            Ok(never) => match never {},
            Err(error) => Err(error.to_string()),
        },
        ["list"] => nitrokeys(&Texts::of(ENGLISH)),
        ["list", language] if Texts::languages().contains(&language) => nitrokeys(&Texts::of(language)),
        ["--version"] => Ok(format!("coldspare {}\n", env!("CARGO_PKG_VERSION"))),
        _ => Err(USAGE.into()),
    };
    tell(result)
}

fn tell(result: Result<String, String>) -> ExitCode {
    match result {
        // A closed pipe is no reason to panic.
        Ok(text) => match std::io::stdout().write_all(text.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        Err(text) => {
            let _ = writeln!(std::io::stderr(), "{text}");
            ExitCode::FAILURE
        }
    }
}

/// The rehearsal's fresh process. It protects and confines itself before it reads any share: on the appliance that has
/// to succeed, elsewhere it is as far as the kernel can.
fn rehearse(folder: &Path, texts: &Texts) -> Result<String, String> {
    protect();
    if let Err(error) = confine::rehearsal(folder) {
        let message = error.to_message(texts);
        if init::is_appliance() {
            return Err(message.to_string());
        }
        let _ = writeln!(std::io::stderr(), "{}", message.happened);
    }
    // Past the buffer of `std::io::stdin()`, which lasts as long as the process and is never wiped.
    let question = std::io::stdin().as_fd().try_clone_to_owned().map(File::from);
    let answer = match question {
        Ok(question) => ceremony::answer(folder, question),
        Err(_) => Err(RehearsalError::Question.into()),
    };
    answer.map_err(|error| error.to_message(texts).to_string())
}

/// A fresh process that looks at what an enemy may have made: protected and confined as a rehearsal's is, before it reads
/// the first byte, and with two pipes for files.
fn looks(at: impl FnOnce(File, File) -> std::io::Result<()>) -> LookEnd {
    protect();
    // A panic's message could hold what a code says. What panics is one look, and the next picture comes.
    std::panic::set_hook(Box::new(|_| ()));
    if confine::without_files().is_err() && init::is_appliance() {
        return LookEnd::NotConfined;
    }
    let files =
        (std::io::stdin().as_fd().try_clone_to_owned(), std::io::stdout().as_fd().try_clone_to_owned());
    let (Ok(question), Ok(answer)) = files else { return LookEnd::BrokenOff };
    match at(File::from(question), File::from(answer)) {
        Ok(()) => LookEnd::Done,
        Err(_) => LookEnd::BrokenOff,
    }
}

fn screens(sticks: Sticks, printers: Printers) -> Result<String, String> {
    protect();
    run(machine(sticks, printers)?).map(|_| String::new())
}

/// The screens on the appliance's console. How they ended is for the first process, which has started them.
fn appliance(restarted: bool) -> ExitCode {
    init::take_terminal();
    protect();
    let machine = machine(Sticks::of_the_appliance(), Printers::of_this_machine());
    let (usb, trial) = (Some(Ports::of_this_machine()), init::is_trial());
    let on_appliance = |machine| Machine { appliance: true, trial, restarted, usb, ..machine };
    match machine.map(on_appliance).and_then(run) {
        Ok(ending) => ending.status().into(),
        Err(text) => tell(Err(text)),
    }
}

fn machine(sticks: Sticks, printers: Printers) -> Result<Machine, String> {
    let program = std::env::current_exe().map_err(|e| e.to_string())?;
    let bus = Arc::new(PcscBus);
    let (appliance, trial, restarted, console) = (false, false, false, false);
    Ok(Machine { bus, sticks, printers, program, appliance, trial, restarted, console, usb: None })
}

fn run(machine: Machine) -> Result<Ending, String> {
    tui::run(machine).map_err(|e| messages::no_terminal(&e, &Texts::of(ENGLISH)).to_string())
}

/// What the Nitrokeys that are plugged in say of themselves.
fn nitrokeys(texts: &Texts) -> Result<String, String> {
    // A panic's message could hold what a card says; that there was one is told without it.
    std::panic::set_hook(Box::new(|_| ()));
    list(&PcscBus)
        .map(|found| messages::listed(&found, texts))
        .map_err(|error| error.to_message(texts).to_string())
}
