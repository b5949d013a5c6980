//! The one sentence for all, and the few buttons.

use super::{SCREEN, Screen};
use crate::browser::full_screen;
use crate::page::uptime::all_monitors::Stage;
use crate::reactive::{aria, changing, changing_text};
use crate::route::{Route, Step, UptimePart, use_go};
use crate::ui::icon::{Icon, icon};
use glint_model::text::thousands;
use leptos::prelude::*;

/// Shows the head.
pub fn head(screen: Screen) -> AnyView {
    let go = use_go();
    let darken = move |_| {
        let query = match screen.is_dark.get_untracked() {
            true => Vec::new(),
            false => vec![("look".to_owned(), "dark".to_owned())],
        };
        let organization = screen.organization.get_value();
        go(
            &Route::Uptime {
                organization,
                part: UptimePart::Screen,
                query,
            },
            Step::Replace,
        );
    };
    let is_down = move || screen.board.with(|board| !board.down.is_empty());
    let full = full_screen::is_possible().then(|| {
        view! {
            <button
                class="btn"
                type="button"
                aria-pressed=aria(move || screen.is_full.get())
                on:click=move |_| full_screen::toggle(SCREEN)
            >
                {icon(Icon::Screen, "")}
                "Full screen"
            </button>
        }
    });
    view! {
        <header class:down=is_down>
            <h1><span role="status">{changing_text(move || headline(screen))}</span></h1>
            <div class="end">
                {full}
                <button
                    class="btn"
                    type="button"
                    aria-pressed=aria(move || screen.is_dark.get())
                    on:click=darken
                >
                    {icon(Icon::Dark, "")}
                    "Dark"
                </button>
                {changing(move || {
                    view! { <a class="btn" href=screen.list().href()>{icon(Icon::Left, "")} "List"</a> }.into_any()
                })}
            </div>
        </header>
    }
    .into_any()
}

/// Says as well when not all monitors are here.
fn headline(screen: Screen) -> String {
    let count = screen.all.rows.with(|rows| rows.len());
    match screen.all.stage.get() {
        Stage::Loading | Stage::Failed(_) => "Uptime".to_owned(),
        Stage::Part => format!("Loading: {} monitors so far", thousands(count as u64)),
        Stage::Broken(_) => format!(
            "{}; some could not be loaded",
            screen.board.with(|board| board.headline())
        ),
        Stage::Whole => screen.board.with(|board| board.headline()),
    }
}
