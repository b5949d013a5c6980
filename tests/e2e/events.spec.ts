// Walking through the events of an issue, and the table of all of them.
import { expect, expectAccessible, expectNoSidewaysScroll, isNarrow, test } from "./support/glint";
import type { Page } from "@playwright/test";

test.beforeEach(async ({ demo }) => demo.signIn());

interface Listed {
  id: string;
  shortId: string;
  count: string;
}

/** The first of the issues with the most events that has so many. */
async function issueWith(page: Page, from: number, to: number): Promise<Listed> {
  const answer = await page.request.get("/api/0/organizations/acme/issues/?sort=-count&limit=100");
  const found = ((await answer.json()) as Listed[]).find(({ count }) => Number(count) >= from && Number(count) < to);
  expect(found, `an issue with ${from} to ${to} events`).toBeDefined();
  return found!;
}

/** The ids of the events of an issue, the newest first. */
async function eventIds(page: Page, issue: string, limit = 100): Promise<string[]> {
  const answer = await page.request.get(`/api/0/issues/${issue}/events/?limit=${limit}`);
  return ((await answer.json()) as { event_id: string }[]).map((event) => event.event_id);
}

const bar = (page: Page) => page.locator(".event-bar");
const way = (page: Page, name: string) => bar(page).getByRole("link", { name });
const table = (page: Page) => page.getByRole("table", { name: "Events" });
const rows = (page: Page) => table(page).locator("tbody").getByRole("row");
const summary = (page: Page) => page.locator(".events-tools .summary");

test("one walks from the newest to the oldest, and is told where one is", async ({ page }) => {
  const issue = await issueWith(page, 5, 300);
  const ids = await eventIds(page, issue.id);
  await page.goto(`/acme/issues/${issue.id}`);
  const count = Number(issue.count);
  await expect(bar(page)).toContainText(`Event ${ids[0].slice(0, 8)}`);
  await expect(bar(page)).toContainText(`${count} of ${count}, the newest`);
  await expect(way(page, "Newer event")).toHaveAttribute("aria-disabled", "true");
  await way(page, "Older event").click();
  await expect(page).toHaveURL(new RegExp(`/events/${ids[1]}$`));
  await expect(bar(page)).toContainText(`${count - 1} of ${count}`);
  await expect(way(page, "Older event")).toBeFocused();
  await page.keyboard.press("[");
  await expect(page).toHaveURL(new RegExp(`/events/${ids[2]}$`));
  await expect(bar(page)).toContainText(`${count - 2} of ${count}`);
  await page.keyboard.press("]");
  await expect(page).toHaveURL(new RegExp(`/events/${ids[1]}$`));
  await page.keyboard.press("{");
  await expect(bar(page)).toContainText(`1 of ${count}, the oldest`);
  await expect(way(page, "Oldest event")).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("[");
  await expect(page.getByText("This is the oldest event that is stored.")).toBeVisible();
  await page.keyboard.press("}");
  await expect(page).toHaveURL(new RegExp(`/issues/${issue.id}$`));
  // The oldest is known by now.
  await expect(way(page, "Oldest event")).toHaveAttribute("href", /\/events\/[0-9a-f]{32}$/);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("the oldest of thousands is found with a few requests, and nothing is guessed", async ({ page, demo }) => {
  const issue = await issueWith(page, 4000, 10_000);
  await page.goto(`/acme/issues/${issue.id}`);
  await expect(bar(page)).toContainText(/the newest of 1.000\+/);
  const before = (await demo.requests()).length;
  await way(page, "Oldest event").click();
  await expect(bar(page)).toContainText(/1 of 1.000\+, the oldest/);
  const asked = (await demo.requests()).slice(before).filter((request) => request.includes("/events/"));
  expect(asked.length).toBeLessThan(6);
});

test("an oldest event that the server does not tell is said, and the reader stays", async ({ page, demo }) => {
  const issue = await issueWith(page, 5, 300);
  await page.goto(`/acme/issues/${issue.id}`);
  await expect(bar(page)).toContainText(`${issue.count} of ${issue.count}, the newest`);
  await demo.failNext(`/api/0/issues/${issue.id}/events/`, 422);
  await way(page, "Oldest event").click();
  await expect(page.getByText(/does not say which event is the oldest/)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/issues/${issue.id}$`));
});

test("the neighbours are there before they are wanted", async ({ page, demo }) => {
  const issue = await issueWith(page, 5, 300);
  const ids = await eventIds(page, issue.id);
  await page.goto(`/acme/issues/${issue.id}`);
  const asked = async (id: string) =>
    (await demo.requests()).filter((request) => request === `GET /api/0/issues/${issue.id}/events/${id}/`).length;
  await expect.poll(() => asked(ids[1])).toBe(1);
  await way(page, "Older event").click();
  await expect(bar(page)).toContainText(ids[1].slice(0, 8));
  await expect.poll(() => asked(ids[2])).toBe(1);
  expect(await asked(ids[1]), "it was not asked for again").toBe(1);
});

test("walking quickly asks for one event at a time", async ({ page }) => {
  const issue = await issueWith(page, 40, 300);
  const path = `/api/0/issues/${issue.id}/events/`;
  let [open, most] = [0, 0];
  const mine = (url: string) => new URL(url).pathname.startsWith(path);
  page.on("request", (request) => mine(request.url()) && (most = Math.max(most, ++open)));
  page.on("requestfinished", (request) => mine(request.url()) && open--);
  page.on("requestfailed", (request) => mine(request.url()) && open--);
  await page.goto(`/acme/issues/${issue.id}`);
  await expect(bar(page)).toContainText("the newest");
  for (let step = 0; step < 12; step++) {
    const before = page.url();
    await page.keyboard.press("[");
    await page.waitForURL((url) => url.href !== before);
    await expect(page.locator(".event[aria-busy='false']")).toBeAttached();
  }
  await expect(bar(page)).toContainText(`${Number(issue.count) - 12} of ${issue.count}`);
  // The one that is ended and the one that takes its place may overlap for a moment.
  expect(most).toBeLessThanOrEqual(2);
});

test("one goes to an event by its id or address, and what was typed stays when it leads nowhere", async ({ page }) => {
  const issue = await issueWith(page, 5, 300);
  const other = await issueWith(page, 4000, 10_000);
  const ids = await eventIds(page, issue.id);
  const [foreign] = await eventIds(page, other.id, 1);
  await page.goto(`/acme/issues/${issue.id}`);
  await expect(bar(page)).toContainText("the newest");
  await page.keyboard.press("g");
  const dialog = page.getByRole("dialog", { name: "Go to event" });
  const field = dialog.getByRole("textbox", { name: "Event id or address" });
  await expect(field).toBeFocused();
  await expectAccessible(page);
  const enter = async (text: string) => {
    await field.fill(text);
    await page.keyboard.press("Enter");
  };
  await enter("not an id");
  await expect(dialog.getByRole("alert")).toContainText("That is no event id");
  await expect(field).toHaveValue("not an id");
  await enter("0".repeat(32));
  await expect(dialog.getByRole("alert")).toContainText("There is no such event here");
  await expect(field).toHaveValue("0".repeat(32));
  await enter(foreign);
  const link = dialog.getByRole("link", { name: `Open it in ${other.shortId}` });
  await expect(link).toHaveAttribute("href", new RegExp(`/issues/${other.id}/events/${foreign}$`));
  const dashed = ids[3].replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-").toUpperCase();
  await enter(`Event ID: ${dashed}`);
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(`/events/${ids[3]}$`));
  await page.keyboard.press("g");
  await enter(`https://errors.example.com/acme/issues/${issue.id}/events/${ids[2]}/`);
  await expect(page).toHaveURL(new RegExp(`/events/${ids[2]}$`));
});

test("the table lists the events, and loads more as one goes down", async ({ page, demo }) => {
  const issue = await issueWith(page, 4000, 10_000);
  await page.goto(`/acme/issues/${issue.id}/events`);
  await expect(rows(page).first()).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expect(summary(page)).toContainText(/of about [\d\s]+ events loaded/);
  await expect(async () => {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    expect(await rows(page).count()).toBe(100);
  }).toPass();
  // Nothing comes by itself any more.
  await expectAccessible(page);
  const asked = (await demo.requests()).filter((request) => request.includes(`/issues/${issue.id}/events/?`));
  expect(asked.every((request) => /limit=20/.test(request))).toBe(true);
  await page.getByRole("button", { name: "Load more" }).click();
  await expect(rows(page)).toHaveCount(120);
});

test("the filter looks through what is loaded, is in the URL, and is there when one comes back", async ({ page, demo }) => {
  const issue = await issueWith(page, 25, 300);
  await page.goto(`/acme/issues/${issue.id}/events`);
  await expect(rows(page).first()).toBeVisible();
  const answer = await page.request.get(`/api/0/issues/${issue.id}/events/?limit=1`);
  const [newest] = (await answer.json()) as { event_id: string }[];
  const field = page.getByRole("searchbox", { name: "Filter the loaded events" });
  if (!isNarrow(page)) {
    await page.keyboard.press("/");
    await expect(field).toBeFocused();
  }
  await field.fill(newest.event_id.slice(0, 8));
  await expect(rows(page)).toHaveCount(1);
  await expect(summary(page)).toContainText(/^1 of \d+/);
  await expect(page).toHaveURL(/events\?filter=/);
  await rows(page).first().getByRole("link").click();
  await expect(bar(page)).toContainText(newest.event_id.slice(0, 8));
  await page.waitForLoadState("networkidle");
  const before = (await demo.requests()).length;
  await page.goBack();
  await expect(rows(page)).toHaveCount(1);
  await expect(field).toHaveValue(newest.event_id.slice(0, 8));
  expect((await demo.requests()).slice(before).filter((request) => request.includes("/events/?"))).toEqual([]);
  await field.fill("nothing like this");
  await expect(page.getByRole("heading", { name: "No loaded event fits" })).toBeVisible();
  await page.getByRole("button", { name: "Clear the filter" }).click();
  await expect(rows(page).nth(10)).toBeVisible();
  await page.reload();
  await expect(rows(page).nth(10)).toBeVisible();
});

test("columns are chosen and remembered", async ({ page }) => {
  const issue = await issueWith(page, 25, 300);
  await page.goto(`/acme/issues/${issue.id}/events`);
  await expect(rows(page).first()).toBeVisible();
  const heads = () => table(page).locator("thead th").allTextContents();
  expect(await heads()).toContain("Release");
  await page.getByRole("button", { name: "Columns" }).click();
  const tags = page.getByRole("group", { name: "Tags" }).getByRole("checkbox");
  const tag = (await tags.first().textContent())!;
  await tags.first().click();
  await page.getByRole("group", { name: "Columns" }).getByRole("checkbox", { name: "Release" }).click();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(rows(page).first()).toBeVisible();
  expect(await heads()).toContain(tag);
  expect(await heads()).not.toContain("Release");
  await expectNoSidewaysScroll(page);
});

test("two events are selected and compared; the table works by keyboard", async ({ page }) => {
  const issue = await issueWith(page, 25, 300);
  const ids = await eventIds(page, issue.id);
  await page.goto(`/acme/issues/${issue.id}/events`);
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press("j");
  await expect(rows(page).nth(0).getByRole("link")).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(page.getByText("Select one more to compare")).toBeVisible();
  await page.keyboard.press("k");
  await page.keyboard.press("x");
  await expect(rows(page).nth(5).getByRole("checkbox")).toBeDisabled();
  await expect(page.getByRole("link", { name: "Compare" })).toHaveAttribute(
    "href",
    new RegExp(`/events/${ids[1]}/compare\\?with=${ids[2]}$`),
  );
  await page.keyboard.press("o");
  await expect(page).toHaveURL(new RegExp(`/events/${ids[1]}$`));
  await page.goBack();
  await expect(rows(page).nth(1).getByRole("checkbox")).toBeChecked();
  await expect(rows(page).nth(1).getByRole("link")).toBeFocused();
});

test("no events, an error and unreadable rows are told apart", async ({ page, demo }) => {
  const issue = await issueWith(page, 25, 300);
  const list = (url: URL) => url.pathname === `/api/0/issues/${issue.id}/events/`;
  await demo.failNext(`/api/0/issues/${issue.id}/events/`, 500);
  await page.goto(`/acme/issues/${issue.id}/events`);
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(rows(page).first()).toBeVisible();
  await page.route(list, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.json()) as unknown[];
    await route.fulfill({ response: answer, json: [{ event_id: 7 }, ...body.slice(1)] });
  });
  await page.getByRole("button", { name: "Load again from the newest" }).click();
  await expect(page.getByRole("status").filter({ hasText: /\d events? could not be read/ })).toBeVisible();
  await page.route(list, (route) => route.fulfill({ json: [], headers: { "x-hits": "0", "x-max-hits": "1000" } }));
  await page.getByRole("button", { name: "Load again from the newest" }).click();
  await expect(page.getByRole("heading", { name: "No event is stored any more" })).toBeVisible();
  await expectAccessible(page);
});
