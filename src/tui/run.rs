//! The loop, and all input and output of the browser.
//!
//! One thread owns the model and the screen, and waits for keys and signals at once; nothing ticks. Everything that
//! waits is taken before a frame is drawn, and a frame is one write. While an editor has the terminal, nothing here reads
//! it.

mod background_colour;
mod browser;
mod catalogue;
mod clipboard;
mod edit;
mod effects;
mod exported_files;
mod input;
mod keys;
mod mlterm;
mod notes;
mod pen;
mod program;
mod screen;
mod sgr;
mod speaker;
mod suspend;
mod talk;
mod time_of_day;
mod web_browser;

pub use browser::{Browser, done};
pub use catalogue::CatalogueKeeper;
pub use effects::own_files;
pub use program::{BackgroundJob, HearsBackground, Program};
pub use speaker::SpeakerScreen;
pub use talk::Running;

use super::model::{Done, Message};
use anyhow::{Context, Result};
use effects::{End, perform};
use input::{Event, Input};
use screen::Screen;
use std::io::{Write, stderr};
use suspend::suspend;

/// Runs a program on the terminal until it ends. A signal that ends it takes its default action once the terminal is
/// restored, so this does not return then.
///
/// # Errors
///
/// The terminal cannot be set up, read or written.
pub fn run(program: &mut impl Program) -> Result<()> {
    let mut input = Input::new().context("cannot wait for signals")?;
    let mut screen = Screen::enter(program.takes_mouse()).context("cannot set up the terminal")?;
    let background = program.hears_background();
    if background == HearsBackground::First {
        let answer = input.ask_first().context("cannot ask the terminal")?;
        program.update(&Message::Background(answer));
    }
    program.update(&size_of(&screen));
    program.arrange();
    screen.draw(|buffer| program.draw(buffer), program.web_links()).context("cannot write to the terminal")?;
    if background == HearsBackground::Later {
        screen.send(background_colour::QUESTION);
        input.expect_answer();
    }
    input.guard().context("cannot wait for signals")?;
    let begun = program.update(&Message::Begun);
    if let Some(work) = program.background_job() {
        input.hear(work, Message::Checked).context("cannot start a thread")?;
    }
    let ended = match perform(program, &mut screen, &mut input, begun)? {
        Some(end) => Ok(end),
        None => follow(program, &mut input, &mut screen),
    };
    if !matches!(ended, Ok(End::Quit)) {
        for paste in input.last_paste() {
            program.update(&paste);
        }
    }
    drop(screen);
    if let Some(words) = program.leave() {
        // Nothing more can be done where the terminal is gone.
        let _ = writeln!(stderr(), "bluf: {words}");
    }
    match ended? {
        End::Signal(signal) => signal_hook::low_level::emulate_default_handler(signal).context("cannot end by the signal"),
        End::Quit => Ok(()),
    }
}

/// Follows what comes until the program ends. What watches is started behind the second frame, which has the preview.
fn follow(program: &mut impl Program, input: &mut Input, screen: &mut Screen) -> Result<End> {
    let mut jobs = [program.watch(), program.keep_catalogue()];
    loop {
        program.arrange();
        let due = program.due();
        if !due.is_empty() {
            if let Some(end) = perform(program, screen, input, due)? {
                return Ok(end);
            }
            program.arrange();
        }
        screen.draw(|buffer| program.draw(buffer), program.web_links()).context("cannot write to the terminal")?;
        for work in jobs.iter_mut().filter_map(Option::take) {
            input.hear(work, Message::Saved).context("cannot start a thread")?;
        }
        // Whatever comes is answered first.
        let mut done = Done::Part;
        while done == Done::Part && !input.has_some().context("cannot read from the terminal")? {
            done = program.go_ahead();
        }
        if done == Done::Shown {
            continue;
        }
        match input.wait(program.changes_in()).context("cannot read from the terminal")? {
            Event::Signal(signal) => return Ok(End::Signal(signal)),
            Event::Stop => suspend(program, screen)?,
            Event::Messages(messages) => {
                let told = if messages.iter().any(|message| matches!(message, Message::Saved)) { program.news() } else { Vec::new() };
                for message in messages.iter().chain(&told) {
                    let effects = match message {
                        Message::Resize { columns, rows } => {
                            screen.resize(*columns, *rows);
                            program.update(&size_of(screen))
                        }
                        _ => program.update(message),
                    };
                    if let Some(end) = perform(program, screen, input, effects)? {
                        return Ok(end);
                    }
                }
            }
        }
    }
}

fn size_of(screen: &Screen) -> Message {
    let size = screen.size();
    Message::Resize { columns: size.width, rows: size.height }
}
