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
    /// Which end comes first; none when nobody chose.
    pub order: Option<FrameOrder>,
    /// Which end comes first when nobody chose: as the account has it. The browser does not keep it.
    pub account_order: FrameOrder,
    /// Whether the code is shown as it was sent, such as minified, where there are both.
    pub is_as_sent: bool,
}

impl StackChoice {
    /// Which end comes first.
    pub fn order(self) -> FrameOrder {
        self.order.unwrap_or(self.account_order)
    }

    /// Reads what [`Self::to_text`] wrote; anything else is the default.
    pub fn parse(text: &str) -> Self {
        let mut words = text.split(' ');
        let mut word = || words.next().unwrap_or_default();
        Self {
            view: match word() {
                "all" => StackView::All,
                "raw" => StackView::Raw,
                _ => StackView::App,
            },
            order: match word() {
                "oldest" => Some(FrameOrder::OldestFirst),
                "newest" => Some(FrameOrder::NewestFirst),
                _ => None,
            },
            is_as_sent: word() == "sent",
            account_order: FrameOrder::default(),
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
            Some(FrameOrder::NewestFirst) => "newest",
            Some(FrameOrder::OldestFirst) => "oldest",
            None => "any",
        };
        let code = if self.is_as_sent { "sent" } else { "mapped" };
        format!("{view} {order} {code}")
    }
}

#[cfg(test)]
mod tests {
    use super::{StackChoice, StackView};
    use glint_model::stack_trace::FrameOrder;

    #[test]
    fn a_choice_is_read_as_it_is_written() {
        for view in [StackView::App, StackView::All, StackView::Raw] {
            for order in [None, Some(FrameOrder::NewestFirst), Some(FrameOrder::OldestFirst)] {
                for is_as_sent in [false, true] {
                    let choice = StackChoice {
                        view,
                        order,
                        is_as_sent,
                        ..StackChoice::default()
                    };
                    assert_eq!(StackChoice::parse(&choice.to_text()), choice);
                }
            }
        }
        assert_eq!(StackChoice::parse("<script>"), StackChoice::default());
        assert_eq!(StackChoice::parse("all oldest").order(), FrameOrder::OldestFirst);
    }

    #[test]
    fn the_account_decides_where_nobody_chose() {
        let mut choice = StackChoice {
            account_order: FrameOrder::OldestFirst,
            ..StackChoice::default()
        };
        assert_eq!(choice.order(), FrameOrder::OldestFirst);
        choice.order = Some(FrameOrder::NewestFirst);
        assert_eq!(choice.order(), FrameOrder::NewestFirst);
    }
}
