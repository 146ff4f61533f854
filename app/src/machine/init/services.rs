//! The services that the image lists, a program and its arguments a line. One that ends is started again.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Where programs are.
pub(super) const PATH: &str = "/usr/bin:/usr/sbin";

use rustix::process::Pid;

/// So long after its end a service is started again; not at once, or one that is broken would keep the
/// computer busy.
const REST: Duration = Duration::from_secs(1);

/// All of them, in the order of the list.
#[derive(Debug)]
pub(super) struct Services(Vec<Service>);

#[derive(Debug)]
struct Service {
    program: String,
    arguments: Vec<String>,
    state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Running(Pid),
    /// To be started, not before that time if there is one.
    Due(Option<Instant>),
}

impl Services {
    /// Those of a list. Blank lines and lines that begin with `#` are none.
    pub(super) fn parse(list: &str) -> Self {
        let lines = list.lines().map(str::trim).filter(|line| !line.starts_with('#'));
        let service = |line: &str| {
            let mut words = line.split_whitespace().map(str::to_owned);
            Some(Service { program: words.next()?, arguments: words.collect(), state: State::Due(None) })
        };
        Services(lines.filter_map(service).collect())
    }

    /// Starts those that are to be started by now.
    pub(super) fn start_due(&mut self, now: Instant) {
        for service in &mut self.0 {
            let State::Due(from) = service.state else { continue };
            if from.is_none_or(|from| from <= now) {
                service.state = service.start().map_or(State::Due(Some(now + REST)), State::Running);
            }
        }
    }

    /// Whether none is to be started.
    pub(super) fn all_run(&self) -> bool {
        self.0.iter().all(|service| matches!(service.state, State::Running(_)))
    }

    /// A process has ended; if it was a service, it will be started again.
    pub(super) fn ended(&mut self, pid: Pid, now: Instant) {
        for service in self.0.iter_mut().filter(|service| service.state == State::Running(pid)) {
            service.state = State::Due(Some(now + REST));
        }
    }
}

impl Service {
    /// Starts it without terminal and environment. What it says would disturb the screens, and nobody could
    /// read it. None if it cannot be started.
    fn start(&self) -> Option<Pid> {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).env_clear().env("PATH", PATH).current_dir("/");
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        // The first process reaps it as it reaps all others.
        command.spawn().ok().map(|child| Pid::from_child(&child))
    }
}

#[cfg(test)]
mod tests {
    use rustix::process::{WaitOptions, waitpid};

    use super::*;

    fn running(services: &Services) -> Vec<Pid> {
        let pid = |service: &Service| match service.state {
            State::Running(pid) => Some(pid),
            State::Due(_) => None,
        };
        services.0.iter().filter_map(pid).collect()
    }

    #[test]
    fn a_list_has_comments_and_blank_lines() {
        let list = "# The first one.\n/usr/bin/one  --with an-argument\n\n  # Another.\n\t/usr/bin/two\n";
        let services = Services::parse(list).0;
        let lines: Vec<_> =
            services.iter().map(|service| (&*service.program, service.arguments.join(" "))).collect();
        assert_eq!(lines, [("/usr/bin/one", "--with an-argument".into()), ("/usr/bin/two", String::new())]);
    }

    #[test]
    fn the_list_of_the_image_can_be_read() {
        let list =
            include_str!("../../../../buildroot-config/board/coldspare/overlay/etc/coldspare/services");
        let [pcscd] = &Services::parse(list).0[..] else { panic!("{list}") };
        // Confined: see `machine/confine.rs`.
        let arguments = pcscd.arguments.join(" ");
        assert_eq!(
            (&*pcscd.program, &*arguments),
            ("/usr/bin/coldspare", "service /usr/sbin/pcscd --foreground")
        );
    }

    #[test]
    fn a_service_that_ends_is_started_again_after_a_second() {
        let begin = Instant::now();
        let mut services = Services::parse("true");
        services.start_due(begin);
        let [first] = running(&services)[..] else { panic!("it does not run") };
        assert!(services.all_run());
        waitpid(Some(first), WaitOptions::empty()).unwrap();

        services.ended(first, begin);
        assert!(!services.all_run());
        services.start_due(begin + REST / 2);
        assert_eq!(running(&services), []);
        services.start_due(begin + REST);
        let [second] = running(&services)[..] else { panic!("it was not started again") };
        waitpid(Some(second), WaitOptions::empty()).unwrap();
    }

    #[test]
    fn a_service_that_cannot_be_started_is_tried_again() {
        let begin = Instant::now();
        let mut services = Services::parse("/nowhere/to/be/found");
        services.start_due(begin);
        assert!(!services.all_run() && running(&services).is_empty());
        assert_eq!(services.0[0].state, State::Due(Some(begin + REST)));
    }
}
