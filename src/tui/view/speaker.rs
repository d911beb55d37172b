//! The speaker's screen.
//!
//! ```text
//! the briefing                                   marking
//! 4:12 of 20:00, 15:48 left              14:05
//! SLIDE 3/14                 │ SAY
//! its words, small           │ what the briefing says to say, and notes
//! Next: the next one         │ MAY BE ASKED
//!                            │ questions, and what answers them
//! keys                                           marking
//! ```

use super::last_line::set;
use crate::briefing::scale::{Marking, Markings, Vocabulary as _};
use crate::page::Role;
use crate::talk::protocol::State;
use crate::talk::rehearsal::clock;
use crate::text::{clip, neutral, width, wrap};
use crate::tui::layout::SMALLEST;
use crate::tui::speaker::{KEYS, Speaker};
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// From this width on the slide stands beside what to say.
const TWO: u16 = 100;

pub fn draw(speaker: &Speaker, theme: &Theme, ascii: bool, buffer: &mut Buffer) {
    screen(speaker, theme, buffer);
    if ascii {
        super::ascii::spell(buffer);
    }
}

fn screen(speaker: &Speaker, theme: &Theme, buffer: &mut Buffer) {
    let area = buffer.area;
    if theme.paper != Style::default() {
        buffer.set_style(area, theme.paper);
    }
    let line = |y: u16| Rect { y, height: 1, ..area };
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        if area.height > 0 {
            set(buffer, line(0), 0, &format!("{}×{} is needed", SMALLEST.0, SMALLEST.1), theme.style(Role::Text));
        }
        return;
    }
    let marking = speaker.state.as_ref().map_or("", |state| state.marking.as_str());
    let markings = speaker.state.as_ref().and_then(|state| Markings::from_word(&state.markings));
    let known = markings.and_then(|markings| Marking::on(markings, marking)).or_else(|| Marking::written(marking));
    let end = [line(0), line(area.height - 1)].map(|line| mark(marking, known, theme, line, buffer))[0];
    let title = speaker.state.as_ref().map_or("bluf brief --notes", |state| state.title.as_str());
    set(buffer, line(0), 1, &clip(&neutral(title), end.saturating_sub(2)), theme.style(Role::Strong));
    keys(speaker, theme, line(area.height - 1), end, buffer);
    let mut top = 1;
    if let Some(why) = &speaker.away {
        for part in wrap(why, usize::from(area.width) - 2) {
            set(buffer, line(top), 1, &why[part], theme.style(Role::Warn));
            top += 1;
        }
    }
    if let (Some(state), Some(spent)) = (&speaker.state, speaker.spent()) {
        let (words, role) = time(speaker, spent);
        let end = set(buffer, line(top), 1, &words, theme.style(role));
        // Where nothing is told any more the clock stands, and no time of day is better than a wrong one.
        let now = usize::from(area.width).checked_sub(width(&speaker.now) + 1).filter(|column| *column > end + 1);
        if let Some(column) = now.filter(|_| speaker.away.is_none()) {
            set(buffer, line(top), column, &speaker.now, theme.style(Role::Strong));
        }
        body(speaker, state, theme, Rect { y: top + 1, height: area.height - top - 2, ..area }, buffer);
    }
}

/// How much time is over, and how much is left.
fn time(speaker: &Speaker, spent: std::time::Duration) -> (String, Role) {
    let Some(planned) = speaker.planned() else { return (clock(spent), Role::Strong) };
    let (rest, role) = match planned.checked_sub(spent) {
        // What is left is rounded up, as the clock before it is rounded down.
        Some(_) => {
            (format!("{} left", clock(std::time::Duration::from_secs(planned.as_secs().saturating_sub(spent.as_secs())))), Role::Strong)
        }
        None => (format!("{} over", clock(spent.saturating_sub(planned))), Role::Warn),
    };
    (format!("{} of {}, {rest}", clock(spent), clock(planned)), role)
}

/// Sets the marking at the right end of a line; returns the column before it.
fn mark(marking: &str, known: Option<Marking>, theme: &Theme, line: Rect, buffer: &mut Buffer) -> usize {
    let text = clip(&neutral(marking), usize::from(line.width) - 1).into_owned();
    let column = usize::from(line.width).saturating_sub(width(&text) + 1);
    set(buffer, line, column, &text, theme.marking(known));
    column
}

fn keys(speaker: &Speaker, theme: &Theme, line: Rect, end: usize, buffer: &mut Buffer) {
    let mut column = 1;
    if !speaker.typed.is_empty() {
        set(buffer, line, column, &format!("To slide {}", speaker.typed), theme.style(Role::Strong));
        return;
    }
    for (key, does) in KEYS {
        if column + width(key) + width(does) + 1 < end {
            column = set(buffer, line, column, key, theme.style(Role::Strong)) + 1;
            column = set(buffer, line, column, does, theme.style(Role::Quiet)) + 3;
        }
    }
}

/// A line of the screen, and whether it is the question under the cursor.
type Line = (String, Role, bool);

fn body(speaker: &Speaker, state: &State, theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let beside = area.width >= TWO;
    let left = if beside { area.width * 2 / 5 } else { area.width };
    let slide = slide(state, usize::from(left) - 2);
    let right = |cells: u16| said(speaker, state, usize::from(cells) - 2);
    if beside {
        column(&slide, theme, Rect { width: left, ..area }, buffer);
        let rest = Rect { x: area.x + left + 1, width: area.width - left - 1, ..area };
        for y in area.top()..area.bottom() {
            buffer.set_string(area.x + left, y, "│", theme.style(Role::Line));
        }
        column(&right(rest.width), theme, rest, buffer);
        return;
    }
    // What to say is why one looks here: the slide takes a third where both have no room.
    let said = right(area.width);
    let (all, rows) = (slide.len() + said.len(), usize::from(area.height));
    let above = if all <= rows { slide.len() } else { slide.len().min((rows / 3).max(rows.saturating_sub(said.len()))) };
    let above = u16::try_from(above).unwrap_or(area.height).min(area.height);
    column(&slide, theme, Rect { height: above, ..area }, buffer);
    column(&said, theme, Rect { y: area.y + above, height: area.height - above, ..area }, buffer);
}

/// Draws lines; what has no room is told by the last.
fn column(lines: &[Line], theme: &Theme, area: Rect, buffer: &mut Buffer) {
    let rows = usize::from(area.height);
    let cut = lines.len() > rows;
    for (y, (at, (text, role, here))) in (area.top()..area.bottom()).zip(lines.iter().enumerate()) {
        let line = Rect { y, height: 1, ..area };
        if *here {
            set(buffer, line, 0, "▌", theme.style(Role::Accent));
        }
        let more = cut && at + 1 == rows;
        set(buffer, line, 1, if more { "…" } else { text }, theme.style(*role));
    }
}

fn wrapped(lines: &mut Vec<Line>, text: &str, cells: usize, role: Role, here: bool) {
    let text = neutral(text);
    lines.extend(wrap(&text, cells.max(1)).into_iter().map(|range| (text[range].to_owned(), role, here)));
}

fn slide(state: &State, cells: usize) -> Vec<Line> {
    let mut lines = vec![(format!("SLIDE {}/{}{}", state.slide, state.slides, state.page_words()), Role::Heading, false)];
    for words in &state.words {
        wrapped(&mut lines, words, cells, Role::Text, false);
    }
    let next = state.next.as_ref().map_or_else(|| "This is the last slide.".to_owned(), |next| format!("Next: {next}"));
    lines.push((clip(&neutral(&next), cells).into_owned(), Role::Accent, false));
    lines
}

fn said(speaker: &Speaker, state: &State, cells: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let slide = format!("{}/slide/{}", state.briefing, state.slide);
    if state.here != slide {
        wrapped(&mut lines, &format!("The room sees {}.", state.here), cells, Role::Warn, false);
    }
    for (heading, texts, role) in [("SAY", &state.notes, Role::Strong), ("ASKED AND NOT ANSWERED", &state.asked, Role::Text)] {
        if !texts.is_empty() {
            lines.push((heading.to_owned(), Role::Heading, false));
        }
        for text in texts {
            wrapped(&mut lines, text, cells, role, false);
        }
    }
    if !state.questions.is_empty() {
        lines.push(("MAY BE ASKED".to_owned(), Role::Heading, false));
    }
    for (at, question) in state.questions.iter().enumerate() {
        let address = question.address.strip_prefix(&state.briefing).unwrap_or(&question.address);
        wrapped(&mut lines, &format!("{}  {address}", question.words), cells, Role::Text, at == speaker.question);
    }
    lines
}
