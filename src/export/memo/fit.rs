//! A memo fits on its page, or it is told what to cut.

use super::body::Room;
use super::{Memo, NotWritten};
use crate::export::page_set::Handed;
use crate::text::count;

/// The memo with these judgements. One that is too long says by how much and what to leave out: the last in the order of
/// the bottom line. The author has put them there by importance; a low confidence is no reason, for what we know least of
/// may matter most.
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
    let paper = memo.paper.name();
    let too_long = format!("the memo is {} too long for one page of {paper}", count(over, "line"));
    // What it takes is tried: the indicators of a judgement go with it.
    for kept in (1..judgements.len()).rev() {
        if self::over(&Memo::of(handed, &judgements[..kept], least)?) == 0 {
            let cut: Vec<String> = judgements[kept..].iter().map(|index| format!("--cut {}", id(handed, *index))).collect();
            return Err(NotWritten(format!("{too_long}; leave out the last in the order of the bottom line: `{}`", cut.join(" "))));
        }
    }
    Err(NotWritten(format!("{too_long}, and with one judgement too; shorten the bottom line and the thresholds")))
}

/// In print the marking stands in the margins, with nothing between it and the rest.
fn over(memo: &Memo<'_>) -> usize {
    let marked = if memo.marking.is_some() { 3 } else { 1 };
    memo.lines().lines().count().saturating_sub(memo.paper.lines() + marked)
}

fn id<'h>(handed: &'h Handed<'_>, index: usize) -> &'h str {
    handed.inside().map_or("", |(held, _)| held.resolved.briefing.judgements[index].head.id.value.as_str())
}
