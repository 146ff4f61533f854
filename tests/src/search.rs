//! The search: texts that were shown, and the secrets that must not be in them, in every form in
//! which they could slip out.

use std::collections::{BTreeSet, HashSet};
use std::error::Error;
use std::fmt::{self, Debug};

use coldspare::backup::{Share, words};
use coldspare::pins::{KeyPins, Pins};
use data_encoding::{BASE32_NOPAD, BASE64, HEXLOWER};
use secrecy::{ExposeSecret, SecretString};
use sequoia_openpgp::Cert;
use sequoia_openpgp::crypto::mpi::SecretKeyMaterial as Mpis;
use sequoia_openpgp::packet::key::SecretKeyMaterial;
use sequoia_openpgp::parse::Parse;

/// Everything that a run showed, each with the place where it was shown.
#[derive(Default)]
pub struct Shown(Vec<(String, Vec<u8>)>);

impl Shown {
    /// Something that was shown there.
    pub fn bytes(&mut self, place: impl fmt::Display, bytes: &[u8]) {
        self.0.push((place.to_string(), bytes.to_vec()));
    }

    /// `{:?}` and `{:#?}`.
    pub fn debug(&mut self, place: &str, value: &dyn Debug) {
        self.bytes(place, format!("{value:?}").as_bytes());
        self.bytes(format_args!("{place}, pretty"), format!("{value:#?}").as_bytes());
    }

    /// An error as it is told and as it is debugged, with all that caused it. Returns its text.
    pub fn error(&mut self, error: &dyn Error) -> String {
        let text = error.to_string();
        self.debug(&text, &error);
        let mut next = Some(error);
        while let Some(cause) = next {
            self.bytes(&text, cause.to_string().as_bytes());
            next = cause.source();
        }
        text
    }

    /// What must be an error.
    #[track_caller]
    pub fn refused<T: Debug, E: Error + 'static>(&mut self, result: Result<T, E>) -> String {
        self.error(&result.expect_err("this must be refused"))
    }

    /// Where a secret was shown, of those that are searched for.
    pub fn leaks(&self, secrets: &Secrets) -> BTreeSet<String> {
        let mut leaks = BTreeSet::new();
        for (place, bytes) in &self.0 {
            let haystack = Haystack::of(bytes);
            let found = secrets.0.iter().filter(|(_, form)| haystack.has(form));
            leaks.extend(found.map(|(name, _)| format!("{name} in {place:.80}")));
        }
        leaks
    }
}

/// One form of a secret, or of a part of it that is long enough to be no accident.
enum Form {
    /// As it is, each byte a character: strings are searched fast.
    Raw(String),
    /// In any case, with white space anywhere: hexadecimal, base 32, numbers in a list.
    Squeezed(String),
    /// Words in a row, whatever stands between them.
    Words(String),
}

fn raw(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

/// A text to search, with all its pieces of eight bytes, so that most searches end before they begin.
struct Text {
    text: String,
    pieces: HashSet<[u8; 8]>,
}

impl Text {
    fn new(text: String) -> Self {
        let pieces = text.as_bytes().windows(8).filter_map(|piece| piece.try_into().ok()).collect();
        Text { text, pieces }
    }

    fn has(&self, secret: &str) -> bool {
        let begins = secret.as_bytes().first_chunk::<8>();
        begins.is_none_or(|piece| self.pieces.contains(piece)) && self.text.contains(secret)
    }
}

struct Haystack {
    raw: Text,
    squeezed: Text,
    words: Text,
}

impl Haystack {
    fn of(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        let letters = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        Haystack {
            raw: Text::new(raw(bytes)),
            squeezed: Text::new(text.split_whitespace().collect()),
            words: Text::new(letters.collect::<Vec<_>>().join(" ")),
        }
    }

    fn has(&self, form: &Form) -> bool {
        match form {
            Form::Raw(secret) => self.raw.has(secret),
            Form::Squeezed(secret) => self.squeezed.has(secret),
            Form::Words(secret) => self.words.has(secret),
        }
    }
}

/// The secrets of one run.
#[derive(Default)]
pub struct Secrets(Vec<(String, Form)>);

impl Secrets {
    fn add(&mut self, name: &str, form: Form) {
        self.0.push((name.to_owned(), form));
    }

    /// A secret text, searched for as it is.
    pub fn text(&mut self, name: &str, text: &str) {
        self.add(name, Form::Raw(raw(text.as_bytes())));
        self.add(name, Form::Squeezed(list(text.as_bytes())));
        self.add(name, Form::Squeezed(HEXLOWER.encode(text.as_bytes())));
    }

    /// A PIN.
    pub fn pin(&mut self, name: &str, pin: &SecretString) {
        self.text(name, pin.expose_secret());
    }

    /// User PIN, admin PIN and reset code.
    pub fn pins(&mut self, pins: &Pins) {
        self.pin("user PIN", &pins.user);
        self.pin("admin PIN", &pins.admin);
        self.pin("reset code", &pins.reset_code);
    }

    /// Those of each Nitrokey.
    pub fn key_pins(&mut self, pins: &[KeyPins]) {
        for KeyPins { pins, .. } in pins {
            self.pin("admin PIN", &pins.admin);
            self.pin("reset code", &pins.reset_code);
            pins.user.iter().for_each(|user| self.pin("user PIN", user));
        }
    }

    /// Bytes, in pieces of eight: raw, hexadecimal, as Rust lists them; and in base 32 and base 64.
    pub fn bytes(&mut self, name: &str, bytes: &[u8]) {
        for piece in bytes.chunks_exact(8) {
            let hexadecimal_list: Vec<_> = piece.iter().map(|byte| format!("{byte:02x}")).collect();
            self.add(name, Form::Raw(raw(piece)));
            self.add(name, Form::Squeezed(HEXLOWER.encode(piece)));
            self.add(name, Form::Squeezed(list(piece)));
            self.add(name, Form::Squeezed(hexadecimal_list.join(",")));
        }
        let base32 = BASE32_NOPAD.encode(bytes).to_lowercase();
        self.add(name, Form::Squeezed(base32[..16].to_owned()));
        self.add(name, Form::Squeezed(base32[base32.len() - 16..].to_owned()));
        self.add(name, Form::Raw(BASE64.encode(bytes)[..16].into()));
    }

    /// A share: its code, its words, its digits.
    pub fn share(&mut self, share: &Share) {
        let name = format!("share {}", share.x);
        self.bytes(&name, &share.y[..]);
        let words = words(&share.y);
        words.windows(3).for_each(|three| self.add(&name, Form::Words(three.join(" "))));
    }

    /// A secret file in armor: each whole line.
    pub fn armored(&mut self, name: &str, armored: &[u8]) {
        let armored = String::from_utf8_lossy(armored);
        armored.lines().filter(|line| is_armor(line)).for_each(|line| self.text(name, line));
    }

    /// `secret-key.asc`: each scalar and each prime, and the lines of armor that bear them. (The other
    /// lines are public; one may stand in `ssh.pub` just so.)
    pub fn secret_key(&mut self, armored: &[u8]) {
        let mut numbers: Vec<(&str, Vec<u8>)> = Vec::new();
        for key in Cert::from_bytes(armored).unwrap().keys().unencrypted_secret() {
            let SecretKeyMaterial::Unencrypted(secret) = key.key().secret() else { continue };
            secret.map(|mpis| match mpis {
                Mpis::EdDSA { scalar } | Mpis::ECDH { scalar } | Mpis::ECDSA { scalar } => {
                    numbers.push(("secret scalar", scalar.value().to_vec()));
                }
                Mpis::RSA { d, p, q, u } => {
                    let all = [
                        ("secret number d", d),
                        ("secret number p", p),
                        ("secret number q", q),
                        ("secret number u", u),
                    ];
                    numbers.extend(all.map(|(name, number)| (name, number.value().to_vec())));
                }
                other => panic!("no form for {}", other.algo().unwrap()),
            });
        }
        for line in String::from_utf8_lossy(armored).lines().filter(|line| is_armor(line)) {
            let line_bytes = raw(&BASE64.decode(line.as_bytes()).unwrap());
            let bears = |number: &[u8]| number.windows(8).any(|piece| line_bytes.contains(&raw(piece)));
            if numbers.iter().any(|(_, number)| bears(number)) {
                self.text("secret-key.asc", line);
            }
        }
        numbers.iter().for_each(|(name, number)| self.bytes(name, number));
    }

    /// How many secrets, by name.
    pub fn names(&self) -> BTreeSet<&str> {
        self.0.iter().map(|(name, _)| name.as_str()).collect()
    }
}

/// A whole line of armor (RFC 9580 § 6): 48 bytes.
fn is_armor(line: &str) -> bool {
    line.len() == 64 && BASE64.decode(line.as_bytes()).is_ok()
}

/// As `{:?}` lists bytes, without white space.
fn list(bytes: &[u8]) -> String {
    bytes.iter().map(u8::to_string).collect::<Vec<_>>().join(",")
}
