//! Response times: the server's list does not tell them, each monitor's own endpoint does. They are asked for one by one, for the
//! rows in sight when the reader rests there, or for all when they are to be sorted by them.

use super::row::row_link_id;
use super::wall::Wall;
use crate::api::client::Cancel;
use crate::api::monitors::poll_monitor_text;
use crate::browser::{dom, intl, visibility, wait};
use crate::page::uptime::all_monitors::Stage;
use crate::reactive::{changing_text, maybe, spawn};
use glint_model::id::MonitorId;
use glint_model::monitor_wall::SortBy;
use glint_model::text::thousands;
use glint_model::wire::monitor::{Monitor, MonitorType};
use leptos::prelude::*;

/// How often it is looked which rows are in sight: milliseconds.
const LOOK_MS: i32 = 600;
/// A monitor is not asked again sooner than this: milliseconds.
const AGAIN_MS: i64 = 20_000;

/// Asks for what is in sight as long as the page is there.
pub fn keep_asking(wall: Wall) {
    let cancel = Cancel::new();
    let ending = StoredValue::new_local(cancel.clone());
    on_cleanup(move || {
        ending.try_with_value(Cancel::cancel);
    });
    spawn(async move {
        let mut asked: Vec<(MonitorId, i64)> = Vec::new();
        let mut before = Vec::new();
        while !cancel.is_cancelled() {
            wait::milliseconds(LOOK_MS).await;
            if cancel.is_cancelled() || !is_time(wall) {
                continue;
            }
            let now = intl::now_ms();
            asked.retain(|(_, at)| now - at < AGAIN_MS);
            let wanted = if wall.wants_all_times.get_untracked() {
                untimed(wall, wall.all.rows.get_untracked().iter().map(|row| row.id))
            } else {
                let in_sight = in_sight(wall);
                let rests = in_sight == before;
                before.clone_from(&in_sight);
                if rests {
                    untimed(wall, in_sight.into_iter())
                } else {
                    Vec::new()
                }
            };
            let is_known = |id: &MonitorId| asked.iter().any(|(known, _)| known == id);
            let Some(next) = wanted.into_iter().find(|id| !is_known(id)) else {
                wall.wants_all_times.try_set(false);
                continue;
            };
            asked.push((next, now));
            ask(wall, next, &cancel, &mut asked).await;
        }
    });
}

/// Asks for one, and at once for the others of what was in sight, until there is none.
async fn ask(wall: Wall, first: MonitorId, cancel: &Cancel, asked: &mut Vec<(MonitorId, i64)>) {
    let Some(organization) = wall.organization.try_get_value() else {
        return;
    };
    let mut next = Some(first);
    while let Some(id) = next {
        let answer = poll_monitor_text(&organization, id, cancel).await;
        if cancel.is_cancelled() {
            return;
        }
        match answer.ok().and_then(|text| serde_json::from_str::<Monitor>(&text).ok()) {
            Some(monitor) => wall.all.put_checks(&monitor),
            // What does not come is of no use to go on with.
            None => return,
        }
        let wanted = if wall.wants_all_times.get_untracked() {
            untimed(wall, wall.all.rows.get_untracked().iter().map(|row| row.id))
        } else {
            untimed(wall, in_sight(wall).into_iter())
        };
        next = wanted
            .into_iter()
            .find(|id| !asked.iter().any(|(known, _)| known == id));
        asked.extend(next.map(|id| (id, intl::now_ms())));
    }
}

fn is_time(wall: Wall) -> bool {
    let is_here = matches!(wall.all.stage.try_get_untracked(), Some(Stage::Whole));
    let is_well = untrack(|| wall.all.live.trouble().is_none());
    is_here && is_well && visibility::is_visible() && !visibility::saves_data()
}

/// Those whose last check does not say how long it took, although it may have.
fn untimed(wall: Wall, ids: impl Iterator<Item = MonitorId>) -> Vec<MonitorId> {
    ids.filter(|id| {
        wall.all
            .find(*id)
            .is_some_and(|row| row.kind != MonitorType::Heartbeat && !row.is_timed())
    })
    .collect()
}

/// The monitors whose rows are in sight, from the top. They are found by halving the list: to ask the browser what lies at a
/// point takes as long as all rows that it may be.
fn in_sight(wall: Wall) -> Vec<MonitorId> {
    let height = dom::window().inner_height().ok().and_then(|height| height.as_f64());
    let (height, order) = (height.unwrap_or_default(), wall.order());
    let place = |id: &MonitorId| dom::by_id(&row_link_id(*id)).map(|link| link.get_bounding_client_rect());
    let first = order.partition_point(|id| place(id).is_some_and(|place| place.bottom() <= 0.0));
    let rest = order[first..].iter();
    rest.take_while(|id| place(id).is_some_and(|place| place.top() < height))
        .copied()
        .collect()
}

/// When the rows are sorted by response times: of how many they are known, and a button that asks for the others.
pub fn known_note(wall: Wall) -> AnyView {
    let counts = Memo::new(move |_| {
        wall.all.rows.with(|rows| {
            let timed: Vec<_> = rows.iter().filter(|row| row.kind != MonitorType::Heartbeat).collect();
            (timed.iter().filter(|row| row.is_timed()).count(), timed.len())
        })
    });
    maybe(move || {
        let is_open = move || counts.get().0 < counts.get().1;
        let is_sorted = wall.view.with(|view| view.sort == SortBy::Response);
        (is_sorted && is_open()).then(|| {
            let text = move || {
                let (known, all) = counts.get();
                format!("Sorted by the {} of {} response times that are known.", thousands(known as u64), thousands(all as u64))
            };
            let press = move |_| wall.wants_all_times.update(|wants| *wants = !*wants);
            view! {
                <span>{changing_text(text)}</span>
                <button class="btn small" type="button" on:click=press>
                    {changing_text(move || {
                        if wall.wants_all_times.get() { "Stop asking".to_owned() } else { "Ask for the others".to_owned() }
                    })}
                </button>
            }
            .into_any()
        })
    })
}
