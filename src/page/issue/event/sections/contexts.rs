//! The contexts: browser, system, runtime, device and whatever else the SDK described, a card for each.

use super::section::section;
use crate::page::issue::event::data::EventData;
use crate::ui::lazy::lazy_details;
use crate::ui::long_text::long_raw;
use crate::ui::value_tree::{foldable_tree, value_view};
use glint_model::context_facts::{ContextCard, context_cards};
use glint_model::json_view::{Node, leaf_kind, push_key};
use glint_model::reveal::reveal;
use glint_model::text::counted;
use leptos::prelude::*;
use std::sync::Arc;

/// So many cards are shown; more of them are folded.
const SHOWN: usize = 24;

/// Shows them; nothing when there are none.
pub fn contexts(event: &EventData) -> Option<AnyView> {
    let count = event
        .contexts
        .as_ref()
        .map(|contexts| contexts.len())
        .filter(|count| *count > 0)?;
    let event = event.clone();
    let build = move || {
        let mut cards = event.contexts.as_ref().map(context_cards).unwrap_or_default();
        let rest = Arc::new(cards.split_off(cards.len().min(SHOWN)));
        let more = (!rest.is_empty()).then(|| {
            let summary = counted(rest.len() as u64, "more context", "more contexts");
            lazy_details("more", false, summary.into_any(), move || cards_view(&rest))
        });
        if cards.is_empty() {
            return view! { <p class="note">"Nothing is in them."</p> }.into_any();
        }
        view! { {cards_view(&cards)}{more} }.into_any()
    };
    let rows = u32::try_from(count.div_ceil(2).min(12)).unwrap_or(1);
    Some(section("contexts", "Contexts", Some(count), None, 130 * rows, build))
}

fn cards_view(cards: &[ContextCard]) -> AnyView {
    let cards: Vec<AnyView> = cards.iter().map(card_view).collect();
    view! { <div class="cards">{cards}</div> }.into_any()
}

fn card_view(card: &ContextCard) -> AnyView {
    let title = card
        .title
        .as_deref()
        .map(|title| view! { <p class="is">{long_raw(title)}</p> });
    let facts: Vec<AnyView> = card
        .facts
        .iter()
        .map(|fact| view! { <div><dt>{fact.label}</dt><dd>{long_raw(&fact.value)}</dd></div> }.into_any())
        .collect();
    let facts = (!facts.is_empty()).then(|| view! { <dl class="fact-list">{facts}</dl> });
    // A card that says nothing by itself is open.
    let is_open = card.title.is_none() && facts.is_none();
    view! {
        <div class="card" role="group" aria-label=reveal(&card.name)>
            <h3>{reveal(&card.name)}</h3>
            {title}
            {facts}
            {fields(card, is_open)}
        </div>
    }
    .into_any()
}

fn fields(card: &ContextCard, is_open: bool) -> AnyView {
    if leaf_kind(&card.value).is_some() {
        return view! { <div class="is">{value_view(&card.value)}</div> }.into_any();
    }
    let mut path = "contexts".to_owned();
    push_key(&mut path, &card.key);
    let node = Node::root(&path, Arc::new(card.value.clone()));
    if is_open {
        return foldable_tree(&node, None);
    }
    let summary = counted(node.len() as u64, "field", "fields");
    lazy_details("fold", false, summary.into_any(), move || foldable_tree(&node, None))
}
