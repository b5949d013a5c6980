//! Choosing the issues to merge this one with, of the same project: those that the list had loaded, or what a search
//! finds. Which one stays is said before.

use crate::api::issues::{MOST_IDS, list_issues};
use crate::issue_dialogs::what_moves;
use crate::issue_list_memory::{last_query, recall};
use crate::load::{Load, Loader, load};
use crate::page::issue::place::Place;
use crate::page::issue::status::StatusChange;
use crate::reactive::{changing, changing_text, maybe, truth};
use crate::ui::dialog::Dialog;
use crate::ui::state::{failed, waiting};
use crate::ui::time::short_time;
use glint_model::issue_filter::IssueFilter;
use glint_model::reveal::reveal;
use glint_model::selection::merge_plan;
use glint_model::text::counted;
use glint_model::wire::issue::Issue;
use leptos::prelude::*;
use std::sync::Arc;

/// What is chosen and what there is to choose from.
#[derive(Clone, Copy)]
struct Picker {
    change: StatusChange,
    /// This issue.
    own: StoredValue<Issue>,
    /// What was found: by the list, or by the search.
    found: Loader<Vec<Arc<Issue>>>,
    /// What is searched for; None is what the list had loaded.
    asked: RwSignal<Option<String>>,
    typed: RwSignal<String>,
    chosen: RwSignal<Vec<Arc<Issue>>>,
}

/// The dialog.
pub fn merge_picker(change: StatusChange, own: Issue) -> AnyView {
    let asked = RwSignal::new(None::<String>);
    let picker = Picker {
        change,
        found: found(change, &own, asked),
        own: StoredValue::new(own),
        asked,
        typed: RwSignal::new(String::new()),
        chosen: RwSignal::new(Vec::new()),
    };
    let close = Callback::new(move |()| change.dialog.set(None));
    let is_ready = truth(move || picker.plan().is_ok());
    let merge = move |_| {
        if is_ready.get_untracked() {
            let chosen = picker.chosen.get_untracked();
            change.dialog.set(None);
            change.merge(&chosen);
        }
    };
    let search = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        picker.asked.set(Some(picker.typed.get_untracked()));
    };
    let title = format!("Merge {} with", picker.own.with_value(|own| reveal(&own.short_id)));
    view! {
        <Dialog labelled_by="merge-title" on_close=close>
            <div class="merge-picker">
                <h2 id="merge-title">{title}</h2>
                <form class="with-button" role="search" on:submit=search>
                    <input
                        class="input"
                        type="search"
                        aria-label="Find issues of this project"
                        placeholder="Short id, or words of the title"
                        autocomplete="off"
                        on:input:target=move |event| picker.typed.set(event.target().value())
                    />
                    <button class="btn" type="submit">"Search"</button>
                </form>
                <div class="merge-rows" tabindex="-1">{changing(move || rows(picker))}</div>
                <p class="merge-said" role="status">{changing_text(move || picker.said())}</p>
                {maybe(move || is_ready.get().then(what_moves))}
                <div class="actions">
                    <button class="btn" type="button" on:click=move |_| close.run(())>"Cancel"</button>
                    <button class="btn primary" type="button" disabled=move || !is_ready.get() on:click=merge>
                        "Merge"
                    </button>
                </div>
            </div>
        </Dialog>
    }
    .into_any()
}

/// The rows that the list had loaded, as long as nothing is searched for; else the server's answer.
fn found(change: StatusChange, own: &Issue, asked: RwSignal<Option<String>>) -> Loader<Vec<Arc<Issue>>> {
    let (place, project) = (change.place.get_value(), own.project.id.clone());
    load(move |cancel| {
        let (asked, place, project) = (asked.get(), place.clone(), project.clone());
        Box::pin(async move {
            let listed = listed(&place, &project);
            if asked.is_none() && listed.len() > 1 {
                return Ok(listed);
            }
            let filter = IssueFilter::default();
            let filter = match asked.as_deref().map(str::trim) {
                // Resolved ones can be merged as well.
                Some(text) if !text.is_empty() => filter.with_query(text),
                _ => filter,
            };
            let answer = list_issues(&place.organization, &filter.with_projects(vec![project]), &cancel).await?;
            Ok(answer.page.items)
        })
    })
}

fn listed(place: &Place, project: &glint_model::id::ProjectId) -> Vec<Arc<Issue>> {
    let left = last_query(&place.organization).and_then(|query| recall(&place.organization, &query));
    let mut listed = left.map(|left| left.rows.issues).unwrap_or_default();
    listed.retain(|issue| issue.project.id == *project);
    listed
}

impl Picker {
    /// What would be done; a sentence when it cannot be. Tracked.
    fn plan(self) -> Result<(String, usize), String> {
        self.own.with_value(|own| {
            self.chosen.with(|chosen| {
                let mut all = vec![own];
                all.extend(chosen.iter().map(|issue| &**issue));
                if all.len() > MOST_IDS {
                    return Err(format!("At most {MOST_IDS} issues can be merged at once."));
                }
                let plan = merge_plan(&all)?;
                let stays = all.iter().find(|issue| issue.id == plan.stays);
                Ok((
                    stays.map(|issue| issue.short_id.clone()).unwrap_or_default(),
                    plan.vanish.len(),
                ))
            })
        })
    }

    fn said(self) -> String {
        if self.chosen.with(Vec::is_empty) {
            return "Choose at least one.".to_owned();
        }
        match self.plan() {
            Ok((stays, 1)) => format!("{stays} stays, since it is the newest; the other one becomes part of it."),
            Ok((stays, others)) => {
                format!("{stays} stays, since it is the newest; the other {others} become part of it.")
            }
            Err(why) => why,
        }
    }

    /// The chosen ones, then those that fit what is typed. Tracked, but for what is chosen: a row stays where it is.
    fn shown(self, found: &[Arc<Issue>]) -> Vec<Arc<Issue>> {
        let typed = self.typed.with(|typed| typed.trim().to_lowercase());
        // What the server found fits by its own rules.
        let is_asked = self
            .asked
            .with(|asked| asked.as_ref().is_some_and(|asked| asked.trim().to_lowercase() == typed));
        let fits = |issue: &Arc<Issue>| {
            is_asked || issue.title.to_lowercase().contains(&typed) || issue.short_id.to_lowercase().contains(&typed)
        };
        let own = self.own.with_value(|own| own.id.clone());
        let chosen = self.chosen.get_untracked();
        let is_open = |issue: &&Arc<Issue>| {
            issue.id != own
                && chosen.iter().all(|one| one.id != issue.id)
                && !self
                    .change
                    .decisions
                    .with_untracked(|decisions| decisions.is_gone(&issue.id))
        };
        let rest = found.iter().filter(is_open).filter(|issue| fits(issue));
        chosen.iter().chain(rest).cloned().collect()
    }
}

fn rows(picker: Picker) -> AnyView {
    picker.found.with(|load| match load {
        Load::Loading => ().into_any(),
        Load::Slow => waiting(5).into_any(),
        Load::Failed(error) => failed(&error, move || picker.found.reload()).into_any(),
        Load::Ready(found) => {
            let shown = picker.shown(found);
            if shown.is_empty() {
                return view! {
                    <p class="muted" role="status">
                        "No other issue of this project fits. Press Enter to search all of them."
                    </p>
                }
                .into_any();
            }
            let rows: Vec<AnyView> = shown.into_iter().map(|issue| row(picker, issue)).collect();
            view! { <ul aria-label="Issues of this project">{rows}</ul> }.into_any()
        }
    })
}

fn row(picker: Picker, issue: Arc<Issue>) -> AnyView {
    let is_chosen = picker
        .chosen
        .with_untracked(|chosen| chosen.iter().any(|one| one.id == issue.id));
    let (short_id, title) = (reveal(&issue.short_id), reveal(&issue.title));
    let facts = format!(
        "{} · {}",
        issue.status.as_str(),
        counted(issue.count, "event", "events")
    );
    let last_seen = issue.last_seen;
    let toggle = move |is_on: bool| {
        picker.chosen.update(|chosen| {
            chosen.retain(|one| one.id != issue.id);
            if is_on {
                chosen.push(Arc::clone(&issue));
            }
        });
    };
    view! {
        <li>
            <label>
                <input
                    type="checkbox"
                    checked=is_chosen
                    on:change:target=move |event| toggle(event.target().checked())
                />
                <span>
                    <b>{short_id}</b>" "{title}
                    <small>{facts}" · "{short_time(last_seen)}</small>
                </span>
            </label>
        </li>
    }
    .into_any()
}
