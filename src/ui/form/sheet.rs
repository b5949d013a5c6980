//! What a form knows besides what is typed: which fields were left, what the server refused, whether it is being sent, and
//! the draft that keeps what was typed.

use super::complaints::{Complaint, Complaints};
use super::field::{Frame, TextField, TextKind, text_field};
use crate::reactive::attribute;
use crate::ui::toast::Toasts;
use glint_model::error::ApiError;
use glint_model::form_refusal::refusal;
use leptos::prelude::*;

/// A field, as people, the page and the server name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldName {
    /// The id of its control, unique in the page.
    pub id: &'static str,
    /// What it is called on screen.
    pub label: &'static str,
    /// What the server calls it in a refusal.
    pub wire: &'static str,
}

/// A form, apart from its values.
#[derive(Clone, Copy)]
pub struct Sheet {
    fields: &'static [FieldName],
    /// Fields that were left, or sent: what is wrong with them is said.
    judged: RwSignal<Vec<&'static str>>,
    /// What was said about fields when the form was sent, until they change.
    refused: RwSignal<Vec<(&'static str, String)>>,
    complaints: Complaints,
    is_busy: RwSignal<bool>,
    toasts: Toasts,
}

/// A field for text in a sheet.
pub struct TextEntry {
    /// Which field; one of the sheet's.
    pub id: &'static str,
    /// Whether it may stay empty.
    pub is_optional: bool,
    /// What helps to fill it in; phrasing content.
    pub hint: AnyView,
    /// What is typed.
    pub kind: TextKind,
    /// An example, in pale print.
    pub example: &'static str,
    /// What is in it.
    pub value: RwSignal<String>,
    /// What is wrong with a text.
    pub check: fn(&str) -> Option<String>,
}

impl Sheet {
    /// A form with these fields, in their order on screen.
    pub fn new(fields: &'static [FieldName]) -> Self {
        Self {
            fields,
            judged: RwSignal::new(Vec::new()),
            refused: RwSignal::new(Vec::new()),
            complaints: Complaints::none(),
            is_busy: RwSignal::new(false),
            toasts: Toasts::get(),
        }
    }

    /// What is wrong with a field: what `own` finds, once it was left or sent, or else what was said when the form was sent,
    /// by the server or by a check across fields.
    pub fn problem(
        self,
        id: &'static str,
        own: impl Fn() -> Option<String> + Send + Sync + 'static,
    ) -> Signal<Option<String>> {
        Signal::derive(move || {
            let own = self.judged.with(|judged| judged.contains(&id)).then(&own).flatten();
            own.or_else(|| {
                self.refused.with(|refused| {
                    let said = refused.iter().find(|(of, _)| *of == id);
                    said.map(|(_, words)| words.clone())
                })
            })
        })
    }

    /// A field was changed: what was said about it is over.
    pub fn changed(self, id: &'static str) {
        self.refused.update(|refused| refused.retain(|(of, _)| *of != id));
        self.complaints.settle(id);
    }

    /// A field was left. One that is still empty is not called wrong before the form is sent.
    pub fn left(self, id: &'static str, is_empty: bool) {
        if !is_empty && !self.judged.with_untracked(|judged| judged.contains(&id)) {
            self.judged.update(|judged| judged.push(id));
        }
    }

    /// A field for text.
    pub fn text(self, entry: TextEntry) -> AnyView {
        let TextEntry {
            id,
            is_optional,
            hint,
            kind,
            example,
            value,
            check,
        } = entry;
        text_field(TextField {
            frame: Frame {
                id,
                label: self.label(id),
                is_optional,
                hint,
                problem: self.problem(id, move || value.with(|text| check(text))),
            },
            kind,
            value: attribute(move || value.get()),
            example,
            typed: Callback::new(move |typed| {
                value.set(typed);
                self.changed(id);
            }),
            left: Callback::new(move |()| {
                let is_empty = value.with_untracked(|text| text.trim().is_empty());
                self.left(id, is_empty);
            }),
        })
    }

    /// What a field is called.
    pub fn label(self, id: &str) -> &'static str {
        let field = self.fields.iter().find(|field| field.id == id);
        field.map_or("", |field| field.label)
    }

    /// The list of what is wrong; above the fields.
    pub fn complaints(self) -> AnyView {
        self.complaints.view()
    }

    /// Whether it is being sent.
    pub fn is_busy(self) -> Signal<bool> {
        self.is_busy.into()
    }

    /// Begins to send. False when that is under way already, or when something is wrong, which is said then.
    pub fn begin(self, wrong: &[(&'static str, String)]) -> bool {
        if self.is_busy.get_untracked() {
            return false;
        }
        if !wrong.is_empty() {
            self.judged.set(self.fields.iter().map(|field| field.id).collect());
            self.refused.set(wrong.to_vec());
            self.complain(wrong, None);
            return false;
        }
        self.complaints.clear();
        self.refused.set(Vec::new());
        self.is_busy.set(true);
        true
    }

    /// It was sent and taken.
    pub fn done(self) {
        self.is_busy.try_set(false);
        self.judged.try_set(Vec::new());
    }

    /// It was sent and refused: says why, at the fields or above them. `what` begins the sentence where the form is gone by
    /// now: “The team was not created.”
    pub fn refuse(self, error: &ApiError, what: &str) {
        if self.is_busy.try_set(false).is_some() {
            return self.toasts.say_problem(format!("{what} {}", error.sentence()));
        }
        let names: Vec<(&'static str, &'static str)> = self.fields.iter().map(|field| (field.wire, field.id)).collect();
        let refusal = refusal(error, &names);
        self.complain(&refusal.fields, refusal.rest);
        self.refused.set(refusal.fields);
    }

    /// Says what is wrong with the whole, in words of our own.
    pub fn object(self, text: String) {
        if self.is_busy.try_set(false).is_some() {
            return self.toasts.say_problem(text);
        }
        self.complain(&[], Some(text));
    }

    fn complain(self, fields: &[(&'static str, String)], rest: Option<String>) {
        let about_all = rest.map(|text| Complaint { field: None, text });
        let about_fields = fields.iter().map(|(id, words)| Complaint {
            field: Some(*id),
            text: format!("{}: {words}", self.label(id)),
        });
        self.complaints.say(about_all.into_iter().chain(about_fields).collect());
    }
}
