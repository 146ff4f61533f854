//! What somebody does beside typing.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::virtual_pc::VirtualPc;

/// The hands of whoever sits before the computer: they plug things in and out, and take what is printed.
pub trait Hands {
    /// Plugs a Nitrokey in, counted from 0, wherever there is room.
    ///
    /// # Errors
    /// If there is no room.
    fn plug(&mut self, nitrokey: usize) -> Result<()>;

    /// Pulls a Nitrokey out.
    ///
    /// # Errors
    /// If there is none.
    fn unplug(&mut self, nitrokey: usize) -> Result<()>;

    /// Plugs the stick of this name in.
    ///
    /// # Errors
    /// If there is none.
    fn plug_stick(&mut self, name: &str) -> Result<()>;

    /// Pulls the stick of this name out, in whatever state it is.
    ///
    /// # Errors
    /// What the system says.
    fn unplug_stick(&mut self, name: &str) -> Result<()>;

    /// What was printed so far, as PDF, page by page.
    fn pages(&self) -> Vec<PathBuf>;
}

impl Hands for VirtualPc {
    fn plug(&mut self, nitrokey: usize) -> Result<()> {
        let reader = self.free_reader(|_| true).context("both readers are in use")?;
        VirtualPc::plug(self, nitrokey, reader)
    }

    fn unplug(&mut self, nitrokey: usize) -> Result<()> {
        VirtualPc::unplug(self, nitrokey)
    }

    fn plug_stick(&mut self, name: &str) -> Result<()> {
        VirtualPc::plug_stick(self, name)
    }

    fn unplug_stick(&mut self, name: &str) -> Result<()> {
        VirtualPc::unplug_stick(self, name)
    }

    fn pages(&self) -> Vec<PathBuf> {
        VirtualPc::pages(self)
    }
}
