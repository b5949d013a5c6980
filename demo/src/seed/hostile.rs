//! Issues that an attacker or a broken SDK could send: markup, links that are scripts, endless text, nothing at all.
//! All of them live in the first project.

use crate::seed::template::{Caught, Thrown};
use glint_model::wire::issue::{IssueType, Level, Metadata};

/// What is odd about the event besides its title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Twist {
    /// Only the title.
    TitleOnly,
    /// Markup in tags, locals, breadcrumbs, user and request.
    Markup,
    /// `javascript:` and `data:` URLs wherever a link might be made.
    Links,
    /// 2 000 frames of a function that calls itself.
    Recursion,
    /// Locals and contexts sixty levels deep.
    Deep,
    /// 200 tags, some of them with odd keys.
    ManyTags,
    /// No entries, no tags, nothing.
    Nothing,
    /// An exception that has only a type or only a message.
    Bare,
    /// Keys such as `__proto__` and types that nobody expects in contexts.
    OddShapes,
    /// Errors that the server noted while it took the event in.
    Processing,
}

/// One odd issue.
#[derive(Debug)]
pub struct Hostile {
    /// The kind of report.
    pub kind: IssueType,
    /// How bad it says it is.
    pub level: Level,
    /// The exception's type; empty means none was sent.
    pub type_name: &'static str,
    /// The exception's message, or the whole message.
    pub value: &'static str,
    /// How often the value is repeated.
    pub times: usize,
    /// What else is odd.
    pub twist: Twist,
}

/// The odd issues.
pub const HOSTILE: [Hostile; 16] = [
    error(
        "ValueError",
        "<script>alert('title')</script><img src=x onerror=alert(1)>",
        Twist::Markup,
    ),
    error(
        "HTTPError",
        "javascript:alert(document.domain)//https://example.com",
        Twist::Links,
    ),
    error(
        "\u{202e}rorrEtfel-ot-thgir",
        "שלום עולם، مرحبا بالعالم \u{202e}txt.exe",
        Twist::TitleOnly,
    ),
    error("EmojiError", "💥🔥👩‍👩‍👧‍👦🏳️‍🌈 failed to 🛒 the 🧾", Twist::TitleOnly),
    error("Z̴̢̛a̷̧͝l̶̰̈́g̸͚̈́ő̵̳Error", "Ḩ̸̛̦͎̬͂̈́͝e̶̡̛͚̝͊̈́ ̷̢̛̰͚̈́̋̕c̸̢̛̣̈́̄̚o̶̧̖͑̈́͘m̸̺̬̈́̽ȩ̵̛̦̈́̚s̶͎̈́̕", Twist::TitleOnly),
    Hostile {
        times: 300,
        ..error("SerializationFailure", "x", Twist::TitleOnly)
    },
    error("RecursionError", "maximum recursion depth exceeded", Twist::Recursion),
    error("DeepError", "a value sixty levels deep", Twist::Deep),
    error("TagFlood", "two hundred tags on one event", Twist::ManyTags),
    Hostile {
        kind: IssueType::Default,
        ..error("", "", Twist::Nothing)
    },
    error("BareError", "", Twist::Bare),
    error("", "only a value", Twist::Bare),
    error("__proto__", "constructor.prototype.polluted", Twist::OddShapes),
    error(
        "DataError",
        "line one\nline two\n\n\tline four with a tab",
        Twist::TitleOnly,
    ),
    error("SourceMapError", "minified file without its map", Twist::Processing),
    Hostile {
        kind: IssueType::Default,
        level: Level::Warning,
        ..error(
            "",
            "{{ template }} {% injection %} ${jndi:ldap://x} %s %d '; DROP TABLE issues; --",
            Twist::Markup,
        )
    },
];

const fn error(type_name: &'static str, value: &'static str, twist: Twist) -> Hostile {
    Hostile {
        kind: IssueType::Error,
        level: Level::Error,
        type_name,
        value,
        times: 1,
        twist,
    }
}

impl Hostile {
    /// The whole message.
    pub fn text(&self) -> String {
        self.value.repeat(self.times)
    }

    /// What the title is made of.
    pub fn metadata(&self) -> Metadata {
        if self.kind == IssueType::Default {
            return Metadata::default();
        }
        Metadata {
            kind: Some(self.type_name.to_owned()).filter(|kind| !kind.is_empty()),
            value: Some(self.text()),
            ..Metadata::default()
        }
    }

    /// The title where the metadata does not say it.
    pub fn title(&self) -> Option<String> {
        let text = if self.twist == Twist::Nothing {
            "<untitled>".to_owned()
        } else {
            self.text()
        };
        (self.kind == IssueType::Default).then_some(text)
    }

    /// The exception without its frames; its message is `text`.
    pub fn thrown(&self) -> Thrown {
        Thrown {
            kind: self.type_name,
            value: self.value,
            module: "",
            mechanism: if self.twist == Twist::Bare {
                Caught::Nothing
            } else {
                Caught::Handled("generic")
            },
            frames: &[],
        }
    }
}
