//! Which endpoint answers with which wire type.

use crate::recording::Recording;
use glint_model::wire::alert::Alert;
use glint_model::wire::auth::AuthAnswer;
use glint_model::wire::billing::{EventsCount, Product};
use glint_model::wire::breadcrumb::{Breadcrumb, BreadcrumbsData};
use glint_model::wire::comment::Comment;
use glint_model::wire::debug_file::DebugFile;
use glint_model::wire::entry::{CspData, ExceptionData, MessageData};
use glint_model::wire::environment::Environment;
use glint_model::wire::event::Event;
use glint_model::wire::event_counts::EventCounts;
use glint_model::wire::event_row::EventRow;
use glint_model::wire::invitation::Invitation;
use glint_model::wire::issue::{Issue, UpdateIssue};
use glint_model::wire::issue_hash::IssueHash;
use glint_model::wire::lossy::read_list;
use glint_model::wire::member::{Member, MemberDetail};
use glint_model::wire::monitor::{Monitor, MonitorCheck};
use glint_model::wire::organization::{Organization, OrganizationDetail};
use glint_model::wire::project::Project;
use glint_model::wire::project_key::ProjectKey;
use glint_model::wire::release::Release;
use glint_model::wire::release_file::ReleaseFile;
use glint_model::wire::request::RequestData;
use glint_model::wire::settings::Settings;
use glint_model::wire::stats::IssueStats;
use glint_model::wire::status_page::StatusPage;
use glint_model::wire::tag::IssueTag;
use glint_model::wire::team::Team;
use glint_model::wire::user::User;
use glint_model::wire::user_report::UserReport;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Decodes a body and encodes it again.
type RoundTrip = fn(&str) -> Result<Value, String>;

/// One endpoint that the app knows.
pub struct Endpoint {
    pub method: &'static str,
    /// The path; `*` stands for any segment.
    pub path: &'static str,
    pub round_trip: RoundTrip,
}

const fn endpoint(method: &'static str, path: &'static str, round_trip: RoundTrip) -> Endpoint {
    Endpoint {
        method,
        path,
        round_trip,
    }
}

/// Every endpoint that a page uses, the more exact path first.
pub const ALL: &[Endpoint] = &[
    endpoint("GET", "/api/settings/", one::<Settings>),
    endpoint("GET", "/_allauth/browser/v1/auth/session", one::<AuthAnswer>),
    endpoint("DELETE", "/_allauth/browser/v1/auth/session", one::<AuthAnswer>),
    endpoint("POST", "/_allauth/browser/v1/auth/login", one::<AuthAnswer>),
    endpoint("POST", "/_allauth/browser/v1/auth/2fa/authenticate", one::<AuthAnswer>),
    endpoint("GET", "/api/0/users/me/", one::<User>),
    endpoint("GET", "/api/0/organizations/", list::<Organization>),
    endpoint("GET", "/api/0/organizations/*/", one::<OrganizationDetail>),
    endpoint("GET", "/api/0/organizations/*/projects/", list::<Project>),
    endpoint("GET", "/api/0/organizations/*/teams/", list::<Team>),
    endpoint("GET", "/api/0/organizations/*/environments/", list::<Environment>),
    endpoint("GET", "/api/0/organizations/*/members/", list::<Member>),
    endpoint("GET", "/api/0/teams/*/*/members/", list::<Member>),
    endpoint("GET", "/api/0/organizations/*/releases/", list::<Release>),
    endpoint("GET", "/api/0/organizations/*/releases/*/", one::<Release>),
    endpoint("GET", "/api/0/projects/*/*/keys/", list::<ProjectKey>),
    endpoint("GET", "/api/0/organizations/*/issues/", list::<Issue>),
    endpoint("PUT", "/api/0/organizations/*/issues/", one::<UpdateIssue>),
    endpoint("DELETE", "/api/0/organizations/*/issues/", one::<UpdateIssue>),
    endpoint("PUT", "/api/0/organizations/*/issues/*/", one::<Issue>),
    endpoint("GET", "/api/0/organizations/*/issues-stats/", list::<IssueStats>),
    endpoint("GET", "/api/0/projects/*/*/", one::<Project>),
    endpoint("GET", "/api/0/projects/*/*/issues/", list::<Issue>),
    endpoint("GET", "/api/0/projects/*/*/environments/", list::<Environment>),
    endpoint("GET", "/api/0/projects/*/*/events/", list::<Event>),
    endpoint("GET", "/api/0/projects/*/*/events/*/", one::<Event>),
    endpoint("GET", "/api/0/issues/*/", one::<Issue>),
    endpoint("PUT", "/api/0/issues/*/", one::<Issue>),
    endpoint("GET", "/api/0/issues/*/events/", list::<EventRow>),
    endpoint("GET", "/api/0/issues/*/events/latest/", one::<Event>),
    endpoint("GET", "/api/0/issues/*/events/*/", one::<Event>),
    endpoint("GET", "/api/0/issues/*/tags/", list::<IssueTag>),
    endpoint("GET", "/api/0/issues/*/comments/", list::<Comment>),
    endpoint("POST", "/api/0/issues/*/comments/", one::<Comment>),
    endpoint("PUT", "/api/0/issues/*/comments/*/", one::<Comment>),
    endpoint("GET", "/api/0/issues/*/user-reports/", list::<UserReport>),
    endpoint("GET", "/api/0/organizations/*/issues/*/hashes/", hashes),
    endpoint("GET", "/api/0/organizations/*/monitors/", list::<Monitor>),
    endpoint("POST", "/api/0/organizations/*/monitors/", one::<Monitor>),
    endpoint("GET", "/api/0/organizations/*/monitors/*/", one::<Monitor>),
    endpoint("PUT", "/api/0/organizations/*/monitors/*/", one::<Monitor>),
    endpoint("GET", "/api/0/organizations/*/monitors/*/checks/", list::<MonitorCheck>),
    endpoint("GET", "/api/0/organizations/*/status-pages/", list::<StatusPage>),
    endpoint("POST", "/api/0/organizations/*/status-pages/", one::<StatusPage>),
    endpoint("GET", "/api/0/projects/*/*/alerts/", list::<Alert>),
    endpoint("POST", "/api/0/projects/*/*/alerts/", one::<Alert>),
    endpoint("PUT", "/api/0/projects/*/*/alerts/*/", one::<Alert>),
    endpoint("POST", "/api/0/organizations/", one::<OrganizationDetail>),
    endpoint("PUT", "/api/0/organizations/*/", one::<OrganizationDetail>),
    endpoint("GET", "/api/0/organizations/*/members/*/", one::<MemberDetail>),
    endpoint("POST", "/api/0/organizations/*/members/", one::<Member>),
    endpoint("PUT", "/api/0/organizations/*/members/*/", one::<MemberDetail>),
    endpoint(
        "POST",
        "/api/0/organizations/*/members/*/set_owner/",
        one::<MemberDetail>,
    ),
    endpoint("GET", "/api/0/accept/*/*/", one::<Invitation>),
    endpoint("POST", "/api/0/accept/*/*/", one::<Invitation>),
    endpoint("GET", "/api/0/teams/*/*/", one::<Team>),
    endpoint("POST", "/api/0/organizations/*/teams/", one::<Team>),
    endpoint("PUT", "/api/0/teams/*/*/", one::<Team>),
    endpoint("POST", "/api/0/organizations/*/members/*/teams/*/", one::<Team>),
    endpoint("DELETE", "/api/0/organizations/*/members/*/teams/*/", one::<Team>),
    endpoint("GET", "/api/0/teams/*/*/projects/", list::<Project>),
    endpoint("POST", "/api/0/teams/*/*/projects/", one::<Project>),
    endpoint("GET", "/api/0/projects/", list::<Project>),
    endpoint("PUT", "/api/0/projects/*/*/", one::<Project>),
    endpoint("GET", "/api/0/projects/*/*/teams/", list::<Team>),
    endpoint("POST", "/api/0/projects/*/*/teams/*/", one::<Project>),
    endpoint("DELETE", "/api/0/projects/*/*/teams/*/", one::<Project>),
    endpoint("PUT", "/api/0/projects/*/*/environments/*/", one::<Environment>),
    endpoint("GET", "/api/0/projects/*/*/keys/*/", one::<ProjectKey>),
    endpoint("POST", "/api/0/projects/*/*/keys/", one::<ProjectKey>),
    endpoint("PUT", "/api/0/projects/*/*/keys/*/", one::<ProjectKey>),
    endpoint("GET", "/api/0/projects/*/*/releases/", list::<Release>),
    endpoint("GET", "/api/0/organizations/*/releases/*/files/", list::<ReleaseFile>),
    endpoint("GET", "/api/0/organizations/*/releases/*/files/*/", one::<ReleaseFile>),
    endpoint("GET", "/api/0/projects/*/*/releases/*/files/", list::<ReleaseFile>),
    endpoint("POST", "/api/0/projects/*/*/files/dsyms/", uploads),
    endpoint("GET", "/api/0/organizations/*/stats_v2/", one::<EventCounts>),
    endpoint("GET", "/api/0/stripe/products/", list::<Product>),
    endpoint("GET", "/api/0/stripe/subscriptions/*/events_count/", one::<EventsCount>),
];

impl Endpoint {
    /// Whether the recording is one of this endpoint.
    pub fn is_of(&self, recording: &Recording) -> bool {
        let mut wanted = self.path.split('/');
        let mut parts = recording.path.split('/');
        let same = self.method == recording.method
            && wanted
                .by_ref()
                .zip(parts.by_ref())
                .all(|(wanted, part)| wanted == "*" && !part.is_empty() || wanted == part);
        same && self.path.split('/').count() == recording.path.split('/').count()
    }
}

/// The endpoint of a recording, if the app knows it.
pub fn of(recording: &Recording) -> Option<&'static Endpoint> {
    ALL.iter().find(|endpoint| endpoint.is_of(recording))
}

/// Whether the recording holds events as the app reads them.
pub fn has_events(recording: &Recording) -> bool {
    recording.is_answer() && of(recording).is_some_and(|endpoint| endpoint.path.contains("/events/"))
}

/// The events of a recording, whether it is one event or a list.
pub fn events(recording: &Recording) -> Vec<Event> {
    let text = recording.body_text();
    match recording.body {
        Value::Array(_) => read_list(&text).map(|list| list.items).unwrap_or_default(),
        _ => serde_json::from_str(&text).into_iter().collect(),
    }
}

fn one<T: DeserializeOwned + Serialize>(text: &str) -> Result<Value, String> {
    let value: T = serde_json::from_str(text).map_err(|error| error.to_string())?;
    serde_json::to_value(value).map_err(|error| error.to_string())
}

fn list<T: DeserializeOwned + Serialize>(text: &str) -> Result<Value, String> {
    let list = read_list::<T>(text).map_err(|error| error.to_string())?;
    if !list.left_out.is_empty() {
        return Err(list.left_out.join("; "));
    }
    serde_json::to_value(list.items).map_err(|error| error.to_string())
}

/// Hashes with an event of which the page can tell something.
fn hashes(text: &str) -> Result<Value, String> {
    let again = list::<IssueHash>(text)?;
    let list = read_list::<IssueHash>(text).map_err(|error| error.to_string())?;
    match list.items.iter().find(|hash| hash.latest().is_none()) {
        Some(hash) => Err(format!("the newest event of {} cannot be read", hash.id)),
        None => Ok(again),
    }
}

/// Debug files as the upload answers them: with numbers where the list has text.
fn uploads(text: &str) -> Result<Value, String> {
    let mut again = list::<DebugFile>(text)?;
    for file in again.as_array_mut().into_iter().flatten() {
        let number: Option<i64> = file["id"].as_str().and_then(|id| id.parse().ok());
        file["id"] = json!(number);
    }
    Ok(again)
}

/// Decodes the data of an entry by its kind and encodes it again.
pub fn entry_round_trip(kind: &str, text: &str) -> Result<Value, String> {
    match kind {
        "exception" => one::<ExceptionData>(text),
        "message" => one::<MessageData>(text),
        "csp" => one::<CspData>(text),
        "request" => one::<RequestData>(text),
        "breadcrumbs" => {
            let data: BreadcrumbsData = serde_json::from_str(text).map_err(|error| error.to_string())?;
            let crumbs = data.read();
            if !crumbs.left_out.is_empty() {
                return Err(crumbs.left_out.join("; "));
            }
            let values: Vec<Breadcrumb> = crumbs.items;
            Ok(json!({ "values": values }))
        }
        kind => Err(format!("no type for {kind}")),
    }
}
