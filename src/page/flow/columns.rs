//! How wide the columns are that rows of a list share.

use crate::page::doc::{Body, Doc};
use crate::text::width;

/// Widths are in cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    /// By the number of a list: the widths of its ids and of its leading words.
    lists: Vec<(usize, usize)>,
    /// The width of the numbers of sentences.
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

    /// The widths of the ids and of the leading words of a list.
    #[must_use]
    pub fn list(&self, list: usize) -> (usize, usize) {
        self.lists.get(list).copied().unwrap_or_default()
    }
}
