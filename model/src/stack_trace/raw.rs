//! A chain as plain text, in the style in which its platform writes traces itself: for those who know that style by
//! heart, for tools that read it, and for copying.

mod apple;
mod dotnet;
mod go;
mod java;
mod javascript;
mod native;
mod parts;
mod php;
mod plain;
mod python;
mod ruby;
mod rust;
#[cfg(test)]
mod tests;

use super::chain::chain;
use crate::wire::entry::{ExceptionData, Frame};
use parts::Thrown;

/// How one platform writes.
struct Style {
    /// Writes a chain, which comes with what was thrown first.
    chain: fn(&mut String, &[Thrown<'_>]),
    /// Writes one frame.
    frame: fn(&mut String, &Frame, Option<&str>),
}

/// The whole chain as plain text, with a line break at its end; empty for no exceptions.
pub fn raw(data: &ExceptionData, platform: Option<&str>) -> String {
    let thrown: Vec<Thrown<'_>> = chain(data)
        .into_iter()
        .filter_map(|link| {
            Some(Thrown {
                exception: data.values.get(link.exception_index)?,
                relation: link.relation,
                platform,
            })
        })
        .collect();
    let is_rust = thrown.iter().any(|thrown| thrown.frames().iter().any(is_of_rust));
    let mut out = String::new();
    if !thrown.is_empty() {
        (style(platform, is_rust).chain)(&mut out, &thrown);
    }
    out
}

/// One frame as plain text, in the same style, without a line break at its end.
pub fn raw_frame(frame: &Frame, platform: Option<&str>) -> String {
    let platform = frame.platform.as_deref().or(platform);
    let mut out = String::new();
    (style(platform, is_of_rust(frame)).frame)(&mut out, frame, platform);
    out.truncate(out.trim_end().len());
    out
}

/// The SDK of Rust calls its platform `native`, as that of C does.
fn is_of_rust(frame: &Frame) -> bool {
    frame.filename.as_deref().is_some_and(|file| file.ends_with(".rs"))
}

fn style(platform: Option<&str>, is_rust: bool) -> Style {
    match platform.unwrap_or_default() {
        "python" => python::STYLE,
        "javascript" | "node" => javascript::STYLE,
        "java" | "kotlin" | "android" | "scala" => java::STYLE,
        "csharp" | "dotnet" => dotnet::STYLE,
        "go" => go::STYLE,
        "ruby" => ruby::STYLE,
        "php" => php::STYLE,
        "rust" => rust::STYLE,
        "native" | "c" if is_rust => rust::STYLE,
        "native" | "c" => native::STYLE,
        "cocoa" | "swift" | "objc" => apple::STYLE,
        name if name.starts_with("javascript-") || name.starts_with("node-") => javascript::STYLE,
        name if name.starts_with("python-") => python::STYLE,
        _ => plain::STYLE,
    }
}
