//! A chain as the SDK sent it, before source maps or symbols were applied.

use crate::wire::entry::{Exception, ExceptionData, Stacktrace};

/// The chain with the stack traces as they were sent, where the server still has those; none where it has none.
pub fn as_sent(data: &ExceptionData) -> Option<ExceptionData> {
    let has_any = data
        .values
        .iter()
        .any(|exception| has_frames(exception.raw_stacktrace.as_ref()));
    has_any.then(|| ExceptionData {
        values: data
            .values
            .iter()
            .map(|exception| {
                let raw = exception.raw_stacktrace.clone().filter(|trace| has_frames(Some(trace)));
                Exception {
                    stacktrace: raw.or_else(|| exception.stacktrace.clone()),
                    raw_stacktrace: None,
                    kind: exception.kind.clone(),
                    value: exception.value.clone(),
                    module: exception.module.clone(),
                    thread_id: exception.thread_id.clone(),
                    mechanism: exception.mechanism.clone(),
                }
            })
            .collect(),
        has_system_frames: data.has_system_frames,
    })
}

fn has_frames(trace: Option<&Stacktrace>) -> bool {
    let frames = trace.and_then(|trace| trace.frames.as_deref());
    frames.is_some_and(|frames| !frames.is_empty())
}

#[cfg(test)]
mod tests {
    use super::as_sent;
    use crate::wire::entry::ExceptionData;

    #[test]
    fn the_traces_that_were_sent_take_the_place_of_the_others() {
        let data: ExceptionData = serde_json::from_str(
            r#"{"values":[
                {"type":"A","stacktrace":{"frames":[{"function":"total"}]},"rawStacktrace":{"frames":[{"function":"t"}]}},
                {"type":"B","stacktrace":{"frames":[{"function":"main"}]},"rawStacktrace":{"frames":[]}}]}"#,
        )
        .expect("exceptions");
        let sent = as_sent(&data).expect("one was sent");
        let functions: Vec<Option<&str>> = sent
            .values
            .iter()
            .filter_map(|exception| exception.stacktrace.as_ref()?.frames.as_ref()?.first())
            .map(|frame| frame.function.as_deref())
            .collect();
        assert_eq!(functions, [Some("t"), Some("main")]);
        assert!(as_sent(&ExceptionData::default()).is_none());
        assert!(as_sent(&sent).is_none());
    }
}
