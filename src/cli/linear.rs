//! `bluf --linear`: lines in, text out; and a talk in it, which a second terminal may join and lead.

use super::output;
use super::talk::{Talk, after};
use crate::linear::Walk;
use crate::page::Address;
use crate::page::World;
use crate::settings::{Setting, Settings};
use crate::tui::model::{Effect, Message};
use crate::tui::run::{Running, done, own_files};
use anyhow::{Context, Result};
use signal_hook::consts::SIGTSTP;
use signal_hook::flag;
use std::collections::VecDeque;
use std::io::{self, BufRead, IsTerminal, Read, stdin, stdout};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// The longest line that is read, in bytes: nobody types more.
const LONGEST: u64 = 4096;

/// What is waited for.
enum Event {
    /// `None`: there are no more.
    Line(io::Result<Option<String>>),
    /// In the speaker's terminal.
    Said,
}

/// The walk, and the talk from its beginning on.
struct Session<'a> {
    walk: Walk,
    running: Option<Running>,
    asked_for: Option<&'a Talk>,
    /// Nothing is written.
    alone: bool,
    events: SyncSender<Event>,
}

/// With a talk, a briefing is presented.
pub fn run(world: World, address: Option<Address>, settings: &Settings, talk: Option<&Talk>) -> Result<ExitCode> {
    let alone = settings.is_on(Setting::Restricted);
    if alone {
        // Behind a stopped program there would be a shell.
        flag::register(SIGTSTP, Arc::default()).context("cannot hold Ctrl-Z back")?;
    }
    output::problems(&world.notes);
    let shelf = world.notes.shelf.clone();
    let size = || crossterm::terminal::size().map_or((80, 24), |(columns, rows)| (usize::from(columns), usize::from(rows)));
    let ascii = settings.is_on(Setting::Ascii);
    let mut walk = Walk::new(world, address, stdout().is_terminal().then(size))?.with_ascii(ascii);
    if let Some(talk) = talk {
        walk.begin_talk(|model| talk.plan(model));
    }
    let (events, heard) = sync_channel(1);
    let mut session = Session { walk, running: None, asked_for: talk, alone, events };
    session.go_on(&heard)?;
    if let Some(running) = &mut session.running {
        running.end();
    }
    after(session.walk.model(), session.running.as_ref(), talk, shelf.as_ref())?;
    Ok(ExitCode::SUCCESS)
}

impl Session<'_> {
    /// Answers lines, and whoever speaks, until there are no more or nobody reads.
    fn go_on(&mut self, heard: &Receiver<Event>) -> Result<()> {
        let prompted = stdin().is_terminal();
        let events = self.events.clone();
        thread::Builder::new().spawn(move || read_lines(&events)).context("cannot start a thread")?;
        let mut text = self.walk.begin();
        text += &self.keep();
        loop {
            if prompted {
                text.push_str("Number or command: ");
            }
            if !output::say(&text).context("cannot write")? {
                return Ok(());
            }
            if let Some(running) = &mut self.running {
                running.keep_up(self.walk.model());
            }
            let event = heard.recv();
            if let Some(running) = &self.running {
                self.walk.spend(running.spent());
            }
            text = match event {
                Ok(Event::Line(line)) => {
                    let Some(line) = line.context("cannot read the next line")? else {
                        // Behind the prompt the shell's own would stand on the same line.
                        _ = output::say(if prompted { "\n" } else { "" });
                        return Ok(());
                    };
                    let answer = self.walk.take(&line);
                    let text = answer.text + &self.keep();
                    if answer.quits {
                        return Ok(());
                    }
                    text
                }
                Ok(Event::Said) => {
                    let commands = self.running.as_ref().map(Running::heard).unwrap_or_default();
                    let said: String = commands.iter().map(|command| self.walk.follow(command)).collect();
                    // The line that is being typed ends here.
                    if prompted && !said.is_empty() { format!("\n{said}") } else { said }
                }
                Err(_) => return Ok(()),
            };
        }
    }

    /// Does what the walk wants kept, and what it then wants; what there is to say of it.
    fn keep(&mut self) -> String {
        let mut effects = VecDeque::from(self.walk.take_effects());
        while let Some(effect) = effects.pop_front() {
            for message in self.kept(effect) {
                self.walk.hear(&message);
            }
            effects.extend(self.walk.take_effects());
        }
        self.walk.heard()
    }

    fn kept(&mut self, effect: Effect) -> Vec<Message> {
        match effect {
            Effect::Saved(work) => done(&self.walk.world(), work).into_iter().collect(),
            Effect::BeginTalk => self.begin_talk().map(Message::Notice).into_iter().collect(),
            own => own_files(own),
        }
    }

    /// What there is to say of its socket.
    fn begin_talk(&mut self) -> Option<String> {
        let socket = self.asked_for.and_then(|talk| talk.socket.as_deref());
        let (mut running, notice) = Running::begin(self.walk.model(), socket, self.alone);
        if let Some(job) = running.job() {
            let events = self.events.clone();
            // Where the program has ended nobody is told.
            thread::spawn(move || job(&|| _ = events.send(Event::Said)));
        }
        self.running = Some(running);
        notice
    }
}

fn read_lines(events: &SyncSender<Event>) {
    let mut lines = stdin().lock();
    loop {
        let line = next_line(&mut lines);
        let is_last = !matches!(line, Ok(Some(_)));
        if events.send(Event::Line(line)).is_err() || is_last {
            return;
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
