//! What is wrong with what was typed, before it is sent.

use super::address::{host_port_problem, web_problem};
use super::{Field, LONGEST_BODY, LONGEST_NAME, LONGEST_TIMEOUT_S, LONGEST_URL, MonitorForm, USUAL_TIMEOUT_S, fields};
use crate::monitor_interval::LONGEST_S;
use crate::text::thousands;
use crate::wire::monitor::MonitorType;

/// Everything that is wrong, in the order of the form; only of the fields that the type has.
pub fn problems(form: &MonitorForm) -> Vec<(Field, String)> {
    fields(form.kind)
        .iter()
        .filter_map(|field| Some((*field, field_problem(form, *field)?)))
        .collect()
}

/// What is wrong with one field.
pub fn field_problem(form: &MonitorForm, field: Field) -> Option<String> {
    match field {
        Field::Kind => (form.kind == MonitorType::Unknown).then(|| "Choose a type.".to_owned()),
        Field::Name => name_problem(form.name.trim()),
        Field::Url => url_problem(form),
        Field::ExpectedStatus => status_problem(form.expected_status.trim()),
        Field::ExpectedBody => too_long(&form.expected_body, LONGEST_BODY),
        Field::Interval => interval_problem(&form.interval),
        Field::Timeout => timeout_problem(form.timeout.trim()),
        Field::Project => None,
    }
}

fn name_problem(name: &str) -> Option<String> {
    if name.is_empty() {
        return Some("Give it a name.".to_owned());
    }
    too_long(name, LONGEST_NAME)
}

fn url_problem(form: &MonitorForm) -> Option<String> {
    let (url, is_port) = (form.url().trim(), form.kind == MonitorType::Port);
    if url.is_empty() {
        let wanted = if is_port {
            "Say what to look at: host:port, such as db.example.com:5432."
        } else {
            "Say what to look at: an address such as https://shop.example.com/health."
        };
        return Some(wanted.to_owned());
    }
    let problem = if is_port {
        host_port_problem(url)
    } else {
        web_problem(url)
    };
    problem.map(str::to_owned).or_else(|| too_long(url, LONGEST_URL))
}

fn status_problem(text: &str) -> Option<String> {
    match text.parse::<i64>() {
        Ok(100..=999) => None,
        _ => Some("A status code is a whole number from 100, such as 200 or 204.".to_owned()),
    }
}

/// What is wrong with an interval.
pub fn interval_problem(text: &str) -> Option<String> {
    match text.trim().parse::<i64>() {
        Ok(1..=LONGEST_S) => None,
        Ok(seconds) if seconds > LONGEST_S => Some(format!(
            "At most {} seconds (9 hours 6 minutes): the server cannot store more.",
            thousands(LONGEST_S.unsigned_abs())
        )),
        _ => Some(format!(
            "Whole seconds are wanted, 1 to {}.",
            thousands(LONGEST_S.unsigned_abs())
        )),
    }
}

fn timeout_problem(text: &str) -> Option<String> {
    if text.is_empty() {
        return None;
    }
    match text.parse::<i64>() {
        Ok(1..=LONGEST_TIMEOUT_S) => None,
        _ => Some(format!(
            "Whole seconds from 1 to {LONGEST_TIMEOUT_S}, or nothing for the usual {USUAL_TIMEOUT_S}."
        )),
    }
}

fn too_long(text: &str, most: usize) -> Option<String> {
    let length = text.chars().count();
    (length > most).then(|| {
        format!(
            "At most {} characters; these are {}.",
            thousands(most as u64),
            thousands(length as u64)
        )
    })
}
