//! The tiles: what is down with reason and time, what has no data, what is up.

use super::Screen;
use crate::page::uptime::status_mark::status_mark;
use crate::reactive::{changing, changing_text, maybe};
use crate::route::Route;
use glint_model::id::MonitorId;
use glint_model::monitor_wall::{Board, Health, Size, WallRow, down_reason, find, for_text};
use glint_model::text::counted;
use leptos::prelude::*;
use std::sync::Arc;

/// Shows all tiles.
pub fn board(screen: Screen) -> AnyView {
    view! {
        <div class="boards">
            {part(screen, Health::Down, |board| &board.down)}
            {part(screen, Health::Unknown, |board| &board.unknown)}
            {part(screen, Health::Up, |board| &board.up)}
        </div>
    }
    .into_any()
}

fn part(screen: Screen, health: Health, rows: fn(&Board) -> &Vec<Arc<WallRow>>) -> AnyView {
    let count = Memo::new(move |_| screen.board.with(|board| rows(board).len()));
    let size = Memo::new(move |_| match health {
        Health::Down => Size::of_wrong(count.get()),
        Health::Unknown => Size::of_wrong(count.get().max(9)),
        Health::Up => Size::of_well(count.get()),
    });
    maybe(move || {
        (count.get() > 0).then(|| {
            let size = size.get();
            let heading = move || format!("{} {}", health.word(), count.get());
            let tiles = if size == Size::Dots {
                dots(screen, rows)
            } else {
                view! {
                    <ul>
                        <For
                            each=move || screen.board.with(|board| rows(board).iter().map(|row| row.id).collect::<Vec<_>>())
                            key=|id| *id
                            children=move |id| tile(screen, id)
                        />
                    </ul>
                }
                .into_any()
            };
            view! {
                <section class=format!("tiles {} {}", health.as_str(), size.as_str())>
                    <h2>{changing_text(heading)}</h2>
                    {tiles}
                </section>
            }
            .into_any()
        })
    })
}

fn tile(screen: Screen, id: MonitorId) -> AnyView {
    let row = Memo::new(move |_| screen.all.rows.with(|rows| find(rows, id).cloned()));
    let href = Route::monitor(&screen.organization.get_value(), id).href();
    let minute = Memo::new(move |_| screen.all.live.now_ms() / 60_000 * 60_000);
    let content = move || {
        let Some(row) = row.get() else {
            return ().into_any();
        };
        let for_long = row.since.map(|since| for_text(since, minute.get()));
        view! {
            {status_mark(row.health)}
            <b>{row.name.clone()}</b>
            <span>{down_reason(&row).unwrap_or_else(|| row.health.word().to_owned())}</span>
            {for_long.map(|text| view! { <small>{text}</small> })}
        }
        .into_any()
    };
    view! { <li><a href=href>{changing(content)}</a></li> }.into_any()
}

/// Hundreds that are well: a square for each, and their number for who does not see them.
fn dots(screen: Screen, rows: fn(&Board) -> &Vec<Arc<WallRow>>) -> AnyView {
    let names = Memo::new(move |_| {
        screen
            .board
            .with(|board| rows(board).iter().map(|row| row.name.clone()).collect::<Vec<_>>())
    });
    changing(move || {
        let names = names.get();
        let label = counted(names.len() as u64, "monitor is up", "monitors are up");
        let all: Vec<AnyView> = names
            .into_iter()
            .map(|name| view! { <i title=name></i> }.into_any())
            .collect();
        view! { <div class="squares" role="img" aria-label=label>{all}</div> }.into_any()
    })
}
