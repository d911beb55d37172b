/// A place in a file, 1-based as people and editors count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineColumn {
    pub line: usize,
    /// In code points: SARIF's `unicodeCodePoints`.
    pub column: usize,
}

#[derive(Debug, Clone)]
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// A line ends with a line feed. A carriage return before it counts as a column of the line.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// An `offset`, in bytes, inside a character counts as that character, and one behind the text as its end.
    #[must_use]
    pub fn position(&self, offset: usize) -> LineColumn {
        let (line, before) = self.line(offset);
        LineColumn { line, column: before.chars().count() + 1 }
    }

    /// The line (1-based) at a byte `offset`, and what stands before the offset on that line.
    #[must_use]
    pub fn line(&self, offset: usize) -> (usize, &'a str) {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.starts.partition_point(|start| *start <= offset);
        (line, &self.text[self.starts[line - 1]..offset])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_code_points_from_one() {
        let lines = Lines::new("ab\nüx日y\r\n");
        let at = |offset| (lines.position(offset).line, lines.position(offset).column);
        assert_eq!(at(0), (1, 1));
        assert_eq!(at(2), (1, 3));
        assert_eq!(at(5), (2, 2));
        assert_eq!(at(6), (2, 3));
        assert_eq!(at(7), (2, 3), "inside a character");
        assert_eq!(at(99), (3, 1));
    }
}
