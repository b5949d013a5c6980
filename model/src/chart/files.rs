//! A chart as files: a table in CSV, and a picture that needs nothing else.

use super::clock::Clock;
use super::cursor;
use super::drawing::{Drawing, DrawnSeries, draw};
use super::series::Shape;
use super::shown::Shown;
use super::table::times;
use super::{Chart, LegendEntry, Look, Marks, SpanKind, summary};
use crate::csv::{Cell, cells, row};
use crate::timestamp::Timestamp;

const TITLE_HEIGHT: f64 = 30.0;
const LEGEND_HEIGHT: f64 = 26.0;

/// All values of what is shown, the oldest first, as CSV with a header. Times are in UTC; a range has its lower and its
/// upper value; the last column is what shaded times say. Names are hostile and cannot begin a formula.
pub fn csv(chart: &Chart, shown: Shown) -> String {
    let unit = chart.unit.name();
    let mut head: Vec<String> = match chart.marks {
        Marks::Lines(_) => vec!["time (UTC)".to_owned()],
        Marks::Bars { .. } => vec!["from (UTC)".to_owned(), "to (UTC)".to_owned()],
    };
    for (_, entry) in chart.legend().iter().enumerate().filter(|(place, _)| shown.has(*place)) {
        let name = &entry.name;
        if entry.look == Look::Shape(Shape::Range) {
            head.push(format!("{name}, lower ({unit})"));
            head.push(format!("{name}, upper ({unit})"));
        } else {
            head.push(format!("{name} ({unit})"));
        }
    }
    head.push("note".to_owned());
    let mut out = row(head.iter().map(String::as_str));
    for at_ms in times(chart, shown) {
        let mut texts = vec![Timestamp(at_ms).to_iso()];
        let mut values = Vec::new();
        match &chart.marks {
            Marks::Lines(all) => {
                for (_, series) in all.iter().enumerate().filter(|(place, _)| shown.has(*place)) {
                    let (value, low) = cursor::exact(series, at_ms);
                    if series.shape == Shape::Range {
                        values.push(low);
                    }
                    values.push(value);
                }
            }
            Marks::Bars { buckets, stacks } => {
                let place = super::buckets::place(buckets, at_ms);
                let bucket = place.and_then(|place| buckets.get(place));
                texts.push(bucket.map_or_else(String::new, |bucket| Timestamp(bucket.to_ms).to_iso()));
                for (_, series) in stacks.iter().enumerate().filter(|(place, _)| shown.has(*place)) {
                    values.push(place.and_then(|place| series.value(place)));
                }
            }
        }
        let notes: Vec<&str> = chart.spans_at(at_ms).map(|span| span.label.as_str()).collect();
        let notes = notes.join(", ");
        let texts = texts.iter().map(|text| Cell::Text(text));
        let values = values.into_iter().map(|value| value.map_or(Cell::Empty, Cell::Number));
        out.push_str(&cells(texts.chain(values).chain([Cell::Text(&notes)])));
    }
    out
}

/// The chart as an SVG file of so many pixels, on white, with its title and legend and what it shows in words. No style, no
/// script, nothing from elsewhere.
pub fn svg(chart: &Chart, shown: Shown, width: f64, height: f64, clock: &Clock) -> String {
    let drawing = draw(chart, shown, width, height, clock);
    let (width, height) = (drawing.width, drawing.height + TITLE_HEIGHT + LEGEND_HEIGHT);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" viewBox=\"0 0 {width:.0} \
         {height:.0}\" font-family=\"system-ui, sans-serif\" font-size=\"11\" fill=\"#4a4f5c\">\n<title>{}</title>\n\
         <desc>{}</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n",
        escaped(&chart.title),
        escaped(&summary(chart, shown, clock).join(" "))
    );
    out.push_str(&format!(
        "<text x=\"{:.1}\" y=\"20\" font-size=\"14\" font-weight=\"600\" fill=\"#1c1f27\">{}</text>\n",
        drawing.left.min(12.0),
        escaped(&chart.title)
    ));
    push_axes(&mut out, &drawing);
    let (left, top) = (drawing.left, drawing.top + TITLE_HEIGHT);
    out.push_str(&format!(
        "<svg x=\"{left:.1}\" y=\"{top:.1}\" width=\"{:.1}\" height=\"{:.1}\">\n",
        drawing.plot_width, drawing.plot_height
    ));
    push_plot(&mut out, &drawing);
    out.push_str("</svg>\n");
    push_legend(&mut out, chart, shown, left, height - 9.0);
    out.push_str("</svg>\n");
    out
}

fn push_axes(out: &mut String, drawing: &Drawing) {
    let (left, top) = (drawing.left, drawing.top + TITLE_HEIGHT);
    for tick in &drawing.values {
        let y = top + tick.at;
        out.push_str(&format!(
            "<path d=\"M{left:.1} {y:.1}h{:.1}\" stroke=\"#dfe1e6\"/><text x=\"{:.1}\" y=\"{:.1}\" \
             text-anchor=\"end\">{}</text>\n",
            drawing.plot_width,
            left - 6.0,
            y + 4.0,
            escaped(&tick.label)
        ));
    }
    for tick in &drawing.times {
        out.push_str(&format!(
            "<path d=\"M{:.1} {:.1}v4\" stroke=\"#7b7f8a\"/><text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>\n",
            left + tick.at,
            top + drawing.plot_height,
            left + tick.label_at,
            top + drawing.plot_height + 17.0,
            escaped(&tick.label)
        ));
    }
}

fn push_plot(out: &mut String, drawing: &Drawing) {
    for span in &drawing.spans {
        let colour = match span.kind {
            SpanKind::Down => "#c0262d",
            SpanKind::Unknown => "#7b7f8a",
        };
        out.push_str(&format!(
            "<rect x=\"{:.1}\" width=\"{:.1}\" height=\"100%\" fill=\"{colour}\" fill-opacity=\"0.08\"/><path d=\"{}\" \
             stroke=\"{colour}\" stroke-opacity=\"0.45\"/>\n",
            span.x, span.width, span.hatch
        ));
        if let Some(label) = &span.label {
            out.push_str(&format!(
                "<text x=\"{:.1}\" y=\"13\" fill=\"{colour}\">{}</text>\n",
                span.x + 4.0,
                escaped(label)
            ));
        }
    }
    for series in &drawing.series {
        push_series(out, series);
    }
    for threshold in &drawing.thresholds {
        out.push_str(&format!(
            "<path d=\"M0 {:.1}H{:.1}\" stroke=\"#1c1f27\" stroke-dasharray=\"5 4\"/><text x=\"{:.1}\" y=\"{:.1}\" \
             text-anchor=\"end\" fill=\"#1c1f27\">{}</text>\n",
            threshold.y,
            drawing.plot_width,
            drawing.plot_width - 4.0,
            threshold.label_y,
            escaped(&threshold.label)
        ));
    }
}

fn push_series(out: &mut String, series: &DrawnSeries) {
    let colour = series.ink.literal();
    if !series.fill.is_empty() {
        let opacity = if series.look == Look::Bar { "1" } else { "0.2" };
        out.push_str(&format!(
            "<path d=\"{}\" fill=\"{colour}\" fill-opacity=\"{opacity}\"/>\n",
            series.fill
        ));
    }
    if !series.hatch.is_empty() {
        out.push_str(&format!(
            "<path d=\"{}\" stroke=\"#fff\" stroke-width=\"1.2\"/>\n",
            series.hatch
        ));
    }
    if !series.line.is_empty() {
        out.push_str(&format!(
            "<path d=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.6\" stroke-linejoin=\"round\" \
             stroke-dasharray=\"{}\"/>\n",
            series.line,
            series.ink.dash()
        ));
    }
    if !series.dots.is_empty() {
        out.push_str(&format!(
            "<path d=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"5\" stroke-linecap=\"round\"/>\n",
            series.dots
        ));
    }
}

fn push_legend(out: &mut String, chart: &Chart, shown: Shown, left: f64, y: f64) {
    let mut x = left;
    for (place, entry) in chart.legend().into_iter().enumerate() {
        if !shown.has(place) {
            continue;
        }
        let LegendEntry { name, ink, .. } = entry;
        out.push_str(&format!(
            "<path d=\"M{x:.1} {:.1}h18\" stroke=\"{}\" stroke-width=\"3\" stroke-dasharray=\"{}\"/><text x=\"{:.1}\" \
             y=\"{y:.1}\">{}</text>\n",
            y - 4.0,
            ink.literal(),
            ink.dash(),
            x + 24.0,
            escaped(&name)
        ));
        x += 42.0 + name.chars().count() as f64 * 6.4;
    }
}

/// Text for any place in XML: no markup, and none of the characters that no XML may hold.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ if c.is_control() => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests;
