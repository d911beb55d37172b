//! Stopping, for the shell that started us to continue us.

use super::program::Program;
use super::screen::Screen;
use super::size_of;
use crate::tui::model::Message;
use anyhow::{Context, Result};
use rustix::io::Errno;
use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};

/// There is a shell that has made a job of us. The processes of a job are a group of their own; the group that holds the
/// leader of the session has nobody to continue it (POSIX calls it orphaned), and whoever stopped it would be stuck.
fn is_job() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}

/// Stops the whole job, as the terminal's own key would; returns when it is continued.
pub fn stop() -> Result<(), Errno> {
    if is_job() { kill_current_process_group(Signal::STOP) } else { Ok(()) }
}

/// Gives the terminal back, stops, and takes it again when the shell continues us.
pub fn suspend(program: &mut impl Program, screen: &mut Screen) -> Result<()> {
    if !is_job() {
        program.update(&Message::Notice("There is no shell to go back to.".to_owned()));
        return Ok(());
    }
    screen.lend();
    stop().context("cannot stop")?;
    screen.take_back().context("cannot set up the terminal")?;
    program.update(&size_of(screen));
    Ok(())
}
