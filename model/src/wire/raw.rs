//! JSON that was not read yet.

use crate::large_event::Node;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;
use std::fmt;
use std::sync::Arc;

/// A JSON value as text that was found to be well-formed. Copies share it.
#[derive(Clone)]
pub struct Raw(Held);

#[derive(Clone)]
enum Held {
    Own(Arc<str>),
    /// A piece of a large text, whose own large pieces are known.
    Piece {
        text: Arc<String>,
        node: Arc<Node>,
    },
}

impl Raw {
    /// A large piece of a text that a scanner has checked.
    pub(crate) fn piece(text: Arc<String>, node: Node) -> Self {
        let node = Arc::new(node);
        Self(Held::Piece { text, node })
    }

    /// The text, without space around it.
    pub fn get(&self) -> &str {
        match &self.0 {
            Held::Own(text) => text,
            Held::Piece { text, node } => node.of(text),
        }
    }

    /// Whether it is so large that reading it in one go would block the page.
    pub fn is_large(&self) -> bool {
        self.outlined().is_some()
    }

    /// How many bytes stay in memory because of it: those of the whole answer when it is a piece of a large one.
    pub fn held_bytes(&self) -> usize {
        match &self.0 {
            Held::Own(text) => text.len(),
            Held::Piece { text, .. } => text.len(),
        }
    }

    /// The text that it is a piece of, and its large pieces.
    pub(crate) fn outlined(&self) -> Option<(&str, &Node)> {
        match &self.0 {
            Held::Own(_) => None,
            Held::Piece { text, node } => Some((text, node)),
        }
    }
}

impl From<Box<RawValue>> for Raw {
    fn from(raw: Box<RawValue>) -> Self {
        Self(Held::Own(Box::<str>::from(raw).into()))
    }
}

impl PartialEq for Raw {
    fn eq(&self, other: &Self) -> bool {
        let (own, other) = (self.get(), other.get());
        std::ptr::eq(own, other) || own == other
    }
}

impl fmt::Debug for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.get())
    }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::<RawValue>::deserialize(deserializer).map(Self::from)
    }
}

impl Serialize for Raw {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serde_json::from_str::<&RawValue>(self.get())
            .map_err(serde::ser::Error::custom)?
            .serialize(serializer)
    }
}
