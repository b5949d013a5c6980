//! Managing the plan at the payment provider, which only the account owner may.

use super::plan::Billing;
use super::returns::on_return;
use crate::api::billing::create_billing_portal;
use crate::browser::dom;
use crate::reactive::{aria, changing, maybe, spawn};
use crate::ui::form::refused_button;
use crate::ui::icon::{Icon, icon};
use glint_model::error::ApiError;
use glint_model::reveal::reveal;
use glint_model::safe_url::SafeUrl;
use glint_model::usage::Biller;
use leptos::prelude::*;

/// Why a button is refused.
pub const OWNER_ONLY: &str = "Only the account owner may change the plan.";

const LABEL: &str = "Manage at the payment provider";

/// Who may change the plan, when it is not the reader.
pub fn owner_line(billing: Billing) -> AnyView {
    maybe(move || match billing.biller() {
        Some(Biller::Other(address)) => {
            let text = format!("{OWNER_ONLY} That is {}.", reveal(&address));
            Some(view! { <p class="muted org-name-line">{text}</p> }.into_any())
        }
        _ => None,
    })
}

/// The button, and why it did not work.
pub fn manage(billing: Billing) -> AnyView {
    let is_busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<String>);
    on_return(move || {
        is_busy.try_set(false);
    });
    let open = move || {
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        problem.set(None);
        let organization = billing.organization.get_value();
        spawn(async move {
            let outcome = create_billing_portal(&organization).await;
            let sentence = match outcome {
                Ok(to) => leave(to.url.as_deref(), NO_PORTAL),
                Err(error) => Some(refusal(&error)),
            };
            if sentence.is_some() {
                is_busy.try_set(false);
                problem.try_set(sentence);
            }
        });
    };
    let is_refused = Memo::new(move |_| matches!(billing.biller(), Some(Biller::Other(_))));
    let button = move || {
        if is_refused.get() {
            return refused_button(LABEL, Some(Icon::External), OWNER_ONLY);
        }
        view! {
            <button class="btn" type="button" aria-disabled=aria(move || is_busy.get()) on:click=move |_| open()>
                {icon(Icon::External, "")}
                {LABEL}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="panel-foot">{changing(button)}</div>
        {problem_line(problem)}
    }
    .into_any()
}

const NO_PORTAL: &str = "The server did not say where the plan is managed.";

/// What went wrong, where something did.
pub fn problem_line(problem: RwSignal<Option<String>>) -> AnyView {
    maybe(move || {
        let text = problem.get()?;
        Some(view! { <p class="problem-box" role="alert">{text}</p> }.into_any())
    })
}

/// Goes where the server says; the sentence when that is nowhere, or nowhere to go to.
pub fn leave(url: Option<&str>, nowhere: &str) -> Option<String> {
    let Some(url) = url else {
        return Some(nowhere.to_owned());
    };
    match SafeUrl::onward(url, &dom::origin()) {
        Some(url) => {
            dom::leave_for(&url);
            None
        }
        None => Some(
            "The server named an address that is not encrypted or no web address, so it was not opened.".to_owned(),
        ),
    }
}

/// Why the server refused something about the plan.
pub fn refusal(error: &ApiError) -> String {
    match error {
        ApiError::NotFound | ApiError::Forbidden(_) => format!("You may not do this. {OWNER_ONLY}"),
        other => other.sentence(),
    }
}
