//! Which team looks after the new project: one of those that there are, the reader's own first, or one that is created with it.

use super::desk::{Desk, TEAM, TO_CREATE};
use crate::permission::has;
use crate::reactive::{changing, effect, maybe};
use crate::ui::form::{Frame, Wiring, framed};
use glint_model::access::Right;
use glint_model::reveal::reveal;
use glint_model::team_slug::as_typed;
use leptos::prelude::*;

/// The field, and the one for a new team.
pub fn team_field(desk: Desk) -> AnyView {
    let may = has(Right::Teams);
    let may_create = Memo::new(move |_| may.get() != Some(false));
    let teams = Memo::new(move |_| desk.teams());
    let frame = Frame {
        id: TEAM,
        label: desk.sheet.label(TEAM),
        is_optional: false,
        hint: changing(move || hint(may_create.get()).into_any()),
        problem: desk.sheet.problem(TEAM, move || {
            desk.team.with(String::is_empty).then(|| "Choose a team.".to_owned())
        }),
    };
    let Wiring {
        id,
        described_by,
        is_invalid,
    } = frame.wiring();
    let choose = move |event| {
        desk.team.set(event_target_value(&event));
        desk.sheet.changed(TEAM);
    };
    let select = view! {
        <select class="input" id=id aria-describedby=described_by aria-invalid=is_invalid on:change=choose>
            {changing(move || options(&teams.get(), &desk.team.get(), may_create.get()))}
        </select>
    }
    .into_any();
    let is_new = Memo::new(move |_| desk.team.with(|team| team == TO_CREATE));
    view! {
        {framed(frame, select)}
        {maybe(move || is_new.get().then(|| new_team(desk)))}
    }
    .into_any()
}

fn hint(may_create: bool) -> &'static str {
    if may_create {
        "Its members see the project’s issues. More teams can be added later."
    } else {
        Right::Teams.reason()
    }
}

fn options(teams: &[(String, bool)], chosen: &str, may_create: bool) -> AnyView {
    let group = |label: &'static str, is_own: bool| {
        let of_group: Vec<AnyView> = teams
            .iter()
            .filter(|(_, is_member)| *is_member == is_own)
            .map(|(slug, _)| option(slug, reveal(slug), chosen))
            .collect();
        (!of_group.is_empty()).then(|| view! { <optgroup label=label>{of_group}</optgroup> }.into_any())
    };
    let is_known = chosen == TO_CREATE || teams.iter().any(|(slug, _)| slug == chosen);
    let unknown = (!is_known).then(|| {
        option(
            chosen,
            if chosen.is_empty() {
                "Choose a team".to_owned()
            } else {
                reveal(chosen)
            },
            chosen,
        )
    });
    let create = (may_create || chosen == TO_CREATE).then(|| option(TO_CREATE, "A new team…".to_owned(), chosen));
    view! {
        {unknown}
        {group("Your teams", true)}
        {group("Other teams", false)}
        {create}
    }
    .into_any()
}

fn option(value: &str, name: String, chosen: &str) -> AnyView {
    view! { <option value=value.to_owned() selected=value == chosen>{name}</option> }.into_any()
}

fn new_team(desk: Desk) -> AnyView {
    let name = desk.new_team;
    // A space becomes a dash while it is typed.
    effect(move || {
        let typed = name.value.get();
        let fitting = as_typed(&typed);
        if fitting != typed {
            name.value.set(fitting);
        }
    });
    name.field(
        desk.sheet,
        "Letters, digits, “-” and “_”, such as “backend”. It is created together with the project, with you in it.",
    )
}
