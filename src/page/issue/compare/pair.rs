//! The two events, wherever they are.

use crate::api::client::Cancel;
use crate::api::events::get_event;
use crate::api::issues::list_many_issues;
use crate::load::{Loader, load};
use crate::page::issue::issue_page::IssueContext;
use crate::page::issue::place::Place;
use crate::route::IssuePart;
use glint_model::error::ApiError;
use glint_model::id::{EventId, IssueId};
use glint_model::issue_filter::IssueFilter;
use glint_model::wire::event::Event;
use leptos::prelude::*;
use std::sync::Arc;

/// An event and the issue that it belongs to.
#[derive(Clone)]
pub struct Side {
    /// The event.
    pub event: Arc<Event>,
    /// Its issue.
    pub issue: IssueId,
}

/// What there is to compare.
#[derive(Clone)]
pub struct Compared {
    /// The event that the path names.
    pub left: Side,
    /// The other one, if there is any.
    pub right: Option<Side>,
    /// What was asked for and is not there.
    pub missing: Option<String>,
}

/// Loads both.
pub fn load_pair(context: &IssueContext) -> Loader<Compared> {
    let context = context.clone();
    load(move |cancel| {
        let (part, with) = (context.part.get(), context.asked("with"));
        let place = context.place.clone();
        Box::pin(async move {
            let own = match part {
                IssuePart::Compare(event) => Some(event),
                // Another part is about to be shown.
                _ => None,
            };
            let left = get_event(&place.issue, own.as_ref(), &cancel).await?;
            let left = Side {
                event: Arc::new(left),
                issue: place.issue.clone(),
            };
            match other(&place, &left, with.clone(), &cancel).await {
                Ok(right) => Ok(Compared {
                    left,
                    right,
                    missing: None,
                }),
                Err(ApiError::NotFound | ApiError::Invalid(_)) => Ok(Compared {
                    left,
                    right: None,
                    missing: with,
                }),
                Err(error) => Err(error),
            }
        })
    })
}

async fn other(place: &Place, left: &Side, with: Option<String>, cancel: &Cancel) -> Result<Option<Side>, ApiError> {
    let wanted = match with {
        Some(latest) if latest == "latest" => None,
        Some(id) => Some(EventId::new(id)),
        None => {
            let neighbour = left.event.previous_event_id.clone();
            let Some(neighbour) = neighbour.or_else(|| left.event.next_event_id.clone()) else {
                return Ok(None);
            };
            Some(neighbour)
        }
    };
    match get_event(&place.issue, wanted.as_ref(), cancel).await {
        Ok(event) => Ok(Some(Side {
            event: Arc::new(event),
            issue: place.issue.clone(),
        })),
        Err(ApiError::NotFound) => match wanted {
            Some(id) => of_another_issue(place, &id, cancel).await.map(Some),
            None => Err(ApiError::NotFound),
        },
        Err(error) => Err(error),
    }
}

/// The server finds the issue of an event when its list is searched for the event's id.
async fn of_another_issue(place: &Place, id: &EventId, cancel: &Cancel) -> Result<Side, ApiError> {
    let filter = IssueFilter::default().with_query(id.as_str());
    let found = list_many_issues(&place.organization, &filter, cancel).await?;
    let issue = found.page.items.first().filter(|_| found.is_direct_hit);
    let issue = issue.ok_or(ApiError::NotFound)?.id.clone();
    let event = get_event(&issue, Some(id), cancel).await?;
    Ok(Side {
        event: Arc::new(event),
        issue,
    })
}
