//! What filters and sorts the list.

use super::super::search_box::search_box;
use super::{Members, shower};
use crate::browser::intl;
use crate::reactive::{attribute, changing};
use glint_model::member_list::{MemberFilter, Order, Standing};
use glint_model::member_role::Role;
use glint_model::reveal::reveal;
use leptos::prelude::*;

/// The line above the list.
pub(super) fn tools(members: Members) -> AnyView {
    let show = shower(members);
    let asked = Memo::new(move |_| members.filter.with(|filter| filter.text.clone()));
    let write = move |text: String| show(Box::new(move |filter| filter.text = text));
    view! {
        <div class="list-tools people-tools" role="search" aria-label="Members">
            {search_box("Find a member", "Name or address", members.typed, asked, write)}
            {choice(
                members,
                "Role",
                || {
                    let roles = Role::ALL.into_iter().rev().map(|role| (role.word().to_owned(), role.name().to_owned()));
                    [(String::new(), "All roles".to_owned())].into_iter().chain(roles).collect()
                },
                |filter| filter.role.map_or("", Role::word).to_owned(),
                |filter, word| filter.role = Role::parse(word),
            )}
            {choice(
                members,
                "Team",
                move || teams(members),
                |filter| filter.team.clone().unwrap_or_default(),
                |filter, word| filter.team = (!word.is_empty()).then(|| word.to_owned()),
            )}
            {choice(
                members,
                "State",
                || words(Standing::ALL.map(|state| (state.word(), state.name()))),
                |filter| filter.state.word().to_owned(),
                |filter, word| filter.state = Standing::parse(word),
            )}
            {choice(
                members,
                "Order",
                || words(Order::ALL.map(|order| (order.word(), order.name()))),
                |filter| filter.sort.word().to_owned(),
                |filter, word| filter.sort = Order::parse(word),
            )}
        </div>
    }
    .into_any()
}

fn words(all: [(&str, &str); 3]) -> Vec<(String, String)> {
    let own = all.map(|(word, name)| (word.to_owned(), name.to_owned()));
    own.to_vec()
}

/// The teams by name; one that the URL names and nobody knows is there as well.
fn teams(members: Members) -> Vec<(String, String)> {
    let known = members
        .open
        .and_then(|open| open.with(|details| details.teams.iter().map(|team| team.slug.clone()).collect()));
    let mut slugs: Vec<String> = known.unwrap_or_default();
    let chosen = members.filter.with(|filter| filter.team.clone());
    slugs.extend(chosen.filter(|chosen| !slugs.contains(chosen)));
    slugs.sort_by(|one, other| intl::compare(one, other));
    let options = slugs.into_iter().map(|slug| {
        let name = format!("#{}", reveal(&slug));
        (slug, name)
    });
    [(String::new(), "All teams".to_owned())]
        .into_iter()
        .chain(options)
        .collect()
}

fn choice(
    members: Members,
    label: &'static str,
    options: impl Fn() -> Vec<(String, String)> + Send + Sync + 'static,
    now: fn(&MemberFilter) -> String,
    set: fn(&mut MemberFilter, &str),
) -> AnyView {
    let show = shower(members);
    let options = Memo::new(move |_| options());
    let now = Memo::new(move |_| members.filter.with(now));
    let drawn = move || {
        let now = now.get();
        let options: Vec<AnyView> = options
            .get()
            .into_iter()
            .map(|(word, name)| {
                let is_now = word == now;
                view! { <option value=word selected=is_now>{name}</option> }.into_any()
            })
            .collect();
        options.into_any()
    };
    view! {
        <select
            class="input people-choice"
            aria-label=label
            prop:value=attribute(move || now.get())
            on:change:target=move |event| {
                let word = event.target().value();
                show(Box::new(move |filter| set(filter, &word)));
            }
        >
            {changing(drawn)}
        </select>
    }
    .into_any()
}
