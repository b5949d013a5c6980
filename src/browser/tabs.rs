//! Tabs that show the same: one of them does what one is enough for (Web Locks) and tells the others (BroadcastChannel).
//! Where the browser has neither, which is so without HTTPS, each tab is by itself.

use super::dom::window;
use super::listener::Listener;
use crate::reactive::spawn;
use js_sys::{Function, Object, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, BroadcastChannel, MessageEvent};

/// A turn at being the one tab that does something, waited for or had; it ends when this is let go of.
pub struct Turn(Rc<TurnState>);

#[derive(Default)]
struct TurnState {
    is_over: Cell<bool>,
    /// Ends the waiting.
    waiting: RefCell<Option<AbortController>>,
    /// Gives the lock back.
    release: RefCell<Option<Function>>,
    /// What runs when the turn has come.
    run: RefCell<Option<Box<dyn FnOnce()>>>,
}

impl TurnState {
    fn begin(&self) {
        let run = self.run.take().filter(|_| !self.is_over.get());
        if let Some(run) = run {
            run();
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.0.is_over.set(true);
        match self.0.release.take() {
            Some(release) => {
                let _ = release.call0(&JsValue::NULL);
            }
            None => {
                if let Some(waiting) = self.0.waiting.take() {
                    waiting.abort();
                }
            }
        }
    }
}

/// Waits for the turn of this name; `run` runs once when it has come. At once where there are no locks.
pub fn take_turn(name: &str, run: impl FnOnce() + 'static) -> Turn {
    let state = Rc::new(TurnState::default());
    *state.run.borrow_mut() = Some(Box::new(run));
    match ask_for_lock(name, &state) {
        Some((asked, granted)) => {
            let state = Rc::clone(&state);
            spawn(async move {
                // The lock was not to be had, or was given back.
                if JsFuture::from(asked).await.is_err() {
                    state.begin();
                }
                drop(granted);
            });
        }
        None => state.begin(),
    }
    Turn(state)
}

type Granted = Closure<dyn FnMut(JsValue) -> Promise>;

fn ask_for_lock(name: &str, state: &Rc<TurnState>) -> Option<(Promise, Granted)> {
    let locks = Reflect::get(&window().navigator(), &"locks".into()).ok()?;
    let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    let controller = AbortController::new().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"signal".into(), &controller.signal()).ok()?;
    let of_lock = Rc::clone(state);
    let granted: Granted = Closure::once(move |_: JsValue| {
        if of_lock.is_over.get() {
            return Promise::resolve(&JsValue::UNDEFINED);
        }
        let held = Promise::new(&mut |resolve, _| *of_lock.release.borrow_mut() = Some(resolve));
        of_lock.begin();
        held
    });
    let asked = request.call3(&locks, &name.into(), &options, granted.as_ref()).ok()?;
    *state.waiting.borrow_mut() = Some(controller);
    Some((asked.dyn_into().ok()?, granted))
}

/// A channel to the other tabs, as long as it is kept.
pub struct Channel {
    channel: BroadcastChannel,
    _hearing: Listener,
}

impl Channel {
    /// Opens the channel of this name; `hear` gets what other tabs tell. None where there are no channels.
    pub fn open(name: &str, hear: impl Fn(&str) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(name).ok()?;
        let hearing = Listener::new(channel.clone().into(), "message", move |event| {
            let text = event
                .dyn_ref::<MessageEvent>()
                .and_then(|event| event.data().as_string());
            if let Some(text) = text {
                hear(&text);
            }
        });
        Some(Self {
            channel,
            _hearing: hearing,
        })
    }

    /// Tells the other tabs.
    pub fn tell(&self, text: &str) {
        let _ = self.channel.post_message(&text.into());
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.close();
    }
}
