//! The text of SVG paths, with places to a tenth of a pixel.

/// A path that is being written.
#[derive(Clone, Debug, Default)]
pub(super) struct PathText(String);

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rect {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Rect {
    /// A rectangle at the origin.
    pub fn of_size(width: f64, height: f64) -> Self {
        Self {
            x: 0.0,
            y: 0.0,
            width,
            height,
        }
    }
}

/// How a shape is hatched, so that it is told from another without a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hatch {
    /// Not at all.
    None,
    /// `///`.
    Rising,
    /// `\\\`.
    Falling,
    /// Lines across.
    Level,
    /// Lines down.
    Upright,
    /// Both diagonals.
    Crossed,
}

impl PathText {
    /// The text for `d`.
    pub fn finish(self) -> String {
        self.0
    }

    /// Goes there without a line.
    pub fn start(&mut self, x: f64, y: f64) {
        self.point('M', x, y);
    }

    /// Draws a line to there.
    pub fn line(&mut self, x: f64, y: f64) {
        self.point('L', x, y);
    }

    /// Back to where it started.
    pub fn close(&mut self) {
        self.0.push('z');
    }

    /// A dot, seen where line ends are round.
    pub fn dot(&mut self, x: f64, y: f64) {
        self.start(x, y);
        self.0.push_str("h0");
    }

    /// A rectangle.
    pub fn rect(&mut self, rect: Rect) {
        self.start(rect.x, rect.y);
        self.0.push('h');
        self.number(rect.width);
        self.0.push('v');
        self.number(rect.height);
        self.0.push('h');
        self.number(-rect.width);
        self.close();
    }

    /// Lines over a rectangle, `gap` pixels apart.
    pub fn hatch(&mut self, rect: Rect, hatch: Hatch, gap: f64) {
        if rect.width <= 0.0 || rect.height <= 0.0 || gap < 1.0 {
            return;
        }
        match hatch {
            Hatch::None => {}
            Hatch::Rising => self.diagonals(rect, gap, true),
            Hatch::Falling => self.diagonals(rect, gap, false),
            Hatch::Crossed => {
                self.diagonals(rect, gap, true);
                self.diagonals(rect, gap, false);
            }
            Hatch::Level => self.each(rect.height, gap, |path, at| {
                path.start(rect.x, rect.y + at);
                path.line(rect.x + rect.width, rect.y + at);
            }),
            Hatch::Upright => self.each(rect.width, gap, |path, at| {
                path.start(rect.x + at, rect.y);
                path.line(rect.x + at, rect.y + rect.height);
            }),
        }
    }

    /// Each diagonal is where the distances from the left and from one of the other edges add up to the same.
    fn diagonals(&mut self, rect: Rect, gap: f64, is_rising: bool) {
        self.each(rect.width + rect.height, gap, |path, sum| {
            let (left, right) = ((sum - rect.height).max(0.0), sum.min(rect.width));
            let down = |x: f64| {
                if is_rising { sum - x } else { rect.height - (sum - x) }
            };
            path.start(rect.x + left, rect.y + down(left));
            path.line(rect.x + right, rect.y + down(right));
        });
    }

    fn each(&mut self, length: f64, gap: f64, draw: impl Fn(&mut Self, f64)) {
        let mut at = gap / 2.0;
        while at < length {
            draw(self, at);
            at += gap;
        }
    }

    fn point(&mut self, letter: char, x: f64, y: f64) {
        self.0.push(letter);
        self.number(x);
        self.0.push(' ');
        self.number(y);
    }

    /// By hand: a path of some thousand points is written several times in a second.
    fn number(&mut self, number: f64) {
        let tenths = (number * 10.0).round().clamp(-1e8, 1e8) as i64;
        if tenths < 0 {
            self.0.push('-');
        }
        let tenths = tenths.unsigned_abs();
        self.digits(tenths / 10);
        if !tenths.is_multiple_of(10) {
            self.0.push('.');
            self.digits(tenths % 10);
        }
    }

    fn digits(&mut self, number: u64) {
        if number >= 10 {
            self.digits(number / 10);
        }
        self.0.push(char::from(b'0' + (number % 10) as u8));
    }
}

#[cfg(test)]
mod tests {
    use super::{Hatch, PathText, Rect};
    use crate::testing::random;

    #[test]
    fn places_are_written_to_a_tenth() {
        let mut path = PathText::default();
        path.start(0.0, -0.04);
        path.line(12.34, -5.05);
        path.dot(1e300, f64::NAN);
        path.rect(Rect {
            x: 1.0,
            y: 2.0,
            width: 3.5,
            height: 100.0,
        });
        assert_eq!(path.finish(), "M0 0L12.3 -5.1M10000000 0h0M1 2h3.5v100h-3.5z");
    }

    #[test]
    fn hatching_stays_inside() {
        let mut next = random(13);
        for _ in 0..500 {
            let (width, height) = (next(300) as f64 / 2.0, next(300) as f64 / 2.0);
            let rect = Rect {
                x: 0.0,
                y: 0.0,
                width,
                height,
            };
            for hatch in [
                Hatch::None,
                Hatch::Rising,
                Hatch::Falling,
                Hatch::Level,
                Hatch::Upright,
                Hatch::Crossed,
            ] {
                let mut path = PathText::default();
                path.hatch(rect, hatch, 5.0);
                let text = path.finish();
                for point in text.split(['M', 'L']).filter(|point| !point.is_empty()) {
                    let (x, y) = point.split_once(' ').expect("two numbers");
                    let (x, y): (f64, f64) = (x.parse().expect("x"), y.parse().expect("y"));
                    assert!(
                        (0.0..=width).contains(&x) && (0.0..=height).contains(&y),
                        "{hatch:?} {text}"
                    );
                }
            }
        }
    }
}
