//! The document: finding, focusing and naming things in it.

use glint_model::safe_url::SafeUrl;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Document, Element, FocusOptions, HtmlElement, HtmlMetaElement, Window};

/// The window. There is always one: this code runs in a page.
pub fn window() -> Window {
    leptos::prelude::window()
}

/// The document of the page.
pub fn document() -> Document {
    leptos::prelude::document()
}

/// The element with this id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The first element that matches a selector of this code's own making.
pub fn first(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

/// Takes everything out of an element.
pub fn clear(element: &Element) {
    element.replace_children_with_node_0();
}

/// Moves the focus there, if the element is there.
pub fn focus(element: Option<HtmlElement>) {
    if let Some(element) = element {
        let _ = element.focus();
    }
}

/// Moves the focus there and leaves the page where it is scrolled to.
pub fn focus_in_place(element: Option<HtmlElement>) {
    if let Some(element) = element {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Scrolls to the part of the page with this id, and lets the keyboard go on there.
pub fn go_to_part(id: &str) {
    if let Some(element) = by_id(id) {
        if !element.has_attribute("tabindex") {
            let _ = element.set_attribute("tabindex", "-1");
        }
        element.scroll_into_view();
        focus_in_place(Some(element));
    }
}

/// Scrolls all that an element lies in just as far as it takes to see it.
pub fn show(element: &Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    options.set_inline(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Lets a field be read only, or be written into again.
pub fn set_read_only(field: &HtmlElement, is_read_only: bool) {
    let _ = field.toggle_attribute_with_force("readonly", is_read_only);
}

/// Whether what has the focus takes text, so that single keys are not commands.
pub fn is_typing() -> bool {
    document().active_element().is_some_and(|element| {
        matches!(element.tag_name().as_str(), "TEXTAREA" | "SELECT")
            || element.tag_name() == "INPUT" && element.get_attribute("type").as_deref() != Some("checkbox")
    })
}

/// Whether what has the focus is inside of the first element that matches a selector of this code's own making.
pub fn is_focus_within(selector: &str) -> bool {
    document()
        .active_element()
        .is_some_and(|element| element.closest(selector).ok().flatten().is_some())
}

/// Presses the first link or button that matches a selector of this code's own making.
pub fn click(selector: &str) {
    if let Some(element) = first(selector) {
        element.click();
    }
}

/// Asks for the styles that the first rows do not wait for; the promise is fulfilled when they are there. `boot.js` does it.
pub fn late_style() -> Option<Promise> {
    let ask: Function = Reflect::get(&window(), &"glintLateStyle".into())
        .ok()?
        .dyn_into()
        .ok()?;
    ask.call0(&JsValue::NULL).ok()?.dyn_into().ok()
}

/// Names the page in the tab and the history.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// The path below which the app is hosted, with a slash at both ends; from `<base href>`.
pub fn base_path() -> String {
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    let path = web_sys_path(&base);
    if path.ends_with('/') { path } else { format!("{path}/") }
}

/// The prefix of every call to the server: `<meta name="glint-api">`, or else the base path.
pub fn api_base() -> String {
    let named = document()
        .query_selector("meta[name=\"glint-api\"]")
        .ok()
        .flatten()
        .and_then(|meta| meta.dyn_into::<HtmlMetaElement>().ok())
        .map(|meta| meta.content())
        .unwrap_or_default();
    if named.is_empty() { base_path() } else { named }
}

/// Where the server is, for programs outside of the browser: the prefix of every call as a whole address, without the slash at
/// its end.
pub fn server() -> String {
    let base = api_base();
    let whole = if base.contains("://") { base } else { origin() + &base };
    whole.trim_end_matches('/').to_owned()
}

/// The path of an absolute URL.
fn web_sys_path(url: &str) -> String {
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    after_scheme
        .find('/')
        .map_or_else(|| "/".to_owned(), |at| after_scheme[at..].to_owned())
}

/// Sets or removes an attribute of `<html>`.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    if let Some(root) = document().document_element() {
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// The path and query of the address bar, the base path included.
pub fn current_path_and_query() -> String {
    let location = window().location();
    let mut text = location.pathname().unwrap_or_default();
    text.push_str(&location.search().unwrap_or_default());
    text
}

/// Runs when the page goes away: closed, reloaded, or left for another site.
pub fn on_leaving(run: impl Fn() + 'static) {
    let run = Closure::<dyn Fn()>::new(run).into_js_value();
    let _ = window().add_event_listener_with_callback("pagehide", run.unchecked_ref());
}

/// Scheme, host and port of the page: `https://glint.example.com`.
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// Leaves the app for another page, whose address was checked.
pub fn leave_for(url: &SafeUrl) {
    let _ = window().location().assign(url.as_str());
}

/// Loads the page again.
pub fn reload() {
    let _ = window().location().reload();
}
