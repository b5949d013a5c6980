//! How much uptime was promised: set by the reader, kept in the browser for each monitor.

use super::context::MonitorContext;
use crate::browser::{dom, storage};
use crate::reactive::{aria, changing_text};
use glint_model::uptime::Target;
use leptos::prelude::*;

/// The target of the open monitor.
#[derive(Clone, Copy)]
pub struct KeptTarget {
    key: StoredValue<String>,
    target: RwSignal<Target>,
}

impl KeptTarget {
    /// As it was kept, or the usual one.
    pub fn open(context: MonitorContext) -> Self {
        let organization = context.organization.get_value();
        let key = format!("{}{} {organization} {}", storage::TARGETS, dom::api_base(), context.id);
        let kept = storage::get(&key).and_then(|text| Target::parse(&text));
        Self {
            key: StoredValue::new(key),
            target: RwSignal::new(kept.unwrap_or_default()),
        }
    }

    /// It is; tracked.
    pub fn get(self) -> Target {
        self.target.get()
    }

    fn set(self, target: Target) {
        self.target.set(target);
        self.key.with_value(|key| storage::set(key, Some(&target.to_string())));
    }
}

/// The field; what is no target says so and changes nothing.
pub fn target_field(kept: KeptTarget) -> AnyView {
    let problem = RwSignal::new(false);
    let read = move |event: web_sys::Event| match Target::parse(&event_target_value(&event)) {
        Some(target) => {
            problem.set(false);
            kept.set(target);
        }
        None => problem.set(true),
    };
    view! {
        <div class="target">
            <label for="target">"Target"</label>
            <span class="with-unit">
                <input
                    class="input"
                    id="target"
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    maxlength="9"
                    value=kept.target.get_untracked().to_string()
                    aria-invalid=aria(move || problem.get())
                    aria-describedby="target-problem"
                    on:input=read
                />
                <span aria-hidden="true">"%"</span>
            </span>
            <p class="problem" id="target-problem" role="alert">
                {changing_text(move || match problem.get() {
                    true => "A percentage over 0 and up to 100, such as 99.95".to_owned(),
                    false => String::new(),
                })}
            </p>
        </div>
    }
    .into_any()
}
