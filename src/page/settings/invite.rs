//! Inviting people: `/{organization}/settings/members/new`.

mod desk;
mod form;
mod results;
mod work;

use super::absent::{is_absent, no_organization};
use super::frame::{Frame, Section, framed};
use crate::permission::has;
use crate::reactive::changing;
use crate::route::{Route, SettingsPart};
use crate::ui::page_title::page_title;
use crate::ui::state::{nothing, waiting};
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
    let is_absent = Memo::new(move |_| is_absent(desk.open));
    framed(Frame {
        organization,
        section: Section::Members,
        heading: Some("Invite members".into_any()),
        actions: ().into_any(),
        inside: changing(move || match may.get() {
            _ if is_absent.get() => no_organization(),
            None => waiting(8).into_any(),
            Some(true) => form::form(desk),
            Some(false) => {
                let back = view! { <a class="btn" href=place.href()>"All members"</a> }.into_any();
                nothing("You may not invite members", Right::Members.reason(), back).into_any()
            }
        }),
    })
}
