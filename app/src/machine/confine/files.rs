//! Which files a process reaches, by Landlock (landlock(7)): those that are named here, and no other.

use std::path::{Path, PathBuf};

use landlock::{
    ABI, Access, AccessFs, AccessNet, BitFlags, PathBeneath, PathFd, Ruleset, RulesetAttr,
    RulesetCreatedAttr, RulesetStatus, Scope, make_bitflags,
};

use super::error::ConfineError;

/// What Linux 6.12 knows, the appliance's: also devices' own commands, the network, signals, and sockets without a file.
const ABI: ABI = ABI::V6;

type Rights = BitFlags<AccessFs>;

/// What a process may do with which files.
#[derive(Debug, Default)]
pub(super) struct Files(Vec<(PathBuf, Rights)>);

impl Files {
    fn with(mut self, paths: &[impl AsRef<Path>], rights: Rights) -> Self {
        self.0.extend(paths.iter().map(|path| (path.as_ref().to_owned(), rights)));
        self
    }

    /// Programs that it may become.
    pub(super) fn start(self, programs: &[impl AsRef<Path>]) -> Self {
        self.with(programs, make_bitflags!(AccessFs::{Execute | ReadFile}))
    }

    /// Folders that it may read, with all that is in them.
    pub(super) fn read(self, folders: &[impl AsRef<Path>]) -> Self {
        self.with(folders, make_bitflags!(AccessFs::{ReadFile | ReadDir}))
    }

    /// Devices, or folders of them, that it may use.
    pub(super) fn devices(self, paths: &[impl AsRef<Path>]) -> Self {
        self.with(paths, make_bitflags!(AccessFs::{ReadFile | WriteFile | ReadDir | IoctlDev}))
    }

    /// A folder in which it may make files and sockets, and remove them.
    pub(super) fn fill(self, folder: &str) -> Self {
        let all = make_bitflags!(AccessFs::{
            ReadFile | WriteFile | ReadDir | Truncate | MakeReg | MakeSock | RemoveFile
        });
        self.with(&[folder], all)
    }

    /// From now on this thread, and whatever it starts, reaches nothing else; nor does it send signals to others. An
    /// older kernel keeps from it what it can.
    pub(super) fn confine(self) -> Result<(), ConfineError> {
        let mut rules = Ruleset::default()
            .handle_access(AccessFs::from_all(ABI))?
            .handle_access(AccessNet::from_all(ABI))?
            .scope(Scope::from_all(ABI))?
            .create()?;
        for (path, rights) in self.0 {
            let file = PathFd::new(&path)?;
            let rights = if path.is_dir() { rights } else { rights & AccessFs::from_file(ABI) };
            rules = rules.add_rule(PathBeneath::new(file, rights))?;
        }
        match rules.restrict_self()?.ruleset {
            RulesetStatus::FullyEnforced => Ok(()),
            RulesetStatus::PartiallyEnforced | RulesetStatus::NotEnforced => Err(ConfineError::TooOld),
        }
    }
}
