//! The monitors that are there already, so that none is created twice by mistake.

use crate::api::client::Cancel;
use crate::api::monitors::list_monitors;
use crate::reactive::spawn;
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
use glint_model::monitor_paste::{Known, known};
use leptos::prelude::*;

/// The most pages that are read, of a hundred monitors each.
const MOST_PAGES: u32 = 30;

/// What is known of them.
#[derive(Clone, Copy)]
pub struct There {
    /// What they look at.
    pub known: RwSignal<Known>,
    /// How it is to be known.
    pub state: RwSignal<Reading>,
    again: StoredValue<Callback<()>>,
}

/// How far they are read.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// Under way; so many were read.
    Busy(usize),
    /// All were read, or as many as are read at most.
    Done,
    /// Not to be had.
    Failed(ApiError),
}

impl There {
    /// Reads them again.
    pub fn retry(self) {
        self.again.get_value().run(());
    }
}

/// Reads them, page by page, as long as the page is there.
pub fn load_there(organization: &OrganizationSlug) -> There {
    let (known_now, state) = (RwSignal::new(Known::new()), RwSignal::new(Reading::Busy(0)));
    let cancel = StoredValue::new_local(Cancel::new());
    on_cleanup(move || {
        cancel.try_with_value(Cancel::cancel);
    });
    let organization = organization.clone();
    let ask = Callback::new(move |()| {
        let organization = organization.clone();
        let cancel = cancel.get_value();
        state.set(Reading::Busy(0));
        spawn(async move {
            let outcome = read_all(&organization, &cancel, known_now, state).await;
            if !cancel.is_cancelled() {
                state.try_set(outcome.map_or_else(Reading::Failed, |()| Reading::Done));
            }
        });
    });
    ask.run(());
    There {
        known: known_now,
        state,
        again: StoredValue::new(ask),
    }
}

async fn read_all(
    organization: &OrganizationSlug,
    cancel: &Cancel,
    all: RwSignal<Known>,
    state: RwSignal<Reading>,
) -> Result<(), ApiError> {
    let (mut cursor, mut count) = (None, 0);
    for _ in 0..MOST_PAGES {
        let page = list_monitors(organization, cursor, cancel).await?;
        if cancel.is_cancelled() {
            return Ok(());
        }
        count += page.items.len();
        all.try_update(|all| all.extend(known(page.items.iter())));
        state.try_set(Reading::Busy(count));
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    Ok(())
}
