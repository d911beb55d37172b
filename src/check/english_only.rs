//! Only English is judged by its meaning, and what is not looked at is said.

use crate::briefing::Resolved;
use crate::english::is_foreign;

/// The sources that the rules of meaning do not look at.
#[must_use]
pub fn not_read(resolved: &Resolved) -> Vec<usize> {
    (0..resolved.texts.len()).filter(|source| resolved.text(*source).is_some_and(|text| is_foreign(text.text()))).collect()
}

/// Says that these sources are not looked at; `None` where there are none.
#[must_use]
pub fn note(sources: &[String]) -> Option<String> {
    const MOST: usize = 5;
    let named = sources.iter().take(MOST).cloned().collect::<Vec<_>>().join(", ");
    let rest = if sources.len() > MOST { format!(" and {} more", sources.len() - MOST) } else { String::new() };
    (!sources.is_empty()).then(|| format!("the rules of meaning read English only; they do not look at {named}{rest}"))
}
