//! The list: this organization's pages, those nobody can tell, and those of other organizations, which the server lists too.

use super::known::{Listed, StatusPages};
use crate::api::status_pages::PublicPage;
use crate::load::Load;
use crate::reactive::{changing, maybe};
use crate::route::{Route, UptimePart};
use crate::ui::icon::{Icon, icon};
use crate::ui::state::{failed, nothing, waiting};
use glint_model::error::ApiError;
use glint_model::reveal::reveal;
use glint_model::status_pages::{Whose, with_created};
use glint_model::text::counted;
use glint_model::wire::organization::Organization;
use glint_model::wire::status_page::StatusPage;
use leptos::prelude::*;

/// The list in all its states. What was created here shows in each of them.
pub(super) fn listed(pages: StatusPages) -> AnyView {
    changing(move || match pages.loader.get() {
        Load::Ready(listed) => all(pages, &listed),
        Load::Failed(error) => (trouble(pages, &error), created(pages)).into_any(),
        Load::Loading | Load::Slow => (waiting(5), created(pages)).into_any(),
    })
}

fn all(pages: StatusPages, listed: &Listed) -> AnyView {
    let of = |whose: Whose| -> Vec<StatusPage> {
        listed
            .pages
            .iter()
            .filter(|(_, of)| *of == whose)
            .map(|(page, _)| page.clone())
            .collect()
    };
    let (here, unknown, elsewhere) = (of(Whose::Here), of(Whose::Unknown), of(Whose::Elsewhere));
    let is_alone = unknown.is_empty();
    let own = changing(move || {
        let all = pages.created.with(|created| with_created(&here, created));
        if all.is_empty() && is_alone {
            nothing(
                "This organization has no status page yet",
                "Create one below. Its monitors are chosen in the server’s administration.",
                ().into_any(),
            )
            .into_any()
        } else {
            list("Status pages", pages, &all, true)
        }
    });
    let unknown = (!unknown.is_empty()).then(|| {
        let hint = "The server lists the pages of all your organizations and does not say whose these are. If an address \
                    is not found, the page is another one’s.";
        group("Perhaps of this organization", hint, list("Perhaps of this organization", pages, &unknown, true))
    });
    let elsewhere = (!elsewhere.is_empty()).then(|| {
        let hint = "The server lists the pages of all your organizations here.";
        let view = view! {
            {list("Of your other organizations", pages, &elsewhere, false)}
            {ways(&listed.others)}
        };
        group("Of your other organizations", hint, view.into_any())
    });
    (own, unknown, elsewhere).into_any()
}

/// What was created here, when the server cannot list it.
fn created(pages: StatusPages) -> AnyView {
    maybe(move || {
        let created = pages.created.get();
        let view = || {
            let list = list("Created just now", pages, &created, true);
            group("Created just now", "", list)
        };
        (!created.is_empty()).then(view)
    })
}

fn group(title: &'static str, hint: &'static str, list: AnyView) -> AnyView {
    let hint = (!hint.is_empty()).then(|| view! { <p class="status-hint">{hint}</p> }.into_any());
    view! {
        <section class="status-group">
            <h2>{title}</h2>
            {hint}
            {list}
        </section>
    }
    .into_any()
}

fn list(label: &'static str, pages: StatusPages, list: &[StatusPage], has_links: bool) -> AnyView {
    let items: Vec<AnyView> = list.iter().map(|page| item(pages, page, has_links)).collect();
    view! { <ul class="status-list" aria-label=label>{items}</ul> }.into_any()
}

fn item(pages: StatusPages, page: &StatusPage, has_link: bool) -> AnyView {
    let name = reveal(&page.name);
    let seen_by = if page.is_public { "Public" } else { "Members only" };
    let monitors = (!page.monitors.is_empty()).then(|| {
        let text = counted(page.monitors.len() as u64, "monitor", "monitors");
        view! { <span class="muted">{text}</span> }.into_any()
    });
    let link = page.slug.as_deref().filter(|_| has_link).map(|slug| {
        let address = pages
            .organization
            .with_value(|organization| PublicPage::new(organization, slug));
        view! {
            <a
                class="btn"
                href=address.href()
                target="_blank"
                rel="noreferrer external"
                aria-label=format!("Open {name} in a new tab")
            >
                {icon(Icon::External, "")}
                "Open"
            </a>
        }
        .into_any()
    });
    let slug = page
        .slug
        .as_deref()
        .map(|slug| view! { <code>{reveal(slug)}</code> }.into_any());
    view! {
        <li>
            <div class="status-what">
                <b>{name}</b>
                <p><span class="tagbadge">{seen_by}</span> {slug} {monitors}</p>
            </div>
            {link}
        </li>
    }
    .into_any()
}

/// To the lists of the other organizations, where these pages have their addresses.
fn ways(others: &[Organization]) -> AnyView {
    let links: Vec<AnyView> = others
        .iter()
        .map(|other| {
            let to = Route::uptime(&other.slug, UptimePart::StatusPages);
            view! { <li><a class="link" href=to.href()>{other.name.clone()}</a></li> }.into_any()
        })
        .collect();
    view! {
        <p class="status-hint" id="status-ways">"Their addresses are in the lists of"</p>
        <ul class="status-ways" aria-labelledby="status-ways">{links}</ul>
    }
    .into_any()
}

/// What went wrong. One failure is known: what it means is said, and the rest of the page goes on.
fn trouble(pages: StatusPages, error: &ApiError) -> AnyView {
    let loader = pages.loader;
    if *error != ApiError::Server(500) {
        return failed(error, move || loader.reload()).into_any();
    }
    view! {
        <div class="status-trouble" role="alert">
            {icon(Icon::Warning, "")}
            <div>
                <h2>"This server cannot list its status pages"</h2>
                <p>
                    "It answered with a failure of its own (500). GlitchTip of 2025 does so as soon as one of the pages of your "
                    "organizations has monitors. The pages themselves still work at their addresses, and new ones can be "
                    "created; a newer GlitchTip lists them again."
                </p>
                <button class="btn" type="button" on:click=move |_| loader.reload()>
                    {icon(Icon::Reload, "")}
                    "Try again"
                </button>
            </div>
        </div>
    }
    .into_any()
}
