//! Keys, which are wiped when they are dropped and never printed.

use std::fmt;

use zeroize::Zeroize;

use crate::Fill;

/// A key of the cipher.
#[derive(Clone, PartialEq, Eq)]
pub struct Key([u8; Self::BYTES]);

impl Key {
    /// How many bytes a key has.
    pub const BYTES: usize = 32;

    /// A new key by chance.
    pub fn new(fill: Fill<'_>) -> Self {
        let mut key = Self([0; Self::BYTES]);
        fill(&mut key.0);
        key
    }

    /// The key with these bytes; `None` if they are not 32.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8; Self::BYTES] {
        &self.0
    }
}

impl Drop for Key {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Key(…)")
    }
}
