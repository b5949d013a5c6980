//! The overview turned around: every recipient with the alerts that tell it.

use super::gather::{Gather, Known};
use super::overview::FIRST_ROWS;
use super::toolbar::Looking;
use crate::reactive::{changing, maybe};
use crate::route::{ProjectPart, Route};
use glint_model::alert_reach::name_of;
use glint_model::alert_rule::{GroupedRecipient, ProjectAlerts, RuleOf, grouped_recipients};
use glint_model::reveal::reveal;
use glint_model::text::{counted, thousands};
use leptos::prelude::*;
use std::sync::Arc;

/// How many alerts of a recipient are shown before it is opened.
const FIRST_RULES: usize = 12;

/// The recipients.
pub(super) fn by_recipient(gather: Gather, looking: Looking) -> AnyView {
    let projects = Memo::new(move |_| {
        let of = |known: &Arc<Known>| known.of.clone();
        Arc::new(
            gather
                .known
                .with(|all| all.iter().map(of).collect::<Vec<ProjectAlerts>>()),
        )
    });
    let groups = Memo::new(move |_| projects.with(|all| grouped_recipients(all)));
    let is_whole = RwSignal::new(false);
    changing(move || {
        let (projects, view) = (projects.get(), looking.now());
        let groups = groups.get();
        let fitting: Vec<&GroupedRecipient> = groups
            .iter()
            .filter(|group| view.fits(&words(group, &projects)))
            .collect();
        if fitting.is_empty() {
            let text = match (gather.is_whole(), groups.is_empty()) {
                (false, _) => "",
                (true, true) => "No alert of any project tells anybody.",
                (true, false) => "No recipient has these words.",
            };
            return view! { <p class="lead">{text}</p> }.into_any();
        }
        let all = fitting.len();
        let most = if is_whole.get() { all } else { FIRST_ROWS };
        let rows: Vec<AnyView> = fitting
            .into_iter()
            .take(most)
            .map(|group| row(gather, group, &projects))
            .collect();
        let more = maybe(move || {
            (all > most).then(|| {
                view! {
                    <button class="btn" type="button" on:click=move |_| is_whole.set(true)>
                        "Show all " {thousands(all as u64)}
                    </button>
                }
                .into_any()
            })
        });
        view! {
            <ul class="things alr-recipient-list" aria-label="Recipients">{rows}</ul>
            {more}
        }
        .into_any()
    })
}

fn words(group: &GroupedRecipient, projects: &[ProjectAlerts]) -> String {
    let names = group.rules.iter().filter_map(|rule| projects.get(rule.project));
    let names: Vec<&str> = names.map(|project| project.name.as_str()).collect();
    format!("{} {} {}", group.kind, group.to, names.join(" "))
}

fn row(gather: Gather, group: &GroupedRecipient, projects: &[ProjectAlerts]) -> AnyView {
    let mut links = group.rules.iter().filter_map(|rule| link(gather, *rule, projects));
    let first: Vec<AnyView> = links.by_ref().take(FIRST_RULES).collect();
    let rest: Vec<AnyView> = links.collect();
    let rest = (!rest.is_empty()).then(|| {
        let label = format!("{} more", thousands(rest.len() as u64));
        view! { <details><summary>{label}</summary><ul>{rest}</ul></details> }.into_any()
    });
    let silent = (!group.is_reached).then(|| view! { <span class="alr-problem">" Reaches nobody."</span> }.into_any());
    view! {
        <li>
            <div class="what">
                <b>{group.kind.clone()}</b> " " <span>{group.to.clone()}</span> {silent}
                <small>{counted(group.rules.len() as u64, "alert", "alerts")}</small>
            </div>
            <div class="alr-rules-of"><ul>{first}</ul>{rest}</div>
        </li>
    }
    .into_any()
}

fn link(gather: Gather, rule: RuleOf, projects: &[ProjectAlerts]) -> Option<AnyView> {
    let project = projects.get(rule.project)?;
    let alert = project.alerts.get(rule.alert)?;
    let organization = gather.organization.get_value();
    let href = Route::project(&organization, &project.slug, ProjectPart::Alerts).href();
    let name = format!("{}: {}", reveal(&project.name), name_of(alert));
    Some(view! { <li><a class="link" href=href>{name}</a></li> }.into_any())
}
