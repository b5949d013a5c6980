//! A page, or a part of one, that may still have to be loaded. A chunk that does not come can be tried again; when the
//! server has a newer version, its chunks are gone and a reload brings the new one.

use crate::browser::{dom, version, wait};
use crate::reactive::{changing, effect, spawn};
use crate::ui::icon::{Icon, icon};
use crate::ui::state::waiting;
use leptos::LazyViewError;
use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::Poll;
use wasm_bindgen_futures::JsFuture;

/// How long a late chunk waits, in milliseconds: the first rows are drawn in one go, and this timer comes after them.
const LATE_MS: i32 = 50;

/// A page, or the news that its chunk could not be loaded.
pub type PageView = Result<AnyView, LazyViewError>;

/// A page under way.
pub type PendingPage = Pin<Box<dyn Future<Output = PageView>>>;

#[derive(Default)]
enum Chunk {
    #[default]
    Loading,
    Ready(AnyView),
    Failed,
}

/// When a part comes, and with which styles.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// The first rows: at once, with the styles that `index.html` names.
    First,
    /// At once, with all styles.
    Now,
    /// When the first of the page has been drawn, with all styles.
    Late,
    /// The same; when it does not come, nothing is said.
    Quiet,
}

/// Shows a page as soon as its chunk is there.
pub fn chunk(open: impl Fn() -> PendingPage + 'static) -> AnyView {
    show(Box::new(open), Box::new(|| waiting(8).into_any()), Turn::Now)
}

/// The same for the page whose styles are all in the first stylesheet (`style/main.css`), so that it waits for no other.
pub fn first_chunk(open: impl Fn() -> PendingPage + 'static) -> AnyView {
    show(Box::new(open), Box::new(|| waiting(8).into_any()), Turn::First)
}

/// Shows a part of a page whose chunk is asked for only when the first of the page has been drawn; `placeholder` keeps
/// its place until then.
pub fn late_chunk(
    open: impl Fn() -> PendingPage + 'static,
    placeholder: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    show(Box::new(open), Box::new(placeholder), Turn::Late)
}

/// Lets something begin that shows nothing, when the first of the page has been drawn. When its chunk does not come, nothing
/// is said: the page is whole without it.
pub fn quiet_chunk(open: impl Fn() -> PendingPage + 'static) -> AnyView {
    show(Box::new(open), Box::new(|| ().into_any()), Turn::Quiet)
}

fn show(open: Box<dyn Fn() -> PendingPage>, placeholder: Box<dyn Fn() -> AnyView + Send>, turn: Turn) -> AnyView {
    let state = RwSignal::new_local(Chunk::Loading);
    let attempt = RwSignal::new(0_u32);
    effect(move || {
        attempt.track();
        // The page's own signals and clean-ups belong to this place, not to the task that loads it.
        let mut pending = Box::pin(ScopedFuture::new_untracked(open()));
        spawn(async move {
            if matches!(turn, Turn::Late | Turn::Quiet) {
                wait::milliseconds(LATE_MS).await;
                wait::frame().await;
            }
            let styles = (turn != Turn::First).then(dom::late_style).flatten();
            // A part that comes when its place is gone would look at signals that are gone as well.
            let outcome = poll_fn(|task| match state.is_disposed() {
                true => Poll::Ready(None),
                false => pending.as_mut().poll(task).map(Some),
            });
            let Some(outcome) = outcome.await else { return };
            if let Some(styles) = styles {
                let _ = JsFuture::from(styles).await;
            }
            state.try_set(match outcome {
                Ok(view) => Chunk::Ready(view),
                Err(_) => Chunk::Failed,
            });
        });
    });
    changing(move || {
        state.track();
        match state.try_update_untracked(std::mem::take).unwrap_or_default() {
            Chunk::Loading => placeholder(),
            Chunk::Ready(view) => view,
            Chunk::Failed if turn == Turn::Quiet => ().into_any(),
            Chunk::Failed => failed(state, attempt),
        }
    })
}

fn failed(state: RwSignal<Chunk, LocalStorage>, attempt: RwSignal<u32>) -> AnyView {
    let again = move |_| {
        state.set(Chunk::Loading);
        attempt.update(|count| *count += 1);
    };
    let is_outdated = RwSignal::new(false);
    spawn(async move {
        is_outdated.try_set(version::is_outdated().await);
    });
    let words = move || {
        if is_outdated.get() {
            view! {
                <h1>"A new version of Glint is available"</h1>
                <p>"This page belongs to the version that was here before. Reload to go on with the new one."</p>
            }
            .into_any()
        } else {
            view! {
                <h1>"This page could not be loaded"</h1>
                <p>"The connection may have been lost. Try again; if that does not help, reload."</p>
            }
            .into_any()
        }
    };
    view! {
        <div class="state" role="alert">
            {icon(Icon::Warning, "")}
            {changing(words)}
            <div class="actions">
                <button class="btn primary" type="button" on:click=again>
                    "Try again"
                </button>
                <button class="btn" type="button" on:click=move |_| dom::reload()>
                    "Reload"
                </button>
            </div>
        </div>
    }
    .into_any()
}
