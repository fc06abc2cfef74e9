//! A store that seals every text on its way in and opens it on its way out.
//!
//! Where a text begins with the head of an envelope, the head stays in clear: kind, schema, stamp, and a checksum over
//! key, head and what is sealed (never over the plain text, about which it would tell). Other texts are sealed whole.

use std::cell::RefCell;

use storage::{
    KeyValue,
    key::{LOOK, PREFIX},
    key_value::StoreError,
    pack,
};

use crate::{Fill, Key, cipher, lock};

/// Stands before what is sealed; no plain data begins with it.
const MARK: char = '~';
/// Marks what cannot be opened; no text of ours begins with it.
const UNREADABLE: char = '?';
/// Kind, schema and stamp of an envelope.
const HEAD: usize = 16;
/// The same with the checksum.
const SUMMED: usize = 22;

/// A store in which everything lies sealed but the look, the lock, and what is not Trellis'.
pub struct VaultStore<'a> {
    inner: &'a dyn KeyValue,
    key: &'a Key,
    fill: RefCell<Fill<'a>>,
}

impl<'a> VaultStore<'a> {
    /// Seals into `inner` with the data key.
    pub fn new(inner: &'a dyn KeyValue, key: &'a Key, fill: Fill<'a>) -> Self {
        Self { inner, key, fill: RefCell::new(fill) }
    }
}

impl KeyValue for VaultStore<'_> {
    /// The plain text. What cannot be opened comes marked, so that nothing takes it for whole: it may be damaged, or
    /// plain and put there by somebody past the lock.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        let text = self.inner.get(key)?;
        if stays_clear(key) {
            return Ok(text);
        }
        Ok(text.map(|text| open(self.key, key, &text).unwrap_or_else(|| format!("{UNREADABLE}{text}"))))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        if stays_clear(key) {
            return self.inner.set(key, text);
        }
        let sealed = seal(self.key, key, text, &mut *self.fill.borrow_mut());
        self.inner.set(key, &sealed)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.inner.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.inner.keys()
    }
}

/// Whether what stands under `key` is never sealed.
pub fn stays_clear(key: &str) -> bool {
    key == LOOK || lock::KEYS.contains(&key) || !key.starts_with(PREFIX)
}

/// What to write in `inner` so that nothing but the look and the lock stands there in clear: texts by key.
pub fn all_sealed(inner: &dyn KeyValue, data_key: &Key, fill: Fill<'_>) -> Result<Vec<(String, String)>, StoreError> {
    texts(inner, &mut |key, text| (!is_sealed(key, text)).then(|| seal(data_key, key, text, fill)))
}

/// What to write in `inner` so that all of it stands there in clear again: texts by key.
pub fn all_open(inner: &dyn KeyValue, data_key: &Key) -> Result<Vec<(String, String)>, StoreError> {
    texts(inner, &mut |key, text| open(data_key, key, text))
}

fn texts(
    inner: &dyn KeyValue,
    change: &mut dyn FnMut(&str, &str) -> Option<String>,
) -> Result<Vec<(String, String)>, StoreError> {
    let mut texts = Vec::new();
    for key in inner.keys()? {
        let text = if stays_clear(&key) { None } else { inner.get(&key)? };
        if let Some(changed) = text.and_then(|text| change(&key, &text)) {
            texts.push((key, changed));
        }
    }
    Ok(texts)
}

/// Whether `text` stands sealed under `key`. Needs no key.
pub fn is_sealed(key: &str, text: &str) -> bool {
    sealed_part(key, text).is_some()
}

/// The text to keep for a plain text.
pub fn seal(data_key: &Key, key: &str, text: &str, fill: Fill<'_>) -> String {
    let (head, plain) = enveloped(key, text).unwrap_or(("", text));
    // In UTF-16, as the browser keeps it: packed data has fifteen bits a letter there, and three bytes in UTF-8.
    let plain: Vec<u8> = plain.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let sealed = cipher::seal(data_key, &plain, &place(key, head), fill);
    let data = format!("{MARK}{}", pack::pack(&sealed));
    summed(key, head, &data)
}

/// The plain text for a kept one; `None` if it is not sealed, or not with this key for this place.
pub fn open(data_key: &Key, key: &str, text: &str) -> Option<String> {
    let (head, packed) = sealed_part(key, text)?;
    let opened = cipher::open(data_key, &pack::unpack(packed)?, &place(key, head))?;
    let units = opened.chunks_exact(2).map(|pair| pair.iter().fold(0, |unit, byte| unit << 8 | u16::from(*byte)));
    Some(summed(key, head, &String::from_utf16(&units.collect::<Vec<_>>()).ok()?))
}

/// Head, checksum and data; data alone where there is no head.
fn summed(key: &str, head: &str, data: &str) -> String {
    if head.is_empty() {
        return data.to_owned();
    }
    let sum = pack::digits::<6>(u128::from(pack::checksum([key, head, data])));
    format!("{head}{sum}{data}")
}

/// Head and data of a text whose checksum is right.
fn enveloped<'a>(key: &str, text: &'a str) -> Option<(&'a str, &'a str)> {
    let (head, sum, data) = (text.get(..HEAD)?, text.get(HEAD..SUMMED)?, text.get(SUMMED..)?);
    (pack::number(sum)? == u128::from(pack::checksum([key, head, data]))).then_some((head, data))
}

/// Head and packed bytes of a sealed text.
fn sealed_part<'a>(key: &str, text: &'a str) -> Option<(&'a str, &'a str)> {
    let (head, data) = enveloped(key, text).unwrap_or(("", text));
    Some((head, data.strip_prefix(MARK)?))
}

/// Binds a sealed value to the app, to its key, and to the kind, schema and stamp in its head.
fn place(key: &str, head: &str) -> Vec<u8> {
    format!("trellis vault 1\n{key}\n{head}").into_bytes()
}
