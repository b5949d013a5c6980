//! An invitation as the link in its mail opens it: `GET|POST /api/0/accept/{member}/{token}/`.

use crate::wire::member::Member;
use crate::wire::organization::Organization;
use serde::{Deserialize, Deserializer, Serialize, de};
use serde_json::value::RawValue;

/// An invitation. It is found without an account, and also after it was used: then the member is no longer pending.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Invitation {
    /// Whether this answer is that of accepting it.
    #[serde(default)]
    pub accept_invite: bool,
    /// Who is invited, and where to.
    pub org_user: InvitedMember,
}

/// A member with the organization.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InvitedMember {
    /// Who is invited: the address, the role, and whether it is still open.
    #[serde(flatten)]
    pub member: Member,
    /// Where to.
    pub organization: Organization,
}

/// Reads the text twice, once for each half, like [`OrganizationDetail`](crate::wire::organization::OrganizationDetail).
impl<'de> Deserialize<'de> for InvitedMember {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Details {
            organization: Organization,
        }
        let text = <&RawValue>::deserialize(deserializer)?.get();
        let member = serde_json::from_str(text).map_err(de::Error::custom)?;
        let details: Details = serde_json::from_str(text).map_err(de::Error::custom)?;
        Ok(Self {
            member,
            organization: details.organization,
        })
    }
}

/// The body that accepts an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AcceptInvitation {
    /// True.
    pub accept_invite: bool,
}

#[cfg(test)]
mod tests {
    use super::{AcceptInvitation, Invitation};

    #[test]
    fn accepting_is_spelled_as_the_server_wants_it() {
        let text = serde_json::to_string(&AcceptInvitation { accept_invite: true }).expect("text");
        assert_eq!(text, r#"{"acceptInvite":true}"#);
    }

    #[test]
    fn an_open_invitation_says_who_and_where() {
        let text = r#"{"acceptInvite": false, "orgUser": {"id": "5", "role": "owner", "roleName": "Owner",
            "dateCreated": "2026-11-23T08:15:03.668Z", "email": "olivia@example.com", "user": null, "pending": true,
            "isOwner": false, "organization": {"name": "Acme", "id": "1", "dateCreated": "2026-11-23T08:15:01.579Z",
            "status": {"id": "active", "name": "active"}, "slug": "acme"}}}"#;
        let invitation: Invitation = serde_json::from_str(text).expect("an invitation");
        let invited = invitation.org_user;
        assert!(invited.member.pending && invited.member.role == "owner");
        assert_eq!(invited.organization.slug.as_str(), "acme");
    }
}
