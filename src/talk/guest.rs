//! The other end: joins a talk, waits for one where there is none, and joins again when it is gone.

use super::folder::{folder, socket, sockets};
use super::protocol::{Command, Lines, STATE, State, line, state};
use crate::text::choice;
use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long until it is tried again to join.
const AGAIN: Duration = Duration::from_secs(1);

/// Which talk is to be joined.
#[derive(Debug, Clone)]
pub enum Wanted {
    /// The one that there is.
    Any,
    /// Of a briefing, by its id.
    Of(String),
    /// At a socket, such as one that ssh forwards.
    At(PathBuf),
}

impl Wanted {
    /// The socket; or why there is none yet.
    fn path(&self) -> Result<PathBuf, String> {
        match self {
            Self::At(path) => Ok(path.clone()),
            Self::Of(briefing) => Ok(socket(&folder()?, briefing)),
            Self::Any => {
                let running: Vec<PathBuf> = sockets(&folder()?).into_iter().filter(|path| UnixStream::connect(path).is_ok()).collect();
                match running.as_slice() {
                    [only] => Ok(only.clone()),
                    [] => Err("No talk is running; `bluf brief BRIEFING` begins one.".to_owned()),
                    several => {
                        let names: Vec<_> = several.iter().filter_map(|path| Some(path.file_stem()?.to_string_lossy())).collect();
                        let names: Vec<&str> = names.iter().map(|name| &**name).collect();
                        Err(format!("Several talks are running: name {} behind --notes.", choice(&names)))
                    }
                }
            }
        }
    }
}

/// What is known of the talk.
#[derive(Debug, Clone, Default)]
pub struct Joined {
    /// The newest state, and when it came.
    pub told: Option<(State, Instant)>,
    /// Why nothing comes now; none while the talk runs.
    pub away: Option<String>,
}

/// The talk as it is known on this side; shared with the thread that listens.
#[derive(Debug, Default, Clone)]
pub struct Guest {
    joined: Arc<Mutex<Joined>>,
    stream: Arc<Mutex<Option<UnixStream>>>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Guest {
    #[must_use]
    pub fn joined(&self) -> Joined {
        lock(&self.joined).clone()
    }

    /// Says what is to be done; false where nobody hears it.
    pub fn say(&self, command: &Command) -> bool {
        lock(&self.stream).as_mut().is_some_and(|stream| stream.write_all(&line(command)).is_ok())
    }

    /// Listens for good; tells whenever something is new.
    pub fn listen(&self, wanted: &Wanted, tell: &(dyn Fn() + Sync)) {
        loop {
            let why = match wanted.path() {
                Err(why) => why,
                Ok(path) => match UnixStream::connect(&path) {
                    Err(_) if lock(&self.joined).told.is_some() => {
                        "The talk has ended, or its terminal was closed; waiting to join it again.".to_owned()
                    }
                    Err(_) => format!("No talk is at {}; waiting for one.", path.display()),
                    Ok(stream) => {
                        self.hear(stream, tell);
                        "The talk has ended, or its terminal was closed; waiting to join it again.".to_owned()
                    }
                },
            };
            let mut joined = lock(&self.joined);
            let is_new = joined.away.as_ref() != Some(&why);
            joined.away = Some(why);
            drop(joined);
            if is_new {
                tell();
            }
            sleep(AGAIN);
        }
    }

    /// Takes one state after the other until there are no more.
    fn hear(&self, mut stream: UnixStream, tell: &(dyn Fn() + Sync)) {
        // Somebody who does not read what is said here must not hold up the screen.
        _ = stream.set_write_timeout(Some(Duration::from_millis(200)));
        *lock(&self.stream) = stream.try_clone().ok();
        let mut lines = Lines::new(STATE);
        let mut bytes = vec![0; 64 * 1024];
        while let Ok(count @ 1..) = stream.read(&mut bytes) {
            let Ok(found) = lines.take(&bytes[..count]) else { break };
            // Only the newest counts.
            if let Some(newest) = found.iter().rev().find_map(|line| state(line)) {
                *lock(&self.joined) = Joined { told: Some((newest, Instant::now())), away: None };
                tell();
            }
        }
        *lock(&self.stream) = None;
    }
}
