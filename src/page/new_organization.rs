//! A form for an organization: `/organizations/new`.

use crate::api::organizations::create_organization;
use crate::api::settings::get_settings;
use crate::form_draft::FormDraft;
use crate::load::{Load, load};
use crate::organization_creation::creation;
use crate::organization_list::OrganizationList;
use crate::reactive::{changing, effect, spawn};
use crate::route::{Route, SettingsPart, Step, use_go};
use crate::server::Server;
use crate::ui::form::{FieldName, Sheet, TextEntry, TextKind, save_button};
use crate::ui::nav_drawer::nav_toggle;
use crate::ui::page_title::page_title;
use crate::ui::state::{failed, nothing, waiting};
use crate::ui::toast::Toasts;
use glint_model::error::ApiError;
use glint_model::home::{Creation, FirstStep, name_problem};
use glint_model::id::OrganizationSlug;
use glint_model::reveal::reveal;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

const FIELDS: &[FieldName] = &[FieldName {
    id: "organization-name",
    label: "Name",
    wire: "name",
}];

/// The page.
pub fn new_organization_page() -> AnyView {
    OrganizationList::get().ask();
    // The navigation asks as well, and does not say when the answer does not come.
    let settings = load(|cancel| Box::pin(async move { get_settings(&cancel).await }));
    let server = Server::get();
    effect(move || {
        if let Some(settings) = settings.ready() {
            server.put(settings);
        }
    });
    let (creation, wants_first) = (creation(), RwSignal::new(false));
    page_title(|| "New organization".to_owned());
    let body = move || match creation.get() {
        None => match settings.get() {
            Load::Failed(error) => failed(&error, move || settings.reload()).into_any(),
            _ => waiting(4).into_any(),
        },
        Some(Creation::Allowed) => form(),
        Some(Creation::OnlyTheFirst) if wants_first.get() => form(),
        Some(Creation::OnlyTheFirst) => refused(
            view! {
                <a class="btn" href=Route::Home.href()>"Go to the start"</a>
                <button class="btn" type="button" on:click=move |_| wants_first.set(true)>
                    "This server is new: create the first one"
                </button>
            }
            .into_any(),
        ),
        Some(Creation::Refused) => {
            refused(view! { <a class="btn" href=Route::Home.href()>"Go to the start"</a> }.into_any())
        }
    };
    view! {
        <div class="bar">{nav_toggle()}<h1>"New organization"</h1></div>
        <div class="settings-page">{changing(body)}</div>
    }
    .into_any()
}

fn refused(actions: AnyView) -> AnyView {
    let text = format!("{} Or somebody who is in one can invite you.", Creation::REASON);
    nothing("You may not create an organization", text, actions).into_any()
}

fn form() -> AnyView {
    let (organizations, server, toasts) = (OrganizationList::get(), Server::get(), Toasts::get());
    let name = RwSignal::new(String::new());
    let draft = FormDraft::open("new organization".to_owned(), vec![("name", name)]);
    let sheet = Sheet::new(FIELDS);
    let go = use_go();
    let is_first = Memo::new(move |_| organizations.load().ready().is_some_and(|list| list.is_empty()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = name.get_untracked().trim().to_owned();
        let wrong: Vec<_> = name_problem(&typed)
            .map(|problem| ("organization-name", problem))
            .into_iter()
            .collect();
        if !sheet.begin(&wrong) {
            return;
        }
        let (go, saved) = (go.clone(), draft.done_later());
        spawn(async move {
            match create_organization(&typed).await {
                Ok(organization) => {
                    saved();
                    sheet.done();
                    toasts.say(format!("“{}” was created", reveal(&organization.name)));
                    let next = after(&organization.slug, server);
                    // At once, and then in the server's own words.
                    organizations.update(|list| list.push(organization));
                    organizations.refresh();
                    // Whoever went somewhere else meanwhile stays there.
                    if name.try_get_untracked().is_some() {
                        go(&next, Step::Replace);
                    }
                }
                Err(ApiError::Forbidden(_)) => sheet.object(Creation::REASON.to_owned()),
                Err(error) => sheet.refuse(&error, "The organization was not created."),
            }
        });
    };
    view! {
        <form class="panel" novalidate=true on:submit=submit>
            <div class="panel-body">
                {changing(move || lead(is_first.get()))}
                {draft.note()}
                {sheet.complaints()}
                {sheet.text(TextEntry {
                    id: "organization-name",
                    is_optional: false,
                    hint: "Such as the name of your company or team. It can be changed later; the address that is made of it \
                           stays."
                        .into_any(),
                    kind: TextKind::Line,
                    example: "",
                    value: name,
                    check: name_problem,
                })}
                <div class="panel-foot form-foot">
                    <a class="btn" href=Route::Home.href()>"Cancel"</a>
                    {save_button("Create organization", "Creating…", sheet.is_busy())}
                </div>
            </div>
        </form>
        {draft.guard()}
    }
    .into_any()
}

fn lead(is_first: bool) -> AnyView {
    let step = is_first.then(|| {
        let all = FirstStep::NAMES.len();
        view! { <p class="lead"><b>{format!("This is the first step of {all}: ")}</b> "a project and its first event come next."</p> }
            .into_any()
    });
    view! { {step} <p class="lead">{FirstStep::WHAT_FOR}</p> }.into_any()
}

/// On to the first project; where plans are sold, to the plan that it takes.
fn after(organization: &OrganizationSlug, server: Server) -> Route {
    let part = if untrack(|| server.has_billing()) {
        SettingsPart::Subscription
    } else {
        SettingsPart::NewProject
    };
    Route::settings(organization, part)
}
