//! What has changed, as notifications of the desktop; by the one tab that leads.

use super::UptimeWatch;
use crate::browser::{dom, intl, notification};
use crate::open_organization::OpenOrganization;
use crate::route::{Route, Step, UptimePart, use_go};
use glint_model::id::OrganizationSlug;
use glint_model::timestamp::Timestamp;
use glint_model::uptime_watch::{Change, Notice, Picture, Teller, Words, test_notice};
use leptos::prelude::*;
use std::rc::Rc;

type Go = Rc<dyn Fn(&Route)>;

/// What tells of one organization.
#[derive(Clone, Copy)]
pub(super) struct Telling {
    watch: UptimeWatch,
    organization: StoredValue<OrganizationSlug>,
    open: Option<OpenOrganization>,
    teller: StoredValue<Teller>,
    go: StoredValue<Go, LocalStorage>,
}

impl Telling {
    pub(super) fn new(watch: UptimeWatch, organization: &OrganizationSlug) -> Self {
        let go = use_go();
        let go: Go = Rc::new(move |route| go(route, Step::Push));
        Self {
            watch,
            organization: StoredValue::new(organization.clone()),
            open: OpenOrganization::get(),
            teller: StoredValue::new(Teller::default()),
            go: StoredValue::new_local(go),
        }
    }

    /// Tells of what has changed, if anybody wants to be told.
    pub(super) fn tell(self, changes: &[Change], picture: &Picture) {
        let Some(organization) = self.organization.try_get_value() else {
            return;
        };
        let settings = untrack(|| self.watch.settings(&organization));
        if !settings.is_notifying {
            return;
        }
        let now = Timestamp(intl::now_ms());
        let is_quiet = settings.is_quiet && settings.hours.is_quiet(intl::local_time(now));
        let words = Words {
            organization: &self.name(&organization),
            clock: &|at| clock(at, now),
        };
        let notices = self
            .teller
            .try_update_value(|teller| teller.tell(changes, picture, now.0, is_quiet, &words));
        for notice in notices.into_iter().flatten() {
            if let Some(go) = self.go.try_get_value() {
                show(&organization, &notice, go);
            }
        }
    }

    fn name(self, organization: &OrganizationSlug) -> String {
        let named = self
            .open
            .and_then(|open| untrack(|| open.with(|open| open.organization.name.clone())));
        named.unwrap_or_else(|| organization.to_string())
    }
}

/// Shows what a notification looks like; false when the browser did not take it. `go` goes to a place.
pub fn try_out(organization: &OrganizationSlug, name: &str, go: impl Fn(&Route, Step) + 'static) -> bool {
    show(
        organization,
        &test_notice(name),
        Rc::new(move |route| go(route, Step::Push)),
    )
}

fn show(organization: &OrganizationSlug, notice: &Notice, go: Go) -> bool {
    let route = match notice.monitor {
        Some(monitor) => Route::monitor(organization, monitor),
        None => Route::uptime(organization, UptimePart::Monitors),
    };
    // Of each monitor there is one notification at most, the newest.
    let tag = format!("glint {}{}", dom::api_base(), route.path());
    notification::show(&notice.title, &notice.body, &tag, move || go(&route))
}

/// A time by the reader's clock, with the day when it is not today.
fn clock(at: Timestamp, now: Timestamp) -> String {
    let (at, now) = (intl::local_time(at), intl::local_time(now));
    if at.is_same_day(now) { at.clock() } else { at.label(now) }
}
