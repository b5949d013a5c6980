//! Inviting people: `/{organization}/settings/members/new`.

mod desk;
mod form;
mod results;
mod work;

use super::frame::{Frame, Section, framed};
use crate::permission::has;
use crate::reactive::changing;
use crate::route::{Route, SettingsPart};
use crate::ui::page_title::page_title;
use crate::ui::state::nothing;
use desk::Desk;
use glint_model::access::Right;
use glint_model::id::OrganizationSlug;
use leptos::prelude::*;

/// The page.
pub fn invite_page(organization: OrganizationSlug) -> AnyView {
    page_title(|| "Invite members".to_owned());
    let may = has(Right::Members);
    let place = Route::settings(&organization, SettingsPart::Members);
    let desk = Desk::open(organization.clone());
    let is_refused = Memo::new(move |_| may.get() == Some(false));
    framed(Frame {
        organization,
        section: Section::Members,
        heading: Some("Invite members".into_any()),
        actions: ().into_any(),
        inside: changing(move || {
            if is_refused.get() {
                let back = view! { <a class="btn" href=place.href()>"All members"</a> }.into_any();
                return nothing("You may not invite members", Right::Members.reason(), back).into_any();
            }
            form::form(desk)
        }),
    })
}
