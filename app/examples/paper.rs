//! Five share cards with the backup sheet behind each, drawn and made ready for a printer, once in each
//! language: what `make bench` measures. Prints how long each took, and the peak memory. A plain file
//! stands in for the printer; what is on it belongs to a key that was made for this.

use std::fs;
use std::path::Path;
use std::time::{Instant, SystemTime};

use coldspare::ceremony::{Made, Meeting, PinChoice, Planned, Sealed, Split};
use coldspare::language::Texts;
use coldspare::paper::printer::{Decision, Printers};
use coldspare::paper::{Paper, Sheets};
use coldspare::plan::{Plan, Quorum, Trustee};

/// As in the program.
#[global_allocator]
static WIPING: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("paper FOLDER")?;
    let mut plan = Plan::new("Ada Lovelace <ada@example.org>")?;
    plan.quorum = Quorum::new(3, 5)?;
    plan.trustees = (1..=5).map(|i| Trustee { name: format!("Trustee {i}"), note: String::new() }).collect();
    let meeting = Meeting::new(plan.checked()?)?;
    let made = Made::make(&meeting, PinChoice::Generated, SystemTime::now(), &mut |_| ())?;
    let planned = Planned { sticks: 1, sheets: 0 };
    let sealed = Sealed::seal(&made, Split::of_new_key(made.plan().quorum)?, planned, &mut |_| ())?;
    let texts = Texts::of("en");
    let sheets = Sheets { texts: &texts, paper: Paper::A4 };
    for language in ["POSTSCRIPT", "PDF", "PCL", "PWGRaster", "URF"] {
        let root = Path::new(&folder).join(language);
        fs::create_dir_all(root.join("class/lp0/device"))?;
        fs::create_dir_all(root.join("usb"))?;
        fs::write(root.join("class/lp0/device/ieee1284_id"), format!("MFG:A;MDL:B;CMD:{language};"))?;
        fs::write(root.join("usb/lp0"), "")?;
        let printers = Printers::at(root.join("usb"), root.join("class")).list();
        let printer = printers.first().ok_or("no printer")?;
        let start = Instant::now();
        for share in sealed.shares() {
            let pages = sealed.share_card(&sheets, share.x, true)?;
            printer.print(&pages, &mut |_| Decision::GiveUp)?;
        }
        let size = fs::metadata(root.join("usb/lp0"))?.len();
        println!("{language} {} {size}", start.elapsed().as_millis());
    }
    let status = fs::read_to_string("/proc/self/status")?;
    println!("{}", status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default());
    Ok(())
}
