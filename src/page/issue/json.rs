//! One event as the server has it: `/{organization}/issues/{issue}/events/{event}/json`. The text is laid out in slices,
//! and of its lines only those near the view are drawn.

mod find;
mod lines;
mod reader;
mod rows;
mod scroll;

use super::issue_page::IssueContext;
use super::trouble::no_event;
use crate::api::event_json::get_event_json;
use crate::browser::files::TextFile;
use crate::browser::{clipboard, wait};
use crate::chunk::PageView;
use crate::load::{Load, load};
use crate::reactive::{aria, changing, changing_text, spawn};
use crate::route::IssuePart;
use crate::ui::icon::{Icon, icon};
use crate::ui::state::waiting;
use crate::ui::toast::Toasts;
use find::find_bar;
use glint_model::id::EventId;
use glint_model::reveal::reveal;
use glint_model::text::{counted, thousands};
use leptos::html;
use leptos::prelude::*;
use lines::lines;
use reader::Reader;
use std::sync::Arc;

/// The page.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn event_json(context: IssueContext) -> PageView {
    let part = context.part;
    let wanted = Memo::new(move |last: Option<&Option<EventId>>| match part.get() {
        IssuePart::Json(event) => Some(event),
        _ => last.cloned().flatten(),
    });
    let place = context.place.clone();
    let answer = load(move |cancel| {
        let (place, event) = (place.clone(), wanted.get().unwrap_or_else(|| EventId::new("latest")));
        Box::pin(async move {
            let text = get_event_json(&place.organization, &place.issue, &event, &cancel).await?;
            Ok(Arc::<str>::from(text))
        })
    });
    let view = view! {
        <section class="json-page" aria-labelledby="json-title">
            {changing(move || {
                let event = wanted.get().unwrap_or_else(|| EventId::new(""));
                match answer.get() {
                    Load::Loading => heading(&context, &event, None),
                    Load::Slow => view! { {heading(&context, &event, None)}{waiting(12)} }.into_any(),
                    Load::Failed(error) => {
                        let state = no_event(&context.place, &error, false, move || answer.reload());
                        view! { {heading(&context, &event, None)}{state} }.into_any()
                    }
                    Load::Ready(text) => read(&context, &event, text),
                }
            })}
        </section>
    };
    Ok(view.into_any())
}

/// Which event it is, the way back, and what else there is to do.
fn heading(context: &IssueContext, event: &EventId, reader: Option<Reader>) -> AnyView {
    let back = context.place.event(event).href();
    let short: String = event.as_str().chars().take(8).collect();
    view! {
        <header>
            <a class="btn" href=back>{icon(Icon::Left, "")}"Event"</a>
            <h2 id="json-title">"JSON of event " <code>{reveal(&short)}</code></h2>
            {reader.map(|reader| tools(reader, &short))}
        </header>
    }
    .into_any()
}

fn read(context: &IssueContext, event: &EventId, text: Arc<str>) -> AnyView {
    let reader = Reader::begin(text);
    view! {
        {heading(context, event, Some(reader))}
        {find_bar(reader)}
        {lines(reader)}
    }
    .into_any()
}

fn tools(reader: Reader, short: &str) -> AnyView {
    let toasts = Toasts::get();
    let copy = move |_| {
        let text = reader.text();
        spawn(async move {
            toasts.say(if clipboard::copy(&text).await {
                "JSON copied as it came"
            } else {
                "The browser did not allow copying. The file can be downloaded."
            });
        });
    };
    let stem: String = short.chars().filter(char::is_ascii_alphanumeric).collect();
    let bytes = reader.text().len() as u64;
    view! {
        <p class="faint" role="status">
            {changing_text(move || {
                let lines = counted(reader.count.get() as u64, "line", "lines");
                let wait = if reader.is_done.get() { "" } else { ", more to come" };
                format!("{} bytes, {lines}{wait}", thousands(bytes))
            })}
        </p>
        <div class="end">
            <button
                class="btn"
                type="button"
                aria-pressed=aria(move || reader.wraps.get())
                on:click=move |_| reader.wrap(!reader.wraps.get_untracked())
            >
                "Wrap lines"
            </button>
            <button class="btn" type="button" title="Copy the text as it came" on:click=copy>
                {icon(Icon::Copy, "")}
                "Copy"
            </button>
            {download(reader, format!("event-{stem}.json"))}
        </div>
    }
    .into_any()
}

/// The file is made when it is wanted: of ten megabytes that takes a while. It is there as long as the page, since the
/// browser may still be reading it.
fn download(reader: Reader, name: String) -> AnyView {
    let link = NodeRef::<html::A>::new();
    let file = RwSignal::new_local(None::<TextFile>);
    let save = move |_| {
        if file.with_untracked(Option::is_none) {
            file.set(TextFile::new(&reader.text(), "application/json"));
        }
        spawn(async move {
            wait::frame().await;
            if let Some(link) = link.try_get_untracked().flatten() {
                link.click();
            }
        });
    };
    view! {
        <button class="btn" type="button" on:click=save>"Download"</button>
        <a hidden download=name node_ref=link href=move || file.with(|file| file.as_ref().map(|file| file.href()))></a>
    }
    .into_any()
}
