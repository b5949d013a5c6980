//! What the parts of the page share, and what is done with comments.

use super::form::Form;
use super::held;
use crate::api::comments::{add_comment, delete_comment, delete_comment_at_last, list_comments, update_comment};
use crate::browser::{dom, wait};
use crate::draft_store::{Draft, put_draft};
use crate::load::Loader;
use crate::page::issue::issue_page::IssueContext;
use crate::page::issue::paged::Paged;
use crate::reactive::spawn;
use crate::session::{Session, SessionState};
use crate::ui::toast::{Sending, Toasts};
use glint_model::error::ApiError;
use glint_model::id::IssueId;
use glint_model::wire::comment::Comment;
use glint_model::wire::issue::Issue;
use leptos::prelude::*;
use std::rc::Rc;

/// The comments of the issue.
#[derive(Clone, Copy)]
pub struct Talk {
    /// The comments that were read.
    pub list: Paged<Comment>,
    /// The address of whoever is signed in, or was a moment ago.
    pub me: Memo<Option<String>>,
    /// The comments that are being changed.
    pub edited: RwSignal<Vec<i64>>,
    /// The comment that is about to be deleted, as soon as that was confirmed.
    pub asked: RwSignal<Option<i64>>,
    id: StoredValue<IssueId>,
    issue: Loader<Issue>,
    toasts: Toasts,
}

impl Talk {
    /// Asks for the comments.
    pub fn open(context: &IssueContext) -> Self {
        let (session, id) = (Session::get(), context.place.issue.clone());
        let asked = id.clone();
        Self {
            list: Paged::new(
                |one, other| one.id == other.id,
                Rc::new(move |cursor, cancel| {
                    let issue = asked.clone();
                    Box::pin(async move { list_comments(&issue, cursor, &cancel).await })
                }),
            ),
            me: Memo::new(move |last: Option<&Option<String>>| match session.state() {
                SessionState::SignedIn(user) => Some(user.email.unwrap_or(user.display)),
                // While the password is asked for, the page stays as it is.
                _ => last.cloned().flatten(),
            }),
            edited: RwSignal::new(Vec::new()),
            asked: RwSignal::new(None),
            id: StoredValue::new(id),
            issue: context.issue,
            toasts: Toasts::get(),
        }
    }

    /// The comments that are shown, by number; tracked.
    pub fn shown(self) -> Vec<i64> {
        let issue = self.id.get_value();
        self.list.rows.with(|rows| {
            let ids = rows.iter().map(|comment| comment.id);
            ids.filter(|id| !held::is_hidden(&issue, *id)).collect()
        })
    }

    /// What a draft of a change of a comment is about.
    pub fn about(self, comment: i64) -> String {
        format!("comment {} {comment}", self.id.get_value())
    }

    /// The form for a new comment.
    pub fn new_comment(self, me: &str) -> Form {
        let issue = self.id.get_value();
        let draft = Draft::open(me, &format!("comment {issue}"));
        let forget = draft.forget_later();
        Form {
            name: "new".to_owned(),
            label: "Write a comment",
            verb: "Comment",
            first: String::new(),
            draft,
            takes_focus: false,
            send: Rc::new(move |text| {
                let (issue, forget) = (issue.clone(), forget.clone());
                Box::pin(async move {
                    let comment = add_comment(&issue, &text).await?;
                    forget();
                    self.list.rows.try_update(|rows| rows.insert(0, comment));
                    self.count(1);
                    Ok(())
                })
            }),
            cancel: None,
        }
    }

    /// The form for changing a comment that says `first`.
    pub fn change_of(self, me: &str, comment: i64, first: String, takes_focus: bool) -> Form {
        let (issue, about, me) = (self.id.get_value(), self.about(comment), me.to_owned());
        let draft = Draft::open(&me, &about);
        let forget = draft.forget_later();
        let forget_too = forget.clone();
        let before = first.clone();
        Form {
            name: comment.to_string(),
            label: "Change the comment",
            verb: "Save",
            first,
            draft,
            takes_focus,
            send: Rc::new(move |text| {
                let (issue, forget) = (issue.clone(), forget.clone());
                Box::pin(async move {
                    let changed = update_comment(&issue, comment, &text).await?;
                    forget();
                    self.list.rows.try_update(|rows| {
                        if let Some(row) = rows.iter_mut().find(|row| row.id == comment) {
                            *row = changed;
                        }
                    });
                    self.end_change(comment);
                    Ok(())
                })
            }),
            cancel: Some(Rc::new(move |text| {
                forget_too();
                self.end_change(comment);
                if text != before {
                    let (me, about) = (me.clone(), about.clone());
                    self.toasts.say_undoable("Your changes are discarded", move || {
                        put_draft(&me, &about, &text);
                        self.begin_change(comment);
                    });
                }
            })),
        }
    }

    /// Opens the form for changing a comment.
    pub fn begin_change(self, comment: i64) {
        self.edited.try_update(|edited| {
            if !edited.contains(&comment) {
                edited.push(comment);
            }
        });
    }

    fn end_change(self, comment: i64) {
        // The form had the focus, and takes it along.
        if dom::is_focus_within(&format!("#comment-{comment}")) {
            spawn(async move {
                wait::frame().await;
                dom::focus_in_place(dom::by_id(&format!("edit-comment-{comment}")));
            });
        }
        self.edited.try_update(|edited| edited.retain(|id| *id != comment));
    }

    /// Takes a comment away, and deletes it on the server when nobody has taken that back.
    pub fn delete(self, comment: i64) {
        let issue = self.id.get_value();
        let (me, about) = (self.me.get_untracked().unwrap_or_default(), self.about(comment));
        held::hide(&issue, comment);
        self.count(-1);
        let back = issue.clone();
        let undo = move || {
            held::show(&back, comment);
            self.count(1);
        };
        let put_back = undo.clone();
        self.toasts.hold("The comment will be deleted", undo, move |sending| {
            put_draft(&me, &about, "");
            if sending == Sending::AtLast {
                return delete_comment_at_last(&issue, comment);
            }
            let (issue, put_back) = (issue.clone(), put_back.clone());
            spawn(async move {
                match delete_comment(&issue, comment).await {
                    // It stays hidden: a page that was opened meanwhile may still have it.
                    Ok(()) | Err(ApiError::NotFound) => {}
                    Err(error) => {
                        put_back();
                        self.toasts
                            .say_problem(format!("The comment could not be deleted. {}", error.sentence()));
                    }
                }
            });
        });
    }

    /// One more or one fewer, in the tab above.
    fn count(self, change: i64) {
        self.issue
            .update(|issue| issue.num_comments = issue.num_comments.saturating_add_signed(change));
    }
}
