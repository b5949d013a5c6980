//! The choice of a role, with what each may do.

use super::me::my_role;
use crate::reactive::{changing, truth};
use glint_model::member_role::{Role, why_not_give};
use leptos::prelude::*;

/// Radios for the roles; `value` holds the server's word. Those that the reader may not give say why; until that is known,
/// none can be given, and nothing is said.
pub fn role_field(name: &'static str, value: RwSignal<String>) -> AnyView {
    let mine = my_role();
    changing(move || {
        let mine = mine.get();
        let options: Vec<AnyView> = Role::ALL
            .into_iter()
            .map(|role| {
                let why_not = mine.and_then(|mine| why_not_give(mine, role));
                option(name, role, mine.is_some() && why_not.is_none(), why_not, value)
            })
            .collect();
        view! {
            <fieldset class="people-roles">
                <legend>"Role"</legend>
                {options}
            </fieldset>
        }
        .into_any()
    })
}

fn option(
    name: &'static str,
    role: Role,
    may: bool,
    why_not: Option<&'static str>,
    value: RwSignal<String>,
) -> AnyView {
    let id = format!("{name}-{}", role.word());
    let hint = format!("{id}-hint");
    let own = id.clone();
    view! {
        <label class="people-role" for=own>
            <input
                type="radio"
                id=id
                name=name
                value=role.word()
                disabled=!may
                aria-describedby=hint.clone()
                prop:checked=truth(move || value.with(|value| value == role.word()))
                on:change=move |_| value.set(role.word().to_owned())
            />
            <b>{role.name()}</b>
        </label>
        <p class="people-role-hint" id=hint>
            {role.what_it_may()}
            {why_not.map(|why| view! { " " <em>{why}</em> }.into_any())}
        </p>
    }
    .into_any()
}

/// What each role may do, to be opened.
pub fn role_help() -> AnyView {
    let items: Vec<AnyView> = Role::ALL
        .into_iter()
        .map(|role| view! { <dt>{role.name()}</dt> <dd>{role.what_it_may()}</dd> }.into_any())
        .collect();
    view! {
        <details class="people-help">
            <summary>"What each role may do"</summary>
            <dl>{items}</dl>
        </details>
    }
    .into_any()
}
