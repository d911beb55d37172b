//! `bluf brief --notes`: the terminal of whoever speaks.

use crate::cli::flags::Said;
use crate::cli::session::{Session, target};
use crate::cli::{output, themes};
use crate::settings::{SaidBy, Setting};
use crate::talk::guest::{Guest, Joined, Wanted};
use crate::talk::protocol::Command;
use crate::talk::rehearsal::clock;
use crate::text::neutral;
use crate::tui::run::{SpeakerScreen, run as run_program};
use crate::tui::theme::{Background, Depth, Look, Theme};
use anyhow::{Result, bail};
use std::io::{BufRead, IsTerminal, stdin, stdout};
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

pub fn run(named: Option<&str>, socket: Option<PathBuf>, said: Said) -> Result<ExitCode> {
    let session = Session::new(said)?;
    let wanted = match (socket, named) {
        (Some(path), _) => Wanted::At(path),
        (None, None) => Wanted::Any,
        (None, Some(_)) => Wanted::Of(briefing(&session, named)?),
    };
    let plain = *session.settings.said_by(Setting::Linear) == SaidBy::Default && stdout().is_terminal() && output::is_dumb();
    if plain || session.is_on(Setting::Linear) {
        return linear(&wanted);
    }
    if !stdin().is_terminal() || !stdout().is_terminal() {
        bail!("the speaker's screen needs a terminal; `bluf brief --notes --linear` prints it as text");
    }
    let themes = themes::read();
    themes::check(&themes, session.settings.word(Setting::Theme))?;
    let depth = Depth::of_environment(*session.settings.said_by(Setting::Theme) == SaidBy::Flag);
    let look = themes.look(session.settings.word(Setting::Theme)).unwrap_or(Look::Terminal);
    let theme = Theme::of(&look, depth, Background::of_environment());
    let (ascii, restricted) = (session.is_on(Setting::Ascii), session.is_on(Setting::Restricted));
    run_program(&mut SpeakerScreen::new(wanted, theme, ascii, restricted))?;
    Ok(ExitCode::SUCCESS)
}

/// The id of the briefing that is named, whatever file it is in.
fn briefing(session: &Session, named: Option<&str>) -> Result<String> {
    let (path, address) = target(named)?;
    if let Some(id) = address.as_ref().and_then(|address| address.place.briefing()) {
        return Ok(id.to_owned());
    }
    match *session.open(path)?.entries() {
        [only] => Ok(only.id.clone()),
        _ => bail!("name the briefing whose talk is to be joined"),
    }
}

/// The same as text: each state as it comes; what is typed is what the keys do.
fn linear(wanted: &Wanted) -> Result<ExitCode> {
    let guest = Guest::default();
    let (listening, wanted) = (guest.clone(), wanted.clone());
    thread::spawn(move || listening.listen(&wanted, &|| _ = output::say(&told(&listening.joined()))));
    output::say("n goes on, b goes back, a number goes to that slide, o and a number opens what answers that question, q quits.\n")?;
    for line in stdin().lock().lines() {
        let line = line?;
        let words: Vec<&str> = line.split_whitespace().collect();
        let questions = || guest.joined().told.map(|(state, _)| state.questions).unwrap_or_default();
        let command = match words.as_slice() {
            ["q"] => return Ok(ExitCode::SUCCESS),
            [] | ["n"] => Some(Command::Next),
            ["b"] => Some(Command::Back),
            [number] => number.parse().ok().map(|slide| Command::Goto { slide }),
            ["o", number] => {
                let question = number.parse::<usize>().ok().and_then(|number| questions().into_iter().nth(number.checked_sub(1)?));
                question.map(|question| Command::Open { address: question.address })
            }
            _ => None,
        };
        match command {
            Some(command) if guest.say(&command) => {}
            Some(_) => _ = output::say("No talk is joined.\n")?,
            None => _ = output::say("n, b, a number, o and a number, or q.\n")?,
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn told(joined: &Joined) -> String {
    let mut said = String::new();
    if let Some(why) = &joined.away {
        said.push_str(&format!("{}\n", neutral(why)));
    } else if let Some((state, _)) = &joined.told {
        let spent = clock(Duration::from_millis(state.spent));
        let of = state.planned.map_or_else(String::new, |planned| format!(" of {}", clock(Duration::from_millis(planned))));
        let page = state.page_words();
        let slide = format!("Slide {} of {}{page}, {spent}{of}. The room sees {}.", state.slide, state.slides, state.here);
        let mut lines = vec![state.marking.clone(), slide];
        lines.extend(state.words.clone());
        lines.push(state.next.as_ref().map_or_else(|| "This is the last slide.".to_owned(), |next| format!("Next: {next}")));
        lines.extend(state.notes.iter().map(|note| format!("Say: {note}")));
        lines.extend(
            state.questions.iter().enumerate().map(|(at, one)| format!("May be asked, {}: {} Answer: {}", at + 1, one.words, one.address)),
        );
        lines.extend(state.asked.iter().map(|asked| format!("Asked and not answered: {asked}")));
        lines.push(state.marking.clone());
        for line in &lines {
            said.push_str(&format!("{}\n", neutral(line)));
        }
    }
    said
}
