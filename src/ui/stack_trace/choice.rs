//! What a reader wants to see of stack traces.

use glint_model::stack_trace::FrameOrder;

/// Which frames, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StackView {
    /// The application's own frames; the others are folded.
    #[default]
    App,
    /// All frames.
    All,
    /// Plain text, as the platform writes it.
    Raw,
}

/// What a reader chose; the browser keeps it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StackChoice {
    /// Which frames.
    pub view: StackView,
    /// Which end comes first.
    pub order: FrameOrder,
}

impl StackChoice {
    /// Reads what [`Self::to_text`] wrote; anything else is the default.
    pub fn parse(text: &str) -> Self {
        let (view, order) = text.split_once(' ').unwrap_or((text, ""));
        Self {
            view: match view {
                "all" => StackView::All,
                "raw" => StackView::Raw,
                _ => StackView::App,
            },
            order: if order == "oldest" {
                FrameOrder::OldestFirst
            } else {
                FrameOrder::NewestFirst
            },
        }
    }

    /// The words to keep it by.
    pub fn to_text(self) -> String {
        let view = match self.view {
            StackView::App => "app",
            StackView::All => "all",
            StackView::Raw => "raw",
        };
        let order = match self.order {
            FrameOrder::NewestFirst => "newest",
            FrameOrder::OldestFirst => "oldest",
        };
        format!("{view} {order}")
    }
}

#[cfg(test)]
mod tests {
    use super::{StackChoice, StackView};
    use glint_model::stack_trace::FrameOrder;

    #[test]
    fn a_choice_is_read_as_it_is_written() {
        for view in [StackView::App, StackView::All, StackView::Raw] {
            for order in [FrameOrder::NewestFirst, FrameOrder::OldestFirst] {
                let choice = StackChoice { view, order };
                assert_eq!(StackChoice::parse(&choice.to_text()), choice);
            }
        }
        assert_eq!(StackChoice::parse("<script>"), StackChoice::default());
    }
}
