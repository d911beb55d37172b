//! What a typesetter or a page did to words is undone, and said: soft hyphens, ligatures, words parted at the end of a line.

use super::taken::some;
use crate::briefing::line_signs::is_address;
use crate::text::search_fold::unligated;
use std::collections::HashSet;

/// What a word is parted with, and what stands in one.
const HYPHENS: [char; 2] = ['-', '\u{2010}'];

/// How often something was done.
#[derive(Debug, Default, Clone)]
pub struct Tidied {
    soft: usize,
    ligatures: usize,
    control: usize,
    unknown: usize,
    joined: usize,
    kept: usize,
    /// The words of the document, in small letters.
    known: HashSet<String>,
    /// What stands before the hyphens of words with one.
    begins: HashSet<String>,
}

impl Tidied {
    /// The words as they are typed.
    pub fn words(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\u{ad}' => self.soft += 1,
                // A joiner is a letter to those who write Persian or Hindi; these two are none to anybody.
                '\u{200b}' | '\u{2060}' | '\u{feff}' => {}
                '\n' | '\t' => out.push(c),
                '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\u{c}' => out.push('\n'),
                c if c.is_whitespace() => out.push(' '),
                c if c.is_control() || is_override(c) => self.control += 1,
                char::REPLACEMENT_CHARACTER | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => {
                    self.unknown += 1;
                    out.push(char::REPLACEMENT_CHARACTER);
                }
                c => match unligated(c) {
                    Some(letters) => {
                        self.ligatures += 1;
                        out.extend(letters);
                    }
                    None => out.push(c),
                },
            }
        }
        out
    }

    /// Words of the document, which tell how those are written that were parted.
    pub fn learn(&mut self, text: &str) {
        for word in words(text).map(|word| word.to_lowercase().replace('\u{2010}', "-")) {
            // A word with several hyphens tells how each two of its parts are written, and "co-owner’s" is a form of "co-owner".
            let parts: Vec<&str> = word.split(['’', '\'']).next().unwrap_or_default().split('-').collect();
            for pair in parts.windows(2) {
                self.known.insert(pair.join("-"));
                self.begins.insert(pair[0].to_owned());
            }
            self.known.extend((parts.len() == 1).then(|| parts.concat()));
            self.known.insert(word);
        }
    }

    /// Joins what was parted at the ends of lines. Whether the hyphen is the word's own, the rest of the text decides: a
    /// word that stands there whole is written so, one that stands there with its hyphen keeps it.
    pub fn parted(&mut self, text: &str) -> String {
        if !text.contains("-\n") && !text.contains("\u{2010}\n") && !text.contains("\u{ad}\n") {
            return text.to_owned();
        }
        self.learn(text);
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find('\n') {
            let (line, below) = (rest[..at].trim_end_matches('\r'), rest[at + 1..].trim_start_matches([' ', '\t']));
            let Some((is_soft, before, behind)) = parted(line, below) else {
                out += &rest[..=at];
                rest = &rest[at + 1..];
                continue;
            };
            let goes_on = below[behind.len()..].strip_prefix(HYPHENS).is_some_and(|rest| rest.starts_with(char::is_alphabetic));
            let is_own = !is_soft && self.is_own(before, behind, goes_on);
            out += &line[..line.len() - line.chars().next_back().map_or(0, char::len_utf8)];
            out += if is_own { "-" } else { "" };
            // The word goes to the first of its lines.
            let end = below.find(char::is_whitespace).unwrap_or(below.len());
            out += &below[..end];
            out.push('\n');
            rest = below[end..].trim_start_matches([' ', '\t']);
            rest = rest.strip_prefix('\n').unwrap_or(rest);
        }
        out + rest
    }

    fn is_own(&mut self, before: &str, behind: &str, goes_on: bool) -> bool {
        let has_several = before.contains(HYPHENS);
        let before = before.rsplit(HYPHENS).next().unwrap_or_default();
        // "state-of-" goes on with a word, and "counter-mea-" with what is left of one: "mea" is a word nowhere.
        let has_hyphen = has_several && self.known.contains(&before.to_lowercase());
        let whole = format!("{before}{behind}").to_lowercase();
        let is_known = || self.known.contains(&format!("{before}-{behind}").to_lowercase());
        // "self-" keeps its hyphen in a document that has "self-regulating", and no word that begins so without one.
        let begins = || {
            let before = before.to_lowercase();
            let solid = self.known.iter().any(|word| word.len() > before.len() && word.starts_with(&before) && !word.contains('-'));
            before.len() > 2 && self.begins.contains(&before) && !solid
        };
        // A hyphen before a capital is the word's own, and so is one of several in a word.
        let own =
            !self.known.contains(&whole) && (has_hyphen || goes_on || behind.starts_with(char::is_uppercase) || is_known() || begins());
        if own {
            self.kept += 1;
        } else {
            self.joined += 1;
        }
        own
    }

    /// What was done, a line for each.
    #[must_use]
    pub fn said(&self) -> Vec<String> {
        let said = [
            some(self.soft, "soft hyphen~", ": taken out"),
            some(self.ligatures, "ligature~", ": written as letters"),
            some(self.joined, "word~ parted at the end of a line", ": joined, without its hyphen"),
            some(self.kept, "word~ parted at the end of a line", ": joined, with its hyphen"),
            some(self.control, "control character~", ": taken out"),
            some(self.unknown, "character~ without Unicode", ": written as \u{fffd}"),
        ];
        said.into_iter().flatten().collect()
    }
}

/// What turns the direction of writing may show words in another order than they are in.
pub fn is_override(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && !HYPHENS.contains(&c) && c != '’' && c != '\'')
        .filter(|word| !word.is_empty() && !word.ends_with(HYPHENS))
}

/// A word is one of an address on the web, or of a mail's.
fn is_of_address(word: &str) -> bool {
    let has_host = || word.split_once('/').is_some_and(|(host, _)| host.contains('.'));
    word.contains("://") || is_address(word) || word.contains('@') || has_host()
}

/// Whether the hyphen is a soft one, the part of the word before it, and the one on the next line.
fn parted<'a>(line: &'a str, below: &'a str) -> Option<(bool, &'a str, &'a str)> {
    let hyphen = line.chars().next_back().filter(|c| matches!(c, '-' | '\u{2010}' | '\u{ad}'))?;
    // Two hyphens are a dash, or the line over a signature.
    let before = Some(&line[..line.len() - hyphen.len_utf8()]).filter(|before| before.ends_with(char::is_alphabetic))?;
    // In an address every sign is its own, and where it ends nobody knows.
    if before.rsplit(char::is_whitespace).next().is_some_and(is_of_address) {
        return None;
    }
    let before = before.rsplit(|c: char| !c.is_alphanumeric() && !HYPHENS.contains(&c)).next()?;
    let behind = below.split(|c: char| !c.is_alphanumeric()).next()?;
    let is_word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_alphabetic() || HYPHENS.contains(&c));
    (is_word(before) && is_word(behind)).then_some((hyphen == '\u{ad}', before, behind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n4_words_are_as_they_are_typed_and_it_is_said() {
        let mut tidied = Tidied::default();
        let words = tidied.words("co\u{ad}op ﬁnal o\u{fb03}ce\u{a0}می\u{200c}رود \u{e012}\u{7}");
        assert_eq!(words, "coop final office می\u{200c}رود \u{fffd}");
        let said = tidied.said().join("; ");
        assert_eq!(
            said,
            "1 soft hyphen: taken out; 2 ligatures: written as letters; 1 control character: taken out; 1 character without Unicode: written as \u{fffd}"
        );
    }

    #[test]
    fn n4_a_word_parted_at_the_end_of_a_line_is_joined_as_it_stands_elsewhere() {
        let mut tidied = Tidied::default();
        let text = "The inter-\nnational treaty is a long-\nterm one, a well-\nknown long-term\npact of Anglo-\nSaxon kind 2-\n3.";
        let joined = tidied.parted(text);
        assert_eq!(joined, "The international\ntreaty is a long-term\none, a wellknown\nlong-term\npact of Anglo-Saxon\nkind 2-\n3.");
    }

    #[test]
    fn n4_a_word_keeps_the_hyphen_that_its_beginning_has_elsewhere() {
        let mut tidied = Tidied::default();
        tidied.learn("Self-regulating bodies and inter-agency talks, in the interest of all.");
        assert_eq!(tidied.parted("A self-\nregulatory and inter-\nnational body."), "A self-regulatory\nand international\nbody.");
    }
}
