//! The end of the page's bar: the decisions that are taken most, and a menu with the others. On a narrow screen only one
//! button stays beside the menu.

use super::IssueDialog;
use super::menu::more_menu;
use super::resolve_in::resolve_in;
use crate::page::issue::status::StatusChange;
use crate::reactive::{aria, attribute, changing, changing_text, maybe};
use crate::ui::icon::{Icon, icon};
use glint_model::wire::issue::IssueStatus;
use leptos::prelude::*;

/// A status to go to, with what its button says.
#[derive(Clone, Copy, PartialEq)]
pub struct Way {
    /// The status.
    pub to: IssueStatus,
    /// What the button says.
    pub label: &'static str,
    /// Its key.
    pub key: &'static str,
    /// Its picture.
    pub sign: Icon,
}

const RESOLVE: Way = Way {
    to: IssueStatus::Resolved,
    label: "Resolve",
    key: "e",
    sign: Icon::Check,
};
const IGNORE: Way = Way {
    to: IssueStatus::Ignored,
    label: "Ignore",
    key: "i",
    sign: Icon::Ignore,
};
const REOPEN: Way = Way {
    to: IssueStatus::Unresolved,
    label: "Reopen",
    key: "u",
    sign: Icon::Undo,
};

impl StatusChange {
    /// What is most likely done next, and what else can be; tracked. The two change places with the status, so that the
    /// focus stays on the button that was pressed.
    pub fn ways(self) -> [Way; 2] {
        match self.status.get() {
            Some(IssueStatus::Resolved) => [REOPEN, IGNORE],
            Some(IssueStatus::Ignored) => [RESOLVE, REOPEN],
            _ => [RESOLVE, IGNORE],
        }
    }
}

/// The buttons and the menu; not there when the issue is not.
pub fn act_bar(change: StatusChange) -> AnyView {
    let has_failed = Memo::new(move |_| change.issue.with(|load| matches!(load, crate::load::Load::Failed(_))));
    maybe(move || {
        (!has_failed.get()).then(|| {
            view! {
                {maybe(move || change.server.can_assign().then(|| assign_button(change)))}
                <span class="wide">{status_button(change, "btn action", 1)}</span>
                <span class="act-split">
                    {status_button(change, "btn primary action keep", 0)}
                    {resolve_in(change)}
                </span>
                {more_menu(change)}
            }
            .into_any()
        })
    })
}

fn status_button(change: StatusChange, class: &'static str, at: usize) -> AnyView {
    let way = Memo::new(move |_| change.ways()[at]);
    view! {
        <button
            class=class
            type="button"
            title=attribute(move || way.with(|way| format!("{} ({})", way.label, way.key)))
            aria-keyshortcuts=attribute(move || way.get().key.to_owned())
            aria-disabled=aria(move || change.is_busy.get() || change.status.get().is_none())
            on:click=move |_| change.set(way.get_untracked().to)
        >
            {changing(move || icon(way.get().sign, ""))}
            <span>{changing_text(move || way.get().label.to_owned())}</span>
        </button>
    }
    .into_any()
}

fn assign_button(change: StatusChange) -> AnyView {
    view! {
        <button
            class="btn action wide"
            type="button"
            title="Assign (a)"
            aria-keyshortcuts="a"
            aria-haspopup="dialog"
            on:click=move |_| {
                change.open(IssueDialog::Assign);
            }
        >
            {icon(Icon::Person, "")}
            <span>"Assign"</span>
        </button>
    }
    .into_any()
}
