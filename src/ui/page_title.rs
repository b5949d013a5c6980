//! The name of the page in the tab, announced after a navigation.

use crate::browser::dom;
use crate::reactive::effect;
use leptos::prelude::*;

/// What the live region says; the layout shows it to screen readers.
#[derive(Clone, Copy)]
pub struct Announcer(RwSignal<String>);

impl Announcer {
    /// Makes the announcer known to the app.
    pub fn provide() -> Self {
        let announcer = Self(RwSignal::new(String::new()));
        provide_context(announcer);
        announcer
    }

    /// What was said last; tracked.
    pub fn text(self) -> String {
        self.0.get()
    }
}

/// Names the page: `title` is the record or the list, the app's name is added.
pub fn page_title(title: impl Fn() -> String + 'static) {
    let announcer = use_context::<Announcer>();
    effect(move || {
        let title = title();
        dom::set_title(&format!("{title} · Glint"));
        if let Some(Announcer(text)) = announcer {
            text.try_set(title);
        }
    });
}
