//! Which time the chart shows: six ranges up to now, and one of one's own. Each is a link, so that Back undoes it.

use super::context::MonitorContext;
use super::figures::window_text;
use super::zone::{now, zone};
use crate::reactive::{attribute, changing_text, maybe};
use crate::route::{Step, use_go};
use crate::ui::range_dialog::{RangeWords, range_dialog};
use glint_model::timestamp::Timestamp;
use glint_model::uptime::{Span, Window};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// The links.
pub fn ranges(context: MonitorContext) -> AnyView {
    let links: Vec<AnyView> = Window::CHART.iter().map(|window| link(context, *window)).collect();
    let is_open = RwSignal::new(false);
    let own = move || {
        let window = context.window.get()?;
        (!Window::CHART.contains(&window)).then_some(window)
    };
    let label = move || own().map_or("Custom…".to_owned(), window_text);
    view! {
        <div class="seg ranges" role="group" aria-label="Range">
            {links}
            <button
                type="button"
                aria-haspopup="dialog"
                aria-pressed=attribute(move || if own().is_some() { "true" } else { "false" }.to_owned())
                title="A range of one's own"
                on:click=move |_| is_open.set(true)
            >
                {changing_text(label)}
            </button>
        </div>
        {maybe(move || is_open.get().then(|| dialog(context, is_open)))}
    }
    .into_any()
}

fn link(context: MonitorContext, window: Window) -> AnyView {
    let href = attribute(move || context.route(Some(window), context.show.get()).href());
    let is_current = move || (context.window.get() == Some(window)).then_some("true");
    let go = use_go();
    let follow = move |event: MouseEvent| {
        if is_plain(&event) {
            event.prevent_default();
            go(&context.route_to(window), Step::Stay);
        }
    };
    let short = match window {
        Window::Hour => "1 h",
        Window::HalfDay => "12 h",
        Window::Day => "24 h",
        Window::Week => "7 d",
        Window::ThirtyDays => "30 d",
        _ => "90 d",
    };
    view! {
        <a href=href aria-current=is_current title=window.label() on:click=follow>
            {short}
        </a>
    }
    .into_any()
}

/// Whether a click is for this tab.
pub fn is_plain(event: &MouseEvent) -> bool {
    let is_held = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    event.button() == 0 && !is_held
}

fn dialog(context: MonitorContext, is_open: RwSignal<bool>) -> AnyView {
    let span = context.window.get_untracked().map(|window| window.span(now(), &zone()));
    let go = use_go();
    let apply = Callback::new(move |(from, to): (Option<Timestamp>, Option<Timestamp>)| {
        // The dialog asks for both.
        if let (Some(from), Some(to)) = (from, to) {
            go(&context.route_to(Window::Between(Span::new(from, to))), Step::Stay);
        }
    });
    let words = RangeWords {
        title: "Show the time between",
        lead: "Times are in your own zone",
        rest: ".",
        needs_both: true,
    };
    let close = Callback::new(move |()| is_open.set(false));
    range_dialog(
        words,
        (span.map(|span| span.start), span.map(|span| span.end)),
        apply,
        close,
    )
}
