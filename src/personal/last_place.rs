//! Where a reader was when the program was left: one small file a library, in the folder of what the program remembers.
//!
//! It is read once before the first frame and written whole when the program ends. Of two programs at once the last to end
//! has the last word on the place, and the list of recent places holds those of both. A file that cannot be read or written
//! costs a notice and nothing else. A file of a later version is left as it is.

use super::files::{self, Folder, Unread};
use crate::briefing::Digest;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// Of the file that this program writes. It stays when fields are added: an older program passes over them.
const VERSION: u32 = 1;
/// In bytes, read and written. The longest trail has some fifty thousand; drafts may be of any length.
const LARGEST: u64 = 16 * 1024 * 1024;
/// More drafts are not kept.
pub const DRAFTS: usize = 8;
/// More recent places are not kept.
pub const RECENT: usize = 50;

/// A place. The address of a sentence or a passage has a number, which may be another's once the text has changed. So its
/// words tell which is meant.
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
    /// Its 0-based place among all stops of the page: the next best once no stop leads there.
    #[serde(default)]
    pub at: usize,
}

/// What stands first in the view.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Top {
    /// The key of the block in its page.
    pub block: String,
    /// The block's 0-based place in its page: the next best once neither its key nor its words are there.
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
    /// Under the cursor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stop: Option<Stop>,
    /// The reader has put the cursor there.
    #[serde(default)]
    pub follow: bool,
    /// `None` where the page is as it opens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub top: Option<Top>,
}

/// How wide a reader wants the columns beside the one that they read, in thousandths of the screen; none where it is as usual.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shares {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preview: Option<u16>,
}

/// A note that was being written when the program was ended from outside.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub at: Quoted,
    pub text: String,
}

/// What the list of a large library was filtered, sorted and grouped by.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// By its name; empty for the usual order.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sort: String,
    #[serde(default)]
    pub reversed: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<String>,
    /// By its name; empty where there are no groups.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub group: String,
    /// The group that was open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// The first row that was seen, 0-based.
    #[serde(default)]
    pub from: usize,
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
    /// Newest first.
    #[serde(default)]
    pub recent: Vec<Quoted>,
    /// Notes that were typed, and neither kept nor given up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub drafts: Vec<Draft>,
    #[serde(default, skip_serializing_if = "Shares::is_usual")]
    pub shares: Shares,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<Listed>,
    /// The drafts that were taken from the file. Those that another program has left there since stay.
    #[serde(skip)]
    pub taken: Vec<Draft>,
}

impl Shares {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over what it may leave out")]
    fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

/// Why nothing is remembered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lost {
    /// A later version of the program has written the file.
    Newer,
    Unreadable(String),
}

/// The file that remembers a library.
#[derive(Debug, Clone)]
pub struct StateFile {
    path: PathBuf,
    library: String,
}

impl StateFile {
    /// There is no file where there is no home.
    #[must_use]
    pub fn of(place: &str) -> Option<Self> {
        Some(Self { path: Folder::State.path()?.join(name_of(place) + ".json"), library: place.to_owned() })
    }

    /// `None` where nothing was written yet.
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
        // The number is read first: the rest of a later version need not fit our fields.
        match serde_json::from_slice::<Version>(&bytes) {
            Ok(Version { version }) if version > VERSION => return Err(Lost::Newer),
            Ok(_) => {}
            Err(error) => return Err(Lost::Unreadable(error.to_string())),
        }
        serde_json::from_slice(&bytes).map(Some).map_err(|error| Lost::Unreadable(error.to_string()))
    }

    /// Recent places and drafts that another program has written meanwhile stay.
    ///
    /// # Errors
    ///
    /// The file cannot be written; what was there is still there.
    pub fn write(&self, state: &State) -> std::io::Result<()> {
        let folder = self.path.parent();
        folder.into_iter().for_each(files::sweep);
        // Where the folder cannot be locked, the file is written all the same: the last to end has the last word.
        let _lock = folder.and_then(|folder| files::lock(folder).ok());
        let before = match self.read() {
            Err(Lost::Newer) => return Ok(()),
            Ok(before) => before.unwrap_or_default(),
            Err(Lost::Unreadable(_)) => State::default(),
        };
        let (mut recent, mut drafts) = (state.recent.clone(), state.drafts.clone());
        drafts.extend(before.drafts.iter().filter(|draft| !state.taken.contains(draft) && !state.drafts.contains(draft)).cloned());
        drafts.truncate(DRAFTS);
        // Nothing has changed, and nobody has to wait for the disk.
        if before.version > 0
            && before.trail == state.trail
            && before.recent.starts_with(&recent)
            && before.drafts == drafts
            && before.shares == state.shares
            && before.list == state.list
        {
            return Ok(());
        }
        recent.extend(before.recent.into_iter().filter(|place| !state.recent.iter().any(|newer| newer.address == place.address)));
        recent.truncate(RECENT);
        let trail = state.trail.clone();
        let state = State {
            version: VERSION,
            library: self.library.clone(),
            recent,
            trail,
            drafts,
            shares: state.shares,
            list: state.list.clone(),
            taken: Vec::new(),
        };
        let mut bytes = serde_json::to_vec_pretty(&state)?;
        bytes.push(b'\n');
        if bytes.len() as u64 > LARGEST {
            return Err(std::io::Error::other(format!("what was being written has more than {} MB", LARGEST >> 20)));
        }
        files::write(&self.path, &bytes)
    }
}

/// The one field that every version has.
#[derive(Deserialize)]
struct Version {
    version: u32,
}

/// The readable part tells people which library is meant; where that is not the whole place, a hash tells two of one name apart.
#[must_use]
pub fn name_of(place: &str) -> String {
    let last = Path::new(place).file_stem().unwrap_or_default().to_string_lossy();
    let readable: String = last.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).take(40).collect();
    if readable == place {
        return readable;
    }
    format!("{readable}-{}", Digest::of_bytes(place.as_bytes()).short())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn libraries_of_one_name_have_files_of_their_own() {
        let (one, other) = (name_of("/a/my desk"), name_of("/b/my desk"));
        assert!(one.starts_with("my-desk-") && other.starts_with("my-desk-"));
        assert_ne!(one, other);
        assert!(name_of("/").len() > 5);
        assert_eq!(name_of("built-in"), "built-in");
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
