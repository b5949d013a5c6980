//! The modules of an event.

use serde_json::{Map, Value};

/// The modules whose name or version holds what was typed, in any case; all of them when nothing was.
pub fn found(modules: &Map<String, Value>, typed: &str) -> Vec<(String, Value)> {
    let typed = typed.trim().to_lowercase();
    let holds = |text: &str| text.to_lowercase().contains(&typed);
    modules
        .iter()
        .filter(|(name, version)| typed.is_empty() || holds(name) || version.as_str().is_some_and(holds))
        .map(|(name, version)| (name.clone(), version.clone()))
        .collect()
}

/// All modules as text, one on each line: `django 5.1.4`.
pub fn all_as_text(modules: &Map<String, Value>) -> String {
    let mut text = String::new();
    for (name, version) in modules {
        text.push_str(name);
        match version {
            Value::Null => {}
            Value::String(version) => {
                text.push(' ');
                text.push_str(version);
            }
            version => {
                text.push(' ');
                text.push_str(&version.to_string());
            }
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{all_as_text, found};
    use serde_json::{Map, Value, json};

    fn modules() -> Map<String, Value> {
        let Value::Object(modules) = json!({"Django": "5.1.4", "celery": null, "odd": {"v": 1}}) else {
            panic!("an object")
        };
        modules
    }

    #[test]
    fn modules_are_found_by_name_and_version() {
        let names = |typed: &str| {
            let found = found(&modules(), typed);
            found.into_iter().map(|(name, _)| name).collect::<Vec<_>>()
        };
        assert_eq!(names(" "), ["Django", "celery", "odd"]);
        assert_eq!(names("DJAN"), ["Django"]);
        assert_eq!(names("5.1"), ["Django"]);
        assert!(names("flask").is_empty());
    }

    #[test]
    fn modules_are_copied_one_on_each_line() {
        assert_eq!(all_as_text(&modules()), "Django 5.1.4\ncelery\nodd {\"v\":1}\n");
    }
}
