//! What is offered, and what comes of taking it.

use super::{Help, Known, Suggestion, suggest};
use crate::search::{ChipKind, Token, chips, parse, prepare};
use crate::testing::texts;
use std::time::{Duration, Instant};

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn known() -> Known {
    let tag = |key: &str, values: &[&str]| (key.to_owned(), strings(values));
    Known {
        tags: vec![
            tag("browser", &["Mobile Safari 17", "Firefox 132.0", "Safari"]),
            tag("browser.name", &["Mobile Safari", "Firefox"]),
            tag("server_name", &["web-1", "it's \"one\""]),
            tag("transaction", &["/checkout", "GET /pay"]),
            tag("environment", &["production", "staging"]),
            tag("region", &[]),
            tag("level", &["fatal"]),
            tag("project", &["shop"]),
            tag("two words", &["x"]),
            tag("!odd", &["x"]),
            tag("bad", &["line\nbreak", "", "a*", "\u{202e}fine"]),
        ],
        environments: strings(&["production", "dev"]),
        releases: strings(&["shop@1.0", "shop@1.0.1"]),
        recent: strings(&[
            "is:unresolved payment",
            "level:fatal",
            "browser:Safari timeout",
            "a1",
            "a2",
            "a3",
            "a4",
        ]),
    }
}

/// The suggestions where the bar is.
fn at(text: &str) -> Vec<Suggestion> {
    let (head, tail) = text.split_once('|').expect("a bar");
    suggest(&format!("{head}{tail}"), head.encode_utf16().count(), &known())
}

fn labels(text: &str) -> Vec<String> {
    at(text).into_iter().map(|suggestion| suggestion.label).collect()
}

/// The search after taking the suggestion with this label, with a bar at the caret.
fn taken(text: &str, label: &str) -> String {
    let all = at(text);
    let Some(suggestion) = all.iter().find(|suggestion| suggestion.label == label) else {
        panic!("no {label} at {text}: {all:?}")
    };
    let units: Vec<u16> = suggestion.text.encode_utf16().collect();
    let (head, tail) = units.split_at(suggestion.caret);
    [String::from_utf16_lossy(head), String::from_utf16_lossy(tail)].join("|")
}

#[test]
fn where_nothing_is_typed_there_is_some_of_everything() {
    let all = at("|");
    let of = |help: Help| -> Vec<&str> {
        all.iter()
            .filter(|suggestion| suggestion.help == help)
            .map(|suggestion| suggestion.label.as_str())
            .collect()
    };
    assert_eq!(
        of(Help::Recent),
        [
            "is:unresolved payment",
            "level:fatal",
            "browser:Safari timeout",
            "a1",
            "a2"
        ]
    );
    assert_eq!(
        of(Help::Key),
        [
            "is:",
            "level:",
            "has:",
            "environment:",
            "release:",
            "browser:",
            "browser.name:",
            "server_name:"
        ]
    );
    assert_eq!(of(Help::Example).len(), 4);
    assert_eq!((all[0].help, all[16].help), (Help::Recent, Help::Example));
    assert!(all.iter().all(|suggestion| !suggestion.hint.is_empty()));
    assert!(!labels("payment is:unresolved |").contains(&"is:unresolved payment".to_owned()));
    assert!(!labels("is:unresolved level:fatal |").contains(&"is:unresolved level:fatal".to_owned()));
}

#[test]
fn behind_a_key_there_are_its_values() {
    for (text, want) in [
        ("is:|", &["is:unresolved", "is:resolved", "is:ignored"][..]),
        ("IS:RES|", &["is:resolved", "is:unresolved"]),
        ("is:resolved|", &[]),
        ("is:unresolved is:|", &["is:resolved", "is:ignored"]),
        ("is:unre|solved", &[]),
        (
            "level:|",
            &[
                "level:fatal",
                "level:error",
                "level:warning",
                "level:info",
                "level:debug",
                "level:sample",
            ],
        ),
        ("level:ing|", &["level:warning"]),
        ("has:re|", &["has:release", "has:region"]),
        ("has:two|", &["has:\"two words\""]),
        (
            "environment:|",
            &["environment:production", "environment:dev", "environment:staging"],
        ),
        ("environment:production environment:p|", &[]),
        ("release:shop@1.0|", &["release:shop@1.0.1"]),
        ("browser:saf|", &["browser:Safari", "browser:\"Mobile Safari 17\""]),
        ("browser:safari|", &["browser:Safari"]),
        ("BROWSER:fire|", &["browser:\"Firefox 132.0\""]),
        ("browser:\"Mobile Sa|", &["browser:\"Mobile Safari 17\""]),
        ("browser:\"Mobile Sa|\"", &["browser:\"Mobile Safari 17\""]),
        ("server_name:i|", &["server_name:\"it's \\\"one\\\"\""]),
        ("transaction:/|", &["transaction:/checkout", "transaction:\"GET /pay\""]),
        ("bad:|", &["bad:fine"]),
        ("region:|", &[]),
        ("unknown:|", &[]),
        ("project:|", &[]),
        ("!is:|", &[]),
        ("!odd:|", &[]),
        ("http:|//example.com", &[]),
    ] {
        assert_eq!(labels(text), want, "{text}");
    }
}

#[test]
fn in_a_word_there_is_what_it_can_become() {
    for (text, want) in [
        ("l|", &["level:"][..]),
        ("leve|", &["level:", "level:fatal"]),
        ("REL|", &["release:"]),
        ("serv|", &["server_name:"]),
        ("prod|", &["environment:production"]),
        ("fata|", &["level:fatal"]),
        (
            "saf|",
            &[
                "browser:Safari",
                "browser:\"Mobile Safari 17\"",
                "browser.name:\"Mobile Safari\"",
                "browser:Safari timeout",
            ],
        ),
        ("paym|", &["is:unresolved payment"]),
        ("is:resolved tim|", &["browser:Safari timeout"]),
        ("word|", &[]),
        ("ayment|", &[]),
        ("failed|", &[]),
        ("e-mail|", &[]),
        ("proj|", &[]),
        ("two|", &[]),
        ("\"|", &[]),
        ("lev|el:fatal", &[]),
        ("KeyError: 'x'|", &[]),
    ] {
        assert_eq!(labels(text), want, "{text}");
    }
    assert_eq!(labels("re|")[..2], ["release:", "region:"]);
    assert_eq!(labels("is|")[0], "is:");
    assert!(labels("s|").iter().all(|label| label.starts_with('s')));
}

#[test]
fn what_is_taken_stands_where_it_is_searched_for() {
    for (text, label, want) in [
        ("lev|", "level:", "level:|"),
        ("is:unresolved lev|", "level:", "is:unresolved level:|"),
        ("payment lev|", "level:", "payment level:|"),
        ("payment level:fa|", "level:fatal", "level:fatal| payment"),
        (
            "is:ignored \"it fails\" x browser:\"Mobile Sa|",
            "browser:\"Mobile Safari 17\"",
            "is:ignored browser:\"Mobile Safari 17\"| \"it fails\" x",
        ),
        ("is:unresolved is:res|", "is:resolved", "is:resolved|"),
        ("IS:Unresolved x:'a b' is:res|", "is:resolved", "x:'a b' is:resolved|"),
        (
            "is:res| level:info is:unresolved",
            "is:resolved",
            "is:resolved| level:info",
        ),
        ("level:info a level:| b", "level:fatal", "level:fatal| a b"),
        (
            "browser:Firefox browser:saf|",
            "browser:Safari",
            "browser:Firefox browser:Safari|",
        ),
        (
            "browser:\"Mobile Sa| os:\"Mac OS\" a",
            "browser:\"Mobile Safari 17\"",
            "browser:\"Mobile Safari 17\"| os:\"Mac OS\" a",
        ),
        ("💥 prod|", "environment:production", "environment:production| 💥"),
        ("os:💥 prod|", "environment:production", "os:💥 environment:production|"),
        (
            "is:resolved x tim|",
            "browser:Safari timeout",
            "browser:Safari timeout|",
        ),
    ] {
        assert_eq!(taken(text, label), want, "{text}");
    }
    assert_eq!(labels("bad:|"), ["bad:fine"]);
    assert_eq!(at("bad:|")[0].text, "bad:\u{202e}fine");
}

/// Whatever is typed: what is offered is new, means what it says, and leaves the rest alone.
#[test]
fn nothing_else_changes() {
    let known = known();
    let pieces = [
        "is:",
        "level:fa",
        "browser:\"Mob",
        "saf",
        "has:",
        "environment:p",
        "transaction:/",
        " ",
    ];
    let mut taken = 0;
    for (number, noise) in texts(6000).enumerate() {
        let piece = pieces[number % pieces.len()];
        let text = if number % 3 == 0 {
            format!("{noise}{piece}")
        } else {
            format!("{noise} {piece} {noise}")
        };
        let end = text.encode_utf16().count();
        for caret in [end, noise.encode_utf16().count() + 1 + piece.len(), number % (end + 1)] {
            let all = suggest(&text, caret, &known);
            assert!(
                all.len() <= 8 || all[0].help == Help::Recent && all.len() <= 17,
                "{text:?}: {all:?}"
            );
            for suggestion in all {
                assert!(
                    suggestion.caret <= suggestion.text.encode_utf16().count(),
                    "{suggestion:?}"
                );
                if suggestion.help != Help::Value {
                    continue;
                }
                taken += 1;
                let said = parse(&suggestion.text);
                let meant = parse(&suggestion.label.replace("bad:", "bad:\u{202e}"));
                let tokens = meant.iter().filter(|token| said.contains(token)).count();
                assert_eq!(tokens, 1, "{text:?} at {caret}: {suggestion:?}");
                assert_ne!(prepare(&suggestion.text).query, prepare(&text).query, "{suggestion:?}");
                if matches!(meant[0], Token::Is(_)) {
                    let statuses = chips(&suggestion.text)
                        .iter()
                        .filter(|chip| chip.kind == ChipKind::Is)
                        .count();
                    assert_eq!(statuses, 1, "{suggestion:?}");
                }
            }
        }
    }
    assert!(taken > 3000, "{taken}");
}

/// The other words stay, but for the status or level that makes room.
#[test]
fn the_rest_stays() {
    let known = known();
    let mut taken = 0;
    for noise in texts(8000).filter(|noise| !noise.contains(['"', '\''])) {
        for (piece, replaced) in [
            ("is:", ChipKind::Is),
            ("level:", ChipKind::Level),
            ("browser:s", ChipKind::Has),
        ] {
            let text = format!("{noise} {piece}");
            for suggestion in suggest(&text, text.encode_utf16().count(), &known) {
                taken += 1;
                let after: Vec<String> = chips(&suggestion.text).into_iter().map(|chip| chip.text).collect();
                for chip in chips(&noise).into_iter().filter(|chip| chip.kind != replaced) {
                    assert!(after.contains(&chip.text), "{text:?}: {} in {suggestion:?}", chip.text);
                }
            }
        }
    }
    assert!(taken > 10_000, "{taken}");
}

#[test]
fn ten_thousand_values_are_searched_quickly() {
    let tags = (0..200)
        .map(|tag| {
            let values = (0..50)
                .map(|value| format!("value {value} of the tag number {tag}"))
                .collect();
            (format!("tag{tag}"), values)
        })
        .collect();
    let known = Known { tags, ..known() };
    for text in [
        "zz",
        "ser",
        "number 199",
        "va",
        "tag199:number",
        "\"0 of the tag",
        "",
        "level:fa",
    ] {
        let quickest = (0..5)
            .map(|_| {
                let start = Instant::now();
                let _ = suggest(text, text.len(), &known);
                start.elapsed()
            })
            .min();
        println!("{text:?}: {quickest:?}");
        // A fraction of it when built for release; enough here to notice what is quadratic.
        assert!(quickest < Some(Duration::from_millis(50)), "{text:?}: {quickest:?}");
    }
}
