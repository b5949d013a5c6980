//! The alerts of a project: `/{organization}/settings/projects/{project}/alerts`.

use super::card::card;
use super::desk::Desk;
use super::recipients::kinds_menu;
use super::rules::{Rules, TITLE};
use crate::load::Load;
use crate::reactive::{changing, maybe, truth};
use crate::route::{Route, SettingsPart};
use crate::ui::form::{Leaving, ask_before_leaving, refused_button};
use crate::ui::icon::{Icon, icon};
use crate::ui::state::{failed, nothing, waiting};
use glint_model::access::Right;
use glint_model::error::ApiError;
use glint_model::id::{OrganizationSlug, ProjectSlug};
use leptos::prelude::*;

/// Where the list is.
#[derive(Clone, PartialEq)]
enum Stage {
    Waiting,
    Empty,
    Some,
    Failed(ApiError),
}

/// All alerts of a project, to be read, changed, tried and created.
pub fn project_alerts(organization: OrganizationSlug, project: ProjectSlug) -> AnyView {
    let all = Route::settings(&organization, SettingsPart::Alerts).href();
    let rules = Rules::open(organization, project);
    let stage = Memo::new(move |_| match rules.loader.with(|load| load.ready().is_some()) {
        true if rules.entries.with(Vec::is_empty) => Stage::Empty,
        true => Stage::Some,
        false => rules.loader.with(|load| match load {
            Load::Failed(error) => Stage::Failed(error),
            _ => Stage::Waiting,
        }),
    });
    view! {
        <section class="alr-rules" aria-labelledby=TITLE>
            <div class="alr-top">
                <h2 id=TITLE tabindex="-1">"Alerts"</h2>
                {changing(move || new_button(rules))}
            </div>
            <p class="lead">
                "Who is told when something breaks in this project. "
                <a class="link" href=all>"Alerts of all projects"</a>
            </p>
            {maybe(move || tags_note(rules))}
            {changing(move || match stage.get() {
                Stage::Waiting => waiting(6).into_any(),
                Stage::Failed(error) => failed(&error, move || rules.loader.reload()).into_any(),
                Stage::Empty => nothing(
                    "This project has no alert",
                    "Nobody is told when something breaks here. Whoever wants to know has to look.",
                    ().into_any(),
                )
                .into_any(),
                Stage::Some => view! {
                    <ul class="alr-list">
                        <For
                            each=move || rules.entries.get()
                            key=|entry| entry.key
                            children=move |entry| card(rules, entry)
                        />
                    </ul>
                }
                .into_any(),
            })}
            {kinds_menu(rules)}
            {guard(rules)}
        </section>
    }
    .into_any()
}

/// Asks once before all that is not saved is left behind.
fn guard(rules: Rules) -> AnyView {
    let some = move |is_so: fn(Desk) -> bool| rules.desks.with(|desks| desks.iter().any(|desk| is_so(*desk)));
    ask_before_leaving(Leaving {
        is_unsaved: truth(move || some(|desk| desk.is_unsaved.try_get() == Some(true))),
        would_be_lost: truth(move || some(|desk| desk.would_be_lost.try_get() == Some(true))),
        text: "What you typed is kept in this browser, and is here when you come back. Recipients are kept as long as this \
               tab is open: their addresses are secrets.",
        discard: Callback::new(move |()| {
            for desk in rules.desks.get_untracked() {
                if desk.is_unsaved.get_untracked() {
                    desk.give_up();
                }
            }
        }),
    })
}

fn new_button(rules: Rules) -> AnyView {
    match rules.may_write.get() {
        Some(false) => refused_button("New alert", Some(Icon::Add), Right::Projects.reason()),
        _ => view! {
            <button class="btn primary" type="button" on:click=move |_| rules.begin_new()>
                {icon(Icon::Add, "")}
                "New alert"
            </button>
        }
        .into_any(),
    }
}

/// What servers of 2025 keep to themselves.
fn tags_note(rules: Rules) -> Option<AnyView> {
    let is_silent = rules.server.version().is_some() && !rules.server.tests_recipients();
    let matters = is_silent && rules.may_write.get() == Some(true) && !rules.entries.with(Vec::is_empty);
    matters.then(|| {
        view! {
            <p class="hint alr-note">
                "This server does not say which tags its alerts add to their messages. Tags that were set elsewhere are lost \
                 when the alert is saved here; those typed here are kept in this browser until you sign out."
            </p>
        }
        .into_any()
    })
}
