//! DOCX: written by hand, and by our own exporter.

use super::{Added, flat};
use crate::support::program;
use bluf::briefing::SentenceKind;
use std::io::{Cursor, Write};
use std::process::Stdio;
use zip::write::{SimpleFileOptions, ZipWriter};

pub fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(bytes).expect("written");
    }
    zip.finish().expect("a zip").into_inner()
}

const SPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

pub fn document(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document {SPACE}><w:body>{body}<w:sectPr/></w:body></w:document>"
    )
}

fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>")
}

const STYLES: &str = "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Ours\"><w:name w:val=\"Our heading\"/><w:basedOn w:val=\"berschrift2\"/></w:style>\
<w:style w:type=\"paragraph\" w:styleId=\"berschrift2\"><w:name w:val=\"heading 2\"/></w:style>";

fn heading(style: &str, words: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

#[test]
fn n23_a_document_within_a_word_document_is_told_of() {
    let file = zipped(&[("word/document.xml", document(&(p("Ships wait.") + "<w:altChunk/>")).as_bytes())]);
    assert!(Added::of("within.docx", file).said.contains("1 document within it: open it in its own program and save it again"));
}

#[test]
fn n23_a_table_of_contents_of_a_word_document_is_known_in_every_language() {
    let begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o &quot;1-3&quot; </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    let end = "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
    let line = |words: &str, field: &str| format!("<w:p>{field}<w:r><w:t>{words}</w:t><w:tab/><w:t>iv</w:t></w:r></w:p>");
    let by_style = [heading("Verzeichnis1", "Outlook 3"), p("Ships wait.")].concat();
    let field = [line("Costs", begin), line("Outlook", ""), end.to_owned(), p("Ships wait.")].concat();
    // Where nobody has ended it, the words behind it stay.
    let open = [line("Costs", begin), p("Ships wait.")].concat();
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"Verzeichnis1\"><w:name w:val=\"toc 1\"/></w:style>";
    for (name, body) in [("styled", by_style), ("field", field), ("open", open)] {
        let styles = format!("<w:styles {SPACE}>{styles}</w:styles>");
        let file = zipped(&[("word/document.xml", document(&body).as_bytes()), ("word/styles.xml", styles.as_bytes())]);
        let added = Added::of(&format!("{name}.docx"), file);
        assert_eq!(added.text, "Ships wait.\n", "{name}");
        assert!(added.said.contains("of a table of contents"), "{name}: {}", added.said);
    }
}

#[test]
fn n23_of_a_word_document_the_words_stand_as_they_are_with_all_changes_taken() {
    let body = [
        heading("Heading1", "The strike"),
        "<w:p><w:r><w:t>On Mon</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>day</w:t></w:r><w:r><w:t xml:space=\"preserve\"> the dockers </w:t></w:r>\
<w:del w:id=\"1\" w:author=\"x\"><w:r><w:delText>refused</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"x\"><w:r><w:t>voted</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\"> to stop</w:t></w:r>\
<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t xml:space=\"preserve\"> work.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Secret.</w:t></w:r></w:p>".to_owned(),
        heading("Ours", "Outlook"),
        "<w:p><w:hyperlink><w:r><w:t>Ships wait</w:t></w:r></w:hyperlink><w:r><w:t>; they co\u{ad}me back.</w:t><w:tab/><w:t>Soon.</w:t></w:r></w:p>".to_owned(),
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>Trade moves.</w:t></w:r></w:p>".to_owned(),
        "<w:moveFrom w:id=\"5\"/><w:p><w:moveFrom w:id=\"6\"><w:r><w:t>It moved.</w:t></w:r></w:moveFrom></w:p>".to_owned(),
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>day</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>ships</w:t></w:r></w:p></w:tc></w:tr></w:tbl>".to_owned(),
        "<w:p><w:moveTo w:id=\"7\"><w:r><w:t>It moved.</w:t></w:r></w:moveTo><w:r><w:drawing/></w:r></w:p>".to_owned(),
        "<w:p><w:r><w:t>A box follows.</w:t></w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:p>".to_owned(),
    ];
    let notes = format!(
        "<w:footnotes {SPACE}><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:t>none</w:t></w:r></w:p></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>By a show of hands.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    );
    let core = "<cp:coreProperties xmlns:cp=\"x\" xmlns:dc=\"y\" xmlns:dcterms=\"z\"><dc:title>The strike</dc:title><dc:creator>Ann Lee</dc:creator><dcterms:created>2026-11-03T10:00:00Z</dcterms:created></cp:coreProperties>";
    let file = zipped(&[
        ("word/document.xml", document(&body.concat()).as_bytes()),
        ("word/styles.xml", format!("<w:styles {SPACE}>{STYLES}</w:styles>").as_bytes()),
        ("word/footnotes.xml", notes.as_bytes()),
        ("word/header1.xml", b"<w:hdr/>"),
        ("docProps/core.xml", core.as_bytes()),
    ]);
    let added = Added::of("strike.docx", file);
    let expected = "# The strike\n\nOn Monday the dockers voted to stop work.\n\n## Outlook\n\nShips wait; they come back. Soon.\n\n- Trade moves.\n\n| day | ships |\n\nIt moved.\n\nA box follows.\n\nIn the box.\n\n[1] By a show of hands.\n";
    assert_eq!(added.text, expected);
    assert_eq!(added.all(SentenceKind::Row), ["| day | ships |", "[1] By a show of hands."]);
    let fields = ["title", "author", "date"].map(|field| added.field(field).unwrap_or_default());
    assert_eq!(fields, ["The strike", "Ann Lee", "2026-11-03"]);
    assert!(added.said.contains("\nbluf: 2026-11-03 is when the file was made, and stands as its date"), "{}", added.said);
    let lines = [
        "1 footnote: kept at the end",
        "1 running line",
        "1 tracked deletion: left out",
        "1 tracked insertion: kept",
        "1 hidden piece of text",
        "1 image or drawing",
        "1 table: kept row by row",
        "1 text box",
        "1 soft hyphen",
        "1 tracked move",
    ];
    for line in lines {
        assert!(added.said.contains(line), "{line}: {}", added.said);
    }
}

#[test]
fn n23_word_documents_of_other_scripts_and_of_any_length_are_read() {
    let persian = "بندر سارن روز دوشنبه تعطیل شد و کشتی‌ها منتظر می‌مانند.";
    let chinese = "周一，码头工人投票决定停工，萨恩港随即关闭。";
    let long: String = (0..20_000).map(|number| p(&format!("Sentence {number} stands by itself."))).collect();
    let added = Added::of("long.docx", zipped(&[("word/document.xml", document(&(p(persian) + &p(chinese) + &long)).as_bytes())]));
    added.has(&[persian, chinese, "Sentence 0 stands by itself.", "Sentence 19999 stands by itself."]);
    assert_eq!(added.all(SentenceKind::Sentence).len(), 20_002);
}

#[test]
fn n23_the_words_of_our_own_word_document_come_back() {
    let export =
        |to: &str| program().args(["export", "russia-iran-treaty", "--to", to]).stdin(Stdio::null()).output().expect("it runs").stdout;
    let added = Added::of("treaty.docx", export("docx"));
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    let known: std::collections::HashSet<String> = words(&String::from_utf8(export("markdown")).expect("UTF-8")).into_iter().collect();
    let all = words(&added.text);
    let strange: Vec<&String> = all.iter().filter(|word| word.len() > 3 && !known.contains(*word)).collect();
    assert!(all.len() > 3000 && strange.len() * 50 < all.len(), "{} of {}: {strange:?}", strange.len(), all.len());
    assert!(added.headings().len() > 5 && !flat(&added.text).is_empty());
}

#[test]
fn n23_lists_headings_and_tables_in_a_note_are_kept() {
    let list = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>By hand.</w:t></w:r></w:p>";
    let table =
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>day</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>ships</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let title = "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>How</w:t></w:r></w:p>";
    let open = "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:t>To the end.</w:t></w:r></w:p>";
    let notes = format!(
        "<w:footnotes {SPACE}><w:footnote w:id=\"2\">{title}{}{list}{table}{open}</w:footnote><w:footnote w:id=\"3\">{list}</w:footnote></w:footnotes>",
        p("They voted.")
    );
    let file = zipped(&[("word/document.xml", document(&p("Ships wait.")).as_bytes()), ("word/footnotes.xml", notes.as_bytes())]);
    let added = Added::of("notes.docx", file);
    assert_eq!(added.text, "Ships wait.\n\n[1] How\nThey voted.\n- By hand.\nday ships\nTo the end.\n[2] - By hand.\n");
    assert!(added.said.contains("2 footnotes: kept at the end"), "{}", added.said);
}

#[test]
fn n23_what_a_tracked_change_joins_or_takes_away_is_joined_or_gone() {
    let body = [
        "<w:p><w:pPr><w:pStyle w:val=\"TOC1\"/></w:pPr><w:r><w:t>Outlook 3</w:t></w:r></w:p>",
        "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">The dockers </w:t></w:r></w:p><w:p><w:r><w:t>voted.</w:t></w:r></w:p>",
        "<w:tbl><w:tr><w:trPr><w:del w:id=\"2\"/></w:trPr><w:tc><w:p><w:r><w:t>gone</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>kept</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>かん</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>",
    ];
    let added = Added::of("joined.docx", zipped(&[("word/document.xml", document(&body.concat()).as_bytes())]));
    assert_eq!(added.text, "The dockers voted.\n\n| kept |\n\n漢\n");
    assert!(added.said.contains("1 line of a table of contents"), "{}", added.said);
}

#[test]
fn n23_the_text_of_a_word_document_is_where_the_document_says_it_is() {
    let links = "<Relationships xmlns=\"x\"><Relationship Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>";
    let text = document(&p("Ships wait."));
    for (links, part) in [(links, "word/document2.xml"), (links, "word/document.xml"), ("<broken", "word/document.xml")] {
        let added = Added::of("elsewhere.docx", zipped(&[("_rels/.rels", links.as_bytes()), (part, text.as_bytes())]));
        assert_eq!(added.text, "Ships wait.\n", "{part}");
    }
    let latin = [b"<w:document xmlns:w=\"x\"><w:body>caf\xe9</w:body></w:document>".as_slice()].concat();
    super::hostile::refused("latin.docx", zipped(&[("word/document.xml", &latin)]), &["its part word/document.xml is not in UTF-8"]);
}

#[test]
fn n23_words_that_are_struck_out_in_a_word_document_are_left_out_and_it_is_said() {
    let run = |properties: &str, words: &str| format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>");
    let body = [
        "<w:p>".to_owned(),
        run("", "The port "),
        run("<w:strike/>", "never "),
        run("<w:strike w:val=\"0\"/>", "asked for "),
        run("<w:dstrike w:val=\"true\"/>", "peace "),
        run("<w:rStyle w:val=\"Gone\"/>", "new "),
        run("<w:rStyle w:val=\"Gone\"/><w:strike w:val=\"false\"/>", "talks."),
        "</w:p>".to_owned(),
    ];
    let styles =
        format!("<w:styles {SPACE}><w:style w:type=\"character\" w:styleId=\"Gone\"><w:rPr><w:strike/></w:rPr></w:style></w:styles>");
    let file = zipped(&[("word/document.xml", document(&body.concat()).as_bytes()), ("word/styles.xml", styles.as_bytes())]);
    let added = Added::of("struck.docx", file);
    assert_eq!(added.text, "The port asked for talks.\n");
    assert!(added.said.contains("3 struck-out pieces: left out"), "{}", added.said);
}

#[test]
fn n23_a_text_box_within_a_sentence_of_a_word_document_is_a_paragraph_behind_it() {
    let text = "<w:txbxContent><w:p><w:r><w:t>Insurers doubled their rates.</w:t></w:r></w:p></w:txbxContent>";
    for holder in ["x:txbx", "w:drawing"] {
        let held = format!(
            "<mc:AlternateContent><mc:Choice Requires=\"x\"><{holder}>{text}</{holder}></mc:Choice><mc:Fallback/></mc:AlternateContent>"
        );
        let body = format!(
            "<w:p xmlns:x=\"x\"><w:r><w:t xml:space=\"preserve\">The port has </w:t></w:r><w:r>{held}</w:r><w:r><w:t>not asked for talks.</w:t></w:r></w:p>"
        );
        let added = Added::of("box.docx", zipped(&[("word/document.xml", document(&body).as_bytes())]));
        assert_eq!(added.text, "The port has not asked for talks.\n\nInsurers doubled their rates.\n", "{holder}");
        assert!(added.said.contains("1 text box: behind the paragraph"), "{}", added.said);
    }
}

#[test]
fn n23_signs_of_the_font_symbol_are_those_that_it_shows() {
    let body = "<w:p><w:r><w:t>Stocks last </w:t><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/></w:r><w:r><w:rPr><w:rFonts w:ascii=\"Symbol\"/></w:rPr><w:t>\u{f0a3}m</w:t></w:r><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0B3\"/></w:r></w:p>";
    let added = Added::of("signs.docx", zipped(&[("word/document.xml", document(body).as_bytes())]));
    assert_eq!(added.text, "Stocks last ≥≤μ\u{fffd}\n");
    assert!(added.said.contains("1 character without Unicode"), "{}", added.said);
}

#[test]
fn n23_numbers_that_a_word_document_counts_stand_before_its_paragraphs() {
    let level = |at: u8, format: &str, text: &str| {
        format!("<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>")
    };
    let levels = [level(0, "decimal", "Article %1."), level(1, "lowerLetter", "(%2)"), level(2, "upperRoman", "%1.%2.%3")].concat();
    let numbering = format!(
        "<w:numbering {SPACE}><w:abstractNum w:abstractNumId=\"7\">{levels}</w:abstractNum><w:abstractNum w:abstractNumId=\"8\">{}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"8\"/></w:num><w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num></w:numbering>",
        level(0, "bullet", "\u{f0b7}")
    );
    let styles = format!(
        "<w:styles {SPACE}><w:style w:styleId=\"Demand\"><w:name w:val=\"Demand\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style></w:styles>"
    );
    let item = |list: &str, level: &str, words: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
        )
    };
    let head = item("1", "0", "The port").replace("<w:pPr>", "<w:pPr><w:outlineLvl w:val=\"0\"/>");
    let body = [
        head,
        heading("Demand", "Pay."),
        heading("Demand", "Rest."),
        item("1", "2", "At night."),
        item("1", "0", "The ships wait."),
        heading("Demand", "For grain."),
        item("2", "0", "A bullet."),
        item("3", "0", "Again."),
        item("0", "0", "None."),
    ];
    let file = zipped(&[
        ("word/document.xml", document(&body.concat()).as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
        ("word/numbering.xml", numbering.as_bytes()),
    ]);
    let expected = "# Article 1. The port\n\n(a) Pay.\n(b) Rest.\n1.b.I At night.\nArticle 2. The ships wait.\n(a) For grain.\n- A bullet.\nArticle 1. Again.\n\nNone.\n";
    assert_eq!(Added::of("counted.docx", file).text, expected);
}
