//! The slides of a talk: in the order that the briefing gives, else in the usual one.

use super::Word;
use super::model::{Briefing, Indicator, Planned, Reference};
use super::scale::slide::Part;
use super::scale::{Direction, Way};

/// A list is read from the back of a room as long as it has no more items than these.
const MOST: usize = 5;
/// And no more letters.
const LETTERS: usize = 480;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slide {
    /// The question, and the bottom line.
    BottomLine,
    /// By its index.
    Judgement(usize),
    /// What would change our mind, by their indices.
    Indicators(Vec<usize>),
    /// What we do not know, by theirs.
    Gaps(Vec<usize>),
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
            Part::Indicators => {
                let open: Vec<usize> = self.minds_changed().collect();
                let texts = open.iter().map(|index| &self.indicators[*index]).flat_map(|own| own.text.iter().chain(&own.threshold));
                let letters = texts.map(|text| text.value.chars().count()).sum();
                shared_out(&open, letters).map(Slide::Indicators).collect()
            }
            Part::Gaps => {
                let letters = self.gaps.iter().flat_map(|gap| &gap.text).map(|text| text.value.chars().count()).sum();
                shared_out(&(0..self.gaps.len()).collect::<Vec<_>>(), letters).map(Slide::Gaps).collect()
            }
        }
    }

    /// The indicators that would move a judgement against the way it points, of an even one either way. What was seen is
    /// counted already.
    fn minds_changed(&self) -> impl Iterator<Item = usize> {
        let against = |(id, to): &(Reference, Word<Direction>)| {
            let judgement = self.judgement(&id.value).map(|index| self.judgements[index].way());
            let pairs =
                [(Way::Above, Direction::Down), (Way::Below, Direction::Up), (Way::Even, Direction::Down), (Way::Even, Direction::Up)];
            judgement.zip(to.value).is_some_and(|pair| pairs.contains(&pair))
        };
        let is_open = move |own: &Indicator| own.seen.is_none() && own.moves.iter().any(against);
        self.indicators.iter().enumerate().filter(move |(_, own)| is_open(own)).map(|(index, _)| index)
    }
}

/// Items with so many letters on as few slides as hold them, as many on each as on any other; none of them is one empty slide.
fn shared_out(items: &[usize], letters: usize) -> impl Iterator<Item = Vec<usize>> {
    let slides = items.len().div_ceil(MOST).max(letters.div_ceil(LETTERS)).clamp(1, items.len().max(1));
    let cut = move |slide: usize| slide * items.len() / slides;
    (0..slides).map(move |slide| items[cut(slide)..cut(slide + 1)].to_vec())
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
        assert_eq!(talk(""), [BottomLine, Judgement(0), Judgement(1), Judgement(2), Gaps(vec![0])]);
        assert_eq!(talk("slides: [J3, bottom-line, judgements]\n"), [Judgement(2), BottomLine, Judgement(0), Judgement(1)]);
        assert_eq!(
            talk("slides: [J2, indicators]\n"),
            [Judgement(1), Indicators(vec![])],
            "what is asked for is shown, also when there is none"
        );
        assert_eq!(talk("slides: [J9, gaps]\n"), [Gaps(vec![0])], "what is not there has no slide");
        let all: Vec<usize> = (0..14).collect();
        let shared = |letters| shared_out(&all, letters).map(|items| items.len()).collect::<Vec<_>>();
        assert_eq!(shared(100), [4, 5, 5]);
        assert_eq!(shared(5 * LETTERS), [2, 3, 3, 3, 3], "long items have slides to themselves");
        assert_eq!(shared(99 * LETTERS), [1; 14]);
    }

    #[test]
    fn n6_what_would_change_our_mind_is_open_and_points_the_other_way() {
        let text = "briefing: x\njudgements:\n  J1: {text: a, likelihood: likely}\n  J2: {text: b, likelihood: unlikely}\n  J3: {text: c, likelihood: roughly even chance}\nindicators:\n  I1: {text: d, moves: {J1: up}}\n  I2: {text: e, moves: {J1: down}}\n  I3: {text: f, moves: {J2: up}, seen: 2026-01-02}\n  I4: {text: g, moves: {J2: down, J3: down}}\n  I5: {text: h, moves: {A1: up}}\n";
        let slides = parse(Tree::read(text), "x").0.talk();
        assert_eq!(slides.last(), Some(&Slide::Indicators(vec![1, 3])));
    }
}
