//! Files that the reader hands on.

use crate::personal::files::write_for_others;
use crate::personal::left_behind::sweep_beside;
use crate::text::bytes as size;
use crate::text::os_error::without_number;
use std::path::Path;

/// How many names are tried before that is given up.
const NAMES: usize = 1000;

/// Writes a file in the folder that the program was started in: under its name, else with the first number that is free
/// behind it. What came of it, in a sentence.
pub fn write_new(name: &str, bytes: &[u8]) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let numbered = (2..NAMES).map(|number| format!("{stem}-{number}.{ending}"));
    let free = std::iter::once(name.to_owned()).chain(numbered).find(|name| !Path::new(name).exists());
    let Some(name) = free else { return format!("Not written: there are {NAMES} files called {name} already.") };
    sweep_beside(Path::new(&name));
    match write_for_others(Path::new(&name), bytes) {
        Ok(()) => format!("Written: {name}, {}.", size(bytes.len())),
        Err(error) => format!("Not written: {name}: {}.", without_number(&error.to_string())),
    }
}
