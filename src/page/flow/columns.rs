//! How wide the columns are that rows of a list share.

use crate::page::doc::{Body, Doc};
use crate::text::width;

/// The columns of a page, in cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    /// For each list, by its number, how wide its ids are, and its leading words.
    lists: Vec<(usize, usize)>,
    /// How wide the numbers of sentences are.
    pub numbers: usize,
}

impl Columns {
    #[must_use]
    pub fn of(doc: &Doc) -> Self {
        let mut columns = Self::default();
        for block in &doc.blocks {
            let (list, id, lead) = match &block.body {
                Body::ListRow(row) => (row.list, width(&row.id.plain()), width(&row.lead.plain())),
                Body::Judgement(row) => (row.list, width(&row.id.plain()), 0),
                Body::Sentence { number: Some(number), .. } => {
                    columns.numbers = columns.numbers.max(number.to_string().len());
                    continue;
                }
                _ => continue,
            };
            if columns.lists.len() <= list {
                columns.lists.resize(list + 1, (0, 0));
            }
            let widest = &mut columns.lists[list];
            *widest = (widest.0.max(id), widest.1.max(lead));
        }
        columns
    }

    /// How wide the ids of a list are, and its leading words.
    #[must_use]
    pub fn list(&self, list: usize) -> (usize, usize) {
        self.lists.get(list).copied().unwrap_or_default()
    }
}
