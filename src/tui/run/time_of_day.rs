//! The time of day as the walls of the room have it. The standard library knows no time zone, so `date` is asked, once.

use std::process::{Command, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

/// Minutes from UTC to the time of the system.
#[derive(Debug, Clone, Copy)]
pub struct Zone(Option<i64>);

const DAY: i64 = 24 * 60;

impl Zone {
    pub fn of_system() -> Self {
        let date = Command::new("date").arg("+%z").stdin(Stdio::null()).stderr(Stdio::null()).output();
        Self(date.ok().and_then(|output| minutes(&String::from_utf8_lossy(&output.stdout))))
    }

    /// `14:05`; without a zone it says that it is UTC.
    pub fn now(self) -> String {
        let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        let minutes = i64::try_from(seconds / 60).unwrap_or(0);
        let day = (minutes + self.0.unwrap_or(0)).rem_euclid(DAY);
        format!("{:02}:{:02}{}", day / 60, day % 60, if self.0.is_none() { " UTC" } else { "" })
    }
}

/// `+0330` as minutes.
fn minutes(zone: &str) -> Option<i64> {
    let zone = zone.trim();
    let (sign, digits) = zone.split_at_checked(1)?;
    let sign = if sign == "+" { 1 } else { -1 };
    let number = |range: std::ops::Range<usize>| digits.get(range)?.parse::<i64>().ok();
    (digits.len() == 4).then_some(sign * (number(0..2)? * 60 + number(2..4)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n6_the_zone_is_read_as_date_prints_it() {
        assert_eq!(
            ["+0000\n", "+0330\n", "-0930\n", "", "UTC", "+1\u{e9}00"].map(minutes),
            [Some(0), Some(210), Some(-570), None, None, None]
        );
    }
}
