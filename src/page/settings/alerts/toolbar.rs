//! What is shown of the overview. What is typed counts at once and is in the URL a moment later.

use super::super::search_box::search_box;
use crate::reactive::aria;
use crate::route::{Go, Route, SettingsPart, Step, use_go};
use glint_model::alert_rule::{OverviewView, Show};
use glint_model::id::OrganizationSlug;
use leptos::prelude::*;
use std::rc::Rc;

/// How the overview is looked at.
#[derive(Clone, Copy)]
pub(super) struct Looking {
    /// As the URL says.
    pub view: Memo<OverviewView>,
    typed: RwSignal<String>,
    organization: StoredValue<OrganizationSlug>,
    go: StoredValue<Go, LocalStorage>,
}

impl Looking {
    pub(super) fn open(organization: OrganizationSlug) -> Self {
        let route = use_context::<Memo<Route>>();
        let view = Memo::new(move |last: Option<&OverviewView>| {
            let asked = route.and_then(|route| {
                route.with(|route| match route {
                    Route::Settings {
                        part: SettingsPart::Alerts,
                        query,
                        ..
                    } => Some(OverviewView::from_pairs(query)),
                    _ => None,
                })
            });
            // While another page is about to come, the last view stays.
            asked.or_else(|| last.cloned()).unwrap_or_default()
        });
        let typed = RwSignal::new(view.with_untracked(|view| view.text.clone()));
        Self {
            view,
            typed,
            organization: StoredValue::new(organization),
            go: StoredValue::new_local(Rc::new(use_go())),
        }
    }

    /// How it is looked at, with what is typed; tracked.
    pub(super) fn now(self) -> OverviewView {
        OverviewView {
            text: self.typed.get(),
            show: self.view.with(|view| view.show),
        }
    }

    fn put(self, step: Step, show: Option<Show>) {
        let (Some(view), Some(typed)) = (self.view.try_get_untracked(), self.typed.try_get_untracked()) else {
            return;
        };
        let next = OverviewView {
            text: typed.trim().to_owned(),
            show: show.unwrap_or(view.show),
        };
        let (Some(organization), Some(go)) = (self.organization.try_get_value(), self.go.try_get_value()) else {
            return;
        };
        if next != view {
            let query = next.to_pairs();
            let part = SettingsPart::Alerts;
            go(
                &Route::Settings {
                    organization,
                    part,
                    query,
                },
                step,
            );
        }
    }
}

/// The field and the choice.
pub(super) fn toolbar(looking: Looking) -> AnyView {
    let choices: Vec<AnyView> = Show::ALL
        .into_iter()
        .map(|show| {
            view! {
                <button
                    type="button"
                    aria-pressed=aria(move || looking.view.with(|view| view.show == show))
                    on:click=move |_| looking.put(Step::Stay, Some(show))
                >
                    {show.label()}
                </button>
            }
            .into_any()
        })
        .collect();
    let field = search_box(
        "Filter the alerts",
        "Filter by project, alert, recipient",
        looking.typed,
        Memo::new(move |_| looking.view.with(|view| view.text.clone())),
        move |_| looking.put(Step::Replace, None),
    );
    view! {
        <div class="list-tools" role="search" aria-label="Alerts">
            {field}
            <div class="seg" role="group" aria-label="Show">{choices}</div>
        </div>
    }
    .into_any()
}
