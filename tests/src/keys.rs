//! Keys as people bring them along, of any numbers and kinds: what GnuPG does not make, and somebody has.

use std::time::{Duration, SystemTime};

use anyhow::{Context as _, Result, bail};
use openssl::bn::{BigNum, BigNumContext, MsbOption};
use openssl::ec::EcGroup;
use openssl::error::ErrorStack;
use openssl::nid::Nid;
use sequoia_openpgp::crypto::mpi::{MPI, ProtectedMPI, PublicKey as Public, SecretKeyMaterial as Secret};
use sequoia_openpgp::packet::key::{Key4, PrimaryRole, SecretParts, SubordinateRole, UnspecifiedRole};
use sequoia_openpgp::packet::signature::SignatureBuilder;
use sequoia_openpgp::packet::{Key, UserID};
use sequoia_openpgp::parse::Parse;
use sequoia_openpgp::serialize::SerializeInto;
use sequoia_openpgp::types::{Curve, KeyFlags, PublicKeyAlgorithm, SignatureType};
use sequoia_openpgp::{Cert, Packet, PacketPile};

/// What a key is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// RSA with so many bits, and this public exponent.
    Rsa(i32, u64),
    /// RSA 2048 with primes of unequal length.
    Unequal,
    /// RSA 2048 with the larger of its primes first (RFC 9580 § 5.5.5.1.3: p < q).
    LargerFirst,
    /// The same, and u is that of the primes in their order.
    Swapped,
    /// RSA 2048 whose u is not that of its primes (RFC 9580 § 5.5.5.1.3): who calculates with d does not notice.
    WrongU,
    /// The same with primes that are not those of its modulus.
    WrongPrimes,
    /// RSA 2048 of three primes, two of them multiplied: of these there is no CRT.
    ThreePrimes,
    /// The same with primes and a d that were looked for: e·d is 1 also modulo that product less one.
    FoundPrimes,
    /// RSA 2048 whose primes are one and the same; d is the right one.
    SamePrimes,
    /// An RSA key that decrypts with a d that has more bits than n (RFC 8017 § 3.2): the same key.
    LongD,
    /// An RSA key that decrypts, of 32,768 bits and any numbers.
    Endless,
    /// A curve; 25519 is the one that signs or the one that decrypts.
    Curve(Curve),
    /// 25519, whatever it is for.
    Curve25519,
    /// A curve, and a secret that begins with zeros, which an MPI leaves out (RFC 9580 § 3.2).
    Short(Curve),
    /// X25519, its secret as it was drawn: the bits that do not count (RFC 7748 § 5) are not set as they should be. So
    /// early versions of RNP and of Sequoia made them.
    Unclamped,
    /// The same, and it begins with a zero, which an MPI leaves out.
    UnclampedShort,
    /// A curve, and a secret with the order of its group added: the same key.
    Beyond(Curve),
    /// The same, and it is no longer than the curve.
    Within(Curve),
}

/// What a key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    /// Signatures.
    Signing,
    /// Decryption.
    Decryption,
    /// Logins.
    Logins,
    /// Signatures and decryption.
    Both,
}

/// So long ago.
const AGE: Duration = Duration::from_secs(60);

/// An identity with a primary key that certifies, and signs if `signs`, and these subkeys; not locked.
///
/// # Errors
/// If the library will not have such a key.
pub fn exported(primary: &Kind, signs: bool, subkeys: &[(For, Kind)]) -> Result<Vec<u8>> {
    let subkeys: Vec<_> = subkeys.iter().map(|(what, kind)| (*what, kind.clone(), AGE)).collect();
    exported_of(primary, signs, &subkeys)
}

/// The same of subkeys that were made so long ago; their primary key a minute ago.
///
/// # Errors
/// If the library will not have such a key.
pub fn exported_of(primary_kind: &Kind, signs: bool, subkeys: &[(For, Kind, Duration)]) -> Result<Vec<u8>> {
    let now = SystemTime::now();
    let primary: Key<SecretParts, PrimaryRole> = key(primary_kind, true, now - AGE)?.role_into_primary();
    let mut signer = primary.clone().into_keypair()?;
    let id = UserID::from("Ada Lovelace <ada@example.org>");
    let mut flags = KeyFlags::empty().set_certification();
    if signs {
        flags = flags.set_signing();
    }
    let own = SignatureBuilder::new(SignatureType::PositiveCertification).set_key_flags(flags)?;
    let own = own.sign_userid_binding(&mut signer, primary.parts_as_public(), &id)?;
    let written_primary = written(primary_kind, primary.clone().role_into_unspecified())?.role_into_primary();
    let mut cert = Cert::try_from(vec![Packet::from(written_primary), id.into(), own.into()])?;
    for (what, kind, age) in subkeys {
        let subkey: Key<SecretParts, SubordinateRole> =
            key(kind, *what != For::Decryption, now - *age)?.role_into_subordinate();
        let encrypts = KeyFlags::empty().set_transport_encryption().set_storage_encryption();
        let flags = match what {
            For::Signing => KeyFlags::empty().set_signing(),
            For::Decryption => encrypts,
            For::Logins => KeyFlags::empty().set_authentication(),
            For::Both => encrypts.set_signing(),
        };
        let mut binding = SignatureBuilder::new(SignatureType::SubkeyBinding).set_key_flags(flags)?;
        if matches!(what, For::Signing | For::Both) {
            let back = SignatureBuilder::new(SignatureType::PrimaryKeyBinding);
            let mut own = subkey.clone().into_keypair()?;
            let back =
                back.sign_primary_key_binding(&mut own, primary.parts_as_public(), subkey.parts_as_public())?;
            binding = binding.set_embedded_signature(back)?;
        }
        let binding = subkey.bind(&mut signer, &cert, binding)?;
        let subkey = written(kind, subkey.role_into_unspecified())?.role_into_subordinate();
        cert = cert.insert_packets([Packet::from(subkey), binding.into()])?.0;
    }
    cert.as_tsk().to_vec()
}

/// The same file with a byte of zeros in front of each secret number, and all bits of it counted. GnuPG 2.4 counts all bits
/// of a curve, so that one secret in 256 begins so.
///
/// # Errors
/// If it is locked, or no key.
pub fn with_leading_zeros(exported: &[u8]) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // Behind its header (RFC 9580 § 4.2.1).
    let body = |packet: Packet| -> Result<Vec<u8>> {
        let mut bytes = packet.to_vec()?;
        Ok(bytes.split_off(if bytes[1] < 192 { 2 } else { 3 }))
    };
    for packet in PacketPile::from_bytes(exported)?.into_children() {
        let (tag, public) = match &packet {
            Packet::SecretKey(key) => (5, Packet::from(key.parts_as_public().clone())),
            Packet::SecretSubkey(key) => (7, Packet::from(key.parts_as_public().clone())),
            _ => {
                bytes.extend(packet.to_vec()?);
                continue;
            }
        };
        let (key, public) = (body(packet)?, body(public)?);
        let secret = &key[public.len()..];
        let mut numbers = Vec::new();
        let [0, rest @ .., _, _] = secret else { bail!("it is locked") };
        let mut rest = rest;
        while let [high, low, behind @ ..] = rest {
            let (number, behind) =
                behind.split_at(usize::from(u16::from_be_bytes([*high, *low])).div_ceil(8));
            numbers.extend(u16::try_from(8 * (number.len() + 1))?.to_be_bytes());
            numbers.push(0);
            numbers.extend(number);
            rest = behind;
        }
        let sum = numbers.iter().fold(0_u16, |sum, byte| sum.wrapping_add((*byte).into()));
        let body = [&public, &[0][..], &numbers, &sum.to_be_bytes()].concat();
        bytes.extend([0xC0 | tag, 0xFF]);
        bytes.extend(u32::try_from(body.len())?.to_be_bytes());
        bytes.extend(body);
    }
    Ok(bytes)
}

fn key(kind: &Kind, signs: bool, made: SystemTime) -> Result<Key<SecretParts, UnspecifiedRole>> {
    Ok(match kind {
        Kind::Rsa(bits, exponent) => rsa([bits - bits / 2, bits / 2], *exponent, made)?,
        Kind::Unequal => rsa([1056, 992], 65_537, made)?,
        Kind::LargerFirst => {
            let right = rsa([1024, 1024], 65_537, made)?;
            let [d, p, q, _] = &numbers(&right)?[..] else { bail!("no RSA") };
            let u = inverse(&BigNum::from_slice(q)?, &BigNum::from_slice(p)?)?.to_vec();
            of_numbers(right.mpis().clone(), vec![d.clone(), q.clone(), p.clone(), u], made)?
        }
        Kind::Swapped => {
            let right = rsa([1024, 1024], 65_537, made)?;
            let mut numbers = numbers(&right)?;
            numbers.swap(1, 2);
            of_numbers(right.mpis().clone(), numbers, made)?
        }
        Kind::WrongU | Kind::WrongPrimes => {
            let right = rsa([1024, 1024], 65_537, made)?;
            let others = numbers(&rsa([1024, 1024], 65_537, made)?)?;
            let mut numbers = numbers(&right)?;
            let wrong = if *kind == Kind::WrongU { 3..4 } else { 1..4 };
            numbers.splice(wrong.clone(), others[wrong].to_vec());
            of_numbers(right.mpis().clone(), numbers, made)?
        }
        Kind::ThreePrimes => {
            rsa_of(65_537, made, || Ok([vec![prime(512)?, prime(512)?], vec![prime(1024)?]]))?
        }
        Kind::FoundPrimes => found(made)?,
        Kind::SamePrimes => {
            let (p, one, e) = (prime(1024)?, BigNum::from_u32(1)?, BigNum::from_u32(65_537)?);
            let d = inverse(&e, &(&p * &(&p - &one)))?;
            let numbers = [&d, &p, &p, &one].map(|number| number.to_vec()).to_vec();
            of_numbers(public_rsa(&e, &(&p * &p)), numbers, made)?
        }
        Kind::LongD => {
            let right = rsa([1024, 1024], 65_537, made)?;
            let mut numbers = numbers(&right)?;
            let [d, p, q, _] = &numbers[..] else { bail!("no RSA") };
            let [d, p, q] = [BigNum::from_slice(d)?, BigNum::from_slice(p)?, BigNum::from_slice(q)?];
            let (one, n) = (BigNum::from_u32(1)?, &p * &q);
            let order = &(&p - &one) * &(&q - &one);
            let mut longer = &d + &order;
            while longer.num_bits() <= n.num_bits() {
                longer = &longer + &order;
            }
            numbers[0] = longer.to_vec();
            of_numbers(right.mpis().clone(), numbers, made)?
        }
        Kind::Endless => {
            let numbers = [drawn(32_767)?, drawn(16_384)?, drawn(16_384)?, drawn(16_383)?];
            let numbers = numbers.map(|number| number.to_vec()).to_vec();
            of_numbers(public_rsa(&BigNum::from_u32(65_537)?, &drawn(32_768)?), numbers, made)?
        }
        Kind::Short(curve) => loop {
            let key = ecc(signs, curve.clone(), made)?;
            if numbers(&key)?[0].len() < curve.field_size()? {
                break key;
            }
        },
        Kind::Unclamped | Kind::UnclampedShort => loop {
            let key = ecc(false, Curve::Cv25519, made)?;
            let mut secret = numbers(&key)?.swap_remove(0);
            // The other way round than X25519 has it: the highest byte is the first.
            secret[0] &= 0x3F;
            secret[31] |= 0x07;
            if *kind == Kind::UnclampedShort && secret[0] != 0 {
                continue;
            }
            let secret = Secret::ECDH { scalar: secret.into() };
            break Key4::with_secret(made, PublicKeyAlgorithm::ECDH, key.mpis().clone(), secret.into())?
                .into();
        },
        Kind::Beyond(curve) => ecc(signs, curve.clone(), made)?,
        Kind::Within(curve) => loop {
            let key = ecc(signs, curve.clone(), made)?;
            let secret = &BigNum::from_slice(&numbers(&key)?[0])? + &order(curve)?;
            if secret.num_bits() <= i32::try_from(curve.bits()?)? {
                break on_curve(&key, signs, &secret, made)?;
            }
        },
        Kind::Curve(curve) => ecc(signs, curve.clone(), made)?,
        Kind::Curve25519 => ecc(signs, if signs { Curve::Ed25519 } else { Curve::Cv25519 }, made)?,
    })
}

/// A key with another secret.
fn on_curve(
    key: &Key<SecretParts, UnspecifiedRole>,
    signs: bool,
    secret: &BigNum,
    made: SystemTime,
) -> Result<Key<SecretParts, UnspecifiedRole>> {
    let scalar = ProtectedMPI::from(secret.to_vec());
    let secret = if signs { Secret::ECDSA { scalar } } else { Secret::ECDH { scalar } };
    Ok(Key4::with_secret(made, key.pk_algo(), key.mpis().clone(), secret.into())?.into())
}

/// As it stands in the file, where that is another way than the library signs with.
fn written(kind: &Kind, key: Key<SecretParts, UnspecifiedRole>) -> Result<Key<SecretParts, UnspecifiedRole>> {
    let Kind::Beyond(curve) = kind else { return Ok(key) };
    let secret = BigNum::from_slice(&numbers(&key)?[0])?;
    on_curve(&key, key.pk_algo().for_signing(), &(&secret + &order(curve)?), key.creation_time())
}

fn ecc(signs: bool, curve: Curve, made: SystemTime) -> Result<Key<SecretParts, UnspecifiedRole>> {
    let mut key: Key4<SecretParts, UnspecifiedRole> = Key4::generate_ecc(signs, curve)?;
    key.set_creation_time(made)?;
    Ok(key.into())
}

/// RSA with primes of these lengths.
fn rsa(lengths: [i32; 2], exponent: u64, made: SystemTime) -> Result<Key<SecretParts, UnspecifiedRole>> {
    rsa_of(exponent, made, || {
        let [long, short] = lengths.map(prime);
        Ok([vec![long?], vec![short?]])
    })
}

/// RSA with two numbers that are products of these primes; the smaller one is first if they are equally long.
fn rsa_of(
    exponent: u64,
    made: SystemTime,
    draw: impl Fn() -> Result<[Vec<BigNum>; 2]>,
) -> Result<Key<SecretParts, UnspecifiedRole>> {
    let (exponent, one) = (BigNum::from_slice(&exponent.to_be_bytes())?, BigNum::from_u32(1)?);
    let product = |some: &[BigNum]| {
        some.iter().try_fold(BigNum::from_u32(1)?, |all, prime| Ok::<_, ErrorStack>(&all * prime))
    };
    // Such as go with the exponent, and give a product as long as both together.
    let (p, q, n, d) = loop {
        let primes = draw()?;
        let less_one: Vec<_> = primes.iter().flatten().map(|prime| prime - &one).collect();
        let (p, q) = (product(&primes[0])?, product(&primes[1])?);
        let (p, q) = if p < q { (p, q) } else { (q, p) };
        let n = &p * &q;
        match inverse(&exponent, &product(&less_one)?) {
            Ok(d) if n.num_bits() == primes.iter().flatten().map(|prime| prime.num_bits()).sum::<i32>() => {
                break (p, q, n, d);
            }
            _ => {}
        }
    };
    let u = inverse(&p, &q)?;
    of_numbers(public_rsa(&exponent, &n), [&d, &p, &q, &u].map(|number| number.to_vec()).to_vec(), made)
}

fn drawn(bits: i32) -> Result<BigNum, ErrorStack> {
    let mut number = BigNum::new()?;
    number.rand(bits, MsbOption::TWO_ONES, true)?;
    Ok(number)
}

fn public_rsa(e: &BigNum, n: &BigNum) -> Public {
    Public::RSA { e: MPI::new(&e.to_vec()), n: MPI::new(&n.to_vec()) }
}

/// [`Kind::FoundPrimes`]. With g, a, b and c drawn, ag + 1, bg + 1 and abcg + 1 are to be primes. The product of the first
/// two less one is g(abg + a + b), so that one d less than n is right for all four.
fn found(made: SystemTime) -> Result<Key<SecretParts, UnspecifiedRole>> {
    let mut context = BigNumContext::new()?;
    let (e, one) = (BigNum::from_u32(65_537)?, BigNum::from_u32(1)?);
    let mut prime = |factor: &BigNum, bits| loop {
        let other = drawn(bits)?;
        let prime = &(factor * &other) + &one;
        if prime.is_prime(0, &mut context)? {
            return Ok::<_, ErrorStack>((other, prime));
        }
    };
    loop {
        let mut g = drawn(300)?;
        g.clear_bit(0)?;
        let ((a, first), (b, second)) = (prime(&g, 212)?, prime(&g, 212)?);
        let abg = &(&a * &b) * &g;
        let (c, q) = prime(&abg, 300)?;
        let (p, sum) = (&first * &second, &(&abg + &a) + &b);
        let n = &p * &q;
        if p.num_bits() != 1024 || q.num_bits() != 1024 || n.num_bits() != 2048 {
            continue;
        }
        if let Ok(d) = inverse(&e, &(&(&abg * &sum) * &c)) {
            let numbers = [&d, &p, &q, &inverse(&p, &q)?].map(|number| number.to_vec()).to_vec();
            return of_numbers(public_rsa(&e, &n), numbers, made);
        }
    }
}

fn inverse(of: &BigNum, modulus: &BigNum) -> Result<BigNum> {
    let mut inverse = BigNum::new()?;
    let mut context = BigNumContext::new()?;
    inverse.mod_inverse(of, modulus, &mut context)?;
    Ok(inverse)
}

/// How many points there are.
fn order(curve: &Curve) -> Result<BigNum> {
    let name = match curve {
        Curve::NistP256 => Nid::X9_62_PRIME256V1,
        Curve::NistP384 => Nid::SECP384R1,
        Curve::NistP521 => Nid::SECP521R1,
        Curve::BrainpoolP256 => Nid::BRAINPOOL_P256R1,
        Curve::BrainpoolP384 => Nid::BRAINPOOL_P384R1,
        Curve::BrainpoolP512 => Nid::BRAINPOOL_P512R1,
        other => bail!("the order of {other}"),
    };
    let mut order = BigNum::new()?;
    let mut context = BigNumContext::new()?;
    EcGroup::from_curve_name(name)?.order(&mut order, &mut context)?;
    Ok(order)
}

/// The two highest bits are set, so that the product is as long as both together.
fn prime(bits: i32) -> Result<BigNum> {
    let mut prime = BigNum::new()?;
    loop {
        prime.generate_prime(bits, false, None, None)?;
        if prime.num_bits() == bits && prime.is_bit_set(bits - 2) {
            return Ok(prime);
        }
    }
}

/// d, p, q and u, or what a curve has.
fn numbers(key: &Key<SecretParts, UnspecifiedRole>) -> Result<Vec<Vec<u8>>> {
    let keypair = key.clone().into_keypair()?;
    keypair
        .secret()
        .map(|secret| match secret {
            Secret::RSA { d, p, q, u } => Some([d, p, q, u].map(|mpi| mpi.value().to_vec()).to_vec()),
            Secret::EdDSA { scalar } | Secret::ECDSA { scalar } | Secret::ECDH { scalar } => {
                Some(vec![scalar.value().to_vec()])
            }
            _ => None,
        })
        .context("no secret numbers")
}

fn of_numbers(
    public: Public,
    numbers: Vec<Vec<u8>>,
    made: SystemTime,
) -> Result<Key<SecretParts, UnspecifiedRole>> {
    let mut numbers = numbers.into_iter().map(ProtectedMPI::from);
    let mut next = || numbers.next().context("a number is missing");
    let secret = Secret::RSA { d: next()?, p: next()?, q: next()?, u: next()? };
    Ok(Key4::with_secret(made, PublicKeyAlgorithm::RSAEncryptSign, public, secret.into())?.into())
}
