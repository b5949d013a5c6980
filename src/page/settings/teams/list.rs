//! The two lists, and the field that searches them.

use super::super::rows::rows;
use super::super::search_box::search_box;
use super::{Teams, button_id};
use crate::browser::intl;
use crate::reactive::{changing, maybe};
use crate::route::{Route, SettingsPart, Step, TeamPart, use_go};
use crate::ui::state::nothing;
use glint_model::member_role::{Role, why_not_join};
use glint_model::reveal::reveal;
use glint_model::text::counted;
use glint_model::wire::team::Team;
use leptos::prelude::*;

/// With more teams than that, they can be searched.
const MANY: usize = 8;

/// A team as it is listed.
#[derive(Clone, PartialEq)]
struct Listed {
    team: Team,
    projects: usize,
}

/// The lists.
pub(super) fn lists(teams: Teams) -> AnyView {
    let route = use_context::<Memo<Route>>();
    let asked = Memo::new(move |_| match route.map(|route| route.get()) {
        Some(Route::Settings { query, .. }) => query
            .into_iter()
            .find(|(name, _)| name == "text")
            .map(|(_, text)| text)
            .unwrap_or_default(),
        _ => String::new(),
    });
    let typed = RwSignal::new(asked.get_untracked());
    let all = Memo::new(move |_| listed(teams));
    let is_long = Memo::new(move |_| all.with(Vec::len) > MANY);
    let found = Memo::new(move |_| {
        let words = typed.get().to_lowercase();
        let words = words.trim().trim_start_matches('#').to_owned();
        let mut found = all.get();
        found.retain(|one| one.team.slug.to_lowercase().contains(&words));
        found
    });
    let of_others = RwSignal::new(false);
    let of_mine = RwSignal::new(false);
    let body = move || {
        let role = teams.role.get();
        let (mine, others): (Vec<Listed>, Vec<Listed>) = found.get().into_iter().partition(|one| one.team.is_member);
        if mine.is_empty() && others.is_empty() {
            return none(&typed.get());
        }
        view! {
            {group(teams, role, "Your teams", "You are in no team that is listed here.", mine, of_mine)}
            {group(teams, role, "Other teams", "You are in all teams that are listed here.", others, of_others)}
        }
        .into_any()
    };
    view! {
        {maybe(move || is_long.get().then(|| search(teams, typed, asked, found)))}
        <div class="team-lists">{changing(body)}</div>
    }
    .into_any()
}

fn listed(teams: Teams) -> Vec<Listed> {
    let found = teams.open.and_then(|open| {
        open.with(|details| {
            let count = |slug: &str| {
                let own = details.projects.iter().filter_map(|project| project.teams.as_ref());
                own.filter(|teams| teams.iter().any(|team| team.slug == slug)).count()
            };
            let all = details.teams.iter().map(|team| Listed {
                team: team.clone(),
                projects: count(&team.slug),
            });
            all.collect::<Vec<Listed>>()
        })
    });
    let mut found = found.unwrap_or_default();
    found.sort_by(|one, other| intl::compare(&one.team.slug, &other.team.slug));
    found
}

fn search(teams: Teams, typed: RwSignal<String>, asked: Memo<String>, found: Memo<Vec<Listed>>) -> AnyView {
    let go = use_go();
    let show = move |text: String| {
        let query = if text.is_empty() {
            Vec::new()
        } else {
            vec![("text".to_owned(), text)]
        };
        let route = Route::Settings {
            organization: teams.organization.get_value(),
            part: SettingsPart::Teams,
            query,
        };
        go(&route, Step::Replace);
    };
    view! {
        <div class="list-tools" role="search" aria-label="Teams">
            {search_box("Find a team", "Find a team", typed, asked, show)}
            <span class="said" role="status">
                {move || counted(found.with(Vec::len) as u64, "team", "teams")}
            </span>
        </div>
    }
    .into_any()
}

fn none(typed: &str) -> AnyView {
    if typed.trim().is_empty() {
        nothing(
            "There are no teams yet",
            "Projects belong to teams: create one, and put people and projects into it.",
            ().into_any(),
        )
        .into_any()
    } else {
        let text = format!("No team is called “{}”.", reveal(typed.trim()));
        nothing("Nothing found", text, ().into_any()).into_any()
    }
}

fn group(
    teams: Teams,
    role: Option<Role>,
    title: &'static str,
    none: &'static str,
    list: Vec<Listed>,
    is_all: RwSignal<bool>,
) -> AnyView {
    let count = list.len();
    let body = if count == 0 {
        view! { <p class="people-none">{none}</p> }.into_any()
    } else {
        rows(title, count, is_all, move |at| {
            list.get(at).map_or_else(|| ().into_any(), |one| row(teams, role, one))
        })
    };
    view! {
        <section class="panel" aria-label=title>
            <header>
                <h2>{title}</h2>
                <span class="muted">{count}</span>
            </header>
            {body}
        </section>
    }
    .into_any()
}

fn row(teams: Teams, role: Option<Role>, listed: &Listed) -> AnyView {
    let Listed { team, projects } = listed;
    let slug = team.slug.clone();
    let shown = reveal(&slug);
    let place = teams
        .organization
        .with_value(|organization| Route::settings(organization, SettingsPart::Team(slug.clone(), TeamPart::Members)));
    let facts = format!(
        "{} · {}",
        counted(team.member_count, "member", "members"),
        counted(*projects as u64, "project", "projects")
    );
    view! {
        <li>
            <span class="what">
                <b><a class="link" href=place.href()>"#" {shown.clone()}</a></b>
                <small>{facts}</small>
            </span>
            <span class="acts">{role.map(|role| act(teams, role, slug, &shown, team.is_member))}</span>
        </li>
    }
    .into_any()
}

/// Joining or leaving. Where an organization does not let everybody in, only those who look after teams join by themselves.
fn act(teams: Teams, role: Role, slug: String, shown: &str, is_in: bool) -> AnyView {
    let (id, verb) = (button_id(&slug), if is_in { "Leave" } else { "Join" });
    let label = format!("{verb} #{shown}");
    let is_open = untrack(|| teams.open.and_then(|open| open.with(|details| details.open_membership)));
    if let Some(reason) = why_not_join(role, true, is_open.unwrap_or_default()) {
        return view! {
            <button
                class="btn"
                id=id
                type="button"
                aria-disabled="true"
                aria-label=format!("{label}. {reason}")
                title=reason
                on:click=move |_| teams.toasts.say(reason)
            >
                {verb}
            </button>
        }
        .into_any();
    }
    view! {
        <button
            class="btn"
            id=id
            type="button"
            aria-label=label
            on:click=move |_| teams.set_mine(teams.organization.get_value(), slug.clone(), !is_in)
        >
            {verb}
        </button>
    }
    .into_any()
}
