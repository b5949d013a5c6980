//! Resolving issues in a release of one's choice (6.1). What is behind the title is a chunk of its own, since many servers
//! cannot do it.

use super::{error_of, reload_failed};
use crate::api::releases::{MOST_RELEASES, list_releases};
use crate::chunk::{PageView, chunk};
use crate::load::load;
use crate::open_organization::OpenOrganization;
use crate::reactive::{effect, maybe};
use crate::ui::pick_list::{Pick, pick_dialog, pick_list, pick_room};
use crate::ui::state::{failed, nothing, waiting};
use glint_model::id::{OrganizationSlug, ProjectSlug};
use glint_model::wire::release::Release;
use leptos::prelude::*;

/// In which release some issues are to be resolved.
#[derive(Clone)]
pub struct ReleaseQuestion {
    /// Whose issues.
    pub organization: OrganizationSlug,
    /// The projects that the release is to be of; None as long as that is not known.
    pub projects: Memo<Option<Vec<ProjectSlug>>>,
    /// Is told the version that was chosen.
    pub choose: Callback<String>,
}

/// The dialog.
pub fn release_dialog(title: String, question: ReleaseQuestion, close: Callback<()>) -> AnyView {
    let inside = pick_room(chunk(move || Box::pin(release_choice(question.clone()))));
    pick_dialog("release-title", title, close, inside)
}

/// The list to choose from.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn release_choice(question: ReleaseQuestion) -> PageView {
    let ReleaseQuestion {
        organization,
        projects,
        choose,
    } = question;
    let open = OpenOrganization::get();
    // None until it is known which projects the releases are to be of.
    let releases = load(move |cancel| {
        let (organization, projects) = (organization.clone(), projects.get());
        Box::pin(async move {
            match projects.as_deref() {
                None => Ok(None),
                Some([]) => Ok(Some(Vec::new())),
                Some(projects) => list_releases(&organization, projects, &cancel).await.map(Some),
            }
        })
    });
    let picks = RwSignal::new(None);
    effect(move || {
        let found = releases.with(|load| {
            let found = load.ready()?.as_ref().filter(|found| !found.is_empty())?;
            Some(found.iter().map(pick).collect::<Vec<_>>())
        });
        picks.set(found);
    });
    let instead = move || {
        if releases.with(|load| matches!(load.ready(), Some(Some(_)))) {
            return none_found(projects.with(|projects| projects.as_ref().map_or(0, Vec::len)));
        }
        match error_of(releases).or_else(|| projects.with(Option::is_none).then(|| error_of(open?.loader.get()?))?) {
            Some(error) => failed(&error, move || {
                reload_failed(releases);
                if let Some(open) = open.and_then(|open| open.loader.get_untracked()) {
                    reload_failed(open);
                }
            })
            .into_any(),
            None => waiting(8).into_any(),
        }
    };
    let chosen = move |at: usize| {
        let version = picks.with_untracked(|picks: &Option<Vec<Pick>>| Some(picks.as_ref()?.get(at)?.label.clone()));
        if let Some(version) = version {
            choose.run(version);
        }
    };
    let is_cut = move || picks.with(|picks| picks.as_ref().map_or(0, Vec::len) >= MOST_RELEASES);
    let view = view! {
        {pick_list("release", "Find a release", picks, ViewFn::from(instead), Callback::new(chosen))}
        {maybe(move || {
            is_cut().then(|| view! { <p class="rest">{format!("These are the newest {MOST_RELEASES}.")}</p> }.into_any())
        })}
    };
    Ok(view.into_any())
}

fn pick(release: &Release) -> Pick {
    Pick {
        label: release.version.clone(),
        since: Some(release.date_created),
        ..Pick::default()
    }
}

fn none_found(projects: usize) -> AnyView {
    let (title, text) = if projects > 1 {
        (
            "No release in common",
            format!("No release is shared by the {projects} projects of these issues. Choose issues of one project."),
        )
    } else {
        (
            "No release yet",
            "A release is listed here once an event of this project has named it.".to_owned(),
        )
    };
    view! { <div role="status">{nothing(title, text, ().into_any())}</div> }.into_any()
}
