//! A PDF written again, with other pages and other maps of its fonts.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use unpdf::parser::backend::{ContentOp, PageBox, PageId, PdfValue};
use unpdf::parser::raw::{PdfDict, PdfObject, PdfStream, RawDocument};

/// What a page gets instead.
pub struct Change {
    pub content: Vec<u8>,
    /// Its box and what of it is seen, where it was turned.
    pub boxes: Option<[PageBox; 2]>,
}

type Id = (u32, u16);

/// All that the catalog of a document leads to.
pub fn reached(document: &RawDocument) -> BTreeMap<Id, &PdfObject> {
    let (mut objects, mut open) = (BTreeMap::new(), Vec::new());
    for (_, object) in kept(document) {
        references(object, &mut open);
    }
    while let Some(id) = open.pop() {
        let Some(object) = document.get_object(id).filter(|_| !objects.contains_key(&id)) else { continue };
        references(object, &mut open);
        objects.insert(id, object);
    }
    objects
}

fn kept(document: &RawDocument) -> Vec<(&[u8], &PdfObject)> {
    [b"Root".as_slice(), b"Info"].iter().filter_map(|key| Some((*key, document.trailer().get(*key)?))).collect()
}

/// All that its catalog leads to, in the clear, with other maps of fonts; `None` for a file without one.
pub fn written(bytes: &[u8], changes: &HashMap<PageId, Change>, maps: BTreeMap<Id, PdfObject>) -> Option<Vec<u8>> {
    let document = RawDocument::load(bytes).ok()?;
    let reached = reached(&document).into_iter();
    let mut objects: BTreeMap<Id, Cow<'_, PdfObject>> = reached.map(|(id, object)| (id, Cow::Borrowed(object))).collect();
    objects.extend(maps.into_iter().map(|(id, map)| (id, Cow::Owned(map))));
    let mut number = objects.keys().map(|(number, _)| *number).max()?;
    let mut pages: Vec<(&PageId, &Change)> = changes.iter().collect();
    pages.sort_by_key(|(page, _)| **page);
    for (page, change) in pages {
        number = number.checked_add(1)?;
        let dict = document.get_dict(*page).ok()?;
        objects.insert(*page, Cow::Owned(PdfObject::Dict(changed(dict, change, number))));
        let stream = PdfStream { dict: PdfDict::new(), raw_data: change.content.clone() };
        objects.insert((number, 0), Cow::Owned(PdfObject::Stream(stream)));
    }
    Some(assembled(&objects, &kept(&document), number))
}

fn changed(page: &PdfDict, change: &Change, content: u32) -> PdfDict {
    let mut page = page.clone();
    page.insert(b"Contents".to_vec(), PdfObject::Reference(content, 0));
    if let Some([media, crop]) = change.boxes {
        let area = |area: PageBox| PdfObject::Array([area.llx, area.lly, area.urx, area.ury].map(|at| PdfObject::Real(at.into())).to_vec());
        page.insert(b"MediaBox".to_vec(), area(media));
        page.insert(b"CropBox".to_vec(), area(crop));
        page.insert(b"Rotate".to_vec(), PdfObject::Integer(0));
        // Their places are those of before.
        page.remove(b"Annots".as_slice());
    }
    page
}

fn references(object: &PdfObject, found: &mut Vec<Id>) {
    match object {
        PdfObject::Reference(number, generation) => found.push((*number, *generation)),
        PdfObject::Array(parts) => parts.iter().for_each(|part| references(part, found)),
        PdfObject::Dict(dict) | PdfObject::Stream(PdfStream { dict, .. }) => dict.values().for_each(|value| references(value, found)),
        _ => {}
    }
}

fn assembled(objects: &BTreeMap<Id, Cow<'_, PdfObject>>, kept: &[(&[u8], &PdfObject)], highest: u32) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = String::new();
    for ((number, generation), written) in objects {
        places += &format!("{number} 1\n{:010} {generation:05} n \n", out.len());
        out.extend_from_slice(format!("{number} {generation} obj\n").as_bytes());
        object(written, &mut out);
        out.extend_from_slice(b"\nendobj\n");
    }
    let start = out.len();
    out.extend_from_slice(format!("xref\n{places}trailer\n<< /Size {} ", u64::from(highest) + 1).as_bytes());
    for (key, kept) in kept {
        name(key, &mut out);
        object(kept, &mut out);
    }
    out.extend_from_slice(format!(">>\nstartxref\n{start}\n%%EOF\n").as_bytes());
    out
}

fn object(of: &PdfObject, out: &mut Vec<u8>) {
    match of {
        PdfObject::Null => out.extend_from_slice(b"null "),
        PdfObject::Bool(is) => out.extend_from_slice(format!("{is} ").as_bytes()),
        PdfObject::Integer(number) => out.extend_from_slice(format!("{number} ").as_bytes()),
        PdfObject::Real(number) => out.extend_from_slice(format!("{number} ").as_bytes()),
        PdfObject::Name(of) => name(of, out),
        PdfObject::Str(bytes) => string(bytes, out),
        PdfObject::Reference(number, generation) => out.extend_from_slice(format!("{number} {generation} R ").as_bytes()),
        PdfObject::Array(parts) => {
            out.push(b'[');
            for part in parts {
                object(part, out);
            }
            out.push(b']');
        }
        PdfObject::Dict(of) => dict(of, out),
        PdfObject::Stream(stream) => {
            let mut head = stream.dict.clone();
            let length = i64::try_from(stream.raw_data.len()).unwrap_or_default();
            head.insert(b"Length".to_vec(), PdfObject::Integer(length));
            dict(&head, out);
            out.extend_from_slice(b"\nstream\n");
            out.extend_from_slice(&stream.raw_data);
            out.extend_from_slice(b"\nendstream");
        }
    }
}

fn dict(of: &PdfDict, out: &mut Vec<u8>) {
    out.extend_from_slice(b"<<");
    for (key, value) in of {
        name(key, out);
        object(value, out);
    }
    out.extend_from_slice(b">>");
}

fn name(of: &[u8], out: &mut Vec<u8>) {
    out.push(b'/');
    for byte in of {
        if byte.is_ascii_alphanumeric() || b"+-_.*".contains(byte) {
            out.push(*byte);
        } else {
            out.extend_from_slice(format!("#{byte:02x}").as_bytes());
        }
    }
    out.push(b' ');
}

fn string(bytes: &[u8], out: &mut Vec<u8>) {
    out.push(b'<');
    for byte in bytes {
        out.extend_from_slice(format!("{byte:02x}").as_bytes());
    }
    out.push(b'>');
}

pub fn numbers(of: &[f32]) -> Vec<u8> {
    of.iter().flat_map(|number| format!("{number} ").into_bytes()).collect()
}

/// The same operation without its words: what stands behind it stays where it is, which is so many thousandths of its size on.
pub fn silent(op: &ContentOp, on: f32) -> Vec<u8> {
    let mut out = Vec::new();
    if let ("\"", [words, letters, _]) = (op.operator.as_str(), op.operands.as_slice()) {
        for (operand, operator) in [(words, b" Tw "), (letters, b" Tc ")] {
            out.extend(value(operand));
            out.extend_from_slice(operator);
        }
    }
    out.extend_from_slice(if matches!(op.operator.as_str(), "'" | "\"") { b"T* " } else { b"" });
    out.extend_from_slice(format!("[{}] TJ\n", -on).as_bytes());
    out
}

/// An operation as it stands in a page.
pub fn operation(op: &ContentOp) -> Vec<u8> {
    let mut out = Vec::new();
    if let ("BI", [PdfValue::Str(body)]) = (op.operator.as_str(), op.operands.as_slice()) {
        out.extend_from_slice(b"BI");
        out.extend_from_slice(body);
        out.extend_from_slice(b"EI\n");
        return out;
    }
    for operand in &op.operands {
        out.extend(value(operand));
    }
    out.extend_from_slice(op.operator.as_bytes());
    out.push(b'\n');
    out
}

pub fn value(of: &PdfValue) -> Vec<u8> {
    let mut out = Vec::new();
    match of {
        PdfValue::Integer(number) => out.extend_from_slice(format!("{number} ").as_bytes()),
        PdfValue::Real(number) => out.extend(numbers(&[*number])),
        PdfValue::Name(of) => name(of, &mut out),
        PdfValue::Str(bytes) => string(bytes, &mut out),
        PdfValue::Array(parts) => {
            out.push(b'[');
            for part in parts {
                out.extend(value(part));
            }
            out.push(b']');
        }
        PdfValue::Other => out.extend_from_slice(b"null "),
    }
    out
}
