//! Keys from outside, through the lengths and the chaining that each model announces.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::key;
use openpgp_card::{
    Card, Error,
    ocard::{
        KeyType,
        crypto::{CardUploadableKey, HashAlgo, PrivateKeyMaterial, RSAKey, SigningAlgo},
        data::{Fingerprint, KeyGenerationTime},
    },
};
use rand_core::OsRng;
use rsa::{
    BigUint, Pkcs1v15Sign, RsaPrivateKey, sha2::Sha256, traits::PrivateKeyParts as _,
    traits::PublicKeyParts as _,
};
use secrecy::SecretString;
use virtual_nitrokey::Model;

/// The numbers as a card wants them, most significant byte first.
#[derive(Clone)]
struct Numbers {
    e: Vec<u8>,
    p: Vec<u8>,
    q: Vec<u8>,
    pq: Vec<u8>,
    dp1: Vec<u8>,
    dq1: Vec<u8>,
    n: Vec<u8>,
}

impl From<&RsaPrivateKey> for Numbers {
    fn from(key: &RsaPrivateKey) -> Self {
        let [p, q] = key.primes() else { panic!("two primes") };
        let one = BigUint::from(1u8);
        let inverse = q.modpow(&(p - &one - &one), p);
        Self {
            e: key.e().to_bytes_be(),
            p: p.to_bytes_be(),
            q: q.to_bytes_be(),
            pq: inverse.to_bytes_be(),
            dp1: (key.d() % (p - &one)).to_bytes_be(),
            dq1: (key.d() % (q - &one)).to_bytes_be(),
            n: key.n().to_bytes_be(),
        }
    }
}

impl RSAKey for Numbers {
    fn e(&self) -> &[u8] {
        &self.e
    }
    fn p(&self) -> &[u8] {
        &self.p
    }
    fn q(&self) -> &[u8] {
        &self.q
    }
    fn pq(&self) -> &[u8] {
        &self.pq
    }
    fn dp1(&self) -> &[u8] {
        &self.dp1
    }
    fn dq1(&self) -> &[u8] {
        &self.dq1
    }
    fn n(&self) -> &[u8] {
        &self.n
    }
}

impl CardUploadableKey for Numbers {
    fn private_key(&self) -> Result<PrivateKeyMaterial, Error> {
        Ok(PrivateKeyMaterial::R(Box::new(self.clone())))
    }
    fn timestamp(&self) -> KeyGenerationTime {
        KeyGenerationTime::from(1)
    }
    fn fingerprint(&self) -> Result<Fingerprint, Error> {
        Ok(Fingerprint::from([7; 20]))
    }
}

#[test]
fn every_model_takes_an_rsa_key_and_signs_with_it() {
    let private = RsaPrivateKey::new(&mut OsRng, 2048).unwrap();
    let numbers = Numbers::from(&private);
    for model in Model::ALL {
        let mut card = Card::new(key(model)).unwrap();
        let mut card = card.transaction().unwrap();
        let mut admin = card.as_admin_card(SecretString::from("12345678")).unwrap();
        admin.import_key(&numbers, KeyType::Signing).unwrap();
        card.verify_user_signing_pin(SecretString::from("123456")).unwrap();
        let digest = [1; 32];
        let algorithm = SigningAlgo::RSA(HashAlgo::SHA256);
        let signature = card.card().signature_for_hash(algorithm, &digest).unwrap();
        let scheme = Pkcs1v15Sign::new::<Sha256>();
        private.to_public_key().verify(scheme, &digest, &signature).unwrap();
        assert_eq!(card.digital_signature_count().unwrap(), 1, "{model}");
        assert_eq!(card.fingerprint(KeyType::Signing).unwrap(), Some([7; 20].into()), "{model}");
    }
}
