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
    refused(
        "old.doc",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0",
        &["an old Office file, or one that is locked by a password: save it as DOCX or PDF without one"],
    );
    refused("note.rtf", "{\\rtf1 words}", &["an RTF file"]);
    refused("shot.pdf", b"\x89PNG\r\n\x1a\n\0\0", &["a picture"]);
    refused("page.gz", b"\x1f\x8b\x08\0", &["a gzip archive"]);
    refused("noise.txt", [0_u8, 159, 146, 150, 0, 1, 2, 3], &["no document that is known"]);
    refused("dots.txt", "... --- ...\n", &["it holds no words"]);
}

#[test]
fn n23_more_words_than_a_source_may_have_are_refused_as_such() {
    refused("words.txt", "Ships wait off the bar.\n".repeat(900_000), &["it has more than 16 MB of words: split it"]);
    refused("bytes.txt", "Ships wait off the bar.\n".repeat(2_900_000), &["larger than 64 MB"]);
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

#[cfg(feature = "intake")]
#[test]
fn n23_word_documents_that_never_end_cost_an_error() {
    use super::word::{document, zipped};
    let part = |text: &str| zipped(&[("word/document.xml", text.as_bytes())]);
    refused("bomb.docx", part(&document(&"a".repeat(80 << 20))), &["unpacks to more than 64 MB"]);
    refused("deep.docx", part(&document(&"<w:p>".repeat(100_000))), &["deep in each other"]);
    let entities: Vec<String> = (1..30).map(|at| format!("<!ENTITY e{at} \"&e{};&e{};\">", at - 1, at - 1)).collect();
    refused("laughs.docx", part(&format!("<!DOCTYPE d [<!ENTITY e0 \"words\">{}]><d>&e29;</d>", entities.concat())), &["it is damaged"]);
    refused("other.docx", zipped(&[("content.xml", b"<a/>")]), &["no Word document"]);
    let whole = part(&document("<w:p><w:r><w:t>Words.</w:t></w:r></w:p>"));
    refused("cut.docx", &whole[..whole.len() / 2], &["damaged"]);
    // Both places that declare a size say 4 GB.
    let mut large = whole.clone();
    let places: Vec<usize> = large
        .windows(4)
        .enumerate()
        .filter(|(_, sign)| *sign == b"PK\x03\x04" || *sign == b"PK\x01\x02")
        .map(|(at, sign)| at + if sign[2] == 3 { 22 } else { 24 })
        .collect();
    for at in places {
        large[at..at + 4].copy_from_slice(&[0xfe, 0xff, 0xff, 0xff]);
    }
    let scratch = Scratch::with_port("intake-declared");
    let (output, said) = add(&scratch, "large.docx", large, &[]);
    assert!(output.status.code() == Some(0) || said.contains("damaged"), "{said}");
}

#[cfg(feature = "intake")]
#[test]
fn n23_pdfs_that_never_end_cost_an_error() {
    use super::portable::assembled;
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R >>".to_owned();
    let object = |tree: &str, content: &str| {
        assembled(&["<< /Type /Catalog /Pages 2 0 R >>".to_owned(), tree.to_owned(), page.clone(), "<< >>".to_owned(), content.to_owned()])
    };
    let none = "<< /Length 0 >>\nstream\n\nendstream";
    let no_words = ["it holds no words", "no PDF that is understood", "PDF that is understood", "takes more than"];
    refused("loop.pdf", object("<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>", none), &no_words);
    refused("self.pdf", object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "5 0 R"), &no_words);
    refused(
        "declared.pdf",
        object("<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>", "<< /Length 1073741824 >>\nstream\n\nendstream"),
        &no_words,
    );
    refused(
        "nested.pdf",
        object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", &"[".repeat(200_000)),
        &[&no_words[..], &["nested too deeply"]].concat(),
    );
    refused("cut.pdf", "%PDF-1.7\n1 0 obj\n<< /Type", &no_words);
    let form = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> /Length 10 >>\nstream\n/X Do /X Do\nendstream".to_owned();
    let page =
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /XObject << /X 6 0 R >> >> >>".to_owned();
    let content = "<< /Length 6 >>\nstream\n/X Do \nendstream".to_owned();
    let forms = assembled(&[
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        page,
        "<< >>".to_owned(),
        content,
        form,
    ]);
    refused("forms.pdf", forms, &no_words);
}
