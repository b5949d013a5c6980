//! What the dialog knows: what was chosen, and what that makes of the event.

use super::Purpose;
use crate::browser::{dom, storage};
use crate::page::issue::event::data::EventData;
use crate::page::issue::issue_page::IssueContext;
use crate::tracker_store::TrackerStore;
use glint_model::event_markdown::{Outline, Rendered, Section, Sections, Subject, markdown, outline};
use glint_model::redact::Kinds;
use glint_model::tracker_link::{Problem, Template, TrackerLink, Words, tracker_link};
use glint_model::wire::issue::Issue;
use leptos::prelude::*;
use std::sync::Arc;

/// The state of the dialog.
#[derive(Clone, Copy)]
pub struct Export {
    /// How the event leaves.
    pub purpose: RwSignal<Purpose>,
    /// Which kinds of private data are replaced.
    pub hidden: RwSignal<Kinds>,
    /// How issues of the project are filed.
    pub template: RwSignal<Template>,
    /// Whether the browser did not keep the template.
    pub is_unkept: RwSignal<bool>,
    /// What the last action did, in a sentence.
    pub said: RwSignal<String>,
    /// What goes along, before anything is replaced.
    pub outline: Memo<Arc<Outline>>,
    /// The same as Markdown, as it leaves.
    pub text: Memo<Arc<Rendered>>,
    /// The link to the tracker, while it is wanted.
    pub link: Memo<Option<Result<TrackerLink, Problem>>>,
    chosen: RwSignal<Sections>,
    store: StoredValue<Option<TrackerStore>>,
    event: StoredValue<EventData>,
}

impl Export {
    /// Everything is replaced at first; the sections are those of last time.
    pub fn new(context: &IssueContext, event: EventData, purpose: Purpose) -> Self {
        let issue: Option<Issue> = untrack(|| context.issue.ready());
        let address = dom::origin() + &context.place.event(&event.event_id).href();
        let store = issue
            .as_ref()
            .map(|issue| TrackerStore::of(&context.place.organization, &issue.project.slug));
        let kept = storage::get(storage::EXPORT).map(|text| Sections::parse(&text));
        let purpose = RwSignal::new(purpose);
        let chosen = RwSignal::new(kept.unwrap_or_default());
        let template = RwSignal::new(store.as_ref().map(TrackerStore::read).unwrap_or_default());
        let hidden = RwSignal::new(Kinds::EVERY);
        let sections = Memo::new(move |_| match purpose.get() {
            Purpose::Tracker => template.with(|template| Sections::parse(&template.sections)),
            Purpose::Markdown | Purpose::Snapshot => chosen.get(),
        });
        let known = StoredValue::new((event.clone(), issue, address));
        let outline = Memo::new(move |_| {
            let sections = sections.get();
            known.with_value(|(event, issue, address)| Arc::new(outline(subject(event, issue, address), sections)))
        });
        let text = Memo::new(move |_| outline.with(|outline| Arc::new(markdown(outline, hidden.get()))));
        let link = Memo::new(move |_| {
            (purpose.get() == Purpose::Tracker).then(|| {
                let words = known.with_value(|(event, issue, address)| {
                    outline.with(|outline| Words::of(subject(event, issue, address), outline, hidden.get()))
                });
                template.with(|template| text.with(|text| tracker_link(template, &words, &text.text)))
            })
        });
        Self {
            purpose,
            hidden,
            template,
            is_unkept: RwSignal::new(false),
            said: RwSignal::new(String::new()),
            outline,
            text,
            link,
            chosen,
            store: StoredValue::new(store),
            event: StoredValue::new(event),
        }
    }

    /// Whether a section goes along; tracked.
    pub fn has(self, section: Section) -> bool {
        match self.purpose.get() {
            Purpose::Tracker => self
                .template
                .with(|template| Sections::parse(&template.sections).has(section)),
            Purpose::Markdown | Purpose::Snapshot => self.chosen.get().has(section),
        }
    }

    /// Takes a section along, or not, and keeps the choice.
    pub fn choose(self, section: Section, is_in: bool) {
        if self.purpose.get_untracked() == Purpose::Tracker {
            self.change(|template| {
                template.sections = Sections::parse(&template.sections).with(section, is_in).to_text();
            });
        } else {
            let now = self.chosen.get_untracked().with(section, is_in);
            self.chosen.set(now);
            storage::set(storage::EXPORT, Some(&now.to_text()));
        }
    }

    /// Changes the template, and keeps it for the project.
    pub fn change(self, change: impl FnOnce(&mut Template)) {
        self.template.update(change);
        let is_kept = self.store.with_value(|store| {
            let template = self.template.get_untracked();
            store.as_ref().is_some_and(|store| store.keep(&template))
        });
        self.is_unkept.set(!is_kept);
    }

    /// The start of the name of a file: `event-1f9d100e`.
    pub fn file_stem(self) -> String {
        let id = self.event.with_value(|event| event.event_id.to_string());
        let short: String = id.chars().filter(char::is_ascii_alphanumeric).take(8).collect();
        format!("event-{short}")
    }
}

fn subject<'a>(event: &'a EventData, issue: &'a Option<Issue>, address: &'a str) -> Subject<'a> {
    Subject {
        event,
        issue: issue.as_ref(),
        address: Some(address),
    }
}
