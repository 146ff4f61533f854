//! What of a file is not taken over: whoever wants it needs the file itself. It is counted, so that it can be said.

use openpgp::Packet;
use openpgp::packet::Tag;
use sequoia_openpgp as openpgp;

use crate::language::Noted;
use crate::openpgp::counted::those_there;

/// Packets of a file that stood together and that no certificate keeps.
pub(super) type Stray = Vec<Packet>;

/// What of a file is in no backup, as far as it matters to anybody.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Remains {
    /// Other keys with their secrets.
    pub keys: usize,
    /// Keys of which there are secret subkeys, and not the primary key.
    pub without_primary: usize,
    /// Public keys of others.
    pub public_keys: usize,
    /// Other copies of secrets that were taken, each of which differs from the one that was.
    pub copies: usize,
    /// Messages, and signed texts.
    pub messages: usize,
    /// Signatures of versions that are not known here, and those that belong to no key in the file.
    pub signatures: usize,
    /// User ids that GnuPG could not read, and with them nothing else of the key.
    pub names: usize,
    /// Other packets.
    pub others: usize,
}

impl Remains {
    /// How many things there are.
    pub fn count(&self) -> usize {
        self.each().map(|(_, n)| n).sum()
    }

    /// Each kind of which there is any, by the name of its text, and how much.
    pub fn each(&self) -> impl Iterator<Item = (Noted, usize)> + use<> {
        let Remains { keys, without_primary, public_keys, copies, messages, signatures, names, others } =
            *self;
        let each = [
            (noted!("remains-keys"), keys),
            (noted!("remains-without-primary"), without_primary),
            (noted!("remains-public-keys"), public_keys),
            (noted!("remains-copies"), copies),
            (noted!("remains-messages"), messages),
            (noted!("remains-signatures"), signatures),
            (noted!("remains-names"), names),
            (noted!("remains-others"), others),
        ];
        those_there(each)
    }

    /// With what else there is.
    pub(super) fn and(self, more: Remains) -> Remains {
        Remains {
            keys: self.keys + more.keys,
            without_primary: self.without_primary + more.without_primary,
            public_keys: self.public_keys + more.public_keys,
            copies: self.copies + more.copies,
            messages: self.messages + more.messages,
            signatures: self.signatures + more.signatures,
            names: self.names + more.names,
            others: self.others + more.others,
        }
    }

    /// Counts what stood together: a key with all that is behind it is one thing. What is nobody's does not count.
    pub(super) fn add(&mut self, stray: &Stray) {
        match stray.first().map(Packet::tag) {
            Some(Tag::SecretKey | Tag::SecretSubkey) => self.keys += 1,
            Some(Tag::PublicKey | Tag::PublicSubkey) => self.public_keys += 1,
            _ => stray.iter().map(Packet::tag).for_each(|tag| match tag {
                Tag::Signature => self.signatures += 1,
                tag if is_nobodys(tag) => {}
                _ => self.others += 1,
            }),
        }
    }
}

/// GnuPG's own notes on trust (RFC 9580 § 5.10), markers and padding (§ 5.8, § 5.14): who writes keys puts them wherever.
pub(super) fn is_nobodys(tag: Tag) -> bool {
    matches!(tag, Tag::Trust | Tag::Marker | Tag::Padding)
}
