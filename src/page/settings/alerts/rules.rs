//! What the alerts of a project share: which there are, what the reader may do, the project's events by the hour, and the
//! tags that the server does not give back.

use super::desk::Desk;
use super::kept_recipients::kept;
use crate::api::alerts::list_alerts;
use crate::api::client::server_now_ms;
use crate::api::event_counts::{EventCategory, EventCountsQuery, get_event_counts};
use crate::browser::{dom, wait};
use crate::draft_store::{get_draft, has_draft, put_draft};
use crate::load::{Load, Loader, load};
use crate::open_organization::OpenOrganization;
use crate::permission::has;
use crate::reactive::{effect, spawn};
use crate::server::Server;
use crate::session::{Session, SessionState};
use crate::ui::toast::Toasts;
use glint_model::access::Right;
use glint_model::alert_reach::ReachedTeam;
use glint_model::alert_rule::{Kind, recall_tags, remember_tags};
use glint_model::id::{OrganizationSlug, ProjectId, ProjectSlug};
use glint_model::timestamp::Timestamp;
use glint_model::wire::alert::{Alert, AlertRecipient};
use leptos::prelude::*;

const HOUR_MS: i64 = 3_600_000;

/// On how many hours an alert is tried.
const TRIED_HOURS: i64 = 7 * 24;

/// The id of the heading, where the focus goes when an alert is gone.
pub(super) const TITLE: &str = "alerts-title";

/// An alert in the list; a new one that is not created yet has nothing from the server.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub key: u32,
    pub alert: Option<Alert>,
}

/// What a chosen type of recipient is added to.
#[derive(Clone, Copy)]
pub(super) struct Adding {
    pub has_email: bool,
    pub add: Callback<Kind>,
}

/// The alerts of a project.
#[derive(Clone, Copy)]
pub(super) struct Rules {
    pub organization: StoredValue<OrganizationSlug>,
    pub project: StoredValue<ProjectSlug>,
    pub loader: Loader<Vec<Alert>>,
    pub entries: RwSignal<Vec<Entry>>,
    /// Events of the last week by the hour; none while it is not known which project that is.
    pub hours: Loader<Option<Vec<u64>>>,
    pub may_write: Signal<Option<bool>>,
    pub teams: Memo<Option<Vec<ReachedTeam>>>,
    /// The alerts that are on screen.
    pub desks: RwSignal<Vec<Desk>>,
    pub server: Server,
    /// Where a recipient is added, while its type is chosen.
    pub adding: RwSignal<Option<Adding>>,
    pub toasts: Toasts,
    session: Session,
    last_key: StoredValue<u32>,
}

impl Rules {
    pub(super) fn open(organization: OrganizationSlug, project: ProjectSlug) -> Self {
        let (of, slug) = (organization.clone(), project.clone());
        let loader = load(move |cancel| {
            let (of, slug) = (of.clone(), slug.clone());
            Box::pin(async move { list_alerts(&of, &slug, &cancel).await })
        });
        let slug = project.clone();
        let teams = Memo::new(move |_| super::teams::teams_of(&slug));
        let rules = Self {
            hours: load_hours(organization.clone(), project.clone()),
            organization: StoredValue::new(organization),
            project: StoredValue::new(project),
            loader,
            entries: RwSignal::new(Vec::new()),
            may_write: has(Right::Projects),
            teams,
            server: Server::get(),
            desks: RwSignal::new(Vec::new()),
            adding: RwSignal::new(None),
            toasts: Toasts::get(),
            session: Session::get(),
            last_key: StoredValue::new(0),
        };
        effect(move || {
            if let Load::Ready(alerts) = loader.get() {
                untrack(|| rules.take(alerts));
            }
        });
        rules
    }

    fn take(self, alerts: Vec<Alert>) {
        let entries = alerts.into_iter().map(|alert| Entry {
            key: self.next_key(),
            alert: Some(self.with_tags(alert)),
        });
        let mut entries: Vec<Entry> = entries.collect();
        // One that was begun on an earlier visit is gone on with.
        if self.has_begun_one() {
            entries.insert(
                0,
                Entry {
                    key: self.next_key(),
                    alert: None,
                },
            );
        }
        self.entries.set(entries);
    }

    /// What the draft of an alert is about; of a new one when it has no number.
    pub(super) fn about(self, alert: Option<i64>) -> String {
        format!(
            "alert {}/{}/{}",
            self.organization.get_value(),
            self.project.get_value(),
            alert.map_or("new".to_owned(), |id| id.to_string())
        )
    }

    fn has_begun_one(self) -> bool {
        let about = self.about(None);
        let me = untrack(|| self.me());
        self.may_write.get_untracked() != Some(false)
            && (kept(&about).is_some() || me.is_some_and(|me| has_draft(&me, &about)))
    }

    fn next_key(self) -> u32 {
        self.last_key
            .try_update_value(|key| {
                *key += 1;
                *key
            })
            .unwrap_or_default()
    }

    /// Puts a new alert before the others, to be filled in; one at a time.
    pub(super) fn begin_new(self) {
        let known = self.entries.with_untracked(|entries| {
            entries
                .iter()
                .find(|entry| entry.alert.is_none())
                .map(|entry| entry.key)
        });
        let key = known.unwrap_or_else(|| {
            let key = self.next_key();
            self.entries
                .update(|entries| entries.insert(0, Entry { key, alert: None }));
            key
        });
        focus_later(heading_id(key));
    }

    /// What was new is created now. It keeps its place and what is typed in it.
    pub(super) fn created(self, key: u32, alert: Alert) {
        self.entries.try_update(|entries| {
            if let Some(entry) = entries.iter_mut().find(|entry| entry.key == key) {
                entry.alert = Some(alert);
            }
        });
    }

    /// An alert is gone.
    pub(super) fn remove(self, key: u32) {
        self.entries
            .try_update(|entries| entries.retain(|entry| entry.key != key));
        focus_later(TITLE.to_owned());
    }

    /// Whether the server has tests; tracked.
    pub(super) fn has_tests(self) -> bool {
        self.server.tests_recipients()
    }

    /// An alert of the server, with the tags that are remembered.
    pub(super) fn with_tags(self, mut alert: Alert) -> Alert {
        if let (Some(id), Some((me, about))) = (alert.id, self.memory())
            && let Some(memory) = get_draft(&me, &about)
        {
            alert.alert_recipients = recall_tags(&memory, id, alert.alert_recipients);
        }
        alert
    }

    /// Remembers the tags that were sent, where the server does not say which it has.
    pub(super) fn remember(self, alert: i64, sent: &[AlertRecipient]) {
        if untrack(|| self.server.tests_recipients()) {
            return;
        }
        if let Some((me, about)) = self.memory() {
            let memory = get_draft(&me, &about).unwrap_or_default();
            put_draft(&me, &about, &remember_tags(&memory, alert, sent));
        }
    }

    /// Whose memory of tags, and under which name.
    fn memory(self) -> Option<(String, String)> {
        let me = untrack(|| self.me())?;
        let about = format!(
            "tags of alerts of {}/{}",
            self.organization.try_get_value()?,
            self.project.try_get_value()?
        );
        Some((me, about))
    }

    /// Who is signed in; tracked.
    fn me(self) -> Option<String> {
        match self.session.state() {
            SessionState::SignedIn(user) => Some(user.email.unwrap_or(user.display)),
            _ => None,
        }
    }
}

/// The id of the heading of an alert.
pub(super) fn heading_id(key: u32) -> String {
    format!("alert-{key}-name")
}

/// Moves the focus there when the page is drawn.
pub(super) fn focus_later(id: String) {
    spawn(async move {
        wait::frame().await;
        dom::focus(dom::by_id(&id));
    });
}

fn load_hours(organization: OrganizationSlug, project: ProjectSlug) -> Loader<Option<Vec<u64>>> {
    let open = OpenOrganization::get();
    let id: Memo<Option<ProjectId>> = Memo::new(move |_| {
        open?
            .with(|details| {
                let found = details.projects.iter().find(|known| known.slug == project);
                found.map(|project| project.id.clone())
            })
            .flatten()
    });
    load(move |cancel| {
        let (organization, id) = (organization.clone(), id.get());
        Box::pin(async move {
            let Some(id) = id else { return Ok(None) };
            let end = (server_now_ms() / HOUR_MS + 1) * HOUR_MS;
            let query = EventCountsQuery {
                category: EventCategory::Error,
                start: Timestamp(end - TRIED_HOURS * HOUR_MS),
                end: Timestamp(end),
                projects: vec![id],
            };
            let counts = get_event_counts(&organization, &query, &cancel).await?;
            Ok(Some(counts.counts().into_iter().map(|(_, count)| count).collect()))
        })
    })
}
