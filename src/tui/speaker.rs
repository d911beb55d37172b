//! The speaker's terminal: what it knows of the talk, and what its keys mean. Drawing is in `view`, the socket in `run`.

use crate::keys::key::{Code, Key};
use crate::keys::keyboard::latin;
use crate::talk::protocol::{Command, State};
use std::time::Duration;

#[derive(Debug, Default)]
pub struct Speaker {
    pub size: (u16, u16),
    /// None until the first state has come.
    pub state: Option<State>,
    /// How long ago it came.
    pub age: Duration,
    /// The time of day.
    pub now: String,
    /// Why nothing comes now.
    pub away: Option<String>,
    /// The question under the cursor.
    pub question: usize,
    /// The number of a slide, while it is typed.
    pub typed: String,
}

/// What a key asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    Say(Command),
    Quit,
    Suspend,
}

/// The keys, and what they do, as the last line says.
pub const KEYS: [(&str, &str); 5] = [("→", "next"), ("←", "back"), ("3 ↵", "to slide 3"), ("↓ ↵", "open what answers"), ("q", "quit")];

impl Speaker {
    pub fn press(&mut self, key: Key) -> Option<Wish> {
        let code = match key.code {
            Code::Char(letter) => Code::Char(latin(letter).unwrap_or(letter)),
            other => other,
        };
        if key.control {
            return match code {
                Code::Char('c') => Some(Wish::Quit),
                Code::Char('z') => Some(Wish::Suspend),
                _ => None,
            };
        }
        let questions = self.state.as_ref().map_or(0, |state| state.questions.len());
        let typed = std::mem::take(&mut self.typed);
        match code {
            Code::Char('q') => return Some(Wish::Quit),
            Code::Char(digit @ '0'..='9') if typed.len() < 3 => self.typed = format!("{typed}{digit}"),
            Code::Right | Code::PageDown | Code::Char(' ' | 'l' | 'n') => return Some(Wish::Say(Command::Next)),
            Code::Left | Code::PageUp | Code::Backspace | Code::Char('h' | 'p') => return Some(Wish::Say(Command::Back)),
            Code::Down | Code::Char('j') => self.question = (self.question + 1).min(questions.saturating_sub(1)),
            Code::Up | Code::Char('k') => self.question = self.question.saturating_sub(1),
            Code::Enter => {
                if let Ok(slide) = typed.parse() {
                    return Some(Wish::Say(Command::Goto { slide }));
                }
                let question = self.state.as_ref().and_then(|state| state.questions.get(self.question));
                return question.map(|question| Wish::Say(Command::Open { address: question.address.clone() }));
            }
            _ => {}
        }
        None
    }

    /// Takes what is known now.
    pub fn take(&mut self, state: Option<State>, age: Duration, away: Option<String>) {
        if self.state.as_ref().map(|state| state.slide) != state.as_ref().map(|state| state.slide) {
            self.question = 0;
        }
        (self.state, self.age, self.away) = (state, age, away);
    }

    /// The clock runs on between two states, unless the talk is gone.
    pub fn spent(&self) -> Option<Duration> {
        let state = self.state.as_ref()?;
        let told = Duration::from_millis(state.spent);
        Some(if self.away.is_none() { told.saturating_add(self.age) } else { told })
    }

    pub fn planned(&self) -> Option<Duration> {
        self.state.as_ref()?.planned.map(Duration::from_millis)
    }

    /// When the clock shows another second.
    pub fn changes_in(&self) -> Option<Duration> {
        let spent = self.spent().filter(|_| self.away.is_none())?;
        Some(Duration::from_secs(1).saturating_sub(Duration::from_nanos(spent.subsec_nanos().into())))
    }
}
