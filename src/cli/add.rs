//! `bluf add`: a document becomes a source of a library.

use super::flags::Said;
use super::output;
use super::session::{Session, edited};
use crate::acts::file::File;
use crate::acts::only_source::name_only_source;
use crate::briefing::{Date, SentenceKind, SourceText};
use crate::intake::entry::{Entry, id_for, id_of_file, is_free};
use crate::intake::sandbox::{LARGEST, ask};
use crate::intake::seed_files::{Document, Kept, keep, name_of};
use crate::intake::{Kind, Stated, Taken};
use crate::library::store::folder::is_briefing;
use crate::library::store::{self, Folder, Store};
use crate::personal::files::{self, Unread};
use crate::settings::Setting;
use crate::text::web::web_address;
use crate::text::{count, neutral};
use crate::yaml::{Edit, Refused, Tree};
use anyhow::{Context, Result, anyhow, bail};
use std::io::{Read, stdin};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What to add, and what to say of it that it does not say itself.
#[derive(Debug, Default, clap::Args)]
pub struct Arguments {
    /// A document: plain text, Markdown, a saved web page (HTML, MHTML), PDF, DOCX, or an e-mail (.eml); `-` reads it from
    /// standard input
    #[arg(value_name = "FILE|-")]
    document: PathBuf,
    /// Put the entry into the file of this briefing, behind its other sources; without it the entry is printed
    #[arg(long, value_name = "BRIEFING")]
    to: Option<String>,
    /// What the source is called in briefings: ART, REUTERS; else a free id is proposed
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// The name of its files: seeds/NAME.txt; else that of the document
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Its title, in place of what the document states
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// Who wrote it, in place of what the document states; may be repeated
    #[arg(long, value_name = "NAME")]
    author: Vec<String>,
    /// When it was published, in place of what the document states: 2026-11-03, 2026-11, 2026
    #[arg(long, value_name = "DATE", value_parser = date)]
    date: Option<String>,
    /// What it appeared in, in place of what the document states
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
    /// Its address on the web, in place of what the document states
    #[arg(long, value_name = "URL", value_parser = address)]
    url: Option<String>,
    /// The day on which it was read at its address
    #[arg(long, value_name = "DATE", value_parser = date)]
    retrieved: Option<String>,
    /// Your grade of the source, A to F; F means that there is no basis for judging
    #[arg(long, value_name = "GRADE", value_parser = ["A", "B", "C", "D", "E", "F"])]
    reliability: Option<String>,
    /// What to know of it: access, age, motive, bias
    #[arg(long, value_name = "TEXT")]
    descriptor: Option<String>,
}

fn date(text: &str) -> Result<String, String> {
    Date::parse(text)
        .map(|date| date.as_str().to_owned())
        .ok_or_else(|| "expected a day, a month or a year: 2026-11-03, 2026-11, 2026".to_owned())
}

fn address(text: &str) -> Result<String, String> {
    web_address(text).map(|_| text.trim().to_owned()).ok_or_else(|| "expected an address that begins with http:// or https://".to_owned())
}

pub fn run(arguments: &Arguments, said: Said) -> Result<ExitCode> {
    let session = Session::new(said)?;
    if session.is_on(Setting::Restricted) {
        bail!("in restricted mode no file is written, so nothing is added");
    }
    let library = library(&session, arguments)?;
    let store = Folder::new(&library);
    let root = store.root().context("the library has no folder")?;
    let briefing = arguments.to.as_deref().map(|to| briefing(&session, &library, to)).transpose()?;
    if let Some(id) = &arguments.id {
        is_free(id, briefing.as_ref().map_or("", |file| &file.text)).map_err(|why| anyhow!("`{}` {why}", neutral(id)))?;
    }
    let Added { name, entry, was_there, .. } = take_in(arguments, &root)?;
    if was_there {
        tell_users(&store, &entry.file);
    }
    // Documents may take long to be read: what became of the briefing meanwhile counts.
    let briefing = briefing.map(|file| File::read(&file.path)).transpose()?;
    let id = arguments.id.clone().unwrap_or_else(|| id_for(&name, briefing.as_ref().map_or("", |file| &file.text)));
    put(briefing, &entry, &id)
}

/// A document that stands in a library now.
pub struct Added {
    /// Of its files.
    pub name: String,
    pub entry: Entry,
    pub text: SourceText,
    pub was_there: bool,
}

/// Reads a document, and puts its words and the original into a library.
pub fn take_in(arguments: &Arguments, library: &Path) -> Result<Added> {
    let called =
        if arguments.is_piped() { "standard input".to_owned() } else { neutral(&arguments.document.to_string_lossy()).into_owned() };
    let failed = |why: String| anyhow!("{called} is not added: {why}");
    let bytes = read(arguments).map_err(failed)?;
    let ending = arguments.document.extension().and_then(|ending| ending.to_str());
    let kind = Kind::of(&bytes, ending).map_err(failed)?;
    let taken = ask(&bytes, kind).map_err(failed)?;
    let stated = stated(arguments, &taken)?;
    let name = name(arguments, &taken)?;
    let document = Document { name: &name, bytes: &bytes, kind, ending };
    let kept = keep(library, &document, &taken).map_err(failed)?;
    tell(&kept, &taken, kind, &called, ending);
    if arguments.date.is_none()
        && kind.dates_its_file()
        && let Some(date) = &taken.stated.date
    {
        eprintln!("bluf: {date} is when the file was made, and stands as its date: `--date` says when it was published");
    }
    let entry = Entry {
        stated,
        file: kept.file,
        sha256: kept.sha256.to_string(),
        reliability: arguments.reliability.clone(),
        descriptor: arguments.descriptor.clone(),
    };
    Ok(Added { name, entry, was_there: kept.was_there, text: kept.text })
}

impl Arguments {
    /// A document of which nothing more is said.
    pub fn of(document: PathBuf) -> Self {
        Self { document, ..Self::default() }
    }

    fn is_piped(&self) -> bool {
        self.document == Path::new("-")
    }
}

/// The library that is meant, else that of the briefing's file.
fn library(session: &Session, arguments: &Arguments) -> Result<PathBuf> {
    let of_file = arguments.to.as_deref().map(Path::new).filter(|to| session.said.library.is_none() && is_briefing(to) && to.is_file());
    let meant = of_file.map(Path::to_owned).or_else(|| session.meant());
    let meant = meant.context("there is no library to add it to: stand in one, or name one with --library")?;
    if !meant.exists() {
        bail!("there is no library at {}", meant.display());
    }
    Ok(meant)
}

/// The briefing whose file gets the entry: by the path of the file, here or in the library, or by its id.
fn briefing(session: &Session, library: &Path, to: &str) -> Result<File> {
    let files = [PathBuf::from(to), library.join(to)];
    let Some(path) = files.iter().find(|path| is_briefing(path) && path.is_file()) else {
        let world = session.open_at(Some(library), &to.parse().with_context(|| format!("`{}` is no briefing", neutral(to)))?)?;
        return Ok(edited(&world, Some(to))?.1);
    };
    let of = |path: &Path| Folder::new(path).root().and_then(|root| std::fs::canonicalize(root).ok());
    if of(path) != of(library) {
        bail!("{} is no briefing of {}", neutral(to), library.display());
    }
    let world = session.open(Some(path))?;
    Ok(edited(&world, None)?.1)
}

fn read(arguments: &Arguments) -> Result<Vec<u8>, String> {
    if !arguments.is_piped() {
        return files::read(&arguments.document, LARGEST).map_err(|why| format!("the file {why}"));
    }
    let mut bytes = Vec::new();
    stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    if bytes.len() as u64 > LARGEST { Err(format!("it {}", Unread::TooLarge(LARGEST))) } else { Ok(bytes) }
}

fn name(arguments: &Arguments, taken: &Taken) -> Result<String> {
    if let Some(name) = &arguments.name {
        return name_of(name).with_context(|| format!("`{}` is no name for a file: expected letters or digits", neutral(name)));
    }
    let stem = arguments.document.file_stem().filter(|_| !arguments.is_piped()).and_then(|stem| name_of(&stem.to_string_lossy()));
    let title = || arguments.title.as_ref().or(taken.stated.title.as_ref()).and_then(|title| name_of(title));
    Ok(stem.or_else(title).unwrap_or_else(|| "source".to_owned()))
}

/// What whoever adds it says stands over what the document states.
fn stated(arguments: &Arguments, taken: &Taken) -> Result<Stated> {
    let said = Stated {
        title: arguments.title.clone(),
        authors: arguments.author.clone(),
        publisher: arguments.publisher.clone(),
        date: arguments.date.clone(),
        url: arguments.url.clone(),
        retrieved: arguments.retrieved.clone(),
        ..Stated::default()
    };
    let stated = said.or(taken.stated.clone());
    if arguments.retrieved.is_some() && stated.url.is_none() {
        bail!("--retrieved says when its address was read, and the document states none: name it with --url");
    }
    Ok(stated)
}

/// Not on standard output, which is the entry's own.
fn tell(kept: &Kept, taken: &Taken, kind: Kind, called: &str, ending: Option<&str>) {
    if ending.and_then(Kind::by_ending).is_some_and(|named| named != kind) {
        eprintln!("bluf: {called} is {kind}, whatever its name says, and was read as that");
    }
    let counts = SentenceKind::ALL.map(|kind| count(kept.text.count(kind), kind.name()));
    let is = if kept.was_there { "is there already, and stays as it is" } else { "is added" };
    eprintln!("bluf: {} {is}: {}", neutral(&kept.file), counts.join(", "));
    let Some(original) = &kept.original else { return };
    eprintln!("bluf: the original is {}, read by {}", neutral(original), neutral(&taken.reader));
    for line in &taken.left {
        eprintln!("bluf: left out or changed: {}", neutral(line));
    }
}

/// Which sources of briefings a text is that was there.
fn tell_users(store: &Folder, file: &str) {
    let of = |path: String| {
        let text = String::from_utf8(store.read(&store::File::Briefing(path)).ok()?).ok()?;
        let source = text.contains(file).then(|| id_of_file(&text, file)).flatten()?;
        let tree = Tree::read(&text);
        Some(format!("{source} of {}", tree.root.as_ref()?.at(&["briefing"])?.text()?))
    };
    let users: Vec<String> = store.list().unwrap_or_default().into_iter().filter_map(of).collect();
    if users.is_empty() {
        eprintln!("bluf: no briefing names it");
    } else {
        eprintln!("bluf: it is {}", neutral(&users.join(", ")));
    }
}

/// Into the briefing's file, or on standard output.
fn put(briefing: Option<File>, entry: &Entry, id: &str) -> Result<ExitCode> {
    let called = briefing.as_ref().map(|file| neutral(&file.path.display().to_string()).into_owned()).unwrap_or_default();
    if let Some(id) = briefing.as_ref().and_then(|file| id_of_file(&file.text, &entry.file)) {
        eprintln!("bluf: {called} has it already, as {}", neutral(&id));
        return Ok(ExitCode::SUCCESS);
    }
    if entry.reliability.is_none() || entry.descriptor.is_none() {
        eprintln!("bluf: yours to say: how reliable it is (A to F), and in a descriptor what it has access to and what it wants");
    }
    let written = || entry.written(id).map_err(|why| anyhow!("the entry cannot be written: {why}"));
    let Some(mut file) = briefing else { return output::answer(&written()?) };
    let added = beside_others(entry, &file.text, id).map_err(|why| why.to_string());
    if let Err(why) = added.and_then(|added| file.write(added).map_err(|why| why.to_string())) {
        eprint!("{}", written()?);
        bail!("{called} stays as it is: {why}; put the entry above under its `sources:`");
    }
    eprintln!("bluf: {called} has it as {}", neutral(id));
    Ok(ExitCode::SUCCESS)
}

/// The text of a briefing's file with the entry behind its other sources. What the first quoted without naming it stays its own.
fn beside_others(entry: &Entry, briefing: &str, id: &str) -> Result<String, Refused> {
    let mut edit = Edit::new(briefing);
    name_only_source(&mut edit)?;
    entry.added(edit.text(), id)
}
