//! The overview turned around: every recipient with the alerts that tell it, and of what. While answers come in, what is
//! opened stays open.

use super::gather::{Gather, Known};
use super::overview::FIRST_ROWS;
use super::toolbar::Looking;
use crate::browser::{dom, wait};
use crate::reactive::{changing, changing_text, maybe, spawn};
use crate::route::{ProjectPart, Route};
use glint_model::alert_reach::name_of;
use glint_model::alert_rule::{GroupedRecipient, ProjectAlerts, condition, grouped_recipients};
use glint_model::reveal::reveal;
use glint_model::text::{counted, thousands};
use leptos::prelude::*;
use std::sync::Arc;

/// How many alerts of a recipient are shown before it is opened.
const FIRST_RULES: usize = 12;

/// What there is to show.
#[derive(Clone, Copy)]
struct Groups {
    gather: Gather,
    projects: Memo<Arc<Vec<ProjectAlerts>>>,
    all: Memo<Arc<Vec<GroupedRecipient>>>,
    /// Keys of those that fit what is looked for.
    fitting: Memo<Vec<String>>,
}

/// An alert of a recipient, as it is shown.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Line {
    href: String,
    name: String,
    of_what: String,
}

/// The recipients.
pub(super) fn by_recipient(gather: Gather, looking: Looking) -> AnyView {
    let projects = Memo::new(move |_| {
        let of = |known: &Arc<Known>| known.of.clone();
        Arc::new(gather.known.with(|all| all.iter().map(of).collect::<Vec<_>>()))
    });
    let all = Memo::new(move |_| projects.with(|projects| Arc::new(grouped_recipients(projects))));
    let fitting = Memo::new(move |_| {
        let view = looking.now();
        let projects = projects.get();
        all.with(|all| {
            let fitting = all.iter().filter(|group| view.fits(&group.words(&projects)));
            fitting.map(|group| group.key.clone()).collect()
        })
    });
    let groups = Groups {
        gather,
        projects,
        all,
        fitting,
    };
    let is_whole = RwSignal::new(false);
    let shown = move || {
        let mut keys = fitting.get();
        if !is_whole.get() {
            keys.truncate(FIRST_ROWS);
        }
        keys
    };
    let is_there = Memo::new(move |_| fitting.with(|fitting| !fitting.is_empty()));
    maybe(move || {
        if !is_there.get() {
            return Some(maybe(move || groups.nothing()));
        }
        let list = view! {
            <ul class="things alr-recipient-list" aria-label="Recipients">
                <For each=shown key=String::clone children=move |key| row(groups, key) />
            </ul>
            {maybe(move || groups.more(is_whole))}
        };
        Some(list.into_any())
    })
}

impl Groups {
    /// Why there is none; tracked.
    fn nothing(self) -> Option<AnyView> {
        if !self.gather.is_whole() {
            return None;
        }
        let is_read = self.gather.failures().0.is_empty();
        let text = match (self.all.with(|all| all.is_empty()), is_read) {
            (true, true) => "No alert of any project tells anybody.",
            (true, false) => "No alert that could be read tells anybody.",
            (false, true) => "No recipient has these words.",
            (false, false) => "No recipient that could be read has these words.",
        };
        Some(view! { <p class="lead">{text}</p> }.into_any())
    }

    fn more(self, is_whole: RwSignal<bool>) -> Option<AnyView> {
        let all = self.fitting.with(Vec::len);
        let show = move |_| {
            is_whole.set(true);
            // The button goes; the keyboard goes on with the first row that was not there before.
            spawn(async {
                wait::frame().await;
                let first_new = format!(".alr-recipient-list > li:nth-child({}) a", FIRST_ROWS + 1);
                dom::focus(dom::first(&first_new));
            });
        };
        (all > FIRST_ROWS && !is_whole.get()).then(|| {
            view! { <button class="btn" type="button" on:click=show>"Show all " {thousands(all as u64)}</button> }
                .into_any()
        })
    }

    /// Looks at a recipient and its place; tracked.
    fn with<T: Default>(self, key: &str, look: impl FnOnce(&GroupedRecipient, &[ProjectAlerts]) -> T) -> T {
        let (all, projects) = (self.all.get(), self.projects.get());
        let found = all.iter().find(|group| group.key == key);
        found.map(|group| look(group, &projects)).unwrap_or_default()
    }

    fn lines(self, key: &str) -> Vec<Line> {
        let organization = self.gather.organization.get_value();
        self.with(key, |group, projects| {
            let line = |(project, alert): (usize, usize)| {
                let project = projects.get(project)?;
                let alert = project.alerts.get(alert)?;
                Some(Line {
                    href: Route::project(&organization, &project.slug, ProjectPart::Alerts).href(),
                    name: format!("{}: {}", reveal(&project.name), name_of(alert)),
                    of_what: condition(alert),
                })
            };
            let rules = group.rules.iter().map(|rule| (rule.project, rule.alert));
            rules.filter_map(line).collect()
        })
    }
}

fn row(groups: Groups, key: String) -> AnyView {
    let key = StoredValue::new(key);
    let lines = Memo::new(move |_| key.with_value(|key| groups.lines(key)));
    let named = Memo::new(move |_| {
        key.with_value(|key| groups.with(key, |group, _| (group.kind.clone(), group.to.clone(), group.is_reached)))
    });
    let count = move || {
        let (all, heard) =
            key.with_value(|key| groups.with(key, |group, projects| (group.rules.len(), group.heard(projects))));
        let silent = all - heard;
        let alerts = counted(all as u64, "alert", "alerts");
        if silent == 0 {
            alerts
        } else {
            format!("{alerts}, {} of which nothing sets off", thousands(silent as u64))
        }
    };
    let silent = move || {
        let is_reached = named.with(|(_, _, is_reached)| *is_reached);
        (!is_reached).then(|| view! { <span class="alr-problem">" Reaches nobody."</span> }.into_any())
    };
    let rest = Memo::new(move |_| lines.with(|lines| lines.len().saturating_sub(FIRST_RULES)));
    let has_rest = Memo::new(move |_| rest.get() > 0);
    view! {
        <li>
            <div class="what">
                <b>{changing_text(move || named.with(|(kind, _, _)| kind.clone()))}</b> " "
                <span>{changing_text(move || named.with(|(_, to, _)| to.clone()))}</span>
                {maybe(silent)}
                <small>{changing_text(count)}</small>
            </div>
            <div class="alr-rules-of">
                {list(lines, 0, FIRST_RULES)}
                {maybe(move || has_rest.get().then(|| view! {
                    <details>
                        <summary>{changing_text(move || format!("{} more", thousands(rest.get() as u64)))}</summary>
                        {list(lines, FIRST_RULES, usize::MAX)}
                    </details>
                }.into_any()))}
            </div>
        </li>
    }
    .into_any()
}

/// So many of the alerts, behind so many others.
fn list(lines: Memo<Vec<Line>>, skip: usize, most: usize) -> AnyView {
    changing(move || {
        let items: Vec<AnyView> = lines
            .get()
            .into_iter()
            .skip(skip)
            .take(most)
            .map(|line| {
                view! {
                    <li>
                        <a class="link" href=line.href>{line.name}</a> " "
                        <span class="muted">{line.of_what}</span>
                    </li>
                }
                .into_any()
            })
            .collect();
        view! { <ul>{items}</ul> }.into_any()
    })
}
