//! Control endpoints about members and rights: the links that the real server sends by mail, and its holes.

use crate::directory::Directory;
use crate::http::Response;
use crate::world::World;
use serde_json::{Value, json};
use std::sync::Arc;

/// `POST /__demo/quirk`: turns something that real servers have on (`on=1`) or off (`on=0`). `lax`: every member may delete
/// projects, keys, alerts and teams. `no-creation`: only superusers may create organizations, and anybody the very first.
/// `no-organizations` can only be turned on: all organizations are gone, as on a new server.
pub fn quirk<'a>(world: &mut World, get: impl Fn(&str) -> Option<&'a str>) -> Response {
    match (get("name"), get("on")) {
        (Some("lax"), Some(on @ ("0" | "1"))) => {
            world.is_lax = on == "1";
            Response::json(200, &json!({"ok": true}))
        }
        (Some("no-creation"), Some(on @ ("0" | "1"))) => {
            world.keeps_creation = on == "1";
            Response::json(200, &json!({"ok": true}))
        }
        (Some("no-organizations"), Some("1")) => {
            let directory = Arc::make_mut(&mut world.directory);
            let all: Vec<i64> = directory.organizations.iter().map(|own| own.id).collect();
            for id in all {
                directory.delete_organization(id);
            }
            Response::json(200, &json!({"ok": true}))
        }
        _ => Response::detail(422, "give name (lax, no-creation or no-organizations) and on (0 or 1)"),
    }
}

/// `GET /__demo/invitations`: those that are pending, with what their links end with.
pub fn invitations(world: &World) -> Response {
    Response::json(200, &all(&world.directory))
}

/// `POST /__demo/invitations`: lets one run out (`expired=1`) or takes that back (`expired=0`).
pub fn set_invitation<'a>(world: &mut World, get: impl Fn(&str) -> Option<&'a str>) -> Response {
    let id = get("id").and_then(|id| id.parse().ok());
    let (Some(id), Some(expired @ ("0" | "1"))) = (id, get("expired").or(Some("1"))) else {
        return Response::detail(422, "give id and optionally expired (1 or 0)");
    };
    if Arc::make_mut(&mut world.directory).set_expired(id, expired == "1") {
        Response::json(200, &json!({"ok": true}))
    } else {
        Response::not_found()
    }
}

fn all(directory: &Directory) -> Vec<Value> {
    let pending = directory.members.iter().filter(|member| member.user.is_none());
    let row = |member: &crate::directory::members::Member| {
        let organization = directory.organization_by_id(member.organization);
        json!({
            "id": member.id.to_string(),
            "token": member.token,
            "path": format!("/accept/{}/{}/", member.id, member.token),
            "email": member.email,
            "organization": organization.map(|organization| &organization.slug),
            "expired": member.is_expired,
        })
    };
    pending.map(row).collect()
}
