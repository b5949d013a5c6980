//! What the pages about the organization itself share: its details, as soon as they are here.

use super::absent::{is_absent, no_organization};
use crate::load::Load;
use crate::open_organization::OpenOrganization;
use crate::reactive::changing;
use crate::ui::state::{failed, waiting};
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
use glint_model::wire::organization::OrganizationDetail;
use leptos::prelude::*;

#[derive(Clone, PartialEq)]
enum Stage {
    Quiet,
    Waiting,
    Here,
    Absent,
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
        if is_absent(open) {
            return Stage::Absent;
        }
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
        Stage::Absent => no_organization(),
        Stage::Failed(error) => failed(&error, retry).into_any(),
        Stage::Here => {
            let details = untrack(|| open.and_then(|open| open.with(OrganizationDetail::clone)));
            details.map_or_else(|| ().into_any(), &inside)
        }
    })
}
