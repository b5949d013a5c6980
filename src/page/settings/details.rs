//! What the pages about the organization itself share: its details, and what their URL asks for.

use crate::load::Load;
use crate::open_organization::OpenOrganization;
use crate::reactive::changing;
use crate::route::{Route, SettingsPart};
use crate::ui::state::{failed, waiting};
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
use glint_model::usage::throttle_text;
use glint_model::wire::organization::OrganizationDetail;
use leptos::prelude::*;

#[derive(Clone, PartialEq)]
enum Stage {
    Quiet,
    Waiting,
    Here,
    Failed(ApiError),
}

/// Shows what `inside` makes of the organization as soon as it is here. It is drawn once: what has to follow later changes
/// reads [`OpenOrganization`].
pub fn with_details(
    organization: &OrganizationSlug,
    inside: impl Fn(OrganizationDetail) -> AnyView + Send + 'static,
) -> AnyView {
    let open = OpenOrganization::get();
    let slug = organization.clone();
    let stage = Memo::new(move |_| {
        let Some(loader) = open.and_then(|open| open.loader.get()) else {
            return Stage::Quiet;
        };
        loader.with(|load| match load {
            // For a moment that of the page before is still there.
            Load::Ready(details) if details.organization.slug != slug => Stage::Quiet,
            Load::Ready(_) => Stage::Here,
            Load::Loading => Stage::Quiet,
            Load::Slow => Stage::Waiting,
            Load::Failed(error) => Stage::Failed(error),
        })
    });
    let retry = move || {
        if let Some(loader) = open.and_then(|open| open.loader.get_untracked()) {
            loader.reload();
        }
    };
    changing(move || match stage.get() {
        Stage::Quiet => view! { <p class="visually-hidden">"Loading"</p> }.into_any(),
        Stage::Waiting => waiting(8).into_any(),
        Stage::Failed(error) => failed(&error, retry).into_any(),
        Stage::Here => {
            let details = untrack(|| open.and_then(|open| open.with(OrganizationDetail::clone)));
            details.map_or_else(|| ().into_any(), &inside)
        }
    })
}

/// The value that the URL has for a name; tracked.
pub fn asked(route: Memo<Route>, name: &str) -> Option<String> {
    route.with(|route| match route {
        Route::Settings { query, .. } => {
            let found = query.iter().find(|(of, _)| of == name);
            found.map(|(_, value)| value.clone())
        }
        _ => None,
    })
}

/// The line above a page while events are dropped. `usage` is the page that says more, unless this is it.
pub fn throttle_notice(usage: Option<OrganizationSlug>) -> AnyView {
    let open = OpenOrganization::get();
    let said = Memo::new(move |_| {
        open?.with(|details| {
            let organization = &details.organization;
            let (is_accepting, rate) = (organization.is_accepting_events, organization.event_throttle_rate);
            (!is_accepting || rate > 0).then(|| throttle_text(is_accepting, rate))
        })?
    });
    changing(move || {
        let Some(text) = said.get() else {
            return ().into_any();
        };
        let link = usage.as_ref().map(|organization| {
            let href = Route::settings(organization, SettingsPart::Subscription).href();
            view! { <a class="btn" href=href>"See usage"</a> }.into_any()
        });
        view! { <div class="notice-line usage-notice" role="status"><p>{text}</p> {link}</div> }.into_any()
    })
}
