//! Many monitors from a pasted list: `/{organization}/uptime-monitors/new/many`.

mod desk;
mod entry;
mod foot;
mod row;
mod there;
mod work;

use super::path::path;
use super::permission::may_write;
use crate::reactive::changing;
use crate::route::{Route, UptimePart};
use crate::session::{Session, SessionState};
use crate::ui::nav_drawer::nav_toggle;
use crate::ui::page_title::page_title;
use crate::ui::state::{nothing, waiting};
use desk::ListDesk;
use glint_model::id::OrganizationSlug;
use leptos::prelude::*;

/// The page.
pub fn monitors_from_list_page(organization: OrganizationSlug) -> impl IntoView {
    page_title(|| "Many monitors".to_owned());
    let session = Session::get();
    let me = Memo::new(move |last: Option<&Option<String>>| match session.state() {
        SessionState::SignedIn(user) => Some(user.email.unwrap_or(user.display)),
        // While the password is asked for, the page stays as it is.
        _ => last.cloned().flatten(),
    });
    let may_write = may_write();
    let start = Memo::new(move |_| (may_write.get(), me.get()));
    let list = Route::uptime(&organization, UptimePart::Monitors);
    let one = Route::uptime(&organization, UptimePart::New);
    let back = list.href();
    let inside = move || match start.get() {
        (Some(false), _) => {
            let text = "Your role in this organization only looks at monitors. An admin, a manager or an owner can create \
                        them.";
            let way_back = view! { <a class="btn" href=back.clone()>"Back to the monitors"</a> }.into_any();
            nothing("You may not create monitors here", text, way_back).into_any()
        }
        (Some(true), Some(me)) => ListDesk::open(&organization, &me).view(),
        _ => waiting(8).into_any(),
    };
    view! {
        <div class="bar">
            {nav_toggle()}
            {path(&list)}
            <h1>"Many monitors"</h1>
            <div class="end"><a class="btn" href=one.href()>"Only one"</a></div>
        </div>
        {changing(inside)}
    }
}
