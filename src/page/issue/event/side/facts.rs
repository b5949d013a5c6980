//! The facts about the issue.

use crate::load::Loader;
use crate::reactive::maybe;
use crate::ui::level::level_mark;
use crate::ui::time::long_time;
use glint_model::reveal::reveal;
use glint_model::text::thousands;
use glint_model::wire::issue::{Issue, IssueRelease};
use leptos::prelude::*;

/// Shows them when they are there.
pub fn facts(issue: Loader<Issue>) -> AnyView {
    let known = Memo::new(move |_| issue.ready());
    maybe(move || known.with(|issue| issue.as_ref().map(list)))
}

fn list(issue: &Issue) -> AnyView {
    let fact = |name: &'static str, value: AnyView| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }.into_any();
    // The older servers say 0 and mean "not known".
    let users = issue.user_count.filter(|users| *users > 0);
    let release = |release: &Option<IssueRelease>| {
        let release = release.as_ref()?;
        let view = view! { <span title=reveal(&release.version)>{reveal(&release.short_version)}</span> };
        Some(view.into_any())
    };
    view! {
        <section aria-label="Facts">
            <h2>"Facts"</h2>
            <dl class="facts">
                {fact("Events", thousands(issue.count).into_any())}
                {users.map(|users| fact("Users", thousands(users).into_any()))}
                {fact("Level", view! { {level_mark(issue.level)}" "{issue.level.as_str()} }.into_any())}
                {fact("First seen", long_time(issue.first_seen).into_any())}
                {release(&issue.first_release).map(|version| fact("First release", version))}
                {fact("Last seen", long_time(issue.last_seen).into_any())}
                {release(&issue.last_release).map(|version| fact("Last release", version))}
                {issue.assigned_to.as_ref().map(|assignee| fact("Assigned to", reveal(&assignee.name).into_any()))}
                {fact("Project", reveal(&issue.project.name).into_any())}
            </dl>
        </section>
    }
    .into_any()
}
