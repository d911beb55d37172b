//! A talk in two terminals: what the one tells the other, the socket between them, and what a talk leaves behind.

pub mod folder;
pub mod guest;
pub mod host;
pub mod protocol;
pub mod rehearsal;
pub mod speaker_view;
pub mod unanswered;
