//! Addresses as people hand them on: a place, and perhaps the hash of the claim that was there.

use super::at::{At, locate};
use super::place::{NoAddress, Place};
use super::world::World;
use std::fmt;
use std::str::FromStr;

/// How many digits of a claim's hash its address has.
const DIGITS: usize = 8;

/// A place, with the hash of its claim where whoever copied the address wants to know that the claim is still the same:
/// `port-strike#C1@1f2e3d4c`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The place.
    pub place: Place,
    /// The first digits of the hash of the claim's text and quotes.
    pub hash: Option<String>,
}

impl Address {
    /// The address of a place, with a hash where the place is a claim or a passage of one.
    #[must_use]
    pub fn of(at: &At<'_>) -> Self {
        Self { place: at.place(), hash: digest(at).map(|digest| digest[..DIGITS].to_owned()) }
    }

    /// What there is to say where the hash is not that of the claim today; none where the address has none or it is.
    #[must_use]
    pub fn stale(&self, world: &World) -> Option<String> {
        let written = self.hash.as_ref()?;
        let Some(today) = locate(world, &self.place).ok().as_ref().and_then(digest) else {
            return Some(format!("{} is no claim, and only a claim's address has a hash.", self.place));
        };
        // A longer hash than ours is compared as far as it goes.
        let words =
            || format!("{} has changed since this address was copied: it is @{} now, and was @{written}.", self.place, &today[..DIGITS]);
        (!today.starts_with(written.as_str())).then(words)
    }
}

impl From<Place> for Address {
    /// The address without a hash.
    fn from(place: Place) -> Self {
        Self { place, hash: None }
    }
}

/// The hash of the claim that a place is or is a passage of.
fn digest(at: &At<'_>) -> Option<String> {
    let (held, found) = at.inside()?;
    Some(held.resolved.claim_digest(found.claim()?).to_string())
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.place.fmt(f)?;
        self.hash.as_ref().map_or(Ok(()), |hash| write!(f, "@{hash}"))
    }
}

impl FromStr for Address {
    type Err = NoAddress;

    fn from_str(address: &str) -> Result<Self, NoAddress> {
        let Some((place, hash)) = address.rsplit_once('@').filter(|(place, _)| place.contains('#')) else {
            return Ok(address.parse::<Place>()?.into());
        };
        if !(DIGITS..=64).contains(&hash.len()) || !hash.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(NoAddress::new(address));
        }
        Ok(Self { place: place.parse()?, hash: Some(hash.to_ascii_lowercase()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n11_addresses_with_a_hash_print_and_parse_back() {
        for address in ["a#C5@1f2e3d4c", "a#C5:2@1f2e3d4c5b6a", "a#C5", "a", "library", "a/source/ART:8"] {
            assert_eq!(address.parse::<Address>().map(|address| address.to_string()), Ok(address.to_owned()));
        }
        for wrong in ["a#C5@", "a#C5@1f2e", "a#C5@1f2e3d4g", "a#@1f2e3d4c", "@1f2e3d4c"] {
            assert!(wrong.parse::<Address>().map(|address| address.hash).unwrap_or_default().is_none(), "{wrong}");
        }
        for wrong in ["a#C5@", "a#C5@1f2e", "a#C5@1f2e3d4g", "a#@1f2e3d4c"] {
            assert!(wrong.parse::<Address>().is_err(), "{wrong}");
        }
    }
}
