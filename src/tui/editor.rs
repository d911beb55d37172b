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
    /// The names that the editor's file has, or its package; a dot or a dash and what follows may be missing. With an
    /// argument behind it a name counts where that is given.
    names: &'static [&'static str],
    columns: Columns,
    /// What makes it wait until the file is closed, where it would go to the background or leave the file to another of it.
    waits: &'static [&'static str],
    /// The arguments: `{file}` only where an argument begins, `{line}` and `{column}` anywhere.
    place: &'static [&'static str],
}

const fn row(
    names: &'static [&'static str],
    columns: Columns,
    waits: &'static [&'static str],
    place: &'static [&'static str],
) -> EditorRow {
    EditorRow { names, columns, waits, place }
}

use Columns::{Bytes, Cells, Characters};

const VIM: &[&str] = &["+call cursor({line},{column})", "{file}"];
const PLUS: &[&str] = &["+{line}:{column}", "{file}"];
const COLONS: &[&str] = &["{file}:{line}:{column}"];
const LINE_COLUMN: &[&str] = &["--line", "{line}", "--column", "{column}", "{file}"];

/// Every editor that we know how to tell. A `vi` that is not Vim knows no `call`, and neither does the smallest Vim:
/// they stop and ask what was meant, so they hear the line only.
#[rustfmt::skip]
static EDITORS: [EditorRow; 32] = [
    row(&["vim.tiny", "vi", "view", "nvi", "ex"],         Bytes,      &[],                   &["+{line}", "{file}"]),
    row(&["busybox"],                                     Bytes,      &[],                   &["-c", "{line}", "{file}"]),
    row(&["vim", "nvim", "vimx", "io.neovim.nvim"],       Bytes,      &[],                   VIM),
    row(&["gvim", "gview", "rgvim", "evim", "mvim", "mview", "vim -g", "vimx -g", "view -g", "org.vim.Vim"],
                                                          Bytes,      &["-f"],               VIM),
    row(&["nvim-qt", "goneovim"],                         Bytes,      &["--nofork"],         &["{file}"]),
    row(&["neovide", "dev.neovide.neovide"],              Bytes,      &["--no-fork"],        &["{file}"]),
    row(&["kak"],                                         Bytes,      &[],                   PLUS),
    row(&["nano", "rnano"],                               Cells,      &[],                   &["+{line},{column}", "{file}"]),
    row(&["emacs", "emacsclient", "org.gnu.emacs"],       Cells,      &[],                   PLUS),
    row(&["micro"],                                       Characters, &[],                   PLUS),
    row(&["hx", "helix", "com.helix_editor.Helix"],       Characters, &[],                   COLONS),
    row(&["ed", "joe", "jed", "mg", "ne", "mcedit", "jmacs", "jstar", "pico", "amp", "vis", "zile"],
                                                          Characters, &[],                   &["{file}"]),
    row(&["code", "code-oss", "codium", "vscodium", "cursor", "windsurf", "positron", "kiro", "trae", "antigravity",
          "com.visualstudio.code", "com.vscodium.codium"],
                                                          Characters, &["-w"],               &["-g", "{file}:{line}:{column}"]),
    row(&["subl", "sublime_text", "zed", "zeditor", "zedit", "atom", "pulsar", "dev.zed.Zed", "com.sublimetext.three", "io.atom.Atom",
          "dev.pulsar_edit.Pulsar"],
                                                          Characters, &["--wait"],           COLONS),
    // Without a window of its own it hands the file to the one that runs, and waits for nothing.
    row(&["lapce", "dev.lapce.lapce"],                    Characters, &["--new", "--wait"],  COLONS),
    row(&["kate", "org.kde.kate"],                        Characters, &["--block"],          LINE_COLUMN),
    row(&["kwrite", "org.kde.kwrite"],                    Characters, &[],                   LINE_COLUMN),
    row(&["gedit", "org.gnome.gedit"],                    Characters, &["--wait"],           PLUS),
    row(&["xed"],                                         Characters, &["--wait"],           &["+{line}", "{file}"]),
    row(&["gnome-text-editor", "org.gnome.TextEditor"],   Characters, &["--standalone"],     &["{file}"]),
    row(&["mousepad", "org.xfce.mousepad"],               Characters, &["--disable-server"], LINE_COLUMN),
    row(&["geany", "org.geany.Geany"],                    Characters, &["--new-instance"],   LINE_COLUMN),
    row(&["featherpad", "fpad"],                          Characters, &["--standalone"],     &["+{line}", "{file}"]),
    row(&["notepad++"],                                   Characters, &["-multiInst", "-nosession"], &["-n{line}", "-c{column}", "{file}"]),
    row(&["vimr"],                                        Characters, &["--wait"],           &["--line", "{line}", "{file}"]),
    row(&["bbedit"],                                      Characters, &["--wait"],           &["+{line}", "{file}"]),
    row(&["mate"],                                        Characters, &["--wait"],           &["--line", "{line}:{column}", "{file}"]),
    row(&["idea", "pycharm", "webstorm", "clion", "goland", "phpstorm", "rubymine", "rider", "rustrover", "datagrip", "studio",
          "com.jetbrains.IntelliJ", "com.jetbrains.PyCharm"],
                                                          Characters, &["--wait"],           LINE_COLUMN),
    row(&["jedit"],                                       Characters, &["-wait"],            &["{file}", "+line:{line}"]),
    row(&["nc", "xnc", "nedit-nc"],                       Characters, &["-wait"],            &["-line", "{line}", "{file}"]),
    row(&["nedit", "xnedit", "scite"],                    Characters, &[],                   &["{file}"]),
    row(&["cot"],                                         Characters, &["--wait"],           LINE_COLUMN),
];

/// Programs that start the one that is named behind them.
static STARTERS: [&str; 22] = [
    "env",
    "nice",
    "ionice",
    "nohup",
    "setsid",
    "exec",
    "command",
    "time",
    "sudo",
    "doas",
    "flatpak",
    "flatpak-spawn",
    "snap",
    "toolbox",
    "distrobox",
    "distrobox-enter",
    "distrobox-host-exec",
    "systemd-run",
    "firejail",
    "bwrap",
    "uwsm",
    "uwsm-app",
];

/// What a person gives so that an editor does not wait: it is taken away.
struct Hasty {
    editor: &'static str,
    /// Its letter, which may stand among others behind one dash.
    letter: Option<char>,
    words: &'static [&'static str],
    /// Letters behind which the rest of the word is their own.
    with_value: &'static str,
    /// Words behind one dash that are no letters.
    whole: &'static [&'static str],
}

static HASTY: [Hasty; 3] = [
    Hasty {
        editor: "emacsclient",
        letter: Some('n'),
        words: &["--no-wait", "-no-wait"],
        with_value: "adfFsTw",
        whole: &["-nw", "-version"],
    },
    Hasty { editor: "mate", letter: Some('a'), words: &["--async", "--no-wait"], with_value: "dlmtu", whole: &[] },
    Hasty { editor: "neovide", letter: None, words: &["--fork"], with_value: "", whole: &[] },
];

impl Hasty {
    /// The word without what is hasty in it; `None` where nothing else is.
    fn without(&self, word: &OsString) -> Option<OsString> {
        let Some(text) = word.to_str() else { return Some(word.clone()) };
        if self.words.contains(&text) {
            return None;
        }
        let letters = text.strip_prefix('-').filter(|rest| rest.chars().all(|c| c.is_ascii_alphabetic()) && !self.whole.contains(&text));
        let Some((hasty, letters)) = self.letter.zip(letters) else { return Some(word.clone()) };
        let own = letters.find(|c| self.with_value.contains(c)).unwrap_or(letters.len());
        let kept = letters[..own].replace(hasty, "") + &letters[own..];
        (!kept.is_empty() || letters.is_empty()).then(|| format!("-{kept}").into())
    }
}

/// Arguments that leave the file to an editor that runs elsewhere: whatever else is said, nobody knows when that is done.
static ELSEWHERE: [&str; 6] = ["--remote", "--remote-silent", "--remote-tab", "--remote-tab-silent", "--remote-send", "--remote-expr"];

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
    /// The program first: a name to be looked up, or a path.
    words: Vec<OsString>,
    /// The word that names the editor: the first, but where another program starts it.
    at: usize,
}

/// How an editor is told a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub arguments: Vec<OsString>,
    /// When the program ends, the file is closed. Of an editor that nobody knows that is not sure: it may have gone to the
    /// background.
    pub waits: bool,
    /// It would not wait by itself: it has a window elsewhere.
    pub has_window: bool,
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
        let words: Vec<OsString> = split.into_iter().map(OsString::from_vec).collect();
        let program = words.first().ok_or_else(|| format!("`{shown}` names no editor."))?;
        let starts = |word: &OsStr| file_name(word).is_some_and(|name| STARTERS.contains(&name));
        // A word with a sign of equality sets a variable or an option.
        let is_editor = |word: &OsString| !word.as_bytes().contains(&b'=') && known(word, &[]).is_some();
        let started = || words.iter().skip(1).position(is_editor).map(|at| at + 1);
        let at = if starts(program) { started().unwrap_or(0) } else { 0 };
        Ok(Self { words, at })
    }

    pub fn program(&self) -> &OsStr {
        &self.words[0]
    }

    /// What names the editor itself.
    pub fn editor(&self) -> &OsStr {
        &self.words[self.at]
    }

    /// How it is told a place. `real` is the name of the file that the editor is, where that is known: `vi` and `editor` are
    /// links on most machines. An editor that no table knows gets the file alone.
    pub fn told(&self, real: Option<&OsStr>, place: &FilePlace) -> Told {
        let own = &self.words[self.at + 1..];
        let named = known(self.editor(), own);
        // Vim and its like go by the name that they are called by: `gvim` is a link to a `vim` that has a window for it.
        let waits = named.or_else(|| known(real?, own));
        let row = real.and_then(|real| known(real, own)).or(named);
        let (columns, arguments) = row.map_or((Characters, ["{file}"].as_slice()), |row| (row.columns, row.place));
        let flags = waits.map_or(&[][..], |row| row.waits);
        let hasty = HASTY.iter().find(|hasty| file_name(self.editor()) == Some(hasty.editor));
        let patient = |(at, word): (usize, &OsString)| match hasty.filter(|_| at > self.at) {
            Some(hasty) => hasty.without(word),
            None => Some(word.clone()),
        };
        let given = self.words.iter().enumerate().skip(1).filter_map(patient);
        Told {
            arguments: given.chain(flags.iter().map(OsString::from)).chain(filled_in(arguments, columns, place)).collect(),
            waits: waits.is_some() && !own.iter().any(|word| ELSEWHERE.iter().any(|elsewhere| word == elsewhere)),
            has_window: !flags.is_empty(),
        }
    }
}

/// The arguments of a row with a place in them.
fn filled_in(arguments: &'static [&'static str], columns: Columns, place: &FilePlace) -> impl Iterator<Item = OsString> {
    let column = 1 + match columns {
        Bytes => place.before.len(),
        Characters => place.before.chars().count(),
        Cells => width(&place.before),
    };
    // As it stands, a name that begins with a dash or a plus would be an option.
    let option = matches!(place.file.as_os_str().as_bytes().first(), Some(b'-' | b'+'));
    let file = if option { Path::new(".").join(&place.file) } else { place.file.clone() };
    let line = place.line;
    let numbers = move |text: &str| text.replace("{line}", &line.to_string()).replace("{column}", &column.to_string());
    arguments.iter().map(move |argument| match argument.strip_prefix("{file}") {
        Some(rest) => {
            let mut argument = file.clone().into_os_string();
            argument.push(numbers(rest));
            argument
        }
        None => numbers(argument).into(),
    })
}

fn file_name(word: &OsStr) -> Option<&str> {
    Path::new(word).file_name()?.to_str()
}

/// The row of an editor whose file or package has this name, called with these arguments of its own.
fn known(word: &OsStr, own: &[OsString]) -> Option<&'static EditorRow> {
    let name = file_name(word)?;
    let find = |name: &str| EDITORS.iter().find(|row| row.names.contains(&name));
    let called = |name: &str| own.iter().filter_map(|word| word.to_str()).find_map(|word| find(&format!("{name} {word}")));
    let shorter = [name, name.split('-').next()?, name.split(['.', '-']).next()?];
    shorter.into_iter().find_map(|name| called(name).or_else(|| find(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The command line for a place behind six characters of seven bytes and eight cells.
    fn command(words: &str, real: Option<&str>) -> Vec<String> {
        let place = FilePlace { file: "my desk/x.yaml".into(), line: 41, before: "a日日b: ".to_owned() };
        let editor = Editor::parse(OsStr::new(words)).expect("an editor");
        let arguments = editor.told(real.map(OsStr::new), &place).arguments;
        [editor.program().to_owned()].into_iter().chain(arguments).map(|word| word.into_string().expect("UTF-8")).collect()
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
            ("'/opt/my editor/red' --fast", None, "/opt/my editor/red|--fast|my desk/x.yaml"),
            ("gvim", Some("vim.gtk3"), "gvim|-f|+call cursor(41,11)|my desk/x.yaml"),
            ("vim -g", Some("vim.basic"), "vim|-g|-f|+call cursor(41,11)|my desk/x.yaml"),
            ("editor", Some("vim.gtk3"), "editor|+call cursor(41,11)|my desk/x.yaml"),
            ("/usr/local/bin/mvim --noplugin", None, "/usr/local/bin/mvim|--noplugin|-f|+call cursor(41,11)|my desk/x.yaml"),
            ("nvim-qt", None, "nvim-qt|--nofork|my desk/x.yaml"),
            ("env FOO=1 gvim", None, "env|FOO=1|gvim|-f|+call cursor(41,11)|my desk/x.yaml"),
            ("nice -n 5 env A=b kate -n", None, "nice|-n|5|env|A=b|kate|-n|--block|--line|41|--column|7|my desk/x.yaml"),
            (
                "flatpak run --branch=stable org.vim.Vim",
                None,
                "flatpak|run|--branch=stable|org.vim.Vim|-f|+call cursor(41,11)|my desk/x.yaml",
            ),
            (
                "flatpak run com.jetbrains.PyCharm-Community",
                None,
                "flatpak|run|com.jetbrains.PyCharm-Community|--wait|--line|41|--column|7|my desk/x.yaml",
            ),
            ("emacsclient -n -c", None, "emacsclient|-c|+41:9|my desk/x.yaml"),
            ("emacsclient -nc", None, "emacsclient|-c|+41:9|my desk/x.yaml"),
            ("emacsclient -cqn -a nano", None, "emacsclient|-cq|-a|nano|+41:9|my desk/x.yaml"),
            ("emacsclient -nw -no-wait", None, "emacsclient|-nw|+41:9|my desk/x.yaml"),
            ("emacsclient -nsnan", None, "emacsclient|-snan|+41:9|my desk/x.yaml"),
            ("emacsclient -create-frame -n", None, "emacsclient|-create-frame|+41:9|my desk/x.yaml"),
            ("env -n=1 emacsclient --no-wait -tn", None, "env|-n=1|emacsclient|-t|+41:9|my desk/x.yaml"),
            ("mate -ar", None, "mate|-r|--wait|--line|41:7|my desk/x.yaml"),
            ("code-insiders", None, "code-insiders|-w|-g|my desk/x.yaml:41:7"),
            ("cursor --new-window", None, "cursor|--new-window|-w|-g|my desk/x.yaml:41:7"),
            ("windsurf", None, "windsurf|-w|-g|my desk/x.yaml:41:7"),
            ("zed", None, "zed|--wait|my desk/x.yaml:41:7"),
            ("gedit", None, "gedit|--wait|+41:7|my desk/x.yaml"),
            ("xed", None, "xed|--wait|+41|my desk/x.yaml"),
            ("kate", None, "kate|--block|--line|41|--column|7|my desk/x.yaml"),
            ("kwrite", None, "kwrite|--line|41|--column|7|my desk/x.yaml"),
            ("gnome-text-editor", None, "gnome-text-editor|--standalone|my desk/x.yaml"),
            ("flatpak run org.gnome.TextEditor", None, "flatpak|run|org.gnome.TextEditor|--standalone|my desk/x.yaml"),
            ("fpad", None, "fpad|--standalone|+41|my desk/x.yaml"),
            ("wine/notepad++.exe", None, "wine/notepad++.exe|-multiInst|-nosession|-n41|-c7|my desk/x.yaml"),
            ("subl -n", None, "subl|-n|--wait|my desk/x.yaml:41:7"),
            ("zeditor", None, "zeditor|--wait|my desk/x.yaml:41:7"),
            ("atom", None, "atom|--wait|my desk/x.yaml:41:7"),
            ("flatpak run dev.pulsar_edit.Pulsar", None, "flatpak|run|dev.pulsar_edit.Pulsar|--wait|my desk/x.yaml:41:7"),
            ("neovide --fork", None, "neovide|--no-fork|my desk/x.yaml"),
            ("mousepad", None, "mousepad|--disable-server|--line|41|--column|7|my desk/x.yaml"),
            ("bbedit", None, "bbedit|--wait|+41|my desk/x.yaml"),
            ("mate", None, "mate|--wait|--line|41:7|my desk/x.yaml"),
            ("mate --no-wait -r", None, "mate|-r|--wait|--line|41:7|my desk/x.yaml"),
            ("lapce", None, "lapce|--new|--wait|my desk/x.yaml:41:7"),
            ("flatpak run dev.lapce.lapce", None, "flatpak|run|dev.lapce.lapce|--new|--wait|my desk/x.yaml:41:7"),
            ("vimr", None, "vimr|--wait|--line|41|my desk/x.yaml"),
            ("/opt/idea/bin/idea.sh", None, "/opt/idea/bin/idea.sh|--wait|--line|41|--column|7|my desk/x.yaml"),
        ] {
            assert_eq!(command(words, real).join("|"), expected, "{words}");
        }
    }

    #[test]
    fn a_file_is_never_taken_for_an_option() {
        let place = FilePlace { file: "-R/x.yaml".into(), line: 1, before: String::new() };
        let editor = Editor::parse(OsStr::new("ed")).expect("an editor");
        assert_eq!(editor.told(None, &place).arguments, ["./-R/x.yaml"]);
    }

    #[test]
    fn of_an_editor_that_nobody_knows_it_is_not_sure_that_it_is_done_when_it_ends() {
        let place = FilePlace { file: "x".into(), line: 1, before: String::new() };
        for (words, waits) in [
            ("vim", true),
            ("gvim", true),
            ("env A=1 code", true),
            ("emacsclient -n", true),
            ("my-editor", false),
            ("xdg-open", false),
            ("sh -c 'gvim \"$@\"' --", false),
            ("gvim --remote-silent", false),
            ("gvim --remote-wait", true),
            ("nvim --server /run/nvim --remote", false),
        ] {
            assert_eq!(Editor::parse(OsStr::new(words)).expect("an editor").told(None, &place).waits, waits, "{words}");
        }
    }

    #[test]
    fn what_names_no_editor_is_said() {
        assert_eq!(Editor::parse(OsStr::new("vim 'x")), Err("`vim 'x` has a quote that does not end.".to_owned()));
        assert!(Editor::parse(OsStr::new("  ")).is_err());
    }

    #[test]
    fn no_shell_runs_what_an_editor_is_called_with() {
        assert_eq!(command("red $(touch x) ; reboot", None)[..5], ["red", "$(touch", "x)", ";", "reboot"]);
    }
}
