//! Static files, served the way a content delivery network serves them.

use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use super::rules::Rules;

/// A folder of files under a path of the origin.
pub struct Site {
    /// The folder.
    pub folder: PathBuf,
    /// Where the site starts: `/`, or a path that starts and ends with a slash.
    pub base: String,
    /// The headers to add.
    pub rules: Rules,
}

impl Site {
    /// What follows the site's base in `path`, without a slash before it; nothing when `path` lies elsewhere.
    pub fn below_base<'p>(&self, path: &'p str) -> Option<&'p str> {
        path.strip_prefix(self.base.as_str())
    }

    /// The file for a path; `index.html` where there is none, since the app has the say over its own paths;
    /// 404 below `b/`, where a missing file is one of a build that is gone.
    pub async fn answer(&self, method: &Method, path: &str, asked: &HeaderMap) -> Response {
        if method != Method::GET && method != Method::HEAD {
            return StatusCode::METHOD_NOT_ALLOWED.into_response();
        }
        let Some(relative) = self.below_base(path) else {
            let mut response = StatusCode::TEMPORARY_REDIRECT.into_response();
            if let Ok(base) = HeaderValue::try_from(&self.base) {
                response.headers_mut().insert("location", base);
            }
            return response;
        };
        let mut rule_paths = vec![path.to_owned()];
        let file = match self.find(relative) {
            Some(file) => file,
            None if relative.starts_with("b/") => {
                return (StatusCode::NOT_FOUND, [("cache-control", "no-store")], "Not found").into_response();
            }
            None => {
                rule_paths.push(format!("{}index.html", self.base));
                self.folder.join("index.html")
            }
        };
        let mut response = read(&file, asked).await;
        for rule_path in rule_paths {
            self.rules.apply(&rule_path, response.headers_mut());
        }
        response
    }

    fn find(&self, relative: &str) -> Option<PathBuf> {
        let mut file = self.folder.clone();
        for segment in relative.split('/') {
            // No name in the site needs escaping, so an escape can only be a way out of the folder.
            if segment.is_empty() || segment.starts_with('.') || segment.contains(['\\', '%', ':']) {
                return None;
            }
            file.push(segment);
        }
        file.is_file().then_some(file)
    }
}

async fn read(file: &Path, asked: &HeaderMap) -> Response {
    let accepted = asked
        .get(ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let accepted: Vec<&str> = accepted
        .split(',')
        .filter_map(|part| part.split(';').next())
        .map(str::trim)
        .collect();
    let variants = [("br", "br"), ("gz", "gzip")];
    let variant = variants.into_iter().find_map(|(suffix, coding)| {
        let mut name = file.as_os_str().to_owned();
        name.push(format!(".{suffix}"));
        let path = PathBuf::from(name);
        (accepted.contains(&coding) && path.is_file()).then_some((path, coding))
    });
    let path = variant
        .as_ref()
        .map_or_else(|| file.to_owned(), |(path, _)| path.clone());
    let Ok(Ok(bytes)) = tokio::task::spawn_blocking(move || std::fs::read(path)).await else {
        return (StatusCode::NOT_FOUND, "Not found").into_response();
    };

    let tag = Sha256::digest(&bytes)
        .iter()
        .take(8)
        .fold(String::new(), |tag, byte| format!("{tag}{byte:02x}"));
    let tag = format!("\"{tag}\"");
    let unchanged = asked
        .get(IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let mut response = Response::new(if unchanged { Body::empty() } else { Body::from(bytes) });
    if unchanged {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type(file)));
    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    if let Ok(tag) = HeaderValue::try_from(tag) {
        headers.insert(ETAG, tag);
    }
    if let Some((_, coding)) = variant {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    response
}

/// The media type of a file by the end of its name.
pub fn media_type(file: &Path) -> &'static str {
    match file
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default()
    {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> (Site, PathBuf) {
        let folder = std::env::temp_dir().join(format!("glint-files-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("b/1")).unwrap();
        for (name, text) in [
            ("index.html", "page"),
            ("b/1/app.js", "plain"),
            ("b/1/app.js.br", "packed"),
        ] {
            std::fs::write(folder.join(name), text).unwrap();
        }
        let rules = Rules::parse(&crate::web::security::headers_file("/sub/", &[]));
        (
            Site {
                folder: folder.clone(),
                base: "/sub/".into(),
                rules,
            },
            folder,
        )
    }

    #[tokio::test]
    async fn serves_like_a_network() {
        let (site, folder) = site();
        let get = async |path: &str, coding: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_ENCODING, HeaderValue::from_static(coding));
            let response = site.answer(&Method::GET, path, &headers).await;
            let (parts, body) = response.into_parts();
            let body = axum::body::to_bytes(body, 1000).await.unwrap();
            (
                parts.status.as_u16(),
                parts.headers,
                String::from_utf8(body.to_vec()).unwrap(),
            )
        };

        let (status, headers, body) = get("/sub/b/1/app.js", "gzip, br").await;
        assert_eq!((status, body.as_str()), (200, "packed"));
        assert_eq!(headers["content-encoding"], "br");
        assert!(headers["cache-control"].to_str().unwrap().contains("immutable"));

        let (_, headers, body) = get("/sub/b/1/app.js", "identity").await;
        assert_eq!(body, "plain");
        assert!(!headers.contains_key("content-encoding"));

        let (status, headers, body) = get("/sub/acme/issues", "br").await;
        assert_eq!((status, body.as_str()), (200, "page"));
        assert_eq!(headers["cache-control"], "no-cache");

        assert_eq!(get("/sub/b/0/app.js", "br").await.0, 404);
        assert_eq!(get("/elsewhere", "br").await.0, 307);
        assert_eq!(get("/sub/../Cargo.toml", "br").await.2, "page");
        std::fs::remove_dir_all(folder).unwrap();
    }
}
