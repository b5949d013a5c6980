//! A field: its label, its control, a hint, and what is wrong with it, tied together for those who cannot see the page.

use crate::browser::{dom, wait};
use crate::reactive::{aria, changing_text, spawn};
use leptos::ev::FocusEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// What stands around a control.
pub struct Frame {
    /// The id of the control, unique in the page.
    pub id: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// Whether it may stay empty.
    pub is_optional: bool,
    /// What helps to fill it in; phrasing content, as it stands in a paragraph.
    pub hint: AnyView,
    /// What is wrong with it.
    pub problem: Signal<Option<String>>,
}

/// What the control of a frame has as its attributes.
#[derive(Clone)]
pub struct Wiring {
    /// `id`.
    pub id: &'static str,
    /// `aria-describedby`: what is wrong, then the hint.
    pub described_by: String,
    /// `aria-invalid`.
    pub is_invalid: Signal<String>,
}

impl Frame {
    /// The attributes of its control.
    pub fn wiring(&self) -> Wiring {
        let (id, problem) = (self.id, self.problem);
        Wiring {
            id,
            described_by: format!("{id}-problem {id}-hint"),
            is_invalid: aria(move || problem.with(Option::is_some)),
        }
    }
}

/// The control in its frame.
pub fn framed(frame: Frame, control: AnyView) -> AnyView {
    let Frame {
        id,
        label,
        is_optional,
        hint,
        problem,
    } = frame;
    view! {
        <div class="field">
            <label for=id>
                {label}
                {is_optional.then(|| view! { <span class="optional">" (optional)"</span> }.into_any())}
            </label>
            {control}
            <p class="problem" id=format!("{id}-problem") aria-live="polite">
                {changing_text(move || problem.get().unwrap_or_default())}
            </p>
            <p class="hint" id=format!("{id}-hint")>{hint}</p>
        </div>
    }
    .into_any()
}

/// What is typed into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// A line.
    Line,
    /// An address: no capitals and no corrections by a phone's keyboard.
    Address,
    /// A whole number, and its unit behind the field.
    Number(&'static str),
    /// So many lines.
    Area(u32),
}

/// A field for text.
pub struct TextField {
    /// What stands around it.
    pub frame: Frame,
    /// What is typed.
    pub kind: TextKind,
    /// What is in it.
    pub value: Signal<String>,
    /// An example, in pale print.
    pub example: &'static str,
    /// Is told what is in it after every change.
    pub typed: Callback<String>,
    /// Runs when it is left; not when that is for the button that saves, which looks at all fields anyway, and must not
    /// move away from under the pointer.
    pub left: Callback<()>,
}

/// Shows the field.
pub fn text_field(field: TextField) -> AnyView {
    let TextField {
        frame,
        kind,
        value,
        example,
        typed,
        left,
    } = field;
    let Wiring {
        id,
        described_by,
        is_invalid,
    } = frame.wiring();
    let is_required = if frame.is_optional { "false" } else { "true" };
    let on_blur = move |event: FocusEvent| {
        if goes_to_foot(&event) {
            return;
        }
        // What is wrong with the field moves what is below it: not away from under a pointer that is being pressed.
        if !wait::is_pressed() {
            // Also what is taken away with its form loses the focus; nobody is told then.
            left.try_run(());
            return;
        }
        spawn(async move {
            wait::released().await;
            left.try_run(());
        });
    };
    let control = match kind {
        TextKind::Area(rows) => view! {
            <textarea
                class="input"
                id=id
                rows=rows
                placeholder=example
                autocomplete="off"
                aria-required=is_required
                aria-describedby=described_by
                aria-invalid=is_invalid
                prop:value=value
                on:input:target=move |event| typed.run(event.target().value())
                on:blur=on_blur
            ></textarea>
        }
        .into_any(),
        kind => {
            let (input_mode, unit) = match kind {
                TextKind::Address => ("url", None),
                TextKind::Number(unit) => ("numeric", Some(unit)),
                _ => ("text", None),
            };
            let input = view! {
                <input
                    class="input"
                    type="text"
                    id=id
                    inputmode=input_mode
                    placeholder=example
                    autocomplete="off"
                    autocapitalize=if kind == TextKind::Line { "sentences" } else { "off" }
                    spellcheck="false"
                    aria-required=is_required
                    aria-describedby=described_by
                    aria-invalid=is_invalid
                    prop:value=value
                    on:input:target=move |event| typed.run(event.target().value())
                    on:blur=on_blur
                />
            }
            .into_any();
            match unit {
                Some(unit) => view! { <div class="with-unit">{input}<span>{unit}</span></div> }.into_any(),
                None => input,
            }
        }
    };
    framed(frame, control)
}

/// Whether the focus goes to the foot of the form, or away with the whole window: a complaint that is drawn then would move
/// the button away from under the pointer, and the press would be lost.
fn goes_to_foot(event: &FocusEvent) -> bool {
    let Some(to) = event.related_target() else {
        return !dom::document().has_focus().unwrap_or(true);
    };
    to.dyn_into::<Element>()
        .is_ok_and(|to| to.closest(".form-foot, .panel-foot, dialog").ok().flatten().is_some())
}
