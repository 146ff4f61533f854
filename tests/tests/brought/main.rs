//! Keys that people have: what becomes of each kind of file when it is brought along. Which key goes into which slot,
//! what is made new, what is mended, what stays in the backup alone; and that it comes back, for us and for GnuPG.

mod alone;
mod any;
mod as_gnupg;
mod astray;
mod beside;
mod counts;
mod crowded;
mod days;
mod differing;
mod documents;
mod ended;
mod gnupgs;
mod heavy;
mod invented;
mod joined;
mod kept;
mod lived;
mod mended;
mod met;
mod names;
mod numbers;
mod others;
mod outcomes;
mod revokers;
mod whose;
mod written_to;

use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context, Result, bail};
use coldspare::openpgp::{Goes, Identity, Inventory, Kept, OpenPgpError, Opening, Part, Places, Question};
use coldspare::plan::{Algorithm, Plan, PrimaryKey, Slot};

/// What answers the questions of the files.
const PASSPHRASES: [&str; 5] =
    ["correct horse battery staple", "alpha alpha", "beta beta", "pw pw", "backup of the card"];
const CODE: &str = "1234-5678-9012-3456-7890-1234-5678-9012-3456";

fn file(name: &str) -> Result<Vec<u8>> {
    let path = Path::new("golden/keys").join(name);
    std::fs::read(&path).with_context(|| path.display().to_string())
}

/// Every file in the folder, apart from the public keys that belong to others.
fn files() -> Result<Vec<String>> {
    let names =
        std::fs::read_dir("golden/keys")?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names = names.collect::<Result<Vec<_>>>()?;
    names.retain(|name| name.contains('.') && !name.ends_with(".md") && !name.ends_with(".public.asc"));
    names.sort();
    Ok(names)
}

/// Opens a file with whatever opens it; and what was asked on the way.
fn open(name: &str) -> Result<(Result<Inventory, OpenPgpError>, Vec<&'static str>)> {
    let mut opening = match Opening::of(&file(name)?) {
        Ok(opening) => opening,
        Err(error) => return Ok((Err(error), Vec::new())),
    };
    let mut asked = Vec::new();
    while let Some(question) = opening.asks() {
        match question {
            Question::BackupCode => {
                asked.push("code");
                opening.code(&CODE.into())?;
            }
            Question::Passphrase { .. } => {
                asked.push("passphrase");
                let mut words = PASSPHRASES.iter();
                while opening.passphrase(&(*words.next().context("no passphrase opens it")?).into()).is_err()
                {
                }
            }
            Question::PublicKey { .. } => {
                asked.push("public key");
                let stem = name.replace("-tag5", "").replace(".gpg", "");
                opening.beside([file(&format!("{stem}.public.asc"))?])?;
            }
            Question::Which(_) | Question::Whose(_) => bail!("{name} has several keys"),
        }
    }
    Ok((opening.inventory(SystemTime::now()), asked))
}

fn inventory(name: &str) -> Result<Inventory> {
    Ok(open(name)?.0?)
}

fn plan(inventory: &Inventory, primary_key: PrimaryKey) -> Result<Plan> {
    let mut plan = Plan::new("Ada Lovelace <ada@example.org>")?;
    plan.algorithm = inventory.algorithm();
    plan.primary_key = primary_key;
    Ok(plan)
}

/// The identity, if every key goes where it is preset.
fn identity(inventory: &Inventory) -> Result<Identity> {
    let plan = plan(inventory, PrimaryKey::Offline)?;
    Ok(inventory.identity(&inventory.preset(&plan)?, &plan, SystemTime::now())?)
}

/// `yours RSA 3072`, `yours Ed25519 (primary)`, `new RSA 3072`.
fn said(inventory: &Inventory, places: &Places, plan: &Plan, slot: Slot) -> String {
    match &places[slot as usize] {
        Goes::New => format!("new {}", plan.algorithm),
        Goes::Yours(print) => match inventory.part(print) {
            Some(part) if part.primary => format!("yours {} (primary)", part.kind),
            Some(part) => format!("yours {}", part.kind),
            None => "nobody's".into(),
        },
    }
}

fn why(part: &Part) -> String {
    let why = match &part.kept {
        Some(Kept::Revoked(_)) => "revoked",
        Some(Kept::Kind) => "of a kind that no Nitrokey takes",
        Some(Kept::NoSecret) => "without its secret",
        Some(Kept::Unbound) => "not bound",
        Some(Kept::Useless) => "for nothing",
        None if part.primary => "primary",
        None if part.is_expired() => "expired",
        None => "older",
    };
    format!("{} {why}", part.kind)
}

/// All of it in lines.
fn outcome(inventory: &Inventory, plan: &Plan) -> Result<String> {
    let places = inventory.preset(plan)?;
    let mut lines: Vec<_> =
        Slot::ALL.map(|slot| format!("{slot}: {}", said(inventory, &places, plan, slot))).into();
    lines.extend(inventory.mends(&places, plan).iter().map(|mend| {
        let kind = inventory.part(&mend.fingerprint).map_or("?", |part| &part.kind);
        format!("mended: {kind} {:?}", mend.faults)
    }));
    lines.extend(inventory.kept(&places).map(|part| format!("backup alone: {}", why(part))));
    if inventory.needs_user_id() {
        lines.push("a user id is asked for".into());
    }
    if inventory.is_new_identity() {
        lines.push("a new identity".into());
    }
    Ok(lines.join("\n"))
}
