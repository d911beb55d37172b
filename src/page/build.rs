//! What the pages are built with: blocks by short names, and items as rows of lists.

use super::at::Found;
use super::doc::{Block, Body, Doc, JudgementRow, ListRow};
use super::figure::Figure;
use super::place::{Place, Side, Spot};
use super::short::{advice, confidence_dots, grade_badge, likelihood_bar, likelihood_tail, seen, summary};
use super::words::{Role, Text};
use crate::briefing::prose::references;
use crate::briefing::scale::Vocabulary;
use crate::briefing::{Finding, Item, ItemKind, Resolved};
use crate::library::HeldBriefing;
use crate::text::width;
use std::collections::HashMap;

/// A page of a briefing under construction.
pub struct Page<'a> {
    pub entry: &'a HeldBriefing,
    doc: Doc,
    first: Option<usize>,
    /// How often each key was asked for.
    keys: HashMap<String, usize>,
}

impl<'a> Page<'a> {
    pub fn new(entry: &'a HeldBriefing, title: &str, note: &str) -> Self {
        Self { entry, doc: Doc { title: title.to_owned(), note: note.to_owned(), ..Doc::default() }, first: None, keys: HashMap::new() }
    }

    pub fn finish(mut self) -> Doc {
        let findings = self.entry.known_findings().unwrap_or_default();
        if !findings.is_empty() {
            self.findings(findings);
            for block in &mut self.doc.blocks {
                let item = match &block.link {
                    Some(Place::In { briefing, spot: Spot::Item(id) }) if *briefing == self.entry.id => id,
                    _ => continue,
                };
                block.mark = findings.iter().filter(|finding| finding.id == *item).map(|finding| finding.level).min();
            }
        }
        self.doc.finish(self.first)
    }

    /// What is wrong with the item that the page is about.
    fn findings(&mut self, findings: &[Finding]) {
        if self.resolved().graph.find(&self.doc.title).is_none() {
            return;
        }
        let own: Vec<&Finding> = findings.iter().filter(|finding| finding.id == self.doc.title).collect();
        if own.is_empty() {
            return;
        }
        self.heading("CHECK");
        let check = self.to(Found::Check);
        let rows = own.into_iter().map(|finding| {
            let row =
                ListRow { lead: Text::new(Role::from(finding.level), finding.level.word()), text: advice(finding), ..ListRow::default() };
            (finding.rule.to_owned(), Some(check.clone()), row)
        });
        self.list(rows.collect());
    }

    /// Whoever opens the page wants to see its first stop, and not its beginning.
    pub fn open_at_first_stop(&mut self) {
        self.doc.from_first = true;
    }

    pub fn resolved(&self) -> &'a Resolved {
        &self.entry.resolved
    }

    /// The cursor begins on the next stop.
    pub fn begin_here(&mut self) {
        self.first.get_or_insert(self.doc.blocks.len());
    }

    /// Adds a block; a key that the page has already gets a number.
    pub fn push(&mut self, key: &str, gap: bool, link: Option<Place>, body: Body) {
        let times = self.keys.entry(key.to_owned()).or_default();
        *times += 1;
        let key = if *times == 1 { key.to_owned() } else { format!("{key} {times}") };
        self.doc.blocks.push(Block { key, link, gap, mark: None, body });
    }

    pub fn heading(&mut self, text: &str) {
        self.heading_with(Text::new(Role::Heading, text), Text::default());
    }

    pub fn heading_with(&mut self, text: Text, tail: Text) {
        let key = format!("heading {}", text.plain().to_lowercase());
        self.push(&key, true, None, Body::Heading { text, tail });
    }

    pub fn paragraph(&mut self, key: &str, gap: bool, text: Text) {
        self.push(key, gap, None, Body::Paragraph(text));
    }

    pub fn field(&mut self, label: &'static str, gap: bool, text: Text) {
        self.push(label, gap, None, Body::Field { label, text });
    }

    pub fn figure(&mut self, label: &'static str, figure: Figure, link: Option<Place>) {
        self.push(label, true, None, Body::Figure { label, figure, link });
    }

    /// Rows of a list, their ids and leading words in columns.
    pub fn list(&mut self, rows: Vec<(String, Option<Place>, ListRow)>) {
        let widest = |text: fn(&ListRow) -> &Text| rows.iter().map(|(.., row)| width(&text(row).plain())).max().unwrap_or(0);
        let (id_width, lead_width) = (widest(|row| &row.id), widest(|row| &row.lead));
        for (key, link, row) in rows {
            self.push(&key, false, link, Body::ListRow(ListRow { id_width, lead_width, ..row }));
        }
    }

    /// A heading, and items as a list under it; nothing where there are none.
    pub fn items(&mut self, heading: &str, items: Vec<(Item, ListRow)>) {
        if items.is_empty() {
            return;
        }
        self.heading(heading);
        let prefix = heading.to_lowercase();
        let rows = items.into_iter().map(|(item, row)| (format!("{prefix} {}", self.id(item)), Some(self.place(item)), row));
        self.list(rows.collect());
    }

    /// Judgements as a table.
    pub fn judgements(&mut self, heading: &str, judgements: &[usize]) {
        if judgements.is_empty() {
            return;
        }
        self.push(&format!("heading {}", heading.to_lowercase()), true, None, Body::JudgementHeading(Text::new(Role::Heading, heading)));
        let briefing = &self.resolved().briefing;
        let id_width = judgements.iter().map(|at| width(&briefing.judgements[*at].head.id)).max().unwrap_or(0);
        for at in judgements {
            let judgement = &briefing.judgements[*at];
            let id = &judgement.head.id.value;
            let text = judgement.text.as_ref().map_or("", |text| &text.value);
            let row = JudgementRow {
                id: Text::new(Role::Accent, id),
                id_width,
                text: Text::new(Role::Text, text),
                likelihood: likelihood_bar(judgement.likelihood.as_ref(), judgement.by.as_ref()),
                confidence: confidence_dots(judgement.confidence.as_ref()),
            };
            let link = self.to(Found::item(ItemKind::Judgement, *at));
            self.push(id, *at != judgements[0], Some(link), Body::Judgement(row));
        }
    }

    pub fn id(&self, item: Item) -> &'a str {
        self.resolved().briefing.id_of(item)
    }

    /// Where a link to something of this briefing leads.
    pub fn to(&self, found: Found) -> Place {
        found.place(self.entry)
    }

    pub fn place(&self, item: Item) -> Place {
        self.to(Found::Item(item))
    }

    /// Running text with its references as links.
    pub fn prose(&self, role: Role, text: &str) -> Text {
        let mut prose = Text::default();
        let mut at = 0;
        for (range, id) in references(text) {
            if let Some(item) = self.resolved().graph.find(id) {
                prose = prose.and(role, &text[at..range.start]).link(&text[range.clone()], self.place(item));
                at = range.end;
            }
        }
        prose.and(role, &text[at..])
    }

    /// An item as a row of a list: id, what leads, its text in one row, and what stands at the right.
    pub fn row(&self, item: Item, lead: &str) -> (Item, ListRow) {
        let row = ListRow {
            id: Text::new(Role::Accent, self.id(item)),
            lead: Text::new(Role::Text, lead),
            text: Text::new(Role::Text, &summary(self.resolved(), item)),
            tail: self.tail(item),
            one_row: true,
            ..ListRow::default()
        };
        (item, row)
    }

    /// A claim as a row of a list: what its source does leads.
    pub fn claim_row(&self, item: Item) -> (Item, ListRow) {
        let kind = self.resolved().briefing.claims[item.index].kind;
        self.row(item, kind.map_or("says", |kind| kind.verb()))
    }

    /// What stands at the right of an item's row: a grade, a state.
    fn tail(&self, item: Item) -> Text {
        let briefing = &self.resolved().briefing;
        match item.kind {
            ItemKind::Claim => grade_badge(self.resolved().grade(item.index)),
            ItemKind::Indicator => {
                let date = briefing.indicators[item.index].seen.as_ref();
                Text::new(if date.is_some() { Role::Warn } else { Role::Quiet }, &seen(date))
            }
            ItemKind::Source => {
                let reliability = briefing.sources[item.index].reliability.as_ref().and_then(|word| word.value);
                Text::new(Role::Text, reliability.map_or("?", Vocabulary::word))
            }
            ItemKind::Alternative => likelihood_tail(briefing.alternatives[item.index].likelihood.as_ref()),
            ItemKind::Dissent => likelihood_tail(briefing.dissents[item.index].likelihood.as_ref()),
            ItemKind::Event => Text::new(Role::Quiet, briefing.events[item.index].kind.map_or("", Vocabulary::word)),
            _ => Text::default(),
        }
    }
}

/// The page of a side of a judgement, with what it is at the other end of its title.
pub fn side<'a>(entry: &'a HeldBriefing, judgement: usize, side: Side, note: &str) -> Page<'a> {
    let id = &entry.resolved.briefing.judgements[judgement].head.id.value;
    Page::new(entry, &format!("{id} {}", side.name()), note)
}
