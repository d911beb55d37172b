//! Where the letters of a page stand (ISO 32000-1, 9.4).

use unpdf::parser::backend::{ContentOp, PageBox, PageId, PdfBackend, PdfValue, RawBackend, ResourceScope};

pub type Matrix = [f32; 6];
pub const STRAIGHT: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
/// In parts of its size: how wide a letter is of which nothing is known.
const WIDE: f32 = 0.5;
/// Graphics states within each other.
const DEEPEST: usize = 200;

/// What one operation shows. Lengths are in points, from the left and from the foot of the page.
pub struct Shown {
    /// Its place among the operations of its page.
    pub op: usize,
    pub text: String,
    /// Letters, or what stands for several of them, and where each is.
    pub glyphs: Vec<(String, f32, f32)>,
    pub x: f32,
    pub y: f32,
    pub right: f32,
    pub size: f32,
    /// In thousandths of its size, how far on the next stands.
    pub on: f32,
    pub font: Vec<u8>,
    /// How far the page must be turned, clockwise, for it to stand upright; `None` where no quarter turn does it.
    pub turn: Option<u16>,
}

#[derive(Clone)]
struct State {
    page: Matrix,
    font: Vec<u8>,
    size: f32,
    between_letters: f32,
    between_words: f32,
    wide: f32,
    leading: f32,
    rise: f32,
}

struct Pen<'b> {
    backend: &'b RawBackend,
    scope: ResourceScope,
    state: State,
    around: Vec<State>,
    line: Matrix,
    text: Matrix,
    /// How far this operation has moved it.
    moved: f32,
}

/// All that the operations of a page show, with its own coordinates as `page` has them.
pub fn shown(backend: &RawBackend, page: PageId, ops: &[ContentOp], matrix: Matrix) -> Vec<Shown> {
    let state =
        State { page: matrix, font: Vec::new(), size: 0.0, between_letters: 0.0, between_words: 0.0, wide: 1.0, leading: 0.0, rise: 0.0 };
    let mut pen = Pen { backend, scope: ResourceScope::page(page), state, around: Vec::new(), line: STRAIGHT, text: STRAIGHT, moved: 0.0 };
    ops.iter().enumerate().filter_map(|(at, op)| pen.follow(at, op)).collect()
}

impl Pen<'_> {
    fn follow(&mut self, at: usize, op: &ContentOp) -> Option<Shown> {
        let numbers: Vec<f32> = op.operands.iter().filter_map(number).collect();
        let first = numbers.first().copied();
        match op.operator.as_str() {
            "q" if self.around.len() < DEEPEST => self.around.push(self.state.clone()),
            "Q" => self.state = self.around.pop().unwrap_or_else(|| self.state.clone()),
            "cm" => self.state.page = after(&matrix(&numbers)?, &self.state.page),
            "BT" => (self.line, self.text) = (STRAIGHT, STRAIGHT),
            "Tf" => {
                self.state.font =
                    op.operands.iter().find_map(|operand| if let PdfValue::Name(name) = operand { Some(name.clone()) } else { None })?;
                self.state.size = first?;
            }
            "Tc" => self.state.between_letters = first?,
            "Tw" => self.state.between_words = first?,
            "Tz" => self.state.wide = first? / 100.0,
            "TL" => self.state.leading = first?,
            "Ts" => self.state.rise = first?,
            "Tm" => self.begin(matrix(&numbers)?),
            "Td" => self.next_line(first?, *numbers.get(1)?),
            "TD" => {
                self.state.leading = -*numbers.get(1)?;
                self.next_line(first?, *numbers.get(1)?);
            }
            "T*" => self.next_line(0.0, -self.state.leading),
            "Tj" | "TJ" => return self.show(at, &op.operands),
            "'" => {
                self.next_line(0.0, -self.state.leading);
                return self.show(at, &op.operands);
            }
            "\"" => {
                (self.state.between_words, self.state.between_letters) = (first?, *numbers.get(1)?);
                self.next_line(0.0, -self.state.leading);
                return self.show(at, op.operands.get(2..)?);
            }
            _ => {}
        }
        None
    }

    fn begin(&mut self, matrix: Matrix) {
        (self.line, self.text) = (matrix, matrix);
    }

    fn next_line(&mut self, x: f32, y: f32) {
        self.begin(after(&[1.0, 0.0, 0.0, 1.0, x, y], &self.line));
    }

    fn forward(&mut self, by: f32) {
        self.moved += by;
        self.text = after(&[1.0, 0.0, 0.0, 1.0, by, 0.0], &self.text);
    }

    fn place(&self) -> (f32, f32) {
        let all = after(&[1.0, 0.0, 0.0, 1.0, 0.0, self.state.rise], &after(&self.text, &self.state.page));
        (all[4], all[5])
    }

    fn show(&mut self, op: usize, operands: &[PdfValue]) -> Option<Shown> {
        let all = after(&self.text, &self.state.page);
        let (x, y) = self.place();
        self.moved = 0.0;
        let (mut text, mut glyphs) = (String::new(), Vec::new());
        for operand in operands {
            let parts = if let PdfValue::Array(parts) = operand { parts.as_slice() } else { std::slice::from_ref(operand) };
            for part in parts {
                match part {
                    PdfValue::Str(bytes) => self.string(bytes, &mut text, &mut glyphs),
                    part => self.forward(-number(part).unwrap_or_default() / 1000.0 * self.state.size * self.state.wide),
                }
            }
        }
        let size = self.state.size.abs() * all[2].hypot(all[3]);
        let right = self.place().0;
        let on = self.moved * 1000.0 / (self.state.size * self.state.wide);
        let is_known = [x, y, right, size, on].into_iter().all(f32::is_finite) && size > 0.0 && !text.is_empty();
        is_known.then(|| Shown { op, text, glyphs, x, y, right, size, on, font: self.state.font.clone(), turn: quarter(&all) })
    }

    fn string(&mut self, bytes: &[u8], text: &mut String, glyphs: &mut Vec<(String, f32, f32)>) {
        let run = self.backend.decode_run(self.scope, &self.state.font, bytes);
        let words = run.decoded.text;
        let Some(advances) = run.glyphs else {
            let (x, y) = self.place();
            let count = u16::try_from(words.chars().count()).unwrap_or(u16::MAX);
            self.forward(f32::from(count) * WIDE * self.state.size * self.state.wide);
            glyphs.push((words.clone(), x, y));
            *text += &words;
            return;
        };
        let mut places = Vec::with_capacity(advances.len());
        for advance in &advances {
            places.push(self.place());
            let spaces = self.state.between_letters + if advance.is_word_space { self.state.between_words } else { 0.0 };
            self.forward((advance.width / 1000.0 * self.state.size + spaces) * self.state.wide);
        }
        match run.clusters {
            Some(clusters) => {
                let found = clusters.iter().filter_map(|cluster| {
                    let (x, y) = *places.get(cluster.glyphs.start)?;
                    Some((words.get(cluster.text.clone())?.to_owned(), x, y))
                });
                glyphs.extend(found);
            }
            None => glyphs.extend(places.first().map(|(x, y)| (words.clone(), *x, *y))),
        }
        *text += &words;
    }
}

fn number(value: &PdfValue) -> Option<f32> {
    match value {
        #[expect(clippy::cast_precision_loss, reason = "a page has some thousand points")]
        PdfValue::Integer(number) => Some(*number as f32),
        PdfValue::Real(number) => Some(*number),
        _ => None,
    }
}

fn matrix(numbers: &[f32]) -> Option<Matrix> {
    numbers.get(..6)?.try_into().ok()
}

/// What does the one and then the other.
fn after(one: &Matrix, other: &Matrix) -> Matrix {
    let row = |x: f32, y: f32| [x * other[0] + y * other[2], x * other[1] + y * other[3]];
    let (along, up, place) = (row(one[0], one[1]), row(one[2], one[3]), row(one[4], one[5]));
    [along[0], along[1], up[0], up[1], place[0] + other[4], place[1] + other[5]]
}

fn quarter([along, up, ..]: &Matrix) -> Option<u16> {
    let is_level = up.abs() < along.abs() / 50.0;
    let is_sheer = along.abs() < up.abs() / 50.0;
    match (is_level, is_sheer) {
        (true, _) => Some(if *along > 0.0 { 0 } else { 180 }),
        (_, true) => Some(if *up > 0.0 { 90 } else { 270 }),
        _ => None,
    }
}

/// Where a matrix puts an area.
pub fn area(matrix: &Matrix, area: PageBox) -> PageBox {
    let corner = |x: f32, y: f32| after(&[1.0, 0.0, 0.0, 1.0, x, y], matrix);
    let (one, other) = (corner(area.llx, area.lly), corner(area.urx, area.ury));
    PageBox { llx: one[4].min(other[4]), lly: one[5].min(other[5]), urx: one[4].max(other[4]), ury: one[5].max(other[5]) }
}
