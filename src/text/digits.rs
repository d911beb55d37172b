//! Digits of every script, and what a row of them is worth.

/// Where the decimal digits of a script begin; the nine others follow.
const ZEROS: [u32; 24] = [
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20, 0x1040, 0x1090,
    0x17e0, 0x1810, 0xa620, 0xabf0, 0xff10,
];

/// The worth of a decimal digit. A raised one, as of a footnote, is none.
#[must_use]
pub fn digit(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    let code = u32::from(c);
    let zero = ZEROS.iter().rev().find(|zero| **zero <= code)?;
    Some(code - zero).filter(|digit| *digit < 10)
}

/// A decimal number: digits without zeros at their end, and the power of ten that they count. 1,200 is 12 of 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Worth {
    digits: u128,
    power: i32,
}

impl Worth {
    #[must_use]
    pub fn new(mut digits: u128, mut power: i32) -> Self {
        while digits > 0 && digits.is_multiple_of(10) {
            digits /= 10;
            power += 1;
        }
        Self { digits, power: if digits == 0 { 0 } else { power } }
    }

    /// `None` where it has too many digits.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        Some(Self::new(self.digits.checked_mul(other.digits)?, self.power + other.power))
    }

    /// As near as a float comes.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "it is compared to within a hundredth")]
    pub fn value(self) -> f64 {
        let digits = self.digits as f64;
        digits * 10_f64.powi(self.power)
    }

    /// As a whole number, if it is one.
    #[must_use]
    pub fn whole(self) -> Option<u128> {
        self.digits.checked_mul(10_u128.checked_pow(u32::try_from(self.power).ok()?)?)
    }
}

/// What groups of digits with their separators may be worth: `1.200` is 1.2 in English and 1200 in German. Nothing, if
/// they are several numbers, as in a date.
#[must_use]
pub fn worths(groups: &[&str], separators: &[char]) -> Vec<Worth> {
    let join = |whole: &[&str], part: &str| {
        let mut digits = whole.iter().copied().chain([part]).flat_map(str::chars).filter_map(digit);
        let digits = digits.try_fold(0_u128, |sum, digit| sum.checked_mul(10)?.checked_add(u128::from(digit)))?;
        Some(Worth::new(digits, -i32::try_from(part.chars().count()).ok()?))
    };
    let mut found = Vec::new();
    let Some((last, others)) = separators.split_last() else { return join(groups, "").into_iter().collect() };
    let length = |group: &&str| group.chars().count();
    // Thousands in groups of three; in India of two, but for the last.
    let grouped = |groups: &[&str]| match groups {
        [first, middle @ .., last] => {
            (1..=3).contains(&length(first))
                && digit(first.chars().next().unwrap_or('0')) != Some(0)
                && middle.iter().all(|group| (2..=3).contains(&length(group)))
                && length(last) == 3
        }
        _ => true,
    };
    let alike = others.windows(2).all(|pair| pair[0] == pair[1]);
    let parts = others.first().is_none_or(|first| *first == *last);
    let thousands = alike && parts && *last != '٫' && grouped(groups);
    if thousands {
        found.extend(join(groups, ""));
    }
    let (part, whole) = match groups.split_last() {
        Some((part, whole)) => (*part, whole),
        None => return found,
    };
    let marks_part = match last {
        '.' | '٫' => true,
        // A comma parts decimals where it cannot part thousands.
        ',' => !thousands && whole.first().is_some_and(|first| length(first) <= 3),
        _ => false,
    };
    if marks_part && alike && (others.is_empty() || !parts) && grouped(whole) {
        found.extend(join(whole, part));
    }
    found
}

/// It may stand between groups of digits of one number.
#[must_use]
pub fn is_separator(c: char) -> bool {
    matches!(c, ',' | '.' | '٬' | '٫' | '\'' | '’' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// A text has a number below zero: "-0.4", and not "10-12".
#[must_use]
pub fn has_negative(text: &str) -> bool {
    let signs = text.match_indices(['-', '−']);
    signs.into_iter().any(|(at, sign)| {
        let begins = text[..at].chars().next_back().is_none_or(|before| before.is_whitespace() || before == '(');
        begins && text[at + sign.len()..].starts_with(|c: char| c.is_ascii_digit())
    })
}
