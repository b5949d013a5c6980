//! The rows in the document: which one something is in, and where the card lies beside it.

use super::super::list::row_link_id;
use super::CARD_ID;
use super::card::NEWEST_ID;
use crate::browser::dom;
use glint_model::id::IssueId;
use glint_model::preview::{Card, Side, Start, Window, beside, sheet};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, EventTarget};

/// In windows up to this wide the preview is a sheet, and comes with Space only; in pixels, as the style says.
const NARROW: i32 = 720;

/// The attribute that keeps a row's tooltip while the preview is in its place.
const TOOLTIP: &str = "data-title";

/// The row that an element is in.
pub struct RowSpot {
    /// Which.
    pub id: IssueId,
    /// Title and facts below it; not the trend and the numbers.
    pub title: Element,
}

/// The row that the target of an event is in.
pub fn row_at(target: Option<EventTarget>) -> Option<RowSpot> {
    let row = target?.dyn_into::<Element>().ok()?.closest("li.row").ok()??;
    let link = row.query_selector(".t a").ok()??;
    Some(RowSpot {
        id: id_of(&link)?,
        title: link.closest("div:not(.t)").ok()??,
    })
}

fn id_of(link: &Element) -> Option<IssueId> {
    link.id().strip_prefix("issue-").map(IssueId::from)
}

/// The row whose link an element is.
pub fn row_of_link(element: &Element) -> Option<IssueId> {
    element
        .closest("li.row .t a")
        .ok()
        .flatten()
        .and_then(|link| id_of(&link))
}

/// The row whose link has the focus.
pub fn focused_row() -> Option<IssueId> {
    row_of_link(&dom::document().active_element()?)
}

/// Whether the focus shows, as it does when it was moved with a key.
pub fn is_focus_visible() -> bool {
    let active = dom::document().active_element();
    active.is_some_and(|active| active.matches(":focus-visible").unwrap_or_default())
}

/// Whether the target of an event is in the card.
pub fn is_in_card(target: Option<EventTarget>) -> bool {
    target
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|element| element.closest(".preview").ok().flatten())
        .is_some()
}

/// Whether a point of the window is on an element; in pixels.
pub fn is_on(element: &Element, x: i32, y: i32) -> bool {
    let (x, y, area) = (f64::from(x), f64::from(y), element.get_bounding_client_rect());
    (area.left()..=area.right()).contains(&x) && (area.top()..=area.bottom()).contains(&y)
}

/// Whether the window is so narrow that the preview is a sheet.
pub fn is_narrow() -> bool {
    window().width <= NARROW
}

/// How far the page is scrolled down, in pixels.
pub fn scrolled() -> f64 {
    dom::window().scroll_y().unwrap_or_default()
}

fn window() -> Window {
    let window = dom::window();
    let measure = |value: Result<JsValue, _>| value.ok().and_then(|value| value.as_f64()).unwrap_or_default();
    Window {
        width: measure(window.inner_width()) as i32,
        height: measure(window.inner_height()) as i32,
    }
}

/// Lays the card beside a row, clear of the pointer or else under the title, and lets the row say that it is described
/// there. A sheet may scroll its row out of its way. False when there is no such row any more.
pub fn lay(id: &IssueId, pointer: Option<i32>, may_scroll: bool) -> bool {
    let Some(link) = dom::by_id(&row_link_id(id)) else {
        return false;
    };
    let (Ok(Some(row)), Some(card)) = (link.closest("li.row"), dom::by_id(CARD_ID)) else {
        return false;
    };
    let window = window();
    let place = if is_narrow() {
        let in_the_way = edges(&row).1 - window.height / 2;
        if may_scroll && in_the_way > 0 {
            dom::window().scroll_by_with_x_and_y(0.0, f64::from(in_the_way));
        }
        let (top, bottom) = edges(&row);
        sheet(top, bottom, window)
    } else {
        let (top, bottom) = edges(&row);
        let start = pointer.map_or_else(
            || Start::Title(link.get_bounding_client_rect().left() as i32),
            Start::Pointer,
        );
        beside(top, bottom, start, window)
    };
    let Card {
        left,
        width,
        side,
        height,
    } = place;
    let (from_top, from_bottom) = match side {
        Side::Below(top) => (pixels(top), "auto".to_owned()),
        Side::Above(bottom) => ("auto".to_owned(), pixels(bottom)),
    };
    let style = card.style();
    for (name, value) in [
        ("left", pixels(left)),
        ("width", pixels(width)),
        ("top", from_top),
        ("bottom", from_bottom),
        ("max-height", pixels(height)),
    ] {
        let _ = style.set_property(name, &value);
    }
    let _ = link.set_attribute("aria-describedby", NEWEST_ID);
    move_attribute(&link, "title", TOOLTIP);
    true
}

/// Top and bottom of an element, from the top of the window, in pixels.
fn edges(element: &Element) -> (i32, i32) {
    let area = element.get_bounding_client_rect();
    (area.top().floor() as i32, area.bottom().ceil() as i32)
}

/// The row is no longer described by the card.
pub fn release(id: &IssueId) {
    if let Some(link) = dom::by_id(&row_link_id(id)) {
        let _ = link.remove_attribute("aria-describedby");
        move_attribute(&link, TOOLTIP, "title");
    }
}

/// The browser's own tooltip would lie over the preview, which says the same.
fn move_attribute(element: &Element, from: &str, to: &str) {
    if let Some(value) = element.get_attribute(from) {
        let _ = element.remove_attribute(from);
        let _ = element.set_attribute(to, &value);
    }
}

fn pixels(length: i32) -> String {
    format!("{length}px")
}
