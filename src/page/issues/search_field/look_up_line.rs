//! What became of a short id, said below the field.

use super::field::Field;
use super::look_up::{LookUp, look_up};
use crate::reactive::maybe;
use glint_model::search::short_id_number;
use glint_model::text::thousands;
use leptos::prelude::*;

/// Says what became of a short id, and what can be done about it.
pub fn look_up_line(field: Field) -> AnyView {
    // The sentence stays as it is while the count goes on, so that it is read out once.
    let said = Memo::new(move |_| field.look_up.with(sentence));
    let line = move || {
        view! {
            <div class="look-up">
                <span>{said.get()}</span>
                {maybe(move || field.look_up.with(how_far))}
                {maybe(move || field.look_up.with(|state| way_on(field, state)))}
            </div>
        }
        .into_any()
    };
    view! { <div role="status">{maybe(move || said.with(|said| !said.is_empty()).then(line))}</div> }.into_any()
}

fn sentence(state: &LookUp) -> String {
    match state {
        LookUp::Not => String::new(),
        LookUp::Looking { short_id, .. } => format!("Looking for {short_id}…"),
        LookUp::NotThere { why, .. } => why.clone(),
        LookUp::NoProject { short_id } => {
            format!("{short_id} looks like a short id, but no project is called so. It is searched for as text.")
        }
        LookUp::Failed { short_id, error, .. } => format!("{short_id} could not be looked for. {}", error.sentence()),
    }
}

fn how_far(state: &LookUp) -> Option<AnyView> {
    match state {
        LookUp::Looking { seen, .. } if *seen > 0 => {
            let seen = format!("{} issues looked through", thousands(*seen as u64));
            Some(view! { <span class="faint" aria-live="off">{seen}</span> }.into_any())
        }
        _ => None,
    }
}

fn way_on(field: Field, state: &LookUp) -> Option<AnyView> {
    let (label, act): (_, Box<dyn Fn()>) = match state {
        LookUp::Looking { .. } => ("Stop", Box::new(move || field.stop())),
        LookUp::NotThere { short_id, .. } => {
            let text = short_id.clone();
            ("Search for it as text", Box::new(move || field.search(&text)))
        }
        LookUp::Failed {
            short_id,
            project,
            error,
        } if error.can_retry() => {
            let (short_id, project) = (short_id.clone(), project.clone());
            let number = short_id_number(&short_id)?;
            let again = move || look_up(field, &short_id, project.clone(), number);
            ("Try again", Box::new(again))
        }
        _ => return None,
    };
    let act = move |_| {
        act();
        field.focus_quietly();
    };
    Some(view! { <button class="btn small" type="button" on:click=act>{label}</button> }.into_any())
}
