//! The build script: reads the embedded library once and prepares the tables of English, so that the program need not do it
//! each time it starts.
//!
//! What is written for a briefing is what it says, for a source its sentences. A briefing with a mistake in its form is
//! left to the program, which shows the mistake as it shows any other.

// The modules are the library's, and it uses the rest of them.
#![allow(dead_code, unreachable_pub, unused_imports)]

#[path = "src/briefing"]
mod briefing {
    pub mod abbreviations;
    pub mod aligned_rows;
    pub mod banner;
    pub mod claim_marking;
    pub mod date;
    pub mod front_matter;
    pub mod furniture;
    pub mod grade;
    pub mod hard_wraps;
    pub mod headings;
    pub mod line_blocks;
    pub mod line_signs;
    pub mod model;
    pub mod note_marks;
    pub mod parse;
    pub mod pin;
    pub mod redaction;
    pub mod reference_lists;
    pub mod references;
    pub mod scale;
    pub mod sentences;
    pub mod source_lines;
    pub mod source_text;
}
#[path = "src/english"]
mod english {
    pub mod class;
    pub mod contraries;
    pub mod deeds;
    pub mod hash;
    pub mod joints;
    pub mod nouns;
    pub mod pairs;
    pub mod phrasal;
    pub mod phrasebook;
    pub mod prepare;
    pub mod stem_key;
    pub mod synonyms;
    pub mod verbs;
    pub mod vocabulary;
}
#[path = "src/text"]
mod text {
    pub mod clip;
    pub mod did_you_mean;
    pub mod leaning;
    pub mod line_ends;
    pub mod lookalike;
    pub mod months;
    pub mod neutral;
    pub mod script;
    pub mod sentence_end;
    pub mod series;
    pub mod time_words;
    pub mod width;

    pub use clip::clip;
    pub use did_you_mean::{meant, nearest_word};
    pub use neutral::neutral;
    pub use series::choice;
}
#[path = "src/yaml"]
mod yaml {
    pub mod fields;
    pub mod finding;
    pub mod quotation;
    pub mod scalar;
    pub mod spanned;
    pub mod syntax;
    pub mod trap;
    pub mod tree;
}

use briefing::parse::parse;
use briefing::source_text::SourceText;
use sha2::{Digest, Sha256};
use std::env;
use std::error::Error;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use yaml::tree::Tree;

fn main() -> Result<(), Box<dyn Error>> {
    let project = env::var("CARGO_MANIFEST_DIR")?;
    let out = env::var("OUT_DIR")?;
    // What is read of `src` is code of this script: when it changes, the script is built and runs again.
    for folder in ["briefings", "seeds"] {
        println!("cargo::rerun-if-changed={folder}");
        for entry in fs::read_dir(Path::new(&project).join(folder))? {
            let path = entry?.path();
            let (Some(name), Some(stem)) = (path.file_name(), path.file_stem()) else { continue };
            let text = fs::read_to_string(&path)?;
            let prepared = if folder == "seeds" {
                postcard::to_allocvec(&SourceText::new(text))?
            } else {
                let (briefing, findings) = parse(Tree::read(&text), &stem.to_string_lossy());
                postcard::to_allocvec(&Some(briefing).filter(|briefing| findings.is_empty() && briefing.is_whole()))?
            };
            fs::write(Path::new(&out).join(name), prepared)?;
        }
    }
    fs::write(Path::new(&out).join("english.rs"), english::prepare::prepared())?;
    println!("cargo::rustc-env=BLUF_READER={}", reader(Path::new(&project))?);
    link_at_fixed_addresses();
    Ok(())
}

/// Names the program by all that decides what it reads out of a briefing and its sources, for what one has read another may not
/// take for its own.
fn reader(project: &Path) -> io::Result<String> {
    // Who builds it as a part of something else has no lock file here.
    let named = ["Cargo.lock", "src/library/edition_before.rs"].map(|file| project.join(file));
    let mut files: Vec<PathBuf> = named.into_iter().filter(|file| file.exists()).collect();
    let mut folders: Vec<PathBuf> = ["src/briefing", "src/text", "src/yaml"].iter().map(|folder| project.join(folder)).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    let mut hash = Sha256::new();
    for file in files {
        println!("cargo::rerun-if-changed={}", file.display());
        hash.update(fs::read(file)?);
    }
    Ok(hash.finalize().iter().take(8).fold(String::new(), |name, byte| name + &format!("{byte:02x}")))
}

/// A program that may be loaded anywhere has its tables of pointers written anew at each start: 1 MB in 270 pages, half of it of
/// libraries that few runs use, and together a third of the time to the first frame (1.78 times a minimal viewer's with them,
/// 1.35 without). What it gives up is that the addresses of its own code are random; those of heap, stack and shared libraries
/// stay so. `BLUF_PIE=1` builds it the other way.
fn link_at_fixed_addresses() {
    println!("cargo::rerun-if-env-changed=BLUF_PIE");
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    let is_static = env::var("CARGO_CFG_TARGET_FEATURE").is_ok_and(|features| features.contains("crt-static"));
    let fits = is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") && is("PROFILE", "release");
    if fits && !is_static && env::var_os("BLUF_PIE").is_none() {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
