//! Events that are too large to be read in one go: an answer of ten megabytes would block the page for half a second.
//!
//! The bytes go slice by slice through a [`Scanner`], which checks them and notes where the large pieces are. From its
//! [`Outline`] the event is put together piece by piece, with a pause after each; a large entry stays unread until
//! somebody wants it, and its exceptions are then read in the same way. What comes out is what serde makes of the
//! whole text, except that what is nested very deeply is let through a few levels more.

mod exceptions;
mod outline;
mod pieces;
mod read;
#[cfg(test)]
mod sample;
mod scanner;
mod string_run;

pub use exceptions::{frame_count, read_exceptions, read_thrown};
pub use outline::{Node, Outline};
pub(crate) use pieces::small_members;
pub use read::read_event;
pub use scanner::{Malformed, Scanner};

/// From so many bytes on, an answer is read in pieces.
pub const LARGE: usize = 512 * 1024;

/// A piece has about so many bytes, unless it is a single text or number that is longer.
pub const PIECE: usize = 64 * 1024;

#[cfg(test)]
mod tests;
