//! An invented briefing in two editions, small enough to be counted by hand.

use crate::support::{Reader, Scratch, guided};
use bluf::library;
use bluf::page::World;

/// The texts of its sources. The Post and the Herald both rework the report of one agency.
const SOURCES: [(&str, &str); 3] = [
    ("post", "The dike at Varn has a crack. The council will close the road. A flood could come in spring.\n"),
    ("herald", "Engineers found a crack in the dike at Varn. The road may stay open.\n"),
    ("gauge", "The water stood at four metres on Monday. The gauge rose by a metre in a week.\n"),
];

/// The edition of February.
pub const BEFORE: &str = "briefing: dike
title: The dike at Varn, invented
marking: TLP:GREEN
date: 2031-02-10
yardstick: icd203
change: initial
question: Does the dike hold?
bottom_line: A closure of the road is likely [J2].
sources:
  POST: {title: Crack in the dike, date: 2031-02-01, file: seeds/post.txt, origin: wire, reliability: C, descriptor: A daily.}
  RADIO: {title: Radio notes, file: seeds/gauge.txt, reliability: D, descriptor: Notes.}
sections:
  dike:
    C1: {fact: The dike has a crack., quote: {POST: The dike at Varn has a crack}, credibility: 3}
    C2: {forecast: The council will close the road., quote: {POST: The council will close the road}, credibility: 3}
    C3: {forecast: A flood could come., quote: {POST: A flood could come in spring}}
    C9: {fact: The water stood at four metres., quote: {RADIO: The water stood at four metres}}
judgements:
  J1: {section: dike, text: The dike fails., by: 2031-04, likelihood: unlikely, confidence: low, because: One paper., claims: [C1]}
  J2: {section: dike, text: The road is closed., by: 2031-03, likelihood: likely, confidence: low, because: It was said., claims: [C2]}
  J3: {section: dike, text: The water rises., by: 2031-03, likelihood: likely, confidence: low, because: Spring., claims: [C3]}
  J4: {section: dike, text: The council resigns., by: 2031-06, likelihood: very unlikely, confidence: low, because: Talk., claims: [C2]}
  J5: {section: dike, text: Help is asked for., by: 2031-03, likelihood: unlikely, confidence: low, because: Talk., claims: [C2]}
";

/// The edition of March. J1 changed and says why, J2 changed silently, J3 is what it was, J4 is dropped, J5 says
/// something else with the same rating, J6 is new. C2 has another source, C3 other words, C9 is withdrawn, and C4, C5
/// and C6 are added.
pub const NOW: &str = "briefing: dike
title: The dike at Varn, invented
marking: TLP:GREEN
date: 2031-03-10
yardstick: icd203
change: changed
previous: seeds/before.yaml
question: Does the dike hold?
bottom_line: A failure of the dike is likely [J1].
sources:
  POST: {title: Crack in the dike, date: 2031-03-01, file: seeds/post.txt, origin: wire, reliability: C, descriptor: A daily.}
  HERALD: {title: Engineers find a crack, date: 2031-03-08, file: seeds/herald.txt, origin: wire, reliability: B, descriptor: A daily.}
  GAUGE: {title: The gauge at Varn, file: seeds/gauge.txt, reliability: A, descriptor: Readings.}
sections:
  dike:
    C1:
      fact: The dike has a crack.
      quote: {POST: The dike at Varn has a crack, HERALD: Engineers found a crack in the dike at Varn}
      credibility: 2
    C2: {forecast: The council will close the road., quote: {HERALD: The road may stay open}, credibility: 3}
    C3: {forecast: A flood could come in spring., quote: {POST: A flood could come in spring}}
    C4: {fact: The water stood at four metres on Monday., quote: {GAUGE: The water stood at four metres on Monday}, credibility: 1}
    C5: {fact: The gauge rose by a metre., quote: {GAUGE: The gauge rose by a metre in a week}, credibility: 2}
    C6: {forecast: The road may stay open., quote: {HERALD: The road may stay open}}
judgements:
  J1:
    section: dike
    text: The dike fails.
    by: 2031-04
    likelihood: likely
    confidence: moderate
    because: Engineers found a crack [C1] and the water rises [C5].
    claims: [C1, C3, C4]
    against: [C6]
    assumptions: [A1]
    was: {likelihood: unlikely, confidence: low, why: Engineers found the crack since.}
  J2: {section: dike, text: The road is closed., by: 2031-03, likelihood: very likely, confidence: low, because: It was said., claims: [C2]}
  J3: {section: dike, text: The water rises., by: 2031-03, likelihood: likely, confidence: low, because: Spring., claims: [C3]}
  J5: {section: dike, text: Help is asked for abroad., by: 2031-05, likelihood: unlikely, confidence: low, because: Talk., against: [C2]}
  J6: {section: dike, text: The village is emptied., by: 2035-03, likelihood: unlikely, confidence: high, because: Two papers., against: [C1]}
assumptions:
  A1: {text: The rain goes on., if_wrong: 'Then [J1] has no driver.'}
alternatives:
  H1: {to: J1, text: The crack is old and harmless., likelihood: unlikely, for: [C6], against: [C5]}
dissent:
  D1: {to: J1, who: The water desk, text: The dike was built for more., likelihood: very unlikely}
indicators:
  I1: {text: The gauge, threshold: less than three metres for a week, moves: {J1: down}}
  I2: {text: Sandbags, threshold: a thousand in a day, moves: {J1: up}}
gaps:
  G1: {text: How deep is the crack?, limits: [J1], collect: divers}
";

/// A library of the edition `now`, with `before` as the edition before it.
pub fn library(name: &str, before: impl AsRef<[u8]>, now: &str) -> Scratch {
    let scratch = Scratch::new(name);
    for (source, text) in SOURCES {
        scratch.write(&format!("seeds/{source}.txt"), text);
    }
    scratch.write("seeds/before.yaml", before);
    scratch.write("briefings/dike.yaml", now);
    scratch
}

/// The library of both editions.
pub fn dike(name: &str) -> Scratch {
    library(name, BEFORE, NOW)
}

pub fn open(scratch: &Scratch) -> World {
    guided(library::open(&scratch.0).expect("a library"))
}

/// All rows of a page at a width that wraps little, however long it is.
pub fn whole(scratch: &Scratch, address: &str) -> String {
    Reader::open(open(scratch), Some(address), 82, 200).screen().join("\n")
}
