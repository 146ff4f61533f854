//! Keys that other programs have made: they come onto Nitrokeys, and GnuPG lives with what becomes of them.

use anyhow::ensure;

use super::gnupgs::lives_with_gnupg;
use super::*;

#[test]
fn keys_of_sq_and_rnp_and_with_signatures_of_version_3_live_with_gnupg() -> Result<()> {
    for name in ["sq-0.27.asc", "rnp-0.16-25519.asc", "rnp-0.16-rsa2048.asc", "v3-self-signatures.asc"] {
        let inventory = inventory(name)?;
        ensure!(inventory.remains().count() == 0, "{name}: {:?}", inventory.remains());
        assert_eq!(inventory.user_ids()[0].text, "Ada Lovelace <ada@example.org>", "{name}");
        let identity = identity(&inventory).with_context(|| name.to_owned())?;
        assert_eq!(identity.fingerprint(), inventory.fingerprint().context("a new one")?);
        lives_with_gnupg(&identity).with_context(|| name.to_owned())?;
    }
    Ok(())
}
