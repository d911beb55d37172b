//! What is handed on for paper: word processors, Typst, PDF.

use crate::support::hostile::{HOSTILE, fields, hostile_world};
use crate::support::{Scratch, desk, embedded, program, project, world_of_scripts};
use bluf::export::letterhead::{Letter, Paper as Size};
use bluf::export::memo::Memo;
use bluf::export::page_set::{Extent, Handed};
use bluf::export::paper::{Kind, Paper};
use bluf::export::{Bytes, docx, typst};
use bluf::page::styled_text::one_line;
use bluf::page::{Place, Spot, World, locate};
use std::io::{Cursor, Read};

fn handed<'w>(world: &'w World, place: &Place) -> Handed<'w> {
    Handed::new(world, locate(world, place).expect("a place"), Extent { details: true, notes: false })
}

/// Every briefing of the three libraries, whole.
fn briefings(mut each: impl FnMut(&Handed<'_>)) {
    for world in [embedded(), desk(), world_of_scripts()] {
        for entry in world.entries() {
            each(&handed(&world, &Place::within(&entry.id, Spot::Cover)));
        }
    }
}

/// The files of a Word document.
fn files(bytes: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a container");
    let number = zip.len();
    let read = |at| {
        let mut file = zip.by_index(at).expect("a file");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("UTF-8");
        (file.name().to_owned(), text)
    };
    (0..number).map(read).collect()
}

/// The texts of an XML document, in their order; it is well-formed, or this panics.
fn texts(xml: &str) -> Vec<(Vec<String>, String)> {
    let (mut open, mut texts): (Vec<String>, Vec<(Vec<String>, String)>) = (Vec::new(), Vec::new());
    let mut rest = xml.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n").expect("a declaration");
    while let Some((text, behind)) = rest.split_once('<') {
        assert!(!text.contains('>') || text.contains("&gt;"), "{text}");
        for entity in text.split('&').skip(1) {
            assert!(["amp;", "lt;", "gt;", "quot;", "#39;"].iter().any(|known| entity.starts_with(known)), "{entity}");
        }
        let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
        assert!(plain.chars().all(|c| c == '\n' || c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}')), "{plain:?}");
        if !plain.is_empty() {
            texts.push((open.clone(), plain));
        }
        let (tag, behind) = behind.split_once('>').expect("a tag ends");
        assert!(!tag.contains('<') && tag.matches('"').count() % 2 == 0, "{tag}");
        match (tag.strip_prefix('/'), tag.ends_with('/')) {
            (Some(name), _) => assert_eq!(open.pop().as_deref(), Some(name)),
            (None, true) => {}
            (None, false) => open.push(tag.split_whitespace().next().expect("a name").to_owned()),
        }
        rest = behind;
    }
    assert!(open.is_empty() && rest.trim().is_empty(), "{open:?} {rest}");
    texts
}

/// The words of a part, a paragraph after the other.
fn words(xml: &str) -> String {
    texts(xml).into_iter().filter(|(open, _)| open.last().is_some_and(|name| name == "w:t")).map(|(_, text)| text).collect()
}

fn part<'f>(files: &'f [(String, String)], name: &str) -> &'f str {
    &files.iter().find(|(other, _)| other == name).expect("a part").1
}

#[test]
fn e31_a_word_document_has_the_text_of_every_page_in_its_order() {
    briefings(|handed| {
        let bytes = docx::handed(handed).expect("DOCX");
        assert_eq!(bytes, docx::handed(handed).expect("DOCX"), "the same again");
        let files = files(&bytes);
        for (_, xml) in &files {
            texts(xml);
        }
        let paper = Paper::new(handed);
        let expected: String = paper.pieces.iter().map(|piece| piece.plain().replace('\n', "")).collect();
        assert_eq!(words(part(&files, "word/document.xml")), expected);
        let notes: Vec<String> = paper.footnotes.iter().map(|note| note.iter().map(|span| span.text.as_str()).collect()).collect();
        let notes: String = notes.iter().flat_map(|note| [" ", note]).collect();
        assert_eq!(words(part(&files, "word/footnotes.xml")), notes);
        let (marking, _) = handed.marking.as_ref().expect("a marking");
        for end in ["word/header1.xml", "word/footer1.xml"] {
            assert!(words(part(&files, end)).starts_with(marking.as_str()), "{end}");
        }
    });
}

#[test]
fn e31_every_link_of_a_word_document_leads_to_a_bookmark_of_it() {
    briefings(|handed| {
        let files = files(&docx::handed(handed).expect("DOCX"));
        let document = part(&files, "word/document.xml");
        let of = |attribute: &str| document.split(attribute).skip(1).filter_map(|rest| rest.split('"').next()).collect::<Vec<_>>();
        let bookmarks = of("<w:bookmarkStart w:id=\"").len();
        let names: Vec<&str> =
            document.split("<w:bookmarkStart ").skip(1).filter_map(|rest| rest.split("w:name=\"").nth(1)?.split('"').next()).collect();
        assert_eq!((names.len(), bookmarks), (handed.pages.len(), handed.pages.len()));
        let links = of("<w:hyperlink w:anchor=\"");
        assert!(links.len() > 10, "{}", links.len());
        assert!(links.iter().all(|link| names.contains(link)));
        assert!(names.iter().all(|name| name.len() <= 40 && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')));
    });
}

#[test]
fn e31_a_claim_has_its_quote_and_its_sentence_at_the_foot_of_the_page_that_names_it() {
    let world = embedded();
    let place = "russia-iran-treaty#J1".parse().expect("an address");
    let handed = handed(&world, &place);
    let paper = Paper::new(&handed);
    let note: String = paper.footnotes[0].iter().map(|span| span.text.as_str()).collect();
    assert!(note.starts_with("C17 Quote: “The pledge to conduct joint military exercises” Source: ART, sentence 7: "), "{note}");
}

#[test]
fn e31_text_from_the_right_stands_in_paragraphs_from_the_right() {
    let world = world_of_scripts();
    let handed = handed(&world, &Place::within("sabzan-water", Spot::Cover));
    let files = files(&docx::handed(&handed).expect("DOCX"));
    let document = part(&files, "word/document.xml");
    let title = document.split("</w:p>").next().expect("the title");
    assert!(title.contains("<w:bidi/>") && title.contains("<w:rtl/>") && title.contains("w:bidi=\"fa\""), "{title}");
    let english = document.split("</w:p>").find(|paragraph| paragraph.contains("Bottom line")).expect("a heading");
    assert!(!english.contains("<w:bidi/>") && !english.contains("<w:rtl/>"), "{english}");
}

#[test]
fn e32_what_a_typst_document_links_to_is_in_it_once() {
    briefings(|handed| {
        let text = String::from_utf8(typst::handed(handed).expect("Typst")).expect("UTF-8");
        let labels: Vec<&str> =
            text.lines().filter_map(|line| line.strip_suffix('>')?.rsplit_once("] <")).map(|(_, label)| label).collect();
        assert_eq!(labels.len(), handed.pages.len());
        let links: Vec<&str> = text.split("#link(<").skip(1).filter_map(|rest| rest.split('>').next()).collect();
        assert!(links.len() > 10);
        for link in links {
            assert_eq!(labels.iter().filter(|label| **label == link).count(), 1, "{link}");
        }
    });
}

/// The writer holds what it writes to PDF/UA-1 and PDF/A-2a, and refuses what is neither.
#[cfg(feature = "pdf")]
#[test]
fn e33_every_briefing_is_written_as_pdf_and_the_same_again() {
    briefings(|handed| {
        let bytes = bluf::export::pdf::handed(handed).unwrap_or_else(|why| panic!("{}: {why}", handed.at.place()));
        assert!(bytes.starts_with(b"%PDF-1.7") && bytes.trim_ascii_end().ends_with(b"%%EOF"));
        // Once more takes as long again.
        if handed.pages.len() < 50 {
            assert_eq!(bytes, bluf::export::pdf::handed(handed).expect("PDF"), "the same again");
        }
    });
}

/// The program's own font under a name that no other has, in a folder of fonts.
#[cfg(feature = "pdf")]
fn with_font(name: &str) -> Scratch {
    let wide = |name: &str| name.bytes().flat_map(|letter| [0, letter]).collect::<Vec<u8>>();
    let mut font = std::fs::read(project("assets/fonts/NotoSans-Regular.ttf")).expect("a font");
    let (own, given) = (wide("Noto"), wide("Nota"));
    for at in 0..font.len() - own.len() {
        if font[at..].starts_with(&own) {
            font[at..at + own.len()].copy_from_slice(&given);
        }
    }
    let scratch = Scratch::new(name);
    std::fs::create_dir(scratch.0.join("fonts")).expect("a folder");
    std::fs::write(scratch.0.join("fonts/Nota.ttf"), font).expect("written");
    scratch.write("fonts/OFL.txt", "A licence is no font.");
    scratch
}

/// Which families a Russian judgement with English headings is printed in: the given one, and the program's own.
#[cfg(feature = "pdf")]
fn families(scratch: &Scratch, variables: &[(&str, &str)], arguments: &[&str]) -> (bool, bool) {
    let mut command = program();
    command.current_dir(&scratch.0).envs(variables.iter().copied()).arg("--library").arg(project("tests/world"));
    let output = command.args(["export", "verin-rail#J1", "--to", "pdf"]).args(arguments).output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let has = |name: &[u8]| output.stdout.windows(name.len()).any(|bytes| bytes == name);
    (has(b"+NotaSans-Regular"), has(b"+NotoSans-Regular"))
}

#[cfg(feature = "pdf")]
#[test]
fn e33_fonts_are_given_by_a_flag_the_environment_and_the_configuration_for_all_or_for_a_script() {
    let scratch = with_font("fonts");
    let file = scratch.0.join("fonts/Nota.ttf").display().to_string();
    for (font, expected) in [
        (file.clone(), (true, false)),
        ("fonts".to_owned(), (true, false)),
        (format!("cyrillic={file}"), (true, true)),
        ("Latin=fonts".to_owned(), (true, true)),
        (format!("hebrew={file}"), (false, true)),
    ] {
        assert_eq!(families(&scratch, &[], &["--font", &font]), expected, "{font}");
        assert_eq!(families(&scratch, &[("BLUF_FONTS", &font)], &[]), expected, "{font}");
        scratch.write("c.yaml", format!("fonts: [{font}]\n"));
        assert_eq!(families(&scratch, &[("BLUF_CONFIG", "c.yaml")], &[]), expected, "{font}");
    }
    assert_eq!(families(&scratch, &[], &[]), (false, true));
    scratch.write("c.yaml", "fonts: hebrew=fonts\n");
    assert_eq!(families(&scratch, &[("BLUF_CONFIG", "c.yaml")], &["--font", "fonts"]), (true, false), "the flag comes before it");
}

#[cfg(feature = "pdf")]
#[test]
fn e33_a_font_that_is_not_there_or_is_none_is_an_error_at_its_place() {
    let scratch = with_font("no-fonts");
    scratch.write("c.yaml", "fonts:\n  - fonts/Notta.ttf\n  - fonts\n  - fonts/OFL.txt\n  - cyrilic=fonts\n");
    std::fs::write(scratch.0.join("broken.ttf"), b"\0\x01\0\0").expect("written");
    let said = |variables: &[(&str, &str)], arguments: &[&str]| {
        let mut command = program();
        command.current_dir(&scratch.0).envs(variables.iter().copied()).args(["export", "russia-iran-treaty#J1", "--to", "pdf"]);
        let output = command.args(arguments).output().expect("it runs");
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
        String::from_utf8(output.stderr).expect("text")
    };
    let missing = "there is no font or folder fonts/Notta.ttf; did you mean `Nota.ttf`?";
    let all = said(&[("BLUF_CONFIG", "c.yaml")], &[]);
    for (place, words) in [
        ("c.yaml:2:5", missing),
        ("c.yaml:4:5", "fonts/OFL.txt is no font; TrueType and OpenType are (.ttf, .otf, .ttc)"),
        ("c.yaml:5:5", "no script is called `cyrilic`; did you mean `cyrillic`?"),
    ] {
        assert!(all.contains(place) && all.contains(words), "{place}: {all}");
    }
    assert!(!all.contains("c.yaml:3:"), "{all}");
    assert!(said(&[("BLUF_FONTS", "fonts/Notta.ttf")], &[]).contains(&format!("BLUF_FONTS: {missing}")));
    assert!(said(&[], &["--font", "fonts/Notta.ttf"]).contains(missing));
    assert!(said(&[], &["--font", "broken.ttf"]).contains("the font broken.ttf cannot be read: it is broken"));
}

#[test]
fn e31_headings_of_paper_are_in_levels() {
    briefings(|handed| {
        let mut before = 0;
        for piece in Paper::new(handed).pieces {
            let level = match piece.kind {
                Kind::Title => 1,
                Kind::Heading(heading) => heading.level,
                _ => continue,
            };
            assert!(level <= before + 1, "{}", piece.plain());
            before = level;
        }
    });
}

fn memo_of(world: &World, letter: Letter, form: fn(&Memo<'_>) -> Bytes) -> Vec<u8> {
    let place = Place::within(&world.entries()[0].id, Spot::Cover);
    let mut handed = handed(world, &place);
    handed.letter = letter;
    let memo = Memo::new(&handed).expect("it fits");
    form(&memo).unwrap_or_else(|why| panic!("{place}: {why}"))
}

/// What Typst makes of a text: a backslash takes its meaning from the sign behind it.
fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        plain.extend(if letter == '\\' { letters.next() } else { Some(letter) });
    }
    plain
}

#[test]
fn e31_hostile_words_are_text_in_every_field_on_paper() {
    for (at, words_of) in HOSTILE.iter().enumerate() {
        let world = hostile_world(&format!("paper-{at}"), words_of);
        let handed = handed(&world, &Place::within("hostile", Spot::Cover));
        let files = files(&docx::handed(&handed).expect("DOCX"));
        let document = files.iter().map(|(_, xml)| words(xml)).collect::<String>();
        let set = unescaped(&String::from_utf8(typst::handed(&handed).expect("Typst")).expect("UTF-8"));
        let said = one_line(words_of);
        for text in [&document, &set] {
            let seen = fields().iter().filter(|field| text.contains(&format!("{field} {said}"))).count();
            assert!(seen > 25, "{words_of:?}: {seen}");
        }
        let letter = Letter { to: Some((*words_of).to_owned()), subject: Some((*words_of).to_owned()), ..Letter::default() };
        let memo = self::files(&memo_of(&world, letter.clone(), docx::memo));
        assert!(words(part(&memo, "word/document.xml")).contains(&format!("To: {said}")), "{words_of:?}");
        #[cfg(feature = "pdf")]
        {
            bluf::export::pdf::handed(&handed).unwrap_or_else(|why| panic!("{words_of:?}: {why}"));
            memo_of(&world, letter, bluf::export::pdf::memo);
        }
    }
}

/// The page of text is the stricter measure: what fits there is printed on one page too.
#[cfg(feature = "pdf")]
#[test]
fn e24_a_memo_that_fits_is_printed_on_one_page() {
    for world in [embedded(), desk(), world_of_scripts()] {
        for paper in [Size::A4, Size::Letter] {
            let mut handed = handed(&world, &Place::within(&world.entries()[0].id, Spot::Cover));
            handed.letter = Letter { paper, ..Letter::default() };
            let Ok(memo) = Memo::new(&handed) else { continue };
            // One that is longer is refused.
            bluf::export::pdf::memo(&memo).unwrap_or_else(|why| panic!("{}: {why}", memo.paper.name()));
        }
    }
}
