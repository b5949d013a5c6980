//! A button with a menu: the browser's own popover, placed at the button, with arrow keys among its entries.

use crate::browser::dom;
use crate::reactive::{aria, changing};
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ToggleEvent};

/// How far a menu keeps from the edge of the window, in pixels.
const EDGE: f64 = 8.0;
/// The height that `style/ui/menu.css` allows, in pixels.
const HIGHEST: f64 = 420.0;

/// A button that opens a menu. Entries are buttons or links of class `entry`.
#[component]
pub fn Menu(
    /// Unique in the page.
    id: &'static str,
    /// The class of the button.
    #[prop(default = "btn")]
    class: &'static str,
    /// The button's name, where its content does not say it.
    #[prop(optional, into)]
    label: MaybeProp<String>,
    /// Runs before the menu opens, so that what it changes is there when the menu is placed.
    #[prop(optional)]
    on_open: Option<Callback<()>>,
    /// What is on the button.
    button: ViewFn,
    /// The entries.
    children: Children,
) -> impl IntoView {
    let anchor = NodeRef::<html::Button>::new();
    let popover = NodeRef::<html::Div>::new();
    let is_open = RwSignal::new(false);
    let on_toggle = move |event: web_sys::Event| {
        let opened = event
            .dyn_ref::<ToggleEvent>()
            .is_some_and(|event| event.new_state() == "open");
        is_open.try_set(opened);
        if !opened {
            return;
        }
        if let (Some(anchor), Some(popover)) = (anchor.get_untracked(), popover.get_untracked()) {
            place(&popover, &anchor);
            focus_entry(&popover, 0);
        }
    };
    let on_before = move |event: web_sys::Event| {
        let opens = event
            .dyn_ref::<ToggleEvent>()
            .is_some_and(|event| event.new_state() == "open");
        if let Some(on_open) = on_open.filter(|_| opens) {
            on_open.run(());
        }
    };
    view! {
        <span class="menu-anchor">
            <button
                type="button"
                class=class
                node_ref=anchor
                popovertarget=id
                aria-haspopup="true"
                aria-expanded=aria(move || is_open.get())
                aria-label=move || label.get()
            >
                {changing(move || button.run())}
            </button>
            <div
                class="menu"
                id=id
                popover="auto"
                node_ref=popover
                on:beforetoggle=move |event: web_sys::Event| on_before(event)
                on:toggle=move |event| on_toggle(event.into())
                on:keydown=move_focus
            >
                {children()}
            </div>
        </span>
    }
}

/// A menu that many buttons open, one at a time, each by `open_menu_at`; `entries` are those of the button that did.
pub fn shared_menu(id: &'static str, label: &'static str, entries: AnyView) -> AnyView {
    view! {
        <div class="menu" id=id popover="auto" role="group" aria-label=label on:keydown=move_focus>
            {entries}
        </div>
    }
    .into_any()
}

/// Opens a shared menu at a button. When it closes, the focus goes back there.
pub fn open_menu_at(id: &str, anchor: &HtmlElement) {
    let Some(popover) = dom::by_id(id) else { return };
    dom::focus_in_place(Some(anchor.clone()));
    if popover.show_popover().is_ok() {
        place(&popover, anchor);
        focus_entry(&popover, 0);
    }
}

/// Closes the menu that an entry is in; for entries that have done their work.
pub fn close_menu(id: &str) {
    if let Some(popover) = dom::by_id(id) {
        let _ = popover.hide_popover();
    }
}

fn place(popover: &HtmlElement, anchor: &HtmlElement) {
    let style = popover.style();
    let _ = style.remove_property("max-height");
    let at = anchor.get_bounding_client_rect();
    let size = popover.get_bounding_client_rect();
    let window = dom::window();
    let measure = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|v| v.as_f64()).unwrap_or_default();
    let (width, height) = (measure(window.inner_width()), measure(window.inner_height()));
    let left = at.left().min(width - size.width() - EDGE).max(EDGE);
    let below = at.bottom() + 4.0;
    let top = if below + size.height() > height - EDGE {
        (at.top() - size.height() - 4.0).max(EDGE)
    } else {
        below
    };
    let _ = style.set_property("left", &pixels(left));
    let _ = style.set_property("top", &pixels(top));
    // Entries that come later may not push it out of the window.
    let room = height - top - EDGE;
    if room < HIGHEST {
        let _ = style.set_property("max-height", &pixels(room));
    }
}

/// A length for a style; whole pixels, since printing fractions would bring the code for it into the bundle.
fn pixels(length: f64) -> String {
    format!("{}px", length as i32)
}

fn entries(popover: &Element) -> Vec<HtmlElement> {
    let Ok(list) = popover.query_selector_all(".entry:not([hidden]), input") else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|index| list.get(index)?.dyn_into().ok())
        .collect()
}

fn focus_entry(popover: &Element, index: usize) {
    dom::focus(entries(popover).into_iter().nth(index));
}

fn move_focus(event: KeyboardEvent) {
    let key = event.key();
    if !matches!(key.as_str(), "ArrowDown" | "ArrowUp" | "Home" | "End") {
        return;
    }
    // In a text these two move the caret.
    if matches!(key.as_str(), "Home" | "End") && dom::is_typing() {
        return;
    }
    let Some(popover) = event
        .current_target()
        .and_then(|target| target.dyn_into::<Element>().ok())
    else {
        return;
    };
    let entries = entries(&popover);
    if entries.is_empty() {
        return;
    }
    let active = dom::document().active_element();
    let now = entries.iter().position(|entry| active.as_ref() == Some(entry.as_ref()));
    let last = entries.len() - 1;
    let next = match (key.as_str(), now) {
        ("Home", _) => 0,
        ("End", _) => last,
        ("ArrowDown", Some(now)) if now < last => now + 1,
        ("ArrowDown", _) => 0,
        (_, Some(now)) if now > 0 => now - 1,
        _ => last,
    };
    event.prevent_default();
    dom::focus(entries.into_iter().nth(next));
}
