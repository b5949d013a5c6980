//! Links to the views with a star, in the bar of wide screens; elsewhere the menu has them.

use super::state::Views;
use crate::reactive::maybe;
use glint_model::saved_view::SavedView;
use leptos::prelude::*;

/// The most links that the bar has room for.
const MOST_LINKS: usize = 4;

/// Shows the links.
pub fn starred_links(views: Views) -> AnyView {
    maybe(move || {
        let links: Vec<AnyView> = views
            .store
            .with(|all| all.starred().take(MOST_LINKS).map(|view| link(views, view)).collect());
        (!links.is_empty())
            .then(|| view! { <nav class="starred-views" aria-label="Starred views">{links}</nav> }.into_any())
    })
}

fn link(views: Views, view: &SavedView) -> AnyView {
    let href = views.list.href(&view.filter());
    let name = view.name.clone();
    let (id, title) = (StoredValue::new(view.id.clone()), name.clone());
    view! {
        <a
            href=href
            title=title
            aria-current=move || id.with_value(|id| views.is_active(id)).then_some("true")
            on:click=move |event| {
                id.with_value(|id| views.follow(id, &event));
            }
        >
            {name}
        </a>
    }
    .into_any()
}
