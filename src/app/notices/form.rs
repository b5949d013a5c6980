//! What there is to choose, each choice kept at once.

use super::quiet::quiet_hours;
use crate::browser::notification::{self, Permission};
use crate::open_organization::OpenOrganization;
use crate::reactive::{changing_text, maybe, spawn, truth};
use crate::route::use_go;
use crate::ui::icon::{Icon, icon};
use crate::uptime_watch::{UptimeWatch, try_out};
use glint_model::id::OrganizationSlug;
use glint_model::uptime_watch::NoticeSettings;
use leptos::html;
use leptos::prelude::*;

/// What is chosen, and whether the browser goes along.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    watch: UptimeWatch,
    organization: StoredValue<OrganizationSlug>,
    permission: RwSignal<Permission>,
    is_unkept: RwSignal<bool>,
}

impl Choice {
    /// What is chosen; tracked.
    pub(super) fn settings(self) -> NoticeSettings {
        self.organization
            .with_value(|organization| self.watch.settings(organization))
    }

    /// Changes it.
    pub(super) fn change(self, change: impl FnOnce(&mut NoticeSettings)) {
        let mut settings = untrack(|| self.settings());
        change(&mut settings);
        let is_kept = self
            .organization
            .with_value(|organization| self.watch.keep(organization, settings));
        self.is_unkept.set(!is_kept);
    }
}

/// The form.
pub(super) fn form(watch: UptimeWatch, organization: OrganizationSlug, open: OpenOrganization) -> AnyView {
    let choice = Choice {
        watch,
        organization: StoredValue::new(organization),
        permission: RwSignal::new(notification::permission()),
        is_unkept: RwSignal::new(false),
    };
    view! {
        <p class="lead">
            "When a monitor of " {changing_text(move || open.name())}
            " goes down or comes up again, Glint can tell you as long as one of its tabs is open. Each choice is kept in "
            "this browser, for this organization."
        </p>
        <label class="switch">
            <input
                type="checkbox"
                prop:checked=truth(move || choice.settings().is_watching)
                on:change=move |event| {
                    let is_on = event_target_checked(&event);
                    choice.change(|settings| settings.watch(is_on));
                }
            />
            <span>"Show what is down in the tab’s name and icon, on every page"</span>
        </label>
        {notify(choice)}
        {quiet_hours(choice)}
        {maybe(move || choice.is_unkept.get().then(|| view! {
            <p class="problem-box" role="alert">"This browser keeps nothing for this site, so nothing can be chosen here."</p>
        }.into_any()))}
        <div class="actions">
            {test(choice, open)}
            <button class="btn primary" type="button" on:click=move |_| watch.close_notices()>"Close"</button>
        </div>
    }
    .into_any()
}

fn notify(choice: Choice) -> AnyView {
    let field = NodeRef::<html::Input>::new();
    let changed = move |event| {
        if !event_target_checked(&event) {
            return choice.change(|settings| settings.notify(false));
        }
        spawn(async move {
            let permission = notification::ask().await;
            choice.permission.try_set(permission);
            let is_granted = permission == Permission::Granted;
            if let Some(field) = field.try_get_untracked().flatten() {
                field.set_checked(is_granted);
            }
            if is_granted && !choice.permission.is_disposed() {
                choice.change(|settings| settings.notify(true));
            }
        });
    };
    let is_on = truth(move || choice.settings().is_notifying && choice.permission.get() == Permission::Granted);
    view! {
        <label class="switch">
            <input
                type="checkbox"
                node_ref=field
                prop:checked=is_on
                disabled=truth(move || choice.permission.get() == Permission::Missing)
                aria-describedby="notices-permission"
                on:change=changed
            />
            <span>"Show a notification of the desktop for each change"</span>
        </label>
        <p class="notices-hint" id="notices-permission" role="status">
            {changing_text(move || permission_text(choice.permission.get(), choice.settings()).to_owned())}
        </p>
    }
    .into_any()
}

fn permission_text(permission: Permission, settings: NoticeSettings) -> &'static str {
    match permission {
        Permission::Missing => "This browser shows no notifications here: they need an address with https.",
        Permission::Denied => {
            "This browser blocks notifications of this site. Allow them in the site’s settings (the sign before the \
             address), then reload the page."
        }
        Permission::Unasked if settings.is_notifying => "The browser has to be asked again: choose it once more.",
        Permission::Unasked => "The browser asks for your leave when you choose it.",
        Permission::Granted => {
            "One tab asks every minute or so, less often when there are hundreds of monitors. Many changes at once are one \
             notification, and a monitor that keeps going up and down is told of once."
        }
    }
}

/// Shows a notification, to see what becomes of it.
fn test(choice: Choice, open: OpenOrganization) -> AnyView {
    let said = RwSignal::new("");
    let go = use_go();
    let show = move |_| {
        let name = untrack(|| open.name());
        let is_shown = choice
            .organization
            .with_value(|organization| try_out(organization, &name, go.clone()));
        said.set(if is_shown {
            "Sent. If you do not see it, the desktop holds it back."
        } else {
            "The browser did not take it."
        });
    };
    view! {
        <p class="notices-said" role="status">{changing_text(move || said.get().to_owned())}</p>
        <button
            class="btn"
            type="button"
            disabled=truth(move || choice.permission.get() != Permission::Granted)
            on:click=show
        >
            {icon(Icon::Alert, "")}
            "Send a test"
        </button>
    }
    .into_any()
}
