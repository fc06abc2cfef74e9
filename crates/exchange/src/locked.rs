//! The lock of a backup: the age format with a phrase, which other tools open too.

use std::io::{Read, Write};

use age::{DecryptError, Decryptor, Encryptor, scrypt, secrecy::SecretString};
use domain::day::Moment;

use crate::{
    Everything,
    backup::{self, Backup, LARGEST, ReadError, WriteError},
    phrase::Phrase,
};

/// The work that a phrase costs, as a power of two: 16 is 64 MiB of memory.
pub const WORK: u8 = 16;
/// The most work that is done to open a file: 256 MiB.
pub const MOST_WORK: u8 = 18;
/// What a locked file begins with.
const MARK: &[u8] = b"age-encryption.org/";
/// Where the header of a file with one phrase ends at the latest. Longer ones would only cost time.
const LONGEST_HEADER: usize = 1024;
/// What the lock adds at most: the header, and 16 bytes for each 64 KiB.
const ADDED: usize = LONGEST_HEADER + LARGEST / 4096 + 64;

/// Whether these bytes are a locked file.
pub fn is_locked(bytes: &[u8]) -> bool {
    bytes.starts_with(MARK)
}

/// Makes a backup, opens it again as a check, and says how many values it holds.
pub fn make(everything: &Everything, made: Moment, phrase: &Phrase) -> Result<(Vec<u8>, usize), WriteError> {
    let container = backup::padded(backup::write(everything, made)?);
    let bytes = lock(container.as_bytes(), phrase).ok_or(WriteError::NotReadable)?;
    match read(&bytes, Some(phrase)) {
        Ok(read) if read.everything == *everything && read.clipped == 0 => Ok((bytes, everything.len())),
        _ => Err(WriteError::NotReadable),
    }
}

/// Reads a backup or a plain copy. A wrong phrase or a changed byte releases nothing.
pub fn read(bytes: &[u8], phrase: Option<&Phrase>) -> Result<Backup, ReadError> {
    match phrase {
        _ if !is_locked(bytes) => backup::read(bytes),
        None => Err(ReadError::Locked),
        Some(phrase) => backup::read(&unlock(bytes, phrase)?),
    }
}

fn lock(plain: &[u8], phrase: &Phrase) -> Option<Vec<u8>> {
    let mut recipient = scrypt::Recipient::new(SecretString::from(phrase.as_str()));
    // Left to itself the crate measures the device, and slow phones would get weak files.
    recipient.set_work_factor(WORK);
    let encryptor = Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient)).ok()?;
    let mut bytes = Vec::with_capacity(plain.len() + ADDED);
    let mut writer = encryptor.wrap_output(&mut bytes).ok()?;
    writer.write_all(plain).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}

/// What a locked file holds, once all of it has proved whole.
pub fn unlock(bytes: &[u8], phrase: &Phrase) -> Result<Vec<u8>, ReadError> {
    if bytes.len() > LARGEST + ADDED {
        return Err(ReadError::TooLarge);
    }
    let start = bytes.get(..LONGEST_HEADER).unwrap_or(bytes);
    if !start.windows(4).any(|end| end == b"\n---") {
        return Err(ReadError::NotABackup);
    }
    let decryptor = Decryptor::new_buffered(bytes).map_err(|_| ReadError::NotABackup)?;
    if !decryptor.is_scrypt() {
        return Err(ReadError::NotABackup);
    }
    let mut identity = scrypt::Identity::new(SecretString::from(phrase.as_str()));
    identity.set_max_work_factor(MOST_WORK);
    let reader = decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity));
    let mut reader = reader.map_err(|error| match error {
        DecryptError::ExcessiveWork { .. } => ReadError::TooMuchWork,
        _ => ReadError::WrongPhrase,
    })?;
    let mut plain = Vec::new();
    reader.read_to_end(&mut plain).map_err(|_| ReadError::Damaged)?;
    Ok(plain)
}
