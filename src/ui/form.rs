//! What forms are made of: fields that say what is wrong with them, the list of what is wrong, the button that saves, and
//! the question before what was typed is left behind.

mod complaints;
mod field;
mod leave;
mod save_button;

pub use complaints::{Complaint, Complaints};
pub use field::{Frame, TextField, TextKind, Wiring, framed, text_field};
pub use leave::{Leaving, ask_before_leaving};
pub use save_button::save_button;
