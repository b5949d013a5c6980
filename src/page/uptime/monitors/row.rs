//! One monitor, read at a glance.

use super::wall::Wall;
use crate::browser::intl;
use crate::page::uptime::status_mark::status_mark;
use crate::reactive::{changing, changing_text, truth};
use crate::route::Route;
use crate::ui::chart::check_strip;
use crate::ui::icon::{Icon, icon};
use crate::ui::time::exact;
use glint_model::id::MonitorId;
use glint_model::monitor_wall::{Target, WallRow, check_words, down_reason, for_text, length_text, seen_text};
use glint_model::timestamp::Timestamp;
use glint_model::uptime::duration_text;
use glint_model::wire::monitor::MonitorType;
use leptos::ev::PointerEvent;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Shows a row.
pub fn row(wall: Wall, id: MonitorId) -> AnyView {
    let Some(state) = wall.state(id) else {
        return ().into_any();
    };
    let now = state.row.get_untracked();
    let (shown, off) = (state.is_shown.clone(), state.is_shown.clone());
    let href = Route::monitor(&wall.organization.get_value(), id).href();
    view! {
        <li
            class="mon"
            class:off=truth(move || !off.get())
            aria-hidden=move || (!shown.get()).then_some("true")
            on:focusin=move |_| wall.focused.set(Some(id))
        >
            <div class="mon-id">
                <a class="nm" id=row_link_id(id) href=href>{now.name.clone()}</a>
                {facts(&now)}
            </div>
            {strip(&now, state.row.clone())}
            {figures(wall, state.row)}
            <button
                class="btn quiet icon small mon-more"
                type="button"
                aria-label=format!("Actions for {}", now.name)
                aria-haspopup="true"
                on:click=move |event| {
                    let button = event.current_target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
                    super::row_menu::open(wall, id, button);
                }
            >
                {icon(Icon::More, "")}
            </button>
        </li>
    }
    .into_any()
}

/// The id of a row's link in the document.
pub fn row_link_id(id: MonitorId) -> String {
    format!("monitor-{id}")
}

/// What it looks at, how and how often, and where it belongs.
fn facts(row: &WallRow) -> AnyView {
    let target = match &row.target {
        Target::Link(url) => {
            let title = url.as_str().to_owned();
            // Without what most of them have in common there is room for what tells them apart.
            let text = title
                .strip_prefix("https://")
                .unwrap_or(&title)
                .trim_end_matches('/')
                .to_owned();
            Some(
                view! {
                    <a class="url" href=url.href() target="_blank" rel="noreferrer noopener" title=title>
                        {text}
                        <span class="visually-hidden">", opens in a new tab"</span>
                    </a>
                }
                .into_any(),
            )
        }
        Target::Text(text) if !text.is_empty() => Some(view! { <span class="url">{text.clone()}</span> }.into_any()),
        Target::Text(_) | Target::Heartbeat => None,
    };
    let every = format!("every {}", duration_text(row.interval_s.saturating_mul(1000)));
    let kind = match row.kind {
        MonitorType::Unknown => "of an unknown type",
        kind => kind.as_str(),
    };
    let places: Vec<String> = [row.project.as_deref(), row.environment.as_deref()]
        .into_iter()
        .flatten()
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect();
    view! {
        <div class="s">
            <span>{kind}</span>
            {target}
            <span>{every}</span>
            {places.into_iter().map(|place| view! { <span>{place}</span> }).collect_view()}
        </div>
    }
    .into_any()
}

fn strip(now: &WallRow, row: ArcRwSignal<Arc<WallRow>>) -> AnyView {
    let of_label = row.clone();
    let cells = Signal::derive(move || row.with(|row| row.cells()));
    check_strip(format!("Checks of {}", now.name), cells, move |cell| {
        of_label.with_untracked(|row| match row.check_of_cell(cell) {
            Some(check) => format!("{}, {}", intl::local(check.start_check), check_words(check, row.kind)),
            None => "No check".to_owned(),
        })
    })
}

/// What changes with every check.
fn figures(wall: Wall, row: ArcRwSignal<Arc<WallRow>>) -> AnyView {
    changing(move || {
        let row = row.get();
        let (share, window) = row.seen.map_or(("–".to_owned(), String::new()), seen_text);
        let response = match row.response_ms {
            Some(ms) => length_text(ms),
            None => "–".to_owned(),
        };
        view! {
            <div class="num up">
                {share}
                <small>{window}</small>
            </div>
            <div class="num ms" title=response_title(&row)>
                <span class="visually-hidden">"last response "</span>
                {response}
            </div>
            <div class="when">
                <b>
                    {status_mark(row.health)}
                    <span>{row.health.word()} {row.since.map(|since| for_so_long(wall, since))}</span>
                </b>
                {down_reason(&row).map(|reason| view! { <small title=reason.clone()>{reason.clone()}</small> })}
            </div>
        }
        .into_any()
    })
}

/// `for 14 min`; the exact time, which takes a while to work out, when it is pointed at.
fn for_so_long(wall: Wall, since: Timestamp) -> AnyView {
    let explain = move |event: PointerEvent| {
        let element = event
            .current_target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(element) = element {
            let _ = element.set_attribute("title", &format!("since {}", exact(since)));
        }
    };
    view! {
        <time datetime=since.to_iso() on:pointerenter=explain>
            {changing_text(move || format!(" {}", for_text(since, wall.minute.get())))}
        </time>
    }
    .into_any()
}

fn response_title(row: &WallRow) -> &'static str {
    if row.response_ms.is_some() {
        "Response time of the last check"
    } else if row.is_timed() {
        "The last check has no response time"
    } else {
        "The list does not tell response times; they are asked for as rows come into sight"
    }
}
