/// "a claim", "an actor". The first letter decides: no noun of a briefing begins like "hour" or "unit".
#[must_use]
pub fn with_article(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {noun}")
}
