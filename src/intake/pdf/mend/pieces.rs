//! Text that stands together on a line, from as many operations as it is shown by.

use super::shown::Shown;

/// In parts of its size: what stands further apart stands for itself.
const TOGETHER: f32 = 0.6;

pub struct Piece {
    /// The places of its operations, and how far each goes on.
    pub ops: Vec<(usize, f32)>,
    pub text: String,
    pub font: Vec<u8>,
    pub x: f32,
    pub right: f32,
    pub y: f32,
    pub size: f32,
}

/// In the order of the file.
pub fn pieces(all: &[Shown]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for shown in all.iter().filter(|shown| shown.turn == Some(0) && !shown.text.trim().is_empty()) {
        let goes_on = |piece: &&mut Piece| {
            let is_level = (piece.y - shown.y).abs() < 0.5 && (piece.size - shown.size).abs() < piece.size / 10.0;
            is_level && (-piece.size / 5.0..piece.size * TOGETHER).contains(&(shown.x - piece.right))
        };
        match pieces.last_mut().filter(goes_on) {
            Some(piece) => {
                piece.ops.push((shown.op, shown.on));
                piece.text += if shown.x - piece.right > piece.size / 6.0 { " " } else { "" };
                piece.text += &shown.text;
                piece.right = shown.right;
            }
            None => pieces.push(Piece {
                ops: vec![(shown.op, shown.on)],
                text: shown.text.clone(),
                font: shown.font.clone(),
                x: shown.x,
                right: shown.right,
                y: shown.y,
                size: shown.size,
            }),
        }
    }
    pieces
}
