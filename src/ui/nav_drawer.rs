//! The navigation as a drawer, where the window is too narrow to show it beside the page.

use super::icon::{Icon, icon};
use crate::browser::{dom, wait};
use leptos::prelude::*;

/// Whether the drawer is open.
#[derive(Clone, Copy)]
pub struct NavDrawer(RwSignal<bool>);

impl NavDrawer {
    /// Makes the drawer known to the pages.
    pub fn provide() -> Self {
        let drawer = Self(RwSignal::new(false));
        provide_context(drawer);
        drawer
    }

    /// Whether it is open; tracked.
    pub fn is_open(self) -> bool {
        self.0.get()
    }

    /// Opens it and moves the focus into it.
    pub fn open(self) {
        self.0.set(true);
        crate::reactive::spawn(async {
            wait::frame().await;
            dom::focus(dom::first("#navigation button, #navigation a"));
        });
    }

    /// Closes it; the focus goes back to the button when it was inside.
    pub fn close(self) {
        if self.0.get_untracked() {
            self.0.set(false);
            let is_inside = dom::document()
                .active_element()
                .and_then(|active| active.closest("#navigation, .nav-backdrop").ok().flatten())
                .is_some();
            if is_inside {
                dom::focus(dom::by_id("navigation-toggle"));
            }
        }
    }
}

/// The button that opens the drawer; in the bar of each page.
pub fn nav_toggle() -> impl IntoView {
    let drawer = use_context::<NavDrawer>();
    view! {
        <button
            class="btn quiet icon narrow"
            type="button"
            id="navigation-toggle"
            aria-label="Open the navigation"
            aria-controls="navigation"
            aria-expanded=move || drawer.is_some_and(NavDrawer::is_open).to_string()
            on:click=move |_| if let Some(drawer) = drawer { drawer.open() }
        >
            {icon(Icon::Menu, "")}
        </button>
    }
}
