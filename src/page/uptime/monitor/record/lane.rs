//! One of the two lists of checks while it is read: how far it is, and whether the reader has stopped it.

use crate::api::client::Cancel;
use glint_model::error::ApiError;
use glint_model::link::Hits;
use glint_model::monitor_page::Progress;
use leptos::prelude::*;

/// How far reading is.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// Nothing was asked for, or it was stopped.
    Idle,
    /// Pages come.
    UnderWay(Progress),
    /// A page did not come; what came before it stays.
    Failed(ApiError),
    /// As many pages have come as come by themselves.
    Paused,
    /// All that was wanted is here.
    Whole,
}

/// A list.
#[derive(Clone, Copy)]
pub struct Lane {
    /// Whether it is the list of switches.
    pub only_changes: bool,
    /// How far reading is.
    pub reading: RwSignal<Reading>,
    /// How many there are in all, as far as the server counts.
    pub hits: RwSignal<Option<Hits>>,
    /// How many could not be read.
    pub left_out: RwSignal<u64>,
    /// Whether the server does not follow cursors that are made here.
    pub by_links: StoredValue<bool>,
    is_held: StoredValue<bool>,
    cancel: StoredValue<Cancel, LocalStorage>,
}

impl Lane {
    /// Nothing of it is asked for yet.
    pub fn new(only_changes: bool) -> Self {
        Self {
            only_changes,
            reading: RwSignal::new(Reading::Idle),
            hits: RwSignal::new(None),
            left_out: RwSignal::new(0),
            by_links: StoredValue::new(false),
            is_held: StoredValue::new(false),
            cancel: StoredValue::new_local(Cancel::never()),
        }
    }

    /// Begins to read, unless it is being read.
    pub fn begin(self) -> Option<Cancel> {
        if matches!(self.reading.try_get_untracked()?, Reading::UnderWay(_)) {
            return None;
        }
        let cancel = Cancel::new();
        self.cancel.try_set_value(cancel.clone());
        Some(cancel)
    }

    /// Reading has come to an end.
    pub fn end(self, reading: Reading) {
        self.reading.try_set(reading);
    }

    /// Ends reading where it is.
    pub fn stop(self) {
        self.cancel.try_with_value(Cancel::cancel);
        if let Some(Reading::UnderWay(_)) = self.reading.try_get_untracked() {
            self.reading.try_set(Reading::Idle);
        }
    }

    /// From now on it goes on only when the reader says so.
    pub fn hold(self) {
        self.is_held.try_set_value(true);
    }

    /// From now on it goes on by itself.
    pub fn release(self) {
        self.is_held.try_set_value(false);
    }

    /// Whether it goes on only when the reader says so.
    pub fn is_held(self) -> bool {
        self.is_held.try_get_value().unwrap_or(true)
    }
}
