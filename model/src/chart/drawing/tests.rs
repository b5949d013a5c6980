use super::draw;
use crate::chart::{BarSeries, Bucket, Chart, Clock, Ink, Point, Series, Shown, Span, SpanKind, Threshold, Unit};
use crate::testing::random;
use std::time::Instant;

const EVENTS: Unit = Unit::Count {
    one: "event",
    many: "events",
};

fn points(count: i64) -> Vec<Point> {
    let mut next = random(19);
    (0..count)
        .map(|at| Point {
            at_ms: at * 1000,
            value: (next(50) != 0).then(|| next(400) as f64),
        })
        .collect()
}

fn lines(count: i64, series: Vec<Series>) -> Chart {
    Chart::lines("Response time", Unit::Milliseconds, 0, count * 1000, series)
}

#[test]
fn a_hundred_thousand_points_become_a_few_for_each_pixel() {
    let chart = lines(100_000, vec![Series::area("a", Ink::One, points(100_000))]);
    let began = Instant::now();
    let drawing = draw(&chart, Shown::default(), 800.0, 220.0, &Clock::UTC);
    let took = began.elapsed();
    let corners = drawing.series[0].line.matches(['M', 'L']).count();
    // Four for each column of pixels and for each gap.
    let gaps = points(100_000).iter().filter(|point| point.value.is_none()).count();
    assert!(corners <= 4 * (800 + gaps), "{corners}");
    // Without optimization; the budget in the browser is fifty.
    assert!(took.as_millis() < 500, "{took:?}");
}

#[test]
fn everything_lies_within_the_picture() {
    let mut next = random(23);
    for _ in 0..200 {
        let (width, height) = (next(1500) as f64, next(500) as f64);
        let count = next(500) as i64;
        let chart = lines(count, vec![Series::line("a", Ink::One, points(count))])
            .with_least_top(next(5) as f64 * 1000.0)
            .with_spans(vec![Span {
                from_ms: next(1000) as i64 * 1000 - 200_000,
                to_ms: next(1000) as i64 * 1000,
                kind: SpanKind::Down,
                label: "Down".to_owned(),
            }]);
        let drawing = draw(&chart, Shown::default(), width, height, &Clock::UTC);
        assert!(drawing.plot_width > 0.0 && drawing.plot_height > 0.0);
        for tick in &drawing.values {
            assert!((-0.001..=drawing.plot_height + 0.001).contains(&tick.at));
        }
        for tick in &drawing.times {
            assert!((0.0..=drawing.plot_width).contains(&tick.at));
            let half = tick.label.chars().count() as f64 * 3.2;
            let (begin, end) = (drawing.left + tick.label_at - half, drawing.left + tick.label_at + half);
            assert!(
                begin >= -1.0 && end <= drawing.width + 1.0,
                "{begin} {end} {}",
                drawing.width
            );
        }
        for span in &drawing.spans {
            assert!(span.x >= 0.0 && span.width >= 2.0 && span.x + span.width <= drawing.plot_width + 0.001);
        }
    }
}

#[test]
fn labels_of_time_do_not_lie_over_one_another() {
    for hours in [1, 3, 12, 24, 50, 24 * 7, 24 * 30, 24 * 90, 24 * 400] {
        for width in [280.0, 390.0, 700.0, 1200.0] {
            let chart = Chart::lines(
                "a",
                Unit::Percent,
                1_795_421_711_990,
                1_795_421_711_990 + hours * 3_600_000,
                Vec::new(),
            );
            let drawing = draw(&chart, Shown::default(), width, 220.0, &Clock::UTC);
            let labels: Vec<_> = drawing.times.iter().filter(|tick| !tick.label.is_empty()).collect();
            assert!(!labels.is_empty(), "{hours} {width}");
            for two in labels.windows(2) {
                let half = |at: usize| two[at].label.chars().count() as f64 * 3.2;
                assert!(two[0].label_at + half(0) < two[1].label_at - half(1), "{hours} {width}");
            }
        }
    }
}

#[test]
fn what_is_hidden_does_not_count() {
    let high = vec![Point {
        at_ms: 0,
        value: Some(9000.0),
    }];
    let chart = lines(
        10,
        vec![
            Series::line("a", Ink::One, points(10)),
            Series::line("b", Ink::Two, high),
        ],
    );
    let top = |shown| {
        let drawing = draw(&chart, shown, 600.0, 220.0, &Clock::UTC);
        (
            drawing.values.last().map(|tick| tick.label.clone()),
            drawing.series.len(),
        )
    };
    assert_eq!(top(Shown::default()), (Some("10 s".to_owned()), 2));
    assert_eq!(top(Shown::default().toggled(1)).1, 1);
    assert_ne!(top(Shown::default().toggled(1)).0, Some("10 s".to_owned()));
}

#[test]
fn a_single_point_is_a_dot() {
    let one = vec![Point {
        at_ms: 5000,
        value: Some(40.0),
    }];
    let drawing = draw(
        &lines(10, vec![Series::line("a", Ink::One, one)]),
        Shown::default(),
        600.0,
        220.0,
        &Clock::UTC,
    );
    assert_eq!(drawing.series[0].line, "");
    assert_eq!(drawing.series[0].dots.matches("h0").count(), 1);
}

#[test]
fn a_threshold_far_above_leaves_the_values_their_room() {
    let at = |value| {
        let threshold = Threshold {
            value,
            label: "Slow".to_owned(),
        };
        let chart = lines(50, vec![Series::line("a", Ink::One, points(50))]).with_thresholds(vec![threshold]);
        let drawing = draw(&chart, Shown::default(), 600.0, 220.0, &Clock::UTC);
        drawing.thresholds.into_iter().map(|one| one.label).collect::<Vec<_>>()
    };
    assert_eq!(at(500.0), ["Slow: 500 ms"]);
    assert_eq!(at(20_000.0), Vec::<String>::new());
}

#[test]
fn stacks_stand_upon_one_another() {
    let buckets: Vec<Bucket> = (0..3)
        .map(|at| Bucket {
            from_ms: at * 1000,
            to_ms: at * 1000 + 1000,
        })
        .collect();
    let bars = |name: &str, ink, values: [Option<f64>; 3]| BarSeries {
        name: name.to_owned(),
        ink,
        values: values.to_vec(),
    };
    let stacks = vec![
        bars("up", Ink::Good, [Some(6.0), Some(0.0), None]),
        bars("down", Ink::Bad, [Some(4.0), Some(10.0), None]),
    ];
    let drawing = draw(
        &Chart::bars("Checks", EVENTS, buckets, stacks),
        Shown::default(),
        340.0,
        234.0,
        &Clock::UTC,
    );
    assert_eq!(drawing.values.last().map(|tick| tick.label.as_str()), Some("10"));
    let first = |place: usize| {
        drawing.series[place]
            .fill
            .split('z')
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    assert!(first(0).contains(" 80h") && first(0).contains("v120"), "{}", first(0));
    assert!(first(1).contains(" 0h") && first(1).contains("v80"), "{}", first(1));
    assert_eq!(
        drawing.series[0].fill.matches('z').count(),
        2,
        "nothing is drawn where nothing is known"
    );
    assert_eq!(drawing.series[0].hatch, "");
    assert_ne!(drawing.series[1].hatch, "");
}

#[test]
fn many_bars_keep_their_highest() {
    let count = 10_000;
    let buckets: Vec<Bucket> = (0..count)
        .map(|at| Bucket {
            from_ms: at,
            to_ms: at + 1,
        })
        .collect();
    let mut values = vec![Some(1.0); count as usize];
    values[5003] = Some(100.0);
    let stacks = vec![BarSeries {
        name: "a".to_owned(),
        ink: Ink::One,
        values,
    }];
    let chart = Chart::bars("a", EVENTS, buckets, stacks);
    let drawing = draw(&chart, Shown::default(), 400.0, 234.0, &Clock::UTC);
    assert!(drawing.series[0].fill.matches('z').count() <= 200);
    assert_eq!(drawing.series[0].fill.matches("v200").count(), 1);
}
