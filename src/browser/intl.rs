//! Dates and durations in the reader's own language, zone and habits, by the browser's `Intl`.

use glint_model::chart::{Clock, Precision};
use glint_model::local_time::LocalTime;
use glint_model::relative_time::relative;
use glint_model::time_range::TimeRange;
use glint_model::timestamp::Timestamp;
use js_sys::{Array, Date, Function, Intl, JsString, Object, Reflect};
use std::cmp::Ordering;
use wasm_bindgen::{JsCast, JsValue};

/// The reader's clock, calendar and language, for charts.
pub const CLOCK: Clock = Clock {
    local: local_time,
    instant,
    label,
};

thread_local! {
    static SECOND: Option<Function> =
        date_format(&[("hour", "numeric"), ("minute", "2-digit"), ("second", "2-digit")]);
    static MINUTE: Option<Function> = date_format(&[("hour", "numeric"), ("minute", "2-digit")]);
    static DAY: Option<Function> = date_format(&[("day", "numeric"), ("month", "short")]);
    static MONTH: Option<Function> = date_format(&[("month", "short"), ("year", "numeric")]);
    static YEAR: Option<Function> = date_format(&[("year", "numeric")]);
    static DATE: Option<Function> = date_format(&[("dateStyle", "medium")]);
    static LOCAL: Option<Function> = date_format(&[("dateStyle", "medium"), ("timeStyle", "medium")]);
    static LONG_DAY: Option<Function> = date_format(&[("dateStyle", "long")]);
    static UTC: Option<Function> = date_format(&[("dateStyle", "medium"), ("timeStyle", "medium"), ("timeZone", "UTC")]);
    static DISTANCE: Intl::RelativeTimeFormat =
        Intl::RelativeTimeFormat::new(&languages(), &options(&[("numeric", "auto")]));
}

/// Milliseconds since the epoch, now, by the reader's clock.
pub fn now_ms() -> i64 {
    Date::now() as i64
}

/// The order of two names in the reader's language.
pub fn compare(one: &str, other: &str) -> Ordering {
    JsString::from(one)
        .locale_compare(other, &languages(), &Object::new())
        .cmp(&0)
}

/// Date and time in the reader's zone, such as `23 Nov 2026, 09:15:11`.
pub fn local(at: Timestamp) -> String {
    LOCAL.with(|format| formatted(format.as_ref(), at))
}

/// The day in the reader's zone, such as `23 November 2026`.
pub fn day(at: Timestamp) -> String {
    LONG_DAY.with(|format| formatted(format.as_ref(), at))
}

/// Date and time in UTC, and says so.
pub fn utc(at: Timestamp) -> String {
    UTC.with(|format| format!("{} UTC", formatted(format.as_ref(), at)))
}

/// A point in time in the reader's zone and language, as much of it as is wanted.
pub fn label(at: Timestamp, precision: Precision) -> String {
    let format = match precision {
        Precision::Second => &SECOND,
        Precision::Minute => &MINUTE,
        Precision::Day => &DAY,
        Precision::Month => &MONTH,
        Precision::Year => &YEAR,
        Precision::Date => &DATE,
        Precision::Full => &LOCAL,
    };
    format.with(|format| formatted(format.as_ref(), at))
}

/// How long ago, in words: `5 minutes ago`, `yesterday`.
pub fn ago(at: Timestamp) -> String {
    let (value, unit) = relative(at.0, now_ms());
    DISTANCE.with(|format| format.format(value as f64, unit.as_str()).into())
}

/// The name of the reader's zone, such as `Europe/Berlin`; empty where the browser keeps it to itself.
pub fn zone() -> String {
    let options = Intl::DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    Reflect::get(&options, &"timeZone".into())
        .ok()
        .and_then(|zone| zone.as_string())
        .unwrap_or_default()
}

/// What the reader's clock shows at a point in time.
pub fn local_time(at: Timestamp) -> LocalTime {
    let behind_minutes = Date::new(&JsValue::from_f64(at.0 as f64)).get_timezone_offset();
    LocalTime::at(at, -(behind_minutes as i64))
}

/// When the reader's clock shows this. In the hour that the clock skips in spring it is an hour later; in the one that it
/// shows twice in autumn it is the first time. None for what no `Date` can hold.
pub fn instant(local: LocalTime) -> Option<Timestamp> {
    let ms = Date::new(&JsValue::from_str(&local.field_text())).get_time();
    (!ms.is_nan()).then_some(Timestamp(ms as i64))
}

/// What a time range is called, in the reader's zone.
pub fn range(range: &TimeRange) -> String {
    range.label_in(&local_time, Timestamp(now_ms()))
}

fn formatted(format: Option<&Function>, at: Timestamp) -> String {
    let date = Date::new(&JsValue::from_f64(at.0 as f64));
    format
        .and_then(|format| format.call1(&JsValue::NULL, &date).ok())
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| at.to_iso())
}

fn date_format(pairs: &[(&str, &str)]) -> Option<Function> {
    Intl::DateTimeFormat::new(&languages(), &options(pairs))
        .format()
        .dyn_into()
        .ok()
}

fn languages() -> Array {
    super::dom::window().navigator().languages()
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (name, value) in pairs {
        let _ = Reflect::set(&object, &(*name).into(), &(*value).into());
    }
    object
}
