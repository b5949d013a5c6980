//! The rows, or what stands there when there are none.

use super::filters::{FIELD, filters};
use super::group::group;
use super::wall::Wall;
use crate::browser::dom;
use crate::open_organization::OpenOrganization;
use crate::page::uptime::all_monitors::Stage;
use crate::page::uptime::permission::may_write;
use crate::page::uptime::trouble::{is_unknown, no_monitors};
use crate::reactive::{changing, maybe, truth};
use crate::route::{Step, UptimePart};
use crate::server::Server;
use crate::ui::state::{nothing, waiting};
use glint_model::error::ApiError;
use glint_model::text::thousands;
use leptos::prelude::*;

/// More rows than this are laid out as they come, fewer when they come into sight (`docs/decisions/0013`).
const MANY: usize = 300;

#[derive(Clone, PartialEq)]
enum Body {
    Waiting,
    Failed(ApiError),
    Empty,
    Rows,
}

/// Shows the rows.
pub fn body(wall: Wall) -> AnyView {
    let (server, open) = (Server::get(), OpenOrganization::get());
    let body = Memo::new(move |_| {
        let has_rows = wall.all.rows.with(|rows| !rows.is_empty());
        match wall.all.stage.get() {
            _ if has_rows => Body::Rows,
            _ if !server.has_uptime() => Body::Failed(ApiError::NotFound),
            Stage::Loading => Body::Waiting,
            Stage::Failed(error) => Body::Failed(error),
            _ if is_unknown(open) => Body::Failed(ApiError::NotFound),
            Stage::Part | Stage::Whole | Stage::Broken(_) => Body::Empty,
        }
    });
    changing(move || match body.get() {
        Body::Waiting => waiting(12).into_any(),
        Body::Failed(error) => no_monitors(open, &error, move || wall.all.reload()),
        Body::Empty => empty(wall),
        Body::Rows => rows(wall),
    })
}

fn rows(wall: Wall) -> AnyView {
    let is_none_shown = truth(move || wall.shown.with(|shown| shown.values().all(|counts| counts.all() == 0)));
    view! {
        {filters(wall)}
        <div
            class="monitors"
            class:many=truth(move || wall.all.rows.with(|rows| rows.len() > MANY))
            on:pointermove=move |_| wall.note_pointer()
        >
            <div class="mon-head" aria-hidden="true" hidden=is_none_shown>
                <span>"Monitor"</span>
                <span>"Recent checks, the newest at the right"</span>
                <span class="num">"Up, of these"</span>
                <span class="num">"Response"</span>
                <span class="when">"Status"</span>
            </div>
            <For each=move || wall.group_keys() key=Clone::clone children=move |key| group(wall, key) />
        </div>
        {maybe(move || is_none_shown.get().then(|| none_match(wall)))}
        {maybe(move || broken(wall))}
    }
    .into_any()
}

fn none_match(wall: Wall) -> AnyView {
    let show_all = move |_| {
        wall.typed.set(String::new());
        wall.show(Step::Stay, |view| {
            view.status = None;
            view.kind = None;
        });
        dom::focus(dom::by_id(FIELD));
    };
    let action = view! { <button class="btn" type="button" on:click=show_all>"Show all monitors"</button> }.into_any();
    let text = match wall.all.stage.get_untracked() {
        Stage::Whole => "No monitor has all of what is asked for here.",
        _ => "None of those that are loaded has all of what is asked for here.",
    };
    nothing("No monitor matches", text, action).into_any()
}

fn empty(wall: Wall) -> AnyView {
    let (new, several) = (wall.part(UptimePart::New), wall.part(UptimePart::NewMany));
    let may_write = may_write();
    changing(move || {
        let may_write = may_write.get() == Some(true);
        let actions = may_write.then(|| {
            view! {
                <a class="btn primary" href=new.href()>"New monitor"</a>
                <a class="btn" href=several.href()>"Several at once"</a>
            }
        });
        let text = if may_write {
            "A monitor calls an address, a port or a certificate again and again, or waits for heartbeats of a job, and \
             keeps what it found. Create the first one, or paste a list of addresses."
        } else {
            "A monitor calls an address again and again and keeps what it found. Those who manage this organization can \
             create the first one."
        };
        nothing("No monitors yet", text, actions.into_any()).into_any()
    })
}

/// The list broke off: says how much of it is here.
fn broken(wall: Wall) -> Option<AnyView> {
    let Stage::Broken(error) = wall.all.stage.get() else {
        return None;
    };
    let loaded = thousands(wall.all.rows.with(|rows| rows.len()) as u64);
    let text = format!(
        "Only {loaded} monitors are here; the others could not be loaded. {}",
        error.sentence()
    );
    let view = view! {
        <p class="notice-line" role="alert">
            <span>{text}</span>
            <button class="btn small" type="button" on:click=move |_| wall.all.reload()>
                "Try again"
            </button>
        </p>
    };
    Some(view.into_any())
}
