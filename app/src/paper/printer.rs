//! Printers: each page as a job in a language that the printer speaks.

mod escpos;
mod pcl;
mod postscript;
mod raster;
mod runs;
