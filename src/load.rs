//! A value on its way from the server. One way for every page: ask in an effect, so that it is asked again when what
//! it depends on changes; end what nobody waits for; say after half a second that it takes long.

use crate::api::client::Cancel;
use crate::browser::wait;
use crate::reactive::{effect, spawn};
use glint_model::error::ApiError;
use leptos::prelude::*;
use std::any::Any;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::rc::Rc;

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
    pub fn ready(self) -> Option<T> {
        match self {
            Self::Ready(value) => Some(value),
            _ => None,
        }
    }

    /// Whether it is still on its way.
    pub fn is_waiting(&self) -> bool {
        matches!(self, Self::Loading | Self::Slow)
    }
}

/// A request under way.
pub type Pending<T> = Pin<Box<dyn Future<Output = Result<T, ApiError>>>>;

/// A value of some type: the signals and tasks behind a `Loader` are the same for all types.
type Erased = Rc<dyn Any>;
type State = RwSignal<Load<Erased>, LocalStorage>;

/// How often it was asked for anew, and whether what is there stays until the answer.
#[derive(Clone, Copy, Default)]
struct Again {
    count: u32,
    is_quiet: bool,
}

/// A value that is loaded, and can be loaded again.
pub struct Loader<T> {
    state: State,
    again: RwSignal<Again>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Loader<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Loader<T> {}

impl<T: 'static> Loader<T> {
    /// Looks at it where it is; tracked.
    pub fn with<R>(&self, look: impl FnOnce(Load<&T>) -> R) -> R {
        // What asked for it may be gone already, while a page that shows it is being taken down.
        let state = self.state.try_get().unwrap_or(Load::Loading);
        look(match &state {
            Load::Loading => Load::Loading,
            Load::Slow => Load::Slow,
            Load::Failed(error) => Load::Failed(error.clone()),
            Load::Ready(value) => value.downcast_ref().map_or(Load::Loading, Load::Ready),
        })
    }

    /// Asks once more.
    pub fn reload(&self) {
        self.ask_again(false);
    }

    /// Asks once more, since something was changed: what is there stays until the answer, and if there is none.
    pub fn refresh(&self) {
        self.ask_again(true);
    }

    fn ask_again(&self, is_quiet: bool) {
        self.again.try_update(|again| {
            again.count += 1;
            again.is_quiet = is_quiet;
        });
    }
}

impl<T: 'static> Loader<T> {
    /// Where it is, apart from the value: tells of a change only when that changes. For pages whose parts look at the value
    /// themselves.
    pub fn stage(self) -> Memo<Load<()>> {
        Memo::new(move |_| {
            self.with(|load| match load {
                Load::Loading => Load::Loading,
                Load::Slow => Load::Slow,
                Load::Ready(_) => Load::Ready(()),
                Load::Failed(error) => Load::Failed(error),
            })
        })
    }
}

impl<T: Clone + 'static> Loader<T> {
    /// Where it is now; tracked.
    pub fn get(&self) -> Load<T> {
        self.with(|load| match load {
            Load::Loading => Load::Loading,
            Load::Slow => Load::Slow,
            Load::Failed(error) => Load::Failed(error),
            Load::Ready(value) => Load::Ready(value.clone()),
        })
    }

    /// The value, when it is here; tracked.
    pub fn ready(&self) -> Option<T> {
        self.with(|load| load.ready().cloned())
    }

    /// Changes the value in its place, when it is here: to what a decision made of it.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        let Some(Load::Ready(value)) = self.state.try_get_untracked() else {
            return;
        };
        if let Some(mut value) = value.downcast_ref::<T>().cloned() {
            change(&mut value);
            self.state.try_set(Load::Ready(Rc::new(value)));
        }
    }
}

/// Loads what `ask` asks for: now, whenever a signal that `ask` reads changes, and on `reload`. A request that is
/// overtaken or whose owner is gone is ended.
pub fn load<T: 'static>(ask: impl Fn(Cancel) -> Pending<T> + 'static) -> Loader<T> {
    load_from(None, ask)
}

/// The same, with a value to show until the answer is there.
pub fn load_from<T: 'static>(first: Option<T>, ask: impl Fn(Cancel) -> Pending<T> + 'static) -> Loader<T> {
    let first = first.map(|value| Rc::new(value) as Erased);
    let (state, again) = load_erased(
        first,
        Box::new(move |cancel| {
            let pending = ask(cancel);
            Box::pin(async move { pending.await.map(|value| Rc::new(value) as Erased) })
        }),
    );
    Loader {
        state,
        again,
        of: PhantomData,
    }
}

fn load_erased(first: Option<Erased>, ask: Box<dyn Fn(Cancel) -> Pending<Erased>>) -> (State, RwSignal<Again>) {
    let state = RwSignal::new_local(first.map_or(Load::Loading, Load::Ready));
    let again = RwSignal::new(Again::default());
    let current = StoredValue::new_local(Cancel::never());
    let (mut is_first, mut asked) = (true, 0);
    effect(move || {
        let Again { count, is_quiet } = again.get();
        let is_quiet = is_quiet
            && count != std::mem::replace(&mut asked, count)
            && matches!(state.try_get_untracked(), Some(Load::Ready(_)));
        let cancel = Cancel::new();
        current.with_value(Cancel::cancel);
        current.set_value(cancel.clone());
        let pending = ask(cancel.clone());
        if !is_first && !is_quiet {
            state.set(Load::Loading);
        }
        is_first = false;
        spawn(say_slow(state, cancel.clone()));
        spawn(async move {
            let outcome = pending.await;
            if cancel.is_cancelled() {
                return;
            }
            match outcome {
                Ok(value) => state.try_set(Load::Ready(value)),
                Err(_) if is_quiet => None,
                Err(error) => state.try_set(Load::Failed(error)),
            };
        });
    });
    on_cleanup(move || {
        current.try_with_value(Cancel::cancel);
    });
    (state, again)
}

async fn say_slow(state: State, cancel: Cancel) {
    wait::milliseconds(SLOW_AFTER_MS).await;
    if !cancel.is_cancelled() && matches!(state.try_get_untracked(), Some(Load::Loading)) {
        state.try_set(Load::Slow);
    }
}
