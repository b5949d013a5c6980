//! The programs, libraries and maps of an event (`debugmeta`), as rows of a list that can be searched.

use super::address::address_of;
use crate::text::first_line;
use crate::wire::debug_meta::{DebugImage, DebugMeta};
use serde_json::Value;

/// An image in a list. All of it is hostile text, one line each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageRow {
    /// The end of its path.
    pub name: String,
    /// The whole path, where it says more than the name.
    pub path: Option<String>,
    /// `elf`, `macho`, `sourcemap` and the like, and the processor it was built for.
    pub kind: String,
    /// From where to where it was loaded: `0x10000 – 0x1ffff`.
    pub range: Option<String>,
    /// What its symbols or its source map are found by.
    pub debug_id: Option<String>,
}

impl ImageRow {
    /// Whether every word of a search is somewhere in it.
    pub fn has(&self, search: &str) -> bool {
        let all = [
            Some(&self.name),
            self.path.as_ref(),
            Some(&self.kind),
            self.range.as_ref(),
            self.debug_id.as_ref(),
        ];
        let all: Vec<String> = all.into_iter().flatten().map(|text| text.to_lowercase()).collect();
        search
            .split_whitespace()
            .all(|word| all.iter().any(|text| text.contains(&word.to_lowercase())))
    }
}

/// The images in the order sent.
pub fn image_rows(data: &DebugMeta) -> Vec<ImageRow> {
    data.images.iter().flatten().map(row).collect()
}

fn row(image: &DebugImage) -> ImageRow {
    let more = |name: &str| image.more.get(name).and_then(Value::as_str);
    let line = |text: Option<&str>| text.map(first_line).filter(|text| !text.is_empty());
    let path = line(image.code_file.as_deref())
        .or_else(|| line(more("name")))
        .or_else(|| line(image.debug_file.as_deref()));
    let debug_id = line(image.debug_id.as_deref())
        .or_else(|| line(more("uuid")))
        .or_else(|| line(image.code_id.as_deref()));
    let name = path.as_deref().map(|path| {
        let end = path.trim_end_matches(['/', '\\']).rsplit(['/', '\\']).next();
        end.filter(|end| !end.is_empty()).unwrap_or(path).to_owned()
    });
    let kind: Vec<String> = [line(image.kind.as_deref()), line(image.arch.as_deref())]
        .into_iter()
        .flatten()
        .collect();
    ImageRow {
        path: path.filter(|path| name.as_ref() != Some(path)),
        name: name.unwrap_or_else(|| "(no name)".to_owned()),
        kind: kind.join(" "),
        range: range(image),
        debug_id,
    }
}

fn range(image: &DebugImage) -> Option<String> {
    let start = address_of(image.image_addr.as_ref())?;
    let size = address_of(image.image_size.as_ref()).filter(|size| *size > 0);
    Some(match size.and_then(|size| start.checked_add(size - 1)) {
        Some(end) => format!("{start:#x} – {end:#x}"),
        None => format!("{start:#x}"),
    })
}

#[cfg(test)]
mod tests {
    use super::image_rows;
    use crate::testing::texts;
    use crate::wire::debug_meta::{DebugImage, DebugMeta};

    #[test]
    fn images_are_rows() {
        let data: DebugMeta = serde_json::from_str(
            r#"{"images":[
                {"type":"macho","arch":"arm64","code_file":"/usr/lib/dyld","debug_id":"AB-1","image_addr":"0x10000","image_size":65536},
                {"type":"sourcemap","code_file":"https://shop.example/app.js","debug_id":"C"},
                {"type":"proguard","uuid":"6d"},{"image_addr":"0xffffffffffffffff","image_size":9}]}"#,
        )
        .expect("images");
        let rows = image_rows(&data);
        assert_eq!(rows[0].name, "dyld");
        assert_eq!(rows[0].path.as_deref(), Some("/usr/lib/dyld"));
        assert_eq!(rows[0].kind, "macho arm64");
        assert_eq!(rows[0].range.as_deref(), Some("0x10000 – 0x1ffff"));
        assert_eq!(rows[1].name, "app.js");
        assert_eq!(rows[2].name, "(no name)");
        assert_eq!(rows[2].debug_id.as_deref(), Some("6d"));
        assert_eq!(rows[3].range.as_deref(), Some("0xffffffffffffffff"));
        assert!(rows[0].has("DYLD ab-1") && rows[0].has("") && !rows[0].has("dyld shop"));
    }

    #[test]
    fn names_are_one_line_whatever_was_sent() {
        for text in texts(500) {
            let image = DebugImage {
                code_file: Some(text.clone()),
                kind: Some(text.clone()),
                debug_id: Some(text),
                ..DebugImage::default()
            };
            let rows = image_rows(&DebugMeta {
                images: Some(vec![image]),
                sdk_info: None,
            });
            assert!(!rows[0].name.is_empty() && !rows[0].name.contains(char::is_control));
        }
    }
}
