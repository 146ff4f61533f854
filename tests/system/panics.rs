//! A fault of the program ends a step, not the program: it is told, what was secret is dropped, and home is
//! there again.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use coldspare::machine::sticks::Sticks;
use coldspare::nitrokey::{Bus, NitrokeyError, Port};
use coldspare::paper::printer::Printers;
use coldspare::tui::{App, Machine, Wake, open};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{KeyCode, KeyEvent};

/// A bus that panics once it is told to.
struct Faulty(Arc<AtomicBool>);

impl Bus for Faulty {
    fn ports(&self) -> Result<Vec<Port>, NitrokeyError> {
        assert!(!self.0.load(Ordering::SeqCst), "the PIN is 123456");
        Ok(Vec::new())
    }

    fn presence(&self) -> Result<Vec<(String, u32)>, NitrokeyError> {
        Ok(Vec::new())
    }
}

#[test]
fn a_panic_in_a_step_is_told_and_leads_home() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let fault = Arc::new(AtomicBool::new(false));
    let (desk, wakes) = open(Machine {
        bus: Arc::new(Faulty(Arc::clone(&fault))),
        sticks: Sticks::at(folder.path()),
        printers: Printers::at(folder.path(), folder.path()),
        program: coldspare_tests::coldspare(),
        appliance: false,
        trial: false,
        restarted: false,
        console: false,
        usb: None,
    });
    let mut app = App::new(desk);
    let mut terminal = Terminal::new(TestBackend::new(80, 25))?;
    let mut look = |app: &mut App| {
        terminal.draw(|frame| app.draw(frame)).unwrap();
        terminal.backend().to_string()
    };
    let key = |app: &mut App, code| app.wake(Wake::Key(KeyEvent::from(code)));
    let enter = |app: &mut App, times| (0..times).for_each(|_| key(app, KeyCode::Enter));
    let type_in = |app: &mut App, text: &str| text.chars().for_each(|c| key(app, KeyCode::Char(c)));

    // Language, layout, try; 'Set up keys', self-check, clock, typed, new keys.
    enter(&mut app, 8);
    type_in(&mut app, "Ada");
    // Name, address, algorithm, expiry, cards, needed.
    enter(&mut app, 6);
    for name in ["Grace", "Alan", "Emmy"] {
        type_in(&mut app, name);
        enter(&mut app, 1);
    }
    // Notes; Nitrokeys, PINs, touch, nothing special; the plan; no Nitrokey is here; no dice.
    enter(&mut app, 3 + 4 + 1 + 1 + 1);
    let before = look(&mut app);
    ensure!(before.contains("Or type anything"), "it is elsewhere:\n{before}");

    fault.store(true, Ordering::SeqCst);
    enter(&mut app, 1);
    let until = Instant::now() + Duration::from_secs(60);
    while !look(&mut app).contains("A fault in this program") {
        ensure!(Instant::now() < until, "it was not told:\n{}", look(&mut app));
        if let Ok(wake) = wakes.recv_timeout(Duration::from_millis(100)) {
            app.wake(wake);
        }
    }
    let after = look(&mut app);
    ensure!(after.contains("Set up keys"), "it is not home:\n{after}");
    ensure!(!after.contains("123456"), "what the panic said is on the screen:\n{after}");

    // And it can be used as before.
    fault.store(false, Ordering::SeqCst);
    enter(&mut app, 1);
    ensure!(look(&mut app).contains("Is this computer fit for it?"));
    Ok(())
}
