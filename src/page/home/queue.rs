//! What is asked for the figures: a few calls at a time, in the order they were wanted, and none once the page is gone.

use crate::api::client::Cancel;
use crate::reactive::spawn;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

/// The most calls at a time.
const AT_ONCE: usize = 4;

type Task = Pin<Box<dyn Future<Output = ()>>>;

/// Calls that wait, and those under way.
#[derive(Clone, Copy)]
pub struct Queue(StoredValue<Rc<Inside>, LocalStorage>);

struct Inside {
    waiting: RefCell<VecDeque<Task>>,
    running: Cell<usize>,
    cancel: Cancel,
}

impl Queue {
    /// An empty one, which lives as long as the page.
    pub fn open() -> Self {
        let inside = Rc::new(Inside {
            waiting: RefCell::default(),
            running: Cell::new(0),
            cancel: Cancel::new(),
        });
        let queue = Self(StoredValue::new_local(inside));
        on_cleanup(move || {
            queue.0.try_with_value(|inside| {
                inside.cancel.cancel();
                inside.waiting.borrow_mut().clear();
            });
        });
        queue
    }

    /// Asks when it is its turn.
    pub fn add<F: Future<Output = ()> + 'static>(self, task: impl FnOnce(Cancel) -> F) {
        let Some(inside) = self.0.try_get_value() else {
            return;
        };
        let task = Box::pin(task(inside.cancel.clone()));
        inside.waiting.borrow_mut().push_back(task);
        next(&inside);
    }
}

fn next(inside: &Rc<Inside>) {
    while inside.running.get() < AT_ONCE {
        let Some(task) = inside.waiting.borrow_mut().pop_front() else {
            return;
        };
        inside.running.set(inside.running.get() + 1);
        let inside = inside.clone();
        spawn(async move {
            task.await;
            inside.running.set(inside.running.get().saturating_sub(1));
            next(&inside);
        });
    }
}
