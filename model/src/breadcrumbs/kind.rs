//! What kind of thing a breadcrumb tells of. Many SDKs send `default` for all of them and say it with the category.

/// A kind of breadcrumb; each has a sign of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CrumbKind {
    /// A request to some server.
    Http,
    /// From one place of the application to another.
    Navigation,
    /// What somebody did.
    User,
    /// A database was asked.
    Query,
    /// A line of the browser's console.
    Console,
    /// A line of a log.
    Log,
    /// Another error.
    Error,
    /// What the device or the system did.
    System,
    /// Anything else.
    Other,
}

impl CrumbKind {
    /// The name of its sign.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Http => "http",
            Self::Navigation => "navigation",
            Self::User => "user",
            Self::Query => "query",
            Self::Console => "console",
            Self::Log => "log",
            Self::Error => "error",
            Self::System => "system",
            Self::Other => "other",
        }
    }
}

/// The kind, and the word for it.
pub(super) fn kind_of(kind: &str, category: &str) -> (CrumbKind, String) {
    let word = kind.to_ascii_lowercase();
    let known = match word.as_str() {
        "http" => CrumbKind::Http,
        "navigation" => CrumbKind::Navigation,
        "user" | "ui" => CrumbKind::User,
        "query" | "sql" => CrumbKind::Query,
        "error" | "exception" => CrumbKind::Error,
        "log" | "debug" | "info" => CrumbKind::Log,
        "system" | "device" | "session" => CrumbKind::System,
        "console" => CrumbKind::Console,
        "" | "default" => {
            let told = of_category(&category.to_ascii_lowercase());
            let word = if told == CrumbKind::Other {
                "default"
            } else {
                told.as_str()
            };
            return (told, word.to_owned());
        }
        _ => CrumbKind::Other,
    };
    (
        known,
        if known == CrumbKind::Other {
            kind.to_owned()
        } else {
            word
        },
    )
}

fn of_category(category: &str) -> CrumbKind {
    let area = category.split('.').next().unwrap_or_default();
    match (area, category) {
        (_, "ui.lifecycle" | "network.event") => CrumbKind::System,
        ("http" | "fetch" | "xhr" | "httplib" | "requests" | "aiohttp", _) => CrumbKind::Http,
        ("navigation", _) => CrumbKind::Navigation,
        ("ui" | "touch", _) => CrumbKind::User,
        ("query" | "sql" | "db" | "redis", _) => CrumbKind::Query,
        ("console", _) => CrumbKind::Console,
        ("log" | "logger" | "logging", _) => CrumbKind::Log,
        ("error" | "exception", _) | (_, "sentry.event") => CrumbKind::Error,
        ("device" | "app" | "system", _) => CrumbKind::System,
        _ => CrumbKind::Other,
    }
}
