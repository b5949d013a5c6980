//! A look at a row's newest event without opening it. It comes to who rests the pointer or the focus on a row, and at
//! once with Space; it lies beside the row, and goes when its row is left.

mod card;
mod ground;
mod watch;

use super::list::{IssueList, focus_row};
use crate::browser::dom;
use crate::chunk::chunk;
use crate::reactive::{attribute, changing_text, maybe, truth};
use card::list_preview;
use glint_model::id::IssueId;
use glint_model::wire::issue::Issue;
use leptos::prelude::*;
use std::sync::Arc;

/// The id of the card in the document.
const CARD_ID: &str = "preview";

/// What brought the preview, and so what takes it away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    /// The pointer rests on the row. The preview goes with it.
    Pointer,
    /// The focus rests on the row. The preview goes when another row has it.
    Focus,
    /// Space. The preview follows the focus from row to row until it is closed.
    Space,
}

/// The preview of one row.
#[derive(Clone)]
struct Shown {
    issue: Arc<Issue>,
    by: By,
    /// Where the pointer is, from the left of the window, in pixels; None where it is not what brought the preview.
    pointer: Option<i32>,
}

/// The preview of a list: one card for all of its rows.
#[derive(Clone, Copy)]
pub struct Preview {
    list: IssueList,
    shown: RwSignal<Option<Shown>>,
    /// What is read out to who asked for the preview with a key.
    spoken: RwSignal<String>,
    /// Where the page was scrolled to when the card was laid down.
    scrolled: StoredValue<f64>,
}

impl Preview {
    /// Watches the rows as long as the list is there.
    pub fn open(list: IssueList) -> Self {
        let preview = Self {
            list,
            shown: RwSignal::new(None),
            spoken: RwSignal::new(String::new()),
            scrolled: StoredValue::new(0.0),
        };
        watch::watch(preview);
        preview
    }

    /// Space: shows the row with the focus, or closes its preview. False where the focus is on no row.
    pub fn toggle(self) -> bool {
        let Some(id) = ground::focused_row() else { return false };
        if self.is_of(&id) {
            self.close();
        } else {
            self.show(&id, By::Space, None);
        }
        true
    }

    fn is_of(self, id: &IssueId) -> bool {
        self.shown
            .with_untracked(|shown| shown.as_ref().is_some_and(|shown| shown.issue.id == *id))
    }

    fn by(self) -> Option<By> {
        self.shown
            .try_with_untracked(|shown| shown.as_ref().map(|shown| shown.by))?
    }

    /// Shows a row that is listed, in place of any other.
    fn show(self, id: &IssueId, by: By, pointer: Option<i32>) {
        let Some(issue) = self.list.issues(std::slice::from_ref(id)).pop() else {
            return;
        };
        self.close();
        self.shown.set(Some(Shown { issue, by, pointer }));
        self.lay(true);
    }

    /// Lays the card beside its row, wherever that is by now.
    fn lay(self, may_scroll: bool) {
        let Some(Some(shown)) = self.shown.try_get_untracked() else {
            return;
        };
        if ground::lay(&shown.issue.id, shown.pointer, may_scroll) {
            self.scrolled.set_value(ground::scrolled());
        } else {
            self.close();
        }
    }

    /// Takes the card away. A focus that was in it goes back to the row.
    fn close(self) {
        let Some(Some(shown)) = self.shown.try_get_untracked() else {
            return;
        };
        ground::release(&shown.issue.id);
        if dom::is_focus_within(".preview") {
            focus_row(&shown.issue.id);
        }
        self.shown.set(None);
        self.spoken.set(String::new());
    }
}

/// The card, hidden while there is nothing to show. It has a place of its own in the page: the row says with
/// `aria-describedby` that the card is about it, and what a key brought is read out.
pub fn preview_card(preview: Preview) -> AnyView {
    let issue = Memo::new(move |_| {
        preview
            .shown
            .with(|shown| shown.as_ref().map(|shown| Arc::clone(&shown.issue)))
    });
    let label = attribute(move || {
        issue.with(|issue| {
            issue
                .as_ref()
                .map(|issue| format!("Preview of {}", issue.short_id))
                .unwrap_or_default()
        })
    });
    view! {
        <div
            class="preview"
            id=CARD_ID
            role="group"
            aria-label=label
            tabindex="0"
            hidden=truth(move || issue.with(Option::is_none))
        >
            {maybe(move || {
                let issue = issue.get()?;
                Some(chunk(move || Box::pin(list_preview(preview, Arc::clone(&issue)))))
            })}
        </div>
        <p class="visually-hidden" role="status">{changing_text(move || preview.spoken.get())}</p>
    }
    .into_any()
}
