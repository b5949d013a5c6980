//! A member: `/{organization}/settings/members/{member}`.

mod facts;
mod ownership;
mod removal;
mod role;
mod teams;

use super::frame::{Frame, Section, framed};
use super::me::{my_address, my_role};
use crate::api::members::{get_member, list_members};
use crate::load::{Load, Loader, load};
use crate::open_organization::OpenOrganization;
use crate::reactive::{changing, changing_text};
use crate::route::{Route, SettingsPart};
use crate::ui::page_title::page_title;
use crate::ui::state::{failed, nothing, waiting};
use crate::ui::toast::Toasts;
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
use glint_model::member_role::{Role, Subject};
use glint_model::reveal::reveal;
use glint_model::wire::member::{Member, MemberDetail};
use leptos::prelude::*;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct MemberPage {
    organization: StoredValue<OrganizationSlug>,
    id: StoredValue<String>,
    member: Loader<MemberDetail>,
    /// All of them, to tell who is the last owner.
    all: Loader<Vec<Member>>,
    mine: Memo<String>,
    my_role: Signal<Option<Role>>,
    open: Option<OpenOrganization>,
    toasts: Toasts,
}

impl MemberPage {
    fn load(organization: OrganizationSlug, id: String) -> Self {
        let (organization, id) = (StoredValue::new(organization), StoredValue::new(id));
        Self {
            organization,
            id,
            member: load(move |cancel| {
                let (organization, id) = (organization.get_value(), id.get_value());
                Box::pin(async move { get_member(&organization, &id, &cancel).await })
            }),
            all: load(move |cancel| {
                let organization = organization.get_value();
                Box::pin(async move { list_members(&organization, &cancel).await })
            }),
            mine: my_address(),
            my_role: my_role(),
            open: OpenOrganization::get(),
            toasts: Toasts::get(),
        }
    }

    /// Looks at the member, when they are here; tracked.
    fn with<R>(self, look: impl FnOnce(&MemberDetail) -> R) -> Option<R> {
        self.member.with(|load| load.ready().map(look))
    }

    /// What they are called; tracked.
    fn name(self) -> String {
        self.with(|detail| reveal(detail.member.name())).unwrap_or_default()
    }

    /// How they stand to the reader; tracked.
    fn subject(self) -> Option<Subject> {
        self.with(|detail| {
            self.mine.with(|mine| {
                self.all
                    .with(|load| detail.member.subject(mine, load.ready().map_or(&[][..], Vec::as_slice)))
            })
        })
    }

    /// What was changed here shows elsewhere.
    fn tell_others(self) {
        self.all.refresh();
        if let Some(open) = self.open {
            open.refresh();
        }
    }
}

/// The page.
pub fn member_page(organization: OrganizationSlug, member: String) -> AnyView {
    let page = MemberPage::load(organization.clone(), member);
    let heading = move || {
        let name = page.name();
        if name.is_empty() { "Member".to_owned() } else { name }
    };
    page_title(heading);
    framed(Frame {
        organization,
        section: Section::Members,
        heading: Some(changing_text(heading)),
        actions: ().into_any(),
        inside: body(page),
    })
}

fn body(page: MemberPage) -> AnyView {
    let state = page.member.stage();
    changing(move || match state.get() {
        Load::Ready(()) => view! {
            {facts::panel(page)}
            {teams::panel(page)}
            {role::panel(page)}
            {ownership::panel(page)}
            {removal::panel(page)}
        }
        .into_any(),
        Load::Failed(ApiError::NotFound | ApiError::Forbidden(_) | ApiError::Invalid(_)) => not_found(page),
        Load::Failed(error) => failed(&error, move || {
            page.member.reload();
            page.all.reload();
        })
        .into_any(),
        Load::Loading | Load::Slow => waiting(8).into_any(),
    })
}

fn not_found(page: MemberPage) -> AnyView {
    let place = page
        .organization
        .with_value(|organization| Route::settings(organization, SettingsPart::Members));
    let all = view! { <a class="btn" href=place.href()>"All members"</a> }.into_any();
    nothing(
        "There is no such member",
        "They may have left or been removed, or the address is mistyped.",
        all,
    )
    .into_any()
}
