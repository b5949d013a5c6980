//! The threads of an event in the order in which they are looked at, each with its name.

use crate::text::first_line;
use crate::wire::threads::{Thread, ThreadsData};
use serde_json::Value;

/// A thread in a list to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreadRow {
    /// Its place in `values`.
    pub index: usize,
    /// Its name and number, and what is special about it: `worker-2 (7): crashed, BLOCKED`. Hostile text, one line.
    pub label: String,
    /// How many frames it has.
    pub frames: usize,
}

/// The threads: the crashed ones first, then the one that made the report, then the main thread, then those with a
/// stack trace; within these in the order sent.
pub fn thread_rows(data: &ThreadsData) -> Vec<ThreadRow> {
    let mut order: Vec<(u8, usize)> = data
        .values
        .iter()
        .enumerate()
        .map(|(index, thread)| (rank(thread), index))
        .collect();
    order.sort_unstable();
    order
        .into_iter()
        .filter_map(|(_, index)| {
            let thread = data.values.get(index)?;
            Some(ThreadRow {
                index,
                label: label(thread, index),
                frames: frame_count(thread),
            })
        })
        .collect()
}

fn rank(thread: &Thread) -> u8 {
    let is = |flag: Option<bool>| flag == Some(true);
    match thread {
        thread if is(thread.crashed) => 0,
        thread if is(thread.current) => 1,
        thread if is(thread.main) => 2,
        thread if frame_count(thread) > 0 => 3,
        _ => 4,
    }
}

fn frame_count(thread: &Thread) -> usize {
    let frames = thread.stacktrace.as_ref().and_then(|trace| trace.frames.as_deref());
    frames.unwrap_or_default().len()
}

fn label(thread: &Thread, index: usize) -> String {
    let name = thread.name.as_deref().map(first_line).filter(|name| !name.is_empty());
    let id = match &thread.id {
        Some(Value::String(text)) => first_line(text),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let mut label = match (name, id.as_str()) {
        (Some(name), "") => name,
        (Some(name), id) if name == id => name,
        (Some(name), id) => format!("{name} ({id})"),
        (None, "") => format!("Thread number {}", index + 1),
        (None, id) => format!("Thread {id}"),
    };
    let state = thread
        .state
        .as_deref()
        .map(first_line)
        .filter(|state| !state.is_empty());
    let special: Vec<String> = [
        (thread.crashed == Some(true)).then(|| "crashed".to_owned()),
        (thread.current == Some(true)).then(|| "current".to_owned()),
        (thread.main == Some(true)).then(|| "main".to_owned()),
        state,
    ]
    .into_iter()
    .flatten()
    .collect();
    if !special.is_empty() {
        label.push_str(": ");
        label.push_str(&special.join(", "));
    }
    label
}

#[cfg(test)]
mod tests {
    use super::thread_rows;
    use crate::wire::threads::ThreadsData;

    #[test]
    fn the_crashed_thread_comes_first() {
        let data: ThreadsData = serde_json::from_str(
            r#"{"values":[
                {"id":1,"name":"idle"},
                {"id":2,"name":"main","main":true,"state":"RUNNABLE","stacktrace":{"frames":[{},{}]}},
                {"id":"3","stacktrace":{"frames":[{}]}},
                {"id":7,"name":"worker-2","crashed":true,"current":true},
                {}]}"#,
        )
        .expect("threads");
        let rows: Vec<(usize, String, usize)> = thread_rows(&data)
            .into_iter()
            .map(|row| (row.index, row.label, row.frames))
            .collect();
        let row = |index, label: &str, frames| (index, label.to_owned(), frames);
        assert_eq!(
            rows,
            [
                row(3, "worker-2 (7): crashed, current", 0),
                row(1, "main (2): main, RUNNABLE", 2),
                row(2, "Thread 3", 1),
                row(0, "idle (1)", 0),
                row(4, "Thread number 5", 0),
            ]
        );
    }
}
