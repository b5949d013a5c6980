use super::{JsonLines, PieceKind, Search};
use crate::testing::texts;
use std::time::Instant;

fn divided(text: &str, slice: usize) -> JsonLines {
    let mut lines = JsonLines::default();
    while !lines.step(text, slice) {}
    lines
}

/// The lines as they are shown.
fn shown(text: &str) -> Vec<String> {
    divided(text, 7)
        .lines()
        .iter()
        .map(|line| {
            let mut out = "  ".repeat(line.depth());
            for piece in line.pieces(text) {
                out.push_str(&text[piece.range]);
                if piece.kind == PieceKind::Key {
                    out.push_str(": ");
                }
            }
            out
        })
        .collect()
}

#[test]
fn values_stand_on_lines_as_they_were_sent() {
    for (text, want) in [
        ("", vec![]),
        ("1.0e+400", vec!["1.0e+400"]),
        ("{}", vec!["{}"]),
        ("[ ]", vec!["[ ]"]),
        (
            r#"{"a":1,"a": [ ],"b" : {"c":"x, }\" \u00e9"},"d":null}"#,
            vec![
                "{",
                "  \"a\": 1,",
                "  \"a\": [ ],",
                "  \"b\": {",
                "    \"c\": \"x, }\\\" \\u00e9\"",
                "  },",
                "  \"d\": null",
                "}",
            ],
        ),
        ("[[1,2],[]]", vec!["[", "  [", "    1,", "    2", "  ],", "  []", "]"]),
        ("[\"\\\\\",true]", vec!["[", "  \"\\\\\",", "  true", "]"]),
        // What is no JSON.
        ("<html> error", vec!["<html> error"]),
        ("}{]", vec!["}{]"]),
        ("\"open", vec!["\"open"]),
        (",,", vec![",", ","]),
        ("http://x {\"a\":}", vec!["http://x {", "  \"a\": ", "}"]),
        ("{:1}", vec!["{", "  :1", "}"]),
    ] {
        assert_eq!(shown(text), want, "{text}");
    }
}

#[test]
fn long_texts_go_on_in_the_next_line() {
    let text = format!("{{\"a\":\"{}\",\"b\":1}}", "é\\\"".repeat(2_000));
    let lines = divided(&text, 1_000_000);
    let lines = lines.lines();
    assert!(lines.len() > 7, "{}", lines.len());
    assert!(lines[2].is_more() && lines[2].depth() == 1);
    assert!(lines.iter().all(|line| line.range().len() < 1_300));
    let whole: String = lines.iter().map(|line| &text[line.range()]).collect();
    assert_eq!(whole, text);
    let middle = lines[3].pieces(&text);
    assert_eq!(middle.len(), 1);
    assert_eq!(middle[0].kind, PieceKind::Text);
}

#[test]
fn nothing_but_space_is_lost_whatever_the_slices() {
    let squeezed = |text: &str| text.replace([' ', '\t', '\n', '\r'], "");
    for text in texts(4_000) {
        for text in [
            text.clone(),
            format!("{{\"{text}\":[\"{text}\",{text}"),
            text.repeat(300),
        ] {
            let lines = divided(&text, 1 << 20);
            for slice in [1, 13] {
                assert_eq!(divided(&text, slice).lines(), lines.lines(), "{text:?}");
            }
            let mut end = 0;
            let mut kept = String::new();
            for line in lines.lines() {
                let range = line.range();
                assert!(range.start >= end, "{text:?}");
                // Between two lines there is only space, or the colon that a line with a key adds.
                kept.push_str(&text[end..range.start]);
                assert!(text[end..range.start].trim().is_empty(), "{text:?}");
                let pieces = line.pieces(&text);
                for pair in pieces.windows(2) {
                    let between = text.get(pair[0].range.end..pair[1].range.start).expect("in order");
                    assert!(
                        between.trim_matches([' ', '\t', '\n', '\r', ':']).is_empty(),
                        "{text:?}"
                    );
                }
                assert!(
                    pieces.iter().all(|piece| text.get(piece.range.clone()).is_some()),
                    "{text:?}"
                );
                kept.push_str(&text[range.clone()]);
                end = range.end;
            }
            kept.push_str(&text[end..]);
            assert_eq!(squeezed(&kept), squeezed(&text));
        }
    }
}

#[test]
fn a_place_is_found_in_its_line() {
    let text = "{\"a\":1,\"b\":[2,3]}";
    let lines = divided(text, 100);
    for (needle, line) in [("{", 0), ("\"a\"", 1), ("2", 3), ("3", 4), ("]", 5)] {
        assert_eq!(lines.line_at(text.find(needle).expect("it is there")), line, "{needle}");
    }
}

fn found(text: &str, wanted: &str) -> Vec<String> {
    let Some(mut search) = Search::new(wanted) else {
        return Vec::new();
    };
    while !search.step(text, 3) {}
    (0..search.count())
        .filter_map(|index| search.get(index))
        .map(|range| text[range].to_owned())
        .collect()
}

#[test]
fn searching_does_not_mind_case_or_the_space_behind_a_key() {
    let text = r#"{"Status":200,"status": 404,"é":"ÉÉ","aaa":1}"#;
    assert_eq!(found(text, "status\": "), ["Status\":", "status\":"]);
    assert_eq!(found(text, "\"status\": 404"), ["\"status\": 404"]);
    assert_eq!(found(text, "\"status\":200"), ["\"Status\":200"]);
    assert_eq!(found(text, "É"), ["É", "É"]);
    assert_eq!(found(text, "aa"), ["aa"]);
    assert_eq!(found(text, "nothing"), Vec::<String>::new());
    assert!(Search::new("").is_none());
    let mut search = Search::new("a").expect("a search");
    while !search.step("a-a-a", 2) {}
    assert_eq!(
        (search.within(&(1..3)), search.within(&(0..5)), search.within(&(1..2))),
        (1..2, 0..3, 1..1)
    );
    assert_eq!(
        (search.first_from(1), search.first_from(5), search.first_from(0)),
        (Some(1), Some(0), Some(0))
    );
}

#[test]
fn every_match_lies_between_characters() {
    for text in texts(2_000) {
        let long = format!("{text}{{\"a\": \"{text}\"}}{text}");
        for part in found(&long, &text) {
            assert!(!part.is_empty());
        }
    }
}

#[test]
fn ten_megabytes_take_bounded_time() {
    let row = r#"{"name":"value, with } and \" in it","number":12345.678,"list":[1,2,{"a":null}]},"#;
    let text = format!("[{}0]", row.repeat(10_000_000 / row.len()));
    let start = Instant::now();
    let lines = divided(&text, 256 * 1024);
    let mut search = Search::new("null}]},{\"name\": \"x").expect("a search");
    while !search.step(&text, 256 * 1024) {}
    assert!(lines.lines().len() > 1_000_000);
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
