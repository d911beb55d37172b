//! `bluf draft`: a briefing's skeleton from the texts of its sources.

use super::flags::Said;
use super::output;
use super::session::Session;
use crate::briefing::parse::{RESERVED, is_slug};
use crate::briefing::scale::Markings;
use crate::briefing::{Digest, SentenceKind};
use crate::draft::{self, Source, draft, heading, markings_of, slug, stands_alone};
use crate::intake::entry::{Entry, id_of_file};
use crate::intake::seed_files::stated_of;
use crate::library::file_text::source_text;
use crate::library::store::File;
use crate::library::store::folder::library_of;
use crate::personal::files;
use crate::settings::Setting;
use crate::text::{choice, neutral};
use crate::yaml::Edit;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Files that are no plain text.
const DOCUMENTS: [&str; 8] = ["html", "htm", "mht", "mhtml", "eml", "docx", "pdf", "json"];

/// From what, and what it is to be called.
#[derive(Debug, Clone, clap::Args)]
pub struct Arguments {
    /// Text files: of the library, such as seeds/article.txt, or any others
    #[arg(required = true, value_name = "SOURCE")]
    sources: Vec<PathBuf>,
    /// Write it into the library, as briefings/NAME.yaml; what is there stays as it is
    #[arg(long, value_name = "NAME")]
    to: Option<String>,
    /// Its id; NAME where it is left out, else one made of the title
    #[arg(long)]
    id: Option<String>,
    /// Its title; the first heading of the sources where it is left out
    #[arg(long)]
    title: Option<String>,
    /// The question that it is to answer
    #[arg(long)]
    question: Option<String>,
    /// Who may have it; TLP:RED until somebody says
    #[arg(long, value_name = "WORD")]
    marking: Option<String>,
}

pub fn run(arguments: &Arguments, said: Said) -> Result<ExitCode> {
    let session = Session::new(said)?;
    if arguments.to.is_some() && session.is_on(Setting::Restricted) {
        bail!("restricted mode writes no file");
    }
    let library = session.meant().map_or_else(|| PathBuf::from("."), |path| if path.is_dir() { path } else { library_of(&path) });
    let library = fs::canonicalize(&library).with_context(|| format!("cannot open {}", library.display()))?;
    let target = arguments.to.as_deref().map(|name| target(&library, name)).transpose()?;
    let mut sources: Vec<Source> = Vec::new();
    for path in &arguments.sources {
        let source = read(&session, &library, path, target.is_some())?;
        // Named twice, it would be drafted twice.
        if !sources.iter().any(|other| other.file == source.file) {
            sources.push(source);
        }
    }
    let entries: Vec<Entry> = sources.iter().map(|source| entry(&library, source)).collect();
    let said = said_of(arguments, &sources)?;
    let title = said.title.clone().or_else(|| title_of(&sources, &entries));
    let mut edit = Edit::new(draft(&sources, &draft::Said { title, ..said }));
    complete(&mut edit, &entries)?;
    let drafted = edit.text();
    let most = File::Briefing(String::new()).largest();
    if drafted.len() as u64 > most {
        bail!("the draft would have more than {} MB, and a briefing may not; draft fewer sources at a time", most >> 20);
    }
    let Some(target) = target else { return output::answer(drafted) };
    write_new(&target, drafted.as_bytes())?;
    output::answer(&format!("{}\n", neutral(&target.display().to_string())))
}

/// The file of a name, which is not there yet.
fn target(library: &Path, name: &str) -> Result<PathBuf> {
    let name = name.strip_suffix(".yaml").unwrap_or(name);
    is_id(name).map_err(|why| anyhow::anyhow!("`--to {}`: {why}", neutral(name)))?;
    let target = library.join("briefings").join(name).with_extension("yaml");
    if target.exists() {
        bail!("{} is there already, and stays as it is; choose another name", neutral(&target.display().to_string()));
    }
    Ok(target)
}

/// A text, and where in the library it lies. One that lies elsewhere is copied there if the draft is to stand there too.
fn read(session: &Session, library: &Path, path: &Path, copies: bool) -> Result<Source> {
    let named = if path.exists() { path.to_owned() } else { library.join(path) };
    let shown = neutral(&path.display().to_string()).into_owned();
    session.confined.path(&named)?;
    if named.extension().is_some_and(|end| DOCUMENTS.iter().any(|other| end.eq_ignore_ascii_case(other))) {
        bail!("{shown} is a document, whose words stand among its marks; `bluf add {shown}` takes its text, and drafts read that");
    }
    let real = fs::canonicalize(&named).map_err(|_| anyhow::anyhow!("there is no file {shown}"))?;
    let most = File::Source(String::new()).largest();
    let bytes = files::read(&real, most).map_err(|why| anyhow::anyhow!("{shown} {why}"))?;
    let inside = real.strip_prefix(library).ok().map(Path::to_owned);
    let file = match inside {
        Some(file) => file,
        None if copies => copied(library, &real, &bytes)?,
        None => {
            bail!("{shown} lies outside the library {}; copy it there, or write the draft there with `--to NAME`", library.display())
        }
    };
    let file = file.to_str().with_context(|| format!("the name of {shown} is no UTF-8"))?.replace('\\', "/");
    let text = source_text(&file, Ok(bytes)).map_err(anyhow::Error::msg)?;
    if text.count(SentenceKind::Sentence) == 0 {
        bail!("{shown} has no sentence to draft from");
    }
    Ok(Source { file, text })
}

/// What the document stated of itself that a text of the library was taken of.
fn entry(library: &Path, Source { file, text }: &Source) -> Entry {
    let stated = stated_of(library, file).unwrap_or_default();
    Entry { stated, file: file.clone(), sha256: Digest::of(text).to_string(), ..Entry::default() }
}

/// The title of the first source that has one: what its document states, else its first heading.
#[must_use]
pub fn title_of(sources: &[Source], entries: &[Entry]) -> Option<String> {
    let title = |(source, entry): (&Source, &Entry)| {
        let stated = entry.stated.title.clone().filter(|title| stands_alone(title));
        stated.or_else(|| heading(&source.text))
    };
    sources.iter().zip(entries).find_map(title)
}

/// Writes what documents state of themselves into the sources of a draft, in place of what their texts alone tell.
///
/// # Errors
///
/// It cannot be written there.
pub fn complete(edit: &mut Edit, entries: &[Entry]) -> Result<()> {
    for entry in entries {
        let source = id_of_file(edit.text(), &entry.file).with_context(|| format!("{} is in no source", entry.file))?;
        entry.complete(edit, &source).map_err(|why| anyhow::anyhow!("the entry of {} cannot be written: {why}", entry.file))?;
    }
    Ok(())
}

/// Puts a text among the sources of the library, letter by letter, unless it is there.
fn copied(library: &Path, path: &Path, bytes: &[u8]) -> Result<PathBuf> {
    let file = Path::new("seeds").join(path.file_name().context("a source is a file")?);
    let there = library.join(&file);
    match fs::read(&there) {
        Ok(same) if same == bytes => {}
        Ok(_) => bail!("{} is there already with another text; give the source another name", neutral(&there.display().to_string())),
        Err(_) => write_new(&there, bytes)?,
    }
    Ok(file)
}

fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    let shown = || format!("cannot write {}", neutral(&path.display().to_string()));
    path.parent().map_or(Ok(()), fs::create_dir_all).with_context(shown)?;
    files::write_new_for_others(path, bytes).with_context(shown)
}

/// What people have said, and an id.
fn said_of(arguments: &Arguments, sources: &[Source]) -> Result<draft::Said> {
    arguments.marking.as_deref().map_or(Ok(()), is_marking).map_err(anyhow::Error::msg)?;
    let own = arguments.id.as_deref().or(arguments.to.as_deref().map(|name| name.strip_suffix(".yaml").unwrap_or(name)));
    let id = match own {
        Some(own) => {
            is_id(own).map_err(|why| anyhow::anyhow!("`--id {}`: {why}", neutral(own)))?;
            own.to_owned()
        }
        None => draft::id_of(arguments.title.as_deref(), sources),
    };
    let text = |text: &Option<String>| text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    Ok(draft::Said {
        id,
        title: text(&arguments.title),
        question: text(&arguments.question),
        marking: text(&arguments.marking),
        ..draft::Said::default()
    })
}

/// # Errors
///
/// No briefing may be called so, and why.
pub fn is_id(id: &str) -> Result<(), String> {
    if !is_slug(id) {
        let like = slug(id).map_or_else(String::new, |like| format!(": {like}"));
        return Err(format!("the id of a briefing has small letters, digits and hyphens{like}"));
    }
    if RESERVED.contains(&id) {
        return Err("a briefing may not be called so, that is a page of the program".to_owned());
    }
    Ok(())
}

/// # Errors
///
/// It is no marking, and what is.
pub fn is_marking(marking: &str) -> Result<(), String> {
    match markings_of(marking) {
        Some(_) => Ok(()),
        None => Err(format!("`{}` is no marking; write {}", neutral(marking), choice(&Markings::Tlp.choices()))),
    }
}
