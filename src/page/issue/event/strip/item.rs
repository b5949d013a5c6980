//! One fact of the strip: what it is, its value, and a button that copies it.

use crate::browser::clipboard;
use crate::reactive::spawn;
use crate::ui::app_link::AppLink;
use crate::ui::icon::{Icon, icon};
use crate::ui::toast::Toasts;
use glint_model::reveal::reveal;
use leptos::prelude::*;

/// One fact.
#[derive(Default)]
pub struct Item {
    /// What it is; hostile text.
    pub label: String,
    /// Where it was pinned from: `tag`, `context`, `extra`; empty for what everybody sees.
    pub kind: &'static str,
    /// The value as it was sent; hostile text. None when it was not.
    pub value: Option<String>,
    /// The issues with the same value.
    pub link: Option<AppLink>,
    /// Whether it is bad news.
    pub is_bad: bool,
}

/// Draws it.
pub fn item(item: Item) -> AnyView {
    let Item {
        label,
        kind,
        value,
        link,
        is_bad,
    } = item;
    let label = reveal(&label);
    let Some(value) = value else {
        return view! { <div><dt title=kind>{label}</dt><dd class="faint">"not sent"</dd></div> }.into_any();
    };
    let shown = reveal(&value);
    let inside = match link {
        Some(link) => {
            let title = format!("{shown}\nAll issues with this value");
            view! { <a href=link.href() title=title>{shown}</a> }.into_any()
        }
        None => view! { <span class:bad=is_bad title=shown.clone()>{shown.clone()}</span> }.into_any(),
    };
    view! {
        <div>
            <dt title=kind>{label.clone()}{copy(label, value)}</dt>
            <dd>{inside}</dd>
        </div>
    }
    .into_any()
}

fn copy(what: String, value: String) -> AnyView {
    let toasts = Toasts::get();
    let name = format!("Copy {what}");
    let copy = move |_| {
        let (what, value) = (what.clone(), value.clone());
        spawn(async move {
            if clipboard::copy(&value).await {
                toasts.say(format!("{what} copied"));
            } else {
                toasts.say("The browser did not allow copying. Select the text and copy it by hand.");
            }
        });
    };
    view! {
        <button class="btn quiet icon small" type="button" aria-label=name.clone() title=name on:click=copy>
            {icon(Icon::Copy, "")}
        </button>
    }
    .into_any()
}
