//! What the user wrote about this event.

use super::section::{all_fields, section};
use super::user::mail_link;
use crate::page::issue::event::data::EventData;
use crate::page::issue::place::Place;
use crate::route::IssuePart;
use crate::ui::long_text::long_raw;
use crate::ui::time::long_time;
use crate::ui::value_tree::pairs_at;
use glint_model::reveal::reveal;
use glint_model::safe_url::SafeUrl;
use glint_model::timestamp::Timestamp;
use leptos::prelude::*;
use serde_json::{Map, Value};

/// Shows it; nothing when nobody wrote.
pub fn report(place: &Place, event: &EventData) -> Option<AnyView> {
    event.user_report.as_ref().filter(|report| !report.is_empty())?;
    let all = place.part(IssuePart::UserReports).href();
    let end = view! { <a class="link" href=all>"All user reports"</a> }.into_any();
    let event = event.clone();
    let build = move || {
        event
            .user_report
            .as_ref()
            .map(report_view)
            .unwrap_or_else(|| ().into_any())
    };
    Some(section("user-report", "User report", None, Some(end), 90, build))
}

fn report_view(report: &Map<String, Value>) -> AnyView {
    let text = |name: &str| report.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let name = text("name").map(|name| view! { <b>{reveal(name)}</b> });
    let email = text("email").map(|email| match SafeUrl::mail(email) {
        Some(mail) => mail_link(&mail),
        None => reveal(email).into_any(),
    });
    let at: Option<Timestamp> = report
        .get("dateCreated")
        .and_then(|at| serde_json::from_value(at.clone()).ok());
    let is_told = |name: &str| match name {
        "name" | "email" | "comments" => text(name).is_some(),
        "dateCreated" => at.is_some(),
        // Which event it is about says the page itself.
        "eventID" | "event" | "id" => true,
        _ => false,
    };
    let rest: Vec<(String, Value)> = report
        .iter()
        .filter(|(name, value)| !value.is_null() && !is_told(name))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    let rest = (!rest.is_empty()).then(|| pairs_at("userReport", rest, None));
    view! {
        <p class="by">{name}{email}{at.map(|at| view! { <span class="faint">{long_time(at)}</span> })}</p>
        {text("comments").map(|comments| view! { <p class="words-of-user">{long_raw(comments)}</p> })}
        {rest}
        {all_fields("userReport", report.clone())}
    }
    .into_any()
}
