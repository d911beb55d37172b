//! Words with findings of their own: likelihoods, and the kinds that items have.

use super::reader::{Fields, Reader};
use crate::briefing::model::Text;
use crate::briefing::scale::{Likelihood, Vocabulary, Yardstick};
use crate::text::{choice, meant};
use crate::yaml::finding::Finding;
use crate::yaml::spanned::{Span, Word};

pub fn likelihood(reader: &mut Reader, fields: &mut Fields<'_>, yardstick: Option<Yardstick>) -> Option<Word<Likelihood>> {
    let text = fields.text(reader, "likelihood")?;
    let value = match yardstick {
        Some(yardstick) => Likelihood::on(yardstick, &text.value),
        None => Yardstick::all().iter().find_map(|yardstick| Likelihood::on(*yardstick, &text.value)),
    };
    if let (None, Some(yardstick)) = (value, yardstick) {
        let other = if yardstick == Yardstick::Icd203 { Yardstick::Phia } else { Yardstick::Icd203 };
        let words: Vec<&str> =
            yardstick.terms().flat_map(|term| std::iter::once(term.word()).chain(term.synonyms().iter().copied())).collect();
        let message = if Likelihood::on(other, &text.value).is_some() {
            format!("`{}` is {}'s, the yardstick is {}", text.value, other.name(), yardstick.name())
        } else {
            format!("`{}` is no likelihood term of {}", text.value, yardstick.name())
        };
        let terms: Vec<&str> = yardstick.terms().map(Likelihood::word).collect();
        let finding = Finding::new("judgement/off-scale", fields.id(), text.span, message);
        reader.report(finding.hint(meant(&text.value, words, || format!("write {}", choice(&terms)))));
    }
    Some(reader.understood(text, value))
}

/// Reports what has no text, unless the text may stand under a word that could not be read. The id is empty for a candidate.
pub fn says_nothing<K: Vocabulary>(reader: &mut Reader, fields: &Fields<'_>, (id, span): (&str, Span), kinds: &[K], what: &str) {
    if reader.complete && !fields.has_unread() {
        let kinds: Vec<String> = kinds.iter().map(|kind| format!("`{}`", kind.word())).collect();
        let named = if id.is_empty() { "a candidate".to_owned() } else { format!("`{id}`") };
        let hint = format!("write {what} under {}", choice(&kinds));
        reader.report(Finding::new("yaml/wrong-type", id, span, format!("{named} says nothing")).hint(hint));
    }
}

/// The key under which a text of several kinds stands: `fact`, `visit`, `baseline`.
pub fn kind<K: Vocabulary>(reader: &mut Reader, fields: &mut Fields<'_>, kinds: &[K]) -> (Option<K>, Option<Text>) {
    let mut found: Vec<(Span, K, Text)> = Vec::new();
    for kind in kinds {
        if let Some((key, value)) = fields.take(kind.word()) {
            found.extend(reader.text(value, fields.id(), kind.word()).map(|text| (key, *kind, text)));
        }
    }
    found.sort_by_key(|(key, ..)| *key);
    let mut found = found.into_iter();
    let Some((first, kind, text)) = found.next() else { return (None, None) };
    for (key, other, _) in found {
        let message = format!("both `{}` and `{}`; an item has one kind", kind.word(), other.word());
        let finding = Finding::new("yaml/wrong-type", fields.id(), key, message).label(first, "the first one");
        reader.report(finding.hint("keep one, or make two items of it"));
    }
    (Some(kind), Some(text))
}
