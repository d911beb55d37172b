//! Pages that the next key is likely to show, made while nobody waits.

use super::Model;
use super::walk::neighbour_stop;
use crate::page::Place;
use crate::page::flow::Density;
use crate::tui::layout::{Layout, Pane, Rect};

/// A page as it would be shown.
type Wanted = (Place, Rect, Density);

impl Model {
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
            !self.pages.has(&place, area, density) && self.pages.get(&self.world, &place, area, density, None).is_some()
        })
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
    use crate::keys::key::Key;
    use crate::library::Library;
    use crate::page::{Place, World};
    use crate::tui::layout::Pane;
    use crate::tui::model::{Message, Model};
    use std::sync::Arc;

    #[test]
    fn the_next_key_finds_its_pages_made_and_the_making_ends() {
        for size in [(120, 40), (80, 24), (40, 12)] {
            let world = World { library: Library::embedded(), notes: Arc::default(), guide: Arc::default(), catalogue: None, today: None };
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
