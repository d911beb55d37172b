//! What is done while nobody waits: the rest of a page is searched, and pages that the next key is likely to show are made.

use super::Model;
use super::cursor::neighbour_stop;
use crate::page::flow::Density;
use crate::page::{Place, locate};
use crate::tui::layout::{Layout, Pane, Rect};

/// A page as it would be shown.
type Wanted = (Place, Rect, Density);

/// A text of more bytes takes as long to make as a key may: it is made when it is opened.
const LONG: usize = 200_000;

/// What came of doing a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    Nothing,
    /// And there may be more to do.
    Part,
    /// And there is something new to draw.
    Shown,
}

impl Model {
    /// Does a part of what is done while nobody waits.
    pub fn go_ahead(&mut self) -> Done {
        match self.search_ahead() {
            Some(true) => Done::Shown,
            Some(false) => Done::Part,
            None if self.make_ahead() => Done::Part,
            None => Done::Nothing,
        }
    }

    /// Makes one of the pages that the next key is likely to show. False where none is left to make.
    pub fn make_ahead(&mut self) -> bool {
        if !self.begun {
            return false;
        }
        if self.keep_list_near(2) {
            return true;
        }
        let likely = self.likely();
        likely.into_iter().any(|(place, area, density)| {
            let world = self.seen(&place);
            !self.is_long(&place)
                // Another thread makes it where it is looked at, and nothing comes of it here.
                && self.pages.awaited(&world, &place).is_none()
                && !self.pages.has(&place, area, density)
                && self.pages.get(&world, &place, area, density, None).is_some()
        })
    }

    /// The page is a long text.
    fn is_long(&self, place: &Place) -> bool {
        let shown = locate(&self.world, place).ok().and_then(|at| at.inside());
        let text = shown.and_then(|(held, found)| held.resolved.text(found.text(held)?));
        text.is_some_and(|text| text.text().len() > LONG)
    }

    /// What the stops below and above the cursor point at, and what Enter shows: the page that the cursor points at, the
    /// one that it leaves, and the first that it points at there.
    fn likely(&self) -> Vec<Wanted> {
        let Some(shown) = &self.shown else { return Vec::new() };
        let here = shown.here();
        let links = &here.flowed.doc.links;
        let in_pane = |layout: &Layout, pane: Pane, place: &Place| Some((place.clone(), layout.area(pane)?, layout.density));
        let beside = [1, -1].into_iter().filter_map(|by| links.get(neighbour_stop(here, by)?));
        let mut likely: Vec<Wanted> = beside.filter_map(|place| in_pane(&shown.layout, Pane::Preview, place)).collect();
        if let Some(target) = here.target()
            && let Some(opened) = self.layout_at(target, true)
        {
            let first = self.pages.any(target).and_then(|page| page.doc.links.get(page.doc.first?));
            likely.extend(in_pane(&opened, Pane::Here, target));
            likely.extend(in_pane(&opened, Pane::Left, &here.place));
            likely.extend(first.and_then(|place| in_pane(&opened, Pane::Preview, place)));
        }
        likely
    }
}

#[cfg(test)]
mod tests {
    use super::LONG;
    use crate::keys::key::Key;
    use crate::library::Library;
    use crate::page::{Place, World};
    use crate::tui::layout::Pane;
    use crate::tui::model::{Message, Model};

    /// What is made ahead stands in the way of a key that comes meanwhile.
    #[test]
    fn a_long_text_is_not_made_ahead() {
        let folder = std::env::temp_dir().join(format!("bluf-long-text-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let long = "briefing: long\nsources: {ART: {file: long.txt}}\nsections: {s: {C1: {fact: It is., quote: It was said.}}}\n";
        std::fs::write(folder.join("long.yaml"), long).expect("written");
        for (sentences, is_made) in [(LONG / 100, true), (LONG / 10, false)] {
            std::fs::write(folder.join("long.txt"), format!("It was said. {}", "And again. ".repeat(sentences))).expect("written");
            let library = crate::library::open(&folder).expect("it opens");
            let world = World::from(library);
            let mut model = Model::new(world, Some("long#C1".parse().expect("an address"))).expect("it begins");
            model.update(&Message::Resize { columns: 80, rows: 24 });
            model.update(&Message::Begun);
            model.arrange();
            while model.make_ahead() {}
            let text: Place = "long#C1:1".parse().expect("an address");
            assert_eq!(model.here().and_then(|here| here.target().cloned()), Some(text.clone()));
            assert_eq!(model.pages.any(&text).is_some(), is_made, "{sentences} sentences");
        }
        std::fs::remove_dir_all(folder).expect("removed");
    }

    #[test]
    fn the_next_key_finds_its_pages_made_and_the_making_ends() {
        for size in [(120, 40), (80, 24), (40, 12)] {
            let world = World { library: Library::embedded(), ..World::default() };
            let mut model = Model::new(world, None).expect("it begins");
            model.update(&Message::Resize { columns: size.0, rows: size.1 });
            model.update(&Message::Begun);
            model.arrange();
            for key in ["j", "j", "k", "j", "Enter", "j", "Enter", "k", "Backspace", "j"] {
                let made = (0..100).take_while(|_| model.make_ahead()).count();
                assert!(made < 10, "{made} pages for a key");
                model.update(&Message::Key(Key::parse(key).expect("a key")));
                let layout = model.layout().expect("large enough");
                let is_made = |model: &Model, place: &Place, pane: Pane| {
                    layout.area(pane).is_none_or(|area| model.pages.has(place, area, layout.density))
                };
                assert!(is_made(&model, &model.trail.here().place, Pane::Here), "{size:?} {key}");
                let target = model.here().and_then(|here| here.target().cloned());
                assert!(target.is_none_or(|target| is_made(&model, &target, Pane::Preview)), "{size:?} {key}");
                model.arrange();
            }
        }
    }
}
