// Whoever knows a DSN can send events: every text of a corpus stands in every field of an event, an issue, a tag, a
// breadcrumb, a request, a user, a comment and a user report, and nothing of it becomes markup, a script, or a link that
// leads anywhere but to http, https and mailto.
import type { Page, Route } from "@playwright/test";
import { eventId, hostileEvent, hostileIssue, hostileLists } from "./support/hostile";
import { corpus } from "./support/hostile_corpus";
import { expect, test } from "./support/glint";

const json = (body: unknown) => ({ status: 200, contentType: "application/json", body: JSON.stringify(body) });

test.beforeEach(async ({ demo, page }) => {
  await demo.signIn();
  page.on("dialog", (dialog) => {
    throw new Error(`a dialog opened: ${dialog.message()}`);
  });
  await page.route("**://evil.example/**", (route) => {
    throw new Error(`asked evil.example: ${route.request().url()}`);
  });
});

test("the corpus is large enough", () => {
  expect(corpus.length).toBeGreaterThanOrEqual(200);
  expect(new Set(corpus.map((value) => JSON.stringify(value))).size).toBe(corpus.length);
});

/** Everything that is folded or waits to be seen is built. */
async function unfold(page: Page) {
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    window.dispatchEvent(new Event("beforeprint"));
    for (let round = 0; round < 6; round++) {
      await frame();
      const closed = [...document.querySelectorAll<HTMLDetailsElement>("#content details:not([open])")].slice(0, 60);
      if (closed.length === 0) break;
      for (const details of closed) details.open = true;
    }
    await frame();
  });
}

/** What must never be there, each with where. */
const dangers = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    const own = new Set(["http:", "https:", "mailto:", "blob:"]);
    for (const element of document.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) found.push(`${element.tagName} has ${name}`);
        if (name === "srcdoc" || name === "formaction" || name === "style" && /url|expression/i.test(value)) {
          found.push(`${element.tagName} ${name}=${value.slice(0, 80)}`);
        }
        if (/^(href|src|action|xlink:href|data|poster|background|cite|ping)$/.test(name)) {
          let scheme = "";
          try {
            scheme = new URL(value, location.href).protocol;
          } catch {
            scheme = "unreadable";
          }
          if (!own.has(scheme) && !(element.tagName === "LINK" && scheme === "data:")) {
            found.push(`${element.tagName} ${name}=${value.slice(0, 80)}`);
          }
          const leads = element instanceof HTMLAnchorElement && new URL(element.href, location.href).origin !== location.origin;
          if (leads && !/\bnoopener\b.*\bnoreferrer\b/.test(element.rel)) found.push(`a link without rel: ${value.slice(0, 80)}`);
        }
      }
    }
    const foreign = document.body.querySelectorAll(
      "iframe, object, embed, base, meta, link, style, video, audio, marquee, math, script:not([src]), img, template:not([data-own]), #content form[action]",
    );
    for (const element of foreign) found.push(`a ${element.tagName} with ${element.outerHTML.slice(0, 80)}`);
    if ("__hacked" in window) found.push("a script ran");
    const shown = document.body.innerText;
    const hiding = shown.match(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u009f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]/);
    if (hiding) {
      const at = hiding.index ?? 0;
      found.push(`a hidden character U+${hiding[0].charCodeAt(0).toString(16)} in: ${JSON.stringify(shown.slice(Math.max(0, at - 30), at + 30))}`);
    }
    return found;
  });

/** Serves the issue with the value of the corpus that `current` names in all its answers. */
async function serve(page: Page, current: () => number) {
  const issue = /\/api\/0\/issues\/105\/$/;
  await page.route(issue, (route) => route.fulfill(json(hostileIssue(corpus[current()]))));
  await page.route(/\/api\/0\/issues\/105\/events\/[0-9a-z]+\/$/, (route: Route) => {
    const id = route.request().url().split("/").at(-2)!;
    const at = id === "latest" ? current() : parseInt(id.slice(-2), 16);
    return route.fulfill(json(hostileEvent(corpus[at], at, corpus.length)));
  });
  await page.route(/\/api\/0\/issues\/105\/tags\//, (route) =>
    route.fulfill(json(hostileLists.tags.slice(current(), current() + 8))),
  );
}

const GROUP = 36;
for (let start = 0; start < corpus.length; start += GROUP) {
  const end = Math.min(corpus.length, start + GROUP);
  test(`events with the texts ${start + 1} to ${end}`, async ({ page, watch }) => {
    test.slow();
    let at = start;
    await serve(page, () => at);
    for (; at < end; at++) {
      await test.step(JSON.stringify(corpus[at]).slice(0, 60), async () => {
        // Within the app, as a reader walks from event to event; the page is opened once.
        const path = `/acme/issues/105/events/${eventId(at)}`;
        if (at === start) await page.goto(path);
        else await page.evaluate((path) => { history.pushState({}, "", path); dispatchEvent(new PopStateEvent("popstate")); }, path);
        await expect(page.locator(".event-bar code").first()).toHaveAttribute("title", eventId(at));
        await expect(page.locator("#breadcrumbs")).toBeAttached();
        await expect(page.locator(".event")).toHaveAttribute("aria-busy", "false");
        await unfold(page);
        expect(await dangers(page)).toEqual([]);
        await expect(page.locator(".last-resort")).toHaveCount(0);
        expect(watch.blocked).toEqual([]);
        expect(watch.errors).toEqual([]);
      });
    }
  });
}

const pages: [name: string, part: string, api: RegExp, rows: unknown[], ready: string][] = [
  ["comments", "comments", /\/issues\/105\/comments\//, hostileLists.comments, "Comments"],
  ["user reports", "user-reports", /\/issues\/105\/user-reports\//, hostileLists.userReports, "User reports"],
  ["merged hashes", "merged", /\/issues\/105\/hashes\//, hostileLists.hashes, "Merged"],
  ["the table of events", "events", /\/issues\/105\/events\/\?/, hostileLists.events(0, 60), "All events"],
];
for (const [name, part, api, rows, heading] of pages) {
  test(`${name} with every text`, async ({ page }) => {
    test.slow();
    await serve(page, () => 0);
    await page.route(api, (route) => route.fulfill(json(rows)));
    await page.goto(`/acme/issues/105/${part}`);
    await expect(page.getByRole("heading", { name: heading, level: 2 })).toBeVisible();
    await expect(page.locator("#content li, #content tbody tr, #content article").nth(20)).toBeAttached();
    await unfold(page);
    expect(await dangers(page)).toEqual([]);
    await expect(page.locator(".last-resort")).toHaveCount(0);
  });
}

test("two events with different texts side by side, and the exports", async ({ page }) => {
  test.slow();
  let at = 0;
  await serve(page, () => at);
  for (at of [0, 9, 60, 115, 151]) {
    await page.goto(`/acme/issues/105/events/${eventId(at)}/compare?with=${eventId(at + 1)}&show=all`);
    await expect(page.getByRole("region", { name: "Stack trace" })).toBeVisible();
    await unfold(page);
    expect(await dangers(page)).toEqual([]);
  }
});

test("a page with other wrong types says so and stays", async ({ page }) => {
  await serve(page, () => 0);
  for (const broken of ["[]", "null", "7", '"x"', "{}", '{"entries": 7}', "{", "", "<html>", '{"id":1,"entries":[null]}']) {
    await page.route(/\/issues\/105\/events\/latest\/$/, (route) =>
      route.fulfill({ status: 200, contentType: "application/json", body: broken }),
    );
    await page.goto("/acme/issues/105");
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(page.locator(".last-resort")).toHaveCount(0);
    expect(await dangers(page)).toEqual([]);
  }
});
