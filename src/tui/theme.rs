//! How each role looks.
//!
//! A [`Look`] says what a theme paints with, a [`Depth`] how many colours the terminal has, and a [`Theme`] is what comes
//! of both: a style for every role. With 256 colours the nearest that can be read as well are taken; with sixteen, a
//! painted theme gives way to the terminal's own colours; with none, to bold, dim, underlined and reversed text.

pub mod colour_depth;
pub mod colours_256;
pub mod contrast;
pub mod dark_or_light;
pub mod palette;

pub mod built_in;

pub mod file;
pub mod themes;

#[cfg(test)]
mod colour_blindness;
#[cfg(test)]
mod emulators;

pub use built_in::{AUTO, Look, NoTheme, THEMES, ThemeName};
pub use colour_depth::Depth;
pub use dark_or_light::Background;
pub use themes::Themes;

use crate::briefing::scale::{Hue, Marking};
use crate::page::Role;
use palette::{Palette, Part};
use ratatui::style::{Color, Modifier, Style};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    pub paper: Style,
    text: Style,
    strong: Style,
    quiet: Style,
    line: Style,
    accent: Style,
    warn: Style,
    bad: Style,
    cooperation: Style,
    conflict: Style,
    lit: Style,
    /// The opened passage on the stop under the cursor: it must stand out there too.
    pub lit_on_stop: Style,
    /// The stop under the cursor, laid over the role.
    pub stop: Style,
    /// A hit of the search, laid over the role.
    pub hit: Style,
    /// The hit that the search stands on.
    pub current_hit: Style,
    /// The colours that the marking may use.
    marking: Depth,
}

fn rgb(colour: u32) -> Color {
    let [_, red, green, blue] = colour.to_be_bytes();
    Color::Rgb(red, green, blue)
}

fn indexed(colour: u32) -> Color {
    Color::Indexed(colours_256::number(colour))
}

impl Theme {
    /// A built-in theme, with every colour there is or without any.
    pub fn new(name: ThemeName, colour: bool) -> Self {
        Self::of(&name.row().look, if colour { Depth::True } else { Depth::None }, None)
    }

    /// What comes of a look on a terminal of so many colours, and with this background where it has told it.
    pub fn of(look: &Look, depth: Depth, background: Option<Background>) -> Self {
        match (look, depth) {
            (Look::Monochrome, _) | (_, Depth::None) => Self::monochrome(),
            (Look::Terminal, _) | (_, Depth::Sixteen) => Self { marking: depth, ..Self::terminal(background) },
            (Look::Painted(palette), Depth::Indexed) => Self { marking: depth, ..Self::painted(&colours_256::reduced(palette), indexed) },
            (Look::Painted(palette), Depth::True) => Self::painted(palette, rgb),
        }
    }

    fn painted(palette: &Palette, paint: fn(u32) -> Color) -> Self {
        let colour = |part: Part| paint(palette.get(part));
        let on = |part: Part| Style::new().fg(colour(part));
        let (lit, hit) = (on(Part::Lit).bg(colour(Part::LitGround)), on(Part::Hit).bg(colour(Part::HitGround)));
        Self {
            paper: on(Part::Text).bg(colour(Part::Paper)),
            text: on(Part::Text),
            strong: on(Part::Strong).add_modifier(Modifier::BOLD),
            quiet: on(Part::Quiet),
            line: on(Part::Line),
            accent: on(Part::Accent).add_modifier(Modifier::BOLD),
            warn: on(Part::Warn),
            bad: on(Part::Bad),
            cooperation: on(Part::Cooperation),
            conflict: on(Part::Conflict),
            lit,
            lit_on_stop: lit,
            stop: Style::new().bg(colour(Part::Stop)),
            hit,
            current_hit: hit.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            marking: Depth::True,
        }
    }

    /// Terminals have as many palettes as makers, and some make what is bold bright. So on dark ground no red is seen
    /// everywhere, on light ground no yellow, green or cyan and nothing bright; where the ground is not known, nothing is.
    /// Words and signs say the rest.
    fn terminal(background: Option<Background>) -> Self {
        let plain = Style::new();
        let on = |colour: Color| Style::new().fg(colour);
        let bold = |style: Style| style.add_modifier(Modifier::BOLD);
        let underlined = |style: Style| style.add_modifier(Modifier::UNDERLINED);
        let [accent, warn, bad, cooperation, conflict] = match background {
            Some(Background::Dark) => {
                let warn = on(Color::LightYellow);
                [bold(on(Color::Cyan)), warn, bold(warn), on(Color::Green), warn]
            }
            Some(Background::Light) => {
                let (accent, warn) = (on(Color::Blue), on(Color::Red));
                [accent, warn, underlined(warn), accent, warn]
            }
            None => [bold(plain), plain, bold(plain), plain, plain],
        };
        let (lit, hit) = (on(Color::Black).bg(Color::LightYellow), on(Color::Black).bg(Color::LightCyan));
        Self {
            paper: plain,
            text: plain,
            strong: bold(plain),
            quiet: plain.add_modifier(Modifier::DIM),
            line: plain.add_modifier(Modifier::DIM),
            accent,
            warn,
            bad,
            cooperation,
            conflict,
            lit,
            lit_on_stop: lit.remove_modifier(Modifier::REVERSED),
            stop: plain.add_modifier(Modifier::REVERSED),
            hit,
            current_hit: underlined(on(Color::Black).bg(Color::LightGreen)),
            marking: Depth::Sixteen,
        }
    }

    fn monochrome() -> Self {
        let plain = Style::new();
        let with = |modifier: Modifier| Style::new().add_modifier(modifier);
        Self {
            paper: plain,
            text: plain,
            strong: with(Modifier::BOLD),
            quiet: with(Modifier::DIM),
            line: with(Modifier::DIM),
            accent: with(Modifier::BOLD),
            warn: plain,
            bad: with(Modifier::BOLD),
            cooperation: plain,
            conflict: plain,
            lit: with(Modifier::REVERSED),
            lit_on_stop: with(Modifier::BOLD | Modifier::UNDERLINED).remove_modifier(Modifier::REVERSED),
            stop: with(Modifier::REVERSED),
            hit: with(Modifier::UNDERLINED.union(Modifier::BOLD)),
            current_hit: with(Modifier::UNDERLINED.union(Modifier::BOLD).union(Modifier::REVERSED)),
            marking: Depth::None,
        }
    }

    pub fn style(&self, role: Role) -> Style {
        match role {
            Role::Text => self.text,
            Role::Strong => self.strong,
            Role::Quiet | Role::Heading => self.quiet,
            Role::Accent => self.accent,
            Role::Line => self.line,
            Role::Bar => Style { add_modifier: Modifier::empty(), ..self.accent },
            Role::Warn => self.warn,
            Role::Bad => self.bad,
            Role::Cooperation => self.cooperation,
            Role::Conflict => self.conflict,
            Role::Lit => self.lit,
            Role::Passage => self.text.add_modifier(Modifier::UNDERLINED),
        }
    }

    /// A look on the stop under the cursor. Reversed, a colour would become a patch and dim text grey on grey, so there
    /// only weight is kept.
    pub fn on_stop(&self, style: Style) -> Style {
        if self.stop.add_modifier.contains(Modifier::REVERSED) {
            return self.stop.add_modifier(style.add_modifier.intersection(Modifier::BOLD | Modifier::UNDERLINED));
        }
        style.patch(self.stop)
    }

    /// A look on the stop under the cursor where that is a cell of a figure.
    pub fn stop_cell(&self, style: Style) -> Style {
        // A colour that has a ground of its own would stand on the paper.
        Style { fg: style.fg.filter(|_| style.bg.is_none()), bg: None, ..self.on_stop(style).add_modifier(Modifier::REVERSED) }
    }

    /// The handling marking: its colour on black (TLP 2.0), where there are colours.
    pub fn marking(&self, marking: Option<Marking>) -> Style {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        match (self.marking, marking) {
            (Depth::None, _) => bold.add_modifier(Modifier::REVERSED),
            (Depth::Sixteen, marking) => {
                let on_black = |colour: Color| bold.fg(colour).bg(Color::Black);
                match marking.map_or(Hue::White, Marking::hue) {
                    Hue::White => on_black(Color::White),
                    Hue::Green => on_black(Color::LightGreen),
                    Hue::Amber | Hue::Orange => on_black(Color::LightYellow),
                    // Among the sixteen no red, blue or purple is seen on black in every palette.
                    Hue::Blue | Hue::Purple | Hue::Red => on_black(Color::White).add_modifier(Modifier::UNDERLINED),
                }
            }
            (depth, marking) => {
                let [red, green, blue] = marking.map_or(Hue::White, Marking::hue).colour();
                let paint = if depth == Depth::True { rgb } else { indexed };
                bold.fg(paint(u32::from_be_bytes([0, red, green, blue]))).bg(paint(0))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::scale::{Markings, Vocabulary};

    /// Every role, and what is laid over roles.
    fn styles(theme: &Theme) -> Vec<Style> {
        let roles = [
            Role::Text,
            Role::Strong,
            Role::Quiet,
            Role::Heading,
            Role::Accent,
            Role::Line,
            Role::Bar,
            Role::Warn,
            Role::Bad,
            Role::Lit,
            Role::Passage,
            Role::Cooperation,
            Role::Conflict,
        ];
        let mut styles: Vec<Style> = roles.into_iter().map(|role| theme.style(role)).collect();
        styles.extend(styles.clone().into_iter().flat_map(|style| [theme.on_stop(style), theme.stop_cell(style)]));
        styles.extend([theme.paper, theme.lit_on_stop, theme.stop, theme.hit, theme.current_hit]);
        styles.push(theme.marking(None));
        styles.extend(Markings::all().iter().flat_map(|markings| markings.terms()).map(|marking| theme.marking(Some(marking))));
        styles
    }

    #[test]
    fn m19_the_terminal_theme_paints_no_background() {
        assert_eq!(Theme::new(ThemeName::Terminal, true).paper, Style::new());
    }

    /// What is drawn with the terminal's own text colour on its own paper is its own business. What is bold may be bright.
    #[test]
    fn m19_in_sixteen_colours_every_text_is_read_in_every_palette_on_both_papers() {
        let mut seen = 0;
        for (emulator, paper, sixteen) in emulators::palettes() {
            let told = if contrast::luminance(paper) < 0.18 { Background::Dark } else { Background::Light };
            for (row, background) in THEMES.iter().flat_map(|row| [(row, None), (row, Some(told))]) {
                for style in styles(&Theme::of(&row.look, Depth::Sixteen, background)) {
                    let numbers = |colour: Option<Color>| colour.filter(|colour| *colour != Color::Reset).map(emulators::number);
                    let Some(text) = numbers(style.fg) else {
                        assert_eq!(numbers(style.bg), None, "{style:?} in {}: the terminal's text may be of any colour", row.name);
                        continue;
                    };
                    let ground = numbers(style.bg).map_or(paper, |number| sixteen[number]);
                    let brightened = (text < 8 && style.add_modifier.contains(Modifier::BOLD)).then_some(text + 8);
                    for number in [Some(text), brightened].into_iter().flatten() {
                        let ratio = contrast::contrast(sixteen[number], ground);
                        let where_ = format!("{} with {background:?} in {emulator} on {paper:06x}", row.name);
                        assert!(ratio >= contrast::LEAST, "{style:?} is {ratio:.2} in {where_}");
                        seen += 1;
                    }
                }
            }
        }
        assert!(seen > 1000, "{seen}");
    }

    #[test]
    fn m19_where_the_background_is_not_known_no_text_on_it_has_a_colour() {
        for style in styles(&Theme::of(&Look::Terminal, Depth::True, None)) {
            assert_eq!(style.fg.is_some(), style.bg.is_some(), "{style:?}");
        }
    }

    #[test]
    fn m20_no_theme_uses_colours_that_the_terminal_does_not_have() {
        for row in &THEMES {
            for depth in [Depth::None, Depth::Sixteen, Depth::Indexed, Depth::True] {
                let wrong = |colour: &Color| match colour {
                    Color::Reset => false,
                    Color::Rgb(..) => depth < Depth::True,
                    Color::Indexed(number) => depth < Depth::Indexed || *number < 16,
                    _ => depth < Depth::Sixteen,
                };
                for style in styles(&Theme::of(&row.look, depth, None)) {
                    let found: Vec<Color> = [style.fg, style.bg].into_iter().flatten().filter(wrong).collect();
                    assert_eq!(found, [], "{} with {depth:?}", row.name);
                }
            }
        }
    }

    #[test]
    fn m20_the_stop_the_passage_and_the_hit_are_seen_in_every_theme_at_every_depth() {
        for row in &THEMES {
            for depth in [Depth::None, Depth::Sixteen, Depth::Indexed, Depth::True] {
                let theme = Theme::of(&row.look, depth, None);
                let plain = theme.paper.patch(theme.style(Role::Text));
                let stop = theme.paper.patch(theme.on_stop(theme.style(Role::Text)));
                let lit = theme.paper.patch(theme.style(Role::Lit));
                let hit = plain.patch(theme.hit);
                let current = plain.patch(theme.current_hit);
                let lit_on_stop = theme.paper.patch(theme.stop).patch(theme.lit_on_stop);
                let looks = [("stop", stop), ("lit", lit), ("hit", hit), ("current hit", current), ("lit on stop", lit_on_stop)];
                for (name, look) in looks {
                    assert_ne!(look, plain, "{name} in {} with {depth:?}", row.name);
                }
                assert_ne!(hit, current, "{} with {depth:?}", row.name);
                assert_ne!(stop, lit_on_stop, "{} with {depth:?}", row.name);
            }
        }
    }
}
