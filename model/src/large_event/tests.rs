//! Reading in pieces, looked at from all sides.

mod same;

use super::outline::{Node, Outline, Part, slice};
use super::sample::large_event_json;
use super::{Malformed, PIECE, Scanner, frame_count, read_event, read_exceptions};
use crate::testing::texts;
use crate::wire::event::Event;
use serde_json::value::RawValue;
use serde_json::{Value, from_str, json};
use std::cell::Cell;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Runs something that never waits.
fn run<T>(task: impl Future<Output = T>) -> T {
    match pin!(task).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => panic!("it waits"),
    }
}

fn scan(bytes: &[u8], piece: usize, step: usize) -> Result<Outline, Malformed> {
    let mut scanner = Scanner::with_piece(bytes.len(), piece);
    for slice in bytes.chunks(step) {
        scanner.feed(slice)?;
    }
    scanner.finish()
}

async fn no_pause(_: usize) {}

/// Reads an event in pieces of this size.
fn read(bytes: &[u8], piece: usize) -> Result<Event, String> {
    let outline = scan(bytes, piece, 1_000).map_err(|error| error.to_string())?;
    assert_eq!(outline.text.as_bytes(), bytes);
    check(&outline.text, &outline.root, piece);
    run(read_event(&outline, &no_pause)).map_err(|error| error.to_string())
}

/// Every part is where it says, and not larger than it may be.
fn check(text: &str, node: &Node, piece: usize) {
    for part in &node.parts {
        match part {
            Part::Some(span) => {
                assert!(span.len() <= piece + 100, "{} bytes", span.len());
                let members = slice(text, span);
                let whole = if node.is_object() {
                    format!("{{{members}}}")
                } else {
                    format!("[{members}]")
                };
                from_str::<&RawValue>(&whole).expect("members");
            }
            Part::Large { key, value } => {
                assert!(value.span.len() > piece);
                from_str::<&RawValue>(value.of(text)).expect("a value");
                assert_eq!(key.is_empty(), node.is_array());
                if node.is_object() {
                    from_str::<String>(slice(text, key)).expect("a key");
                }
                check(text, value, piece);
            }
        }
    }
}

#[test]
fn the_scanner_finds_fault_where_serde_does() {
    let own = [
        "",
        " ",
        "1",
        "-",
        "-0",
        "01",
        "1.",
        "1.5",
        ".5",
        "1e",
        "1e+",
        "1E-7",
        "1e5x",
        "tru",
        "true",
        "nulls",
        "[]",
        "[1,]",
        "[,]",
        "[1 2]",
        "{}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{1:2}",
        "{\"a\":1 \"b\":2}",
        "[}",
        "{]",
        "[1}",
        "\"",
        "\"\\",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\u1234\"",
        "\"\\ud800\"",
        "\"\t\"",
        "\u{feff}1",
        "[1] []",
        "\u{a0}1",
        "\"\u{7f}\u{202e}\"",
        " [ 1 , { \"a\" : [ ] } ] ",
        "é",
        "\"é漢💥\"",
    ];
    let made = texts(3_000).flat_map(|text| {
        [
            format!("\"{text}\""),
            format!("[{text}]"),
            format!("{{\"a\":{text}}}"),
            text,
        ]
    });
    for text in own.iter().map(|text| (*text).to_owned()).chain(made) {
        let right = from_str::<&RawValue>(&text).is_ok();
        for step in [1, 3, 1_000] {
            let found = scan(text.as_bytes(), 8, step);
            assert_eq!(found.is_ok(), right, "{text:?}: {:?}", found.err());
        }
    }
    for bytes in [
        &b"\"\xff\""[..],
        b"\"\xc3\"",
        b"\"\xe6\xbc",
        b"\"\xed\xa0\x80\"",
        b"\xc3",
    ] {
        for step in [1, 2, 1_000] {
            assert!(scan(bytes, 8, step).is_err(), "{bytes:?}");
        }
    }
    let said = scan(b"[1, x]", 8, 2).expect_err("no JSON").to_string();
    assert_eq!(said, "an unexpected character at byte 4");
}

#[test]
fn any_depth_is_gone_through_and_nothing_is_kept_of_it() {
    for depth in [1, 15, 16, 17, 18, 100, 200_000] {
        let text = format!("{}\"{}\"{}", "[1,".repeat(depth), "x".repeat(90), "]".repeat(depth));
        let outline = scan(text.as_bytes(), 64, 1_000).expect("JSON");
        check(&text, &outline.root, 64);
        assert!(scan(&text.as_bytes()[1..], 64, 1_000).is_err());
        assert!(scan(&text.as_bytes()[..text.len() - 1], 64, 1_000).is_err());
    }
}

#[test]
fn a_large_event_is_read_in_small_pieces() {
    let text = large_event_json(10);
    assert!((9_000_000..12_000_000).contains(&text.len()), "{}", text.len());
    let outline = scan(text.as_bytes(), PIECE, PIECE).expect("JSON");
    check(&text, &outline.root, PIECE);
    let (most, all) = (Cell::new(0), Cell::new(0));
    let pause = async |bytes: usize| {
        most.set(most.get().max(bytes));
        all.set(all.get() + bytes);
    };
    let event = run(read_event(&outline, &pause)).expect("an event");
    assert!(most.get() <= 2 * PIECE, "{} bytes in one go", most.get());
    assert!(all.get() < 1_500_000, "{} bytes for the head", all.get());
    let plain: Event = from_str(&text).expect("an event");
    assert_eq!(plain.contexts, event.contexts);
    assert_eq!(plain.entries, event.entries);
    assert_eq!(event.tags.len(), 500);
    let large: Vec<bool> = event.entries.iter().map(|entry| entry.data.is_large()).collect();
    assert_eq!(large, [true, true, true, false]);
    assert!(event.entries[0].data.held_bytes() == text.len() && event.entries[3].data.held_bytes() < 100);
    let request: Value = event.entries[2].read_small().expect("a request");
    assert_eq!(
        request,
        json!({"method": "POST", "url": "https://a.example/pay", "data": null})
    );
    assert_eq!(
        event.entries[3].read_small::<Value>().expect("a message"),
        json!({"formatted": "hello"})
    );
    assert_eq!(frame_count(&event.entries[0].data), 500);
    all.set(0);
    most.set(0);
    let exceptions = run(read_exceptions(&event.entries[0].data, &pause)).expect("exceptions");
    assert!(most.get() <= 2 * PIECE, "{} bytes in one go", most.get());
    assert!(all.get() > 4_000_000, "{}", all.get());
    assert_eq!(exceptions, plain.entries[0].read().expect("exceptions"));
}
