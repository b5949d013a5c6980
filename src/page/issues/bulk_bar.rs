//! What can be done with the selected rows.

use super::bulk_dialogs::ListDialog;
use super::export::{TakeAway, copy_as};
use super::list::IssueList;
use crate::reactive::{changing_text, maybe};
use crate::server::Server;
use crate::ui::icon::{Icon, icon};
use crate::ui::menu::{Menu, close_menu};
use glint_model::deed::Deed;
use glint_model::text::thousands;
use glint_model::wire::issue::IssueStatus;
use leptos::prelude::*;

/// The menu with what is done less often.
const MORE: &str = "bulk-more";

/// The count and the buttons.
pub fn bulk_bar(list: IssueList) -> AnyView {
    let said = move || {
        list.selection.with(|selection| {
            if selection.is_all_matching() {
                let hits = list.rows.with(|rows| rows.as_ref().and_then(|rows| rows.hits));
                return format!("All {} selected", hits.map(|hits| hits.label()).unwrap_or_default());
            }
            format!("{} selected", thousands(selection.len() as u64))
        })
    };
    let server = Server::get();
    view! {
        <span role="status">{changing_text(said)}</span>
        {status_button(list, IssueStatus::Resolved, "Resolve", Icon::Check, "e")}
        {status_button(list, IssueStatus::Ignored, "Ignore", Icon::Ignore, "i")}
        {status_button(list, IssueStatus::Unresolved, "Reopen", Icon::Undo, "u")}
        {maybe(move || server.can_assign().then(|| dialog_button(list, ListDialog::Assign, "Assign", Icon::Person, "a")))}
        {dialog_button(list, ListDialog::Delete, "Delete", Icon::Delete, "#")}
        <Menu id=MORE class="btn quiet small" label="More actions" button=ViewFn::from(|| icon(Icon::More, ""))>
            {entry("Merge…", Icon::Merge, move || open(list, ListDialog::Merge))}
            {maybe(move || server.can_assign().then(|| {
                entry("Resolve in the newest release", Icon::Check, move || {
                    if let Some(aim) = list.aim() {
                        list.act(aim, Deed::ResolveIn(None));
                    }
                })
            }))}
            {maybe(move || server.can_assign().then(|| {
                entry("Resolve in a release…", Icon::Check, move || open(list, ListDialog::Release))
            }))}
            <hr />
            {entry("Copy as Markdown", Icon::Copy, move || copy_as(list, TakeAway::Markdown))}
            {entry("Copy as CSV", Icon::Copy, move || copy_as(list, TakeAway::Csv))}
            {entry("Copy links", Icon::Copy, move || copy_as(list, TakeAway::Links))}
        </Menu>
    }
    .into_any()
}

fn open(list: IssueList, dialog: ListDialog) {
    if let Some(tools) = list.tools.get_untracked() {
        tools.open(list, dialog);
    }
}

fn button(label: &'static str, sign: Icon, key: &'static str, act: Box<dyn Fn()>) -> AnyView {
    view! {
        <button class="btn quiet small" type="button" aria-label=label title=label on:click=move |_| act()>
            {icon(sign, "")}
            <span class="wide">{label}</span>
            <kbd aria-hidden="true">{key}</kbd>
        </button>
    }
    .into_any()
}

fn status_button(list: IssueList, status: IssueStatus, label: &'static str, sign: Icon, key: &'static str) -> AnyView {
    button(label, sign, key, Box::new(move || list.set_status(status)))
}

fn dialog_button(list: IssueList, dialog: ListDialog, label: &'static str, sign: Icon, key: &'static str) -> AnyView {
    button(label, sign, key, Box::new(move || open(list, dialog)))
}

fn entry(label: &'static str, sign: Icon, act: impl Fn() + 'static) -> AnyView {
    view! {
        <button class="entry" type="button" on:click=move |_| {
            close_menu(MORE);
            act();
        }>
            {icon(sign, "")}
            <span>{label}</span>
        </button>
    }
    .into_any()
}
