//! Choosing a platform: all of them at once on a page of their own, or a dialog that finds one.

use crate::browser::dom;
use crate::reactive::{aria, changing, changing_text, maybe, truth};
use crate::ui::pick_list::{Pick, pick_dialog, pick_list, pick_room};
use glint_model::platform::{ALL, Category, Platform, choices, name};
use glint_model::reveal::reveal;
use glint_model::text::counted;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Where the choices stand, by the keyboard.
const FIRST_CHOICE: &str = ".prj-platforms input[type=radio]";

/// All platforms by category, as radio buttons; what is typed finds one by its name, its id and other words. `chosen` is the id,
/// or empty.
pub fn platform_grid(chosen: RwSignal<String>) -> AnyView {
    let typed = RwSignal::new(String::new());
    let category = RwSignal::new(Category::default());
    let found = Memo::new(move |_| typed.with(|typed| choices(category.get(), typed)));
    let key_pressed = move |event: KeyboardEvent| match event.key().as_str() {
        // It would send the form.
        "Enter" => {
            event.prevent_default();
            if let Some(first) = found.with_untracked(|found| found.first().copied())
                && typed.with_untracked(|typed| !typed.trim().is_empty())
            {
                chosen.set(first.id.to_owned());
            }
        }
        "ArrowDown" => {
            event.prevent_default();
            dom::focus(dom::first(FIRST_CHOICE));
        }
        _ => {}
    };
    let categories: Vec<AnyView> = Category::ALL.into_iter().map(|one| tab(category, typed, one)).collect();
    view! {
        <fieldset class="prj-platforms">
            <legend>"Platform" <span class="optional">" (optional)"</span></legend>
            <div class="prj-platform-tools">
                <input
                    class="input"
                    type="search"
                    aria-label="Find a platform"
                    placeholder="Find: Next.js, Django, Go…"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    prop:value=typed
                    on:input:target=move |event| typed.set(event.target().value())
                    on:keydown=key_pressed
                />
                <div class="prj-categories" role="group" aria-label="Category">{categories}</div>
            </div>
            <p class="prj-chosen">
                <span role="status">{changing_text(move || said(&chosen.get()))}</span>
                {maybe(move || (!chosen.with(String::is_empty)).then(|| clear(chosen)))}
            </p>
            {changing(move || grid(chosen, &found.get(), &typed.get_untracked()))}
            <p class="visually-hidden" role="status">
                {changing_text(move || found.with(|found| counted(found.len() as u64, "platform", "platforms")))}
            </p>
        </fieldset>
    }
    .into_any()
}

fn said(chosen: &str) -> String {
    if chosen.is_empty() {
        "None chosen: the setup guide is a general one then.".to_owned()
    } else {
        format!("Chosen: {}", name(chosen))
    }
}

fn clear(chosen: RwSignal<String>) -> AnyView {
    let clear = move |_| {
        chosen.set(String::new());
        dom::focus(dom::first(FIRST_CHOICE));
    };
    view! { <button class="btn small" type="button" on:click=clear>"Choose none"</button> }.into_any()
}

fn tab(category: RwSignal<Category>, typed: RwSignal<String>, one: Category) -> AnyView {
    let choose = move |_| {
        typed.set(String::new());
        category.set(one);
    };
    view! {
        <button
            class="btn small"
            type="button"
            aria-pressed=aria(move || category.get() == one && typed.with(|typed| typed.trim().is_empty()))
            on:click=choose
        >
            {one.label()}
        </button>
    }
    .into_any()
}

fn grid(chosen: RwSignal<String>, found: &[&'static Platform], typed: &str) -> AnyView {
    if found.is_empty() {
        let text = format!(
            "Nothing here matches “{}”. “Other” fits everything, and so does none.",
            reveal(typed.trim())
        );
        return view! { <p class="hint">{text}</p> }.into_any();
    }
    let all: Vec<AnyView> = found.iter().map(|platform| choice(chosen, platform)).collect();
    view! { <div class="prj-platform-grid">{all}</div> }.into_any()
}

fn choice(chosen: RwSignal<String>, platform: &'static Platform) -> AnyView {
    let id = platform.id;
    view! {
        <label class="prj-platform">
            <input
                type="radio"
                name="project-platform"
                value=id
                prop:checked=truth(move || chosen.with(|chosen| chosen == id))
                on:change=move |_| chosen.set(id.to_owned())
            />
            <span>
                <b>{platform.name}</b>
                <small>{id}</small>
            </span>
        </label>
    }
    .into_any()
}

/// A dialog that finds a platform. `choose` is told its id; `close` closes it either way.
pub fn platform_dialog(now: &str, choose: Callback<String>, close: Callback<()>) -> AnyView {
    let picks = ALL
        .iter()
        .map(|platform| Pick {
            label: platform.name.to_owned(),
            hint: platform.id.to_owned(),
            alias: platform.aliases,
            is_current: platform.id == now,
            ..Pick::default()
        })
        .collect();
    let take = Callback::new(move |at: usize| {
        if let Some(platform) = ALL.get(at) {
            choose.run(platform.id.to_owned());
        }
        close.run(());
    });
    let list = pick_list(
        "platform-pick",
        "Find a platform",
        RwSignal::new(Some(picks)),
        ViewFn::from(|| ()),
        take,
    );
    pick_dialog("platform-title", "Choose a platform".to_owned(), close, pick_room(list))
}
