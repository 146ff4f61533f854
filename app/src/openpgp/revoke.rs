//! Ready-made revocation certificates, one for each reason.

use std::time::SystemTime;

use openpgp::Packet;
use openpgp::armor::{Kind, Writer};
use openpgp::cert::CertRevocationBuilder;
use openpgp::serialize::Serialize;
use sequoia_openpgp as openpgp;
use zeroize::Zeroizing;

use super::reason::Reason;
use super::{Identity, Making, OpenPgpError, at};

/// The name of a reason, and its revocation certificate.
pub type Named = (String, Zeroizing<Vec<u8>>);

/// A revocation certificate for each reason, armored so that `gpg --import` takes it. They are kept
/// as secrets: whoever has one can revoke the key.
///
/// # Errors
/// [`OpenPgpError::Make`].
pub fn revocations(identity: &Identity, created: SystemTime) -> Result<Vec<Named>, OpenPgpError> {
    let each = |reason: Reason| {
        Ok((reason.name().to_owned(), revocation(identity, reason, created).map_err(at(Making::Revocation))?))
    };
    Reason::ALL.into_iter().map(each).collect()
}

fn revocation(
    identity: &Identity,
    reason: Reason,
    created: SystemTime,
) -> openpgp::Result<Zeroizing<Vec<u8>>> {
    let cert = identity.cert();
    let mut signer = cert.primary_key().key().clone().parts_into_secret()?.into_keypair()?;
    let signature = CertRevocationBuilder::new()
        .set_signature_creation_time(created)?
        .set_reason_for_revocation(reason.code(), b"")?
        .build(&mut signer, cert, None)?;
    let headers = [
        ("Comment", format!("Revocation certificate for {}", identity.fingerprint())),
        ("Comment", format!("Reason: {}", reason.name())),
    ];
    let mut writer = Writer::with_headers(Vec::new(), Kind::PublicKey, headers)?;
    Packet::from(signature).serialize(&mut writer)?;
    Ok(Zeroizing::new(writer.finalize()?))
}
