//! The page: bar, search and filters, rows, pager; and what stands there when there are no rows.

use super::list::IssueList;
use super::row::row;
use super::tools::{Tools, list_tools};
use crate::chunk::late_chunk;
use crate::load::Load;
use crate::open_organization::OpenOrganization;
use crate::reactive::{aria, changing, changing_text, maybe, truth};
use crate::ui::nav_drawer::nav_toggle;
use crate::ui::page_title::page_title;
use crate::ui::state::{failed, waiting};
use glint_model::id::OrganizationSlug;
use glint_model::text::counted;
use leptos::prelude::*;

/// More rows than this are laid out as they come, so that scrolling through them is smooth; fewer when they come into sight,
/// so that they are there sooner.
const MANY: usize = 300;

/// The issue list of an organization.
pub fn issue_list_page(organization: OrganizationSlug) -> impl IntoView {
    let list = IssueList::open(organization);
    let open = OpenOrganization::get();
    page_title(move || {
        let name = open.map(OpenOrganization::name).unwrap_or_default();
        if name.is_empty() {
            "Issues".to_owned()
        } else {
            format!("Issues · {name}")
        }
    });
    let hits = move || {
        list.rows
            .with(|rows| rows.as_ref().and_then(|rows| rows.hits))
            .map(|hits| hits.label())
    };
    let left_out = move || list.rows.with(|rows| rows.as_ref().map_or(0, |rows| rows.left_out));
    view! {
        <div class="bar">
            {nav_toggle()}
            <h1>"Issues"</h1>
            <span class="faint" aria-live="polite">{changing_text(move || hits().map(|hits| format!("{hits} match")).unwrap_or_default())}</span>
            <div class="end">{with_tools(list, move |tools| (tools.bar_end)(list))}</div>
        </div>
        {late_chunk(move || Box::pin(list_tools(list)), move || filters_to_be(list))}
        {maybe(move || (left_out() > 0).then(|| left_out_notice(left_out())))}
        {body(list)}
    }
}

/// A part of the page that comes with the tools.
fn with_tools(list: IssueList, part: impl Fn(Tools) -> AnyView + Send + 'static) -> AnyView {
    maybe(move || list.tools.get().map(&part))
}

fn left_out_notice(count: usize) -> AnyView {
    let text = format!(
        "{} could not be read and {} left out of this list.",
        counted(count as u64, "row", "rows"),
        if count == 1 { "is" } else { "are" },
    );
    view! {
        <p class="notice-line" role="status">
            {text}
        </p>
    }
    .into_any()
}

/// The boxes that `index.html` painted, until the filter bar is there: as high as the bar will be, with a line for what is
/// searched for and one for what is filtered by.
fn filters_to_be(list: IssueList) -> AnyView {
    let (has_search, has_filters) = list.filter.with_untracked(|filter| {
        let is_plain = filter.query.as_deref().is_none_or(str::is_empty);
        (!is_plain, filter.is_narrowed())
    });
    let line = || view! { <div class="bone line-bone"></div> }.into_any();
    view! {
        <div class="filters skeleton" aria-hidden="true">
            <div class="bone wide-bone"></div>
            {has_search.then(line)}
            {has_filters.then(line)}
        </div>
    }
    .into_any()
}

/// Which of its states the list is in; the rows themselves are not drawn anew when only this is asked.
#[derive(Clone, PartialEq)]
enum Body {
    Waiting,
    Nothing,
    /// Every row has been dealt with.
    Done,
    Failed(glint_model::error::ApiError),
    Rows,
}

fn body(list: IssueList) -> impl IntoView {
    let is_waiting = truth(move || list.loader.with(|load| load.is_waiting()));
    let body = Memo::new(move |_| {
        if let Load::Failed(error) = list.loader.get() {
            return Body::Failed(error);
        }
        if list.rows.with(Option::is_none) {
            return Body::Waiting;
        }
        match (
            list.rows.with(|rows| rows.iter().all(|rows| rows.issues.is_empty())),
            list.standing().is_empty(),
        ) {
            (true, _) => Body::Nothing,
            (_, true) => Body::Done,
            _ => Body::Rows,
        }
    });
    changing(move || match body.get() {
        Body::Waiting => view! { <div class="rows"><div class="head"></div>{waiting(12)}</div> }.into_any(),
        Body::Failed(error) => failed(&error, move || list.loader.reload()).into_any(),
        Body::Nothing => with_tools(list, move |tools| (tools.empty)(list)),
        Body::Done => with_tools(list, move |tools| (tools.done)(list)),
        Body::Rows => rows(list, is_waiting).into_any(),
    })
}

fn rows(list: IssueList, is_waiting: Signal<bool>) -> impl IntoView {
    // Users are counted by the newer servers only; elsewhere the column would be zeros that mean "not known".
    let has_users = truth(move || {
        list.rows.with(|rows| {
            rows.iter()
                .flat_map(|rows| &rows.issues)
                .any(|issue| issue.user_count.unwrap_or_default() > 0)
        })
    });
    view! {
        <div
            class="rows"
            class:with-users=has_users
            class:compact=list.is_compact
            class:many=truth(move || list.rows.with(|rows| rows.as_ref().is_some_and(|rows| rows.issues.len() > MANY)))
            class:of-one-project=truth(move || list.filter.with(|filter| filter.projects.len() == 1))
            class:stale=is_waiting
            aria-busy=aria(move || is_waiting.get())
        >
            {changing(move || match list.tools.get() {
                Some(tools) => (tools.head)(list, has_users),
                None => view! { <div class="head"></div> }.into_any(),
            })}
            <ul aria-label="Issues">
                <For
                    each=move || list.standing()
                    key=|issue| std::sync::Arc::as_ptr(issue) as usize
                    children=move |issue| row(list, &issue, has_users)
                />
            </ul>
        </div>
        {with_tools(list, move |tools| (tools.pager)(list))}
    }
}
