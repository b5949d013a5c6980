//! Reading the exceptions of a large entry: by far the largest part of most large events.

use super::outline::{Node, Part, slice};
use super::pieces::{list, map, reduced, some_items};
use crate::wire::entry::{Exception, ExceptionData, Frame, Stacktrace};
use crate::wire::raw::Raw;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Error, from_str};

/// Reads the data of an `exception` entry. That of a large one is read piece by piece, a few frames at a time, with a
/// `pause` after each that is told how many bytes were read since the last one.
pub async fn read_exceptions(data: &Raw, pause: &impl AsyncFn(usize)) -> Result<ExceptionData, Error> {
    let Some((text, node)) = data.outlined().filter(|(_, node)| node.is_object()) else {
        return from_str(data.get());
    };
    let mut values = None;
    let head = reduced(text, node, |key, value| {
        take("values", key, value.is_array(), "[]", value, &mut values)
    });
    let mut data: ExceptionData = from_str(&head)?;
    pause(head.len()).await;
    if let Some(values) = values {
        for part in &values.parts {
            match part {
                Part::Some(span) => {
                    data.values.extend(some_items::<Exception>(text, span)?);
                    pause(part.size()).await;
                }
                Part::Large { value, .. } => data.values.push(exception(text, value, pause).await?),
            }
        }
    }
    Ok(data)
}

/// Reads what was thrown, the last of the exceptions; of a large one without what is large in it, such as its frames.
pub fn read_thrown<T: DeserializeOwned>(data: &Raw) -> Option<T> {
    #[derive(Deserialize)]
    struct Chain<T> {
        values: Vec<T>,
    }
    let large_values = data.outlined().and_then(|(text, node)| {
        let values = node.parts.iter().find_map(|part| match part {
            Part::Large { key, value } if value.is_array() => {
                let name: String = from_str(slice(text, key)).ok()?;
                (name == "values").then_some(value)
            }
            _ => None,
        });
        Some((text, values?))
    });
    let Some((text, values)) = large_values else {
        return from_str::<Chain<T>>(data.get()).ok()?.values.pop();
    };
    match values.parts.last()? {
        Part::Some(span) => some_items(text, span).ok()?.pop(),
        Part::Large { value, .. } if value.is_object() => from_str(&reduced(text, value, |_, _| Some("null"))).ok(),
        Part::Large { value, .. } => from_str(value.of(text)).ok(),
    }
}

/// About how many frames there are in the data of a large entry: those of small stack traces are not counted.
pub fn frame_count(data: &Raw) -> usize {
    data.outlined().map_or(0, |(text, node)| frames_in(text, node))
}

fn frames_in(text: &str, node: &Node) -> usize {
    node.parts
        .iter()
        .map(|part| match part {
            Part::Large { key, value } if value.is_array() && text.get(key.clone()) == Some("\"frames\"") => {
                value.count
            }
            Part::Large { value, .. } => frames_in(text, value),
            Part::Some(_) => 0,
        })
        .sum()
}

async fn exception(text: &str, node: &Node, pause: &impl AsyncFn(usize)) -> Result<Exception, Error> {
    if !node.is_object() {
        return from_str(node.of(text));
    }
    let (mut trace, mut raw) = (None, None);
    let head = reduced(text, node, |key, value| {
        let is_object = value.is_object();
        take("stacktrace", key, is_object, "{}", value, &mut trace)
            .or_else(|| take("rawStacktrace", key, is_object, "{}", value, &mut raw))
            .or_else(|| take("raw_stacktrace", key, is_object, "{}", value, &mut raw))
    });
    let mut exception: Exception = from_str(&head)?;
    pause(head.len()).await;
    if let Some(trace) = trace {
        exception.stacktrace = Some(stacktrace(text, trace, pause).await?);
    }
    if let Some(raw) = raw {
        exception.raw_stacktrace = Some(stacktrace(text, raw, pause).await?);
    }
    Ok(exception)
}

async fn stacktrace(text: &str, node: &Node, pause: &impl AsyncFn(usize)) -> Result<Stacktrace, Error> {
    let (mut frames, mut registers) = (None, None);
    let head = reduced(text, node, |key, value| {
        take("frames", key, value.is_array(), "[]", value, &mut frames)
            .or_else(|| take("registers", key, value.is_object(), "{}", value, &mut registers))
    });
    let mut trace: Stacktrace = from_str(&head)?;
    pause(head.len()).await;
    if let Some(registers) = registers {
        trace.registers = Some(map(text, registers, pause).await?);
    }
    if let Some(node) = frames {
        let mut frames = Vec::new();
        for part in &node.parts {
            match part {
                Part::Some(span) => {
                    frames.extend(some_items::<Frame>(text, span)?);
                    pause(part.size()).await;
                }
                Part::Large { value, .. } => frames.push(frame(text, value, pause).await?),
            }
        }
        trace.frames = Some(frames);
    }
    Ok(trace)
}

async fn frame(text: &str, node: &Node, pause: &impl AsyncFn(usize)) -> Result<Frame, Error> {
    if !node.is_object() {
        return from_str(node.of(text));
    }
    let (mut vars, mut context) = (None, None);
    let head = reduced(text, node, |key, value| {
        take("vars", key, value.is_object(), "{}", value, &mut vars)
            .or_else(|| take("context", key, value.is_array(), "[]", value, &mut context))
    });
    let mut frame: Frame = from_str(&head)?;
    pause(head.len()).await;
    if let Some(context) = context {
        frame.context = Some(list(text, context, pause).await?);
    }
    if let Some(vars) = vars {
        frame.vars = Some(map(text, vars, pause).await?);
    }
    Ok(frame)
}

/// Takes out the member with this name, when it is of the right kind and was taken apart.
fn take<'n>(
    wanted: &str,
    key: &str,
    is_right: bool,
    empty: &'static str,
    node: &'n Node,
    into: &mut Option<&'n Node>,
) -> Option<&'static str> {
    (key == wanted && is_right).then(|| {
        *into = Some(node);
        empty
    })
}
