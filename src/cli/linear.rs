//! `bluf --linear`: lines in, text out.

use super::output;
use crate::linear::Walk;
use crate::own::read::file;
use crate::own::saved::{self, Change, Places};
use crate::page::Address;
use crate::page::World;
use crate::page::of::saved::opened;
use crate::settings::{Setting, Settings};
use crate::tui::model::{Effect, Message, SavedWork};
use anyhow::{Context, Result};
use signal_hook::consts::SIGTSTP;
use signal_hook::flag;
use std::io::{self, BufRead, IsTerminal, Read, stdin, stdout};
use std::process::ExitCode;
use std::sync::Arc;

/// The longest line that is read, in bytes: nobody types more.
const LONGEST: u64 = 4096;

pub fn run(world: World, address: Option<Address>, settings: &Settings) -> Result<ExitCode> {
    if settings.is_on(Setting::Restricted) {
        // Behind a stopped program there would be a shell.
        flag::register(SIGTSTP, Arc::default()).context("cannot hold Ctrl-Z back")?;
    }
    output::problems(&world.notes);
    let size = || crossterm::terminal::size().map_or((80, 24), |(columns, rows)| (usize::from(columns), usize::from(rows)));
    let ascii = settings.is_on(Setting::Ascii);
    let mut walk = Walk::new(world, address, stdout().is_terminal().then(size))?.with_ascii(ascii);
    let prompted = stdin().is_terminal();
    let mut lines = stdin().lock();
    let mut text = walk.begin();
    keep(&mut walk);
    loop {
        if prompted {
            text.push_str("Number or command: ");
        }
        if !output::say(&text).context("cannot write")? {
            return Ok(ExitCode::SUCCESS);
        }
        let Some(line) = next_line(&mut lines).context("cannot read the next line")? else {
            // Behind the prompt the shell's own would stand on the same line.
            _ = output::say(if prompted { "\n" } else { "" });
            return Ok(ExitCode::SUCCESS);
        };
        let answer = walk.take(&line);
        keep(&mut walk);
        if answer.quits {
            return Ok(ExitCode::SUCCESS);
        }
        text = answer.text;
    }
}

fn keep_saved(walk: &mut Walk, places: &Places, change: Change) {
    match saved::keep(places, &change) {
        Ok(saved) => walk.hear(&Message::Searches { result: Ok(Arc::new(saved)), change: Some(change) }),
        Err(why) => eprintln!("bluf: not saved: {why}"),
    }
}

/// Keeps what was read, and what was searched for.
fn keep(walk: &mut Walk) {
    for effect in walk.take_effects() {
        match effect {
            Effect::KeepRead { read, changes } => match read.file.as_deref().map(|file| file::keep(file, &read, &changes)) {
                Some(Ok(read)) => walk.hear(&Message::Read(Arc::new(read))),
                Some(Err(why)) => eprintln!("bluf: what you read is not kept: {why}"),
                None => {}
            },
            Effect::KeepSaved { places, change } => keep_saved(walk, &places, change),
            Effect::Saved(SavedWork::Opened(name)) => {
                let world = walk.world();
                if let (Some(places), Some(change)) = (&world.saved.places, opened(&world, &name)) {
                    keep_saved(walk, places, change);
                }
            }
            _ => {}
        }
    }
}

/// What is too long is cut. `None`: there are no more lines.
fn next_line(lines: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    if lines.take(LONGEST).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    if bytes.last() != Some(&b'\n') && bytes.len() as u64 >= LONGEST {
        lines.skip_until(b'\n')?;
    }
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}
