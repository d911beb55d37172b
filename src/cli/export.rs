//! `bluf export`: a briefing, or a part of it, as a file for others.

use super::flags::Said;
use super::options::{Given, More, fit, has_fonts, has_more, named_as};
use super::session::{Session, target};
use super::show::format_arg;
use super::{letterhead, output, themes};
use crate::briefing::Level;
use crate::briefing::redaction::LeftOut;
use crate::briefing::scale::{Marking, Markings, Vocabulary};
use crate::export::page_set::{Extent, Handed};
use crate::export::{FORMATS, Format, Told, for_readers};
use crate::library::{HeldBriefing, Library};
use crate::page::{At, Place, World, locate};
use crate::personal::Notes;
use crate::personal::files::write_for_others;
use crate::personal::left_behind::sweep_beside;
use crate::settings::{GivenFont, Setting};
use crate::text::{bytes as size, capitalised, choice, count, meant, neutral, series};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

/// What to hand on, and how.
#[derive(Debug, Clone, clap::Args)]
pub struct Arguments {
    /// A briefing, a section, an item, a view: russia-iran-treaty, russia-iran-treaty#J1; or a briefing's file
    #[arg(value_name = "ADDRESS|FILE")]
    target: String,
    /// The format; where there is none, the ending of the file's name tells
    #[arg(long, value_parser = format_arg(), value_name = "FORMAT")]
    to: Option<&'static Format>,
    /// The file to write; `-`, or none, is standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Leave out what is marked above this, or has a caveat that this lacks: TLP:GREEN, SECRET//REL TO USA, GBR
    #[arg(long, value_name = "MARKING", value_parser = marking)]
    max_marking: Option<String>,
    #[command(flatten)]
    more: More,
    /// A font for PDF, or a folder of them, asked before those of the configuration, the program and the system; arabic=FILE for a script
    #[arg(long, value_name = "[SCRIPT=]PATH", value_parser = GivenFont::read)]
    font: Vec<GivenFont>,
    /// Write over a file that is there
    #[arg(long)]
    force: bool,
    /// Also when the check finds errors; they stand in the export
    #[arg(long)]
    anyway: bool,
    #[command(flatten)]
    letter: letterhead::MemoArguments,
}

/// As it is written: only the briefing can say in whose words.
fn marking(word: &str) -> Result<String, String> {
    let known: Vec<&str> = Markings::all().iter().flat_map(|markings| markings.choices()).collect();
    let otherwise = || format!("write {}, or a word of another vocabulary", choice(&Markings::Tlp.choices()));
    let is_known = Marking::written(word).is_some();
    if is_known { Ok(word.to_owned()) } else { Err(format!("no marking is called so; {}", meant(word, known, otherwise))) }
}

pub fn run(arguments: &Arguments, said: Said) -> Result<ExitCode> {
    let to = arguments.format()?;
    let file = arguments.file();
    let form = arguments.letter.form(to, file)?;
    arguments.fits(to, form)?;
    if let Some(file) = file.filter(|file| is_there(file) && !arguments.force) {
        bail!("{} is there already; `--force` writes over it", file.display());
    }
    let Format { name, handed: Some(format), .. } = to else { bail!("nothing is handed on as {}", to.name) };
    let session = Session::new(said)?;
    if session.is_on(Setting::Restricted) && (file.is_some() || !arguments.font.is_empty()) {
        bail!("restricted mode writes no file and opens no font; `-o -` prints");
    }
    let (path, address) = target(Some(&arguments.target))?;
    let mut world = match (&address, &arguments.max_marking) {
        (Some(address), None) => session.open_at(path, &address.place)?,
        _ => session.open(path)?,
    };
    world.guide = session.guide(&themes::read());
    if arguments.more.notes {
        let shelf = session.shelf(&world.library).context("there is no folder that notes are read from")?;
        world.notes = Arc::new(Notes::read(shelf));
        output::problems(&world.notes);
    }
    let stale = address.as_ref().and_then(|address| address.stale(&world));
    let place = address.map_or_else(|| crate::page::beginning(&world), |address| address.place);
    let world = match &arguments.max_marking {
        Some(limit) => within(world, &place, limit)?,
        None => world,
    };
    if let Some(code) = refused(&locate(&world, &place)?, arguments.anyway) {
        return Ok(code);
    }
    let told = if arguments.more.findings { Told::All } else { Told::Errors };
    let world = for_readers(&world, &place, to, told)?;
    let mut handed = Handed::new(&world, locate(&world, &place)?, Extent { details: true, notes: arguments.more.notes });
    handed.letter = arguments.letter.letter(&session, form)?;
    handed.fonts = arguments.font.iter().cloned().chain(session.settings.fonts()).collect();
    let bytes = format(&handed).with_context(|| format!("cannot write {place} as {name}"))?;
    for notice in handed.notices() {
        eprintln!("bluf: {}", neutral(&notice));
    }
    match file {
        Some(file) => {
            sweep_beside(file);
            let written = if is_device(file) { std::fs::write(file, &bytes) } else { write_for_others(file, &bytes) };
            written.with_context(|| format!("cannot write {}", file.display()))?;
            let marking = handed.marking.as_ref().map_or_else(String::new, |(marking, _)| format!(", {marking}"));
            eprintln!("bluf: wrote {} ({}{marking})", neutral(&file.display().to_string()), size(bytes.len()));
        }
        None => output::print_bytes(&bytes, name)?,
    }
    // The program ends: its pages need not be given back one by one.
    std::mem::forget(handed);
    Ok(output::said_of_stale(stale.as_deref()))
}

impl Arguments {
    /// What is asked for can be had in this format, and its file is named as one of it.
    fn fits(&self, to: &Format, form: Option<&Format>) -> Result<()> {
        let own: [(Given, bool); 3] = [
            (("--notes", has_more), self.more.notes),
            (("--findings", has_more), self.more.findings),
            (("--font", has_fonts), !self.font.is_empty()),
        ];
        let own = own.into_iter().filter(|(_, is_given)| *is_given).map(|(given, _)| given);
        fit(&own.chain(self.letter.given()).collect::<Vec<_>>(), to, form)?;
        if let Some(file) = self.file() {
            named_as(file, to, form)?;
        }
        if self.more.notes && self.max_marking.is_some() {
            bail!("`--notes` does not go with `--max-marking`: your notes, and what a speaker is to say, have no marking to be held to it");
        }
        Ok(())
    }

    /// `None` for standard output.
    fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|file| !["-", "/dev/stdout"].map(Path::new).contains(file))
    }

    fn format(&self) -> Result<&'static Format> {
        if let Some(format) = self.to {
            return Ok(format);
        }
        let name = self.output.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
        // `.stix.json` says more than `.json`, and `.memo.pdf` more than `.pdf`.
        let endings = formats().flat_map(|format| endings(format).map(move |ending| (format, ending)));
        let by_ending = endings.filter(|(_, ending)| name.ends_with(&format!(".{ending}"))).max_by_key(|(_, ending)| ending.len());
        by_ending.map(|(format, _)| format).with_context(|| {
            let names = choice(&formats().map(|format| format.name).collect::<Vec<_>>());
            let ending = self.file().map_or_else(String::new, |file| match file.extension() {
                Some(ending) => format!("no format's files end in `.{}`; ", neutral(&ending.to_string_lossy())),
                None => "the name of the file does not end like one of a format; ".to_owned(),
            });
            format!("in which format? {}", capitalised(&format!("{ending}say `--to` {names}")))
        })
    }
}

fn formats() -> impl Iterator<Item = &'static Format> {
    FORMATS.iter().filter(|format| format.handed.is_some())
}

/// How the names of its files may end: of a memo by its form too.
fn endings(format: &'static Format) -> impl Iterator<Item = String> {
    let forms = FORMATS.iter().filter(|form| format.forms.is_some_and(|fits| fits(form)));
    std::iter::once(format.ending.to_owned()).chain(forms.map(|form| format!("{}.{}", format.name, form.ending)))
}

/// A file that would be lost, or a link, wherever it leads.
fn is_there(file: &Path) -> bool {
    std::fs::symlink_metadata(file).is_ok() && !is_device(file)
}

/// What is written to it is kept nowhere: nothing is lost.
fn is_device(file: &Path) -> bool {
    std::fs::metadata(file).is_ok_and(|there| !there.is_file() && !there.is_dir())
}

/// The library without what is above the limit; says what that is.
fn within(world: World, place: &Place, limit: &str) -> Result<World> {
    let Some(id) = place.briefing() else { bail!("`--max-marking` is for one briefing, and `{place}` is of none") };
    let At::In(held, _) = locate(&world, place)? else { bail!("`{place}` is in no briefing") };
    let (reduced, left) = held.within(limit).map_err(|why| anyhow::anyhow!("{}: {why}", held.path))?;
    for line in said_of(&left, limit) {
        eprintln!("bluf: {}", neutral(&line));
    }
    if left.items.iter().any(|gone| place.above().is_some() && place.to_string() == format!("{id}#{gone}")) {
        bail!("`{place}` itself is above {limit}");
    }
    let library = Library::new(vec![reduced]);
    Ok(World { library, ..world })
}

/// What was left out, a line each, and what was not held to the limit.
fn said_of(left: &LeftOut, limit: &str) -> Vec<String> {
    let mut said = Vec::new();
    if !left.items.is_empty() {
        let links: Vec<String> = left.links.iter().map(|(from, to)| format!("{from} to {to}")).collect();
        let items = count(left.items.len(), "item");
        let with = if links.is_empty() { String::new() } else { format!("; links that went with them: {}", links.join(", ")) };
        said.push(format!("left out as above {limit}: {items}, {}{with}", left.items.join(", ")));
    }
    if !left.untold.is_empty() {
        said.push(format!("of these nobody has said whether other states may have them: {}", left.untold.join(", ")));
    }
    if !left.fields.is_empty() {
        let fields: Vec<String> = left.fields.iter().map(|(id, field)| format!("{id} {field}").trim_start().to_owned()).collect();
        said.push(format!("left out as resting on what is above it: {}", fields.join(", ")));
    }
    if !left.sections.is_empty() {
        said.push(format!("left out, for nothing stands in it any more: {}", left.sections.join(", ")));
    }
    if left.previous {
        said.push(format!("left out: the edition before, which nobody has held to {limit}"));
    }
    if !left.unmarked.is_empty() {
        let has = if left.unmarked.len() == 1 { "has no marking of its own: read it" } else { "have no marking of their own: read them" };
        said.push(format!("{} {has} before you hand this on", series(&left.unmarked)));
    }
    said
}

/// A briefing with errors is not handed on, unless that is meant.
fn refused(at: &At<'_>, anyway: bool) -> Option<ExitCode> {
    let held: &HeldBriefing = at.inside()?.0;
    let errors = held.count(Level::Error);
    if errors == 0 || anyway {
        return None;
    }
    let path = neutral(&held.path);
    eprintln!("bluf: not exported: {} in {path}; see `bluf check {path}`, or add `--anyway`", count(errors, "error"));
    Some(ExitCode::from(1))
}
