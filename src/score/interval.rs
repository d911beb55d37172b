//! What a share of few cases may be a share of.

/// 95 of 100 such intervals hold the true share.
pub const Z: f64 = 1.959_964;

/// Of fewer cases nothing is said of a term, or of whoever judged them.
pub const LEAST: usize = 10;

/// Two ends, from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

impl Interval {
    /// In whole percent, each end rounded away from the middle: an interval that is said narrower than it is says too much.
    #[must_use]
    pub fn percent(self) -> (u8, u8) {
        (percent_of(self.low, f64::floor), percent_of(self.high, f64::ceil))
    }
}

/// In whole percent.
#[must_use]
pub fn percent(share: f64) -> u8 {
    percent_of(share, f64::round)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share is between 0 and 1")]
fn percent_of(share: f64, round: fn(f64) -> f64) -> u8 {
    // A share of 0.2 is 20.000000000000004 percent, and not 21.
    round((share * 1e8).round() / 1e6).clamp(0.0, 100.0) as u8
}

/// Counts as they are reckoned with.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "nobody has judged so often")]
pub fn real(count: usize) -> f64 {
    count as f64
}

/// Wilson's interval of a share: it stays between 0 and 1, and holds for few cases too. Of no case it is all there is.
#[must_use]
pub fn wilson(part: usize, whole: usize) -> Interval {
    if whole == 0 {
        return Interval { low: 0.0, high: 1.0 };
    }
    let (n, share) = (real(whole), real(part) / real(whole));
    let middle = share + Z * Z / (2.0 * n);
    let reach = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    let by = 1.0 + Z * Z / n;
    Interval { low: ((middle - reach) / by).max(0.0), high: ((middle + reach) / by).min(1.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Worked by hand: 7 of 10 gives (0.7 + 0.19207 ± 1.96·√(0.021 + 0.009604)) / 1.38415.
    #[test]
    fn n18_an_interval_is_wilsons() {
        for (part, whole, low, high) in [(7, 10, 0.3968, 0.8922), (0, 4, 0.0, 0.4899), (4, 4, 0.5101, 1.0), (50, 100, 0.4038, 0.5962)] {
            let interval = wilson(part, whole);
            assert!((interval.low - low).abs() < 1e-4 && (interval.high - high).abs() < 1e-4, "{part} of {whole}: {interval:?}");
        }
        assert_eq!(wilson(7, 10).percent(), (39, 90));
        assert_eq!(wilson(0, 0).percent(), (0, 100));
    }
}
