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
pub(crate) fn short_path(path: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::frame_title;
    use crate::testing::texts;
    use crate::wire::entry::Frame;

    /// `function | file:line:column | module`.
    fn title(json: &str, platform: &str) -> String {
        let frame: Frame = serde_json::from_str(json).expect("a frame");
        let title = frame_title(&frame, Some(platform));
        let number = |number: Option<i64>| number.map(|number| format!(":{number}")).unwrap_or_default();
        let place = format!(
            "{}{}{}",
            title.file.unwrap_or_default(),
            number(title.line),
            number(title.column)
        );
        format!("{} | {place} | {}", title.function, title.module.unwrap_or_default())
    }

    #[test]
    fn frames_of_every_platform_read_as_their_own_traces_do() {
        for (platform, json, want) in [
            (
                "python",
                r#"{"module":"shop.gateway","filename":"shop/gateway.py","function":"charge","lineNo":88}"#,
                "charge | shop/gateway.py:88 | shop.gateway",
            ),
            (
                "java",
                r#"{"module":"com.acme.Tree","filename":"Tree.java","function":"visit","lineNo":33}"#,
                "com.acme.Tree.visit | Tree.java:33 | ",
            ),
            (
                "csharp",
                r#"{"module":"System.Runtime.TaskAwaiter","filename":"","function":"MoveNext()","package":"System.Private.CoreLib, Version=8"}"#,
                "System.Runtime.TaskAwaiter.MoveNext() | System.Private.CoreLib, Version=8 | ",
            ),
            (
                "csharp",
                r#"{"module":"Acme.Orders","filename":"C:\\src\\Orders.cs","function":"async Task Orders.Load(Guid id)","lineNo":88}"#,
                "async Task Orders.Load(Guid id) | C:\\src\\Orders.cs:88 | Acme.Orders",
            ),
            (
                "javascript",
                r#"{"module":"app","filename":"../../../src/cart.ts","function":"total","lineNo":4,"colNo":47}"#,
                "total | src/cart.ts:4:47 | app",
            ),
            (
                "javascript",
                r#"{"filename":"https://shop.example/static/app.js","function":"?","lineNo":1,"colNo":9}"#,
                "(anonymous) | static/app.js:1:9 | ",
            ),
            (
                "javascript",
                r#"{"filename":"webpack:///./src/a.tsx","function":"f"}"#,
                "f | src/a.tsx | ",
            ),
            (
                "cocoa",
                r#"{"package":"/private/var/containers/Bundle/Application/X/Acme.app/Acme","function":"start"}"#,
                "start | Acme.app/Acme | ",
            ),
            (
                "php",
                r#"{"filename":"/public/index.php","lineNo":51}"#,
                "(unknown function) | /public/index.php:51 | ",
            ),
            (
                "native",
                r#"{"instruction_addr":"0x55d1c0ffee00"}"#,
                "0x55d1c0ffee00 |  | ",
            ),
            ("native", "{}", "(unknown function) |  | "),
            (
                "python",
                r#"{"function":" ","filename":"a\nb.py","lineNo":0,"colNo":-1}"#,
                "(unknown function) | a | ",
            ),
        ] {
            assert_eq!(title(json, platform), want, "{platform}");
        }
        assert_eq!(
            title(r#"{"platform":"java","module":"a.B","function":"c"}"#, "native"),
            "a.B.c |  | "
        );
    }

    #[test]
    fn a_title_is_one_line_whatever_was_sent() {
        for text in texts(3000) {
            let some = || Some(text.clone());
            let frame = Frame {
                function: some(),
                module: some(),
                filename: some(),
                abs_path: some(),
                package: some(),
                ..Frame::default()
            };
            for platform in ["java", "javascript", "python"] {
                let title = frame_title(&frame, Some(platform));
                assert!(
                    !title.function.is_empty() && !title.function.contains(char::is_control),
                    "{text:?}"
                );
                assert!(
                    title
                        .file
                        .is_none_or(|file| !file.is_empty() && !file.contains(char::is_control)),
                    "{text:?}"
                );
            }
        }
    }
}
