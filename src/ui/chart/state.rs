//! What a chart is asked to be, and where it stands.

use crate::browser::intl;
use crate::browser::resize::Measured;
use crate::reactive::effect;
use glint_model::chart::{Chart, Clock, Drawing, Shown, cursor, draw};
use leptos::html;
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;

/// How wide a chart is drawn until it is measured.
const FIRST_WIDTH: f64 = 640.0;

type OnZoom = Rc<dyn Fn(i64, i64)>;

/// How a chart behaves.
pub struct ChartOptions {
    file: String,
    height: f64,
    clock: Clock,
    on_zoom: Option<OnZoom>,
}

impl ChartOptions {
    /// A chart that is saved under this name, without an ending. The name is the chart's own on its page.
    pub fn new(file: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            height: 220.0,
            clock: intl::CLOCK,
            on_zoom: None,
        }
    }

    /// The same with a brush: calls back with the time that was chosen, in milliseconds. The page shows that time.
    pub fn on_zoom(mut self, zoom: impl Fn(i64, i64) + 'static) -> Self {
        self.on_zoom = Some(Rc::new(zoom));
        self
    }

    /// The same, so many CSS pixels high.
    pub fn height(mut self, height: u32) -> Self {
        self.height = f64::from(height);
        self
    }

    /// The same by another clock than the reader's.
    pub fn clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }
}

/// What is to be shown at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    Loading,
    Empty,
    Ready,
}

/// A time that is being chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Brush {
    /// Where it was begun, in milliseconds.
    pub anchor: i64,
    /// Where it is now.
    pub end: i64,
}

/// Where a chart stands.
#[derive(Clone, Copy)]
pub(super) struct View {
    pub chart: Signal<Option<Arc<Chart>>>,
    pub phase: Memo<Phase>,
    pub shown: RwSignal<Shown>,
    /// Where the cross-hair is, in milliseconds.
    pub at: RwSignal<Option<i64>>,
    pub brush: RwSignal<Option<Brush>>,
    pub drawing: Memo<Option<Arc<Drawing>>>,
    pub place: NodeRef<html::Div>,
    pub clock: Clock,
    pub height: f64,
    pub file: StoredValue<String>,
    pub has_zoom: bool,
    on_zoom: StoredValue<Option<OnZoom>, LocalStorage>,
}

impl View {
    pub fn new(chart: Signal<Option<Arc<Chart>>>, options: ChartOptions) -> Self {
        let ChartOptions {
            file,
            height,
            clock,
            on_zoom,
        } = options;
        let shown = RwSignal::new(Shown::ALL);
        let width = RwSignal::new(FIRST_WIDTH);
        let place = NodeRef::<html::Div>::new();
        let measured = StoredValue::new_local(None::<Measured>);
        effect(move || {
            let tell = move |now: f64| {
                if now > 0.0
                    && width
                        .try_get_untracked()
                        .is_some_and(|width| (width - now).abs() >= 1.0)
                {
                    width.try_set(now.floor());
                }
            };
            measured.set_value(place.get().and_then(|place| Measured::new(&place, tell)));
        });
        let phase = Memo::new(move |_| {
            chart.with(|chart| match chart {
                None => Phase::Loading,
                Some(chart) if chart.is_empty() => Phase::Empty,
                Some(_) => Phase::Ready,
            })
        });
        let drawing = Memo::new(move |_| {
            let (shown, width) = (shown.get(), width.get());
            chart.with(|chart| {
                let chart = chart.as_ref()?;
                Some(Arc::new(draw(chart, shown, width, height, &clock)))
            })
        });
        Self {
            chart,
            phase,
            shown,
            at: RwSignal::new(None),
            brush: RwSignal::new(None),
            drawing,
            place,
            clock,
            height,
            file: StoredValue::new(file),
            has_zoom: on_zoom.is_some(),
            on_zoom: StoredValue::new_local(on_zoom),
        }
    }

    /// What is measured. Tracked.
    pub fn title(self) -> String {
        self.chart
            .with(|chart| chart.as_ref().map(|chart| chart.title.clone()).unwrap_or_default())
    }

    /// The height for a style.
    pub fn css_height(self) -> String {
        format!("{}px", self.height as i32)
    }

    /// An id of the page for a part of the chart.
    pub fn id(self, part: &str) -> String {
        self.file.with_value(|file| format!("chart-{file}-{part}"))
    }

    /// Looks at the chart and what of it is shown, without tracking. None while it is loading.
    pub fn peek<T>(self, look: impl FnOnce(&Chart, Shown) -> T) -> Option<T> {
        let shown = self.shown.get_untracked();
        self.chart
            .with_untracked(|chart| chart.as_ref().map(|chart| look(chart, shown)))
    }

    /// Where the cross-hair is, as long as the chart shows that time. Tracked.
    pub fn pointed(self) -> Option<i64> {
        let at = self.at.get()?;
        self.chart.with(|chart| {
            let chart = chart.as_ref()?;
            (chart.from_ms..=chart.to_ms).contains(&at).then_some(at)
        })
    }

    /// The time that is chosen, from its beginning to its end. Tracked.
    pub fn chosen(self) -> Option<(i64, i64)> {
        let brush = self.brush.get()?;
        self.chart
            .with(|chart| cursor::brushed(chart.as_ref()?, brush.anchor, brush.end))
    }

    /// Asks the page for the time that is chosen. Gives whether there was one.
    pub fn zoom_to_chosen(self) -> bool {
        let brush = self.brush.get_untracked();
        self.brush.set(None);
        let chosen = brush.and_then(|brush| self.peek(|chart, _| cursor::brushed(chart, brush.anchor, brush.end)));
        let Some((from, to)) = chosen.flatten() else {
            return false;
        };
        self.zoom(from, to);
        true
    }

    /// Asks the page for a time.
    pub fn zoom(self, from_ms: i64, to_ms: i64) {
        // What is called may take the chart away.
        let zoom = self.on_zoom.with_value(Clone::clone);
        if let Some(zoom) = zoom {
            zoom(from_ms, to_ms);
        }
    }
}
