//! The entries of an event. Each is kept as raw JSON until a page wants it, so that one odd entry neither
//! takes the event with it nor is lost.

use crate::large_event::small_members;
use crate::wire::raw::Raw;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// One entry of `entries[]`: its type, and its data unread.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// `exception`, `message`, `breadcrumbs`, `request`, `csp`, or what a newer server adds.
    #[serde(rename = "type")]
    pub kind: String,
    /// The data, in the shape of its type.
    pub data: Raw,
}

impl Entry {
    /// Reads the data in the shape that this type has. Of a large entry this takes long: see `large_event`.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_str(self.data.get())
    }

    /// Reads the data without what is large in it: of a large entry, members of more than a piece (64 kB) are null.
    pub fn read_small<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        match small_members(&self.data) {
            Some(text) => serde_json::from_str(&text),
            None => self.read(),
        }
    }
}

/// The data of an `exception` entry.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExceptionData {
    /// The chain: the first cause first, what was thrown last.
    #[serde(default)]
    pub values: Vec<Exception>,
    /// Whether any frame is not the application's own.
    #[serde(default)]
    pub has_system_frames: Option<bool>,
}

/// One exception of the chain or group.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Exception {
    /// Its type, such as `ValueError`.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Its message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The module or package of the type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub module: Option<String>,
    /// The thread it was raised on: number or text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thread_id: Option<Value>,
    /// How it was caught.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mechanism: Option<Mechanism>,
    /// Where it was raised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stacktrace: Option<Stacktrace>,
    /// The same as the SDK sent it, before source maps or symbols were applied.
    #[serde(
        rename = "rawStacktrace",
        alias = "raw_stacktrace",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub raw_stacktrace: Option<Stacktrace>,
}

/// How an exception was caught, and its place in a group.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Mechanism {
    /// The SDK's name for the hook, such as `onerror`.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Whether the application dealt with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handled: Option<bool>,
    /// Whether the stack trace was made for the report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub synthetic: Option<bool>,
    /// The attribute of the parent that holds it, such as `__cause__` or `exceptions[0]`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Its number in the group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exception_id: Option<i64>,
    /// The number of the exception it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<i64>,
    /// Whether it is a group of others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_exception_group: Option<bool>,
    /// What the SDK says about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Where to read more; a link from hostile data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help_link: Option<String>,
    /// More, in any shape.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<Value>,
    /// Signals and codes of the system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meta: Option<Value>,
}

/// Frames, the oldest call first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Stacktrace {
    /// The frames; the one that raised is the last.
    #[serde(default)]
    pub frames: Option<Vec<Frame>>,
    /// The processor's registers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registers: Option<Map<String, Value>>,
}

/// One call of a stack trace.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Frame {
    /// The file, as short as the SDK makes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filename: Option<String>,
    /// The function.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub function: Option<String>,
    /// The module.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub module: Option<String>,
    /// The library or image.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub package: Option<String>,
    /// The whole path or URL.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abs_path: Option<String>,
    /// The line, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line_no: Option<i64>,
    /// The column, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub col_no: Option<i64>,
    /// Whether it is the application's own code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_app: Option<bool>,
    /// Source lines around the call: number and text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context: Option<Vec<(i64, Option<String>)>>,
    /// The line itself; spelled in snake case on the wire.
    #[serde(rename = "context_line", default, skip_serializing_if = "Option::is_none")]
    pub context_line: Option<String>,
    /// Local variables, any shape.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vars: Option<Map<String, Value>>,
    /// The address of the instruction; snake case on the wire.
    #[serde(
        rename = "instruction_addr",
        alias = "instructionAddr",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub instruction_addr: Option<String>,
    /// The address of the function; snake case on the wire.
    #[serde(
        rename = "symbol_addr",
        alias = "symbolAddr",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub symbol_addr: Option<String>,
    /// The address of the image; snake case on the wire.
    #[serde(
        rename = "image_addr",
        alias = "imageAddr",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub image_addr: Option<String>,
    /// The frame's own platform where it differs from the event's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub platform: Option<String>,
    /// The function as it is named in the binary or the minified file.
    #[serde(
        rename = "rawFunction",
        alias = "raw_function",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub raw_function: Option<String>,
    /// Where the line can be read; a link from hostile data.
    #[serde(
        rename = "sourceLink",
        alias = "source_link",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub source_link: Option<String>,
}

/// The data of a `message` entry.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MessageData {
    /// The text with its parameters put in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formatted: Option<String>,
    /// The text with its placeholders.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// The parameters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub params: Option<Value>,
}

/// The data of a `csp` entry, all of it snake case.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CspData {
    /// What was blocked: a URL, or a word such as `inline`.
    #[serde(default)]
    pub blocked_uri: Option<String>,
    /// `enforce` or `report`.
    #[serde(default)]
    pub disposition: Option<String>,
    /// The page on which it happened.
    #[serde(default)]
    pub document_uri: Option<String>,
    /// The directive that blocked it.
    #[serde(default)]
    pub effective_directive: Option<String>,
    /// The whole policy.
    #[serde(default)]
    pub original_policy: Option<String>,
    /// The start of the blocked script.
    #[serde(default)]
    pub script_sample: Option<String>,
    /// The status of the page.
    #[serde(default)]
    pub status_code: Option<i64>,
    /// The line, from 1.
    #[serde(default)]
    pub line_number: Option<i64>,
    /// The column, from 1.
    #[serde(default)]
    pub column_number: Option<i64>,
    /// The file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_file: Option<String>,
    /// The page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referrer: Option<String>,
    /// The directive as the policy spells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub violated_directive: Option<String>,
}
