//! What the command line says of a memo.

use super::flags;
use super::options::{Given, has_forms, is_memo};
use super::session::Session;
use crate::briefing::Date;
use crate::briefing::scale::Vocabulary;
use crate::export::letterhead::{Letter, Paper};
use crate::export::{FORMATS, Format};
use crate::text::{capitalised, choice};
use anyhow::{Result, bail};
use clap::builder::TypedValueParser;
use std::path::Path;

/// A memo's letterhead and paper.
#[derive(Debug, Clone, clap::Args)]
#[command(next_help_heading = "Memo")]
pub struct MemoArguments {
    /// The form of a memo or of slides; where there is none, the ending of the file's name tells, else a memo is text and slides are HTML
    #[arg(long = "as", value_parser = form_arg(), value_name = "FORMAT")]
    form: Option<&'static Format>,
    /// Whom it is to; else the configuration says, else the briefing's customers
    #[arg(long, value_name = "NAME")]
    memo_to: Option<String>,
    /// Whom it is from; else the configuration says, else the briefing's authors
    #[arg(long, value_name = "NAME")]
    memo_from: Option<String>,
    /// Its date, where not that of the briefing: 2030-07-01, 1 July 2030
    #[arg(long, value_name = "DATE", value_parser = date)]
    memo_date: Option<String>,
    /// What it is about, where not the briefing's title
    #[arg(long, value_name = "WORDS")]
    memo_subject: Option<String>,
    /// a4 or letter
    #[arg(long, value_parser = paper)]
    paper: Option<Paper>,
    /// A key judgement to leave out: J5
    #[arg(long, value_name = "ID")]
    cut: Vec<String>,
}

fn form_arg() -> impl TypedValueParser<Value = &'static Format> {
    flags::formats(forms().map(|format| (format, capitalised(format.help))))
}

fn forms() -> impl Iterator<Item = &'static Format> {
    FORMATS.iter().filter(|form| FORMATS.iter().any(|format| format.forms.is_some_and(|fits| fits(form))))
}

fn paper(word: &str) -> Result<Paper, String> {
    Paper::from_word(word).ok_or_else(|| format!("no paper is called so; write {}", choice(&Paper::words())))
}

/// Written as the briefing's own date is.
fn date(text: &str) -> Result<String, String> {
    let date = Date::parse(text.trim()).or_else(|| Date::in_words(text));
    date.map(|date| date.to_string()).ok_or_else(|| "it is no date: write 2030-07-01, 2030-07, 2030 or 1 July 2030".to_owned())
}

impl MemoArguments {
    /// Which options are given, each with the formats that have it.
    pub fn given(&self) -> impl Iterator<Item = Given> {
        let form: Given = ("--as", has_forms);
        let given = [
            ("--memo-to", self.memo_to.is_some()),
            ("--memo-from", self.memo_from.is_some()),
            ("--memo-date", self.memo_date.is_some()),
            ("--memo-subject", self.memo_subject.is_some()),
            ("--paper", self.paper.is_some()),
            ("--cut", !self.cut.is_empty()),
        ];
        let of_memo = given.into_iter().filter(|(_, is_given)| *is_given).map(|(name, _)| -> Given { (name, is_memo) });
        self.form.map(|_| form).into_iter().chain(of_memo)
    }

    pub fn letter(&self, session: &Session, form: Option<&'static Format>) -> Result<Letter> {
        let set = Letter::of(&session.settings)?;
        Ok(Letter {
            to: self.memo_to.clone().or(set.to),
            from: self.memo_from.clone().or(set.from),
            date: self.memo_date.clone(),
            subject: self.memo_subject.clone(),
            paper: self.paper.unwrap_or(set.paper),
            cut: self.cut.clone(),
            form,
        })
    }

    /// The form of a format that has some: as it is said, else by the ending of the file that it is written to.
    pub fn form(&self, format: &Format, file: Option<&Path>) -> Result<Option<&'static Format>> {
        let Some(fits) = format.forms else { return Ok(None) };
        let ending = file.and_then(Path::extension).and_then(|ending| ending.to_str()).unwrap_or_default();
        let by_ending = || FORMATS.iter().find(|form| !ending.is_empty() && form.ending == ending);
        match self.form.or_else(by_ending) {
            Some(form) if !fits(form) => {
                let names: Vec<&str> = FORMATS.iter().filter(|form| fits(form)).map(|form| form.name).collect();
                bail!("`{}` is not written as {}; say `--as` {}", format.name, form.name, choice(&names))
            }
            form => Ok(form),
        }
    }
}
