//! Which file uses which, as its `use` lines and its paths say.

use super::files::File;
use std::collections::{BTreeMap, BTreeSet};

/// A path of Rust, word by word: `crate`, `tui`, `key`.
type Words = Vec<String>;

/// A module: a file, what it says of itself, and what it takes from others.
struct Module {
    file: String,
    /// The items that it defines at its top.
    defines: BTreeSet<String>,
    uses: Vec<Use>,
    /// The paths outside its `use` lines.
    paths: Vec<Words>,
}

/// One name of a `use` line.
struct Use {
    path: Words,
    /// The name that it has here; `*` for all that there are.
    name: String,
}

/// The modules of the library, by their paths; the root's is empty.
pub struct Modules(BTreeMap<Words, Module>);

/// What a path leads to: an item in a module, or a module itself.
enum Target {
    Item(Words),
    Module(Words),
}

/// For each file those that it uses.
pub type Graph = BTreeMap<String, BTreeSet<String>>;

impl Modules {
    /// Reads the files of the library. What is built for tests or by the build script alone is none of it.
    pub fn read(files: &[File]) -> Self {
        let tests: BTreeSet<Words> = files
            .iter()
            .flat_map(|file| file.for_tests().into_iter().map(|name| path_of(&file.name).into_iter().chain([name]).collect()))
            .collect();
        let parts = files.iter().filter(|file| file.name != "src/main.rs");
        let modules = parts.map(|file| (path_of(&file.name), Module::read(file))).filter(|(path, _)| !tests.contains(path));
        Self(modules.collect())
    }

    /// Which file uses which.
    pub fn graph(&self) -> Graph {
        let edges = self.0.iter().map(|(path, module)| {
            let mut used: BTreeSet<&Words> = BTreeSet::new();
            let mut imported = BTreeMap::new();
            let targets = self.uses_and_paths(path, module);
            let targets: Vec<(Option<&str>, &str, Target)> = targets.collect();
            for (name, _, target) in &targets {
                match (name, target) {
                    // A module that is imported is used where something in it is named.
                    (Some(name), Target::Module(module)) => drop(imported.insert(*name, module)),
                    (_, Target::Item(module) | Target::Module(module)) => drop(used.insert(module)),
                }
            }
            let named: BTreeSet<&str> = targets.iter().filter(|(name, ..)| name.is_none()).map(|(_, first, _)| *first).collect();
            used.extend(imported.into_iter().filter(|(name, _)| !named.contains(name)).map(|(_, module)| module));
            let used = used.into_iter().filter(|other| *other != path).map(|other| self.0[other].file.clone());
            (module.file.clone(), used.collect())
        });
        edges.collect()
    }

    /// Where the `use` lines of a module lead, with the name that each gives, and its other paths, with their first word.
    fn uses_and_paths<'a>(&'a self, path: &'a Words, module: &'a Module) -> impl Iterator<Item = (Option<&'a str>, &'a str, Target)> {
        let uses = module.uses.iter().map(|each| (Some(each.name.as_str()), "", &each.path));
        let paths = module.paths.iter().map(|each| (None, each[0].as_str(), each));
        uses.chain(paths).filter_map(|(name, first, words)| Some((name, first, self.follow(path, words, 0)?)))
    }

    /// Where a path leads that stands in a module; none where it leads out of the library.
    fn follow(&self, from: &Words, words: &[String], depth: usize) -> Option<Target> {
        let first = words.first()?.as_str();
        let mut here = from.clone();
        if !matches!(first, "crate" | "self" | "super") && !self.has_child(from, first) {
            let alias = self.0[from].uses.iter().find(|each| each.name == first && each.path.first() != words.first())?;
            let path: Words = alias.path.iter().chain(&words[1..]).cloned().collect();
            return if depth < 8 { self.follow(from, &path, depth + 1) } else { None };
        }
        for word in words {
            match word.as_str() {
                "crate" => here.clear(),
                "self" => {}
                "super" => drop(here.pop()),
                "*" => return Some(Target::Module(here)),
                _ if self.has_child(&here, word) => here.push(word.clone()),
                _ => return Some(Target::Item(self.home_of(&here, word, depth))),
            }
        }
        Some(Target::Module(here))
    }

    /// The module that defines what another one has under a name: its own, or one that it takes it from.
    fn home_of(&self, here: &Words, name: &str, depth: usize) -> Words {
        let module = &self.0[here];
        if module.defines.contains(name) || depth > 8 {
            return here.clone();
        }
        let taken =
            module.uses.iter().filter(|each| each.name == name).find_map(|each| match self.follow(here, &each.path, depth + 1)? {
                Target::Item(home) | Target::Module(home) => Some(home),
            });
        let among_all = || {
            module.uses.iter().filter(|each| each.name == "*").find_map(|each| match self.follow(here, &each.path, depth + 1)? {
                Target::Module(other) => Some(self.home_of(&other, name, depth + 1)).filter(|home| self.0[home].defines.contains(name)),
                Target::Item(_) => None,
            })
        };
        taken.or_else(among_all).unwrap_or_else(|| here.clone())
    }

    fn has_child(&self, here: &Words, name: &str) -> bool {
        let mut child = here.clone();
        child.push(name.to_owned());
        self.0.contains_key(&child)
    }
}

/// The first words of all that a file names: crates, modules, `crate` and `super`.
pub fn first_words(file: &File) -> BTreeSet<String> {
    let module = Module::read(file);
    module.uses.into_iter().map(|each| each.path).chain(module.paths).filter_map(|path| path.into_iter().next()).collect()
}

/// The path of the module that a file holds.
pub fn path_of(file: &str) -> Words {
    let inside = file.trim_start_matches("src/").trim_end_matches(".rs");
    inside.split('/').filter(|word| *word != "lib").map(str::to_owned).collect()
}

impl Module {
    fn read(file: &File) -> Self {
        let tokens = tokens(&file.code);
        let mut module = Self { file: file.name.clone(), defines: BTreeSet::new(), uses: Vec::new(), paths: Vec::new() };
        let (mut at, mut depth) = (0, 0_usize);
        while let Some(token) = tokens.get(at) {
            match *token {
                "{" => depth += 1,
                "}" => depth = depth.saturating_sub(1),
                // Not the `use<'a>` of a bound.
                "use" if tokens.get(at + 1) != Some(&"<") => {
                    at += 1;
                    at += read_use(&tokens[at..], &Vec::new(), &mut module.uses);
                }
                "fn" | "struct" | "enum" | "union" | "trait" | "type" | "const" | "static" if depth == 0 => {
                    module.defines.extend(tokens.get(at + 1).map(|name| (*name).to_owned()));
                }
                "macro_rules" => module.defines.extend(tokens.get(at + 2).map(|name| (*name).to_owned())),
                word if is_word(word) && tokens.get(at + 1) == Some(&"::") => {
                    let mut path = vec![word.to_owned()];
                    while tokens.get(at + 1) == Some(&"::") && tokens.get(at + 2).is_some_and(|word| is_word(word)) {
                        path.push(tokens[at + 2].to_owned());
                        at += 2;
                    }
                    module.paths.push(path);
                }
                _ => {}
            }
            at += 1;
        }
        module
    }
}

/// Reads what a `use` line takes, group by group; how many tokens it has.
fn read_use(tokens: &[&str], before: &Words, uses: &mut Vec<Use>) -> usize {
    let mut path = before.clone();
    let mut at = 0;
    loop {
        match tokens.get(at).copied() {
            Some("::") => at += 1,
            Some("{") => {
                at += 1;
                while tokens.get(at) != Some(&"}") {
                    at += read_use(&tokens[at..], &path, uses);
                    at += usize::from(tokens.get(at) == Some(&","));
                }
                return at + 1;
            }
            Some("as") => {
                uses.push(Use { path, name: tokens[at + 1].to_owned() });
                return at + 2;
            }
            Some(word) if is_word(word) || word == "*" => {
                path.push(word.to_owned());
                at += 1;
            }
            _ => {
                if path.last().is_some_and(|last| last == "self") && path.len() > 1 {
                    path.pop();
                }
                uses.extend(path.last().cloned().map(|name| Use { path, name }));
                return at;
            }
        }
    }
}

fn is_word(token: &str) -> bool {
    token.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

/// Words, `::`, and every other sign by itself.
fn tokens(code: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = code.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            _ if first.is_alphanumeric() || first == '_' => {
                rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(rest.len())
            }
            ':' if rest.starts_with("::") => 2,
            _ => first.len_utf8(),
        };
        tokens.push(&rest[..length]);
        rest = rest[length..].trim_start();
    }
    tokens
}

#[test]
fn what_a_file_uses_is_read_from_its_use_lines_and_its_paths() {
    let file = |(name, text): (&str, &str)| File::new(format!("src/{name}.rs"), text.to_owned());
    let files = [
        ("lib", "pub mod a;\npub mod b;"),
        ("a", "mod one;\nmod two;\n#[cfg(test)]\nmod three;\npub use one::{First, Other as Second};\npub struct Own;"),
        ("a/one", "pub struct First;\npub struct Other;\n// crate::b::Thing\nconst WORDS: &str = r#\"use crate::b::Thing;\"#;"),
        (
            "a/two",
            "use super::{\n    Own,\n    one::{self, First},\n};\nfn f(_: one::Other, c: char) -> bool { c == '\"' && self::g() }\nfn g() {}",
        ),
        ("a/three", "use crate::b::Thing;"),
        (
            "b",
            "use crate::a::{self, Second};\npub struct Thing<'a>(&'a Second);\n#[cfg(test)]\nmod tests {\n    use crate::b::x::X;\n}\nmod x;",
        ),
        ("b/x", "fn f() -> super::super::a::Own { crate::a::Own }\nfn g<'a>() -> impl Sized + use<'a> { serde::b() }"),
    ];
    let graph = Modules::read(&files.map(file)).graph();
    let uses = |name: &str| graph[&format!("src/{name}.rs")].iter().map(String::as_str).collect::<Vec<_>>();
    assert!(!graph.contains_key("src/a/three.rs"), "it is for tests");
    assert_eq!(uses("lib"), [""; 0], "to declare is not to use");
    assert_eq!(uses("a"), ["src/a/one.rs"]);
    assert_eq!(uses("a/one"), [""; 0], "words are no paths");
    assert_eq!(uses("a/two"), ["src/a.rs", "src/a/one.rs"]);
    assert_eq!(uses("b"), ["src/a.rs", "src/a/one.rs"], "what is passed on is of where it is defined");
    assert_eq!(uses("b/x"), ["src/a.rs"]);
}
