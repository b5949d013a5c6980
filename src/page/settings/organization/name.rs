//! The name. All places that show it follow at once; the slug stays.

use crate::api::organizations::rename_organization;
use crate::form_draft::FormDraft;
use crate::open_organization::OpenOrganization;
use crate::organization_list::OrganizationList;
use crate::permission::has;
use crate::reactive::{changing, spawn};
use crate::ui::form::{FieldName, Sheet, TextEntry, TextKind, save_button};
use crate::ui::toast::Toasts;
use glint_model::access::Right;
use glint_model::home::name_problem;
use glint_model::id::OrganizationSlug;
use glint_model::reveal::reveal;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

const ID: &str = "organization-name";
const FIELDS: &[FieldName] = &[FieldName {
    id: ID,
    label: "Name",
    wire: "name",
}];

/// The panel.
pub fn name_panel(organization: &OrganizationSlug, name: &str) -> AnyView {
    let right = has(Right::Organization);
    let may_rename = Memo::new(move |_| right.get() != Some(false));
    let (organization, name) = (organization.clone(), name.to_owned());
    view! {
        <section class="panel" aria-labelledby="name-heading">
            <header><h2 id="name-heading">"Name"</h2></header>
            {changing(move || if may_rename.get() { form(&organization, &name) } else { only_shown() })}
        </section>
    }
    .into_any()
}

fn only_shown() -> AnyView {
    let open = OpenOrganization::get();
    view! {
        <div class="panel-body">
            <p class="org-name">{changing(move || reveal(&open.map(OpenOrganization::name).unwrap_or_default()).into_any())}</p>
            <p class="muted">{Right::Organization.reason()}</p>
        </div>
    }
    .into_any()
}

fn form(organization: &OrganizationSlug, name: &str) -> AnyView {
    let value = RwSignal::new(name.to_owned());
    let sheet = Sheet::new(FIELDS);
    let draft = FormDraft::open(format!("organization {organization}"), vec![("name", value)]);
    let (open, list, toasts) = (OpenOrganization::get(), OrganizationList::get(), Toasts::get());
    let slug = organization.clone();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let name = value.get_untracked().trim().to_owned();
        let wrong: Vec<(&'static str, String)> = name_problem(&name).map(|words| (ID, words)).into_iter().collect();
        if !sheet.begin(&wrong) {
            return;
        }
        let (saved, organization) = (draft.saved_later(), slug.clone());
        spawn(async move {
            match rename_organization(&organization, &name).await {
                Ok(renamed) => {
                    saved();
                    draft.settle("name", renamed.name.clone());
                    sheet.done();
                    // At once, and then in the server's own words.
                    if let Some(open) = open {
                        open.update(|details| {
                            if details.organization.slug == organization {
                                details.organization.name = renamed.name.clone();
                            }
                        });
                        open.refresh();
                    }
                    list.update(|list| {
                        for own in list.iter_mut().filter(|own| own.slug == organization) {
                            own.name = renamed.name.clone();
                        }
                    });
                    list.refresh();
                    toasts.say(format!("The organization is called “{}” now", reveal(&renamed.name)));
                }
                Err(error) => sheet.refuse(&error, "The organization was not renamed."),
            }
        });
    };
    view! {
        <form class="panel-body" novalidate=true on:submit=submit>
            {draft.note()}
            {sheet.complaints()}
            {sheet.text(TextEntry {
                id: ID,
                is_optional: false,
                hint: "The slug stays as it is, and so do links and DSNs.".into_any(),
                kind: TextKind::Line,
                example: "",
                value,
                check: name_problem,
            })}
            <div class="panel-foot">{save_button("Rename", "Renaming…", sheet.is_busy())}</div>
            {draft.guard()}
        </form>
    }
    .into_any()
}
