//! A briefing as a revision of Git has it, with its sources of the same revision.

use super::folder::listing::library_in;
use super::git::ask;
use super::{File, Listener, Stamp, Store};
use anyhow::{Result, bail};
use std::io::Read;
use std::path::{Component, Path};
use std::process::ChildStdout;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(10);

#[derive(Debug)]
pub struct Revision {
    /// `HEAD~1`, a branch, a hash.
    name: String,
    /// From the top of the repository, or from here where it begins with `./`: as Git has it.
    path: String,
    /// The folder of the library there; empty at the top.
    library: String,
}

impl Revision {
    /// `HEAD~1:briefings/port.yaml`. `None`: these are no such words. Nothing is read yet.
    #[must_use]
    pub fn new(words: &str) -> Option<Self> {
        let (revision, path) = words.split_once(':').filter(|(revision, path)| !revision.is_empty() && !path.is_empty())?;
        let library = library_in(Path::new(path)).to_string_lossy().into_owned();
        // Git would take it for a flag.
        (!revision.starts_with('-')).then(|| Self { name: revision.to_owned(), path: path.to_owned(), library })
    }

    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What Git has at a path. No filter that the repository names runs: the bytes are as they were committed.
    fn show(&self, path: &str, most: u64) -> Result<Vec<u8>, String> {
        let named = format!("{}:{path}", self.name);
        let words = ["show", "--no-textconv", "--no-ext-diff", "--no-color", &named];
        let unread = |why| format!("cannot be read: {why}");
        let read = move |_, out: ChildStdout| {
            let mut bytes = Vec::new();
            out.take(most + 1).read_to_end(&mut bytes).map(|_| bytes)
        };
        let (read, complaint) = ask(Path::new("."), &words, PATIENCE, read).map_err(unread)?;
        let bytes = read.map_err(|error| unread(error.to_string()))?;
        if bytes.len() as u64 > most {
            return Err(format!("is larger than {} MiB", most >> 20));
        }
        complaint.map_or(Ok(bytes), |complaint| Err(unread(complaint)))
    }

    /// A source by its path from the top of the library, as Git wants it.
    fn source(&self, path: &str) -> Result<String, String> {
        let leaves = || "leaves the library".to_owned();
        let mut parts: Vec<&str> = Vec::new();
        for part in Path::new(path).components() {
            match part {
                Component::Normal(part) => parts.push(part.to_str().ok_or_else(leaves)?),
                Component::CurDir => {}
                Component::ParentDir => _ = parts.pop().ok_or_else(leaves)?,
                Component::RootDir | Component::Prefix(_) => return Err(leaves()),
            }
        }
        let within = parts.join("/");
        Ok(if self.library.is_empty() { within } else { format!("{}/{within}", self.library) })
    }
}

impl Store for Revision {
    fn list(&self) -> Result<Vec<String>> {
        if let Err(why) = self.show(&self.path, File::Briefing(String::new()).largest()) {
            bail!("{}:{} {why}", self.name, self.path);
        }
        Ok(vec![self.path.clone()])
    }

    fn read(&self, file: &File) -> Result<Vec<u8>, String> {
        match file {
            File::Briefing(path) => self.show(path, file.largest()),
            File::Source(path) => self.show(&self.source(path)?, file.largest()),
        }
    }

    /// What a revision holds never changes.
    fn stamp(&self, _file: &File) -> Option<Stamp> {
        Some(Stamp::of(&self.name))
    }

    fn watch(&self, _listener: &dyn Listener) {}

    fn place(&self) -> String {
        format!("{}:{}", self.name, self.library)
    }

    fn name(&self) -> String {
        self.name.clone()
    }

    fn is_part(&self) -> bool {
        true
    }
}
