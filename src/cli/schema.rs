//! `bluf schema`: the format, for editors.

use super::output;
use crate::briefing::schema::schema;
use anyhow::{Context, Result};
use std::process::ExitCode;

pub fn run() -> Result<ExitCode> {
    let written = serde_json::to_string_pretty(&schema()).context("cannot write the schema as JSON")?;
    output::print(&(written + "\n")).context("cannot write the schema")?;
    Ok(ExitCode::SUCCESS)
}
