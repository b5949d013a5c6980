//! What the form is for, and what it begins with.

use crate::api::monitors::get_monitor;
use crate::load::{Load, load};
use crate::route::{Route, UptimePart};
use crate::session::{Session, SessionState};
use glint_model::error::ApiError;
use glint_model::id::{MonitorId, OrganizationSlug};
use glint_model::wire::monitor::{Monitor, MonitorType};
use leptos::prelude::*;

/// What the form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// A new monitor.
    New,
    /// A new one like this one.
    Copy(MonitorId),
    /// Changing this one.
    Change(MonitorId),
}

impl Aim {
    /// The heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::New => "New monitor",
            Self::Copy(_) => "Copy a monitor",
            Self::Change(_) => "Edit monitor",
        }
    }

    /// What a draft for it is about.
    pub fn about(self, organization: &OrganizationSlug) -> String {
        match self {
            Self::New => format!("monitor {organization} new"),
            Self::Copy(monitor) => format!("monitor {organization} from {monitor}"),
            Self::Change(monitor) => format!("monitor {organization} {monitor}"),
        }
    }

    fn monitor(self) -> Option<MonitorId> {
        match self {
            Self::New => None,
            Self::Copy(monitor) | Self::Change(monitor) => Some(monitor),
        }
    }
}

/// What there is to begin with.
#[derive(Clone, Debug, PartialEq)]
pub enum Start {
    /// Nothing yet.
    Waiting,
    /// The reader may not.
    MayNot,
    /// There is no such monitor.
    Absent,
    /// It is of a type that this build does not know.
    Unknown,
    /// It could not be had.
    Failed(ApiError),
    /// Whoever is signed in, and the monitor to begin with.
    Ready(String, Option<Box<Monitor>>),
}

/// What the URL asks for.
pub fn aim_of(monitor: Option<MonitorId>) -> Memo<Aim> {
    let route = use_context::<Memo<Route>>();
    Memo::new(move |last| {
        if let Some(monitor) = monitor {
            return Aim::Change(monitor);
        }
        match route.map(|route| route.get()) {
            Some(Route::Uptime {
                part: UptimePart::New,
                query,
                ..
            }) => {
                let from = query.iter().find(|(name, _)| name == "from");
                let number = from.and_then(|(_, number)| number.parse().ok());
                number.map_or(Aim::New, |number| Aim::Copy(MonitorId(number)))
            }
            // While another page is about to come, the last one stays.
            _ => last.copied().unwrap_or(Aim::New),
        }
    })
}

/// What there is to begin with, and how to ask again.
pub fn start_of(
    organization: &OrganizationSlug,
    aim: Memo<Aim>,
    may_write: Signal<Option<bool>>,
) -> (Memo<Start>, Callback<()>) {
    let (organization, session) = (organization.clone(), Session::get());
    let monitor = load(move |cancel| {
        let (organization, wanted) = (organization.clone(), aim.get().monitor());
        Box::pin(async move {
            match wanted {
                None => Ok(None),
                Some(id) => get_monitor(&organization, id, &cancel).await.map(Box::new).map(Some),
            }
        })
    });
    let me = Memo::new(move |last: Option<&Option<String>>| match session.state() {
        SessionState::SignedIn(user) => Some(user.email.unwrap_or(user.display)),
        // While the password is asked for, the page stays as it is.
        _ => last.cloned().flatten(),
    });
    let start = Memo::new(move |_| {
        let (may_write, me) = (may_write.get(), me.get());
        if may_write == Some(false) {
            return Start::MayNot;
        }
        match (monitor.get(), me) {
            (Load::Failed(ApiError::NotFound), _) => Start::Absent,
            (Load::Failed(error), _) => Start::Failed(error),
            (Load::Ready(Some(monitor)), _) if monitor.monitor_type == MonitorType::Unknown => Start::Unknown,
            (Load::Ready(monitor), Some(me)) if may_write.is_some() => Start::Ready(me, monitor),
            _ => Start::Waiting,
        }
    });
    (start, Callback::new(move |()| monitor.reload()))
}
