//! What holds for every record, in whatever order it comes.

use super::given::{Dice, at};
use crate::uptime::{Ask, Check, History, Knowledge, Ledger, Page, Record, Span, Spans, State};

const ROUNDS: u64 = 1500;

/// A record with gaps and silences, up to minute 1000.
fn given(seed: u64) -> (Dice, Vec<Check>, Knowledge) {
    let mut dice = Dice::new(seed);
    let checks = dice.checks();
    let known = dice.spans();
    let silent = if seed.is_multiple_of(2) {
        dice.spans()
    } else {
        Spans::default()
    };
    (dice, checks, Knowledge { known, silent })
}

fn for_each(mut test: impl FnMut(&mut Dice, &[Check], &Knowledge, &Ledger)) {
    for seed in 1..=ROUNDS {
        let (mut dice, checks, knowledge) = given(seed);
        let ledger = Ledger::new(&checks, &knowledge, at(1000));
        test(&mut dice, &checks, &knowledge, &ledger);
    }
}

#[test]
fn up_down_and_unknown_are_the_whole_window() {
    let mut seen = [0_i64; 3];
    for_each(|dice, _, _, ledger| {
        let window = dice.span();
        let summary = ledger.summary(window);
        assert_eq!(summary.up_ms + summary.down_ms + summary.unknown_ms, window.len_ms());
        let parts = [summary.up_ms, summary.down_ms, summary.unknown_ms];
        assert!(parts.iter().all(|part| *part >= 0));
        let of = |state| {
            let segments = ledger.segments(window);
            let lengths = segments
                .iter()
                .filter(|one| one.state == state)
                .map(|one| one.span.len_ms());
            lengths.sum::<i64>()
        };
        assert_eq!([State::Up, State::Down, State::Unknown].map(of), parts);
        for (sum, part) in seen.iter_mut().zip(parts) {
            *sum += part;
        }
    });
    assert!(seen.iter().all(|part| *part > 0), "{seen:?}");
}

#[test]
fn segments_tile_the_window() {
    for_each(|dice, _, knowledge, ledger| {
        let window = dice.span();
        let segments = ledger.segments(window);
        let mut end = window.start;
        for (place, segment) in segments.iter().enumerate() {
            assert_eq!(segment.span.start, end);
            assert!(!segment.span.is_empty());
            assert!(place == 0 || segments[place - 1].state != segment.state, "{segments:?}");
            if segment.state != State::Unknown {
                assert!(knowledge.known.cover(segment.span), "{segment:?}");
                assert!(knowledge.silent.within(segment.span).is_empty());
            }
            end = segment.span.end;
        }
        assert_eq!(end, window.end);
    });
}

#[test]
fn splitting_a_window_adds_up() {
    for_each(|dice, _, _, ledger| {
        let window = dice.span();
        let middle = at(dice.below(1001)).clamp(window.start, window.end);
        let whole = ledger.summary(window);
        let (one, other) = (
            ledger.summary(Span::new(window.start, middle)),
            ledger.summary(Span::new(middle, window.end)),
        );
        assert_eq!(one.up_ms + other.up_ms, whole.up_ms);
        assert_eq!(one.down_ms + other.down_ms, whole.down_ms);
        assert_eq!(one.unknown_ms + other.unknown_ms, whole.unknown_ms);
        let touched = one.outages + other.outages;
        assert!(touched == whole.outages || touched == whole.outages + 1);
    });
}

#[test]
fn order_and_repetition_do_not_matter() {
    for_each(|dice, checks, knowledge, ledger| {
        let mut others = [checks, checks].concat();
        dice.shuffle(&mut others);
        assert_eq!(&Ledger::new(&others, knowledge, at(1000)), ledger);
    });
}

#[test]
fn every_moment_is_as_the_last_check_before_it_says() {
    for_each(|dice, checks, knowledge, ledger| {
        let minute = dice.below(1000);
        let moment = Span::new(at(minute), at(minute + 1));
        let known = knowledge
            .known
            .as_slice()
            .iter()
            .find(|known| known.contains(moment.start));
        let before = |check: &&Check| known.is_some_and(|known| known.start <= check.at) && check.at <= moment.start;
        let last = checks.iter().filter(before).map(|check| check.at).max();
        let is_down = checks.iter().any(|check| Some(check.at) == last && !check.is_up);
        let want = match last {
            Some(_) if knowledge.silent.cover(moment) => State::Unknown,
            Some(_) if is_down => State::Down,
            Some(_) => State::Up,
            None => State::Unknown,
        };
        let segments = ledger.segments(moment);
        assert_eq!(
            segments.first().map(|segment| segment.state),
            Some(want),
            "{minute} {checks:?} {knowledge:?}"
        );
    });
}

#[test]
fn outages_do_not_overlap() {
    for_each(|_, _, _, ledger| {
        let outages = ledger.outages();
        for pair in outages.windows(2) {
            assert!(pair[0].until <= pair[1].start, "{outages:?}");
        }
        for (place, outage) in outages.iter().enumerate() {
            assert!(outage.start <= outage.until && outage.until <= ledger.now());
            assert!(outage.end.is_none_or(|end| end == outage.until && !outage.is_open));
            assert!(!outage.is_open || place + 1 == outages.len());
        }
        let down: i64 = outages.iter().map(|outage| outage.length_ms()).sum();
        assert_eq!(ledger.summary(Span::new(at(-10), at(1000))).down_ms, down);
        assert_eq!(
            ledger.state() == State::Down,
            outages.iter().any(|outage| outage.is_open)
        );
    });
}

#[test]
fn figures_stay_within_their_bounds() {
    for_each(|dice, _, _, ledger| {
        let window = dice.span();
        let summary = ledger.summary(window);
        assert!(summary.share().is_none_or(|share| (0.0..=1.0).contains(&share)));
        assert_eq!(summary.share().is_none(), summary.percent() == "unknown");
        assert_eq!(summary.percent() == "100%", summary.down_ms == 0 && summary.up_ms > 0);
        assert!(
            summary
                .longest_ms
                .is_none_or(|longest| 0 < longest && longest <= summary.down_ms)
        );
        assert_eq!(summary.outages > 0, summary.down_ms > 0);
        assert!(summary.mtbf_ms.is_none_or(|mtbf| mtbf <= summary.up_ms));
        if let Some(number) = summary
            .percent()
            .strip_suffix('%')
            .and_then(|text| text.parse::<f64>().ok())
        {
            let exact = 100.0 * summary.share().unwrap_or_default();
            assert!(number <= exact + 1e-9 && exact < number + 0.01, "{number} {exact}");
        }
    });
}

#[test]
fn spans_are_sets_of_moments() {
    for seed in 1..=ROUNDS {
        let mut dice = Dice::new(seed);
        let (one, other, window) = (dice.spans(), dice.spans(), dice.span());
        let mut both = one.clone();
        both.add_all(&other);
        for pair in both.as_slice().windows(2) {
            assert!(pair[0].end < pair[1].start, "{both:?}");
        }
        let (less, inside) = (one.without(&other), one.within(window));
        let has = |spans: &Spans, minute| spans.as_slice().iter().any(|span| span.contains(at(minute)));
        for minute in (0..1000).step_by(7) {
            let (in_one, in_other) = (has(&one, minute), has(&other, minute));
            assert_eq!(has(&both, minute), in_one || in_other);
            assert_eq!(has(&less, minute), in_one && !in_other);
            assert_eq!(has(&inside, minute), in_one && window.contains(at(minute)));
        }
    }
}

/// A record of a few pages.
fn record(dice: &mut Dice) -> Record {
    let mut record = Record::default();
    for _ in 0..dice.below(4) {
        let checks = dice.checks();
        let ask = match dice.below(3) {
            0 => Ask::Newest,
            1 => Ask::Oldest,
            _ => Ask::Before(at(dice.below(1000))),
        };
        record.add(&Page {
            ask,
            checks: &checks,
            has_next: dice.below(3) > 0,
            asked_at: at(dice.below(1000)),
        });
    }
    record
}

fn merged(one: &Record, other: &Record) -> Record {
    let mut both = one.clone();
    both.merge(other);
    both
}

#[test]
fn merging_twice_or_the_other_way_round_is_the_same() {
    for seed in 1..=ROUNDS {
        let mut dice = Dice::new(seed);
        let (one, other, third) = (record(&mut dice), record(&mut dice), record(&mut dice));
        let both = merged(&one, &other);
        assert_eq!(merged(&other, &one), both);
        assert_eq!(merged(&both, &other), both);
        assert_eq!(merged(&one, &one), one);
        assert_eq!(merged(&both, &third), merged(&one, &merged(&other, &third)));
        let in_order = |pair: &[Check]| pair[0].at <= pair[1].at && pair[0] != pair[1];
        assert!(both.checks().windows(2).all(in_order));
    }
}

#[test]
fn what_is_kept_comes_back_as_it_was() {
    for seed in 1..=ROUNDS {
        let mut dice = Dice::new(seed);
        let history = History {
            checks: record(&mut dice),
            changes: record(&mut dice),
        };
        let mut bytes = history.encode();
        assert_eq!(History::decode(&bytes), Some(history));
        // Garbage is refused, or at least does no harm.
        for _ in 0..dice.below(6) {
            let place = usize::try_from(dice.below(i64::try_from(bytes.len()).expect("few"))).expect("a place");
            bytes[place] = u8::try_from(dice.below(256)).expect("a byte");
        }
        let _ = History::decode(&bytes);
    }
}
