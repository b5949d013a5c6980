//! A time range of one's own: two fields in the reader's zone.

use crate::browser::intl;
use crate::reactive::{aria, changing_text};
use crate::ui::dialog::Dialog;
use glint_model::local_time::LocalTime;
use glint_model::timestamp::Timestamp;
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

/// A field shows minutes; its last one belongs to the range whole.
const REST_OF_MINUTE_MS: i64 = 59_000;

/// What the dialog says.
#[derive(Clone, Copy)]
pub struct RangeWords {
    /// Its heading.
    pub title: &'static str,
    /// What the range is for; the name of the zone follows.
    pub lead: &'static str,
    /// What follows after that.
    pub rest: &'static str,
    /// Whether both ends have to be given.
    pub needs_both: bool,
}

/// The two ends of a range, either of which may be missing.
pub type Ends = (Option<Timestamp>, Option<Timestamp>);

/// One of the two fields.
#[derive(Clone, Copy)]
struct Field {
    id: &'static str,
    label: &'static str,
    input: NodeRef<html::Input>,
    shown: StoredValue<String>,
    /// What it began with, to the millisecond.
    was: Option<Timestamp>,
    added_ms: i64,
    problem: RwSignal<&'static str>,
}

impl Field {
    fn new(
        id: &'static str,
        label: &'static str,
        added_ms: i64,
        was: Option<Timestamp>,
        otherwise: Option<LocalTime>,
    ) -> Self {
        let shown = was.map(intl::local_time).or(otherwise);
        Self {
            id,
            label,
            input: NodeRef::new(),
            shown: StoredValue::new(shown.map(LocalTime::field_text).unwrap_or_default()),
            was,
            added_ms,
            problem: RwSignal::new(""),
        }
    }

    /// What it holds, which may be nothing. An error when that is half a time, or none at all.
    fn read(self) -> Result<Option<Timestamp>, ()> {
        let input = self.input.get_untracked().ok_or(())?;
        let text = input.value();
        if !input.check_validity() {
            return Err(());
        }
        if text.is_empty() {
            return Ok(None);
        }
        if self.was.is_some() && self.shown.with_value(|shown| *shown == text) {
            return Ok(self.was);
        }
        let at = LocalTime::parse(&text).and_then(intl::instant).ok_or(())?;
        Ok(Some(Timestamp(at.0 + self.added_ms)))
    }

    fn complain(self, problem: &'static str) {
        self.problem.set(problem);
        if let Some(input) = self.input.get_untracked() {
            let _ = input.focus();
        }
    }

    fn view(self) -> AnyView {
        let Self { id, label, problem, .. } = self;
        let problem_id = format!("{id}-problem");
        view! {
            <div class="field">
                <label for=id>{label}</label>
                <input
                    class="input"
                    type="datetime-local"
                    id=id
                    max="9999-12-31T23:59"
                    value=self.shown.get_value()
                    node_ref=self.input
                    aria-invalid=aria(move || !problem.get().is_empty())
                    aria-describedby=problem_id.clone()
                    on:input=move |_| problem.set("")
                />
                <p class="problem" id=problem_id role="alert">{changing_text(move || problem.get().to_owned())}</p>
            </div>
        }
        .into_any()
    }
}

/// Asks for a range, and closes when it has one. It starts with the ends that are given, or with today.
pub fn range_dialog(words: RangeWords, (from, to): Ends, apply: Callback<Ends>, close: Callback<()>) -> AnyView {
    let today = intl::local_time(Timestamp(intl::now_ms())).day();
    let is_new = from.is_none() && to.is_none();
    let start = Field::new("range-start", "From", 0, from, is_new.then_some(today.0));
    let end = Field::new("range-end", "Until", REST_OF_MINUTE_MS, to, is_new.then_some(today.1));
    let missing = if words.needs_both {
        "Give a date and a time."
    } else {
        "Give a date and a time, or leave both out."
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let read = |field: Field| match field.read() {
            Ok(None) if words.needs_both => Err(()),
            other => other,
        };
        let (from, to) = (read(start), read(end));
        for (field, read) in [(end, to), (start, from)] {
            field.problem.set("");
            if read.is_err() {
                field.complain(missing);
            }
        }
        let (Ok(from), Ok(to)) = (from, to) else { return };
        if let (Some(from), Some(to)) = (from, to)
            && to <= from
        {
            end.complain("The end has to be after the start.");
            return;
        }
        apply.run((from, to));
        close.run(());
    };
    let zone = intl::zone();
    let zone = (!zone.is_empty()).then(|| view! { " ("<b>{zone}</b>")" }.into_any());
    view! {
        <Dialog labelled_by="range-title" on_close=close>
            <form on:submit=submit novalidate=true>
                <h2 id="range-title">{words.title}</h2>
                <p class="lead">{words.lead}{zone}{words.rest}</p>
                {start.view()}
                {end.view()}
                <div class="actions">
                    <button class="btn" type="button" on:click=move |_| close.run(())>"Cancel"</button>
                    <button class="btn primary" type="submit">"Apply"</button>
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}
