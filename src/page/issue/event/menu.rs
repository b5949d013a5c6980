//! What can be done with an event: taking it elsewhere, looking at its JSON, comparing it with another.

use super::data::EventData;
use super::export::{Purpose, export_dialog};
use crate::browser::{clipboard, dom};
use crate::load::Loader;
use crate::page::issue::issue_page::IssueContext;
use crate::reactive::{maybe, spawn};
use crate::route::{IssuePart, Route};
use crate::ui::icon::{Icon, icon};
use crate::ui::menu::{Menu, close_menu};
use crate::ui::toast::Toasts;
use leptos::prelude::*;

const MENU: &str = "event-more";

/// The button that copies, and the menu with the rest. They are there once there is an event.
pub fn event_menu(context: &IssueContext, event: Loader<EventData>) -> AnyView {
    // The event before stays until the next one is there, as on the page below.
    let shown = Memo::new(move |last: Option<&Option<EventData>>| {
        event
            .with(|load| load.ready().cloned())
            .or_else(|| last.cloned().flatten())
    });
    let has_event = Memo::new(move |_| shown.with(Option::is_some));
    let opened = RwSignal::new(None::<(EventData, Purpose)>);
    let (inner, outer) = (context.clone(), context.clone());
    view! {
        {maybe(move || has_event.get().then(|| entries(&inner, shown, opened)))}
        {maybe(move || {
            let (data, purpose) = opened.get()?;
            Some(export_dialog(&outer, data, purpose, Callback::new(move |()| opened.set(None))))
        })}
    }
    .into_any()
}

fn entries(
    context: &IssueContext,
    shown: Memo<Option<EventData>>,
    opened: RwSignal<Option<(EventData, Purpose)>>,
) -> AnyView {
    let open = move |purpose| {
        close_menu(MENU);
        opened.set(shown.get_untracked().map(|data| (data, purpose)));
    };
    let json = part_of(context, shown, |data| IssuePart::Json(data.event_id.clone()));
    let compare = part_of(context, shown, |data| IssuePart::Compare(data.event_id.clone()));
    let (toasts, place) = (Toasts::get(), context.place.clone());
    let copy_link = move |_| {
        close_menu(MENU);
        let Some(data) = shown.get_untracked() else { return };
        let link = dom::origin() + &place.event(&data.event_id).href();
        spawn(async move {
            toasts.say(if clipboard::copy(&link).await {
                "Link to this event copied"
            } else {
                "The browser did not allow copying. The address bar has the link of the issue."
            });
        });
    };
    view! {
        <div class="event-menu">
            <button class="btn" type="button" aria-haspopup="dialog" on:click=move |_| open(Purpose::Markdown)>
                {icon(Icon::Copy, "")}
                "Copy"
            </button>
            <Menu
                id=MENU
                label="More to do with this event"
                button=ViewFn::from(|| view! { "More" {icon(Icon::Down, "")} }.into_any())
            >
                {entry_to(json, "View JSON")}
                {entry_to(compare, "Compare with another event")}
                <hr />
                <button class="entry" type="button" on:click=move |_| open(Purpose::Snapshot)>
                    "Download HTML snapshot…"
                </button>
                <button class="entry" type="button" on:click=move |_| open(Purpose::Tracker)>
                    "New issue in GitLab, GitHub or Jira…"
                </button>
                <button class="entry" type="button" on:click=copy_link>"Copy link"</button>
            </Menu>
        </div>
    }
    .into_any()
}

fn part_of(
    context: &IssueContext,
    shown: Memo<Option<EventData>>,
    part: fn(&EventData) -> IssuePart,
) -> Memo<Option<Route>> {
    let place = context.place.clone();
    Memo::new(move |_| shown.with(|data| data.as_ref().map(|data| place.part(part(data)))))
}

/// An entry that leads to a part of the issue.
fn entry_to(to: Memo<Option<Route>>, label: &'static str) -> AnyView {
    view! {
        <a
            class="entry"
            href=move || to.with(|to| to.as_ref().map(|to| to.href()))
            on:click=move |_| close_menu(MENU)
        >
            {label}
        </a>
    }
    .into_any()
}
