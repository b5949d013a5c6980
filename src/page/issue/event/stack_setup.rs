//! What stack traces are shown with: the reader's choice, links to frames, and what the server noted about source maps.

use super::data::EventData;
use super::frame_links::frame_links;
use crate::api::client::Cancel;
use crate::api::users::get_me;
use crate::browser::{storage, wait};
use crate::page::issue::issue_page::IssueContext;
use crate::reactive::{effect, spawn};
use crate::sign_out::forget_with;
use crate::ui::stack_trace::{StackChoice, StackSetup, StackView};
use glint_model::processing_errors::explain;
use glint_model::stack_trace::FrameOrder;
use leptos::prelude::*;
use std::cell::Cell;

thread_local! {
    /// The order that the account has set; none while nobody has asked for it.
    static ACCOUNT_ORDER: Cell<Option<FrameOrder>> = const { Cell::new(None) };
}

/// Everything for the stack traces of an event.
pub fn stack_setup(context: &IssueContext, event: &EventData) -> StackSetup {
    let links = frame_links(context, event);
    let notes = event.errors.iter().flatten().map(explain).collect();
    StackSetup {
        choice: stack_choice(links.opened.get_untracked().is_some()),
        links: Some(links),
        notes,
    }
}

/// What the reader chose; every change is kept. Where the URL names a frame, frames are shown, whatever was chosen.
fn stack_choice(is_frame_named: bool) -> RwSignal<StackChoice> {
    let mut kept = StackChoice::parse(&storage::get(storage::STACK_TRACE).unwrap_or_default());
    if is_frame_named && kept.view == StackView::Raw {
        kept.view = StackView::App;
    }
    let known = ACCOUNT_ORDER.get();
    kept.account_order = known.unwrap_or_default();
    let choice = RwSignal::new(kept);
    let mut last = kept.to_text();
    effect(move || {
        let now = choice.get().to_text();
        if now != last {
            storage::set(storage::STACK_TRACE, Some(&now));
            last = now;
        }
    });
    if kept.order.is_none() && known.is_none() {
        spawn(ask_account(choice));
    }
    choice
}

/// Asks how the account wants stack traces, once in a tab and after the page has been drawn: only who has never chosen
/// an order here is asked for.
async fn ask_account(choice: RwSignal<StackChoice>) {
    wait::frame().await;
    let Ok(user) = get_me(&Cancel::never()).await else {
        return;
    };
    let order = FrameOrder::of_account(user.options.stacktrace_order.as_ref()).unwrap_or_default();
    ACCOUNT_ORDER.set(Some(order));
    forget_with(|| ACCOUNT_ORDER.set(None));
    if order != FrameOrder::default() {
        choice.try_update(|choice| choice.account_order = order);
    }
}
