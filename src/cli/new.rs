//! `bluf new`: a library with its first briefing, asked for or told by flags, and opened.

use super::add::{self, Added, take_in};
use super::browse;
use super::draft::{complete, is_id, is_marking, title_of};
use super::flags::Said;
use super::output;
use super::session::Session;
use super::today::today;
use crate::briefing::scale::{Markings, Vocabulary, Yardstick};
use crate::briefing::{Level, SentenceKind};
use crate::draft::{self, NARROWEST, Source, draft};
use crate::intake::entry::Entry;
use crate::library;
use crate::personal::files;
use crate::settings::Setting;
use crate::settings::font::at_home;
use crate::text::{count, meant, neutral};
use crate::yaml::Edit;
use anyhow::{Context, Result, bail};
use std::fs;
use std::io::{BufRead, IsTerminal, stdin, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

/// What it is called and what it is about. On a terminal what is left out is asked for.
#[derive(Debug, Clone, clap::Args)]
pub struct Arguments {
    /// The folder of the new library; its last part is the briefing's id: port-strike
    name: Option<PathBuf>,
    /// A document that it is written from: a text, a saved page, a PDF, DOCX or mail; may be repeated
    #[arg(long, value_name = "FILE")]
    source: Vec<PathBuf>,
    /// The question that it is to answer
    #[arg(long, value_name = "TEXT")]
    question: Option<String>,
    /// Its title; that of the first source that has one where it is left out
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// Who may have it: TLP:GREEN; TLP:RED until somebody says
    #[arg(long, value_name = "WORD")]
    marking: Option<String>,
    /// The words of its scale of likelihood
    #[arg(long, value_name = "WORD", value_parser = ["icd203", "phia"])]
    yardstick: Option<String>,
}

pub fn run(arguments: &Arguments, said: Said) -> Result<ExitCode> {
    let session = Session::new(said.clone())?;
    if session.is_on(Setting::Restricted) {
        bail!("restricted mode writes no file");
    }
    let asks = stdin().is_terminal() && stdout().is_terminal();
    let told = if asks { asked(arguments.clone())? } else { arguments.clone() };
    let folder = told.name.as_deref().context("say what it is called: `bluf new port-strike`")?;
    let id = id_of(folder).map_err(anyhow::Error::msg)?;
    if let Some(marking) = &told.marking {
        is_marking(marking).map_err(anyhow::Error::msg)?;
    }
    let shown = neutral(&folder.display().to_string()).into_owned();
    let file = Path::new("briefings").join(&id).with_extension("yaml");
    files::write_folder(folder, |library| {
        let text = written(&told, &id, library)?;
        fs::create_dir(library.join("briefings"))?;
        files::write_new_for_others(&library.join(&file), text.as_bytes())?;
        Ok::<(), anyhow::Error>(())
    })
    .with_context(|| format!("{shown} is not written"))?;
    tell(folder, &file)?;
    if asks {
        return browse::run(Some(&folder.to_string_lossy()), said, None);
    }
    output::answer(&format!("{}\n", neutral(&folder.join(file).display().to_string())))
}

/// The last part of the folder's name, if a briefing may be called so and nothing is there.
fn id_of(folder: &Path) -> Result<String, String> {
    let id = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let shown = neutral(&folder.display().to_string()).into_owned();
    is_id(id).map_err(|why| format!("`{shown}`: {why}"))?;
    let is_empty = || fs::read_dir(folder).is_ok_and(|mut inside| inside.next().is_none());
    if folder.symlink_metadata().is_ok_and(|there| !there.is_dir() || !is_empty()) {
        return Err(format!("{shown} is there already, and stays as it is; choose another name"));
    }
    Ok(id.to_owned())
}

/// What is left out, by lines on the terminal. Nothing is written before all is answered.
fn asked(mut told: Arguments) -> Result<Arguments> {
    if told.name.is_none() {
        told.name = ask("What is the library called? Its briefing has this id: port-strike", "", |name| {
            let name = if name.is_empty() { Err("it needs a name".to_owned()) } else { Ok(at_home(name)) }?;
            id_of(&name).map(|_| Some(name))
        })?;
    } else if let Some(why) = told.name.as_deref().and_then(|name| id_of(name).err()) {
        bail!(why);
    }
    if told.question.is_none() {
        told.question = ask("Which question does it answer? Enter: that comes later", "", |line| Ok(words(line)))?;
    }
    if told.source.is_empty() {
        let first =
            ask("What is it written from? The file of a text, a saved page, a PDF, DOCX or mail; Enter: that comes later", "", |path| {
                // No shell has read the line.
                let file = words(path).map(|path| at_home(&path));
                if file.as_deref().is_none_or(Path::is_file) { Ok(file) } else { Err(format!("there is no file {}", neutral(path))) }
            })?;
        told.source.extend(first);
    }
    if told.marking.is_none() {
        let marking = |word: &str| is_marking(word).map(|()| words(word));
        told.marking = ask(
            &format!("Who may have it? {}, or a marking of the UK, US, NATO or EU", Markings::Tlp.choices().join(", ")),
            NARROWEST,
            marking,
        )?;
    }
    if told.yardstick.is_none() {
        let all = Yardstick::words();
        let question = format!("Whose words for likelihood? {}", all.join(" or "));
        told.yardstick = ask(&question, all[0], |word| {
            if all.contains(&word) { Ok(words(word)) } else { Err(meant(word, all.iter().copied(), || "that is none of them".to_owned())) }
        })?;
    }
    Ok(told)
}

fn words(line: &str) -> Option<String> {
    (!line.is_empty()).then(|| line.to_owned())
}

/// Asks until there is an answer. Who ends the input is asked no more, and nothing was written.
fn ask<T>(question: &str, otherwise: &str, answer: impl Fn(&str) -> Result<Option<T>, String>) -> Result<Option<T>> {
    loop {
        let shown = if otherwise.is_empty() { String::new() } else { format!(" [{otherwise}]") };
        eprintln!("{question}{shown}");
        eprint!("> ");
        let mut line = String::new();
        if stdin().lock().read_line(&mut line).context("cannot read the answer")? == 0 {
            bail!("nothing was written");
        }
        let line = line.trim();
        match answer(if line.is_empty() { otherwise } else { line }) {
            Ok(answer) => return Ok(answer),
            Err(why) => eprintln!("{why}."),
        }
    }
}

/// The text of the briefing, with its sources in the library at a path.
fn written(told: &Arguments, id: &str, library: &Path) -> Result<String> {
    let (mut entries, mut sources): (Vec<Entry>, Vec<Source>) = (Vec::new(), Vec::new());
    for document in &told.source {
        let Added { entry, text, .. } = take_in(&add::Arguments::of(document.clone()), library)?;
        if entries.iter().any(|other| other.file == entry.file) {
            continue;
        }
        if text.count(SentenceKind::Sentence) == 0 {
            bail!("{} has no sentence to write from", entry.file);
        }
        sources.push(Source { file: entry.file.clone(), text: Arc::new(text) });
        entries.push(entry);
    }
    let yardstick = told.yardstick.as_deref().and_then(Yardstick::from_word).or(Some(Yardstick::Icd203));
    let told_of = |text: &Option<String>| text.as_deref().map(str::trim).and_then(words);
    let title = told_of(&told.title).or_else(|| title_of(&sources, &entries));
    let drafted = draft(
        &sources,
        &draft::Said {
            id: id.to_owned(),
            title,
            question: told_of(&told.question),
            marking: told.marking.clone(),
            yardstick,
            date: Some(today().as_str().to_owned()),
        },
    );
    let mut edit = Edit::new(drafted);
    edit.write(&[], "change", "initial", Some("date"))?;
    complete(&mut edit, &entries)?;
    Ok(edit.text().to_owned())
}

/// What the check has to say, which is the work that is left.
fn tell(folder: &Path, file: &Path) -> Result<()> {
    let library = library::open(&folder.join(file))?;
    let of = |level: Level, noun: &str| {
        let found = library.entries().iter().flat_map(|held| held.findings()).filter(|finding| finding.level == level).count();
        count(found, noun)
    };
    eprintln!(
        "bluf: {} is written; the check finds {}, {} and {}",
        neutral(&folder.display().to_string()),
        of(Level::Error, "error"),
        of(Level::Warning, "warning"),
        of(Level::Note, "note")
    );
    Ok(())
}
