//! Lists: a page of the rows, the malformed `Link` header, and the capped count.

use crate::call::{Call, invalid};
use crate::cursor::{Cursor, Key};
use crate::http::Response;
use serde::Serialize;
use serde_json::json;

const DEFAULT_LIMIT: i64 = 50;
const MAX_LIMIT: i64 = 100;
/// More rows than this are not counted.
pub const MAX_HITS: usize = 1000;

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
    Ok(answer(call, &items, window.previous, window.next, rows.len()))
}

/// Answers with a page of rows that have no order of their own: the cursor is how many rows come before the page.
pub fn list_by_count<T, R: Serialize>(
    call: &Call<'_>,
    rows: &[T],
    wire: impl FnMut(&T) -> R,
) -> Result<Response, Response> {
    let limit = limit(call)?;
    let cursor = cursor(call)?;
    let asked = cursor.as_ref().map_or(0, |cursor| cursor.offset).min(rows.len());
    let (start, end) = match cursor {
        Some(cursor) if cursor.is_reverse => (asked.saturating_sub(limit), asked),
        _ => (asked, (asked + limit).min(rows.len())),
    };
    let at = |offset: usize, is_reverse: bool| {
        let cursor = Cursor {
            position: None,
            offset,
            is_reverse,
        };
        cursor.encode()
    };
    let items: Vec<R> = rows[start..end].iter().map(wire).collect();
    let previous = (start > 0).then(|| at(start, true));
    let next = (end < rows.len() && end > start).then(|| at(end, false));
    Ok(answer(call, &items, previous, next, rows.len()))
}

/// The answer with these rows, the cursors of the pages beside them, and the number of all rows.
pub fn answer<R: Serialize>(
    call: &Call<'_>,
    items: &[R],
    previous: Option<String>,
    next: Option<String>,
    hits: usize,
) -> Response {
    Response::json(200, &items)
        .with("link", link(call, previous.as_deref(), next.as_deref()))
        .with("x-hits", hits.min(MAX_HITS).to_string())
        .with("x-max-hits", MAX_HITS.to_string())
}

/// The cursor of a request.
pub fn cursor(call: &Call<'_>) -> Result<Option<Cursor>, Response> {
    match call.get("cursor").filter(|text| !text.is_empty()) {
        None => Ok(None),
        Some(text) => Cursor::decode(text).map(Some).ok_or_else(bad_cursor),
    }
}

fn window(call: &Call<'_>, keys: &[Key], descending: bool) -> Result<Window, Response> {
    let limit = limit(call)?;
    let cursor = cursor(call)?;
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
        position: Some(keys[start].print()),
        offset: offset_before(start),
        is_reverse: true,
    });
    let next = (end > start && end < keys.len()).then(|| Cursor {
        position: Some(keys[end - 1].print()),
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
    let position = cursor.position.as_deref().and_then(|text| sample.read_like(text));
    let position = position.ok_or_else(bad_cursor)?;
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
pub fn limit(call: &Call<'_>) -> Result<usize, Response> {
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

/// The 422 for text that is no cursor of this list.
pub fn bad_cursor() -> Response {
    invalid(json!([{
        "type": "value_error",
        "loc": ["query", "cursor"],
        "msg": "Value error, Invalid cursor.",
        "ctx": {"error": "Invalid cursor."},
    }]))
}

/// The header as the server sends it: a set with one text, printed by Python.
fn link(call: &Call<'_>, previous: Option<&str>, next: Option<&str>) -> String {
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
    let text = format!("{}, {}", part("previous", previous), part("next", next));
    format!("{{'{}'}}", text.replace('\'', "\\'"))
}
