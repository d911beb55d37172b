//! What the program hears, and what it wants done.

use crate::acts::file::Rewrite;
use crate::acts::old_text::Sought;
use crate::catalogue::{Catalogue, Listing};
use crate::keys::key::Key;
use crate::keys::keymap::Keymap;
use crate::library::Library;
use crate::page::saved_counts::Counts;
use crate::page::{Doc, Place, Reading};
use crate::personal::notes::{Change, Shelf};
use crate::personal::read::Change as ReadChange;
use crate::personal::saved_searches::{Change as SavedChange, Places as SavedPlaces};
use crate::personal::unanswered_questions::Asked;
use crate::personal::{Notes, ReadBefore, Saved};
use crate::settings::Settings;
use crate::talk::protocol::Command;
use crate::tui::editor::FilePlace;
use crate::tui::pointer::{Pointer, Zone};
use crate::tui::theme::{Background, Themes};
use std::sync::Arc;

#[derive(Debug, Clone)]
pub enum Message {
    Key(Key),
    /// The screen has another size, in cells.
    Resize {
        columns: u16,
        rows: u16,
    },
    Begun,
    /// More of the library was checked.
    Checked,
    /// More is known of what files would hold.
    Measured,
    /// There is more in the catalogue of the library, and how far its reading is; `None` where it is up to date.
    Catalogued(Option<Reading>),
    /// A page that an [`Effect::Make`] asked for.
    Made {
        awaited: Awaited,
        page: Box<Doc>,
    },
    /// The library that is held can be searched, or why not.
    Searchable(Result<Catalogue, String>),
    /// Files were saved, or the speaker's terminal has said something; what has become of it follows.
    Saved,
    /// Nothing has happened, but the screen may be another by now.
    Clock,
    /// The speaker's terminal has said what is to be done.
    Follow(Command),
    Reread(Library),
    /// There is something to say in the line of hints.
    Notice(String),
    /// The same of the program's own trouble, which is nothing for a room: on a slide it waits.
    Trouble(String),
    /// The terminal has told what its background is, or it does not tell.
    Background(Option<Background>),
    Configured {
        settings: Box<Settings>,
        keymap: Box<Keymap>,
    },
    /// The themes were read anew; those whose files are wrong look as before.
    Themes(Arc<Themes>),
    Pointer {
        pointer: Pointer,
        /// What is drawn there around the columns.
        on: Option<Zone>,
    },
    Paste(String),
    /// A web address was not opened: it is to be copied instead.
    Unopened {
        address: String,
        /// Why, as the beginning of a sentence: "Over ssh no browser opens".
        why: String,
    },
    Notes(Arc<Notes>),
    /// The saved searches as they are now, or why a change is not on the disk; and which.
    Searches {
        result: Result<Arc<Saved>, String>,
        change: Option<SavedChange>,
    },
    /// What they find in a generation of the catalogue.
    Counted(Arc<Counts>, u64),
    /// What was read, by this program and by others.
    Read(Arc<ReadBefore>),
    /// What became of a change of the notes: all of them with it, or why it is not on the disk.
    Kept {
        result: Result<Arc<Notes>, String>,
        change: Box<Change>,
        /// What its place is called.
        name: String,
    },
    /// An editor has ended that had the text of a note, and this is the text now.
    Written(String),
    /// What became of a change of a briefing's file: what it was found as and what it is now, or why it is as it was.
    Acted {
        result: Result<(String, String), String>,
        asked: Box<Rewrite>,
    },
    /// The file of the library that a text is in which was looked for, or why there is none.
    OldText {
        sought: Sought,
        found: Result<String, String>,
    },
}

/// A page of a large library that another thread makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Awaited {
    pub place: Place,
    /// Of the list, where the page is about it.
    pub listing: Option<Listing>,
    /// What is looked for is still typed, and may break off anywhere.
    pub is_typed: bool,
    /// Of the catalogue.
    pub generation: u64,
    /// Another as soon as anything else that the page shows is.
    pub age: u64,
}

/// What another thread does for saved searches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SavedWork {
    /// Counts what they find.
    Count,
    /// Keeps what one finds: it was opened.
    Opened(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    Quit,
    /// The clock of the talk begins.
    BeginTalk,
    /// Keep a question that was not answered, or take it back.
    KeepQuestion {
        shelf: Shelf,
        briefing: String,
        asked: Asked,
        stays: bool,
    },
    /// Stop until the shell continues the program.
    Suspend,
    /// Open an editor, and read the library anew behind it.
    Edit(FilePlace),
    Copy {
        text: String,
        /// Why it is copied where that is not what was asked for: "Over ssh no browser opens".
        why: Option<String>,
    },
    Browse(String),
    /// Ask the terminal for the mouse, or leave it to the terminal.
    Mouse(bool),
    ReadThemes,
    /// Find out what the files of these places would hold; [`Message::Measured`] tells.
    Measure(Vec<Place>),
    /// Write a new file in the folder that the program was started in, called so, or nearly so where there is one.
    WriteFile {
        name: String,
        bytes: Vec<u8>,
    },
    /// Check a briefing of a large library; [`Message::Checked`] tells.
    Check(String),
    /// Make a catalogue of a library that has none, for it is searched; [`Message::Searchable`] brings it.
    MakeCatalogue,
    /// Make these pages, and no others any more; [`Message::Made`] brings each.
    Make(Vec<Awaited>),
    /// The model has let go of briefings of a large library, and nobody else needs them.
    HoldFew,
    /// Change a briefing's file, and read the library anew behind it; [`Message::Acted`] tells what became of it.
    Change(Box<Rewrite>),
    /// Look for the text that a source was quoted from; [`Message::OldText`] tells where it is.
    FindOldText(Sought),
    ReadNotes(Shelf),
    /// A briefing is called otherwise now, and its notes go with it; they are read anew.
    CarryNotes {
        shelf: Shelf,
        from: String,
        to: String,
    },
    Keep {
        shelf: Shelf,
        change: Box<Change>,
        /// What its place is called.
        name: String,
    },
    Write(String),
    ReadSaved(SavedPlaces),
    /// [`Message::Searches`] tells what became of it.
    KeepSaved {
        places: SavedPlaces,
        change: SavedChange,
    },
    /// Done on another thread.
    Saved(SavedWork),
    /// Read what was read anew, if other programs have written since; [`Message::Read`] brings it.
    LookAtRead(Arc<ReadBefore>),
    /// Keep that something was read, as `read` has it already.
    KeepRead {
        read: Arc<ReadBefore>,
        changes: Vec<ReadChange>,
    },
}
