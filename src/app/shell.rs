//! The layout around every page of an organization: skip link, navigation, page. Below 720 px the navigation is a
//! drawer.

use super::nav::nav;
use super::organizations::{load_organizations, provide_open_organization};
use crate::browser::dom;
use crate::route::Route;
use crate::session::Session;
use crate::ui::nav_drawer::NavDrawer;
use leptos::prelude::*;

/// Shows a page in the layout.
pub fn shell(session: Session, route: Memo<Route>, page: impl Fn() -> AnyView + Send + 'static) -> impl IntoView {
    let organizations = load_organizations();
    let open = provide_open_organization(route);
    let drawer = NavDrawer::provide();
    Effect::new(move |_| {
        route.track();
        drawer.close();
    });
    view! {
        <a
            class="skip"
            href="#content"
            on:click=move |event| {
                event.prevent_default();
                event.stop_propagation();
                dom::focus(dom::by_id("content"));
            }
        >
            "Skip to the content"
        </a>
        <div class="app" on:keydown=move |event| if event.key() == "Escape" { drawer.close() }>
            {nav(session, route, organizations, open, drawer)}
            <button class="nav-backdrop" type="button" aria-label="Close the navigation" on:click=move |_| drawer.close()></button>
            <main class="main" id="content" tabindex="-1">{page}</main>
        </div>
    }
}
