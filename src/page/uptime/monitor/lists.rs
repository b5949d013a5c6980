//! The two lists: the outages of the ledger, and all checks.

use super::checks::checks;
use super::context::MonitorContext;
use super::outages::{export, outages};
use super::ranges::is_plain;
use crate::reactive::{attribute, changing, maybe};
use crate::route::{Step, use_go};
use glint_model::monitor_page::Show;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// The panel, with the one that the URL names.
pub fn lists_panel(context: MonitorContext) -> AnyView {
    let export = export(context);
    let heading = move || match context.show.get() {
        Show::Outages => "Outages",
        Show::Checks => "Checks",
    };
    view! {
        <section class="panel lists-panel" aria-labelledby="lists-heading">
            <header>
                <h2 id="lists-heading">{move || heading()}</h2>
                <div class="end">
                    <div class="seg" role="group" aria-label="List">
                        {link(context, Show::Outages, "Outages")}
                        {link(context, Show::Checks, "Checks")}
                    </div>
                    {maybe(move || (context.show.get() == Show::Outages).then(&export))}
                </div>
            </header>
            {changing(move || match context.show.get() {
                Show::Outages => outages(context),
                Show::Checks => checks(context),
            })}
        </section>
    }
    .into_any()
}

fn link(context: MonitorContext, show: Show, label: &'static str) -> AnyView {
    let href = attribute(move || context.route_showing(show).href());
    let go = use_go();
    let follow = move |event: MouseEvent| {
        if is_plain(&event) {
            event.prevent_default();
            go(&context.route_showing(show), Step::Stay);
        }
    };
    let is_current = move || (context.show.get() == show).then_some("true");
    view! { <a href=href aria-current=is_current on:click=follow>{label}</a> }.into_any()
}
