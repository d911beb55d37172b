//! The library that is compiled into the program.

use crate::briefing::SourceText;
use std::collections::HashMap;
use std::sync::Arc;

/// Every file of the embedded library: its path in the library and its text. A test compares it with the folders.
pub static FILES: &[(&str, &str)] = &[
    ("briefings/russia-iran-treaty.yaml", include_str!("../../briefings/russia-iran-treaty.yaml")),
    ("seeds/russia-iran-treaty.txt", include_str!("../../seeds/russia-iran-treaty.txt")),
];

/// The texts of the embedded sources, by their paths.
#[must_use]
pub fn sources() -> HashMap<&'static str, Arc<SourceText>> {
    let seeds = FILES.iter().filter(|(path, _)| path.starts_with("seeds/"));
    seeds.map(|(path, text)| (*path, Arc::new(SourceText::new((*text).to_owned())))).collect()
}
