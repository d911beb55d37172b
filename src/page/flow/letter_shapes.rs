//! Large letters: text drawn in points, and points in the cells of a terminal.
//!
//! The table holds our own letters, each five points wide at most and eight high: seven stand on the line, one hangs below.
//! Accents are put on them, so that every language in Latin and Cyrillic letters has its own.

use crate::text::search_fold::apart;
use std::collections::HashMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("letters.txt");
/// The points of a letter, from its top down; below it may hang one row more, above it stand three.
const HIGH: usize = 8;
const ABOVE: usize = 3;
const BELOW: usize = 1;
/// A letter of fewer points gets room for its accent.
const NARROW: usize = 3;
/// The points between two words.
const SPACE: usize = 3;

type Shape = [u8; HIGH];

/// Capitals and small letters that look like Latin ones.
const ALIKE: [(&str, &str); 2] = [("АВЕКМНОРСТХЅІЈ", "ABEKMHOPCTXSIJ"), ("аеорсухѕіј", "aeopcyxsij")];

/// An accent: two rows, and whether it hangs below.
const ACCENTS: [(&str, [u8; 2], bool); 9] = [
    ("\u{301}\u{30b}", [0b0100, 0b0010], false),
    ("\u{300}", [0b0010, 0b0100], false),
    ("\u{302}", [0b0010, 0b0101], false),
    ("\u{303}", [0b1010, 0b0101], false),
    ("\u{308}", [0b0000, 0b1001], false),
    ("\u{304}\u{305}", [0b0000, 0b1111], false),
    ("\u{306}\u{30c}", [0b0101, 0b0010], false),
    ("\u{307}\u{30a}", [0b0110, 0b0110], false),
    ("\u{323}\u{326}\u{327}\u{328}\u{331}", [0b0010, 0b0010], true),
];

static LETTERS: LazyLock<HashMap<char, Shape>> = LazyLock::new(|| {
    let mut letters = HashMap::new();
    for strip in TABLE.split("\n\n") {
        let mut lines = strip.lines();
        let Some(names) = lines.next() else { continue };
        let mut shapes = vec![[0; HIGH]; names.chars().count()];
        for (y, line) in lines.enumerate().take(HIGH) {
            for (shape, points) in shapes.iter_mut().zip(line.split(' ')) {
                shape[y] = points.bytes().enumerate().filter(|(_, point)| *point == b'#').fold(0, |row, (x, _)| row | 1 << x);
            }
        }
        // A letter with an accent is drawn as that letter and that accent, however it is written.
        letters.extend(names.chars().zip(shapes).filter(|(letter, _)| apart(*letter).count() == 1));
    }
    for (letter, like) in ALIKE.iter().flat_map(|(letters, like)| letters.chars().zip(like.chars())) {
        if let Some(shape) = letters.get(&like).copied() {
            letters.insert(letter, shape);
        }
    }
    letters
});

/// How large letters are, from small to large.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    /// As the terminal has them.
    Plain,
    /// Eight points in a cell, lines close together, and farther apart.
    DotsClose,
    Dots,
    /// Four points in a cell, lines close together, and farther apart.
    QuartersClose,
    Quarters,
    /// Two points in a cell.
    Halves,
    /// A point a cell.
    Cells,
    /// A point has two cells, and is as wide as it is high.
    Double,
}

impl Size {
    pub const ALL: [Self; 7] = [Self::Plain, Self::DotsClose, Self::Dots, Self::QuartersClose, Self::Quarters, Self::Halves, Self::Double];
    /// In 7 bits a cell is full or empty.
    pub const ASCII: [Self; 3] = [Self::Plain, Self::Cells, Self::Double];

    /// What a room can read: thin letters and those of the terminal it cannot.
    pub const READ: Self = Self::QuartersClose;
    /// Those of a slide that goes on over several pages, the one to be tried first at the head.
    pub const PAGED: [Self; 3] = [Self::Quarters, Self::QuartersClose, Self::Cells];

    /// The points of a cell, in width and height.
    fn points(self) -> (usize, usize) {
        match self {
            Self::Dots | Self::DotsClose => (2, 4),
            Self::QuartersClose | Self::Quarters => (2, 2),
            Self::Halves => (1, 2),
            Self::Plain | Self::Cells | Self::Double => (1, 1),
        }
    }

    fn cells_of_point(self) -> usize {
        if self == Self::Double { 2 } else { 1 }
    }

    /// The cells between two words.
    pub fn space(self) -> usize {
        (SPACE * self.cells_of_point()).div_ceil(self.points().0)
    }

    /// The blank rows between two lines.
    pub fn between(self) -> usize {
        usize::from(!matches!(self, Self::Plain | Self::DotsClose | Self::QuartersClose))
    }
}

/// A word or a part of one, in points.
#[derive(Debug, Clone, Default)]
pub struct Drawn {
    /// From the highest accent down to the lowest.
    rows: [Vec<bool>; ABOVE + HIGH + BELOW],
}

impl Drawn {
    /// None where a character has no large letter.
    pub fn of(text: &str) -> Option<Self> {
        let mut drawn = Self::default();
        let mut last = None;
        for letter in text.chars() {
            if LETTERS.contains_key(&letter) {
                last = Some(drawn.set(letter)?);
                continue;
            }
            // An accent in the text follows its letter, as one that was taken off a letter does.
            for part in apart(letter) {
                match (LETTERS.contains_key(&part), last) {
                    (true, _) => last = Some(drawn.set(part)?),
                    (false, Some((start, letter))) => last = Some((drawn.accent(start, letter, part)?, letter)),
                    (false, None) => return None,
                }
            }
        }
        Some(drawn)
    }

    /// Where the letter begins, and which it is.
    fn set(&mut self, letter: char) -> Option<(usize, char)> {
        let shape = LETTERS.get(&letter)?;
        let start = self.rows[0].len();
        let end = start + (0..8).rev().find(|x| shape.iter().any(|row| row >> x & 1 > 0)).map_or(0, |last| last + 1);
        for (y, row) in self.rows.iter_mut().enumerate() {
            let points = y.checked_sub(ABOVE).and_then(|y| shape.get(y)).copied().unwrap_or(0);
            row.extend((0..=end - start).map(|x| points >> x & 1 > 0));
        }
        Some((start, letter))
    }

    /// Sets an accent on the letter, or below it; where the letter begins.
    fn accent(&mut self, start: usize, letter: char, accent: char) -> Option<usize> {
        let (_, points, below) = ACCENTS.iter().find(|(accents, ..)| accents.contains(accent))?;
        if matches!(letter, 'i' | 'j') && !below {
            self.rows[ABOVE][start..].fill(false);
        }
        if !below && self.rows[0].len() - start - 1 < NARROW {
            // An accent is wider than an i.
            for row in &mut self.rows {
                row.insert(start, false);
                row.push(false);
            }
        }
        let wide = self.rows[0].len() - start - 1;
        let is_high = self.rows[ABOVE..ABOVE + 2].iter().any(|row| row[start..].contains(&true));
        let first = match (below, is_high) {
            (true, _) => ABOVE + HIGH - 1,
            (false, true) => 0,
            (false, false) => 2,
        };
        let from = start + wide.saturating_sub(4).div_ceil(2);
        for (row, points) in self.rows[first..first + 2].iter_mut().zip(points) {
            for x in (0..4).filter(|x| points >> x & 1 > 0) {
                if let Some(point) = row.get_mut(from + x) {
                    *point = true;
                }
            }
        }
        Some(start)
    }

    /// Something stands above the letters or hangs far below.
    pub fn has_accents(&self) -> bool {
        self.rows[..ABOVE].iter().chain(&self.rows[ABOVE + HIGH..]).any(|row| row.contains(&true))
    }

    pub fn cells(&self, size: Size) -> usize {
        (self.rows[0].len() * size.cells_of_point()).div_ceil(size.points().0)
    }

    /// Its rows of cells, all as wide as [`cells`](Self::cells); with room for accents, where a line has any.
    pub fn lines(&self, size: Size, accents: bool) -> Vec<String> {
        let rows = if accents { &self.rows[..] } else { &self.rows[ABOVE..ABOVE + HIGH] };
        let (across, down) = size.points();
        let point = |x: usize, y: usize| rows.get(y).and_then(|row| row.get(x)).is_some_and(|point| *point);
        let cell = |x: usize, y: usize| {
            let points = (0..down).flat_map(|dy| (0..across).map(move |dx| (dx, dy)));
            let filled = points.enumerate().filter(|(_, (dx, dy))| point(x * across + dx, y * down + dy));
            symbol(size, filled.fold(0, |bits, (bit, _)| bits | 1 << bit))
        };
        let wide = self.rows[0].len().div_ceil(across);
        (0..rows.len().div_ceil(down))
            .map(|y| (0..wide).flat_map(|x| std::iter::repeat_n(cell(x, y), size.cells_of_point())).collect())
            .collect()
    }
}

/// The character whose filled points are these, counted from left to right and from the top down.
fn symbol(size: Size, points: u8) -> char {
    let among = |symbols: &str| symbols.chars().nth(usize::from(points)).unwrap_or(' ');
    match size {
        Size::Dots | Size::DotsClose => {
            // The bits of a Braille pattern run down the first three dots of each column, then along the last two.
            let places = [0, 3, 1, 4, 2, 5, 6, 7];
            let bits = places.iter().enumerate().fold(0, |bits, (at, place)| bits | u32::from(points >> at & 1) << place);
            if bits == 0 { ' ' } else { char::from_u32(0x2800 + bits).unwrap_or(' ') }
        }
        Size::QuartersClose | Size::Quarters => among(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"),
        Size::Halves => among(" ▀▄█"),
        Size::Plain | Size::Cells | Size::Double => among(" █"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n6_large_letters_are_drawn_from_the_table() {
        let drawn = Drawn::of("It").expect("letters");
        assert_eq!(drawn.lines(Size::Halves, false), ["▀█▀  █  ", " █  ▀█▀ ", " █   █  ", "▀▀▀  ▀▀ "]);
        assert_eq!(drawn.lines(Size::Quarters, false).len(), 4);
        assert_eq!(drawn.lines(Size::Dots, false), ["⢹⠁⢼⠄", "⠼⠄⠸⠄"]);
        assert!(Drawn::of("سلام").is_none() && Drawn::of("中").is_none());
    }

    #[test]
    fn n6_accents_stand_on_their_letters_however_they_are_written() {
        for (one, other) in [("é", "e\u{301}"), ("Й", "И\u{306}"), ("ï", "i\u{308}"), ("ç", "c\u{327}")] {
            let lines = |text: &str| Drawn::of(text).expect("letters").lines(Size::Double, true);
            assert_eq!(lines(one), lines(other));
            assert_ne!(
                lines(one),
                Drawn::of(&one.chars().flat_map(apart).next().expect("a letter").to_string()).expect("it").lines(Size::Double, true)
            );
        }
        assert!(Drawn::of("ÅéЙ").expect("letters").has_accents() && !Drawn::of("Agency").expect("letters").has_accents());
    }

    #[test]
    fn n6_every_letter_of_the_table_is_a_shape_of_its_own() {
        let mut shapes: Vec<(Shape, char)> = LETTERS.iter().map(|(letter, shape)| (*shape, *letter)).collect();
        shapes.sort_unstable();
        let alike = |one: char, other: char| {
            ALIKE.iter().any(|(letters, like)| letters.chars().zip(like.chars()).any(|pair| pair == (one, other) || pair == (other, one)))
        };
        let same: Vec<_> = shapes
            .windows(2)
            .filter(|pair| pair[0].0 == pair[1].0 && !alike(pair[0].1, pair[1].1))
            .map(|pair| (pair[0].1, pair[1].1))
            .collect();
        assert_eq!(same, []);
        let every = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;!?-–—'\"‘’“”…()[]/%&+=*#<>@_|€";
        assert!(Drawn::of(every).is_some());
        assert!(Drawn::of("Съешьжеещёэтихмягкихфранцузскихбулок,давыпейчаюЪЁЇі").is_some());
    }
}
