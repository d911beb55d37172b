//! A document is read by another run of this program, with limits of memory and time: whoever made it may have made it so
//! that reading it never ends. That run is given the bytes and nothing else, and answers with what was taken.

use super::kind::Kind;
use super::read::read;
use super::taken::Taken;
use rustix::process::{Resource, Rlimit, Signal, setrlimit};
use std::ffi::OsStr;
use std::io::{Read, Write, stdin, stdout};
use std::process::{Child, Command, ExitCode, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// What that run is called with, and the ending of the kind. It is for this program alone, so no help lists it.
pub const FLAG: &str = "--read-apart";

/// In bytes of a document. Books have less.
pub const LARGEST: u64 = 64 << 20;
/// In bytes of address space.
const MEMORY: u64 = 1 << 30;
/// In seconds of the processor.
const WORK: u64 = 20;
const PATIENCE: Duration = Duration::from_secs(30);
/// In bytes: pages are nested deeply.
const STACK: usize = 64 << 20;
/// In bytes of what comes back. The library reads sources of at most so many.
pub const LARGEST_TEXT: u64 = 16 << 20;

const INSTEAD: &str = "open it in its own program, save its words as text, and add that";

/// What the other run does: reads a document from standard input.
#[must_use]
pub fn answer(kind: &OsStr) -> ExitCode {
    limit();
    // The answer says what went wrong; a terminal need not hear of it.
    std::panic::set_hook(Box::new(|_| ()));
    let Some(kind) = kind.to_str().and_then(Kind::by_ending) else { return ExitCode::from(2) };
    let mut bytes = Vec::new();
    if stdin().lock().take(LARGEST).read_to_end(&mut bytes).is_err() {
        return ExitCode::from(2);
    }
    let reader = thread::Builder::new().stack_size(STACK).spawn(move || read(&bytes, kind));
    let panicked = || Err(format!("it is damaged, or made in a way that is not understood: {INSTEAD}"));
    let taken: Result<Taken, String> =
        reader.map_or_else(|error| Err(error.to_string()), |reader| reader.join().unwrap_or_else(|_| panicked()));
    let written = postcard::to_allocvec(&taken).is_ok_and(|answer| stdout().lock().write_all(&answer).is_ok());
    if written { ExitCode::SUCCESS } else { ExitCode::from(2) }
}

/// A limit that the system does not know is not set; whoever waits has one of time.
fn limit() {
    for (resource, most) in [(Resource::As, MEMORY), (Resource::Cpu, WORK), (Resource::Core, 0), (Resource::Fsize, 0)] {
        // At the lower limit of time a signal says which limit it was; at the higher one the process is killed.
        let maximum = if resource == Resource::Cpu { most + 1 } else { most };
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(maximum) });
    }
}

/// Has a document read by another run of the program.
///
/// # Errors
///
/// Why it is not read, and what to do, as words that follow its name.
pub fn ask(bytes: &[u8], kind: Kind) -> Result<Taken, String> {
    let unstarted = |error: &dyn std::fmt::Display| format!("it cannot be read: another run of this program did not start: {error}");
    let program = std::env::current_exe().map_err(|error| unstarted(&error))?;
    let mut command = Command::new(program);
    command.args([FLAG, kind.ending()]).env_clear().current_dir("/");
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().map_err(|error| unstarted(&error))?;
    let (to, from, errors) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let (answer, said, status) = thread::scope(|scope| {
        // It may stop before it has read all, and then says why.
        scope.spawn(move || to.map(|mut to| to.write_all(bytes)));
        let (answer, said) = (scope.spawn(move || all_of(from)), scope.spawn(move || all_of(errors)));
        let status = wait(&mut child);
        (answer.join().unwrap_or_default(), said.join().unwrap_or_default(), status)
    });
    // It is not heard out, so it ends badly.
    if answer.len() as u64 > LARGEST_TEXT {
        return Err(format!("it has more than {} MB of words: split it", LARGEST_TEXT >> 20));
    }
    let unread = |said: &[u8]| Err(why(status, &String::from_utf8_lossy(said), kind));
    match status.filter(ExitStatus::success) {
        None => unread(&said),
        Some(_) => postcard::from_bytes::<Result<Taken, String>>(&answer).unwrap_or_else(|_| unread(b"")),
    }
}

fn all_of(pipe: Option<impl Read>) -> Vec<u8> {
    let mut bytes = Vec::new();
    // What came before it stopped is enough to say why.
    let _ = pipe.map(|pipe| pipe.take(LARGEST_TEXT + 1).read_to_end(&mut bytes));
    bytes
}

/// How it ended; `None` where it was ended for taking too long.
fn wait(child: &mut Child) -> Option<ExitStatus> {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status),
            Ok(None) => thread::sleep(Duration::from_millis(2)),
            Err(_) => break,
        }
    }
    let _ = child.kill();
    let _ = child.wait();
    None
}

fn why(status: Option<ExitStatus>, said: &str, kind: Kind) -> String {
    use std::os::unix::process::ExitStatusExt;
    let by = status.and_then(|status| status.signal());
    let took_long = status.is_none() || [Signal::XCPU, Signal::KILL].map(|signal| Some(signal.as_raw())).contains(&by);
    let what = if took_long {
        format!("reading it takes more than {WORK} seconds")
    } else if said.contains("memory allocation") {
        format!("reading it takes more than {} MB of memory", MEMORY >> 20)
    } else if said.contains("overflow") || by == Some(Signal::SEGV.as_raw()) {
        "it is nested too deeply".to_owned()
    } else {
        format!("it is damaged, or no {} that is understood", kind.to_string().trim_start_matches("a "))
    };
    format!("{what}: {INSTEAD}")
}
