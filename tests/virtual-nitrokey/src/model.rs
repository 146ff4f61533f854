use hex_literal::hex;
use opcard::AllowedAlgorithms;
use std::{fmt, str::FromStr};

// Object identifiers of the curves (OpenPGP card 3.4.1 § 4.4.3.9, RFC 9580 § 9.2).
const P_256: &[u8] = &hex!("2A8648CE3D030107");
const P_384: &[u8] = &hex!("2B81040022");
const P_521: &[u8] = &hex!("2B81040023");
const ED_25519: &[u8] = &hex!("2B06010401DA470F01");
const X_25519: &[u8] = &hex!("2B060104019755010501");

/// Which Nitrokey it looks like from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Model {
    /// Nitrokey 3 as it was first sold: RSA, P-256 and 25519 in software.
    Nitrokey3,
    /// Nitrokey 3 with its secure element in use: P-384 and P-521 as well. (The real one also takes
    /// Brainpool, for which there is no software.)
    Nitrokey3SecureElement,
    /// Nitrokey Pro of the first generation: OpenPGP card 2.1, RSA alone.
    Pro1,
    /// Nitrokey Pro 2: OpenPGP card 3.4, RSA and NIST's curves, no 25519, no button.
    Pro2,
    /// Nitrokey Start (Gnuk): card version 2.0, short commands alone.
    Start,
}

/// No model is called that.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no model is called {0:?}; there are nk3, nk3-se, pro1, pro2 and start")]
pub struct UnknownModel(String);

impl Model {
    /// Every model.
    pub const ALL: [Self; 5] =
        [Self::Nitrokey3, Self::Nitrokey3SecureElement, Self::Pro1, Self::Pro2, Self::Start];

    /// The name of the reader under which PC/SC shows it, without the two numbers that follow.
    pub fn reader_name(&self) -> &'static str {
        match self {
            Self::Nitrokey3 | Self::Nitrokey3SecureElement => "Nitrokey Nitrokey 3 [CCID/ICCD Interface]",
            Self::Pro1 | Self::Pro2 => "Nitrokey Nitrokey Pro",
            Self::Start => "Nitrokey Nitrokey Start",
        }
    }

    /// Answer to reset (ISO 7816-3 § 8).
    pub fn atr(&self) -> &'static [u8] {
        match self {
            Self::Nitrokey3 | Self::Nitrokey3SecureElement => &hex!("3B8F01805D4E6974726F6B657900000000006A"),
            Self::Pro1 => &hex!("3BDA18FF81B1FE751F030031C573C001400090000C"),
            Self::Pro2 => &hex!("3BDA18FF81B1FE751F030031F573C001600090001C"),
            Self::Start => &hex!("3BDA11FF81B1FE551F0300318473800180059000E1"),
        }
    }

    /// The manufacturer's number in the AID (OpenPGP card 3.4.1 § 4.2.1).
    pub fn manufacturer(&self) -> u16 {
        match self {
            Self::Nitrokey3 | Self::Nitrokey3SecureElement => 0x000F,
            Self::Pro1 | Self::Pro2 => 0x0005,
            Self::Start => 0xFFFE,
        }
    }

    /// Whether it has the admin application and the button.
    pub(crate) fn is_nitrokey3(self) -> bool {
        matches!(self, Self::Nitrokey3 | Self::Nitrokey3SecureElement)
    }

    /// What it takes by import and can generate.
    pub(crate) fn algorithms(self) -> AllowedAlgorithms {
        use AllowedAlgorithms as A;
        let rsa = A::RSA_2048 | A::RSA_3072 | A::RSA_4096;
        let curve25519 = A::X_25519 | A::ED_25519;
        match self {
            Self::Nitrokey3 => rsa | A::P_256 | curve25519,
            Self::Nitrokey3SecureElement => rsa | A::P_256 | A::P_384 | A::P_521 | curve25519,
            Self::Pro1 => rsa,
            Self::Pro2 => rsa | A::P_256 | A::P_384 | A::P_521,
            Self::Start => A::RSA_2048 | A::RSA_4096 | A::P_256 | curve25519,
        }
    }

    /// Whether it takes a key with these algorithm attributes (OpenPGP card 3.4.1 § 4.4.3.9).
    pub(crate) fn takes(self, attributes: &[u8]) -> bool {
        algorithm(attributes).is_some_and(|algorithm| self.algorithms().contains(algorithm))
    }
}

/// Which of the firmware's algorithms these attributes name.
fn algorithm(attributes: &[u8]) -> Option<AllowedAlgorithms> {
    use AllowedAlgorithms as A;
    let (id, rest) = attributes.split_first()?;
    match (id, rest) {
        (0x01, [0x08, 0x00, ..]) => Some(A::RSA_2048),
        (0x01, [0x0C, 0x00, ..]) => Some(A::RSA_3072),
        (0x01, [0x10, 0x00, ..]) => Some(A::RSA_4096),
        (0x12 | 0x13 | 0x16, _) => {
            // The import format FF ('with public key') may follow the object identifier.
            match rest.strip_suffix(&[0xFF]).unwrap_or(rest) {
                P_256 => Some(A::P_256),
                P_384 => Some(A::P_384),
                P_521 => Some(A::P_521),
                ED_25519 => Some(A::ED_25519),
                X_25519 => Some(A::X_25519),
                _ => None,
            }
        }
        _ => None,
    }
}

impl FromStr for Model {
    type Err = UnknownModel;

    fn from_str(name: &str) -> Result<Self, UnknownModel> {
        Self::ALL
            .into_iter()
            .find(|model| model.to_string() == name)
            .ok_or_else(|| UnknownModel(name.to_owned()))
    }
}

impl fmt::Display for Model {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Nitrokey3 => "nk3",
            Self::Nitrokey3SecureElement => "nk3-se",
            Self::Pro1 => "pro1",
            Self::Pro2 => "pro2",
            Self::Start => "start",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Model;

    #[test]
    fn every_model_is_found_by_its_name() {
        for model in Model::ALL {
            assert_eq!(model.to_string().parse(), Ok(model));
        }
        assert!("nitrokey".parse::<Model>().is_err());
    }

    /// ISO 7816-3 § 8.2.5: all bytes from T0 on add up to zero by exclusive or.
    #[test]
    fn every_answer_to_reset_has_a_right_check_byte() {
        for model in Model::ALL {
            let sum = model.atr()[1..].iter().fold(0, |sum, byte| sum ^ byte);
            assert_eq!(sum, 0, "{model}");
        }
    }

    #[test]
    fn no_model_takes_secp256k1() {
        for model in Model::ALL {
            assert!(!model.takes(&[0x13, 0x2B, 0x81, 0x04, 0x00, 0x0A, 0xFF]));
            assert!(model.takes(&[0x01, 0x08, 0x00, 0x00, 0x20, 0x00]));
        }
    }
}
