//! Where each visited page was scrolled to. The browser's own restoring comes before the page is drawn again, so
//! it is switched off and done here.

use super::dom::window;
use std::cell::RefCell;

thread_local! {
    static PLACES: RefCell<Vec<(String, f64)>> = const { RefCell::new(Vec::new()) };
}

/// Takes scrolling after back and forward out of the browser's hands.
pub fn take_over() {
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    }
}

/// Remembers where the page is scrolled to now.
pub fn remember(key: &str) {
    let top = window().scroll_y().unwrap_or_default();
    PLACES.with_borrow_mut(|places| {
        places.retain(|(known, _)| known != key);
        places.push((key.to_owned(), top));
    });
}

/// Scrolls to where the page was, or stays when that is not known.
pub fn restore(key: &str) {
    if let Some(top) = PLACES.with_borrow(|places| places.iter().find(|(known, _)| known == key).map(|(_, top)| *top)) {
        window().scroll_to_with_x_and_y(0.0, top);
    }
}

/// How far the page is scrolled: pixels.
pub fn top() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Scrolls to the top of the page.
pub fn to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}
