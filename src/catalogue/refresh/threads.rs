//! Refreshing beside a program that is used meanwhile.

use rayon::ThreadPoolBuilder;

/// Does the work on threads of its own, which are as urgent as the one that calls.
pub fn apart<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    match ThreadPoolBuilder::new().build() {
        Ok(threads) => threads.install(work),
        Err(_) => work(),
    }
}
