//! Editors, and how each is told the place: `$VISUAL` or `$EDITOR` in, a command line out.

use crate::text::width;
use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};

/// What an editor counts when it counts columns. All of them begin with 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Columns {
    Bytes,
    /// Code points; what counts graphemes or UTF-16 is off where those differ from them.
    Characters,
    Cells,
}

struct EditorRow {
    /// The names that the editor's file has; a dot or a dash and what follows may be missing.
    names: &'static [&'static str],
    columns: Columns,
    /// The arguments: `{file}` only where an argument begins, `{line}` and `{column}` anywhere.
    arguments: &'static [&'static str],
}

const fn row(names: &'static [&'static str], columns: Columns, arguments: &'static [&'static str]) -> EditorRow {
    EditorRow { names, columns, arguments }
}

use Columns::{Bytes, Cells, Characters};

/// Every editor that we know how to tell. A `vi` that is not Vim knows no `call`, and neither does the smallest Vim:
/// they stop and ask what was meant, so they hear the line only.
#[rustfmt::skip]
static EDITORS: [EditorRow; 10] = [
    row(&["vim.tiny", "vi", "view", "nvi", "ex"],  Bytes,      &["+{line}", "{file}"]),
    row(&["busybox"],                              Bytes,      &["-c", "{line}", "{file}"]),
    row(&["vim", "nvim", "gvim", "vimx"],          Bytes,      &["+call cursor({line},{column})", "{file}"]),
    row(&["kak"],                                  Bytes,      &["+{line}:{column}", "{file}"]),
    row(&["nano", "rnano"],                        Cells,      &["+{line},{column}", "{file}"]),
    row(&["emacs", "emacsclient"],                 Cells,      &["+{line}:{column}", "{file}"]),
    row(&["micro"],                                Characters, &["+{line}:{column}", "{file}"]),
    row(&["hx", "helix"],                          Characters, &["{file}:{line}:{column}"]),
    row(&["code", "codium", "vscodium"],           Characters, &["-w", "-g", "{file}:{line}:{column}"]),
    row(&["subl", "zed", "zeditor"],               Characters, &["-w", "{file}:{line}:{column}"]),
];

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilePlace {
    pub file: PathBuf,
    /// The line, 1-based.
    pub line: usize,
    /// What stands before the place on its line; editors count columns in different ways.
    pub before: String,
}

/// An editor as the environment names it: a program, and the arguments that it always gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor {
    /// The program: a name to be looked up, or a path.
    pub program: OsString,
    arguments: Vec<OsString>,
}

impl Editor {
    /// Reads words as a shell would part them, quotes and all; nothing in them is run or filled in.
    ///
    /// # Errors
    ///
    /// There is no word in them, or a quote that does not end.
    pub fn parse(words: &OsStr) -> Result<Self, String> {
        let shown = words.to_string_lossy();
        let split = shlex::bytes::split(words.as_bytes()).ok_or_else(|| format!("`{shown}` has a quote that does not end."))?;
        let mut words = split.into_iter().map(OsString::from_vec);
        let program = words.next().ok_or_else(|| format!("`{shown}` names no editor."))?;
        Ok(Self { program, arguments: words.collect() })
    }

    /// The arguments that open a place. `real` is the name of the file that the program is, where that is known: `vi`
    /// and `editor` are links on most machines. An editor that no table knows gets the file alone.
    pub fn arguments(&self, real: Option<&OsStr>, place: &FilePlace) -> Vec<OsString> {
        let named = Path::new(&self.program).file_name();
        let row = real.and_then(known).or_else(|| named.and_then(known));
        let (columns, arguments) = row.map_or((Characters, ["{file}"].as_slice()), |row| (row.columns, row.arguments));
        let column = 1 + match columns {
            Bytes => place.before.len(),
            Characters => place.before.chars().count(),
            Cells => width(&place.before),
        };
        // As it stands, a name that begins with a dash or a plus would be an option.
        let option = matches!(place.file.as_os_str().as_bytes().first(), Some(b'-' | b'+'));
        let file = if option { Path::new(".").join(&place.file) } else { place.file.clone() };
        let numbers = |text: &str| text.replace("{line}", &place.line.to_string()).replace("{column}", &column.to_string());
        let arguments = arguments.iter().map(|argument| match argument.strip_prefix("{file}") {
            Some(rest) => {
                let mut argument = file.clone().into_os_string();
                argument.push(numbers(rest));
                argument
            }
            None => numbers(argument).into(),
        });
        self.arguments.iter().cloned().chain(arguments).collect()
    }
}

/// The row of an editor whose file has this name.
fn known(name: &OsStr) -> Option<&'static EditorRow> {
    let name = name.to_str()?;
    let find = |name: &str| EDITORS.iter().find(|row| row.names.contains(&name));
    find(name).or_else(|| find(name.split(['.', '-']).next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The command line for a place behind six characters of seven bytes and eight cells.
    fn command(words: &str, real: Option<&str>) -> Vec<String> {
        let place = FilePlace { file: "my desk/x.yaml".into(), line: 41, before: "a日日b: ".to_owned() };
        let editor = Editor::parse(OsStr::new(words)).expect("an editor");
        let arguments = editor.arguments(real.map(OsStr::new), &place);
        [editor.program].into_iter().chain(arguments).map(|word| word.into_string().expect("UTF-8")).collect()
    }

    #[test]
    fn each_editor_is_told_the_place_as_it_counts() {
        for (words, real, expected) in [
            ("vim", None, "vim|+call cursor(41,11)|my desk/x.yaml"),
            ("/usr/bin/vim.basic -u NONE", None, "/usr/bin/vim.basic|-u|NONE|+call cursor(41,11)|my desk/x.yaml"),
            ("vi", None, "vi|+41|my desk/x.yaml"),
            ("vi", Some("vim.basic"), "vi|+call cursor(41,11)|my desk/x.yaml"),
            ("vim", Some("vim.tiny"), "vim|+41|my desk/x.yaml"),
            ("vi", Some("busybox"), "vi|-c|41|my desk/x.yaml"),
            ("editor", Some("nano"), "editor|+41,9|my desk/x.yaml"),
            ("emacsclient -nw -a ''", None, "emacsclient|-nw|-a||+41:9|my desk/x.yaml"),
            ("emacs-nox", None, "emacs-nox|+41:9|my desk/x.yaml"),
            ("kak", None, "kak|+41:11|my desk/x.yaml"),
            ("micro", None, "micro|+41:7|my desk/x.yaml"),
            ("hx", None, "hx|my desk/x.yaml:41:7"),
            ("code", Some("snap"), "code|-w|-g|my desk/x.yaml:41:7"),
            ("'/opt/my editor/ed' --fast", None, "/opt/my editor/ed|--fast|my desk/x.yaml"),
        ] {
            assert_eq!(command(words, real).join("|"), expected, "{words}");
        }
    }

    #[test]
    fn a_file_is_never_taken_for_an_option() {
        let place = FilePlace { file: "-R/x.yaml".into(), line: 1, before: String::new() };
        let editor = Editor::parse(OsStr::new("ed")).expect("an editor");
        assert_eq!(editor.arguments(None, &place), ["./-R/x.yaml"]);
    }

    #[test]
    fn what_names_no_editor_is_said() {
        assert_eq!(Editor::parse(OsStr::new("vim 'x")), Err("`vim 'x` has a quote that does not end.".to_owned()));
        assert!(Editor::parse(OsStr::new("  ")).is_err());
    }

    #[test]
    fn no_shell_runs_what_an_editor_is_called_with() {
        assert_eq!(command("ed $(touch x) ; reboot", None)[..5], ["ed", "$(touch", "x)", ";", "reboot"]);
    }
}
