//! An editor as a script: what it says to the server over its pipes, and what it hears.

use crate::support::{program, until};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

pub struct Client {
    child: Child,
    input: Option<ChildStdin>,
    heard: Receiver<Value>,
    /// What was published, in its order.
    pub published: Vec<Value>,
    pub logged: Vec<Value>,
    asked: usize,
    pub capabilities: Value,
}

/// The usual editor: units of UTF-16, Markdown, versions.
pub fn usual() -> Value {
    json!({
        "workspace": {"workspaceEdit": {"documentChanges": true}},
        "textDocument": {
            "hover": {"contentFormat": ["markdown", "plaintext"]},
            "publishDiagnostics": {"relatedInformation": true, "versionSupport": true},
        },
    })
}

pub fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}

impl Client {
    /// A server that nobody has said a word to.
    pub fn silent(arguments: &[&str]) -> Self {
        let mut command = program();
        let mut child = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it runs");
        let (input, output) = (child.stdin.take(), child.stdout.take().expect("a pipe"));
        let (sender, heard) = channel();
        thread::spawn(move || {
            let mut output = BufReader::new(output);
            while let Some(message) = read(&mut output) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        Self { child, input, heard, published: Vec::new(), logged: Vec::new(), asked: 0, capabilities: Value::Null }
    }

    pub fn with(arguments: &[&str], capabilities: &Value) -> Self {
        let mut client = Self::silent(arguments);
        let answer = client.ask("initialize", &json!({"processId": null, "rootUri": null, "capabilities": capabilities}));
        client.capabilities = answer.expect("it begins")["capabilities"].clone();
        client.tell("initialized", &json!({}));
        client
    }

    pub fn new() -> Self {
        Self::with(&["lsp"], &usual())
    }

    pub fn raw(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().expect("open");
        input.write_all(bytes).and_then(|()| input.flush()).expect("it listens");
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }

    pub fn tell(&mut self, method: &str, params: &Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// The answer, or the error.
    pub fn ask(&mut self, method: &str, params: &Value) -> Result<Value, Value> {
        self.asked += 1;
        let id = self.asked;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        loop {
            let message = self.hear();
            if message["id"] == id && message.get("method").is_none() {
                return message.get("error").map_or_else(|| Ok(message["result"].clone()), |error| Err(error.clone()));
            }
        }
    }

    fn hear(&mut self) -> Value {
        let message = self.heard.recv_timeout(Duration::from_mins(1)).expect("it answers");
        match message["method"].as_str() {
            Some("textDocument/publishDiagnostics") => self.published.push(message["params"].clone()),
            Some("window/logMessage") => self.logged.push(message["params"].clone()),
            _ => {}
        }
        message
    }

    pub fn open(&mut self, path: &Path, text: &str) -> String {
        let uri = uri(path);
        self.tell("textDocument/didOpen", &json!({"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}}));
        uri
    }

    pub fn change(&mut self, uri: &str, version: i32, changes: &Value) {
        self.tell("textDocument/didChange", &json!({"textDocument": {"uri": uri, "version": version}, "contentChanges": changes}));
    }

    /// What is found in a version of a document.
    pub fn findings(&mut self, uri: &str, version: i32) -> Vec<Value> {
        loop {
            let is_it = |params: &&Value| params["uri"] == uri && params["version"] == version;
            if let Some(found) = self.published.iter().rev().find(is_it) {
                return found["diagnostics"].as_array().expect("a list").clone();
            }
            self.hear();
        }
    }

    pub fn at(&mut self, method: &str, uri: &str, (line, character): (usize, usize)) -> Value {
        let params = json!({
            "textDocument": {"uri": uri},
            "position": {"line": line, "character": character},
            "context": {"includeDeclaration": true, "triggerKind": 1},
        });
        self.ask(method, &params).expect("an answer")
    }

    /// Says nothing more, and waits for the end.
    pub fn end(&mut self) -> ExitStatus {
        drop(self.input.take());
        until(|| self.child.try_wait().expect("it can be asked")).expect("it ends")
    }

    pub fn quit(mut self) -> ExitStatus {
        assert_eq!(self.ask("shutdown", &Value::Null), Ok(Value::Null));
        self.tell("exit", &Value::Null);
        self.end()
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end().split_once(": ") {
            Some(("Content-Length", digits)) => length = digits.parse().expect("a length"),
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length];
    output.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}

/// Line and character, in units of UTF-16, of the place of words in a text, so many characters into them.
pub fn place(text: &str, words: &str, into: usize) -> (usize, usize) {
    let at = text.find(words).unwrap_or_else(|| panic!("no {words}")) + into;
    let before = &text[..at];
    let line = before.matches('\n').count();
    (line, before.rsplit('\n').next().unwrap_or_default().encode_utf16().count())
}

/// The text with the edits of a workspace edit for a document.
pub fn applied(text: &str, edit: &Value, uri: &str) -> String {
    let edits = match edit["documentChanges"].as_array() {
        Some(changes) => changes.iter().find(|change| change["textDocument"]["uri"] == uri).expect("the document")["edits"].clone(),
        None => edit["changes"][uri].clone(),
    };
    let mut edits: Vec<Value> = edits.as_array().expect("edits").clone();
    let key = |edit: &Value| (edit["range"]["start"]["line"].as_u64(), edit["range"]["start"]["character"].as_u64());
    edits.sort_by_key(key);
    let mut text = text.to_owned();
    for edit in edits.iter().rev() {
        let (start, end) = (byte(&text, &edit["range"]["start"]), byte(&text, &edit["range"]["end"]));
        text.replace_range(start..end, edit["newText"].as_str().expect("a text"));
    }
    text
}

/// The byte of a position in units of UTF-16.
pub fn byte(text: &str, position: &Value) -> usize {
    let number = |name: &str| usize::try_from(position[name].as_u64().expect("a number")).expect("small");
    let start = text.split_inclusive('\n').take(number("line")).map(str::len).sum::<usize>();
    let mut units = 0;
    let line = text[start..].split('\n').next().unwrap_or_default();
    for (at, c) in line.char_indices() {
        if units >= number("character") {
            return start + at;
        }
        units += c.len_utf16();
    }
    start + line.len()
}

pub fn folder(path: &Path) -> PathBuf {
    std::fs::canonicalize(path).expect("it is there")
}
