//! `bluf diff`: two editions of a briefing, judgement by judgement; and what Git asks of a program that compares.

use super::flags::{self, Said};
use super::output;
use super::session::{Confined, Session};
use crate::briefing::{Briefing, Changes};
use crate::export::page_set::{Extent, Handed};
use crate::export::{FORMATS, Format, diff};
use crate::library::edition_before::EditionBefore;
use crate::library::store::{Folder, Revision, Store};
use crate::library::{HeldBriefing, Library};
use crate::page::{Address, Found, World, locate};
use crate::text::line_diff::{neutral_lines, unified};
use crate::text::{capitalised, count, neutral};
use anyhow::{Context, Result, bail};
use clap::builder::TypedValueParser;
use std::path::Path;
use std::process::ExitCode;

/// What to compare, and how to tell.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// OLD and NEW: a file, HEAD~1:briefings/port.yaml, or a briefing of the library. One alone is written as lines that Git
    /// compares; a briefing of the library, beside the edition before it. Git itself gives seven words
    #[arg(value_name = "OLD NEW", required = true, num_args = 1..=9)]
    editions: Vec<String>,
    /// How to print it
    #[arg(long, value_parser = formats(), default_value = "text", value_name = "FORMAT")]
    format: &'static Format,
}

fn formats() -> impl TypedValueParser<Value = &'static Format> {
    let formats = FORMATS.iter().filter(|format| format.diff.is_some());
    flags::formats(formats.map(|format| (format, capitalised(format.help))))
}

/// What Git writes for a file that is not there.
const NOTHING: &str = "/dev/null";

pub fn run(arguments: &Arguments, said: Said) -> Result<ExitCode> {
    let session = Session::new(said)?;
    let words: Vec<&str> = arguments.editions.iter().map(String::as_str).collect();
    match words[..] {
        [file] if Path::new(file).exists() || Revision::new(file).is_some() => {
            let held = read_any(&session, file)?;
            output::answer(&if held.is_broken() { as_written(&held) } else { diff::lines(&held) })
        }
        [address] => told(of_library(&session, address)?, arguments.format),
        [old, new] => {
            let now = edition(&session, new)?;
            let before = (old != NOTHING).then(|| edition(&session, old)).transpose()?;
            told(beside(before, now), arguments.format)
        }
        // GIT_EXTERNAL_DIFF: path, old file, hash, mode, new file, hash, mode; of a renamed file two more. Git takes any other
        // code than 0 for a failure.
        [path, old, _, _, new, ..] if matches!(words.len(), 7 | 9) => for_git(&session, path, old, new, arguments.format),
        _ => bail!("two editions are compared: `bluf diff OLD NEW`"),
    }
}

fn for_git(session: &Session, path: &str, old: &str, new: &str, format: &'static Format) -> Result<ExitCode> {
    if new == NOTHING {
        let held = read(session, old)?;
        let briefing = &held.resolved.briefing;
        let (judgements, claims) = (count(briefing.judgements.len(), "judgement"), count(briefing.claims.len(), "claim"));
        return output::answer(&format!("{}: deleted, with {judgements} and {claims}\n", neutral(path)));
    }
    let before = (old != NOTHING).then(|| read_any(session, old)).transpose()?;
    let now = read_any(session, new)?;
    // An edition that nobody can read was committed all the same, and Git ends at a program that fails.
    if let Some(broken) = before.iter().chain([&now]).find(|held| held.is_broken()) {
        let why = format!("{}: {}\n", neutral(path), neutral(&broken.first_failure()));
        let text = |held: &HeldBriefing| held.file.to_string();
        return output::answer(&(why + &unified(&before.as_ref().map(text).unwrap_or_default(), &text(&now), path)));
    }
    told(beside(before, now), format)?;
    Ok(ExitCode::SUCCESS)
}

/// What is in a file that is no briefing that can be read, as it is written there, and why it cannot.
fn as_written(held: &HeldBriefing) -> String {
    format!("{}\n{}", neutral(&held.first_failure()), neutral_lines(&held.file))
}

/// Prints the page of changes; the code says whether there are any.
fn told(held: HeldBriefing, format: &'static Format) -> Result<ExitCode> {
    let Format { name, diff: Some(write), .. } = format else { bail!("no comparison is written as {}", format.name) };
    let changed = match &held.previous {
        Some(Ok(before)) => !Changes::between(before, &held.resolved.briefing).is_none(),
        Some(Err(why)) => bail!("the edition before {}: {why}", held.path),
        None => bail!("{} names no edition before it; say `bluf diff OLD NEW`", held.path),
    };
    let world = World::from(Library::new(vec![held]));
    let place = world.entries().first().map(|held| Found::Change.place(held)).context("there is no briefing")?;
    let handed = Handed::new(&world, locate(&world, &place)?, Extent { details: false, notes: false });
    let bytes = write(&handed).with_context(|| format!("cannot write the comparison as {name}"))?;
    output::print_bytes(&bytes, name)?;
    Ok(ExitCode::from(u8::from(changed)))
}

/// An edition and the one before it; where there was none, all of it is new.
fn beside(before: Option<HeldBriefing>, now: HeldBriefing) -> HeldBriefing {
    let before = before.map_or_else(
        || {
            let known = &now.resolved.briefing;
            let briefing = Briefing {
                id: known.id.clone(),
                complete: true,
                shown_as: known.shown_as.clone(),
                yardstick: known.yardstick.clone(),
                ..Briefing::default()
            };
            EditionBefore { briefing, former_ids: Vec::new() }
        },
        |held| EditionBefore::read(&held.file, &held.id, &now.resolved.briefing),
    );
    now.against(before)
}

/// A file, a revision of one, or a briefing of the library.
fn edition(session: &Session, word: &str) -> Result<HeldBriefing> {
    if Path::new(word).exists() || Revision::new(word).is_some() { read(session, word) } else { of_library(session, word) }
}

fn read(session: &Session, word: &str) -> Result<HeldBriefing> {
    let held = read_any(session, word)?;
    if held.is_broken() {
        bail!("{word}: {}", held.first_failure());
    }
    Ok(held)
}

fn read_any(session: &Session, word: &str) -> Result<HeldBriefing> {
    let path = Path::new(word);
    let store: Box<dyn Store> = match Revision::new(word).filter(|_| !path.exists()) {
        // In restricted mode no other program runs.
        Some(_) if !matches!(session.confined, Confined::Free) => bail!("in restricted mode no revision of Git is read"),
        Some(revision) => Box::new(revision),
        None if path.is_dir() => bail!("{word} is a folder: name a briefing's file in it"),
        None => {
            session.confined.path(path)?;
            Box::new(Folder::new(path))
        }
    };
    let named = store.list()?;
    Ok(HeldBriefing::read(&*store, named.first().context("there is no briefing")?))
}

/// A copy of its own: the library's may be held by others.
fn of_library(session: &Session, word: &str) -> Result<HeldBriefing> {
    let looks_like_path = word.starts_with(['.', '/', '~']) || Path::new(word).extension().is_some();
    if looks_like_path {
        bail!("there is no file {word}");
    }
    let address: Address = word.parse().context("there is no such file or revision, and as an address it is wrong")?;
    let library = session.open(None)?;
    let at = locate(&library, &address.place)?;
    let (held, _) = at.inside().with_context(|| format!("`{word}` is in no briefing"))?;
    Ok(held.copied())
}
