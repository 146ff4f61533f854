//! Blocking a card's PINs by wrong ones: the last resort of a factory reset, where its admin PIN is not known.

use openpgp_card::Card;
use openpgp_card::Error;
use openpgp_card::ocard::StatusBytes;
use openpgp_card::state::Transaction;
use secrecy::SecretBox;

use super::Pin;

/// How long a PIN may have to be to be counted: as typed; as SHA-256 and SHA-512 leave it (KDF-DO, § 4.3.2); and as a
/// Start wants it whose KDF-DO is not written further than to its third byte of eleven: its firmware reads the length
/// from flash that is still erased (Gnuk 1.2.19, `gpg_do_kdf_check`).
const LENGTHS: [usize; 4] = [8, 32, 64, 255];

/// Gives wrong PINs until both counters stand at 0. Returns which PIN the card does not count, whatever is given: it
/// can be no harm, if it lets itself be reset all the same.
pub(super) fn use_up_tries(card: &mut Card<Transaction<'_>>) -> Result<Option<Pin>, Error> {
    let likely = match card.card().kdf_do().ok().and_then(|kdf| kdf.hash_algo()) {
        Some(0x08) => 32,
        Some(0x0A) => 64,
        _ => 8,
    };
    let others = LENGTHS.into_iter().filter(|length| *length != likely);
    let lengths: Vec<_> = std::iter::once(likely).chain(others).collect();
    let mut uncounted = None;
    for pin in [Pin::User, Pin::Admin] {
        if !block(card, pin, &lengths)? {
            uncounted = uncounted.or(Some(pin));
        }
    }
    Ok(uncounted)
}

/// Whether this PIN is blocked at last. A length that the card answers and does not count is not tried twice.
fn block(card: &mut Card<Transaction<'_>>, pin: Pin, lengths: &[usize]) -> Result<bool, Error> {
    /// A counter has four bits (ISO 7816-4 § 5.6): one that says more does not count.
    const MOST: u8 = 15;
    for &length in lengths {
        for _ in 0..MOST {
            let before = left(card, pin)?;
            if before == 0 {
                return Ok(true);
            }
            let wrong: SecretBox<[u8]> = vec![b'@'; length].into();
            let given = match pin {
                Pin::Admin => card.card().verify_pw3(wrong),
                Pin::User | Pin::ResetCode => card.card().verify_pw1_sign(wrong),
            };
            match given {
                Ok(()) => return Err(Error::InternalError("its PIN is nothing but @".into())),
                // § 7.2.2: whatever the counter says. A Start without an admin PIN of its own has the user PIN's.
                Err(Error::CardStatus(StatusBytes::AuthenticationMethodBlocked)) => return Ok(true),
                Err(Error::CardStatus(_)) => {}
                Err(gone) => return Err(gone),
            }
            if left(card, pin)? >= before {
                break;
            }
        }
    }
    Ok(false)
}

fn left(card: &mut Card<Transaction<'_>>, pin: Pin) -> Result<u8, Error> {
    let tries = card.card().application_related_data()?.pw_status_bytes()?;
    Ok(match pin {
        Pin::Admin => tries.err_count_pw3(),
        Pin::User | Pin::ResetCode => tries.err_count_pw1(),
    })
}
