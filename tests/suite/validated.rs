//! Every export as a file, for validators that others wrote: `.ci/validate` has them written by the program and reads them.

use crate::support::hostile::{HOSTILE, hostile};
use crate::support::{program, project};
use bluf::export::{FORMATS, Format};
use std::env::var_os;
use std::fs::{copy, create_dir_all, read_dir};
use std::path::{Path, PathBuf};
use std::thread;

/// What the files of a folder are called.
fn names(folder: &Path) -> Vec<PathBuf> {
    read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect()
}

/// Every format of a table in every form: what it is called, the form, and how its files end.
fn forms() -> impl Iterator<Item = (&'static str, Option<&'static str>, String)> {
    let of = |format: &'static Format| -> Vec<_> {
        let Some(fits) = format.forms else { return vec![(format.name, None, format.ending.to_owned())] };
        let forms = FORMATS.iter().filter(move |form| fits(form));
        forms.map(|form| (format.name, Some(form.name), format!("{}.{}", format.name, form.ending))).collect()
    };
    FORMATS.iter().filter(|format| format.handed.is_some()).flat_map(of)
}

/// Writes the briefings of a library into a folder, each file with the name of the library before a `+`; and the texts that
/// they quote.
fn write(library: &Path, name: &str, out: &Path) {
    let seeds = out.join(name).join("seeds");
    create_dir_all(&seeds).expect("a folder");
    for text in names(&library.join("seeds")) {
        copy(&text, seeds.join(text.file_name().expect("a name"))).expect("copied");
    }
    for briefing in names(&library.join("briefings")) {
        let id = briefing.file_stem().expect("a name").to_string_lossy().into_owned();
        for (format, form, ending) in forms() {
            let mut command = program();
            command.arg("--library").arg(library).args(["export", &id, "--anyway", "--to", format]);
            command.args(form.iter().flat_map(|form| ["--as", form])).arg("-o").arg(out.join(format!("{name}+{id}.{ending}")));
            let output = command.output().expect("it runs");
            assert!(output.status.success(), "{id} as {format}: {}", String::from_utf8_lossy(&output.stderr));
        }
    }
}

#[test]
#[ignore = "writes files that `.ci/validate` reads"]
fn e22_every_export_is_written_for_validators() {
    let out = PathBuf::from(var_os("BLUF_EXPORTS").expect("a folder for the exports"));
    let strings: Vec<(usize, &str)> = HOSTILE.into_iter().enumerate().collect();
    thread::scope(|scope| {
        for strings in strings.chunks(HOSTILE.len().div_ceil(2)) {
            let out = &out;
            scope.spawn(move || {
                for (at, words) in strings {
                    write(&hostile(&format!("validated-{at}"), words).0, &format!("hostile-{at}"), out);
                }
            });
        }
        for (name, folder) in [("shipped", ""), ("desk", "tests/desk"), ("world", "tests/world")] {
            write(&project(folder), name, &out);
        }
        for format in FORMATS.iter().filter(|format| format.diff.is_some()) {
            let (then, now) = ("tests/desk/earlier/strait-security-2033-11.yaml", "tests/desk/briefings/strait-security.yaml");
            let output = program().arg("diff").args([then, now].map(project)).args(["--format", format.name]).output().expect("it runs");
            assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
            std::fs::write(out.join(format!("desk+change.{}", format.ending)), output.stdout).expect("written");
        }
    });
}
