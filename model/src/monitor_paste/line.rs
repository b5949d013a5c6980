//! What the cells of a line are: an address, an interval, and what is left is the name.

use super::ForAll;
use super::cells::cells;
use crate::monitor_form::{Field, MonitorForm, completed_web, field_problem, host_port_of};
use crate::wire::monitor::MonitorType;

/// What was found in a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    pub name: String,
    pub address: String,
    pub interval: Option<String>,
}

/// Whether the line names columns.
pub(super) fn is_head(line: &str) -> bool {
    let cells = cells(line);
    let is_named = |names: &[&str]| cells.iter().any(|cell| names.contains(&cell.to_lowercase().as_str()));
    is_named(&["url", "address", "endpoint", "host"]) && cells.iter().all(|cell| !looks_like_address(cell))
        || cells.len() > 1 && is_named(&["name"]) && is_named(&["interval"])
}

/// Takes a line apart. A heartbeat has no address: all that is there is its name.
pub(super) fn read(line: &str, has_no_address: bool) -> Found {
    let mut cells = cells(line);
    let interval = (cells.len() > 1)
        .then(|| cells.last().and_then(|cell| interval_s(cell)))
        .flatten();
    if interval.is_some() {
        cells.pop();
    }
    if has_no_address {
        return Found {
            name: cells.join(" "),
            address: String::new(),
            interval,
        };
    }
    let at = cells.iter().position(|cell| looks_like_address(cell));
    let address = match at {
        Some(at) => cells.remove(at),
        // The second is where it should be; what is wrong with it is then said.
        None if cells.len() > 1 => cells.remove(1),
        None => cells.pop().unwrap_or_default(),
    };
    cells.retain(|cell| !cell.is_empty());
    let name = if cells.is_empty() {
        usual_name(&address)
    } else {
        cells.join(" ")
    };
    Found {
        name,
        address,
        interval,
    }
}

/// The form that a line fills.
pub(super) fn form(found: &Found, kind: Option<MonitorType>, all: &ForAll) -> MonitorForm {
    let address = &found.address;
    let kind = kind.unwrap_or_else(|| {
        if is_host_port(address) {
            MonitorType::Port
        } else {
            MonitorType::Get
        }
    });
    let web = completed_web(address).filter(|_| kind != MonitorType::Port);
    MonitorForm {
        kind,
        name: found.name.clone(),
        web: web.unwrap_or_else(|| address.clone()),
        host_port: host_port_of(address).unwrap_or_else(|| address.clone()),
        interval: found.interval.clone().unwrap_or_else(|| all.interval.clone()),
        project: all.project.clone(),
        ..MonitorForm::default()
    }
}

fn looks_like_address(cell: &str) -> bool {
    cell.contains("://") || is_host_port(cell) || completed_web(cell).is_some()
}

fn is_host_port(cell: &str) -> bool {
    let form = MonitorForm {
        kind: MonitorType::Port,
        host_port: cell.to_owned(),
        ..MonitorForm::default()
    };
    field_problem(&form, Field::Url).is_none()
}

/// The address without what every address has.
fn usual_name(address: &str) -> String {
    let bare = address.split_once("://").map_or(address, |(_, rest)| rest);
    let bare = bare.rsplit_once('@').map_or(bare, |(_, host)| host);
    bare.split(['?', '#'])
        .next()
        .unwrap_or_default()
        .trim_end_matches('/')
        .to_owned()
}

/// `300`, `30s`, `5 min`, `1h` as seconds. None for what is no interval.
fn interval_s(cell: &str) -> Option<String> {
    let digits_end = cell.find(|c: char| !c.is_ascii_digit()).unwrap_or(cell.len());
    let (digits, unit) = cell.split_at(digits_end);
    let number: i64 = digits.parse().ok()?;
    let factor = match unit.trim().to_lowercase().as_str() {
        "" | "s" | "sec" | "second" | "seconds" => 1,
        "m" | "min" | "minute" | "minutes" => 60,
        "h" | "hour" | "hours" => 3600,
        _ => return None,
    };
    Some(number.checked_mul(factor)?.to_string())
}
