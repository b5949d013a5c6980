//! Usage, and the plan where plans are sold: `/{organization}/settings/subscription`. The payment provider sends the reader
//! back with `?session_id=` or `?billing_portal_redirect=`.

mod advice;
mod breakdown;
mod by_day;
mod figures;
mod limit;
mod manage;
mod offers;
mod plan;
mod returns;
mod support;
mod totals;

use super::details::with_details;
use super::frame::{Frame, Section, framed};
use super::throttle_notice::throttle_notice;
use crate::reactive::maybe;
use crate::server::Server;
use crate::ui::page_title::page_title;
use figures::Figures;
use glint_model::id::OrganizationSlug;
use leptos::prelude::*;
use offers::Choice;
use plan::Billing;

/// The page.
pub fn usage_page(organization: OrganizationSlug) -> AnyView {
    let server = Server::get();
    page_title(move || Section::Usage.shown(server).to_owned());
    let slug = organization.clone();
    let inside = with_details(&organization, move |details| {
        let is_sold = Memo::new(move |_| server.has_billing());
        let billing = Billing::of(&slug, details.organization.id, is_sold);
        let figures = Figures::of(&slug);
        let choice = Choice::of(billing, is_sold);
        view! {
            {returns::returns(billing)}
            {throttle_notice(None)}
            {maybe(move || is_sold.get().then(|| advice::advice_panel(choice, figures, billing)))}
            {maybe(move || is_sold.get().then(|| plan::plan_panel(billing)))}
            {totals::totals_panel(figures, billing)}
            {by_day::by_day_panel(figures, billing)}
            {breakdown::breakdown_panel(figures)}
            {maybe(move || is_sold.get().then(|| offers::offers_panel(choice)))}
            {maybe(move || (!is_sold.get() && server.version().is_some()).then(|| support::support_panel(server)))}
        }
        .into_any()
    });
    framed(Frame {
        organization,
        section: Section::Usage,
        heading: None,
        actions: ().into_any(),
        inside,
    })
}
