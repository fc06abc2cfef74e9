//! Bytes made smaller and whole again: deflate, as zip and gzip have it.
//!
//! The one place that knows the crate behind it, so that it can move to a part of the program that is loaded later.

use miniz_oxide::{deflate::compress_to_vec, inflate::decompress_to_vec_with_limit};

/// The most that is unpacked, in bytes: far above a month of one who writes much, far below what fills a phone.
const MOST: usize = 1 << 26;
/// The slowest and smallest but for searching twice: a month takes some milliseconds in idle time.
const LEVEL: u8 = 9;

/// The bytes made smaller.
pub fn squeeze(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec(bytes, LEVEL)
}

/// The bytes that [`squeeze`] made smaller; `None` if it did not make them.
pub fn unsqueeze(bytes: &[u8]) -> Option<Vec<u8>> {
    unsqueeze_within(bytes, MOST)
}

/// The same where more than `most` bytes would be refused.
pub fn unsqueeze_within(bytes: &[u8], most: usize) -> Option<Vec<u8>> {
    decompress_to_vec_with_limit(bytes, most).ok()
}
