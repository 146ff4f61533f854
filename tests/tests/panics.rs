//! A fault of the program ends what it did just now, and nothing else: it is told, what was made is kept, and
//! the same can be tried again. Who watches goes on watching.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use coldspare::nitrokey::{Bus, NitrokeyError, Port};
use coldspare::tui::{App, Wake, open};
use coldspare_tests::machine;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{KeyCode, KeyEvent};

/// A bus that panics while it is told to: when it is used, or also when it is only looked at.
struct Faulty(Arc<AtomicBool>, Arc<AtomicBool>);

impl Bus for Faulty {
    fn ports(&self) -> Result<Vec<Port>, NitrokeyError> {
        assert!(!self.0.load(Ordering::SeqCst), "the PIN is 123456");
        Ok(Vec::new())
    }

    fn power_cycle(&self, _: &str) -> Result<(), NitrokeyError> {
        Ok(())
    }

    fn presence(&self) -> Result<Vec<(String, u32)>, NitrokeyError> {
        assert!(!self.1.load(Ordering::SeqCst), "the PIN is 123456");
        Ok(Vec::new())
    }
}

#[test]
fn a_panic_in_a_job_is_told_and_the_step_is_tried_again() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let fault = Arc::new(AtomicBool::new(false));
    let (context, wakes) = open(machine(Faulty(Arc::clone(&fault), Arc::default()), folder.path()));
    let mut app = App::new(context);
    let mut terminal = Terminal::new(TestBackend::new(80, 25))?;
    let mut look = |app: &mut App| {
        terminal.draw(|frame| app.draw(frame)).unwrap();
        terminal.backend().to_string()
    };
    let key = |app: &mut App, code| app.wake(Wake::Key(KeyEvent::from(code)));
    let enter = |app: &mut App, times| (0..times).for_each(|_| key(app, KeyCode::Enter));
    let type_in = |app: &mut App, text: &str| text.chars().for_each(|c| key(app, KeyCode::Char(c)));

    // Language, layout, try; 'Set up keys', self-check, clock; all questions, new keys.
    enter(&mut app, 6);
    key(&mut app, KeyCode::Down);
    enter(&mut app, 2);
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
    ensure!(after.contains("What was made so far is kept"), "it is elsewhere:\n{after}");
    ensure!(!after.contains("123456"), "what the panic said is on the screen:\n{after}");

    // The same step again, and then on to the next: nothing was taken away.
    fault.store(false, Ordering::SeqCst);
    enter(&mut app, 1);
    while look(&mut app).contains("A fault in this program") || !look(&mut app).contains("Mixed in") {
        ensure!(Instant::now() < until, "it was not done again:\n{}", look(&mut app));
        if let Ok(wake) = wakes.recv_timeout(Duration::from_millis(100)) {
            app.wake(wake);
        }
    }
    let done = look(&mut app);
    // Whatever it may be that a screen itself falls over, the step is still there behind what tells it.
    app.wake(Wake::Fault);
    let told = look(&mut app);
    ensure!(told.contains("A fault in this program") && told.contains("go on where you were"), "{told}");
    enter(&mut app, 1);
    ensure!(look(&mut app) == done, "it is elsewhere:\n{}", look(&mut app));
    Ok(())
}

#[test]
fn who_watches_goes_on_watching_after_a_panic() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let fault = Arc::new(AtomicBool::new(true));
    let (_desk, wakes) = open(machine(Faulty(Arc::default(), Arc::clone(&fault)), folder.path()));
    let patience = Duration::from_secs(60);
    let mut told = false;
    while !told {
        told = matches!(wakes.recv_timeout(patience)?, Wake::Nitrokeys(Err(NitrokeyError::Fault)));
    }
    // Sticks are seen all the same.
    std::fs::create_dir(folder.path().join("COLDSPARE"))?;
    while !matches!(wakes.recv_timeout(patience)?, Wake::Sticks(sticks) if sticks.len() == 1) {}
    fault.store(false, Ordering::SeqCst);
    while !matches!(wakes.recv_timeout(patience)?, Wake::Nitrokeys(Ok(_))) {}
    Ok(())
}
