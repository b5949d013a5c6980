//! Whether the reader may create, change and delete monitors.

use crate::load::Load;
use crate::open_organization::OpenOrganization;
use glint_model::monitor_form;
use leptos::prelude::*;

/// Whether they may; none until the organization says what they may do. Who cannot be told is let try: the server decides.
pub fn may_write() -> Signal<Option<bool>> {
    let open = OpenOrganization::get();
    Signal::derive(move || {
        let loader = open?.loader.get()?;
        loader.with(|load| match load {
            Load::Ready(details) => Some(monitor_form::may_write(&details.access)),
            Load::Failed(_) => Some(true),
            Load::Loading | Load::Slow => None,
        })
    })
}
