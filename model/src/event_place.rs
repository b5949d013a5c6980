//! Which of an issue's events one is: the seventh of 212, the newest, the oldest.
//!
//! The server does not number events, and an issue's own count is not how many are stored: merged ones are not added up,
//! and old ones are deleted. What can be relied on is the count of the list (`X-Hits`, up to 1 000), whose first row is
//! the newest. From there, and from the event that has none before it, numbers are handed on from neighbour to neighbour.

use crate::id::EventId;
use crate::link::Hits;
use crate::text::thousands;

/// So many pairs of neighbours are kept.
const MOST_PAIRS: usize = 400;

/// What is known of an issue's events. Numbers count from the oldest, which is 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventPlaces {
    /// Ordered by id.
    numbers: Vec<(EventId, u64)>,
    /// Pairs of neighbours, the older one first; those that were met first come first.
    pairs: Vec<(EventId, EventId)>,
    counted: Option<Hits>,
    /// The first row of the list when it was counted.
    newest: Option<EventId>,
    oldest: Option<EventId>,
}

/// Where an event stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EventPlace {
    /// Its number from the oldest, when that is known.
    pub number: Option<u64>,
    /// How many there are, when that is known.
    pub count: Option<Hits>,
    /// Whether none came after it.
    pub is_newest: bool,
    /// Whether none came before it.
    pub is_oldest: bool,
}

impl EventPlaces {
    /// Notes how many events the list has, and which comes first in it.
    pub fn count(&mut self, newest: Option<&EventId>, hits: Hits) {
        self.counted = Some(hits);
        self.newest = newest.cloned();
        if let (Some(newest), false) = (newest, hits.capped) {
            self.put(newest, hits.count);
        }
        self.hand_on();
    }

    /// Notes events that follow one another in the list, of which the first is the newest of all.
    pub fn rows<'a>(&mut self, events: impl Iterator<Item = &'a EventId>, hits: Hits) {
        for (at, event) in events.enumerate() {
            if at == 0 {
                self.count(Some(event), hits);
            } else if let Some(number) = hits.count.checked_sub(at as u64).filter(|_| !hits.capped) {
                self.put(event, number);
            }
        }
    }

    /// Notes an event and which come just before and after it.
    pub fn note(&mut self, event: &EventId, older: Option<&EventId>, newer: Option<&EventId>) {
        if let Some(older) = older {
            self.pair(older, event);
        }
        if let Some(newer) = newer {
            self.pair(event, newer);
        }
        let by_older = older.and_then(|older| self.number(older)).map(|number| number + 1);
        let by_newer = newer
            .and_then(|newer| self.number(newer))
            .map(|number| number.saturating_sub(1));
        let is_first = older.is_none();
        let known = self.number(event).or(by_newer);
        // Old events were deleted since, so that all numbers are wrong.
        if is_first && known.is_some_and(|number| number != 1) || by_newer == Some(0) {
            let (newest, pairs) = (self.newest.take(), std::mem::take(&mut self.pairs));
            *self = Self {
                newest,
                pairs,
                ..Self::default()
            };
        }
        if is_first {
            self.oldest = Some(event.clone());
            self.put(event, 1);
        } else if self.number(event).is_none()
            && let Some(number) = by_older.or(by_newer).filter(|number| *number > 1)
        {
            self.put(event, number);
        }
        if newer.is_none()
            && let Some(number) = self.number(event)
        {
            // More have come since they were counted, or there were too many to count.
            self.newest = Some(event.clone());
            self.counted = Some(Hits {
                count: number,
                capped: false,
            });
        }
        self.hand_on();
    }

    /// Whether the list should be counted, or once more, before it can be said where this event stands.
    pub fn needs_count(&self, event: &EventId, newer: Option<&EventId>) -> bool {
        self.counted.is_none() || newer.is_none() && self.number(event).is_none() && self.newest.as_ref() != Some(event)
    }

    /// The oldest event, once it was seen.
    pub fn oldest(&self) -> Option<&EventId> {
        self.oldest.as_ref()
    }

    /// Where an event stands that has, or has not, others before and after it.
    pub fn place(&self, event: &EventId, has_older: bool, has_newer: bool) -> EventPlace {
        let number = self.number(event);
        // A number above the count shows that more have come.
        let count = self.counted.map(|hits| Hits {
            count: hits.count.max(number.unwrap_or_default()),
            ..hits
        });
        EventPlace {
            number,
            count,
            is_newest: !has_newer,
            is_oldest: !has_older,
        }
    }

    fn pair(&mut self, older: &EventId, newer: &EventId) {
        let is_known = self.pairs.iter().any(|(a, b)| a == older && b == newer);
        if !is_known {
            self.pairs.push((older.clone(), newer.clone()));
            let over = self.pairs.len().saturating_sub(MOST_PAIRS);
            self.pairs.drain(..over);
        }
    }

    /// Who walks quickly has met many before the first of them is counted: numbers go from each to its neighbours, and
    /// on to theirs.
    fn hand_on(&mut self) {
        let pairs = std::mem::take(&mut self.pairs);
        let mut has_changed = true;
        while has_changed {
            has_changed = false;
            for (older, newer) in &pairs {
                let (event, number) = match (self.number(older), self.number(newer)) {
                    (Some(number), None) => (newer, number + 1),
                    (None, Some(number)) if number > 1 => (older, number - 1),
                    _ => continue,
                };
                self.put(event, number);
                has_changed = true;
            }
        }
        self.pairs = pairs;
    }

    fn number(&self, event: &EventId) -> Option<u64> {
        let at = self.numbers.binary_search_by(|(id, _)| id.cmp(event)).ok()?;
        self.numbers.get(at).map(|(_, number)| *number)
    }

    fn put(&mut self, event: &EventId, number: u64) {
        match self.numbers.binary_search_by(|(id, _)| id.cmp(event)) {
            Ok(at) => {
                if let Some(known) = self.numbers.get_mut(at) {
                    known.1 = number;
                }
            }
            Err(at) => self.numbers.insert(at, (event.clone(), number)),
        }
    }
}

impl EventPlace {
    /// `7 of 212`, `212 of 212, the newest`, `the oldest of 1 000+`; empty when nothing is known.
    pub fn label(self) -> String {
        let end = match (self.is_newest, self.is_oldest) {
            (true, true) => "the only one",
            (true, false) => "the newest",
            (false, true) => "the oldest",
            (false, false) => "",
        };
        let of = self
            .count
            .map(|count| format!(" of {}", count.label()))
            .unwrap_or_default();
        match (self.number, end) {
            (_, "the only one") => end.to_owned(),
            (Some(number), "") => format!("{}{of}", thousands(number)),
            (Some(number), end) if self.count.is_some() => format!("{}{of}, {end}", thousands(number)),
            (None, "") if self.count.is_some() => format!("one{of}"),
            (_, "") => String::new(),
            (_, end) => format!("{end}{of}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::EventPlaces;
    use crate::id::EventId;
    use crate::link::Hits;
    use crate::testing::texts;

    fn id(number: u64) -> EventId {
        EventId::new(format!("{:02x}", number * 37 % 251))
    }

    fn hits(count: u64) -> Hits {
        Hits {
            count: count.min(1000),
            capped: count >= 1000,
        }
    }

    /// A list of events numbered from `first` to `last`, walked to one of them.
    fn walk(places: &mut EventPlaces, at: u64, first: u64, last: u64) -> String {
        let older = (at > first).then(|| id(at - 1));
        let newer = (at < last).then(|| id(at + 1));
        places.note(&id(at), older.as_ref(), newer.as_ref());
        let place = places.place(&id(at), older.is_some(), newer.is_some());
        place.label().replace('\u{202f}', "_")
    }

    #[test]
    fn numbers_are_handed_on_from_the_newest() {
        let mut places = EventPlaces::default();
        assert_eq!(walk(&mut places, 5, 1, 5), "the newest", "nothing is counted yet");
        assert!(places.needs_count(&id(5), None));
        places.count(Some(&id(5)), hits(5));
        assert!(!places.needs_count(&id(5), None));
        for (at, want) in [
            (5, "5 of 5, the newest"),
            (4, "4 of 5"),
            (3, "3 of 5"),
            (4, "4 of 5"),
            (1, "1 of 5, the oldest"),
            (2, "2 of 5"),
        ] {
            assert_eq!(walk(&mut places, at, 1, 5), want);
        }
        assert_eq!(places.oldest(), Some(&id(1)));
    }

    #[test]
    fn nothing_is_guessed() {
        let mut places = EventPlaces::default();
        assert_eq!(walk(&mut places, 3, 1, 5), "");
        places.count(Some(&id(5)), hits(5));
        assert_eq!(walk(&mut places, 3, 1, 5), "one of 5");
        assert_eq!(
            walk(&mut places, 4, 1, 5),
            "4 of 5",
            "the next one is the newest, whose number is known"
        );
        assert_eq!(walk(&mut places, 3, 1, 5), "3 of 5");
        assert_eq!(walk(&mut EventPlaces::default(), 1, 1, 1), "the only one");
    }

    #[test]
    fn what_the_server_does_not_count_is_counted_from_the_oldest() {
        let mut places = EventPlaces::default();
        places.count(Some(&id(240)), hits(4000));
        assert_eq!(walk(&mut places, 240, 1, 240), "the newest of 1_000+");
        assert_eq!(walk(&mut places, 239, 1, 240), "one of 1_000+");
        assert_eq!(walk(&mut places, 1, 1, 240), "1 of 1_000+, the oldest");
        assert_eq!(walk(&mut places, 2, 1, 240), "2 of 1_000+");
        for at in 3..240 {
            walk(&mut places, at, 1, 240);
        }
        assert_eq!(
            walk(&mut places, 240, 1, 240),
            "240 of 240, the newest",
            "all were walked"
        );
    }

    #[test]
    fn more_events_raise_the_count_and_deleted_ones_start_it_anew() {
        let mut places = EventPlaces::default();
        places.count(Some(&id(5)), hits(5));
        assert_eq!(walk(&mut places, 5, 1, 6), "5 of 5");
        assert_eq!(walk(&mut places, 6, 1, 6), "6 of 6, the newest");
        assert!(places.needs_count(&id(9), None), "another newest came by itself");
        assert_eq!(walk(&mut places, 5, 1, 6), "5 of 6");
        // The three oldest are gone.
        assert_eq!(walk(&mut places, 4, 4, 6), "1, the oldest".replace("1, ", ""));
        assert!(places.needs_count(&id(4), Some(&id(5))));
        places.count(Some(&id(6)), hits(3));
        assert_eq!(walk(&mut places, 4, 4, 6), "1 of 3, the oldest");
        assert_eq!(walk(&mut places, 5, 4, 6), "2 of 3");
    }

    #[test]
    fn who_walked_before_the_count_was_there_is_told_after_it() {
        let mut places = EventPlaces::default();
        for at in (20..=30).rev() {
            walk(&mut places, at, 1, 30);
        }
        places.count(Some(&id(30)), hits(30));
        assert_eq!(walk(&mut places, 20, 1, 30), "20 of 30");
        assert_eq!(walk(&mut places, 10, 1, 30), "one of 30", "nobody walked there");
    }

    #[test]
    fn rows_of_the_list_are_numbered() {
        let mut places = EventPlaces::default();
        let rows: Vec<EventId> = (3..=9).rev().map(id).collect();
        places.rows(rows.iter(), hits(9));
        assert_eq!(walk(&mut places, 4, 1, 9), "4 of 9");
        let mut many = EventPlaces::default();
        many.rows(rows.iter(), hits(2000));
        assert_eq!(walk(&mut many, 4, 1, 9), "one of 1_000+");
    }

    #[test]
    fn a_number_is_right_or_absent_whatever_way_is_walked() {
        let mut places = EventPlaces::default();
        places.count(Some(&id(60)), hits(60));
        let mut at = 60_u64;
        for text in texts(3000) {
            at = match text.chars().count() % 5 {
                0 => 1 + (text.len() as u64 * 7) % 60,
                1 | 2 => (at - 1).max(1),
                _ => (at + 1).min(60),
            };
            let said = walk(&mut places, at, 1, 60);
            let right = format!("{at} of 60");
            assert!(said.starts_with(&right) || said == "one of 60", "{at}: {said}");
        }
    }
}
