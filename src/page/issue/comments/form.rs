//! Where a comment is written: with a preview, and with a draft that outlives failures.

use crate::browser::{dom, wait};
use crate::draft_store::{Draft, Kept};
use crate::load::Pending;
use crate::reactive::{aria, attribute, changing, maybe, spawn};
use crate::ui::markdown::markdown;
use crate::ui::toast::Toasts;
use glint_model::error::ApiError;
use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::html;
use leptos::prelude::*;
use std::rc::Rc;

/// What a form is for.
pub struct Form {
    /// Tells its ids from those of other forms.
    pub name: String,
    /// What the field is called.
    pub label: &'static str,
    /// What the button that sends is called.
    pub verb: &'static str,
    /// The text to begin with when there is no draft.
    pub first: String,
    /// What is typed.
    pub draft: Draft,
    /// Whether the field gets the focus.
    pub takes_focus: bool,
    /// Sends the text, which is not empty.
    pub send: Rc<dyn Fn(String) -> Pending<()>>,
    /// Gives up what was typed, if that can be.
    pub cancel: Option<Rc<dyn Fn(String)>>,
}

/// The form on screen.
#[derive(Clone, Copy)]
struct Desk {
    text: RwSignal<String>,
    is_preview: RwSignal<bool>,
    is_busy: RwSignal<bool>,
    problem: RwSignal<Option<String>>,
    field: NodeRef<html::Textarea>,
    draft: Draft,
    send: StoredValue<Rc<dyn Fn(String) -> Pending<()>>, LocalStorage>,
    toasts: Toasts,
}

impl Desk {
    /// Sends what is there. What was typed stays until the server has it.
    fn submit(self) {
        if self.is_busy.get_untracked() {
            return;
        }
        let text = self.text.get_untracked();
        if text.trim().is_empty() {
            self.problem.set(Some("Write something first.".to_owned()));
            self.turn_to(false);
            return self.focus();
        }
        self.is_busy.set(true);
        self.problem.set(None);
        let pending = self.send.with_value(|send| send(text));
        spawn(async move {
            match pending.await {
                Ok(()) => {
                    self.text.try_set(String::new());
                    self.is_preview.try_set(false);
                }
                Err(error) => self.fail(&error),
            }
            self.is_busy.try_set(false);
        });
    }

    fn fail(self, error: &ApiError) {
        let sentence = format!("The comment was not saved. {}", error.sentence());
        // Where the form is gone already, it has to be said elsewhere.
        if let Some(sentence) = self.problem.try_set(Some(sentence)).flatten() {
            self.toasts.say_problem(sentence);
        }
    }

    fn turn_to(self, is_preview: bool) {
        self.is_preview.set(is_preview);
    }

    fn focus(self) {
        spawn(async move {
            wait::frame().await;
            if let Some(field) = self.field.try_get_untracked().flatten() {
                let _ = field.focus();
            }
        });
    }
}

/// Shows the form.
pub fn comment_form(form: Form) -> AnyView {
    let Form {
        name,
        label,
        verb,
        first,
        draft,
        takes_focus,
        send,
        cancel,
    } = form;
    let desk = Desk {
        text: RwSignal::new(draft.read().unwrap_or(first)),
        is_preview: RwSignal::new(false),
        is_busy: RwSignal::new(false),
        problem: RwSignal::new(None),
        field: NodeRef::new(),
        draft,
        send: StoredValue::new_local(send),
        toasts: Toasts::get(),
    };
    if takes_focus {
        desk.focus();
    }
    let id = move |part: &str| format!("comment-{part}-{name}");
    let (write_tab, preview_tab, panel) = (id("write"), id("preview"), id("panel"));
    let (field_id, problem_id) = (id("text"), id("problem"));
    let labelled = {
        let (write, preview) = (write_tab.clone(), preview_tab.clone());
        attribute(move || {
            if desk.is_preview.get() {
                preview.clone()
            } else {
                write.clone()
            }
        })
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        desk.submit();
    };
    let cancel = cancel.map(|cancel| {
        let give_up = move |_| cancel(desk.text.get_untracked());
        view! { <button class="btn" type="button" on:click=give_up>"Cancel"</button> }.into_any()
    });
    view! {
        <form class="comment-form" on:submit=submit>
            {tabs(desk, write_tab, preview_tab, panel.clone())}
            <div role="tabpanel" id=panel aria-labelledby=labelled>
                {field(desk, label, field_id, problem_id.clone())}
                {maybe(move || desk.is_preview.get().then(|| preview(desk)))}
            </div>
            <p class="problem" id=problem_id role="alert">{maybe(move || desk.problem.get().map(IntoAny::into_any))}</p>
            <div class="comment-foot">
                <span class="hint">"Markdown works here."<span class="wide">" Ctrl or ⌘ with Enter sends."</span></span>
                {changing(move || kept(draft.kept()))}
                <div class="end">
                    {cancel}
                    <button
                        class="btn primary"
                        type="submit"
                        aria-disabled=aria(move || desk.is_busy.get())
                        aria-keyshortcuts="Control+Enter Meta+Enter"
                    >
                        {changing(move || if desk.is_busy.get() { "Saving…" } else { verb }.into_any())}
                    </button>
                </div>
            </div>
        </form>
    }
    .into_any()
}

fn field(desk: Desk, label: &'static str, id: String, problem_id: String) -> AnyView {
    let typed = move |event| {
        let text = event_target_value(&event);
        desk.problem.set(None);
        desk.draft.type_in(text.clone());
        desk.text.set(text);
    };
    let key_pressed = move |event: KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) && !event.is_composing() {
            event.prevent_default();
            desk.submit();
        }
    };
    // Out of sight it keeps its place in the text and what can be undone there.
    view! {
        <textarea
            class="input"
            id=id
            aria-label=label
            placeholder=label
            rows="4"
            node_ref=desk.field
            hidden=move || desk.is_preview.get()
            readonly=move || desk.is_busy.get()
            aria-invalid=aria(move || desk.problem.with(Option::is_some))
            aria-describedby=problem_id
            prop:value=move || desk.text.get()
            on:input=typed
            on:keydown=key_pressed
        ></textarea>
    }
    .into_any()
}

fn preview(desk: Desk) -> AnyView {
    desk.text.with(|text| {
        if text.trim().is_empty() {
            view! { <p class="preview muted">"There is nothing to show yet."</p> }.into_any()
        } else {
            view! { <div class="preview">{markdown(text)}</div> }.into_any()
        }
    })
}

fn tabs(desk: Desk, write: String, preview: String, panel: String) -> AnyView {
    let (write_id, preview_id) = (write.clone(), preview.clone());
    let tab = move |id: String, label: &'static str, is_preview: bool| {
        let is_on = move || desk.is_preview.get() == is_preview;
        view! {
            <button
                type="button"
                role="tab"
                id=id
                aria-selected=aria(is_on)
                aria-controls=panel.clone()
                tabindex=attribute(move || if is_on() { "0" } else { "-1" }.to_owned())
                on:click=move |_| desk.turn_to(is_preview)
            >
                {label}
            </button>
        }
        .into_any()
    };
    let key_pressed = move |event: KeyboardEvent| {
        let to = match event.key().as_str() {
            "ArrowLeft" | "Home" => (false, &write_id),
            "ArrowRight" | "End" => (true, &preview_id),
            _ => return,
        };
        event.prevent_default();
        desk.turn_to(to.0);
        dom::focus(dom::by_id(to.1));
    };
    view! {
        <div class="comment-tabs" role="tablist" aria-label="Write or preview" on:keydown=key_pressed>
            {tab(write, "Write", false)}
            {tab(preview, "Preview", true)}
        </div>
    }
    .into_any()
}

fn kept(kept: Kept) -> AnyView {
    let words = match kept {
        Kept::Nothing => return ().into_any(),
        Kept::InBrowser => "Your draft is kept in this browser.",
        Kept::InTab => "This browser keeps no drafts: send it before you close the tab.",
    };
    view! { <span class="hint">{words}</span> }.into_any()
}
