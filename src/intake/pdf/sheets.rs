//! The pages as their lines stand on the paper, before they are read.

use super::breaks::{Line, lines};
use super::edges::{Body, EdgeLine, edges};
use super::marks::{Marked, marked};
use super::mend::heads;
use super::pages::Pages;
use super::running::{Askew, Edged, Running, count_askew, running, without_blocks};
use std::collections::HashSet;
use std::ops::Range;
use unpdf::parser::LayoutAnalyzer;
use unpdf::parser::backend::{PdfBackend, RawBackend};

#[derive(Default)]
pub struct Sheet {
    pub number: u32,
    pub lines: Vec<Line>,
    pub marked: Vec<Marked>,
    /// What stands askew.
    pub sideways: Vec<String>,
    /// From its foot to its head, in points.
    paper: Range<f32>,
    /// What runs over and under the text and could not be left out of the file.
    pub running: Vec<EdgeLine>,
}

pub fn sheets(backend: &RawBackend) -> Vec<Sheet> {
    let sheet = |(number, page)| {
        let spans = LayoutAnalyzer::new(backend).extract_page_spans(number).unwrap_or_default();
        let paper = backend.crop_box(page);
        let mut sideways: Vec<String> = spans.iter().filter(|span| span.is_rotated()).map(|span| span.text.clone()).collect();
        sideways.extend((sideways.len() > 1).then(|| sideways.concat()));
        Sheet { number, lines: lines(&spans), marked: marked(&spans), sideways, paper: paper.lly..paper.ury, running: Vec::new() }
    };
    backend.pages().into_iter().map(sheet).collect()
}

/// The file without what runs over and under its pages, if there is any, and the same of its lines.
pub fn without_heads(bytes: &[u8], backend: &RawBackend, sheets: &mut [Sheet], said: &mut Running) -> Option<Vec<u8>> {
    let text: Vec<&[Line]> = sheets.iter().map(|sheet| sheet.lines.as_slice()).collect();
    let body = Body::of(&text);
    let outer: Edged = sheets.iter().map(|sheet| (sheet.number, edges(&sheet.lines, &sheet.paper, &body))).collect();
    let runs = running(&outer, &text, &body);
    let running: Vec<Vec<EdgeLine>> = outer
        .into_iter()
        .zip(runs)
        .map(|((_, edges), runs)| edges.into_iter().zip(runs).filter_map(|(edge, runs)| runs.then_some(edge)).collect())
        .collect();
    let mut pages: Vec<(u32, Vec<&Line>)> = Vec::new();
    for (sheet, running) in sheets.iter().zip(&running) {
        pages.push((sheet.number, running.iter().map(|edge| &sheet.lines[edge.at]).collect()));
    }
    let (file, gone) = heads::without(bytes, backend, &pages);
    for ((sheet, running), gone) in sheets.iter_mut().zip(running).zip(gone) {
        let mut taken: HashSet<usize> = HashSet::new();
        for (edge, is_gone) in running.into_iter().zip(gone) {
            if is_gone {
                said.tell(&edge.words, sheet.number);
                taken.insert(edge.at);
            } else {
                sheet.running.push(edge);
            }
        }
        let mut at = 0..;
        sheet.lines.retain(|_| !at.next().is_some_and(|at| taken.contains(&at)));
    }
    file
}

/// What could not be left out of the file is taken out of what was read of it.
pub fn without_running(pages: Pages, sheets: &[Sheet], said: &mut Running) -> Pages {
    let mut askew = Askew::new();
    for sheet in sheets {
        count_askew(&mut askew, &sheet.sideways);
    }
    let running: Vec<&[EdgeLine]> = sheets.iter().map(|sheet| sheet.running.as_slice()).collect();
    without_blocks(pages, &running, &askew, said)
}
