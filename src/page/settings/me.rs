//! Who the reader is in the open organization.

use crate::load::Load;
use crate::open_organization::OpenOrganization;
use crate::session::{Session, SessionState};
use glint_model::error::ApiError;
use glint_model::member_role::Role;
use leptos::prelude::*;

/// The address of whoever is signed in; empty until that is known.
pub fn my_address() -> Memo<String> {
    let session = Session::get();
    Memo::new(move |_| match session.state() {
        SessionState::SignedIn(user) => user.email.unwrap_or(user.display),
        _ => String::new(),
    })
}

/// The reader's role; none until the organization says what they may do. Who cannot be told is let try: the server decides.
pub fn my_role() -> Signal<Option<Role>> {
    let open = OpenOrganization::get();
    let role = Memo::new(move |_| {
        let loader = open?.loader.get()?;
        loader.with(|load| match load {
            Load::Ready(details) => Some(Role::of_access(&details.access)),
            Load::Failed(ApiError::NotFound | ApiError::Forbidden(_)) => Some(Role::Member),
            Load::Failed(_) => Some(Role::Owner),
            Load::Loading | Load::Slow => None,
        })
    });
    role.into()
}
