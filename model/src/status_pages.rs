//! Status pages of a list that has those of all organizations of the reader (`GET organizations/{organization}/status-pages/`):
//! which of them are this organization's; and what a new one may be called.

use crate::wire::status_page::StatusPage;

/// The longest name that the server takes, in characters.
pub const LONGEST_NAME: usize = 200;

/// Whose a status page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    /// The organization's that is open.
    Here,
    /// The list does not say; the page itself may.
    Unknown,
    /// Another one's.
    Elsewhere,
}

/// Whose a page is, as far as the list tells: by its monitors, or because there is one organization only.
pub fn whose(page: &StatusPage, organization_id: &str, has_others: bool) -> Whose {
    match page.monitors.first() {
        Some(monitor) if monitor.organization_id.to_string() == organization_id => Whose::Here,
        Some(_) if has_others => Whose::Elsewhere,
        _ if has_others => Whose::Unknown,
        _ => Whose::Here,
    }
}

/// The pages with those that were created here since, each once, by name.
pub fn with_created(listed: &[StatusPage], created: &[StatusPage]) -> Vec<StatusPage> {
    let mut all = listed.to_vec();
    for page in created {
        if !all.iter().any(|known| known.slug == page.slug) {
            all.push(page.clone());
        }
    }
    all.sort_by_cached_key(|page| page.name.to_lowercase());
    all
}

/// What is wrong with a name, before the server is asked.
pub fn name_problem(name: &str) -> Option<&'static str> {
    if name.trim().is_empty() {
        return Some("Give the page a name.");
    }
    (name.trim().chars().count() > LONGEST_NAME).then_some("A name has at most 200 characters.")
}

#[cfg(test)]
mod tests {
    use super::{StatusPage, Whose, name_problem, whose, with_created};

    fn page(slug: &str, organization: Option<i64>) -> StatusPage {
        let monitors = organization.map(|id| {
            serde_json::json!({
                "monitorType": "GET", "id": 7, "created": "2026-11-23T08:15:00Z", "interval": 60, "organizationID": id,
            })
        });
        let monitors: Vec<serde_json::Value> = monitors.into_iter().collect();
        serde_json::from_value(serde_json::json!({ "name": slug, "slug": slug, "monitors": monitors })).expect("a page")
    }

    #[test]
    fn monitors_tell_whose_a_page_is() {
        for (organization, has_others, want) in [
            (Some(1), true, Whose::Here),
            (Some(2), true, Whose::Elsewhere),
            (None, true, Whose::Unknown),
            (None, false, Whose::Here),
            (Some(1), false, Whose::Here),
        ] {
            assert_eq!(
                whose(&page("a", organization), "1", has_others),
                want,
                "{organization:?} {has_others}"
            );
        }
    }

    #[test]
    fn what_was_created_is_listed_once() {
        let listed = [page("beta", None), page("Alpha", None)];
        let created = [page("beta", None), page("aztec", None)];
        let names: Vec<String> = with_created(&listed, &created)
            .into_iter()
            .map(|page| page.name)
            .collect();
        assert_eq!(names, ["Alpha", "aztec", "beta"]);
    }

    #[test]
    fn names_are_checked_as_the_server_does() {
        assert!(name_problem("").is_some() && name_problem("  ").is_some());
        assert_eq!(name_problem("ä".repeat(200).as_str()), None);
        assert!(name_problem("ä".repeat(201).as_str()).is_some());
    }
}
