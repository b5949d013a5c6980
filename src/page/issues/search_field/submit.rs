//! What comes of Enter: a search, or a way to the issue whose address or short id was pasted.

use super::field::Field;
use super::look_up;
use crate::api::client::Cancel;
use crate::api::organizations::list_organizations;
use crate::reactive::spawn;
use crate::route::{IssuePart, Route, Step};
use glint_model::id::{EventId, IssueId, OrganizationSlug};
use glint_model::issue_filter::IssueFilter;
use glint_model::search::{Pasted, pasted};
use leptos::prelude::*;

/// Searches for the text, or goes where it leads. The id of an event is searched for: the list opens what it finds.
pub fn submit(field: Field, text: &str) {
    match pasted(text) {
        Some(Pasted::Issue {
            organization,
            issue,
            event,
        }) => go_to(field, organization, move |organization, _| Route::Issue {
            organization,
            issue: IssueId::new(issue),
            part: IssuePart::Event(event.map(EventId::new)),
            query: Vec::new(),
        }),
        Some(Pasted::List { organization, query }) => {
            go_to(field, Some(organization), move |organization, is_named| {
                let mut filter = IssueFilter::from_pairs(&query).with_cursor(None);
                // Numbers of projects mean nothing in another organization.
                if !is_named {
                    filter.projects.clear();
                }
                Route::Issues {
                    organization,
                    query: filter.to_pairs(),
                }
            })
        }
        Some(Pasted::ShortId { project, number }) => {
            look_up::look_up(field, text.trim(), project, number);
        }
        Some(Pasted::Event(_)) | None => field.search(text),
    }
}

/// Goes to a place in the organization that the address names, if it is one of the reader's, or else in the one that is
/// open; `place` is told which, and whether it is the one that was named.
fn go_to(field: Field, named: Option<String>, place: impl FnOnce(OrganizationSlug, bool) -> Route + 'static) {
    field.close();
    go_to_boxed(field, named, Box::new(place));
}

type Place = Box<dyn FnOnce(OrganizationSlug, bool) -> Route>;

fn go_to_boxed(field: Field, named: Option<String>, place: Place) {
    let open = field.list.organization.get_value();
    let cancel = field.begin();
    spawn(async move {
        let (organization, is_named) = match named.map(OrganizationSlug::new) {
            Some(named) if named == open => (open, true),
            Some(named) if is_known(&named, &cancel).await => (named, true),
            _ => (open, false),
        };
        if !cancel.is_cancelled() {
            // The address has done its work, also where it leads to this list.
            field.restore();
            field.go(&place(organization, is_named), Step::Push);
        }
    });
}

async fn is_known(organization: &OrganizationSlug, cancel: &Cancel) -> bool {
    list_organizations(cancel)
        .await
        .is_ok_and(|all| all.iter().any(|one| one.slug == *organization))
}
