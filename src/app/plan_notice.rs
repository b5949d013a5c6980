//! What the plan means for whoever works in an organization: a notice while its events are dropped, and, where plans are sold,
//! the way to its plan for an owner who opens an organization without one. (`docs/decisions/0028`.)

use crate::api::billing::get_subscription;
use crate::load::{Load, load};
use crate::open_organization::OpenOrganization;
use crate::reactive::{effect, maybe};
use crate::route::{Route, SettingsPart, Step, use_go};
use crate::server::Server;
use crate::ui::icon::{Icon, icon};
use glint_model::access::Right;
use glint_model::id::OrganizationSlug;
use glint_model::usage::throttle_text;
use leptos::prelude::*;

/// The notice; and the way to the plan.
pub fn plan_notice(route: Memo<Route>, open: OpenOrganization) -> AnyView {
    let server = Server::get();
    lead_to_plan(server, route, open);
    // As long as the app is open, for each organization.
    let dismissed = RwSignal::new(Vec::<OrganizationSlug>::new());
    // The settings that are about this say it themselves.
    let is_said = Memo::new(move |_| {
        route.with(|route| {
            matches!(
                route,
                Route::Settings {
                    part: SettingsPart::Organization | SettingsPart::Subscription,
                    ..
                }
            )
        })
    });
    let dropped = Memo::new(move |_| {
        let (slug, is_accepting, rate) = open.with(|details| {
            let own = &details.organization;
            (own.slug.clone(), own.is_accepting_events, own.event_throttle_rate)
        })?;
        (!is_accepting || rate > 0).then(|| (slug, throttle_text(is_accepting, rate)))
    });
    maybe(move || {
        let (slug, text) = dropped.get().filter(|_| !is_said.get())?;
        if open.slug.get().as_ref() != Some(&slug) || dismissed.with(|all| all.contains(&slug)) {
            return None;
        }
        let plan = Route::settings(&slug, SettingsPart::Subscription);
        let label = if server.has_billing() {
            "See the plan"
        } else {
            "See usage"
        };
        let view = view! {
            <section class="plan-notice" aria-label="Dropped events">
                <p role="status">{text}</p>
                <a class="btn small" href=plan.href()>{label}</a>
                <button
                    class="btn icon small quiet"
                    type="button"
                    aria-label="Dismiss"
                    on:click=move |_| dismissed.update(|all| all.push(slug.clone()))
                >
                    {icon(Icon::Close, "")}
                </button>
            </section>
        };
        Some(view.into_any())
    })
}

/// Asks once for the plan of each organization that is opened, and goes to it when there is none. Only for owners: others
/// could do nothing there. Not from the page of the plan itself, which says so.
fn lead_to_plan(server: Server, route: Memo<Route>, open: OpenOrganization) {
    let is_owner = Memo::new(move |_| {
        let slug = open.slug.get()?;
        let is_open = |own: &OrganizationSlug, access: &[String]| *own == slug && Right::Everything.is_among(access);
        open.with(|details| is_open(&details.organization.slug, &details.access))
    });
    let asked = Memo::new(move |_| {
        let is_wanted = server.has_billing() && is_owner.get() == Some(true);
        open.slug.get().filter(|_| is_wanted)
    });
    let plan = load(move |cancel| {
        let asked = asked.get();
        Box::pin(async move {
            match asked {
                Some(slug) => {
                    let plan = get_subscription(&slug, &cancel).await?;
                    Ok(plan.is_none().then_some(slug))
                }
                None => Ok(None),
            }
        })
    });
    let go = use_go();
    effect(move || {
        let Load::Ready(Some(without)) = plan.get() else { return };
        let is_elsewhere = route.with_untracked(|route| {
            let is_plan = matches!(
                route,
                Route::Settings {
                    part: SettingsPart::Subscription,
                    ..
                }
            );
            route.organization() == Some(&without) && !is_plan
        });
        if is_elsewhere {
            go(&Route::settings(&without, SettingsPart::Subscription), Step::Replace);
        }
    });
}
