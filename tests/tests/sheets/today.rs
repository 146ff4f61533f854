//! What to do today: the page after a theft.

use coldspare::ceremony::{Change, PinChoice};
use coldspare::openpgp::{Reason, ssh_public_key};

use super::*;

/// As it is for keys of this algorithm, one language after the other.
fn pages(algorithm: Algorithm, paper: Paper) -> Result<Vec<(String, Made, String)>> {
    let each = |language: &str| -> Result<(String, Made, String)> {
        let plan = Plan { language: language.into(), ..fixtures::plan(algorithm, 3, 5)? };
        let mut made = fixtures::made(plan)?;
        let old = ssh_public_key(made.identity())?.context("no login")?;
        made.change(&Change::NewSubkeys(Reason::Compromised), SystemTime::now())?;
        made.renew_pins(PinChoice::Generated)?;
        let texts = Texts::of(language);
        let page = Sheets { texts: &texts, paper }.today(&made.after_theft(true)?);
        let said = printed(&[page])?;
        // In points (1/72 inch).
        let bottom = f64::from(paper.height().context("a roll")?) * 72.0 / 25.4 - 20.0;
        let lowest = said.words(1)?.iter().map(|word| word.place[3]).fold(0.0, f64::max);
        assert!(lowest < bottom, "{language}: {lowest} of {bottom}");
        let text = said.text(1)?;
        Ok((text.chars().filter(|c| !c.is_whitespace()).collect(), made, old))
    };
    Texts::languages().into_iter().map(each).collect()
}

#[test]
fn it_says_what_is_typed_and_which_line_goes_but_no_secret() -> Result<()> {
    for (algorithm, whole) in [(Algorithm::Curve25519, true), (Algorithm::Rsa2048, false)] {
        for (text, made, old) in pages(algorithm, Paper::A4)? {
            let print = made.identity().fingerprint();
            let new = ssh_public_key(made.identity())?.context("no login")?;
            let key = |line: &str| line.split(' ').nth(1).unwrap_or_default().to_owned();
            let (old, new) = (key(&old), key(&new));
            for expected in ["gpg--importpublic-key.asc", "authorized_keys", &print, &old[old.len() - 16..]] {
                assert!(text.contains(expected), "{expected} in {text}");
            }
            assert!(!text.contains(&old) && text.contains(&new[new.len() - 16..]));
            assert_eq!(text.contains(&new), whole, "{text}");
            for pins in made.pins() {
                assert!(!text.contains(pins.pins.admin.expose_secret()));
            }
        }
    }
    Ok(())
}

#[test]
fn it_keeps_within_a_page_of_either_size() -> Result<()> {
    for paper in [Paper::A4, Paper::Letter] {
        for algorithm in [Algorithm::Curve25519, Algorithm::Rsa2048] {
            for (text, ..) in pages(algorithm, paper)? {
                // The last of what is to be done.
                assert!(text.contains("7."), "{text}");
            }
        }
    }
    Ok(())
}
