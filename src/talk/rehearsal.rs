//! How long each slide takes: told beside the plan when the talk is over.

use crate::briefing::{Briefing, Slide};
use std::time::Duration;

/// The times of a talk, slide by slide.
#[derive(Debug, Clone, Default)]
pub struct Rehearsal {
    times: Vec<Duration>,
    /// The slide that is shown, and when that began.
    since: (usize, Duration),
}

impl Rehearsal {
    /// The talk is at a slide, so much time after it began. What a slide led to is time of that slide.
    pub fn note(&mut self, slide: usize, now: Duration) {
        let (before, since) = self.since;
        if self.times.len() <= before.max(slide) {
            self.times.resize(before.max(slide) + 1, Duration::ZERO);
        }
        self.times[before] += now.saturating_sub(since);
        self.since = (slide, now);
    }

    /// By the names of the slides. What was never shown took no time.
    #[must_use]
    pub fn times(&self, briefing: &Briefing) -> Vec<(String, Duration)> {
        let names = names(briefing).into_iter().enumerate();
        names.map(|(at, name)| (name, self.times.get(at).copied().unwrap_or_default())).collect()
    }
}

/// A name for each slide that it keeps when others come before it: "bottom-line", "J1", "gaps 2".
#[must_use]
pub fn names(briefing: &Briefing) -> Vec<String> {
    let (mut indicators, mut gaps) = (0, 0);
    let numbered = |name: &str, count: usize| if count == 1 { name.to_owned() } else { format!("{name} {count}") };
    let name = |slide: &Slide| match slide {
        Slide::BottomLine => "bottom-line".to_owned(),
        Slide::Judgement(index) => briefing.judgements[*index].head.id.value.clone(),
        Slide::Indicators(_) => {
            indicators += 1;
            numbered("indicators", indicators)
        }
        Slide::Gaps(_) => {
            gaps += 1;
            numbered("gaps", gaps)
        }
    };
    briefing.talk().iter().map(name).collect()
}

/// What each slide may take: as it took when it was rehearsed last, stretched to the time that is planned; where nothing is
/// known, all the same.
#[must_use]
pub fn plan(slides: &[String], last: &[(String, Duration)], planned: Option<Duration>) -> Vec<Option<Duration>> {
    let known = |slide: &String| last.iter().find(|(name, _)| name == slide).map(|(_, time)| *time);
    let all: Duration = slides.iter().filter_map(known).sum();
    let count = u32::try_from(slides.len()).unwrap_or(u32::MAX).max(1);
    let each = |slide: &String| match (planned, known(slide)) {
        (None, known) => known,
        (Some(planned), Some(time)) if !all.is_zero() => Some(planned.mul_f64(time.as_secs_f64() / all.as_secs_f64())),
        (Some(planned), _) => Some(planned / count),
    };
    slides.iter().map(each).collect()
}

/// The slides with what was planned and what was used, a line each, and both in all.
#[must_use]
pub fn table(times: &[(String, Duration)], plan: &[Option<Duration>]) -> String {
    let wide = times.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0).max("in all".len());
    let row = |name: &str, planned: Option<Duration>, used: Duration| {
        let planned = planned.map_or_else(|| "–".to_owned(), clock);
        format!("{name:<wide$}  {planned:>7}  {:>7}\n", clock(used))
    };
    let mut said = format!("{:<wide$}  {:>7}  {:>7}\n", "slide", "plan", "used");
    for ((name, used), planned) in times.iter().zip(plan) {
        said.push_str(&row(name, *planned, *used));
    }
    let planned: Option<Duration> = plan.iter().copied().sum();
    said + &row("in all", planned, times.iter().map(|(_, used)| *used).sum())
}

/// "1:05"; "1:00:00" from an hour on.
#[must_use]
pub fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n6_a_rehearsal_times_each_slide_and_sets_it_beside_the_plan() {
        let seconds = Duration::from_secs;
        let mut rehearsal = Rehearsal::default();
        for (slide, now) in [(0, 0), (1, 20), (2, 80), (1, 90), (1, 100)] {
            rehearsal.note(slide, seconds(now));
        }
        assert_eq!(rehearsal.times, [20, 70, 10].map(seconds));
        let slides = ["bottom-line", "J1", "gaps"].map(str::to_owned);
        let times: Vec<(String, Duration)> = slides.iter().cloned().zip(rehearsal.times.clone()).collect();
        assert_eq!(plan(&slides, &[], Some(seconds(90))), [Some(seconds(30)); 3]);
        assert_eq!(plan(&slides, &times, None), [20, 70, 10].map(|time| Some(seconds(time))), "as it was last time");
        assert_eq!(plan(&slides, &times, Some(seconds(200))), [40, 140, 20].map(|time| Some(seconds(time))));
        assert_eq!(plan(&slides, &[], None), [None; 3]);
        let table = table(&times, &plan(&slides, &[], Some(seconds(90))));
        assert_eq!(table.lines().last(), Some("in all          1:30     1:40"), "{table}");
        assert_eq!(clock(seconds(3661)), "1:01:01");
    }
}
