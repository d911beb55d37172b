/// A number for the letters of a word, the same when the tables are prepared and when a word is looked up (FNV-1a).
#[must_use]
pub const fn hash(word: &[u8]) -> usize {
    let (mut hash, mut at) = (0x811c_9dc5_u32, 0);
    while at < word.len() {
        hash = (hash ^ word[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    (hash ^ hash >> 15) as usize
}
