//! The recorded answers.

use serde_json::Value;
use std::path::Path;

/// One recorded answer.
pub struct Recording {
    /// The name of its file.
    pub name: String,
    pub method: String,
    pub path: String,
    pub status: u16,
    query: Value,
    headers: Value,
    /// Text where the answer was no JSON.
    pub body: Value,
}

/// All recordings, or nothing with a message when this clone has none.
pub fn all() -> Option<Vec<Recording>> {
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = crate_folder
        .ancestors()
        .skip(1)
        .take(2)
        .map(|folder| folder.join("shared/contract/recordings"))
        .find(|folder| folder.is_dir());
    let Some(folder) = folder else {
        println!("skipped: there are no recordings in ../shared/contract");
        return None;
    };
    let mut recordings: Vec<Recording> = std::fs::read_dir(&folder)
        .expect("the folder of recordings can be read")
        .map(|entry| entry.expect("an entry of the folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .filter_map(|path| read(&path))
        .collect();
    recordings.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(recordings.len() > 500, "only {} recordings", recordings.len());
    Some(recordings)
}

fn read(path: &Path) -> Option<Recording> {
    let text = std::fs::read_to_string(path).expect("a recording can be read");
    let mut json: Value = serde_json::from_str(&text).expect("a recording is JSON");
    let status = json["status"].as_u64().and_then(|status| u16::try_from(status).ok())?;
    Some(Recording {
        name: path.file_stem()?.to_string_lossy().into_owned(),
        method: json["method"].as_str()?.to_owned(),
        path: json["path"].as_str()?.to_owned(),
        status,
        query: json["query"].take(),
        headers: json["headers"].take(),
        body: json["body"].take(),
    })
}

impl Recording {
    /// A header, by its name in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers[name].as_str()
    }

    /// A parameter of the query.
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query[name].as_str()
    }

    /// Whether it carries JSON that the app would read as data: a success, or allauth's 401.
    pub fn is_answer(&self) -> bool {
        let is_allauth = self.path.starts_with("/_allauth/");
        let is_data = self.body.is_object() || self.body.is_array();
        is_data && (self.status < 300 || is_allauth && self.status == 401)
    }

    /// The body as the client would get it, when it is JSON.
    pub fn body_text(&self) -> String {
        self.body.to_string()
    }

    /// The body as the client would get it, JSON or not.
    pub fn raw_body(&self) -> String {
        match &self.body {
            Value::String(text) => text.clone(),
            Value::Null => String::new(),
            json => json.to_string(),
        }
    }

    /// The entries of the events in the body, whether it is one event or a list.
    pub fn entries(&self) -> Vec<&Value> {
        let events = match &self.body {
            Value::Array(events) => events.iter().collect(),
            event => vec![event],
        };
        events
            .into_iter()
            .filter_map(|event| event["entries"].as_array())
            .flatten()
            .collect()
    }

    /// The kind of endpoint: the method, and the fixed words at the start of the path.
    pub fn group(&self) -> String {
        Self::group_of(&self.method, &self.path)
    }

    pub fn group_of(method: &str, path: &str) -> String {
        let path = path.trim_start_matches("/api/0/").trim_matches('/');
        let parts: Vec<&str> = path.split('/').collect();
        let group = match parts.as_slice() {
            ["organizations" | "teams", _, rest @ ..] => {
                format!("{}/*/{}", parts[0], rest.first().copied().unwrap_or_default())
            }
            ["projects", _, _, rest @ ..] => format!("projects/*/*/{}", rest.first().copied().unwrap_or_default()),
            ["issues", _, rest @ ..] => format!("issues/*/{}", rest.first().copied().unwrap_or_default()),
            ["_allauth", "browser", "v1", rest @ ..] => format!("_allauth/{}", rest.join("/")),
            _ => parts.first().copied().unwrap_or_default().to_owned(),
        };
        format!("{method} {}", group.trim_end_matches('/'))
    }
}
