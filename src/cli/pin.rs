//! `bluf pin`: the hashes of sources, so that a changed text is noticed.

use super::flags::Said;
use super::output;
use super::session::{Session, edited};
use crate::acts::pins::{Pinned, pin};
use crate::briefing::Pin;
use crate::text::neutral;
use anyhow::Result;
use std::process::ExitCode;

/// Whose sources are to be pinned.
#[derive(Debug, Clone, clap::Args)]
pub struct Arguments {
    /// Its id; it need not be named where the library has one briefing
    briefing: Option<String>,
    /// Also those whose text is another than the one that was pinned, if every passage stands in it: you have read what has changed
    #[arg(long)]
    changed: bool,
}

pub fn run(Arguments { briefing, changed }: &Arguments, said: Said) -> Result<ExitCode> {
    let session = Session::new(said)?;
    let world = session.to_edit(briefing.as_deref())?;
    let (held, mut file) = edited(&world, briefing.as_deref())?;
    let (text, all) = pin(held, &file.text, *changed)?;
    if text != file.text {
        file.write(text)?;
    }
    let mut code = ExitCode::SUCCESS;
    let mut lines = String::new();
    for Pinned { source, before, lost } in &all {
        let says = match before {
            Pin::Absent if lost.is_empty() => "pinned".to_owned(),
            Pin::Unchanged => "pinned already, and unchanged".to_owned(),
            Pin::NoText => "its text cannot be read".to_owned(),
            Pin::Changed { .. } if *changed && lost.is_empty() => "pinned anew".to_owned(),
            Pin::Changed { .. } if !*changed => {
                "its text has changed since it was pinned: look at it with `bluf drift`, then say `bluf pin --changed`".to_owned()
            }
            Pin::Absent | Pin::Changed { .. } => format!(
                "not pinned: passages of {} do not stand at one place in its text; `bluf drift` proposes which are meant",
                lost.join(", ")
            ),
        };
        let is_pinned = match before {
            Pin::NoText => false,
            Pin::Unchanged => true,
            Pin::Absent => lost.is_empty(),
            Pin::Changed { .. } => *changed && lost.is_empty(),
        };
        if !is_pinned {
            code = ExitCode::FAILURE;
        }
        lines += &format!("{}: {says}\n", neutral(source));
    }
    output::answer(&lines)?;
    Ok(code)
}
