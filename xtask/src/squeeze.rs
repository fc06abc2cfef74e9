//! Compressed forms of files, kept in `target/site/squeezed` so that each is made once.

use std::{fs, io::Write, path::PathBuf};

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};

use crate::digest;

/// A way to compress that browsers know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Brotli,
    Gzip,
}

impl Encoding {
    /// The better one of those that an `Accept-Encoding` header allows.
    pub fn accepted(header: &str) -> Option<Self> {
        let allows = |name: &str| {
            header.split(',').any(|choice| {
                let (choice, quality) = choice.split_once(';').unwrap_or((choice, ""));
                choice.trim() == name && !matches!(quality.trim(), "q=0" | "q=0.0")
            })
        };
        [Self::Brotli, Self::Gzip].into_iter().find(|encoding| allows(encoding.name()))
    }

    /// Its name in HTTP.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// The bytes, compressed as well as can be.
    pub fn squeeze(self, bytes: &[u8]) -> Result<Vec<u8>> {
        let kept = PathBuf::from("target/site/squeezed").join(format!("{}.{}", digest::hex(bytes), self.name()));
        if let Ok(squeezed) = fs::read(&kept) {
            return Ok(squeezed);
        }
        let squeezed = match self {
            Self::Brotli => {
                let mut squeezed = Vec::new();
                let parameters =
                    BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
                brotli::BrotliCompress(&mut &*bytes, &mut squeezed, &parameters)?;
                squeezed
            }
            Self::Gzip => {
                let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
                encoder.write_all(bytes)?;
                encoder.finish()?
            }
        };
        // Written aside and moved, so that another process never reads half of it.
        fs::create_dir_all("target/site/squeezed")?;
        let part = kept.with_extension(format!("{}.{}", self.name(), std::process::id()));
        fs::write(&part, &squeezed)?;
        fs::rename(part, kept)?;
        Ok(squeezed)
    }
}

#[cfg(test)]
mod tests {
    use super::Encoding;

    #[test]
    fn the_better_accepted_encoding_is_chosen() {
        assert_eq!(Encoding::accepted("gzip, deflate, br;q=0.8, zstd"), Some(Encoding::Brotli));
        assert_eq!(Encoding::accepted("gzip, br;q=0"), Some(Encoding::Gzip));
        assert_eq!(Encoding::accepted("identity"), None);
    }
}
