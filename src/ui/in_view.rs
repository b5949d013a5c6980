//! Parts of a page that are built when they come near the window, so that a page costs what is seen of it.
//!
//! They are built one by one, each in a task of its own. Printing and the browser's search need what nobody has scrolled
//! to, so both build everything; the focus and a fragment in the address build what they lead to.

mod builder;
mod watch;

use crate::browser::dom;
use crate::reactive::{changing, effect};
use leptos::html;
use leptos::prelude::*;

/// Builds a part when it is within a screen of the window; until then there is a place of this height, in pixels. What is
/// to be found by a link or a fragment, a section with its id and its heading, belongs around it.
pub fn when_near(min_height_px: u32, build: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    when_near_boxed(min_height_px, Box::new(build))
}

fn when_near_boxed(min_height_px: u32, build: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    if cfg!(feature = "ssr") || !watch::is_possible() {
        return build();
    }
    let is_near = RwSignal::new(false);
    let place = NodeRef::<html::Div>::new();
    let watched = StoredValue::new_local(None);
    effect(move || {
        if let Some(place) = place.get()
            && !is_near.get_untracked()
        {
            watched.set_value(watch::watch(place.into(), is_near));
        }
    });
    on_cleanup(move || builder::forget(is_near));
    let height = format!("{min_height_px}px");
    changing(move || {
        if is_near.get() {
            watched.try_set_value(None);
            return build();
        }
        view! { <div class="when-near" node_ref=place style:min-height=height.clone()></div> }.into_any()
    })
}

/// Whether the fragment of the address names what is around an element.
fn is_named(element: &web_sys::Element) -> bool {
    let fragment = dom::window().location().hash().unwrap_or_default();
    let Some(name) = fragment.strip_prefix('#').filter(|name| !name.is_empty()) else {
        return false;
    };
    let around = element.closest("[id]").ok().flatten();
    around.is_some_and(|around| around.id() == name)
}
