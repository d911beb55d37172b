//! The socket of a talk: whoever joins is told all of its state, now and at every change, and may say what is to be done.
//!
//! One thread serves everybody and sleeps while nothing happens. Nobody is waited for: of what a slow reader has not taken,
//! only the newest state is kept; who sends nonsense, or a line without an end, is let go; and of too many the first go.

use super::protocol::{COMMAND, Command, Endless, Lines, State, command, line};
use crate::personal::files::make_folder;
use rustix::event::{PollFd, PollFlags, poll};
use std::fs::{self, Permissions};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// More have no use: one speaks, one may hold the clicker, and half-open ones are let go.
const MOST: usize = 8;
/// As many commands wait, and what comes on top is nobody's wish.
const WAITING: usize = 64;
/// Who has sent so many lines that are no command means something else.
const NONSENSE: usize = 32;

/// The socket is there until this is dropped.
#[derive(Debug)]
pub struct Host {
    path: PathBuf,
    inode: Option<u64>,
    shared: Arc<Shared>,
    wake: UnixStream,
    /// For the thread that serves it.
    serves: Option<(UnixListener, UnixStream)>,
}

#[derive(Debug, Default)]
struct Shared {
    /// The newest state as a line, and how many there were before it.
    told: Mutex<(usize, Arc<[u8]>)>,
    heard: Mutex<Vec<Command>>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Host {
    /// Opens the socket, for its owner alone. One that a killed program left is taken up.
    ///
    /// # Errors
    ///
    /// Another talk is there, or something that is no socket, or it cannot be made.
    pub fn open(path: &Path) -> io::Result<Self> {
        if let Ok(there) = fs::metadata(path) {
            match UnixStream::connect(path) {
                _ if !there.file_type().is_socket() => return Err(io::Error::new(ErrorKind::AlreadyExists, "what is there is no socket")),
                Ok(_) => return Err(io::Error::new(ErrorKind::AddrInUse, "another talk is there")),
                Err(error) if error.kind() == ErrorKind::ConnectionRefused => {}
                Err(error) => return Err(error),
            }
        }
        // Made in a folder that nobody can enter and put into its place whole: at no moment can others join.
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        make_folder(parent)?;
        let apart = tempfile::Builder::new().prefix(".t").rand_bytes(4).permissions(Permissions::from_mode(0o700)).tempdir_in(parent)?;
        let made = apart.path().join("s");
        let listener = UnixListener::bind(&made)?;
        fs::set_permissions(&made, Permissions::from_mode(0o600))?;
        fs::rename(&made, path)?;
        listener.set_nonblocking(true)?;
        let (wake, woken) = UnixStream::pair()?;
        wake.set_nonblocking(true)?;
        woken.set_nonblocking(true)?;
        let inode = fs::symlink_metadata(path).ok().map(|there| there.ino());
        Ok(Self { path: path.to_owned(), inode, shared: Arc::default(), wake, serves: Some((listener, woken)) })
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Tells everybody, and whoever joins later.
    pub fn tell(&self, state: &State) {
        let mut told = lock(&self.shared.told);
        *told = (told.0 + 1, line(state).into());
        drop(told);
        // A full pipe wakes the thread as well.
        let _ = (&self.wake).write(&[0]);
    }

    /// What is to be done, as it was said since.
    #[must_use]
    pub fn heard(&self) -> Vec<Command> {
        std::mem::take(&mut *lock(&self.shared.heard))
    }

    /// The work of the thread that serves the socket, once: it tells when something was said. It ends with the host.
    pub fn serve(&mut self) -> Option<impl FnOnce(&(dyn Fn() + Sync)) + Send + use<>> {
        let (listener, woken) = self.serves.take()?;
        let shared = Arc::clone(&self.shared);
        Some(move |tell: &(dyn Fn() + Sync)| serve(&listener, &woken, &shared, tell))
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        // Another program may have put its own there.
        if fs::symlink_metadata(&self.path).ok().map(|there| there.ino()) == self.inode {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Somebody who has joined.
struct Peer {
    stream: UnixStream,
    lines: Lines,
    nonsense: usize,
    /// The state that is being sent, how much of it is, and which of all states it is.
    sends: Arc<[u8]>,
    sent: usize,
    number: usize,
}

fn serve(listener: &UnixListener, woken: &UnixStream, shared: &Shared, tell: &(dyn Fn() + Sync)) {
    let mut peers: Vec<Peer> = Vec::new();
    loop {
        let mut ready = vec![PollFd::new(woken, PollFlags::IN), PollFd::new(listener, PollFlags::IN)];
        let wishes = |peer: &Peer| if peer.has_more() { PollFlags::IN | PollFlags::OUT } else { PollFlags::IN };
        ready.extend(peers.iter().map(|peer| PollFd::new(&peer.stream, wishes(peer))));
        if poll(&mut ready, None).is_err() {
            continue;
        }
        let ready: Vec<PollFlags> = ready.iter().map(PollFd::revents).collect();
        if !ready[0].is_empty() && !drained(woken) {
            return;
        }
        let told = lock(&shared.told).clone();
        let mut at = 2;
        peers.retain_mut(|peer| {
            at += 1;
            let stays = ready[at - 1].is_empty() || peer.hear(shared, tell);
            stays && peer.send(&told)
        });
        if !ready[1].is_empty() {
            match listener.accept() {
                Ok((stream, _)) => join(&mut peers, stream, &told),
                Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                // There are no more descriptors, for a while: who waits in line must not keep us running.
                Err(_) => thread::sleep(Duration::from_millis(100)),
            }
        }
    }
}

fn join(peers: &mut Vec<Peer>, stream: UnixStream, told: &(usize, Arc<[u8]>)) {
    if stream.set_nonblocking(true).is_err() {
        return;
    }
    if peers.len() >= MOST {
        peers.remove(0);
    }
    let mut peer = Peer { stream, lines: Lines::new(COMMAND), nonsense: 0, sends: Arc::default(), sent: 0, number: 0 };
    if peer.send(told) {
        peers.push(peer);
    }
}

/// Empties a pipe; false where nobody holds its other end.
fn drained(mut pipe: &UnixStream) -> bool {
    let mut bytes = [0; 256];
    loop {
        match pipe.read(&mut bytes) {
            Ok(0) => return false,
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) => return true,
        }
    }
}

impl Peer {
    fn has_more(&self) -> bool {
        self.sent < self.sends.len()
    }

    /// Sends as much as is taken; the newest state follows the one that is begun. False where nobody is there.
    fn send(&mut self, told: &(usize, Arc<[u8]>)) -> bool {
        loop {
            if !self.has_more() {
                if self.number == told.0 {
                    return true;
                }
                (self.number, self.sends, self.sent) = (told.0, Arc::clone(&told.1), 0);
            }
            match self.stream.write(&self.sends[self.sent..]) {
                Ok(0) => return false,
                Ok(count) => self.sent += count,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return error.kind() == ErrorKind::WouldBlock,
            }
        }
    }

    /// Takes what was said; false for who is gone, or lets no line end, or talks nonsense.
    fn hear(&mut self, shared: &Shared, tell: &(dyn Fn() + Sync)) -> bool {
        let mut bytes = [0; COMMAND];
        let count = match self.stream.read(&mut bytes) {
            Ok(0) => return false,
            Ok(count) => count,
            Err(error) => return matches!(error.kind(), ErrorKind::Interrupted | ErrorKind::WouldBlock),
        };
        let lines = match self.lines.take(&bytes[..count]) {
            Ok(lines) => lines,
            Err(Endless) => return false,
        };
        for line in lines {
            let Some(command) = command(&line) else {
                self.nonsense += 1;
                continue;
            };
            let mut heard = lock(&shared.heard);
            if heard.len() < WAITING {
                heard.push(command);
            }
            drop(heard);
            tell();
        }
        self.nonsense < NONSENSE
    }
}
