//! Revocation of the whole identity: ready-made certificates, one for each reason; and the certificate with one in it.

use std::time::SystemTime;

use openpgp::Packet;
use openpgp::armor::{Kind, Writer};
use openpgp::cert::CertRevocationBuilder;
use openpgp::packet::Signature;
use openpgp::serialize::{Serialize, SerializeInto};
use sequoia_openpgp as openpgp;
use zeroize::Zeroizing;

use super::reason::Reason;
use super::{Identity, Making, OpenPgpError, at, left_out};

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

/// The certificate, revoked for this reason, armored: public, to be given to whoever has it as it was. The revocation is
/// made now: some programs take one for overtaken that is older than the newest self-signature.
///
/// # Errors
/// [`OpenPgpError::Make`].
pub fn revoked(identity: &Identity, reason: Reason, created: SystemTime) -> Result<Vec<u8>, OpenPgpError> {
    let revoke = || {
        let cert = left_out::public(identity.cert())?;
        let revoked = cert.insert_packets(signature(identity, reason, created)?)?.0;
        revoked.armored().to_vec()
    };
    revoke().map_err(at(Making::Revocation))
}

fn revocation(
    identity: &Identity,
    reason: Reason,
    created: SystemTime,
) -> openpgp::Result<Zeroizing<Vec<u8>>> {
    let headers = [
        ("Comment", format!("Revocation certificate for {}", identity.fingerprint())),
        ("Comment", format!("Reason: {}", reason.name())),
    ];
    let mut writer = Writer::with_headers(Vec::new(), Kind::PublicKey, headers)?;
    Packet::from(signature(identity, reason, created)?).serialize(&mut writer)?;
    Ok(Zeroizing::new(writer.finalize()?))
}

/// That the primary key is revoked (RFC 9580 § 5.2.1.11), by itself.
fn signature(identity: &Identity, reason: Reason, created: SystemTime) -> openpgp::Result<Signature> {
    let cert = identity.cert();
    let mut signer = cert.primary_key().key().clone().parts_into_secret()?.into_keypair()?;
    CertRevocationBuilder::new()
        .set_signature_creation_time(created)?
        .set_reason_for_revocation(reason.code(), b"")?
        .build(&mut signer, cert, None)
}
