//! Cursors: where a page of a list starts, as opaque text.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use glint_model::timestamp::Timestamp;

/// The value of a row by which a list is sorted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A time.
    Time(Timestamp),
    /// A count or another number.
    Number(i64),
    /// A name.
    Text(String),
}

/// A place in a list: the key of the row next to it, and how many rows of the same key lie on the other side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The key; None in a list without an order, where only the rows are counted.
    pub position: Option<String>,
    /// Rows of that key to pass over.
    pub offset: usize,
    /// Whether the page ends here instead of starting here.
    pub is_reverse: bool,
}

impl Key {
    /// The key as the server's language prints it.
    pub fn print(&self) -> String {
        match self {
            Self::Time(time) => time.to_iso().replace('T', " ").replace('Z', "000+00:00"),
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.clone(),
        }
    }

    /// Reads a key of the same kind as this one.
    pub fn read_like(&self, text: &str) -> Option<Self> {
        match self {
            Self::Time(_) => Timestamp::parse(text).map(Self::Time),
            Self::Number(_) => text.parse().ok().map(Self::Number),
            Self::Text(_) => Some(Self::Text(text.to_owned())),
        }
    }
}

impl Cursor {
    /// The opaque text.
    pub fn encode(&self) -> String {
        let mut pairs = form_urlencoded::Serializer::new(String::new());
        if self.offset > 0 {
            pairs.append_pair("o", &self.offset.to_string());
        }
        if self.is_reverse {
            pairs.append_pair("r", "1");
        }
        if let Some(position) = &self.position {
            pairs.append_pair("p", position);
        }
        STANDARD.encode(pairs.finish())
    }

    /// Reads the opaque text; None of anything that is no cursor.
    pub fn decode(text: &str) -> Option<Self> {
        let bytes = STANDARD.decode(text).ok()?;
        let pairs: Vec<(String, String)> = form_urlencoded::parse(&bytes).into_owned().collect();
        let get = |name: &str| {
            pairs
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.as_str())
        };
        if get("p").is_none() && get("o").is_none() {
            return None;
        }
        Some(Self {
            position: get("p").map(str::to_owned),
            offset: get("o").map_or(Some(0), |offset| offset.parse().ok())?,
            is_reverse: get("r") == Some("1"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Cursor, Key};
    use glint_model::timestamp::Timestamp;

    #[test]
    fn a_cursor_can_be_read_back() {
        for (offset, is_reverse) in [(0, false), (3, false), (0, true)] {
            let cursor = Cursor {
                position: Some("2026-11-23 08:26:04.250000+00:00".to_owned()),
                offset,
                is_reverse,
            };
            assert_eq!(Cursor::decode(&cursor.encode()), Some(cursor));
        }
        assert_eq!(Cursor::decode("garbage"), None);
    }

    #[test]
    fn a_recorded_cursor_is_understood() {
        let cursor =
            Cursor::decode("cj0xJnA9MjAyNi0xMS0yMyswOCUzQTI2JTNBMDQuMjUwOTExJTJCMDAlM0EwMA==").expect("a cursor");
        assert!(cursor.is_reverse);
        assert_eq!(cursor.position.as_deref(), Some("2026-11-23 08:26:04.250911+00:00"));
        let key = Key::Time(Timestamp(0)).read_like(&cursor.position.unwrap_or_default());
        assert_eq!(key, Some(Key::Time(Timestamp(1_795_422_364_250))));
    }

    #[test]
    fn a_recorded_cursor_may_be_a_mere_count() {
        let cursor = Cursor::decode("bz0z").expect("a cursor");
        assert_eq!((cursor.offset, &cursor.position), (3, &None));
        assert_eq!(cursor.encode(), "bz0z");
    }
}
