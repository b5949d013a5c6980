//! The package that a frame belongs to, as far as its paths and names tell.

use crate::wire::entry::Frame;

/// Folders in which package managers keep what they install, and how many segments a package's name has there.
const INSTALLED: &[(&str, usize)] = &[
    ("node_modules/", 1),
    ("site-packages/", 1),
    ("dist-packages/", 1),
    ("/gems/", 1),
    ("vendor/", 2),
    (".cargo/registry/src/", 2),
];

/// First segments of Java packages that say nothing alone.
const DOMAINS: &[&str] = &[
    "com", "org", "net", "io", "dev", "de", "fr", "uk", "edu", "gov", "me", "co",
];

/// The package, library or image of a frame: `django`, `org.springframework`, `@sentry/browser`, `libc.so.6`.
/// Nothing where nothing tells.
pub fn package_of(frame: &Frame) -> Option<String> {
    let names = [
        frame.filename.as_deref(),
        frame.abs_path.as_deref(),
        frame.module.as_deref(),
    ];
    if names.into_iter().flatten().any(|name| name.starts_with("node:")) {
        return Some("node".to_owned());
    }
    let name = installed(frame)
        .or_else(|| frame.package.as_deref().map(of_image))
        .or_else(|| frame.module.as_deref().and_then(of_module))
        .or_else(|| frame.function.as_deref().and_then(of_function))
        .or_else(|| {
            frame
                .filename
                .as_deref()
                .or(frame.abs_path.as_deref())
                .and_then(of_file)
        })?;
    let name = name.trim();
    (!name.is_empty() && name.chars().count() <= 80).then(|| name.to_owned())
}

fn installed(frame: &Frame) -> Option<String> {
    let paths = [frame.abs_path.as_deref(), frame.filename.as_deref()];
    paths.into_iter().flatten().find_map(|path| {
        let path = path.replace('\\', "/");
        INSTALLED.iter().find_map(|&(folder, segments)| {
            let (_, inside) = path.rsplit_once(folder)?;
            let segments = if inside.starts_with('@') { 2 } else { segments };
            let name: Vec<&str> = inside.split('/').take(segments).collect();
            let name = if folder.starts_with(".cargo") {
                *name.get(1)?
            } else {
                &name.join("/")
            };
            Some(
                if folder == "/gems/" || folder.starts_with(".cargo") {
                    without_version(name)
                } else {
                    name
                }
                .to_owned(),
            )
        })
    })
}

/// `activerecord-7.1.2` without its version.
fn without_version(name: &str) -> &str {
    match name.rsplit_once('-') {
        Some((bare, version)) if version.starts_with(|c: char| c.is_ascii_digit()) => bare,
        _ => name,
    }
}

/// `System.Private.CoreLib, Version=8.0.0.0` or `/usr/lib/dyld` without what is not its name.
fn of_image(package: &str) -> String {
    let name = package.split(',').next().unwrap_or_default();
    name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned()
}

fn of_module(module: &str) -> Option<String> {
    if module.contains('/') {
        // Go names packages by where they are fetched from.
        let parts: Vec<&str> = module.split('/').collect();
        let segments = if parts.first().is_some_and(|host| host.contains('.')) {
            3
        } else {
            1
        };
        return Some(parts.into_iter().take(segments).collect::<Vec<_>>().join("/"));
    }
    let mut parts = module.split('.');
    let first = parts.next().filter(|first| !first.is_empty() && *first != "__main__")?;
    match parts.next() {
        Some(second) if DOMAINS.contains(&first) => Some(format!("{first}.{second}")),
        _ => Some(first.to_owned()),
    }
}

/// `core::option::Option<T>::unwrap` belongs to `core`.
fn of_function(function: &str) -> Option<String> {
    let (first, _) = function.split_once("::")?;
    let first = first.trim_start_matches(['<', '&', '*']);
    let is_name = !first.is_empty() && first.chars().all(|c| c.is_alphanumeric() || c == '_');
    is_name.then(|| first.to_owned())
}

fn of_file(file: &str) -> Option<String> {
    let path = file.split_once("://").map_or(file, |(_, rest)| rest);
    path.split(['/', '\\'])
        .find(|part| !matches!(*part, "" | "." | ".." | "~" | "webpack"))
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::package_of;
    use crate::testing::texts;
    use crate::wire::entry::Frame;

    #[test]
    fn packages_of_every_platform_are_known() {
        for (json, want) in [
            (
                r#"{"module":"django.core.handlers.base","filename":"django/core/handlers/base.py"}"#,
                "django",
            ),
            (
                r#"{"module":"rest_framework.views","absPath":"/usr/lib/python3.13/site-packages/rest_framework/views.py"}"#,
                "rest_framework",
            ),
            (r#"{"filename":"/app/node_modules/express/lib/router.js"}"#, "express"),
            (
                r#"{"filename":"./node_modules/@sentry/browser/build/x.js"}"#,
                "@sentry/browser",
            ),
            (r#"{"filename":"C:\\app\\node_modules\\koa\\index.js"}"#, "koa"),
            (
                r#"{"module":"task_queues","filename":"node:internal/process/task_queues"}"#,
                "node",
            ),
            (
                r#"{"absPath":"/usr/local/bundle/gems/activerecord-7.1.2/lib/x.rb","filename":"active_record/x.rb"}"#,
                "activerecord",
            ),
            (r#"{"filename":"sidekiq/processor.rb"}"#, "sidekiq"),
            (
                r#"{"filename":"/vendor/laravel/framework/src/Illuminate/Pipeline/Pipeline.php"}"#,
                "laravel/framework",
            ),
            (
                r#"{"module":"org.springframework.web.servlet.DispatcherServlet"}"#,
                "org.springframework",
            ),
            (r#"{"module":"java.lang.Thread"}"#, "java"),
            (
                r#"{"module":"github.com/gorilla/mux/v2","filename":"mux.go"}"#,
                "github.com/gorilla/mux",
            ),
            (r#"{"module":"net/http"}"#, "net"),
            (
                r#"{"package":"System.Private.CoreLib, Version=8.0.0.0","module":"System.Runtime"}"#,
                "System.Private.CoreLib",
            ),
            (r#"{"package":"/usr/lib/dyld","function":"start"}"#, "dyld"),
            (
                r#"{"function":"core::option::Option<T>::unwrap","filename":"option.rs"}"#,
                "core",
            ),
            (r#"{"function":"<alloc::boxed::Box<F> as Fn>::call"}"#, "alloc"),
            (
                r#"{"absPath":"/home/ann/.cargo/registry/src/index.crates.io-1/tokio-1.40.0/src/x.rs"}"#,
                "tokio",
            ),
            (r#"{"filename":"https://cdn.example/lib/jquery.js"}"#, "cdn.example"),
            (r#"{"filename":"../../src/cart.ts"}"#, "src"),
            (r#"{"module":"__main__","filename":"main.py"}"#, "main.py"),
        ] {
            let frame: Frame = serde_json::from_str(json).expect("a frame");
            assert_eq!(package_of(&frame).as_deref(), Some(want), "{json}");
        }
    }

    #[test]
    fn where_nothing_tells_nothing_is_claimed() {
        assert_eq!(package_of(&Frame::default()), None);
        for text in texts(3000) {
            let frame = Frame {
                module: Some(text.clone()),
                filename: Some(format!("vendor/{text}")),
                package: Some(text.clone()),
                function: Some(text),
                ..Frame::default()
            };
            assert!(package_of(&frame).is_none_or(|name| !name.trim().is_empty()));
        }
    }
}
