//! Every control and every picture that means something has a name.

use super::page::draw;
use super::sample::{drawn, library, own, thrown};
use glint::ui::app_link::AppLink;
use glint::ui::chart::spark;
use glint::ui::copy_button::copy_button;
use glint::ui::level::level_mark;
use glint::ui::stack_trace::StackView;
use glint::ui::state::{failed, nothing, waiting};
use glint::ui::tag_chips::{TagChip, tag_chips};
use glint::ui::toast::{Toasts, toast_region};
use glint_model::error::ApiError;
use glint_model::stack_trace::FrameOrder;
use glint_model::trend::{Period, fill};
use glint_model::wire::issue::Level;
use leptos::prelude::*;

#[test]
fn controls_of_a_stack_trace_have_names() {
    let page = drawn(
        thrown(vec![library("django", 1), own("pay", 2)]),
        StackView::App,
        FrameOrder::NewestFirst,
    );
    assert_eq!(page.nameless(), Vec::<String>::new());
    assert_eq!(page.texts(".seg button"), ["App frames", "All", "Raw"]);
    assert_eq!(
        page.attributes(".seg button", "aria-pressed"),
        ["true", "false", "false"]
    );
    assert_eq!(page.attributes("section", "aria-label"), ["Exception"]);
}

#[test]
fn small_widgets_have_names() {
    let chip = TagChip {
        key: "url".into(),
        value: "https://shop.example/".into(),
        link: Some(AppLink::new("/a".into())),
    };
    let trend = fill(&[(1_795_392_000, 4)], Period::Fortnight, 1_795_400_000_000);
    let page = draw(|| {
        view! {
            {copy_button("btn icon", "Copy the id", "Id", String::new)}
            {level_mark(Level::Fatal)}
            {tag_chips(vec![chip])}
            {spark(trend.buckets.iter().map(|bucket| bucket.count), trend.summary())}
        }
    });
    assert_eq!(page.nameless(), Vec::<String>::new());
    assert_eq!(page.count("a[target=_blank][aria-label]"), 1);
    assert_eq!(
        page.attributes("svg.spark", "aria-label"),
        ["4 events in the last 14 days, at most 4 in one day"]
    );
    assert_eq!(
        page.count("svg.i:not([aria-hidden=true])"),
        0,
        "other pictures are decoration"
    );
}

#[test]
fn states_say_what_they_are() {
    let page = draw(|| failed(&ApiError::Offline, || ()));
    assert_eq!(page.count("[role=alert]"), 1);
    assert_eq!(page.texts("button"), ["Try again"]);
    assert_eq!(
        draw(|| failed(&ApiError::NotFound, || ())).count("button"),
        0,
        "a retry that cannot help is not offered"
    );
    assert_eq!(draw(|| waiting(3)).texts("[role=status]"), ["Loading"]);
    assert_eq!(
        draw(|| nothing("Nothing", "here", ().into_any())).texts("h2"),
        ["Nothing"]
    );
}

#[test]
fn messages_are_announced() {
    let page = draw(|| toast_region(Toasts::get()));
    assert_eq!(page.attributes("[aria-live=polite]", "aria-label"), ["Messages"]);
}
