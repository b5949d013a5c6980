//! Glint's own icons: one family, 16 px, a 1.6 px stroke. Always decoration; the control names itself.

use leptos::prelude::*;

/// Which icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A chevron that opens something.
    Down,
    /// To what is older or before.
    Left,
    /// To what is newer or next.
    Right,
    /// Done.
    Check,
    /// A bell, crossed out.
    Ignore,
    /// Back to the start.
    Undo,
    /// A magnifying glass.
    Search,
    /// Away with it.
    Close,
    /// An issue.
    Issue,
    /// A person.
    Person,
    /// Two persons.
    Team,
    /// A project.
    Project,
    /// Two sheets.
    Copy,
    /// Three lines, to open the navigation.
    Menu,
    /// The sun.
    Light,
    /// The moon.
    Dark,
    /// A screen: as the system has it.
    System,
    /// Through the door.
    SignOut,
    /// A warning triangle.
    Warning,
    /// An arrow out of a box.
    External,
    /// A round arrow.
    Reload,
    /// The newest.
    Newest,
    /// The oldest.
    Oldest,
    /// A bin.
    Delete,
    /// Three dots: more of it.
    More,
    /// Two lines that become one.
    Merge,
    /// Lines close together.
    Density,
    /// A star.
    Star,
    /// A keyboard.
    Keyboard,
    /// To what is above.
    Up,
    /// A plus.
    Add,
    /// A bookmark: a place that was kept.
    Bookmark,
    /// A pencil.
    Edit,
    /// A pulse: uptime.
    Uptime,
    /// A bell.
    Alert,
    /// Corners of a screen.
    Screen,
    /// An arrow into a tray.
    Download,
    /// A wheel with spokes: settings.
    Settings,
    /// A minus.
    Less,
    /// A house: the start.
    Home,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Down => "M4.5 6.5L8 10l3.5-3.5",
            Self::Left => "M10 3.5L5.5 8l4.5 4.5",
            Self::Right => "M6 3.5L10.5 8 6 12.5",
            Self::Check => "M3 8.5l3.2 3L13 4.5",
            Self::Ignore => "M2.5 2.5l11 11M6.5 13h3M4.6 6.3V9L3.3 11.2h7.5M11.4 8.8V6.4a3.4 3.4 0 0 0-5.2-2.9",
            Self::Undo => "M5.5 3L2.5 6l3 3M2.5 6h6.5a4 4 0 0 1 0 8H6",
            Self::Search => "M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM10.5 10.5L14 14",
            Self::Close => "M4 4l8 8M12 4l-8 8",
            Self::Issue => "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM8 5v3.5M8 11v.01",
            Self::Person => "M10.7 5.5a2.7 2.7 0 1 1-5.4 0 2.7 2.7 0 0 1 5.4 0zM2.8 13.5c.8-3 2.8-4 5.2-4s4.4 1 5.2 4",
            Self::Team => {
                "M8.2 5.7a2.2 2.2 0 1 1-4.4 0 2.2 2.2 0 0 1 4.4 0zM1.5 13c.6-2.6 2.2-3.6 4.5-3.6s3.9 1 4.5 3.6M10.6 3.6a2.2 2.2 0 0 1 0 4.2M12.2 9.7c1.3.5 2 1.6 2.3 3.3"
            }
            Self::Project => "M8 2l5.3 3v6L8 14l-5.3-3V5zM2.7 5L8 8l5.3-3M8 8v6",
            Self::Copy => "M5.5 5.5h7.5v7.5H5.5zM3 10.5V3h7.5",
            Self::Menu => "M2.5 4.5h11M2.5 8h11M2.5 11.5h11",
            Self::Light => {
                "M10.8 8a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0zM8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9"
            }
            Self::Dark => "M13.5 9.8A6 6 0 0 1 6.2 2.5a6 6 0 1 0 7.3 7.3z",
            Self::System => "M2 3h12v8H2zM6 14h4M8 11v3",
            Self::SignOut => "M9.5 3H3v10h6.5M6.5 8H14M11.5 5.5L14 8l-2.5 2.5",
            Self::Warning => "M8 2.5L14.5 13.5h-13zM8 6.5V10M8 11.9v.01",
            Self::External => "M7 3.5H3v9.5h9.5V9M9.5 2.5h4v4M13.5 2.5L7.5 8.5",
            Self::Reload => "M13.5 8a5.5 5.5 0 1 1-1.7-4M13.5 2v3.2h-3.2",
            Self::Newest => "M4 3.5L8.5 8 4 12.5M12 3.5v9",
            Self::Oldest => "M12 3.5L7.5 8l4.5 4.5M4 3.5v9",
            Self::Delete => "M3 4.5h10M6.5 4.5V3h3v1.5M4.3 4.5l.6 8.5h6.2l.6-8.5M6.7 7v3.7M9.3 7v3.7",
            Self::More => "M3.5 8v.01M8 8v.01M12.5 8v.01",
            Self::Merge => "M4 2.5c0 4 4 3.5 4 7.5v3.5M12 2.5c0 4-4 3.5-4 7.5M5.8 11.3L8 13.5l2.2-2.2",
            Self::Density => "M2.5 3.5h11M2.5 6.5h11M2.5 9.5h11M2.5 12.5h11",
            Self::Star => "M8 2.2l1.8 3.7 4 .6-2.9 2.8.7 4L8 11.4l-3.6 1.9.7-4L2.2 6.5l4-.6z",
            Self::Keyboard => "M1.5 4h13v8h-13zM4 6.5v.01M6.7 6.5v.01M9.3 6.5v.01M12 6.5v.01M4.5 9.5h7",
            Self::Up => "M4.5 9.5L8 6l3.5 3.5",
            Self::Add => "M8 3v10M3 8h10",
            Self::Bookmark => "M4.5 2.5h7v11L8 10.7l-3.5 2.8z",
            Self::Uptime => "M1.5 8.5h3l2-5 3 9 2-4h3",
            Self::Alert => "M4.6 11.2V6.8a3.4 3.4 0 0 1 6.8 0v4.4M3.3 11.2h9.4M6.5 13.3h3",
            Self::Screen => "M2.5 5.5v-3h3M10.5 2.5h3v3M13.5 10.5v3h-3M5.5 13.5h-3v-3",
            Self::Download => "M8 2.5v7.5M4.8 7L8 10.2 11.2 7M2.8 13.2h10.4",
            Self::Settings => {
                "M10.3 8a2.3 2.3 0 1 1-4.6 0 2.3 2.3 0 0 1 4.6 0zM8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6l1.4 1.4M11 11l1.4 1.4M12.4 3.6L11 5M5 11l-1.4 1.4"
            }
            Self::Home => "M2 7.5L8 2.5l6 5M3.7 6.2v7.3h8.6V6.2M6.6 13.5V9.8h2.8v3.7",
            Self::Less => "M3 8h10",
            Self::Edit => "M3 13l.7-2.9L10.6 3.2l2.2 2.2-6.9 6.9zM9.2 4.6l2.2 2.2",
        }
    }
}

/// Draws an icon; `class` adds to its look.
pub fn icon(icon: Icon, class: &'static str) -> AnyView {
    view! {
        <svg class=format!("i {class}") viewBox="0 0 16 16" aria-hidden="true">
            <path d=icon.path()></path>
        </svg>
    }
    .into_any()
}

/// Glint's own sign.
pub fn logo() -> impl IntoView {
    view! {
        <svg viewBox="0 0 32 32" aria-hidden="true" class="logo-sign">
            <rect width="32" height="32" rx="8"></rect>
            <path d="M16 4.5c.9 6.6 4 9.8 11 11.5-7 1.7-10.1 4.9-11 11.5-.9-6.6-4-9.8-11-11.5 7-1.7 10.1-4.9 11-11.5z"></path>
        </svg>
    }
}
