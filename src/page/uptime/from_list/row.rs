//! The preview: a row for each line, with what will become of it, and then what did.

use super::desk::{ListDesk, Outcome};
use super::there::Reading;
use crate::reactive::{changing, changing_text, maybe};
use glint_model::monitor_interval::short_interval;
use glint_model::monitor_paste::{Line, MOST_LINES, Pasted, Verdict};
use glint_model::reveal::reveal;
use glint_model::text::counted;
use glint_model::wire::monitor::MonitorType;
use leptos::prelude::*;

/// The summary and the table; nothing as long as there is no list.
pub fn table(desk: ListDesk) -> AnyView {
    let is_there = Memo::new(move |_| desk.pasted.with(|pasted| !pasted.lines.is_empty()));
    let rows = move || {
        desk.pasted.with(|pasted| {
            pasted
                .lines
                .iter()
                .map(|line| (line.number, line.text.clone()))
                .collect::<Vec<_>>()
        })
    };
    view! {
        <section class="list-preview" aria-labelledby="list-preview-title">
            <header>
                <h2 id="list-preview-title">"Preview"</h2>
                <p role="status">{changing_text(move || desk.pasted.with(summary))}</p>
            </header>
            {maybe(move || compared(desk))}
            {maybe(move || is_there.get().then(|| view! {
                <table class="list-table">
                    <thead>
                        <tr>
                            <th scope="col">"Line"</th>
                            <th scope="col">"Name and address"</th>
                            <th scope="col">"Type"</th>
                            <th scope="col">"Interval"</th>
                            <th scope="col">"Result"</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=rows key=|key| key.clone() let:key>{row(desk, key.0, key.1)}</For>
                    </tbody>
                </table>
            }.into_any()))}
        </section>
    }
    .into_any()
}

fn summary(pasted: &Pasted) -> String {
    if pasted.lines.is_empty() {
        return "Paste a list above: what will become of each line is shown here, before anything is created."
            .to_owned();
    }
    let mut words = vec![format!(
        "{} can be created",
        counted(pasted.fine() as u64, "monitor", "monitors")
    )];
    if pasted.there() > 0 {
        words.push(format!("{} there already", pasted.there()));
    }
    if pasted.wrong() > 0 {
        words.push(format!("{} not right yet", pasted.wrong()));
    }
    if pasted.left_out > 0 {
        let more = counted(pasted.left_out as u64, "line", "lines");
        words.push(format!("{more} more than the {MOST_LINES} that are read at once"));
    }
    words.join(" · ")
}

/// What the list is compared with, while that is not all known.
fn compared(desk: ListDesk) -> Option<AnyView> {
    match desk.there.state.get() {
        Reading::Done => None,
        Reading::Busy(count) => {
            let count = counted(count as u64, "monitor", "monitors");
            Some(view! { <p class="hint">{format!("Comparing with what is there: {count} so far…")}</p> }.into_any())
        }
        Reading::Failed(error) => Some(
            view! {
                <p class="form-note warning" role="alert">
                    <span>
                        {format!("The monitors that are there could not be read, so none is known as a double. {}", error.sentence())}
                    </span>
                    <button class="btn small" type="button" on:click=move |_| desk.there.retry()>"Try again"</button>
                </p>
            }
            .into_any(),
        ),
    }
}

/// A row is known by its line: choosing another type for it leaves it where it is.
fn row(desk: ListDesk, number: usize, text: String) -> AnyView {
    let own = text.clone();
    let line = Memo::new(move |_| {
        desk.pasted.with(|pasted| {
            let mut lines = pasted.lines.iter();
            lines.find(|line| line.number == number && line.text == own).cloned()
        })
    });
    let outcome = {
        let own = text.clone();
        Memo::new(move |_| desk.outcomes.with(|outcomes| outcomes.get(&own).cloned()))
    };
    let name =
        Memo::new(move |_| line.with(|line| line.as_ref().map(|line| reveal(&line.form.name)).unwrap_or_default()));
    let address =
        Memo::new(move |_| line.with(|line| line.as_ref().map(|line| reveal(line.form.url())).unwrap_or_default()));
    let interval = move || {
        let typed = line.with(|line| line.as_ref().map(|line| line.form.interval.clone()).unwrap_or_default());
        typed.trim().parse().map_or(typed, short_interval)
    };
    view! {
        <tr>
            <td class="number">{number}</td>
            <td class="what">
                <b>{changing_text(move || name.get())}</b>
                <small>{changing_text(move || address.get())}</small>
            </td>
            <td class="kind">{kind(desk, number, text, line)}</td>
            <td class="every">{changing_text(interval)}</td>
            <td class="result">{changing(move || result(desk, line.get(), outcome.get()))}</td>
        </tr>
    }
    .into_any()
}

fn kind(desk: ListDesk, number: usize, text: String, line: Memo<Option<Line>>) -> AnyView {
    let now = Memo::new(move |_| line.with(|line| line.as_ref().map(|line| line.form.kind)));
    let choose = move |event| {
        let name = event_target_value(&event);
        if let Some(kind) = MonitorType::ALL.into_iter().find(|one| one.as_str() == name) {
            desk.all.update(|all| {
                all.chosen.insert(text.clone(), kind);
            });
        }
    };
    let options: Vec<AnyView> = MonitorType::ALL
        .into_iter()
        .map(|one| {
            let is_first = now.get_untracked() == Some(one);
            view! { <option value=one.as_str() selected=is_first>{one.as_str()}</option> }.into_any()
        })
        .collect();
    view! {
        <select
            class="input"
            aria-label=format!("Type of line {number}")
            prop:value=move || now.get().map(MonitorType::as_str).unwrap_or_default()
            on:change=choose
        >
            {options}
        </select>
    }
    .into_any()
}

fn result(desk: ListDesk, line: Option<Line>, outcome: Option<Outcome>) -> AnyView {
    let Some(line) = line else { return ().into_any() };
    match (line.verdict, outcome) {
        (Verdict::Twice(number), _) => {
            view! { <span class="there">{format!("The same as line {number}: left out")}</span> }.into_any()
        }
        (_, Some(Outcome::Sending)) => view! { <span class="muted">"Creating…"</span> }.into_any(),
        (_, Some(Outcome::Created(monitor))) => view! {
            <span class="done">"✓ "<a class="link" href=desk.place_of(monitor).href()>"Created"</a></span>
        }
        .into_any(),
        (Verdict::Wrong(why), _) => view! { <span class="bad">{format!("✗ {why}")}</span> }.into_any(),
        (_, Some(Outcome::Failed(why))) => {
            view! { <span class="bad">{format!("✗ Not created. {why}")}</span> }.into_any()
        }
        (Verdict::There(name), None) => {
            let name = reveal(&name);
            view! { <span class="there">{format!("There already: “{name}”")}</span> }.into_any()
        }
        (Verdict::Fine, None) => view! { <span class="fine">"Can be created"</span> }.into_any(),
    }
}
