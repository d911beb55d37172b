//! Words that others write as one: a number in groups of three digits, a Persian prefix or ending behind a blank instead of a
//! joiner.

use super::tree::{How, Node, Words};
use crate::text::fold::search_form;

/// Verbs begin with these, and what follows is one word with them.
const PREFIXES: [&str; 2] = ["می", "نمی"];
/// Nouns and adjectives end with these.
const ENDINGS: [&str; 6] = ["ها", "های", "هایی", "هایش", "تر", "ترین"];

/// A year is no number in groups.
const LEAST_DIGITS: usize = 5;

/// The same, and where words that stand together may be one, that one too.
pub fn joined(nodes: Vec<Node>) -> Vec<Node> {
    let mut all: Vec<Node> = Vec::new();
    let mut rest = nodes.into_iter().peekable();
    while let Some(node) = rest.next() {
        let mut group = vec![node];
        while rest.peek().is_some_and(|next| goes_on(&group, next)) {
            group.extend(rest.next());
        }
        all.push(if group.len() > 1 { one_or_each(group) } else { in_groups(group.remove(0)) });
    }
    all
}

fn word(node: &Node) -> Option<&str> {
    match node {
        Node::Words(Words { how: How::Whole, runs, .. }) if runs.len() == 1 => Some(&runs[0].text),
        _ => None,
    }
}

fn is_digits(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

fn goes_on(group: &[Node], next: &Node) -> bool {
    let (Some(first), Some(last), Some(next)) = (group.first().and_then(word), group.last().and_then(word), word(next)) else {
        return false;
    };
    let is_one_of = |words: &[&str], word: &str| words.iter().any(|known| search_form(known) == word);
    let is_persian = |word: &str| word.starts_with(|c| matches!(c, '\u{600}'..='\u{6ff}'));
    is_digits(first) && first.len() <= 3 && is_digits(next) && next.len() == 3
        || is_one_of(&PREFIXES, last) && is_persian(next)
        || is_persian(last) && is_one_of(&ENDINGS, next)
}

fn one_or_each(group: Vec<Node>) -> Node {
    let text: String = group.iter().filter_map(word).collect();
    let spans = || group.iter().filter_map(|node| if let Node::Words(words) = node { Some(&words.span) } else { None });
    let (start, end) = (spans().map(|span| span.start).min(), spans().map(|span| span.end).max());
    let one = Words::new(&text, start.unwrap_or(0)..end.unwrap_or(0), How::Whole);
    let each = Node::All(group);
    match one {
        Some(one) => Node::Any(vec![each, Node::Words(one)]),
        None => each,
    }
}

/// `41000` is `41 000` too.
fn in_groups(node: Node) -> Node {
    let Some(digits) = word(&node).filter(|word| word.len() >= LEAST_DIGITS && is_digits(word)) else { return node };
    let parts: Vec<&str> = {
        let first = match digits.len() % 3 {
            0 => 3,
            rest => rest,
        };
        let (head, tail) = digits.split_at(first);
        std::iter::once(head).chain((0..tail.len() / 3).map(|at| &tail[at * 3..at * 3 + 3])).collect()
    };
    let Node::Words(words) = &node else { return node };
    match Words::new(&parts.join(" "), words.span.clone(), How::Whole) {
        Some(grouped) => Node::Any(vec![node, Node::Words(grouped)]),
        None => node,
    }
}
