//! YAML that knows where it stands: the tree of a file, its spans and findings, and text written back as a scalar.

pub mod edit;
pub mod fields;
pub mod finding;
mod path;
mod quotation;
pub mod scalar;
pub mod spanned;
mod syntax;
mod trap;
pub mod tree;

pub use edit::{Edit, Refused};
pub use fields::{Field, Fields, Terms};
pub use finding::{Finding, Level};
pub use spanned::{Span, Spanned, Word};
pub use tree::Tree;
