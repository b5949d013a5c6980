//! The team's slug, which is its name.

use super::super::refused::told;
use super::super::team_name::{FIELDS, TeamName};
use super::TeamPage;
use crate::api::teams::rename_team;
use crate::form_draft::FormDraft;
use crate::permission::has;
use crate::reactive::{effect, maybe, spawn};
use crate::route::{Route, SettingsPart, Step, TeamPart, use_go};
use crate::ui::form::{Sheet, save_button};
use glint_model::access::Right;
use glint_model::team_slug::{as_typed, to_send};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The section.
pub(super) fn section(page: TeamPage) -> AnyView {
    let may = has(Right::Teams);
    let body = move || match may.get()? {
        false => Some(
            view! {
                <p>{page.name()}</p>
                <p class="hint">{Right::Teams.reason()}</p>
            }
            .into_any(),
        ),
        true => Some(form(page)),
    };
    view! {
        <section class="panel" aria-labelledby="team-name-title">
            <header><h2 id="team-name-title">"Rename"</h2></header>
            <div class="panel-body">{maybe(body)}</div>
        </section>
    }
    .into_any()
}

fn form(page: TeamPage) -> AnyView {
    let (sheet, go) = (Sheet::new(FIELDS), use_go());
    let slug = RwSignal::new(page.slug.get_value());
    let name = TeamName {
        value: slug,
        own: StoredValue::new(Some(page.slug.get_value())),
        open: page.open,
    };
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
        if !sheet.begin(&name.wrong()) {
            return;
        }
        let (organization, go, saved) = (page.organization.get_value(), go.clone(), draft.done_later());
        let name = to_send(&typed);
        spawn(async move {
            match rename_team(&organization, &own, &name).await {
                Ok(team) => {
                    saved();
                    page.toasts.say(format!("#{own} is called #{} now", team.slug));
                    if let Some(open) = page.open {
                        open.update(|details| {
                            if details.organization.slug == organization {
                                details.rename_team(&own, &team.slug);
                            }
                        });
                    }
                    page.tell_others();
                    let is_here = slug.try_get_untracked().is_some();
                    sheet.done();
                    if is_here {
                        let place = SettingsPart::Team(team.slug, TeamPart::Settings);
                        go(&Route::settings(&organization, place), Step::Replace);
                    }
                }
                Err(error) => told(
                    sheet,
                    &error,
                    "The team was not renamed.",
                    "You may not rename it, or it is gone.",
                ),
            }
        });
    };
    view! {
        <form novalidate=true on:submit=submit>
            {draft.note()}
            {sheet.complaints()}
            {name.field(sheet, "It is part of this page’s address, which changes with it.")}
            <div class="panel-foot">{save_button("Rename", "Saving…", sheet.is_busy())}</div>
            {draft.guard()}
        </form>
    }
    .into_any()
}
