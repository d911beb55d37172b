//! What is made for shells and for `man`, from the definitions that the program itself uses.

use crate::support::{program, project};
use bluf::keys::keymap::Keymap;
use bluf::settings::SETTINGS;
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
        let entry = format!(".TP\n\\fB{}\\fR\n{} ({})\n", row.keys, row.help, row.scope).replace('\\', "");
        assert!(page.replace("\\*(Aq", "'").replace('\\', "").contains(&entry), "{entry}");
    }
}

/// As bash asks for them: the words of the line, and which of them is being typed.
#[test]
fn e13_bash_completes_commands_flags_and_themes() {
    let script = printed(&["completions", "bash"]);
    for (words, expected) in
        [("bluf ch", "check"), ("bluf --restr", "--restricted"), ("bluf --theme tri", "tritanopia"), ("bluf check --format sa", "sarif")]
    {
        let asks = format!(
            "{script}\nCOMP_WORDS=({words})\nCOMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))\n_bluf bluf \"${{COMP_WORDS[-1]}}\" \"${{COMP_WORDS[-2]}}\"\necho \"${{COMPREPLY[@]}}\""
        );
        let output = std::process::Command::new("bash").args(["--norc", "-c", &asks]).output().expect("bash runs");
        assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), expected, "{words}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

/// Packages carry it, so it speaks of what they hold.
#[test]
fn e13_the_changelog_begins_with_the_version_of_the_program() {
    let changes = std::fs::read_to_string(project("CHANGELOG.md")).expect("the changelog");
    let newest = changes.lines().find_map(|line| line.strip_prefix("## ")).expect("a version");
    assert!(newest.starts_with(&format!("{}, ", env!("CARGO_PKG_VERSION"))), "{newest}");
}
