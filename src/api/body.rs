//! The body of an answer as bytes, taken over chunk by chunk: ten megabytes in one go would block the page.

use crate::browser::wait::Turns;
use glint_model::error::ApiError;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, Response};

/// The chunks of a body as they came. They stay outside of this program's own memory.
#[derive(Default)]
pub struct Chunks {
    /// In their order.
    pub all: Vec<Uint8Array>,
    /// How many bytes they are together.
    pub length: usize,
}

impl Chunks {
    /// All bytes in one piece.
    pub fn to_vec(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.length);
        for chunk in &self.all {
            bytes.extend_from_slice(&chunk.to_vec());
        }
        bytes
    }
}

/// Reads the body of an answer. Offline when it breaks off.
pub async fn read_chunks(response: &Response) -> Result<Chunks, ApiError> {
    let mut chunks = Chunks::default();
    let Some(body) = response.body() else {
        return Ok(chunks);
    };
    let reader: ReadableStreamDefaultReader = body.get_reader().dyn_into().map_err(|_| ApiError::Offline)?;
    let turns = Turns::begin();
    loop {
        let read = JsFuture::from(reader.read()).await.map_err(|_| ApiError::Offline)?;
        let member = |name: &str| Reflect::get(&read, &JsValue::from_str(name)).unwrap_or_default();
        if member("done").is_truthy() {
            return Ok(chunks);
        }
        let chunk: Uint8Array = member("value").dyn_into().map_err(|_| ApiError::Offline)?;
        chunks.length += chunk.length() as usize;
        chunks.all.push(chunk);
        turns.pause().await;
    }
}
