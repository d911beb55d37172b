//! What states are called beside their codes.

use crate::text::fold::search_form;
use std::sync::LazyLock;

/// The states of the world: code, English name, and how a map draws each.
pub static WORLD: &str = include_str!("../../assets/world.txt");

/// Codes and English names.
static NAMES: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let name = |line: &'static str| {
        let mut fields = line.split('\t');
        Some((fields.next()?, fields.next()?))
    };
    WORLD.lines().filter(|line| !line.starts_with('#')).filter_map(name).filter(|(code, _)| code.len() == 2 && *code != "--").collect()
});

/// Other names than that of the table of the world.
pub const ALSO: [(&str, &[&str]); 18] = [
    ("AE", &["UAE", "Emirati"]),
    ("BS", &["Bahamas"]),
    ("CD", &["DR Congo", "DRC"]),
    ("CI", &["Côte d’Ivoire"]),
    ("CV", &["Cabo Verde"]),
    ("CZ", &["Czechia", "Czech"]),
    ("EU", &["European Union", "EU"]),
    ("GB", &["UK", "Britain"]),
    ("GM", &["Gambia"]),
    ("KP", &["DPRK"]),
    ("MM", &["Burma"]),
    ("NL", &["Holland"]),
    ("RU", &["Russian Federation"]),
    ("SA", &["Saudi"]),
    ("TL", &["Timor-Leste"]),
    ("TR", &["Türkiye"]),
    ("US", &["United States", "US", "USA"]),
    ("VA", &["Vatican", "Holy See"]),
];
/// Reserved in ISO 3166-1 and no state, but as good as one.
pub const BESIDE: [(&str, &str); 1] = [("EU", "European Union")];

/// All names of the state that is called by its code or by one of them; nothing for what is no state.
#[must_use]
pub fn names_of(called: &str) -> Vec<&'static str> {
    let form = |name: &str| search_form(&name.replace('.', ""));
    let is_called = |name: &str| form(name) == form(called);
    let also = || ALSO.iter().find(|(code, names)| *code == called || names.iter().any(|name| is_called(name))).map(|(code, _)| *code);
    let code = NAMES.iter().find(|(code, name)| *code == called || is_called(name)).map(|(code, _)| *code).or_else(also);
    let others = code.and_then(|code| ALSO.iter().find(|(other, _)| *other == code)).map_or(&[][..], |(_, names)| names);
    let own = NAMES.iter().find(|(other, _)| Some(*other) == code).map(|(_, name)| *name);
    own.into_iter().chain(others.iter().copied()).collect()
}
