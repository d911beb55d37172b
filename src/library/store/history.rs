//! Earlier texts of a file, as the Git repository that its library lies in has them.

use super::File;
use super::git::ask;
use crate::briefing::Digest;
use crate::text::count;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{ChildStdin, ChildStdout};
use std::time::Duration;

/// For the list of commits, and again for what they hold.
const PATIENCE: Duration = Duration::from_secs(5);
/// So many commits that change a file are looked at, the newest first.
const MOST: usize = 1000;

/// A text as it was committed.
pub struct Past {
    /// The commit, in as few digits as people write.
    pub commit: String,
    /// The day of that.
    pub day: String,
    pub text: String,
}

/// The text of a file, by its path in the library, whose hash is known.
///
/// # Errors
///
/// It is not found, and where was looked; as a sentence without its stop.
pub fn past(library: &Path, file: &str, hash: Digest) -> Result<Past, String> {
    let unread = |why| format!("The history of {file} cannot be read: {why}");
    let limit = format!("--max-count={MOST}");
    let words = ["rev-list", "--all", "--full-history", &limit, "--abbrev-commit", "--pretty=%h %cs", "--", file];
    let list = |_, out: ChildStdout| BufReader::new(out).lines().map_while(Result::ok).collect::<Vec<_>>();
    let (lines, complaint) = ask(library, &words, PATIENCE, list).map_err(unread)?;
    complaint.map_or(Ok(()), |complaint| Err(unread(complaint)))?;
    let commits: Vec<(String, String)> = lines
        .iter()
        .filter(|line| !line.starts_with("commit "))
        .filter_map(|line| line.split_once(' ').map(|(commit, day)| (commit.to_owned(), day.to_owned())))
        .collect();
    let looked_at = format!("Git has {} of {file}, and none has the text that was pinned", count(commits.len(), "revision"));
    let names: Vec<String> = commits.iter().map(|(commit, _)| format!("{commit}:./{file}")).collect();
    let find = move |to, from| which(&names, hash, to, from);
    let (found, _) = ask(library, &["cat-file", "--batch"], PATIENCE, find).map_err(unread)?;
    let (at, text) = found.ok_or(looked_at)?;
    let (commit, day) = commits.into_iter().nth(at).unwrap_or_default();
    Ok(Past { commit, day, text })
}

/// The first of the names whose text has the hash. Git answers each before the next is asked for.
fn which(names: &[String], hash: Digest, mut to: ChildStdin, from: ChildStdout) -> Option<(usize, String)> {
    let mut from = BufReader::new(from);
    for (at, name) in names.iter().enumerate() {
        writeln!(to, "{name}").ok()?;
        let mut head = String::new();
        from.read_line(&mut head).ok()?;
        // "HASH blob SIZE"; of a commit that took the file away "NAME missing".
        let size = head.trim_end().rsplit_once(" blob ").and_then(|(_, size)| size.parse::<u64>().ok());
        let Some(size) = size else {
            if head.ends_with(" missing\n") {
                continue;
            }
            return None;
        };
        let mut bytes = Vec::new();
        let kept = size.min(File::Source(String::new()).largest());
        from.by_ref().take(kept).read_to_end(&mut bytes).ok()?;
        std::io::copy(&mut from.by_ref().take(size - kept + 1), &mut std::io::sink()).ok()?;
        if Digest::of_bytes(&bytes) == hash {
            return String::from_utf8(bytes).ok().map(|text| (at, text));
        }
    }
    None
}
