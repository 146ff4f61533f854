//! How long one look at a camera's picture takes: of each PNG file that is named, the median of 50 looks without a
//! variant, then that of the looks with one, in milliseconds of the processor: what else it does meanwhile does not count.
//! At last the peak memory.

use std::process::ExitCode;

use coldspare::paper::{Looks, Picture};
use rustix::time::{ClockId, clock_gettime};

/// As in the program.
#[global_allocator]
static WIPING: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

const PICTURES: usize = 50;

fn main() -> ExitCode {
    match std::env::args_os().skip(1).try_for_each(|file| measured(file.as_ref())) {
        Ok(()) => {
            let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
            println!("{}", status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Milliseconds that the processor has worked for this process so far.
fn processor() -> f64 {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    time.tv_sec as f64 * 1e3 + time.tv_nsec as f64 / 1e6
}

fn measured(file: &std::path::Path) -> Result<(), Box<dyn std::error::Error>> {
    let picture = Picture::from_png(&std::fs::read(file)?)?;
    let any: fn(&str) -> bool = |_| true;
    let time = |looks: &mut Looks<_>| {
        let start = processor();
        std::hint::black_box(looks.look(picture.grey()));
        processor() - start
    };
    // The first picture is looked at as it is.
    let mut plain: Vec<f64> = (0..PICTURES).map(|_| time(&mut Looks::new(any))).collect();
    let mut looks = Looks::new(any);
    let mut varied: Vec<f64> = (0..PICTURES).map(|_| time(&mut looks)).collect();
    plain.sort_by(f64::total_cmp);
    varied.sort_by(f64::total_cmp);
    println!("{:.1} {:.1}", plain[PICTURES / 2], varied[PICTURES / 2]);
    Ok(())
}
