//! Charts over time: what is to be drawn, and everything about it that is no drawing yet. Scales, ticks in the reader's
//! zone, paths, what the cross-hair finds, and the same in words, as a table and as files. `ui/chart/` draws it.

pub mod buckets;
mod clock;
pub mod cursor;
mod drawing;
mod files;
mod path;
mod sample;
mod scale;
mod series;
mod shown;
pub mod spark;
mod step;
pub mod strip;
mod summary;
mod table;
mod time_ticks;
mod unit;
mod value_axis;

pub use buckets::Bucket;
pub use clock::{Clock, Precision};
pub use drawing::{AxisTick, Drawing, DrawnSeries, DrawnSpan, DrawnThreshold, draw, span_swatch, swatch};
pub use files::{csv, svg};
pub use scale::Scale;
pub use series::{BarSeries, Ink, Point, Series, Shape};
pub use shown::Shown;
pub use step::Step;
pub use strip::{Cell, CellKind};
pub use summary::summary;
pub use table::{Table, table};
pub use unit::Unit;

/// What happens over a span of time, with all that is drawn around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// What is measured: `Response time`. Names the drawing for who does not see it, and the files.
    pub title: String,
    /// What the values are.
    pub unit: Unit,
    /// Where the time axis begins: milliseconds since the Unix epoch.
    pub from_ms: i64,
    /// Where it ends.
    pub to_ms: i64,
    /// What is drawn.
    pub marks: Marks,
    /// Lines across.
    pub thresholds: Vec<Threshold>,
    /// Times that are shaded.
    pub spans: Vec<Span>,
    /// The value axis goes at least so high.
    pub least_top: f64,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Marks {
    /// Lines, areas and ranges, in the order in which they are painted.
    Lines(Vec<Series>),
    /// Bars; those of several series stand upon one another.
    Bars {
        /// The time of each bar, the oldest first.
        buckets: Vec<Bucket>,
        /// The values, from the bottom up.
        stacks: Vec<BarSeries>,
    },
}

/// A value that matters.
#[derive(Clone, Debug, PartialEq)]
pub struct Threshold {
    /// In the chart's unit.
    pub value: f64,
    /// What it is: `Slow`.
    pub label: String,
}

/// What a shaded time means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpanKind {
    /// Something was not working.
    Down,
    /// Nobody knows.
    Unknown,
}

/// A shaded time.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// When it begins, in milliseconds.
    pub from_ms: i64,
    /// When it ends.
    pub to_ms: i64,
    /// What it means.
    pub kind: SpanKind,
    /// The same in words: `Down: timeout`.
    pub label: String,
}

/// A series as the legend shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendEntry {
    /// What it is called.
    pub name: String,
    /// How it looks.
    pub ink: Ink,
    /// How it is drawn.
    pub look: Look,
}

/// How a series of any kind is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// As a line or what is around one.
    Shape(Shape),
    /// As bars.
    Bar,
}

impl Chart {
    /// Lines, areas and ranges between two points in time.
    pub fn lines(title: impl Into<String>, unit: Unit, from_ms: i64, to_ms: i64, series: Vec<Series>) -> Self {
        Self::new(title.into(), unit, (from_ms, to_ms), Marks::Lines(series))
    }

    /// Bars, from the beginning of the first bucket to the end of the last one.
    pub fn bars(title: impl Into<String>, unit: Unit, buckets: Vec<Bucket>, stacks: Vec<BarSeries>) -> Self {
        let from = buckets.first().map_or(0, |bucket| bucket.from_ms);
        let to = buckets.last().map_or(from, |bucket| bucket.to_ms);
        Self::new(title.into(), unit, (from, to), Marks::Bars { buckets, stacks })
    }

    fn new(title: String, unit: Unit, (from_ms, to_ms): (i64, i64), marks: Marks) -> Self {
        Self {
            title,
            unit,
            from_ms,
            to_ms: to_ms.max(from_ms.saturating_add(1)),
            marks,
            thresholds: Vec::new(),
            spans: Vec::new(),
            least_top: 0.0,
        }
    }

    /// The same with lines across.
    pub fn with_thresholds(mut self, thresholds: Vec<Threshold>) -> Self {
        self.thresholds = thresholds;
        self
    }

    /// The same with shaded times.
    pub fn with_spans(mut self, spans: Vec<Span>) -> Self {
        self.spans = spans;
        self
    }

    /// The same with a value axis that goes at least so high.
    pub fn with_least_top(mut self, top: f64) -> Self {
        self.least_top = top;
        self
    }

    /// What the legend names, in its order.
    pub fn legend(&self) -> Vec<LegendEntry> {
        let entry = |name: &String, ink, look| LegendEntry {
            name: name.clone(),
            ink,
            look,
        };
        match &self.marks {
            Marks::Lines(all) => {
                let entries = all.iter().map(|one| entry(&one.name, one.ink, Look::Shape(one.shape)));
                entries.collect()
            }
            Marks::Bars { stacks, .. } => {
                let entries = stacks.iter().map(|one| entry(&one.name, one.ink, Look::Bar));
                entries.collect()
            }
        }
    }

    /// Whether there is no value at all within its time.
    pub fn is_empty(&self) -> bool {
        match &self.marks {
            Marks::Lines(all) => !all.iter().any(|one| {
                let inside = one.within(self.from_ms, self.to_ms);
                inside.iter().any(|point| point.value.is_some())
            }),
            Marks::Bars { stacks, .. } => !stacks.iter().any(|one| one.values.iter().any(Option::is_some)),
        }
    }

    /// Where the cross-hair is drawn that stands at a point in time: in the middle of its bar, if there are bars.
    pub fn middle_of(&self, at_ms: i64) -> i64 {
        let Marks::Bars { buckets: all, .. } = &self.marks else {
            return at_ms;
        };
        let bucket = buckets::place(all, at_ms).and_then(|place| all.get(place));
        bucket.map_or(at_ms, |bucket| bucket.from_ms / 2 + bucket.to_ms / 2)
    }

    /// What lies over a point in time.
    fn spans_at(&self, at_ms: i64) -> impl Iterator<Item = &Span> {
        self.spans
            .iter()
            .filter(move |span| (span.from_ms..span.to_ms.max(span.from_ms.saturating_add(1))).contains(&at_ms))
    }
}
