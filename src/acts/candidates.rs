//! Candidates, once somebody has taken their words.

use crate::briefing::model::Candidate;
use crate::yaml::Edit;
use crate::yaml::edit::Refused;
use crate::yaml::tree::{Node, Value, pairs};

const FIELD: &str = "candidates";

/// A sentence that waits to be taken. It is found by what it says, for the file may have changed since it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The slug that it waits under.
    pub section: String,
    /// 0-based, among those there.
    pub at: usize,
    pub says: String,
}

impl From<&Candidate> for Waiting {
    fn from(candidate: &Candidate) -> Self {
        let says = candidate.text.as_ref().map(|text| text.value.clone()).unwrap_or_default();
        Self { section: candidate.section.value.clone(), at: candidate.at, says }
    }
}

impl Waiting {
    /// It waits no longer. What it leaves empty goes too, with the comments on it. Since `root` was read, only what stands
    /// elsewhere was edited.
    ///
    /// # Errors
    ///
    /// It does not wait there, or cannot be taken out in place.
    pub fn drop(&self, edit: &mut Edit, root: &Node<'_>) -> Result<(), Refused> {
        let gone = || Refused::new("the candidate is no longer there");
        let all = root.at(&[FIELD]).ok_or_else(gone)?;
        let (Value::Mapping(sections), Some(Value::Sequence(list))) = (&all.value, all.at(&[&self.section]).map(|list| &list.value)) else {
            return Err(gone());
        };
        // A block scalar ends with line breaks that the briefing does not have.
        let says = |value: &Node<'_>| value.text().is_some_and(|text| text.trim_end_matches('\n') == self.says);
        let is_it = |node: &Node<'_>| {
            self.says.is_empty() || matches!(&node.value, Value::Mapping(fields) if pairs(fields).any(|(_, value)| says(value)))
        };
        let there = list.get(self.at).filter(|node| is_it(node)).map(|_| self.at);
        let at = there.or_else(|| list.iter().position(is_it).filter(|_| !self.says.is_empty())).ok_or_else(gone)?.to_string();
        match (sections.len(), list.len()) {
            (2, 1) => edit.remove_whole(&[FIELD]),
            (_, 1) => edit.remove_whole(&[FIELD, &self.section]),
            _ => edit.remove(&[FIELD, &self.section, &at]),
        }
    }
}
