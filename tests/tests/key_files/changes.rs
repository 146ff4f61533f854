//! What happens to a block of armor on its way, each in a few words.

/// Each line with something around it.
pub(super) fn each(text: &str, line: impl Fn(&str) -> String) -> String {
    text.lines().map(|of| line(of) + "\n").collect()
}

/// Those between the first and the last line, apart from the empty one and the checksum.
fn data(text: &str, change: impl Fn(&str) -> String) -> String {
    let is_data = |line: &str| !line.contains("-----") && !line.is_empty() && !line.starts_with('=');
    each(text, |line| if is_data(line) { change(line) } else { line.into() })
}

pub(super) fn without_checksum(text: &str) -> String {
    let is_other = |line: &&str| !line.starts_with('=') || line.contains("----");
    text.lines().filter(is_other).map(|line| format!("{line}\n")).collect()
}

/// The same data in lines of this width.
pub(super) fn narrow(text: &str, width: usize) -> String {
    let (front, rest) = text.split_once("\n\n").unwrap();
    let (lines, behind) = rest.split_once("\n=").unwrap();
    let digits = lines.replace('\n', "");
    let lines: Vec<_> = digits.as_bytes().chunks(width).map(|line| str::from_utf8(line).unwrap()).collect();
    format!("{front}\n\n{}\n={behind}", lines.join("\n"))
}

/// Of its data no more than this.
fn first_digits(text: &str, behind: &str) -> String {
    let (front, rest) = text.split_once("\n\n").unwrap();
    let end = text.lines().last().unwrap();
    format!("{front}\n\n{}\n{behind}{end}\n", &rest[..60])
}

pub(super) type Change = (&'static str, fn(&str) -> String);

/// What does no harm to a key.
pub(super) const HARMLESS: [Change; 14] = [
    ("a path that was broken off", |text| {
        text.replacen("\n\n", "\nComment: key from\n/home/ada/Documents/Backups/Keys\n\n", 1)
    }),
    ("a fingerprint that was broken off", |text| {
        text.replacen("\n\n", "\nComment: of\n25D76EC09E1F346FC2226439B47CDF8C308DCD2D\n\n", 1)
    }),
    ("a blank behind a header's name", |text| text.replacen("\n\n", "\nVersion : GnuPG v2\n\n", 1)),
    ("a header of a mailer", |text| text.replacen("\n\n", "\nX_Mailer: one\nKey.ID: 1\n\n", 1)),
    ("a header in French", |text| text.replacen("\n\n", "\nClé: une\nKey ID: 1\n\n", 1)),
    ("a header without a colon", |text| text.replacen("\n\n", "\nVersion GnuPG v2\n\n", 1)),
    ("a header that was broken off", |text| {
        text.replacen("\n\n", "\nComment: made with GnuPG and\nMailvelope\n\n", 1)
    }),
    ("an address that was broken off", |text| {
        let address = "https://github.com/openpgpjs/openpgpjs/releases/tag/v4.10.10";
        text.replacen("\n\n", &format!("\nComment: made with what is found at\n{address}\n\n"), 1)
    }),
    ("a block that was left out in words", |text| {
        format!("-----BEGIN PGP PUBLIC KEY BLOCK-----\nand\n-----END PGP PUBLIC KEY BLOCK-----\n{text}")
    }),
    ("the end behind the checksum", |text| text.replace("\n-----END", "-----END")),
    ("a block that was left out in front", |text| {
        format!("-----BEGIN PGP PUBLIC KEY BLOCK-----\n...\n-----END PGP PUBLIC KEY BLOCK-----\n{text}")
    }),
    ("a quoted one that was left out behind", |text| {
        format!(
            "{text}> -----BEGIN PGP PUBLIC KEY BLOCK-----\n> [...]\n> -----END PGP PUBLIC KEY BLOCK-----\n"
        )
    }),
    ("one in words", |text| {
        format!(
            "{text}-----BEGIN PGP MESSAGE-----\n[the message was removed here]\n-----END PGP MESSAGE-----\n"
        )
    }),
    ("no checksum, and the end behind the data", |text| {
        without_checksum(text).replace("\n-----END", "-----END")
    }),
];

/// What happens to a block on its way and leaves it whole for whoever looks at it.
pub(super) const AROUND: [Change; 10] = [
    ("narrow lines", |text| narrow(text, 20)),
    ("a word in front of narrow lines", |text| format!("Revocation: {}", narrow(text, 24))),
    ("dashes as they travel", |text| {
        text.replace("-----BEGIN", "=2D----BEGIN").replace("-----END", "=3D2D----END")
    }),
    ("a bell, and other letters and back", |text| format!("\u{7}\u{E}\u{F}\u{8}\n{text}\u{4}\n")),
    ("nothing", str::to_owned),
    ("a word in front", |text| format!("Revocation certificate: {text}")),
    ("a tag in front", |text| format!("<pre>{text}")),
    ("a sentence that goes on", |text| text.replacen("-----\n", "----- is what it begins with:\n", 1)),
    ("letters that are none in front", |text| format!("Schlüssel: {text}")),
    ("blanks that are none", |text| each(text, |line| line.replace(' ', "\u{A0}"))),
];

/// And what leaves it whole for whoever looks at what was meant: pages, and mail as it travels.
pub(super) const ON_PAGES: [Change; 16] = [
    ("a page's line ends", |text| each(text, |line| format!("{line}&#13;"))),
    ("a page's blanks of no width", |text| each(text, |line| format!("&#8203;{line}&#xFEFF;"))),
    ("signs by their names", |text| {
        data(text, |line| line.replace('+', "&plus;").replace('/', "&sol;").replace('=', "&equals;"))
    }),
    ("a word processor's tags", |text| each(text, |line| format!("{line}<o:p></o:p>"))),
    ("long tags", |text| {
        each(text, |line| format!("<div style=\"{}\">{line}</div>", "font: x; ".repeat(40)))
    }),
    ("a tag behind each line", |text| each(text, |line| format!("{line}<br>"))),
    ("a tag with a blank in it behind each line", |text| each(text, |line| format!("{line}<br />"))),
    ("a tag behind each line of data", |text| data(text, |line| format!("{line}<br>"))),
    ("tags around each line", |text| each(text, |line| format!("<p>{line}</p>"))),
    ("a tag in the only empty line", |text| text.replacen("\n\n", "\n<br>\n", 1)),
    ("all of a page in one line", |text| format!("<div>{}</div>\n", text.replace('\n', "<br>"))),
    ("tags within a line", |text| text.replace("PGP ", "<b class=\"x\">PGP</b> ")),
    ("a page's blanks", |text| {
        each(text, |line| line.replace(' ', "&nbsp;").replace("KEY&nbsp;", "KEY&#160;"))
    }),
    ("blanks as they travel", |text| each(text, |line| line.replace(' ', "=20"))),
    ("an attachment in base64", |text| {
        let base64 = data_encoding::BASE64.encode(text.as_bytes());
        let lines: Vec<_> = base64.as_bytes().chunks(76).map(|line| str::from_utf8(line).unwrap()).collect();
        format!("--x\nContent-Transfer-Encoding: base64\n\n{}\n\n--x--\n", lines.join("\n"))
    }),
    ("small letters", |text| text.replace("BEGIN PGP", "Begin Pgp").replace("END PGP", "End PGP")),
];

/// And what leaves it unreadable.
pub(super) const DAMAGES: [Change; 21] = [
    ("who wrote it in front of each line", |text| {
        each(text, |line| format!("Ada: {line}")) + "Ada: that was it\n"
    }),
    ("where it was found in front of each line", |text| {
        each(text, |line| format!("key.asc:{line}")) + "and that was it\n"
    }),
    ("the beginning of its first line", |text| first_digits(text, "")),
    ("the same, and what says so", |text| first_digits(text, "[...]\n")),
    ("in groups", |text| {
        data(text, |line| {
            let groups = line.as_bytes().chunks(8).map(|group| str::from_utf8(group).unwrap());
            groups.collect::<Vec<_>>().join(" ")
        })
    }),
    ("a blank in each line", |text| {
        data(text, |line| format!("{} {}", &line[..line.len() / 2], &line[line.len() / 2..]))
    }),
    ("a sign in the first line", |text| text.replacen("\n\n", "\n\n%", 1)),
    ("a sign in each line", |text| {
        data(text, |line| format!("{}%{}", &line[..line.len() / 2], &line[line.len() / 2..]))
    }),
    ("no end", |text| text.split("-----END").next().unwrap().into()),
    ("another end", |text| text.replacen("-----END PGP ", "-----END PGP ANOTHER ", 1)),
    ("the first half", |text| text[..text.len() / 2].into()),
    ("the first line alone", |text| text.lines().take(1).collect::<String>() + "\n"),
    ("the first line of data is missing", |text| {
        let (begin, rest) = text.split_once("\n\n").unwrap();
        format!("{begin}\n\n{}", rest.split_once('\n').unwrap().1)
    }),
    ("the last line of data is missing", |text| {
        let (data, end) = text.split_once("\n=").unwrap();
        format!("{}\n={end}", data.rsplit_once('\n').unwrap().0)
    }),
    ("the same without its checksum", |text| {
        let (data, end) = text.split_once("\n=").unwrap();
        without_checksum(&format!("{}\n={end}", data.rsplit_once('\n').unwrap().0))
    }),
    ("all in one line", |text| text.replace('\n', " ") + "\n"),
    ("no beginning", |text| text.split_once('\n').unwrap().1.into()),
    ("a beginning in two lines", |text| text.replacen("BEGIN", "BEGIN\n", 1)),
    ("another beginning", |text| text.replacen("BEGIN", "BEGINNING OF", 1)),
    ("neither beginning nor end", |text| {
        text.lines().filter(|line| !line.contains("-----")).map(|line| format!("{line}\n")).collect()
    }),
    ("a length that is another one", |text| {
        let at = text.find("\n\n").unwrap() + 3;
        let other = if &text[at..=at] == "A" { "B" } else { "A" };
        without_checksum(&format!("{}{other}{}", &text[..at], &text[at + 1..]))
    }),
];
