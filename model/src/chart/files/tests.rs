use super::{csv, svg};
use crate::chart::{BarSeries, Bucket, Chart, Clock, Ink, Point, Series, Shown, Span, SpanKind, Threshold, Unit};
use crate::testing::texts;

fn points(values: &[Option<f64>]) -> Vec<Point> {
    let points = values.iter().zip(0..).map(|(value, at)| Point {
        at_ms: at * 1000,
        value: *value,
    });
    points.collect()
}

fn chart(name: &str) -> Chart {
    let series = vec![
        Series::area(name, Ink::One, points(&[Some(41.5), None, Some(43.0)])),
        Series::range("r", Ink::Two, points(&[Some(1.0)]), points(&[Some(2.0)])),
    ];
    Chart::lines(name, Unit::Milliseconds, 0, 10_000, series)
        .with_spans(vec![Span {
            from_ms: 1000,
            to_ms: 9000,
            kind: SpanKind::Down,
            label: name.to_owned(),
        }])
        .with_thresholds(vec![Threshold {
            value: 50.0,
            label: name.to_owned(),
        }])
}

#[test]
fn every_value_is_in_the_csv() {
    assert_eq!(
        csv(&chart("p50"), Shown::ALL),
        "time (UTC),p50 (ms),\"r, lower (ms)\",\"r, upper (ms)\",note\r\n\
         1970-01-01T00:00:00.000Z,41.5,1,2,\r\n\
         1970-01-01T00:00:01.000Z,,,,p50\r\n\
         1970-01-01T00:00:02.000Z,43,,,p50\r\n"
    );
    let bars = Chart::bars(
        "Checks",
        Unit::Count {
            one: "check",
            many: "checks",
        },
        vec![Bucket {
            from_ms: 0,
            to_ms: 1000,
        }],
        vec![BarSeries {
            name: "up".to_owned(),
            ink: Ink::Good,
            values: vec![Some(4.0)],
        }],
    );
    assert_eq!(
        csv(&bars, Shown::ALL),
        "from (UTC),to (UTC),up (checks),note\r\n1970-01-01T00:00:00.000Z,1970-01-01T00:00:01.000Z,4,\r\n"
    );
}

#[test]
fn no_name_begins_a_formula() {
    for name in ["=1+1", "+1", "-1", "@SUM(A1)"] {
        let text = csv(&chart(name), Shown::ALL);
        assert!(text.contains(&format!(",'{name} (ms),")), "{text}");
        assert!(text.contains(&format!(",'{name}\r\n")), "{text}");
    }
}

#[test]
fn the_picture_stands_alone() {
    let text = svg(&chart("p50"), Shown::ALL, 800.0, 240.0, &Clock::UTC);
    for want in [
        "<title>p50</title>",
        "<desc>p50, ",
        "#4f46c9",
        ">p50: 50 ms<",
        "stroke-dasharray=\"7 3\"",
    ] {
        assert!(text.contains(want), "{want} in {text}");
    }
    for stranger in ["<style", "<script", "href", "url(", "var(", "class="] {
        assert!(!text.contains(stranger), "{stranger}");
    }
    assert_eq!(
        svg(&chart("p50"), Shown::ALL.toggled(0), 800.0, 240.0, &Clock::UTC)
            .matches("#4f46c9")
            .count(),
        0
    );
}

#[test]
fn no_name_becomes_markup() {
    let tags = |text: &str| text.matches('<').count();
    let plain = tags(&svg(&chart("p"), Shown::ALL, 600.0, 200.0, &Clock::UTC));
    for name in texts(500) {
        let text = svg(&chart(&name), Shown::ALL, 600.0, 200.0, &Clock::UTC);
        let count = tags(&text);
        // A long label of a shaded time has no room and is left away.
        assert!(count == plain || count + 2 == plain, "{name:?}");
        assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{name:?}");
    }
}
