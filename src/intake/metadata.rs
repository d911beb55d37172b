//! What documents state of themselves, brought into the words of a source's entry.

use super::taken::Stated;
use super::tidy::is_override;
use crate::briefing::Date;
use crate::briefing::date::MONTHS;
use crate::text::space::single_spaced;
use crate::text::web::web_address;
use crate::yaml::Tree;
use crate::yaml::tree::{Value, pairs};

/// In letters of what a document states in one place.
const LONGEST: usize = 1000;

/// A day, a month or a year that is written so that it can be read in one way only. 3/11/2026 cannot.
#[must_use]
pub fn date(text: &str) -> Option<String> {
    let text = text.trim();
    let iso: String = text.chars().take_while(|c| c.is_ascii_digit() || matches!(c, '-' | '/')).collect::<String>().replace('/', "-");
    let digits: String = iso.chars().filter(char::is_ascii_digit).collect();
    let iso = if digits.len() >= 8 && !iso.contains('-') { format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..8]) } else { iso };
    if iso.split('-').next().is_some_and(|year| year.len() == 4) {
        // What nobody has filled in is the first day of all.
        return Date::parse(&iso).filter(|_| !iso.starts_with('0')).map(|date| date.as_str().to_owned());
    }
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_month = |word: &&str| MONTHS.iter().position(|month| word.to_lowercase().starts_with(&month.to_lowercase()));
    let month = words.iter().find_map(is_month)? + 1;
    let year = words.iter().find(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()))?;
    let number =
        |word: &&str| word.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']).parse::<u8>().ok().filter(|day| (1..=31).contains(day));
    let day = words.iter().find_map(number);
    let date = day.map_or_else(|| format!("{year}-{month:02}"), |day| format!("{year}-{month:02}-{day:02}"));
    Date::parse(&date).map(|date| date.as_str().to_owned())
}

/// Without white space that says nothing; none for what says nothing.
#[must_use]
pub fn said(text: &str) -> Option<String> {
    let text: String = text.chars().filter(|c| c.is_whitespace() || !c.is_control() && !is_override(*c)).take(LONGEST).collect();
    Some(single_spaced(&text)).filter(|text| !text.is_empty())
}

/// An address on the web, as it is written. One that fills the place may be cut off, and would lead elsewhere.
#[must_use]
pub fn address(text: &str) -> Option<String> {
    said(text).filter(|url| web_address(url).is_some() && url.chars().count() < LONGEST)
}

/// The fields at the head of a Markdown file.
#[must_use]
pub fn stated_in(front: &str) -> Stated {
    let tree = Tree::read(front);
    let mut stated = Stated::default();
    let Some(Value::Mapping(nodes)) = tree.root.as_ref().map(|root| &root.value) else { return stated };
    for (key, value) in pairs(nodes) {
        let texts: Vec<String> = match &value.value {
            Value::Scalar { text, .. } => said(text).into_iter().collect(),
            Value::Sequence(values) => {
                values.iter().filter_map(|value| said(value.text().or_else(|| value.at(&["name"])?.text())?)).collect()
            }
            Value::Mapping(_) => value.at(&["name"]).and_then(|name| said(name.text()?)).into_iter().collect(),
        };
        let first = texts.first().cloned();
        match key.text().unwrap_or_default().to_lowercase().as_str() {
            "title" => stated.title = first,
            "author" | "authors" | "by" => stated.authors = texts,
            "date" | "published" => stated.date = first.as_deref().and_then(date),
            "url" | "canonical" | "link" => stated.url = first.as_deref().and_then(address),
            "publisher" | "site" => stated.publisher = first,
            "lang" | "language" => stated.language = first,
            _ => {}
        }
    }
    stated
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n4_a_date_is_taken_that_can_be_read_in_one_way() {
        for (stated, read) in [
            ("2026-11-03T23:30:00-05:00", Some("2026-11-03")),
            ("2026-11", Some("2026-11")),
            ("20261103", Some("2026-11-03")),
            ("2026/11/03", Some("2026-11-03")),
            ("Tue, 3 Nov 2026 10:00:00 +0000", Some("2026-11-03")),
            ("November 3rd, 2026", Some("2026-11-03")),
            ("3/11/2026", None),
            ("2026-13-41", None),
            ("0001-01-01T00:00:00", None),
            ("yesterday", None),
            ("", None),
        ] {
            assert_eq!(date(stated).as_deref(), read, "{stated}");
        }
    }
}
