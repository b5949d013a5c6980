//! A recipient while it is edited, with the fields of its type. What the form does not show stays as it came.

use super::kind::Kind;
use crate::safe_url::SafeUrl;
use crate::wire::alert::AlertRecipient;

/// The topic that Zulip messages have when nobody names one.
const DEFAULT_TOPIC: &str = "GlitchTip Alerts";

/// The longest address that the server keeps.
const LONGEST: usize = 2000;

/// A field of a recipient.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecipientField {
    /// Where it is sent.
    Url,
    /// The address of the bot that sends it.
    BotEmail,
    /// The bot's key.
    ApiKey,
    /// The channel.
    Channel,
    /// The topic in the channel.
    Topic,
    /// Tags that are added to the message.
    Tags,
}

impl RecipientField {
    const ALL: [Self; 6] = [
        Self::Url,
        Self::BotEmail,
        Self::ApiKey,
        Self::Channel,
        Self::Topic,
        Self::Tags,
    ];

    /// What the server calls it.
    pub const fn wire(self) -> &'static str {
        match self {
            Self::Url => "url",
            Self::BotEmail => "botEmail",
            Self::ApiKey => "apiKey",
            Self::Channel => "channel",
            Self::Topic => "topic",
            Self::Tags => "tagsToAdd",
        }
    }

    /// What it is called on screen.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Url => "Address",
            Self::BotEmail => "Bot’s e-mail",
            Self::ApiKey => "Bot’s API key",
            Self::Channel => "Channel",
            Self::Topic => "Topic",
            Self::Tags => "Tags to add",
        }
    }

    /// The field that the server calls so, in either spelling.
    pub(super) fn from_wire(word: &str) -> Option<Self> {
        let plain = word.replace('_', "").to_ascii_lowercase();
        Self::ALL
            .into_iter()
            .find(|field| field.wire().to_ascii_lowercase() == plain)
    }
}

/// A recipient as it is typed.
#[derive(Clone, Debug, PartialEq)]
pub struct RecipientForm {
    /// Its type.
    pub kind: Kind,
    /// Where it is sent.
    pub url: String,
    /// The address of the bot that sends it; Zulip only, as the next three.
    pub bot_email: String,
    /// The bot's key.
    pub api_key: String,
    /// The channel.
    pub channel: String,
    /// The topic.
    pub topic: String,
    /// Names of tags, with commas or spaces between them.
    pub tags: String,
}

impl RecipientForm {
    /// A new one.
    pub fn new(kind: Kind) -> Self {
        let url = if kind == Kind::Email { "" } else { kind.start() };
        Self {
            kind,
            url: url.to_owned(),
            bot_email: String::new(),
            api_key: String::new(),
            channel: String::new(),
            topic: DEFAULT_TOPIC.to_owned(),
            tags: String::new(),
        }
    }

    /// One that is there; none when its type came later than Glint: it is kept as it is.
    pub fn of(recipient: &AlertRecipient) -> Option<Self> {
        let kind = Kind::from_word(&recipient.recipient_type)?;
        let setting = |field: RecipientField| recipient.setting(field.wire()).unwrap_or_default();
        Some(Self {
            kind,
            url: recipient.url.clone().unwrap_or_default(),
            bot_email: setting(RecipientField::BotEmail),
            api_key: setting(RecipientField::ApiKey),
            channel: setting(RecipientField::Channel),
            topic: setting(RecipientField::Topic),
            tags: recipient.tags().join(", "),
        })
    }

    /// What is wrong with it, in the order of the fields.
    pub fn problems(&self) -> Vec<(RecipientField, String)> {
        let mut all = vec![(RecipientField::Url, self.kind.address_check()(&self.url))];
        if self.kind == Kind::Zulip {
            all.extend([
                (RecipientField::BotEmail, bot_email_problem(&self.bot_email)),
                (RecipientField::ApiKey, api_key_problem(&self.api_key)),
                (RecipientField::Channel, channel_problem(&self.channel)),
                (RecipientField::Topic, topic_problem(&self.topic)),
            ]);
        }
        all.push((RecipientField::Tags, tags_problem(&self.tags)));
        all.into_iter()
            .filter_map(|(field, problem)| problem.map(|problem| (field, problem)))
            .collect()
    }

    /// The recipient that it makes of the one it was (`base`), or a new one. All that was not changed stays as it came.
    pub fn to_recipient(&self, base: Option<&AlertRecipient>) -> AlertRecipient {
        let mut recipient = base
            .cloned()
            .unwrap_or_else(|| AlertRecipient::new(self.kind.word(), ""));
        if self.kind != Kind::Email {
            recipient.url = Some(complete(&self.url));
        }
        if self.kind == Kind::Zulip {
            let topic = match self.topic.trim() {
                "" => DEFAULT_TOPIC,
                topic => topic,
            };
            for (field, value) in [
                (RecipientField::BotEmail, self.bot_email.trim()),
                (RecipientField::ApiKey, self.api_key.trim()),
                (RecipientField::Channel, self.channel.trim()),
                (RecipientField::Topic, topic),
            ] {
                if recipient.setting(field.wire()).as_deref() != Some(value) {
                    recipient = recipient.with_setting(field.wire(), value);
                }
            }
        }
        let tags = tags_of(&self.tags);
        if tags != recipient.tags() {
            recipient = recipient.with_tags(&tags);
        }
        recipient
    }
}

/// An address with `https://` before it where no scheme is.
fn complete(text: &str) -> String {
    let text = text.trim();
    if text.contains("://") {
        text.to_owned()
    } else {
        format!("https://{}", text.trim_start_matches('/'))
    }
}

/// Whether a text without `://` begins with a scheme all the same (`mailto:`): what follows a colon is no port.
fn has_other_scheme(text: &str) -> bool {
    let head = text.split(['/', '?', '#']).next().unwrap_or_default();
    head.split_once(':')
        .is_some_and(|(_, port)| !port.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What is wrong with an address; `start` is what stands there before anything is typed.
pub(super) fn address_problem(text: &str, start: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() || text == "https://" {
        return Some("Enter the address.".to_owned());
    }
    if text == start {
        return Some("The address goes on after this. Paste all of it.".to_owned());
    }
    let is_web = match text.split_once("://") {
        Some((scheme, _)) => scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http"),
        None => !has_other_scheme(text),
    };
    if !is_web {
        return Some("Only addresses that begin with https:// or http:// work.".to_owned());
    }
    let whole = complete(text);
    if whole.len() > LONGEST {
        return Some("The server keeps no more than 2 000 characters.".to_owned());
    }
    SafeUrl::web(&whole)
        .is_none()
        .then(|| "This is not an address. It looks like https://hooks.example.com/abc.".to_owned())
}

/// What is wrong with the address of a bot.
pub fn bot_email_problem(text: &str) -> Option<String> {
    let text = text.trim();
    let is_address = text
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && !host.is_empty() && !text.contains(char::is_whitespace));
    (!is_address).then(|| "Enter the bot’s e-mail address, as Zulip shows it.".to_owned())
}

/// What is wrong with the key of a bot.
pub fn api_key_problem(text: &str) -> Option<String> {
    text.trim()
        .is_empty()
        .then(|| "Enter the bot’s API key, as Zulip shows it.".to_owned())
}

/// What is wrong with a channel.
pub fn channel_problem(text: &str) -> Option<String> {
    text.trim().is_empty().then(|| "Enter the channel.".to_owned())
}

/// What is wrong with a topic.
pub fn topic_problem(text: &str) -> Option<String> {
    (text.trim().chars().count() > 60).then(|| "Zulip cuts topics off after 60 characters.".to_owned())
}

/// The names of tags in a text, each once.
pub fn tags_of(text: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in text.split(|c: char| c == ',' || c == ';' || c.is_whitespace()) {
        if !tag.is_empty() && !tags.iter().any(|known| known == tag) {
            tags.push(tag.to_owned());
        }
    }
    tags
}

/// What is wrong with a text of tags.
pub fn tags_problem(text: &str) -> Option<String> {
    let pair = tags_of(text).into_iter().find(|tag| tag.contains([':', '=']));
    pair.map(|tag| format!("“{tag}” looks like a tag with its value: here go names only, such as environment."))
}

/// Whether two recipients are the same place: what goes to one goes to the other.
pub(super) fn is_same_place(one: &AlertRecipient, other: &AlertRecipient) -> bool {
    other.recipient_type == one.recipient_type
        && other.url.as_deref().unwrap_or_default() == one.url.as_deref().unwrap_or_default()
        && ["channel", "topic"]
            .iter()
            .all(|name| other.setting(name) == one.setting(name))
}

/// Why a recipient cannot stand beside the others; `at` is its own place among them.
pub fn twin(recipients: &[AlertRecipient], at: Option<usize>, new: &AlertRecipient) -> Option<String> {
    let has_twin = recipients
        .iter()
        .enumerate()
        .any(|(place, other)| Some(place) != at && is_same_place(other, new));
    has_twin.then(|| match Kind::from_word(&new.recipient_type) {
        Some(Kind::Email) => "This alert tells the team by e-mail already.".to_owned(),
        _ => "This alert has a recipient like this already.".to_owned(),
    })
}

#[cfg(test)]
mod tests;
