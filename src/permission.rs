//! What the reader may do in the open organization. Pages offer only what the server would let them do.

use crate::load::Load;
use crate::open_organization::OpenOrganization;
use glint_model::access::Right;
use glint_model::error::ApiError;
use leptos::prelude::*;

/// Whether the reader has a right; none until the organization says so. Who cannot be told is let try: the server decides.
pub fn has(right: Right) -> Signal<Option<bool>> {
    let open = OpenOrganization::get();
    // A memo: what hangs on it is not drawn anew with every answer about the organization.
    let has = Memo::new(move |_| {
        let loader = open?.loader.get()?;
        loader.with(|load| match load {
            Load::Ready(details) => Some(right.is_among(&details.access)),
            Load::Failed(ApiError::NotFound | ApiError::Forbidden(_)) => Some(false),
            Load::Failed(_) => Some(true),
            Load::Loading | Load::Slow => None,
        })
    });
    has.into()
}
