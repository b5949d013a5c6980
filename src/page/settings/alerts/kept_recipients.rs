//! Recipients that were changed and not saved, for as long as the tab is open. Addresses of webhooks and keys of bots are as
//! good as passwords: unlike the other texts of a form they are not written into the browser's storage.

use crate::sign_out::forget_with;
use glint_model::wire::alert::AlertRecipient;
use std::cell::RefCell;

/// The recipients of an alert as they were read, and as they stand now.
#[derive(Clone)]
pub(super) struct Kept {
    pub read: Vec<AlertRecipient>,
    pub typed: Vec<AlertRecipient>,
}

thread_local! {
    static KEPT: RefCell<Vec<(String, Kept)>> = const { RefCell::new(Vec::new()) };
}

/// What was kept about an alert.
pub(super) fn kept(about: &str) -> Option<Kept> {
    KEPT.with_borrow(|all| all.iter().find(|(of, _)| of == about).map(|(_, kept)| kept.clone()))
}

/// Keeps what there is about an alert; forgets it when nothing is changed.
pub(super) fn keep(about: &str, now: Kept) {
    forget(about);
    if now.read != now.typed {
        forget_with(forget_all);
        KEPT.with_borrow_mut(|all| all.push((about.to_owned(), now)));
    }
}

/// Forgets what was kept about an alert.
pub(super) fn forget(about: &str) {
    KEPT.with_borrow_mut(|all| all.retain(|(of, _)| of != about));
}

fn forget_all() {
    KEPT.take();
}
