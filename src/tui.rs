//! The terminal: a state machine, drawing, and the loop that runs them.

pub mod theme;

pub mod editor;
pub mod flowed;
pub mod layout;

pub mod column;
pub mod pointer;
pub mod position;
pub mod prompt;
pub mod speaker;
pub mod text_area;
pub mod trail;

pub mod model;

pub mod view;

pub mod run;

pub use model::{Effect, Message, Model};
