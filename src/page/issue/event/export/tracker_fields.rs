//! Where the issues of the project are filed, and how. Kept in this browser as it is typed.

use super::state::Export;
use crate::reactive::{aria, attribute, changing, maybe, truth};
use glint_model::tracker_link::{Problem, Provider, Template};
use leptos::prelude::*;

/// The fields of the template.
pub fn tracker_fields(export: Export) -> AnyView {
    let provider = Memo::new(move |_| export.template.with(|template| template.provider));
    let options: Vec<AnyView> = Provider::ALL
        .into_iter()
        .map(|one| {
            let is_chosen = provider.get_untracked() == one;
            view! { <option value=one.label() selected=is_chosen>{one.label()}</option> }.into_any()
        })
        .collect();
    let choose = move |event| {
        let Some(provider) = Provider::named(&event_target_value(&event)) else {
            return;
        };
        export.change(|template| {
            // An address of one's own stays; the usual one of the provider before would be wrong.
            if template.base.is_empty() || template.base == template.provider.usual_base() {
                template.base = provider.usual_base().to_owned();
            }
            template.provider = provider;
        });
    };
    view! {
        <fieldset class="export-tracker">
            <legend>"Tracker of this project"</legend>
            <div class="field">
                <label for="tracker-provider">"Tracker"</label>
                <select class="input" id="tracker-provider" on:change=choose>{options}</select>
            </div>
            {changing(move || fields_of(export, provider.get()))}
            <p class="hint">
                {changing(move || if export.is_unkept.get() {
                    "This browser does not keep it: it is gone when this dialog closes.".into_any()
                } else {
                    "Kept in this browser, for this project. Nothing is sent before you send the form there.".into_any()
                })}
            </p>
        </fieldset>
    }
    .into_any()
}

fn fields_of(export: Export, provider: Provider) -> AnyView {
    let (project, hint) = match provider {
        Provider::GitLab => ("Project path", "group/project"),
        Provider::GitHub => ("Repository", "owner/repository"),
        Provider::Jira => ("Number of the project", "10000"),
    };
    let is_confidential = truth(move || export.template.with(|template| template.is_confidential));
    view! {
        {field(export, Field {
            id: "tracker-base",
            label: "Address",
            hint: "https://gitlab.example.com",
            problem: Some(Problem::Address),
            value: |template| &mut template.base,
        })}
        {field(export, Field {
            id: "tracker-project",
            label: project,
            hint,
            problem: Some(Problem::Project),
            value: |template| &mut template.project,
        })}
        {(provider == Provider::Jira).then(|| field(export, Field {
            id: "tracker-type",
            label: "Number of the type of issue",
            hint: "10001",
            problem: Some(Problem::IssueType),
            value: |template| &mut template.issue_type,
        }))}
        {(provider == Provider::GitLab).then(|| view! {
            <label class="switch">
                <input
                    type="checkbox"
                    prop:checked=is_confidential
                    on:change=move |event| {
                        let is_so = event_target_checked(&event);
                        export.change(|template| template.is_confidential = is_so);
                    }
                />
                <span>"Confidential: only members of the project see the issue"</span>
            </label>
        })}
        {field(export, Field {
            id: "tracker-labels",
            label: "Labels",
            hint: "bug, backend",
            problem: None,
            value: |template| &mut template.labels,
        })}
        {field(export, Field {
            id: "tracker-title",
            label: "Title",
            hint: "{title} ({short_id})",
            problem: None,
            value: |template| &mut template.title,
        })}
        <p class="hint">"Words in braces are filled in: {title}, {short_id}, {level}, {project}, {release}, {environment}."</p>
    }
    .into_any()
}

/// A field of the template.
struct Field {
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    /// What can be wrong with it.
    problem: Option<Problem>,
    value: fn(&mut Template) -> &mut String,
}

fn field(export: Export, field: Field) -> AnyView {
    let Field {
        id,
        label,
        hint,
        problem,
        value,
    } = field;
    let mut now = export.template.get_untracked();
    let is_touched = RwSignal::new(false);
    let is_wrong = Memo::new(move |_| {
        let found = export.template.with(|template| template.checked().err());
        is_touched.get() && problem.is_some() && found == problem
    });
    let problem_id = format!("{id}-problem");
    let described = problem_id.clone();
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input
                class="input"
                id=id
                placeholder=hint
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                value=value(&mut now).clone()
                aria-invalid=aria(move || is_wrong.get())
                aria-describedby=attribute(move || if is_wrong.get() { described.clone() } else { String::new() })
                on:input=move |event| {
                    let text = event_target_value(&event);
                    export.change(|template| *value(template) = text);
                }
                on:change=move |_| is_touched.set(true)
            />
            {maybe(move || is_wrong.get().then(|| {
                let provider = export.template.with(|template| template.provider);
                let sentence = problem.map(|problem| problem.sentence(provider));
                view! { <p class="problem" id=problem_id.clone() role="alert">{sentence}</p> }.into_any()
            }))}
        </div>
    }
    .into_any()
}
