//! `app/FORMAT.md` says the truth: every number of its worked example is computed anew, by hand as the
//! page describes it, and its commands are run as they stand there, by both of Debian's shells with Debian's tools.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use coldspare::backup::{BackupKey, BackupPart, Collector, Contents, SetId, bundle, open, words};
use coldspare::plan::Plan;
use coldspare_tests::hostile::{HOSTILE, forged_fields};
use coldspare_tests::{debian, gf};
use data_encoding::{BASE32_NOPAD, HEXLOWER, HEXUPPER};
use secrecy::ExposeSecret;
use sha2::{Digest, Sha256};

const PAGE: &str = include_str!("../../app/FORMAT.md");

/// The code blocks of the section with this heading, each with its language.
fn blocks(heading: &str) -> Vec<(&'static str, &'static str)> {
    let (_, section) = PAGE.split_once(&format!("\n## {heading}\n")).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let fenced = section.split("\n```").skip(1).step_by(2);
    fenced.map(|block| block.split_once('\n').unwrap()).collect()
}

fn golden(set: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/v1").join(set)
}

fn golden_text(set: &str, name: &str) -> String {
    fs::read_to_string(golden(set).join(name)).unwrap()
}

fn bundle_of(set: &str) -> PathBuf {
    let entries = fs::read_dir(golden(set)).unwrap().map(|entry| entry.unwrap().path());
    entries.into_iter().find(|path| path.is_dir()).unwrap()
}

fn key_of(set: &str) -> [u8; 32] {
    let digits = golden_text(set, "backup-key.txt");
    HEXLOWER.decode(digits.trim_end().as_bytes()).unwrap().try_into().unwrap()
}

fn contents() -> Contents {
    contents_of("curve25519")
}

fn contents_of(set: &str) -> Contents {
    let sealed = fs::read(bundle_of(set).join(bundle::SEALED_BACKUP)).unwrap();
    open(&sealed, &BackupKey::from_bytes(key_of(set))).unwrap()
}

fn sha256(bytes: impl AsRef<[u8]>) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}

/// With the check at its end, as cards and sheets have it.
fn with_check(body: &str) -> String {
    format!("{body}:{}", sha256(body)[..8].to_uppercase())
}

fn in_rows<T: ToString>(items: impl IntoIterator<Item = T>, columns: usize) -> String {
    let items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    items.chunks(columns).map(|row| row.join(" ")).collect::<Vec<_>>().join("\n")
}

/// What stands in the worked example, block by block, computed from nothing but what section 10 says
/// of its key and its coefficients, and from the golden files where these are random.
fn computed() -> Vec<String> {
    let counted = |from: u8| -> [u8; 32] { std::array::from_fn(|i| from + i as u8) };
    let (key, a, b) = (counted(0), counted(0x20), counted(0x40));
    let set = sha256(key)[..8].to_uppercase();
    let polynomials = (1..=5u8).map(|x| {
        let square = gf::times(x, x);
        let (ax, bx) = (gf::times(a[0], x), gf::times(b[0], square));
        let y = key[0] ^ ax ^ bx;
        format!("card {x}: 00 + 20·{x:02X} + 40·{square:02X} = 00 + {ax:02X} + {bx:02X} = {y:02X}")
    });
    let y = gf::share(2, &key, &[a, b]);
    let body = format!("COLDSPARE1:S:{set}:3:5:2:{}", BASE32_NOPAD.encode(&y));
    let checksum = Sha256::digest(y)[0];
    let bits: String = y.iter().chain([&checksum]).map(|byte| format!("{byte:08b}")).collect();
    let groups: Vec<&str> = (0..24).map(|i| &bits[11 * i..11 * i + 11]).collect();
    let numbers: Vec<usize> = groups.iter().map(|group| usize::from_str_radix(group, 2).unwrap()).collect();
    let list = word_list();
    let digits: Vec<String> = y.chunks(8).map(|eight| HEXUPPER.encode(eight)).collect();
    let hashed: Vec<String> = (1..=4).map(|i| format!("{i}:{}", digits[i - 1])).collect();
    let line_hashes = hashed.iter().map(|line| format!("{line}  {}", sha256(line)));
    let lines = hashed.iter().map(|line| format!("{} {}", &line[2..], sha256(line)[..4].to_uppercase()));

    let sealed = fs::read(bundle_of("curve25519").join(bundle::SEALED_BACKUP)).unwrap();
    let contents = contents();
    let tar = contents.to_tar().unwrap();
    let mut files = vec![("secret-key.asc".to_owned(), contents.secret_key.len())];
    files.extend(
        contents.revocations.iter().map(|(name, file)| (format!("revocation/{name}.asc"), file.len())),
    );
    files.extend([
        ("pins.toml".into(), in_tar(&tar, "pins.toml").len()),
        ("plan.toml".into(), contents.plan.to_toml().len()),
        ("sealing.toml".into(), in_tar(&tar, "sealing.toml").len()),
    ]);
    let small = b"Lose a Nitrokey, lose nothing.";
    let id = &sha256(small)[..8].to_uppercase();
    let sheet = format!("COLDSPARE1:B:{set}:1:{id}:1:1:30:{}", BASE32_NOPAD.encode(small));
    let signed = fs::read_to_string(bundle_of("curve25519").join(bundle::MANIFEST)).unwrap();
    let manifest = signed.split("\n\n").skip(1).collect::<Vec<_>>().join("\n\n");
    let manifest = manifest.split("\n\n-----BEGIN").next().unwrap();
    let fingerprint = manifest.split("fingerprint = \"").nth(1).unwrap()[..40].to_owned();
    let nonce = [0xA5; 32];
    let answer = format!("{fingerprint} {}", sha256([&nonce[..], &Sha256::digest(&sealed), &tar].concat()));

    vec![
        HEXLOWER.encode(&key),
        sha256(key),
        format!("{}\n{}", HEXLOWER.encode(&a), HEXLOWER.encode(&b)),
        in_rows(polynomials, 1),
        HEXLOWER.encode(&y),
        body.clone(),
        sha256(&body),
        with_check(&body),
        sha256(y),
        in_rows(&groups, 6),
        in_rows(&numbers, 12),
        in_rows(numbers.iter().map(|number| list[*number]), 8),
        in_rows(line_hashes, 1),
        in_rows(lines, 1),
        in_rows(sealed[..15].iter().map(|byte| format!("{byte:02X}")), 15),
        sha256(&sealed),
        in_rows(files.iter().map(|(name, length)| format!("{length:>6}  {name}")), 1),
        spare_byte(&sealed),
        with_check(&sheet),
        manifest.trim_end().to_owned(),
        format!("coldspare-{}", &fingerprint[32..]),
        HEXLOWER.encode(&nonce),
        answer,
    ]
}

/// The first byte of code 7: the value at 7 of the polynomial through the first bytes of the 6 chunks.
fn spare_byte(sealed: &[u8]) -> String {
    let inverse = |a| (1..=255).find(|b| gf::times(a, *b) == 1).unwrap();
    let printed = golden_text("curve25519", "parts.txt");
    let part = BackupPart::parse(printed.lines().nth(6).unwrap()).unwrap();
    let terms: Vec<(u8, u8, u8)> = (1..=6u8)
        .map(|j| {
            let others = (1..=6).filter(|other| *other != j);
            let weight = others.fold(1, |w, other| gf::times(gf::times(w, 7 ^ other), inverse(j ^ other)));
            let byte = sealed[part.bytes.len() * (usize::from(j) - 1)];
            (byte, weight, gf::times(byte, weight))
        })
        .collect();
    let mut lines: Vec<String> = (1..)
        .zip(&terms)
        .map(|(j, (byte, weight, product))| format!("code {j}: {byte:02X}·{weight:02X} = {product:02X}"))
        .collect();
    let products: Vec<_> = terms.iter().map(|(_, _, product)| format!("{product:02X}")).collect();
    let sum = terms.iter().fold(0, |sum, (_, _, product)| sum ^ product);
    lines.push(format!("code 7: {} = {sum:02X}", products.join(" + ")));
    assert_eq!(part.bytes[0], sum);
    lines.join("\n")
}

/// As it stands in the tar, after its header of 512 bytes.
fn in_tar(tar: &[u8], name: &str) -> String {
    let name = [name.as_bytes(), b"\0"].concat();
    let at = tar.windows(name.len()).position(|bytes| bytes == name).unwrap();
    let file = &tar[at + 512..];
    String::from_utf8(file[..file.iter().position(|byte| *byte == 0).unwrap()].to_vec()).unwrap()
}

/// BIP-39's list: every word, by shares whose bits count up. Of a share's 24 words the last one has
/// only 3 bits of its own.
fn word_list() -> Vec<&'static str> {
    let mut list = Vec::new();
    for first in (0..2048u32).step_by(23) {
        let bits: String = (first..first + 23).map(|n| format!("{:011b}", n % 2048)).collect();
        let bits = format!("{bits}000");
        let y = std::array::from_fn(|i| u8::from_str_radix(&bits[8 * i..8 * i + 8], 2).unwrap());
        list.extend(words(&y).into_iter().take(23));
    }
    list.truncate(2048);
    assert_eq!((list[0], list[2047]), ("abandon", "zoo"));
    list
}

#[test]
fn every_block_of_the_worked_example_is_computed_anew() {
    let (blocks, computed) = (blocks("10. A worked example"), computed());
    for (i, ((_, block), computed)) in blocks.iter().zip(&computed).enumerate() {
        assert_eq!(block, computed, "block {} of the worked example", i + 1);
    }
    assert_eq!(blocks.len(), computed.len());
}

#[test]
fn what_its_sentences_say_is_so() {
    let (_, example) = PAGE.split_once("\n## 10. ").unwrap();
    let example = example.split("\n## ").next().unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    let set = BackupKey::from_bytes(key_of("curve25519")).set();
    let sealed = fs::read(bundle_of("curve25519").join(bundle::SEALED_BACKUP)).unwrap();
    let parts = golden_text("curve25519", "parts.txt");
    let last = BackupPart::parse(parts.lines().last().unwrap()).unwrap();
    for sentence in [
        format!("the set is `{set}`"),
        format!("It has {} bytes.", sealed.len()),
        format!(
            "has {} codes, of which {} are needed, of {} bytes each: the last of the 6 is padded with {} zeros.",
            last.number,
            last.needed,
            last.bytes.len(),
            last.bytes.len() * usize::from(last.needed) - sealed.len()
        ),
    ] {
        assert!(example.contains(&sentence), "`{sentence}` is not in the worked example");
    }
}

#[test]
fn the_program_reads_what_the_worked_example_prints() {
    let computed = computed();
    let (share, sheet) = (&computed[7], &computed[18]);
    assert_eq!(golden_text("curve25519", "shares.txt").lines().nth(1).unwrap(), share);
    let part = BackupPart::parse(sheet).unwrap();
    assert_eq!(part.sealing.set, SetId::parse("630DCD29").unwrap());
    let mut collector = Collector::default();
    assert_eq!(collector.add(part).unwrap(), 0);
    assert_eq!(collector.join().unwrap(), b"Lose a Nitrokey, lose nothing.");
}

#[test]
fn both_plans_on_the_page_are_plans() {
    let plans = blocks("1. The plan");
    assert_eq!(plans.len(), 2);
    let plans = plans.iter().map(|(_, text)| Plan::from_toml(text).unwrap()).collect::<Vec<_>>();
    assert_eq!(plans[0].trustees[2].note, "her office, the safe");
    // Every field is in the second one, and none of them has its default.
    let written = plans[1].to_toml();
    let fields: Vec<_> = written.lines().filter_map(|line| line.split(" = ").next()).collect();
    assert!(fields.iter().all(|field| PAGE.contains(&format!("\n{field}"))), "{fields:?}");
    assert!(plans[1].slots.is_some() && plans[1].public_key_url.is_some());
    for field in fields.iter().filter(|field| !field.is_empty() && !field.starts_with('[')) {
        assert!(PAGE.contains(&format!("{field}`")), "no row of the table tells of {field}");
    }
}

#[test]
fn the_files_on_the_page_are_those_in_the_golden_backup() {
    let blocks = blocks("5. The sealed backup");
    // The second backup was sealed before.
    let files = [("curve25519", "pins.toml"), ("curve25519", "sealing.toml"), ("rsa2048", "copies.toml")];
    assert_eq!(blocks.len(), files.len());
    for ((language, text), (set, name)) in blocks.iter().zip(files) {
        let tar = contents_of(set).to_tar().unwrap();
        assert_eq!((*language, *text), ("toml", in_tar(&tar, name).trim_end()), "{name}");
    }
}

/// Runs commands as somebody would who types them, with a GnuPG that knows nothing yet.
fn bash(folder: &Path, commands: &str) -> Output {
    shell("bash", folder, commands)
}

fn shell(shell: &str, folder: &Path, commands: &str) -> Output {
    let home = folder.join("gnupg");
    fs::create_dir_all(&home).unwrap();
    fs::set_permissions(&home, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
    let pipefail = if shell == "bash" { "o pipefail" } else { "" };
    let script = format!("set -eu{pipefail}\n{commands}\n");
    let run = |program: &str, argument: &str, text: &str| {
        let mut command = Command::new(program);
        command.args([argument, text]).current_dir(folder).env("GNUPGHOME", &home).env("LC_ALL", "C.UTF-8");
        command.env("PATH", debian::path());
        command.output().unwrap()
    };
    let output = run(shell, "-c", &script);
    run("gpgconf", "--kill", "all");
    output
}

#[track_caller]
fn says(output: &Output) -> String {
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{error}");
    String::from_utf8_lossy(&output.stdout).into_owned() + &error
}

/// Recovers in `folder`, which must be empty, from what is given as text.
fn by_hand(sh: &str, set: &str, files: &[(&str, String)], leave_out: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    files.iter().for_each(|(name, text)| fs::write(folder.path().join(name), text).unwrap());
    for name in [bundle::PUBLIC_KEY, bundle::MANIFEST] {
        fs::copy(bundle_of(set).join(name), folder.path().join(name)).unwrap();
    }
    let commands: Vec<&str> = blocks("11. Recovery by hand")
        .iter()
        .inspect(|(language, _)| assert_eq!(*language, "sh"))
        .map(|(_, commands)| *commands)
        .filter(|commands| !leave_out.iter().any(|file| commands.contains(file)))
        .collect();
    assert_eq!(commands.len(), 10 - leave_out.len());
    let said = says(&shell(sh, folder.path(), &commands.join("\n")));
    assert!(!said.contains("read this code again") && !said.contains("is wrong"), "{said}");
    let key = BackupKey::from_bytes(key_of(set));
    assert!(said.contains(&key.set().to_string().to_lowercase()), "{said}");
    assert!(said.contains("Good signature"), "{said}");
    assert!(said.contains("backup: genuine"), "{said}");
    assert_eq!(
        said.matches("share.").count(),
        Plan::from_toml(&golden_text(set, "plan.toml")).unwrap().quorum.needed().into(),
        "{said}"
    );
    assert_eq!(fs::read(folder.path().join("backup-key")).unwrap(), key_of(set));
    let sealed = fs::read(bundle_of(set).join(bundle::SEALED_BACKUP)).unwrap();
    assert_eq!(fs::read(folder.path().join("sealed-backup.pgp")).unwrap(), sealed);
    let contents = open(&sealed, &key).unwrap();
    assert_eq!(fs::read(folder.path().join("secret-key.asc")).unwrap(), *contents.secret_key);
    assert_eq!(fs::read_to_string(folder.path().join("plan.toml")).unwrap(), contents.plan.to_toml());
    for (name, file) in &contents.vault {
        assert_eq!(fs::read(folder.path().join("vault").join(name)).unwrap(), **file);
    }
    folder
}

fn first_lines(set: &str, name: &str, count: usize) -> String {
    golden_text(set, name).lines().take(count).map(|line| format!("{line}\n")).collect()
}

#[test]
fn its_commands_recover_from_a_code_from_digits_and_from_words() {
    let set = "curve25519";
    let digits: String =
        golden_text(set, "hexadecimal.txt").lines().skip(4).take(4).map(|l| format!("{l}\n")).collect();
    let words: String =
        golden_text(set, "words.txt").lines().nth(2).unwrap().split(' ').map(|w| format!("{w}\n")).collect();
    let mut shuffled: Vec<String> = golden_text(set, "parts.txt").lines().map(Into::into).collect();
    shuffled.rotate_left(4);
    // Three are lost, one was read twice.
    shuffled.truncate(6);
    shuffled.push(shuffled[1].clone());
    let files = [
        ("cards.txt", first_lines(set, "shares.txt", 1)),
        ("lines.txt", digits),
        ("words.txt", words),
        ("parts.txt", shuffled.join("\n") + "\n"),
    ];
    for sh in ["bash", "dash"] {
        let folder = by_hand(sh, set, &files, &[]);
        let listed = says(&bash(folder.path(), "gpg --batch --with-colons --list-secret-keys"));
        assert_eq!(listed.matches("\nssb:").count(), 3, "{sh}: {listed}");
        assert_eq!(listed.matches("sec:").count(), 1, "{sh}: {listed}");
    }
}

#[test]
fn they_recover_an_rsa_key_from_codes_alone() {
    let set = "rsa2048";
    let cards = ("cards.txt", first_lines(set, "shares.txt", 2));
    let folder = by_hand(
        "bash",
        set,
        &[cards, ("parts.txt", golden_text(set, "parts.txt"))],
        &["lines.txt", "words.txt"],
    );
    let listed = says(&bash(folder.path(), "gpg --batch --with-colons --list-secret-keys"));
    assert_eq!(listed.matches("\nssb:").count(), 2, "{listed}");
}

#[test]
fn they_tell_what_was_read_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: String| fs::write(folder.path().join(name), text).unwrap();
    write("cards.txt", first_lines("curve25519", "shares.txt", 2).replacen('M', "N", 1));
    write("parts.txt", first_lines("curve25519", "parts.txt", 2).replacen(":2:6:", ":3:6:", 1));
    write("lines.txt", first_lines("curve25519", "hexadecimal.txt", 4).replacen("6B", "6C", 1));
    let blocks = blocks("11. Recovery by hand");
    let said = says(&bash(folder.path(), blocks[0].1));
    let again = |line: u8, file: &str| format!("line {line} of {file}: read this code again\n");
    assert_eq!(said, again(1, "cards.txt") + &again(2, "parts.txt"));
    assert_eq!(says(&bash(folder.path(), blocks[2].1)), "line 2 is wrong\n");
}

/// A code can bear any text, and its check is made for it. bash ran a number that is an array's as a command.
#[test]
fn no_field_of_a_forged_code_is_run_or_shown_and_the_true_ones_come_back() {
    let set = "curve25519";
    for sh in ["bash", "dash"] {
        let folder = tempfile::tempdir().unwrap();
        let mut there = Vec::new();
        for (name, golden, count) in [("cards.txt", "shares.txt", 3), ("parts.txt", "parts.txt", 6)] {
            let right = first_lines(set, golden, count);
            let forged = forged_fields(right.lines().nth(1).unwrap()).concat();
            // Not every program ends its last line.
            fs::write(folder.path().join(name), (forged + &right).trim_end()).unwrap();
            there.push((name, right));
        }
        let blocks = blocks("11. Recovery by hand");
        let commands = [0, 1, 4, 5].map(|block| blocks[block].1).join("\n");
        let said = says(&shell(sh, folder.path(), &commands));
        assert!(!said.contains('\x1B') && !said.contains("PWNED"), "{sh}: {said:?}");
        assert!(!folder.path().join("PWNED").exists(), "{sh}: it was run");
        assert_eq!(said.matches("read this code again").count(), HOSTILE.len() * (6 + 8), "{sh}: {said}");
        for (name, right) in there {
            assert_eq!(fs::read_to_string(folder.path().join(name)).unwrap(), right, "{sh}");
        }
        let sealed = fs::read(bundle_of(set).join(bundle::SEALED_BACKUP)).unwrap();
        assert_eq!(fs::read(folder.path().join("sealed-backup.pgp")).unwrap(), sealed, "{sh}");
        assert_eq!(fs::read(folder.path().join("backup-key")).unwrap(), key_of(set), "{sh}");
    }
}

/// A word that is not in the list used to be passed over, and the checksum was not looked at.
#[test]
fn its_words_are_taken_in_any_form_and_never_with_a_mistake() {
    let words = golden_text("curve25519", "words.txt").lines().nth(2).unwrap().to_owned();
    let four_letters: Vec<_> = words.split(' ').map(|word| &word[..word.len().min(4)]).collect();
    let numbered: Vec<_> = (1..).zip(words.split(' ')).map(|(i, word)| format!("{i}. {word},\n")).collect();
    let right = [words.clone(), four_letters.join(" "), words.to_uppercase(), numbered.concat()];
    let (first, second) = words.split_once(' ').unwrap();
    let wrong = [
        (format!("{first}x {second}"), "Language not detected"),
        (words.replacen(" ", " x", 1), "Unable to find"),
        (format!("{second} {first}"), "Failed checksum"),
        (second.to_owned(), "Number of words"),
    ];
    let mut paragraphs = PAGE.split("\n\n").filter(|paragraph| paragraph.contains("python3-mnemonic"));
    assert!(paragraphs.any(|paragraph| paragraph.contains("Language not detected")));
    let recipe = blocks("11. Recovery by hand")[3].1;
    let (head, body) = recipe.split_at(recipe.find("python3").unwrap());
    assert!(head.is_empty(), "{recipe}");
    let y = gf_share(3);
    for sh in ["bash", "dash"] {
        let typed = |words: &str| {
            let folder = tempfile::tempdir().unwrap();
            fs::write(folder.path().join("words.txt"), words).unwrap();
            let output = shell(sh, folder.path(), body);
            (output, fs::read(folder.path().join("share.003")).unwrap())
        };
        for words in &right {
            let (output, share) = typed(words);
            assert!(output.status.success() && share == y, "{sh}: {words}");
        }
        for (words, says) in &wrong {
            let (output, share) = typed(words);
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(!output.status.success() && share.is_empty() && said.contains(says), "{sh}: {said}");
        }
    }
}

/// The golden share with this number.
fn gf_share(x: u8) -> [u8; 32] {
    let line = golden_text("curve25519", "shares.txt").lines().nth(usize::from(x) - 1).unwrap().to_owned();
    *coldspare::backup::Share::parse(&line).unwrap().y
}

#[test]
fn every_file_of_a_bundle_stands_in_its_table() {
    let (_, section) = PAGE.split_once("\n## 8. ").unwrap();
    for name in [
        bundle::PUBLIC_KEY,
        bundle::SSH,
        bundle::SEALED_BACKUP,
        bundle::MANIFEST,
        bundle::GUIDE,
        bundle::LETTER_PDF,
        bundle::LETTER_TXT,
    ] {
        assert!(
            section.lines().any(|line| line.starts_with("| ") && line.contains(&format!("`{name}`"))),
            "{name}"
        );
    }
}

#[test]
fn a_backup_that_gpg_sealed_is_opened_too() {
    let folder = tempfile::tempdir().unwrap();
    let (contents, key) = (contents(), BackupKey::from_bytes([7; 32]));
    fs::write(folder.path().join("tar"), &contents.to_tar().unwrap()[..]).unwrap();
    let command = "gpg --symmetric --cipher-algo AES256";
    assert!(PAGE.contains(&format!("`{command}`")));
    let passphrase = key.passphrase().expose_secret().to_owned();
    let rest = format!("--batch --pinentry-mode loopback --passphrase {passphrase} -o sealed tar");
    says(&bash(folder.path(), &format!("{command} {rest}")));
    let opened = open(&fs::read(folder.path().join("sealed")).unwrap(), &key).unwrap();
    assert_eq!(opened.to_tar().unwrap(), contents.to_tar().unwrap());
}
