//! What the real server has and the demo does not serve yet: it answers 404 there, as for an unknown record.
//! A test checks that every path of the contract is either served or listed here.

use crate::options::Generation;
use crate::routes::matches;

/// A path, its methods that are not served yet, and the first generation that has them.
#[rustfmt::skip]
pub const NOT_YET: &[(&str, &[&str], Generation)] = &[
    ("/api/0/api-tokens/", &["GET", "POST"], Generation::V5_2),
    ("/api/0/api-tokens/{token_id}/", &["DELETE"], Generation::V5_2),
    ("/api/{project_id}/security/", &["POST"], Generation::V5_2),
    ("/api/0/projects/{organization_slug}/{project_slug}/files/difs/assemble/", &["POST"], Generation::V5_2),
    ("/api/0/projects/{organization_slug}/{project_slug}/reprocessing/", &["POST"], Generation::V5_2),
    ("/api/0/projects/{organization_slug}/{project_slug}/files/dsyms/", &["POST"], Generation::V5_2),
    ("/api/0/organizations/{organization_slug}/chunk-upload/", &["GET", "POST"], Generation::V5_2),
    ("/api/0/import/", &["POST"], Generation::V5_2),
    ("/api/0/observability/django/", &["GET"], Generation::V5_2),
    ("/api/0/organizations/{organization_slug}/transactions/", &["GET"], Generation::V5_2),
    ("/api/0/organizations/{organization_slug}/transaction-groups/", &["GET"], Generation::V5_2),
    ("/api/0/organizations/{organization_slug}/transaction-groups/{id}/", &["GET"], Generation::V5_2),
    ("/api/0/users/{user_id}/notifications/alerts/", &["GET", "PUT"], Generation::V5_2),
    ("/api/0/organizations/{organization_slug}/artifactbundle/assemble/", &["POST"], Generation::V5_2),
    ("/api/0/users/", &["GET"], Generation::V5_2),
    ("/api/0/users/{user_id}/", &["DELETE", "PUT"], Generation::V5_2),
    ("/api/0/users/{user_id}/emails/", &["GET", "POST", "PUT", "DELETE"], Generation::V5_2),
    ("/api/0/users/{user_id}/emails/confirm/", &["POST"], Generation::V5_2),
    ("/api/0/users/{user_id}/notifications/", &["GET", "PUT"], Generation::V5_2),
    ("/api/0/generate-recovery-codes/", &["GET", "POST"], Generation::V5_2),
    ("/api/0/wizard/", &["GET"], Generation::V5_2),
    ("/api/0/wizard/{wizard_hash}/", &["GET", "DELETE"], Generation::V5_2),
    ("/api/0/wizard-set-token/", &["POST"], Generation::V5_2),
    ("/api/0/organizations/{organization_slug}/releases/", &["POST"], Generation::V5_2),
    ("/api/0/projects/{organization_slug}/{project_slug}/releases/", &["POST"], Generation::V5_2),
    ("/api/0/organizations/{organization_slug}/releases/{version}/", &["PUT", "DELETE"], Generation::V5_2),
    ("/api/0/projects/{organization_slug}/{project_slug}/releases/{version}/", &["PUT", "DELETE"], Generation::V5_2),
    ("/api/0/organizations/{organization_slug}/releases/{version}/assemble/", &["POST"], Generation::V5_2),
    ("/api/embed/error-page/", &["GET", "POST"], Generation::V5_2),
    ("/_allauth/browser/v1/auth/signup", &["POST"], Generation::V5_2),
    ("/_allauth/browser/v1/auth/email/verify", &["GET", "POST"], Generation::V5_2),
    ("/_allauth/browser/v1/auth/email/verify/resend", &["POST"], Generation::V5_2),
    ("/_allauth/browser/v1/auth/phone/verify", &["POST"], Generation::V5_2),
    ("/_allauth/browser/v1/auth/phone/verify/resend", &["POST"], Generation::V5_2),
    ("/_allauth/browser/v1/auth/reauthenticate", &["POST"], Generation::V5_2),
    ("/_allauth/browser/v1/auth/password/request", &["POST"], Generation::V5_2),
    ("/_allauth/browser/v1/auth/password/reset", &["GET", "POST"], Generation::V5_2),
    ("/_allauth/browser/v1/auth/provider/redirect", &["POST"], Generation::V5_2),
    ("/_allauth/browser/v1/auth/provider/token", &["POST"], Generation::V5_2),
    ("/_allauth/browser/v1/auth/provider/signup", &["GET", "POST"], Generation::V5_2),
    ("/_allauth/browser/v1/auth/2fa/reauthenticate", &["POST"], Generation::V5_2),
    ("/_allauth/browser/v1/auth/webauthn/authenticate", &["GET", "POST"], Generation::V5_2),
    ("/_allauth/browser/v1/auth/webauthn/reauthenticate", &["GET", "POST"], Generation::V5_2),
    ("/_allauth/browser/v1/auth/webauthn/login", &["GET", "POST"], Generation::V5_2),
    ("/_allauth/browser/v1/auth/code/confirm", &["POST"], Generation::V5_2),
    ("/_allauth/browser/v1/account/providers", &["GET", "DELETE"], Generation::V5_2),
    ("/_allauth/browser/v1/account/email", &["GET", "POST", "PUT", "PATCH", "DELETE"], Generation::V5_2),
    ("/_allauth/browser/v1/account/phone", &["GET", "POST"], Generation::V5_2),
    ("/_allauth/browser/v1/account/authenticators", &["GET"], Generation::V5_2),
    ("/_allauth/browser/v1/account/authenticators/totp", &["GET", "POST", "DELETE"], Generation::V5_2),
    ("/_allauth/browser/v1/account/authenticators/recovery-codes", &["GET", "POST"], Generation::V5_2),
    ("/_allauth/browser/v1/account/authenticators/webauthn", &["GET", "PUT", "DELETE", "POST"], Generation::V5_2),
    ("/_allauth/browser/v1/account/password/change", &["POST"], Generation::V5_2),
    ("/api/0/organizations/{organization_slug}/logs/", &["GET"], Generation::V6_1),
    ("/api/0/organizations/{organization_slug}/logs/{log_id}/", &["GET"], Generation::V6_1),
    ("/api/0/organizations/{organization_slug}/logs/stats/", &["GET"], Generation::V6_1),
    ("/api/0/organizations/{organization_slug}/logs/resources/", &["GET"], Generation::V6_1),
    ("/api/0/organizations/{organization_slug}/transaction-groups/{id}/spans/", &["GET"], Generation::V6_1),
    ("/api/0/organizations/{organization_slug}/span-groups/", &["GET"], Generation::V6_1),
    ("/api/0/organizations/{organization_slug}/n-plus-one/", &["GET"], Generation::V6_1),
    ("/api/0/organizations/{organization_slug}/transaction-groups/{id}/trend/", &["GET"], Generation::V6_1),
    ("/api/0/organizations/{organization_slug}/repos/", &["GET", "POST"], Generation::V6_1),
    ("/api/0/organizations/{organization_slug}/releases/{version}/deploys/", &["GET", "POST"], Generation::V6_1),
    ("/api/0/organizations/{organization_slug}/releases/{version}/commits/", &["GET", "POST"], Generation::V6_1),
];

/// The methods of this path that exist but are not served yet.
pub fn methods(segments: &[String], generation: Generation) -> Vec<&'static str> {
    let exists = |since: Generation| since == Generation::V5_2 || since == generation;
    NOT_YET
        .iter()
        .filter(|(pattern, _, since)| exists(*since) && matches(pattern, segments).is_some())
        .flat_map(|(_, methods, _)| methods.iter().copied())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::NOT_YET;
    use crate::routes::table;
    use std::collections::BTreeSet;
    use std::path::Path;

    #[test]
    fn nothing_is_both_served_and_listed() {
        let listed: BTreeSet<_> = listed().collect();
        let both: Vec<_> = served().filter(|route| listed.contains(route)).collect();
        assert!(both.is_empty(), "{both:?}");
    }

    #[test]
    fn every_path_of_the_contract_is_served_or_listed() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/contract");
        if !folder.is_dir() {
            println!("skipped: the contract folder ../shared is not beside this checkout");
            return;
        }
        let known: BTreeSet<_> = served().chain(listed()).collect();
        for file in ["openapi.json", "allauth-openapi.json"] {
            let text = std::fs::read(folder.join(file)).expect("the contract is readable");
            let document: serde_json::Value = serde_json::from_slice(&text).expect("the contract is JSON");
            let paths = document["paths"].as_object().expect("paths");
            for (path, methods) in paths {
                for method in methods.as_object().expect("methods").keys() {
                    if !matches!(method.as_str(), "get" | "post" | "put" | "patch" | "delete") {
                        continue;
                    }
                    let route = (method.to_uppercase(), path.clone());
                    assert!(known.contains(&route), "{route:?} is neither served nor listed");
                }
            }
        }
    }

    fn served() -> impl Iterator<Item = (String, String)> {
        table().map(|route| (route.method.to_owned(), route.pattern.to_owned()))
    }

    fn listed() -> impl Iterator<Item = (String, String)> {
        NOT_YET.iter().flat_map(|(pattern, methods, _)| {
            methods
                .iter()
                .map(|method| ((*method).to_owned(), (*pattern).to_owned()))
        })
    }
}
