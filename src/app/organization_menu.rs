//! The menu of the organizations: to the same section of another one, to all of them, to a new one. Where there are many, a
//! field filters them; it has the focus, arrow keys go through what is left, Enter takes the first.

use crate::browser::{dom, intl};
use crate::load::Load;
use crate::open_organization::OpenOrganization;
use crate::organization_creation::creation;
use crate::organization_list::OrganizationList;
use crate::reactive::{attribute, changing, changing_text, maybe};
use crate::route::Route;
use crate::ui::icon::{Icon, icon};
use crate::ui::menu::{Menu, close_menu};
use crate::ui::toast::Toasts;
use glint_model::home::Creation;
use glint_model::reveal::reveal;
use glint_model::text::{counted, initials};
use glint_model::wanted::Wanted;
use glint_model::wire::organization::Organization;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The id of the menu.
const ID: &str = "organizations";
/// With more organizations than this there is a field to filter them.
const FEW: usize = 8;

/// The menu's state while the shell is there.
#[derive(Clone, Copy)]
struct Switcher {
    route: Memo<Route>,
    open: OpenOrganization,
    all: OrganizationList,
    typed: RwSignal<String>,
    /// Those that have all that is typed in their names.
    fitting: Memo<Load<Vec<Organization>>>,
    /// How often it was opened: its links are made then, to the section that is open by then.
    openings: RwSignal<u32>,
}

/// The button that names the open organization, and its menu.
pub fn organization_menu(route: Memo<Route>, open: OpenOrganization) -> AnyView {
    let (all, typed) = (OrganizationList::get(), RwSignal::new(String::new()));
    let fitting = Memo::new(move |_| match all.load() {
        Load::Ready(list) => Load::Ready(typed.with(|typed| fitting(&list, typed))),
        other => other,
    });
    let switcher = Switcher {
        route,
        open,
        all,
        typed,
        fitting,
        openings: RwSignal::new(0),
    };
    let creation = creation();
    let button = move || {
        let name = shown_name(open);
        view! {
            <span class="badge" aria-hidden="true">{initials(&name)}</span>
            <span>{reveal(&name)}</span>
            {icon(Icon::Down, "")}
        }
        .into_any()
    };
    let label = attribute(move || match open.slug.get() {
        Some(_) => format!("Organization: {}", reveal(&open.name())),
        None => "Organization: none is open".to_owned(),
    });
    let on_open = Callback::new(move |()| {
        switcher.typed.set(String::new());
        // What failed is not for ever.
        if matches!(untrack(|| switcher.all.load()), Load::Failed(_)) {
            switcher.all.reload();
        }
        switcher.openings.update(|openings| *openings += 1);
    });
    view! {
        <Menu id=ID class="item org" label=label on_open=on_open button=ViewFn::from(button)>
            {switcher.field()}
            <div class="organizations">{changing(move || switcher.entries())}</div>
            {switcher.count()}
            <hr />
            <a class="entry" href=Route::Home.href() on:click=move |_| close_menu(ID)>
                {icon(Icon::Home, "")}
                <span>"All organizations"</span>
            </a>
            {changing(move || create_entry(creation.get()))}
        </Menu>
    }
    .into_any()
}

fn shown_name(open: OpenOrganization) -> String {
    match open.slug.get() {
        Some(_) => open.name(),
        None => "Organizations".to_owned(),
    }
}

/// By name; all that is typed must be in it.
fn fitting(organizations: &[Organization], typed: &str) -> Vec<Organization> {
    let wanted = Wanted::of(typed);
    let fits = |organization: &&Organization| wanted.fits(&format!("{}\n{}", organization.name, organization.slug));
    let mut fitting: Vec<Organization> = organizations.iter().filter(fits).cloned().collect();
    fitting.sort_by(|one, other| intl::compare(&one.name, &other.name));
    fitting
}

impl Switcher {
    /// The field, where there are many.
    fn field(self) -> AnyView {
        let is_wanted = Memo::new(move |_| matches!(self.all.load(), Load::Ready(list) if list.len() > FEW));
        maybe(move || {
            is_wanted.get().then(|| {
                view! {
                    <input
                        class="input find"
                        type="search"
                        aria-label="Filter the organizations"
                        placeholder="Filter"
                        autocomplete="off"
                        autocapitalize="off"
                        spellcheck="false"
                        prop:value=move || self.typed.get()
                        on:input:target=move |event| self.typed.set(event.target().value())
                        on:keydown=move |event| self.take_first(&event)
                    />
                }
                .into_any()
            })
        })
    }

    fn entries(self) -> AnyView {
        // Nothing is drawn before somebody has opened it.
        if self.openings.get() == 0 {
            return ().into_any();
        }
        match self.fitting.get() {
            Load::Ready(list) => list
                .iter()
                .map(|organization| self.entry(organization))
                .collect::<Vec<_>>()
                .into_any(),
            Load::Failed(error) => view! {
                <p class="hint" role="alert">{error.sentence()}</p>
                <button class="entry" type="button" on:click=move |_| self.all.reload()>
                    {icon(Icon::Reload, "")}
                    <span>"Try again"</span>
                </button>
            }
            .into_any(),
            Load::Loading | Load::Slow => view! { <p class="hint">"Loading the organizations…"</p> }.into_any(),
        }
    }

    fn entry(self, organization: &Organization) -> AnyView {
        let is_open = self.open.slug.get().as_ref() == Some(&organization.slug);
        let href = self
            .route
            .with_untracked(|route| route.in_organization(&organization.slug))
            .href();
        view! {
            <a class="entry" href=href aria-current=is_open.then_some("true") on:click=move |_| close_menu(ID)>
                <span class="badge" aria-hidden="true">{initials(&organization.name)}</span>
                <span>{reveal(&organization.name)}</span>
                {is_open.then(|| icon(Icon::Check, "check"))}
            </a>
        }
        .into_any()
    }

    /// How many are left, for those who do not see the list.
    fn count(self) -> AnyView {
        let said = move || {
            let typed = self.typed.get();
            if typed.trim().is_empty() {
                return String::new();
            }
            match self.fitting.get() {
                Load::Ready(list) => match list.len() {
                    0 => format!("No organization matches “{}”.", reveal(typed.trim())),
                    count => format!("{} found", counted(count as u64, "organization", "organizations")),
                },
                _ => String::new(),
            }
        };
        view! { <p class="hint found" role="status">{changing_text(said)}</p> }.into_any()
    }

    /// Enter in the field goes to the first that is left: not before something is typed, and not with the Enter that opened the
    /// menu and is still held down.
    fn take_first(self, event: &KeyboardEvent) {
        if event.key() != "Enter" || event.is_composing() {
            return;
        }
        event.prevent_default();
        if !event.repeat() && self.typed.with_untracked(|typed| !typed.trim().is_empty()) {
            dom::click("#organizations .organizations a.entry");
        }
    }
}

fn create_entry(creation: Option<Creation>) -> AnyView {
    if creation == Some(Creation::Refused) {
        let toasts = Toasts::get();
        return view! {
            <button
                class="entry"
                type="button"
                aria-disabled="true"
                title=Creation::REASON
                aria-label=format!("Create organization. {}", Creation::REASON)
                on:click=move |_| toasts.say(Creation::REASON)
            >
                {icon(Icon::Add, "")}
                <span>"Create organization"</span>
            </button>
        }
        .into_any();
    }
    view! {
        <a class="entry" href=Route::NewOrganization.href() on:click=move |_| close_menu(ID)>
            {icon(Icon::Add, "")}
            <span>"Create organization"</span>
        </a>
    }
    .into_any()
}
