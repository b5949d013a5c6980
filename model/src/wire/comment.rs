//! Comments on an issue: `GET|POST /api/0/issues/{issue}/comments/`, `PUT|DELETE .../comments/{comment}/`.

use crate::timestamp::Timestamp;
use serde::{Deserialize, Serialize};

/// A comment. The server does not say whether it was edited.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Comment {
    /// What it says.
    #[serde(default)]
    pub data: CommentData,
    /// Always `note`.
    #[serde(rename = "type", default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub kind: Option<String>,
    /// When it was written.
    pub date_created: Timestamp,
    /// Who wrote it; null when the account is gone.
    #[serde(default)]
    pub user: Option<CommentUser>,
    /// Its number.
    pub id: i64,
}

/// What a comment says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CommentData {
    /// Markdown, as typed; may be null.
    #[serde(default)]
    pub text: Option<String>,
}

/// Who wrote a comment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CommentUser {
    /// The account's number, as text.
    #[serde(default)]
    pub id: String,
    /// The address.
    #[serde(default)]
    pub email: String,
}

impl Comment {
    /// The Markdown; empty when there is none.
    pub fn text(&self) -> &str {
        self.data.text.as_deref().unwrap_or_default()
    }

    /// Whether whoever has this address wrote it.
    pub fn is_by(&self, email: &str) -> bool {
        self.user
            .as_ref()
            .is_some_and(|user| !email.is_empty() && user.email.eq_ignore_ascii_case(email))
    }
}

/// The body of `POST` and `PUT`. The server fails (500) when there is no text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WriteComment {
    /// What it says.
    pub data: CommentData,
}

impl WriteComment {
    /// A comment of this text.
    pub fn new(text: &str) -> Self {
        let text = Some(text.to_owned());
        Self {
            data: CommentData { text },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Comment, WriteComment};

    fn comment(rest: &str) -> Comment {
        let text = format!(r#"{{"id": 1, "dateCreated": "2026-11-23T08:30:52.648Z", {rest}}}"#);
        serde_json::from_str(&text).expect("a comment")
    }

    #[test]
    fn a_comment_without_text_or_author_is_still_one() {
        for rest in [
            r#""data": {"text": null}, "user": null"#,
            r#""data": {}, "user": null"#,
            r#""type": "note""#,
        ] {
            let comment = comment(rest);
            assert_eq!(comment.text(), "", "{rest}");
            assert!(!comment.is_by("") && !comment.is_by("a@example.com"), "{rest}");
        }
    }

    #[test]
    fn ones_own_is_known_by_the_address() {
        let own = comment(r#""data": {"text": "x"}, "user": {"id": "6", "email": "Ada@Example.com"}"#);
        assert!(own.is_by("ada@example.com") && !own.is_by("bob@example.com"));
        let nameless = comment(r#""data": {"text": "x"}, "user": {"id": "6", "email": ""}"#);
        assert!(!nameless.is_by(""));
    }

    #[test]
    fn a_body_names_the_text() {
        let body = serde_json::to_string(&WriteComment::new("a \"b\"")).expect("json");
        assert_eq!(body, r#"{"data":{"text":"a \"b\""}}"#);
    }
}
