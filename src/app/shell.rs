//! The layout around every page of an organization: skip link, navigation, page. Below 720 px the navigation is a
//! drawer.

use super::nav::navigation;
use super::organizations::provide_open_organization;
use super::watching::watching;
use crate::browser::dom;
use crate::chunk::late_chunk;
use crate::organization_list::OrganizationList;
use crate::reactive::effect;
use crate::route::Route;
use crate::session::Session;
use crate::ui::nav_drawer::NavDrawer;
use leptos::prelude::*;

/// Shows a page in the layout.
pub fn shell(session: Session, route: Memo<Route>, page: AnyView) -> AnyView {
    let open = provide_open_organization(route);
    OrganizationList::provide();
    let drawer = NavDrawer::provide();
    let watching = watching(route, open);
    effect(move || {
        route.track();
        drawer.close();
    });
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        event.stop_propagation();
        dom::focus(dom::by_id("content"));
    };
    view! {
        <a class="skip" href="#content" on:click=skip>
            "Skip to the content"
        </a>
        <div
            class="app"
            on:keydown=move |event| {
                // The one that closes a menu in the drawer leaves the drawer open.
                if event.key() == "Escape" && dom::first(":popover-open").is_none() {
                    drawer.close();
                }
            }
        >
            {late_chunk(
                move || Box::pin(navigation(session, route, open, drawer)),
                navigation_to_be,
            )}
            <main class="main" id="content" tabindex="-1">
                {page}
            </main>
            {watching}
        </div>
    }
    .into_any()
}

/// The boxes that `index.html` painted, until the navigation is there.
fn navigation_to_be() -> AnyView {
    view! {
        <div class="nav skeleton" aria-hidden="true">
            <div class="bone org"></div>
            <div class="bone"></div>
            <div class="bone short"></div>
            <div class="bone"></div>
            <div class="bone short"></div>
        </div>
    }
    .into_any()
}
