//! Finding and reading the configuration file.

use super::flags::{self, Said};
use super::output::{self, Told};
use super::themes;
use crate::briefing::Finding;
use crate::export::findings::caret::draw;
use crate::keys::keymap::Keymap;
use crate::personal::files::Folder;
use crate::settings::{ConfigurationFile, SaidBy, Setting, Settings};
use crate::text::count;
use crate::text::lines::Lines;
use crate::text::os_error::without_number;
use crate::tui::model::Message;
use anyhow::{Context, Result};
use std::env;
use std::fs::File;
use std::io::{ErrorKind, Read, stderr};
use std::path::{Path, PathBuf};

pub const VARIABLE: &str = "BLUF_CONFIG";
/// The largest file that is read, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// Where the configuration file is: where the command line says, else the environment, else in the usual folder. And
/// whether it must be there, as a file that was named must.
pub fn path(said: &Said) -> Option<(PathBuf, bool)> {
    let named = said.config.clone().or_else(|| flags::path_in(VARIABLE));
    let usual = || Folder::Configuration.path().map(|folder| (folder.join("config.yaml"), false));
    named.map(|path| (path, true)).or_else(usual)
}

/// `None`: there is no such file.
fn read(said: &Said) -> Result<Option<(PathBuf, ConfigurationFile)>> {
    let Some((path, must)) = path(said) else { return Ok(None) };
    let mut bytes = Vec::new();
    // Whoever names a pipe means it.
    match File::open(&path).and_then(|file| file.take(LARGEST).read_to_end(&mut bytes)) {
        Err(error) if error.kind() == ErrorKind::NotFound && !must => return Ok(None),
        result => result.with_context(|| format!("cannot read the configuration {}", path.display()))?,
    };
    let text = String::from_utf8(bytes).with_context(|| format!("the configuration {} is not UTF-8", path.display()))?;
    let file = ConfigurationFile::read(text.trim_start_matches('\u{feff}'));
    Ok(Some((path, file)))
}

pub struct Configured {
    pub settings: Settings,
    pub keymap: Keymap,
    /// `None`: there is no such file.
    pub path: Option<PathBuf>,
}

enum Wrong {
    File(Option<PathBuf>, String, Vec<Finding>),
    /// It cannot be read, or the environment says what is no value.
    Other(anyhow::Error),
}

fn all(said: &Said) -> Result<Configured, Wrong> {
    let file = read(said).map_err(Wrong::Other)?;
    let (path, file) = file.unzip();
    let bindings = file.as_ref().map_or(&[][..], |file| file.bindings.as_slice());
    let (keymap, clashes) = Keymap::new(bindings).map_or_else(|findings| (None, findings), |keymap| (Some(keymap), Vec::new()));
    let unknown = file.as_ref().and_then(unknown_theme);
    let mut findings: Vec<Finding> = file.iter().flat_map(|file| file.findings.clone()).chain(clashes).chain(unknown).collect();
    let Some(keymap) = keymap.filter(|_| findings.is_empty()) else {
        findings.sort_by_key(|finding| finding.span);
        return Err(Wrong::File(path, file.map(|file| file.text).unwrap_or_default(), findings));
    };
    let settings = Settings::new(&said.flags, |name| env::var_os(name), file.as_ref()).map_err(|wrong| Wrong::Other(wrong.into()))?;
    let theme = settings.word(Setting::Theme);
    if matches!(settings.said_by(Setting::Theme), SaidBy::Flag | SaidBy::Environment) {
        themes::read().named(theme).map_err(|unknown| Wrong::Other(unknown.into()))?;
    }
    Ok(Configured { settings, keymap, path })
}

/// The theme that the file names, where there is none of that name.
fn unknown_theme(file: &ConfigurationFile) -> Option<Finding> {
    let (name, _) = file.value(Setting::Theme)?;
    let unknown = themes::read().named(name).err()?;
    Some(Finding::new("config/unknown-theme", "", name.span, unknown.to_string()))
}

/// The mistakes of the file are told here, because drawing them takes more than a line.
pub fn configured(said: &Said) -> Result<Configured> {
    all(said).map_err(|wrong| match wrong {
        Wrong::File(path, text, findings) => {
            let unread = Settings::new(&said.flags, |name| env::var_os(name), None);
            let restricted = unread.is_ok_and(|settings| settings.is_on(Setting::Restricted));
            refuse(path.as_deref(), &text, &findings, restricted);
            Told.into()
        }
        Wrong::Other(error) => error,
    })
}

/// What a running program hears when the file was saved: what is set now, or what is wrong while all stays as it was.
pub fn again(said: &Said, restricted: bool) -> Message {
    let kept = |why: &str| Message::Trouble(format!("Kept the last good configuration: {why}."));
    match all(said) {
        Ok(Configured { settings, keymap, .. }) => Message::Configured { settings: Box::new(settings), keymap: Box::new(keymap) },
        Err(Wrong::File(_, text, findings)) => {
            let first = findings
                .first()
                .map(|finding| format!("line {}, {}", Lines::new(&text).position(finding.span.start).line, finding.message));
            // In restricted mode the file may be any that somebody named, and nothing of it is shown.
            let first = first.filter(|_| !restricted);
            kept(&first.unwrap_or_else(|| count(findings.len(), "mistake")))
        }
        Err(Wrong::Other(error)) => kept(without_number(&format!("{error:#}"))),
    }
}

/// Says what is wrong with the file, and what to do. In restricted mode the file may be any that somebody named, and
/// nothing of it is shown.
fn refuse(path: Option<&Path>, text: &str, findings: &[Finding], restricted: bool) {
    let path = path.map_or_else(String::new, |path| path.display().to_string());
    let drawn = if restricted { String::new() } else { draw(&path, text, findings, output::colour_of(&stderr())) };
    let mistakes = count(findings.len(), "mistake");
    eprintln!("{drawn}bluf: the configuration has {mistakes}; `bluf --config /dev/null` runs without one");
}
