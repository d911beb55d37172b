//! What the pages are built with: blocks by short names, and items as rows of lists.

use super::about::short_form::{
    advice, confidence_dots, event_kind, grade_badge, judged, named, portion, seen, statement, summary, unreported,
};
use super::at::Found;
use super::doc::{Block, Body, Doc, JudgementRow, ListRow, Purpose};
use super::figure::Figure;
use super::place::{Place, Side};
use super::styled_text::{Role, Text};
use crate::briefing::model::Text as Words;
use crate::briefing::references::references;
use crate::briefing::scale::Vocabulary;
use crate::briefing::{Finding, Item, ItemKind, Resolved};
use crate::check::find;
use crate::library::HeldBriefing;
use crate::text::single_spaced;
use std::collections::HashMap;

/// A page of a briefing under construction.
pub struct Page<'a> {
    pub held: &'a HeldBriefing,
    /// What the page is about; its findings stand at the end.
    item: Option<Item>,
    doc: Doc,
    first: Option<usize>,
    lists: usize,
    keys: HashMap<String, usize>,
    findings: &'a [Finding],
}

/// A row of a list: its key, what it leads to, and the row.
pub type KeyedRow = (String, Option<Found>, ListRow);

/// An item as a row of a list.
pub type ItemRow = (Item, ListRow);

impl<'a> Page<'a> {
    pub fn new(held: &'a HeldBriefing, title: &str, note: &str) -> Self {
        let findings = held.known_findings().unwrap_or_default();
        Self { held, item: None, doc: Doc::new(title, note), first: None, lists: 0, keys: HashMap::new(), findings }
    }

    /// The page of an item, with what is wrong with it at its end.
    pub fn of_item(held: &'a HeldBriefing, item: Item, note: &str) -> Self {
        Self { item: Some(item), ..Self::new(held, held.resolved.briefing.id_of(item), note) }
    }

    /// Marks the items of these findings, and not those of the briefing that is shown: its file may hold a newer
    /// version.
    #[must_use]
    pub fn with_findings(self, findings: &'a [Finding]) -> Self {
        Self { findings, ..self }
    }

    pub fn finish(mut self) -> Doc {
        self.accepted_of_item();
        if !self.findings.is_empty() {
            self.findings_of_item();
            // What leads to an item is marked. The findings of the page's own item stand at its end, in words.
            let worst = |item| self.findings_of(item).map(|finding| finding.level).min();
            let marks: Vec<_> = self.doc.blocks.iter().map(|block| block.link.as_ref().and(block.about).and_then(worst)).collect();
            for (block, mark) in self.doc.blocks.iter_mut().zip(marks) {
                block.mark = mark;
            }
        }
        self.doc.finish(self.first)
    }

    fn findings_of(&self, item: Item) -> impl Iterator<Item = &'a Finding> + use<'a> {
        let id = self.id(item);
        self.findings.iter().filter(move |finding| finding.id == id)
    }

    /// What an analyst lives with belongs to what is said of the item: a caveat, for one.
    fn accepted_of_item(&mut self) {
        let Some(item) = self.item else { return };
        let briefing = &self.resolved().briefing;
        let accepted = briefing.accepted_of(Some(item)).iter().filter(|(rule, _)| find(rule).is_some_and(|rule| rule.acceptable));
        for (at, (rule, why)) in accepted.enumerate() {
            if at == 0 {
                self.heading("Accepted");
            }
            let text = Text::default().link(rule, self.to(Found::Check)).and(Role::Quiet, ": ");
            let text = text.append(self.prose(Role::Text, why));
            self.paragraph(&format!("accepted {}", rule.value), false, text);
        }
    }

    fn findings_of_item(&mut self) {
        let Some(item) = self.item else { return };
        let rows = self.findings_of(item).map(|finding| {
            let lead = Text::new(Role::from(finding.level), finding.level.word());
            (finding.rule.to_owned(), Some(Found::Check), ListRow { lead, text: advice(finding), ..ListRow::default() })
        });
        self.list_under("Check", rows.collect());
    }

    /// The page opens at its first stop, and not at its beginning.
    pub fn open_at_first_stop(&mut self) {
        self.doc.from_first = true;
    }

    pub fn resolved(&self) -> &'a Resolved {
        &self.held.resolved
    }

    /// The cursor begins on the next stop. The first call counts.
    pub fn begin_here(&mut self) {
        self.first.get_or_insert(self.doc.blocks.len());
    }

    /// Adds a block. No two blocks of a page have one key: a key that is taken gets a number.
    pub fn push(&mut self, key: &str, gap: bool, to: Option<Found>, body: Body) -> &mut Block {
        let times = self.keys.entry(key.to_owned()).or_default();
        *times += 1;
        let key = if *times == 1 { key.to_owned() } else { format!("{key} {times}") };
        self.push_alone(key, gap, to, body)
    }

    /// The same of a key that nothing else on the page can have: a text has tens of thousands.
    pub fn push_alone(&mut self, key: String, gap: bool, to: Option<Found>, body: Body) -> &mut Block {
        let about = if let Some(Found::Item(item)) = to { Some(item) } else { None };
        let link = to.map(|to| to.place(self.held));
        let at = self.doc.blocks.len();
        self.doc.push(Block { about, link, gap, ..Block::new(key, body) });
        &mut self.doc.blocks[at]
    }

    /// The words of what the page is about.
    pub fn subject(&mut self, to: Option<Found>, text: Text) {
        let about = self.item;
        let block = self.push("text", false, to, Body::Paragraph(text));
        block.purpose = Purpose::Subject;
        block.about = block.about.or(about);
    }

    /// What the signs of a figure mean.
    pub fn legend(&mut self, key: &str, signs: &str) {
        self.push(key, false, None, Body::Paragraph(Text::new(Role::Quiet, signs))).purpose = Purpose::Legend;
    }

    pub fn heading(&mut self, text: &str) {
        self.heading_with(text, Text::default());
    }

    pub fn heading_with(&mut self, text: &str, tail: Text) {
        let key = format!("heading {}", text.to_lowercase());
        self.push(&key, true, None, Body::Heading { text: Text::new(Role::Heading, text), tail });
    }

    /// Says that there is nothing under a heading.
    pub fn none_recorded(&mut self, heading: &str) {
        self.paragraph(&format!("no {}", heading.to_lowercase()), false, Text::new(Role::Quiet, "None recorded."));
    }

    pub fn paragraph(&mut self, key: &str, gap: bool, text: Text) {
        self.push(key, gap, None, Body::Paragraph(text));
    }

    pub fn field(&mut self, label: &'static str, gap: bool, text: Text) {
        self.push(label, gap, None, Body::Field { label, text });
    }

    /// A paragraph that leads somewhere as a whole.
    pub fn link(&mut self, key: &str, gap: bool, to: Found, text: Text) {
        self.push(key, gap, Some(to), Body::Paragraph(text));
    }

    /// A figure that stands for itself.
    pub fn figure(&mut self, key: &str, gap: bool, figure: Figure) {
        self.push(key, gap, None, Body::Figure { label: "", figure, link: None });
    }

    /// A figure behind a label; its first word leads to `link`.
    pub fn labelled(&mut self, label: &'static str, gap: bool, figure: Figure, link: Option<Place>) {
        self.push(label, gap, None, Body::Figure { label, figure, link });
    }

    /// Rows of a list, their ids and leading words in columns.
    pub fn list(&mut self, rows: Vec<KeyedRow>) {
        let list = self.new_list();
        for (key, to, row) in rows {
            self.push(&key, false, to, Body::ListRow(ListRow { list, ..row }));
        }
    }

    /// The number for the rows of a list that is pushed row by row.
    pub fn new_list(&mut self) -> usize {
        self.lists += 1;
        self.lists
    }

    /// A heading and a list; nothing where there are no rows.
    pub fn list_under(&mut self, heading: &str, rows: Vec<KeyedRow>) {
        if !rows.is_empty() {
            self.heading(heading);
            self.list(rows);
        }
    }

    /// A heading and a list of items; nothing where there are none.
    pub fn items(&mut self, heading: &str, items: Vec<ItemRow>) {
        self.list_under(heading, self.rows_of(heading, items));
    }

    /// Items as rows that lead to them.
    pub fn rows_of(&self, heading: &str, items: Vec<ItemRow>) -> Vec<KeyedRow> {
        let key = heading.to_lowercase();
        items.into_iter().map(|(item, row)| (format!("{key} {}", self.id(item)), Some(Found::Item(item)), row)).collect()
    }

    /// Judgements as a table.
    pub fn judgements(&mut self, heading: &str, judgements: &[usize]) {
        if judgements.is_empty() {
            return;
        }
        self.push(&format!("heading {}", heading.to_lowercase()), true, None, Body::JudgementHeading(Text::new(Role::Heading, heading)));
        let list = self.new_list();
        for at in judgements {
            let judgement = &self.resolved().briefing.judgements[*at];
            let id = &judgement.head.id.value;
            let row = JudgementRow {
                list,
                id: Text::new(Role::Accent, id),
                text: Text::new(Role::Text, &self.statement(Item { kind: ItemKind::Judgement, index: *at })),
                likelihood: judged(self.held, *at),
                confidence: confidence_dots(judgement.confidence.as_ref()),
            };
            self.push(id, *at != judgements[0], Some(Found::item(ItemKind::Judgement, *at)), Body::Judgement(row));
        }
    }

    pub fn id(&self, item: Item) -> &'a str {
        self.resolved().briefing.id_of(item)
    }

    pub fn to(&self, found: Found) -> Place {
        found.place(self.held)
    }

    pub fn place(&self, item: Item) -> Place {
        self.to(Found::Item(item))
    }

    /// Running text; `[J2]` becomes a link where the briefing has a J2, and stays words where it has none.
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

    /// Running text as [`Self::prose`], or that the briefing does not say it.
    pub fn stated(&self, role: Role, text: Option<&Words>) -> Text {
        text.map_or_else(|| Text::new(Role::Warn, "not stated"), |text| self.prose(role, text))
    }

    /// The ids of items as links, with spaces between them.
    pub fn ids(&self, spaces: Role, items: impl IntoIterator<Item = Item>) -> Text {
        items.into_iter().fold(Text::default(), |text, item| {
            let text = if text.is_empty() { text } else { text.and(spaces, " ") };
            text.link(self.id(item), self.place(item))
        })
    }

    pub fn summary(&self, item: Item) -> String {
        summary(self.resolved(), item)
    }

    /// What an item says behind its portion mark: for where its likelihood is drawn beside it.
    pub fn statement(&self, item: Item) -> String {
        format!("{}{}", portion(self.resolved(), item), statement(self.resolved(), item))
    }

    /// An item as a row of a list, its text cut to one row: id, what leads, the text, and what stands at the right.
    pub fn row(&self, item: Item, lead: &str) -> ItemRow {
        let row = ListRow {
            id: Text::new(Role::Accent, self.id(item)),
            lead: Text::new(Role::Text, lead),
            text: named(self.resolved(), item),
            tail: self.tail(item),
            one_row: true,
            ..ListRow::default()
        };
        (item, row)
    }

    /// A claim as a row of a list: what its source does leads.
    pub fn claim_row(&self, item: Item) -> ItemRow {
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
            ItemKind::Event => {
                let kind = event_kind(&briefing.events[item.index]);
                let words: Vec<&str> =
                    [kind.as_str(), unreported(self.resolved(), item)].into_iter().filter(|word| !word.is_empty()).collect();
                Text::new(Role::Quiet, &words.join(", "))
            }
            ItemKind::Relationship => Text::new(Role::Quiet, unreported(self.resolved(), item)),
            ItemKind::Dissent => {
                let who = briefing.dissents[item.index].who.as_ref();
                Text::new(Role::Quiet, &who.map_or_else(String::new, |who| single_spaced(&who.value)))
            }
            _ => Text::default(),
        }
    }
}

/// A row with all the words of its item, on as many rows of the screen as they need.
pub fn whole((item, row): ItemRow) -> ItemRow {
    (item, ListRow { one_row: false, ..row })
}

/// The page of a side of a judgement.
pub fn side<'a>(held: &'a HeldBriefing, judgement: usize, side: Side, note: &str) -> Page<'a> {
    let id = &held.resolved.briefing.judgements[judgement].head.id.value;
    Page::new(held, &format!("{id} {}", side.name()), note)
}
