//! The name of the page in the tab, announced after a navigation; before it how much is waiting there.

use crate::browser::dom;
use crate::reactive::effect;
use leptos::prelude::*;

/// What the live region says; the layout shows it to screen readers. And how much is waiting, which it does not say.
#[derive(Clone, Copy)]
pub struct Announcer {
    text: RwSignal<String>,
    waiting: RwSignal<usize>,
}

impl Announcer {
    /// Makes the announcer known to the app.
    pub fn provide() -> Self {
        let announcer = Self {
            text: RwSignal::new(String::new()),
            waiting: RwSignal::new(0),
        };
        provide_context(announcer);
        announcer
    }

    /// What was said last; tracked.
    pub fn text(self) -> String {
        self.text.get()
    }
}

/// Names the page: `title` is the record or the list, the app's name is added.
pub fn page_title(title: impl Fn() -> String + 'static) {
    let announcer = use_context::<Announcer>();
    effect(move || {
        let title = title();
        match announcer.map(|announcer| announcer.waiting.get()) {
            Some(count @ 1..) => dom::set_title(&format!("({count}) {title} · Glint")),
            _ => dom::set_title(&format!("{title} · Glint")),
        }
        if let Some(announcer) = announcer {
            announcer.text.try_set(title);
        }
    });
}

/// Puts a number before the page's name as long as it is more than none and the page is there: `(7) Issues`.
pub fn number_in_title(count: impl Fn() -> usize + 'static) {
    let Some(announcer) = use_context::<Announcer>() else {
        return;
    };
    effect(move || {
        announcer.waiting.try_set(count());
    });
    on_cleanup(move || {
        announcer.waiting.try_set(0);
    });
}
