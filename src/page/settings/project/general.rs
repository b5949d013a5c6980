//! What the project is called and is for, how much of what it sends is kept, and its end.

use super::delete::delete_panel;
use super::general_form::general_form;
use super::place::Place;
use super::slug::slug_panel;
use crate::reactive::{changing, maybe};
use crate::route::{ProjectPart, Route, SettingsPart};
use crate::ui::time::long_time;
use glint_model::access::Right;
use glint_model::platform;
use glint_model::project_form::throttle_sentence;
use glint_model::reveal::reveal;
use glint_model::wire::project::Project;
use leptos::prelude::*;

/// The section.
pub fn general(place: Place) -> AnyView {
    let is_outside = Memo::new(move |_| {
        place
            .project
            .with(|load| load.ready().is_some_and(|project| !project.is_member))
    });
    view! {
        {maybe(move || is_outside.get().then(|| outside(place)))}
        <section class="panel" aria-labelledby="prj-general">
            <header><h2 id="prj-general">"General"</h2></header>
            {changing(move || match place.may.get() {
                None => view! { <div class="panel-body">{crate::ui::state::waiting(4)}</div> }.into_any(),
                Some(true) => general_form(place),
                Some(false) => maybe(move || place.project.ready().map(|project| facts(&project))),
            })}
        </section>
        {slug_panel(place)}
        {maybe(move || place.project.ready().map(|project| more(&project)))}
        {delete_panel(place)}
    }
    .into_any()
}

/// Issues are listed for those in the project's teams only.
fn outside(place: Place) -> AnyView {
    let organization = place.organization();
    let own = Route::project(&organization, &place.slug(), ProjectPart::Teams).href();
    let all = Route::settings(&organization, SettingsPart::Teams).href();
    view! {
        <p class="form-note prj-note">
            <span>
                "You are in none of this project’s teams, so its issues are not listed for you. " <a href=all>"Join a team"</a>
                " that " <a href=own>"looks after it"</a> " to see them."
            </span>
        </p>
    }
    .into_any()
}

/// For those who may not change them.
fn facts(project: &Project) -> AnyView {
    let platform = project.platform.as_deref().filter(|platform| !platform.is_empty());
    view! {
        <div class="panel-body">
            <dl class="prj-facts">
                {fact("Name", reveal(&project.name))}
                {fact("Platform", platform.map_or_else(|| "None".to_owned(), platform::name))}
                {fact(
                    "Event throttle",
                    format!("{} %. {}", project.event_throttle_rate, throttle_sentence(project.event_throttle_rate)),
                )}
            </dl>
            <p class="hint">{Right::Projects.reason()}</p>
        </div>
    }
    .into_any()
}

/// What nobody changes here.
fn more(project: &Project) -> AnyView {
    let addresses = if project.scrub_ip_addresses {
        "IP addresses of users are shortened before they are kept."
    } else {
        "IP addresses of users are kept whole."
    };
    view! {
        <section class="panel" aria-labelledby="prj-more">
            <header><h2 id="prj-more">"Good to know"</h2></header>
            <div class="panel-body">
                <dl class="prj-facts">
                    <div><dt>"Created"</dt><dd>{long_time(project.date_created)}</dd></div>
                    <div>
                        <dt>"First event"</dt>
                        <dd>
                            {match project.first_event {
                                Some(at) => long_time(at).into_any(),
                                None => "None yet".into_any(),
                            }}
                        </dd>
                    </div>
                    {fact("Number", project.id.to_string())}
                    {fact("Privacy", format!("{addresses} Whoever runs the server decides that."))}
                </dl>
            </div>
        </section>
    }
    .into_any()
}

fn fact(name: &'static str, text: String) -> AnyView {
    view! { <div><dt>{name}</dt><dd>{text}</dd></div> }.into_any()
}
