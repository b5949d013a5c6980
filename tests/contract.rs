//! The wire types against the recorded answers of a real server.
//!
//! Every recording of a known endpoint is decoded and encoded again; what cannot be decoded or is dropped on the
//! way fails. The recordings are no part of this repository: where `../shared/contract` is absent, these tests say
//! so and pass.

#[path = "contract/compare.rs"]
mod compare;
#[path = "contract/endpoints.rs"]
mod endpoints;
#[path = "contract/recording.rs"]
mod recording;
#[path = "contract/uptime.rs"]
mod uptime;

use glint_model::error::ApiError;
use glint_model::issue_title::heading;
use glint_model::link::{Hits, PageLinks};
use glint_model::search::prepare;
use glint_model::stack_trace::{FrameOrder, Frames, Row, chain, frame_title, hit, raw, rows};
use glint_model::wire::entry::{ExceptionData, Frame};
use recording::Recording;
use std::collections::BTreeMap;

#[test]
fn every_recording_of_a_known_endpoint_is_understood() {
    let Some(recordings) = recording::all() else { return };
    let mut wrong = Vec::new();
    let mut read = 0;
    for recording in recordings.iter().filter(|recording| recording.is_answer()) {
        let Some(endpoint) = endpoints::of(recording) else {
            continue;
        };
        read += 1;
        match (endpoint.round_trip)(&recording.body_text()) {
            Err(error) => wrong.push(format!("{}: {error}", recording.name)),
            Ok(again) => wrong.extend(
                compare::dropped(&recording.body, &again)
                    .iter()
                    .map(|lost| format!("{}: {lost}", recording.name)),
            ),
        }
    }
    println!("{read} recorded answers read");
    assert!(wrong.is_empty(), "{} problems:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_foundation_endpoint_was_recorded() {
    let Some(recordings) = recording::all() else { return };
    let mut unknown: BTreeMap<String, usize> = BTreeMap::new();
    let mut used = vec![0_usize; endpoints::ALL.len()];
    for recording in recordings.iter().filter(|recording| recording.is_answer()) {
        let known = endpoints::ALL.iter().position(|endpoint| endpoint.is_of(recording));
        match known {
            Some(at) => used[at] += 1,
            None => *unknown.entry(recording.group()).or_default() += 1,
        }
    }
    println!("recorded, but of no known endpoint yet:");
    for (group, count) in &unknown {
        println!("  {count:3} {group}");
    }
    let missing: Vec<String> = endpoints::ALL
        .iter()
        .zip(&used)
        .filter(|(_, count)| **count == 0)
        .map(|(endpoint, _)| format!("{} {}", endpoint.method, endpoint.path))
        .collect();
    assert!(missing.is_empty(), "no recording of:\n{}", missing.join("\n"));
}

#[test]
fn every_recorded_entry_of_an_event_is_understood() {
    let Some(recordings) = recording::all() else { return };
    let mut wrong = Vec::new();
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for recording in recordings.iter().filter(|recording| endpoints::has_events(recording)) {
        for (at, entry) in recording.entries().iter().enumerate() {
            let kind = entry["type"].as_str().unwrap_or_default();
            *kinds.entry(kind.to_owned()).or_default() += 1;
            match endpoints::entry_round_trip(kind, &entry["data"].to_string()) {
                Err(error) => wrong.push(format!("{} entry {at} ({kind}): {error}", recording.name)),
                Ok(again) => wrong.extend(
                    compare::dropped(&entry["data"], &again)
                        .iter()
                        .map(|lost| format!("{} entry {at} ({kind}): {lost}", recording.name)),
                ),
            }
        }
    }
    println!("{kinds:?}");
    assert!(wrong.is_empty(), "{} problems:\n{}", wrong.len(), wrong.join("\n"));
    for kind in ["exception", "message", "csp", "breadcrumbs", "request"] {
        assert!(kinds.contains_key(kind), "no {kind} entry was recorded");
    }
}

#[test]
fn every_recorded_refusal_has_a_meaning_and_a_sentence() {
    let Some(recordings) = recording::all() else { return };
    let mut seen = 0;
    for recording in recordings.iter().filter(|recording| recording.status >= 400) {
        seen += 1;
        let error = ApiError::from_answer(recording.status, recording.header("retry-after"), &recording.raw_body());
        let name = &recording.name;
        let fits = match recording.status {
            401 => error == ApiError::SignedOut,
            403 => matches!(error, ApiError::Forbidden(_) | ApiError::Csrf),
            404 => error == ApiError::NotFound,
            409 => matches!(error, ApiError::Conflict(_)),
            429 => matches!(error, ApiError::TooMany { .. }),
            400 | 422 => matches!(&error, ApiError::Invalid(problems)
                if recording.raw_body().is_empty() || problems.iter().all(|problem| !problem.message.is_empty()) && !problems.is_empty()),
            status => error == ApiError::Server(status),
        };
        assert!(fits, "{name}: {error:?}");
        assert_eq!(
            recording.raw_body().contains("CSRF"),
            error == ApiError::Csrf,
            "{name}: {error:?}"
        );
        let sentence = error.sentence();
        assert!(
            sentence.len() < 500 && sentence.ends_with('.') && !sentence.contains('<'),
            "{name}: {sentence}"
        );
        println!("{} {name}: {sentence}", recording.status);
    }
    assert!(seen > 50, "only {seen} refusals were recorded");
}

#[test]
fn every_recorded_link_header_is_understood() {
    let Some(recordings) = recording::all() else { return };
    let (mut seen, mut next, mut previous) = (0, 0, 0);
    for recording in &recordings {
        let Some(header) = recording.header("link") else {
            continue;
        };
        seen += 1;
        let links = PageLinks::parse(header);
        assert_eq!(
            expected_cursor(header, "next"),
            links.next,
            "{}: {header}",
            recording.name
        );
        assert_eq!(
            expected_cursor(header, "previous"),
            links.previous,
            "{}: {header}",
            recording.name
        );
        next += usize::from(links.next.is_some());
        previous += usize::from(links.previous.is_some());
        let hits = Hits::parse(recording.header("x-hits"), recording.header("x-max-hits"));
        assert!(hits.is_some(), "{}", recording.name);
    }
    assert!(
        seen > 50 && next > 5 && previous > 0,
        "{seen} headers, {next} next, {previous} previous"
    );
}

/// The cursor found the plain way, for comparison: the attribute right behind `results="true"`.
fn expected_cursor(header: &str, relation: &str) -> Option<String> {
    let (_, rest) = header.split_once(&format!("rel=\"{relation}\"; results=\"true\"; cursor=\""))?;
    rest.split('"').next().map(str::to_owned)
}

#[test]
fn what_would_be_dropped_is_noticed() {
    let original = serde_json::json!({"event_id": "1", "kept": [1, {"lost": 2}], "gone": null});
    let again = serde_json::json!({"eventID": "1", "kept": [1, {}]});
    assert_eq!(compare::dropped(&original, &again), ["kept[1].lost is dropped"]);
    let times = serde_json::json!(["2026-11-23T08:15:11.990123Z", "2026-11-23T08:15:11.990123Z"]);
    let cut = serde_json::json!(["2026-11-23T08:15:11.990Z", "2026-11-23T08:15:11.991Z"]);
    assert_eq!(compare::dropped(&times, &cut).len(), 1);
    assert_eq!(
        Recording::group_of("GET", "/api/0/organizations/acme/monitors/12/"),
        "GET organizations/*/monitors"
    );
}

#[test]
fn every_recorded_event_can_be_shown() {
    let Some(recordings) = recording::all() else { return };
    let mut shown = 0;
    for recording in recordings.iter().filter(|recording| endpoints::has_events(recording)) {
        for event in endpoints::events(recording) {
            shown += 1;
            let name = &recording.name;
            let heading = heading(
                event.kind,
                &event.metadata,
                event.title.as_deref().unwrap_or_default(),
                event.culprit.as_deref(),
            );
            assert!(
                !heading.title.is_empty() && !heading.title.contains('\n'),
                "{name}: {heading:?}"
            );
            println!("{name}: {heading:?}");
            let platform = event.platform.as_deref();
            for entry in event.entries.iter().filter(|entry| entry.kind == "exception") {
                let data: ExceptionData = entry.read().expect("the test of entries has read it");
                println!("{}", raw(&data, platform));
                assert_eq!(chain(&data).len(), data.values.len(), "{name}");
                for exception in &data.values {
                    let frames = exception
                        .stacktrace
                        .as_ref()
                        .and_then(|trace| trace.frames.as_deref())
                        .unwrap_or_default();
                    show_frames(name, frames, platform);
                }
            }
        }
    }
    assert!(shown > 80, "only {shown} events were recorded");
}

fn show_frames(name: &str, frames: &[Frame], platform: Option<&str>) {
    let app = rows(frames, FrameOrder::NewestFirst, Frames::AppOnly);
    let mut last_is_folded = false;
    for row in &app {
        let is_folded = matches!(row, Row::Folded { .. });
        assert!(
            !(is_folded && last_is_folded),
            "{name}: folded rows side by side in {app:?}"
        );
        last_is_folded = is_folded;
        match row {
            Row::Frame { index, times } => println!("  {times} x {:?}", frame_title(&frames[*index], platform)),
            Row::Folded { count, names, .. } => println!("  {count} folded of {names:?}"),
        }
    }
    assert!(
        frames.is_empty() || app.iter().any(|row| matches!(row, Row::Frame { .. })),
        "{name}: nothing is shown"
    );
    let all: usize = rows(frames, FrameOrder::OldestFirst, Frames::All)
        .iter()
        .map(|row| if let Row::Frame { times, .. } = row { *times } else { 0 })
        .sum();
    assert_eq!(all, frames.len(), "{name}");
    for frame in frames
        .iter()
        .filter(|frame| frame.context.as_ref().is_some_and(|lines| !lines.is_empty()))
    {
        assert!(hit(frame).is_some(), "{name}: {frame:?}");
    }
}

#[test]
fn no_recorded_search_is_sent_in_a_form_that_fails() {
    let Some(recordings) = recording::all() else { return };
    let mut seen = 0;
    for recording in recordings
        .iter()
        .filter(|recording| recording.path.ends_with("/issues/"))
    {
        let Some(query) = recording.query("query") else {
            continue;
        };
        seen += 1;
        let prepared = prepare(query);
        println!(
            "{} {:?} {query}  ->  {prepared:?}",
            recording.status,
            recording.header("x-hits")
        );
        let finds = recording.status == 200 && recording.header("x-hits") != Some("0");
        if finds {
            assert_eq!(
                prepared.query, query,
                "a search that finds something must stay as it is"
            );
        } else {
            assert_eq!(prepared.query.matches('"').count() % 2, 0, "{query}");
        }
    }
    assert!(seen > 20, "only {seen} searches were recorded");
}
