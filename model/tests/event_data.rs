//! Request, contexts, user and reports of every recorded event: nothing that was sent is dropped. The recordings are no
//! part of this repository: where they are absent this test says so and passes.

use glint_model::context_facts::{context_cards, user_facts};
use glint_model::csp::{advice, sentence};
use glint_model::curl;
use glint_model::json_view::Node;
use glint_model::request_parts::{RequestParts, request_parts};
use glint_model::wire::entry::CspData;
use glint_model::wire::event::Event;
use serde_json::{Map, Value};
use std::path::Path;
use std::sync::Arc;

fn events() -> Option<Vec<(String, Event)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/contract/recordings");
    let Ok(files) = std::fs::read_dir(&folder) else {
        println!("skipped: there are no recordings beside this clone");
        return None;
    };
    let mut events = Vec::new();
    for file in files.flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if !name.ends_with(".json") || !name.starts_with("GET_issue_event") && !name.starts_with("GET_project_event") {
            continue;
        }
        let text = std::fs::read_to_string(file.path()).expect("a recording");
        let recording: Value = serde_json::from_str(&text).expect("JSON");
        let bodies = match &recording["body"] {
            Value::Array(bodies) => bodies.clone(),
            body => vec![body.clone()],
        };
        let read = bodies.into_iter().filter_map(|body| serde_json::from_value(body).ok());
        events.extend(read.map(|event| (name.clone(), event)));
    }
    Some(events)
}

/// Every text and number in a value.
fn leaves(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| {
            found.push(key.clone());
            leaves(value, found);
        }),
        Value::Array(items) => items.iter().for_each(|item| leaves(item, found)),
        Value::String(text) => found.push(text.clone()),
        Value::Number(number) => found.push(number.to_string()),
        Value::Null | Value::Bool(_) => {}
    }
}

/// Everything that a page can show of a request.
fn shown(request: &RequestParts) -> Vec<String> {
    let mut shown = Vec::new();
    for pair in request.query.iter().chain(&request.headers).chain(&request.cookies) {
        shown.extend([pair.name.clone(), pair.value.clone()]);
    }
    for (name, value) in request.env.iter().chain(&request.other) {
        shown.push(name.clone());
        leaves(value, &mut shown);
    }
    let texts = [&request.method, &request.url, &request.fragment, &request.content_type];
    shown.extend(texts.into_iter().flatten().cloned());
    if let Some(body) = &request.body {
        leaves(&body.sent, &mut shown);
    }
    shown
}

#[test]
fn requests_are_shown_whole() {
    let Some(events) = events() else { return };
    let (mut seen, mut called) = (0, 0);
    for (name, event) in &events {
        for entry in event.entries.iter().filter(|entry| entry.kind == "request") {
            let data: Map<String, Value> = entry.read().expect(name);
            let request = request_parts(data.clone());
            let shown = shown(&request);
            let fields = [
                "method",
                "url",
                "query",
                "queryString",
                "query_string",
                "headers",
                "cookies",
                "data",
                "env",
                "fragment",
                "inferredContentType",
                "inferred_content_type",
            ];
            for (field, value) in &data {
                let mut sent = Vec::new();
                leaves(value, &mut sent);
                for text in sent.iter().filter(|text| !text.is_empty()) {
                    assert!(shown.contains(text), "{name}: {field} lost {text:?}");
                }
                assert!(
                    fields.contains(&field.as_str()) || value.is_null(),
                    "{name}: {field} is new"
                );
            }
            assert!(request.other.is_empty(), "{name}: {:?}", request.other);
            let filtered = |texts: &[String]| texts.iter().filter(|text| *text == "[Filtered]").count();
            let secrets = request
                .headers
                .iter()
                .chain(&request.cookies)
                .filter(|pair| pair.is_secret);
            let hidden: Vec<String> = secrets.map(|pair| pair.value.clone()).collect();
            assert_eq!(filtered(&hidden), 0, "{name}: what was filtered is no secret any more");
            called += usize::from(curl::command(&request, false).is_some());
            seen += 1;
        }
    }
    assert!(
        seen > 30 && called > 30,
        "{seen} requests, {called} of them to be called"
    );
}

#[test]
fn contexts_and_users_are_shown_whole() {
    let Some(events) = events() else { return };
    let (mut cards, mut titles, mut users) = (0, 0, 0);
    for (name, event) in &events {
        if let Some(contexts) = &event.contexts {
            let told = context_cards(contexts);
            for (key, value) in contexts {
                let card = told.iter().find(|card| card.key == *key);
                let fields = value
                    .as_object()
                    .map(|map| map.keys().any(|key| key != "type"))
                    .unwrap_or(true);
                assert_eq!(card.is_some(), fields && !value.is_null(), "{name}: {key}");
                assert!(card.is_none_or(|card| card.value == *value), "{name}: {key}");
            }
            cards += told.len();
            titles += told.iter().filter(|card| card.title.is_some()).count();
        }
        if let Some(user) = event.user.as_ref().filter(|user| !user.is_empty()) {
            let (facts, rest) = user_facts(user);
            let mut sent = Vec::new();
            user.values().for_each(|value| leaves(value, &mut sent));
            let mut shown: Vec<String> = facts.iter().map(|fact| fact.value.clone()).collect();
            rest.iter().for_each(|(_, value)| leaves(value, &mut shown));
            let shown = shown.join("\n");
            let lost: Vec<&String> = sent.iter().filter(|text| !shown.contains(text.trim())).collect();
            // The names of fields inside of a place are told by their order.
            let lost: Vec<_> = lost
                .into_iter()
                .filter(|text| !["city", "country_code", "region", "subdivision"].contains(&text.as_str()))
                .collect();
            assert!(lost.is_empty(), "{name}: {lost:?}");
            users += 1;
        }
    }
    assert!(
        titles * 2 > cards && users > 20,
        "{titles} titles of {cards} contexts, {users} users"
    );
}

#[test]
fn reports_have_a_sentence_and_an_advice() {
    let Some(events) = events() else { return };
    let mut seen = 0;
    for (name, event) in &events {
        for entry in event.entries.iter().filter(|entry| entry.kind == "csp") {
            let report: CspData = entry.read().expect(name);
            assert!(sentence(&report).starts_with("The browser"), "{name}");
            assert!(advice(&report).is_some(), "{name}: {report:?}");
            seen += 1;
        }
    }
    assert!(seen > 0);
}

#[test]
fn every_place_in_an_event_has_a_path_of_its_own() {
    let Some(events) = events() else { return };
    for (name, event) in &events {
        let value = serde_json::to_value(&event.contexts).expect(name);
        let (mut open, mut paths) = (vec![Node::root("contexts", Arc::new(value))], Vec::new());
        while let Some(node) = open.pop() {
            paths.push(node.path());
            open.extend(node.parts(0..node.len()).into_iter().map(|(_, node)| node));
        }
        let all = paths.len();
        paths.sort();
        paths.dedup();
        assert_eq!(paths.len(), all, "{name}");
    }
}
