//! `bluf completions`: what a shell needs to complete the command line.

use super::output;
use anyhow::Result;
use clap::Command;
use clap_complete::{Shell, generate};
use std::process::ExitCode;

pub fn run(mut command: Command, shell: Shell) -> Result<ExitCode> {
    let mut out = Vec::new();
    generate(shell, &mut command, "bluf", &mut out);
    output::answer(&String::from_utf8_lossy(&out))
}
