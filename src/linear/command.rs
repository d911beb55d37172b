//! The lines that can be typed, and what they mean.

use crate::text::fold::{Folded, Folding};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// The next part of the page; at its end, the page again.
    More,
    /// The page from its beginning.
    Top,
    Link(usize),
    Back,
    Forward,
    Find(String),
    /// A question in plain words.
    Ask(String),
    /// The whole library is searched.
    Search(String),
    /// The search is saved under a name.
    Save(String),
    /// Back to the slide, or to the first one.
    Slide,
    /// The question that is read is kept as not answered, or no longer.
    Unanswered,
    /// All of this was read.
    MarkRead,
    NextHit,
    PreviousHit,
    /// Against the judgement of this page, or of the link with a number.
    Contrary(Option<usize>),
    /// What falls if this is false, or what the link with a number leads to.
    IfFalse(Option<usize>),
    /// The tabs, or the one with a number.
    Tabs(Option<usize>),
    /// The next of the same kind: judgement, claim, sentence.
    Next,
    Previous,
    Library,
    /// The trail.
    Where,
    Help,
    Quit,
    /// Anything else: an address, or the id of an item.
    Address(String),
}

/// A command that is a word, alone or with a number behind it.
struct CommandRow {
    typed: &'static [&'static str],
    does: &'static str,
    alone: Option<fn() -> Command>,
    numbered: Option<fn(usize) -> Command>,
}

const fn row(typed: &'static [&'static str], does: &'static str, alone: fn() -> Command) -> CommandRow {
    CommandRow { typed, does, alone: Some(alone), numbered: None }
}

static COMMANDS: [CommandRow; 17] = [
    row(&["b", "back"], "go back", || Command::Back),
    row(&["f", "forward"], "go forward again", || Command::Forward),
    row(&["n"], "go to the next place where the words stand", || Command::NextHit),
    row(&["p"], "go to the place before", || Command::PreviousHit),
    CommandRow {
        typed: &["c", "contrary"],
        does: "read what speaks against this judgement; c 3, against that of link 3",
        alone: Some(|| Command::Contrary(None)),
        numbered: Some(|number| Command::Contrary(Some(number))),
    },
    CommandRow {
        typed: &["i", "if-false"],
        does: "read what falls if this is false, or what carries this judgement; i 3, of link 3",
        alone: Some(|| Command::IfFalse(None)),
        numbered: Some(|number| Command::IfFalse(Some(number))),
    },
    CommandRow {
        typed: &["t", "tabs"],
        does: "list the tabs of the briefing; t 3 opens tab 3",
        alone: Some(|| Command::Tabs(None)),
        numbered: Some(|number| Command::Tabs(Some(number))),
    },
    row(&["j", "next"], "go to the next of the same kind: judgement, claim, sentence", || Command::Next),
    row(&["k", "previous"], "go to the one before", || Command::Previous),
    row(&["g", "top"], "read this page from its beginning", || Command::Top),
    row(&["s", "slide"], "go back to the slide that you came from, or begin the talk", || Command::Slide),
    row(&["x", "unanswered"], "keep the question of this page as not answered; again takes it back", || Command::Unanswered),
    row(&["r", "read"], "mark all of this briefing as read, or all that the list shows; again takes it back", || Command::MarkRead),
    row(&["w", "where"], "say where you are", || Command::Where),
    row(&["l", "library"], "list the briefings", || Command::Library),
    row(&["?", "help"], "say this again", || Command::Help),
    row(&["q", "quit"], "quit", || Command::Quit),
];

pub fn help() -> Vec<String> {
    let mut lines = vec![
        "Type one of these and press Enter.".to_owned(),
        "A number: open the link with that number.".to_owned(),
        "Nothing: read on; at the end of a page, read it again.".to_owned(),
        "/ and words: find the words on this page. /= and words: exactly as written.".to_owned(),
        "search and a query: search the whole library, by words and by fields such as in:judgement or is:unread.".to_owned(),
        "save and a name: save the search that you are in; it stands at the head of the list of briefings.".to_owned(),
        "ask and a question in plain words: what of the briefing bears on it.".to_owned(),
    ];
    lines.extend(COMMANDS.iter().map(|row| format!("{}: {}.", row.typed.join(" or "), row.does)));
    lines.push("An address, or a word of this briefing: go there. For example J1, ART:8, outlook, J1 check.".to_owned());
    lines
        .push("Over the whole library: signposts, overdue, score, actor: and a name, tag: and a word, source: and a publisher.".to_owned());
    lines
}

/// Makes a command of what stands behind a word.
type Made = fn(String) -> Command;

impl Command {
    pub fn parse(line: &str) -> Self {
        let line = line.trim();
        if line.is_empty() {
            return Self::More;
        }
        if let Some(number) = number(line) {
            return Self::Link(number);
        }
        if let Some(words) = line.strip_prefix('/') {
            return Self::Find(words.trim().to_owned());
        }
        let prompts: [(_, Made); 3] = [("ask ", Self::Ask), ("search ", Self::Search), ("save ", Self::Save)];
        if let Some((rest, command)) = prompts.iter().find_map(|(word, command)| Some((line.strip_prefix(word)?, command))) {
            return command(rest.trim().to_owned());
        }
        let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let row = COMMANDS.iter().find(|row| row.typed.contains(&word));
        let command = row.and_then(|row| match rest.trim() {
            "" => row.alone.map(|command| command()),
            rest => number(rest).and_then(|number| row.numbered.map(|command| command(number))),
        });
        command.unwrap_or_else(|| Self::Address(line.to_owned()))
    }
}

/// A number, in the digits of any keyboard that a search knows.
fn number(typed: &str) -> Option<usize> {
    Folded::new(typed, Folding::Search).as_str().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e15_a_line_is_a_number_a_word_or_an_address() {
        for (line, command) in [
            ("", Command::More),
            (" 12 ", Command::Link(12)),
            ("۱۲", Command::Link(12)),
            ("c ٣", Command::Contrary(Some(3))),
            ("b", Command::Back),
            ("c 3", Command::Contrary(Some(3))),
            ("t", Command::Tabs(None)),
            ("/two words", Command::Find("two words".to_owned())),
            ("c x", Command::Address("c x".to_owned())),
            ("port#J1", Command::Address("port#J1".to_owned())),
        ] {
            assert_eq!(Command::parse(line), command, "{line}");
        }
    }

    #[test]
    fn e15_no_word_has_two_meanings_and_help_says_each() {
        let mut words: Vec<&str> = COMMANDS.iter().flat_map(|row| row.typed).copied().collect();
        let all = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), all);
        assert!(words.iter().all(|word| help().iter().any(|line| line.contains(word))));
    }
}
