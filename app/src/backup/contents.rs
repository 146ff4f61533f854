//! What is sealed: a tar of everything secret, readable by `tar`.

use std::os::unix::ffi::OsStrExt;
use std::path::{Component, Path, PathBuf};
use std::{fmt, io::Read};

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{Copies, Planned, SealingRecord, copies};
use crate::pins::{KeyPins, Pins};
use crate::plan::{Plan, Role};

/// A secret file.
pub type Secret = Zeroizing<Vec<u8>>;

const SECRET_KEY: &str = "secret-key.asc";
const PINS: &str = "pins.toml";
const PLAN: &str = "plan.toml";
const SEALING: &str = "sealing.toml";
const COPIES: &str = "copies.toml";
const REVOCATION: &str = "revocation/";
const VAULT: &str = "vault/";

/// Everything that is secret.
#[derive(Clone)]
pub struct Contents {
    /// The transferable secret key (RFC 9580 § 10.2), armored, not further protected.
    pub secret_key: Secret,
    /// Ready-made revocation certificates, by the name of the reason.
    pub revocations: Vec<(String, Secret)>,
    /// Each Nitrokey's PINs.
    pub pins: Vec<KeyPins>,
    /// The plan that this was made by.
    pub plan: Plan,
    /// One-time-password seeds, passphrases, recovery codes: by file name.
    pub vault: Vec<(String, Secret)>,
    /// Which sealed backup this is; not yet known before it is sealed.
    pub sealing: Option<SealingRecord>,
    /// Where this sealing and those before it left copies, the oldest first.
    pub copies: Vec<Copies>,
    /// Files that this version does not know: whoever put them there needs them, and they are sealed again.
    pub others: Vec<(PathBuf, Secret)>,
}

impl fmt::Debug for Contents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let vault: Vec<_> = self.vault.iter().map(|(name, _)| name).collect();
        let others: Vec<_> = self.others.iter().map(|(name, _)| name).collect();
        write!(f, "Contents(pins {:?}, vault {vault:?}, others {others:?})", self.pins)
    }
}

/// The inside of a sealed backup is not what it should be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ContentsError {
    /// Not a tar, or a broken one.
    #[error("sealed backup: broken archive")]
    Archive,
    /// A file is not there.
    #[error("sealed backup: no `{0}`")]
    Missing(&'static str),
    /// A file that cannot be read.
    #[error("sealed backup: `{0}` unreadable")]
    Unreadable(&'static str),
    /// A name that would leave its folder.
    #[error("`{0}` is no name for a file in the vault")]
    Name(String),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PinsFile {
    nitrokey: Vec<PinsEntry>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PinsEntry {
    role: Role,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    serial: Option<String>,
    admin_pin: String,
    reset_code: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    user_pin: Option<String>,
}

impl Contents {
    /// The tar, files in a fixed order, all times 0, mode 600.
    ///
    /// # Errors
    /// [`ContentsError::Name`] for a file name in the vault that is none.
    pub fn to_tar(&self) -> Result<Secret, ContentsError> {
        let pins = Zeroizing::new(pins_to_toml(&self.pins).into_bytes());
        let plan = Zeroizing::new(self.plan.to_toml().into_bytes());
        let (planned, earlier) = self.planned();
        let sealing = self.sealing.map(|sealing| Zeroizing::new(sealing.to_toml(planned).into_bytes()));
        let copies = (!earlier.is_empty()).then(|| Zeroizing::new(copies::to_toml(earlier).into_bytes()));
        let mut files: Vec<(PathBuf, &Secret)> = vec![(SECRET_KEY.into(), &self.secret_key)];
        files.extend(self.revocations.iter().map(|(n, b)| (format!("{REVOCATION}{n}.asc").into(), b)));
        files.extend([(PINS.into(), &pins), (PLAN.into(), &plan)]);
        files.extend(sealing.iter().map(|sealing| (SEALING.into(), sealing)));
        files.extend(copies.iter().map(|copies| (COPIES.into(), copies)));
        for (name, bytes) in &self.vault {
            file_name(name)?;
            files.push((format!("{VAULT}{name}").into(), bytes));
        }
        files.extend(self.others.iter().map(|(name, bytes)| (name.clone(), bytes)));
        // Reserved whole, so that it never moves and leaves no copy behind.
        let size: usize = files.iter().map(|(_, bytes)| bytes.len().div_ceil(512) * 512 + 512).sum();
        let mut tar = tar::Builder::new(Vec::with_capacity(size + 1024));
        for (name, bytes) in files {
            let mut header = tar::Header::new_ustar();
            header.set_mode(0o600);
            header.set_mtime(0);
            header.set_size(bytes.len() as u64);
            tar.append_data(&mut header, &name, &bytes[..])
                .map_err(|_| ContentsError::Name(name.display().to_string()))?;
        }
        tar.into_inner().map(Zeroizing::new).map_err(|_| ContentsError::Archive)
    }

    /// How many sticks and sheets were planned of this sealing, and what earlier ones left. What stands in record and plan
    /// is not written twice: a backup sheet has no room to spare.
    fn planned(&self) -> (Option<Planned>, &[Copies]) {
        match (self.sealing, self.copies.split_last()) {
            (Some(record), Some((last, earlier))) => {
                let planned = last.planned();
                match *last == Copies::of_this(record, &self.plan, planned) {
                    true => (Some(planned), earlier),
                    false => (None, &self.copies),
                }
            }
            _ => (None, &self.copies),
        }
    }

    /// Reads the tar.
    ///
    /// # Errors
    /// [`ContentsError`].
    pub fn from_tar(bytes: &[u8]) -> Result<Self, ContentsError> {
        let (mut secret_key, mut pins, mut plan) = (None, None, None);
        let (mut sealing, mut copied) = (None, None);
        let (mut revocations, mut vault, mut others) = (Vec::new(), Vec::new(), Vec::new());
        let mut archive = tar::Archive::new(bytes);
        for entry in archive.entries().map_err(|_| ContentsError::Archive)? {
            let mut entry = entry.map_err(|_| ContentsError::Archive)?;
            if entry.header().entry_type().is_dir() {
                continue;
            }
            let path = inside(&entry.path().map_err(|_| ContentsError::Archive)?);
            let size = usize::try_from(entry.size()).map_err(|_| ContentsError::Archive)?;
            if size > bytes.len() {
                return Err(ContentsError::Archive);
            }
            let mut file = Zeroizing::new(Vec::with_capacity(size));
            entry.read_to_end(&mut file).map_err(|_| ContentsError::Archive)?;
            let name = path.to_str().unwrap_or_default();
            let reason = name.strip_prefix(REVOCATION).and_then(|name| name.strip_suffix(".asc"));
            let kept = name.strip_prefix(VAULT);
            match name {
                SECRET_KEY => secret_key = Some(file),
                PINS => pins = Some(file),
                PLAN => plan = Some(file),
                SEALING => sealing = Some(file),
                COPIES => copied = Some(file),
                _ => match (reason.filter(|name| is_file_name(name)), kept.filter(|name| is_file_name(name)))
                {
                    (Some(reason), _) => revocations.push((reason.into(), file)),
                    (_, Some(name)) => vault.push((name.into(), file)),
                    (None, None) => others.push((path, file)),
                },
            }
        }
        // A file that is needed, or one that may be missing, as what stands in it.
        fn read<T>(
            name: &'static str,
            file: &Secret,
            read: impl FnOnce(&[u8]) -> Option<T>,
        ) -> Result<T, ContentsError> {
            read(file).ok_or(ContentsError::Unreadable(name))
        }
        let plan = plan.ok_or(ContentsError::Missing(PLAN))?;
        let pins = pins.ok_or(ContentsError::Missing(PINS))?;
        let plan_in = |bytes: &[u8]| Plan::from_toml(std::str::from_utf8(bytes).ok()?).ok();
        let sealing = sealing.map(|file| read(SEALING, &file, SealingRecord::from_toml)).transpose()?;
        let copies = copied.map(|file| read(COPIES, &file, copies::from_toml)).transpose()?;
        let plan = read(PLAN, &plan, plan_in)?;
        let this = sealing.and_then(|(record, planned)| Some(Copies::of_this(record, &plan, planned?)));
        Ok(Contents {
            secret_key: secret_key.ok_or(ContentsError::Missing(SECRET_KEY))?,
            revocations,
            pins: read(PINS, &pins, pins_from_toml)?,
            plan,
            vault,
            sealing: sealing.map(|(record, _)| record),
            copies: copies.unwrap_or_default().into_iter().chain(this).collect(),
            others,
        })
    }
}

/// A name below the archive's folder, whatever stands in front of it: `tar cf` by hand puts a `./` there.
fn inside(name: &Path) -> PathBuf {
    let name: PathBuf = name.components().filter(|part| matches!(part, Component::Normal(_))).collect();
    // A file has a name, and no name has a NUL in it (POSIX.1).
    let is_name = !name.as_os_str().is_empty() && !name.as_os_str().as_bytes().contains(&0);
    if is_name { name } else { "unnamed".into() }
}

/// Whether something can be kept in the vault under this name: asked for where it is typed, and once more when it
/// is sealed.
///
/// # Errors
/// [`ContentsError::Name`].
pub fn file_name(name: &str) -> Result<(), ContentsError> {
    match is_file_name(name) {
        true => Ok(()),
        false => Err(ContentsError::Name(name.escape_debug().to_string())),
    }
}

fn is_file_name(name: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || ".-_".contains(c);
    (1..=80).contains(&name.len()) && name.chars().all(allowed) && !name.starts_with('.')
}

fn pins_to_toml(pins: &[KeyPins]) -> String {
    let expose = |pin: &SecretString| pin.expose_secret().to_owned();
    let file = PinsFile {
        nitrokey: pins
            .iter()
            .map(|p| PinsEntry {
                role: p.role.clone(),
                serial: p.serial.clone(),
                admin_pin: expose(&p.pins.admin),
                reset_code: expose(&p.pins.reset_code),
                user_pin: p.pins.user.as_ref().map(expose),
            })
            .collect(),
    };
    // Serialising plain strings cannot fail.
    toml::to_string(&file).unwrap_or_default()
}

fn pins_from_toml(bytes: &[u8]) -> Option<Vec<KeyPins>> {
    let file: PinsFile = toml::from_str(std::str::from_utf8(bytes).ok()?).ok()?;
    let pins = file.nitrokey.into_iter().map(|entry| KeyPins {
        role: entry.role,
        serial: entry.serial,
        pins: Pins {
            user: entry.user_pin.map(SecretString::from),
            admin: entry.admin_pin.into(),
            reset_code: entry.reset_code.into(),
        },
    });
    Some(pins.collect())
}
