//! Where a reader was when the program was left: one small file a library, in the folder of what the program remembers.
//!
//! It is read once before the first frame and written whole when the program ends. Of two programs at
//! once the last to end has the last word on the place, and the list of recent places holds those of both. What cannot be
//! read or written costs a notice and nothing else, and a file of a later version is left as it is.

use super::files::{self, Folder, Unread};
use crate::briefing::Digest;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The version of the file that this program writes. Fields that are added do not change it.
const VERSION: u32 = 1;
/// The largest file that is read and written, in bytes; one of the longest trail has some fifty thousand, and drafts may come
/// from an editor.
const LARGEST: u64 = 16 * 1024 * 1024;
/// The most drafts that are kept.
pub const DRAFTS: usize = 8;
/// The most recent places that are kept.
pub const RECENT: usize = 50;

/// A place by its address. Sentences and passages are numbered, and a number tells little once lines were added above it.
/// Their words tell which is meant.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quoted {
    pub address: String,
    /// How the sentence or passage begins; empty for what has a name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stop {
    pub to: Quoted,
    /// Which of the stops that lead there, 0-based.
    #[serde(default)]
    pub nth: usize,
    /// Its place among all stops of the page, 0-based: it counts if none leads there any more.
    #[serde(default)]
    pub at: usize,
}

/// What stands first in the view.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Top {
    /// The key of the block in its page.
    pub block: String,
    /// The block's place in its page, 0-based: it counts if neither its key nor its words are there any more.
    #[serde(default)]
    pub index: usize,
    /// Bytes of the block's running text before the row.
    #[serde(default)]
    pub offset: usize,
    /// Rows between the first row with that offset and this one; a blank row above a block is at -1.
    #[serde(default)]
    pub skip: isize,
    /// The text from the offset on, as far as it is needed to know it again.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

/// A place on the trail, and where in its page the reader was.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stay {
    pub at: Quoted,
    /// The stop under the cursor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stop: Option<Stop>,
    /// The reader has put the cursor there.
    #[serde(default)]
    pub follow: bool,
    /// What stands first in the view. `None`: the page was never looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub top: Option<Top>,
}

/// A note that was being written when the program was ended from outside.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub at: Quoted,
    pub text: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    pub version: u32,
    /// The library, for people who look at the file.
    #[serde(default)]
    pub library: String,
    /// The places walked through, deepest last.
    #[serde(default)]
    pub trail: Vec<Stay>,
    /// The places that were opened last, newest first.
    #[serde(default)]
    pub recent: Vec<Quoted>,
    /// Notes that were typed and neither kept nor given up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub drafts: Vec<Draft>,
    /// The drafts that were taken up from the file: those that another program has left since stay in it.
    #[serde(skip)]
    pub taken: Vec<Draft>,
}

/// Why nothing is remembered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lost {
    /// A later version of the program has written the file.
    Newer,
    /// Why it cannot be read.
    Unreadable(String),
}

#[derive(Debug, Clone)]
pub struct StateFile {
    path: PathBuf,
    library: String,
}

impl StateFile {
    /// For the library at `place`. `None`: there is no home.
    #[must_use]
    pub fn of(place: &str) -> Option<Self> {
        Some(Self { path: Folder::State.path()?.join(file_name(place)), library: place.to_owned() })
    }

    /// `None`: nothing was written yet.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or a later version of the program has written it.
    pub fn read(&self) -> Result<Option<State>, Lost> {
        let bytes = match files::read(&self.path, LARGEST) {
            Ok(bytes) => bytes,
            Err(Unread::Missing) => return Ok(None),
            Err(Unread::Failed(error)) => return Err(Lost::Unreadable(error.to_string())),
            Err(why) => return Err(Lost::Unreadable(format!("it {why}"))),
        };
        // The number comes first: the rest of a later version may be in another form.
        match serde_json::from_slice::<Version>(&bytes) {
            Ok(Version { version }) if version > VERSION => return Err(Lost::Newer),
            Ok(_) => {}
            Err(error) => return Err(Lost::Unreadable(error.to_string())),
        }
        serde_json::from_slice(&bytes).map(Some).map_err(|error| Lost::Unreadable(error.to_string()))
    }

    /// Keeps a state. The recent places and the drafts that another program has kept since stay there.
    ///
    /// # Errors
    ///
    /// The file cannot be written; what was there is still there.
    pub fn write(&self, state: &State) -> std::io::Result<()> {
        // Without the lock it is written all the same: the last program to end has the last word.
        let _lock = self.path.parent().and_then(|folder| files::lock(folder).ok());
        let before = match self.read() {
            Err(Lost::Newer) => return Ok(()),
            Ok(before) => before.unwrap_or_default(),
            Err(Lost::Unreadable(_)) => State::default(),
        };
        let (mut recent, mut drafts) = (state.recent.clone(), state.drafts.clone());
        drafts.extend(before.drafts.iter().filter(|draft| !state.taken.contains(draft) && !state.drafts.contains(draft)).cloned());
        drafts.truncate(DRAFTS);
        // A reader who has only looked does not wait for the disk.
        if before.version > 0 && before.trail == state.trail && before.recent.starts_with(&recent) && before.drafts == drafts {
            return Ok(());
        }
        recent.extend(before.recent.into_iter().filter(|place| !state.recent.iter().any(|newer| newer.address == place.address)));
        recent.truncate(RECENT);
        let trail = state.trail.clone();
        let state = State { version: VERSION, library: self.library.clone(), recent, trail, drafts, taken: Vec::new() };
        let mut bytes = serde_json::to_vec_pretty(&state)?;
        bytes.push(b'\n');
        if bytes.len() as u64 > LARGEST {
            return Err(std::io::Error::other(format!("what was being written has more than {} MB", LARGEST >> 20)));
        }
        files::write(&self.path, &bytes)
    }
}

/// The field of the file that every version has.
#[derive(Deserialize)]
struct Version {
    version: u32,
}

/// A name that people can read. If it is not the whole place, a hash of the place makes it unique.
fn file_name(place: &str) -> String {
    let last = Path::new(place).file_stem().unwrap_or_default().to_string_lossy();
    let readable: String = last.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).take(40).collect();
    if readable == place {
        return format!("{readable}.json");
    }
    format!("{readable}-{}.json", Digest::of_bytes(place.as_bytes()).short())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn libraries_of_one_name_have_files_of_their_own() {
        let (one, other) = (file_name("/a/my desk"), file_name("/b/my desk"));
        assert!(one.starts_with("my-desk-") && other.starts_with("my-desk-"));
        assert_ne!(one, other);
        assert!(file_name("/").len() > 10);
        assert_eq!(file_name("built-in"), "built-in.json");
    }

    #[test]
    fn two_programs_at_once_lose_no_recent_place_and_the_last_has_the_last_word() {
        let scratch = tempfile::tempdir().expect("a folder");
        let file = StateFile { path: scratch.path().join("x.json"), library: "x".to_owned() };
        let at = |address: &str| Quoted { address: address.to_owned(), words: String::new() };
        let state = |address: &str| State {
            trail: vec![Stay { at: at(address), ..Stay::default() }],
            recent: vec![at(address)],
            ..State::default()
        };
        assert_eq!(file.read(), Ok(None));
        file.write(&state("a")).expect("written");
        file.write(&state("b")).expect("written");
        let read = file.read().expect("read").expect("there");
        assert_eq!(read.trail[0].at, at("b"));
        assert_eq!(read.recent, [at("b"), at("a")]);
    }

    #[test]
    fn a_state_that_cannot_be_read_is_said_and_that_of_a_later_version_is_left_alone() {
        let scratch = tempfile::tempdir().expect("a folder");
        let file = StateFile { path: scratch.path().join("x.json"), library: "x".to_owned() };
        for text in ["", "{", "[]", "{}", "{\"version\": 1, \"trail\": 3}", "\u{0}"] {
            fs::write(&file.path, text).expect("written");
            assert!(matches!(file.read(), Err(Lost::Unreadable(_))), "{text}");
        }
        let later = "{\"version\": 2, \"trail\": {\"anything\": 3}}";
        fs::write(&file.path, later).expect("written");
        assert_eq!(file.read(), Err(Lost::Newer));
        file.write(&State::default()).expect("left");
        assert_eq!(fs::read_to_string(&file.path).expect("read"), later);
    }
}
