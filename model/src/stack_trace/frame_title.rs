//! The one line that says what a frame is.

use crate::text::first_line;
use crate::wire::entry::Frame;

/// What stands in a frame's head. Hostile text, one line each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameTitle {
    /// The function, never empty; in Java and the like with its module before it.
    pub function: String,
    /// The file, as short as it still tells where it is.
    pub file: Option<String>,
    /// The line, from 1.
    pub line: Option<i64>,
    /// The column, from 1.
    pub column: Option<i64>,
    /// The module, where the function does not name it already.
    pub module: Option<String>,
}

/// The title of a frame of an event of this platform; a frame's own platform comes first.
pub fn frame_title(frame: &Frame, platform: Option<&str>) -> FrameTitle {
    let platform = frame.platform.as_deref().or(platform).unwrap_or_default();
    let module = line(frame.module.as_deref());
    let (function, module) = match (function_of(frame, platform), module) {
        // .NET's functions are whole signatures, which read badly behind a module.
        (function, Some(module)) if is_module_first(platform) && !function.contains(char::is_whitespace) => {
            (format!("{module}.{function}"), None)
        }
        (function, module) => (function, module),
    };
    FrameTitle {
        function,
        file: file_of(frame),
        line: frame.line_no.filter(|line| *line > 0),
        column: frame.col_no.filter(|column| *column > 0),
        module,
    }
}

fn is_module_first(platform: &str) -> bool {
    matches!(platform, "java" | "kotlin" | "android" | "csharp" | "dotnet")
}

fn function_of(frame: &Frame, platform: &str) -> String {
    match line(frame.function.as_deref()).filter(|name| !matches!(name.as_str(), "?" | "<unknown>")) {
        Some(name) => name,
        None if platform.starts_with("javascript") || platform == "node" => "(anonymous)".to_owned(),
        None => line(frame.instruction_addr.as_deref()).unwrap_or_else(|| "(unknown function)".to_owned()),
    }
}

fn file_of(frame: &Frame) -> Option<String> {
    [&frame.filename, &frame.abs_path, &frame.package]
        .into_iter()
        .find_map(|path| line(path.as_deref()))
        .map(|path| short_path(&path))
        .filter(|path| !path.is_empty())
}

/// A path without what only says where the build or the device kept it.
fn short_path(path: &str) -> String {
    if let Some(at) = path.find(".app/") {
        let bundle = path[..at].rfind('/').map_or(0, |slash| slash + 1);
        return path[bundle..].to_owned();
    }
    let inner = path
        .strip_prefix("webpack-internal://")
        .or_else(|| path.strip_prefix("webpack://"))
        .unwrap_or(path);
    let inner = match inner.split_once("://") {
        Some((_, rest)) => rest.split_once('/').map_or(rest, |(_, path)| path),
        None => inner,
    };
    let mut rest = inner.trim_start_matches('/');
    while let Some(inner) = rest.strip_prefix("../").or_else(|| rest.strip_prefix("./")) {
        rest = inner;
    }
    // A path from the root of a file system keeps its root; only dots and addresses are taken off.
    if path.starts_with('/') {
        path.to_owned()
    } else {
        rest.to_owned()
    }
}

fn line(text: Option<&str>) -> Option<String> {
    text.map(first_line).filter(|line| !line.is_empty())
}
