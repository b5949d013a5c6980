//! The name of the page in the tab, announced after a navigation; before it how much is waiting there, and before all of it
//! what is amiss.

use crate::browser::dom;
use crate::reactive::effect;
use leptos::prelude::*;

/// What the live region says; the layout shows it to screen readers. And how much is waiting and what is amiss, which it
/// does not say.
#[derive(Clone, Copy)]
pub struct Announcer {
    text: RwSignal<String>,
    waiting: RwSignal<usize>,
    alarm: RwSignal<Option<String>>,
}

impl Announcer {
    /// Makes the announcer known to the app.
    pub fn provide() -> Self {
        let announcer = Self {
            text: RwSignal::new(String::new()),
            waiting: RwSignal::new(0),
            alarm: RwSignal::new(None),
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
        let named = match announcer.map(|announcer| announcer.waiting.get()) {
            Some(count @ 1..) => format!("({count}) {title} · Glint"),
            _ => format!("{title} · Glint"),
        };
        match announcer.and_then(|announcer| announcer.alarm.get()) {
            Some(alarm) => dom::set_title(&format!("{alarm} · {named}")),
            None => dom::set_title(&named),
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

/// Puts what is amiss before the name of whatever page is open, as long as its owner is there: `2 down · Issues`.
pub fn alarm_in_title(alarm: impl Fn() -> Option<String> + 'static) {
    let Some(announcer) = use_context::<Announcer>() else {
        return;
    };
    effect(move || {
        announcer.alarm.try_set(alarm());
    });
    on_cleanup(move || {
        announcer.alarm.try_set(None);
    });
}
