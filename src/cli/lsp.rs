//! `bluf lsp`: a language server over standard input and output.

use super::flags::Said;
use super::session::Session;
use super::today::today;
use crate::lsp::{Host, serve};
use crate::settings::Setting;
use anyhow::{Context, Result};
use std::path::Path;
use std::process::ExitCode;

#[derive(Debug, Clone, clap::Args)]
pub struct Arguments {
    /// Over standard input and output, as it is anyway: many editors say so
    #[arg(long)]
    stdio: bool,
}

pub fn run(_: &Arguments, said: Said) -> Result<ExitCode> {
    let session = Session::new(said)?;
    let refuses = |path: &Path| session.confined.path(path).err().map(|why| why.to_string());
    let host = Host { today: &today, refuses: &refuses, may_edit: !session.is_on(Setting::Restricted) };
    let is_in_order = serve(host).context("cannot read what the editor says")?;
    // The protocol has 1 for an end that nobody asked for.
    Ok(ExitCode::from(u8::from(!is_in_order)))
}
