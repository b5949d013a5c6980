//! The alerts of all projects: `/{organization}/settings/alerts?text=&show=`. Projects of which nobody is told come first.

use super::super::absent::{is_absent, no_organization};
use super::super::frame::{Frame, Section, framed};
use super::gaps::{Creating, link_id};
use super::gather::{Gather, Known};
use super::project_row::project_row;
use super::recipients_view::by_recipient;
use super::rules::focus_later;
use super::toolbar::{Looking, toolbar};
use crate::load::Load;
use crate::open_organization::OpenOrganization;
use crate::permission::has;
use crate::reactive::{changing, changing_text, maybe};
use crate::route::{Route, SettingsPart};
use crate::ui::icon::{Icon, icon};
use crate::ui::page_title::page_title;
use crate::ui::state::{failed, nothing, waiting};
use glint_model::access::Right;
use glint_model::alert_reach::has_people;
use glint_model::alert_rule::Show;
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
use glint_model::reveal::reveal;
use glint_model::text::{counted, thousands};
use leptos::prelude::*;
use std::sync::Arc;

/// The id of the line that says how many are told.
pub(super) const SAID: &str = "alerts-said";

/// How many rows are drawn before somebody asks for all.
pub(super) const FIRST_ROWS: usize = 100;

/// The page.
pub fn alert_overview_page(organization: OrganizationSlug) -> AnyView {
    page_title(|| Section::Alerts.name().to_owned());
    let gather = Gather::open(organization.clone());
    framed(Frame {
        organization: organization.clone(),
        section: Section::Alerts,
        heading: None,
        actions: ().into_any(),
        inside: inside(organization, gather),
    })
}

#[derive(Clone, PartialEq)]
enum Stage {
    Waiting,
    Absent,
    Empty,
    Some,
    Failed(ApiError),
}

fn inside(organization: OrganizationSlug, gather: Gather) -> AnyView {
    let looking = Looking::open(organization.clone());
    let creating = Creating::new(gather);
    let open = OpenOrganization::get();
    let may_create = has(Right::Projects);
    let stage = Memo::new(move |_| {
        if is_absent(open) {
            return Stage::Absent;
        }
        gather.projects.with(|load| match load {
            Load::Ready(projects) if projects.is_empty() => Stage::Empty,
            Load::Ready(_) => Stage::Some,
            Load::Failed(error) => Stage::Failed(error),
            _ => Stage::Waiting,
        })
    });
    let new = Route::settings(&organization, SettingsPart::NewProject).href();
    changing(move || match stage.get() {
        Stage::Waiting => waiting(8).into_any(),
        Stage::Failed(error) => failed(&error, move || gather.projects.reload()).into_any(),
        Stage::Absent => no_organization(),
        Stage::Empty => {
            let href = new.clone();
            let create = maybe(move || {
                let create = view! { <a class="btn" href=href.clone()>"Create a project"</a> };
                (may_create.get() == Some(true)).then(|| create.into_any())
            });
            nothing("There is no project yet", "Alerts belong to projects.", create).into_any()
        }
        Stage::Some => all(gather, looking, creating),
    })
}

fn all(gather: Gather, looking: Looking, creating: Creating) -> AnyView {
    let show = Memo::new(move |_| looking.view.with(|view| view.show));
    view! {
        <p class="lead">
            "Who is told when something breaks, for all projects. An alert is changed in the settings of its project."
        </p>
        {toolbar(looking)}
        <p class="hint" id=SAID role="status" tabindex="-1">{changing_text(move || said(gather))}</p>
        {maybe(move || creating.refusal())}
        {maybe(move || failures(gather))}
        {changing(move || match show.get() {
            Show::Recipients => by_recipient(gather, looking),
            show => projects(gather, looking, creating, show),
        })}
    }
    .into_any()
}

/// How far it is, or what has come of it; tracked.
fn said(gather: Gather) -> String {
    let (done, of) = gather.progress.get();
    if !gather.is_whole() {
        return format!(
            "Reading the alerts of each project: {} of {}…",
            thousands(done as u64),
            thousands(of as u64)
        );
    }
    let known = gather.known.get();
    let silent = known.iter().filter(|known| known.gap.is_some()).count();
    let unread = gather.failures().0.len();
    let read = thousands(known.len() as u64);
    let all = match unread {
        0 => counted(known.len() as u64, "project", "projects"),
        unread => format!(
            "{read} of {} could be read",
            counted((known.len() + unread) as u64, "project", "projects")
        ),
    };
    match (silent, unread) {
        (0, 0) => format!("{all}; somebody is told of each."),
        (0, _) => format!("{all}; somebody is told of each of these."),
        (silent, 0) => format!("{all}; nobody is told of {}.", thousands(silent as u64)),
        (silent, _) => format!("{all}; of these, nobody is told of {}.", thousands(silent as u64)),
    }
}

fn failures(gather: Gather) -> Option<AnyView> {
    let (failed, error) = gather.failures();
    let error = error?;
    let names: Vec<String> = failed.iter().take(5).map(|slug| reveal(slug.as_str())).collect();
    let more = failed.len().saturating_sub(names.len());
    let more = (more > 0).then(|| format!(" and {} more", thousands(more as u64)));
    let text = format!(
        "The alerts of {} could not be read: {}{}. {}",
        counted(failed.len() as u64, "project", "projects"),
        names.join(", "),
        more.unwrap_or_default(),
        error.sentence()
    );
    Some(
        view! {
            <div class="alr-failures" role="alert">
                {icon(Icon::Warning, "")}
                <p>{text}</p>
                <button class="btn small" type="button" on:click=move |_| gather.retry()>"Try again"</button>
            </div>
        }
        .into_any(),
    )
}

fn projects(gather: Gather, looking: Looking, creating: Creating, show: Show) -> AnyView {
    let fitting = Memo::new(move |_| {
        let view = looking.now();
        let known = gather.known.get();
        let fits = |known: &&Arc<Known>| view.fits(&known.of.words());
        known.iter().filter(fits).cloned().collect::<Vec<_>>()
    });
    let of = move |has_gap: bool| {
        Memo::new(move |_| {
            fitting.with(|all| {
                let kept = all.iter().filter(|known| known.gap.is_some() == has_gap);
                kept.cloned().collect::<Vec<_>>()
            })
        })
    };
    let told = (show == Show::All).then(|| list(creating, "Somebody is told", "told", of(false)));
    let none = move || {
        let is_empty = fitting.with(|all| !all.iter().any(|known| show == Show::All || known.gap.is_some()));
        (is_empty && gather.is_whole()).then(|| {
            let is_unread = !gather.failures().0.is_empty();
            let text = match (looking.now().text.trim().is_empty(), is_unread) {
                (true, false) => "Somebody is told of every project.",
                (true, true) => "Somebody is told of every project that could be read.",
                (false, false) => "No project or alert has these words.",
                (false, true) => "No project or alert that could be read has these words.",
            };
            view! { <p class="lead">{text}</p> }.into_any()
        })
    };
    view! {
        {list(creating, "Nobody is told", "gaps", of(true))}
        {told}
        {maybe(none)}
    }
    .into_any()
}

fn list(creating: Creating, title: &'static str, id: &'static str, rows: Memo<Vec<Arc<Known>>>) -> AnyView {
    let is_whole = RwSignal::new(false);
    let is_there = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    let count = move || thousands(rows.with(Vec::len) as u64);
    let shown = move || {
        let mut rows = rows.get();
        if !is_whole.get() {
            rows.truncate(FIRST_ROWS);
        }
        rows
    };
    let more = move || {
        let all = rows.with(Vec::len);
        (all > FIRST_ROWS && !is_whole.get()).then(|| {
            view! {
                <button
                    class="btn"
                    type="button"
                    on:click=move |_| {
                        is_whole.set(true);
                        // The button goes; the keyboard goes on with the first row that was not there before.
                        let next = rows.with_untracked(|rows| rows.get(FIRST_ROWS).map(|known| link_id(&known.of.slug)));
                        focus_later(next.unwrap_or_default());
                    }
                >
                    "Show all " {thousands(all as u64)}
                </button>
            }
            .into_any()
        })
    };
    maybe(move || {
        is_there.get().then(|| {
            view! {
                <section class="alr-group" aria-labelledby=format!("alerts-{id}")>
                    <h2 id=format!("alerts-{id}") tabindex="-1">{title} " " <small>{changing_text(count)}</small></h2>
                    <ul class="things alr-projects">
                        <For
                            each=shown
                            key=|known| (known.of.slug.clone(), known.of.alerts.len(), known.gap, has_people(&known.of.teams))
                            children=move |known| project_row(creating, &known)
                        />
                    </ul>
                    {maybe(more)}
                </section>
            }
            .into_any()
        })
    })
}
