//! Whether two monitors look at the same.

use crate::wire::monitor::{Monitor, MonitorType};
use std::collections::BTreeMap;

/// What monitors that are there look at, and their names.
pub type Known = BTreeMap<String, String>;

/// What these monitors look at.
pub fn known<'a>(monitors: impl Iterator<Item = &'a Monitor>) -> Known {
    monitors
        .filter_map(|monitor| {
            let key = key(monitor.monitor_type, monitor.url.as_deref()?)?;
            Some((key, monitor.name.clone()))
        })
        .collect()
}

/// The address as it is compared: host and scheme know no capitals, and a lone slash at the end says nothing. Another type
/// of HTTP monitor looks at the same; a port does not.
pub(super) fn key(kind: MonitorType, url: &str) -> Option<String> {
    let url = url.trim();
    if url.is_empty() || kind == MonitorType::Heartbeat {
        return None;
    }
    let Some((scheme, rest)) = url.split_once("://") else {
        return Some(url.to_lowercase());
    };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let path = if path == "/" { "" } else { path };
    let mark = if kind == MonitorType::Ssl { "ssl " } else { "" };
    Some(format!(
        "{mark}{}://{}{path}",
        scheme.to_lowercase(),
        authority.to_lowercase()
    ))
}
