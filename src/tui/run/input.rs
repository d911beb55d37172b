//! Waiting for keys, sizes and signals, all at once and on one thread.

use super::background_colour;
use super::keys::{Keys, gone, wait};
use super::program::BackgroundJob;
use super::screen::restore;
use super::suspend::stop;
use crate::tui::model::Message;
use crate::tui::theme::Background;
use crossterm::terminal;
use rustix::event::{PollFd, PollFlags};
use rustix::process::{Pid, Signal, kill_process};
use signal_hook::consts::{SIGCHLD, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH, SIGXFSZ};
use signal_hook::flag;
use signal_hook::iterator::Signals;
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;
use std::io::{self, ErrorKind, Read, Write, stdin};
use std::os::unix::net::UnixStream;
use std::process::{Child, ExitStatus};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

/// How long the loop may take to end after a signal before the program is ended without it.
const GRACE: Duration = Duration::from_secs(1);

pub enum Event {
    /// Keys and sizes, as many as waited.
    Messages(Vec<Message>),
    Signal(i32),
    /// A signal that stops it until it is continued.
    Stop,
}

/// The terminal's keys, and the signals to the program.
pub struct Input {
    signals: SignalDelivery<UnixStream, SignalOnly>,
    /// Where the work behind the frames tells of news, and what it is of; taken out when it has ended.
    news: Vec<(UnixStream, Message)>,
    /// SIGINT or SIGQUIT has come, and it was not for an editor.
    interrupted: Arc<AtomicBool>,
    /// What was typed before there was a loop.
    typed: Vec<Message>,
    keys: Keys,
}

impl Input {
    /// Takes the signals; from here on they wait until they are asked for.
    pub fn new() -> io::Result<Self> {
        let interrupted = Arc::default();
        // The first to hear: whoever is woken by the signal finds it set.
        for signal in [SIGINT, SIGQUIT] {
            flag::register(signal, Arc::clone(&interrupted))?;
        }
        let (read, write) = UnixStream::pair()?;
        let signals = SignalDelivery::with_pipe(read, write, SignalOnly, [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGWINCH])?;
        Ok(Self { signals, news: Vec::new(), interrupted, typed: Vec::new(), keys: Keys::default() })
    }

    /// Asks the terminal for its background, and waits a moment for the answer.
    pub fn ask_first(&mut self) -> io::Result<Option<Background>> {
        let mut background = None;
        for message in background_colour::ask(&mut self.keys)? {
            match message {
                Message::Background(answer) => background = answer,
                typed => self.typed.push(typed),
            }
        }
        Ok(background)
    }

    /// The question for the background goes out now, and nobody waits.
    pub fn expect_answer(&mut self) {
        self.keys.ask();
    }

    /// Runs `work` on a thread of its own, and hears `message` whenever it tells of news and when it ends.
    pub fn hear(&mut self, work: BackgroundJob, message: Message) -> io::Result<()> {
        let (news, teller) = UnixStream::pair()?;
        news.set_nonblocking(true)?;
        teller.set_nonblocking(true)?;
        thread::Builder::new().spawn(move || {
            // A full pipe has news enough, and nobody hears a program that has ended.
            work(&|| drop((&teller).write(&[0])));
        })?;
        self.news.push((news, message));
        Ok(())
    }

    /// Ends the program after a signal even if the loop hangs. A file that may grow no more ends nobody: who writes it is
    /// told.
    pub fn guard(&self) -> io::Result<()> {
        flag::register(SIGXFSZ, Arc::default())?;
        let interrupted = Arc::clone(&self.interrupted);
        let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT])?;
        thread::spawn(move || {
            for signal in signals.forever() {
                thread::sleep(GRACE);
                // It was for an editor, and the loop knows.
                if matches!(signal, SIGINT | SIGQUIT) && !interrupted.load(Ordering::SeqCst) {
                    continue;
                }
                // A terminal that reads nothing holds whoever writes to it.
                let (restored, waits) = channel();
                thread::spawn(move || {
                    restore();
                    let _ = restored.send(());
                });
                let _ = waits.recv_timeout(GRACE);
                let _ = signal_hook::low_level::emulate_default_handler(signal);
            }
        });
        Ok(())
    }

    /// Waits until something comes, and takes all that waits; no longer than the screen stays as it is.
    pub fn wait(&mut self, changes_in: Option<Duration>) -> io::Result<Event> {
        if !self.typed.is_empty() {
            return Ok(Event::Messages(std::mem::take(&mut self.typed)));
        }
        let until = changes_in.map(|time| Instant::now() + time);
        loop {
            let (keys, signals, news) = self.poll(until)?;
            let mut messages = Vec::new();
            let mut stops = false;
            if signals {
                for signal in self.signals.pending() {
                    match signal {
                        SIGCHLD => {}
                        SIGTSTP => stops = true,
                        SIGWINCH => {
                            let (columns, rows) = terminal::size()?;
                            messages.push(Message::Resize { columns, rows });
                        }
                        _ => return Ok(Event::Signal(signal)),
                    }
                }
            }
            if stops {
                // Keys that wait will wait on; the size is asked for when we are continued.
                return Ok(Event::Stop);
            }
            if news {
                self.take_news(&mut messages);
            }
            if keys {
                self.keys.take(&mut messages)?;
            } else {
                self.keys.expire(&mut messages);
            }
            if until.is_some_and(|until| Instant::now() >= until) {
                messages.push(Message::Clock);
            }
            if !messages.is_empty() {
                return Ok(Event::Messages(messages));
            }
        }
    }

    /// See [`Keys::last_paste`].
    pub fn last_paste(&mut self) -> Vec<Message> {
        self.keys.last_paste()
    }

    /// Something has come that [`Input::wait`] would take at once.
    pub fn has_some(&self) -> io::Result<bool> {
        let (keys, signals, news) = self.poll(Some(Instant::now()))?;
        Ok(keys || signals || news || !self.typed.is_empty())
    }

    /// From here on the end of a child wakes [`Input::wait_for`].
    pub fn hear_of_children(&self) -> io::Result<()> {
        self.signals.handle().add_signal(SIGCHLD)
    }

    /// Waits for a child that has the terminal. SIGINT and SIGQUIT are typed to it and pass us by; any other signal that
    /// ends us goes to it first, and is returned with its status.
    pub fn wait_for(&mut self, child: &mut Child) -> io::Result<(ExitStatus, Option<i32>)> {
        let mut ends = None;
        loop {
            // Taken before the child is asked: the signal that tells of its end must not be taken behind its back.
            if let Some(signal) = self.excuse_interrupts() {
                ends = Some(signal);
                if let Some(signal) = Signal::from_named_raw(signal) {
                    // One that has just ended needs no signal.
                    let _ = kill_process(Pid::from_child(child), signal);
                }
            }
            match child.try_wait() {
                // What was typed to a child that has ended has come by now.
                Ok(Some(status)) => return Ok((status, self.excuse_interrupts().or(ends))),
                Ok(None) => {}
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            }
            wait(&mut [PollFd::new(self.signals.get_read(), PollFlags::IN)], None)?;
        }
    }

    /// Takes the signals that wait, and forgets SIGINT and SIGQUIT; the one that still ends the program.
    fn excuse_interrupts(&mut self) -> Option<i32> {
        let signals: Vec<i32> = self.signals.pending().collect();
        let ends = signals.iter().copied().rfind(|signal| matches!(*signal, SIGTERM | SIGHUP));
        if ends.is_none() && signals.contains(&SIGTSTP) {
            // The child has stopped its job, and we belong to it.
            let _ = stop();
        }
        self.interrupted.store(false, Ordering::SeqCst);
        ends
    }

    /// Empties the pipes of the work behind the frames, and closes those whose work has ended; what was told of is heard
    /// once.
    fn take_news(&mut self, messages: &mut Vec<Message>) {
        let mut told = [0; 256];
        self.news.retain_mut(|(news, message)| {
            let mut heard = false;
            let open = loop {
                match news.read(&mut told) {
                    Ok(0) => {
                        heard = true;
                        break false;
                    }
                    Ok(_) => heard = true,
                    Err(error) if error.kind() == ErrorKind::Interrupted => {}
                    Err(_) => break true,
                }
            };
            messages.extend(heard.then(|| message.clone()));
            open
        });
    }

    /// Blocks until there are keys, signals or news, or the time is over, or what is open among the keys is given up; says which.
    fn poll(&self, until: Option<Instant>) -> io::Result<(bool, bool, bool)> {
        let terminal = stdin();
        let mut ready = vec![PollFd::new(&terminal, PollFlags::IN), PollFd::new(self.signals.get_read(), PollFlags::IN)];
        ready.extend(self.news.iter().map(|(news, _)| PollFd::new(news, PollFlags::IN)));
        let left = until.map(|until| until.saturating_duration_since(Instant::now()));
        wait(&mut ready, self.keys.patience().into_iter().chain(left).min())?;
        let mut ready = ready.iter().map(PollFd::revents);
        let mut next = || ready.next().unwrap_or(PollFlags::empty());
        let (keys, signals) = (next(), next());
        let news = ready.any(|news| !news.is_empty());
        // What ended with the terminal is told by a signal first.
        if keys.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) && !signals.contains(PollFlags::IN) {
            return Err(gone());
        }
        Ok((keys == PollFlags::IN, signals.contains(PollFlags::IN), news))
    }
}
