//! What goes wrong on each platform: one file a project.

mod python;
mod react;

use crate::seed::template::Platform;

/// The projects of Acme, then the one of Globex.
pub const PLATFORMS: &[&Platform] = &[&python::PLATFORM, &react::PLATFORM];
