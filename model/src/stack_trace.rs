//! Exception chains and frames (`exception` entries), made into what a page shows.

mod chain;
mod frame_title;
mod package;
mod raw;
mod rows;

pub use chain::{ChainLink, Relation, chain};
pub use frame_title::{FrameTitle, frame_title};
pub use package::package_of;
pub use raw::raw;
pub use rows::{FrameOrder, Frames, Row, rows};

use crate::wire::entry::Frame;

/// The place in the frame's source context of the line that was called, if it is there.
pub fn hit(frame: &Frame) -> Option<usize> {
    let line = frame.line_no?;
    frame.context.as_deref()?.iter().position(|(number, _)| *number == line)
}
