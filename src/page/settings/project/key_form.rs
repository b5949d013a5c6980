//! The form for a key's label and rate limit. Some servers say yes to a change and keep nothing of it: the key is read again, and
//! what was typed stays when it is as it was.

use super::keys::{CREATE, Keys, edit_id};
use crate::api::client::Cancel;
use crate::api::project_keys::{create_key, get_key, update_key};
use crate::form_draft::FormDraft;
use crate::reactive::{attribute, changing, spawn};
use crate::ui::form::{FieldName, Sheet, TextEntry, TextKind, save_button};
use glint_model::project_form::{WINDOWS, is_kept, key_name_problem, limit_of, limit_problem};
use glint_model::reveal::reveal;
use glint_model::text::thousands;
use glint_model::wire::project_key::{ProjectKey, WriteProjectKey};
use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;

/// The id of the label.
pub const NAME: &str = "key-name";
const COUNT: &str = "key-count";
const WINDOW: &str = "key-window";

const FIELDS: &[FieldName] = &[
    FieldName {
        id: NAME,
        label: "Label",
        wire: "name",
    },
    FieldName {
        id: COUNT,
        label: "Rate limit",
        wire: "rateLimit",
    },
    FieldName {
        id: COUNT,
        label: "Rate limit",
        wire: "rateLimit.count",
    },
    FieldName {
        id: WINDOW,
        label: "Time of the limit",
        wire: "rateLimit.window",
    },
];

/// What the form is for.
#[derive(Clone, Debug)]
pub enum KeyAim {
    /// A new key.
    New,
    /// Changing this one.
    Change(Box<ProjectKey>),
}

/// The same key is meant, whatever was changed of it meanwhile.
impl PartialEq for KeyAim {
    fn eq(&self, other: &Self) -> bool {
        self.key_id() == other.key_id()
    }
}

impl KeyAim {
    fn key_id(&self) -> Option<&str> {
        match self {
            Self::New => None,
            Self::Change(key) => Some(&key.id),
        }
    }

    /// What the draft of the form is about.
    pub fn draft_about(&self) -> String {
        format!("key {}", self.key_id().unwrap_or("new"))
    }

    /// The id of the button that opens the form.
    fn opener(&self) -> String {
        self.key_id().map_or_else(|| CREATE.to_owned(), edit_id)
    }
}

#[derive(Clone, Copy)]
struct Form {
    keys: Keys,
    aim: StoredValue<KeyAim>,
    sheet: Sheet,
    draft: FormDraft,
    name: RwSignal<String>,
    count: RwSignal<String>,
    /// In seconds.
    window: RwSignal<String>,
}

/// The form.
pub fn key_form(keys: Keys, aim: KeyAim) -> AnyView {
    let (name, limit) = match &aim {
        KeyAim::New => (String::new(), None),
        KeyAim::Change(key) => (key.name.clone().unwrap_or_default(), key.rate_limit),
    };
    let count = limit.map(|limit| limit.count.to_string()).unwrap_or_default();
    let seconds = limit.map_or(WINDOWS[1].0, |limit| limit.window);
    let (name, count, window) = (
        RwSignal::new(name),
        RwSignal::new(count),
        RwSignal::new(seconds.to_string()),
    );
    let texts = vec![("name", name), ("count", count), ("window", window)];
    let about = keys.place.draft_about(&aim.draft_about());
    let (verb, busy) = match aim {
        KeyAim::New => ("Create key", "Creating…"),
        KeyAim::Change(_) => ("Save", "Saving…"),
    };
    let form = Form {
        keys,
        aim: StoredValue::new(aim),
        sheet: Sheet::new(FIELDS),
        draft: FormDraft::open(about, texts),
        name,
        count,
        window,
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.submit();
    };
    let key_pressed = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            event.prevent_default();
            form.close();
        }
    };
    view! {
        <form class="panel-body" novalidate=true on:submit=submit on:keydown=key_pressed>
            {form.draft.note()}
            {form.sheet.complaints()}
            {form.sheet.text(TextEntry {
                id: NAME,
                is_optional: true,
                hint: "Such as “production” or “mobile app”.".into_any(),
                kind: TextKind::Line,
                example: "",
                value: name,
                check: key_name_problem,
            })}
            <div class="prj-limit">
                {form.sheet.text(TextEntry {
                    id: COUNT,
                    is_optional: true,
                    hint: "Servers of 2025 keep it and do not enforce it.".into_any(),
                    kind: TextKind::Number("events"),
                    example: "no limit",
                    value: count,
                    check: limit_problem,
                })}
                {windows(form, seconds)}
            </div>
            <div class="panel-foot">
                {save_button(verb, busy, form.sheet.is_busy())}
                <button class="btn" type="button" on:click=move |_| form.close()>"Cancel"</button>
            </div>
        </form>
        {form.draft.guard()}
    }
    .into_any()
}

fn windows(form: Form, now: i64) -> AnyView {
    let mut all: Vec<(i64, String)> = WINDOWS.iter().map(|(s, name)| (*s, format!("per {name}"))).collect();
    if all.iter().all(|(seconds, _)| *seconds != now) {
        all.push((now, format!("in {} seconds", thousands(now.unsigned_abs()))));
    }
    let options = move || {
        let chosen = form.window.get();
        let options: Vec<AnyView> = all
            .iter()
            .map(|(seconds, name)| {
                let value = seconds.to_string();
                let is_chosen = value == chosen;
                view! { <option value=value selected=is_chosen>{name.clone()}</option> }.into_any()
            })
            .collect();
        options.into_any()
    };
    view! {
        <div class="field">
            <label for=WINDOW>"Time of the limit"</label>
            <select
                class="input"
                id=WINDOW
                aria-description=attribute(|| "Counts only together with a number of events".to_owned())
                on:change=move |event| form.window.set(event_target_value(&event))
            >
                {changing(options)}
            </select>
        </div>
    }
    .into_any()
}

impl Form {
    /// What is typed is kept, and is there when the form is opened again. While it is being sent the answer is waited for.
    fn close(self) {
        if !self.sheet.is_busy().get_untracked() {
            let aim = self.aim.get_value();
            self.keys.done_with(&aim, aim.opener());
        }
    }

    fn submit(self) {
        let name = self.name.get_untracked().trim().to_owned();
        let window = self.window.get_untracked().parse().unwrap_or(WINDOWS[1].0);
        let limit = self.count.with_untracked(|count| limit_of(count, window));
        let all = [(NAME, key_name_problem(&name)), (COUNT, limit.clone().err())];
        let wrong: Vec<(&'static str, String)> = all.into_iter().filter_map(|(id, text)| Some((id, text?))).collect();
        if !self.sheet.begin(&wrong) {
            return;
        }
        let body = WriteProjectKey {
            name,
            rate_limit: limit.ok().flatten(),
        };
        match self.aim.get_value() {
            KeyAim::New => spawn(self.create(body)),
            KeyAim::Change(key) => spawn(self.change(*key, body)),
        }
    }

    async fn create(self, body: WriteProjectKey) {
        let (place, saved) = (self.keys.place, self.draft.done_later());
        match create_key(&place.organization(), &place.slug(), &body).await {
            Ok(key) => {
                saved();
                self.sheet.done();
                place.toasts.say(format!("“{}” was created", reveal(&key.shown_name())));
                self.keys.done_with(&KeyAim::New, edit_id(&key.id));
                self.keys.list.update(|all| all.insert(0, key));
            }
            Err(error) => self.sheet.refuse(&error, "The key was not created."),
        }
    }

    async fn change(self, key: ProjectKey, body: WriteProjectKey) {
        let (place, saved) = (self.keys.place, self.draft.saved_later());
        let (organization, project) = (place.organization(), place.slug());
        if let Err(error) = update_key(&organization, &project, &key.id, &body).await {
            return self.sheet.refuse(&error, "The key was not saved.");
        }
        // Its answer to the change may be what was sent: what counts is what it has.
        match get_key(&organization, &project, &key.id, &Cancel::never()).await {
            Ok(now) if is_kept(&body, &now) => {
                saved();
                self.sheet.done();
                place.toasts.say(format!("“{}” was saved", reveal(&now.shown_name())));
                let aim = KeyAim::Change(Box::new(now.clone()));
                self.keys.done_with(&aim, aim.opener());
                self.keys.list.update(|all| {
                    for own in all.iter_mut().filter(|own| own.id == now.id) {
                        own.clone_from(&now);
                    }
                });
            }
            Ok(_) => self.sheet.object(
                "This server accepts the change but does not save it: the key is as it was. To have another label or limit, \
                 create a new key and delete this one."
                    .to_owned(),
            ),
            Err(error) => self.sheet.object(format!(
                "The change was accepted, but whether it was saved could not be seen. {}",
                error.sentence()
            )),
        }
    }
}
