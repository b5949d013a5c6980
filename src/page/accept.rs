//! An invitation: `/accept/{member}/{token}`.

use crate::ui::page_title::page_title;
use leptos::prelude::*;

/// The page.
pub fn accept_page(_member: String, _token: String) -> AnyView {
    page_title(|| "Invitation".to_owned());
    ().into_any()
}
