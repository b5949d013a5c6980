//! Views as a file or a text, for another browser or another person: out, and in.

use super::manage::Managing;
use crate::browser::clipboard;
use crate::browser::files::{TextFile, Unread, picked_text};
use crate::reactive::{maybe, spawn};
use glint_model::id::OrganizationSlug;
use glint_model::saved_view::{Imported, SavedViews};
use glint_model::text::counted;
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

/// A bigger file holds something else: bytes.
const MOST_BYTES: u32 = 1_000_000;

/// The ways out and in.
pub fn take_along(managing: Managing) -> AnyView {
    view! {
        <section class="view-files" aria-labelledby="view-files-title">
            <h3 id="view-files-title">"Take them along"</h3>
            {maybe(move || managing.views.store.with(|all| (!all.all().is_empty()).then(|| export(managing, all))))}
            {import(managing)}
        </section>
    }
    .into_any()
}

fn export(managing: Managing, all: &SavedViews) -> AnyView {
    let text = all.export();
    let name = managing.views.list.organization.with_value(file_name);
    // The file is there as long as its link.
    let link = TextFile::new(&text, "application/json").map(|file| {
        let href = file.href();
        StoredValue::new_local(file);
        view! { <a class="btn" href=href download=name>"Export as a file"</a> }.into_any()
    });
    let copy = move |_| {
        let (text, said) = (text.clone(), managing.said);
        spawn(async move {
            let outcome = if clipboard::copy(&text).await {
                "Views copied"
            } else {
                "The browser did not allow copying."
            };
            said.try_set(outcome.to_owned());
        });
    };
    view! {
        <div class="view-buttons">
            {link}
            <button class="btn" type="button" on:click=copy>"Copy as text"</button>
        </div>
    }
    .into_any()
}

/// The name of the exported file: of the slug stays what every system allows in a name.
fn file_name(organization: &OrganizationSlug) -> String {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let slug: String = organization
        .as_str()
        .chars()
        .map(|c| if allowed(c) { c } else { '-' })
        .collect();
    format!("glint-views-{slug}.json")
}

type Outcome = Option<Result<Imported, String>>;

fn import(managing: Managing) -> AnyView {
    let (file, pasted) = (NodeRef::<html::Input>::new(), NodeRef::<html::Textarea>::new());
    let outcome = RwSignal::new(Outcome::None);
    let take = move |text: &str| {
        let imported = managing.views.store.change(|views| views.import(text));
        outcome.try_set(Some(imported));
    };
    let pick = move |_| {
        if let Some(file) = file.get_untracked() {
            file.click();
        }
    };
    let picked = move |_| {
        let Some(file) = file.get_untracked() else { return };
        spawn(async move {
            match picked_text(&file, MOST_BYTES).await {
                Ok(text) => take(&text),
                Err(why) => {
                    outcome.try_set(told(why).map(Err));
                }
            }
        });
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(field) = pasted.get_untracked() else { return };
        if field.value().trim().is_empty() {
            outcome.set(Some(Err("Paste the text of an export first.".to_owned())));
            let _ = field.focus();
            return;
        }
        take(&field.value());
        if outcome.with_untracked(|outcome| matches!(outcome, Some(Ok(_)))) {
            field.set_value("");
        }
    };
    view! {
        <div class="view-buttons">
            <button class="btn" type="button" on:click=pick>"Import a file…"</button>
            <input
                type="file"
                accept=".json,application/json"
                hidden
                aria-label="A file with views"
                node_ref=file
                on:change=picked
            />
        </div>
        <form class="field" on:submit=submit>
            <label for="view-text">"Or import a text"</label>
            <textarea class="input" id="view-text" rows="2" spellcheck="false" node_ref=pasted></textarea>
            <div class="view-buttons"><button class="btn" type="submit">"Import the text"</button></div>
        </form>
        <div role="status">{maybe(move || outcome.get().map(what_came_of_it))}</div>
    }
    .into_any()
}

fn told(why: Unread) -> Option<String> {
    match why {
        Unread::NoFile => None,
        Unread::TooBig => Some("This file is too big to hold saved views.".to_owned()),
        Unread::Unreadable => Some("The browser could not read this file.".to_owned()),
    }
}

fn what_came_of_it(outcome: Result<Imported, String>) -> AnyView {
    match outcome {
        Ok(imported) => {
            let added = match imported.added {
                0 => "No view was added.".to_owned(),
                added => format!("{} added.", counted(added as u64, "view", "views")),
            };
            let skipped: Vec<AnyView> = imported
                .skipped
                .into_iter()
                .map(|why| view! { <li>{why}</li> }.into_any())
                .collect();
            view! {
                <p>{added}{(!skipped.is_empty()).then_some(" Skipped:")}</p>
                <ul class="named">{skipped}</ul>
            }
            .into_any()
        }
        Err(why) => view! { <p class="problem-box">{why}</p> }.into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_file_name_has_no_path_in_it() {
        for (slug, name) in [
            ("acme", "glint-views-acme.json"),
            ("../a b/Ü_1", "glint-views----a-b--_1.json"),
        ] {
            assert_eq!(file_name(&slug.into()), name);
        }
    }
}
