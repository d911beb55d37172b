//! A talk while it runs: its clock, its socket, and the time of each slide.

use crate::page::{Place, World};
use crate::talk::folder::{folder, socket};
use crate::talk::host::Host;
use crate::talk::protocol::Command;
use crate::talk::rehearsal::Rehearsal;
use crate::talk::speaker_view::told;
use crate::text::os_error::plain;
use crate::tui::model::Model;
use crate::tui::run::BackgroundJob;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What is read, the slide, where we are, the page of the slide, how many questions are open.
type Told = (Arc<World>, usize, Place, Option<(usize, usize)>, usize);

pub struct Running {
    begun: Instant,
    host: Option<Host>,
    /// What the state depends on, as it was told last.
    last: Option<Told>,
    pub rehearsal: Rehearsal,
    /// How long it took, once it is over.
    pub took: Option<Duration>,
}

impl Running {
    /// Begins a talk, and its socket unless nothing may be written; what there is to say of that.
    pub fn begin(model: &Model, at: Option<&Path>, alone: bool) -> (Self, Option<String>) {
        let opened = if alone { None } else { Some(open(model, at)) };
        let (host, notice) = match opened {
            None => (None, None),
            Some(Ok(host)) => (Some(host), None),
            Some(Err(why)) => (None, Some(format!("No second terminal can join this talk: {why}."))),
        };
        (Self { begun: Instant::now(), host, last: None, rehearsal: Rehearsal::default(), took: None }, notice)
    }

    pub fn job(&mut self) -> Option<BackgroundJob> {
        let work = self.host.as_mut()?.serve()?;
        Some(Box::new(work))
    }

    pub fn spent(&self) -> Duration {
        self.took.unwrap_or_else(|| self.begun.elapsed())
    }

    pub fn heard(&self) -> Vec<Command> {
        self.host.as_ref().map_or_else(Vec::new, Host::heard)
    }

    /// Tells whoever has joined where the talk is now, if that is news.
    pub fn keep_up(&mut self, model: &Model) {
        let Some((held, slide)) = model.slide() else { return };
        let spent = self.spent();
        let here = &model.trail().here().place;
        let page = model.page_of_slide().filter(|_| here.is_slide());
        let is_last = |(world, shown, place, read, asked): &Told| {
            Arc::ptr_eq(world, &model.shared_world()) && (*shown, place, *read, *asked) == (slide, here, page, model.asked().len())
        };
        if self.last.as_ref().is_some_and(is_last) {
            return;
        }
        self.rehearsal.note(slide, spent);
        self.last = Some((model.shared_world(), slide, here.clone(), page, model.asked().len()));
        let Some(host) = &self.host else { return };
        let asked: Vec<String> = model.asked().iter().map(|asked| asked.words.clone()).collect();
        let mut state = told(model.world(), held, slide, here, &asked);
        state.page = page;
        state.spent = milliseconds(spent);
        state.planned = model.talk().and_then(|talk| talk.planned).map(milliseconds);
        host.tell(&state);
    }

    /// The talk is over: its socket is gone with it.
    pub fn end(&mut self) {
        let spent = self.spent();
        self.took = Some(spent);
        if let Some((_, slide, ..)) = self.last {
            self.rehearsal.note(slide, spent);
        }
        self.host = None;
    }
}

fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

fn open(model: &Model, at: Option<&Path>) -> Result<Host, String> {
    let path: PathBuf = match at {
        Some(path) => path.to_owned(),
        None => socket(&folder()?, model.briefing().unwrap_or_default()),
    };
    // A narrow screen shows the reason, and not only where that is.
    Host::open(&path).map_err(|error| format!("{} ({})", plain(&error), path.display()))
}
