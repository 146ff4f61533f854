//! What GnuPG says of keys, messages and signatures.

use anyhow::{Context, Result};

use super::{GnuPg, text};

/// A key as GnuPG lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// `pub` or `sub`.
    pub kind: String,
    /// `r`: it is revoked; `e`: it has expired; `-`: nothing is wrong with it.
    pub validity: String,
    /// Its fingerprint.
    pub print: String,
    /// The second at which it expires; nothing if it does not.
    pub expires: String,
}

impl GnuPg {
    /// A key and its subkeys.
    ///
    /// # Errors
    /// GnuPG's.
    pub fn listed(&self, fingerprint: &str) -> Result<Vec<Listed>> {
        let arguments = ["--with-colons", "--fixed-list-mode", "--list-keys", fingerprint];
        let list = text(self.gpg(&arguments, b"")?);
        let mut keys: Vec<Listed> = Vec::new();
        for line in list.lines() {
            let field = |at| line.split(':').nth(at).unwrap_or_default().to_owned();
            match field(0).as_str() {
                "pub" | "sub" => keys.push(Listed {
                    kind: field(0),
                    validity: field(1),
                    print: String::new(),
                    expires: field(6),
                }),
                "fpr" => keys.last_mut().context("no key")?.print = field(9),
                _ => {}
            }
        }
        Ok(keys)
    }

    /// To which keys a message is encrypted, 16 digits each.
    ///
    /// # Errors
    /// GnuPG's.
    pub fn recipients(&self, message: &[u8]) -> Result<Vec<String>> {
        let list = text(self.gpg(&["--list-only", "--status-fd", "1", "--decrypt"], message)?);
        let to = list.lines().filter_map(|line| line.strip_prefix("[GNUPG:] ENC_TO "));
        Ok(to.filter_map(|rest| rest.split(' ').next().map(str::to_owned)).collect())
    }

    /// What GnuPG says of a detached signature: the first word of its verdict.
    ///
    /// # Errors
    /// The system's.
    pub fn verdict(&self, signature: &[u8], message: &[u8]) -> Result<String> {
        let [file, input] = ["signature", "message"].map(|name| self.home().join(name));
        std::fs::write(&file, signature)?;
        std::fs::write(&input, message)?;
        let mut command = self.command("gpg");
        let output =
            command.args(["--batch", "--status-fd", "1", "--verify"]).args([&file, &input]).output()?;
        Ok(verdict(&String::from_utf8_lossy(&output.stdout)))
    }
}

/// The first word of a verdict, among GnuPG's status lines.
pub fn verdict(status: &str) -> String {
    let words = ["GOODSIG", "REVKEYSIG", "EXPKEYSIG", "BADSIG", "ERRSIG"];
    let found = status.lines().filter_map(|line| line.strip_prefix("[GNUPG:] ")?.split(' ').next());
    found.filter(|word| words.contains(word)).collect::<Vec<_>>().join(" ")
}
