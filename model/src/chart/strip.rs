//! A row of results, each a cell: what it was is told by its shape as well as by its colour.

use super::path::{PathText, Rect};

/// The height of the drawing, and the line on which the cells stand.
pub const HEIGHT: f64 = 28.0;
const GROUND: f64 = 22.0;
/// The width of a cell and of the bar within it, in units of the drawing.
pub const CELL_WIDTH: f64 = 10.0;
const BAR_WIDTH: f64 = 7.5;
/// The lowest bar.
const LEAST: f64 = 5.0;

/// What a result was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKind {
    /// As it should be: a bar.
    Up,
    /// Slow: a bar in two pieces.
    Slow,
    /// Not working: a bar from top to bottom, through the line on which the others stand.
    Down,
    /// Not known: a dash on the line.
    None,
}

/// One result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What it was.
    pub kind: CellKind,
    /// How high it is, in percent. Of no matter for what was down or is not known.
    pub height: u8,
}

impl Cell {
    /// A cell as high as something took long; all that takes `top_ms` or longer is as high as can be, and what has no
    /// duration is half as high.
    pub fn of(kind: CellKind, duration_ms: Option<f64>, top_ms: f64) -> Self {
        let share = match duration_ms {
            Some(duration) if top_ms > 0.0 && duration.is_finite() => (duration / top_ms).clamp(0.0, 1.0),
            _ => 0.5,
        };
        Self {
            kind,
            height: (share * 100.0).round() as u8,
        }
    }
}

/// A strip as one path for each kind: thousands of strips are on a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StripPaths {
    /// What was as it should be.
    pub up: String,
    /// What was slow.
    pub slow: String,
    /// What was not working.
    pub down: String,
    /// What is not known.
    pub none: String,
}

/// Draws cells from the left, [`CELL_WIDTH`] wide each, [`HEIGHT`] high.
pub fn paths(cells: &[Cell]) -> StripPaths {
    let (mut up, mut slow, mut down, mut none) = <(PathText, PathText, PathText, PathText)>::default();
    for (at, cell) in cells.iter().enumerate() {
        let x = at as f64 * CELL_WIDTH + (CELL_WIDTH - BAR_WIDTH) / 2.0;
        let height = LEAST + (GROUND - LEAST) * f64::from(cell.height.min(100)) / 100.0;
        let bar = |y: f64, height: f64| Rect {
            x,
            y,
            width: BAR_WIDTH,
            height,
        };
        match cell.kind {
            CellKind::Up => up.rect(bar(GROUND - height, height)),
            CellKind::Slow => {
                // The upper piece hovers over the lower one.
                let height = height.max(10.0);
                slow.rect(bar(GROUND - height, 3.0));
                slow.rect(bar(GROUND - height + 5.5, height - 5.5));
            }
            CellKind::Down => down.rect(bar(0.0, HEIGHT)),
            CellKind::None => none.rect(bar(GROUND - 2.0, 2.0)),
        }
    }
    StripPaths {
        up: up.finish(),
        slow: slow.finish(),
        down: down.finish(),
        none: none.finish(),
    }
}

/// The cell at a share of the width, from 0 to 1. None when there are no cells.
pub fn cell_at(share: f64, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let place = (share.clamp(0.0, 1.0) * count as f64).floor() as usize;
    Some(place.min(last))
}

#[cfg(test)]
mod tests {
    use super::{Cell, CellKind, cell_at, paths};

    #[test]
    fn each_kind_has_a_shape_of_its_own() {
        let cells =
            [CellKind::Up, CellKind::Slow, CellKind::Down, CellKind::None].map(|kind| Cell { kind, height: 100 });
        let paths = paths(&cells);
        assert_eq!(paths.up, "M1.3 0h7.5v22h-7.5z");
        assert_eq!(paths.slow, "M11.3 0h7.5v3h-7.5zM11.3 5.5h7.5v16.5h-7.5z");
        assert_eq!(paths.down, "M21.3 0h7.5v28h-7.5z");
        assert_eq!(paths.none, "M31.3 20h7.5v2h-7.5z");
    }

    #[test]
    fn the_height_is_the_duration() {
        let height = |duration, top| Cell::of(CellKind::Up, duration, top).height;
        assert_eq!(height(Some(50.0), 200.0), 25);
        assert_eq!(height(Some(900.0), 200.0), 100);
        assert_eq!(height(Some(-1.0), 200.0), 0);
        for (duration, top) in [(None, 200.0), (Some(5.0), 0.0), (Some(f64::NAN), 9.0)] {
            assert_eq!(height(duration, top), 50);
        }
    }

    #[test]
    fn a_pointer_is_always_at_a_cell() {
        assert_eq!(
            [-1.0, 0.0, 0.49, 0.5, 1.0, f64::NAN].map(|share| cell_at(share, 2)),
            [Some(0), Some(0), Some(0), Some(1), Some(1), Some(0)]
        );
        assert_eq!(cell_at(0.5, 0), None);
    }
}
