//! Glint, the app: everything that touches Leptos or the browser.
//!
//! Floors, from the ground; imports only go down: `model` · `browser`, `reactive`, `api` · `load`, `session`, `route`, `ui` and what
//! else pages share · `page` · `app` · `main`.

// On the host every view is rendered by futures as deeply nested as the view itself.
#![cfg_attr(feature = "ssr", recursion_limit = "256")]

/// The HTTP client and one file of endpoint functions per resource.
pub mod api;
/// Providers, the layout, and the one table from a route to its page.
pub mod app;
/// Thin wrappers of what the browser offers.
pub mod browser;
/// The checks of monitors that were loaded, kept in the browser.
pub mod check_history_store;
/// A page that may still have to be loaded.
pub mod chunk;
/// What was typed and not sent yet, kept in the browser.
pub mod draft_store;
/// The newest events of issues that were fetched in this tab, for every page.
pub mod event_memory;
/// Events of the issue that is open, fetched ahead in this tab.
pub mod event_neighbours;
/// What is typed into a form of texts, kept until it is saved.
pub mod form_draft;
/// Monitors whose deletion is held back, for every page.
pub mod held_monitors;
/// What was decided about issues in this tab, for every page.
pub mod issue_decisions;
/// Dialogs about issues, for every page.
pub mod issue_dialogs;
/// The issue list that was looked at last, for going back to it.
pub mod issue_list_memory;
/// A value on its way from the server: loading, slow, ready, failed.
pub mod load;
/// What the reader saw of the issues, kept from visit to visit.
pub mod looks_store;
/// The organization that is open, for every page.
pub mod open_organization;
/// Whether the reader may create organizations, for every page.
pub mod organization_creation;
/// What has to be forgotten when an organization is not the reader's any more.
pub mod organization_gone;
/// All organizations of whoever is signed in, for every page.
pub mod organization_list;
/// One file per route.
pub mod page;
/// What the reader may do in the open organization.
pub mod permission;
/// Which facts about events are pinned, kept in the browser.
pub mod pins_store;
/// Effects, tasks and changing pieces of view, compiled once.
pub mod reactive;
/// Every path of the app, parsed and printed.
pub mod route;
/// Saved views of the issue list, kept in the browser.
pub mod saved_views_store;
/// Tags of the events that were loaded in this tab, for offering them in a search.
pub mod seen_tags;
/// What the server says of itself, for every page.
pub mod server;
/// Who is signed in, and what to do when the server says nobody is.
pub mod session;
/// How to send events of a project, in place of the list before the first one and in the project's settings.
pub mod setup_guide;
/// Single keys as commands.
pub mod shortcuts;
/// What is forgotten at sign-out.
pub mod sign_out;
/// Which organizations and projects have a star, kept in the browser.
pub mod stars_store;
/// How the issues of a project are filed in another tracker, kept in the browser.
pub mod tracker_store;
/// Widgets that know no route and no endpoint.
pub mod ui;
/// What is down, on every page: in the tab's name and icon, and as notifications.
pub mod uptime_watch;
