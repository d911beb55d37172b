//! Documents that were made so that reading them never ends, or that are none.

use super::add;
use crate::support::{Scratch, ends, program};
use std::fs;
use std::path::Path;
use std::process::Stdio;

/// It is refused with these words, and nothing is left of it.
pub fn refused(name: &str, bytes: impl AsRef<[u8]>, words: &[&str]) {
    let scratch = Scratch::with_port(&format!("intake-hostile-{name}"));
    let (output, said) = add(&scratch, name, bytes, &[]);
    assert_eq!(output.status.code(), Some(2), "{name}: {said}");
    assert!(words.iter().any(|words| said.contains(words)), "{name}: {said}");
    assert!(said.contains("is not added: ") && said.lines().count() == 1 && said.len() < 600, "{name}: {said}");
    let left = fs::read_dir(scratch.0.join("seeds")).expect("the sources").count();
    assert_eq!(left, 1, "{name} left something");
}

#[test]
fn n23_what_is_no_document_is_called_what_it_is() {
    refused("empty.txt", "", &["it is empty"]);
    refused("blank.html", " \n\t\n", &["it is empty"]);
    refused("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", &["an old Office file: save it as DOCX or PDF"]);
    refused("note.rtf", "{\\rtf1 words}", &["an RTF file"]);
    refused("shot.pdf", b"\x89PNG\r\n\x1a\n\0\0", &["a picture"]);
    refused("page.gz", b"\x1f\x8b\x08\0", &["a gzip archive"]);
    refused("noise.txt", [0_u8, 159, 146, 150, 0, 1, 2, 3], &["no document that is known"]);
    refused("dots.txt", "... --- ...\n", &["it holds no words"]);
}

#[test]
fn n23_a_folder_and_a_pipe_are_no_documents() {
    let scratch = Scratch::with_port("intake-no-file");
    let pipe = scratch.0.join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success());
    let paths = [
        Some(scratch.0.clone()),
        made.then_some(pipe),
        Some(scratch.0.join("missing.txt")),
        Path::new("/dev/zero").exists().then(|| "/dev/zero".into()),
    ];
    for path in paths.into_iter().flatten() {
        let mut command = program();
        command.arg("--library").arg(&scratch.0).arg("add").arg(&path).stdin(Stdio::null());
        let output = ends(move || command.output().expect("it runs"));
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("is no regular file") || said.contains("is not there"), "{said}");
    }
}

#[cfg(feature = "intake")]
#[test]
fn n23_pages_that_never_end_cost_an_error() {
    refused("deep.html", format!("<html><body>{}words", "<div>".repeat(200_000)), &["deep in each other"]);
    refused("bold.html", format!("<html><body><p>{}words", "<b>".repeat(100_000)), &["deep in each other"]);
    refused("svg.html", format!("<html><body>{}words", "<svg><g>".repeat(100_000)), &["deep in each other"]);
    refused(
        "mail.eml",
        format!("From: a@b.c\nSubject: x\nContent-Type: text/html\n\n{}words", "<i>".repeat(100_000)),
        &["deep in each other"],
    );
}
