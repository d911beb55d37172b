//! `bluf search`: a whole library, by words and by fields.

use super::catalogue::{fresh, say_cut};
use super::flags::{self, Said};
use super::output;
use super::session::Session;
use super::today::today;
use crate::catalogue::fields::Field;
use crate::catalogue::{Bad, Catalogue, Depth, Hits, Parse, Query, Unasked, Without};
use crate::export::hits::Found;
use crate::export::{FORMATS, Format, names};
use crate::library::Library;
use crate::library::store::Folder;
use crate::page::of::saved::as_list;
use crate::personal::Notes;
use crate::personal::read::file::{path_of, read};
use crate::personal::saved_searches::{Change, Places, Saved, Search, keep, name as name_of};
use crate::settings::Setting;
use crate::text::{choice, count, meant, neutral, single_spaced};
use anyhow::{Context, Result, bail};
use clap::builder::TypedValueParser;
use std::io::stdout;
use std::process::ExitCode;
use std::sync::Arc;

/// What to look for, and how to tell.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Words, a "phrase", prefix*, -not (behind another word, or behind --), OR, (groups), typo~, stem:word, and fields: actor:iran likelihood>=likely date:2025.. in:judgement
    #[arg(value_name = "QUERY", required_unless_present_any = ["saved", "forget"], num_args = 1..)]
    query: Vec<String>,
    /// The search that you have saved under this name; without one, all of them are listed
    #[arg(long, value_name = "NAME", num_args = 0..=1, default_missing_value = "", conflicts_with_all = ["query", "save", "forget"])]
    saved: Option<String>,
    /// Save the search under this name: it stands at the head of the list of the library
    #[arg(long, value_name = "NAME", conflicts_with = "forget")]
    save: Option<String>,
    /// Forget the saved search of this name
    #[arg(long, value_name = "NAME", conflicts_with = "query")]
    forget: Option<String>,
    /// How hits are printed
    #[arg(long, value_parser = formats(), default_value = "text", value_name = "FORMAT")]
    format: &'static Format,
    /// So many hits at most
    #[arg(long, default_value_t = 20, value_name = "N")]
    limit: usize,
    /// Say of each hit why it stands where it does
    #[arg(long)]
    explain: bool,
}

/// Those that what is said of a whole library is printed in.
pub fn formats() -> impl TypedValueParser<Value = &'static Format> {
    let formats = FORMATS.iter().filter(|format| format.hits.is_some());
    flags::formats(formats.map(|format| (format, format!("As {}", format.help))))
}

/// A library that can be searched, and itself.
pub struct Searched {
    pub catalogue: Catalogue,
    pub library: Library,
}

pub fn run(arguments: &Arguments, said: Said) -> Result<ExitCode> {
    let session = Session::new(said)?;
    let text = match told_of_saved(arguments, &session)? {
        Wanted::Query(text) => text,
        Wanted::Nothing => return Ok(ExitCode::SUCCESS),
    };
    let today = today();
    // What is wrong by itself needs no library to be told.
    if let Err(bad) = (Parse { names: &Unasked, today: Some(&today), is_typed: false }).query(&text) {
        return Ok(told(&bad));
    }
    let depth = depth_of(&text);
    let Searched { catalogue, library } = searched(&session, depth)?;
    if let Some(file) = path_of(&library.store().place()).filter(|_| session.remembers() && Field::Is.is_asked_in(&text)) {
        let (before, problem) = read(&file);
        output::problem_of(problem.as_deref());
        if before.is_known {
            catalogue.reads(&Arc::new(before));
        }
    }
    let query = match (Parse { names: &catalogue, today: Some(&today), is_typed: false }).query(&text) {
        Ok(query) => query,
        Err(bad) => return Ok(told(&bad)),
    };
    if let Some(name) = &arguments.save {
        let places = session.searches(&library).context("no searches are saved here")?;
        let (written, kept) = (neutral(name.trim()), name_of(name));
        if kept.is_empty() {
            bail!("`{written}` is no name for a search: expected letters or digits");
        }
        if kept != single_spaced(name).trim() {
            bail!(
                "`{written}` is no name for a search: ` = ` ends one in their file, and `#` or `=` begins none; say `--save '{}'`",
                neutral(&kept)
            );
        }
        keep_search(&places, &Change::Save(Search { name: name_of(name), query: text.clone(), seen: None }))?;
    }
    let notes = Arc::new(session.shelf(&library).map(Notes::read).unwrap_or_default());
    output::problems(&notes);
    let hits = catalogue.search_with_notes(&notes, &query, arguments.limit)?;
    let Format { name, hits: Some(write), .. } = arguments.format else {
        bail!("hits are written as {}", choice(&names(|format| format.hits.is_some())));
    };
    let found = Found { query: &query, hits: &hits, explain: arguments.explain, colour: output::colour_of(&stdout()) };
    let printed = write(&found).with_context(|| format!("cannot write the hits as {}", name.to_uppercase()))?;
    output::print(&printed).context("cannot write the hits")?;
    say_how_it_was_read(&query, &hits);
    say_cut(&catalogue)?;
    Ok(if hits.total == 0 { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// What is to be searched for.
enum Wanted {
    Query(String),
    Nothing,
}

/// The query; lists saved searches, or forgets one, where that is what is asked for.
fn told_of_saved(arguments: &Arguments, session: &Session) -> Result<Wanted> {
    let Some(name) = arguments.saved.as_ref().or(arguments.forget.as_ref()) else { return Ok(Wanted::Query(arguments.query.join(" "))) };
    let places = session.searches_of_meant().context("no searches are saved here")?;
    let saved = Saved::read(places.clone());
    output::problem_of(saved.problem.as_deref());
    if name.is_empty() {
        let line = |search: &Search| format!("{} = {}\n", neutral(&search.name), neutral(&search.query));
        output::print(&saved.all.iter().map(line).collect::<String>())?;
        return Ok(Wanted::Nothing);
    }
    let Some(search) = saved.find(name) else {
        let names = saved.all.iter().map(|search| search.name.as_str());
        bail!("no search is saved as {name}; {}", meant(name, names, || "`bluf search --saved` lists them".to_owned()));
    };
    if arguments.forget.is_some() {
        keep_search(&places, &Change::Delete(search.name.clone()))?;
        return Ok(Wanted::Nothing);
    }
    if as_list(&search.query).is_some() {
        bail!("{name} is a list, and is opened in the browser: {}", search.query);
    }
    Ok(Wanted::Query(search.query.clone()))
}

fn keep_search(places: &Places, change: &Change) -> Result<()> {
    keep(places, change).map_err(|why| anyhow::anyhow!("not saved: {why}"))?;
    Ok(())
}

/// A query that asks for what the rules have found waits until they have run.
fn depth_of(text: &str) -> Depth {
    if Field::State.is_asked_in(text) { Depth::Checked } else { Depth::Read }
}

fn told(bad: &Bad) -> ExitCode {
    eprintln!("bluf: {}\n{bad}", bad.verdict());
    if bad.is_absent { ExitCode::FAILURE } else { ExitCode::from(output::FAILED) }
}

/// The catalogue of the library that is meant, up to date; in memory where it has none.
pub fn searched(session: &Session, depth: Depth) -> Result<Searched> {
    let path = session.meant().filter(|_| !session.is_on(Setting::Restricted));
    if let Some(path) = path {
        let store = Arc::new(Folder::new(&path));
        let opened = Catalogue::open(&*store).map_err(anyhow::Error::from);
        let done = opened.and_then(|catalogue| fresh(catalogue, &*store, depth));
        match done {
            Ok(catalogue) => return Ok(Searched { library: Library::large(store, Arc::new(catalogue.clone())), catalogue }),
            Err(error) if error.downcast_ref::<Without>() == Some(&Without::Needless) => {}
            Err(error) if error.downcast_ref::<Without>().is_some() => {
                eprintln!("bluf: {}; all of it is read", neutral(&error.to_string()));
            }
            Err(error) => return Err(error),
        }
    }
    let library = session.read(None, |_, _| ())?;
    if depth == Depth::Checked {
        library.check(|_, _| ());
    }
    Ok(Searched { catalogue: Catalogue::of_library(&library, &today())?, library })
}

/// Not on standard output, which is the hits' own.
fn say_how_it_was_read(query: &Query, hits: &Hits) {
    let found = if hits.total == 0 { "nothing is found".to_owned() } else { count(hits.total, "hit") };
    let shown = if hits.hits.len() < hits.total { format!(", and the first {} are shown", hits.hits.len()) } else { String::new() };
    eprintln!("bluf: {found} for {}{shown}", neutral(&query.understood()));
    for missing in hits.missing.iter().filter(|_| hits.total == 0) {
        let near = missing.near.as_ref().map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        eprintln!("bluf: {}", neutral(&format!("`{}` stands nowhere in this library{near}", missing.word)));
    }
}
