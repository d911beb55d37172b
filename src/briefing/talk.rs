//! The slides of a talk: in the order that the briefing gives, else in the usual one.

use super::model::{Briefing, Planned};
use super::scale::slide::Part;
use std::ops::Range;

/// A list is read from the back of a room as long as it has no more items than these.
const MOST: usize = 5;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slide {
    /// The question, and the bottom line.
    BottomLine,
    /// By its index.
    Judgement(usize),
    /// What would change our mind.
    Indicators(Range<usize>),
    /// What we do not know.
    Gaps(Range<usize>),
}

impl Briefing {
    /// What there is none of has no slide, unless the briefing asks for it.
    #[must_use]
    pub fn talk(&self) -> Vec<Slide> {
        if self.slides.is_empty() {
            let all = [Part::BottomLine, Part::Judgements, Part::Indicators, Part::Gaps];
            let all = all.into_iter().flat_map(|part| self.slides_of(part));
            return all.filter(|slide| !matches!(slide, Slide::Indicators(items) | Slide::Gaps(items) if items.is_empty())).collect();
        }
        let slides = self.slides.iter().flat_map(|planned| match planned {
            Planned::Part(part) => self.slides_of(*part),
            Planned::Judgement(id) => self.judgement(id).map(Slide::Judgement).into_iter().collect(),
        });
        slides.collect()
    }

    fn judgement(&self, id: &str) -> Option<usize> {
        self.judgements.iter().position(|judgement| judgement.head.id.value == id)
    }

    fn slides_of(&self, part: Part) -> Vec<Slide> {
        let is_named = |index: &usize| {
            let named =
                self.slides.iter().filter_map(|planned| if let Planned::Judgement(id) = planned { self.judgement(id) } else { None });
            named.into_iter().any(|named| named == *index)
        };
        match part {
            Part::BottomLine => vec![Slide::BottomLine],
            Part::Judgements => (0..self.judgements.len()).filter(|index| !is_named(index)).map(Slide::Judgement).collect(),
            Part::Indicators => shared_out(self.indicators.len()).map(Slide::Indicators).collect(),
            Part::Gaps => shared_out(self.gaps.len()).map(Slide::Gaps).collect(),
        }
    }
}

/// So many items on as few slides as hold them, as many on each as on any other; none of them is one empty slide.
fn shared_out(items: usize) -> impl Iterator<Item = Range<usize>> {
    let slides = items.div_ceil(MOST).max(1);
    (0..slides).map(move |slide| slide * items / slides..(slide + 1) * items / slides)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::parse;
    use crate::yaml::tree::Tree;

    fn talk(slides: &str) -> Vec<Slide> {
        let text = format!(
            "briefing: x\n{slides}judgements:\n  J1: {{text: a}}\n  J2: {{text: b}}\n  J3: {{text: c}}\ngaps:\n  G1: {{text: q}}\n"
        );
        parse(Tree::read(&text), "x").0.talk()
    }

    #[test]
    fn n6_a_talk_has_the_slides_that_its_briefing_orders() {
        use Slide::{BottomLine, Gaps, Indicators, Judgement};
        assert_eq!(talk(""), [BottomLine, Judgement(0), Judgement(1), Judgement(2), Gaps(0..1)]);
        assert_eq!(talk("slides: [J3, bottom-line, judgements]\n"), [Judgement(2), BottomLine, Judgement(0), Judgement(1)]);
        assert_eq!(
            talk("slides: [J2, indicators]\n"),
            [Judgement(1), Indicators(0..0)],
            "what is asked for is shown, also when there is none"
        );
        assert_eq!(talk("slides: [J9, gaps]\n"), [Gaps(0..1)], "what is not there has no slide");
        assert_eq!(shared_out(14).collect::<Vec<_>>(), [0..4, 4..9, 9..14]);
    }
}
