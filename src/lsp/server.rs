//! The loop: one message after the other, and what was found once none is waiting, so that nobody is told of a text that is
//! another already.

use super::capabilities::{Taken, offered};
use super::documents::{Document, Documents, Host, path_of};
use super::failure::Failure;
use super::positions::Units;
use super::view::View;
use super::{complete, diagnostics, hover, quick_fixes, references, symbols};
use crate::text::neutral;
use ls_types::notification::{
    DidChangeTextDocument, DidChangeWatchedFiles, DidCloseTextDocument, DidOpenTextDocument, DidSaveTextDocument, LogMessage,
    Notification as Heard, PublishDiagnostics,
};
use ls_types::request::{
    CodeActionRequest, Completion, DocumentSymbolRequest, FoldingRangeRequest, GotoDefinition, HoverRequest, Initialize,
    PrepareRenameRequest, References, RegisterCapability, Rename, Request as Asked, Shutdown,
};
use ls_types::{
    DidChangeWatchedFilesRegistrationOptions, FileSystemWatcher, GlobPattern, InitializeParams, InitializeResult, LogMessageParams,
    MessageType, PublishDiagnosticsParams, Registration, RegistrationParams, ServerInfo, Uri,
};
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, to_value};
use std::io;

type Answer = Result<Value, Failure>;

#[derive(PartialEq, Eq)]
enum Life {
    Begun,
    Open,
    ShutDown,
}

struct Server<'h> {
    connection: Connection,
    host: Host<'h>,
    documents: Documents,
    taken: Taken,
    life: Life,
}

/// Serves an editor until it says that this is the end; whether it said so before it left.
///
/// # Errors
///
/// What the editor says cannot be read.
pub fn serve(host: Host<'_>) -> io::Result<bool> {
    let (connection, threads) = Connection::stdio();
    let taken = Taken::of(&ls_types::ClientCapabilities::default());
    let mut server = Server { connection, host, documents: Documents::default(), taken, life: Life::Begun };
    server.run();
    let is_in_order = server.life == Life::ShutDown;
    // What writes ends once nobody can hand it anything.
    drop(server);
    threads.join()?;
    Ok(is_in_order)
}

impl Server<'_> {
    fn run(&mut self) {
        loop {
            let message = if let Ok(message) = self.connection.receiver.try_recv() {
                message
            } else {
                self.tell();
                let Ok(message) = self.connection.receiver.recv() else { return };
                message
            };
            match message {
                Message::Request(request) => {
                    let Request { id, method, params } = request;
                    let response = match self.answer(&method, params) {
                        Ok(value) => Response::new_ok(id, value),
                        Err(Failure { code, why }) => Response::new_err(id, code as i32, neutral(&why).into_owned()),
                    };
                    self.send(response);
                }
                Message::Notification(heard) if heard.method == ls_types::notification::Exit::METHOD => return,
                Message::Notification(heard) => self.hear(heard),
                Message::Response(_) => {}
            }
        }
    }

    /// Who does not listen any more is no failure: the loop hears of it.
    fn send(&self, message: impl Into<Message>) {
        let _ = self.connection.sender.send(message.into());
    }

    fn say<N: Heard>(&self, params: N::Params)
    where
        N::Params: Serialize,
    {
        self.send(Notification::new(N::METHOD.to_owned(), params));
    }

    fn tell(&mut self) {
        while let Some(uri) = self.documents.news() {
            let Some(document) = self.documents.get(&uri) else { continue };
            let view = View::of(&self.documents, document, &self.host, self.taken);
            self.say::<PublishDiagnostics>(diagnostics::published(&view));
        }
    }

    fn answer(&mut self, method: &str, params: Value) -> Answer {
        match (&self.life, method) {
            (Life::Begun, Initialize::METHOD) => return self.begin(params),
            (Life::Begun, _) => {
                return Err(Failure { code: ErrorCode::ServerNotInitialized, why: "expected `initialize` first".to_owned() });
            }
            (Life::Open, Shutdown::METHOD) => {
                self.life = Life::ShutDown;
                return Ok(Value::Null);
            }
            (Life::Open, method) if method != Initialize::METHOD => {}
            _ => return Err(Failure { code: ErrorCode::InvalidRequest, why: format!("`{method}` is not expected now") }),
        }
        let may_edit = self.host.may_edit;
        match method {
            Completion::METHOD => self.on::<Completion>(params, |at| &at.text_document_position.text_document.uri, complete::completed),
            HoverRequest::METHOD => self.on::<HoverRequest>(params, |at| &at.text_document_position_params.text_document.uri, hover::hover),
            GotoDefinition::METHOD => {
                self.on::<GotoDefinition>(params, |at| &at.text_document_position_params.text_document.uri, references::definition)
            }
            References::METHOD => self.on::<References>(params, |at| &at.text_document_position.text_document.uri, references::references),
            PrepareRenameRequest::METHOD if may_edit => {
                self.on::<PrepareRenameRequest>(params, |at| &at.text_document.uri, references::renamable)
            }
            Rename::METHOD if may_edit => {
                self.tried::<Rename>(params, |at| &at.text_document_position.text_document.uri, references::rename)
            }
            CodeActionRequest::METHOD if may_edit => self.on::<CodeActionRequest>(params, |at| &at.text_document.uri, quick_fixes::fixes),
            DocumentSymbolRequest::METHOD => {
                self.on::<DocumentSymbolRequest>(params, |at| &at.text_document.uri, |view, _| Some(symbols::symbols(view)))
            }
            FoldingRangeRequest::METHOD => {
                self.on::<FoldingRangeRequest>(params, |at| &at.text_document.uri, |view, _| Some(symbols::folds(view)))
            }
            _ => Err(Failure { code: ErrorCode::MethodNotFound, why: format!("`{method}` is not offered") }),
        }
    }

    fn on<A: Asked>(&self, params: Value, uri: impl Fn(&A::Params) -> &Uri, work: impl Fn(&View<'_>, &A::Params) -> A::Result) -> Answer
    where
        A::Params: DeserializeOwned,
        A::Result: Serialize,
    {
        self.tried::<A>(params, uri, |view, params| Ok(work(view, params)))
    }

    /// Answers what is asked about a briefing that is open. Of the text of a source nothing is known.
    fn tried<A: Asked>(
        &self,
        params: Value,
        uri: impl Fn(&A::Params) -> &Uri,
        work: impl Fn(&View<'_>, &A::Params) -> Result<A::Result, Failure>,
    ) -> Answer
    where
        A::Params: DeserializeOwned,
        A::Result: Serialize,
    {
        let params: A::Params = parsed(params)?;
        let uri = uri(&params);
        let Some(document) = self.documents.get(uri) else {
            return Err(Failure { code: ErrorCode::InvalidParams, why: format!("{} is not open here", uri.as_str()) });
        };
        if !document.is_briefing() {
            return Ok(Value::Null);
        }
        let answer = work(&View::of(&self.documents, document, &self.host, self.taken), &params)?;
        to_value(answer).map_err(|error| Failure::new(error.to_string()))
    }

    fn begin(&mut self, params: Value) -> Answer {
        let params: InitializeParams = parsed(params)?;
        self.taken = Taken::of(&params.capabilities);
        self.life = Life::Open;
        let server_info = Some(ServerInfo { name: "bluf".to_owned(), version: Some(env!("CARGO_PKG_VERSION").to_owned()) });
        let result = InitializeResult { capabilities: offered(self.taken, self.host.may_edit), server_info, ..InitializeResult::default() };
        to_value(result).map_err(|error| Failure::new(error.to_string()))
    }

    fn hear(&mut self, heard: Notification) {
        let Notification { method, params } = heard;
        if self.life != Life::Open {
            return;
        }
        let units = self.units();
        match method.as_str() {
            ls_types::notification::Initialized::METHOD => self.watch(),
            DidOpenTextDocument::METHOD => {
                let Some(params) = told::<DidOpenTextDocument>(params) else { return };
                let open = params.text_document;
                match (self.host.refuses)(&path_of(&open.uri)) {
                    Some(why) => {
                        self.say::<LogMessage>(LogMessageParams { typ: MessageType::WARNING, message: neutral(&why).into_owned() });
                    }
                    None => self.documents.open(&open.uri, open.version, open.text),
                }
            }
            DidChangeTextDocument::METHOD => {
                let Some(params) = told::<DidChangeTextDocument>(params) else { return };
                self.documents.change(&params.text_document.uri, params.text_document.version, params.content_changes, units);
            }
            DidSaveTextDocument::METHOD => {
                let Some(params) = told::<DidSaveTextDocument>(params) else { return };
                self.documents.saved(&params.text_document.uri);
            }
            DidCloseTextDocument::METHOD => {
                let Some(params) = told::<DidCloseTextDocument>(params) else { return };
                let closed = self.documents.close(&params.text_document.uri);
                // What is closed is nobody's to mend.
                if let Some(document) = closed.filter(Document::is_briefing) {
                    let nothing = PublishDiagnosticsParams { uri: document.uri, diagnostics: Vec::new(), version: None };
                    self.say::<PublishDiagnostics>(nothing);
                }
            }
            DidChangeWatchedFiles::METHOD => self.documents.stir(),
            _ => {}
        }
    }

    fn units(&self) -> Units {
        self.taken.units
    }

    /// Asks to hear of files that others save: sources, and the edition before.
    fn watch(&self) {
        if !self.taken.watches {
            return;
        }
        let watchers = vec![FileSystemWatcher { glob_pattern: GlobPattern::String("**/*.{yaml,yml,txt,md}".to_owned()), kind: None }];
        let options = to_value(DidChangeWatchedFilesRegistrationOptions { watchers }).ok();
        let method = DidChangeWatchedFiles::METHOD.to_owned();
        let registrations = vec![Registration { id: "files".to_owned(), method, register_options: options }];
        self.send(Request::new("files".to_owned().into(), RegisterCapability::METHOD.to_owned(), RegistrationParams { registrations }));
    }
}

fn parsed<P: DeserializeOwned>(params: Value) -> Result<P, Failure> {
    serde_json::from_value(params).map_err(|error| Failure { code: ErrorCode::InvalidParams, why: error.to_string() })
}

/// A notification that cannot be read has no answer that could say so.
fn told<N: Heard>(params: Value) -> Option<N::Params>
where
    N::Params: DeserializeOwned,
{
    serde_json::from_value(params).ok()
}
