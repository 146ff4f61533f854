//! One of each error that an owner can read, with the longest values that it can have.

use std::io;

use rustix::io::Errno;

use super::super::*;
use crate::backup::{
    Cards, ContentsError, GatherError, ManifestError, MnemonicError, Moment, PartError, PartField, SealError,
    SetId, ShareError, ShareField,
};
use crate::ceremony::{Apart, CardName, CeremonyError, ReadingError, RehearsalError, SigningError};
use crate::machine::clock::ClockError;
use crate::machine::confine::ConfineError;
use crate::machine::entropy::EntropyError;
use crate::machine::stick::folder::StickError;
use crate::nitrokey::{
    Info, Model, NitrokeyError, Pin, PinRules, Serial, Setting, Step, Tries, Unproven, Unreadable, Version,
    Warning,
};
use crate::openpgp::{
    CannotSign, Making, MessageError, NoSecretKey, NotSigned, OpenPgpError, Reason, Revoked, Unusable,
};
use crate::paper::printer::{PrintError, Trouble};
use crate::paper::{DrawError, Paper, PictureError};
use crate::plan::{Algorithm, Plan, PlanError, Role, Slot, Touch};

/// What libraries say can be long.
const CAUSE: &str = "error:0A000086:SSL routines:tls_post_process_server_certificate: no such object";
pub(super) const PRINT: &str = "F0E1D2C3B4A5968778695A4B3C2D1E0F00112233";

pub(super) fn serial() -> Serial {
    Serial { manufacturer: 0x000F, number: 0xBEEF }
}

fn set() -> SetId {
    SetId::parse("0A1B2C3D").unwrap()
}

pub(super) fn info() -> Info {
    Info {
        serial: serial(),
        reader: "a reader".into(),
        model: Model::Nitrokey3,
        card_version: (3, 4),
        firmware: Some(Version(1, 8, 0)),
        secure_element: None,
        holder: "Lovelace<<Augusta<Ada<King<Byron".into(),
        fingerprints: [Some(PRINT.into()), Some(PRINT.into()), Some(PRINT.into())],
        key_times: [None; 3],
        tries: Tries { user: 3, reset_code: 3, admin: 3 },
        pin_rules: PinRules { user: (6, 127), admin: (8, 127), reset_code: (8, 127) },
        touch_button: true,
        kdf: false,
        takes_kdf: true,
        factory_reset: true,
        import: true,
        algorithms: Algorithm::ALL.to_vec(),
        algorithms_known: true,
        withheld: Vec::new(),
        exponent_bits: 32,
    }
}

pub(super) const READER: &str = "Nitrokey Nitrokey 3 [CCID/ICCD Interface] 00 00";

pub(super) fn card_name() -> CardName {
    CardName { number: 3, trustee: Some("Rear Admiral Grace Brewster Murray Hopper".into()) }
}

fn nitrokey_errors() -> Vec<NitrokeyError> {
    let (serial, pin, slot) = (serial(), Pin::ResetCode, Slot::Authentication);
    let key = || PRINT.to_owned();
    let algorithm = |wanted: Option<&str>, takes| NitrokeyError::Algorithm {
        serial,
        model: Model::Pro1,
        slot,
        wanted: wanted.map(Into::into),
        takes,
    };
    let mut errors = vec![
        NitrokeyError::NoService(CAUSE.into()),
        NitrokeyError::Fault,
        NitrokeyError::NotThere { serial },
        NitrokeyError::TwoOfOneSerial { serial },
        NitrokeyError::WrongPin { serial, pin, left: 1 },
        NitrokeyError::WrongPin { serial, pin, left: 2 },
        NitrokeyError::LastTry { serial, pin },
        NitrokeyError::Blocked { serial, pin, on_it: Box::new(info()) },
        NitrokeyError::PinLength { serial, pin, min: 8, max: 127, length: 4 },
        algorithm(Some("brainpoolP256r1"), Algorithm::ALL.to_vec()),
        algorithm(Some("RSA 1024"), Vec::new()),
        algorithm(None, Algorithm::ALL.to_vec()),
        NitrokeyError::NoTouch { serial },
        NitrokeyError::TooOld { serial },
        NitrokeyError::Exponent { serial, model: Model::Start, slot },
        NitrokeyError::LongExponent { serial, model: Model::Other, slot, bits: 17 },
        NitrokeyError::ShortReader { serial, reader: READER.into(), slot },
        NitrokeyError::TouchStays { serial },
        NitrokeyError::SlotTaken { serial, slot, found: key() },
        NitrokeyError::NotCounted { serial, pin },
        NitrokeyError::NoFactoryReset { serial },
        NitrokeyError::MayHaveNoReset { serial },
        NitrokeyError::NotReset { serial },
        NitrokeyError::NoImport { serial, model: Model::Other },
        NitrokeyError::NotConfirmed { serial },
        NitrokeyError::Unsuitable { slot, cause: CAUSE.into() },
    ];
    errors.extend(Step::ALL.map(|step| NitrokeyError::PulledOut { serial, step }));
    errors.extend(Step::ALL.map(|step| NitrokeyError::Refused { serial, step, status: CAUSE.into() }));
    let causes = [
        Unproven::NotInCertificate { slot, key: key() },
        Unproven::OtherKey { slot, found: Some(key()), expected: key() },
        Unproven::OtherKey { slot, found: None, expected: key() },
        Unproven::NotEmpty { slot, found: key() },
        Unproven::Created { slot },
        Unproven::OtherAlgorithm { slot, found: CAUSE.into() },
        Unproven::Broken { slot, key: key(), cause: CAUSE.into() },
        Unproven::Tries { user: 3, reset_code: 2, admin: 1 },
        Unproven::OtherTouch { slot, found: "CachedFixed".into(), expected: Touch::Permanent },
        Unproven::OtherSetting { field: Setting::Holder, found: CAUSE.into(), expected: CAUSE.into() },
        Unproven::OtherSetting { field: Setting::Language, found: "xx".into(), expected: "en".into() },
        Unproven::OtherSetting { field: Setting::Url, found: CAUSE.into(), expected: CAUSE.into() },
        Unproven::NoPinHashing,
        Unproven::PinRule { pin, longest: 8, length: 10 },
    ];
    errors.extend(Unreadable::ALL.map(|cause| NitrokeyError::Unreadable { reader: READER.into(), cause }));
    errors.extend(causes.map(|cause| NitrokeyError::NotProven { serial, cause }));
    errors
}

fn openpgp_errors() -> Vec<OpenPgpError> {
    let (slot, key) = (Slot::Decryption, || PRINT.to_owned());
    let mut errors = vec![
        OpenPgpError::NoSecretKey(NoSecretKey::Unreadable(CAUSE.into())),
        OpenPgpError::NoSecretKey(NoSecretKey::TooLarge),
        OpenPgpError::NoSecretKey(NoSecretKey::Empty),
        OpenPgpError::NoSecretKey(NoSecretKey::Public),
        OpenPgpError::NoSecretKey(NoSecretKey::Costly),
        OpenPgpError::NoSecretKey(NoSecretKey::Version(5)),
        OpenPgpError::NoSecretKey(NoSecretKey::Damaged),
        OpenPgpError::NoSecretKey(NoSecretKey::Message),
        OpenPgpError::NoSecretKey(NoSecretKey::SealedBackup),
        OpenPgpError::NoSecretKey(NoSecretKey::SignedText),
        OpenPgpError::NoSecretKey(NoSecretKey::Signature),
        OpenPgpError::NoSecretKey(NoSecretKey::Revocation),
        OpenPgpError::NoSecretKey(NoSecretKey::Ssh),
        OpenPgpError::NoSecretKey(NoSecretKey::X509),
        OpenPgpError::NoSecretKey(NoSecretKey::GnuPgOwn),
        OpenPgpError::Code,
        OpenPgpError::Locked { key: key(), how: "AES-256 EAX".into() },
        OpenPgpError::NotBeside(key()),
        OpenPgpError::Several(2),
        OpenPgpError::Passphrase(key()),
        OpenPgpError::Stub(key()),
        OpenPgpError::PrimaryElsewhere(key()),
        OpenPgpError::Slot { slot, key: key(), allowed: Vec::new() },
        OpenPgpError::Slot { slot, key: key(), allowed: vec![key(), key(), key(), key()] },
        OpenPgpError::PrimaryInSlot { key: PRINT.into(), slot: Slot::Signature },
        OpenPgpError::LastUserId(CAUSE.into()),
        OpenPgpError::NoUserId(CAUSE.into()),
        OpenPgpError::BadSignature { cause: NotSigned::NotAtAll },
        OpenPgpError::BadSignature { cause: NotSigned::AnotherKey },
        OpenPgpError::BadSignature { cause: NotSigned::Other(CAUSE.into()) },
        OpenPgpError::Damaged(key()),
        OpenPgpError::Broken(key()),
    ];
    errors.extend(Making::ALL.map(|step| OpenPgpError::Make { step, cause: CAUSE.into() }));
    let (made, clock) = ("2031-09-24".to_owned(), "2026-09-23".to_owned());
    errors.push(OpenPgpError::NotYet { made: made.clone(), clock: clock.clone() });
    let not_yet = Unusable::NotYet { made, clock };
    let causes = [not_yet, Unusable::Version6, Unusable::Primary("secp256k1".into())];
    let revoked = |reason| Unusable::Revoked(Revoked { day: "2026-11-23".into(), reason });
    let beside = Unusable::RevokedBeside(Revoked { day: "2026-11-23".into(), reason: Reason::Unspecified });
    let causes = causes.into_iter().chain(Reason::ALL.map(revoked)).chain([beside]);
    errors.extend(causes.map(|cause| OpenPgpError::Unusable { key: key(), cause }));
    errors
}

fn backup_errors() -> Vec<CeremonyError> {
    let (set, card) = (set(), 3);
    let share_fields =
        [ShareField::Set, ShareField::Quorum, ShareField::Cards, ShareField::Number, ShareField::Share];
    let part_fields = [
        PartField::Set,
        PartField::Sealing,
        PartField::Count,
        PartField::Number,
        PartField::Length,
        PartField::Content,
    ];
    let all = || Cards((1..=16).map(Some).collect());
    let mut errors: Vec<CeremonyError> = vec![
        ShareError::NotAShare.into(),
        ShareError::BackupPart.into(),
        ShareError::LaterVersion.into(),
        ShareError::Check { found: "none".into(), expected: "0A1B2C3D".into() }.into(),
        MnemonicError::Count { found: 23 }.into(),
        MnemonicError::Unknown { position: 17 }.into(),
        MnemonicError::Checksum.into(),
        MnemonicError::Open { open: 3, most: 2 }.into(),
        MnemonicError::Lines { found: 3 }.into(),
        MnemonicError::Line { line: 4 }.into(),
        PartError::NotAPart.into(),
        PartError::Check.into(),
        PartError::OtherSet { number: 7, found: set, expected: set }.into(),
        PartError::OtherSealing { number: 7, found: 2, expected: 3 }.into(),
        PartError::OtherBackup { number: 7, found: [1; 4], expected: [2; 4] }.into(),
        PartError::Different { number: 7, set }.into(),
        PartError::Unfit(7).into(),
        PartError::TooFew { missing: 7 }.into(),
        PartError::TooLarge(127_501).into(),
        PartError::VaultTooLarge(127_501).into(),
        GatherError::OtherSet { card, found: set, expected: set }.into(),
        GatherError::Doubled { card: Some(card) }.into(),
        GatherError::Doubled { card: None }.into(),
        GatherError::SameNumber { card }.into(),
        GatherError::NotListed { card, set }.into(),
        GatherError::NotNeeded(Cards(vec![Some(card)])).into(),
        GatherError::Misfit(Cards(vec![None])).into(),
        GatherError::Full.into(),
        GatherError::TooFew { missing: 1, needed: 3 }.into(),
        GatherError::TooFew { missing: 2, needed: 3 }.into(),
        GatherError::Unfit { cards: all(), set, more: true }.into(),
        GatherError::Unfit { cards: all(), set, more: false }.into(),
        GatherError::ListUnfit { cards: all(), set }.into(),
        GatherError::NumbersNeeded(all()).into(),
        GatherError::NotThisBackup { cards: all(), set }.into(),
        GatherError::TwoKeys.into(),
        GatherError::Stopped.into(),
        SealError::Seal(CAUSE.into()).into(),
        SealError::TooLarge(16_777_217).into(),
        SealError::NotSealed.into(),
        SealError::Damaged.into(),
        SealError::Inside.into(),
        SealError::WrongKey.into(),
        SealError::Contents(ContentsError::Archive).into(),
        ContentsError::Archive.into(),
        ContentsError::Missing("secret-key.asc").into(),
        ContentsError::Unreadable("pins.toml").into(),
        ContentsError::Name("../../etc/passwd".into()).into(),
        ManifestError::Syntax(CAUSE.into()).into(),
        ManifestError::Field("sealed_backup_sha256").into(),
        ManifestError::LaterVersion(2).into(),
    ];
    errors.extend(share_fields.map(|field| ShareError::Field(field).into()));
    errors.extend(part_fields.map(|field| PartError::Field(field).into()));
    errors
}

fn machine_errors() -> Vec<CeremonyError> {
    let (stick, file) = (|| "SanDisk Cruzer Blade (sdb1)".to_owned(), || "sealed-backup.pgp".to_owned());
    let error = || io::Error::other(CAUSE);
    vec![
        EntropyError::Device(error()).into(),
        EntropyError::Kernel(Errno::PERM).into(),
        EntropyError::OpenSsl.into(),
        EntropyError::NoRoll { position: 4, found: '0' }.into(),
        StickError::Full { stick: stick() }.into(),
        StickError::ReadOnly { stick: stick() }.into(),
        StickError::Gone { stick: stick() }.into(),
        StickError::Damaged { stick: stick() }.into(),
        StickError::Differs { stick: stick(), file: file() }.into(),
        StickError::Missing { stick: stick(), file: file() }.into(),
        StickError::TooLarge { stick: stick(), file: file(), most: 65_536 }.into(),
        StickError::TooMany { stick: stick() }.into(),
        StickError::Unformatted { stick: stick() }.into(),
        StickError::System { stick: stick(), file: file(), source: error() }.into(),
        StickError::System { stick: stick(), file: String::new(), source: error() }.into(),
    ]
}

fn ceremony_errors() -> Vec<CeremonyError> {
    let (serial, set) = (serial(), set());
    let role = || Role::nth(2);
    let field =
        |field| CeremonyError::NotPrintable {
            field, value: "山田太郎".into(), missing: "太山田郎".into()
        };
    let mut errors = vec![
        CeremonyError::Paper(DrawError(CAUSE.into())),
        field("trustees.name"),
        field("trustees.note"),
        field("user_ids"),
        CeremonyError::AlreadyMet { serial, role: role() },
        CeremonyError::TooMany { planned: 1, serial },
        CeremonyError::TooMany { planned: 2, serial },
        CeremonyError::PinCount { given: 1, planned: 2 },
        CeremonyError::PinCount { given: 3, planned: 2 },
        CeremonyError::CardDiffers { card: card_name() },
        CeremonyError::OldCard { card: card_name(), set, expected: set },
        CeremonyError::WordDiffers { card: card_name(), position: 17 },
        CeremonyError::NotACode,
        CeremonyError::NoCard { set },
        CeremonyError::NoSuchNumber { number: 9, cards: 3 },
        CeremonyError::CardsMissing { cards: vec![card_name(), CardName { number: 5, trustee: None }] },
        CeremonyError::OtherCeremony { expected: set.to_string() },
        CeremonyError::TooFewWhole { whole: 1, needed: 2 },
        CeremonyError::OtherBackup,
        CeremonyError::MadeApart(Box::new(Apart {
            folder: "coldspare-0A1B2C3D.old".into(),
            set,
            sealing: u32::MAX,
            moment: Moment::parse("2026-09-30T12:00:00Z").unwrap(),
            sealed_backup: [7; 32],
        })),
        CeremonyError::CannotTell {
            stick: "SanDisk Cruzer Blade (sdb1)".into(),
            folder: "coldspare-0A1B2C3D.old".into(),
        },
        CeremonyError::NotOpened,
        CeremonyError::Tampered { file: "sealed-backup.pgp", other: "manifest.toml.asc" },
        CeremonyError::PublicKey(CAUSE.into()),
        CeremonyError::NoSuchRole { role: "third".into(), known: vec![Role::Primary, Role::SPARE] },
        CeremonyError::UserPinNeeded { role: Role::Primary },
        CeremonyError::AlreadyFlashed { serial, role: Role::SPARE },
        CeremonyError::ShortPassphrase(5),
    ];
    let rehearsals = [
        RehearsalError::Said(format!("thread 'main' panicked\n{CAUSE}\n{CAUSE}\n{CAUSE}\n{CAUSE}")),
        RehearsalError::Different,
        RehearsalError::Process(CAUSE.into()),
        RehearsalError::NoEnd,
        RehearsalError::Question,
        RehearsalError::Nonce,
        RehearsalError::Folder,
    ];
    errors.extend(rehearsals.map(Into::into));
    errors
}

fn reading_errors() -> Vec<ReadingError> {
    let key = || PRINT[24..].to_owned();
    let errors = [
        MessageError::None,
        MessageError::OtherKeys(vec![key(); 4]),
        MessageError::OtherKeys(Vec::new()),
        MessageError::Kind { key: key(), kind: "ElGamalEncryptSign".into() },
        MessageError::Elsewhere(key()),
        MessageError::Many,
        MessageError::Passphrase,
        MessageError::Strange("Camellia with 256-bit key EAX".into()),
        MessageError::NotProtected,
        MessageError::Changed,
        MessageError::TooLarge,
    ];
    let beside = [ReadingError::Process(CAUSE.into()), ReadingError::NoAnswer];
    errors.map(Into::into).into_iter().chain(beside).collect()
}

fn signing_errors() -> Vec<SigningError> {
    let key = || PRINT.to_owned();
    let day = || "2026-11-23".to_owned();
    let errors = [
        CannotSign::NoKey,
        CannotSign::Revoked { key: key(), by: Revoked { day: day(), reason: Reason::Compromised } },
        CannotSign::Expired { key: key(), day: day() },
        CannotSign::Elsewhere(key()),
        CannotSign::Kind { key: key(), kind: "Camellia with 256-bit key EAX".into() },
        CannotSign::NotYet { made: day(), clock: day() },
        CannotSign::Library(CAUSE.into()),
    ];
    let file = || "a-contract-of-many-pages-with-a-long-name-as-some-people-give-it.pdf".to_owned();
    let stick = StickError::Gone { stick: "COLDSPARE".into() };
    let beside = [SigningError::TooLarge(file()), SigningError::Changed(file()), stick.into()];
    errors.map(Into::into).into_iter().chain(beside).collect()
}

fn paper_errors() -> Vec<Box<dyn ToMessage>> {
    let printer = || "Lexmark International Lexmark E120".to_owned();
    let mut errors: Vec<Box<dyn ToMessage>> = vec![
        Box::new(PrintError::UnknownLanguage {
            printer: printer(),
            speaks: ["PJL"; 60].map(Into::into).to_vec(),
        }),
        Box::new(PrintError::UnknownLanguage { printer: printer(), speaks: Vec::new() }),
        Box::new(PrintError::Draw(DrawError(CAUSE.into()))),
        Box::new(PictureError::NotPng(CAUSE.into())),
        Box::new(PictureError::TooLarge { width: 20_000, height: 30_000 }),
        Box::new(PictureError::Length { found: 614_399, expected: 614_400 }),
        Box::new(Warning::OldFirmware(Version(1, 8, 0))),
        Box::new(Warning::PasswordSafe),
        Box::new(Warning::MayHaveNoReset),
        Box::new(Warning::UnknownAlgorithms),
    ];
    for paper in [Paper::A4, Paper::Letter, Paper::Receipt58, Paper::Receipt80] {
        errors.push(Box::new(PrintError::OtherPaper { printer: printer(), paper }));
    }
    for (printed, trouble) in [
        Trouble::PaperOut,
        Trouble::Offline,
        Trouble::Fault,
        Trouble::Gone,
        Trouble::TakesNothing,
        Trouble::System(Errno::INVAL),
    ]
    .into_iter()
    .enumerate()
    {
        errors.push(Box::new(trouble));
        errors.push(Box::new(PrintError::GivenUp { printer: printer(), trouble, printed, of: 12 }));
    }
    errors
}

/// A plan with one fault for each field and each kind of fault.
fn plan_errors() -> Vec<PlanError> {
    let good = "version = 1\nuser_ids = [\"Ada <ada@example.org>\"]\n\
        trustees = [{ name = \"A\" }, { name = \"B\" }]\nquorum = { needed = 2, cards = 2 }\n";
    assert!(Plan::from_toml(good).is_ok());
    let changed = |from: &str, to: &str| Plan::from_toml(&good.replace(from, to)).unwrap_err();
    let added = |line: &str| Plan::from_toml(&format!("{line}\n{good}")).unwrap_err();
    let long = "x".repeat(1000);
    vec![
        changed("version = 1", "version = 2"),
        changed("\"Ada <ada@example.org>\"", ""),
        changed("\"Ada <ada@example.org>\"", "\"Ada <ada\""),
        changed("\"Ada <ada@example.org>\"", "\"Ada\", \"Ada\""),
        changed("\"Ada <ada@example.org>\"", &format!("\"{long}\"")),
        changed("{ name = \"B\" }", ""),
        changed("\"B\"", "\"\""),
        changed("\"B\"", &format!("\"B\", note = \"{long}\"")),
        changed("needed = 2", "needed = 3"),
        changed("cards = 2", "cards = 17"),
        added("algorithm = \"rsa1024\""),
        added("expiry = \"soon\""),
        added("nitrokeys = 0"),
        added("pins = \"none\""),
        added("touch = \"maybe\""),
        added("primary_key = \"lost\""),
        added("public_key_url = \"nowhere\""),
        added("language = \"english\""),
        added("slots = { signature = \"A\" }"),
        added("slots = { decryption = \"A\" }"),
        added("slots = { authentication = \"A\" }"),
        added(&format!("surprise = \"{long}\"")),
        changed("version = 1\n", ""),
    ]
}

/// One of each.
pub(super) fn all() -> Vec<Box<dyn ToMessage>> {
    fn boxed<E: ToMessage + 'static>(errors: Vec<E>) -> impl Iterator<Item = Box<dyn ToMessage>> {
        errors.into_iter().map(|error| Box::new(error) as Box<dyn ToMessage>)
    }
    let mut all: Vec<Box<dyn ToMessage>> = paper_errors();
    all.extend(boxed(nitrokey_errors()));
    all.extend(boxed(openpgp_errors()));
    all.extend(boxed(backup_errors()));
    all.extend(boxed(machine_errors()));
    all.extend(boxed(ceremony_errors()));
    all.extend(boxed(reading_errors()));
    all.extend(boxed(signing_errors()));
    all.extend(boxed(plan_errors()));
    all.extend(boxed(vec![
        ConfineError::TooOld,
        ConfineError::Files(landlock::Ruleset::default().create().map(drop).unwrap_err()),
        ConfineError::Missing(landlock::PathFd::new("/nowhere").map(drop).unwrap_err()),
        ConfineError::Calls(seccompiler::Error::EmptyFilter),
        ConfineError::System(io::Error::other(CAUSE)),
    ]));
    all.extend(boxed(vec![
        ClockError::NotPermitted,
        ClockError::System(Errno::INVAL),
        ClockError::NoTime("tomorrow".into()),
    ]));
    all
}
