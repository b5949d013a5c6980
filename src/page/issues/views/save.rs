//! Naming what the list shows, so that one can come back to it.

use super::super::words::words;
use super::state::Views;
use crate::open_organization::OpenOrganization;
use crate::reactive::{aria, changing, effect, maybe};
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

/// The form, which says what it saves.
pub fn save(views: Views) -> AnyView {
    let (name, star) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    let problem = RwSignal::new(None::<String>);
    effect(move || {
        if let Some(name) = name.get() {
            let _ = name.focus();
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (Some(name), Some(star)) = (name.get_untracked(), star.get_untracked()) else {
            return;
        };
        match views.save(&name.value(), star.checked()) {
            Ok(()) => views.close(),
            Err(why) => {
                problem.set(Some(why.sentence()));
                let _ = name.focus();
            }
        }
    };
    view! {
        <form on:submit=submit>
            {changing(move || what_is_saved(views))}
            <div class="field">
                <label for="view-name">"Name"</label>
                <input
                    class="input"
                    id="view-name"
                    autocomplete="off"
                    autofocus
                    node_ref=name
                    aria-invalid=aria(move || problem.with(Option::is_some))
                    aria-describedby="view-name-problem"
                    on:input=move |_| problem.set(None)
                />
                <p class="problem" id="view-name-problem" role="alert">
                    {maybe(move || problem.get().map(IntoAny::into_any))}
                </p>
            </div>
            <label class="switch">
                <input type="checkbox" node_ref=star />
                <span>"Put it among the starred views"</span>
            </label>
            <div class="actions">
                <button class="btn" type="button" on:click=move |_| views.close()>"Cancel"</button>
                <button class="btn primary" type="submit">"Save"</button>
            </div>
        </form>
    }
    .into_any()
}

fn what_is_saved(views: Views) -> AnyView {
    let projects = OpenOrganization::get()
        .map(OpenOrganization::projects)
        .unwrap_or_default();
    let pairs: Vec<AnyView> = views
        .list
        .filter
        .with(|filter| words(filter, &projects))
        .into_iter()
        .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }.into_any())
        .collect();
    view! { <dl class="view-words">{pairs}</dl> }.into_any()
}
