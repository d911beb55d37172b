//! The files that a document of a word processor consists of.

use crate::export::letterhead::Paper as Size;
use crate::export::markup::escaped;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The names of elements that the parts use.
const NAMES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

pub const CONTENT_TYPES: &str = include_str!("../../../assets/docx/content-types.xml");
pub const RELATIONS: &str = include_str!("../../../assets/docx/relations.xml");
pub const STYLES: &str = include_str!("../../../assets/docx/styles.xml");
pub const MEMO_STYLES: &str = include_str!("../../../assets/docx/memo-styles.xml");
pub const SETTINGS: &str = include_str!("../../../assets/docx/settings.xml");

/// With margins of 2 cm, in twentieths of a point.
fn section(size: Size) -> String {
    let (width, height) = size.size();
    let twips = |millimetres: f64| (millimetres * 1440.0 / 25.4).round();
    let (width, height) = (twips(width), twips(height));
    format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdHeader\"/><w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/>\
         <w:pgSz w:w=\"{width}\" w:h=\"{height}\"/>\
         <w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>"
    )
}

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

pub fn document(body: &str, size: Size) -> String {
    let section = section(size);
    format!("{HEAD}<w:document {NAMES}><w:body>\n{body}{section}</w:body></w:document>")
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

/// `foot` stands over the marking, on each page; the number of the page where there is none.
pub fn footer(marking: &str, foot: &str) -> String {
    if !foot.is_empty() {
        return format!("{HEAD}<w:ftr {NAMES}>{}{}</w:ftr>", marked("PageNumberLine", foot), marked("Footer", marking));
    }
    let field = |name: &str| format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
    let of = "<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>";
    let number = format!("<w:p><w:pPr><w:pStyle w:val=\"PageNumberLine\"/></w:pPr>{}{of}{}</w:p>", field("PAGE"), field("NUMPAGES"));
    format!("{HEAD}<w:ftr {NAMES}>{}{number}</w:ftr>", marked("Footer", marking))
}

fn marked(style: &str, marking: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{marking}</w:t></w:r></w:p>")
}
