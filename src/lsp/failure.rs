//! Why a request has no answer.

use lsp_server::ErrorCode;

pub struct Failure {
    pub code: ErrorCode,
    pub why: String,
}

impl Failure {
    pub fn new(why: impl Into<String>) -> Self {
        Self { code: ErrorCode::RequestFailed, why: why.into() }
    }
}
