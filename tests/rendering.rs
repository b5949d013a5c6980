//! Widgets rendered to HTML on the host, parsed, and looked at as a structure: hostile data never becomes markup or a
//! link, folding and counting are right, and every control has a name.
//!
//! `cargo test --features ssr --test rendering`
#![cfg(feature = "ssr")]

#[path = "rendering/chart.rs"]
mod chart;
#[path = "rendering/hostile.rs"]
mod hostile;
#[path = "rendering/markdown.rs"]
mod markdown;
#[path = "rendering/names.rs"]
mod names;
#[path = "rendering/page.rs"]
mod page;
#[path = "rendering/recorded.rs"]
mod recorded;
#[path = "rendering/sample.rs"]
mod sample;
#[path = "rendering/stack_trace.rs"]
mod stack_trace;
#[path = "rendering/values.rs"]
mod values;
