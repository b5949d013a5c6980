//! A form for an organization: `/organizations/new`.

use crate::ui::page_title::page_title;
use leptos::prelude::*;

/// The page.
pub fn new_organization_page() -> AnyView {
    page_title(|| "New organization".to_owned());
    ().into_any()
}
