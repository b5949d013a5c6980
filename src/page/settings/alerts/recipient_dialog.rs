//! The fields of a recipient, in a dialog. It changes the alert on the page; saving that is another step.

use super::desk::Desk;
use crate::reactive::{changing_text, maybe};
use crate::ui::dialog::Dialog;
use crate::ui::form::{FieldName, Sheet, TextEntry, TextKind};
use glint_model::alert_rule::{
    Kind, RecipientField, RecipientForm, api_key_problem, bot_email_problem, channel_problem, tags_problem,
    topic_problem, twin,
};
use glint_model::error::ApiError;
use glint_model::wire::alert::AlertRecipient;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

const fn field(field: RecipientField) -> FieldName {
    FieldName {
        id: id_of(field),
        label: field.label(),
        wire: field.wire(),
    }
}

const fn id_of(field: RecipientField) -> &'static str {
    match field {
        RecipientField::Url => "recipient-url",
        RecipientField::BotEmail => "recipient-bot",
        RecipientField::ApiKey => "recipient-key",
        RecipientField::Channel => "recipient-channel",
        RecipientField::Topic => "recipient-topic",
        RecipientField::Tags => "recipient-tags",
    }
}

const MAIL: &[FieldName] = &[field(RecipientField::Tags)];
const HOOK: &[FieldName] = &[field(RecipientField::Url), field(RecipientField::Tags)];
const ZULIP: &[FieldName] = &[
    field(RecipientField::Url),
    field(RecipientField::BotEmail),
    field(RecipientField::ApiKey),
    field(RecipientField::Channel),
    field(RecipientField::Topic),
    field(RecipientField::Tags),
];

/// The recipient that is open.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Editing {
    /// Its place; none for a new one.
    at: Option<usize>,
    /// As it was.
    base: Option<AlertRecipient>,
    /// Its fields as they were.
    first: RecipientForm,
    /// What was typed into them before and not taken over.
    typed: Option<RecipientForm>,
    /// What the server said about it.
    error: Option<ApiError>,
}

impl Editing {
    /// A new one.
    pub(super) fn new(desk: Desk, kind: Kind) -> Self {
        Self {
            at: None,
            base: None,
            first: RecipientForm::new(kind),
            typed: desk.unfinished(None, kind),
            error: None,
        }
    }

    /// One that is there; none when Glint does not know its type.
    pub(super) fn of(desk: Desk, at: usize, base: &AlertRecipient, error: Option<ApiError>) -> Option<Self> {
        let first = RecipientForm::of(base)?;
        Some(Self {
            at: Some(at),
            typed: desk.unfinished(Some(base), first.kind),
            first,
            base: Some(base.clone()),
            error,
        })
    }
}

impl Desk {
    /// What was typed in the dialog about a recipient, or a new one of this type, and not taken over.
    fn unfinished(self, base: Option<&AlertRecipient>, kind: Kind) -> Option<RecipientForm> {
        self.unfinished.with_value(|all| {
            let found = all.iter().find(|(of, form)| of.as_ref() == base && form.kind == kind);
            found.map(|(_, form)| form.clone())
        })
    }

    /// Keeps that as long as the page is there; `None` forgets it.
    fn lay_aside(self, base: Option<&AlertRecipient>, kind: Kind, form: Option<RecipientForm>) {
        self.unfinished.try_update_value(|all| {
            all.retain(|(of, form)| of.as_ref() != base || form.kind != kind);
            all.extend(form.map(|form| (base.cloned(), form)));
        });
    }
}

/// What is typed.
#[derive(Clone, Copy)]
struct Typed {
    kind: Kind,
    url: RwSignal<String>,
    bot_email: RwSignal<String>,
    api_key: RwSignal<String>,
    channel: RwSignal<String>,
    topic: RwSignal<String>,
    tags: RwSignal<String>,
}

impl Typed {
    fn of(form: RecipientForm) -> Self {
        Self {
            kind: form.kind,
            url: RwSignal::new(form.url),
            bot_email: RwSignal::new(form.bot_email),
            api_key: RwSignal::new(form.api_key),
            channel: RwSignal::new(form.channel),
            topic: RwSignal::new(form.topic),
            tags: RwSignal::new(form.tags),
        }
    }

    fn put(self, form: RecipientForm) {
        self.url.set(form.url);
        self.bot_email.set(form.bot_email);
        self.api_key.set(form.api_key);
        self.channel.set(form.channel);
        self.topic.set(form.topic);
        self.tags.set(form.tags);
    }

    fn form(self) -> RecipientForm {
        RecipientForm {
            kind: self.kind,
            url: self.url.get_untracked(),
            bot_email: self.bot_email.get_untracked(),
            api_key: self.api_key.get_untracked(),
            channel: self.channel.get_untracked(),
            topic: self.topic.get_untracked(),
            tags: self.tags.get_untracked(),
        }
    }
}

/// The dialog.
pub(super) fn recipient_dialog(desk: Desk, editing: Editing) -> AnyView {
    let Editing {
        at,
        base,
        first,
        typed,
        error,
    } = editing;
    let kind = first.kind;
    let is_restored = RwSignal::new(typed.is_some());
    let typed = Typed::of(typed.unwrap_or_else(|| first.clone()));
    let sheet = Sheet::new(match kind {
        Kind::Email => MAIL,
        Kind::Zulip => ZULIP,
        _ => HOOK,
    });
    let start = first.clone();
    let start_over = move || {
        typed.put(start.clone());
        is_restored.set(false);
    };
    let start_over = StoredValue::new_local(start_over);
    let of = base.clone();
    // What is typed and not taken over is here when it is opened again.
    let close = Callback::new(move |()| {
        let form = typed.form();
        desk.lay_aside(of.as_ref(), kind, (form != first).then_some(form));
        desk.editing.set(None);
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let form = typed.form();
        let problems = form.problems().into_iter();
        let wrong: Vec<_> = problems.map(|(field, text)| (id_of(field), text)).collect();
        if !sheet.begin(&wrong) {
            return;
        }
        let recipient = form.to_recipient(base.as_ref());
        if let Some(text) = twin(&untrack(|| desk.told()), at, &recipient) {
            return sheet.object(text);
        }
        sheet.done();
        desk.editing.set(None);
        desk.lay_aside(base.as_ref(), kind, None);
        desk.put_recipient(at, recipient);
    };
    let (title, verb) = match at {
        Some(_) => (format!("Edit {}", kind.name()), "Change the recipient"),
        None => (format!("Tell {}", kind.name()), "Add the recipient"),
    };
    let fields = fields(desk, sheet, typed);
    if let Some(error) = error {
        sheet.refuse(&error, "The recipient was refused.");
    }
    view! {
        <Dialog labelled_by="recipient-title" on_close=close>
            <form class="alr-dialog" novalidate=true on:submit=submit>
                <h2 id="recipient-title">{title}</h2>
                {maybe(move || is_restored.get().then(|| view! {
                    <p class="form-note" role="status">
                        <span>"This is what you typed here before."</span>
                        <button class="btn small" type="button" on:click=move |_| start_over.with_value(|again| again())>
                            "Start over"
                        </button>
                    </p>
                }.into_any()))}
                {sheet.complaints()}
                {fields}
                <p class="hint">"Nothing is sent before the alert is saved."</p>
                <div class="actions">
                    <button class="btn" type="button" on:click=move |_| close.run(())>"Cancel"</button>
                    <button class="btn primary" type="submit">{verb}</button>
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}

fn fields(desk: Desk, sheet: Sheet, typed: Typed) -> AnyView {
    let kind = typed.kind;
    let url = (kind != Kind::Email).then(|| {
        let doubt = changing_text(move || typed.url.with(|url| kind.doubt(url)).unwrap_or_default());
        sheet.text(TextEntry {
            id: id_of(RecipientField::Url),
            is_optional: false,
            hint: view! { {kind.hint()} " " <b>{doubt}</b> }.into_any(),
            kind: TextKind::Address,
            example: "https://…",
            value: typed.url,
            check: kind.address_check(),
        })
    });
    let zulip = (kind == Kind::Zulip).then(|| zulip_fields(sheet, typed));
    let remembers = move || {
        if desk.rules.server.tests_recipients() {
            ""
        } else {
            " This server does not give them back: Glint keeps those typed here in this browser until you sign out."
        }
        .to_owned()
    };
    let tags = sheet.text(TextEntry {
        id: id_of(RecipientField::Tags),
        is_optional: true,
        hint: view! {
            "Names of tags whose values the message shows, with commas between them." {changing_text(remembers)}
        }
        .into_any(),
        kind: TextKind::Address,
        example: "environment, release",
        value: typed.tags,
        check: tags_problem,
    });
    let email = (kind == Kind::Email).then(|| view! { <p class="lead">{kind.hint()}</p> }.into_any());
    (email, url, zulip, tags).into_any()
}

fn zulip_fields(sheet: Sheet, typed: Typed) -> AnyView {
    let entry = |field, is_optional, hint: &'static str, value, check| {
        sheet.text(TextEntry {
            id: id_of(field),
            is_optional,
            hint: hint.into_any(),
            kind: TextKind::Address,
            example: "",
            value,
            check,
        })
    };
    let topic_hint = "“GlitchTip Alerts” when nothing is entered.";
    (
        entry(
            RecipientField::BotEmail,
            false,
            "Of the bot that posts the messages.",
            typed.bot_email,
            bot_email_problem as fn(&str) -> Option<String>,
        ),
        entry(
            RecipientField::ApiKey,
            false,
            "Zulip shows it beside the bot, in its settings.",
            typed.api_key,
            api_key_problem,
        ),
        entry(
            RecipientField::Channel,
            false,
            "The bot has to be allowed to post there.",
            typed.channel,
            channel_problem,
        ),
        entry(RecipientField::Topic, true, topic_hint, typed.topic, topic_problem),
    )
        .into_any()
}
