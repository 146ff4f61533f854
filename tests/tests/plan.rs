//! `plan.toml`, field by field: what is allowed, what is refused, and that the error names the
//! field, the value that was found and what is allowed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;

use coldspare::language::Texts;
use coldspare::plan::{
    Algorithm, Expiry, PinPolicy, Plan, PlanError, PrimaryKey, Quorum, Role, Slot, SlotChoice, Touch, Trustee,
};

/// A small plan with some fields written otherwise; `None` leaves a field out.
fn toml_with(changes: &[(&str, Option<&str>)]) -> String {
    let mut top = BTreeMap::from([("version", "1"), ("user_ids", r#"["Ada <ada@example.org>"]"#)]);
    let mut quorum = BTreeMap::from([("needed", "2"), ("cards", "3")]);
    let mut slots = BTreeMap::new();
    let mut trustees = r#"[{ name = "A" }, { name = "B" }, { name = "C" }]"#;
    for (field, value) in changes {
        let (table, name) = match field.split_once('.') {
            Some(("quorum", name)) => (&mut quorum, name),
            Some(("slots", name)) => (&mut slots, name),
            _ if *field == "trustees" => {
                trustees = value.unwrap();
                continue;
            }
            _ => (&mut top, *field),
        };
        match value {
            Some(value) => table.insert(name, *value),
            None => table.remove(name),
        };
    }
    let lines =
        |table: &BTreeMap<&str, &str>| table.iter().map(|(k, v)| format!("{k} = {v}\n")).collect::<String>();
    let slots = if slots.is_empty() { String::new() } else { format!("[slots]\n{}", lines(&slots)) };
    format!("{}trustees = {trustees}\n[quorum]\n{}{slots}", lines(&top), lines(&quorum))
}

fn read(field: &str, value: &str) -> Result<Plan, PlanError> {
    Plan::from_toml(&toml_with(&[(field, Some(value))]))
}

/// Written so, this field is allowed; the plan that it gives survives being written and read again.
#[track_caller]
fn allowed(field: &str, value: &str) -> Plan {
    let plan = read(field, value).unwrap_or_else(|e| panic!("{field} = {value}: {e}"));
    assert_eq!(Plan::from_toml(&plan.to_toml()).unwrap(), plan, "{field} = {value}");
    plan
}

/// Refused, with an error that names the field, what was found and what is allowed.
#[track_caller]
fn refused(field: &str, value: &str, found: &str, allowed: &str) {
    let error = read(field, value).expect_err(&format!("{field} = {value}"));
    let text = error.to_string();
    match error {
        PlanError::Field { field: named, .. } => assert_eq!(named, field),
        PlanError::Syntax(_) | PlanError::Encoding { .. } => panic!("{field} = {value}: {text}"),
    }
    for part in [field, found, allowed] {
        assert!(text.contains(part), "`{text}` does not name {part}");
    }
}

/// Not of the type that this field has; the error shows the line.
#[track_caller]
fn wrong_type(field: &str, value: &str) {
    let error = read(field, value).expect_err(&format!("{field} = {value}"));
    assert!(matches!(error, PlanError::Syntax(_)), "{error}");
    let (text, name) = (error.to_string(), field.rsplit('.').next().unwrap());
    assert!(text.contains(&format!("{name} = {value}")), "{text}");
    assert!(text.contains("line "), "{text}");
}

fn in_quotes(text: &str) -> String {
    format!("{text:?}")
}

#[test]
fn a_plan_needs_version_user_ids_quorum_and_trustees_alone() {
    let plan = Plan::from_toml(&toml_with(&[])).unwrap();
    let mut expected = Plan::new("Ada <ada@example.org>").unwrap();
    expected.trustees = ["A", "B", "C"].map(|n| Trustee { name: n.into(), note: String::new() }).into();
    assert_eq!(plan, expected);
    for field in ["version", "user_ids", "quorum.needed", "quorum.cards"] {
        let error = Plan::from_toml(&toml_with(&[(field, None)])).unwrap_err().to_string();
        let name = field.rsplit('.').next().unwrap();
        assert!(error.contains(&format!("missing field `{name}`")), "{error}");
    }
}

#[test]
fn the_defaults_are_curve_25519_two_years_2_of_3_two_nitrokeys_and_generated_pins() {
    let plan = Plan::from_toml(&toml_with(&[])).unwrap();
    assert_eq!(plan.algorithm, Algorithm::Curve25519);
    assert_eq!(plan.expiry, Expiry::Years(2));
    assert_eq!((plan.quorum.needed(), plan.quorum.cards()), (2, 3));
    assert_eq!(plan.roles(), [Role::Primary, Role::SPARE]);
    assert_eq!(plan.pins, PinPolicy::Generated);
    assert!(!plan.user_pin_in_backup);
    assert_eq!(plan.touch, Touch::Off);
    assert_eq!(plan.primary_key, PrimaryKey::Offline);
    assert_eq!((plan.public_key_url, plan.language.as_str(), plan.slots), (None, "en", None));
}

#[test]
fn a_field_that_there_is_not_is_named_with_its_line() {
    for field in ["nitrokey", "quorum.need", "slots.encryption"] {
        let error = read(field, "1").unwrap_err().to_string();
        let name = field.rsplit('.').next().unwrap();
        assert!(error.contains(&format!("unknown field `{name}`")), "{error}");
    }
    let error = read("trustees", r#"[{ name = "A", phone = "1" }]"#).unwrap_err().to_string();
    assert!(error.contains("unknown field `phone`"), "{error}");
    assert!(Plan::from_toml("").is_err());
    assert!(Plan::from_toml("this is no TOML").is_err());
}

#[test]
fn version_is_1() {
    allowed("version", "1");
    for other in ["0", "2", "-1"] {
        refused("version", other, &format!("`{other}`"), "allowed is 1");
    }
    wrong_type("version", "\"1\"");
}

#[test]
fn user_ids_are_a_name_and_an_address_each_once() {
    for ids in [
        vec!["Ada Lovelace <ada@example.org>"],
        vec!["Évariste Galois <galois@example.org>", "Évariste Galois <galois@example.net>"],
        vec!["<ada@example.org>"],
        vec!["ada@example.org"],
        vec!["Ada"],
    ] {
        assert_eq!(allowed("user_ids", &format!("{ids:?}")).user_ids, ids);
    }
    refused("user_ids", "[]", "[]", "at least one");
    for wrong in ["Ada <ada@example.org", "Ada ada@example.org>", "Ada <ada>", "Ada <a@b> x", " Ada"] {
        refused("user_ids", &format!("[{wrong:?}]"), wrong, "`Name <address>`");
    }
    refused("user_ids", r#"[""]"#, "``", "one line of 1 to 200 characters");
    refused("user_ids", r#"["A\nB <a@b>"]"#, "A\\nB", "one line of 1 to 200 characters");
    refused("user_ids", &format!("[{:?}]", "a".repeat(201)), "aaa", "one line of 1 to 200 characters");
    refused("user_ids", r#"["A <a@b>", "A <a@b>"]"#, "A <a@b>", "each one once");
    wrong_type("user_ids", "\"Ada <ada@example.org>\"");
}

#[test]
fn algorithm_is_one_of_ten() {
    for algorithm in Algorithm::ALL {
        assert_eq!(allowed("algorithm", &in_quotes(algorithm.word())).algorithm, *algorithm);
        refused("algorithm", "\"rsa1024\"", "`rsa1024`", &format!("`{}`", algorithm.word()));
    }
    assert_eq!(Algorithm::ALL.len(), 10);
    refused("algorithm", "\"Curve25519\"", "`Curve25519`", "`curve25519`");
    wrong_type("algorithm", "25519");
}

#[test]
fn expiry_is_never_or_one_to_thirty_years() {
    assert_eq!(allowed("expiry", "\"never\"").expiry, Expiry::Never);
    assert_eq!(allowed("expiry", "\"1 year\"").expiry, Expiry::Years(1));
    for years in 2..=30 {
        assert_eq!(allowed("expiry", &format!("\"{years} years\"")).expiry, Expiry::Years(years));
    }
    for wrong in
        ["0 years", "31 years", "256 years", "-1 years", "2", "years", "2 months", "2  years", "Never", ""]
    {
        refused("expiry", &in_quotes(wrong), wrong, "`never`, or `1 year` to `30 years`");
    }
    wrong_type("expiry", "2");
}

#[test]
fn quorum_is_2_of_2_to_16_of_16() {
    for cards in 2..=16u8 {
        let trustees = format!("[{}]", "{ name = \"T\" },".repeat(cards.into()));
        for needed in 2..=cards {
            let (k, n) = (needed.to_string(), cards.to_string());
            let text = toml_with(&[
                ("quorum.needed", Some(&k)),
                ("quorum.cards", Some(&n)),
                ("trustees", Some(&trustees)),
            ]);
            let quorum = Plan::from_toml(&text).unwrap().quorum;
            assert_eq!((quorum.needed(), quorum.cards()), (needed, cards));
        }
    }
    for wrong in ["0", "1", "4", "17", "-2", "258", "9223372036854775807"] {
        refused("quorum.needed", wrong, &format!("`{wrong}`"), "2 to 3");
    }
    for wrong in ["0", "1", "17", "-3", "259", "-9223372036854775808"] {
        refused("quorum.cards", wrong, &format!("`{wrong}`"), "2 to 16");
    }
    wrong_type("quorum.needed", "2.5");
    wrong_type("quorum.cards", "\"three\"");
}

#[test]
fn quorum_on_a_screen_is_checked_in_the_same_words() {
    let text = Quorum::new(3, 2).unwrap_err().to_string();
    assert!(text.contains("quorum.needed") && text.contains("`3`") && text.contains("2 to 2"), "{text}");
}

#[test]
fn trustees_are_as_many_as_cards() {
    let two = r#"[{ name = "A" }, { name = "B" }]"#;
    refused("trustees", two, "2 of them", "one for each of the 3 cards");
    refused("trustees", "[]", "0 of them", "one for each of the 3 cards");
}

fn trustee(name: &str, note: &str) -> String {
    let first = format!("{{ name = {}, note = {} }}", in_quotes(name), in_quotes(note));
    format!("[{first}, {{ name = \"B\" }}, {{ name = \"C\" }}]")
}

#[test]
fn a_trustee_has_a_name_and_perhaps_a_note() {
    let plan = allowed("trustees", &trustee("Paul Erdős", "his sister's \"blue\" box"));
    assert_eq!(plan.trustees[0].name, "Paul Erdős");
    assert_eq!(plan.trustees[0].note, "his sister's \"blue\" box");
    assert_eq!(plan.trustees[1].note, "");
    allowed("trustees", &trustee(&"ß".repeat(60), &"ß".repeat(200)));
    for (name, found) in [("", "``"), (" ", "` `"), ("A\nB", "A\\nB"), (&"a".repeat(61), "aaa")] {
        let error = read("trustees", &trustee(name, "")).unwrap_err().to_string();
        assert!(error.contains("`trustees.name`") && error.contains(found), "{error}");
        assert!(error.contains("one line of 1 to 60 characters"), "{error}");
    }
    for note in ["a\tb", &"a".repeat(201)] {
        let error = read("trustees", &trustee("A", note)).unwrap_err().to_string();
        assert!(error.contains("`trustees.note`"), "{error}");
        assert!(error.contains("one line of 0 to 200 characters"), "{error}");
    }
}

#[test]
fn nitrokeys_are_one_to_ten() {
    for n in 1..=10 {
        let plan = allowed("nitrokeys", &n.to_string());
        assert_eq!(plan.roles().len(), n);
    }
    assert_eq!(allowed("nitrokeys", "4").roles(), ["primary", "spare", "spare-2", "spare-3"].map(Role::from));
    for wrong in ["0", "11", "-1", "257", "9223372036854775807"] {
        refused("nitrokeys", wrong, &format!("`{wrong}`"), "1 to 10");
    }
    wrong_type("nitrokeys", "true");
}

#[test]
fn pins_touch_and_primary_key_are_one_of_a_few_words() {
    for policy in PinPolicy::ALL {
        assert_eq!(allowed("pins", &in_quotes(policy.word())).pins, *policy);
    }
    refused("pins", "\"1234\"", "`1234`", "one of `generated` `typed`");
    for touch in Touch::ALL {
        assert_eq!(allowed("touch", &in_quotes(touch.word())).touch, *touch);
    }
    refused("touch", "\"yes\"", "`yes`", "one of `off` `on` `permanent`");
    wrong_type("touch", "true");
    for place in PrimaryKey::ALL {
        assert_eq!(allowed("primary_key", &in_quotes(place.word())).primary_key, *place);
    }
    refused("primary_key", "\"card\"", "`card`", "one of `offline` `signature-slot`");
}

#[test]
fn user_pin_in_backup_is_true_or_false() {
    assert!(allowed("user_pin_in_backup", "true").user_pin_in_backup);
    assert!(!allowed("user_pin_in_backup", "false").user_pin_in_backup);
    wrong_type("user_pin_in_backup", "\"yes\"");
}

#[test]
fn public_key_url_is_an_address() {
    let url = "https://example.org/ada.asc";
    assert_eq!(allowed("public_key_url", &in_quotes(url)).public_key_url.as_deref(), Some(url));
    for wrong in ["example.org/ada.asc", "https://exämple.org"] {
        refused("public_key_url", &in_quotes(wrong), wrong, "an address such as");
    }
    refused("public_key_url", "\"\"", "``", "one line of 1 to 200 characters");
    let long = format!("https://{}", "a".repeat(193));
    refused("public_key_url", &in_quotes(&long), "aaa", "one line of 1 to 200 characters");
}

#[test]
fn language_is_two_small_letters() {
    for language in Texts::languages() {
        assert_eq!(allowed("language", &in_quotes(language)).language, language);
    }
    for wrong in ["", "e", "eng", "EN", "é", "12"] {
        refused("language", &in_quotes(wrong), &format!("`{wrong}`"), "two letters");
    }
}

#[test]
fn slots_name_keys_by_fingerprint() {
    let print = "0123456789ABCDEF0123456789abcdef01234567";
    for slot in Slot::ALL {
        let plan = allowed(&format!("slots.{slot}"), &in_quotes(print));
        let choice = plan.slots.unwrap();
        assert_eq!(choice.of(slot), Some(print));
        assert_eq!(Slot::ALL.iter().filter(|s| choice.of(**s).is_some()).count(), 1);
        for wrong in ["", "0123", &format!("{print}0"), &print.replace('A', "G")] {
            let found = format!("`{wrong}`");
            refused(&format!("slots.{slot}"), &in_quotes(wrong), &found, "40 hexadecimal digits");
        }
    }
}

#[test]
fn a_plan_put_together_on_screen_is_checked_like_a_file() {
    let good = Plan::new("Ada <ada@example.org>").unwrap();
    assert!(good.clone().checked().is_ok());
    let wrong = |change: fn(&mut Plan)| {
        let mut plan = good.clone();
        change(&mut plan);
        plan.checked().unwrap_err().to_string()
    };
    assert!(wrong(|p| p.user_ids.clear()).contains("`user_ids`"));
    assert!(wrong(|p| drop(p.trustees.pop())).contains("`trustees`"));
    assert!(wrong(|p| p.nitrokeys = 11).contains("`nitrokeys`"));
    assert!(wrong(|p| p.language = "english".into()).contains("`language`"));
    assert!(wrong(|p| p.public_key_url = Some("nowhere".into())).contains("`public_key_url`"));
    let choice = SlotChoice { signature: Some("1".into()), ..SlotChoice::default() };
    let mut plan = good.clone();
    plan.slots = Some(choice);
    assert!(plan.checked().unwrap_err().to_string().contains("`slots.signature`"));
    assert!(Plan::new("").unwrap_err().to_string().contains("`user_ids`"));
}

#[test]
fn the_card_holder_is_the_first_user_id_without_its_address() {
    for (id, owner) in [
        ("Ada Lovelace <ada@example.org>", "Ada Lovelace"),
        ("<ada@example.org>", "ada@example.org"),
        ("ada@example.org", "ada@example.org"),
    ] {
        assert_eq!(Plan::new(id).unwrap().owner(), owner);
    }
}

/// As Windows' Notepad and PowerShell write it, and as nearly every editor does.
#[test]
fn a_plan_in_utf_8_or_in_marked_utf_16_is_read() {
    let mut plan = Plan::new("Jörg Müller <joerg@example.org>").unwrap();
    plan.trustees[0].name = "Paul Erdős".into();
    let text = plan.to_toml().replace('\n', "\r\n");
    let utf_16 = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        format!("\u{FEFF}{text}").encode_utf16().flat_map(bytes).collect()
    };
    for bytes in [
        text.clone().into_bytes(),
        format!("\u{FEFF}{text}").into_bytes(),
        utf_16(u16::to_le_bytes),
        utf_16(u16::to_be_bytes),
    ] {
        assert_eq!(Plan::from_file("keys.toml", &bytes).unwrap(), plan);
    }
}

#[test]
fn a_plan_that_cannot_be_read_is_told_by_its_own_name_and_encoding() {
    let text = Plan::new("Jörg Müller <joerg@example.org>").unwrap().to_toml();
    let latin_1: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let half: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cut = [b"\xFF\xFE", &half[..half.len() - 1]].concat();
    for (bytes, says) in [
        (latin_1, vec!["meine Schlüssel.toml", "line 2", "Latin-1", "UTF-8"]),
        (half, vec!["meine Schlüssel.toml", "UTF-16", "mark"]),
        (cut, vec!["meine Schlüssel.toml", "UTF-16", "damaged"]),
        (b"version = 1\nnonsense".to_vec(), vec!["meine Schlüssel.toml", "line 2"]),
    ] {
        let error = Plan::from_file("meine Schlüssel.toml", &bytes).unwrap_err().to_string();
        for part in says {
            assert!(error.contains(part), "{error}: {part}");
        }
        assert!(!error.contains("plan.toml") && !error.contains('\u{FFFD}'), "{error}");
    }
    // Whoever filled the stick named the file.
    let error = Plan::from_file("a\u{1b}[2J\u{202e}.toml", b"x").unwrap_err().to_string();
    assert!(error.contains("a?[2J?.toml"), "{error}");
}
