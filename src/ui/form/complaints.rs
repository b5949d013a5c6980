//! The list of what is wrong with a form: it takes the focus when saving is refused, and leads to the fields.

use crate::browser::{dom, wait};
use crate::reactive::{maybe, spawn};
use leptos::prelude::*;
use std::sync::atomic::{AtomicU32, Ordering};

/// So many lists were made: each has an id of its own, since a page may have several forms.
static MADE: AtomicU32 = AtomicU32::new(0);

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// The id of the field that says it as well; none when it is about the whole.
    pub field: Option<&'static str>,
    /// What is wrong, with the name of the field.
    pub text: String,
}

/// What is wrong with a form.
#[derive(Clone, Copy)]
pub struct Complaints {
    all: RwSignal<Vec<Complaint>>,
    number: u32,
}

impl Complaints {
    /// Nothing yet.
    pub fn none() -> Self {
        Self {
            all: RwSignal::new(Vec::new()),
            number: MADE.fetch_add(1, Ordering::Relaxed),
        }
    }

    fn id(self) -> String {
        format!("complaints-{}", self.number)
    }

    /// Says what is wrong. The focus goes to the field when it is about one only, else to the list.
    pub fn say(self, all: Vec<Complaint>) {
        let only = match all.as_slice() {
            [] => None,
            [one] => Some(one.field.map_or_else(|| self.id(), str::to_owned)),
            _ => Some(self.id()),
        };
        self.all.try_set(all);
        if let Some(id) = only {
            spawn(async move {
                wait::frame().await;
                dom::focus(dom::by_id(&id));
            });
        }
    }

    /// Takes back what was said.
    pub fn clear(self) {
        if self.all.try_with_untracked(|all| !all.is_empty()).unwrap_or_default() {
            self.all.try_set(Vec::new());
        }
    }

    /// Takes back what was said about a field, since it has changed.
    pub fn settle(self, field: &'static str) {
        if self
            .all
            .with_untracked(|all| all.iter().any(|one| one.field == Some(field)))
        {
            self.all.update(|all| all.retain(|one| one.field != Some(field)));
        }
    }

    /// The list. What is about one field alone is only said there.
    pub fn view(self) -> AnyView {
        maybe(move || {
            let all = self.all.get();
            if all.is_empty() || matches!(all.as_slice(), [one] if one.field.is_some()) {
                return None;
            }
            let items: Vec<AnyView> = all.into_iter().map(item).collect();
            Some(
                view! {
                    <div class="problem-box complaints" id=self.id() role="alert" tabindex="-1">
                        <ul>{items}</ul>
                    </div>
                }
                .into_any(),
            )
        })
    }
}

fn item(complaint: Complaint) -> AnyView {
    match complaint.field {
        Some(id) => view! {
            <li>
                <button type="button" on:click=move |_| dom::focus(dom::by_id(id))>{complaint.text}</button>
            </li>
        }
        .into_any(),
        None => view! { <li>{complaint.text}</li> }.into_any(),
    }
}
