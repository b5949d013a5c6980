use super::{Move, brushed, nearest, read, step, zoomed};
use crate::chart::{BarSeries, Bucket, Chart, Clock, Ink, Point, Series, Shown, Span, SpanKind, Unit};
use crate::testing::random;

const ALL: Shown = Shown::ALL;

fn series(name: &str, times: &[i64]) -> Series {
    let points = times.iter().map(|at| Point {
        at_ms: *at,
        value: (at % 7 != 0).then_some(*at as f64),
    });
    Series::line(name, Ink::One, points.collect())
}

fn lines(series: Vec<Series>) -> Chart {
    Chart::lines("Response time", Unit::Milliseconds, 0, 100, series)
}

fn bars() -> Chart {
    let buckets = (0..3).map(|day| Bucket {
        from_ms: day * 86_400_000,
        to_ms: (day + 1) * 86_400_000,
    });
    let stack = |name: &str, values: [Option<f64>; 3]| BarSeries {
        name: name.to_owned(),
        ink: Ink::One,
        values: values.to_vec(),
    };
    Chart::bars(
        "Checks",
        Unit::Count {
            one: "check",
            many: "checks",
        },
        buckets.collect(),
        vec![
            stack("up", [Some(5.0), Some(1.0), None]),
            stack("down", [Some(2.0), Some(0.0), None]),
        ],
    )
}

#[test]
fn keys_go_from_point_to_point_of_all_series() {
    let chart = lines(vec![series("a", &[-5, 10, 30, 50, 101]), series("b", &[20, 30, 40])]);
    let mut at = None;
    let mut visited = Vec::new();
    for by in [
        Move::First,
        Move::On,
        Move::On,
        Move::On,
        Move::On,
        Move::On,
        Move::Back,
        Move::BackTen,
        Move::OnTen,
        Move::Last,
    ] {
        at = step(&chart, ALL, at, by);
        visited.extend(at);
    }
    assert_eq!(visited, [10, 20, 30, 40, 50, 50, 40, 10, 50, 50]);
    assert_eq!(step(&chart, ALL, None, Move::Back), Some(50));
    let only_b = ALL.toggled(0);
    assert_eq!(step(&chart, only_b, Some(20), Move::On), Some(30));
    assert_eq!(step(&chart, only_b.toggled(1), None, Move::First), None);
}

#[test]
fn stepping_meets_every_point_once() {
    let mut next = random(29);
    for _ in 0..200 {
        let times =
            |next: &mut dyn FnMut(u64) -> u64| -> Vec<i64> { (0..next(20)).map(|_| next(101) as i64).collect() };
        let (one, other) = (times(&mut next), times(&mut next));
        let chart = lines(vec![series("a", &one), series("b", &other)]);
        let mut want: Vec<i64> = one.into_iter().chain(other).collect();
        want.sort_unstable();
        want.dedup();
        let mut got: Vec<i64> = step(&chart, ALL, None, Move::First).into_iter().collect();
        while let Some(last) = got.last().copied() {
            let next = step(&chart, ALL, Some(last), Move::On).expect("a point");
            if next == last {
                break;
            }
            got.push(next);
        }
        assert_eq!(got, want);
        let place = next(101) as i64;
        let nearest = nearest(&chart, ALL, place).map(|at| at.abs_diff(place));
        assert_eq!(nearest, want.iter().map(|at| at.abs_diff(place)).min());
    }
}

#[test]
fn bars_are_found_by_their_time() {
    let chart = bars();
    assert_eq!(nearest(&chart, ALL, 86_400_001), Some(86_400_000));
    assert_eq!(nearest(&chart, ALL, -5), Some(0));
    assert_eq!(nearest(&chart, ALL, i64::MAX), Some(172_800_000));
    assert_eq!(step(&chart, ALL, Some(0), Move::On), Some(86_400_000));
    assert_eq!(step(&chart, ALL, None, Move::Last), Some(172_800_000));
    assert_eq!(
        nearest(&Chart::bars("a", Unit::Percent, Vec::new(), Vec::new()), ALL, 0),
        None
    );
}

#[test]
fn what_it_says_is_a_sentence() {
    let chart = lines(vec![series("p50", &[10, 14]), series("p95", &[10])]).with_spans(vec![Span {
        from_ms: 5,
        to_ms: 12,
        kind: SpanKind::Down,
        label: "Down: timeout".to_owned(),
    }]);
    assert_eq!(
        read(&chart, ALL, 10, &Clock::UTC).sentence(),
        "1 Jan 1970, 00:00:00: p50 10 ms, p95 10 ms, Down: timeout"
    );
    assert_eq!(
        read(&chart, ALL.toggled(1), 14, &Clock::UTC).sentence(),
        "1 Jan 1970, 00:00:00: p50 no data"
    );
    let range = Series::range(
        "p5 to p95",
        Ink::One,
        vec![Point {
            at_ms: 1,
            value: Some(4.0),
        }],
        vec![Point {
            at_ms: 1,
            value: Some(9.0),
        }],
    );
    assert_eq!(
        read(&lines(vec![range]), ALL, 1, &Clock::UTC).rows[0].text,
        "4 ms to 9 ms"
    );
    let reading = read(&bars(), ALL, 86_400_000, &Clock::UTC);
    assert_eq!(reading.sentence(), "2 Jan 1970: up 1 check, down 0 checks");
    let first = read(&bars(), ALL, 0, &Clock::UTC);
    assert_eq!(
        first.rows[1].height,
        Some(7.0),
        "the upper bar stands upon the lower one"
    );
    assert_eq!(read(&bars(), ALL, 172_800_000, &Clock::UTC).rows[0].text, "no data");
}

#[test]
fn a_brush_chooses_from_either_side() {
    let chart = lines(Vec::new());
    assert_eq!(brushed(&chart, 60, 20), Some((20, 60)));
    assert_eq!(brushed(&chart, -50, 500), Some((0, 100)));
    assert_eq!(brushed(&chart, 20, 20), None);
    assert_eq!(brushed(&bars(), 90_000_000, 1000), Some((0, 172_800_000)));
    assert_eq!(brushed(&bars(), 5, 5), Some((0, 86_400_000)));
}

#[test]
fn zooming_in_stays_inside() {
    let chart = lines(Vec::new());
    assert_eq!(zoomed(&chart, None, true), (25, 75));
    assert_eq!(zoomed(&chart, Some(90), true), (50, 100));
    assert_eq!(zoomed(&chart, Some(0), true), (0, 50));
    assert_eq!(zoomed(&chart, None, false), (-50, 150));
    let whole = Chart::lines("a", Unit::Percent, i64::MIN, i64::MAX, Vec::new());
    let _ = (zoomed(&whole, Some(5), true), zoomed(&whole, None, false));
}

#[test]
fn places_in_a_row_end_at_both_ends() {
    assert_eq!(Move::of_key("a"), None);
    assert_eq!(Move::On.place(Some(4), 5), Some(4));
    assert_eq!(Move::BackTen.place(Some(4), 5), Some(0));
    assert_eq!(Move::First.place(None, 5), Some(0));
    assert_eq!(Move::Back.place(None, 5), Some(4));
    assert_eq!(Move::Last.place(None, 0), None);
}
