//! The themes that can be worn: the built-in ones and a person's own.

use super::built_in::{AUTO, Look, NoTheme, THEMES};
use super::file::ThemeFile;
use crate::briefing::Finding;
use crate::page::about_program::ThemeRow;
use crate::text::lines::Lines;
use crate::text::{count, neutral};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnTheme {
    /// Its name: that of its file, without the ending.
    pub name: String,
    pub text: String,
    pub findings: Vec<Finding>,
    about: String,
    /// How it looks; none where the file never was right.
    look: Option<Look>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Themes {
    own: Vec<OwnTheme>,
}

impl Themes {
    /// The built-in themes and those of files, each with its name and its text. A name that is taken is a finding.
    pub fn new(files: impl IntoIterator<Item = (String, String)>) -> Self {
        let own = files.into_iter().map(|(name, text)| {
            let mut file = ThemeFile::read(&text);
            if name == AUTO || THEMES.iter().any(|row| row.name == name) {
                let finding = Finding::new("theme/taken", "", (0..0).into(), format!("`{name}` is the name of a built-in theme"));
                file.findings.insert(0, finding.hint("give the file another name"));
            }
            let look = file.findings.is_empty().then_some(Look::Painted(file.palette));
            OwnTheme { name, text, findings: file.findings, about: file.about, look }
        });
        Self { own: own.collect() }
    }

    /// The same, read anew: a theme whose file is wrong now looks as it did before.
    #[must_use]
    pub fn keeping(mut self, before: &Self) -> Self {
        for own in self.own.iter_mut().filter(|own| own.look.is_none()) {
            own.look = before.own(&own.name).and_then(|before| before.look);
        }
        self
    }

    pub fn look(&self, name: &str) -> Option<Look> {
        let built_in = THEMES.iter().find(|row| row.name == name).map(|row| row.look);
        built_in.or_else(|| self.own(name)?.look)
    }

    pub fn own(&self, name: &str) -> Option<&OwnTheme> {
        self.own.iter().find(|own| own.name == name)
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        let built_in = THEMES.iter().map(|row| row.name);
        built_in.chain([AUTO]).chain(self.own.iter().map(|own| own.name.as_str()))
    }

    /// Refuses a name that is none of them.
    ///
    /// # Errors
    ///
    /// There is no such theme, and which may be meant.
    pub fn named(&self, name: &str) -> Result<(), NoTheme> {
        if self.names().any(|known| known == name) { Ok(()) } else { Err(NoTheme::new(name, self.names())) }
    }

    /// The first thing that is wrong with a file, and where: "mine.yaml:3:9: `red` is no colour".
    pub fn complaint(&self) -> Option<String> {
        let (own, finding) = self.own.iter().find_map(|own| Some((own, own.findings.first()?)))?;
        let place = Lines::new(&own.text).position(finding.span.start);
        let kept = if own.look.is_some() { "Kept the last good look. " } else { "" };
        Some(neutral(&format!("{kept}{}.yaml:{}:{}: {}", own.name, place.line, place.column, finding.message)).into_owned())
    }

    pub fn rows(&self) -> Vec<ThemeRow> {
        let built_in = THEMES.iter().map(|row| ThemeRow { name: row.name.to_owned(), help: row.help.to_owned(), wrong: None });
        let own = self.own.iter().map(|own| ThemeRow {
            name: own.name.clone(),
            help: if own.about.is_empty() { "your own".to_owned() } else { own.about.clone() },
            wrong: (!own.findings.is_empty()).then(|| count(own.findings.len(), "mistake")),
        });
        // Two rows of one name would be one place.
        built_in.chain(own.filter(|row| !THEMES.iter().any(|built_in| built_in.name == row.name))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::palette::Part;

    fn themes(text: &str) -> Themes {
        Themes::new([("mine".to_owned(), text.to_owned())])
    }

    fn accent(themes: &Themes) -> Option<u32> {
        match themes.look("mine")? {
            Look::Painted(palette) => Some(palette.get(Part::Accent)),
            _ => None,
        }
    }

    #[test]
    fn e2_a_file_that_breaks_keeps_the_last_good_look_and_shows_the_line() {
        let good = themes("accent: 88ccff\n");
        assert_eq!((accent(&good), good.complaint()), (Some(0x88_ccff), None));
        let broken = themes("about: x\naccent: 88ccf\n").keeping(&good);
        assert_eq!(accent(&broken), Some(0x88_ccff));
        let complaint = broken.complaint().expect("a complaint");
        assert_eq!(complaint, "Kept the last good look. mine.yaml:2:9: `88ccf` is no colour");
        let still_broken = themes("accent: x\n").keeping(&broken);
        assert_eq!(accent(&still_broken), Some(0x88_ccff));
        let mended = themes("accent: aaddff\n").keeping(&still_broken);
        assert_eq!((accent(&mended), mended.complaint()), (Some(0xaa_ddff), None));
        assert_eq!(accent(&themes("accent: x\n")), None, "there is nothing to keep");
    }

    #[test]
    fn e4_a_name_that_is_taken_is_said_and_the_built_in_theme_stays() {
        let themes = Themes::new([("dark".to_owned(), "accent: 88ccff\n".to_owned())]);
        assert_eq!(themes.look("dark"), Themes::default().look("dark"));
        assert!(themes.complaint().is_some_and(|words| words.contains("`dark` is the name of a built-in theme")));
        assert_eq!(themes.rows().len(), THEMES.len());
    }
}
