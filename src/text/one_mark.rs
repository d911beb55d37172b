//! Marks that differ in typography alone: quotation marks and dashes as a typewriter has them.

/// Two characters differ in typography at most.
#[must_use]
pub fn alike(one: char, other: char) -> bool {
    one == other || one_mark(plain(one)) == one_mark(plain(other)) || one.is_whitespace() && other.is_whitespace()
}

/// Which of a pair stands inside the other is a house's style: within a quote they count as one.
pub fn one_mark(c: char) -> char {
    if matches!(c, '"' | '`') { '\'' } else { c }
}

/// A quotation mark that may stand around words.
#[must_use]
pub fn is_quotation_mark(c: char) -> bool {
    one_mark(plain(c)) == '\''
}

/// A typographic quotation mark or dash as a typewriter has it. These are Unicode's `Quotation_Mark` and `Dash`, with the
/// primes and accents that stand for the ones, and without the signs of mathematics and of other scripts among the others.
pub fn plain(c: char) -> char {
    match c {
        '´' | '‘'..='‛' | '′' | '‵' | '‹' | '›' | 'ʹ' | 'ʻ'..='ʽ' | 'ˊ' | 'ˋ' | '׳' | '❛' | '❜' | '❟' | '＇' | '｀' => {
            '\''
        }
        '“'..='‟'
        | '″'
        | '‶'
        | '«'
        | '»'
        | 'ʺ'
        | '״'
        | '⹂'
        | '「'..='』'
        | '〝'..='〟'
        | '﹁'..='﹄'
        | '｢'
        | '｣'
        | '＂'
        | '❝'
        | '❞'
        | '❠'
        | '\u{1f676}'..='\u{1f678}' => '"',
        '‐'..='―' | '−' | '⁃' | '֊' | '־' | '᠆' | '⸚' | '⸺' | '⸻' | '⹀' | '︱' | '︲' | '﹘' | '﹣' | '－' => '-',
        _ => c,
    }
}
