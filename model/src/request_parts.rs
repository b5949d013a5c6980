//! The HTTP request of an event, made ready to be shown and sent again. What is not as its field says is kept beside it,
//! so that nothing that was sent is dropped.

mod address;
mod body;
mod secret;

pub use address::{masked_address, masked_parameters};
pub use body::{Body, masked};
pub use secret::{MASK, is_secret, is_secret_name};

use crate::encode::encode_query;
use crate::safe_url::SafeUrl;
use secret::is_placeholder;
use serde_json::{Map, Value};

/// Cookies with a value of so many characters are secrets by any name: most of them stand for a session.
const LONG_COOKIE: usize = 16;

/// A header, parameter or cookie. Hostile text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pair {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
    /// Whether it looks like something that should not be read over a shoulder.
    pub is_secret: bool,
}

impl Pair {
    /// The value, or what stands in its place.
    pub fn shown(&self, with_secrets: bool) -> &str {
        if self.is_secret && !with_secrets {
            MASK
        } else {
            &self.value
        }
    }
}

/// A request. Hostile text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RequestParts {
    /// Such as `GET`.
    pub method: Option<String>,
    /// The address as it was sent.
    pub url: Option<String>,
    /// The parameters of the query in their order; names repeat.
    pub query: Vec<Pair>,
    /// The fragment of the address.
    pub fragment: Option<String>,
    /// The headers in their order; names repeat.
    pub headers: Vec<Pair>,
    /// The cookies.
    pub cookies: Vec<Pair>,
    /// The body.
    pub body: Option<Body>,
    /// What the body looks like, such as `application/json`.
    pub content_type: Option<String>,
    /// The variables of the server.
    pub env: Vec<(String, Value)>,
    /// Whatever else was sent.
    pub other: Vec<(String, Value)>,
}

/// Takes the data of a `request` entry apart. Both spellings of the server are known.
pub fn request_parts(data: Map<String, Value>) -> RequestParts {
    let mut parts = RequestParts::default();
    for (name, value) in data {
        let left = match name.as_str() {
            _ if is_nothing(&value) => None,
            "method" => keep_text(&mut parts.method, value),
            "url" => keep_text(&mut parts.url, value),
            "fragment" => keep_text(&mut parts.fragment, value),
            "inferredContentType" | "inferred_content_type" => keep_text(&mut parts.content_type, value),
            "query" | "queryString" | "query_string" => keep_pairs(&mut parts.query, value),
            "headers" => keep_pairs(&mut parts.headers, value),
            "cookies" => keep_pairs(&mut parts.cookies, value),
            "data" => {
                parts.body = Some(Body::new(value));
                None
            }
            "env" => match value {
                Value::Object(env) => {
                    parts.env = env.into_iter().collect();
                    None
                }
                value => Some(value),
            },
            _ => Some(value),
        };
        parts.other.extend(left.map(|value| (name, value)));
    }
    for cookie in &mut parts.cookies {
        cookie.is_secret |= cookie.value.chars().nth(LONG_COOKIE - 1).is_some() && !is_placeholder(&cookie.value);
    }
    parts
}

impl RequestParts {
    /// The address with query and fragment, as far as they were sent apart from it.
    pub fn address(&self, with_secrets: bool) -> Option<String> {
        let mut address = self.url.clone()?;
        if !address.contains('#') {
            if !self.query.is_empty() && !address.contains('?') {
                let pairs: Vec<(&str, &str)> = self.query.iter().map(|pair| (&*pair.name, &*pair.value)).collect();
                address.push('?');
                address.push_str(&encode_query(&pairs));
            }
            if let Some(fragment) = &self.fragment {
                address.push('#');
                address.push_str(fragment.trim_start_matches('#'));
            }
        }
        Some(if with_secrets {
            address
        } else {
            masked_address(&address)
        })
    }

    /// The address as a link; none where it is not safe to follow.
    pub fn link(&self) -> Option<SafeUrl> {
        self.address(true).as_deref().and_then(SafeUrl::web)
    }

    /// Whether there is something that is shown only when it is asked for.
    pub fn has_secrets(&self) -> bool {
        let mut pairs = self.query.iter().chain(&self.headers).chain(&self.cookies);
        pairs.any(|pair| pair.is_secret)
            || self.env.iter().any(|(name, value)| is_secret(name, value))
            || self.other.iter().any(|(name, value)| is_secret(name, value))
            || self.body.as_ref().is_some_and(Body::has_secrets)
            || self.address(true) != self.address(false)
    }

    /// The first header of this name, in any case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let header = self.headers.iter().find(|pair| pair.name.eq_ignore_ascii_case(name));
        header.map(|pair| pair.value.as_str())
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(map) => map.is_empty(),
        _ => false,
    }
}

/// Keeps a text; gives back everything else.
fn keep_text(place: &mut Option<String>, value: Value) -> Option<Value> {
    match value {
        Value::String(text) => {
            *place = Some(text);
            None
        }
        value => Some(value),
    }
}

/// Keeps a list of pairs, or an object; gives back everything else.
fn keep_pairs(place: &mut Vec<Pair>, value: Value) -> Option<Value> {
    let pair = |name: &str, value: &Value| {
        let value = plain(value);
        Pair {
            name: name.to_owned(),
            is_secret: is_secret_name(name) && !is_placeholder(&value),
            value,
        }
    };
    let pairs: Option<Vec<Pair>> = match &value {
        Value::Object(map) => Some(map.iter().map(|(name, value)| pair(name, value)).collect()),
        Value::Array(items) => items
            .iter()
            .map(|item| match item.as_array()?.as_slice() {
                [Value::String(name), value] => Some(pair(name, value)),
                _ => None,
            })
            .collect(),
        _ => None,
    };
    match pairs {
        Some(pairs) => {
            *place = pairs;
            None
        }
        None => Some(value),
    }
}

/// A value as the text that it was in the request.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}

#[cfg(test)]
mod tests;
