//! Git, asked something: within a time, without a shell, a prompt or a network, and by what is committed alone.

use crate::text::os_error::plain;
use std::ffi::OsStr;
use std::io::Read;
use std::path::Path;
use std::process::{ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// What Git says of its failures is read so far, in bytes.
const COMPLAINT: u64 = 4096;

/// Runs Git in a folder while `talk` tells it and hears it; what came of that, and how Git complains where it failed.
///
/// # Errors
///
/// It does not run, or takes longer than it may; in words that follow "cannot be read".
pub fn ask<T: Send + 'static>(
    folder: &Path,
    words: &[impl AsRef<OsStr>],
    within: Duration,
    talk: impl FnOnce(ChildStdin, ChildStdout) -> T + Send + 'static,
) -> Result<(T, Option<String>), String> {
    let mut command = Command::new("git");
    command.current_dir(folder).arg("--no-pager").args(words);
    command.envs([("LC_ALL", "C"), ("GIT_OPTIONAL_LOCKS", "0"), ("GIT_NO_LAZY_FETCH", "1"), ("GIT_LITERAL_PATHSPECS", "1")]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut git = command.spawn().map_err(|error| format!("git: {}", plain(&error)))?;
    let (Some(to), Some(from), Some(errors)) = (git.stdin.take(), git.stdout.take(), git.stderr.take()) else {
        return Err("git: it does not listen".to_owned());
    };
    let (tell, told) = mpsc::channel();
    // Nobody waits for it: what Git has begun may hold the pipes for longer than Git lives.
    thread::spawn(move || {
        let answer = talk(to, from);
        let mut said = Vec::new();
        let _ = errors.take(COMPLAINT).read_to_end(&mut said);
        tell.send((answer, said))
    });
    let heard = told.recv_timeout(within);
    if heard.is_err() {
        let _ = git.kill();
    }
    let ended = git.wait();
    let (answer, said) = heard.map_err(|_| format!("git takes more than {} seconds", within.as_secs()))?;
    let failed = !ended.is_ok_and(|status| status.success());
    Ok((answer, failed.then(|| complaint(&String::from_utf8_lossy(&said)))))
}

fn complaint(said: &str) -> String {
    let line = said.lines().find_map(|line| line.strip_prefix("fatal: ")).or_else(|| said.lines().next());
    line.map_or_else(|| "git says nothing of why".to_owned(), |line| format!("git says: {line}"))
}
