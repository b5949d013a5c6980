//! How whoever opens the link of an invitation stands to it.

use crate::wire::invitation::Invitation;

/// How somebody stands to an invitation that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody is signed in.
    SignedOut,
    /// It is theirs to accept.
    Mine,
    /// It was sent to another address; they may accept it with their own account, or change accounts.
    Another,
    /// They belong to the organization already.
    Member,
    /// It was accepted already, by somebody.
    Used,
}

/// How whoever has this address stands to it, and belongs to these organizations; none when nobody is signed in.
pub fn standing(invitation: &Invitation, me: Option<&str>, belongs: bool) -> Standing {
    let invited = &invitation.org_user.member;
    match me {
        Some(_) if belongs => Standing::Member,
        Some(me) if !invited.pending && invited.has_address(me) => Standing::Member,
        _ if !invited.pending => Standing::Used,
        None => Standing::SignedOut,
        Some(me) if invited.has_address(me) => Standing::Mine,
        Some(_) => Standing::Another,
    }
}

#[cfg(test)]
mod tests {
    use super::{Standing, standing};
    use crate::wire::invitation::Invitation;

    fn invitation(pending: bool) -> Invitation {
        let text = format!(
            r#"{{"orgUser": {{"id": "5", "role": "admin", "email": "olivia@x.com", "pending": {pending},
                "organization": {{"name": "Acme", "id": "1", "dateCreated": "2026-11-23T08:15:01Z",
                "status": {{"id": "active", "name": "active"}}, "slug": "acme"}}}}}}"#
        );
        serde_json::from_str(&text).expect("an invitation")
    }

    #[test]
    fn each_situation() {
        let (open, used) = (invitation(true), invitation(false));
        for (invitation, me, belongs, want) in [
            (&open, None, false, Standing::SignedOut),
            (&open, Some("Olivia@x.com"), false, Standing::Mine),
            (&open, Some("mia@x.com"), false, Standing::Another),
            (&open, Some("mia@x.com"), true, Standing::Member),
            (&open, Some("olivia@x.com"), true, Standing::Member),
            (&used, None, false, Standing::Used),
            (&used, Some("mia@x.com"), false, Standing::Used),
            (&used, Some("mia@x.com"), true, Standing::Member),
            (&used, Some("olivia@x.com"), false, Standing::Member),
        ] {
            assert_eq!(standing(invitation, me, belongs), want, "{me:?} {belongs}");
        }
    }
}
