//! The field for the name of a team, which is its slug as well. It says when another team is called so already.

use crate::open_organization::OpenOrganization;
use crate::reactive::attribute;
use crate::ui::form::{FieldName, Frame, Sheet, TextField, TextKind, text_field};
use glint_model::team_slug::{problem, problem_among};
use leptos::prelude::*;

/// The id of the field.
pub const ID: &str = "team-slug";

/// What a form that has this field gives its sheet.
pub const FIELDS: &[FieldName] = &[FieldName {
    id: ID,
    label: "Name",
    wire: "slug",
}];

/// The name of a team that is being written.
#[derive(Clone, Copy)]
pub struct TeamName {
    /// What is in the field.
    pub value: RwSignal<String>,
    /// The name that the team has so far.
    pub own: StoredValue<Option<String>>,
    /// The organization, whose teams are known.
    pub open: Option<OpenOrganization>,
}

impl TeamName {
    /// What is wrong with it, for the sheet. Not tracked.
    pub fn wrong(self) -> Vec<(&'static str, String)> {
        untrack(|| self.problem())
            .into_iter()
            .map(|words| (ID, words))
            .collect()
    }

    /// The field.
    pub fn field(self, sheet: Sheet, hint: &'static str) -> AnyView {
        let Self { value, .. } = self;
        text_field(TextField {
            frame: Frame {
                id: ID,
                label: sheet.label(ID),
                is_optional: false,
                hint: hint.into_any(),
                problem: sheet.problem(ID, move || self.problem()),
            },
            kind: TextKind::Address,
            value: attribute(move || value.get()),
            example: "mobile-apps",
            typed: Callback::new(move |typed| {
                value.set(typed);
                sheet.changed(ID);
            }),
            left: Callback::new(move |()| {
                let is_empty = value.with_untracked(|text| text.trim().is_empty());
                sheet.left(ID, is_empty);
            }),
        })
    }

    fn problem(self) -> Option<String> {
        let typed = self.value.get();
        let among = self.open.and_then(|open| {
            open.with(|details| {
                let known = details.teams.iter().map(|team| team.slug.as_str());
                self.own.with_value(|own| problem_among(&typed, own.as_deref(), known))
            })
        });
        among.unwrap_or_else(|| problem(&typed))
    }
}
