//! Monitors and their checks as JSON.

use super::environments;
use crate::call::Call;
use crate::endpoints::find;
use crate::seed::dice::Dice;
use crate::seed::monitors::course::HOUR;
use crate::seed::monitors::{Kind, Monitor};
use crate::uptime::endpoint_id;
use crate::uptime::record::{Check, Record};
use glint_model::timestamp::Timestamp;
use serde::Serialize;
use std::sync::Arc;

/// How many checks come with a monitor at most, and how far back, in ms.
const CHECKS: usize = 60;
const CHECKS_SINCE: i64 = 12 * HOUR;

/// A check as it is sent.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CheckWire {
    is_up: bool,
    start_check: Timestamp,
    reason: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    response_time: Option<Option<i64>>,
}

/// A monitor as it is sent.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MonitorWire {
    #[serde(rename = "projectID")]
    project_id: Option<String>,
    #[serde(rename = "environmentID")]
    environment_id: Option<i64>,
    is_up: Option<bool>,
    last_change: Option<String>,
    heartbeat_endpoint: Option<String>,
    project_name: Option<String>,
    env_name: Option<&'static str>,
    checks: Vec<CheckWire>,
    #[serde(rename = "organizationID")]
    organization_id: i64,
    monitor_type: Kind,
    id: i64,
    #[serde(rename = "endpointID")]
    endpoint_id: Option<String>,
    created: Timestamp,
    name: String,
    url: String,
    expected_status: Option<i64>,
    expected_body: String,
    interval: i64,
    timeout: Option<i64>,
}

/// The checks of a monitor up to this request.
pub fn record<'a>(call: &'a Call<'_>, monitor: &'a Monitor) -> Record<'a> {
    call.world
        .uptime
        .record(&call.demo.seed, monitor, call.now, !call.is_6_1())
}

/// A check; `with_time` adds how long it took, which lists of monitors leave out.
pub fn check_wire(record: &Record<'_>, check: &Check, with_time: bool) -> CheckWire {
    CheckWire {
        is_up: check.state.is_up,
        start_check: check.time,
        reason: check.state.reason,
        response_time: with_time.then(|| record.response_time(check)),
    }
}

/// A monitor as every endpoint sends one, with its latest checks.
pub fn wire(call: &Call<'_>, monitor: &Monitor, with_times: bool) -> MonitorWire {
    let record = record(call, monitor);
    let since = Timestamp(call.now.0 - CHECKS_SINCE);
    let latest = record.checks().take(CHECKS).take_while(|check| check.time >= since);
    let checks: Vec<_> = latest.map(|check| check_wire(&record, &check, with_times)).collect();
    let newest = record.checks().next();
    let project = monitor.project.and_then(|id| call.directory().project_by_id(id));
    let endpoint = (monitor.kind == Kind::Heartbeat).then(|| endpoint_id::encode(&call.world.name, monitor.id));
    let heartbeat = endpoint.as_ref().map(|id| {
        let origin = call.request.origin_of_host();
        let slug = find::slug_of(call, monitor.organization);
        format!("{origin}/api/0/organizations/{slug}/heartbeat_check/{id}/")
    });
    MonitorWire {
        project_id: project.map(|project| project.id.to_string()),
        environment_id: monitor.environment.map(environments::number),
        is_up: newest.map(|check| check.state.is_up),
        last_change: record.changes().next().map(|check| with_microseconds(check.time)),
        heartbeat_endpoint: heartbeat,
        project_name: project.map(|project| project.name.clone()),
        env_name: monitor.environment,
        checks,
        organization_id: monitor.organization,
        monitor_type: monitor.kind,
        id: monitor.id,
        endpoint_id: endpoint,
        created: monitor.created,
        name: monitor.name.clone(),
        url: monitor.url.clone(),
        expected_status: monitor.expected_status,
        expected_body: monitor.expected_body.clone(),
        interval: monitor.interval(),
        timeout: monitor.timeout,
    }
}

/// The one time that the server sends with microseconds.
fn with_microseconds(time: Timestamp) -> String {
    let micros = Dice::new(&[time.0 as u64]).below(1000);
    time.to_iso().replace('Z', &format!("{micros:03}Z"))
}

/// The monitors of a status page, in its order.
pub fn of_page(call: &Call<'_>, ids: &[i64]) -> Vec<Arc<Monitor>> {
    let uptime = &call.world.uptime;
    ids.iter()
        .filter_map(|id| uptime.find(&call.demo.seed, *id))
        .map(Arc::clone)
        .collect()
}
