//! One whole event, made from its issue and number when it is asked for.

use crate::seed::hostile::{HOSTILE, Twist};
use crate::seed::issues::{Content, IssueSeed};
use crate::seed::scene::Scene;
use crate::seed::template::{Platform, Setting};
use crate::seed::{Seed, ambient, csp, exception, twist};
use glint_model::id::{EventId, IssueId};
use glint_model::timestamp::Timestamp;
use glint_model::wire::entry::{Entry, MessageData};
use glint_model::wire::event::Event;
use serde::Serialize;
use serde_json::value::to_raw_value;
use serde_json::{Map, Value, json};

/// How long the server took to get an event.
const ON_THE_WAY_MS: i64 = 1700;

/// Event number `n` of an issue. Neighbours, the user report and the number of a project that was created later are
/// the endpoint's matter.
pub fn build(seed: &Seed, issue: &IssueSeed, n: u64) -> Event {
    let project = seed.projects.get(issue.project);
    let template = project.and_then(|project| project.template);
    let mut scene = Scene::of(seed, issue, n);
    let id = EventId::new(issue.event_id(n));
    let mut event = Event {
        platform: None,
        errors: None,
        id: id.clone(),
        event_id: id,
        project_id: project.map_or(0, |project| project.id),
        group_id: IssueId::new(issue.id.to_string()),
        date_created: scene.time,
        date_received: Some(received(issue, n, scene.time)),
        dist: None,
        culprit: Some(issue.transaction.clone()),
        packages: None,
        kind: issue.kind,
        message: Some(issue.title.clone()),
        metadata: issue.metadata.clone(),
        tags: Vec::new(),
        entries: Vec::new(),
        contexts: None,
        context: None,
        user: None,
        sdk: None,
        title: Some(issue.title.clone()),
        user_report: None,
        next_event_id: None,
        previous_event_id: None,
    };
    if let Some(sent) = issue.sent(n) {
        sent.dress(&mut event);
        return event;
    }
    match issue.content {
        Content::Sent => {}
        Content::Csp(index) => {
            event.metadata.title = Some(issue.title.clone());
            event.entries.extend(entry("csp", &csp::REPORTS[index].data()));
        }
        Content::Problem(problem) => {
            let filled = exception::data(problem.chain, &issue.filler);
            event.entries.extend(entry("exception", &filled));
            if let Some(platform) = template {
                dress(&mut event, platform, &mut scene);
            }
        }
        Content::Message(_, text) => {
            event.metadata.title = Some(issue.title.clone());
            event.entries.extend(message(&issue.title, text));
            if let Some(platform) = template {
                dress(&mut event, platform, &mut scene);
            }
        }
        Content::Hostile(index) => {
            let odd = &HOSTILE[index];
            if !matches!(odd.twist, Twist::Nothing | Twist::Bare)
                && let Some(platform) = template
            {
                dress(&mut event, platform, &mut scene);
            }
            twist::apply(&mut event, odd);
        }
    }
    event
}

/// What arrives in a world is taken in at once.
fn received(issue: &IssueSeed, n: u64, time: Timestamp) -> Timestamp {
    if issue.arrived(n).is_some() {
        time
    } else {
        Timestamp(time.0 + ON_THE_WAY_MS)
    }
}

/// An entry of this type; None when its data cannot be written, which no type of the wire is.
pub fn entry(kind: &str, data: &impl Serialize) -> Option<Entry> {
    let data = to_raw_value(data).ok()?;
    Some(Entry {
        kind: kind.to_owned(),
        data: data.into(),
    })
}

/// A message with its parameters apart, where its template has any.
fn message(formatted: &str, template: &str) -> Option<Entry> {
    let has_parameters = template.contains('{');
    let data = MessageData {
        formatted: Some(formatted.to_owned()),
        message: has_parameters.then(|| template.to_owned()),
        params: None,
    };
    entry("message", &data)
}

/// What an SDK adds on its own: tags, user, contexts, breadcrumbs, request, modules.
fn dress(event: &mut Event, platform: &Platform, scene: &mut Scene<'_>) {
    event.platform = Some(platform.event_platform.to_owned());
    event.tags = scene.tags();
    event.sdk = object(json!({
        "name": platform.sdk.0,
        "version": platform.sdk.1,
        "packages": [{"name": format!("registry:{}", platform.sdk.0), "version": platform.sdk.1}],
        "integrations": ["breadcrumbs", "dedupe", "globalHandlers", "linkedErrors"],
    }));
    if !platform.modules.is_empty() {
        let pair = |(name, version): &(&str, &str)| ((*name).to_owned(), Value::from(*version));
        event.packages = Some(platform.modules.iter().map(pair).collect());
    }
    event.contexts = object(ambient::contexts(platform, scene));
    event.context = object(ambient::extra(scene));
    if platform.setting != Setting::Worker {
        event.user = object(ambient::user(scene));
    }
    event
        .entries
        .extend(entry("breadcrumbs", &json!({"values": ambient::breadcrumbs(scene)})));
    if matches!(platform.setting, Setting::Server | Setting::Browser) {
        let transaction = event.culprit.clone().unwrap_or_default();
        event
            .entries
            .extend(entry("request", &ambient::request(scene, &transaction)));
    }
}

/// The object in a value; None of anything else.
pub fn object(value: Value) -> Option<Map<String, Value>> {
    match value {
        Value::Object(map) => Some(map),
        _ => None,
    }
}
