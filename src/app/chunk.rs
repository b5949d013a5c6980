//! A page that may still have to be loaded. A chunk that does not come can be tried again; when the server has a newer
//! version, its chunks are gone and a reload brings the new one.

use crate::browser::dom;
use crate::page::PageView;
use crate::ui::icon::{Icon, icon};
use crate::ui::state::waiting;
use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use leptos::task::spawn_local;
use std::future::Future;
use std::pin::Pin;

/// A page under way.
pub type PendingPage = Pin<Box<dyn Future<Output = PageView>>>;

#[derive(Default)]
enum Chunk {
    #[default]
    Loading,
    Ready(AnyView),
    Failed,
}

/// Shows a page as soon as its chunk is there.
pub fn chunk(open: impl Fn() -> PendingPage + 'static) -> impl IntoView {
    let state = RwSignal::new_local(Chunk::Loading);
    let attempt = RwSignal::new(0_u32);
    Effect::new(move |_| {
        attempt.track();
        // The page's own signals and clean-ups belong to this place, not to the task that loads it.
        let pending = ScopedFuture::new_untracked(open());
        spawn_local(async move {
            let outcome = pending.await;
            state.try_set(match outcome {
                Ok(view) => Chunk::Ready(view),
                Err(_) => Chunk::Failed,
            });
        });
    });
    move || {
        state.track();
        match state.try_update_untracked(std::mem::take).unwrap_or_default() {
            Chunk::Loading => waiting(8).into_any(),
            Chunk::Ready(view) => view,
            Chunk::Failed => chunk_failed(state, attempt).into_any(),
        }
    }
}

fn chunk_failed(state: RwSignal<Chunk, LocalStorage>, attempt: RwSignal<u32>) -> impl IntoView {
    let again = move |_| {
        state.set(Chunk::Loading);
        attempt.update(|count| *count += 1);
    };
    view! {
            <div class="state" role="alert">
                {icon(Icon::Warning, "")}
                <h1>"This page could not be loaded"</h1>
                <p>
                    "The connection may have been lost, or a new version of Glint has been put in place of the one \
                     that is open here. Try again; if that does not help, reload to get the new version."
                </p>
                <div class="actions">
                    <button class="btn primary" type="button" on:click=again>"Try again"</button>
                    <button class="btn" type="button" on:click=move |_| dom::reload()>"Reload"</button>
                </div>
            </div>
    }
}
