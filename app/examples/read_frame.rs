//! How long one look at a camera's frame takes: reads the PNG file that is named 50 times, and prints
//! the median in milliseconds.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use coldspare::paper::Picture;

fn main() -> ExitCode {
    let file = std::env::args_os().nth(1).unwrap_or_default();
    let picture = match std::fs::read(&file).map(|bytes| Picture::from_png(&bytes)) {
        Ok(Ok(picture)) => picture,
        Ok(Err(e)) => return failed(&e),
        Err(e) => return failed(&e),
    };
    let once = || {
        let start = Instant::now();
        std::hint::black_box(picture.quick_codes());
        start.elapsed()
    };
    let mut times: [Duration; 50] = std::array::from_fn(|_| once());
    times.sort();
    println!("{:.1}", times[25].as_secs_f64() * 1e3);
    ExitCode::SUCCESS
}

fn failed(error: &dyn std::error::Error) -> ExitCode {
    eprintln!("{error}");
    ExitCode::FAILURE
}
