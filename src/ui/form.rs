//! What forms are made of: fields that say what is wrong with them, the list of what is wrong, the button that saves, and
//! the question before what was typed is left behind.

mod complaints;
mod confirm;
mod field;
mod leave;
mod refused_button;
mod save_button;
mod sheet;

pub use complaints::{Complaint, Complaints};
pub use confirm::{Asking, Question};
pub use field::{Frame, TextField, TextKind, Wiring, framed, text_field};
pub use leave::{Leaving, ask_before_leaving};
pub use refused_button::refused_button;
pub use save_button::save_button;
pub use sheet::{FieldName, Sheet, TextEntry};
