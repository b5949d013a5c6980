//! The steps for the project's platform.

use super::code_block::code_block;
use glint_model::dsn::Dsn;
use glint_model::platform::documentation_of;
use glint_model::sdk_guide::{Step, guide};
use leptos::prelude::*;

/// What to do, step by step, with the DSN filled in.
pub fn steps(platform: Option<&str>, dsn: &Dsn) -> AnyView {
    let guide = guide(platform, dsn);
    let title = format!("Set up {}", guide.platform_name);
    let notice = guide
        .notice
        .map(|notice| view! { <p class="setup-notice">{notice}</p> }.into_any());
    let steps: Vec<AnyView> = guide.steps.into_iter().map(step).collect();
    let notes: Vec<AnyView> = guide
        .notes
        .into_iter()
        .map(|note| view! { <li>{note}</li> }.into_any())
        .collect();
    view! {
        <h3 class="setup-heading">{title}</h3>
        {notice}
        {platform.and_then(documentation)}
        <ol class="setup-steps">{steps}</ol>
        <h3 class="setup-heading">"Good to know"</h3>
        <ul class="setup-notes">{notes}</ul>
    }
    .into_any()
}

fn step(step: Step) -> AnyView {
    let code = step.code.map(|code| code_block(step.title, code.language, code.text));
    view! {
        <li>
            <h4>{step.title}</h4>
            <p>{step.text}</p>
            {code}
        </li>
    }
    .into_any()
}

/// GlitchTip's own page about the platform.
fn documentation(platform: &str) -> Option<AnyView> {
    let url = documentation_of(platform)?;
    Some(
        view! {
            <p class="setup-docs">
                <a class="link" href=url.href() target="_blank" rel="noopener noreferrer">"The same in GlitchTip’s documentation"</a>
            </p>
        }
        .into_any(),
    )
}
