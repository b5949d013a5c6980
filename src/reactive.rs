//! Leptos's building blocks, each compiled once. Leptos copies its machinery for every closure type it is given; here
//! closures are boxed first, so that an effect, a task or a changing piece of view costs little more than what it does.
//! (`docs/decisions/0005`.)

use crate::browser::{dom, wait};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;
use std::pin::Pin;

/// Runs now and whenever a signal that it read has changed.
pub fn effect(run: impl FnMut() + 'static) {
    boxed_effect(Box::new(run));
}

fn boxed_effect(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_: Option<()>| run());
}

/// Lets a task run by itself.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    boxed_spawn(Box::pin(task));
}

fn boxed_spawn(task: Pin<Box<dyn Future<Output = ()>>>) {
    spawn_local(task);
}

/// Moves the focus to the element with this id once what has just changed is drawn.
pub fn focus_soon(id: impl Into<String>) {
    boxed_focus_soon(id.into());
}

fn boxed_focus_soon(id: String) {
    spawn(async move {
        wait::frame().await;
        dom::focus(dom::by_id(&id));
    });
}

/// A piece of view that is drawn anew whenever a signal that it read has changed.
pub fn changing(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    boxed_changing(Box::new(view))
}

fn boxed_changing(view: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || view()).into_any()
}

/// A text that changes.
pub fn changing_text(text: impl Fn() -> String + Send + 'static) -> AnyView {
    boxed_changing_text(Box::new(text))
}

fn boxed_changing_text(text: Box<dyn Fn() -> String + Send>) -> AnyView {
    (move || text()).into_any()
}

/// A piece of view that is there or not.
pub fn maybe(view: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    changing(move || view().unwrap_or_else(|| ().into_any()))
}

/// A truth for attributes and classes.
pub fn truth(is_so: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(is_so)
}

/// A text for attributes.
pub fn attribute(text: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(text)
}

/// `true` or `false` for an ARIA attribute.
pub fn aria(is_so: impl Fn() -> bool + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(move || if is_so() { "true".to_owned() } else { "false".to_owned() })
}
