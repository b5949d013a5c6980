//! The pages, a folder for each area. In release builds an area is a chunk of its own: the functions here are where
//! the bundle is split, and `boot.js` preloads a chunk by the name of its function.

use crate::chunk::PageView;
use crate::route::SettingsPart;
use leptos::prelude::*;

pub mod accept;
pub mod account;
#[cfg(not(feature = "split"))]
mod gallery;
pub mod home;
pub mod issue;
pub mod issues;
pub mod new_organization;
pub mod settings;
pub mod uptime;

/// The sign-in page.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn sign_in() -> PageView {
    Ok(account::SignInPage().into_any())
}

/// The form that signs in, for the dialog that asks for the password again.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn sign_in_form() -> PageView {
    Ok(account::sign_in_form(account::Purpose::Again).into_any())
}

/// The issue list of an organization.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn issue_list(organization: glint_model::id::OrganizationSlug) -> PageView {
    Ok(issues::issue_list_page(organization).into_any())
}

/// One issue with its events.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn issue_detail(
    organization: glint_model::id::OrganizationSlug,
    issue: glint_model::id::IssueId,
) -> PageView {
    Ok(issue::issue_page(organization, issue).into_any())
}

/// All monitors of an organization.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn monitor_list(organization: glint_model::id::OrganizationSlug) -> PageView {
    Ok(uptime::monitor_list_page(organization).into_any())
}

/// The status of all monitors, for a screen on the wall.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn monitor_screen(organization: glint_model::id::OrganizationSlug) -> PageView {
    Ok(uptime::monitor_screen_page(organization).into_any())
}

/// One monitor with its checks and outages.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn monitor_detail(
    organization: glint_model::id::OrganizationSlug,
    monitor: glint_model::id::MonitorId,
) -> PageView {
    Ok(uptime::monitor_page(organization, monitor).into_any())
}

/// The form that creates a monitor, or changes one.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn monitor_form(
    organization: glint_model::id::OrganizationSlug,
    monitor: Option<glint_model::id::MonitorId>,
) -> PageView {
    Ok(uptime::monitor_form_page(organization, monitor).into_any())
}

/// Many monitors from a pasted list.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn monitors_from_list(organization: glint_model::id::OrganizationSlug) -> PageView {
    Ok(uptime::monitors_from_list_page(organization).into_any())
}

/// The status pages that the server shows.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn status_page_list(organization: glint_model::id::OrganizationSlug) -> PageView {
    Ok(uptime::status_page_list_page(organization).into_any())
}

/// All organizations with their projects, or the form for a new one.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn home(is_for_new: bool) -> PageView {
    Ok(if is_for_new {
        new_organization::new_organization_page()
    } else {
        home::home_page()
    })
}

/// An invitation into an organization.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn accept(member: String, token: String) -> PageView {
    Ok(accept::accept_page(member, token))
}

/// The settings of an organization: its projects, its teams and members.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn settings(organization: glint_model::id::OrganizationSlug, part: SettingsPart) -> PageView {
    Ok(match part {
        SettingsPart::Teams => settings::team_list_page(organization),
        SettingsPart::Team(team, _) => settings::team_page(organization, team),
        SettingsPart::Members => settings::member_list_page(organization),
        SettingsPart::Invite => settings::invite_page(organization),
        SettingsPart::Member(member) => settings::member_page(organization, member),
        _ => settings::project_list_page(organization),
    })
}

/// The settings that are drawn as well as filled in: of the organization itself, and what it uses.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn organization_settings(organization: glint_model::id::OrganizationSlug, part: SettingsPart) -> PageView {
    Ok(match part {
        SettingsPart::Subscription => settings::usage_page(organization),
        _ => settings::organization_settings_page(organization),
    })
}

/// The settings of a project, a form for a new one, and the alerts of all.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn project_settings(organization: glint_model::id::OrganizationSlug, part: SettingsPart) -> PageView {
    Ok(match part {
        SettingsPart::Project(project, _) => settings::project_settings_page(organization, project),
        SettingsPart::Alerts => settings::alert_overview_page(organization),
        _ => settings::new_project_page(organization),
    })
}

/// Every chart in every state, for who builds them.
#[cfg(not(feature = "split"))]
pub async fn gallery() -> PageView {
    Ok(gallery::gallery_page())
}
