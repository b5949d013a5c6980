//! The bar: how many are down and up, how old that is, and the ways to other pages of uptime.

use super::wall::Wall;
use crate::page::uptime::all_monitors::Stage;
use crate::page::uptime::live::live_line;
use crate::page::uptime::permission::may_write;
use crate::reactive::{changing_text, maybe};
use crate::route::{Route, UptimePart};
use crate::ui::icon::{Icon, icon};
use crate::ui::menu::{Menu, close_menu};
use crate::ui::nav_drawer::nav_toggle;
use crate::uptime_watch::UptimeWatch;
use glint_model::monitor_wall::Counts;
use glint_model::text::thousands;
use leptos::prelude::*;

const MORE: &str = "uptime-more";

/// Shows the bar.
pub fn bar(wall: Wall) -> AnyView {
    let watch = UptimeWatch::get();
    let may_write = may_write();
    let may_write = move || may_write.get() == Some(true);
    let (screen, pages) = (wall.part(UptimePart::Screen), wall.part(UptimePart::StatusPages));
    let (new, several) = (wall.part(UptimePart::New), wall.part(UptimePart::NewMany));
    let more = [
        (screen.clone(), Icon::Screen, "Screen"),
        (pages.clone(), Icon::External, "Status pages"),
    ];
    let several_entry = (several.clone(), Icon::Copy, "Several at once");
    view! {
        <div class="bar mon-bar">
            {nav_toggle()}
            <h1>"Uptime"</h1>
            <span class="faint mon-sum" aria-live="polite">{changing_text(move || summary(wall))}</span>
            <span class="faint mon-part">{changing_text(move || part(wall).unwrap_or_default())}</span>
            <div class="end">
                {live_line(wall.all.live)}
                <button class="btn mon-wide" type="button" on:click=move |_| watch.open_notices()>
                    {icon(Icon::Alert, "")}
                    "Notices"
                </button>
                <a class="btn mon-wide" href=screen.href()>{icon(Icon::Screen, "")} "Screen"</a>
                <a class="btn mon-wide" href=pages.href()>"Status pages"</a>
                {maybe(move || {
                    let view = view! {
                        <a class="btn mon-wide" href=several.href()>"Several at once"</a>
                        <a class="btn primary" href=new.href()>
                            {icon(Icon::Add, "")}
                            <span class="mon-new">"New monitor"</span>
                        </a>
                    };
                    may_write().then(|| view.into_any())
                })}
                <span class="mon-narrow">
                    <Menu
                        id=MORE
                        class="btn icon quiet"
                        label="More of uptime"
                        button=ViewFn::from(|| icon(Icon::More, ""))
                    >
                        {more.map(entry).collect_view()}
                        <button class="entry" type="button" on:click=move |_| {
                            close_menu(MORE);
                            watch.open_notices();
                        }>
                            {icon(Icon::Alert, "")}
                            <span>"Notices"</span>
                        </button>
                        {maybe(move || may_write().then(|| entry(several_entry.clone())))}
                    </Menu>
                </span>
            </div>
        </div>
    }
    .into_any()
}

fn entry((to, sign, label): (Route, Icon, &'static str)) -> AnyView {
    view! {
        <a class="entry" href=to.href()>
            {icon(sign, "")}
            <span>{label}</span>
        </a>
    }
    .into_any()
}

/// How many are down, up and without data, whatever is filtered.
fn summary(wall: Wall) -> String {
    wall.all
        .rows
        .with(|rows| Counts::of(rows.iter().map(AsRef::as_ref)))
        .text()
}

/// How many of how many are here, as long as some are not.
fn part(wall: Wall) -> Option<String> {
    if !matches!(wall.all.stage.get(), Stage::Part | Stage::Broken(_)) {
        return None;
    }
    let loaded = thousands(wall.all.rows.with(|rows| rows.len()) as u64);
    let of = wall.all.hits.get().map(|hits| format!(" of {}", hits.label()));
    Some(format!("{loaded}{} loaded", of.unwrap_or_default()))
}
