//! What is forgotten at sign-out: the next one to sign in here may be somebody else. Modules that keep something name here
//! how it is forgotten, when they first keep it, so that the main part need not know what they keep.

use std::cell::RefCell;

thread_local! {
    static FORGET: RefCell<Vec<fn()>> = const { RefCell::new(Vec::new()) };
}

/// Runs this at the next sign-out.
pub fn forget_with(forget: fn()) {
    FORGET.with_borrow_mut(|all| {
        if !all.iter().any(|known| std::ptr::fn_addr_eq(*known, forget)) {
            all.push(forget);
        }
    });
}

/// Forgets everything.
pub fn forget_all() {
    for forget in FORGET.take() {
        forget();
    }
}
