//! Folders that tests write in, and a small invented library.

use bluf::library;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A folder that is gone when the test is over.
pub struct Scratch(pub PathBuf);

impl Scratch {
    /// A new one with each call: tests run at the same time, and two of them may ask for one name.
    pub fn new(name: &str) -> Self {
        static CALLS: AtomicUsize = AtomicUsize::new(0);
        let call = CALLS.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("bluf-{name}-{}-{call}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a scratch folder");
        Self(path)
    }

    /// Writes a file, and the folders it stands in.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(&path, content).expect("a file");
        path
    }

    /// A library of one small invented briefing, in `briefings/port.yaml`.
    pub fn with_port(name: &str) -> Self {
        let scratch = Self::new(name);
        scratch.write("seeds/port.txt", PORT_SOURCE);
        scratch.write("briefings/port.yaml", PORT);
        scratch
    }

    /// The same library, with a source whose lines are of what terminals measure differently, and of what they do not.
    pub fn with_many_scripts(name: &str) -> Self {
        let scratch = Self::with_port(name);
        let lines = [
            "Ships of 🇮🇷 and 🇷🇺 met off the bar, and 🇺🇳 looked on.",
            "क्षेत्रीय शक्तियों ने हिन्दी में कहा।",
            "தொலைக்காட்சி கௌரவம் கொண்டது.",
            "বাংলাদেশের ক্ষেত্রে কোনো পরিবর্তন নেই।",
            "The family 👩‍👩‍👧 and the doctor 🧑🏽‍⚕️ said ❤️ and 1️⃣.",
            "Nothing of this line takes more cells than it has letters, and it is long enough to reach the end of a row.",
        ];
        let mut text = PORT_SOURCE.to_owned();
        for at in 0..120 {
            text += &format!("\nLine {at}: {}\n", lines[at * 5 % 7 % lines.len()]);
        }
        scratch.write("seeds/port.txt", text);
        scratch
    }

    /// A copy of the project's own library.
    pub fn with_library(name: &str) -> Self {
        let scratch = Self::new(name);
        for file in library::embedded::FILES {
            scratch.write(file.path, file.text);
        }
        scratch
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

const PORT_SOURCE: &str = "On Monday the dockers voted to stop work on Fridays. Ships will wait for days.
The harbour is blue and the sky above it is bluer.
";

/// Two sentences are claimed, the second of them twice, and the third is set aside.
const PORT: &str = "# A comment stands before it all.
briefing: port
title: The strike
marking: TLP:CLEAR
date: 2026-11-22
yardstick: icd203
change: initial
question: Does the strike close the port?
bottom_line: A closure is unlikely [J1].
sources:
  ART:
    title: Dockers vote to stop work
    file: seeds/port.txt
    reliability: C
    descriptor: A local paper.
    set_aside:
      - quote: The harbour is blue and the sky above it is bluer.
        why: Colour.
sections:
  labour:
    C1:
      fact: The dockers voted to stop work.
      quote: voted to stop work on Fridays
    C2:
      forecast: Ships will wait.
      quote: Ships will wait for days.
  trade:
    C3:
      forecast: It takes days.
      quote: for days
judgements:
  J1:
    section: labour
    text: The port closes for a week.
    by: 2026-12
    likelihood: unlikely
    confidence: low
    because: One day was voted for [C1].
    against: [C1, C2, C3]
  J2:
    section: trade
    text: Trade moves elsewhere.
    by: 2026-12
    likelihood: likely
    confidence: low
    because: Ships wait [C2].
    claims: [C2]
events:
  T1:
    express-intent: The dockers vote.
    date: 2026-11-20
    claims: [C1]
";
