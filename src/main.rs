//! Mounts the app in place of the skeleton that `index.html` painted, and sees to it that a panic leaves a page.

use glint::{app::App, browser::dom, browser::panic};
use leptos::mount::mount_to;

fn main() {
    panic::install();
    let Some(place) = dom::by_id("app") else { return };
    dom::clear(&place);
    mount_to(place, App).forget();
}
