//! What is told of USB devices: which keyboards there are, one that waits for a yes, and what stays off.

use anyhow::{Result, ensure};
use coldspare::key;
use coldspare::language::Texts;
use coldspare::machine::usb::{Doubt, Keyboard, Kind, Notice, Typing};
use coldspare_tests::in_process::InProcess;
use ratatui::crossterm::event::KeyCode::{Char, Enter, Esc};

use super::pictures::Pictures;
use super::straight;

/// No device has a longer name on a screen.
const LONGEST: &str = "Wolfeschlegelsteinhausen USB 10/100/1000…";
const DOUBTS: [Doubt; 3] = [Doubt::Later, Doubt::Hidden, Doubt::Beside];

fn notice(number: u64, name: &str, keyboard: Keyboard, refused: &[Kind]) -> Notice {
    Notice { number, name: name.into(), keyboard, refused: refused.to_vec(), again: false }
}

/// The screen, and the headings of what lies over it.
struct Announced {
    in_process: InProcess,
    asks: String,
    tells: String,
}

impl Announced {
    fn take(&mut self, pictures: &mut Pictures, name: &str, notices: &[Notice]) -> Result<()> {
        self.in_process.notice(notices)?;
        let asks =
            notices.iter().any(|notice| matches!(notice.keyboard, Keyboard::Waits(_) | Keyboard::Only(_)));
        self.in_process.wait_for(if asks { &self.asks } else { &self.tells })?;
        pictures.take(&mut self.in_process, name)
    }

    /// Types the digits.
    fn yes(&mut self, number: u64) -> Result<()> {
        self.in_process.type_digits(&self.asks)?;
        self.answered((number, true))
    }

    /// Says no.
    fn no(&mut self, number: u64) -> Result<()> {
        self.in_process.press_away(Esc, &self.asks)?;
        self.answered((number, false))
    }

    fn answered(&self, answer: (u64, bool)) -> Result<()> {
        let answers = self.in_process.answers();
        ensure!(answers == [answer], "{answers:?}");
        Ok(())
    }

    /// Types digits that are not on the screen.
    fn wrong(&mut self, texts: &Texts) -> Result<()> {
        let digits = coldspare_tests::on_screen::digits(&self.in_process.screen()).unwrap_or_default();
        let wrong: String = digits.chars().map(|digit| if digit == '9' { '0' } else { '9' }).collect();
        self.in_process.keys_until(&wrong, &texts.say(key!("usb-wrong"), &[]))
    }

    fn read(&mut self) -> Result<()> {
        self.in_process.press_away(Enter, &self.tells)
    }
}

/// The first screen, before a language was chosen.
pub(crate) fn first(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let mut in_process = InProcess::on_appliance(80, 25)?;
    in_process.keyboards(&[Typing::BuiltIn])?;
    pictures.take(&mut in_process, "one keyboard")?;
    let three = [Typing::BuiltIn, Typing::Usb("Logitech USB Keyboard".into()), Typing::Usb(LONGEST.into())];
    in_process.keyboards(&three)?;
    pictures.take(&mut in_process, "three keyboards")?;
    let (asks, tells) =
        (Texts::of("en").say(key!("usb-first"), &[]), Texts::of("en").say(key!("usb-notice"), &[]));
    let mut screen = Announced { in_process, asks, tells };
    screen.take(pictures, "a keyboard", &[notice(1, LONGEST, Keyboard::Waits(Doubt::Hidden), &[])])?;
    screen.no(1)?;
    screen.take(pictures, "the only keyboard", &[notice(2, LONGEST, Keyboard::Only(Doubt::Beside), &[])])?;
    screen.wrong(&Texts::of("en"))?;
    pictures.take(&mut screen.in_process, "the only keyboard: wrong digits")?;
    screen.yes(2)?;
    let again = Notice { again: true, ..notice(3, LONGEST, Keyboard::Quiet, &[Kind::Keyboard]) };
    screen.take(pictures, "a loose contact", &[again])?;
    screen.read()?;
    let in_process = &mut screen.in_process;
    straight::select(in_process, language)?;
    // Layout, what happened, set up.
    in_process.each(&[Enter, Enter, Enter, Enter, Char('1'), Enter])?;
    in_process.notice(&[notice(4, LONGEST, Keyboard::Declined, &[])])?;
    pictures.masked(in_process, "self-check", |screen| super::plan::as_it_is(screen, language))
}

/// At home, and in a flow, where there is less room.
pub(crate) fn usb(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let texts = Texts::of(language);
    let [asks, tells] = [key!("usb-keyboard"), key!("usb-notice")].map(|key| texts.say(key, &[]));
    let mut screen = Announced { in_process: straight::home(language)?, asks, tells };
    let keyboard = notice(1, "Logitech USB Keyboard", Keyboard::Waits(Doubt::Later), &[]);
    screen.take(pictures, "a keyboard", std::slice::from_ref(&keyboard))?;
    screen.in_process.key(Char('y'))?;
    pictures.take(&mut screen.in_process, "a keyboard: another key")?;
    screen.wrong(&texts)?;
    pictures.take(&mut screen.in_process, "a keyboard: wrong digits")?;
    screen.yes(1)?;
    pictures.take(&mut screen.in_process, "a keyboard: the digits")?;

    straight::to_plan(&mut screen.in_process)?;
    for (number, doubt) in (20..).zip(DOUBTS) {
        let long = notice(number, LONGEST, Keyboard::Waits(doubt), &[Kind::Network]);
        screen.take(pictures, &format!("a keyboard, a long name: {doubt:?}"), &[long])?;
        screen.no(number)?;
    }
    let declined = notice(22, LONGEST, Keyboard::Declined, &[Kind::Network]);
    screen.take(pictures, "a keyboard: Esc, and what else it is", &[declined])?;
    screen.read()?;

    for (number, doubt) in (30..).zip(DOUBTS) {
        let only = notice(number, LONGEST, Keyboard::Only(doubt), &[]);
        screen.take(pictures, &format!("the only keyboard: {doubt:?}"), &[only])?;
        if doubt == Doubt::Beside {
            screen.wrong(&texts)?;
            pictures.take(&mut screen.in_process, "the only keyboard: wrong digits")?;
        }
        screen.yes(number)?;
    }
    let again =
        Notice { again: true, ..notice(33, "Nitrokey Nitrokey 3", Keyboard::Quiet, &[Kind::CardReader]) };
    screen.take(pictures, "a loose contact", &[again])?;
    screen.read()?;

    let kinds = [
        ("Google Pixel 7", vec![Kind::Phone]),
        ("Logitech USB Optical Mouse", vec![Kind::Mouse]),
        ("Logitech Webcam C270", vec![Kind::Sound]),
        ("", vec![Kind::Unknown]),
        ("FTDI FT232R USB UART", vec![Kind::Serial]),
        ("1209:a1e5", vec![Kind::Input, Kind::Bluetooth]),
    ];
    let six = (50..).zip(&kinds).map(|(number, (name, off))| notice(number, name, Keyboard::Quiet, off));
    screen.take(pictures, "six that stay off", &six.collect::<Vec<_>>())?;
    screen.read()?;
    let off = [Kind::Network, Kind::Serial, Kind::Phone];
    let eight: Vec<_> = (61..69).map(|number| notice(number, LONGEST, Keyboard::Quiet, &off)).collect();
    screen.take(pictures, "eight that stay off", &eight)?;
    screen.read()?;
    screen.take(pictures, "the rest of the eight", &eight)?;
    screen.read()?;
    pictures.take(&mut screen.in_process, "all is told")
}
