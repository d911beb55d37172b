//! Options are of some formats, and files are named as what they are.

use super::{err, export};
use crate::support::Scratch;

#[test]
fn e22_an_option_that_a_format_does_not_have_is_an_error_that_names_the_formats_that_have_it() {
    let scratch = Scratch::with_port("options");
    for (arguments, said) in [
        (&["--to", "html", "--cut", "J1"][..], "`--cut` is of memo, and this is written as html"),
        (&["--to", "json", "--memo-to", "x"], "`--memo-to` is of memo, and this is written as json"),
        (&["--to", "pdf", "--as", "html"], "`--as` is of memo or slides, and this is written as pdf"),
        (&["--to", "slides", "--paper", "a4", "--memo-date", "2030"], "`--memo-date` is of memo and `--paper` is of memo"),
        (
            &["--to", "stix", "--notes"],
            "`--notes` is of markdown, json, text, html, docx, typst, pdf or slides, and this is written as stix",
        ),
        (&["--to", "memo", "--notes"], "`--notes` is of"),
        (&["--to", "csl", "--findings"], "`--findings` is of"),
        (&["--to", "html", "--font", "."], "`--font` is of pdf, and this is written as html"),
        (&["--to", "memo", "--memo-date", "not a date"], "it is no date: write 2030-07-01, 2030-07, 2030 or 1 July 2030"),
        (&["--to", "memo", "--memo-date", "2031-13-01"], "it is no date"),
        (&["--to", "memo", "--memo-date", "31 June 2031"], "it is no date"),
        (&["--to", "text", "--notes", "--max-marking", "TLP:GREEN"], "`--notes` does not go with `--max-marking`"),
        (&["--to", "pdf", "-o", "p.docx"], "p.docx is named as docx, and it would be written as pdf"),
        (&["--to", "memo", "--as", "html", "-o", "p.md"], "p.md is named as markdown, and it would be written as html"),
    ] {
        let output = export(&scratch.0, &[&["port"], arguments].concat());
        assert!(output.status.code() == Some(2) && err(&output).contains(said), "{arguments:?}: {}", err(&output));
        assert!(output.stdout.is_empty(), "{arguments:?}");
    }
    for (arguments, file) in [
        (&["--to", "stix", "-o", "b.json"][..], "b.json"),
        (&["--to", "annotations", "-o", "a.json"], "a.json"),
        (&["--to", "html", "-o", "page.htm"], "page.htm"),
    ] {
        let output = export(&scratch.0, &[&["port"], arguments].concat());
        assert!(output.status.success() && scratch.0.join(file).exists(), "{arguments:?}: {}", err(&output));
    }
}

#[test]
fn e22_the_ending_of_a_file_tells_a_memo_and_slides_in_each_form() {
    let scratch = Scratch::with_port("options-endings");
    for (file, begins) in [
        ("a.memo.html", "<!DOCTYPE html>"),
        ("a.memo.txt", "TLP:CLEAR\n\nTo: "),
        ("a.memo.md", "TLP:CLEAR\n\n<!-- "),
        ("a.slides.html", "<!DOCTYPE html>"),
        #[cfg(feature = "pdf")]
        ("b.memo.pdf", "%PDF"),
        #[cfg(feature = "pdf")]
        ("c.slides.pdf", "%PDF"),
    ] {
        let output = export(&scratch.0, &["port", "-o", file]);
        assert!(output.status.success(), "{file}: {}", err(&output));
        let bytes = std::fs::read(scratch.0.join(file)).expect("written");
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.starts_with(begins), "{file}: {}", &text[..100.min(text.len())]);
        assert!(!file.ends_with(".memo.html") || text.contains("<h1>Memo</h1>"), "{file}");
    }
}
