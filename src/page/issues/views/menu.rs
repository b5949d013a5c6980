//! The menu of the views: goes to them, saves the list as one, and says whether the list has left the one it shows.

use super::dialog::ViewDialog;
use super::state::{UNKEPT, Views};
use crate::reactive::{attribute, changing, changing_text, maybe};
use crate::ui::icon::{Icon, icon};
use crate::ui::menu::{Menu, close_menu};
use glint_model::saved_view::{SavedView, SavedViews};
use leptos::prelude::*;

const MENU: &str = "views-menu";

/// Finds the button of the menu.
pub const BUTTON: &str = "[popovertarget=views-menu]";

/// The button, named like the view that the list shows, and its menu.
pub fn views_menu(views: Views) -> AnyView {
    let name = move || {
        views
            .active
            .with(|active| active.as_ref().map(|view| view.name.clone()))
    };
    let label = attribute(move || match name() {
        Some(name) if views.is_edited.get() => format!("View: {name}, edited"),
        Some(name) => format!("View: {name}"),
        None => "Views".to_owned(),
    });
    let button = ViewFn::from(move || {
        view! {
            {icon(Icon::Bookmark, "")}
            <span class="wide">{changing_text(move || name().unwrap_or_else(|| "Views".to_owned()))}</span>
            {maybe(move || {
                views.is_edited.get().then(|| view! { <span class="edited" title="Edited"></span> }.into_any())
            })}
            {icon(Icon::Down, "wide")}
        }
        .into_any()
    });
    // The entries are made when they are first wanted.
    let is_wanted = RwSignal::new(false);
    view! {
        <Menu
            id=MENU
            class="btn views-button"
            label=label
            button=button
            on_open=Callback::new(move |()| is_wanted.set(true))
        >
            {maybe(move || is_wanted.get().then(|| entries(views)))}
        </Menu>
    }
    .into_any()
}

fn entries(views: Views) -> AnyView {
    view! {
        {changing(move || views.store.with(|all| links(views, all)))}
        <hr />
        {entry("Save as a view…", Icon::Add, move || views.dialog.set(Some(ViewDialog::Save)))}
        {maybe(move || views.is_edited.get().then(|| ways_back(views)))}
        {entry("Manage views…", Icon::Edit, move || views.dialog.set(Some(ViewDialog::Manage)))}
        {maybe(move || views.store.is_unkept().then(|| view! { <p class="hint">{UNKEPT}</p> }.into_any()))}
    }
    .into_any()
}

/// The views, those with a star first.
fn links(views: Views, all: &SavedViews) -> AnyView {
    if all.all().is_empty() {
        let hint = "No views yet. A view is a search with its filters and order, under a name of yours.";
        return view! { <p class="hint">{hint}</p> }.into_any();
    }
    let starred: Vec<AnyView> = all.starred().map(|view| link(views, view)).collect();
    let others: Vec<AnyView> = all
        .all()
        .iter()
        .filter(|view| !view.is_starred)
        .map(|view| link(views, view))
        .collect();
    let has_both = !starred.is_empty() && !others.is_empty();
    view! {
        {(!starred.is_empty())
            .then(|| view! { <div role="group" aria-label="Starred views">{starred}</div> }.into_any())}
        {has_both.then(|| view! { <hr /> }.into_any())}
        {(!others.is_empty()).then(|| view! { <div role="group" aria-label="Views">{others}</div> }.into_any())}
    }
    .into_any()
}

fn link(views: Views, view: &SavedView) -> AnyView {
    let href = views.list.href(&view.filter());
    let name = view.name.clone();
    let sign = icon(if view.is_starred { Icon::Star } else { Icon::Bookmark }, "");
    let id = StoredValue::new(view.id.clone());
    let is_active = move || id.with_value(|id| views.is_active(id));
    view! {
        <a
            class="entry"
            href=href
            aria-current=move || is_active().then_some("true")
            on:click=move |event| {
                if id.with_value(|id| views.follow(id, &event)) {
                    close_menu(MENU);
                }
            }
        >
            {sign}
            <span>{name}</span>
            {maybe(move || is_active().then(|| icon(Icon::Check, "check")))}
        </a>
    }
    .into_any()
}

/// What can be done about a list that is no longer as the view was saved.
fn ways_back(views: Views) -> AnyView {
    let Some(view) = views.active.get() else {
        return ().into_any();
    };
    let href = views.list.href(&view.filter());
    let (update, back) = (format!("Update “{}”", view.name), format!("Back to “{}”", view.name));
    view! {
        {entry(update, Icon::Check, move || views.update())}
        <a class="entry" href=href on:click=move |_| close_menu(MENU)>
            {icon(Icon::Undo, "")}
            <span>{back}</span>
        </a>
    }
    .into_any()
}

fn entry(label: impl Into<String>, sign: Icon, act: impl Fn() + 'static) -> AnyView {
    boxed_entry(label.into(), sign, Box::new(act))
}

fn boxed_entry(label: String, sign: Icon, act: Box<dyn Fn()>) -> AnyView {
    view! {
        <button
            class="entry"
            type="button"
            on:click=move |_| {
                close_menu(MENU);
                act();
            }
        >
            {icon(sign, "")}
            <span>{label}</span>
        </button>
    }
    .into_any()
}
