//! Printers: each page as a job in a language that the printer speaks.

mod pcl;
mod runs;
