//! The fields of the form, those that the type has.

use super::desk::Desk;
use super::kind::kind_field;
use crate::page::uptime::interval_field::{IntervalField, interval_field};
use crate::page::uptime::project_field::{ProjectField, project_field};
use crate::reactive::{attribute, changing, truth};
use crate::ui::form::{Frame, TextField, TextKind, text_field};
use glint_model::monitor_form::{Field, MonitorForm, USUAL_TIMEOUT_S, completed_web, fields};
use glint_model::wire::monitor::MonitorType;
use leptos::prelude::*;

/// The id of the control of a field.
pub fn field_id(field: Field) -> &'static str {
    match field {
        Field::Kind => "monitor-kind",
        Field::Name => "monitor-name",
        Field::Url => "monitor-url",
        Field::ExpectedStatus => "monitor-status",
        Field::ExpectedBody => "monitor-body",
        Field::Interval => "monitor-interval",
        Field::Timeout => "monitor-timeout",
        Field::Project => "monitor-project",
    }
}

/// What a field is called.
pub fn field_label(field: Field) -> &'static str {
    match field {
        Field::Kind => "Type",
        Field::Name => "Name",
        Field::Url => "Address",
        Field::ExpectedStatus => "Expected status",
        Field::ExpectedBody => "Expected text",
        Field::Interval => "Interval",
        Field::Timeout => "Timeout",
        Field::Project => "Project",
    }
}

/// All fields. Another type draws only those anew that depend on it.
pub fn fields_view(desk: Desk) -> AnyView {
    let kind = Memo::new(move |_| desk.form.with(|form| form.kind));
    let of_kind = move || {
        let kind = kind.get();
        let views: Vec<AnyView> = fields(kind)
            .iter()
            .filter_map(|field| match field {
                Field::Url => Some(address(desk, kind)),
                Field::ExpectedStatus => Some(expected_status(desk)),
                Field::ExpectedBody => Some(expected_body(desk)),
                _ => None,
            })
            .collect();
        view! { {views} }.into_any()
    };
    let has_timeout = Memo::new(move |_| fields(kind.get()).contains(&Field::Timeout));
    view! {
        {kind_field(desk, kind)}
        {name(desk)}
        {changing(of_kind)}
        {interval(desk, kind)}
        {changing(move || if has_timeout.get() { timeout(desk) } else { ().into_any() })}
        {project(desk)}
    }
    .into_any()
}

fn frame(desk: Desk, field: Field, is_optional: bool, hint: AnyView) -> Frame {
    Frame {
        id: field_id(field),
        label: field_label(field),
        is_optional,
        hint,
        problem: Signal::derive(move || desk.problem(field)),
    }
}

/// A field that shows one text of the form.
fn own_field(
    desk: Desk,
    field: Field,
    frame: Frame,
    kind: TextKind,
    example: &'static str,
    text: fn(&mut MonitorForm) -> &mut String,
) -> TextField {
    let now = move || {
        // A copy, since the way to the text is one for changing it.
        let mut form = desk.form.get();
        std::mem::take(text(&mut form))
    };
    TextField {
        frame,
        kind,
        value: attribute(now),
        example,
        typed: Callback::new(move |typed: String| desk.change(field, |form| *text(form) = typed)),
        left: Callback::new(move |()| desk.leave(field, untrack(now).trim().is_empty())),
    }
}

/// A field for whole numbers, with its unit.
fn number_field(
    desk: Desk,
    field: Field,
    unit: &'static str,
    is_optional: bool,
    hint: AnyView,
    text: fn(&mut MonitorForm) -> &mut String,
) -> AnyView {
    let frame = frame(desk, field, is_optional, hint);
    text_field(own_field(desk, field, frame, TextKind::Number(unit), "", text))
}

fn name(desk: Desk) -> AnyView {
    let hint = "What it is called in lists and in alerts.".into_any();
    let frame = frame(desk, Field::Name, false, hint);
    text_field(own_field(desk, Field::Name, frame, TextKind::Line, "Shop", |form| {
        &mut form.name
    }))
}

fn address(desk: Desk, kind: MonitorType) -> AnyView {
    let (hint, example, text): (_, _, fn(&mut MonitorForm) -> &mut String) = match kind {
        MonitorType::Port => (
            "Host and port, as the server reaches them. The server may write it a little differently.",
            "db.example.com:5432",
            |form| &mut form.host_port,
        ),
        MonitorType::Ssl => (
            "The HTTPS address whose certificate is looked at.",
            "https://shop.example.com",
            |form| &mut form.web,
        ),
        _ => (
            "The whole address with https:// or http://, as the server reaches it.",
            "https://shop.example.com/health",
            |form| &mut form.web,
        ),
    };
    let frame = frame(desk, Field::Url, false, hint.into_any());
    let field = own_field(desk, Field::Url, frame, TextKind::Address, example, text);
    let left = field.left;
    text_field(TextField {
        left: Callback::new(move |()| {
            let completed = desk.form.with_untracked(|form| completed_web(&form.web));
            if let Some(completed) = completed.filter(|_| kind != MonitorType::Port) {
                desk.change(Field::Url, |form| form.web = completed);
            }
            left.run(());
        }),
        ..field
    })
}

fn expected_status(desk: Desk) -> AnyView {
    let hint = "The status code that counts as up; every other one counts as down.".into_any();
    number_field(desk, Field::ExpectedStatus, "", false, hint, |form| {
        &mut form.expected_status
    })
}

fn expected_body(desk: Desk) -> AnyView {
    let hint = "A text that the answer has to hold, exactly so; without it the monitor is down.".into_any();
    let frame = frame(desk, Field::ExpectedBody, true, hint);
    text_field(own_field(
        desk,
        Field::ExpectedBody,
        frame,
        TextKind::Area(2),
        "",
        |form| &mut form.expected_body,
    ))
}

fn timeout(desk: Desk) -> AnyView {
    let hint =
        format!("How long a check waits, 1 to 60. Without it the server waits {USUAL_TIMEOUT_S} seconds.").into_any();
    number_field(desk, Field::Timeout, "seconds", true, hint, |form| &mut form.timeout)
}

fn interval(desk: Desk, kind: Memo<MonitorType>) -> AnyView {
    interval_field(IntervalField {
        id: field_id(Field::Interval),
        value: attribute(move || desk.form.with(|form| form.interval.clone())),
        problem: Signal::derive(move || desk.problem(Field::Interval)),
        is_heartbeat: truth(move || kind.get() == MonitorType::Heartbeat),
        typed: Callback::new(move |typed: String| desk.change(Field::Interval, |form| form.interval = typed)),
        left: Callback::new(move |()| {
            desk.leave(
                Field::Interval,
                desk.form.with_untracked(|form| form.interval.trim().is_empty()),
            );
        }),
    })
}

fn project(desk: Desk) -> AnyView {
    project_field(ProjectField {
        id: field_id(Field::Project),
        chosen: Signal::derive(move || desk.form.with(|form| form.project.clone())),
        known_name: desk.project_name.get_value(),
        problem: Signal::derive(move || desk.problem(Field::Project)),
        choose: Callback::new(move |project| desk.change(Field::Project, |form| form.project = project)),
    })
}
