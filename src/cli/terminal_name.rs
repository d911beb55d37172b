//! What is known of a terminal by the name that `TERM` gives it.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// What shows lines of text and nothing else: consoles in editors, lines to other machines, printers. From terminfo's own
/// entries without a cursor that moves.
const DUMB: [&str; 16] = [
    "dumb",
    "emacs",
    "network",
    "dialup",
    "su",
    "lpr",
    "lp",
    "printer",
    "unknown",
    "switch",
    "ethernet",
    "plugboard",
    "arpanet",
    "patch",
    "teletype",
    "hardcopy",
];
/// Families of terminals that draw, by how their names begin: over ssh the machine need not know them.
#[rustfmt::skip]
const FAMILIES: [&str; 44] = [
    "xterm", "screen", "tmux", "rxvt", "vt", "linux", "konsole", "kitty", "alacritty", "foot", "wezterm", "ghostty", "contour", "iterm", "st-", "mlterm",
    "eterm", "putty", "cygwin", "ansi", "rio", "mintty", "gnome", "vte", "nsterm", "teraterm", "hurd", "bvterm", "ms-", "zellij", "dvtm", "yaft", "fbterm",
    "jfbterm", "kmscon", "kterm", "aterm", "mrxvt", "terminology", "terminator", "con", "sun", "pcansi", "wy",
];
/// Where compiled descriptions lie, beside what the environment says.
const FOLDERS: [&str; 8] = [
    "/etc/terminfo",
    "/lib/terminfo",
    "/usr/share/terminfo",
    "/usr/lib/terminfo",
    "/usr/share/lib/terminfo",
    "/usr/local/share/terminfo",
    "/run/current-system/sw/share/terminfo",
    "/data/data/com.termux/files/usr/share/terminfo",
];
/// A folder without the commonest of all describes nothing.
const COMMONEST: &str = "xterm";

/// It is known to show text alone, however its name is written.
#[must_use]
pub fn is_dumb(name: &OsStr) -> bool {
    let name = name.to_string_lossy().to_ascii_lowercase();
    DUMB.contains(&name.as_str()) || name.starts_with("dumb-") || name.starts_with("dumb+")
}

/// Pages can be drawn on it: it is of a family that is known, or described on this machine, or nothing here describes any.
#[must_use]
pub fn draws(name: &OsStr) -> bool {
    let small = name.to_string_lossy().to_ascii_lowercase();
    let is_known = || small == "st" || FAMILIES.iter().any(|family| small.starts_with(family));
    !is_dumb(name) && (is_known() || is_described(&folders(), name))
}

fn is_described(folders: &[PathBuf], name: &OsStr) -> bool {
    let has = |name: &str| folders.iter().any(|folder| has(folder, name));
    name.to_str().is_some_and(has) || !has(COMMONEST)
}

/// Below the first letter of the name, or below its code on systems that do not tell capitals from small letters.
fn has(folder: &Path, name: &str) -> bool {
    let Some(first) = name.bytes().next().filter(|_| !name.contains(['/', '\0']) && name != "." && name != "..") else { return false };
    let below = [char::from(first).to_string(), format!("{first:x}")];
    below.iter().any(|below| folder.join(below).join(name).is_file())
}

fn folders() -> Vec<PathBuf> {
    let of = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
    let own = of("TERMINFO").map(PathBuf::from);
    let home = of("HOME").map(|home| Path::new(&home).join(".terminfo"));
    let listed: Vec<PathBuf> = of("TERMINFO_DIRS").iter().flat_map(env::split_paths).collect();
    own.into_iter().chain(home).chain(listed).chain(FOLDERS.map(PathBuf::from)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e14_names_of_what_shows_only_text_are_known_in_any_case() {
        for name in ["dumb", "DUMB", "Emacs", "network", "dialup", "su", "lpr", "dumb-emacs-ansi", "dumb-color"] {
            assert!(is_dumb(OsStr::new(name)) && !draws(OsStr::new(name)), "{name}");
        }
        for name in
            ["xterm-256color", "xterm-ghostty", "screen.xterm-256color", "tmux-256color", "linux", "vt100", "st", "foot-extra", "XTERM"]
        {
            assert!(draws(OsStr::new(name)), "{name}");
        }
    }

    #[test]
    fn e14_a_name_is_unknown_only_where_others_are_known() {
        let none: Vec<PathBuf> = vec![PathBuf::from("/nowhere")];
        assert!(is_described(&none, OsStr::new("nonsense-term")), "nobody here knows any terminal");
    }
}
