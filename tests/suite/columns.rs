//! How the screen is shared out: views take the room they need, one page can have it all, and borders move.

use crate::support::{Reader, embedded};
use bluf::tui::layout::Pane;
use bluf::tui::pointer::Deed;

fn width(reader: &Reader, pane: Pane) -> Option<u16> {
    reader.model.layout().expect("large enough").area(pane).map(|area| area.width)
}

/// What came before has nothing to do with a view, and stands in the crumbs.
#[test]
fn e11_a_view_takes_the_column_of_the_page_that_one_came_from() {
    let mut reader = Reader::begin();
    reader.press("Enter Enter");
    assert!(width(&reader, Pane::Left).is_some(), "a claim has it");
    for view in ["7", "8", "] ]"] {
        reader.press(view);
        assert_eq!(width(&reader, Pane::Left), None, "{}", reader.address());
        assert!(width(&reader, Pane::Here) >= Some(78) && width(&reader, Pane::Preview) >= Some(38), "{}", reader.address());
    }
    let mut narrow = Reader::open(embedded(), None, 80, 24);
    narrow.press("Enter Enter 7");
    assert_eq!(width(&narrow, Pane::Here), Some(80));
}

#[test]
fn e11_a_matrix_names_its_claims_where_there_is_room_for_words() {
    for (columns, rows, keys) in [(120, 40, ""), (80, 24, ""), (80, 24, "z")] {
        let mut reader = Reader::open(embedded(), Some("russia-iran-treaty"), columns, rows);
        reader.press("Enter 9 ]").is_at("russia-iran-treaty/alternatives");
        reader.press(keys).shows("C12 Iran has been grappling");
    }
    let mut reader = Reader::at("russia-iran-treaty/alternatives");
    reader.press("z").shows("C12 Iran has been grappling with sanctions that stem from its nuclear");
}

#[test]
fn e11_one_key_gives_the_page_the_whole_screen_and_takes_it_back() {
    for (columns, rows) in [(120, 40), (80, 24), (200, 50)] {
        let mut reader = Reader::open(embedded(), None, columns, rows);
        reader.press("Enter Enter");
        let (before, stop, address) = (reader.screen(), reader.stop(), reader.address());
        reader.press("z");
        assert_eq!(width(&reader, Pane::Here), Some(columns));
        assert_eq!((reader.stop(), reader.address()), (stop, address));
        assert!(!reader.screen().concat().contains('┬'), "{columns}");
        reader.press("Enter Backspace z");
        assert_eq!(reader.screen(), before);
    }
}

/// A figure has the room; text is not set wider than can be read.
#[test]
fn e11_figures_are_as_wide_as_their_column_and_text_is_not() {
    let mut reader = Reader::open(embedded(), Some("russia-iran-treaty/timeline"), 160, 50);
    reader.press("z");
    let shown = reader.model.shown().expect("a page");
    let rows = || shown.here().flowed.rows_from(0);
    let widest = |figure: bool| rows().filter(|row| row.plain().contains('┄') == figure).map(|row| row.plain().chars().count()).max();
    assert!(widest(true) > Some(150) && widest(false) <= Some(158));
    let list = rows().filter(|row| row.plain().contains("T1  undated")).map(|row| row.plain().chars().count()).max();
    assert!(list <= Some(76), "{list:?}");
}

#[test]
fn e11_borders_are_moved_by_keys() {
    let mut reader = Reader::begin();
    reader.press("Enter Enter");
    let widths = |reader: &Reader| [Pane::Left, Pane::Here, Pane::Preview].map(|pane| width(reader, pane).expect("three columns"));
    let [left, here, preview] = widths(&reader);
    reader.press(">");
    assert_eq!(widths(&reader), [left, here + 4, preview - 4]);
    reader.press("< <");
    assert_eq!(widths(&reader), [left, here - 4, preview + 4]);
    reader.press("> } }");
    assert_eq!(widths(&reader), [left + 8, here - 8, preview]);
    reader.press("{ {");
    assert_eq!(widths(&reader), [left, here, preview]);
    for _ in 0..40 {
        reader.press("< }");
    }
    assert!(widths(&reader)[1] >= 38, "what is read stays readable");
    let mut alone = Reader::open(embedded(), None, 60, 24);
    alone.press(">").says("There is no column beside it.");
}

#[test]
fn e11_borders_are_dragged_and_remembered() {
    let mut reader = Reader::begin();
    reader.press("Enter Enter");
    let border = |reader: &Reader, pane: Pane| reader.model.layout().expect("large enough").area(pane).expect("a column").right();
    for (pane, to) in [(Pane::Here, 80), (Pane::Left, 36)] {
        let from = border(&reader, pane);
        reader.mouse(Deed::Press, (from, 10));
        reader.mouse(Deed::Drag, (from + 2, 10));
        reader.mouse(Deed::Drag, (to, 12));
        reader.mouse(Deed::Release, (to, 12));
        assert_eq!(border(&reader, pane), to, "{pane:?}");
    }
    assert!(reader.model.notice().is_none(), "nothing was selected or copied");
    let mut again = Reader::begin();
    again.model.resume(&reader.model.state(), true);
    again.resize(120, 40);
    assert_eq!((border(&again, Pane::Left), border(&again, Pane::Here)), (36, 80));
    assert_eq!(again.screen(), reader.screen());
}
