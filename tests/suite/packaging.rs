//! What is made for shells and for `man`, from the definitions that the program itself uses.

use crate::support::program;
use bluf::settings::SETTINGS;
use bluf::tui::keymap::Keymap;
use bluf::tui::theme::THEMES;

fn printed(arguments: &[&str]) -> String {
    let output = program().args(arguments).output().expect("runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The commands that `--help` lists.
fn commands() -> Vec<String> {
    let help = printed(&["--help"]);
    let list = help.split("Commands:\n").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("commands");
    list.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn e13_completions_know_every_command_and_flag() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = printed(&["completions", shell]);
        for command in commands() {
            assert!(script.contains(&command), "{shell}: {command}");
        }
        for row in SETTINGS.iter().filter_map(|row| row.flag) {
            assert!(script.contains(row), "{shell}: {row}");
        }
        // PowerShell's completes no values.
        for row in THEMES.iter().filter(|_| shell != "powershell") {
            assert!(script.contains(row.name), "{shell}: {}", row.name);
        }
    }
}

#[test]
fn e13_the_manual_page_names_every_command_key_and_setting() {
    // roff writes a hyphen with a backslash before it.
    let page = printed(&["man"]).replace("\\-", "-");
    assert!(page.contains(".TH BLUF 1 \"\" \"bluf "));
    for words in commands().iter().map(String::as_str).chain(SETTINGS.iter().map(|row| row.variable)) {
        assert!(page.contains(words), "{words}");
    }
    for row in Keymap::default().rows() {
        assert!(page.contains(row.help), "{}", row.help);
    }
}
