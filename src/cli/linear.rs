//! `bluf --linear`: lines in, text out.

use super::output;
use crate::linear::Walk;
use crate::page::Address;
use crate::page::World;
use crate::settings::{Setting, Settings};
use crate::tui::model::{Effect, Message};
use crate::tui::run::{done, own_files};
use anyhow::{Context, Result};
use signal_hook::consts::SIGTSTP;
use signal_hook::flag;
use std::collections::VecDeque;
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
    text += &keep(&mut walk);
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
        text = answer.text + &keep(&mut walk);
        if answer.quits {
            return Ok(ExitCode::SUCCESS);
        }
    }
}

/// Does what a walk wants kept, and what it then wants; what there is to say of it.
fn keep(walk: &mut Walk) -> String {
    let mut effects = VecDeque::from(walk.take_effects());
    while let Some(effect) = effects.pop_front() {
        for message in kept(walk, effect) {
            walk.hear(&message);
        }
        effects.extend(walk.take_effects());
    }
    walk.heard()
}

fn kept(walk: &Walk, effect: Effect) -> Vec<Message> {
    match effect {
        Effect::Saved(work) => done(&walk.world(), work).into_iter().collect(),
        own => own_files(own),
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
