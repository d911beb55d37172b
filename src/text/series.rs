/// "low, moderate or high".
#[must_use]
pub fn choice<S: AsRef<str>>(words: &[S]) -> String {
    joined(words, "or")
}

/// "J1, J2 and J3".
#[must_use]
pub fn series<S: AsRef<str>>(words: &[S]) -> String {
    joined(words, "and")
}

fn joined<S: AsRef<str>>(words: &[S], last: &str) -> String {
    match words {
        [] => String::new(),
        [word] => word.as_ref().to_owned(),
        [first @ .., end] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} {last} {}", first.join(", "), end.as_ref())
        }
    }
}
