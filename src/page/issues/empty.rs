//! No rows: because nothing matches, because nothing has been sent yet, or because there is nothing to send from.

use super::list::IssueList;
use crate::open_organization::OpenOrganization;
use crate::reactive::changing;
use crate::ui::state::nothing;
use glint_model::issue_filter::IssueFilter;
use leptos::prelude::*;

/// Says why there are no rows, and what to do about it.
pub fn empty(list: IssueList) -> AnyView {
    let open = OpenOrganization::get();
    changing(move || {
        let filter = list.filter.get();
        let details = open.and_then(|open| open.with(Clone::clone));
        if let Some(details) = &details {
            if details.projects.is_empty() {
                return nothing(
                    "This organization has no projects yet",
                    "Issues come from projects. Create one in GlitchTip and send it a first event.",
                    ().into_any(),
                )
                .into_any();
            }
            let chosen: Vec<_> = details
                .projects
                .iter()
                .filter(|project| filter.projects.is_empty() || filter.projects.contains(&project.id))
                .collect();
            if !chosen.is_empty() && chosen.iter().all(|project| project.first_event.is_none()) {
                return nothing(
                    "No event has arrived yet",
                    "As soon as an SDK sends the first one, its issue stands here.",
                    ().into_any(),
                )
                .into_any();
            }
            if !chosen.is_empty() && chosen.iter().all(|project| !project.is_member) {
                return nothing(
                    "These issues are for the project's teams",
                    "You are in none of the teams of what is chosen here, so its issues are not listed for you.",
                    ().into_any(),
                )
                .into_any();
            }
        }
        let all = list.href(&IssueFilter::default());
        let any_status = list.href(&filter.with_query(""));
        let actions = view! {
            <a class="btn" href=all>"Clear all filters"</a>
            <a class="btn" href=any_status>"Search everything"</a>
        };
        nothing(
            "No issue matches",
            "Try other words, a longer time range, or fewer filters.",
            actions.into_any(),
        )
        .into_any()
    })
}
