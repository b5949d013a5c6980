//! A value on its way from the server. One way for every page: ask in an effect, so that it is asked again when what
//! it depends on changes; end what nobody waits for; say after half a second that it takes long.

use crate::api::client::Cancel;
use crate::browser::wait;
use glint_model::error::ApiError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;
use std::pin::Pin;

/// How long nothing is said about waiting, so that no spinner flashes.
const SLOW_AFTER_MS: i32 = 500;

/// Where a value is on its way.
#[derive(Clone, Debug, PartialEq)]
pub enum Load<T> {
    /// Asked for.
    Loading,
    /// Asked for half a second ago.
    Slow,
    /// Here.
    Ready(T),
    /// Not to be had, and why.
    Failed(ApiError),
}

impl<T> Load<T> {
    /// The value, when it is here.
    pub fn ready(&self) -> Option<&T> {
        match self {
            Self::Ready(value) => Some(value),
            _ => None,
        }
    }
}

/// A request under way.
pub type Pending<T> = Pin<Box<dyn Future<Output = Result<T, ApiError>>>>;

/// A value that is loaded, and can be loaded again.
pub struct Loader<T: Send + Sync + 'static> {
    state: RwSignal<Load<T>>,
    again: RwSignal<u32>,
}

impl<T: Send + Sync + 'static> Clone for Loader<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Loader<T> {}

impl<T: Clone + Send + Sync + 'static> Loader<T> {
    /// Where it is now; tracked.
    pub fn get(&self) -> Load<T> {
        self.state.get()
    }

    /// Looks at it without a copy; tracked.
    pub fn with<R>(&self, look: impl FnOnce(&Load<T>) -> R) -> R {
        self.state.with(look)
    }

    /// The value, when it is here; tracked.
    pub fn ready(&self) -> Option<T> {
        self.state.with(|state| state.ready().cloned())
    }

    /// Puts a value in its place, such as what a change made of it.
    pub fn set(&self, value: T) {
        self.state.try_set(Load::Ready(value));
    }

    /// Changes the value in its place, when it is here.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        self.state.try_update(|state| {
            if let Load::Ready(value) = state {
                change(value);
            }
        });
    }

    /// Asks once more.
    pub fn reload(&self) {
        self.again.try_update(|count| *count += 1);
    }
}

/// Loads what `ask` asks for: now, whenever a signal that `ask` reads changes, and on `reload`. A request that is
/// overtaken or whose owner is gone is ended.
pub fn load<T>(ask: impl Fn(Cancel) -> Pending<T> + 'static) -> Loader<T>
where
    T: Clone + Send + Sync + 'static,
{
    load_from(None, ask)
}

/// The same, with a value to show until the answer is there.
pub fn load_from<T>(first: Option<T>, ask: impl Fn(Cancel) -> Pending<T> + 'static) -> Loader<T>
where
    T: Clone + Send + Sync + 'static,
{
    let state = RwSignal::new(first.map_or(Load::Loading, Load::Ready));
    let again = RwSignal::new(0);
    let current = StoredValue::new_local(Cancel::never());
    Effect::new(move |previous: Option<()>| {
        again.track();
        let cancel = Cancel::new();
        current.with_value(Cancel::cancel);
        current.set_value(cancel.clone());
        let pending = ask(cancel.clone());
        if previous.is_some() {
            state.set(Load::Loading);
        }
        let say_slow = cancel.clone();
        spawn_local(async move {
            wait::milliseconds(SLOW_AFTER_MS).await;
            if !say_slow.is_cancelled() {
                state.try_maybe_update(|state| {
                    let is_waiting = matches!(state, Load::Loading);
                    if is_waiting {
                        *state = Load::Slow;
                    }
                    (is_waiting, ())
                });
            }
        });
        spawn_local(async move {
            let outcome = pending.await;
            if !cancel.is_cancelled() {
                state.try_set(match outcome {
                    Ok(value) => Load::Ready(value),
                    Err(error) => Load::Failed(error),
                });
            }
        });
    });
    on_cleanup(move || {
        current.try_with_value(Cancel::cancel);
    });
    Loader { state, again }
}
