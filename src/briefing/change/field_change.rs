//! A difference between two editions that has a field's name.

/// A field that the editions fill differently; `None` where one of them leaves it out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// As the file calls it; what an indicator moves is called by its id.
    pub field: String,
    pub then: Option<String>,
    pub now: Option<String>,
}
