//! probe
use sequoia_openpgp as openpgp;
use openpgp::parse::Parse;
fn main() -> anyhow::Result<()> {
    let cert = openpgp::Cert::from_file(std::env::args().nth(1).unwrap_or_default())?;
    for key in cert.keys().secret() {
        println!("{} {}", key.key().fingerprint(), key.key().pk_algo());
        println!("{:?}", key.key().clone().decrypt_secret(&"correct_horse".into()).map(|_| ()));
    }
    Ok(())
}
