//! Codes whose fields are no fields but what a shell runs or a terminal obeys. Their checks are made for them.

/// What stands in place of a field.
pub const HOSTILE: &[&str] = &[
    "x[$(id>PWNED)]",
    "3[$(id>PWNED)]",
    "$(id>PWNED)",
    "`id>PWNED`",
    ";id>PWNED;",
    "3;id>PWNED",
    "\u{1b}]0;PWNED\u{7}",
    "\\033[2J",
    "../PWNED",
    "3/../../PWNED",
    "-1",
    "003",
    "3x",
    "1 2",
    "*",
    "",
];

/// The line of a code, with each of its fields but the first two in turn replaced by each of these; the check fits, but
/// where it is itself replaced. Each with an end.
pub fn forged_fields(line: &str) -> Vec<String> {
    let fields: Vec<&str> = line.split(':').collect();
    let last = fields.len().saturating_sub(1);
    let mut forged = Vec::new();
    for at in 2..fields.len() {
        for hostile in HOSTILE {
            let mut fields = fields.clone();
            fields[at] = hostile;
            let body = fields[..last].join(":");
            let check = data_encoding::HEXUPPER.encode(&openssl::sha::sha256(body.as_bytes())[..4]);
            let check = if at == last { hostile } else { &*check };
            forged.push(format!("{body}:{check}\n"));
        }
    }
    forged
}
