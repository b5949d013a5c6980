//! All monitors of an organization on one page: what each row says, and which rows are shown in which groups and order.

mod arrange;
mod board;
mod counts;
mod health;
mod hold;
mod pace;
mod prefix;
mod row;
mod rows;
mod view;
mod words;

pub use arrange::{Group, arrange};
pub use board::{Board, Size};
pub use counts::{Counts, kinds};
pub use health::Health;
pub use hold::hold;
pub use pace::{Pace, age_text};
pub use row::{Seen, Target, WallRow};
pub use rows::{add_page, find};
pub use view::{GroupBy, SortBy, WallView};
pub use words::{check_words, down_reason, for_text, length_text, seen_text};
