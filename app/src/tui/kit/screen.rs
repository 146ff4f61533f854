//! What fills the screen, home or a flow, and what a key makes of it.

use ratatui::crossterm::event::KeyEvent;

use crate::language::Key;
use crate::tui::kit::context::Context;
use crate::tui::kit::view::View;

/// The stages of a flow, for the list at the side.
#[derive(Debug)]
pub(in crate::tui) struct Stages {
    /// Their names.
    pub names: Vec<String>,
    /// The one that it is at, from 1.
    pub at: usize,
}

/// What a key led to.
pub(in crate::tui) enum ScreenOutcome {
    /// Nowhere: this screen stays.
    Stay,
    /// Another screen.
    Open(Box<dyn Screen>),
    /// Home.
    Home,
    /// The flow that is called so at home.
    Begin(Key),
    /// The computer is to be switched off.
    Off,
}

/// A step as it is listed for tests: its title, its text and its help, and whether it stands beside the way.
pub(in crate::tui) type Listed = ([Key; 3], bool);

/// Something that fills the screen: home, or a flow.
pub(in crate::tui) trait Screen {
    /// Its name, in the top line.
    fn name(&self, context: &Context) -> String;
    /// Its stages.
    fn stages(&self, _: &Context) -> Option<Stages> {
        None
    }
    /// The steps that it consists of.
    fn steps(&self) -> Vec<Listed> {
        Vec::new()
    }
    /// What is shown.
    fn view(&self, context: &Context) -> View;
    /// A key, other than F1 and F10.
    fn key(&mut self, key: KeyEvent, context: &mut Context) -> ScreenOutcome;
    /// Something else happened.
    fn on_event(&mut self, _: &mut Context) -> ScreenOutcome {
        ScreenOutcome::Stay
    }
    /// What F1 says.
    fn help(&self, context: &Context) -> Option<String>;
    /// What would be lost if it ended now.
    fn loss(&self, _: &Context) -> Option<String> {
        None
    }
    /// Whether it must not be left just now.
    fn is_busy(&self) -> bool {
        false
    }
    /// Whether Esc leads anywhere.
    fn goes_back(&self) -> bool {
        !self.is_busy()
    }
}
