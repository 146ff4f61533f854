//! What is chosen by one of a few words.

use super::words::words;

words! {
    /// Who thinks of the PINs.
    PinPolicy, "pins" {
        /// The program makes them from random digits and shows them once.
        Generated = "generated",
        /// The owner types them.
        Typed = "typed",
    }
}

words! {
    /// Whether a Nitrokey wants its button touched for each use.
    Touch, "touch" {
        /// No touch.
        Off = "off",
        /// Touch for each signature, decryption and login.
        On = "on",
        /// As `on`, and only a factory reset ends it.
        Permanent = "permanent",
    }
}

words! {
    /// Where the primary key lives.
    PrimaryKey, "primary_key" {
        /// In the sealed backup alone; the Nitrokeys get three subkeys.
        Offline = "offline",
        /// In the signature slot of every Nitrokey, for who wants to certify with it.
        SignatureSlot = "signature-slot",
    }
}
