//! One breadcrumb, and the event at the end of them. At most eight elements as long as its data are not opened.

use super::marked::marked;
use super::trail::Trail;
use crate::browser::intl;
use crate::reactive::{aria, maybe};
use crate::ui::long_text::long_text;
use crate::ui::value_tree::pairs;
use glint_model::breadcrumbs::{Crumb, CrumbTime, NO_WORD, Piece, Role, StatusClass, clock, distance, excerpt};
use glint_model::local_time::LocalTime;
use glint_model::safe_url::SafeUrl;
use glint_model::timestamp::Timestamp;
use glint_model::wire::issue::Level;
use leptos::prelude::*;
use std::sync::Arc;

/// Longer texts may fold.
const SHORT: usize = 400;

/// So much of a longer text is shown around what was found in it.
const AROUND: usize = 1_200;

/// How the rows are seen.
#[derive(Clone)]
pub struct Seen {
    /// Where they come from.
    pub trail: Trail,
    time: CrumbTime,
    words: Arc<Vec<String>>,
    event: Timestamp,
    event_clock: LocalTime,
}

impl Seen {
    /// With times told in this way, and these words marked.
    pub fn new(trail: Trail, time: CrumbTime, words: Vec<String>, event: Timestamp) -> Self {
        Self {
            trail,
            time,
            words: Arc::new(words),
            event,
            event_clock: intl::local_time(event),
        }
    }

    fn time_view(&self, at: Timestamp) -> AnyView {
        let clock = clock(intl::local_time(at), at, self.event_clock);
        let distance = distance(at, self.event);
        let iso = at.to_iso();
        let (text, other) = match self.time {
            CrumbTime::Distance => (distance, clock),
            CrumbTime::Clock => (clock, distance),
        };
        let title = format!("{other} · {iso}");
        view! { <time datetime=iso title=title>{text}</time> }.into_any()
    }

    fn piece(&self, piece: &Piece) -> AnyView {
        let text = &piece.text;
        let shown = || marked(text, &self.words);
        match &piece.role {
            Role::Text => self.long(text),
            Role::Code => view! { <code>{self.long(text)}</code> }.into_any(),
            Role::Aside => view! { <small>{shown()}</small> }.into_any(),
            Role::Status(class) => view! { <b class=status_class(*class)>{shown()}</b> }.into_any(),
            Role::Link(url) => link(url, shown()),
        }
    }

    /// A text that may be long: folded, or what is around the words that were found.
    fn long(&self, text: &str) -> AnyView {
        let is_short = text.len() < SHORT && !text.contains('\n');
        if is_short {
            marked(text, &self.words)
        } else if self.words.is_empty() {
            long_text(text.to_owned())
        } else {
            marked(&excerpt(text, &self.words, AROUND), &self.words)
        }
    }
}

/// A breadcrumb.
pub fn row(seen: &Seen, place: usize, crumb: &Crumb) -> AnyView {
    let time = match crumb.at {
        Some(at) => seen.time_view(at),
        None => view! { <span class="time">"no time"</span> }.into_any(),
    };
    let mut line: Vec<AnyView> = Vec::with_capacity(crumb.line.len() * 2 + 1);
    for piece in &crumb.line {
        if !line.is_empty() {
            line.push(" ".into_any());
        }
        line.push(seen.piece(piece));
    }
    if line.is_empty() && crumb.data.is_empty() {
        line.push(view! { <small>"nothing more was sent"</small> }.into_any());
    }
    if let Some(found) = crumb.found_in_data(&seen.words) {
        line.push(view! { <small class="found">"in data: " {marked(&found, &seen.words)}</small> }.into_any());
    }
    let (level, word) = (crumb.level, crumb.level_word.clone());
    view! {
        <li class=format!("crumb {}{}", crumb.kind.as_str(), tint(level))>
            {time}
            {mark(level, word)}
            <span class="what">{marked(&crumb.what(), &seen.words)}</span>
            <span class="line">{line}</span>
            {(!crumb.data.is_empty()).then(|| data(seen.trail, place))}
        </li>
    }
    .into_any()
}

/// The event that they led to.
pub fn ending_row(seen: &Seen) -> AnyView {
    seen.trail.timeline.with_value(|timeline| {
        let ending = &timeline.ending;
        let level = ending.level.unwrap_or(Level::Unknown);
        let detail = ending.detail.clone();
        view! {
            <li class="crumb error ending">
                {seen.time_view(ending.at)}
                {mark(level, ending.level.map_or(NO_WORD, Level::as_str).to_owned())}
                <span class="what">{ending.word}</span>
                <span class="line"><b>{ending.title.clone()}</b> {detail.map(|detail| (" ", long_text(detail)))}</span>
            </li>
        }
        .into_any()
    })
}

/// The data of a crumb, on demand.
fn data(trail: Trail, place: usize) -> AnyView {
    let is_open = RwSignal::new(trail.is_open(place));
    let turn = move |_| {
        let now = !is_open.get_untracked();
        trail.note_open(place, now);
        is_open.set(now);
    };
    let open = move || {
        let data = trail
            .timeline
            .with_value(|timeline| timeline.crumbs.get(place).map(|crumb| crumb.data.clone()))?;
        Some(view! { <div class="data">{pairs(data)}</div> }.into_any())
    };
    view! {
        <button class="btn quiet small" type="button" aria-expanded=aria(move || is_open.get()) on:click=turn>"Data"</button>
        {maybe(move || if is_open.get() { open() } else { None })}
    }
    .into_any()
}

fn mark(level: Level, word: String) -> AnyView {
    let name = if word == NO_WORD { "no level".to_owned() } else { word };
    let title = name.clone();
    view! { <span class=format!("lvl {}", level.as_str()) role="img" aria-label=name title=title></span> }.into_any()
}

fn tint(level: Level) -> &'static str {
    match level {
        Level::Fatal | Level::Error => " bad",
        Level::Warning => " warn",
        _ => "",
    }
}

fn status_class(class: StatusClass) -> &'static str {
    match class {
        StatusClass::Fine => "status fine",
        _ if class.is_bad() => "status bad",
        _ => "status",
    }
}

fn link(url: &SafeUrl, text: AnyView) -> AnyView {
    let title = format!("Opens {} in a new tab", url.host());
    view! { <a class="out" href=url.href() target="_blank" rel="noopener noreferrer" title=title>{text}</a> }.into_any()
}
