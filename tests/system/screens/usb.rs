//! What is told of USB devices, over whatever is shown: a keyboard that waits for a yes, and what stays off.

use anyhow::{Result, ensure};
use coldspare::language::Texts;
use coldspare::machine::usb::{Keyboard, Kind, Notice};
use coldspare_tests::face::Face;
use ratatui::crossterm::event::KeyCode::{self, Char, Enter, Esc};

use super::pictures::Pictures;
use super::straight;

/// No device has a longer name on a screen.
const LONGEST: &str = "Wolfeschlegelsteinhausen USB 10/100/1000…";

fn notice(number: u64, name: &str, keyboard: Keyboard, refused: &[Kind]) -> Notice {
    Notice { number, name: name.into(), keyboard, refused: refused.to_vec() }
}

/// The screen, and the headings of what lies over it.
struct Announced {
    face: Face,
    asks: String,
    tells: String,
}

impl Announced {
    fn take(&mut self, pictures: &mut Pictures, name: &str, notices: &[Notice]) -> Result<()> {
        self.face.notice(notices)?;
        let asks = notices.iter().any(|notice| notice.keyboard == Keyboard::Waits);
        self.face.wait_for(if asks { &self.asks } else { &self.tells })?;
        pictures.take(&mut self.face, name)
    }

    /// Answers the question.
    fn answer(&mut self, code: KeyCode, answer: (u64, bool)) -> Result<()> {
        self.face.press_away(code, &self.asks)?;
        let answers = self.face.answers();
        ensure!(answers == [answer], "{answers:?}");
        Ok(())
    }

    fn read(&mut self) -> Result<()> {
        self.face.press_away(Enter, &self.tells)
    }
}

/// At home, and in a flow, where there is less room.
pub(crate) fn usb(pictures: &mut Pictures, language: &'static str) -> Result<()> {
    let texts = Texts::of(language);
    let [asks, tells] = ["usb-keyboard", "usb-told"].map(|key| texts.say(key, &[]));
    let mut screen = Announced { face: straight::home(language)?, asks, tells };
    let keyboard = notice(1, "Logitech USB Keyboard", Keyboard::Waits, &[]);
    screen.take(pictures, "a keyboard", std::slice::from_ref(&keyboard))?;
    screen.face.key(Char('y'))?;
    pictures.take(&mut screen.face, "a keyboard: another key")?;
    screen.answer(Enter, (1, true))?;
    pictures.take(&mut screen.face, "a keyboard: Enter")?;

    straight::to_plan(&mut screen.face)?;
    let long = notice(2, LONGEST, Keyboard::Waits, &[Kind::Network]);
    screen.take(pictures, "a keyboard, a long name", std::slice::from_ref(&long))?;
    screen.answer(Esc, (2, false))?;
    let declined = Notice { keyboard: Keyboard::Declined, ..long };
    screen.take(pictures, "a keyboard: Esc, and what else it is", &[declined])?;
    screen.read()?;

    let only = notice(3, "Cherry GmbH CHERRY Corded Device", Keyboard::Only, &[]);
    screen.take(pictures, "the only keyboard", &[only])?;
    screen.read()?;
    let only = notice(4, LONGEST, Keyboard::Only, &[Kind::Bluetooth, Kind::Sound]);
    screen.take(pictures, "the only keyboard, and what stays off", &[only])?;
    screen.read()?;

    let kinds = [
        ("Google Pixel 7", vec![Kind::Phone]),
        ("Logitech USB Optical Mouse", vec![Kind::Mouse]),
        ("Logitech Webcam C270", vec![Kind::Sound]),
        ("", vec![Kind::Unknown]),
        ("FTDI FT232R USB UART", vec![Kind::Serial]),
        ("1209:a1e5", vec![Kind::Input, Kind::Bluetooth]),
    ];
    let six = (5..).zip(&kinds).map(|(number, (name, off))| notice(number, name, Keyboard::Quiet, off));
    screen.take(pictures, "six that stay off", &six.collect::<Vec<_>>())?;
    screen.read()?;
    let off = [Kind::Network, Kind::Serial, Kind::Phone];
    let eight: Vec<_> = (11..19).map(|number| notice(number, LONGEST, Keyboard::Quiet, &off)).collect();
    screen.take(pictures, "eight that stay off", &eight)?;
    screen.read()?;
    screen.take(pictures, "the rest of the eight", &eight)?;
    screen.read()?;
    pictures.take(&mut screen.face, "all is told")
}
