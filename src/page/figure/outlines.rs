//! The outlines of the states of the world, as `assets/world.txt` has them.

use crate::check::state_names::WORLD as TABLE;
use std::sync::LazyLock;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Degrees east of Greenwich, −180 to 180.
    pub longitude: f64,
    /// Degrees north of the equator, −90 to 90.
    pub latitude: f64,
}

/// A longitude within −180 to 180.
#[must_use]
pub fn wrapped(longitude: f64) -> f64 {
    (longitude + 180.0).rem_euclid(360.0) - 180.0
}

/// A closed line around a stretch of land: the last point is joined to the first.
#[derive(Debug, Clone, PartialEq)]
pub struct Ring {
    /// Where the line crosses the antimeridian, longitudes go on beyond ±180: no edge jumps across the map.
    pub points: Vec<Point>,
    /// The south-western corner of its box.
    pub least: Point,
    /// The north-eastern corner.
    pub most: Point,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// ISO 3166-1 alpha-2; `--` where there is no code.
    pub code: &'static str,
    /// In English.
    pub name: &'static str,
    /// Where a map says its name.
    pub label: Point,
    /// The largest first.
    pub rings: Vec<Ring>,
}

static WORLD: LazyLock<Vec<Outline>> = LazyLock::new(|| TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(outline).collect());

/// Sorted by code.
#[must_use]
pub fn world() -> &'static [Outline] {
    &WORLD
}

#[must_use]
pub fn state(code: &str) -> Option<&'static Outline> {
    let at = WORLD.binary_search_by_key(&code, |outline| outline.code).ok()?;
    WORLD.get(at).filter(|outline| outline.code != "--")
}

/// A line of the file, whose head says how it is written; `None` where it is written otherwise.
fn outline(line: &'static str) -> Option<Outline> {
    let mut fields = line.split('\t');
    let (code, name) = (fields.next()?, fields.next()?);
    let label = Point { longitude: fields.next()?.parse().ok()?, latitude: fields.next()?.parse().ok()? };
    Some(Outline { code, name, label, rings: fields.next()?.split(' ').filter_map(ring).collect() })
}

fn ring(text: &str) -> Option<Ring> {
    let numbers = numbers(text)?;
    let mut at = (0.0, 0.0);
    let points = numbers.chunks_exact(2).enumerate().map(|(index, step)| {
        let east = f64::from(step[0]) / 100.0;
        // A step of more than half the globe is one over the antimeridian.
        at = (at.0 + if index > 0 { wrapped(east) } else { east }, at.1 + f64::from(step[1]) / 100.0);
        Point { longitude: at.0, latitude: at.1 }
    });
    let points: Vec<Point> = points.collect();
    let first = *points.first()?;
    let (least, most) = points.iter().fold((first, first), |(least, most), point| {
        let least = Point { longitude: least.longitude.min(point.longitude), latitude: least.latitude.min(point.latitude) };
        let most = Point { longitude: most.longitude.max(point.longitude), latitude: most.latitude.max(point.latitude) };
        (least, most)
    });
    Some(Ring { points, least, most })
}

/// Numbers as in Google's Encoded Polyline Algorithm Format: groups of five bits, the lowest first. The sixth bit of a
/// group says that the number goes on; the lowest bit of a number, that it is negative.
fn numbers(text: &str) -> Option<Vec<i32>> {
    let mut numbers = Vec::new();
    let (mut number, mut shift) = (0_i32, 0);
    for byte in text.bytes() {
        let group = i32::from(byte.checked_sub(63)?);
        number |= (group & 31).checked_shl(shift)?;
        shift += 5;
        if group & 32 == 0 {
            numbers.push(if number & 1 == 0 { number >> 1 } else { !(number >> 1) });
            (number, shift) = (0, 0);
        }
    }
    Some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_has_land_and_a_label_on_the_globe() {
        let text = include_str!("../../../assets/world.txt");
        assert!(text.len() < 300_000, "{} bytes", text.len());
        assert_eq!(world().len(), text.lines().filter(|line| !line.starts_with('#')).count(), "every line is read");
        let on_globe = |point: &Point| point.longitude.abs() <= 180.0 && point.latitude.abs() <= 90.0;
        let around_globe = |point: &Point| point.longitude.abs() <= 360.0 && point.latitude.abs() <= 90.0;
        for outline in world() {
            assert!(on_globe(&outline.label), "{}", outline.code);
            assert!(!outline.rings.is_empty(), "{}", outline.code);
            for ring in &outline.rings {
                assert!(!ring.points.is_empty() && ring.points.iter().all(around_globe), "{}", outline.code);
            }
        }
        assert!(world().is_sorted_by_key(|outline| outline.code));
        assert!(world().len() >= 240);
    }

    /// A label stands within the box of a stretch of its land; those of two groups of islands between them.
    #[test]
    fn land_lies_where_its_label_says() {
        for outline in world() {
            let near = outline.rings.iter().any(|ring| {
                let within = |at: f64, least: f64, most: f64| (least - 1.0..=most + 1.0).contains(&at);
                let turns = [-360.0, 0.0, 360.0].map(|turn| outline.label.longitude + turn);
                turns.iter().any(|longitude| within(*longitude, ring.least.longitude, ring.most.longitude))
                    && within(outline.label.latitude, ring.least.latitude, ring.most.latitude)
            });
            let scattered = ["GS", "IO"].contains(&outline.code);
            assert!(near || scattered, "{} {}", outline.code, outline.name);
        }
    }

    /// Russia, Fiji and the United States lie on both sides of it.
    #[test]
    fn no_coast_jumps_over_the_antimeridian() {
        for outline in world() {
            for ring in &outline.rings {
                let jumps = ring.points.windows(2).filter(|pair| (pair[0].longitude - pair[1].longitude).abs() > 90.0);
                assert_eq!(jumps.filter(|pair| pair[0].latitude > -89.0).count(), 0, "{}", outline.code);
            }
        }
        let far_east = state("RU").and_then(|russia| russia.rings.first()).map(|ring| ring.most.longitude);
        assert!(far_east.is_some_and(|longitude| longitude > 185.0), "{far_east:?}: Chukotka hangs together");
    }

    #[test]
    fn states_are_found_by_their_code_and_those_without_one_are_not() {
        for (code, name) in [("FR", "France"), ("NO", "Norway"), ("XK", "Kosovo"), ("TV", "Tuvalu"), ("PS", "Palestine")] {
            assert_eq!(state(code).map(|outline| outline.name), Some(name));
        }
        assert_eq!(state("--"), None);
        assert_eq!(state("EU"), None);
        assert_eq!(state("Россия"), None);
    }

    #[test]
    fn an_outline_that_is_not_well_formed_is_none() {
        assert_eq!(ring(""), None);
        assert_eq!(ring("\u{1}"), None);
        assert_eq!(ring("~~~~~~~~~~~~~~~~~~~~"), None);
    }
}
