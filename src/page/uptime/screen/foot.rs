//! How old what is shown is, and when the server could not be reached.

use super::Screen;
use crate::browser::intl;
use crate::page::uptime::live::{age_words, trouble_text};
use crate::reactive::{changing_text, maybe};
use crate::ui::icon::{Icon, icon};
use glint_model::timestamp::Timestamp;
use leptos::prelude::*;

/// Shows the foot.
pub fn foot(screen: Screen) -> AnyView {
    let live = screen.all.live;
    let age = move || match age_words(live) {
        age if age.is_empty() => "Waiting for the first answer".to_owned(),
        age => format!("Updated {age}"),
    };
    let failures = move || match live.failed_at_ms() {
        Some(at) => format!("The server could last not be reached at {}", intl::local(Timestamp(at))),
        None => "Every try to refresh has worked since this page was opened".to_owned(),
    };
    view! {
        <footer>
            {maybe(move || {
                let text = trouble_text(live)?;
                let view = view! { <p class="bad" role="alert">{icon(Icon::Warning, "")} {text}</p> };
                Some(view.into_any())
            })}
            <p>
                <span>{changing_text(age)}</span>
                <span>{changing_text(failures)}</span>
                <button class="btn quiet small" type="button" on:click=move |_| live.ask_now()>
                    {icon(Icon::Reload, "")}
                    "Refresh"
                </button>
            </p>
        </footer>
    }
    .into_any()
}
