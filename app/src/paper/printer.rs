//! Printers: each page as a job in a language that the printer speaks.

mod device_id;
mod escpos;
mod pcl;
mod postscript;
mod raster;
mod runs;

pub use device_id::{DeviceId, Language};
