//! What GlitchTip says and what follows from it. No browser, no Leptos, no I/O.
//!
//! `wire` holds the answers and bodies of the REST API as the server spells them; everything beside it is
//! pure functions over those types, each with its native tests.

pub mod id;
pub mod timestamp;
pub mod wire;
