//! What is open in the editor, and what the library reads there: an unsaved text stands for its file.

use super::positions::{BYTE_ORDER_MARK, Lines, Units};
use crate::briefing::{Briefing, Date, SourceText};
use crate::library::HeldBriefing;
use crate::library::file_text::{FileText, source_text};
use crate::library::store::folder::is_briefing;
use crate::library::store::{File, Folder, Stamp, Store};
use ls_types::{TextDocumentContentChangeEvent, Uri};
use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What the session says to the server.
pub struct Host<'a> {
    pub today: &'a dyn Fn() -> Date,
    /// Why a file may not be looked at.
    pub refuses: &'a dyn Fn(&Path) -> Option<String>,
    /// The editor may be told what to change.
    pub may_edit: bool,
}

pub struct Document {
    pub uri: Uri,
    pub path: PathBuf,
    pub version: i32,
    text: String,
    /// The file is no UTF-8, and the editor has not changed what it took it for.
    undecoded: bool,
    /// What is found in it is not told yet.
    pub is_news: bool,
    held: OnceCell<HeldBriefing>,
    /// The last time that it could be read to its end.
    whole: Option<Arc<Briefing>>,
}

impl Document {
    /// All but a byte order mark.
    #[must_use]
    pub fn body(&self) -> &str {
        self.text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&self.text)
    }

    #[must_use]
    pub fn lines(&self, units: Units) -> Lines<'_> {
        Lines::new(&self.text, units)
    }

    /// Otherwise it is the text of a source, or something else.
    #[must_use]
    pub fn is_briefing(&self) -> bool {
        is_briefing(&self.path)
    }

    /// The folder that the names of files in it begin in.
    #[must_use]
    pub fn library(&self) -> PathBuf {
        Folder::new(&self.path).root().unwrap_or_default()
    }

    #[must_use]
    pub fn last_whole(&self) -> Option<&Briefing> {
        self.whole.as_deref()
    }
}

/// What a text of a source was read from.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Seen {
    Saved(Stamp),
    Open(i32),
}

#[derive(Default)]
pub struct Documents {
    open: BTreeMap<String, Document>,
    /// To split a long source into sentences takes longer than a key may.
    texts: RefCell<HashMap<PathBuf, (Seen, Arc<SourceText>)>>,
}

impl Documents {
    #[must_use]
    pub fn get(&self, uri: &Uri) -> Option<&Document> {
        self.open.get(uri.as_str())
    }

    pub fn open(&mut self, uri: &Uri, version: i32, text: String) {
        let path = path_of(uri);
        let undecoded = is_undecoded(&path);
        let document = Document { uri: uri.clone(), path, version, text, undecoded, is_news: true, held: OnceCell::new(), whole: None };
        self.open.insert(uri.as_str().to_owned(), document);
        self.stir();
    }

    pub fn change(&mut self, uri: &Uri, version: i32, changes: Vec<TextDocumentContentChangeEvent>, units: Units) {
        let Some(document) = self.open.get_mut(uri.as_str()) else { return };
        let before = document.held.take().filter(HeldBriefing::is_whole);
        document.whole = before.map(|held| Arc::new(held.resolved.briefing)).or(document.whole.take());
        for TextDocumentContentChangeEvent { range, text, .. } in changes {
            match range {
                None => document.text = text,
                Some(range) => {
                    let lines = Lines::new(&document.text, units);
                    let (start, end) = (lines.raw(range.start), lines.raw(range.end));
                    document.text.replace_range(start..end.max(start), &text);
                }
            }
        }
        (document.version, document.undecoded) = (version, false);
        self.stir();
    }

    pub fn saved(&mut self, uri: &Uri) {
        if let Some(document) = self.open.get_mut(uri.as_str()) {
            document.undecoded = is_undecoded(&document.path);
        }
        self.stir();
    }

    pub fn close(&mut self, uri: &Uri) -> Option<Document> {
        let closed = self.open.remove(uri.as_str());
        self.stir();
        closed
    }

    /// A text may be the source of any briefing that is open, so all are looked at anew.
    pub fn stir(&mut self) {
        for document in self.open.values_mut().filter(|document| document.is_briefing()) {
            document.is_news = true;
            document.held = OnceCell::new();
        }
    }

    /// A briefing whose findings are not told yet.
    pub fn news(&mut self) -> Option<Uri> {
        let document = self.open.values_mut().find(|document| document.is_news && document.is_briefing())?;
        document.is_news = false;
        Some(document.uri.clone())
    }

    /// The briefing that a document is today, however broken.
    pub fn held<'d>(&self, document: &'d Document, host: &Host<'_>) -> &'d HeldBriefing {
        document.held.get_or_init(|| self.read(document).on(Some(&(host.today)())))
    }

    fn read(&self, document: &Document) -> HeldBriefing {
        let text = document.body();
        let store = Folder::new(&document.path);
        let path = document.path.display().to_string();
        if document.undecoded {
            return HeldBriefing::read(&store, &path);
        }
        let most = File::Briefing(String::new()).largest();
        let bytes = if text.len() as u64 > most { Err(format!("is larger than {} MiB", most >> 20)) } else { Ok(text.as_bytes().to_vec()) };
        let stem = document.path.file_stem().unwrap_or_default().to_string_lossy();
        HeldBriefing::new(path, &stem, FileText::of(bytes), |file| self.source(&store, file))
    }

    /// The text of another file of the library: as it stands in the editor, else as it is saved.
    fn source(&self, store: &Folder, path: &str) -> Result<Arc<SourceText>, String> {
        let file = File::Source(path.to_owned());
        let root = store.root().unwrap_or_default();
        let place = root.join(path);
        let behind_links = fs::canonicalize(&place).unwrap_or_else(|_| place.clone());
        let open = self.open.values().find(|document| document.path == behind_links && behind_links.starts_with(&root));
        let seen = match open {
            Some(document) => Some(Seen::Open(document.version)),
            None => store.stamp(&file).map(Seen::Saved),
        };
        if let Some((before, text)) = self.texts.borrow().get(&place)
            && seen == Some(*before)
        {
            return Ok(Arc::clone(text));
        }
        let read = open.filter(|document| !document.undecoded).map_or_else(|| store.read(&file), |open| Ok(open.text.clone().into_bytes()));
        let text = source_text(path, read)?;
        if let Some(seen) = seen {
            self.texts.borrow_mut().insert(place, (seen, Arc::clone(&text)));
        }
        Ok(text)
    }
}

fn is_undecoded(path: &Path) -> bool {
    // What is larger than this is told to be too large, however it is written.
    let is_small = fs::metadata(path).is_ok_and(|file| file.is_file() && file.len() <= File::Source(String::new()).largest());
    is_small && fs::read(path).is_ok_and(|bytes| std::str::from_utf8(&bytes).is_err())
}

/// A text that was never saved stands where the server does.
#[must_use]
pub fn path_of(uri: &Uri) -> PathBuf {
    let is_file = uri.scheme().as_str().eq_ignore_ascii_case("file");
    let path = uri.to_file_path().map(Cow::into_owned).filter(|_| is_file).unwrap_or_else(|| PathBuf::from("untitled.yaml"));
    fs::canonicalize(&path).unwrap_or(path)
}
