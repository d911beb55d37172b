//! The program: parses, runs, exits.

use std::process::ExitCode;

fn main() -> ExitCode {
    bluf::cli::main(std::env::args_os())
}
