//! The way from nothing to the first event: which step one is on, and what to do next.

use super::desk::Desk;
use super::organization::create_project;
use crate::reactive::{maybe, truth};
use crate::route::Route;
use crate::session::{Session, SessionState};
use crate::ui::icon::{Icon, icon};
use glint_model::home::{Creation, Figure, FirstStep};
use glint_model::id::OrganizationSlug;
use glint_model::reveal::reveal;
use leptos::prelude::*;

/// The way, as long as it is not behind; tracked.
pub fn first_steps(desk: Desk, creation: Option<Creation>) -> AnyView {
    let Some(step) = desk.first_step.get() else {
        return ().into_any();
    };
    let now = step.place();
    let steps: Vec<AnyView> = FirstStep::NAMES
        .into_iter()
        .enumerate()
        .map(|(at, name)| item(at, now, name))
        .collect();
    let (title, inside) = match &step {
        FirstStep::Organization => ("You are in no organization yet", no_organization(creation)),
        FirstStep::Project(slugs) => ("There is no project yet", no_project(desk, slugs.clone())),
        FirstStep::Event(slug, project) => {
            let guide = Route::issues_of(slug, project);
            let text = "A project is waiting for its first event. The setup guide says how your application sends it.";
            ("No event has arrived yet", next(text, &guide, "Open the setup guide"))
        }
    };
    view! {
        <section class="panel home-first" aria-labelledby="home-first">
            <header>
                <h2 id="home-first">{title}</h2>
                <span class="said">{format!("Step {} of {}", now + 1, FirstStep::NAMES.len())}</span>
            </header>
            <div class="panel-body">
                <ol class="home-steps">{steps}</ol>
                {inside}
            </div>
        </section>
    }
    .into_any()
}

fn item(at: usize, now: usize, name: &'static str) -> AnyView {
    let is_now = truth(move || at == now);
    let sign = if at < now {
        view! { {icon(Icon::Check, "check")} <span class="visually-hidden">"Done: "</span> }.into_any()
    } else {
        view! { <span class="home-number" aria-hidden="true">{at + 1}</span> }.into_any()
    };
    view! { <li aria-current=move || is_now.get().then_some("step")>{sign} <span>{name}</span></li> }.into_any()
}

fn next(text: &'static str, route: &Route, label: &'static str) -> AnyView {
    view! {
        <p class="lead">{text}</p>
        <p><a class="btn primary" href=route.href()>{label}</a></p>
    }
    .into_any()
}

fn no_organization(creation: Option<Creation>) -> AnyView {
    let address = match Session::get().state() {
        SessionState::SignedIn(user) => user.email,
        _ => None,
    };
    let invite = address.map_or_else(
        || "Somebody who is in one can invite you.".to_owned(),
        |address| format!("Somebody who is in one can invite {}.", reveal(&address)),
    );
    let what = FirstStep::WHAT_FOR;
    match creation {
        None => view! { <p class="lead">{what} " " {invite}</p> }.into_any(),
        Some(Creation::Allowed) => view! {
            <p class="lead">{what} " " {invite}</p>
            <p><a class="btn primary" href=Route::NewOrganization.href()>"Create organization"</a></p>
        }
        .into_any(),
        Some(Creation::OnlyTheFirst | Creation::Refused) => view! {
            <p class="lead">{what} " " {Creation::REASON} " " {invite}</p>
            <p class="lead">
                "Is this a new server, without any organization? "
                <a class="link" href=Route::NewOrganization.href()>"The first one can always be created."</a>
            </p>
        }
        .into_any(),
    }
}

/// In the first organization where the reader may; that is asked of one after the other.
fn no_project(desk: Desk, slugs: Vec<OrganizationSlug>) -> AnyView {
    let create = move || {
        let boards = slugs.iter().filter_map(|slug| Some((desk.board(slug)?, slug)));
        let may = boards
            .clone()
            .find(|(board, _)| board.may_create.get() != Figure::Known(false));
        let (board, slug) = may.or_else(|| boards.clone().next())?;
        Some(create_project(board, slug))
    };
    view! {
        <p class="lead">"A project stands for one application, service or website that sends events."</p>
        <p>{maybe(create)}</p>
    }
    .into_any()
}
