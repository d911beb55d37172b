//! Documents become sources: what is taken of them, where it stands, and what hostile ones cost.

#[cfg(feature = "intake")]
mod dropped;
#[cfg(feature = "intake")]
mod from_right;
mod hostile;
#[cfg(feature = "intake")]
mod inline;
mod library;
#[cfg(feature = "intake")]
mod mails;
#[cfg(feature = "intake")]
mod mended;
#[cfg(feature = "intake")]
mod pages;
#[cfg(feature = "intake")]
mod portable;
#[cfg(feature = "intake")]
mod running;
#[cfg(feature = "intake")]
mod saved;
#[cfg(feature = "intake")]
mod set;
mod texts;
#[cfg(feature = "intake")]
mod word;

use crate::support::{Scratch, program};
use bluf::briefing::{SentenceKind, SourceText};
use std::io::Write;
use std::process::{Output, Stdio};

/// A document that was added to a library.
pub struct Added {
    pub entry: String,
    /// What was said of it.
    pub said: String,
    pub text: String,
}

impl Added {
    /// Adds a document to a library of its own; it must succeed.
    pub fn of(name: &str, bytes: impl AsRef<[u8]>) -> Self {
        Self::with(name, bytes, &[])
    }

    pub fn with(name: &str, bytes: impl AsRef<[u8]>, flags: &[&str]) -> Self {
        let scratch = Scratch::with_port(&format!("intake-{name}-{}", bytes.as_ref().len()));
        let (output, said) = add(&scratch, name, bytes, flags);
        assert_eq!(output.status.code(), Some(0), "{name}: {said}");
        let entry = String::from_utf8(output.stdout).expect("UTF-8");
        let file = field(&entry, "file").unwrap_or_else(|| panic!("a file: {entry}"));
        let text = std::fs::read_to_string(scratch.0.join(file)).expect("its text");
        Self { entry, said, text }
    }

    pub fn field(&self, name: &str) -> Option<&str> {
        field(&self.entry, name)
    }

    /// The headings, as the library reads them.
    pub fn headings(&self) -> Vec<String> {
        self.all(SentenceKind::Heading)
    }

    pub fn all(&self, kind: SentenceKind) -> Vec<String> {
        let source = SourceText::new(self.text.clone());
        let all = source.sentences().iter().filter(|sentence| sentence.number.kind == kind);
        all.map(|sentence| source.text()[sentence.range.clone()].to_owned()).collect()
    }

    #[cfg(feature = "intake")]
    /// Each paragraph is there, its words in a row.
    pub fn has(&self, paragraphs: &[&str]) {
        let flat = flat(&self.text);
        for paragraph in paragraphs {
            assert!(flat.contains(&self::flat(paragraph)), "{paragraph}\nis not in\n{}", self.text);
        }
    }

    #[cfg(feature = "intake")]
    pub fn lacks(&self, words: &[&str]) {
        for word in words {
            assert!(!self.text.contains(word), "{word}\nis in\n{}", self.text);
        }
    }
}

#[cfg(feature = "intake")]
pub fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The value of a field of an entry, on its line.
fn field<'e>(entry: &'e str, name: &str) -> Option<&'e str> {
    let value = entry.lines().find_map(|line| line.trim_start().strip_prefix(name)?.strip_prefix(": "))?;
    Some(value.trim_matches(['"', '\'']))
}

/// Adds a document; how it went, and what was said.
pub fn add(scratch: &Scratch, name: &str, bytes: impl AsRef<[u8]>, flags: &[&str]) -> (Output, String) {
    let document = scratch.write(&format!("inbox/{name}"), bytes);
    let output =
        program().arg("--library").arg(&scratch.0).arg("add").arg(document).args(flags).stdin(Stdio::null()).output().expect("it runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (output, said)
}

/// The same from standard input.
pub fn add_piped(scratch: &Scratch, bytes: &[u8], flags: &[&str]) -> (Output, String) {
    let mut command = program();
    command.arg("--library").arg(&scratch.0).args(["add", "-"]).args(flags);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    let written = child.stdin.take().expect("its input").write_all(bytes);
    let output = child.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(written.is_ok() || !output.status.success(), "{said}");
    (output, said)
}
