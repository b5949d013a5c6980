//! A frame's name in the URL: `exception.frame`, such as `0.3`.
//!
//! Both count from what is read first: the exception that was thrown is 0, and so is the newest call. So a name means
//! the same in either order, and most often the same in the next event of the issue, where the way to the error is
//! longer or shorter only at its far end.

use std::fmt;

/// Which frame of which exception.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrameId {
    /// The exception; 0 is the one that was thrown, 1 the one before it in the report.
    pub exception: usize,
    /// The frame; 0 is the newest call.
    pub frame: usize,
}

impl FrameId {
    /// Reads what `to_string` wrote; nothing for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (exception, frame) = text.split_once('.')?;
        let number = |digits: &str| -> Option<usize> {
            let is_plain = (1..=6).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
            is_plain.then(|| digits.parse().ok()).flatten()
        };
        Some(Self {
            exception: number(exception)?,
            frame: number(frame)?,
        })
    }

    /// The name of the frame at a place of the wire's lists, of which these are the lengths.
    pub fn of(exceptions: usize, exception: usize, frames: usize, frame: usize) -> Self {
        Self {
            exception: exceptions.saturating_sub(1).saturating_sub(exception),
            frame: frames.saturating_sub(1).saturating_sub(frame),
        }
    }

    /// The place of the exception among so many.
    pub fn exception_index(self, exceptions: usize) -> Option<usize> {
        exceptions.checked_sub(1)?.checked_sub(self.exception)
    }

    /// The place of the frame among so many.
    pub fn frame_index(self, frames: usize) -> Option<usize> {
        frames.checked_sub(1)?.checked_sub(self.frame)
    }
}

impl fmt::Display for FrameId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.exception, self.frame)
    }
}

#[cfg(test)]
mod tests {
    use super::FrameId;
    use crate::testing::texts;

    #[test]
    fn a_name_is_read_as_it_is_written() {
        for (exception, frame) in [(0, 0), (2, 13), (999_999, 1)] {
            let id = FrameId { exception, frame };
            assert_eq!(FrameId::parse(&id.to_string()), Some(id));
        }
        for text in ["", ".", "1", "1.", ".1", "-1.0", "1.2.3", "+1.2", "1.0000000", "１.1"] {
            assert_eq!(FrameId::parse(text), None, "{text}");
        }
        for text in texts(500) {
            let id = FrameId::parse(&text);
            assert!(id.is_none_or(|id| FrameId::parse(&id.to_string()) == Some(id)));
        }
    }

    #[test]
    fn the_newest_call_of_what_was_thrown_is_the_first() {
        for (exception, frame, name) in [(1, 1, "0.0"), (1, 0, "0.1"), (0, 1, "1.0")] {
            let id = FrameId::of(2, exception, 2, frame);
            assert_eq!(id.to_string(), name);
            assert_eq!(
                (id.exception_index(2), id.frame_index(2)),
                (Some(exception), Some(frame))
            );
        }
        let nowhere = FrameId { exception: 2, frame: 5 };
        assert_eq!((nowhere.exception_index(2), nowhere.frame_index(5)), (None, None));
        assert_eq!((nowhere.exception_index(0), nowhere.frame_index(0)), (None, None));
    }
}
