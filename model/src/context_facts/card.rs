//! A context as a card: what it is, its title, what is told first, and all fields.

use super::{Fact, bytes, number, text};
use serde_json::{Map, Value};

/// The contexts that tell most, in the order in which they are read.
const FIRST: [&str; 12] = [
    "browser",
    "client_os",
    "os",
    "runtime",
    "device",
    "gpu",
    "app",
    "response",
    "trace",
    "culture",
    "cloud_resource",
    "state",
];

/// One context. Hostile text.
#[derive(Clone, Debug, PartialEq)]
pub struct ContextCard {
    /// Its key in the event.
    pub key: String,
    /// What it is about: `Browser`, `Operating system`, or the key itself.
    pub name: String,
    /// What it says in a few words, such as `Chrome 126 on Windows 10`.
    pub title: Option<String>,
    /// What is told first.
    pub facts: Vec<Fact>,
    /// The whole of it.
    pub value: Value,
}

/// The contexts of an event: those that tell most first, the others by their keys. Empty ones are left out.
pub fn context_cards(contexts: &Map<String, Value>) -> Vec<ContextCard> {
    let mut cards: Vec<(usize, ContextCard)> = contexts
        .iter()
        .filter(|(_, value)| !is_empty(value))
        .map(|(key, value)| {
            let kind = kind_of(key, value);
            let place = FIRST.iter().position(|first| *first == kind).unwrap_or(FIRST.len());
            (place, card(key, kind, value, contexts))
        })
        .collect();
    cards.sort_by_key(|(place, _)| *place);
    cards.into_iter().map(|(_, card)| card).collect()
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Object(map) => map.iter().all(|(name, value)| name == "type" || value.is_null()),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

/// What kind of context it is: its type says so, and its key where it has none.
fn kind_of<'a>(key: &'a str, value: &'a Value) -> &'a str {
    match value.get("type").and_then(Value::as_str) {
        // Such a type says nothing.
        Some("" | "default") | None => key,
        Some(kind) => kind,
    }
}

fn card(key: &str, kind: &str, value: &Value, all: &Map<String, Value>) -> ContextCard {
    let name = match kind {
        "browser" => "Browser",
        "os" => "Operating system",
        "client_os" => "Operating system of the client",
        "runtime" => "Runtime",
        "device" => "Device",
        "gpu" => "Graphics",
        "app" => "Application",
        "response" => "Response",
        "trace" => "Trace",
        "culture" => "Language and region",
        "cloud_resource" => "Cloud",
        _ => key,
    };
    // Two of a kind are told apart by their keys.
    let name = if key == kind || name == key {
        name.to_owned()
    } else {
        format!("{name} ({key})")
    };
    let empty = Map::new();
    let fields = value.as_object().unwrap_or(&empty);
    ContextCard {
        key: key.to_owned(),
        name,
        title: title(kind, fields, all),
        facts: facts(kind, fields),
        value: value.clone(),
    }
}

fn title(kind: &str, fields: &Map<String, Value>, all: &Map<String, Value>) -> Option<String> {
    match kind {
        "browser" | "runtime" => {
            let own = versioned(fields)?;
            let hosts: &[&str] = if kind == "browser" {
                &["client_os", "os"]
            } else {
                &["os"]
            };
            let host = hosts.iter().find_map(|key| versioned(all.get(*key)?.as_object()?));
            // With a browser in the event, the system may be either one's.
            let host = host.filter(|_| kind == "browser" || !all.contains_key("browser"));
            Some(match host {
                Some(host) => format!("{own} on {host}"),
                None => own,
            })
        }
        "device" => {
            let model = ["model", "name", "family", "model_id"]
                .iter()
                .find_map(|name| text(fields, name))?;
            let maker = text(fields, "manufacturer").or_else(|| text(fields, "brand"));
            Some(match maker {
                Some(maker) if !model.to_lowercase().starts_with(&maker.to_lowercase()) => format!("{maker} {model}"),
                _ => model,
            })
        }
        "app" => {
            let name = text(fields, "app_name").or_else(|| text(fields, "app_identifier"));
            joined([name, text(fields, "app_version")])
        }
        "trace" => text(fields, "op").or_else(|| text(fields, "trace_id")),
        "culture" => text(fields, "display_name").or_else(|| text(fields, "locale")),
        "cloud_resource" => joined([text(fields, "cloud.provider"), text(fields, "cloud.region")]),
        "response" => text(fields, "status_code").map(|status| format!("Status {status}")),
        _ => versioned(fields),
    }
}

/// The name with its version; a system may have them in one text only.
fn versioned(fields: &Map<String, Value>) -> Option<String> {
    let name = text(fields, "name");
    if name.is_none()
        && let Some(whole) = text(fields, "raw_description")
    {
        return Some(whole);
    }
    joined([Some(name?), text(fields, "version")])
}

fn joined(parts: [Option<String>; 2]) -> Option<String> {
    let words: Vec<String> = parts.into_iter().flatten().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// What of a context is told first, beside its title.
fn facts(kind: &str, fields: &Map<String, Value>) -> Vec<Fact> {
    let plain: &[(&'static str, &str)] = match kind {
        "os" | "client_os" => &[("Kernel", "kernel_version"), ("Build", "build"), ("Rooted", "rooted")],
        "runtime" => &[("Build", "build"), ("Description", "raw_description")],
        "device" => &[
            ("Architecture", "arch"),
            ("Processor", "cpu_description"),
            ("Orientation", "orientation"),
            ("Simulator", "simulator"),
            ("Online", "online"),
        ],
        "gpu" => &[("Vendor", "vendor_name"), ("API", "api_type"), ("Driver", "version")],
        "app" => &[
            ("Build", "app_build"),
            ("Identifier", "app_identifier"),
            ("Started", "app_start_time"),
            ("In foreground", "in_foreground"),
        ],
        "trace" => &[("Trace", "trace_id"), ("Span", "span_id"), ("Status", "status")],
        "culture" => &[("Time zone", "timezone"), ("Calendar", "calendar")],
        "cloud_resource" => &[("Platform", "cloud.platform"), ("Account", "cloud.account.id")],
        _ => &[],
    };
    let mut facts: Vec<Fact> = plain
        .iter()
        .filter_map(|(label, name)| {
            Some(Fact {
                label,
                value: text(fields, name)?,
            })
        })
        .collect();
    let mut push = |label, value: Option<String>| facts.extend(value.map(|value| Fact { label, value }));
    match kind {
        "device" => {
            push("Memory", of(fields, "free_memory", "memory_size"));
            push("Storage", of(fields, "free_storage", "storage_size"));
            push("Screen", screen(fields));
            push("Battery", battery(fields));
        }
        "gpu" => push(
            "Memory",
            number(fields, "memory_size").map(|size| format!("{} MB", size)),
        ),
        "app" => push("Memory in use", number(fields, "app_memory").map(bytes)),
        "response" => push("Body", number(fields, "body_size").map(bytes)),
        _ => {}
    }
    facts
}

/// `2 GB free of 8 GB`, as far as both are known.
fn of(fields: &Map<String, Value>, free: &str, all: &str) -> Option<String> {
    match (number(fields, free), number(fields, all)) {
        (Some(free), Some(all)) => Some(format!("{} free of {}", bytes(free), bytes(all))),
        (Some(free), None) => Some(format!("{} free", bytes(free))),
        (None, Some(all)) => Some(bytes(all)),
        (None, None) => None,
    }
}

fn screen(fields: &Map<String, Value>) -> Option<String> {
    let size = match (
        number(fields, "screen_width_pixels"),
        number(fields, "screen_height_pixels"),
    ) {
        (Some(width), Some(height)) => format!("{width} × {height}"),
        _ => text(fields, "screen_resolution")?,
    };
    Some(size)
}

fn battery(fields: &Map<String, Value>) -> Option<String> {
    let level = number(fields, "battery_level")?;
    let is_charging = fields.get("charging").and_then(Value::as_bool) == Some(true);
    Some(format!("{level} %{}", if is_charging { ", charging" } else { "" }))
}
