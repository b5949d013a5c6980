//! Reading what an outline has told apart.

use super::outline::{Kind, Node, Part, slice};
use crate::wire::anything::{list_of, map_of, value_of};
use crate::wire::raw::Raw;
use serde::de::DeserializeOwned;
use serde_json::{Error, Map, Value, from_str};
use std::future::Future;
use std::ops::Range;
use std::pin::Pin;

/// The text of an object in which some large members are left empty: `empty` says of each what stands for it, or
/// nothing when it is to stay as it is. Keys stay, so that whoever reads it still finds fault with those that repeat.
pub(super) fn reduced<'n>(
    text: &str,
    object: &'n Node,
    mut empty: impl FnMut(&str, &'n Node) -> Option<&'static str>,
) -> String {
    let mut out = String::from("{");
    for part in &object.parts {
        if out.len() > 1 {
            out.push(',');
        }
        match part {
            Part::Some(span) => out.push_str(slice(text, span)),
            Part::Large { key, value } => {
                let key = slice(text, key);
                out.push_str(key);
                out.push(':');
                let name: String = from_str(key).unwrap_or_default();
                out.push_str(empty(&name, value).unwrap_or_else(|| value.of(text)));
            }
        }
    }
    out.push('}');
    out
}

/// The text of a large object without its large members, which are null. None when it is no large object.
pub(crate) fn small_members(data: &Raw) -> Option<String> {
    let (text, object) = data.outlined()?;
    object.is_object().then(|| reduced(text, object, |_, _| Some("null")))
}

/// Reads some members of an array.
pub(super) fn some_items<T: DeserializeOwned>(text: &str, span: &Range<usize>) -> Result<Vec<T>, Error> {
    from_str(&format!("[{}]", slice(text, span)))
}

/// Reads a list piece by piece; each large item by itself in one go.
pub(super) async fn list<T: DeserializeOwned>(
    text: &str,
    node: &Node,
    pause: &impl AsyncFn(usize),
) -> Result<Vec<T>, Error> {
    let mut items = Vec::new();
    for part in &node.parts {
        match part {
            Part::Some(span) => items.extend(some_items(text, span)?),
            Part::Large { value, .. } => items.push(from_str(value.of(text))?),
        }
        pause(part.size()).await;
    }
    Ok(items)
}

/// Reads an object piece by piece.
pub(super) async fn map<P: AsyncFn(usize)>(text: &str, node: &Node, pause: &P) -> Result<Map<String, Value>, Error> {
    let mut map = Map::new();
    for part in &node.parts {
        match part {
            Part::Some(span) => {
                map.extend(map_of(&format!("{{{}}}", slice(text, span)))?);
                pause(part.size()).await;
            }
            Part::Large { key, value: member } => {
                let key = from_str(slice(text, key))?;
                map.insert(key, value(text, member, pause).await?);
            }
        }
    }
    Ok(map)
}

/// Reads an array of anything piece by piece.
pub(super) async fn array<P: AsyncFn(usize)>(text: &str, node: &Node, pause: &P) -> Result<Vec<Value>, Error> {
    let mut items = Vec::new();
    for part in &node.parts {
        match part {
            Part::Some(span) => {
                items.extend(list_of(&format!("[{}]", slice(text, span)))?);
                pause(part.size()).await;
            }
            Part::Large { value: member, .. } => items.push(value(text, member, pause).await?),
        }
    }
    Ok(items)
}

/// A value under way.
type Reading<'a> = Pin<Box<dyn Future<Output = Result<Value, Error>> + 'a>>;

/// Reads anything piece by piece.
fn value<'a, P: AsyncFn(usize)>(text: &'a str, node: &'a Node, pause: &'a P) -> Reading<'a> {
    Box::pin(async move {
        match node.kind {
            Kind::Object if node.is_object() => Ok(Value::Object(map(text, node, pause).await?)),
            Kind::Array if node.is_array() => Ok(Value::Array(array(text, node, pause).await?)),
            _ => {
                let value = value_of(node.of(text));
                pause(node.span.len()).await;
                Ok(value)
            }
        }
    })
}
