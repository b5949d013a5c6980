//! Where the preview lies: beside its row, never on it.

/// How far it keeps from the edge of the window, in pixels.
const EDGE: i32 = 8;

/// How far it keeps from its row: so little that the pointer gets across.
const GAP: i32 = 2;

/// How far it keeps from the pointer, so that moving straight on does not enter it.
const OFF_POINTER: i32 = 20;

/// How wide it is where there is room.
const WIDTH: i32 = 500;

/// Below the row, if there is room for this much; else wherever there is more.
const ROOM: i32 = 380;

/// A sheet lies at the foot of the window, if there is room for this much below the row.
const SHEET_ROOM: i32 = 200;

/// The size of the window, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// From left to right.
    pub width: i32,
    /// From top to bottom.
    pub height: i32,
}

/// On which side of its row it lies, by the distance from that edge of the window, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Below; its own top from the window's top.
    Below(i32),
    /// Above; its own bottom from the window's bottom, so that it grows upwards.
    Above(i32),
}

/// Where it starts, in pixels from the left of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// Clear of the pointer, which is here: right of it, or left of it where the window ends.
    Pointer(i32),
    /// Flush with the title of its row, which starts here.
    Title(i32),
}

/// Where it lies, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Card {
    /// From the left.
    pub left: i32,
    /// Its width.
    pub width: i32,
    /// Above or below the row.
    pub side: Side,
    /// Its height at most.
    pub height: i32,
}

/// The place beside a row that goes from `top` to `bottom`.
pub fn beside(top: i32, bottom: i32, start: Start, window: Window) -> Card {
    let width = WIDTH.min(window.width - 2 * EDGE).max(0);
    let last = (window.width - EDGE - width).max(EDGE);
    let left = match start {
        Start::Title(left) => left.clamp(EDGE, last),
        Start::Pointer(x) => {
            let (right, left) = (x + OFF_POINTER, x - OFF_POINTER - width);
            if right > last && left >= EDGE {
                left
            } else {
                right.clamp(EDGE, last)
            }
        }
    };
    let below = window.height - EDGE - bottom - GAP;
    let above = top - GAP - EDGE;
    let (side, height) = if below >= ROOM || below >= above {
        (Side::Below(bottom + GAP), below)
    } else {
        (Side::Above(window.height - top + GAP), above)
    };
    Card {
        left,
        width,
        side,
        height: height.max(0),
    }
}

/// The place in a narrow window: across its foot, or across its head where the row is at the foot.
pub fn sheet(top: i32, bottom: i32, window: Window) -> Card {
    let (above, below) = (top - GAP, window.height - bottom - GAP);
    let (side, height) = if below >= SHEET_ROOM || below >= above {
        (Side::Above(0), below)
    } else {
        (Side::Below(0), above)
    };
    Card {
        left: 0,
        width: window.width,
        side,
        height: height.min(window.height * 3 / 5).max(0),
    }
}

#[cfg(test)]
mod tests {
    use super::{Card, EDGE, Side, Start, Window, beside, sheet};

    const WINDOW: Window = Window {
        width: 1440,
        height: 900,
    };

    #[test]
    fn it_lies_below_while_there_is_room_and_right_of_the_pointer() {
        let card = |left, side, height| Card {
            left,
            width: 500,
            side,
            height,
        };
        for (top, start, want) in [
            (200, Start::Pointer(400), card(420, Side::Below(262), 630)),
            (450, Start::Pointer(400), card(420, Side::Below(512), 380)),
            (451, Start::Pointer(400), card(420, Side::Above(451), 441)),
            (800, Start::Pointer(0), card(20, Side::Above(102), 790)),
            (200, Start::Pointer(1300), card(780, Side::Below(262), 630)),
            (200, Start::Pointer(912), card(932, Side::Below(262), 630)),
            (200, Start::Pointer(913), card(393, Side::Below(262), 630)),
            (200, Start::Title(290), card(290, Side::Below(262), 630)),
            (200, Start::Title(1300), card(932, Side::Below(262), 630)),
        ] {
            assert_eq!(beside(top, top + 60, start, WINDOW), want, "{top} {start:?}");
        }
    }

    #[test]
    fn it_stays_in_the_window_and_off_its_row_and_the_pointer() {
        for width in [0, 320, 721, 1024, 1440] {
            for height in [0, 300, 900] {
                for top in (-80..height + 80).step_by(7) {
                    for pointer in (0..=width).step_by(13) {
                        let card = beside(top, top + 57, Start::Pointer(pointer), Window { width, height });
                        let right = card.left + card.width;
                        assert!(
                            card.left >= EDGE && (right <= width - EDGE || width < 2 * EDGE),
                            "{card:?}"
                        );
                        assert!(
                            card.height <= height || height == 0 || top < 0 || top + 57 > height,
                            "{card:?}"
                        );
                        match card.side {
                            Side::Below(at) => assert!(at >= top + 57, "{card:?}"),
                            Side::Above(at) => assert!(height - at <= top, "{card:?}"),
                        }
                        if width >= 1100 {
                            assert!(card.left > pointer || right < pointer, "{pointer} {card:?}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn a_sheet_leaves_its_row_free() {
        let window = Window {
            width: 390,
            height: 800,
        };
        for top in (90..740).step_by(10) {
            let card = sheet(top, top + 60, window);
            assert_eq!((card.left, card.width), (0, 390));
            match card.side {
                Side::Above(from_foot) => assert!(800 - from_foot - card.height >= top + 60, "{top} {card:?}"),
                Side::Below(from_head) => assert!(from_head + card.height <= top, "{top} {card:?}"),
            }
            assert!((198..=480).contains(&card.height), "{top} {card:?}");
        }
    }
}
