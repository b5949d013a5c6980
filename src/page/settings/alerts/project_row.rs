//! A project with its alerts, each in a sentence.

use super::gaps::{Creating, link_id, mend};
use super::gather::Known;
use crate::route::{ProjectPart, Route};
use crate::ui::icon::{Icon, icon};
use glint_model::alert_rule::sentence;
use glint_model::reveal::reveal;
use glint_model::text::first_line;
use glint_model::wire::alert::Alert;
use leptos::prelude::*;

/// The row; the name leads to the alerts of the project.
pub(super) fn project_row(creating: Creating, known: &Known) -> AnyView {
    let of = &known.of;
    let organization = creating.gather.organization.get_value();
    let href = Route::project(&organization, &of.slug, ProjectPart::Alerts).href();
    let alerts: Vec<AnyView> = of.alerts.iter().map(line).collect();
    let alerts = (!alerts.is_empty()).then(|| view! { <ul class="alr-sentences">{alerts}</ul> }.into_any());
    let warning = known.gap.map(|gap| {
        view! { <p class="alr-warning">{icon(Icon::Warning, "")} <span>{gap.sentence(&of.teams)}</span></p> }.into_any()
    });
    let mend = known
        .gap
        .map(|gap| view! { <div class="acts">{mend(creating, known, gap)}</div> }.into_any());
    view! {
        <li>
            <div class="what">
                <a class="link" id=link_id(&of.slug) href=href><b>{reveal(&of.name)}</b></a>
                {warning}
                {alerts}
            </div>
            {mend}
        </li>
    }
    .into_any()
}

fn line(alert: &Alert) -> AnyView {
    let name = reveal(&first_line(alert.name.as_deref().unwrap_or_default()));
    let name = (!name.is_empty()).then(|| view! { <span class="alr-called">{name} ": "</span> }.into_any());
    view! { <li>{name} {sentence(alert)}</li> }.into_any()
}
