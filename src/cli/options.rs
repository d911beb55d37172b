//! Options of an export are of some formats, and the file is named as one of its format.

use crate::export::{FORMATS, Format, Holds, names};
use crate::text::{choice, neutral, series};
use anyhow::{Result, bail};
use std::path::Path;

/// What is handed on beside what was read.
#[derive(Debug, Clone, clap::Args)]
pub struct More {
    /// With your own notes
    #[arg(long)]
    pub notes: bool,
    /// With what the check finds, for those who edit
    #[arg(long)]
    pub findings: bool,
}

/// What was said of an export: an option, and which formats have it.
pub type Given = (&'static str, fn(&Format) -> bool);

pub fn is_memo(format: &Format) -> bool {
    format.holds == Holds::Letter
}

pub fn has_forms(format: &Format) -> bool {
    format.forms.is_some()
}

/// Notes and findings.
pub fn has_more(format: &Format) -> bool {
    matches!(format.holds, Holds::Pages | Holds::All)
}

pub fn has_fonts(format: &Format) -> bool {
    format.ending == "pdf"
}

/// # Errors
///
/// An option is of other formats, and nobody would heed it.
pub fn fit(given: &[Given], format: &Format, form: Option<&Format>) -> Result<()> {
    let wrong = given.iter().filter(|(_, fits)| !fits(format) && !form.is_some_and(fits));
    let wrong: Vec<String> =
        wrong.map(|(name, fits)| format!("`{name}` is of {}", choice(&names(|row| row.handed.is_some() && fits(row))))).collect();
    if !wrong.is_empty() {
        bail!(
            "{}, and this is written as {}",
            series(&wrong),
            form.map_or_else(|| format.name.to_owned(), |form| format!("{} in {}", format.name, form.name))
        );
    }
    Ok(())
}

/// A file whose name ends as those of another format would be opened as what it is not. JSON-LD is JSON, and a bundle too.
///
/// # Errors
///
/// It does.
pub fn named_as(file: &Path, format: &Format, form: Option<&Format>) -> Result<()> {
    fn last(ending: &str) -> &str {
        ending.rsplit('.').next().unwrap_or_default()
    }
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let own = last(form.unwrap_or(format).ending);
    let other = FORMATS.iter().find(|row| row.handed.is_some() && last(row.ending) == ending);
    if let Some(other) = other.filter(|_| !ending.is_empty() && !own.starts_with(&ending)) {
        let (name, written) = (neutral(&file.display().to_string()).into_owned(), form.unwrap_or(format).name);
        bail!("{name} is named as {}, and it would be written as {written}; give it a name that ends in `.{own}`", other.name);
    }
    Ok(())
}
