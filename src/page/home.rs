//! `/`: on to the issues of the organization that was open last, or the first one there is.

use crate::api::organizations::list_organizations;
use crate::browser::storage;
use crate::load::{Load, load};
use crate::reactive::effect;
use crate::route::{Route, Step, use_go};
use crate::ui::nav_drawer::nav_toggle;
use crate::ui::page_title::page_title;
use crate::ui::state::{failed, nothing, waiting};
use leptos::prelude::*;

/// Goes on as soon as the organizations are known.
pub fn home_page() -> AnyView {
    let organizations = load(|cancel| Box::pin(async move { list_organizations(&cancel).await }));
    let go = use_go();
    page_title(|| "Home".to_owned());
    effect(move || {
        let Some(list) = organizations.ready() else { return };
        let last = storage::get(storage::ORGANIZATION);
        let chosen = list
            .iter()
            .find(|one| Some(one.slug.as_str()) == last.as_deref())
            .or_else(|| list.first());
        if let Some(organization) = chosen {
            go(&Route::issues(&organization.slug), Step::Replace);
        }
    });
    let view = view! {
        <div class="bar">{nav_toggle()}<h1>"Home"</h1></div>
        <div>
            {move || match organizations.get() {
                Load::Ready(list) if list.is_empty() => nothing(
                    "You are in no organization yet",
                    "Ask somebody who is in one to invite this address, or create one in GlitchTip.",
                    ().into_any(),
                )
                .into_any(),
                Load::Failed(error) => failed(&error, move || organizations.reload()).into_any(),
                _ => waiting(6).into_any(),
            }}
        </div>
    };
    view.into_any()
}
