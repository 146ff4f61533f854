//! Certificates of whatever a key can say of itself, thrown together: in whatever order, with whatever hash, for whatever
//! time, in both areas of a signature. What GnuPG thinks of each is shown, and stays so.

use std::cell::RefCell;

use anyhow::ensure;
use openpgp::crypto::Signer;
use openpgp::crypto::hash::Hash as _;
use openpgp::packet::key::{PrimaryRole, SecretParts};
use openpgp::packet::signature::subpacket::{
    NotationData, NotationDataFlags, Subpacket, SubpacketTag, SubpacketValue,
};
use openpgp::packet::signature::{Signature3, SignatureBuilder};
use openpgp::packet::user_attribute::{Image, Subpacket as Photo};
use openpgp::packet::{Key, Packet, Signature, UserAttribute, UserID};
use openpgp::serialize::SerializeInto;
use openpgp::types::{Duration, HashAlgorithm, KeyFlags, ReasonForRevocation, SignatureType, Timestamp};
use sequoia_openpgp as openpgp;

use super::as_gnupg::{same_listed, same_names};
use super::gnupgs::{Subkey, curve, lives_with_gnupg, rsa, years_ago, years_long};
use super::*;

/// A die that always falls alike.
struct Die(u64);

impl Die {
    fn of(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides
    }

    /// One in so many times.
    fn rarely(&mut self, sides: usize) -> bool {
        self.of(sides) == 0
    }

    fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.of(of.len())].clone()
    }
}

/// Something about a word that is not as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Odd {
    CriticalHere(u8),
    CriticalBeside(u8),
    DayBeside,
    FlagsBeside,
    MainBeside,
    LocalBeside,
    NoIssuer,
    Version3,
    TwoDays,
    TwoFlags,
    NoFlagBytes,
}

#[derive(Clone, Debug)]
struct Word {
    years_ago: u64,
    /// So many days later: no two words are of one second, of which the file's order decides.
    days: u64,
    hash: HashAlgorithm,
    typ: SignatureType,
    flags: Option<u8>,
    /// So many years from when the key was made.
    until: Option<u64>,
    /// So many years from when it was said.
    over: Option<u64>,
    exportable: Option<bool>,
    main: Option<bool>,
    odd: Option<Odd>,
    back: Back,
}

impl Word {
    fn made(&self) -> SystemTime {
        years_ago(self.years_ago) - std::time::Duration::from_secs(self.days * 86_400)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Back {
    Here,
    Beside,
    Missing,
    Sha1,
    Over,
}

#[derive(Clone, Debug)]
enum Of {
    Key,
    Name(usize),
    Photo,
    Subkey(usize),
}

const MADE: u64 = 7;
const NAMES: [&str; 3] =
    ["Ada Lovelace <ada@example.org>", "Countess <countess@example.org>", "Ada King <ada@king.example>"];

fn word(die: &mut Die, of: &Of, years_ago: u64) -> Word {
    use HashAlgorithm as H;
    use SignatureType as T;
    let hash = match die.rarely(4) {
        true => die.pick(&[H::SHA1, H::SHA224, H::RipeMD, H::SHA384, H::SHA3_256]),
        false => die.pick(&[H::SHA256, H::SHA512]),
    };
    let typ = match of {
        Of::Key => T::DirectKey,
        Of::Subkey(_) if die.rarely(8) => T::SubkeyRevocation,
        Of::Subkey(_) => T::SubkeyBinding,
        _ if die.rarely(6) => T::CertificationRevocation,
        _ => die.pick(&[
            T::PositiveCertification,
            T::PositiveCertification,
            T::GenericCertification,
            T::CasualCertification,
        ]),
    };
    let flags: &[Option<u8>] = match of {
        Of::Subkey(_) => &[
            Some(0x0C),
            Some(0x0C),
            Some(0x04),
            Some(0x08),
            Some(0x02),
            Some(0x20),
            None,
            Some(0x0E),
            Some(0),
        ],
        Of::Key => &[Some(1), Some(3), None, Some(0)],
        // Where a name says nothing, or that the key logs in, programs do not agree: see `gnupgs.rs`.
        _ => &[Some(1), Some(3), Some(3), Some(2), Some(0)],
    };
    let odd = match die.rarely(4) {
        false => None,
        true => {
            let tag = die.pick(&[22, 29, 31, 34, 35, 39, 23, 28, 20, 100, 110, 16, 33, 5, 26, 30, 25]);
            Some(die.pick(&[
                Odd::CriticalHere(tag),
                Odd::CriticalBeside(tag),
                Odd::DayBeside,
                Odd::FlagsBeside,
                Odd::MainBeside,
                Odd::LocalBeside,
                Odd::NoIssuer,
                Odd::Version3,
                Odd::TwoDays,
                Odd::TwoFlags,
                Odd::NoFlagBytes,
            ]))
        }
    };
    Word {
        years_ago,
        days: 1 + u64::try_from(die.of(360)).unwrap_or(0),
        hash,
        typ,
        flags: die.pick(flags),
        until: die.pick(&[None, None, Some(0), Some(6), Some(10), Some(30)]),
        over: if die.rarely(6) { die.pick(&[Some(0), Some(1), Some(40)]) } else { None },
        exportable: if die.rarely(10) { Some(true) } else { None },
        main: die.pick(&[None, None, Some(true), Some(false)]),
        odd,
        back: die.pick(&[Back::Here, Back::Here, Back::Beside, Back::Missing, Back::Sha1, Back::Over]),
    }
}

fn words(die: &mut Die, of: &Of) -> Vec<Word> {
    let mut years = vec![5, 4, 3, 2, 1];
    let many = 1 + die.of(3);
    let mut words: Vec<Word> = Vec::new();
    for _ in 0..many {
        let years_ago = years.remove(die.of(years.len()));
        words.push(word(die, of, years_ago));
    }
    // What has no word at all that GnuPG reads is signed anew, or asked for: see `counts.rs`.
    let first = &mut words[0];
    (first.hash, first.odd, first.over) = (HashAlgorithm::SHA256, None, None);
    first.typ = match of {
        Of::Key => SignatureType::DirectKey,
        Of::Subkey(_) => SignatureType::SubkeyBinding,
        _ => SignatureType::PositiveCertification,
    };
    for word in &mut words {
        let of_subkey = matches!(of, Of::Subkey(_));
        // Of a subkey GnuPG throws what is older away, whatever becomes of the newest: see there.
        if of_subkey {
            word.over = None;
            word.odd = word.odd.filter(|odd| *odd != Odd::LocalBeside);
        }
        if !of_subkey && word.odd == Some(Odd::Version3) {
            word.odd = None;
        }
    }
    words
}

fn body(tag: u8, primary: &Key<SecretParts, PrimaryRole>) -> Option<SubpacketValue> {
    Some(match tag {
        22 => SubpacketValue::PreferredCompressionAlgorithms(vec![openpgp::types::CompressionAlgorithm::Zip]),
        29 => SubpacketValue::ReasonForRevocation {
            code: ReasonForRevocation::Unspecified,
            reason: b"x".to_vec(),
        },
        23 => SubpacketValue::KeyServerPreferences(
            openpgp::types::KeyServerPreferences::empty().set_no_modify(),
        ),
        28 => SubpacketValue::SignersUserID(NAMES[0].into()),
        20 => SubpacketValue::NotationData(NotationData::new(
            "strange@example.org",
            b"x",
            NotationDataFlags::empty().set_human_readable(),
        )),
        16 => SubpacketValue::Issuer(primary.keyid()),
        33 => SubpacketValue::IssuerFingerprint(primary.fingerprint()),
        5 => SubpacketValue::TrustSignature { level: 1, trust: 120 },
        26 => SubpacketValue::PolicyURI(b"https://example.org".to_vec()),
        30 => SubpacketValue::Features(openpgp::types::Features::empty().set_seipdv1()),
        25 => SubpacketValue::PrimaryUserID(true),
        31 => SubpacketValue::Unknown {
            tag: SubpacketTag::SignatureTarget,
            body: [&[22, 8][..], &[7; 32]].concat(),
        },
        34 => SubpacketValue::Unknown { tag: SubpacketTag::from(34), body: vec![2, 1] },
        35 => SubpacketValue::IntendedRecipient(primary.fingerprint()),
        39 => SubpacketValue::Unknown { tag: SubpacketTag::from(39), body: vec![9, 2] },
        tag => SubpacketValue::Unknown { tag: SubpacketTag::from(tag), body: vec![1] },
    })
}

type Primary = Key<SecretParts, PrimaryRole>;

fn said(word: &Word, of: &Of, primary: &Primary, subkey: Option<&Subkey>) -> Result<Signature> {
    let made = word.made();
    let mut signer = primary.clone().into_keypair()?;
    let public = primary.parts_as_public();
    let name = if let Of::Name(which) = of { NAMES[*which] } else { "" };
    if word.odd == Some(Odd::Version3) && !matches!(of, Of::Photo | Of::Key) {
        return version_3(word, of, primary, subkey);
    }
    let mut says =
        SignatureBuilder::new(word.typ).set_hash_algo(word.hash).set_signature_creation_time(made)?;
    let revokes =
        matches!(word.typ, SignatureType::CertificationRevocation | SignatureType::SubkeyRevocation);
    if revokes && word.flags.is_some() {
        let code = if word.main == Some(true) {
            ReasonForRevocation::KeyCompromised
        } else {
            ReasonForRevocation::KeySuperseded
        };
        says = says.set_reason_for_revocation(code, b"")?;
    }
    if !revokes {
        if let Some(flags) = word.flags {
            says = says.set_key_flags(KeyFlags::new([flags]))?;
        }
        says = says.modify_hashed_area(|mut area| {
            if let Some(until) = word.until {
                let years = Duration::try_from(years_long(until))?;
                area.add(Subpacket::new(SubpacketValue::KeyExpirationTime(years), true)?)?;
            }
            Ok(area)
        })?;
    }
    says = says.modify_hashed_area(|mut area| {
        if let Some(over) = word.over {
            let years = Duration::try_from(years_long(over))?;
            area.add(Subpacket::new(SubpacketValue::SignatureExpirationTime(years), true)?)?;
        }
        if let Some(exportable) = word.exportable {
            area.add(Subpacket::new(SubpacketValue::ExportableCertification(exportable), false)?)?;
        }
        if let (Some(main), Of::Name(_)) = (word.main, of) {
            area.add(Subpacket::new(SubpacketValue::PrimaryUserID(main), false)?)?;
        }
        Ok(area)
    })?;
    let year = |years| {
        Ok::<_, anyhow::Error>(SubpacketValue::KeyExpirationTime(Duration::try_from(years_long(years))?))
    };
    let beside = |says: SignatureBuilder, value: SubpacketValue, critical: bool| {
        says.modify_unhashed_area(|mut area| {
            area.add(Subpacket::new(value, critical)?)?;
            Ok(area)
        })
    };
    let here = |says: SignatureBuilder, value: SubpacketValue, critical: bool| {
        says.modify_hashed_area(|mut area| {
            area.add(Subpacket::new(value, critical)?)?;
            Ok(area)
        })
    };
    says = match word.odd {
        Some(Odd::CriticalHere(tag)) => match body(tag, primary) {
            Some(value) => here(says, value, true)?,
            None => says,
        },
        Some(Odd::CriticalBeside(tag)) => match body(tag, primary) {
            Some(value) => beside(says, value, true)?,
            None => says,
        },
        Some(Odd::DayBeside) => beside(says, year(5)?, false)?,
        Some(Odd::FlagsBeside) => beside(says, SubpacketValue::KeyFlags(KeyFlags::new([0x2F])), false)?,
        Some(Odd::MainBeside) => beside(says, SubpacketValue::PrimaryUserID(true), false)?,
        Some(Odd::LocalBeside) => beside(says, SubpacketValue::ExportableCertification(false), false)?,
        Some(Odd::TwoDays) if !revokes => here(says, year(7)?, false)?,
        Some(Odd::TwoFlags) if !revokes => {
            here(says, SubpacketValue::KeyFlags(KeyFlags::new([0x01])), false)?
        }
        Some(Odd::NoFlagBytes) if !revokes => here(says, SubpacketValue::KeyFlags(KeyFlags::new([])), false)?,
        _ => says,
    };
    let signature = match (of, subkey) {
        (Of::Key, _) => says.sign_direct_key(&mut signer, public)?,
        (Of::Name(_), _) => says.sign_userid_binding(&mut signer, public, &UserID::from(name))?,
        (Of::Photo, _) => says.sign_user_attribute_binding(&mut signer, public, &photo()?)?,
        (Of::Subkey(_), Some(subkey)) => {
            let signs = subkey.pk_algo().for_signing();
            if !revokes && signs && word.back != Back::Missing {
                let hash = if word.back == Back::Sha1 { HashAlgorithm::SHA1 } else { HashAlgorithm::SHA256 };
                let mut back = SignatureBuilder::new(SignatureType::PrimaryKeyBinding)
                    .set_hash_algo(hash)
                    .set_signature_creation_time(made)?;
                if word.back == Back::Over {
                    back = back.set_signature_validity_period(years_long(1))?;
                }
                let mut own = subkey.clone().into_keypair()?;
                let back = back.sign_primary_key_binding(&mut own, public, subkey.parts_as_public())?;
                says = match word.back {
                    Back::Beside => beside(says, SubpacketValue::EmbeddedSignature(back), false)?,
                    _ => here(says, SubpacketValue::EmbeddedSignature(back), false)?,
                };
            }
            says.sign_subkey_binding(&mut signer, public, subkey.parts_as_public())?
        }
        _ => bail!("no subkey"),
    };
    if word.odd == Some(Odd::NoIssuer) {
        // The fingerprint stays, in the area that is signed.
        let mut signature = signature;
        signature.unhashed_area_mut().remove_all(SubpacketTag::Issuer);
        return Ok(signature);
    }
    Ok(signature)
}

fn version_3(word: &Word, of: &Of, primary: &Primary, subkey: Option<&Subkey>) -> Result<Signature> {
    let made = Timestamp::try_from(word.made())?;
    let mut signer = primary.clone().into_keypair()?;
    let of_mpis = |prefix: [u8; 2], mpis| {
        Signature::from(Signature3::new(
            word.typ,
            made,
            primary.keyid(),
            primary.pk_algo(),
            word.hash,
            prefix,
            mpis,
        ))
    };
    let none = openpgp::crypto::mpi::Signature::RSA { s: vec![1].into() };
    let empty = of_mpis([0; 2], none);
    let mut hash = word.hash.context()?.for_signature(3);
    match (of, subkey) {
        (Of::Name(which), _) => {
            primary.parts_as_public().hash(&mut hash)?;
            hash.update(NAMES[*which].as_bytes());
            hash.update(&[u8::from(word.typ)]);
            hash.update(&u32::from(made).to_be_bytes());
        }
        (Of::Subkey(_), Some(subkey)) => {
            empty.hash_subkey_binding(&mut hash, primary.parts_as_public(), subkey.parts_as_public())?;
        }
        _ => bail!("of what?"),
    }
    let digest = hash.into_digest()?;
    let mpis = signer.sign(word.hash, &digest)?;
    Ok(of_mpis([digest[0], digest[1]], mpis))
}

fn photo() -> Result<UserAttribute> {
    UserAttribute::new(&[Photo::Image(Image::JPEG(vec![0xFF; 300].into()))])
}

/// Two primary keys and some subkeys: what differs is what is said of them.
fn keys() -> Result<(Vec<Subkey>, Vec<Subkey>)> {
    thread_local!(static KEYS: RefCell<Option<(Vec<Subkey>, Vec<Subkey>)>> = const { RefCell::new(None) });
    KEYS.with(|keys| {
        let mut keys = keys.borrow_mut();
        if keys.is_none() {
            let made = years_ago(MADE);
            let primaries = vec![curve(true, made)?, rsa(2048, made)?];
            let subkeys =
                vec![curve(false, made)?, curve(false, years_ago(4))?, curve(true, made)?, rsa(2048, made)?];
            *keys = Some((primaries, subkeys));
        }
        keys.clone().context("no keys")
    })
}

/// What was said, and the file.
fn thrown(seed: u64) -> Result<(String, Vec<u8>)> {
    let mut die = Die(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    (0..8).for_each(|_| {
        die.of(2);
    });
    let (primaries, subkeys) = keys()?;
    let primary = die.pick(&primaries).role_into_primary();
    let mut all: Vec<(Of, Vec<Word>)> = Vec::new();
    if die.rarely(3) {
        all.push((Of::Key, words(&mut die, &Of::Key)));
    }
    for which in 0..1 + die.of(3) {
        all.push((Of::Name(which), words(&mut die, &Of::Name(which))));
    }
    if die.rarely(5) {
        all.push((Of::Photo, words(&mut die, &Of::Photo)));
    }
    let first = die.of(4);
    for which in 0..die.of(4) {
        let which = (first + which) % 4;
        all.push((Of::Subkey(which), words(&mut die, &Of::Subkey(which))));
    }
    let mut packets: Vec<Packet> = vec![primary.clone().into()];
    let mut said_so = format!("{}", primary.pk_algo());
    let mut twice: Vec<Packet> = Vec::new();
    for (of, words) in &all {
        let mut group: Vec<Packet> = Vec::new();
        let subkey = match of {
            Of::Subkey(which) => Some(&subkeys[*which]),
            _ => None,
        };
        match of {
            Of::Key => {}
            Of::Name(which) => group.push(UserID::from(NAMES[*which]).into()),
            Of::Photo => group.push(photo()?.into()),
            Of::Subkey(which) => group.push(subkeys[*which].clone().into()),
        }
        for word in words {
            said_so += &format!("\n  {of:?}: {word:?}");
            group.push(said(word, of, &primary, subkey)?.into());
        }
        if die.rarely(6) && !matches!(of, Of::Subkey(_)) {
            said_so += "\n  (twice)";
            group.extend(group.last().cloned());
        }
        if die.rarely(8) && matches!(of, Of::Name(_)) {
            // The last word stands behind the name once more, far from the others.
            said_so += "\n  (the name once more)";
            let last = group.pop();
            twice.extend(group.first().cloned());
            twice.extend(last);
        }
        packets.extend(group);
        if matches!(of, Of::Name(_)) && die.rarely(2) {
            packets.append(&mut twice);
        }
    }
    let at =
        packets.iter().position(|packet| matches!(packet, Packet::SecretSubkey(_))).unwrap_or(packets.len());
    packets.splice(at..at, twice);
    let bytes = packets.iter().map(Packet::to_vec).collect::<openpgp::Result<Vec<_>>>()?.concat();
    Ok((said_so, bytes))
}

/// Nothing but what GnuPG reads.
fn agrees(bytes: &[u8]) -> Result<bool> {
    let gnupg = coldspare_tests::gnupg::GnuPg::new()?;
    if gnupg.gpg(&["--import"], bytes).is_err() {
        // It has no name for GnuPG: one is asked for, or the key is refused.
        let needs =
            Opening::of(bytes)?.inventory(SystemTime::now()).map(|inventory| inventory.needs_user_id());
        ensure!(
            needs.as_ref().is_ok_and(|needs| *needs) || needs.is_err(),
            "GnuPG does not take it, and we do"
        );
        return Ok(false);
    }
    // Where no name stands, GnuPG no longer knows what the key may do.
    if Opening::of(bytes)?.inventory(SystemTime::now())?.needs_user_id() {
        return Ok(false);
    }
    let same = same_listed(bytes)?;
    ensure!(
        same.0.user_ids().len() == same.1.len().max(1),
        "{:?}, and GnuPG says {:?}",
        same.0.user_ids(),
        same.1
    );
    same_names(same)?;
    Ok(true)
}

#[test]
fn whatever_a_key_says_of_itself_is_read_as_gnupg_reads_it() -> Result<()> {
    let many: u64 = if coldspare_tests::all() { 300 } else { 24 };
    let mut wrong = Vec::new();
    let mut taken = 0;
    for seed in 1..=many {
        let (said, bytes) = thrown(seed)?;
        match agrees(&bytes) {
            Ok(took) => taken += u64::from(took),
            Err(error) => wrong.push(format!("seed {seed}: {error:#}\n{said}\n")),
        }
        if seed % 12 == 0
            && let Ok(inventory) = Opening::of(&bytes)?.inventory(SystemTime::now())
            && let Err(error) = identity(&inventory).and_then(|identity| lives_with_gnupg(&identity))
        {
            wrong.push(format!("seed {seed}: it does not live: {error:#}\n{said}\n"));
        }
    }
    ensure!(wrong.is_empty(), "{} of {many}, {taken} taken:\n{}", wrong.len(), wrong.join("\n"));
    ensure!(taken * 2 > many, "{taken} of {many} are taken by GnuPG");
    Ok(())
}
