//! The numbers of pages, and how lines with them are the same on several.

use crate::intake::block::is_page;
use crate::text::digits::digit;
use crate::text::sentence_end::ends_sentence;

/// In letters: heads and feet are short.
const LONGEST: usize = 160;
/// Numbers of a line that may be that of its page.
const NUMBERS: usize = 8;
/// What pages are called at their edges: "Page 4 of 6".
const PAGE: [&str; 9] = ["page", "p", "pg", "seite", "página", "pagina", "strona", "стр", "страница"];
const OF: [&str; 7] = ["of", "von", "de", "di", "sur", "z", "из"];

/// The number of a page with a word for it, or with how many there are.
pub fn is_folio(words: &str, page: u32) -> bool {
    let lower = words.to_lowercase();
    let parts = parts(&lower);
    let number = |word: &str| word.parse::<u32>().ok();
    let are_so = |one: &str, all: &str| number(one).zip(number(all)).is_some_and(|(one, all)| 0 < one && one <= all);
    match parts[..] {
        [name, one] => PAGE.contains(&name) && is_page(one) || words.contains('/') && number(name) == Some(page) && are_so(name, one),
        [name, one, all] if PAGE.contains(&name) => words.contains('/') && are_so(one, all),
        [one, of, all] => OF.contains(&of) && number(one) == Some(page) && are_so(one, all),
        [name, one, of, all] => PAGE.contains(&name) && OF.contains(&of) && are_so(one, all),
        _ => false,
    }
}

/// The words and numbers of a line.
pub fn parts(words: &str) -> Vec<&str> {
    words.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect()
}

/// How far its first and its last number are from that of the page.
pub fn offsets(words: &str, page: u32) -> Vec<i64> {
    let parts = parts(words);
    let ends = [parts.first(), parts.last().filter(|_| parts.len() > 1)];
    let number = |part: &&str| number(part).or_else(|| roman(part));
    ends.into_iter().flatten().filter_map(number).map(|number| i64::from(number) - i64::from(page)).collect()
}

/// In the figures of any script.
pub fn number(word: &str) -> Option<u32> {
    let all = word.chars().map(digit).collect::<Option<Vec<u32>>>().filter(|all| !all.is_empty())?;
    all.into_iter().try_fold(0_u32, |sum, figure| sum.checked_mul(10)?.checked_add(figure))
}

/// What pages before the first are counted in.
fn roman(word: &str) -> Option<u32> {
    let value = |c: char| [('i', 1), ('v', 5), ('x', 10), ('l', 50), ('c', 100)].into_iter().find(|(sign, _)| *sign == c);
    let (mut sum, mut before) = (0_u32, 0);
    for c in word.chars().rev() {
        let (_, value) = value(c)?;
        sum = if value < before { sum.checked_sub(value)? } else { sum.checked_add(value)? };
        before = value;
    }
    (sum > 0).then_some(sum)
}

/// The words of a short line, as they are and with each number, or one of them, as its distance from that of the page: the number
/// of a page stays as far, others do not, and how many pages there are is the same on all.
pub fn shapes(words: &str, page: u32) -> Vec<String> {
    if words.chars().count() > LONGEST {
        return Vec::new();
    }
    let same: String = words.split_whitespace().collect();
    if ends_sentence(words) {
        return vec![same];
    }
    let distance =
        |digits: &str| digits.parse::<i64>().map_or_else(|_| digits.to_owned(), |number| format!("#{}", number - i64::from(page)));
    let parts: Vec<(&str, &str)> = words
        .split_inclusive(|c: char| !c.is_ascii_digit())
        .map(|part| part.split_at(part.trim_end_matches(|c: char| !c.is_ascii_digit()).len()))
        .collect();
    let numbered = parts.iter().enumerate().filter(|(_, (digits, _))| !digits.is_empty()).map(|(at, _)| at).take(NUMBERS);
    let shape = |is_near: &dyn Fn(usize) -> bool| -> String {
        let shown = |(at, (digits, rest)): (usize, &(&str, &str))| {
            let digits = if is_near(at) { distance(digits) } else { (*digits).to_owned() };
            digits + rest.trim()
        };
        parts.iter().enumerate().map(shown).collect()
    };
    let each = numbered.map(|one| shape(&|at| at == one));
    [same, shape(&|_| true)].into_iter().chain(each).collect()
}
