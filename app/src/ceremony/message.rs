//! 'Use it without a Nitrokey': one message is decrypted here, mail to a subkey that no Nitrokey carries any more, say.
//!
//! It is an enemy's as long as nobody has looked at it, and what is in it stays so. A process of its own decrypts it and
//! looks for what it is made of, `coldspare decrypt`, which reaches nothing but its two pipes. On standard input it gets
//! the length of the secret key (four bytes, the least first), that key in armor, and the file. It answers with the length
//! of a head, the head ([`Head`], TOML), the text that can be shown, and what was encrypted.

use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use encoding_rs::WINDOWS_1252;
use mail_parser::{MessageParser, MimeHeaders};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::Made;
use crate::language::shown::plain;
use crate::limits::FileKind;
use crate::machine::child::{self, ChildError, Limits};
use crate::openpgp::{self, MessageError};

/// So long it may take.
const TIME: Duration = Duration::from_secs(120);
/// Bytes of the head.
const HEAD: usize = 64 << 10;
/// Bytes of text to be shown: some fifty screens.
const TEXT: usize = 64 << 10;
/// Bytes of the secret key in armor.
const KEY: usize = 2 << 20;
/// Parts that are named.
const PARTS: usize = 100;
/// Letters of a part's name.
const NAME: usize = 80;

/// A message that was decrypted.
pub struct Message {
    /// Fingerprint of the key that has opened it.
    pub key: String,
    /// Its text, line by line, as it may be shown. Nothing, if there is none.
    pub text: Vec<Zeroizing<String>>,
    /// Whether there is more text than that.
    pub longer: bool,
    /// Whether it is a mail, or a part of one (RFC 2045).
    pub is_mail: bool,
    /// What else is in it: named, not opened.
    pub parts: Vec<Attached>,
    /// What was encrypted, byte for byte.
    pub content: Zeroizing<Vec<u8>>,
}

/// Something in a message that is not shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attached {
    /// What it says that it is called. It is a name to be shown, and no path.
    pub name: String,
    /// What it says that it is (RFC 2045 § 5).
    pub kind: String,
    /// How long it is.
    pub bytes: u64,
}

#[derive(Serialize, Deserialize)]
struct Head {
    error: Option<MessageError>,
    key: String,
    /// Bytes of the text.
    text: u64,
    longer: bool,
    is_mail: bool,
    parts: Vec<Attached>,
}

/// Why there is no message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadingError {
    /// The file is not one that can be read.
    #[error(transparent)]
    Message(#[from] MessageError),
    /// The process could not be started, or died.
    #[error("fresh process failed: {0}")]
    Process(String),
    /// It ran longer, or said more, than there is to do and to say; or something else.
    #[error("fresh process without a true answer, stopped")]
    NoAnswer,
}

/// Has messages decrypted by a process of its own.
#[derive(Debug, Clone)]
pub struct MessageReader {
    program: PathBuf,
}

impl MessageReader {
    /// By this program.
    pub fn new(program: impl Into<PathBuf>) -> Self {
        MessageReader { program: program.into() }
    }

    /// The message in a file, with whichever of these keys it was encrypted to.
    ///
    /// # Errors
    /// [`ReadingError`].
    pub fn read(&self, made: &Made, file: &[u8]) -> Result<Message, ReadingError> {
        if file.len() > FileKind::EncryptedMessage.bytes() {
            return Err(MessageError::TooLarge.into());
        }
        let key = &made.secret_key;
        let length = u32::try_from(key.len()).map_err(|_| ReadingError::NoAnswer)?;
        let question = Zeroizing::new([&length.to_le_bytes()[..], key, file].concat());
        let mut command = Command::new(&self.program);
        command.arg("decrypt").env_clear();
        let bytes = 4 + HEAD + TEXT + FileKind::EncryptedMessage.bytes() + 1;
        let ended =
            child::ask(&mut command, &question, Limits { bytes, time: TIME }).map_err(
                |error| match error {
                    ChildError::NoEnd => ReadingError::NoAnswer,
                    ChildError::System(error) => ReadingError::Process(error.to_string()),
                },
            )?;
        match (ended.answer.is_empty(), ended.status) {
            (true, Some(status)) => Err(ReadingError::Process(status.to_string())),
            _ => understood(&ended.answer).ok_or(ReadingError::NoAnswer)?,
        }
    }
}

/// What the process has said, whoever it is by now.
fn understood(answer: &[u8]) -> Option<Result<Message, ReadingError>> {
    let (length, rest) = answer.split_first_chunk()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok().filter(|length| *length <= HEAD)?;
    let (head, rest) = rest.split_at_checked(length)?;
    let head: Head = toml::from_str(std::str::from_utf8(head).ok()?).ok()?;
    if let Some(error) = head.error {
        return Some(Err(shown(error).into()));
    }
    let (text, content) =
        rest.split_at_checked(usize::try_from(head.text).ok().filter(|text| *text <= TEXT)?)?;
    let line = |line: &[u8]| {
        // A tab is as wide as a screen makes it, and a blank that does not break is one.
        let blanks = |c: char| if matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}') { ' ' } else { c };
        let line = String::from_utf8_lossy(line);
        let line: Zeroizing<String> =
            Zeroizing::new(line.replace('\t', "    ").chars().map(blanks).collect());
        Zeroizing::new(plain(line.trim_end_matches('\r'), usize::MAX))
    };
    Some(Ok(Message {
        key: plain(&head.key, 40),
        text: text.split(|byte| *byte == b'\n').map(line).collect(),
        longer: head.longer,
        is_mail: head.is_mail,
        parts: head.parts.into_iter().take(PARTS).map(named).collect(),
        content: Zeroizing::new(content.to_vec()),
    }))
}

fn named(part: Attached) -> Attached {
    Attached { name: plain(&part.name, NAME), kind: plain(&part.kind, NAME), bytes: part.bytes }
}

fn shown(error: MessageError) -> MessageError {
    let id = |key: &str| plain(key, 16);
    match error {
        MessageError::OtherKeys(keys) => {
            MessageError::OtherKeys(keys.iter().take(PARTS).map(|key| id(key)).collect())
        }
        MessageError::Kind { key, kind } => MessageError::Kind { key: id(&key), kind: plain(&kind, NAME) },
        MessageError::Elsewhere(key) => MessageError::Elsewhere(id(&key)),
        MessageError::Strange(how) => MessageError::Strange(plain(&how, NAME)),
        error => error,
    }
}

/// The process's side: reads the question, decrypts, and answers. Neither may keep what went through it, as
/// [`std::io::Stdin`] does.
///
/// # Errors
/// If the question breaks off, or nobody takes the answer.
pub fn decrypting(question: impl Read, mut answer: impl Write) -> io::Result<()> {
    let most = 4 + KEY + FileKind::EncryptedMessage.bytes();
    // Room for all of it, and one more to notice that it is longer: nothing grows, and leaves a copy behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(most + 1));
    question.take(most as u64 + 1).read_to_end(&mut bytes)?;
    let (length, rest) = bytes.split_first_chunk().ok_or(io::ErrorKind::UnexpectedEof)?;
    let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| io::ErrorKind::InvalidData)?;
    let (key, file) = rest.split_at_checked(length).ok_or(io::ErrorKind::UnexpectedEof)?;
    let (mut text, mut content) = (Zeroizing::default(), Zeroizing::default());
    let mut head =
        Head { error: None, key: String::new(), text: 0, longer: false, is_mail: false, parts: Vec::new() };
    match openpgp::decrypt(key, file) {
        Ok(decrypted) => {
            head.is_mail = is_mime(&decrypted.content);
            (text, head.parts) = looked_at(&decrypted.content, head.is_mail);
            (head.key, content) = (decrypted.key, decrypted.content);
        }
        Err(error) => head.error = Some(shown(error)),
    }
    head.longer = text.len() > TEXT;
    text.truncate(TEXT);
    head.text = text.len() as u64;
    let head = toml::to_string(&head).map_err(io::Error::other)?;
    answer.write_all(&u32::try_from(head.len()).map_err(io::Error::other)?.to_le_bytes())?;
    answer.write_all(head.as_bytes())?;
    answer.write_all(&text)?;
    answer.write_all(&content)
}

/// The text in what was encrypted, in UTF-8, and what else is in it.
fn looked_at(content: &[u8], is_mail: bool) -> (Zeroizing<Vec<u8>>, Vec<Attached>) {
    let mail = is_mail.then(|| MessageParser::default().parse(content)).flatten();
    if let Some(mail) = mail {
        let texts: Vec<_> = (0..mail.text_body_count()).filter_map(|at| mail.body_text(at)).collect();
        let attached = mail.attachments().take(PARTS).map(|part| {
            let kind =
                part.content_type().map(|kind| [kind.ctype(), kind.subtype().unwrap_or_default()].join("/"));
            let name = part.attachment_name().unwrap_or_default();
            let attached =
                Attached { name: name.into(), kind: kind.unwrap_or_default(), bytes: part.len() as u64 };
            named(attached)
        });
        return (Zeroizing::new(texts.join("\n").into_bytes()), attached.collect());
    }
    let control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C) || *byte == 0x7F;
    if content.iter().any(control) {
        let bytes = content.len() as u64;
        let kind = "application/octet-stream".into();
        return (Zeroizing::default(), vec![Attached { name: String::new(), kind, bytes }]);
    }
    let text = match std::str::from_utf8(content) {
        // What says only in which order bytes are is no letter.
        Ok(text) => text.strip_prefix('\u{FEFF}').unwrap_or(text).as_bytes().to_vec(),
        // Latin-1, as mail of former years was; with Windows' quotation marks, dashes and euro, where that has nothing.
        Err(_) => WINDOWS_1252.decode_without_bom_handling(content).0.into_owned().into_bytes(),
    };
    (Zeroizing::new(text), Vec::new())
}

/// Whether it begins as a part of a mail does (RFC 2045 § 3): with lines of a head, one of which says of what kind it is.
fn is_mime(content: &[u8]) -> bool {
    let lines = content.split(|byte| *byte == b'\n').take(PARTS).map(<[u8]>::trim_ascii_end);
    let mut head = lines.take_while(|line| !line.is_empty()).peekable();
    let field = |line: &[u8]| {
        let name = line.split(|byte| *byte == b':').next().unwrap_or_default();
        name.len() < line.len() && !name.is_empty() && name.iter().all(|byte| byte.is_ascii_graphic())
    };
    let folded = |line: &[u8]| line.starts_with(b" ") || line.starts_with(b"\t");
    let mut of_kind = false;
    head.peek().is_some_and(|line| field(line))
        && head.all(|line| {
            of_kind |= line.to_ascii_lowercase().starts_with(b"content-type:");
            field(line) || folded(line)
        })
        && of_kind
}
