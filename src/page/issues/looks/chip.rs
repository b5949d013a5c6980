//! The chip in the head of the list: how much is different since one last looked, and what can be done about it.

use super::Visit;
use crate::browser::{dom, intl};
use crate::page::issues::list::IssueList;
use crate::page::issues::news::focus_on_rows;
use crate::reactive::{attribute, changing_text, maybe};
use crate::ui::icon::{Icon, icon};
use crate::ui::menu::{Menu, close_menu};
use glint_model::text::{counted, thousands};
use glint_model::timestamp::Timestamp;
use leptos::prelude::*;

const MENU: &str = "since-you-looked";

/// Shows the chip while there is something to say.
pub fn chip(list: IssueList, visit: Visit) -> AnyView {
    let is_only = Memo::new(move |_| list.only.with(Option::is_some));
    let is_there = Memo::new(move |_| is_only.get() || visit.since_ms().is_some() && visit.tally().sum() > 0);
    maybe(move || {
        is_there.get().then(|| {
            let button = ViewFn::from(move || {
                view! {
                    <span>
                        {changing_text(move || said(list, visit))}
                        {maybe(move || (!is_only.get()).then(|| view! { <span class="wide">" since you last looked"</span> }.into_any()))}
                    </span>
                    {icon(Icon::Down, "")}
                }
                .into_any()
            });
            view! {
                <span class="looks">
                    <Menu id=MENU class="btn small" label=attribute(move || full(list, visit)) button=button>
                        {entries(list, visit)}
                    </Menu>
                    {maybe(move || is_only.get().then(|| show_all(list)))}
                </span>
            }
            .into_any()
        })
    })
}

/// What is said where there is room for it, and always read out.
fn full(list: IssueList, visit: Visit) -> String {
    let is_only = list.only.with(Option::is_some);
    let said = said(list, visit);
    if is_only {
        said
    } else {
        format!("{said} since you last looked")
    }
}

fn said(list: IssueList, visit: Visit) -> String {
    if list.only.with(Option::is_some) {
        return format!("{} of {} shown", thousands(list.standing().len() as u64), loaded(list));
    }
    visit.tally().label()
}

fn loaded(list: IssueList) -> String {
    thousands(list.rows.with(|rows| rows.as_ref().map_or(0, |rows| rows.issues.len())) as u64)
}

fn show_all(list: IssueList) -> AnyView {
    let back = move |_| {
        list.only.set(None);
        // The button is gone with that.
        dom::focus(dom::first(".looks button"));
    };
    view! { <button class="btn small" type="button" on:click=back>"Show all"</button> }.into_any()
}

fn entries(list: IssueList, visit: Visit) -> AnyView {
    let explained = move || {
        let ago = visit
            .since_ms()
            .map(|since| format!(" ({})", intl::ago(Timestamp(since))))
            .unwrap_or_default();
        let loaded = list.rows.with(|rows| rows.as_ref().map_or(0, |rows| rows.issues.len()));
        format!(
            "Since you last looked{ago}: {}, among the {} loaded here.",
            visit.tally().label(),
            counted(loaded as u64, "issue", "issues"),
        )
    };
    view! {
        <p class="hint">{changing_text(explained)}</p>
        {maybe(move || list.only.with(Option::is_none).then(|| {
            entry("Show only these", Icon::Issue, move || list.only.set(Some(visit.marked())))
        }))}
        {maybe(move || list.only.with(Option::is_some).then(|| {
            entry("Show all issues", Icon::Issue, move || list.only.set(None))
        }))}
        {entry("Mark all as seen", Icon::Check, move || {
            list.only.set(None);
            // The chip goes.
            focus_on_rows(list);
            visit.accept();
        })}
    }
    .into_any()
}

fn entry(label: &'static str, sign: Icon, act: impl Fn() + 'static) -> AnyView {
    view! {
        <button class="entry" type="button" on:click=move |_| {
            close_menu(MENU);
            act();
        }>
            {icon(sign, "")}
            <span>{label}</span>
        </button>
    }
    .into_any()
}
