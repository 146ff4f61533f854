//! Whatever bytes there are: an answer comes, and it takes neither much memory nor much time.

use proptest::prelude::*;
use sequoia_openpgp::cert::CertBuilder;

use super::*;

/// Answers whatever is asked, for a while.
fn to_the_end(bytes: &[u8]) {
    let Ok(mut opening) = Opening::of(bytes) else { return };
    for _ in 0..4 {
        let Some(question) = opening.asks() else { break };
        let answered = match question {
            Question::BackupCode => opening.code(&word(CODE)),
            Question::Which(candidates) | Question::Whose(candidates) => {
                opening.choose(&candidates[0].fingerprint)
            }
            Question::Passphrase { .. } => opening.passphrase(&word("pw pw")),
            Question::PublicKey { .. } => opening.beside([file("sk_generated-on-card.public.asc")]),
        };
        if answered.is_err() {
            break;
        }
    }
    opening.open().ok();
}

const SMALL: [&str; 7] = [
    "v5-cv448-subkey.asc",
    "uid-latin1.asc",
    "utf-16.asc",
    "revoked-primary.asc",
    "public-then-secret.asc",
    "primary-here-subkeys-on-card.asc",
    "sk_generated-on-card.gpg",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_get_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..3000)) {
        to_the_end(&bytes);
        to_the_end(&armored(Kind::SecretKey, &bytes));
    }

    #[test]
    fn any_change_to_a_key_gets_an_answer(
        which in 0..SMALL.len(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(),
    ) {
        let original = file(SMALL[which]);
        let packets = if SMALL[which] == "utf-16.asc" { original.clone() } else { binary(&original) };
        for mut bytes in [original, packets] {
            for (at, byte) in &changes {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            to_the_end(&bytes);
            to_the_end(&bytes[..cut.index(bytes.len())]);
        }
    }
}

/// Everything out of turn: an error, and no other question is answered by it.
#[test]
fn an_answer_to_another_question_changes_nothing() {
    let mut opening = Opening::of(&file("two-passphrases.asc")).unwrap();
    let before = opening.asks();
    assert!(opening.code(&word(CODE)).is_err());
    assert!(opening.beside([file("sk_generated-on-card.public.asc")]).is_err());
    assert!(opening.choose("no fingerprint").is_err());
    assert_eq!(opening.asks(), before);
    assert!(opening.open().is_err());
}

#[test]
fn nothing_secret_is_shown() {
    for name in ["rotated-subkeys.asc", "sk_generated-on-card-tag5.gpg", "openkeychain-like.sec.pgp"] {
        let shown = format!("{:?}", Opening::of(&file(name)).unwrap());
        assert!(shown.len() < 200, "{shown}");
    }
    assert!(
        format!("{:?}", through(&file("rotated-subkeys.asc"), &Answers::default()).unwrap().0).len() < 100
    );
}

/// Each that is open is proven, and each that is locked is tried: that takes a while, and nobody has so many.
#[test]
fn a_key_with_more_secrets_than_anybody_has_is_not_looked_at_further() {
    let with = |subkeys: usize| {
        let cert = (0..subkeys)
            .fold(CertBuilder::new().add_userid("Ada"), |cert, _| cert.add_transport_encryption_subkey());
        Opening::of(&cert.generate().unwrap().0.as_tsk().to_vec().unwrap())
    };
    assert!(with(63).is_ok_and(|opening| opening.asks().is_none()));
    assert!(matches!(with(64), Err(OpenPgpError::NoSecretKey(NoSecretKey::Costly))));
}
