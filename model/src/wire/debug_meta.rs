//! The `debugmeta` entry of an event: the programs and libraries that were loaded, and where. Servers of 5.2 do not
//! keep it; newer ones and other servers of the same protocol do.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The data of a `debugmeta` entry.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DebugMeta {
    /// The images in the order sent.
    #[serde(default)]
    pub images: Option<Vec<DebugImage>>,
    /// The system that they ran on, as some SDKs send it; any shape.
    #[serde(
        rename = "sdk_info",
        alias = "sdkInfo",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub sdk_info: Option<Value>,
}

/// A program, a library, or a file with a source map. SDKs spell its fields in snake case, servers in either.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DebugImage {
    /// `macho`, `elf`, `pe`, `wasm`, `sourcemap`, `proguard` and the like.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The file that ran: a path or a URL.
    #[serde(
        rename = "code_file",
        alias = "codeFile",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub code_file: Option<String>,
    /// The file with its symbols.
    #[serde(
        rename = "debug_file",
        alias = "debugFile",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub debug_file: Option<String>,
    /// What its symbols or its source map are found by.
    #[serde(
        rename = "debug_id",
        alias = "debugId",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub debug_id: Option<String>,
    /// What the file that ran is found by.
    #[serde(
        rename = "code_id",
        alias = "codeId",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub code_id: Option<String>,
    /// The processor it was built for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arch: Option<String>,
    /// Where it was loaded: a number or a hexadecimal text.
    #[serde(
        rename = "image_addr",
        alias = "imageAddr",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub image_addr: Option<Value>,
    /// How long it is, in bytes.
    #[serde(
        rename = "image_size",
        alias = "imageSize",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub image_size: Option<Value>,
    /// What else was sent.
    #[serde(flatten)]
    pub more: Map<String, Value>,
}

#[cfg(test)]
mod tests {
    use super::DebugMeta;

    #[test]
    fn images_are_read_in_either_spelling() {
        let data: DebugMeta = serde_json::from_str(
            r#"{"images":[{"type":"macho","code_file":"/bin/a","image_addr":"0x1","image_size":4096,"arch":"arm64","debug_status":"found"},
                {"type":"elf","codeFile":"/bin/b","imageAddr":1,"imageSize":"0x10"},{"type":"proguard","uuid":"6dc7fdb0"},{}]}"#,
        )
        .expect("images");
        let images = data.images.unwrap_or_default();
        assert_eq!(images.len(), 4);
        assert_eq!(images[0].more.len(), 1);
        assert_eq!(images[1].code_file.as_deref(), Some("/bin/b"));
        assert_eq!(images[2].more["uuid"], "6dc7fdb0");
    }
}
