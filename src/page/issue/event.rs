//! One event with what is at its side: `/{organization}/issues/{issue}` and `.../events/{event}`.

mod area;
mod bar;
mod body;
mod data;
mod exceptions;
mod export;
mod frame_links;
mod jumps;
mod links;
mod menu;
mod pins;
mod sections;
mod side;
mod stack_setup;
mod strip;
mod tag_values;
mod unreadable;
mod walk;

pub use area::event_area;
pub use walk::note_rows;
