//! The keys of the project: where to send, for each of them.

use super::arrival::Arrival;
use super::code_block::copy;
use super::steps::steps;
use super::try_it::try_it;
use crate::api::project_keys::list_keys;
use crate::load::{Load, load};
use crate::reactive::{changing, maybe};
use crate::ui::state::{failed, nothing, waiting};
use glint_model::dsn::Dsn;
use glint_model::id::OrganizationSlug;
use glint_model::wire::project::Project;
use glint_model::wire::project_key::ProjectKey;
use leptos::prelude::*;
use std::sync::Arc;

/// Asks for the keys, and shows what to do with the chosen one.
pub fn keys(organization: OrganizationSlug, project: Project, arrival: Option<Arrival>) -> AnyView {
    let slug = project.slug;
    let platform: Arc<Option<String>> = Arc::new(project.platform);
    let keys = load(move |cancel| {
        let (organization, slug) = (organization.clone(), slug.clone());
        Box::pin(async move { list_keys(&organization, &slug, &cancel).await })
    });
    changing(move || match keys.get() {
        Load::Ready(list) if list.is_empty() => nothing(
            "This project has no key",
            "An SDK needs one to send events. Create a key in the project’s settings, then look again.",
            view! {
                <button class="btn" type="button" on:click=move |_| keys.reload()>
                    "Look again"
                </button>
            }
            .into_any(),
        )
        .into_any(),
        Load::Ready(list) => choice(list, Arc::clone(&platform), arrival),
        Load::Failed(error) => failed(&error, move || keys.reload()).into_any(),
        Load::Loading | Load::Slow => waiting(8).into_any(),
    })
}

/// Lets one choose where there are several keys.
fn choice(keys: Vec<ProjectKey>, platform: Arc<Option<String>>, arrival: Option<Arrival>) -> AnyView {
    let chosen = RwSignal::new(0_usize);
    let picker = (keys.len() > 1).then(|| picker(&keys, chosen));
    view! {
        {picker}
        {maybe(move || {
            let key = keys.get(chosen.get())?;
            Some(with_key(key, platform.as_deref(), arrival))
        })}
    }
    .into_any()
}

fn picker(keys: &[ProjectKey], chosen: RwSignal<usize>) -> AnyView {
    let options: Vec<AnyView> = keys
        .iter()
        .enumerate()
        .map(|(place, key)| view! { <option value=place.to_string()>{key.shown_name()}</option> }.into_any())
        .collect();
    view! {
        <div class="field setup-key">
            <label for="setup-key">"Key"</label>
            <select
                class="input"
                id="setup-key"
                on:change=move |event| chosen.set(event_target_value(&event).parse().unwrap_or_default())
            >
                {options}
            </select>
        </div>
    }
    .into_any()
}

fn with_key(key: &ProjectKey, platform: Option<&str>, arrival: Option<Arrival>) -> AnyView {
    let dsn = match Dsn::parse(&key.dsn.public) {
        Ok(dsn) => dsn,
        Err(problem) => return not_a_dsn(&key.dsn.public, problem.sentence()),
    };
    view! {
        <dl class="setup-addresses">
            {address("DSN", "Copy the DSN", dsn.as_str().to_owned())}
            {address("Security endpoint, for CSP reports", "Copy the security endpoint", dsn.security_endpoint())}
        </dl>
        {try_it(dsn.clone(), arrival)}
        {steps(platform, &dsn)}
    }
    .into_any()
}

fn address(name: &'static str, label: &'static str, text: String) -> AnyView {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>
                <code>{text.clone()}</code>
                {copy(label, "Address", text)}
            </dd>
        </div>
    }
    .into_any()
}

/// Nothing is filled in that an SDK would refuse, or that could break out of the code around it.
fn not_a_dsn(text: &str, problem: &'static str) -> AnyView {
    let shown = glint_model::reveal::reveal(text);
    view! {
        <div class="problem-box" role="alert">
            <p>"The server sent a DSN for this key that cannot be used. " {problem}</p>
            <p><code>{shown}</code></p>
            <p>"Whoever runs this GlitchTip can set its address (GLITCHTIP_DOMAIN) right."</p>
        </div>
    }
    .into_any()
}
