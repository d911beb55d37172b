//! Two hashes: a fast one, and one that lasts. Nobody gains by making two things that either takes for one.

use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hash};

/// The same in every run of one build of the program.
#[must_use]
pub fn hash_of(value: impl Hash) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(value)
}

/// The same on every machine and in every version of the program (FNV-1a, folded to 48 bits).
///
/// The length before each text keeps `["ab", "c"]` and `["a", "bc"]` apart.
#[must_use]
pub fn lasting<'a>(texts: impl IntoIterator<Item = &'a str>) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = texts.into_iter().fold(0xcbf2_9ce4_8422_2325, |hash, text| {
        let hash = text.len().to_le_bytes().into_iter().fold(hash, step);
        text.bytes().fold(hash, step)
    });
    (hash ^ hash >> 48) & ((1 << 48) - 1)
}
