//! Argon2id: makes a key of a phrase, with so much work that guessing is dear.

use argon2::{Algorithm, Argon2, Params, Version};
use zeroize::Zeroizing;

use crate::lock::{Cost, Derived};

/// Why no key was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DeriveError {
    /// Less or more work than allowed.
    #[error("cost not allowed")]
    Cost,
    /// There is not enough memory.
    #[error("no memory")]
    Memory,
}

/// What `phrase` becomes. Takes about a second; the phrase must be in its one spelling.
pub fn derive(phrase: &str, salt: &[u8; 16], cost: Cost) -> Result<Derived, DeriveError> {
    if !cost.is_allowed() {
        return Err(DeriveError::Cost);
    }
    let params = Params::new(cost.memory, cost.passes, 1, Some(Derived::BYTES)).map_err(|_| DeriveError::Cost)?;
    // Asked for first: without it the program would end.
    let mut blocks = Vec::new();
    blocks.try_reserve_exact(params.block_count()).map_err(|_| DeriveError::Memory)?;
    blocks.resize(params.block_count(), argon2::Block::default());
    let mut out = Zeroizing::new([0; Derived::BYTES]);
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let made = argon2.hash_password_into_with_memory(phrase.as_bytes(), salt, out.as_mut(), &mut blocks);
    made.map_err(|_| DeriveError::Cost)?;
    Derived::of(out.as_ref()).ok_or(DeriveError::Cost)
}

#[cfg(test)]
mod tests {
    use argon2::{AssociatedData, ParamsBuilder};

    use super::*;

    #[test]
    fn the_vector_of_rfc_9106_comes_out() {
        let mut params = ParamsBuilder::new();
        params.m_cost(32).t_cost(3).p_cost(4).output_len(32).data(AssociatedData::new(&[4; 12]).unwrap());
        let secret = [3; 8];
        let argon2 =
            Argon2::new_with_secret(&secret, Algorithm::Argon2id, Version::V0x13, params.build().unwrap()).unwrap();
        let mut out = [0; 32];
        argon2.hash_password_into(&[1; 32], &[2; 16], &mut out).unwrap();
        let expected = [
            0x0d, 0x64, 0x0d, 0xf5, 0x8d, 0x78, 0x76, 0x6c, 0x08, 0xc0, 0x37, 0xa3, 0x4a, 0x8b, 0x53, 0xc9, 0xd0, 0x1e,
            0xf0, 0x45, 0x2d, 0x75, 0xb6, 0x5e, 0xb5, 0x25, 0x20, 0xe9, 0x6b, 0x01, 0xe6, 0x59,
        ];
        assert_eq!(out, expected);
    }

    #[test]
    fn the_same_phrase_salt_and_cost_become_the_same_and_others_others() {
        let made = derive("one phrase", &[1; 16], Cost::LEAST).unwrap();
        assert_eq!(derive("one phrase", &[1; 16], Cost::LEAST).unwrap(), made);
        assert_ne!(made.key.bytes(), &made.check);
        for (phrase, salt, cost) in [
            ("another", [1; 16], Cost::LEAST),
            ("one phrase", [2; 16], Cost::LEAST),
            ("one phrase", [1; 16], Cost { passes: 3, ..Cost::LEAST }),
        ] {
            let other = derive(phrase, &salt, cost).unwrap();
            assert!(other.key != made.key && other.check != made.check);
        }
    }

    #[test]
    fn less_or_more_work_than_allowed_is_refused() {
        for (memory, passes) in [(19 * 1024 - 1, 2), (65_536, 1), (65_536, 17), (1 << 30, 3), (0, 0)] {
            assert_eq!(derive("p", &[0; 16], Cost { memory, passes }), Err(DeriveError::Cost));
        }
        assert!(Cost::USUAL.is_allowed() && Cost::USUAL == Cost { memory: 65_536, passes: 3 });
    }
}
