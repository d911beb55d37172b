//! Names and numbers of a claim must come from what it quotes, not from what the analyst knows.

use super::{Reporter, Subject};
use crate::briefing::prose::references;
use crate::text::phrases::{without_possessive, words};
use std::ops::Range;

/// How many letters of a name must agree: "Russia" stands in "Russian", "Iran" in "Iranian".
const STEM: usize = 4;

pub fn outside_quote(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (index, claim) in subject.briefing().claims.iter().enumerate() {
        let Some(text) = &claim.text else { continue };
        let Some(context) = context(subject, index) else { continue };
        let mut outside = details(subject, text);
        outside.retain(|range| !is_in(subject, &text[range.clone()], &context));
        let Some(first) = outside.first() else { continue };
        let mut listed: Vec<String> = outside.iter().map(|range| format!("“{}”", &text[range.clone()])).collect();
        listed.dedup();
        let verb = if listed.len() == 1 { "stands" } else { "stand" };
        let message = format!("{} {verb} neither in the quoted sentence nor in the one before", listed.join(", "));
        report.at(&claim.head.id, subject.place(text, first), message, "quote the words that name it too, or leave it out");
    }
}

/// The quoted sentences and the one before each passage; `None` where a passage is not found.
fn context(subject: &Subject<'_>, claim: usize) -> Option<String> {
    let resolved = subject.resolved;
    let mut context = String::new();
    for passage in &resolved.evidence().passages[claim] {
        let text = resolved.text(passage.source?)?;
        let sentences = text.sentences_in(&passage.anchor.range()?);
        for sentence in text.sentences().get(sentences.start.saturating_sub(1)..sentences.end)? {
            context.push_str(&text.text()[sentence.range.clone()]);
            context.push('\n');
        }
    }
    (!context.is_empty()).then_some(context)
}

/// The numbers and names in a claim's text. A capital that begins a sentence makes a name only if an actor is called so.
fn details(subject: &Subject<'_>, text: &str) -> Vec<Range<usize>> {
    let references: Vec<Range<usize>> = references(text).map(|(range, _)| range).collect();
    let mut details = Vec::new();
    let mut end = 0;
    for (range, word) in words(text) {
        let begins = end == 0 || text[end..range.start].contains(['.', '!', '?', ':', '“', '"']);
        end = range.end;
        let number = word.starts_with(|c: char| c.is_ascii_digit());
        let capital = word.starts_with(char::is_uppercase) && word.chars().count() > 1;
        let reference = references.iter().any(|reference| reference.contains(&range.start));
        if reference {
            continue;
        }
        if number || capital && (!begins || names_of(subject, word).next().is_some()) {
            details.push(range);
        }
    }
    details
}

/// A name or number stands in the context as it is, as a stem, or as another name of the same actor.
fn is_in(subject: &Subject<'_>, detail: &str, context: &str) -> bool {
    let detail = without_possessive(detail);
    if detail.len() >= STEM && detail.starts_with(char::is_alphabetic) && context.contains(detail) {
        return true;
    }
    words(context).any(|(_, word)| agree(detail, without_possessive(word)))
        || names_of(subject, detail).any(|names| names.into_iter().any(|name| contains_name(context, name)))
}

/// All names of each actor that has a name with `word` in it.
fn names_of<'a>(subject: &Subject<'a>, word: &str) -> impl Iterator<Item = Vec<&'a str>> {
    let word = without_possessive(word).to_owned();
    subject.briefing().actors.iter().filter_map(move |actor| {
        let names: Vec<&str> = actor.name.iter().chain(&actor.aka).map(|name| name.value.as_str()).collect();
        names.iter().any(|name| words(name).any(|(_, part)| agree(&word, part))).then_some(names)
    })
}

/// `context` holds all words of a name.
pub fn contains_name(context: &str, name: &str) -> bool {
    context.contains(name) || words(name).all(|(_, part)| words(context).any(|(_, word)| agree(part, without_possessive(word))))
}

/// Two forms of one name: equal but for case, or one long enough to tell begins the other. Numbers must be equal.
fn agree(left: &str, right: &str) -> bool {
    fn small(word: &str) -> impl Iterator<Item = char> {
        word.chars().flat_map(char::to_lowercase)
    }
    let same = small(left).zip(small(right)).take_while(|(left, right)| left == right).count();
    if same == 0 {
        return false;
    }
    let (left_length, right_length) = (small(left).count(), small(right).count());
    let number = left.starts_with(|c: char| c.is_ascii_digit());
    same == left_length.min(right_length) && (left_length == right_length || !number && same >= STEM)
}
