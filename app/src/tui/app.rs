//! The screens as a state: what is on the screen, and what a key makes of it. It knows the terminal
//! only as something to draw on, so tests drive it as a person does.

use std::time::Instant;

use ratatui::Frame;
use ratatui::crossterm::event::{KeyCode, KeyEvent};

use crate::machine::init::Ending;
use crate::tui::home::{self, Home};
use crate::tui::kit::context::Context;
use crate::tui::kit::controls::List;
use crate::tui::kit::draw::{self, Fit, Shown};
use crate::tui::kit::events::Wake;
use crate::tui::kit::jobs::any_at_work;
use crate::tui::kit::screen::{Screen, ScreenOutcome};
use crate::tui::kit::view::{Item, Part, View};
use crate::tui::parts::choose::answers;
use crate::tui::ports::Announcer;

/// What lies over the screen.
enum Over {
    /// F1's explanation.
    Help { text: String },
    /// A QR code as large as it gets.
    Code,
    /// 'Switch off?', or 'Leave?'; the first answer is no.
    Sure { off: bool, loss: Option<String>, answer: List },
    /// The program fell over something. What was made is still there; the first answer goes on with it.
    Fault { answer: List },
}

/// How near the end the program is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// Not yet.
    Running,
    /// Everything is wiped; the owner reads the farewell.
    Farewell,
    /// The program ends.
    Ended,
}

/// The screens.
pub struct App {
    context: Context,
    screen: Box<dyn Screen>,
    over: Option<Over>,
    announcer: Announcer,
    end: End,
    /// The farewell's two ways, on the appliance.
    last: List,
    /// More came at once than one line, and nothing was typed since.
    too_much: bool,
    scroll: usize,
    fit: Fit,
}

impl App {
    /// Begins with the first screen: language and keyboard.
    pub fn new(mut context: Context) -> Self {
        let screen = crate::tui::flows::keyboard::first(&mut context);
        App {
            context,
            screen,
            over: None,
            announcer: Announcer::default(),
            end: End::Running,
            last: List::default(),
            too_much: false,
            scroll: 0,
            fit: Fit::default(),
        }
    }

    /// What all screens have at hand.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// How the program is to end, once it is.
    pub fn ending(&self) -> Option<Ending> {
        let stay = self.context.appliance && self.last.at == 1;
        (self.end == End::Ended).then(|| Ending { stay, language: self.context.language() })
    }

    /// How the last drawing fitted its place.
    pub fn fit(&self) -> Fit {
        self.fit
    }

    /// Whether work goes on that must not be left.
    pub fn is_busy(&self) -> bool {
        self.screen.is_busy()
    }

    /// Takes whatever happened.
    pub fn wake(&mut self, wake: Wake) {
        match wake {
            Wake::Key(key) | Wake::AtOnce(key) => {
                self.too_much = false;
                self.context.at_once = matches!(wake, Wake::AtOnce(_));
                return self.key(key);
            }
            Wake::TooMuch => self.too_much = true,
            Wake::Resize | Wake::Poll => {}
            Wake::Fault => self.panicked(),
            Wake::Nitrokeys(found) => match found {
                Ok(found) => (self.context.found, self.context.blind) = (found, None),
                Err(error) => (self.context.found, self.context.blind) = (Vec::new(), Some(error)),
            },
            Wake::Sticks(plugged) => (self.context.plugged, self.context.no_sticks) = (plugged, false),
            Wake::NoSticks => (self.context.plugged, self.context.no_sticks) = (Vec::new(), true),
            Wake::Usb(seen) => self.context.usb = seen,
        }
        let free = self.over.is_none() && self.end == End::Running;
        let before = self.announcer.view(&self.context).is_some();
        self.announcer.on_event(&self.context, free, Instant::now());
        if !before && self.announcer.view(&self.context).is_some() {
            self.context.interrupted += 1;
        }
        if self.end == End::Running {
            let then = self.screen.on_event(&mut self.context);
            self.then(then);
        }
    }

    fn key(&mut self, key: KeyEvent) {
        match self.end {
            End::Running => {}
            End::Farewell if key.code == KeyCode::Enter && !any_at_work() => return self.end = End::Ended,
            End::Farewell if self.context.appliance => {
                let items = self.farewells();
                self.last.key(key, &items);
                return;
            }
            End::Farewell | End::Ended => return,
        }
        if self.announcer.key(key, &self.context, self.over.is_none(), Instant::now()) {
            return;
        }
        if let Some(over) = self.over.take() {
            return self.key_over(over, key);
        }
        match key.code {
            KeyCode::F(1) => {
                self.over = self.screen.help(&self.context).map(|text| Over::Help { text });
                self.scroll = 0;
            }
            KeyCode::F(10) => {
                let loss = self.screen.loss(&self.context);
                self.over = Some(Over::Sure { off: true, loss, answer: List::default() });
            }
            KeyCode::F(4) if self.code().is_some() => self.over = Some(Over::Code),
            KeyCode::PageDown if self.fit.below > 0 => self.scroll += usize::from(self.fit.height / 2),
            KeyCode::PageUp if self.scroll > 0 => {
                self.scroll = self.scroll.saturating_sub(usize::from(self.fit.height / 2));
            }
            _ => {
                let then = self.screen.key(key, &mut self.context);
                self.scroll = 0;
                self.then(then);
            }
        }
    }

    fn code(&self) -> Option<zeroize::Zeroizing<String>> {
        let parts = self.screen.view(&self.context).parts;
        parts.into_iter().find_map(|part| if let Part::Code(code) = part { Some(code) } else { None })
    }

    fn key_over(&mut self, over: Over, key: KeyEvent) {
        if let Over::Fault { mut answer } = over {
            match key.code {
                KeyCode::Enter if answer.at == 0 => {}
                // Whatever it held is dropped, and so wiped.
                KeyCode::Enter => self.screen = Box::new(Home::new(None)),
                KeyCode::F(10) => self.farewell(),
                _ => {
                    answer.key(key, &self.faults());
                    self.over = Some(Over::Fault { answer });
                }
            }
            return;
        }
        let Over::Sure { off, loss, mut answer } = over else {
            let scrolls = matches!(key.code, KeyCode::PageDown | KeyCode::Down) && self.fit.below > 0;
            // A letter of a PIN that somebody goes on typing must not be swallowed.
            let types = matches!((&over, key.code), (Over::Help { .. }, KeyCode::Char(_)));
            if scrolls || types {
                self.scroll += usize::from(scrolls);
                self.over = Some(over);
            } else {
                self.scroll = 0;
            }
            return;
        };
        match key.code {
            KeyCode::Esc | KeyCode::F(10) => {}
            KeyCode::Enter if answer.at == 0 => {}
            KeyCode::Enter if off => self.farewell(),
            KeyCode::Enter => self.screen = Box::new(Home::new(None)),
            _ => {
                answer.key(key, &self.answers(off));
                self.over = Some(Over::Sure { off, loss, answer });
            }
        }
    }

    fn answers(&self, off: bool) -> Vec<Item> {
        let yes = if off { key!("off-yes") } else { key!("leave-yes") };
        [key!("sure-no"), yes].map(|answer| Item::new(self.context.say(answer), "")).to_vec()
    }

    fn then(&mut self, then: ScreenOutcome) {
        match then {
            ScreenOutcome::Stay => {}
            ScreenOutcome::Open(screen) => self.screen = screen,
            ScreenOutcome::Home => match self.screen.loss(&self.context) {
                None => {
                    let restarted = std::mem::take(&mut self.context.restarted);
                    self.screen = Box::new(Home::new(restarted.then(|| self.context.say(key!("restarted")))));
                    self.announcer.greeted();
                }
                loss => self.over = Some(Over::Sure { off: false, loss, answer: List::default() }),
            },
            // What would be lost is said as on the way home, and the answer leads there.
            ScreenOutcome::Begin(_) if self.screen.loss(&self.context).is_some() => {
                self.then(ScreenOutcome::Home);
            }
            ScreenOutcome::Begin(flow) => match home::begin(flow, &mut self.context) {
                ScreenOutcome::Open(screen) => self.screen = screen,
                _ => self.then(ScreenOutcome::Home),
            },
            ScreenOutcome::Off => self.farewell(),
        }
    }

    /// Ends what went on: it is dropped, and so wiped.
    fn farewell(&mut self) {
        self.screen = Box::new(Home::new(None));
        self.end = End::Farewell;
    }

    /// A step panicked. It is told, and nothing is taken away: the owner goes on where it was, or leaves it.
    pub fn panicked(&mut self) {
        if !matches!(self.over, Some(Over::Fault { .. })) {
            self.over = Some(Over::Fault { answer: List::default() });
        }
    }

    fn faults(&self) -> Vec<Item> {
        answers(&self.context, &[noted!("panicked-on"), noted!("panicked-home")])
    }

    /// Draws all of it.
    pub fn draw(&mut self, frame: &mut Frame<'_>) {
        let context = &self.context;
        let goes_first = self.over.is_none() || self.announcer.is_on_trial(context);
        let announced = self.announcer.view(context).filter(|_| goes_first);
        let over = self.over.is_some() || announced.is_some() || self.end != End::Running;
        let scroll = if announced.is_some() { 0 } else { self.scroll };
        let lies_over = self.over.as_ref().filter(|_| announced.is_none());
        let (view, name, stages) = match (lies_over, self.end) {
            (_, End::Farewell | End::Ended) => (self.farewell_view(), String::new(), None),
            (None, _) if announced.is_some() => {
                (announced.unwrap_or_default(), self.screen.name(context), self.screen.stages(context))
            }
            (None, _) => (self.screen.view(context), self.screen.name(context), self.screen.stages(context)),
            (Some(Over::Code), _) => {
                let code = self.code().unwrap_or_default();
                self.fit = draw::code(
                    frame,
                    &code,
                    &context.say(key!("code-close")),
                    &context.say(key!("code-small")),
                );
                return;
            }
            (Some(Over::Help { text }), _) => {
                let text = text
                    .split("\n\n")
                    .fold(View::new(context.say(key!("help"))), |view, part| view.text(part));
                (
                    text.enter(context.say(key!("help-close"))),
                    self.screen.name(context),
                    self.screen.stages(context),
                )
            }
            (Some(Over::Fault { answer }), _) => {
                let view =
                    View::new(context.say(key!("panicked"))).warning(context.say(key!("panicked-text")));
                let view = view.list(answer, self.faults()).enter(context.say(key!("key-choose")));
                // The screen below is what may have failed.
                (view, String::new(), None)
            }
            (Some(Over::Sure { off, loss, answer }), _) => {
                let mut view = View::new(context.say(if *off { key!("off") } else { key!("leave") }));
                if self.screen.is_busy() {
                    view = view.warning(context.say(key!("off-busy")));
                }
                if let Some(loss) = loss {
                    view = view.warning(loss.clone());
                }
                let view = view
                    .text(context.say(if *off { key!("off-text") } else { key!("leave-text") }))
                    .list(answer, self.answers(*off))
                    .enter(context.say(key!("key-choose")));
                (view, self.screen.name(context), None)
            }
        };
        let view = if self.too_much { view.warning(context.say(key!("too-much"))) } else { view };
        self.fit = draw::screen(
            frame,
            &Shown { context, view, name, stages, over, back: self.screen.goes_back(), scroll },
        );
    }

    fn farewell_view(&self) -> View {
        let context = &self.context;
        if any_at_work() {
            return View::new(context.say(key!("farewell"))).text(context.say(key!("farewell-wait")));
        }
        let view = View::new(context.say(key!("farewell")))
            .good(context.say(key!("farewell-wiped")))
            .text(context.say(key!("farewell-take")));
        match context.appliance {
            true => view.list(&self.last, self.farewells()).enter(context.say(key!("key-choose"))),
            false => view.enter(context.say(key!("farewell-enter"))),
        }
    }

    /// The appliance is switched off at once, or stays on until the owner has read that it may be.
    fn farewells(&self) -> Vec<Item> {
        answers(&self.context, &[noted!("farewell-now"), noted!("farewell-stay")])
    }
}
