//! The form that creates a status page. What was typed stays until the server has it.

use super::known::StatusPages;
use crate::api::status_pages::create_status_page;
use crate::reactive::{aria, changing, maybe, spawn};
use crate::ui::toast::Toasts;
use glint_model::error::ApiError;
use glint_model::reveal::reveal;
use glint_model::status_pages::name_problem;
use glint_model::wire::status_page::WriteStatusPage;
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

/// The form on screen.
#[derive(Clone, Copy)]
struct Form {
    pages: StatusPages,
    name: NodeRef<html::Input>,
    is_public: NodeRef<html::Input>,
    is_busy: RwSignal<bool>,
    /// What is wrong with the name.
    name_problem: RwSignal<Option<String>>,
    /// What else went wrong.
    problem: RwSignal<Option<String>>,
    toasts: Toasts,
}

impl Form {
    fn submit(self) {
        let (Some(name), Some(is_public)) = (self.name.get_untracked(), self.is_public.get_untracked()) else {
            return;
        };
        if self.is_busy.get_untracked() {
            return;
        }
        self.problem.set(None);
        self.name_problem.set(name_problem(&name.value()).map(str::to_owned));
        if self.name_problem.with_untracked(Option::is_some) {
            let _ = name.focus();
            return;
        }
        self.is_busy.set(true);
        let page = WriteStatusPage {
            name: name.value().trim().to_owned(),
            is_public: is_public.checked(),
        };
        let organization = self.pages.organization.get_value();
        spawn(async move {
            match create_status_page(&organization, &page).await {
                Ok(page) => {
                    self.toasts.say(format!("Status page {} created", reveal(&page.name)));
                    self.pages.created.try_update(|created| created.push(page));
                    name.set_value("");
                    is_public.set_checked(false);
                }
                Err(error) => self.fail(&error),
            }
            self.is_busy.try_set(false);
        });
    }

    fn fail(self, error: &ApiError) {
        if let Some(said) = error.of_field("name") {
            self.name_problem.try_set(Some(said.to_owned()));
        } else {
            let sentence = format!("The page was not created. {}", error.sentence());
            // Where the form is gone already, it has to be said elsewhere.
            if let Some(sentence) = self.problem.try_set(Some(sentence)).flatten() {
                self.toasts.say_problem(sentence);
            }
        }
        if let Some(name) = self.name.try_get_untracked().flatten() {
            let _ = name.focus();
        }
    }
}

/// Shows the form.
pub(super) fn create_form(pages: StatusPages) -> AnyView {
    let form = Form {
        pages,
        name: NodeRef::new(),
        is_public: NodeRef::new(),
        is_busy: RwSignal::new(false),
        name_problem: RwSignal::new(None),
        problem: RwSignal::new(None),
        toasts: Toasts::get(),
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.submit();
    };
    view! {
        <section class="panel status-form" aria-labelledby="status-form-title">
            <header><h2 id="status-form-title">"New status page"</h2></header>
            <form on:submit=submit novalidate=true>
                {name_field(form)}
                <label class="status-public">
                    <input type="checkbox" node_ref=form.is_public aria-describedby="status-public-hint" />
                    <span>"Public"</span>
                </label>
                <p class="status-hint" id="status-public-hint">
                    "Shown to anybody who knows its address. Otherwise only members who are signed in see it."
                </p>
                {maybe(move || form.problem.get().map(|problem| view! {
                    <p class="problem-box" role="alert">{problem}</p>
                }.into_any()))}
                <button class="btn primary" type="submit" aria-disabled=aria(move || form.is_busy.get())>
                    {changing(move || if form.is_busy.get() { "Creating…" } else { "Create" }.into_any())}
                </button>
            </form>
        </section>
    }
    .into_any()
}

fn name_field(form: Form) -> AnyView {
    view! {
        <div class="field">
            <label for="status-name">"Name"</label>
            <input
                class="input"
                id="status-name"
                autocomplete="off"
                node_ref=form.name
                aria-invalid=aria(move || form.name_problem.with(Option::is_some))
                aria-describedby="status-name-problem"
                on:input=move |_| form.name_problem.set(None)
            />
            <p class="problem" id="status-name-problem" role="alert">
                {maybe(move || form.name_problem.get().map(IntoAny::into_any))}
            </p>
        </div>
    }
    .into_any()
}
