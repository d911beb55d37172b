//! Maps: the outlines and ties that stand behind the names of a map's rows.

use crate::briefing::scale::Polarity;
use crate::page::figure::Figure;
use crate::page::figure::map::frame::{DOTS, Frame};
use crate::page::figure::map::{Map, NARROWEST, Sheet, State, tie_role};
use crate::page::figure::outlines::{Outline, Point, Ring, world};
use crate::page::flow::{Density, MEASURE};
use crate::page::{Body, Place, Role, Row};
use crate::text::width;
use crate::tui::column::Column;
use crate::tui::layout::text_width;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::Marker;
use ratatui::widgets::Widget;
use ratatui::widgets::canvas::{Canvas, Context, Line, Points};

/// How what is painted looks. A canvas knows colours only, and a role is more than a colour, so the canvas is given the
/// number of the role in this list.
const ROLES: [Role; 5] = [OTHERS, STATES, LIT, Role::Cooperation, Role::Conflict];
const OTHERS: Role = Role::Line;
const STATES: Role = Role::Text;
const LIT: Role = Role::Accent;

fn number(role: Role) -> Color {
    let at = (0_u8..).zip(ROLES).find(|(_, known)| *known == role);
    Color::Indexed(at.map_or(0, |(at, _)| at))
}

/// Paints the maps of a column, as far as they can be seen.
pub fn maps(column: &Column, density: Density, theme: &Theme, buffer: &mut Buffer) {
    let area = column.area;
    let Some(wide) = u16::try_from(text_width(area).min(MEASURE)).ok().filter(|wide| *wide >= NARROWEST) else { return };
    let rows = &column.flowed.rows;
    let seen = column.top..rows.len().min(column.view().end);
    let lit = column.target();
    for (block, body) in column.flowed.doc.blocks.iter().map(|block| &block.body).enumerate() {
        let Body::Figure { figure: Figure::Map(map), .. } = body else { continue };
        let high = density.map_rows();
        let legend = usize::from(density != Density::Tight);
        let end = rows.partition_point(|row| row.block <= block).saturating_sub(legend);
        let first = end.saturating_sub(usize::from(high));
        let visible = first.max(seen.start)..end.min(seen.end);
        if visible.is_empty() {
            continue;
        }
        let sheet = map.sheet(wide, high);
        let painted = paint(map, &sheet, lit, Rect::new(0, 0, wide, high));
        for at in visible {
            let (Ok(from), Ok(to)) = (u16::try_from(at - first), u16::try_from(at - column.top)) else { continue };
            let line = Rect::new(area.x + 1, area.y + 1 + to, wide, 1);
            copy(&painted, from, &rows[at], theme, line, buffer);
        }
        for label in sheet.labels.iter().filter(|label| lit == Some(&map.states()[label.state].place)) {
            let Some(row) = (first + label.row).checked_sub(column.top).filter(|row| *row < column.height()) else { continue };
            let place = (u16::try_from(label.column), u16::try_from(row), u16::try_from(label.cells()));
            if let (Ok(x), Ok(y), Ok(cells)) = place {
                let style = Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD);
                buffer.set_style(Rect::new(area.x + 1 + x, area.y + 1 + y, cells, 1), style);
            }
        }
    }
}

/// Copies a painted row, except where the row's own words stand.
fn copy(painted: &Buffer, from: u16, row: &Row, theme: &Theme, line: Rect, buffer: &mut Buffer) {
    let has_words = |x: usize| row.pieces.iter().any(|piece| (piece.column..piece.column + width(&piece.text)).contains(&x));
    for x in (0..line.width).filter(|x| !has_words(usize::from(*x))) {
        let dots = &painted[(x, from)];
        let Color::Indexed(number) = dots.fg else { continue };
        let role = ROLES.get(usize::from(number)).copied().unwrap_or(OTHERS);
        if let Some(cell) = buffer.cell_mut((line.x + x, line.y)) {
            cell.set_symbol(dots.symbol()).set_style(theme.style(role));
        }
    }
}

/// The map in dots, each cell coloured with the number of its role.
fn paint(map: &Map, sheet: &Sheet, lit: Option<&Place>, area: Rect) -> Buffer {
    let mut painted = Buffer::empty(area);
    let frame = &sheet.frame;
    let is_state = |outline: &Outline| map.states().iter().any(|state| state.outline.code == outline.code);
    let canvas = Canvas::default().marker(Marker::Braille).x_bounds([0.0, frame.dots.0 - 1.0]).y_bounds([1.0 - frame.dots.1, 0.0]);
    let canvas = canvas.paint(|context| {
        for outline in world().iter().filter(|outline| !is_state(outline)) {
            land(context, frame, outline, OTHERS);
        }
        let is_lit = |state: &&State| lit == Some(&state.place);
        for state in map.states().iter().filter(|state| !is_lit(state)) {
            land(context, frame, state.outline, STATES);
        }
        for state in map.states().iter().filter(is_lit) {
            land(context, frame, state.outline, LIT);
        }
        // A tie stands alone in its cells, or its dashes would drown in the coasts that it crosses.
        context.layer();
        ties(context, map, sheet, lit);
    });
    canvas.render(area, &mut painted);
    painted
}

fn land(context: &mut Context<'_>, frame: &Frame, outline: &Outline, role: Role) {
    for ring in &outline.rings {
        // A ring that the frame shows beyond the antimeridian is there once more, a turn of the globe on.
        for turn in [-360.0, 0.0, 360.0] {
            let place = |point: Point| frame.place(Point { longitude: point.longitude + turn, ..point });
            let north_west = Point { longitude: ring.least.longitude, latitude: ring.most.latitude };
            let south_east = Point { longitude: ring.most.longitude, latitude: ring.least.latitude };
            if frame.touches(place(north_west), place(south_east)) {
                coast(context, ring, place, role);
            }
        }
    }
}

/// A ring as lines; points within a dot of each other are one.
fn coast(context: &mut Context<'_>, ring: &Ring, place: impl Fn(Point) -> (f64, f64), role: Role) {
    let Some(first) = ring.points.first() else { return };
    let mut from = (*first, place(*first));
    if ring.points.len() < 4 {
        context.draw(&Points { coords: &[(from.1.0, -from.1.1)], color: number(role) });
    }
    for to in ring.points[1..].iter().chain([first]) {
        let end = (*to, place(*to));
        if (end.1.0 - from.1.0).abs().max((end.1.1 - from.1.1).abs()) < 0.75 {
            continue;
        }
        if !is_cut(from.0, end.0) {
            line(context, from.1, end.1, role);
        }
        from = end;
    }
}

/// Whether a line is none of the land's, but where the source cut it: along the antimeridian and around the pole.
fn is_cut(from: Point, to: Point) -> bool {
    let both = |is: fn(Point) -> bool| is(from) && is(to);
    let around = (from.longitude - to.longitude).abs() > 180.0;
    around || both(|point| (point.longitude.abs() - 180.0).abs() < 0.02) || both(|point| point.latitude < -89.9)
}

fn line(context: &mut Context<'_>, from: (f64, f64), to: (f64, f64), role: Role) {
    context.draw(&Line::new(from.0, -from.1, to.0, -to.1, number(role)));
}

/// The ties as lines: cooperation drawn through, conflict in dashes, what is neither in dots.
fn ties(context: &mut Context<'_>, map: &Map, sheet: &Sheet, lit: Option<&Place>) {
    let end = |state: usize| -> Option<(f64, f64)> {
        let at = sheet.frame.project(map.states()[state].outline.label);
        if sheet.frame.holds(at) {
            return Some(at);
        }
        let label = sheet.labels.iter().find(|label| label.state == state)?;
        let cells = |cells: usize| u32::try_from(cells).map_or(0.0, f64::from);
        Some(((cells(label.column) + cells(label.cells()) / 2.0) * DOTS.0, (cells(label.row) + 0.5) * DOTS.1))
    };
    for tie in map.ties_of(lit) {
        let (Some(from), Some(to)) = (end(tie.from), end(tie.to)) else { continue };
        let pattern = match tie.polarity {
            Polarity::Cooperation => (f64::INFINITY, 0.0),
            Polarity::Conflict => (3.0, 3.0),
            Polarity::Neutral => (0.0, 4.0),
        };
        dashes(context, from, to, pattern, tie_role(tie.polarity));
    }
}

/// A line of dashes of one length in dots, with gaps of another between them.
fn dashes(context: &mut Context<'_>, from: (f64, f64), to: (f64, f64), (drawn, left_out): (f64, f64), role: Role) {
    let length = libm::hypot(to.0 - from.0, to.1 - from.1);
    let at = |way: f64| {
        let share = if length > 0.0 { (way / length).min(1.0) } else { 0.0 };
        (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share)
    };
    let mut way = 0.0;
    while way <= length {
        line(context, at(way), at(way + drawn), role);
        way += drawn + left_out;
    }
}
