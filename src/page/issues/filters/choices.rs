//! A menu in which several can be chosen: with a search inside and the chosen ones first. The order stays as long as the
//! menu is open, so that nothing moves under the pointer.

use super::changes::Changes;
use super::choice::{Choice, haystack, in_order, matches, words_of};
use super::entry::{entry, menu_button};
use crate::reactive::{attribute, changing, changing_text, maybe, truth};
use crate::ui::menu::{Menu, close_menu};
use glint_model::issue_filter::IssueFilter;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// What is chosen from, and how.
#[derive(Clone, Copy)]
pub struct Choices {
    /// The id of the menu, unique in the page.
    pub id: &'static str,
    /// What they are: `Projects`.
    pub group: &'static str,
    /// What none chosen means: `All projects`.
    pub all: &'static str,
    /// The name of the search: `Find a project`.
    pub find: &'static str,
    /// From how many on there is a search.
    pub find_from: usize,
    /// What is on the button.
    pub button: Signal<String>,
    /// Those that are known, in order.
    pub known: Signal<Vec<Choice>>,
    /// One that is chosen and not known.
    pub unknown: Callback<String, Choice>,
    /// The keys of those that are chosen.
    pub chosen: Signal<Vec<String>>,
    /// The filter with others chosen.
    pub with: fn(IssueFilter, Vec<String>) -> IssueFilter,
    /// How the choice gets into the URL.
    pub changes: Changes,
    /// Runs before the menu opens.
    pub on_open: Callback<()>,
}

/// Shows the menu; `foot` stands below: that more are on their way, or why not.
pub fn choice_menu(choices: Choices, foot: AnyView) -> AnyView {
    let Choices {
        id,
        group,
        all,
        find_from,
        button,
        known,
        unknown,
        chosen,
        changes,
        on_open,
        ..
    } = choices;
    let find = RwSignal::new(String::new());
    let words = Memo::new(move |_| find.with(|text| words_of(text)));
    // Those that were chosen when the menu opened; nothing is drawn before the first time.
    let first = RwSignal::new(None::<Vec<String>>);
    let listed = Memo::new(move |_| {
        let Some(first) = first.get() else { return Vec::new() };
        in_order(known.get(), &first, &|key| unknown.run(key.to_owned()))
    });
    let found = Memo::new(move |_| {
        let words = words.get();
        if words.is_empty() {
            return Vec::new();
        }
        listed.with(|listed| {
            let found = listed.iter().filter(|choice| matches(&haystack(choice), &words));
            found.map(|choice| choice.key.clone()).collect()
        })
    });
    let has_find = Memo::new(move |_| listed.with(Vec::len) >= find_from);
    let open = Callback::new(move |()| {
        changes.begin();
        on_open.run(());
        find.set(String::new());
        first.set(Some(chosen.get_untracked()));
    });
    let is_seeking = truth(move || words.with(|words| !words.is_empty()));
    let is_all = truth(move || chosen.with(Vec::is_empty));
    let nothing = move || is_seeking.get() && found.with(Vec::is_empty);
    view! {
        <Menu
            id=id
            label=attribute(move || format!("{group}: {}", button.get()))
            button=menu_button(button, Signal::stored(None))
            on_open=open
        >
            {maybe(move || has_find.get().then(|| find_field(choices, find, found)))}
            <div role="group" aria-label=group>
                {entry("checkbox", text(all, ""), is_all, is_seeking, Box::new(move || choices.choose(Vec::new())))}
                {found_entry(choices, found)}
                {changing(move || {
                    listed
                        .get()
                        .into_iter()
                        .map(|choice| choice_entry(choices, choice, words))
                        .collect::<Vec<_>>()
                        .into_any()
                })}
            </div>
            <div role="status">
                {maybe(move || nothing().then(|| view! { <p class="hint">"Nothing here has that in its name."</p> }.into_any()))}
                {foot}
            </div>
        </Menu>
    }
    .into_any()
}

impl Choices {
    fn choose(self, keys: Vec<String>) {
        // What the URL says now, also when it was changed by something else since.
        let now = self.changes.now();
        self.changes.apply((self.with)(now, keys));
    }

    fn toggle(self, key: &str) {
        let mut keys = self.chosen.get_untracked();
        match keys.iter().position(|one| one == key) {
            Some(at) => {
                keys.remove(at);
            }
            None => keys.push(key.to_owned()),
        }
        self.choose(keys);
    }

    /// Chooses all of these, or none of them when all are chosen already.
    fn toggle_all(self, found: &[String]) {
        let mut keys = self.chosen.get_untracked();
        if found.iter().all(|key| keys.contains(key)) {
            keys.retain(|key| !found.contains(key));
        } else {
            keys.extend(
                found
                    .iter()
                    .filter(|key| !self.chosen.with_untracked(|keys| keys.contains(key)))
                    .cloned(),
            );
        }
        self.choose(keys);
    }
}

fn find_field(choices: Choices, find: RwSignal<String>, found: Memo<Vec<String>>) -> AnyView {
    let on_key = move |event: KeyboardEvent| {
        if event.key() != "Enter" {
            return;
        }
        event.prevent_default();
        match found.with_untracked(|found| found.first().cloned()) {
            Some(key) => choices.toggle(&key),
            None if find.with_untracked(|text| text.trim().is_empty()) => close_menu(choices.id),
            None => {}
        }
    };
    view! {
        <input
            class="input find"
            type="text"
            aria-label=choices.find
            placeholder=choices.find
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            enterkeyhint="done"
            prop:value=find
            on:input:target=move |event| find.set(event.target().value())
            on:keydown=on_key
        />
    }
    .into_any()
}

/// Chooses all that the search shows.
fn found_entry(choices: Choices, found: Memo<Vec<String>>) -> AnyView {
    let is_on = truth(move || {
        choices
            .chosen
            .with(|keys| found.with(|found| found.iter().all(|key| keys.contains(key))))
    });
    let said = move || {
        let verb = if is_on.get() { "Deselect" } else { "Select" };
        found.with(|found| match found.len() {
            1 => format!("{verb} the one shown"),
            count => format!("{verb} all {count} shown"),
        })
    };
    view! {
        <button
            class="entry"
            type="button"
            hidden=truth(move || found.with(Vec::is_empty))
            on:click=move |_| choices.toggle_all(&found.get_untracked())
        >
            <span>{changing_text(said)}</span>
        </button>
    }
    .into_any()
}

fn choice_entry(choices: Choices, choice: Choice, words: Memo<Vec<String>>) -> AnyView {
    let haystack = haystack(&choice);
    let Choice { key, label, hint } = choice;
    let is_on = {
        let key = key.clone();
        truth(move || choices.chosen.with(|keys| keys.contains(&key)))
    };
    let is_hidden = truth(move || words.with(|words| !matches(&haystack, words)));
    let toggle = Box::new(move || choices.toggle(&key));
    entry("checkbox", text(&label, &hint), is_on, is_hidden, toggle)
}

fn text(label: &str, hint: &str) -> AnyView {
    let (label, hint) = (label.to_owned(), hint.to_owned());
    let hint = (!hint.is_empty()).then(|| view! { <small>{hint}</small> }.into_any());
    view! { <span>{label} {hint}</span> }.into_any()
}
