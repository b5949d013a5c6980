//! Who was using the application.

use super::section::{all_fields, rows_height, section};
use crate::page::issue::event::data::EventData;
use crate::ui::long_text::long_raw;
use crate::ui::value_tree::pairs_at;
use glint_model::context_facts::{UserFact, UserFactKind, user_facts};
use glint_model::safe_url::SafeUrl;
use leptos::prelude::*;

/// Shows what is known of the user; nothing when there is none.
pub fn user(event: &EventData) -> Option<AnyView> {
    let all = event.user.clone().filter(|user| !user.is_empty())?;
    let (facts, rest) = user_facts(&all);
    let count = facts.len() + rest.len();
    let build = move || {
        let facts: Vec<AnyView> = facts.iter().map(fact_view).collect();
        let rest = (!rest.is_empty()).then(|| pairs_at("user", rest.clone(), None));
        let facts = (!facts.is_empty()).then(|| view! { <dl class="fact-list">{facts}</dl> });
        view! { {facts}{rest}{all_fields("user", all.clone())} }.into_any()
    };
    Some(section("user", "User", None, None, rows_height(count), build))
}

fn fact_view(fact: &UserFact) -> AnyView {
    let mail = match fact.kind {
        UserFactKind::Email => SafeUrl::mail(&fact.value),
        UserFactKind::Text => None,
    };
    let value = match mail {
        Some(mail) => mail_link(&mail),
        None => long_raw(&fact.value),
    };
    view! { <div><dt>{fact.label}</dt><dd>{value}</dd></div> }.into_any()
}

/// A link to write to somebody.
pub fn mail_link(mail: &SafeUrl) -> AnyView {
    let host = mail.host().to_owned();
    let title = format!("Write to {host}");
    view! { <a class="link" href=mail.to_string() rel="noopener noreferrer" title=title>{host}</a> }.into_any()
}
