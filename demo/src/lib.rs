//! A GlitchTip in memory: `handle(Request) -> Response` over typed tables with deterministic seed data, and a small
//! axum layer around it. It is what `cargo xtask serve` shows without `--backend` and what the tests talk to.
//!
//! README.md beside this crate lists the users, the sentinels that reach errors and delays, and the control endpoints.

mod arrivals;
mod arrive;
mod billing;
mod billing_control;
mod call;
mod changes;
mod control;
mod csrf;
mod cursor;
mod directory;
mod directory_control;
mod endpoints;
mod envelope;
mod fields;
pub mod http;
mod not_yet;
mod options;
mod page;
mod pages;
mod plans;
mod recordings;
mod rights;
mod routes;
mod search;
mod seed;
mod sentinel;
mod server;
mod session;
mod throttle;
mod totp;
mod update;
mod uptime;
mod uptime_control;
mod usage;
mod users;
mod world;
mod worlds;

pub use options::{Generation, Options};
pub use server::{BACKEND_PREFIXES, Demo, router};
pub use users::{DEMO_USERS, DemoUser, RECOVERY_CODES, TOTP_SECRET};
