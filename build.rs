//! The build script: reads the embedded library once and prepares the tables of English, so that the program need not do it
//! each time it starts.
//!
//! What is written for a briefing is its tree, for a source its sentences. A briefing with a mistake in its syntax is
//! left to the program, which shows the mistake as it shows any other.

// The modules are the library's, and it uses the rest of them.
#![allow(dead_code, unreachable_pub)]

#[path = "src/briefing/abbreviations.rs"]
mod abbreviations;
#[path = "src/english/class.rs"]
mod class;
#[path = "src/english/prepare.rs"]
mod english;
#[path = "src/yaml/finding.rs"]
mod finding;
#[path = "src/english/hash.rs"]
mod hash;
#[path = "src/english/letters.rs"]
mod letters;
#[path = "src/briefing/lines.rs"]
mod lines;
#[path = "src/text/lookalike.rs"]
mod lookalike;
#[path = "src/english/pairs.rs"]
mod pairs;
#[path = "src/english/phrasebook.rs"]
mod phrasebook;
#[path = "src/briefing/sentences.rs"]
mod sentences;
#[path = "src/briefing/source_text.rs"]
mod source_text;
#[path = "src/yaml/spanned.rs"]
mod spanned;
#[path = "src/yaml/syntax.rs"]
mod syntax;
#[path = "src/yaml/trap.rs"]
mod trap;
#[path = "src/yaml/tree.rs"]
mod tree;
#[path = "src/english/verbs.rs"]
mod verbs;
#[path = "src/english/vocabulary.rs"]
mod vocabulary;
#[path = "src/briefing/wrapping.rs"]
mod wrapping;

/// A room of the library, as far as it is needed here.
mod text {
    pub(crate) use crate::lookalike;
}

use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let project = env::var("CARGO_MANIFEST_DIR")?;
    let out = env::var("OUT_DIR")?;
    for folder in ["briefings", "seeds"] {
        println!("cargo::rerun-if-changed={folder}");
        for entry in fs::read_dir(Path::new(&project).join(folder))? {
            let path = entry?.path();
            let Some(name) = path.file_name() else { continue };
            let text = fs::read_to_string(&path)?;
            let prepared = if folder == "seeds" {
                postcard::to_allocvec(&source_text::SourceText::new(text))?
            } else {
                let tree = tree::Tree::read(&text);
                postcard::to_allocvec(&tree.root.filter(|_| tree.findings.is_empty()))?
            };
            fs::write(Path::new(&out).join(name), prepared)?;
        }
    }
    fs::write(Path::new(&out).join("english.rs"), english::prepared())?;
    for read in [
        "briefing/abbreviations.rs",
        "briefing/lines.rs",
        "briefing/sentences.rs",
        "briefing/source_text.rs",
        "briefing/wrapping.rs",
        "english/class.rs",
        "english/hash.rs",
        "english/letters.rs",
        "english/pairs.rs",
        "english/phrasebook.rs",
        "english/prepare.rs",
        "english/verbs.rs",
        "english/vocabulary.rs",
        "text/lookalike.rs",
        "yaml/finding.rs",
        "yaml/spanned.rs",
        "yaml/syntax.rs",
        "yaml/trap.rs",
        "yaml/tree.rs",
    ] {
        println!("cargo::rerun-if-changed=src/{read}");
    }
    Ok(())
}
