//! What a reader looks for first about an event: level, handled or not, when, release, environment, user, URL, server,
//! and beside them what the reader has pinned.

mod item;

use super::data::EventData;
use super::pins::highlight_pins;
use crate::browser::intl;
use crate::chunk::chunk;
use crate::page::issue::issue_page::IssueContext;
use crate::page::issue::place::Place;
use crate::pins_store::PinsStore;
use crate::reactive::{changing, maybe};
use crate::ui::dialog::Dialog;
use crate::ui::icon::{Icon, icon};
use crate::ui::time::long_time;
use glint_model::highlights::{Pin, facts, is_handled};
use glint_model::id::ProjectId;
use glint_model::timestamp::Timestamp;
use item::{Item, item};
use leptos::prelude::*;

/// Shows the strip.
pub fn strip(context: &IssueContext, event: &EventData) -> AnyView {
    let place = context.place.clone();
    let project = ProjectId::new(event.project_id.to_string());
    let pins = PinsStore::open(&place.organization, &project);
    let is_editing = RwSignal::new(false);
    let known: Vec<AnyView> = known(&place, event).into_iter().map(item).collect();
    let (of_pins, of_dialog) = (event.clone(), event.clone());
    let pinned = move || {
        let pinned: Vec<AnyView> = pins.with(|pins| {
            let items = pins.all().iter().map(|pin| item(of_pin(&place, pin, &of_pins)));
            items.collect()
        });
        pinned.into_any()
    };
    let close = Callback::new(move |()| is_editing.set(false));
    view! {
        <section class="strip" aria-label="Highlights">
            <h2 class="visually-hidden">"Highlights"</h2>
            <dl>
                {when(event.date_created)}
                {known}
                {changing(pinned)}
            </dl>
            <button
                class="btn quiet small"
                type="button"
                aria-haspopup="dialog"
                title="Choose which tags and contexts stand here"
                on:click=move |_| is_editing.set(true)
            >
                {icon(Icon::Edit, "")}
                "Edit highlights"
            </button>
        </section>
        {maybe(move || is_editing.get().then(|| {
            let event = of_dialog.clone();
            view! {
                <Dialog labelled_by="pins-title" on_close=close>
                    <div class="pins">
                        <h2 id="pins-title">"Highlights"</h2>
                        {chunk(move || Box::pin(highlight_pins(pins, event.clone())))}
                        <div class="actions">
                            <button class="btn primary" type="button" on:click=move |_| close.run(())>"Done"</button>
                        </div>
                    </div>
                </Dialog>
            }
            .into_any()
        }))}
    }
    .into_any()
}

/// How long ago, by the reader's clock, and in UTC.
fn when(at: Timestamp) -> AnyView {
    let (local, utc) = (intl::local(at), intl::utc(at));
    // Who lives in UTC need not be told twice.
    let local = (!utc.starts_with(&local)).then(|| view! { <small>{local}</small> });
    view! {
        <div class="when">
            <dt>"When"</dt>
            <dd>{long_time(at)}" "{local}" "<small>{utc}</small></dd>
        </div>
    }
    .into_any()
}

fn known(place: &Place, event: &EventData) -> Vec<Item> {
    let level = event.tags.iter().find(|tag| tag.key == "level");
    let level = level
        .and_then(|tag| tag.value.clone())
        .filter(|level| !level.is_empty());
    let mut items: Vec<Item> = Vec::new();
    items.extend(level.map(|level| Item {
        label: "Level".to_owned(),
        link: Some(place.tag("level", &level)),
        value: Some(level),
        ..Item::default()
    }));
    items.extend(is_handled(event).map(|is_handled| Item {
        label: "Handled".to_owned(),
        value: Some(if is_handled { "yes" } else { "no" }.to_owned()),
        is_bad: !is_handled,
        ..Item::default()
    }));
    items.extend(facts(event).into_iter().map(|fact| Item {
        label: fact.label.to_owned(),
        link: fact.tag.map(|(key, value)| place.tag(&key, &value)),
        value: Some(fact.value),
        ..Item::default()
    }));
    items
}

/// A pinned fact. One that this event lacks says so, since that may tell something.
fn of_pin(place: &Place, pin: &Pin, event: &EventData) -> Item {
    let value = pin.value(event);
    let link = match (pin, &value) {
        (Pin::Tag(key), Some(value)) => Some(place.tag(key, value)),
        _ => None,
    };
    Item {
        label: pin.label(),
        kind: pin.kind(),
        value,
        link,
        is_bad: false,
    }
}
