//! What an organization uses, by kind and by day, and the plan that it has where plans are sold.

mod advice;
mod counts;
mod daily;
mod history;
mod offers;
mod plan;
mod throttle;

pub use advice::{Advice, Known, advice};
pub use counts::{Counts, Kind, Part, percent_text};
pub use daily::{Daily, daily};
pub use history::{History, HistoryRange};
pub use offers::{Offer, OfferPrice, has_yearly, offers};
pub use plan::{Biller, PlanState, biller, days_left, period};
pub use throttle::{Limit, LimitLevel, RULES, dropped, throttle_text};
