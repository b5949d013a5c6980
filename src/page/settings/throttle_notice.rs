//! That events are dropped, above the pages about the organization itself.

use crate::open_organization::OpenOrganization;
use crate::reactive::changing;
use crate::route::{Route, SettingsPart};
use glint_model::id::OrganizationSlug;
use glint_model::usage::throttle_text;
use leptos::prelude::*;

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
