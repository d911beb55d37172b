//! Numbers that look random, and are the same in every run.

/// Marsaglia's xorshift, from a seed that is not 0.
pub struct Random(pub u64);

impl Random {
    /// 0 where there is nothing below the end.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end.max(1) as u64).expect("below a usize")
    }

    pub fn of<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }
}
