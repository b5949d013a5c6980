//! All monitors: `/{organization}/uptime-monitors?status&type&text&group&sort`. What is shown is in the URL; what is folded is
//! not.

mod bar;
mod body;
mod filters;
mod group;
mod keys;
mod response_times;
mod row;
mod row_menu;
mod wall;

use crate::reactive::maybe;
use crate::ui::page_title::page_title;
use glint_model::id::OrganizationSlug;
use glint_model::text::counted;
use leptos::prelude::*;
use wall::Wall;

/// The page.
pub fn monitor_list_page(organization: OrganizationSlug) -> impl IntoView {
    page_title(|| "Uptime".to_owned());
    let wall = Wall::open(organization);
    keys::listen_to_keys(wall);
    view! {
        {bar::bar(wall)}
        {super::live::live_notice(wall.all.live)}
        {maybe(move || left_out(wall))}
        {body::body(wall)}
        {row_menu::row_menu(wall)}
    }
}

fn left_out(wall: Wall) -> Option<AnyView> {
    let count = wall.all.left_out.get();
    let text = format!(
        "{} could not be read and {} left out of this list.",
        counted(count as u64, "monitor", "monitors"),
        if count == 1 { "is" } else { "are" },
    );
    (count > 0).then(|| view! { <p class="notice-line" role="status">{text}</p> }.into_any())
}
