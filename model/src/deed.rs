//! What is done with issues of the list: how it is sent, how it shows at once, how it is undone, and how it is told.

use crate::decisions::Decision;
use crate::id::IssueId;
use crate::wire::issue::{Assignee, IssueStatus, StatusDetails, UpdateIssue};

/// Something that is done with one issue or many.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// The status is set.
    Status(IssueStatus),
    /// They are resolved in a release: a version, or None for the newest one of the project (6.1).
    ResolveIn(Option<String>),
    /// They are given to somebody, or taken from whoever had them (6.1).
    Assign(Option<Assignee>),
    /// They become one.
    Merge,
    /// They are deleted.
    Delete,
}

/// An issue as it stands before something is done with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Which.
    pub id: IssueId,
    /// Its status.
    pub status: IssueStatus,
    /// Who looks after it.
    pub assigned_to: Option<Assignee>,
}

/// One body for some issues.
pub type Part = (Vec<IssueId>, UpdateIssue);

impl Deed {
    /// Whether it is sent only when it can no longer be undone: the server has no way back from a merge or a deletion,
    /// and nobody knows what all that match were before.
    pub fn is_held(&self, is_all_matching: bool) -> bool {
        is_all_matching || matches!(self, Self::Merge | Self::Delete)
    }

    /// What is sent for these issues; None means that they are deleted. The newer servers want the status beside the
    /// assignee, so there is a part for each status.
    pub fn parts(&self, issues: &[Standing]) -> Option<Vec<Part>> {
        let ids = || issues.iter().map(|issue| issue.id.clone()).collect();
        match self {
            Self::Delete => None,
            Self::Assign(to) => Some(by_state(issues, |issue| UpdateIssue {
                status: Some(issue.status),
                assigned_to: Some(to.as_ref().map(Assignee::reference)),
                ..UpdateIssue::default()
            })),
            Self::Status(_) | Self::ResolveIn(_) | Self::Merge => Some(vec![(ids(), self.body(None))]),
        }
    }

    /// What is sent for all that match; `status` is the one that the search names. None means that they are deleted.
    pub fn body_for_all(&self, status: Option<IssueStatus>) -> Option<UpdateIssue> {
        (*self != Self::Delete).then(|| self.body(status))
    }

    fn body(&self, status: Option<IssueStatus>) -> UpdateIssue {
        let nothing = UpdateIssue::default();
        match self {
            Self::Status(status) => UpdateIssue {
                status: Some(*status),
                ..nothing
            },
            Self::ResolveIn(release) => UpdateIssue {
                status: Some(IssueStatus::Resolved),
                status_details: Some(StatusDetails {
                    in_next_release: release.is_none().then_some(true),
                    in_release: release.clone(),
                }),
                ..nothing
            },
            Self::Assign(to) => UpdateIssue {
                status,
                assigned_to: Some(to.as_ref().map(Assignee::reference)),
                ..nothing
            },
            Self::Merge => UpdateIssue {
                merge: Some(1),
                ..nothing
            },
            Self::Delete => nothing,
        }
    }

    /// What is sent to put these issues back to how they stood.
    pub fn way_back(&self, before: &[Standing]) -> Vec<Part> {
        by_state(before, |issue| UpdateIssue {
            status: Some(issue.status),
            assigned_to: matches!(self, Self::Assign(_)).then(|| issue.assigned_to.as_ref().map(Assignee::reference)),
            ..UpdateIssue::default()
        })
    }

    /// Whether it would change anything about the issue.
    pub fn changes(&self, issue: &Standing) -> bool {
        match self {
            Self::Status(status) => issue.status != *status,
            Self::ResolveIn(_) | Self::Merge | Self::Delete => true,
            Self::Assign(to) => {
                issue.assigned_to.as_ref().map(Assignee::reference) != to.as_ref().map(Assignee::reference)
            }
        }
    }

    /// The issues whose rows show it: of a merge, those that vanish into the newest.
    pub fn shown_by(&self, issues: &[Standing]) -> Vec<IssueId> {
        let number = |id: &IssueId| id.as_str().parse::<u64>().unwrap_or_default();
        let ids = issues.iter().map(|issue| &issue.id);
        let stays = (*self == Self::Merge)
            .then(|| ids.clone().max_by_key(|id| number(id)))
            .flatten();
        ids.filter(|id| Some(*id) != stays).cloned().collect()
    }

    /// Notes how an issue is to show; `admits` says whether one with that status stays in the list.
    pub fn show(&self, decision: &mut Decision, admits: impl Fn(IssueStatus) -> bool) {
        match self {
            Self::Status(status) => {
                decision.status = Some(*status);
                decision.is_gone = !admits(*status);
            }
            Self::ResolveIn(_) => {
                decision.status = Some(IssueStatus::Resolved);
                decision.is_gone = !admits(IssueStatus::Resolved);
            }
            Self::Assign(to) => decision.assigned_to = Some(to.clone()),
            Self::Merge | Self::Delete => decision.is_gone = true,
        }
    }

    /// `3 issues resolved`; the subject is `3 issues`.
    pub fn told(&self, subject: &str) -> String {
        format!("{subject} {}", self.participle())
    }

    /// `3 issues will be deleted`.
    pub fn foretold(&self, subject: &str) -> String {
        format!("{subject} will be {}", self.participle())
    }

    fn participle(&self) -> String {
        match self {
            Self::Status(IssueStatus::Resolved) => "resolved".to_owned(),
            Self::Status(IssueStatus::Ignored) => "ignored".to_owned(),
            Self::Status(IssueStatus::Unresolved | IssueStatus::Unknown) => "reopened".to_owned(),
            Self::ResolveIn(None) => "resolved in the newest release".to_owned(),
            Self::ResolveIn(Some(version)) => format!("resolved in {version}"),
            Self::Assign(Some(to)) => format!("assigned to {}", to.name),
            Self::Assign(None) => "taken from whoever had them".to_owned(),
            Self::Merge => "merged".to_owned(),
            Self::Delete => "deleted".to_owned(),
        }
    }
}

/// The issues that get the same body, together.
fn by_state(issues: &[Standing], body: impl Fn(&Standing) -> UpdateIssue) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for issue in issues {
        let body = body(issue);
        match parts.iter_mut().find(|(_, known)| *known == body) {
            Some((ids, _)) => ids.push(issue.id.clone()),
            None => parts.push((vec![issue.id.clone()], body)),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{Deed, Standing};
    use crate::decisions::Decision;
    use crate::id::IssueId;
    use crate::wire::issue::{Assignee, IssueStatus};

    fn standing(id: &str, status: IssueStatus, team: Option<&str>) -> Standing {
        Standing {
            id: IssueId::from(id),
            status,
            assigned_to: team.map(assignee),
        }
    }

    fn assignee(id: &str) -> Assignee {
        Assignee {
            kind: "team".to_owned(),
            id: id.to_owned(),
            name: format!("Team {id}"),
            username: None,
            email: None,
            slug: None,
        }
    }

    fn sent(parts: &[super::Part]) -> Vec<(String, String)> {
        parts
            .iter()
            .map(|(ids, body)| {
                let ids: Vec<&str> = ids.iter().map(IssueId::as_str).collect();
                (ids.join(","), serde_json::to_string(body).expect("a body"))
            })
            .collect()
    }

    fn part(ids: &str, body: &str) -> (String, String) {
        (ids.to_owned(), body.to_owned())
    }

    #[test]
    fn each_deed_has_its_body() {
        let two = [
            standing("1", IssueStatus::Unresolved, None),
            standing("2", IssueStatus::Ignored, Some("7")),
        ];
        for (deed, want) in [
            (
                Deed::Status(IssueStatus::Resolved),
                vec![part("1,2", r#"{"status":"resolved"}"#)],
            ),
            (
                Deed::ResolveIn(None),
                vec![part(
                    "1,2",
                    r#"{"status":"resolved","statusDetails":{"inNextRelease":true}}"#,
                )],
            ),
            (
                Deed::ResolveIn(Some("1.2".to_owned())),
                vec![part(
                    "1,2",
                    r#"{"status":"resolved","statusDetails":{"inRelease":"1.2"}}"#,
                )],
            ),
            (Deed::Merge, vec![part("1,2", r#"{"merge":1}"#)]),
            (
                Deed::Assign(Some(assignee("3"))),
                vec![
                    part("1", r#"{"status":"unresolved","assignedTo":"team:3"}"#),
                    part("2", r#"{"status":"ignored","assignedTo":"team:3"}"#),
                ],
            ),
            (
                Deed::Assign(None),
                vec![
                    part("1", r#"{"status":"unresolved","assignedTo":null}"#),
                    part("2", r#"{"status":"ignored","assignedTo":null}"#),
                ],
            ),
        ] {
            assert_eq!(sent(&deed.parts(&two).expect("a change")), want);
        }
        assert_eq!(Deed::Delete.parts(&two), None);
        assert_eq!(Deed::Delete.body_for_all(None), None);
        let all = Deed::Assign(None).body_for_all(Some(IssueStatus::Unresolved));
        assert_eq!(
            serde_json::to_string(&all).expect("a body"),
            r#"{"status":"unresolved","assignedTo":null}"#
        );
    }

    #[test]
    fn the_way_back_gives_each_what_it_had() {
        let before = [
            standing("1", IssueStatus::Unresolved, None),
            standing("2", IssueStatus::Ignored, Some("7")),
            standing("3", IssueStatus::Unresolved, None),
        ];
        assert_eq!(
            sent(&Deed::Status(IssueStatus::Resolved).way_back(&before)),
            [
                part("1,3", r#"{"status":"unresolved"}"#),
                part("2", r#"{"status":"ignored"}"#)
            ]
        );
        assert_eq!(
            sent(&Deed::Assign(None).way_back(&before)),
            [
                part("1,3", r#"{"status":"unresolved","assignedTo":null}"#),
                part("2", r#"{"status":"ignored","assignedTo":"team:7"}"#)
            ]
        );
    }

    #[test]
    fn what_has_no_way_back_is_held() {
        for (deed, alone, all) in [
            (Deed::Status(IssueStatus::Resolved), false, true),
            (Deed::Assign(None), false, true),
            (Deed::Merge, true, true),
            (Deed::Delete, true, true),
        ] {
            assert_eq!((deed.is_held(false), deed.is_held(true)), (alone, all), "{deed:?}");
        }
    }

    #[test]
    fn a_row_stays_only_where_its_new_status_is_listed() {
        let mut decision = Decision::default();
        let only_resolved = |status| status == IssueStatus::Resolved;
        Deed::Status(IssueStatus::Ignored).show(&mut decision, only_resolved);
        assert_eq!((decision.status, decision.is_gone), (Some(IssueStatus::Ignored), true));
        Deed::ResolveIn(None).show(&mut decision, only_resolved);
        assert_eq!(
            (decision.status, decision.is_gone),
            (Some(IssueStatus::Resolved), false)
        );
        Deed::Assign(Some(assignee("3"))).show(&mut decision, only_resolved);
        assert_eq!(decision.assigned_to, Some(Some(assignee("3"))));
        Deed::Delete.show(&mut decision, |_| true);
        assert!(decision.is_gone);
    }

    #[test]
    fn of_a_merge_the_newest_stays() {
        let three = ["9", "10", "1"].map(|id| standing(id, IssueStatus::Unresolved, None));
        let shown = |deed: Deed| -> Vec<String> { deed.shown_by(&three).iter().map(IssueId::to_string).collect() };
        assert_eq!(shown(Deed::Merge), ["9", "1"]);
        assert_eq!(shown(Deed::Delete), ["9", "10", "1"]);
    }

    #[test]
    fn it_is_told_in_words() {
        assert_eq!(
            Deed::Status(IssueStatus::Resolved).told("3 issues"),
            "3 issues resolved"
        );
        assert_eq!(Deed::Delete.foretold("1 000+ issues"), "1 000+ issues will be deleted");
        assert_eq!(
            Deed::Assign(Some(assignee("3"))).told("1 issue"),
            "1 issue assigned to Team 3"
        );
    }

    #[test]
    fn nothing_is_sent_for_what_is_so_already() {
        let mine = standing("1", IssueStatus::Resolved, Some("3"));
        assert!(!Deed::Status(IssueStatus::Resolved).changes(&mine));
        assert!(Deed::Status(IssueStatus::Ignored).changes(&mine));
        assert!(!Deed::Assign(Some(assignee("3"))).changes(&mine));
        assert!(Deed::Assign(None).changes(&mine));
    }
}
