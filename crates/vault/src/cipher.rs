//! One value scrambled and opened: XChaCha20-Poly1305 with a nonce of chance for every value.

use std::fmt;

use chacha20poly1305::{
    Key, KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use zeroize::Zeroize;

/// How many bytes a key has.
pub const KEY: usize = 32;
/// How many bytes stand before the scrambled ones.
pub const NONCE: usize = 24;

/// The key of everything stored. Wiped from memory when it is dropped, as far as a program can.
#[derive(Clone, PartialEq, Eq)]
pub struct DataKey([u8; KEY]);

impl DataKey {
    /// The key of these bytes; `None` if they are not [`KEY`] many.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// A new key. `fill` fills bytes with chance.
    pub fn made(fill: &mut dyn FnMut(&mut [u8])) -> Self {
        let mut bytes = [0; KEY];
        fill(&mut bytes);
        Self(bytes)
    }

    /// The bytes, to be handed from the desk to the app.
    pub fn bytes(&self) -> &[u8; KEY] {
        &self.0
    }
}

impl Drop for DataKey {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("DataKey(…)")
    }
}

/// The nonce and `plain` scrambled under it, bound to `about`; `None` only for texts beyond 256 GiB.
pub fn seal(key: &DataKey, nonce: [u8; NONCE], about: &[u8], plain: &[u8]) -> Option<Vec<u8>> {
    let cipher = XChaCha20Poly1305::new(Key::from_slice(&key.0));
    let sealed = cipher.encrypt(XNonce::from_slice(&nonce), Payload { msg: plain, aad: about }).ok()?;
    Some([nonce.as_slice(), &sealed].concat())
}

/// What [`seal`] scrambled; `None` if the key is another, `about` is another, or one bit of it was changed.
pub fn open(key: &DataKey, about: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = sealed.split_at_checked(NONCE)?;
    let cipher = XChaCha20Poly1305::new(Key::from_slice(&key.0));
    cipher.decrypt(XNonce::from_slice(nonce), Payload { msg: sealed, aad: about }).ok()
}
