//! The team's slug, which is its name.

use super::super::refused::told;
use super::TeamPage;
use crate::api::teams::rename_team;
use crate::form_draft::FormDraft;
use crate::permission::has;
use crate::reactive::{changing, effect, spawn};
use crate::route::{Route, SettingsPart, Step, TeamPart, use_go};
use crate::ui::form::{FieldName, Sheet, TextEntry, TextKind, save_button};
use glint_model::access::Right;
use glint_model::team_slug::{as_typed, problem, problem_among, to_send};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

const SLUG: &str = "team-slug";
const FIELDS: &[FieldName] = &[FieldName {
    id: SLUG,
    label: "Name",
    wire: "slug",
}];

/// The section.
pub(super) fn section(page: TeamPage) -> AnyView {
    let may = has(Right::Teams);
    let body = move || match may.get() {
        Some(false) => view! {
            <p>{page.name()}</p>
            <p class="hint">{Right::Teams.reason()}</p>
        }
        .into_any(),
        _ => form(page),
    };
    view! {
        <section class="panel" aria-labelledby="team-name-title">
            <header><h2 id="team-name-title">"Name"</h2></header>
            <div class="panel-body">{changing(body)}</div>
        </section>
    }
    .into_any()
}

fn form(page: TeamPage) -> AnyView {
    let (sheet, go) = (Sheet::new(FIELDS), use_go());
    let slug = RwSignal::new(page.slug.get_value());
    let about = page
        .organization
        .with_value(|organization| format!("team {organization}/{}", page.slug.get_value()));
    let draft = FormDraft::open(about, vec![("slug", slug)]);
    effect(move || {
        let typed = slug.get();
        let fitting = as_typed(&typed);
        // A team that has capitals keeps them until its name is changed.
        if fitting != typed && page.slug.with_value(|own| *own != typed) {
            slug.set(fitting);
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (typed, own) = (slug.get_untracked(), page.slug.get_value());
        if typed == own {
            return page.toasts.say("The name is as it was");
        }
        let wrong = untrack(|| taken_or_wrong(page, &typed, &own));
        let wrong: Vec<(&'static str, String)> = wrong.into_iter().map(|words| (SLUG, words)).collect();
        if !sheet.begin(&wrong) {
            return;
        }
        let (organization, go, saved) = (page.organization.get_value(), go.clone(), draft.saved_later());
        let name = to_send(&typed);
        spawn(async move {
            match rename_team(&organization, &own, &name).await {
                Ok(team) => {
                    saved();
                    page.toasts.say(format!("#{own} is called #{} now", team.slug));
                    page.tell_others();
                    let is_here = slug.try_get_untracked().is_some();
                    sheet.done();
                    if is_here {
                        let place = SettingsPart::Team(team.slug, TeamPart::Settings);
                        go(&Route::settings(&organization, place), Step::Replace);
                    }
                }
                Err(error) => told(sheet, &error, "The team was not renamed."),
            }
        });
    };
    view! {
        <form novalidate=true on:submit=submit>
            {draft.note()}
            {sheet.complaints()}
            {sheet.text(TextEntry {
                id: SLUG,
                is_optional: false,
                hint: "It is part of this page’s address, which changes with it.".into_any(),
                kind: TextKind::Address,
                example: "mobile-apps",
                value: slug,
                check: problem,
            })}
            <div class="panel-foot">{save_button("Rename", "Saving…", sheet.is_busy())}</div>
            {draft.guard()}
        </form>
    }
    .into_any()
}

fn taken_or_wrong(page: TeamPage, typed: &str, own: &str) -> Option<String> {
    let known = page.open.and_then(|open| {
        open.with(|details| problem_among(typed, Some(own), details.teams.iter().map(|team| team.slug.as_str())))
    });
    known.unwrap_or_else(|| problem(typed))
}
