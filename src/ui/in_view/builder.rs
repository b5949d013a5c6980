//! What waits to be built, and what builds it: one part in each task, so that none takes long.

use super::is_named;
use crate::browser::wait::yield_now;
use crate::reactive::spawn;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use web_sys::{Element, HtmlElement, Node};

/// A part that is not there yet.
struct Waiting {
    place: HtmlElement,
    is_near: RwSignal<bool>,
    /// Whether its turn comes next.
    is_wanted: bool,
}

thread_local! {
    /// In the order of the page.
    static WAITING: RefCell<Vec<Waiting>> = const { RefCell::new(Vec::new()) };
    static IS_BUILDING: Cell<bool> = const { Cell::new(false) };
}

/// Notes a part.
pub(super) fn add(place: HtmlElement, is_near: RwSignal<bool>) {
    let is_wanted = is_named(&place);
    WAITING.with_borrow_mut(|all| {
        all.push(Waiting {
            place,
            is_near,
            is_wanted,
        });
    });
    if is_wanted {
        build_wanted();
    }
}

/// Forgets a part that is built or gone.
pub(super) fn forget(is_near: RwSignal<bool>) {
    WAITING.with_borrow_mut(|all| all.retain(|one| one.is_near != is_near));
}

/// Builds one part soon.
pub(super) fn want(is_near: RwSignal<bool>) {
    want_if(|one| one.is_near == is_near);
}

/// Builds all parts, one after the other.
pub(super) fn want_all() {
    want_if(|_| true);
}

/// Builds the parts that the fragment of the address names.
pub(super) fn want_named() {
    want_if(|one| is_named(&one.place));
}

/// Builds the parts of the section in which an element is.
pub(super) fn want_around(element: &Node) {
    want_if(|one| {
        let around: Option<Element> = one.place.closest("section, [id]").ok().flatten();
        around.is_some_and(|around| around.contains(Some(element)))
    });
}

/// Builds all parts at once: what is printed cannot wait.
pub(super) fn build_all() {
    for one in WAITING.take() {
        one.is_near.try_set(true);
    }
}

fn want_if(is_wanted: impl Fn(&Waiting) -> bool) {
    let is_any = WAITING.with_borrow_mut(|all| {
        let mut is_any = false;
        for one in all.iter_mut().filter(|one| is_wanted(one)) {
            one.is_wanted = true;
            is_any = true;
        }
        is_any
    });
    if is_any {
        build_wanted();
    }
}

fn build_wanted() {
    if IS_BUILDING.replace(true) {
        return;
    }
    spawn(async {
        while let Some(next) = take_next() {
            next.try_set(true);
            yield_now().await;
        }
        IS_BUILDING.set(false);
    });
}

fn take_next() -> Option<RwSignal<bool>> {
    WAITING.with_borrow_mut(|all| {
        let place = all.iter().position(|one| one.is_wanted)?;
        Some(all.remove(place).is_near)
    })
}
