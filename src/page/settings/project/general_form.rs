//! The form for name, platform and throttle. Only what was touched is sent, so that what a colleague has changed meanwhile stays.

use super::super::platform_picker::platform_dialog;
use super::place::Place;
use crate::api::projects::update_project;
use crate::browser::dom;
use crate::form_draft::FormDraft;
use crate::reactive::{attribute, changing_text, maybe, spawn};
use crate::route::{ProjectPart, Route};
use crate::ui::form::{FieldName, Frame, Sheet, TextEntry, TextKind, framed, save_button};
use glint_model::platform;
use glint_model::project_form::{GeneralTexts, name_problem, not_kept, rate_of, throttle_problem, throttle_sentence};
use glint_model::reveal::reveal;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

const NAME: &str = "project-name";
const PLATFORM: &str = "project-platform";
const THROTTLE: &str = "project-throttle";

/// What the draft of the form is about.
pub const GENERAL_DRAFT: &str = "general";

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
    /// What the project had when it was loaded, or when it was saved last.
    before: StoredValue<GeneralTexts>,
    name: RwSignal<String>,
    platform: RwSignal<String>,
    throttle: RwSignal<String>,
}

/// The form, with what the project has.
pub fn general_form(place: Place) -> AnyView {
    let before = untrack(|| place.project.with(|load| load.ready().map(GeneralTexts::of))).unwrap_or_default();
    let name = RwSignal::new(before.name.clone());
    let platform = RwSignal::new(before.platform.clone());
    let throttle = RwSignal::new(before.throttle.clone());
    let texts = vec![("name", name), ("platform", platform), ("throttle", throttle)];
    let form = Form {
        place,
        sheet: Sheet::new(FIELDS),
        draft: FormDraft::open(place.draft_about(GENERAL_DRAFT), texts),
        before: StoredValue::new(before),
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
        let typed = GeneralTexts {
            name: self.name.get_untracked(),
            platform: self.platform.get_untracked(),
            throttle: self.throttle.get_untracked(),
        };
        let all = [
            (NAME, name_problem(&typed.name)),
            (THROTTLE, throttle_problem(&typed.throttle)),
        ];
        let wrong: Vec<(&'static str, String)> = all.into_iter().filter_map(|(id, text)| Some((id, text?))).collect();
        if self.sheet.begin(&wrong) {
            spawn(self.send(typed));
        }
    }

    async fn send(self, typed: GeneralTexts) {
        const REFUSED: &str = "The project was not saved.";
        let (place, saved) = (self.place, self.draft.saved_later());
        let (name, mut body) = self.before.with_value(|before| typed.change_from(before));
        if name.is_none() {
            match place.name_now().await {
                Ok(name) => body.name = name,
                Err(error) => return self.sheet.refuse(&error, REFUSED),
            }
        }
        match update_project(&place.organization(), &place.slug(), &body).await {
            Ok(project) => {
                place.changed(&project);
                let missing = not_kept(&body, &project);
                if missing.is_empty() {
                    let now = GeneralTexts::of(&project);
                    saved();
                    self.draft.settle("name", now.name.clone());
                    self.draft.settle("platform", now.platform.clone());
                    self.draft.settle("throttle", now.throttle.clone());
                    self.before.try_set_value(now);
                    self.sheet.done();
                    place.toasts.say(format!("“{}” was saved", reveal(&project.name)));
                } else {
                    self.sheet.object(not_kept_text(&missing));
                }
            }
            Err(error) => self.sheet.refuse(&error, REFUSED),
        }
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
    let guide = Route::project(&form.place.organization(), &form.place.slug(), ProjectPart::Guide).href();
    let frame = Frame {
        id: PLATFORM,
        label: form.sheet.label(PLATFORM),
        is_optional: true,
        hint: view! {
            "Decides which " <a class="link" href=guide>"setup guide"</a> " is shown. Events of any platform are taken."
        }
        .into_any(),
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
                        dom::focus(dom::by_id(PLATFORM));
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
            step="1"
            aria-label="Event throttle, as a slider"
            aria-valuetext=attribute(move || form.throttle.with(|text| rate_of(text)).map_or(String::new(), throttle_sentence))
            prop:value=attribute(move || form.throttle.with(|text| rate_of(text)).unwrap_or_default().to_string())
            on:input:target=move |event| typed(event.target().value())
        />
    }
    .into_any()
}
