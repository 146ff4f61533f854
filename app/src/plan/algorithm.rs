//! The algorithms that an identity can be made with.

use super::words::words;

words! {
    /// What the keys are made of. Each name stands for the pair that OpenPGP uses: one for
    /// signatures and logins, one for decryption.
    Algorithm, "algorithm" {
        /// Ed25519 and X25519 in their older OpenPGP forms (RFC 9580 § 9.2), the ones that cards know.
        Curve25519 = "curve25519",
        /// RSA, 2048 bits.
        Rsa2048 = "rsa2048",
        /// RSA, 3072 bits.
        Rsa3072 = "rsa3072",
        /// RSA, 4096 bits.
        Rsa4096 = "rsa4096",
        /// ECDSA and ECDH over NIST P-256.
        NistP256 = "nistp256",
        /// ECDSA and ECDH over NIST P-384.
        NistP384 = "nistp384",
        /// ECDSA and ECDH over NIST P-521.
        NistP521 = "nistp521",
        /// ECDSA and ECDH over brainpoolP256r1.
        BrainpoolP256 = "brainpoolp256",
        /// ECDSA and ECDH over brainpoolP384r1.
        BrainpoolP384 = "brainpoolp384",
        /// ECDSA and ECDH over brainpoolP512r1.
        BrainpoolP512 = "brainpoolp512",
    }
}

impl std::fmt::Display for Algorithm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Algorithm::Curve25519 => "Curve 25519",
            Algorithm::Rsa2048 => "RSA 2048",
            Algorithm::Rsa3072 => "RSA 3072",
            Algorithm::Rsa4096 => "RSA 4096",
            Algorithm::NistP256 => "NIST P-256",
            Algorithm::NistP384 => "NIST P-384",
            Algorithm::NistP521 => "NIST P-521",
            Algorithm::BrainpoolP256 => "Brainpool P-256",
            Algorithm::BrainpoolP384 => "Brainpool P-384",
            Algorithm::BrainpoolP512 => "Brainpool P-512",
        })
    }
}
