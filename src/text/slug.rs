/// Letters and digits of ASCII, a hyphen for all else: a name that is safe in an address, in a file's name and in a script.
#[must_use]
pub fn hyphened(name: &str) -> String {
    name.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect()
}
