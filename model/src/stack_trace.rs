//! Exception chains and frames (`exception` entries), made into what a page shows.

mod address;
mod chain;
mod frame_id;
mod frame_title;
mod images;
mod mechanism;
mod minified;
mod package;
mod raw;
mod rows;
mod threads;

pub use chain::{ChainLink, Relation, chain};
pub use frame_id::FrameId;
pub(crate) use frame_title::short_path;
pub use frame_title::{FrameTitle, frame_title};
pub use images::{ImageRow, image_rows};
pub use mechanism::{caught_by, system_code};
pub use minified::as_sent;
pub use package::package_of;
pub use raw::{raw, raw_frame};
pub use rows::{FrameOrder, Frames, Row, row_of, rows};
pub use threads::{ThreadRow, thread_rows};

use crate::wire::entry::Frame;

/// The place in the frame's source context of the line that was called, if it is there.
pub fn hit(frame: &Frame) -> Option<usize> {
    let line = frame.line_no?;
    frame.context.as_deref()?.iter().position(|(number, _)| *number == line)
}

#[cfg(test)]
mod tests {
    use super::hit;
    use crate::wire::entry::Frame;

    fn frame(json: &str) -> Frame {
        serde_json::from_str(json).expect("a frame")
    }

    #[test]
    fn the_line_that_was_called_is_found_by_its_number() {
        assert_eq!(
            hit(&frame(r#"{"lineNo":5,"context":[[4,"a"],[5,null],[6,"c"]]}"#)),
            Some(1)
        );
        assert_eq!(hit(&frame(r#"{"lineNo":7,"context":[[4,"a"]]}"#)), None);
        assert_eq!(hit(&frame(r#"{"lineNo":4}"#)), None);
        assert_eq!(hit(&frame(r#"{"context":[[4,"a"]]}"#)), None);
        assert_eq!(hit(&frame(r#"{"lineNo":1,"context":[]}"#)), None);
    }
}
