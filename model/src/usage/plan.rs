//! The plan that an organization has, in words, and who may change it.

use crate::text::counted;
use crate::timestamp::Timestamp;
use crate::wire::billing::Subscription;
use crate::wire::member::Member;

const DAY_MS: i64 = 86_400_000;

/// How a subscription stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanState {
    /// There is none.
    None,
    /// It is tried out.
    Trialing,
    /// As it should be.
    Active,
    /// A payment did not come through.
    PastDue,
    /// It was ended.
    Canceled,
    /// Something else, in Stripe's word.
    Other(String),
}

impl PlanState {
    /// Of a subscription.
    pub fn of(subscription: Option<&Subscription>) -> Self {
        let Some(subscription) = subscription else {
            return Self::None;
        };
        match subscription.status.as_deref() {
            // Servers give only what is in force, whatever its status is called.
            None | Some("" | "active") => Self::Active,
            Some("trialing") => Self::Trialing,
            Some("past_due" | "unpaid") => Self::PastDue,
            Some("canceled" | "incomplete_expired") => Self::Canceled,
            Some(other) => Self::Other(other.to_owned()),
        }
    }

    /// In a sentence or two.
    pub fn sentence(&self, days_left: Option<u64>) -> String {
        let left = |one: &str| days_left.map_or(String::new(), |days| format!(" {one} {}.", ends_in(days)));
        match self {
            Self::None => "This organization has no plan, so its events are dropped. Choose one below.".to_owned(),
            Self::Trialing => format!("The plan is being tried out.{}", left("The trial ends")),
            Self::Active => format!("The plan is active.{}", left("This period ends")),
            Self::PastDue => {
                "A payment did not come through. Put it right at the payment provider, or the plan ends and events are \
                 dropped."
                    .to_owned()
            }
            Self::Canceled => {
                format!(
                    "The plan was cancelled.{} Choose one below to go on.",
                    left("What is paid for ends")
                )
            }
            Self::Other(word) => format!("The payment provider calls the plan “{}”.", word.replace('_', " ")),
        }
    }

    /// Whether the reader has to do something.
    pub fn is_amiss(&self) -> bool {
        !matches!(self, Self::Active | Self::Trialing)
    }

    /// Whether there is something to manage at the payment provider.
    pub fn is_manageable(&self) -> bool {
        !matches!(self, Self::None | Self::Canceled)
    }

    /// Whether another plan may be chosen here: not beside one that is being paid for.
    pub fn can_choose(&self, subscription: Option<&Subscription>) -> bool {
        !self.is_manageable() || subscription.is_none_or(is_free)
    }

    /// Whether a plan that costs something is in force: what a checkout leads to.
    pub fn is_bought(subscription: Option<&Subscription>) -> bool {
        matches!(Self::of(subscription), Self::Active | Self::Trialing) && subscription.is_some_and(|one| !is_free(one))
    }
}

fn is_free(subscription: &Subscription) -> bool {
    subscription
        .price
        .price
        .trim()
        .parse::<f64>()
        .is_ok_and(|amount| amount == 0.0)
}

fn ends_in(days: u64) -> String {
    match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        days => format!("in {}", counted(days, "day", "days")),
    }
}

/// The time in which events are counted: the month within what is paid for, where the server says it.
pub fn period(subscription: &Subscription) -> Option<(Timestamp, Timestamp)> {
    let cycle = subscription
        .subscription_cycle_start
        .zip(subscription.subscription_cycle_end);
    cycle.or_else(|| subscription.current_period_start.zip(subscription.current_period_end))
}

/// How many days are left of it; nought when it is over.
pub fn days_left(subscription: &Subscription, now: Timestamp) -> Option<u64> {
    let (_, end) = period(subscription)?;
    u64::try_from((end.0 - now.0).max(0).div_euclid(DAY_MS)).ok()
}

/// Who may change the plan: the account owner alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Biller {
    /// The reader.
    Me,
    /// Somebody else, with the address.
    Other(String),
    /// Nobody knows: the server decides.
    Unknown,
}

/// Finds the account owner among the members.
pub fn biller(members: &[Member], me: &str) -> Biller {
    match members.iter().find(|member| member.is_owner) {
        Some(owner) if owner.has_address(me) => Biller::Me,
        Some(owner) => {
            let user = owner.user.as_ref().map(|user| user.email.clone());
            Biller::Other(
                user.filter(|email| !email.is_empty())
                    .unwrap_or_else(|| owner.email.clone()),
            )
        }
        None => Biller::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::{Biller, PlanState, biller, days_left, period};
    use crate::timestamp::Timestamp;
    use crate::wire::billing::{Price, Subscription};
    use crate::wire::member::Member;

    fn plan(status: &str, price: &str) -> Subscription {
        Subscription {
            status: Some(status.to_owned()),
            price: Price {
                price: price.to_owned(),
                ..Price::default()
            },
            current_period_start: Timestamp::parse("2026-01-01"),
            current_period_end: Timestamp::parse("2027-01-01"),
            ..Subscription::default()
        }
    }

    #[test]
    fn every_state_has_its_sentence() {
        let text = |status: &str, days| PlanState::of(Some(&plan(status, "15.00"))).sentence(days);
        assert_eq!(
            text("active", Some(3)),
            "The plan is active. This period ends in 3 days."
        );
        assert_eq!(text("active", None), "The plan is active.");
        assert_eq!(
            text("trialing", Some(1)),
            "The plan is being tried out. The trial ends tomorrow."
        );
        assert!(text("past_due", Some(1)).starts_with("A payment did not"));
        assert!(text("canceled", Some(0)).contains("ends today"));
        assert!(text("incomplete", None).contains("“incomplete”"));
        assert!(PlanState::of(None).sentence(None).contains("no plan"));
    }

    #[test]
    fn a_plan_is_chosen_where_none_is_paid_for() {
        let can = |subscription: Option<&Subscription>| PlanState::of(subscription).can_choose(subscription);
        assert!(can(None));
        assert!(can(Some(&plan("active", "0.00"))));
        assert!(can(Some(&plan("canceled", "15.00"))));
        assert!(!can(Some(&plan("active", "15.00"))));
        assert!(!can(Some(&plan("past_due", "15.00"))));
        assert!(PlanState::is_bought(Some(&plan("active", "15.00"))));
        assert!(!PlanState::is_bought(Some(&plan("active", "0.00"))));
        assert!(!PlanState::is_bought(None));
    }

    #[test]
    fn the_month_goes_before_what_is_paid_for() {
        let mut yearly = plan("active", "150.00");
        assert_eq!(period(&yearly).map(|(_, end)| end), Timestamp::parse("2027-01-01"));
        yearly.subscription_cycle_start = Timestamp::parse("2026-11-01");
        yearly.subscription_cycle_end = Timestamp::parse("2026-12-01");
        assert_eq!(period(&yearly).map(|(_, end)| end), Timestamp::parse("2026-12-01"));
        let now = |text| Timestamp::parse(text).expect("a time");
        assert_eq!(days_left(&yearly, now("2026-11-23T08:00:00Z")), Some(7));
        assert_eq!(days_left(&yearly, now("2027-11-23T08:00:00Z")), Some(0));
    }

    #[test]
    fn the_account_owner_is_found() {
        let members: Vec<Member> = serde_json::from_str(
            r#"[{"id": "1", "email": "a@example.com", "isOwner": false}, {"id": "2", "email": "b@example.com", "isOwner": true}]"#,
        )
        .expect("members");
        assert_eq!(biller(&members, "B@example.com"), Biller::Me);
        assert_eq!(
            biller(&members, "a@example.com"),
            Biller::Other("b@example.com".to_owned())
        );
        assert_eq!(biller(&members[..1], "a@example.com"), Biller::Unknown);
    }
}
