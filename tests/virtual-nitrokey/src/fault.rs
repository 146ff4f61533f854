/// Something that goes wrong with a key, at a command that the test chooses.
///
/// Commands are counted from 1: the very next one after [`fault`](crate::VirtualNitrokey::fault). A
/// fault happens once. Number 0 never comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The n-th command is executed, but its answer is lost: at that moment the key is pulled out. It
    /// stays out until it is plugged in again. This is the power cut between two writes.
    CutAfter(u64),
    /// The n-th command is cut in two: the power fails while it is executed. What it writes is written as far as to
    /// this part. On a Start it is a data object of which the rest is as erased flash has it; on the others, whose
    /// file system does not know objects cut in two, it is the writes to the chip, and the next one of them by half.
    CutWithin {
        /// Which command, counted from 1.
        after: u64,
        /// 256ths, at least one.
        part: u8,
    },
    /// The n-th command is not executed and answers this status word.
    Fail {
        /// Which command, counted from 1.
        after: u64,
        /// What it answers, for example `0x6581` (memory failure).
        status: u16,
    },
    /// The n-th command is not executed, and the key never answers until it is pulled out.
    Hang {
        /// Which command, counted from 1.
        after: u64,
    },
    /// The n-th command is not executed and nothing comes back; the key stays in.
    Drop {
        /// Which command, counted from 1.
        after: u64,
    },
}

impl Fault {
    fn countdown(&mut self) -> &mut u64 {
        match self {
            Self::CutAfter(n)
            | Self::CutWithin { after: n, .. }
            | Self::Fail { after: n, .. }
            | Self::Hang { after: n }
            | Self::Drop { after: n } => n,
        }
    }

    /// Counts one command; the fault, when this is its command.
    pub(crate) fn due(pending: &mut Option<Self>) -> Option<Self> {
        let left = pending.as_mut()?.countdown();
        match *left {
            0 => None,
            1 => pending.take(),
            _ => {
                *left -= 1;
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Fault;

    #[test]
    fn a_fault_comes_at_its_command_and_once() {
        let mut pending = Some(Fault::Drop { after: 3 });
        let seen: Vec<bool> = (0..5).map(|_| Fault::due(&mut pending).is_some()).collect();
        assert_eq!(seen, [false, false, true, false, false]);
    }

    #[test]
    fn number_zero_never_comes() {
        let mut pending = Some(Fault::CutAfter(0));
        assert!((0..5).all(|_| Fault::due(&mut pending).is_none()));
    }
}
