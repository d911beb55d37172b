//! The table of actions: keymap, Help, hints and the README's table of keys all read it.

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    Down,
    Up,
    PageDown,
    PageUp,
    Top,
    End,
    Open,
    Right,
    Left,
    Edit,
    Back,
    Forward,
    Library,
    /// 0-based.
    Tab(u8),
    NextTab,
    PreviousTab,
    Next,
    Previous,
    /// To the next sentence that is neither claimed nor set aside.
    NextOpen,
    PreviousOpen,
    /// To what speaks against the judgement, and back to it.
    Contrary,
    /// To what falls if this is false, and back.
    IfFalse,
    /// To the list of formats for what the cursor is on.
    HandOn,
    Search,
    /// Searches the whole library.
    Find,
    /// Under a name, or under another one.
    SaveSearch,
    /// To what the list of the library may be filtered and sorted by.
    Filter,
    NextHit,
    PreviousHit,
    Theme,
    Note,
    Mark,
    Notes,
    /// All of the briefing, or all that the list shows, was read.
    MarkRead,
    Help,
    Palette,
    Copy,
    Cite,
    Select,
    Letters,
    Mouse,
    Recent,
    /// What is watched in the whole library.
    Signposts,
    /// How judgements came out.
    Score,
    Tour,
    /// The talk, and from deeper pages back to its slide.
    Brief,
    /// A question in plain words.
    Ask,
    /// The question was not answered.
    Unanswered,
    /// It changes a briefing's file.
    Curate(Curating),
    /// The page alone on the screen, and back.
    Alone,
    Wider,
    Narrower,
    LeftWider,
    LeftNarrower,
    /// Nearer to what a map shows.
    Nearer,
    Farther,
    Cancel,
    Suspend,
    Quit,
}

/// What is done to a briefing's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Curating {
    /// Of the open sentences of a source candidates.
    Draft,
    /// Of words of a source a claim.
    MakeClaim,
    /// Of words of a source more words of a claim that there is.
    AddWords,
    SetAside,
    /// On a source that has changed: the words that a passage may mean today.
    Reanchor,
    /// What the briefing was written on, beside what it is today.
    KeepOld,
    /// What an item says, how it is rated, what it is linked to.
    Change,
    /// The last act on the briefing's file.
    Undo,
}

/// Where an action does something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    Everywhere,
    Briefing,
    /// On the page of an item or a sentence.
    Item,
    /// On the text of a source, the card of a sentence, what waits to be taken or has drifted.
    Source,
    /// On a page of a judgement, and where the stop leads to one.
    Judgement,
    /// On these, and where the stop leads to one.
    Doubted,
    /// On a page with a map.
    Map,
    /// On what bears on a question.
    Question,
}

impl Scope {
    #[must_use]
    pub fn words(self) -> &'static str {
        [
            "everywhere",
            "in a briefing",
            "on an item or a sentence",
            "on a source, a sentence or a candidate",
            "on a judgement",
            "on a claim, assumption, source or judgement",
            "on a map",
            "on a question",
        ][self as usize]
    }
}

impl Action {
    /// It would start another program or write a file.
    #[must_use]
    pub fn is_refused_when_restricted(self) -> bool {
        matches!(self, Self::Edit | Self::Suspend | Self::Note | Self::Mark | Self::HandOn | Self::SaveSearch | Self::Curate(_))
    }
}

#[derive(Debug, Clone, Copy)]
pub struct ActionRow {
    pub action: Action,
    /// For configuration, palette and messages.
    pub name: &'static str,
    pub help: &'static str,
    /// By their names. Hints show the first.
    pub keys: &'static [&'static str],
    pub scope: Scope,
}

const fn row(action: Action, scope: Scope, name: &'static str, keys: &'static [&'static str], help: &'static str) -> ActionRow {
    ActionRow { action, name, help, keys, scope }
}

use Scope::{Briefing, Doubted, Everywhere, Item, Judgement, Map, Question, Source};

#[rustfmt::skip]
pub static ACTIONS: [ActionRow; 81] = [
    row(Action::Down,        Everywhere, "down",         &["Down", "j"],               "next stop, or scroll"),
    row(Action::Up,          Everywhere, "up",           &["Up", "k"],                 "previous stop, or scroll"),
    row(Action::PageDown,    Everywhere, "page-down",    &["PageDown", "Space"],       "a page down"),
    row(Action::PageUp,      Everywhere, "page-up",      &["PageUp"],                  "a page up"),
    row(Action::Top,         Everywhere, "top",          &["g", "Home"],               "top of the page"),
    row(Action::End,         Everywhere, "end",          &["G", "End"],                "end of the page"),
    row(Action::Open,        Everywhere, "open",         &["Enter"],                   "open the stop"),
    row(Action::Back,        Everywhere, "back",         &["Backspace"],               "back, to the same row"),
    row(Action::Right,       Everywhere, "right",        &["Right", "l"],              "in a figure a cell to the right, else open"),
    row(Action::Left,        Everywhere, "left",         &["Left", "h"],               "in a figure a cell to the left, else back"),
    row(Action::Forward,     Everywhere, "forward",      &["L"],                       "forward again"),
    row(Action::Search,      Everywhere, "search",       &["/"],                       "search this page; = first: exactly as written"),
    row(Action::Find,        Everywhere, "find",         &["f"],                       "search the whole library, by words and by fields"),
    row(Action::SaveSearch,  Everywhere, "save-search",  &["W"],                       "save the search, or the list as it is filtered, under a name; a saved one: rename it, with no name delete it"),
    row(Action::Filter,      Everywhere, "filter",       &[","],                       "filter, sort and group the list of the library"),
    row(Action::NextHit,     Everywhere, "next-hit",     &["n"],                       "next hit"),
    row(Action::PreviousHit, Everywhere, "previous-hit", &["N"],                       "previous hit"),
    row(Action::Edit,        Everywhere, "edit",         &["e"],                       "edit the briefing at this place, in $VISUAL or $EDITOR"),
    row(Action::Theme,       Everywhere, "theme",        &["T"],                       "choose a theme"),
    row(Action::Copy,        Everywhere, "copy",         &["y"],                       "copy what the cursor is on"),
    row(Action::Cite,        Everywhere, "cite",         &["Y"],                       "copy it with its citation"),
    row(Action::Select,      Everywhere, "select",       &["v"],                       "select text by keys"),
    row(Action::Letters,     Everywhere, "letters",      &["o"],                       "open a link by its letters"),
    row(Action::Mouse,       Everywhere, "mouse",        &["M"],                       "the mouse to the terminal, and back"),
    row(Action::Note,        Everywhere, "note",         &["a"],                       "write a note on what the cursor is on"),
    row(Action::Mark,        Everywhere, "mark",         &["m"],                       "mark what the cursor is on; again takes the mark away"),
    row(Action::Notes,       Everywhere, "notes",        &["A", "'"],                  "your notes and marks"),
    row(Action::MarkRead,    Everywhere, "mark-read",    &["R"],                       "mark all of the briefing as read, or all that the list shows; again takes it back"),
    row(Action::Help,        Everywhere, "help",         &["?"],                       "the keys that work here"),
    row(Action::Palette,     Everywhere, "palette",      &[":"],                       "any place or action by its name"),
    row(Action::Cancel,      Everywhere, "cancel",       &["Esc"],                     "undo the nearest: prompt, search marks, one step back"),
    row(Action::Suspend,     Everywhere, "suspend",      &["C-z"],                     "to the shell; fg comes back"),
    row(Action::Quit,        Everywhere, "quit",         &["q", "C-c"],                "quit"),
    row(Action::Library,     Everywhere, "library",      &["0"],                       "the library"),
    row(Action::Recent,      Everywhere, "recent",       &["r"],                       "the places that were opened last"),
    row(Action::Signposts,   Everywhere, "signposts",    &["S"],                       "what is watched in the whole library, due and seen, and what is overdue"),
    row(Action::Score,       Everywhere, "score",        &["C"],                       "how judgements came out: said and came, Brier score, by analyst"),
    row(Action::Tour,        Everywhere, "tour",         &["t"],                       "a short tour, from the bottom line to the words of the source"),
    row(Action::Brief,       Everywhere, "brief",        &["B"],                       "present the briefing; from what a slide led to, back to the slide"),
    row(Action::Ask,         Everywhere, "ask",          &["x"],                       "a question in plain words: what of the briefing bears on it"),
    row(Action::Alone,       Everywhere, "alone",        &["z"],                       "this page on the whole screen, and back"),
    row(Action::Wider,       Everywhere, "wider",        &[">"],                       "this column wider"),
    row(Action::Narrower,    Everywhere, "narrower",     &["<"],                       "this column narrower"),
    row(Action::LeftWider,   Everywhere, "left-wider",   &["}"],                       "the column to the left wider"),
    row(Action::LeftNarrower, Everywhere, "left-narrower", &["{"],                     "the column to the left narrower"),
    row(Action::Nearer,      Map,        "nearer",       &["+", "="],                      "nearer to what the cursor is on; arrows move the map"),
    row(Action::Farther,     Map,        "farther",      &["-"],                       "farther away; Esc shows the whole map again"),
    row(Action::HandOn,      Briefing,   "hand-on",      &["w"],                       "write what the cursor is on for others: a memo, a document, data"),
    row(Action::Tab(0),      Briefing,   "tab-1",        &["1"],                       "the first tab"),
    row(Action::Tab(1),      Briefing,   "tab-2",        &["2"],                       "the second tab"),
    row(Action::Tab(2),      Briefing,   "tab-3",        &["3"],                       "the third tab"),
    row(Action::Tab(3),      Briefing,   "tab-4",        &["4"],                       "the fourth tab"),
    row(Action::Tab(4),      Briefing,   "tab-5",        &["5"],                       "the fifth tab"),
    row(Action::Tab(5),      Briefing,   "tab-6",        &["6"],                       "the sixth tab"),
    row(Action::Tab(6),      Briefing,   "tab-7",        &["7"],                       "the seventh tab"),
    row(Action::Tab(7),      Briefing,   "tab-8",        &["8"],                       "the eighth tab"),
    row(Action::Tab(8),      Briefing,   "tab-9",        &["9"],                       "the ninth tab"),
    row(Action::Tab(9),       Briefing,   "tab-10",     &["s"],                       "the tenth tab"),
    row(Action::Tab(10),      Briefing,   "tab-11",     &["d"],                       "the eleventh tab"),
    row(Action::Tab(11),      Briefing,   "tab-12",     &[";"],                       "the twelfth tab"),
    row(Action::Tab(12),      Briefing,   "tab-13",     &["U"],                       "the thirteenth tab"),
    row(Action::Tab(13),      Briefing,   "tab-14",     &["i"],                       "the fourteenth tab"),
    row(Action::Tab(14),      Briefing,   "tab-15",     &["p"],                       "the fifteenth tab"),
    row(Action::Tab(15),      Briefing,   "tab-16",     &["b"],                       "the sixteenth tab"),
    row(Action::NextTab,     Briefing,   "next-tab",     &["]", "Tab"],                "next tab"),
    row(Action::PreviousTab, Briefing,   "previous-tab", &["[", "BackTab"],            "previous tab"),
    row(Action::Curate(Curating::Undo), Briefing,   "undo",         &["u"],                       "take the last change of the briefing's file back"),
    row(Action::Next,        Item,       "next",         &["J"],                       "next of the same kind"),
    row(Action::Previous,    Item,       "previous",     &["K"],                       "previous of the same kind"),
    row(Action::Curate(Curating::Change), Item,       "change",       &["V"],                       "change the item, on a list that of the cursor: its words, grades, links, name; add what bears on it"),
    row(Action::NextOpen,    Source,     "next-open",    &[")"],                       "next open sentence"),
    row(Action::PreviousOpen, Source,    "previous-open", &["("],                      "previous open sentence"),
    row(Action::Curate(Curating::Draft), Source,     "draft",        &["D"],                       "let the open sentences of the source wait as candidates for claims"),
    row(Action::Curate(Curating::MakeClaim), Source,     "make-claim",   &["Q"],                       "make a claim of the sentence, or of the words that are selected"),
    row(Action::Curate(Curating::AddWords), Source,     "add-words",    &["I"],                       "add them to the words of a claim that there is"),
    row(Action::Curate(Curating::SetAside), Source,     "set-aside",    &["Z"],                       "set them aside, and say why"),
    row(Action::Curate(Curating::Reanchor), Source,     "reanchor",     &["P"],                       "on what has drifted: quote the words that are proposed; where all stand, pin the text as read"),
    row(Action::Curate(Curating::KeepOld), Source,     "keep-old",     &["O"],                       "on what has drifted: keep the old text as a source, out of another file or of Git, and that of today as another"),
    row(Action::Contrary,    Judgement,  "contrary",     &["c"],                       "the other side: what speaks against"),
    row(Action::IfFalse,     Doubted,    "if-false",     &["F"],                       "what falls if this is false; what carries a judgement"),
    row(Action::Unanswered,  Question,   "unanswered",   &["X"],                       "keep the question as not answered, or take it back"),
];

#[must_use]
pub fn row_of(action: Action) -> Option<&'static ActionRow> {
    ACTIONS.iter().find(|row| row.action == action)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::key::Key;
    use std::collections::HashSet;

    #[test]
    fn every_action_has_a_name_help_and_keys_of_its_own() {
        let mut keys = HashSet::new();
        let mut names = HashSet::new();
        for row in &ACTIONS {
            assert!(!row.help.is_empty() && !row.keys.is_empty());
            assert!(names.insert(row.name), "{} twice", row.name);
            for name in row.keys {
                let key = Key::parse(name);
                assert!(key.is_some(), "`{name}` is no key");
                assert!(keys.insert(key), "`{name}` is bound twice");
            }
        }
    }

    #[test]
    fn nothing_essential_is_on_a_key_that_terminals_take() {
        for row in &ACTIONS {
            let others = row.keys.iter().filter(|name| !matches!(**name, "C-i" | "Tab" | "C-b" | "C-z" | "C-c" | "BackTab"));
            // Suspending is what that key is for.
            assert!(others.count() > 0 || row.action == Action::Suspend, "{}", row.name);
        }
    }
}
