//! Chains and frames: what is shown, folded, counted and open.

use super::sample::{chain, drawn, library, own, thrown};
use glint::ui::stack_trace::StackView;
use glint_model::stack_trace::FrameOrder::{NewestFirst, OldestFirst};
use serde_json::json;

fn mixed() -> glint_model::wire::entry::ExceptionData {
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
