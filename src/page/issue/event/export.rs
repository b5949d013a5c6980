//! The dialog through which an event leaves: as Markdown, as an HTML file, or as the text of a new issue in another
//! tracker. Whatever the way, the reader sees first what will leave, and what is replaced in it. What is in the dialog is
//! a chunk of its own.

mod actions;
mod preview;
mod redaction;
mod sections;
mod state;
mod tracker;
mod tracker_fields;

use super::data::EventData;
use crate::chunk::{PageView, chunk};
use crate::page::issue::issue_page::IssueContext;
use crate::reactive::{aria, maybe};
use crate::ui::dialog::Dialog;
use crate::ui::icon::{Icon, icon};
use leptos::prelude::*;
use state::Export;

/// How the event leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Copied as text.
    Markdown,
    /// Saved as a file.
    Snapshot,
    /// By a link to the form of another tracker.
    Tracker,
}

impl Purpose {
    const ALL: [Self; 3] = [Self::Markdown, Self::Snapshot, Self::Tracker];

    fn label(self) -> &'static str {
        match self {
            Self::Markdown => "Markdown",
            Self::Snapshot => "HTML file",
            Self::Tracker => "New issue",
        }
    }
}

/// Shows the dialog.
pub fn export_dialog(context: &IssueContext, event: EventData, purpose: Purpose, close: Callback<()>) -> AnyView {
    let context = context.clone();
    view! {
        <Dialog labelled_by="export-title" on_close=close>
            <div class="export-dialog">
                <header>
                    <h2 id="export-title">"Take this event elsewhere"</h2>
                    <button
                        class="btn quiet icon"
                        type="button"
                        aria-label="Close"
                        title="Close"
                        on:click=move |_| close.run(())
                    >
                        {icon(Icon::Close, "")}
                    </button>
                </header>
                {chunk(move || Box::pin(event_export(context.clone(), event.clone(), purpose, close)))}
            </div>
        </Dialog>
    }
    .into_any()
}

/// What is in the dialog.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn event_export(context: IssueContext, event: EventData, purpose: Purpose, close: Callback<()>) -> PageView {
    let export = Export::new(&context, event, purpose);
    let is_tracker = Memo::new(move |_| export.purpose.get() == Purpose::Tracker);
    let ways: Vec<AnyView> = Purpose::ALL
        .into_iter()
        .map(|purpose| {
            view! {
                <button
                    type="button"
                    aria-pressed=aria(move || export.purpose.get() == purpose)
                    on:click=move |_| export.purpose.set(purpose)
                >
                    {purpose.label()}
                </button>
            }
            .into_any()
        })
        .collect();
    let view = view! {
        <div class="seg" role="group" aria-label="How it leaves">{ways}</div>
        <div class="export-parts">
            <div class="export-choices">
                {maybe(move || is_tracker.get().then(|| tracker_fields::tracker_fields(export)))}
                {sections::section_choice(export)}
                {redaction::redaction_choice(export)}
            </div>
            {preview::preview(export)}
        </div>
        {actions::actions(export, close)}
    };
    Ok(view.into_any())
}
