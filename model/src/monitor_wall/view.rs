//! Which rows of the wall are shown, in which groups and order: what its URL carries.

use super::health::Health;
use super::row::WallRow;
use crate::wire::monitor::MonitorType;

/// What rows are put together by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GroupBy {
    /// Nothing: one list.
    #[default]
    None,
    /// Their project.
    Project,
    /// Their environment.
    Environment,
    /// The beginning of their names.
    Prefix,
}

impl GroupBy {
    /// All of them, as they are offered.
    pub const ALL: [Self; 4] = [Self::None, Self::Project, Self::Environment, Self::Prefix];

    /// The word of a URL.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Project => "project",
            Self::Environment => "environment",
            Self::Prefix => "prefix",
        }
    }

    /// What it is called.
    pub fn label(self) -> &'static str {
        match self {
            Self::None => "No groups",
            Self::Project => "Project",
            Self::Environment => "Environment",
            Self::Prefix => "Name prefix",
        }
    }
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    /// What is down first, and what is down longest before the others.
    #[default]
    Status,
    /// By name.
    Name,
    /// What changed last first.
    Since,
    /// The lowest uptime first.
    Uptime,
    /// The slowest answer first.
    Response,
}

impl SortBy {
    /// All of them, as they are offered.
    pub const ALL: [Self; 5] = [Self::Status, Self::Name, Self::Since, Self::Uptime, Self::Response];

    /// The word of a URL.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Name => "name",
            Self::Since => "since",
            Self::Uptime => "uptime",
            Self::Response => "response",
        }
    }

    /// What it is called.
    pub fn label(self) -> &'static str {
        match self {
            Self::Status => "Down first",
            Self::Name => "Name",
            Self::Since => "Latest change",
            Self::Uptime => "Lowest uptime",
            Self::Response => "Slowest response",
        }
    }
}

/// The state of the wall.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WallView {
    /// Only monitors of this status.
    pub status: Option<Health>,
    /// Only monitors of this type.
    pub kind: Option<MonitorType>,
    /// Only monitors in whose name, address, project, environment and type all words of this are found.
    pub text: String,
    /// The groups.
    pub group: GroupBy,
    /// The order.
    pub sort: SortBy,
}

impl WallView {
    /// Reads the pairs of a URL: `status`, `type`, `text`, `group`, `sort`. What cannot be read is left out; of a name that
    /// repeats the last one counts.
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        let mut view = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                "status" => view.status = Health::parse(value),
                "type" => view.kind = MonitorType::ALL.into_iter().find(|kind| kind.as_str() == value),
                "text" => view.text.clone_from(value),
                "group" => view.group = find(&GroupBy::ALL, |group| group.as_str() == value),
                "sort" => view.sort = find(&SortBy::ALL, |sort| sort.as_str() == value),
                _ => {}
            }
        }
        view
    }

    /// The pairs for a URL; what is the default is left out.
    pub fn to_pairs(&self) -> Vec<(String, String)> {
        let group = (self.group != GroupBy::None).then(|| self.group.as_str());
        let sort = (self.sort != SortBy::Status).then(|| self.sort.as_str());
        [
            ("status", self.status.map(Health::as_str)),
            ("type", self.kind.map(MonitorType::as_str)),
            ("text", Some(self.text.as_str()).filter(|text| !text.is_empty())),
            ("group", group),
            ("sort", sort),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?.to_owned())))
        .collect()
    }

    /// A test of rows, made ready for many of them: whether a row is to be shown if its status did not count.
    pub fn matcher(&self) -> impl Fn(&WallRow) -> bool + use<> {
        let words: Vec<String> = self.text.to_lowercase().split_whitespace().map(str::to_owned).collect();
        let kind = self.kind;
        move |row| {
            kind.is_none_or(|kind| row.kind == kind) && words.iter().all(|word| row.haystack.contains(word.as_str()))
        }
    }
}

fn find<T: Copy + Default>(all: &[T], is_it: impl Fn(&T) -> bool) -> T {
    all.iter().copied().find(|one| is_it(one)).unwrap_or_default()
}

#[cfg(test)]
pub(super) mod tests {
    use super::{GroupBy, SortBy, WallView};
    use crate::monitor_wall::{Health, WallRow};
    use crate::wire::monitor::{Monitor, MonitorType};

    /// A monitor of the wire; `more` are fields, which come before those it has anyway.
    pub fn monitor(more: &str) -> Monitor {
        let defaults = [
            ("monitorType", r#""GET""#),
            ("id", "7"),
            ("created", r#""2026-11-01T00:00:00Z""#),
            ("interval", "60"),
        ];
        let mut text = more.to_owned();
        for (name, value) in defaults {
            if !more.contains(&format!("\"{name}\":")) {
                text.push_str(&format!(
                    r#"{}"{name}":{value}"#,
                    if text.is_empty() { "" } else { "," }
                ));
            }
        }
        serde_json::from_str(&format!("{{{text}}}")).expect("a monitor")
    }

    fn pairs(text: &str) -> Vec<(String, String)> {
        crate::encode::parse_query(text)
    }

    #[test]
    fn the_url_is_read_as_it_is_written() {
        for text in [
            "",
            "status=down",
            "type=TCP%20Port&text=shop%20eu",
            "status=unknown&type=Heartbeat&text=a%26b&group=prefix&sort=response",
            "group=environment&sort=since",
        ] {
            let view = WallView::from_pairs(&pairs(text));
            assert_eq!(view.to_pairs(), pairs(text), "{text}");
        }
        let view = WallView::from_pairs(&pairs("status=x&type=ICMP&group=&sort=down&other=1"));
        assert_eq!(view, WallView::default());
    }

    #[test]
    fn every_choice_has_a_word_and_a_name() {
        for group in GroupBy::ALL {
            let view = WallView::from_pairs(&[("group".to_owned(), group.as_str().to_owned())]);
            assert_eq!(view.group, group);
            assert!(!group.label().is_empty());
        }
        for sort in SortBy::ALL {
            let view = WallView::from_pairs(&[("sort".to_owned(), sort.as_str().to_owned())]);
            assert_eq!(view.sort, sort);
            assert!(!sort.label().is_empty());
        }
    }

    #[test]
    fn all_words_have_to_be_there_in_whatever_case_and_place() {
        let row = WallRow::of(&monitor(
            r#""name":"Shop API","url":"https://eu.shop.example","projectName":"Checkout","envName":"live""#,
        ));
        let is_shown = |text: &str, kind: Option<MonitorType>| {
            let view = WallView {
                text: text.to_owned(),
                kind,
                status: Some(Health::Down),
                ..WallView::default()
            };
            view.matcher()(&row)
        };
        for text in ["", "  ", "shop", "API shop", "CHECKOUT eu", "live get"] {
            assert!(is_shown(text, None), "{text}");
        }
        assert!(!is_shown("shop us", None));
        assert!(is_shown("", Some(MonitorType::Get)));
        assert!(!is_shown("", Some(MonitorType::Ping)));
    }
}
