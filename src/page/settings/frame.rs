//! What stands around every page of the settings: the bar with the page's name, and the sections.

use crate::reactive::{changing_text, truth};
use crate::route::{Route, SettingsPart};
use crate::server::Server;
use crate::ui::icon::{Icon, icon};
use crate::ui::nav_drawer::nav_toggle;
use glint_model::id::OrganizationSlug;
use leptos::prelude::*;

/// A section of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The organization itself.
    Organization,
    /// Its projects.
    Projects,
    /// The alerts of all projects.
    Alerts,
    /// Its teams.
    Teams,
    /// Its members.
    Members,
    /// What it uses, and its plan.
    Usage,
}

const SECTIONS: [Section; 6] = [
    Section::Organization,
    Section::Projects,
    Section::Alerts,
    Section::Teams,
    Section::Members,
    Section::Usage,
];

impl Section {
    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Organization => "Organization",
            Self::Projects => "Projects",
            Self::Alerts => "Alerts",
            Self::Teams => "Teams",
            Self::Members => "Members",
            Self::Usage => "Usage",
        }
    }

    /// What it is called on this server: where plans are sold, usage goes with the plan. Tracked.
    pub fn shown(self, server: Server) -> &'static str {
        if self == Self::Usage && server.has_billing() {
            "Plan and usage"
        } else {
            self.name()
        }
    }

    /// Its first page.
    pub fn part(self) -> SettingsPart {
        match self {
            Self::Organization => SettingsPart::Organization,
            Self::Projects => SettingsPart::Projects,
            Self::Alerts => SettingsPart::Alerts,
            Self::Teams => SettingsPart::Teams,
            Self::Members => SettingsPart::Members,
            Self::Usage => SettingsPart::Subscription,
        }
    }
}

/// A page of the settings.
pub struct Frame {
    /// Whose settings.
    pub organization: OrganizationSlug,
    /// In which section it is.
    pub section: Section,
    /// What stands in its heading; none on the first page of a section, which is called like it.
    pub heading: Option<AnyView>,
    /// What can be done on it, at the end of the bar.
    pub actions: AnyView,
    /// The page.
    pub inside: AnyView,
}

/// Puts a page into the settings.
pub fn framed(frame: Frame) -> AnyView {
    let Frame {
        organization,
        section,
        heading,
        actions,
        inside,
    } = frame;
    let back = heading.is_some().then(|| back(&organization, section));
    let server = Server::get();
    let heading = heading.unwrap_or_else(|| changing_text(move || section.shown(server).to_owned()));
    view! {
        <div class="bar settings-bar">
            {nav_toggle()}
            {back}
            <h1>{heading}</h1>
            <div class="end">{actions}</div>
        </div>
        {sections(&organization, section)}
        <div class="settings-page">{inside}</div>
    }
    .into_any()
}

/// `‹ Teams /`
fn back(organization: &OrganizationSlug, section: Section) -> AnyView {
    let label = format!("Back to {}", section.name());
    view! {
        <nav class="crumbs" aria-label="Path">
            <a href=Route::settings(organization, section.part()).href() aria-label=label.clone() title=label>
                {icon(Icon::Left, "")}
                <span class="wide">{section.name()}</span>
            </a>
            <span class="faint" aria-hidden="true">"/"</span>
        </nav>
    }
    .into_any()
}

fn sections(organization: &OrganizationSlug, open: Section) -> AnyView {
    let server = Server::get();
    let links: Vec<AnyView> = SECTIONS
        .into_iter()
        .map(|section| {
            let href = Route::settings(organization, section.part()).href();
            let is_open = truth(move || section == open);
            view! {
                <a href=href aria-current=move || is_open.get().then_some("page")>
                    {changing_text(move || section.shown(server).to_owned())}
                </a>
            }
            .into_any()
        })
        .collect();
    view! { <nav class="tabs" aria-label="Settings">{links}</nav> }.into_any()
}
