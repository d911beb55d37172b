//! Web addresses: opened by the browser that the environment names, or copied where there is none to open them.

use crate::tui::model::Message;
use std::env;
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};
use std::thread;

/// What becomes of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Way {
    /// The first of these programs that starts opens it: names and their arguments.
    Programs(Vec<Vec<String>>),
    /// It is copied, because no browser could be seen.
    Copied(&'static str),
}

/// The way of an address in an environment.
fn way(address: &str, variable: impl Fn(&str) -> Option<String>) -> Way {
    let set = |name: &str| variable(name).filter(|value| !value.trim().is_empty());
    if set("SSH_CONNECTION").is_some() || set("SSH_TTY").is_some() {
        return Way::Copied("Over ssh no browser opens");
    }
    let fill = |words: Vec<String>| {
        let named = words.iter().any(|word| word.contains("%s"));
        let mut words: Vec<String> = words.into_iter().map(|word| word.replace("%s", address)).collect();
        if !named {
            words.push(address.to_owned());
        }
        words
    };
    let named = set("BROWSER").unwrap_or_default();
    let named = named.split(':').filter_map(|words| shlex::split(words).filter(|words| !words.is_empty())).map(fill);
    let usual = ["xdg-open", "open"].map(|program| vec![program.to_owned(), address.to_owned()]);
    Way::Programs(named.chain(usual).collect())
}

/// Opens an address; what the program is to hear of it.
pub fn open(address: &str) -> Message {
    let unopened = |why: &str| Message::Unopened { address: address.to_owned(), why: why.to_owned() };
    match way(address, |name| env::var(name).ok()) {
        Way::Copied(why) => unopened(why),
        Way::Programs(programs) => match programs.iter().find(|words| start(words)) {
            Some(words) => Message::Notice(format!("Opened by {}: {address}", words[0])),
            None => unopened("No browser was found; $BROWSER names one"),
        },
    }
}

/// Starts a program that has a window of its own; whether it is there.
fn start(words: &[String]) -> bool {
    let [program, arguments @ ..] = words else { return false };
    let mut command = Command::new(program);
    // The terminal, and the keys that interrupt on it, stay ours.
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
    let Ok(mut child) = command.spawn() else { return false };
    // It sleeps until the browser ends, which would be a zombie without it.
    thread::spawn(move || drop(child.wait()));
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ways(variables: &[(&str, &str)]) -> Way {
        way("https://a.example", |name| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn e8_the_environment_names_the_browser_and_over_ssh_none_opens() {
        let words = |way: Way| match way {
            Way::Programs(programs) => programs.iter().map(|words| words.join(" ")).collect::<Vec<_>>(),
            Way::Copied(why) => vec![why.to_owned()],
        };
        assert_eq!(words(ways(&[])), ["xdg-open https://a.example", "open https://a.example"]);
        let named = words(ways(&[("BROWSER", "firefox --new-tab %s:'my browser'")]));
        assert_eq!(named[..2], ["firefox --new-tab https://a.example", "my browser https://a.example"]);
        for variable in ["SSH_CONNECTION", "SSH_TTY"] {
            assert_eq!(words(ways(&[(variable, "x"), ("BROWSER", "firefox")])), ["Over ssh no browser opens"]);
        }
    }
}
