//! The files that a document of a word processor consists of.

use crate::export::markup::escaped;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The names of elements that the parts use.
const NAMES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

pub const CONTENT_TYPES: &str = include_str!("../../../assets/docx/content-types.xml");
pub const RELATIONS: &str = include_str!("../../../assets/docx/relations.xml");
pub const STYLES: &str = include_str!("../../../assets/docx/styles.xml");
pub const SETTINGS: &str = include_str!("../../../assets/docx/settings.xml");

/// A4 with margins of 2 cm, in twentieths of a point.
const SECTION: &str = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdHeader\"/><w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/>\
                       <w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
                       <w:pgMar w:top=\"1417\" w:right=\"1134\" w:bottom=\"1417\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>";

/// The name of the relation to the web address with this number.
pub fn relation(at: usize) -> String {
    format!("rIdWeb{at}")
}

/// `title` is escaped.
pub fn core(title: &str, language: &str) -> String {
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{title}</dc:title><dc:language>{language}</dc:language></cp:coreProperties>"
    )
}

pub fn document(body: &str) -> String {
    format!("{HEAD}<w:document {NAMES}><w:body>\n{body}{SECTION}</w:body></w:document>")
}

pub fn relations(addresses: &[String]) -> String {
    let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let fixed = [
        ("rIdStyles", "styles", "styles.xml"),
        ("rIdSettings", "settings", "settings.xml"),
        ("rIdNotes", "footnotes", "footnotes.xml"),
        ("rIdHeader", "header", "header1.xml"),
        ("rIdFooter", "footer", "footer1.xml"),
    ];
    let fixed = fixed.map(|(id, kind, target)| format!("<Relationship Id=\"{id}\" Type=\"{base}/{kind}\" Target=\"{target}\"/>"));
    let web = |(at, address): (usize, &String)| {
        let (id, target) = (relation(at), escaped(address));
        format!("<Relationship Id=\"{id}\" Type=\"{base}/hyperlink\" Target=\"{target}\" TargetMode=\"External\"/>")
    };
    let all: String = fixed.into_iter().chain(addresses.iter().enumerate().map(web)).collect();
    format!("{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{all}</Relationships>")
}

/// Behind the two lines that Word sets over footnotes.
pub fn footnotes(notes: &str) -> String {
    format!(
        "{HEAD}<w:footnotes {NAMES}>\
         <w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
         <w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>\n\
         {notes}</w:footnotes>"
    )
}

pub fn header(marking: &str) -> String {
    format!("{HEAD}<w:hdr {NAMES}>{}</w:hdr>", marked("Header", marking))
}

pub fn footer(marking: &str) -> String {
    let field = |name: &str| format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
    let of = "<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>";
    let number = format!("<w:p><w:pPr><w:pStyle w:val=\"PageNumberLine\"/></w:pPr>{}{of}{}</w:p>", field("PAGE"), field("NUMPAGES"));
    format!("{HEAD}<w:ftr {NAMES}>{}{number}</w:ftr>", marked("Footer", marking))
}

fn marked(style: &str, marking: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{marking}</w:t></w:r></w:p>")
}
