//! A fast hash, the same in every run of one build of the program. Nobody gains by making two things that it takes for one.

use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hash};

#[must_use]
pub fn hash_of(value: impl Hash) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(value)
}
