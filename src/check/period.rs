//! Seasons, decades and centuries, as briefings date events by them and sources tell them.

use crate::text::fold::search_form;

/// What a date of EDTF means that is no day, month or year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// 0-based, from spring on.
    Season(i32, usize),
    /// From a year on, so many.
    Years(i32, i32),
}

/// The words of each season, and its months on the northern half of the earth.
const SEASONS: [(&str, [u8; 3]); 4] = [
    ("spring frühjahr frühling printemps primavera весной весна весны весну", [3, 4, 5]),
    ("summer sommer été verano estate летом лето лета", [6, 7, 8]),
    ("autumn fall herbst automne otoño autunno осенью осень осени", [9, 10, 11]),
    ("winter hiver invierno inverno зимой зима зимы зиму", [12, 1, 2]),
];
/// Words that may mean any season.
const VAGUE: [&str; 8] = ["quarter", "season", "early", "late", "mid", "end", "beginning", "half"];
/// Words that may mean any decade.
const VAGUE_YEARS: [&str; 5] = ["decade", "decades", "century", "centuries", "years"];

impl Period {
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let known = text.trim_end_matches('X');
        if let (4, 2 | 3) = (text.len(), known.len()) {
            let count = if known.len() == 3 { 10 } else { 100 };
            return Some(Self::Years(known.parse::<i32>().ok()? * count, count));
        }
        let (year, season) = text.split_once('-')?;
        let season = season.parse::<usize>().ok().filter(|season| (21..=24).contains(season))?;
        Some(Self::Season(year.parse().ok()?, season - 21))
    }

    #[must_use]
    pub fn first_year(self) -> i32 {
        let (Self::Season(year, _) | Self::Years(year, _)) = self;
        year
    }

    /// A text tells of it. `has_year`: it has a year, or was written then; `has_month`: it has a date in a month of a year.
    #[must_use]
    pub fn is_told(self, text: &str, has_year: &impl Fn(i32) -> bool, has_month: &impl Fn(i32, u8) -> bool) -> bool {
        let folded = search_form(text);
        let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let says = |word: &str| words.contains(&word);
        match self {
            Self::Season(year, season) => {
                let (names, months) = SEASONS[season];
                let is_named = names.split(' ').any(|name| says(&search_form(name)));
                let of_year = |year| {
                    (is_named || VAGUE.into_iter().any(says)) && has_year(year) || months.iter().any(|month| has_month(year, *month))
                };
                // A winter ends in the year after.
                of_year(year) || season == 3 && of_year(year + 1)
            }
            Self::Years(first, count) => {
                (first..first + count).any(has_year)
                    || (0..count / 10).any(|decade| says(&format!("{}s", first + decade * 10)))
                    || VAGUE_YEARS.into_iter().any(says)
            }
        }
    }
}
