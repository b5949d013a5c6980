//! The form while it is filled in: what is typed, what is wrong, and sending it.

use super::fields::{field_id, field_label, fields_view};
use super::foot::foot;
use super::start::Aim;
use crate::api::monitors::{create_monitor, update_monitor};
use crate::draft_store::{Draft, Kept};
use crate::reactive::{changing, effect, spawn, truth};
use crate::route::{Go, Route, Step, UptimePart, use_go};
use crate::ui::form::{Complaint, Complaints, Leaving, ask_before_leaving};
use crate::ui::toast::Toasts;
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
use glint_model::monitor_form::{Field, MonitorForm, field_problem, refusal};
use glint_model::reveal::reveal;
use glint_model::wire::monitor::Monitor;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use std::rc::Rc;

/// Forgets the draft.
type Forget = Rc<dyn Fn()>;

/// The form.
#[derive(Clone, Copy)]
pub struct Desk {
    /// What is typed.
    pub form: RwSignal<MonitorForm>,
    /// What it is for.
    pub aim: Aim,
    /// Whether it is being sent.
    pub is_busy: RwSignal<bool>,
    /// Whether what is typed was kept from an earlier visit.
    pub is_restored: RwSignal<bool>,
    /// What was typed, as far as it is kept.
    pub draft: Draft,
    /// What it began with.
    first: StoredValue<MonitorForm>,
    /// The name that its project had.
    pub project_name: StoredValue<Option<String>>,
    organization: StoredValue<OrganizationSlug>,
    /// Fields that were left, or sent: what is wrong with them is said.
    judged: RwSignal<Vec<Field>>,
    /// What the server said about fields, until they change.
    refused: RwSignal<Vec<(Field, String)>>,
    complaints: Complaints,
    forget: StoredValue<Forget, LocalStorage>,
    go: StoredValue<Go, LocalStorage>,
    toasts: Toasts,
}

impl Desk {
    /// Lays out the form for whoever is signed in: with the draft of an earlier visit, or else with the monitor.
    pub fn open(organization: &OrganizationSlug, aim: Aim, me: &str, monitor: Option<&Monitor>) -> Self {
        let first = match aim {
            Aim::New => None,
            Aim::Copy(_) => monitor.and_then(MonitorForm::copy_of),
            Aim::Change(_) => monitor.and_then(MonitorForm::of),
        }
        .unwrap_or_default();
        let draft = Draft::open(me, &aim.about(organization));
        let restored = draft
            .read()
            .and_then(|text| serde_json::from_str::<MonitorForm>(&text).ok());
        let restored = restored.filter(|restored| *restored != first);
        let desk = Self {
            is_restored: RwSignal::new(restored.is_some()),
            form: RwSignal::new(restored.unwrap_or_else(|| first.clone())),
            aim,
            is_busy: RwSignal::new(false),
            draft,
            first: StoredValue::new(first),
            project_name: StoredValue::new(monitor.and_then(|monitor| monitor.project_name.clone())),
            organization: StoredValue::new(organization.clone()),
            judged: RwSignal::new(Vec::new()),
            refused: RwSignal::new(Vec::new()),
            complaints: Complaints::none(),
            forget: StoredValue::new_local(Rc::new(draft.forget_later())),
            go: StoredValue::new_local(Rc::new(use_go())),
            toasts: Toasts::get(),
        };
        desk.keep_what_is_typed();
        desk
    }

    /// The form on screen.
    pub fn view(self) -> AnyView {
        let submit = move |event: SubmitEvent| {
            event.prevent_default();
            self.submit();
        };
        let leaving = Leaving {
            is_unsaved: truth(move || self.is_unsaved()),
            would_be_lost: truth(move || self.draft.kept() == Kept::InTab),
            text: "What you typed is kept in this browser, and is here when you come back.",
            discard: Callback::new(move |()| self.forget.with_value(|forget| forget())),
        };
        view! {
            <form class="monitor-form" novalidate=true on:submit=submit>
                {changing(move || self.restored_note())}
                {self.complaints.view()}
                {fields_view(self)}
                {foot(self)}
            </form>
            {ask_before_leaving(leaving)}
        }
        .into_any()
    }

    /// Where Cancel leads, and saving a change.
    pub fn back(self) -> Route {
        self.organization.with_value(|organization| match self.aim {
            Aim::Change(monitor) | Aim::Copy(monitor) => Route::monitor(organization, monitor),
            Aim::New => Route::uptime(organization, UptimePart::Monitors),
        })
    }

    /// What is wrong with a field, in the server's words or in ours; tracked.
    pub fn problem(self, field: Field) -> Option<String> {
        let said = self.refused.with(|refused| {
            let own = refused.iter().find(|(of, _)| *of == field);
            own.map(|(_, words)| words.clone())
        });
        said.or_else(|| {
            self.judged
                .with(|judged| judged.contains(&field))
                .then(|| self.form.with(|form| field_problem(form, field)))
                .flatten()
        })
    }

    /// Changes what is typed into a field.
    pub fn change(self, field: Field, change: impl FnOnce(&mut MonitorForm)) {
        self.form.update(change);
        self.refused.update(|refused| refused.retain(|(of, _)| *of != field));
        self.complaints.settle(field_id(field));
    }

    /// A field was left. One that is still empty is not called wrong before the form is sent.
    pub fn leave(self, field: Field, is_empty: bool) {
        if !is_empty && !self.judged.with_untracked(|judged| judged.contains(&field)) {
            self.judged.update(|judged| judged.push(field));
        }
    }

    /// Begins anew, without what was kept.
    fn start_over(self) {
        self.forget.with_value(|forget| forget());
        self.judged.set(Vec::new());
        self.refused.set(Vec::new());
        self.complaints.clear();
        self.is_restored.set(false);
        self.form.set(self.first.get_value());
    }

    /// Whether something is typed that is not saved; tracked.
    fn is_unsaved(self) -> bool {
        self.form.with(|form| self.first.with_value(|first| form != first))
    }

    fn keep_what_is_typed(self) {
        let mut is_first = true;
        effect(move || {
            let text = self.form.with(|form| {
                let is_as_before = self.first.with_value(|first| form == first);
                if is_as_before {
                    Some(String::new())
                } else {
                    serde_json::to_string(form).ok()
                }
            });
            if !std::mem::take(&mut is_first)
                && let Some(text) = text
            {
                self.draft.type_in(text);
            }
        });
    }

    fn submit(self) {
        if self.is_busy.get_untracked() {
            return;
        }
        let form = self.form.get_untracked();
        let body = match form.to_send() {
            Ok(body) => body,
            Err(wrong) => {
                self.judged.set(glint_model::monitor_form::fields(form.kind).to_vec());
                return self.complain(&wrong, None);
            }
        };
        self.is_busy.set(true);
        self.complaints.clear();
        self.refused.set(Vec::new());
        let organization = self.organization.get_value();
        let forget = self.forget.with_value(Rc::clone);
        let (aim, toasts) = (self.aim, self.toasts);
        spawn(async move {
            let outcome = match aim {
                Aim::Change(monitor) => update_monitor(&organization, monitor, &body).await,
                Aim::New | Aim::Copy(_) => create_monitor(&organization, &body).await,
            };
            match outcome {
                Ok(monitor) => {
                    forget();
                    let done = if matches!(aim, Aim::Change(_)) {
                        "saved"
                    } else {
                        "created"
                    };
                    toasts.say(format!("“{}” was {done}", reveal(&monitor.name)));
                    self.leave_for(&Route::monitor(&organization, monitor.id));
                }
                Err(error) => self.refuse(&error, &body.name),
            }
        });
    }

    /// Goes on to a place, unless the reader has gone elsewhere meanwhile.
    fn leave_for(self, place: &Route) {
        if self.is_busy.try_get_untracked().is_some()
            && let Some(go) = self.go.try_get_value()
        {
            go(place, Step::Push);
        }
    }

    fn refuse(self, error: &ApiError, name: &str) {
        let Some(kind) = self.form.try_with_untracked(|form| form.kind) else {
            // The form is gone, its draft is not.
            let sentence = format!("“{}” was not saved. {}", reveal(name), error.sentence());
            return self.toasts.say_problem(sentence);
        };
        let refusal = refusal(error, kind);
        self.is_busy.set(false);
        self.refused.set(refusal.fields.clone());
        self.complain(&refusal.fields, refusal.rest);
    }

    fn complain(self, fields: &[(Field, String)], rest: Option<String>) {
        let about_all = rest.map(|text| Complaint { field: None, text });
        let about_fields = fields.iter().map(|(field, words)| Complaint {
            field: Some(field_id(*field)),
            text: format!("{}: {words}", field_label(*field)),
        });
        self.complaints.say(about_all.into_iter().chain(about_fields).collect());
    }

    fn restored_note(self) -> AnyView {
        if !self.is_restored.get() {
            return ().into_any();
        }
        view! {
            <p class="form-note" role="status">
                <span>"This is what you typed here before and did not save."</span>
                <button class="btn small" type="button" on:click=move |_| self.start_over()>"Start over"</button>
            </p>
        }
        .into_any()
    }
}
