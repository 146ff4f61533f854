//! What an earlier sitting has not finished: it was cut off between the bundle and the rehearsal, and the backup before it is
//! still kept beside the new one.

use crate::backup::bundle;
use crate::ceremony::{Made, bundles};
use crate::machine::stick::discover::Plugged;
use crate::machine::stick::folder::replaced_by;
use crate::tui::kit::context::Context;
use crate::tui::kit::jobs::Job;

/// Looks through the sticks that are plugged in; gives the names of those where both lie.
pub(in crate::tui) fn looks_for_unfinished(opened: &Made, context: &Context) -> Job<Vec<String>, ()> {
    let (sticks, folder) = (context.plugged.clone(), bundle::folder(&opened.identity().fingerprint()));
    Job::start(&context.wake, move |_| {
        let is_unfinished = |stick: &Plugged| {
            let there = stick.open().ok().and_then(|open| bundles(&open).ok()).unwrap_or_default();
            there.contains(&folder) && there.iter().any(|name| replaced_by(name) == Some(&folder))
        };
        sticks.iter().filter(|stick| is_unfinished(stick)).map(|stick| stick.name().to_owned()).collect()
    })
}
