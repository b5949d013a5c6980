//! Choosing what stands in the strip of highlights, and in which order: all tags, context fields and extra data of the
//! event. A chunk of its own, since few open it.

use super::data::EventData;
use crate::chunk::PageView;
use crate::pins_store::PinsStore;
use crate::reactive::{changing, changing_text, focus_soon, maybe};
use crate::ui::icon::{Icon, icon};
use glint_model::highlights::{MOST_PINS, Pin, offered};
use glint_model::reveal::reveal;
use glint_model::text::{counted, first_line};
use leptos::prelude::*;

/// So many rows are shown at once; typing finds the others.
const MOST_SHOWN: usize = 60;

/// The field that finds rows.
const FIND: &str = "pins-find";

/// What the dialog knows.
#[derive(Clone, Copy)]
struct Editor {
    store: PinsStore,
    said: RwSignal<String>,
}

/// What is inside of the dialog.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn highlight_pins(store: PinsStore, event: EventData) -> PageView {
    let editor = Editor {
        store,
        said: RwSignal::new(String::new()),
    };
    let offered: Vec<(Pin, String)> = offered(&event)
        .into_iter()
        .map(|pin| {
            let value = pin.value(&event).unwrap_or_default();
            (pin, first_line(&reveal(&value)))
        })
        .collect();
    let typed = RwSignal::new(String::new());
    let found = move || rows_of(editor, &offered, &typed.get());
    let view = view! {
        <p class="lead">"These stand beside release, environment and user, for every event of this project in this browser."</p>
        {changing(move || editor.pinned())}
        <p class="pins-said" role="status">{changing_text(move || editor.said.get())}</p>
        {maybe(move || store.is_unkept().then(|| view! {
            <p class="lead" role="status">"This browser does not keep them: they last as long as this tab."</p>
        }.into_any()))}
        <h3>"In this event"</h3>
        <input
            class="input"
            id=FIND
            type="search"
            aria-label="Find tags and contexts"
            placeholder="Find tags and contexts"
            autocomplete="off"
            on:input:target=move |event| typed.set(event.target().value())
        />
        <div class="pin-rows" tabindex="-1">{changing(found)}</div>
    };
    Ok(view.into_any())
}

impl Editor {
    /// The pinned ones, with their buttons.
    fn pinned(self) -> AnyView {
        let pins = self.store.get();
        if pins.all().is_empty() {
            return view! { <p class="muted">"Nothing is pinned yet. Tick what you look for first."</p> }.into_any();
        }
        let last = pins.all().len() - 1;
        let rows: Vec<AnyView> = pins
            .all()
            .iter()
            .enumerate()
            .map(|(at, pin)| self.pinned_row(at, pin.clone(), at == last))
            .collect();
        view! { <ol class="pinned" aria-label="Pinned">{rows}</ol> }.into_any()
    }

    fn pinned_row(self, at: usize, pin: Pin, is_last: bool) -> AnyView {
        let label = reveal(&pin.label());
        let kind = pin.kind();
        let unpinned = pin.clone();
        let unpin = move |_| {
            self.store.change(|pins| pins.unpin(&unpinned));
            self.said
                .set(format!("{} is no longer pinned", reveal(&unpinned.label())));
            let next = if is_last { at.checked_sub(1) } else { Some(at) };
            focus_soon(next.map_or_else(|| FIND.to_owned(), |at| format!("pin-{at}-off")));
        };
        view! {
            <li>
                <span class="label">{label.clone()}" "<small>{kind}</small></span>
                {self.move_button(at, &pin, true, at == 0)}
                {self.move_button(at, &pin, false, is_last)}
                <button
                    class="btn quiet icon small"
                    type="button"
                    id=format!("pin-{at}-off")
                    aria-label=format!("Unpin {label}")
                    title="Unpin"
                    on:click=unpin
                >
                    {icon(Icon::Close, "")}
                </button>
            </li>
        }
        .into_any()
    }

    fn move_button(self, at: usize, pin: &Pin, is_up: bool, is_at_end: bool) -> AnyView {
        let (way, sign) = if is_up { ("up", Icon::Up) } else { ("down", Icon::Down) };
        let label = reveal(&pin.label());
        let pin = pin.clone();
        let name = format!("Move {label} {way}");
        let act = move |_| {
            if is_at_end {
                return;
            }
            let to = if is_up { at.saturating_sub(1) } else { at + 1 };
            self.store.change(|pins| pins.move_by_one(&pin, is_up));
            self.said.set(format!("{label} is number {} now", to + 1));
            focus_soon(format!("pin-{to}-{way}"));
        };
        view! {
            <button
                class="btn quiet icon small"
                type="button"
                id=format!("pin-{at}-{way}")
                aria-label=name
                title=if is_up { "Move up" } else { "Move down" }
                aria-disabled=is_at_end.then_some("true")
                on:click=act
            >
                {icon(sign, "")}
            </button>
        }
        .into_any()
    }

    fn set(self, pin: Pin, is_on: bool) -> bool {
        let label = reveal(&pin.label());
        let is_done = self.store.change(|pins| {
            if is_on {
                return pins.pin(pin) || pins.all().len() < MOST_PINS;
            }
            pins.unpin(&pin);
            true
        });
        self.said.set(match (is_done, is_on) {
            (true, true) => format!("{label} is pinned"),
            (true, false) => format!("{label} is no longer pinned"),
            (false, _) => format!("No more than {MOST_PINS} can be pinned. Unpin one first."),
        });
        is_done
    }
}

fn rows_of(editor: Editor, offered: &[(Pin, String)], typed: &str) -> AnyView {
    let typed = typed.trim().to_lowercase();
    let fits = |(pin, value): &&(Pin, String)| {
        pin.label().to_lowercase().contains(&typed) || value.to_lowercase().contains(&typed)
    };
    let found: Vec<&(Pin, String)> = offered.iter().filter(fits).collect();
    if found.is_empty() {
        return view! { <p class="muted">"Nothing here is called so."</p> }.into_any();
    }
    let more = found.len().saturating_sub(MOST_SHOWN);
    let rows: Vec<AnyView> = found
        .into_iter()
        .take(MOST_SHOWN)
        .map(|(pin, value)| offered_row(editor, pin.clone(), value.clone()))
        .collect();
    let more = (more > 0).then(|| format!("{} more: type to find them", counted(more as u64, "row", "rows")));
    view! {
        <ul aria-label="Tags and contexts of this event">{rows}</ul>
        {more.map(|more| view! { <p class="muted">{more}</p> })}
    }
    .into_any()
}

fn offered_row(editor: Editor, pin: Pin, value: String) -> AnyView {
    let (label, kind) = (reveal(&pin.label()), pin.kind());
    let is_pinned = {
        let pin = pin.clone();
        Signal::derive(move || editor.store.with(|pins| pins.has(&pin)))
    };
    view! {
        <li>
            <label>
                <input
                    type="checkbox"
                    prop:checked=is_pinned
                    on:change:target=move |event| {
                        let input = event.target();
                        if !editor.set(pin.clone(), input.checked()) {
                            input.set_checked(false);
                        }
                    }
                />
                <span class="label">{label}" "<small>{kind}</small></span>
                <span class="value">{value}</span>
            </label>
        </li>
    }
    .into_any()
}
