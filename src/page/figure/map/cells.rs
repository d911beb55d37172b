//! Which cells of a map names stand on.

/// Blank cells between two names on a row: nearer, they would read as one.
const BETWEEN: i32 = 2;

pub struct Cells {
    /// Width and height.
    pub size: (i32, i32),
    /// Whether a name stands on a cell, row by row.
    taken: Vec<bool>,
}

impl Cells {
    pub fn new((width, height): (u16, u16)) -> Self {
        let taken = vec![false; usize::from(width) * usize::from(height)];
        Self { size: (i32::from(width), i32::from(height)), taken }
    }

    pub fn is_free(&self, column: i32, row: i32, cells: i32) -> bool {
        let within = column >= 0 && column + cells <= self.size.0 && (0..self.size.1).contains(&row);
        let is_taken = |column: i32| self.index(column, row).and_then(|at| self.taken.get(at)).is_some_and(|taken| *taken);
        within && !(column - BETWEEN..column + cells + BETWEEN).any(is_taken)
    }

    pub fn take(&mut self, column: i32, row: i32, cells: i32) {
        for column in column..column + cells {
            if let Some(taken) = self.index(column, row).and_then(|at| self.taken.get_mut(at)) {
                *taken = true;
            }
        }
    }

    fn index(&self, column: i32, row: i32) -> Option<usize> {
        let within = (0..self.size.0).contains(&column) && (0..self.size.1).contains(&row);
        usize::try_from(row * self.size.0 + column).ok().filter(|_| within)
    }
}
