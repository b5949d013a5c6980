//! The checks of monitors that were loaded, kept from visit to visit so that the server is asked for each of them once:
//! per server, person, organization and monitor. They are forgotten at sign-out. Where the browser keeps nothing, they last
//! as long as the tab.

use crate::browser::{database, dom, storage};
use crate::sign_out::forget_with;
use glint_model::id::{MonitorId, OrganizationSlug};
use glint_model::uptime::History;
use std::cell::RefCell;

/// So many histories stay in memory, for going from one monitor to another and back.
const MOST_IN_MEMORY: usize = 4;

thread_local! {
    /// By key, the one that was used last at the end.
    static MEMORY: RefCell<Vec<(String, History)>> = const { RefCell::new(Vec::new()) };
}

/// Where the checks of a monitor are kept.
#[derive(Clone)]
pub struct CheckHistoryStore(String);

impl CheckHistoryStore {
    /// For this person and monitor, on the server that the app talks to.
    pub fn of(whose: &str, organization: &OrganizationSlug, monitor: MonitorId) -> Self {
        forget_with(|| {
            MEMORY.take();
            database::forget(database::CHECKS);
        });
        Self(format!("{} {organization} {monitor} {whose}", dom::api_base()))
    }

    /// What was kept.
    pub async fn read(&self) -> History {
        let known = MEMORY.with_borrow(|all| all.iter().find(|(key, _)| *key == self.0).map(|(_, one)| one.clone()));
        match known {
            Some(known) => known,
            None => self.kept().await.unwrap_or_default(),
        }
    }

    /// Keeps it, together with what other tabs have kept in the meantime.
    pub async fn write(&self, mut history: History) {
        // A page that is taken down at sign-out must not leave behind what was just forgotten.
        if is_signed_out() {
            return;
        }
        self.remember(history.clone());
        if let Some(kept) = self.kept().await {
            history.merge(&kept);
        }
        let bytes = history.encode();
        if is_signed_out() {
            MEMORY.take();
            return;
        }
        if !database::write(database::CHECKS, &self.0, &bytes).await && !is_signed_out() {
            // It may be full. What is in it can be had again, and what is looked at now is wanted most.
            database::forget(database::CHECKS);
            database::write(database::CHECKS, &self.0, &bytes).await;
        }
    }

    async fn kept(&self) -> Option<History> {
        let bytes = database::read(database::CHECKS, &self.0).await?;
        History::decode(&bytes)
    }

    fn remember(&self, history: History) {
        MEMORY.with_borrow_mut(|all| {
            all.retain(|(key, _)| *key != self.0);
            if all.len() >= MOST_IN_MEMORY {
                all.remove(0);
            }
            all.push((self.0.clone(), history));
        });
    }
}

fn is_signed_out() -> bool {
    storage::get(storage::SIGNED_IN).is_none()
}
