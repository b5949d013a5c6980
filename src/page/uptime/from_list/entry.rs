//! Where the list is pasted, and what holds for all of it.

use super::desk::ListDesk;
use crate::page::uptime::interval_field::{IntervalField, interval_field};
use crate::page::uptime::project_field::{ProjectField, project_field};
use crate::reactive::{attribute, truth};
use crate::ui::form::{Frame, TextField, TextKind, Wiring, framed, text_field};
use glint_model::monitor_form::interval_problem;
use glint_model::monitor_paste::MOST_LINES;
use glint_model::wire::monitor::MonitorType;
use leptos::prelude::*;

/// An example of each shape.
const EXAMPLE: &str =
    "Shop, https://shop.example.com/health, 300\nhttps://blog.example.com\nDatabase, db.example.com:5432";

/// The fields.
pub fn entry(desk: ListDesk) -> AnyView {
    let list = Frame {
        id: "monitor-list",
        label: "List",
        is_optional: false,
        hint: format!(
            "One monitor in a line: name, address and interval, or only an address, or host:port; apart by commas, \
             semicolons or tabs, as a spreadsheet copies them. At most {MOST_LINES} lines."
        )
        .into_any(),
        problem: Signal::derive(|| None),
    };
    let list = text_field(TextField {
        frame: list,
        kind: TextKind::Area(9),
        value: desk.text.into(),
        example: EXAMPLE,
        typed: Callback::new(move |typed: String| desk.text.set(typed)),
        left: Callback::new(|()| {}),
    });
    let interval = interval_field(IntervalField {
        id: "monitors-interval",
        value: attribute(move || desk.all.with(|all| all.interval.clone())),
        problem: Signal::derive(move || desk.all.with(|all| interval_problem(&all.interval))),
        is_heartbeat: truth(move || desk.all.with(|all| all.kind == Some(MonitorType::Heartbeat))),
        typed: Callback::new(move |typed: String| desk.all.update(|all| all.interval = typed)),
        left: Callback::new(|()| {}),
    });
    let project = project_field(ProjectField {
        id: "monitors-project",
        chosen: Signal::derive(move || desk.all.with(|all| all.project.clone())),
        known_name: None,
        problem: Signal::derive(|| None),
        choose: Callback::new(move |project| desk.all.update(|all| all.project = project)),
    });
    view! {
        <div class="list-entry">
            <div>{list}</div>
            <div>{kind(desk)} {interval} {project}</div>
        </div>
    }
    .into_any()
}

/// The type of all; choosing it takes back what was chosen for single lines.
fn kind(desk: ListDesk) -> AnyView {
    let frame = Frame {
        id: "monitors-kind",
        label: "Type",
        is_optional: false,
        hint: "Each line can have another one, in the table below.".into_any(),
        problem: Signal::derive(|| None),
    };
    let Wiring { id, described_by, .. } = frame.wiring();
    let now = desk.all.with_untracked(|all| all.kind);
    let options: Vec<AnyView> = MonitorType::ALL
        .into_iter()
        .map(|one| {
            let name = one.as_str();
            view! { <option value=name selected=now == Some(one)>{name}</option> }.into_any()
        })
        .collect();
    let choose = move |event| {
        let name = event_target_value(&event);
        desk.all.update(|all| {
            all.kind = MonitorType::ALL.into_iter().find(|one| one.as_str() == name);
            all.chosen.clear();
        });
    };
    let select = view! {
        <select class="input" id=id aria-describedby=described_by on:change=choose>
            <option value="" selected=now.is_none()>"As each line says: GET, or TCP Port"</option>
            {options}
        </select>
    }
    .into_any();
    framed(frame, select)
}
