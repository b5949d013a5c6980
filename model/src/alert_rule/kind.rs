//! The types of recipients that servers know.

/// A type of recipient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The members of the project's teams.
    Email,
    /// Anything that takes what Slack takes.
    Webhook,
    /// A channel of Discord.
    Discord,
    /// A space of Google Chat.
    GoogleChat,
    /// A topic of ntfy (6.1).
    Ntfy,
    /// A workflow of Microsoft Teams (6.1).
    Teams,
    /// A topic of Zulip (6.1).
    Zulip,
    /// A bot of Feishu or Lark (6.1).
    Feishu,
}

impl Kind {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 8] = [
        Self::Email,
        Self::Webhook,
        Self::Discord,
        Self::GoogleChat,
        Self::Ntfy,
        Self::Teams,
        Self::Zulip,
        Self::Feishu,
    ];

    /// The type that the server calls so; none for one that came later.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// What the server calls it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Webhook => "webhook",
            Self::Discord => "discord",
            Self::GoogleChat => "googlechat",
            Self::Ntfy => "ntfy",
            Self::Teams => "teams",
            Self::Zulip => "zulip",
            Self::Feishu => "feishu",
        }
    }

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Email => "E-mail",
            Self::Webhook => "Webhook",
            Self::Discord => "Discord",
            Self::GoogleChat => "Google Chat",
            Self::Ntfy => "ntfy",
            Self::Teams => "Microsoft Teams",
            Self::Zulip => "Zulip",
            Self::Feishu => "Feishu (Lark)",
        }
    }

    /// Whether servers of 2025 know it.
    pub fn is_in_5_2(self) -> bool {
        matches!(self, Self::Email | Self::Webhook | Self::Discord | Self::GoogleChat)
    }

    /// How its addresses begin where they all begin alike; a new recipient has this already.
    pub fn start(self) -> &'static str {
        match self {
            Self::Discord => "https://discord.com/api/webhooks/",
            Self::GoogleChat => "https://chat.googleapis.com/v1/spaces/",
            Self::Ntfy => "https://ntfy.sh/",
            Self::Feishu => "https://open.feishu.cn/open-apis/bot/v2/hook/",
            Self::Email | Self::Webhook | Self::Teams | Self::Zulip => "https://",
        }
    }

    /// Where the address comes from.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Email => "Goes to every member of the project’s teams who has not turned it off.",
            Self::Webhook => "Slack, Mattermost, Rocket.Chat and others call it an incoming webhook.",
            Self::Discord => "In Discord: the channel’s settings, Integrations, Webhooks.",
            Self::GoogleChat => "In Google Chat: the space’s menu, Apps & integrations, Webhooks.",
            Self::Ntfy => "The address of the topic, on ntfy.sh or a server of your own.",
            Self::Teams => "The address of a workflow that posts what a webhook brings.",
            Self::Zulip => "The address of your Zulip; the message is sent by a bot.",
            Self::Feishu => "The address of a custom bot of the group.",
        }
    }

    /// What makes one doubt an address, although the server takes it: it does not begin as they do. A server of one’s own
    /// behind a proxy may be so.
    pub fn doubt(self, address: &str) -> Option<String> {
        let address = address.trim();
        let is_begun = !address.is_empty() && !self.start().starts_with(address);
        let is_strict = matches!(self, Self::Discord | Self::GoogleChat);
        (is_strict && is_begun && !address.starts_with(self.start())).then(|| {
            format!(
                "Addresses of {} begin with {} : is this one right?",
                self.name(),
                self.start()
            )
        })
    }

    /// What is wrong with an address, by a function that a field of a form can hold.
    pub fn address_check(self) -> fn(&str) -> Option<String> {
        use super::recipient_form::address_problem as problem;
        match self {
            Self::Email => |_| None,
            Self::Discord => |text| problem(text, Self::Discord.start()),
            Self::GoogleChat => |text| problem(text, Self::GoogleChat.start()),
            Self::Ntfy => |text| problem(text, Self::Ntfy.start()),
            Self::Feishu => |text| problem(text, Self::Feishu.start()),
            Self::Webhook | Self::Teams | Self::Zulip => |text| problem(text, "https://"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn words_lead_back_to_their_types() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_word(kind.word()), Some(kind));
        }
        assert_eq!(Kind::from_word("pager"), None);
        assert_eq!(Kind::ALL.into_iter().filter(|kind| kind.is_in_5_2()).count(), 4);
    }

    #[test]
    fn an_address_of_elsewhere_is_doubted_and_no_more() {
        assert!(Kind::Discord.doubt("https://discord.example/1").is_some());
        assert_eq!(Kind::Discord.doubt("https://discord.com/api/webhooks/1/x"), None);
        assert_eq!(Kind::Discord.doubt("https://disc"), None);
        assert_eq!(Kind::Webhook.doubt("https://hooks.example"), None);
    }
}
