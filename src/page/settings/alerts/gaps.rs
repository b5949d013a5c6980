//! Creating the simplest alert for a project of which nobody is told, with one press.

use super::gather::{Gather, Known};
use super::overview::SAID;
use crate::api::alerts::create_alert;
use crate::browser::{dom, wait};
use crate::permission::has;
use crate::reactive::{aria, changing, spawn};
use crate::route::{ProjectPart, Route};
use crate::ui::icon::{Icon, icon};
use crate::ui::toast::Toasts;
use glint_model::access::Right;
use glint_model::alert_reach::has_people;
use glint_model::alert_rule::{Gap, RuleDraft};
use glint_model::id::ProjectSlug;
use glint_model::reveal::reveal;
use leptos::prelude::*;

/// What the alert is called that is created here.
const NAME: &str = "New issues by e-mail";

/// What is being created.
#[derive(Clone, Copy)]
pub(super) struct Creating {
    pub gather: Gather,
    may_write: Signal<Option<bool>>,
    busy: RwSignal<Vec<ProjectSlug>>,
    toasts: Toasts,
}

impl Creating {
    pub(super) fn new(gather: Gather) -> Self {
        Self {
            gather,
            may_write: has(Right::Projects),
            busy: RwSignal::new(Vec::new()),
            toasts: Toasts::get(),
        }
    }

    /// Why the reader is offered nothing; tracked.
    pub(super) fn refusal(self) -> Option<AnyView> {
        let reason = (self.may_write.get() == Some(false)).then(|| Right::Projects.reason());
        reason.map(|reason| view! { <p class="hint">{reason}</p> }.into_any())
    }

    fn create(self, slug: ProjectSlug, name: String) {
        if self.busy.with_untracked(|busy| busy.contains(&slug)) {
            return;
        }
        let draft = RuleDraft {
            name: NAME.to_owned(),
            ..RuleDraft::new()
        };
        let Some(body) = draft.to_send() else { return };
        self.busy.update(|busy| busy.push(slug.clone()));
        let organization = self.gather.organization.get_value();
        spawn(async move {
            let outcome = create_alert(&organization, &slug, &body).await;
            self.busy.try_update(|busy| busy.retain(|other| *other != slug));
            match outcome {
                Ok(alert) => {
                    self.gather.add(&slug, alert);
                    self.toasts.say(format!("The team of {name} is told by e-mail now"));
                    self.go_on(&slug).await;
                }
                Err(error) => self
                    .toasts
                    .say_problem(format!("{name} has no alert yet. {}", error.sentence())),
            }
        });
    }
}

impl Creating {
    /// The row is elsewhere now, or not shown at all: the keyboard goes on there, or where the rest is counted.
    async fn go_on(self, slug: &ProjectSlug) {
        wait::frame().await;
        let link = dom::by_id(&link_id(slug));
        dom::focus(link.or_else(|| dom::by_id(SAID)));
    }
}

/// The id of the link to the alerts of a project.
pub(super) fn link_id(project: &ProjectSlug) -> String {
    format!("alerts-of-{project}")
}

/// What can be done about it.
pub(super) fn mend(creating: Creating, known: &Known, gap: Gap) -> AnyView {
    let (slug, name) = (known.of.slug.clone(), reveal(&known.of.name));
    let organization = creating.gather.organization.get_value();
    if gap == Gap::NoTeam || !has_people(&known.of.teams) {
        let teams = Route::project(&organization, &slug, ProjectPart::Teams).href();
        let label = format!("Teams of {name}");
        return view! { <a class="btn" href=teams aria-label=label>"Teams"</a> }.into_any();
    }
    changing(move || match creating.may_write.get() {
        Some(true) => {
            let (of, of_busy, of_name) = (slug.clone(), slug.clone(), name.clone());
            view! {
                <button
                    class="btn"
                    type="button"
                    title="When a new issue happens, the teams of the project get e-mail"
                    aria-label=format!("Tell the team of {name} by e-mail of new issues")
                    aria-disabled=aria(move || creating.busy.with(|busy| busy.contains(&of_busy)))
                    on:click=move |_| creating.create(of.clone(), of_name.clone())
                >
                    {icon(Icon::Alert, "")}
                    "Tell the team by e-mail"
                </button>
            }
            .into_any()
        }
        // Why not is said once, above the list.
        _ => ().into_any(),
    })
}
