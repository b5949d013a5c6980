//! All keys that are commands, over any page; and the switch that turns single keys off.

use crate::reactive::maybe;
use crate::shortcuts::Shortcuts;
use crate::ui::dialog::Dialog;
use leptos::prelude::*;

/// Keys by where they work: what they are, and what they do.
const KEYS: &[(&str, &[(&str, &str)])] = &[
    (
        "In the issue list",
        &[
            ("j k", "next and previous row"),
            ("o Enter", "open the issue"),
            ("Space", "preview the row, or close the preview"),
            ("x", "select the row"),
            ("X", "select from the last selected row to here"),
            ("Esc", "select nothing"),
            ("e", "resolve"),
            ("i", "ignore"),
            ("u", "reopen"),
            ("m", "merge the selected issues"),
            ("a", "assign, where the server can"),
            ("#", "delete"),
            ("[ ]", "previous and next page"),
            ("r", "show what is new"),
            ("/", "search"),
        ],
    ),
    (
        "In an issue",
        &[
            ("n p", "next and previous issue of the list"),
            ("[ ]", "older and newer event"),
            ("{ }", "oldest and newest event"),
            ("g", "go to an event by its id"),
            ("e", "resolve"),
            ("i", "ignore"),
            ("u", "reopen"),
            ("a", "assign, where the server can"),
            ("m", "merge with other issues"),
            ("#", "delete"),
            ("c", "comments"),
            ("y", "copy the link"),
        ],
    ),
    (
        "In the table of events",
        &[
            ("j k", "next and previous row"),
            ("o Enter", "open the event"),
            ("x", "select the row, to compare two"),
            ("/", "filter what is loaded"),
        ],
    ),
    (
        "In the list of monitors",
        &[
            ("j k", "next and previous row"),
            ("o Enter", "open the monitor"),
            ("r", "ask the server again"),
            ("/", "filter the monitors"),
        ],
    ),
    ("Everywhere", &[("z", "undo what was done last"), ("?", "these keys")]),
];

/// Shows the keys while they are wanted.
pub fn key_help() -> AnyView {
    let shortcuts = Shortcuts::get();
    maybe(move || shortcuts.is_help_open().then(|| help(shortcuts)))
}

fn help(shortcuts: Shortcuts) -> AnyView {
    let groups: Vec<AnyView> = KEYS
        .iter()
        .map(|(place, keys)| {
            let rows: Vec<AnyView> = keys.iter().map(|(keys, what)| row(keys, what)).collect();
            view! {
                <section>
                    <h3>{*place}</h3>
                    <dl>{rows}</dl>
                </section>
            }
            .into_any()
        })
        .collect();
    let close = move || shortcuts.show_help(false);
    view! {
        <Dialog labelled_by="keys-title" on_close=Callback::new(move |()| close())>
            <h2 id="keys-title">"Keyboard shortcuts"</h2>
            <div class="key-help">{groups}</div>
            <label class="switch">
                <input
                    type="checkbox"
                    prop:checked=move || shortcuts.is_on()
                    on:change:target=move |event| shortcuts.turn(event.target().checked())
                />
                "Single keys are commands"
            </label>
            <div class="actions">
                <button class="btn primary" type="button" on:click=move |_| close()>"Close"</button>
            </div>
        </Dialog>
    }
    .into_any()
}

fn row(keys: &'static str, what: &'static str) -> AnyView {
    let keys: Vec<AnyView> = keys
        .split(' ')
        .map(|key| view! { <kbd>{key}</kbd> }.into_any())
        .collect();
    view! { <div><dt>{keys}</dt><dd>{what}</dd></div> }.into_any()
}
