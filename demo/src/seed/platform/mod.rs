//! What goes wrong on each platform: one file a project.

mod android;
mod dotnet;
mod fastapi;
mod go;
mod java;
mod native;
mod node;
mod php;
mod python;
mod react;
mod ruby;
mod rust;
mod site;
mod swift;

use crate::seed::template::Platform;

/// The projects of Acme, then the one of Globex.
pub const PLATFORMS: &[&Platform] = &[
    &python::PLATFORM,
    &react::PLATFORM,
    &node::PLATFORM,
    &java::PLATFORM,
    &rust::PLATFORM,
    &dotnet::PLATFORM,
    &android::PLATFORM,
    &swift::PLATFORM,
    &php::PLATFORM,
    &ruby::PLATFORM,
    &go::PLATFORM,
    &site::PLATFORM,
    &native::PLATFORM,
    &fastapi::PLATFORM,
];

#[cfg(test)]
mod tests {
    use super::PLATFORMS;

    #[test]
    fn every_frame_with_source_points_into_it() {
        for platform in PLATFORMS {
            for spot in platform
                .problems
                .iter()
                .flat_map(|problem| problem.chain)
                .flat_map(|thrown| thrown.frames)
            {
                let Some(code) = spot.code else { continue };
                let lines = code.text.lines().count() as i64;
                let index = spot.line - code.first_line;
                assert!(
                    (0..lines).contains(&index),
                    "{}:{} in {}",
                    code.file,
                    spot.line,
                    platform.slug
                );
                let text = code.text.lines().nth(index as usize).unwrap_or_default();
                assert!(text.trim().len() > 1, "{}:{} shows {text:?}", code.file, spot.line);
            }
        }
    }

    #[test]
    fn every_local_is_json() {
        let filler = crate::seed::fill::Filler::new(7);
        for platform in PLATFORMS {
            for spot in platform
                .problems
                .iter()
                .flat_map(|problem| problem.chain)
                .flat_map(|thrown| thrown.frames)
            {
                for (name, json) in spot.vars {
                    let filled = filler.fill(json);
                    let read: Result<serde_json::Value, _> = serde_json::from_str(&filled);
                    assert!(read.is_ok(), "{} {name}: {filled}", platform.slug);
                }
            }
        }
    }
}
