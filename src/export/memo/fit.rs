//! A memo fits on its page, or it is told what to cut.

use super::body::Room;
use super::{COLUMNS, Memo, NotWritten};
use crate::export::page_set::Handed;
use crate::text::count;

/// The memo with these judgements. One that is too long says by how much and what to leave out: the last in the order of
/// the bottom line. The author has put them there by importance; a low confidence is no reason, for what we know least of
/// may matter most.
///
/// # Errors
///
/// It is too long, or no memo of what was asked for.
pub fn fitting<'h>(handed: &'h Handed<'h>, judgements: &[usize]) -> Result<Memo<'h>, NotWritten> {
    for room in [Room { thresholds: true, summary: true }, Room { thresholds: true, summary: false }] {
        let memo = Memo::of(handed, judgements, room)?;
        if over(&memo) == 0 {
            return Ok(memo);
        }
    }
    let least = Room { thresholds: false, summary: false };
    let memo = Memo::of(handed, judgements, least)?;
    let over = over(&memo);
    if over == 0 {
        return Ok(memo);
    }
    // What it takes is tried: the indicators of a judgement go with it.
    let fits = |kept: &[usize]| Memo::of(handed, kept, least).is_ok_and(|memo| self::over(&memo) == 0);
    Err(too_long(&memo, over, "", fits))
}

/// By how many lines it is too long, and what to do: to leave out the last in the order of the bottom line, as many as it takes
/// until it `fits`.
pub fn too_long(memo: &Memo<'_>, over: usize, printed: &str, fits: impl Fn(&[usize]) -> bool) -> NotWritten {
    let judgements = &memo.judgements;
    let lines = format!("the memo is {} too long for one page of {}{printed}", count(over, "line"), memo.paper.name());
    let Some(kept) = (1..judgements.len()).rev().find(|kept| fits(&judgements[..*kept])) else {
        let with_one = if judgements.len() > 1 { ", and with one judgement too" } else { "" };
        return NotWritten(format!("{lines}{with_one}; shorten the bottom line, the judgement and its thresholds"));
    };
    let cut: Vec<String> = judgements[kept..].iter().map(|index| format!("--cut {}", id(memo.handed, *index))).collect();
    NotWritten(format!("{lines}; leave out the last in the order of the bottom line: `{}`", cut.join(" ")))
}

/// The lines that stay free where nobody can tell how wide the letters are.
const SPARE: usize = 3;

/// Whether it fits with these to spare.
///
/// # Errors
///
/// It does not.
pub fn in_wide_letters(memo: &Memo<'_>) -> Result<(), NotWritten> {
    let over = over_with(memo, SPARE);
    let fits = |kept: &[usize]| fitting(memo.handed, kept).is_ok_and(|memo| over_with(&memo, SPARE) == 0);
    if over == 0 { Ok(()) } else { Err(too_long(memo, over, " as it may be printed", fits)) }
}

fn over(memo: &Memo<'_>) -> usize {
    over_with(memo, 0)
}

/// In print the marking stands in the margins, with nothing between it and the rest.
fn over_with(memo: &Memo<'_>, spare: usize) -> usize {
    let marked = if memo.marking.is_some() { 3 } else { 1 };
    (memo.lines(COLUMNS).lines().count() + spare).saturating_sub(memo.paper.lines() + marked)
}

fn id<'h>(handed: &'h Handed<'_>, index: usize) -> &'h str {
    handed.inside().map_or("", |(held, _)| held.resolved.briefing.judgements[index].head.id.value.as_str())
}
