//! The sample of the configuration file, made from the tables.

use crate::keys::action::ACTIONS;
use crate::settings::file::KEYS;
use crate::settings::{Kind, SETTINGS};

/// A configuration file that changes nothing: every setting and every action with what holds anyway.
#[must_use]
pub fn sample() -> String {
    let mut out = "# The configuration of bluf: ~/.config/bluf/config.yaml, or the file that --config or BLUF_CONFIG names.\n\
        # Each line says what holds anyway; take the sign from its front to change it. The command line wins over\n\
        # the environment, the environment over this file.\n"
        .to_owned();
    for row in &SETTINGS {
        let flag = row.flag.map_or_else(String::new, |flag| format!("--{flag}, "));
        let values = if row.kind == Kind::Switch { "on or off; " } else { "" };
        out.push_str(
            &format!("\n# {} ({values}{flag}{})\n# {}: {}\n", row.help, row.variable, row.name, row.default).replace(": \n", ":\n"),
        );
    }
    out.push_str("\n# The keys of actions. An action that stands here has these keys and no others; [] takes them away.\n");
    out.push_str(&format!("# {KEYS}:\n"));
    for row in &ACTIONS {
        let keys: Vec<String> = row.keys.iter().map(|key| quoted(key)).collect();
        out.push_str(&format!("#   {}: [{}]  # {}\n", row.name, keys.join(", "), row.help));
    }
    out
}

/// As YAML takes it for text: readers of YAML 1.1 take a bare `y` or `n` for yes or no.
fn quoted(key: &str) -> String {
    let plain = key.starts_with(|first: char| first.is_ascii_alphabetic())
        && key.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-')
        && !["y", "n", "Y", "N"].contains(&key);
    if plain { key.to_owned() } else { format!("'{}'", key.replace('\'', "''")) }
}
