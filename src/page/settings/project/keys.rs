//! The keys with which applications send: all of them, a new one, and their end.

use super::key_card::card;
use super::key_form::{KeyAim, NAME, key_form};
use super::place::Place;
use crate::api::client::Cancel;
use crate::api::project_keys::{delete_key, list_keys};
use crate::load::{Load, Loader, load};
use crate::reactive::{changing, focus_soon, maybe};
use crate::route::{ProjectPart, Route};
use crate::ui::form::{Asking, Question, refused_button};
use crate::ui::icon::{Icon, icon};
use crate::ui::state::{failed, nothing, waiting};
use glint_model::access::Right;
use glint_model::error::ApiError;
use glint_model::reveal::reveal;
use glint_model::wire::project_key::ProjectKey;
use leptos::prelude::*;

/// The id of the button that creates one: where the focus goes when a key is gone.
pub const CREATE: &str = "key-create";

const MAY_NOT: &str = "You may not delete keys of this project.";

/// The section.
#[derive(Clone, Copy)]
pub struct Keys {
    /// Of which project.
    pub place: Place,
    /// The keys on their way.
    pub list: Loader<Vec<ProjectKey>>,
    /// Which form is open: there is one at a time.
    pub editing: RwSignal<Option<KeyAim>>,
    /// The key that is about to be deleted.
    pub leaving: RwSignal<Option<ProjectKey>>,
    /// The question about it.
    pub asking: Asking,
}

/// The section.
pub fn keys(place: Place) -> AnyView {
    let list = load(move |cancel| {
        let (organization, project) = (place.organization(), place.slug());
        Box::pin(async move { list_keys(&organization, &project, &cancel).await })
    });
    let keys = Keys {
        place,
        list,
        editing: RwSignal::new(None),
        leaving: RwSignal::new(None),
        asking: Asking::closed(),
    };
    let create = move || match place.may.get()? {
        true => Some(
            view! {
                <button
                    class="btn"
                    type="button"
                    id=CREATE
                    on:click=move |_| keys.edit(KeyAim::New)
                >
                    {icon(Icon::Add, "")}
                    "Create key"
                </button>
            }
            .into_any(),
        ),
        false => Some(refused_button("Create key", Some(Icon::Add), Right::Projects.reason())),
    };
    let guide = Route::project(&place.organization(), &place.slug(), ProjectPart::Guide).href();
    let is_new = Memo::new(move |_| keys.editing.with(|editing| *editing == Some(KeyAim::New)));
    view! {
        <div class="prj-head">
            <h2>"DSN keys"</h2>
            <div class="end">{maybe(create)}</div>
        </div>
        <p class="lead">
            "An application sends its events with a DSN. A key for each environment or team lets you end one without the others. "
            <a class="link" href=guide>"How to set up an application"</a>
        </p>
        {maybe(move || is_new.get().then(|| new_key(keys)))}
        {changing(move || body(keys))}
        {keys.asking.view(move || question(keys))}
    }
    .into_any()
}

impl Keys {
    /// Opens a form; its first field takes the focus.
    pub fn edit(self, aim: KeyAim) {
        self.editing.set(Some(aim));
        focus_soon(NAME);
    }

    /// Closes this form, unless another one is open by now, and lets the keyboard go on at the element with an id.
    pub fn done_with(self, aim: &KeyAim, goes_on_at: String) {
        let is_open = self.editing.try_with_untracked(|editing| editing.as_ref() == Some(aim));
        if is_open == Some(true) {
            self.editing.set(None);
            focus_soon(goes_on_at);
        }
    }
}

/// The id of the button that opens a key's form.
pub fn edit_id(key: &str) -> String {
    format!("key-edit-{key}")
}

fn new_key(keys: Keys) -> AnyView {
    view! {
        <section class="panel" aria-labelledby="key-new">
            <header><h3 id="key-new">"New key"</h3></header>
            {key_form(keys, KeyAim::New)}
        </section>
    }
    .into_any()
}

fn body(keys: Keys) -> AnyView {
    match keys.list.get() {
        Load::Ready(all) if all.is_empty() => nothing(
            "This project has no key",
            "Nothing can be sent to it until one is created.",
            ().into_any(),
        )
        .into_any(),
        Load::Ready(all) => {
            let cards: Vec<AnyView> = all.into_iter().map(|key| card(keys, key)).collect();
            view! { <ul class="prj-keys" aria-label="Keys">{cards}</ul> }.into_any()
        }
        Load::Failed(error) => failed(&error, move || keys.list.reload()).into_any(),
        Load::Loading | Load::Slow => waiting(6).into_any(),
    }
}

fn question(keys: Keys) -> Question {
    let name = keys
        .leaving
        .get()
        .map(|key| reveal(&key.shown_name()))
        .unwrap_or_default();
    let is_last = keys.list.with(|load| load.ready().is_some_and(|all| all.len() == 1));
    let last = is_last.then(|| {
        view! {
            <p class="form-note warning">
                "This is the project’s last key: nothing can be sent to it until another one is created."
            </p>
        }
        .into_any()
    });
    Question {
        title: "Delete this key?".to_owned(),
        what_goes: view! {
            <p>
                "“" <b class="confirm-name">{name}</b> "”: what is still sent with its DSN is refused from now on. Take it out of your \
                 applications first: after a key that it does not know, GlitchTip turns everything for the project away for half a \
                 minute, also what comes with the other keys. Issues and events stay."
            </p>
            {last}
        }
        .into_any(),
        name: None,
        verb: "Delete the key",
        busy: "Deleting…",
        is_dangerous: true,
        run: Callback::new(move |()| delete(keys)),
    }
}

fn delete(keys: Keys) {
    let Some(key) = keys.leaving.get_untracked() else {
        return;
    };
    let (place, id) = (keys.place, key.id.clone());
    let work = async move {
        match delete_key(&place.organization(), &place.slug(), &id).await {
            Ok(()) => Ok(()),
            // Servers hide what one may not delete.
            Err(ApiError::NotFound) => check_gone(place, &id).await,
            Err(ApiError::Forbidden(_)) => Err(MAY_NOT.to_owned()),
            Err(error) => Err(format!("The key was not deleted. {}", error.sentence())),
        }
    };
    keys.asking.act(work, move |()| {
        keys.list.update(|all| all.retain(|own| own.id != key.id));
        let aim = KeyAim::Change(Box::new(key.clone()));
        place.forget_draft(&aim.draft_about());
        place.toasts.say(format!("“{}” was deleted", reveal(&key.shown_name())));
        focus_soon(CREATE);
    });
}

/// Whether a key that is said not to be there is gone.
async fn check_gone(place: Place, id: &str) -> Result<(), String> {
    match list_keys(&place.organization(), &place.slug(), &Cancel::never()).await {
        Ok(all) if all.iter().any(|key| key.id == id) => Err(MAY_NOT.to_owned()),
        Ok(_) => Ok(()),
        Err(error) => Err(format!(
            "You may not delete the key, or it is gone already: which of the two could not be seen. {}",
            error.sentence()
        )),
    }
}
