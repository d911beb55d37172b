//! A person's own theme: a file that names a base and the colours that are to be others.

use super::built_in::{Look, THEMES, ThemeName};
use super::contrast::{LEAST, contrast};
use super::palette::{PARTS, Palette, Part};
use crate::briefing::{Finding, Span};
use crate::text::meant;
use crate::yaml::tree::{Node, Tree, Value};
use crate::yaml::{Field, Fields, Terms};

const BASE: &str = "base";
const ABOUT: &str = "about";

static TERMS: Terms = Terms {
    wrong_type: "theme/wrong-type",
    key: ["a part", "its name"],
    twice: "theme/twice",
    comes_of_it: "",
    unknown: "theme/unknown-part",
    named: "part",
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeFile {
    pub about: String,
    /// Its colours; to be used only where nothing is wrong.
    pub palette: Palette,
    pub findings: Vec<Finding>,
    named: Vec<(Part, Span)>,
}

impl ThemeFile {
    pub fn read(text: &str) -> Self {
        let Tree { root, mut findings, .. } = Tree::read(text);
        // Words that other readers of YAML take for true and false are just wrong colours here.
        findings.retain(|finding| finding.rule != "yaml/trap");
        let mut file = Self { about: String::new(), palette: dark(), findings, named: Vec::new() };
        match &root {
            Some(Node { value: Value::Mapping(mapping), .. }) => file.fields(mapping),
            Some(root) => file.wrong(root, "a theme", "a mapping of parts to colours"),
            None => {}
        }
        file.hold_contrast();
        file
    }

    fn fields(&mut self, mapping: &[Node<'_>]) {
        let mut fields = Fields::read(mapping, "", &TERMS, &mut self.findings);
        // The base comes first, wherever it stands.
        if let Some(base) = fields.get(BASE) {
            self.start_from(base.value);
        }
        let before = self.findings.len();
        for (part, name, _) in PARTS {
            if let Some(field) = fields.take(name) {
                self.colour(part, field);
            }
        }
        fields.take(BASE);
        if let Some(Field { value, .. }) = fields.take(ABOUT) {
            match &value.value {
                Value::Scalar { text, .. } => self.about = text.clone().into_owned(),
                _ => self.wrong(value, "`about`", "words"),
            }
        }
        self.findings.extend(fields.unknown().map(|(.., finding)| finding));
        self.findings[before..].sort_by_key(|finding| finding.span);
    }

    fn start_from(&mut self, value: &Node<'_>) {
        let Value::Scalar { text, .. } = &value.value else { return self.wrong(value, "`base`", "a theme's name") };
        if let Some((_, palette)) = painted().find(|(name, _)| name == text) {
            self.palette = palette;
            return;
        }
        let names = || painted().map(|(name, _)| name);
        let finding = Finding::new("theme/unknown-base", "", value.span, format!("`{text}` is no theme to start from"));
        self.findings.push(finding.hint(meant(text, names(), || format!("one of {}", names().collect::<Vec<_>>().join(", ")))));
    }

    fn colour(&mut self, part: Part, Field { name, key, value }: Field<'_>) {
        if value.is_blank() {
            let finding = Finding::new("theme/wrong-colour", "", key, format!("`{name}` has no colour"));
            self.findings.push(finding.hint("`#` begins a comment: write the six digits without it, or in quotes"));
            return;
        }
        let Value::Scalar { text, .. } = &value.value else { return self.wrong(value, &format!("`{name}`"), "a colour") };
        let digits = text.strip_prefix('#').unwrap_or(text);
        let is_colour = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        if let Some(colour) = u32::from_str_radix(digits, 16).ok().filter(|_| is_colour) {
            self.palette.set(part, colour);
            self.named.push((part, value.span));
        } else {
            let finding = Finding::new("theme/wrong-colour", "", value.span, format!("`{text}` is no colour"));
            let before = self.palette.get(part);
            self.findings.push(finding.hint(format!("six digits from 0 to f, for red, green and blue: `{before:06x}`")));
        }
    }

    /// Every text that the file touches, or the ground of which it touches, must stand out.
    fn hold_contrast(&mut self) {
        let place = |part: Part| self.named.iter().find(|(named, _)| *named == part).map(|(_, span)| *span);
        let mut findings = Vec::new();
        for (text, ground, ratio) in self.palette.pairs().filter(|(.., ratio)| *ratio < LEAST) {
            let Some(span) = place(text).or_else(|| place(ground)) else { continue };
            let [name, behind] = [text, ground].map(Part::name);
            let message = format!("`{name}` on `{behind}` is {:.1}:1; a text needs {LEAST}:1", (ratio * 10.0).floor() / 10.0);
            let colour = self.palette.get(ground);
            let lighter = contrast(colour, 0xff_ffff) > contrast(colour, 0);
            let change = if lighter { "lighter" } else { "darker" };
            let finding = Finding::new("theme/contrast", "", span, message).hint(format!("make `{name}` {change}"));
            let label = place(ground).filter(|other| *other != span);
            findings.push(match label {
                Some(other) => finding.label(other, "what is behind it"),
                None => finding,
            });
        }
        self.findings.extend(findings);
    }

    fn wrong(&mut self, node: &Node<'_>, what: &str, expected: &str) {
        self.findings.push(TERMS.wrong("", node, what, expected));
    }
}

/// The themes that have colours to start from.
fn painted() -> impl Iterator<Item = (&'static str, Palette)> {
    THEMES.iter().filter_map(|row| match row.look {
        Look::Painted(palette) => Some((row.name, palette)),
        _ => None,
    })
}

/// What a file starts from that names no base.
fn dark() -> Palette {
    match ThemeName::Dark.row().look {
        Look::Painted(palette) => palette,
        _ => Palette([0; PARTS.len()]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lines::Lines;

    fn found(text: &str) -> Vec<String> {
        let lines = Lines::new(text);
        let words = |finding: &Finding| {
            let place = lines.position(finding.span.start);
            let hint = finding.hint.as_deref().unwrap_or_default();
            format!("{}:{} {} {}; {hint}", place.line, place.column, finding.rule, finding.message)
        };
        ThemeFile::read(text).findings.iter().map(words).collect()
    }

    #[test]
    fn e4_a_file_names_a_base_and_the_colours_that_are_others() {
        let file = ThemeFile::read("accent: '#004080'\nabout: Ours\nbase: light\nwarn: 6b3f00\n");
        assert_eq!(file.findings, []);
        assert_eq!((file.palette.get(Part::Accent), file.palette.get(Part::Warn)), (0x00_4080, 0x6b_3f00));
        assert_eq!(file.palette.get(Part::Paper), 0xfc_fbf8, "the rest is the base's");
        assert_eq!(file.about, "Ours");
        assert_eq!(ThemeFile::read("").palette, dark());
    }

    #[test]
    fn e4_every_mistake_of_a_file_is_found_at_once_with_its_place() {
        let text = "base: drak\nacent: ff0000\nwarn: #ff0000\nbad: red\nquiet: 333333\nstop: [1]\nquiet: 444444\ntext: 12345\n";
        assert_eq!(
            found(text),
            [
                "7:1 theme/twice `quiet` stands twice; delete one of them",
                "1:7 theme/unknown-base `drak` is no theme to start from; did you mean `dark`?",
                "2:1 theme/unknown-part unknown part `acent`; did you mean `accent`?",
                "3:1 theme/wrong-colour `warn` has no colour; `#` begins a comment: write the six digits without it, or in quotes",
                "4:6 theme/wrong-colour `red` is no colour; six digits from 0 to f, for red, green and blue: `ff8f85`",
                "6:7 theme/wrong-type `stop` is a list; expected a colour; ",
                "8:7 theme/wrong-colour `12345` is no colour; six digits from 0 to f, for red, green and blue: `d0d5dc`",
                "5:8 theme/contrast `quiet` on `paper` is 1.4:1; a text needs 4.5:1; make `quiet` lighter",
                "5:8 theme/contrast `quiet` on `stop` is 1.0:1; a text needs 4.5:1; make `quiet` lighter",
            ]
        );
    }

    #[test]
    fn e4_a_ground_that_texts_do_not_stand_out_from_is_found_where_it_is_written() {
        let found = found("base: dark\npaper: ffffff\n");
        assert!(found.len() > 5, "{found:?}");
        assert!(found.iter().all(|line| line.starts_with("2:8 theme/contrast") && line.ends_with("darker")), "{found:?}");
    }

    #[test]
    fn any_text_is_read() {
        for text in ["", "~", "- a", "a: [", "\u{0}", "base:\n", "base: {}\n", "accent: '#é12345'\n", "? [a]\n: b\n"] {
            let _ = ThemeFile::read(text);
        }
    }
}
