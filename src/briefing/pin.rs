//! The hash that pins the text of a source, so that a briefing notices when the text is another.

use super::source_text::SourceText;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt;

/// A SHA-256.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digest([u8; 32]);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pin {
    /// The source has no hash, or an unreadable one.
    Absent,
    NoText,
    Unchanged,
    Changed {
        pinned: Digest,
        today: Digest,
    },
}

impl Digest {
    /// Of the bytes of its file, a byte order mark included, so that `sha256sum FILE` says the same.
    #[must_use]
    pub fn of(text: &SourceText) -> Self {
        let hash = text.stored().iter().fold(Sha256::new(), Sha256::chain_update);
        Self(hash.finalize().into())
    }

    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The length before each text keeps `["ab", "c"]` and `["a", "bc"]` apart.
    #[must_use]
    pub fn of_texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let hash = texts.into_iter().fold(Sha256::new(), |hash, text| hash.chain_update(format!("{}:", text.len())).chain_update(text));
        Self(hash.finalize().into())
    }

    /// Reads 64 hexadecimal digits, small or capital.
    #[must_use]
    pub fn parse(digits: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        if digits.len() != 2 * bytes.len() || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        for (byte, at) in bytes.iter_mut().zip((0..).step_by(2)) {
            *byte = u8::from_str_radix(digits.get(at..at + 2)?, 16).ok()?;
        }
        Some(Self(bytes))
    }

    /// So few digits that people can compare them.
    #[must_use]
    pub fn short(self) -> String {
        self.to_string()[..12].to_owned()
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl Pin {
    /// A text that nothing pins is not hashed.
    #[must_use]
    pub fn of(pinned: Option<Digest>, text: Option<&SourceText>) -> Self {
        let Some(pinned) = pinned else { return Self::Absent };
        match text.map(Digest::of) {
            None => Self::NoText,
            Some(today) if today == pinned => Self::Unchanged,
            Some(today) => Self::Changed { pinned, today },
        }
    }

    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Absent => "not pinned",
            Self::NoText => "cannot be read",
            Self::Unchanged => "unchanged",
            Self::Changed { .. } => "changed",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The values are those of `printf … | sha256sum`.
    #[test]
    fn n4_a_text_has_the_hash_of_the_bytes_of_its_file() {
        for (stored, digits) in [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            ("\u{feff}abc\r\n", "c3199f17595cd7b59cea561d9cb96f204ef903c38b1b9cb4a50b7e68d286f675"),
        ] {
            let digest = Digest::of(&SourceText::new(stored.to_owned()));
            assert_eq!(digest.to_string(), digits, "{stored:?}");
            assert_eq!(Digest::parse(&digits.to_uppercase()), Some(digest));
        }
        for wrong in ["", "ba7816bf", "+a7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", &"é".repeat(32)] {
            assert_eq!(Digest::parse(wrong), None, "{wrong}");
        }
    }
}
