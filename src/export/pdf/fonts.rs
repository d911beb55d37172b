//! Fonts: the program's own, those that are given, and where both lack a character, those of the system.

use crate::export::NotWritten;
use crate::export::paper::language::language;
use crate::settings::GivenFont;
use crate::text::os_error::without_number;
use crate::text::script::Script;
use parley::FontContext;
use parley::fontique::{Blob, Collection, CollectionOptions, FamilyInfo, FontInfo, FontStyle, FontWeight, FontWidth, SourceCache};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::env::var_os;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Noto Sans, cut down to Latin, Greek, Cyrillic and the signs of this program; `assets/fonts` has its licence.
const OWN: [&[u8]; 5] = [
    include_bytes!("../../../assets/fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../../assets/fonts/NotoSans-Bold.ttf"),
    include_bytes!("../../../assets/fonts/NotoSansMath-Regular.ttf"),
    include_bytes!("../../../assets/fonts/NotoSansSymbols2-Regular.ttf"),
    include_bytes!("../../../assets/fonts/NotoSansMono-Regular.ttf"),
];

/// How families of one design are called that draw the same signs as one language or another has them.
const VARIANTS: [(&str, &str); 3] = [("zh", " SC"), ("ja", " JP"), ("ko", " KR")];

/// Latin letters, with what is written above and below them, stand before it.
const LATIN_ENDS: char = '\u{250}';

/// Where systems keep fonts. A person's own come first.
const FOLDERS: [&str; 6] = [
    "/usr/local/share/fonts",
    "/usr/share/fonts",
    "/run/current-system/sw/share/X11/fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
    "C:\\Windows\\Fonts",
];

pub struct Fonts {
    pub context: FontContext,
    /// Families, in the order in which they are asked for a character.
    pub families: Vec<String>,
    /// Those that are asked before them, for the letters of one script.
    pub of_script: Vec<(&'static Script, String)>,
    /// Characters of the text that no font has.
    pub missing: BTreeSet<char>,
    /// Of what is not in Latin letters: a page says more in the words of this program than in those of a short briefing.
    language: &'static str,
}

impl Fonts {
    /// Fonts for a text; the given ones are asked first.
    ///
    /// # Errors
    ///
    /// A given one cannot be read as such.
    pub fn new(text: &str, given: &[GivenFont]) -> Result<Self, NotWritten> {
        let missing: BTreeSet<char> = text.chars().filter(|c| is_drawn(*c)).collect();
        let foreign: String = missing.iter().filter(|c| **c >= LATIN_ENDS).collect();
        let mut fonts = Self {
            context: FontContext { collection: empty(), source_cache: SourceCache::default() },
            families: Vec::new(),
            of_script: Vec::new(),
            missing,
            language: language(&foreign),
        };
        for font in given {
            fonts.give(font)?;
        }
        for font in OWN {
            fonts.add(Blob::new(Arc::new(font)));
        }
        fonts.search(&folders());
        Ok(fonts)
    }

    /// Takes what is given: a file, or of a folder the families that have what is missing.
    fn give(&mut self, GivenFont { script, path }: &GivenFont) -> Result<(), NotWritten> {
        let is_of = |c: &char| script.is_none_or(|script| script.has(*c));
        let others = self.missing.iter().copied().filter(|c| !is_of(c)).collect();
        self.missing.retain(is_of);
        let before = self.families.len();
        if path.is_dir() {
            self.search(std::slice::from_ref(path));
        } else {
            let cannot = |why: &str| NotWritten(format!("the font {} cannot be read: {why}", path.display()));
            let bytes = std::fs::read(path).map_err(|error| cannot(without_number(&error.to_string())))?;
            if !self.add(Blob::new(Arc::new(bytes))) {
                return Err(cannot("it is broken, or of a kind that is not known"));
            }
        }
        if let Some(script) = script {
            self.of_script.extend(self.families.drain(before..).map(|family| (*script, family)));
        }
        self.missing.extend::<BTreeSet<char>>(others);
        Ok(())
    }

    /// False where it is no font.
    fn add(&mut self, font: Blob<u8>) -> bool {
        let added = self.context.collection.register_fonts(font, None);
        let mut names: Vec<String> = Vec::new();
        for (id, faces) in &added {
            for face in faces {
                let had = had(face, &self.missing);
                self.missing.retain(|c| !had.contains(c));
            }
            names.extend(self.context.collection.family_name(*id).map(str::to_owned));
        }
        names.sort();
        names.retain(|name| !self.families.contains(name));
        self.families.extend(names);
        !added.is_empty()
    }

    /// Takes of the families in folders the one that has most of what is missing, then of the others.
    fn search(&mut self, folders: &[PathBuf]) {
        if self.missing.is_empty() {
            return;
        }
        let language = self.language;
        let mut system = empty();
        system.load_fonts_from_paths(folders.iter().filter(|folder| folder.is_dir()));
        let names: Vec<String> = system.family_names().map(str::to_owned).collect();
        let families = names.iter().filter_map(|name| system.family_by_name(name));
        let covers = |family: FamilyInfo| {
            let face = family.match_font(FontWidth::NORMAL, FontStyle::Normal, FontWeight::NORMAL, false)?;
            let had = had(face, &self.missing);
            (!had.is_empty()).then_some((family, had))
        };
        let mut families: Vec<(FamilyInfo, BTreeSet<char>)> = families.filter_map(covers).collect();
        families.sort_by_key(|(family, _)| (rank(family.name(), language), family.name().len(), family.name().to_owned()));
        while let Some(best) = families.iter().enumerate().max_by_key(|(at, (_, had))| (had.len(), Reverse(*at))).map(|(at, _)| at) {
            let (family, had) = families.remove(best);
            self.missing.retain(|c| !had.contains(c));
            self.take(&family);
            for (_, others) in &mut families {
                others.retain(|c| !had.contains(c));
            }
            families.retain(|(_, had)| !had.is_empty());
        }
    }

    /// The regular and the bold face of a family.
    fn take(&mut self, family: &FamilyInfo) {
        for weight in [FontWeight::NORMAL, FontWeight::BOLD] {
            let face = family.match_font(FontWidth::NORMAL, FontStyle::Normal, weight, false);
            if let Some(font) = face.and_then(|face| face.load(None)) {
                self.context.collection.register_fonts(font, None);
            }
        }
        self.families.push(family.name().to_owned());
    }
}

fn empty() -> Collection {
    Collection::new(CollectionOptions { shared: false, system_fonts: false })
}

/// Which of the characters a face has, as outlines: pictures of characters are not printed.
fn had(face: &FontInfo, asked: &BTreeSet<char>) -> BTreeSet<char> {
    let Some(font) = face.load(None) else { return BTreeSet::new() };
    let Some(map) = face.charmap_index().charmap(font.as_ref()) else { return BTreeSet::new() };
    if !has_outlines(font.as_ref(), face.index()) {
        return BTreeSet::new();
    }
    // What is private means nothing to others, and PDF/A takes none of it.
    let is_private = |c: char| matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    asked.iter().copied().filter(|c| !is_private(*c) && map.map(*c).is_some_and(|glyph| glyph != 0)).collect()
}

/// The directory of a font of OpenType names a table of outlines.
fn has_outlines(font: &[u8], face: u32) -> bool {
    let number = |at: usize| font.get(at..at + 4).map(|bytes| bytes.iter().fold(0_usize, |all, byte| all << 8 | usize::from(*byte)));
    let collected = font.starts_with(b"ttcf").then(|| number(12 + 4 * face as usize));
    let start = collected.unwrap_or(Some(0)).unwrap_or_default();
    let tables = number(start + 4).unwrap_or_default() >> 16;
    (0..tables).any(|table| {
        let at = start + 12 + 16 * table;
        font.get(at..at + 4).is_some_and(|name| [b"glyf", b"CFF ", b"CFF2"].iter().any(|outlines| *outlines == name))
    })
}

/// Families that say they are for another language, and those for narrow columns of code, come behind.
fn rank(name: &str, language: &str) -> u8 {
    let is_variant = |of: &str| VARIANTS.iter().any(|(own, ending)| *own == of && name.ends_with(ending));
    match () {
        () if is_variant(language) => 0,
        () if name.contains("Mono") || name.contains("Condensed") => 3,
        () if name.starts_with("Noto Sans") => 1,
        () => 2,
    }
}

fn folders() -> Vec<PathBuf> {
    let home = |below: &str| var_os("HOME").map(|home| Path::new(&home).join(below));
    let data = var_os("XDG_DATA_HOME").map(|data| Path::new(&data).join("fonts"));
    let own = [data.or_else(|| home(".local/share/fonts")), home(".fonts"), home("Library/Fonts")];
    own.into_iter().flatten().chain(FOLDERS.iter().map(PathBuf::from)).collect()
}

/// The character leaves a mark on paper.
pub fn is_drawn(c: char) -> bool {
    let is_ignored = matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}');
    !c.is_whitespace() && !c.is_control() && !is_ignored
}
