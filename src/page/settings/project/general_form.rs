//! The form for name, platform and throttle. The server always wants name and platform, so they are sent together.

use super::super::platform_picker::platform_dialog;
use super::place::Place;
use crate::api::projects::update_project;
use crate::form_draft::FormDraft;
use crate::reactive::{attribute, changing_text, maybe, spawn};
use crate::ui::form::{FieldName, Frame, Sheet, TextEntry, TextKind, framed, save_button};
use glint_model::platform;
use glint_model::project_form::{name_problem, not_kept, rate_of, throttle_problem, throttle_sentence};
use glint_model::reveal::reveal;
use glint_model::wire::project::UpdateProject;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

const NAME: &str = "project-name";
const PLATFORM: &str = "project-platform";
const THROTTLE: &str = "project-throttle";

const FIELDS: &[FieldName] = &[
    FieldName {
        id: NAME,
        label: "Name",
        wire: "name",
    },
    FieldName {
        id: PLATFORM,
        label: "Platform",
        wire: "platform",
    },
    FieldName {
        id: THROTTLE,
        label: "Event throttle",
        wire: "eventThrottleRate",
    },
];

#[derive(Clone, Copy)]
struct Form {
    place: Place,
    sheet: Sheet,
    draft: FormDraft,
    name: RwSignal<String>,
    platform: RwSignal<String>,
    throttle: RwSignal<String>,
}

/// The form, with what the project has.
pub fn general_form(place: Place) -> AnyView {
    let project = untrack(|| place.project.ready());
    let (name, platform, throttle) = project.map_or_else(Default::default, |project| {
        let platform = project.platform.unwrap_or_default();
        (project.name, platform, project.event_throttle_rate.to_string())
    });
    let (name, platform, throttle) = (RwSignal::new(name), RwSignal::new(platform), RwSignal::new(throttle));
    let texts = vec![("name", name), ("platform", platform), ("throttle", throttle)];
    let form = Form {
        place,
        sheet: Sheet::new(FIELDS),
        draft: FormDraft::open(format!("project {}/{}", place.organization(), place.slug()), texts),
        name,
        platform,
        throttle,
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.submit();
    };
    view! {
        <form class="panel-body" novalidate=true on:submit=submit>
            {form.draft.note()}
            {form.sheet.complaints()}
            {form.sheet.text(TextEntry {
                id: NAME,
                is_optional: false,
                hint: "The slug stays when the name changes, so links keep working.".into_any(),
                kind: TextKind::Line,
                example: "",
                value: name,
                check: name_problem,
            })}
            {platform_field(form)}
            {form.sheet.text(TextEntry {
                id: THROTTLE,
                is_optional: false,
                hint: changing_text(move || {
                    let rate = throttle.with(|typed| rate_of(typed));
                    rate.map_or_else(|| "Percent of events that are dropped.".to_owned(), throttle_sentence)
                }),
                kind: TextKind::Number("%"),
                example: "0",
                value: throttle,
                check: throttle_problem,
            })}
            {slider(form)}
            <div class="panel-foot">{save_button("Save", "Saving…", form.sheet.is_busy())}</div>
        </form>
        {form.draft.guard()}
    }
    .into_any()
}

impl Form {
    fn submit(self) {
        let name = self.name.get_untracked().trim().to_owned();
        let typed = self.throttle.get_untracked();
        let all = [(NAME, name_problem(&name)), (THROTTLE, throttle_problem(&typed))];
        let wrong: Vec<(&'static str, String)> = all.into_iter().filter_map(|(id, text)| Some((id, text?))).collect();
        if !self.sheet.begin(&wrong) {
            return;
        }
        let platform = self.platform.get_untracked();
        let body = UpdateProject {
            name,
            platform: (!platform.is_empty()).then_some(platform),
            slug: None,
            event_throttle_rate: rate_of(&typed),
        };
        let (place, saved) = (self.place, self.draft.saved_later());
        spawn(async move {
            match update_project(&place.organization(), &place.slug(), &body).await {
                Ok(project) => {
                    place.changed(&project);
                    let missing = not_kept(&body, &project);
                    if missing.is_empty() {
                        saved();
                        self.sheet.done();
                        place.toasts.say(format!("“{}” was saved", reveal(&project.name)));
                    } else {
                        self.sheet.object(not_kept_text(&missing));
                    }
                }
                Err(error) => self.sheet.refuse(&error, "The project was not saved."),
            }
        });
    }
}

/// What is said when the server said yes and kept something else.
pub fn not_kept_text(missing: &[(&'static str, String)]) -> String {
    let all: Vec<String> = missing
        .iter()
        .map(|(what, has)| {
            let has = if has.is_empty() { "none".to_owned() } else { reveal(has) };
            format!("the {what} is still “{has}”")
        })
        .collect();
    format!(
        "The server accepted the change but did not save all of it: {}.",
        all.join(", ")
    )
}

fn platform_field(form: Form) -> AnyView {
    let is_open = RwSignal::new(false);
    let shown = move || {
        form.platform.with(|id| {
            if id.is_empty() {
                "None".to_owned()
            } else {
                platform::name(id)
            }
        })
    };
    let frame = Frame {
        id: PLATFORM,
        label: form.sheet.label(PLATFORM),
        is_optional: true,
        hint: "Decides which setup guide is shown. Events of any platform are taken.".into_any(),
        problem: form.sheet.problem(PLATFORM, || None),
    };
    let described_by = frame.wiring().described_by;
    let choose = Callback::new(move |id| {
        form.platform.set(id);
        form.sheet.changed(PLATFORM);
    });
    let clear = move || {
        (!form.platform.with(String::is_empty)).then(|| {
            view! {
                <button
                    class="btn small quiet"
                    type="button"
                    on:click=move |_| {
                        choose.run(String::new());
                        crate::browser::dom::focus(crate::browser::dom::by_id(PLATFORM));
                    }
                >
                    "Choose none"
                </button>
            }
            .into_any()
        })
    };
    let control = view! {
        <div class="prj-platform-now">
            <button
                class="btn"
                type="button"
                id=PLATFORM
                aria-haspopup="dialog"
                aria-describedby=described_by
                aria-label=attribute(move || format!("Platform: {}", shown()))
                on:click=move |_| is_open.set(true)
            >
                {changing_text(shown)}
            </button>
            {maybe(clear)}
        </div>
    }
    .into_any();
    let close = Callback::new(move |()| is_open.set(false));
    let dialog = move || {
        is_open
            .get()
            .then(|| platform_dialog(&form.platform.get_untracked(), choose, close))
    };
    view! { {framed(frame, control)} {maybe(dialog)} }.into_any()
}

fn slider(form: Form) -> AnyView {
    let typed = move |text: String| {
        form.throttle.set(text);
        form.sheet.changed(THROTTLE);
    };
    view! {
        <input
            class="prj-slider"
            type="range"
            min="0"
            max="100"
            step="5"
            aria-label="Event throttle, as a slider"
            aria-valuetext=attribute(move || form.throttle.with(|text| rate_of(text)).map_or(String::new(), throttle_sentence))
            prop:value=attribute(move || form.throttle.with(|text| rate_of(text)).unwrap_or_default().to_string())
            on:input:target=move |event| typed(event.target().value())
        />
    }
    .into_any()
}
