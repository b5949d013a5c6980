//! The alerts that fire, and whom they tell.

use super::OfProject;
use super::create::Creation;
use crate::ui::icon::{Icon, icon};
use glint_model::alert_reach::{FiringAlert, Recipient, Worry, reach};
use glint_model::wire::alert::Alert;
use leptos::prelude::*;

/// What the alerts of the project come to.
pub(super) fn told(alerts: &[Alert], project: &OfProject, creation: Creation, may_write: bool) -> AnyView {
    let found = reach(alerts, &project.teams);
    let has_email = found.alerts.iter().flat_map(|alert| &alert.recipients).any(is_email);
    let warning = found.worry.map(|worry| warning(worry, project, creation, may_write));
    let items: Vec<AnyView> = found.alerts.iter().map(alert).collect();
    let list = (!items.is_empty()).then(|| view! { <ul class="alert-list">{items}</ul> }.into_any());
    let email = has_email.then(|| email_hint(project));
    view! {
        {warning}
        {list}
        <div class="alert-notes">
            {email}
            <p>
                "Which recipients are told, and of what, is set in "
                <a class="link" href=creation.settings().href()>"the alerts of " {project.name.clone()}</a> "."
            </p>
        </div>
    }
    .into_any()
}

fn warning(worry: Worry, project: &OfProject, creation: Creation, may_write: bool) -> AnyView {
    let can_mend = worry.is_mended_by_email(&project.teams);
    let action = match (can_mend, may_write) {
        (true, true) => view! {
            <button class="btn" type="button" on:click=move |_| creation.ask()>
                {icon(Icon::Alert, "")}
                "Tell the team by e-mail"
            </button>
        }
        .into_any(),
        (true, false) => view! {
            <p>"Somebody with the right to change the project can create an alert for it."</p>
        }
        .into_any(),
        (false, _) if worry != Worry::NoTeam => view! {
            <p>"E-mail would reach nobody either: nobody is in a team of the project."</p>
        }
        .into_any(),
        (false, _) => ().into_any(),
    };
    worried(worry.sentence(), action)
}

/// Says that nobody would be told, and why.
pub(super) fn worried(why: String, action: AnyView) -> AnyView {
    view! {
        <div class="alert-warning">
            {icon(Icon::Warning, "")}
            <div>
                <p><strong>"Nobody would be told if this monitor went down."</strong></p>
                <p>{why}</p>
                {action}
            </div>
        </div>
    }
    .into_any()
}

fn alert(alert: &FiringAlert) -> AnyView {
    let recipients: Vec<AnyView> = alert.recipients.iter().map(recipient).collect();
    let recipients = if recipients.is_empty() {
        view! { <p class="muted">"No recipient"</p> }.into_any()
    } else {
        view! { <ul>{recipients}</ul> }.into_any()
    };
    let also = alert
        .is_for_errors
        .then(|| view! { <span class="tagbadge">"also for errors"</span> }.into_any());
    view! {
        <li>
            <p class="alert-name"><b>{alert.name.clone()}</b> {also}</p>
            {recipients}
        </li>
    }
    .into_any()
}

fn recipient(recipient: &Recipient) -> AnyView {
    view! {
        <li>
            <span class="alert-kind">{recipient.kind.clone()}</span>
            <span>{recipient.to.clone()}</span>
        </li>
    }
    .into_any()
}

fn is_email(recipient: &Recipient) -> bool {
    recipient.kind == "E-mail" && recipient.is_reached
}

fn email_hint(project: &OfProject) -> AnyView {
    let you = if project.is_member {
        "You are in one of these teams."
    } else {
        "You are in none of these teams."
    };
    view! {
        <p>
            "Each member can turn e-mail off for themselves; the server tells nobody else who has. " {you}
        </p>
    }
    .into_any()
}
