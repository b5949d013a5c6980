//! Lists: a page of the rows, the malformed `Link` header, and the capped count.

use crate::call::{Call, invalid};
use crate::cursor::{Cursor, Key};
use crate::http::Response;
use serde::Serialize;
use serde_json::json;

const DEFAULT_LIMIT: i64 = 50;
const MAX_LIMIT: i64 = 100;
const MAX_HITS: usize = 1000;

/// The rows of one page and where its neighbours start.
struct Window {
    start: usize,
    end: usize,
    previous: Option<String>,
    next: Option<String>,
}

/// Answers with a page of rows that are sorted by `key` already, the greatest key first when `descending`.
pub fn list<T, R: Serialize>(
    call: &Call<'_>,
    rows: &[T],
    descending: bool,
    key: impl Fn(&T) -> Key,
    wire: impl FnMut(&T) -> R,
) -> Result<Response, Response> {
    let keys: Vec<Key> = rows.iter().map(key).collect();
    let window = window(call, &keys, descending)?;
    let items: Vec<R> = rows[window.start..window.end].iter().map(wire).collect();
    Ok(Response::json(200, &items)
        .with("link", link(call, &window))
        .with("x-hits", rows.len().min(MAX_HITS).to_string())
        .with("x-max-hits", MAX_HITS.to_string()))
}

fn window(call: &Call<'_>, keys: &[Key], descending: bool) -> Result<Window, Response> {
    let limit = limit(call)?;
    let cursor = match call.get("cursor").filter(|text| !text.is_empty()) {
        None => None,
        Some(text) => Some(Cursor::decode(text).ok_or_else(bad_cursor)?),
    };
    let (start, end) = match &cursor {
        None => (0, limit.min(keys.len())),
        Some(cursor) => bounds(cursor, keys, descending, limit)?,
    };
    let offset_before = |index: usize| {
        keys[..index]
            .iter()
            .rev()
            .take_while(|key| **key == keys[index])
            .count()
    };
    let previous = (start > 0 && start < keys.len()).then(|| Cursor {
        position: keys[start].print(),
        offset: offset_before(start),
        is_reverse: true,
    });
    let next = (end > start && end < keys.len()).then(|| Cursor {
        position: keys[end - 1].print(),
        offset: offset_before(end - 1) + 1,
        is_reverse: false,
    });
    Ok(Window {
        start,
        end,
        previous: previous.map(|cursor| cursor.encode()),
        next: next.map(|cursor| cursor.encode()),
    })
}

/// Where a page starts and ends that a cursor points to.
fn bounds(cursor: &Cursor, keys: &[Key], descending: bool, limit: usize) -> Result<(usize, usize), Response> {
    let Some(sample) = keys.first() else {
        return Ok((0, 0));
    };
    let position = sample.read_like(&cursor.position).ok_or_else(bad_cursor)?;
    let is_before = |key: &Key| if descending { *key > position } else { *key < position };
    let first = keys.iter().position(|key| !is_before(key)).unwrap_or(keys.len());
    let same = keys[first..].iter().take_while(|key| **key == position).count();
    let place = first + cursor.offset.min(same);
    Ok(if cursor.is_reverse {
        (place.saturating_sub(limit), place)
    } else {
        (place, (place + limit).min(keys.len()))
    })
}

/// Rows a page: 0 means the default, more than the most means the most, negative means none.
fn limit(call: &Call<'_>) -> Result<usize, Response> {
    let Some(text) = call.get("limit") else {
        return Ok(DEFAULT_LIMIT as usize);
    };
    let number: i64 = text.parse().map_err(|_| {
        let message = "Input should be a valid integer, unable to parse string as an integer";
        invalid(json!([{"type": "int_parsing", "loc": ["query", "limit"], "msg": message}]))
    })?;
    let number = if number == 0 {
        DEFAULT_LIMIT
    } else {
        number.min(MAX_LIMIT)
    };
    Ok(usize::try_from(number).unwrap_or(0))
}

fn bad_cursor() -> Response {
    invalid(json!([{
        "type": "value_error",
        "loc": ["query", "cursor"],
        "msg": "Value error, Invalid cursor.",
        "ctx": {"error": "Invalid cursor."},
    }]))
}

/// The header as the server sends it: a set with one text, printed by Python.
fn link(call: &Call<'_>, window: &Window) -> String {
    let here = format!("{}{}", call.request.origin_of_host(), call.request.path);
    let part = |rel: &str, cursor: Option<&str>| match cursor {
        None if call.request.raw_query.is_empty() => format!("<{here}>; rel=\"{rel}\"; results=\"false\""),
        None => format!("<{here}?{}>; rel=\"{rel}\"; results=\"false\"", call.request.raw_query),
        Some(cursor) => {
            let mut pairs: Vec<_> = call.query.iter().filter(|(key, _)| key != "cursor").cloned().collect();
            pairs.push(("cursor".to_owned(), cursor.to_owned()));
            pairs.sort_by(|a, b| a.0.cmp(&b.0));
            let query = form_urlencoded::Serializer::new(String::new())
                .extend_pairs(pairs)
                .finish();
            format!("<{here}?{query}>; rel=\"{rel}\"; results=\"true\"; cursor=\"{cursor}\"")
        }
    };
    let text = format!(
        "{}, {}",
        part("previous", window.previous.as_deref()),
        part("next", window.next.as_deref())
    );
    format!("{{'{}'}}", text.replace('\'', "\\'"))
}
