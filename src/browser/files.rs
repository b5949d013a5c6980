//! Texts as files: to be saved, and to be picked. The policy of the page says nothing about downloads, so a `blob:`
//! address needs no exception in it as long as it is only the target of a link with `download`.

use super::dom;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlElement, HtmlInputElement, Url};

/// A text that a link offers as a file, as long as this is kept.
pub struct TextFile(String);

impl TextFile {
    /// Makes a file of a text of this media type. None where the browser cannot.
    pub fn new(text: &str, media_type: &str) -> Option<Self> {
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        let parts = Array::of1(&text.into());
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
        Url::create_object_url_with_blob(&blob).ok().map(Self)
    }

    /// What the link has in its `href`: an address that the browser made, good in this tab only.
    pub fn href(&self) -> String {
        self.0.clone()
    }
}

/// Saves a text as a file with this name. The browser may read it as long as what is given back is kept. None where it
/// cannot.
pub fn save(text: &str, media_type: &str, name: &str) -> Option<TextFile> {
    let file = TextFile::new(text, media_type)?;
    let link = dom::document()
        .create_element("a")
        .ok()?
        .dyn_into::<HtmlElement>()
        .ok()?;
    link.set_attribute("href", &file.href()).ok()?;
    link.set_attribute("download", name).ok()?;
    link.click();
    Some(file)
}

impl Drop for TextFile {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.0);
    }
}

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// No file was picked.
    NoFile,
    /// It is longer than asked for.
    TooBig,
    /// The browser could not read it.
    Unreadable,
}

/// The text of the file that was picked, which may have so many bytes. The field is emptied, so that the same file can
/// be picked again.
pub async fn picked_text(field: &HtmlInputElement, most_bytes: u32) -> Result<String, Unread> {
    let file = field.files().and_then(|files| files.get(0)).ok_or(Unread::NoFile)?;
    field.set_value("");
    if file.size() > f64::from(most_bytes) {
        return Err(Unread::TooBig);
    }
    let text = JsFuture::from(file.text()).await.ok();
    text.and_then(|text| text.as_string()).ok_or(Unread::Unreadable)
}
