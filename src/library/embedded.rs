//! The library that is compiled into the program.

/// Every file of the embedded library: its path in the library and its text. A test compares it with the folders.
pub static FILES: &[(&str, &str)] = &[
    ("briefings/russia-iran-treaty.yaml", include_str!("../../briefings/russia-iran-treaty.yaml")),
    ("seeds/russia-iran-treaty.txt", include_str!("../../seeds/russia-iran-treaty.txt")),
];

/// The text of an embedded file.
#[must_use]
pub fn read(path: &str) -> Option<&'static str> {
    FILES.iter().find(|(name, _)| *name == path).map(|(_, text)| *text)
}
