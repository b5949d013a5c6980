//! The dialogs over the list: what is dangerous says what goes and what stays, and what has a choice offers it.

use super::aim::Aim;
use super::assign_dialog::assign_dialog;
use super::list::IssueList;
use super::release_dialog::release_dialog;
use super::tools::Tools;
use super::words::what_is_meant;
use crate::api::issues::MOST_IDS;
use crate::reactive::{changing, maybe, truth};
use crate::ui::dialog::Dialog;
use glint_model::deed::Deed;
use glint_model::selection::{Weight, merge_plan, typed_word, weight_of_delete};
use glint_model::wire::issue::Issue;
use leptos::prelude::*;

/// The most issues that a dialog names.
const MOST_NAMED: usize = 5;

/// Which dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListDialog {
    /// Deleting.
    Delete,
    /// Making one of several.
    Merge,
    /// Giving issues to somebody (6.1).
    Assign,
    /// Resolving in a release of one's choice (6.1).
    Release,
}

impl Tools {
    /// Opens a dialog about what is selected, or else about the row with the focus; says why where that cannot be.
    pub fn open(self, list: IssueList, dialog: ListDialog) {
        let Some(aim) = list.aim() else { return };
        match dialog {
            ListDialog::Assign | ListDialog::Release if !untrack(|| self.server.can_assign()) => {}
            ListDialog::Merge => match mergeable(&aim) {
                Ok(()) => self.dialog.set(Some(dialog)),
                Err(why) => list.toasts.say(why),
            },
            _ => self.dialog.set(Some(dialog)),
        }
    }

    /// Closes the dialog.
    pub fn close(self) {
        self.dialog.set(None);
    }
}

fn mergeable(aim: &Aim) -> Result<(), String> {
    if aim.matching.is_some() {
        return Err("Select the issues to merge one by one: all that match cannot be merged.".to_owned());
    }
    if aim.issues.len() > MOST_IDS {
        return Err(format!("At most {MOST_IDS} issues can be merged at once."));
    }
    merge_plan(&issues(aim)).map(|_| ())
}

fn issues(aim: &Aim) -> Vec<&Issue> {
    aim.issues.iter().map(|issue| &**issue).collect()
}

/// Shows the dialog that is open.
pub fn dialogs(list: IssueList, tools: Tools) -> AnyView {
    maybe(move || {
        let dialog = tools.dialog.get()?;
        let aim = list.aim()?;
        let view = match dialog {
            ListDialog::Delete => delete(list, tools, aim),
            ListDialog::Merge => merge(list, tools, aim),
            ListDialog::Assign => assign_dialog(list, tools, aim),
            ListDialog::Release => release_dialog(list, tools, aim),
        };
        Some(view)
    })
}

fn names(aim: &Aim) -> AnyView {
    let more = aim.issues.len().saturating_sub(MOST_NAMED);
    let named: Vec<AnyView> = aim
        .issues
        .iter()
        .take(MOST_NAMED)
        .map(|issue| view! { <li><b>{issue.short_id.clone()}</b>" "{issue.title.clone()}</li> }.into_any())
        .collect();
    view! {
        <ul class="named">
            {named}
            {(more > 0).then(|| view! { <li>{format!("and {more} more")}</li> }.into_any())}
        </ul>
    }
    .into_any()
}

fn delete(list: IssueList, tools: Tools, aim: Aim) -> AnyView {
    let is_all = aim.matching.is_some();
    let word = (weight_of_delete(aim.count) == Weight::Typed).then(|| typed_word(&aim.subject));
    let typed = RwSignal::new(String::new());
    let is_ready = {
        let word = word.clone();
        truth(move || {
            word.as_ref()
                .is_none_or(|word| typed.with(|typed| typed.trim() == word))
        })
    };
    let what = if is_all {
        view! { <p class="lead">"These match: "<code>{what_is_meant(list)}</code></p> }.into_any()
    } else {
        names(&aim)
    };
    let title = format!("Delete {}?", aim.subject);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if is_ready.get_untracked() {
            tools.close();
            list.act(aim.clone(), Deed::Delete);
        }
    };
    view! {
        <Dialog labelled_by="bulk-title" on_close=Callback::new(move |()| tools.close())>
            <form on:submit=submit>
                <h2 id="bulk-title">{title}</h2>
                {what}
                <p class="lead">
                    "Their events and comments go with them. For 8 seconds it can be undone; after that nobody can."
                </p>
                {word.map(|word| view! {
                    <div class="field">
                        <label for="bulk-word">"To go on, type "<b class="typed">{word}</b></label>
                        <input
                            class="input"
                            id="bulk-word"
                            autocomplete="off"
                            on:input:target=move |event| typed.set(event.target().value())
                        />
                    </div>
                }.into_any())}
                <div class="actions">
                    <button class="btn" type="button" on:click=move |_| tools.close()>"Cancel"</button>
                    <button class="btn danger" type="submit" disabled=move || !is_ready.get()>"Delete"</button>
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}

fn merge(list: IssueList, tools: Tools, aim: Aim) -> AnyView {
    let Ok(plan) = merge_plan(&issues(&aim)) else {
        return ().into_any();
    };
    let stays = aim.issues.iter().find(|issue| issue.id == plan.stays).cloned();
    let stays = stays
        .map(|issue| (issue.short_id.clone(), issue.title.clone()))
        .unwrap_or_default();
    let title = format!("Merge {}?", aim.subject);
    let server = tools.server;
    let counts = move || {
        if server.can_assign() {
            "Their newest 1 000 events move, and are added to its count."
        } else {
            "Their newest 1 000 events move. The counts are not added up: it keeps the number that it has."
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tools.close();
        list.act(aim.clone(), Deed::Merge);
    };
    view! {
        <Dialog labelled_by="bulk-title" on_close=Callback::new(move |()| tools.close())>
            <form on:submit=submit>
                <h2 id="bulk-title">{title}</h2>
                <p class="lead">"This one stays, since it is the newest; the others become part of it:"</p>
                <ul class="named">
                    <li><b>{stays.0}</b>" "{stays.1}</li>
                </ul>
                <p class="lead">
                    {changing(move || counts().into_any())}
                    " The merged view of the issue can take them apart again."
                </p>
                <div class="actions">
                    <button class="btn" type="button" on:click=move |_| tools.close()>"Cancel"</button>
                    <button class="btn primary" type="submit">"Merge"</button>
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}
