//! The dialog that creates a team.

use super::super::absent::is_absent;
use super::super::refused::told;
use super::super::team_name::{FIELDS, TeamName};
use super::Teams;
use crate::api::teams::create_team;
use crate::permission::has;
use crate::reactive::{effect, maybe, spawn};
use crate::route::{Route, SettingsPart, Step, TeamPart, use_go};
use crate::ui::dialog::Dialog;
use crate::ui::form::{Sheet, refused_button, save_button};
use crate::ui::icon::{Icon, icon};
use glint_model::access::Right;
use glint_model::team_slug::{as_typed, to_send};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The button, and the dialog while it is open. What was typed stays when it is closed.
pub(super) fn new_team(teams: Teams) -> AnyView {
    let may = has(Right::Teams);
    let (is_open, slug) = (RwSignal::new(false), RwSignal::new(String::new()));
    let is_absent = Memo::new(move |_| is_absent(teams.open));
    let button = move || match may.get()? {
        _ if is_absent.get() => None,
        false => Some(refused_button("New team", Some(Icon::Add), Right::Teams.reason())),
        true => Some(
            view! {
                <button class="btn primary" type="button" aria-haspopup="dialog" on:click=move |_| is_open.set(true)>
                    {icon(Icon::Add, "")}
                    "New team"
                </button>
            }
            .into_any(),
        ),
    };
    view! {
        {maybe(button)}
        {maybe(move || is_open.get().then(|| dialog(teams, is_open, slug)))}
    }
    .into_any()
}

fn dialog(teams: Teams, is_open: RwSignal<bool>, slug: RwSignal<String>) -> AnyView {
    let (sheet, go) = (Sheet::new(FIELDS), use_go());
    let name = TeamName {
        value: slug,
        own: StoredValue::new(None),
        open: teams.open,
    };
    // A space becomes a dash while it is typed.
    effect(move || {
        let typed = slug.get();
        let fitting = as_typed(&typed);
        if fitting != typed {
            slug.set(fitting);
        }
    });
    let close = Callback::new(move |()| is_open.set(false));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !sheet.begin(&name.wrong()) {
            return;
        }
        let (organization, go) = (teams.organization.get_value(), go.clone());
        let name = slug.with_untracked(|typed| to_send(typed));
        spawn(async move {
            match create_team(&organization, &name).await {
                Ok(team) => {
                    sheet.done();
                    teams.toasts.say(format!("Team #{} created", team.slug));
                    if let Some(open) = teams.open {
                        let new = team.clone();
                        open.update(|details| {
                            if details.organization.slug == organization {
                                details.add_team(new);
                            }
                        });
                        open.refresh();
                    }
                    slug.try_set(String::new());
                    // Unless the reader has closed the dialog or gone elsewhere meanwhile.
                    if is_open.try_get_untracked() == Some(true) {
                        is_open.set(false);
                        let place = SettingsPart::Team(team.slug, TeamPart::Members);
                        go(&Route::settings(&organization, place), Step::Push);
                    }
                }
                Err(error) => told(
                    sheet,
                    &error,
                    "The team was not created.",
                    "You may not create teams here.",
                ),
            }
        });
    };
    view! {
        <Dialog labelled_by="new-team-title" on_close=close>
            <form novalidate=true on:submit=submit>
                <h2 id="new-team-title">"New team"</h2>
                {sheet.complaints()}
                {name.field(sheet, "Letters, digits, “-” and “_”, at most 50. You will be in it.")}
                <div class="actions">
                    <button class="btn" type="button" on:click=move |_| close.run(())>"Cancel"</button>
                    {save_button("Create team", "Creating…", sheet.is_busy())}
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}
