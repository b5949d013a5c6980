//! What can be chosen when a demo server is started.

use glint_model::timestamp::Timestamp;
use std::path::PathBuf;
use std::str::FromStr;

/// Which generation of GlitchTip is played.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Generation {
    /// The server of late 2025 that the recordings were made of.
    #[default]
    V5_2,
    /// The server of mid 2026: adds what `contract/api-6.1.md` lists.
    V6_1,
}

impl FromStr for Generation {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "5.2" => Ok(Self::V5_2),
            "6.1" => Ok(Self::V6_1),
            other => Err(format!("no generation {other:?}: the demo plays 5.2 and 6.1")),
        }
    }
}

/// How a demo server is set up.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The generation to play.
    pub generation: Generation,
    /// The moment that counts as the server's start; events lie in the 30 days before it. None means the real time.
    /// With it the clock stands still, so that answers are the same byte for byte.
    pub now: Option<Timestamp>,
    /// The folder of recorded answers (`contract/recordings`), served as issues and organizations named `rec-<stem>`.
    pub recordings: Option<PathBuf>,
    /// Whether every member may delete projects, keys, alerts and teams, as on the real server; false is strict.
    pub lax_permissions: bool,
}
