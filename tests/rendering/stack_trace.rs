//! Chains and frames: what is shown, folded, counted and open.

use super::page::{Page, draw};
use super::sample::{chain, drawn, library, own, thrown};
use glint::ui::images::images;
use glint::ui::stack_trace::{FrameLinks, StackChoice, StackSetup, StackView, stack_trace};
use glint::ui::threads::threads;
use glint_model::processing_errors::explain;
use glint_model::stack_trace::FrameId;
use glint_model::stack_trace::FrameOrder::{NewestFirst, OldestFirst};
use glint_model::wire::entry::ExceptionData;
use leptos::prelude::*;
use serde_json::{Value, json};
use std::sync::Arc;

fn mixed() -> ExceptionData {
    let mut frames = vec![own("main", 3)];
    frames.extend((0..8).map(|line| library("django", 10 + line)));
    frames.extend((0..3).map(|line| library("asgiref", 10 + line)));
    frames.push(own("pay", 142));
    thrown(frames)
}

#[test]
fn library_frames_are_folded_and_counted() {
    let page = drawn(mixed(), StackView::App, NewestFirst);
    assert_eq!(page.texts(".frame .fn"), ["pay", "main"]);
    assert_eq!(page.texts(".fold > summary"), ["11 frames of django and asgiref"]);
}

#[test]
fn all_frames_are_there_when_asked_for_in_either_order() {
    let page = drawn(mixed(), StackView::All, OldestFirst);
    assert_eq!(page.count(".frame"), 13);
    assert_eq!(page.count(".fold"), 0);
    assert_eq!(page.texts(".frame .fn").first().map(String::as_str), Some("main"));
    assert_eq!(page.count(".frame.own"), 2);
}

#[test]
fn raw_is_text() {
    let page = drawn(mixed(), StackView::Raw, NewestFirst);
    assert_eq!(page.count(".frame, .fold"), 0);
    assert!(page.texts("pre.raw")[0].starts_with("Traceback"));
}

#[test]
fn the_frame_that_matters_is_open_and_no_other() {
    for order in [NewestFirst, OldestFirst] {
        let page = drawn(mixed(), StackView::App, order);
        assert_eq!(page.texts("details.frame[open] > summary .fn"), ["pay"]);
        assert_eq!(page.texts(".src [aria-current=true] .ln"), ["142"]);
        assert_eq!(page.texts(".src .ln"), ["141", "142", "143"]);
        assert_eq!(page.texts(".locals dt"), ["order"]);
    }
}

#[test]
fn a_recursion_is_one_row() {
    let mut frames = vec![own("main", 3)];
    frames.extend((0..1_998).map(|_| own("descend", 9)));
    let page = drawn(thrown(frames), StackView::App, NewestFirst);
    assert_eq!(page.texts(".frame .fn"), ["descend", "main"]);
    assert_eq!(page.texts(".times"), ["× 1\u{202f}998 times"]);
}

#[test]
fn thousands_of_frames_are_drawn_in_steps() {
    let frames = (0..2_000).map(|line| own(&format!("f{line}"), 10 + line)).collect();
    let page = drawn(thrown(frames), StackView::All, NewestFirst);
    assert_eq!(page.count(".frame"), 100);
    assert_eq!(page.texts(".more > summary"), ["1\u{202f}900 more rows of frames"]);
}

#[test]
fn a_chain_says_how_its_exceptions_belong_together() {
    let page = drawn(
        chain(json!([
            {"type": "ConnectionResetError", "value": "reset", "mechanism": {"type": "chained", "handled": false}},
            {"type": "UpstreamTimeout", "value": "slow", "mechanism": {"type": "django", "handled": false}},
        ])),
        StackView::App,
        NewestFirst,
    );
    assert_eq!(page.count(".exc"), 2);
    assert_eq!(page.texts(".relation"), ["caused by"]);
    assert!(page.texts("h3")[0].starts_with("UpstreamTimeout"));
    assert_eq!(page.count(".tagbadge.unhandled"), 2);
    assert_eq!(page.count(".seg"), 0, "without frames there is nothing to choose");
}

#[test]
fn what_says_nothing_is_still_there() {
    let page = drawn(
        chain(json!([{}, {"type": null, "value": "only words", "stacktrace": {"frames": [{}, {"inApp": true}]}}])),
        StackView::App,
        NewestFirst,
    );
    assert_eq!(page.count(".exc"), 2);
    assert_eq!(page.texts(".value"), ["only words"]);
    assert!(page.count(".frame") >= 1);
    assert_eq!(page.nameless(), Vec::<String>::new());
}

/// The chain as it is drawn when the URL names a frame.
fn drawn_at(data: ExceptionData, view: StackView, frame: &str) -> Page {
    let frame = FrameId::parse(frame);
    draw(move || {
        let choice = RwSignal::new(StackChoice {
            view,
            ..StackChoice::default()
        });
        let links = FrameLinks {
            opened: RwSignal::new(frame),
            href_of: Arc::new(|id| format!("/acme/issues/1?frame={id}")),
        };
        let setup = StackSetup {
            links: Some(links),
            ..StackSetup::from(choice)
        };
        stack_trace(data, Some("python".to_owned()), setup)
    })
}

#[test]
fn a_frame_that_the_url_names_is_unfolded_and_marked() {
    let page = drawn_at(mixed(), StackView::App, "0.4");
    assert_eq!(page.count(".fold[open]"), 1);
    assert_eq!(page.texts(".frame.linked > summary .file"), ["django/core.py:17"]);
    assert_eq!(page.count(".frame.linked[open]"), 1);
    let page = drawn_at(mixed(), StackView::All, "0.12");
    assert_eq!(page.texts(".frame.linked > summary .fn"), ["main"]);
    for nowhere in ["1.0", "0.13", "x"] {
        assert_eq!(
            drawn_at(mixed(), StackView::App, nowhere).count(".linked, .fold[open]"),
            0
        );
    }
}

#[test]
fn a_named_frame_far_down_is_drawn_without_those_above() {
    let frames = (0..2_000).map(|line| own(&format!("f{line}"), 10 + line)).collect();
    let page = drawn_at(thrown(frames), StackView::All, "0.1500");
    assert_eq!(page.texts(".linked .fn"), ["f499"]);
    assert_eq!(page.count(".frame"), 100);
    assert_eq!(page.texts(".more > summary")[0], "1\u{202f}496 rows of frames above");
}

#[test]
fn a_named_frame_of_a_recursion_is_shown_by_the_one_that_stands_for_it() {
    let mut frames = vec![own("main", 3)];
    frames.extend((0..1_998).map(|_| own("descend", 9)));
    let page = drawn_at(thrown(frames), StackView::App, "0.700");
    assert_eq!(page.texts(".linked .fn"), ["descend"]);
}

#[test]
fn every_frame_opens_to_something() {
    let data = || {
        thrown(vec![
            json!({"function": "bare", "inApp": true}),
            json!({"function": "locals", "inApp": true, "vars": {"a": 1, "cut": "[Object]"}}),
        ])
    };
    let page = drawn_at(data(), StackView::All, "0.0");
    assert_eq!(page.texts(".locals dt"), ["a", "cut"]);
    assert_eq!(page.texts(".cut"), ["Trimmed before it was sent: cut"]);
    let page = drawn_at(data(), StackView::All, "0.1");
    assert_eq!(
        page.texts(".frame > .bare"),
        ["Neither source nor locals were sent for this frame."]
    );
    assert_eq!(
        page.attributes(".linked .tools button", "aria-label"),
        ["Copy this frame as text", "Copy link to this frame"]
    );
}

#[test]
fn only_web_addresses_become_links_and_say_their_host() {
    let frame = |link: &str| {
        let frame = json!({"function": "f", "inApp": true, "sourceLink": link, "context": [[1, "x"]], "lineNo": 1});
        drawn(thrown(vec![frame]), StackView::App, NewestFirst)
    };
    let page = frame("https://git.example/shop/blob/1/a.py#L1");
    assert_eq!(page.texts(".tools a"), ["Source at git.example"]);
    assert_eq!(page.attributes(".tools a", "rel"), ["noopener noreferrer"]);
    for link in [
        "javascript:alert(1)",
        "//git.example",
        "https://a@git.example/",
        "ftp://git.example",
    ] {
        assert_eq!(frame(link).count(".tools a"), 0, "{link}");
    }
}

#[test]
fn code_can_be_shown_as_it_was_sent_where_there_are_both() {
    let both = || {
        chain(json!([{
            "type": "TypeError",
            "stacktrace": {"frames": [{"function": "total", "inApp": true, "lineNo": 4}]},
            "rawStacktrace": {"frames": [{"function": "t", "inApp": true, "lineNo": 1, "colNo": 4711}]},
        }]))
    };
    let as_chosen = |is_as_sent: bool| {
        draw(move || {
            let choice = StackChoice {
                is_as_sent,
                ..StackChoice::default()
            };
            stack_trace(both(), Some("javascript".to_owned()), RwSignal::new(choice))
        })
    };
    let page = as_chosen(false);
    assert_eq!(
        page.texts("[aria-label=\"Code shown\"] button"),
        ["Original", "Minified"]
    );
    assert_eq!(page.texts(".frame .fn"), ["total"]);
    assert_eq!(as_chosen(true).texts(".frame .fn"), ["t"]);
    assert_eq!(
        drawn(mixed(), StackView::App, NewestFirst).count("[aria-label=\"Code shown\"]"),
        0
    );
}

#[test]
fn why_a_source_map_did_not_apply_is_said_once() {
    let missing = || explain(&json!({"type": "js_no_source", "value": "https://shop.example/app.js"}));
    let other = explain(&json!({"type": "invalid_data", "name": "timestamp", "value": "x"}));
    let notes = Arc::from([missing(), missing(), other]);
    let page = draw(move || {
        let setup = StackSetup {
            notes,
            ..StackSetup::from(RwSignal::new(StackChoice::default()))
        };
        stack_trace(mixed(), None, setup)
    });
    assert_eq!(page.texts(".maps .note code"), ["https://shop.example/app.js"]);
    assert_eq!(page.dangers(&[]), Vec::<String>::new());
}

#[test]
fn how_it_was_caught_is_told_in_words() {
    let page = drawn(
        chain(json!([{
            "type": "EXC_BAD_ACCESS",
            "mechanism": {
                "type": "mach", "handled": false, "help_link": "https://help.example/x", "data": {"code": 1},
                "meta": {"signal": {"name": "SIGSEGV"}},
            },
            "stacktrace": {"frames": [{"function": "f"}], "registers": {"pc": "0x10"}},
        }])),
        StackView::App,
        NewestFirst,
    );
    assert_eq!(page.texts(".caught")[0], "The system ended the app · SIGSEGV");
    assert_eq!(page.texts(".caught a"), ["More about this at help.example"]);
    assert_eq!(page.texts(".mechanism > summary"), ["How it was caught"]);
    assert_eq!(page.texts(".registers > summary"), ["Registers1"]);
}

#[test]
fn exceptions_of_a_chain_are_sections_with_names_of_their_own() {
    let same = json!([{"type": "Error"}, {"type": "Error"}, {}]);
    let page = drawn(chain(same), StackView::App, NewestFirst);
    assert_eq!(
        page.attributes("section.exc", "aria-label"),
        ["1 of 3: (no type)", "2 of 3: Error", "3 of 3: Error"]
    );
}

fn threads_of(values: Value) -> Page {
    let data = serde_json::from_value(json!({ "values": values })).expect("threads");
    draw(move || threads(data, Some("native"), RwSignal::new(StackChoice::default())))
}

#[test]
fn the_crashed_thread_is_shown_first_and_others_can_be_chosen() {
    let frames = json!({"frames": [{"function": "wait", "inApp": true}]});
    let page = threads_of(json!([
        {"id": 1, "name": "idle", "stacktrace": frames},
        {"id": 2, "name": "<b>worker", "crashed": true},
    ]));
    assert_eq!(page.texts("h3"), ["<b>worker (2): crashed"]);
    assert_eq!(page.texts(".note"), ["Its stack trace is that of the exception."]);
    assert_eq!(
        page.texts("option"),
        ["<b>worker (2): crashed · 0 frames", "idle (1) · 1 frame"]
    );
    let alone = threads_of(json!([{"id": 1, "stacktrace": frames}]));
    assert_eq!(alone.texts(".frame .fn"), ["wait"]);
    assert_eq!(alone.count("select"), 0);
    assert_eq!(threads_of(json!([])).count("section"), 0);
}

#[test]
fn images_are_listed_and_can_be_searched_when_there_are_many() {
    let of = |count: usize| {
        let image = json!({"type": "elf", "code_file": "/lib/<i>.so", "debug_id": "AB", "image_addr": "0x10"});
        let data = serde_json::from_value(json!({"images": vec![image; count]})).expect("images");
        draw(move || images(&data))
    };
    let page = of(200);
    assert_eq!(page.count(".image"), 50);
    assert_eq!(page.texts(".image b")[0], "<i>.so");
    assert_eq!(page.attributes("input", "aria-label"), ["Search the images"]);
    assert_eq!(page.dangers(&[]), Vec::<String>::new());
    assert_eq!(of(2).count("input"), 0);
    assert_eq!(of(0).count("section"), 0);
}
