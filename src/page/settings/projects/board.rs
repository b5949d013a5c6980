//! The state of the list: what there is, what is shown of it and in which order.

use super::Stage;
use super::volumes::Volumes;
use crate::api::projects::list_projects;
use crate::browser::intl;
use crate::load::{Load, Loader, load_from};
use crate::open_organization::OpenOrganization;
use crate::permission::has;
use crate::reactive::effect;
use crate::route::{Go, Route, SettingsPart, Step, use_go};
use glint_model::access::Right;
use glint_model::id::{OrganizationSlug, ProjectId};
use glint_model::project_list::{ProjectListView, arrange};
use glint_model::wire::project::Project;
use leptos::prelude::*;
use std::rc::Rc;

/// So many rows are drawn at first.
pub const MOST_SHOWN: usize = 100;

/// The list.
#[derive(Clone, Copy)]
pub struct Board {
    /// Whose.
    pub organization: StoredValue<OrganizationSlug>,
    /// Whether it stands in the settings.
    pub is_in_settings: bool,
    /// The projects on their way.
    pub list: Loader<Vec<Project>>,
    /// The projects, as far as they are here.
    pub projects: Memo<Vec<Project>>,
    /// What there is to show.
    pub(super) stage: Memo<Stage>,
    /// What the URL asks for.
    pub view: Memo<ProjectListView>,
    /// What is typed in the field; the URL follows a moment later.
    pub typed: RwSignal<String>,
    /// The places of the projects that are shown, in order.
    pub order: Memo<Vec<usize>>,
    /// Whether more than the first rows are drawn.
    pub shows_all: RwSignal<bool>,
    /// How much comes in from each.
    pub volumes: Volumes,
    /// Whether the reader may create projects.
    pub may: Memo<Option<bool>>,
    go: StoredValue<Go, LocalStorage>,
}

impl Board {
    /// The list of an organization, where the URL says.
    pub fn open(organization: OrganizationSlug) -> Self {
        let (route, open) = (use_context::<Memo<Route>>(), OpenOrganization::get());
        let is_in_settings =
            route.is_none_or(|route| route.with_untracked(|route| matches!(route, Route::Settings { .. })));
        let view = view_of(route);
        let asked = organization.clone();
        let list = load_from(known_before(open, &organization), move |cancel| {
            let organization = asked.clone();
            Box::pin(async move { list_projects(&organization, &cancel).await })
        });
        let projects = Memo::new(move |_| list.ready().unwrap_or_default());
        let stage = Memo::new(move |_| {
            let count = list.with(|load| match load {
                Load::Ready(all) => Load::Ready(all.len()),
                Load::Failed(error) => Load::Failed(error),
                Load::Slow => Load::Slow,
                Load::Loading => Load::Loading,
            });
            Stage::of(&count, open)
        });
        let volumes = Volumes::new(organization.clone());
        let typed = RwSignal::new(view.with_untracked(|view| view.text.clone()));
        let order = Memo::new(move |_| {
            volumes.settled.track();
            let mut view = view.get();
            view.text = typed.get();
            projects.with(|projects| arrange(projects, &view, |id| volumes.known(id), intl::compare))
        });
        let may = has(Right::Projects);
        let board = Self {
            organization: StoredValue::new(organization),
            is_in_settings,
            list,
            projects,
            stage,
            view,
            typed,
            order,
            shows_all: RwSignal::new(false),
            volumes,
            may: Memo::new(move |_| may.get()),
            go: StoredValue::new_local(Rc::new(use_go())),
        };
        effect(move || volumes.want(board.to_count()));
        board
    }

    /// Goes to another view; what is typed goes along.
    pub fn show(self, step: Step, change: impl FnOnce(&mut ProjectListView)) {
        let Some(mut view) = self.view.try_get_untracked() else {
            return;
        };
        self.typed.get_untracked().trim().clone_into(&mut view.text);
        change(&mut view);
        let (organization, query) = (self.organization.get_value(), view.to_pairs());
        let route = if self.is_in_settings {
            let part = SettingsPart::Projects;
            Route::Settings {
                organization,
                part,
                query,
            }
        } else {
            Route::Projects { organization, query }
        };
        if let Some(go) = self.go.try_get_value() {
            go(&route, step);
        }
    }

    /// Whose events are counted: those of the rows that are drawn, and of all where the order depends on it; tracked.
    fn to_count(self) -> Vec<ProjectId> {
        let counts_all = self.view.with(|view| view.sort.needs_volumes());
        let most = if counts_all || self.shows_all.get() {
            usize::MAX
        } else {
            MOST_SHOWN
        };
        let places = self.order.get();
        self.projects.with(|projects| {
            let shown = places.into_iter().take(most).filter_map(|at| projects.get(at));
            shown
                .filter(|project| project.first_event.is_some())
                .map(|project| project.id.clone())
                .collect()
        })
    }
}

fn view_of(route: Option<Memo<Route>>) -> Memo<ProjectListView> {
    Memo::new(move |last: Option<&ProjectListView>| {
        let asked = route.and_then(|route| {
            route.with(|route| match route {
                Route::Projects { query, .. }
                | Route::Settings {
                    part: SettingsPart::Projects,
                    query,
                    ..
                } => Some(ProjectListView::from_pairs(query)),
                _ => None,
            })
        });
        // While another page is about to come, the last one stays.
        asked.or_else(|| last.cloned()).unwrap_or_default()
    })
}

/// The organization names its projects as well: they are shown until the list is here.
fn known_before(open: Option<OpenOrganization>, organization: &OrganizationSlug) -> Option<Vec<Project>> {
    let open = open.filter(|open| open.slug.get_untracked().as_ref() == Some(organization))?;
    let known = untrack(|| open.with(|details| details.projects.clone()))?;
    (!known.is_empty()).then_some(known)
}
