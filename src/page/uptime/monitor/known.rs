//! What the monitor watches and how: type, address, pace, what it expects, and whose it is.

use super::context::MonitorContext;
use crate::reactive::changing;
use crate::route::Route;
use crate::ui::copy_button::copy_button;
use crate::ui::icon::{Icon, icon};
use crate::ui::time::long_time;
use glint_model::id::ProjectId;
use glint_model::monitor_interval::interval_text;
use glint_model::reveal::reveal;
use glint_model::safe_url::SafeUrl;
use glint_model::timestamp::Timestamp;
use glint_model::uptime::Source;
use glint_model::wire::monitor::{Monitor, MonitorType};
use leptos::prelude::*;

/// What is said about it.
#[derive(Clone, PartialEq)]
struct Known {
    kind: MonitorType,
    address: Option<String>,
    interval_s: i64,
    timeout_s: Option<i64>,
    status: Option<i64>,
    text: Option<String>,
    project: Option<(ProjectId, String)>,
    environment: Option<String>,
    created: Timestamp,
}

impl Known {
    fn of(monitor: &Monitor) -> Self {
        let is_asked = matches!(monitor.monitor_type, MonitorType::Get | MonitorType::Post);
        let filled = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        let name = filled(&monitor.project_name);
        Self {
            kind: monitor.monitor_type,
            address: filled(&monitor.url),
            interval_s: monitor.interval,
            timeout_s: monitor.timeout,
            status: monitor.expected_status.filter(|_| is_asked),
            text: filled(&monitor.expected_body).filter(|_| is_asked),
            project: monitor.project_id.clone().zip(name),
            environment: filled(&monitor.env_name),
            created: monitor.created,
        }
    }
}

/// The facts in a line or two.
pub fn known(context: MonitorContext) -> AnyView {
    let known = context.of_monitor(Known::of);
    changing(move || match known.get() {
        Some(known) => list(context, known),
        None => ().into_any(),
    })
}

fn list(context: MonitorContext, known: Known) -> AnyView {
    let is_heartbeat = context.source.get_untracked() == Source::Heartbeat;
    let interval = interval_text(known.interval_s);
    let interval = if is_heartbeat {
        format!("Waits for a heartbeat {interval}")
    } else {
        format!("Checks {interval}")
    };
    let timeout = (!is_heartbeat).then(|| match known.timeout_s {
        Some(seconds) => format!("Timeout {seconds} s"),
        None => "Timeout 20 s, the server's own".to_owned(),
    });
    let text = known
        .text
        .map(|text| view! { <li>"Expects the text "<code>{reveal(&text)}</code></li> }.into_any());
    view! {
        <ul class="known" aria-label="About the monitor">
            <li><span class="tagbadge">{known.kind.as_str()}</span></li>
            {known.address.map(address)}
            <li>{interval}</li>
            {timeout.map(|timeout| view! { <li>{timeout}</li> })}
            {known.status.map(|status| view! { <li>{format!("Expects status {status}")}</li> })}
            {text}
            {known.project.map(|project| of_project(context, project))}
            {known.environment.map(|name| view! { <li>{reveal(&name)}</li> })}
            <li>"Created "{long_time(known.created)}</li>
        </ul>
    }
    .into_any()
}

/// A link only where it is safe to follow; text otherwise.
fn address(address: String) -> AnyView {
    let text = reveal(&address);
    let shown = match SafeUrl::web(&address) {
        Some(url) => {
            let title = format!("Open {} in a new tab", url.host());
            view! {
                <a class="link" href=url.href() target="_blank" rel="noopener noreferrer" title=title>
                    {text}
                    {icon(Icon::External, "")}
                </a>
            }
            .into_any()
        }
        None => view! { <span>{text}</span> }.into_any(),
    };
    view! {
        <li class="address">
            {shown}
            {copy_button("btn quiet icon small", "Copy the address", "Address", move || address.clone())}
        </li>
    }
    .into_any()
}

fn of_project(context: MonitorContext, (id, name): (ProjectId, String)) -> AnyView {
    let route = Route::Issues {
        organization: context.organization.get_value(),
        query: vec![("project".to_owned(), id.to_string())],
    };
    view! {
        <li>
            <a class="link" href=route.href() title="The project's issues">
                {icon(Icon::Project, "")}
                {reveal(&name)}
            </a>
        </li>
    }
    .into_any()
}
