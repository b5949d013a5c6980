//! Which parts of an event go along.

/// A part of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Level, status, release, when and how often.
    Facts,
    /// Exceptions with their stack traces, or the report of a Content Security Policy.
    Exceptions,
    /// Local variables of the application's frames.
    Locals,
    /// The message.
    Message,
    /// What happened before.
    Breadcrumbs,
    /// The HTTP request.
    Request,
    /// Who it happened to, and what they wrote.
    User,
    /// The tags.
    Tags,
    /// Device, system, runtime.
    Contexts,
    /// What the application added, and entries that this build does not know.
    Extra,
    /// Modules with their versions.
    Modules,
    /// What sent the event.
    Sdk,
}

impl Section {
    /// All of them, in the order in which they stand in the text.
    pub const ALL: [Self; 12] = [
        Self::Facts,
        Self::Exceptions,
        Self::Locals,
        Self::Message,
        Self::Breadcrumbs,
        Self::Request,
        Self::User,
        Self::Tags,
        Self::Contexts,
        Self::Extra,
        Self::Modules,
        Self::Sdk,
    ];

    /// What the choice is called.
    pub fn label(self) -> &'static str {
        match self {
            Self::Facts => "Facts",
            Self::Exceptions => "Exceptions",
            Self::Locals => "Local variables",
            Self::Message => "Message",
            Self::Breadcrumbs => "Breadcrumbs",
            Self::Request => "Request",
            Self::User => "User",
            Self::Tags => "Tags",
            Self::Contexts => "Contexts",
            Self::Extra => "Extra",
            Self::Modules => "Modules",
            Self::Sdk => "SDK",
        }
    }

    /// The word that it is kept by.
    fn word(self) -> &'static str {
        match self {
            Self::Facts => "facts",
            Self::Exceptions => "exceptions",
            Self::Locals => "locals",
            Self::Message => "message",
            Self::Breadcrumbs => "breadcrumbs",
            Self::Request => "request",
            Self::User => "user",
            Self::Tags => "tags",
            Self::Contexts => "contexts",
            Self::Extra => "extra",
            Self::Modules => "modules",
            Self::Sdk => "sdk",
        }
    }

    fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// Some of the sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sections(u16);

impl Default for Sections {
    /// What a reader needs to understand the error, without what is mostly about a person.
    fn default() -> Self {
        [
            Section::Facts,
            Section::Exceptions,
            Section::Message,
            Section::Breadcrumbs,
            Section::Request,
            Section::Tags,
            Section::Contexts,
        ]
        .into_iter()
        .fold(Self(0), |all, one| all.with(one, true))
    }
}

impl Sections {
    /// Every section.
    pub const EVERY: Self = Self(u16::MAX);

    /// Whether a section is among them.
    pub fn has(self, section: Section) -> bool {
        self.0 & section.bit() != 0
    }

    /// The same with a section put in or taken out.
    pub fn with(self, section: Section, is_in: bool) -> Self {
        Self(if is_in {
            self.0 | section.bit()
        } else {
            self.0 & !section.bit()
        })
    }

    /// The choice as it is kept: `facts exceptions tags`.
    pub fn to_text(self) -> String {
        let words: Vec<&str> = Section::ALL
            .into_iter()
            .filter(|section| self.has(*section))
            .map(Section::word)
            .collect();
        words.join(" ")
    }

    /// Reads what was kept; words that it does not know are passed over.
    pub fn parse(text: &str) -> Self {
        Section::ALL
            .into_iter()
            .filter(|section| text.split_whitespace().any(|word| word == section.word()))
            .fold(Self(0), |all, one| all.with(one, true))
    }
}
