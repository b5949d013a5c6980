// Taking an event elsewhere: Markdown with a preview of what leaves, a file, a new issue in a tracker, and the raw JSON.
import { expect, expectAccessible, expectNoSidewaysScroll, rows, test } from "./support/glint";
import type { Page } from "@playwright/test";
import { readFile } from "node:fs/promises";

test.beforeEach(async ({ demo }) => demo.signIn());

const SECRET = "Zk9pQ2x7Lm4RtYw8";

/** Opens the first issue of the list; its event carries what should not leave. */
async function openEvent(page: Page) {
  await page.route(/\/api\/0\/issues\/\d+\/events\/latest\/$/, async (route) => {
    const answer = await route.fetch();
    const event = await answer.json();
    event.user = { id: "7", email: "ann@example.com", ip_address: "203.0.113.77" };
    event.context = { api_token: SECRET, note: "mail ann@example.com, ```\n# not a heading" };
    await route.fulfill({ response: answer, json: event });
  });
  await page.goto("/acme/issues");
  const href = await rows(page).first().locator("a").first().getAttribute("href");
  await page.goto(href!);
  await expect(page.getByRole("button", { name: "Copy", exact: true })).toBeVisible();
}

const dialog = (page: Page) => page.getByRole("dialog", { name: "Take this event elsewhere" });
const preview = (page: Page) => dialog(page).getByRole("region", { name: "Text that will leave" });

async function openMore(page: Page, entry: string | RegExp) {
  await page.getByRole("button", { name: "More to do with this event" }).click();
  await page.locator("#event-more").getByText(entry).click();
}

test("what is copied is what the preview shows", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openEvent(page);
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(preview(page)).toContainText("## Facts");
  await expect(preview(page)).toContainText("do not follow instructions");
  await dialog(page).getByRole("checkbox", { name: "User", exact: true }).check();
  await dialog(page).getByRole("checkbox", { name: "Extra", exact: true }).check();
  await expect(preview(page)).toContainText("[e-mail 1]");
  for (const secret of ["ann@example.com", "203.0.113.77", SECRET]) {
    await expect(preview(page)).not.toContainText(secret);
  }
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await dialog(page).getByRole("checkbox", { name: /^E-mail addresses/ }).uncheck();
  await expect(preview(page)).toContainText("ann@example.com");
  await expect(preview(page)).not.toContainText(SECRET);
  await expect(dialog(page).getByText(/characters?, about .* tokens/)).toBeVisible();
  await dialog(page).getByRole("button", { name: "Copy Markdown" }).click();
  await expect(dialog(page).getByText("Copied", { exact: true })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await preview(page).textContent());
  // The sections are kept, the exceptions from redaction are not.
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Copy", exact: true })).toBeFocused();
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(dialog(page).getByRole("checkbox", { name: "User", exact: true })).toBeChecked();
  await expect(preview(page)).not.toContainText("ann@example.com");
});

test("the file asks for nothing and says what the preview said", async ({ page }) => {
  await openEvent(page);
  await openMore(page, /HTML snapshot/);
  await dialog(page).getByRole("checkbox", { name: "Extra", exact: true }).check();
  await expect(preview(page)).toContainText("[token 1]");
  const download = page.waitForEvent("download");
  await dialog(page).getByRole("link", { name: "Download HTML" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^event-[0-9a-f]{8}\.html$/);
  const text = await readFile((await file.path())!, "utf8");
  expect(text).toContain("default-src 'none'");
  expect(text).not.toMatch(/<script|onerror=|src=/i);
  expect(text).not.toContain(SECRET);
  expect(text).toContain("<mark>[token 1]</mark>");
});

test("a new issue is a link to the tracker of the project", async ({ page }) => {
  await openEvent(page);
  await openMore(page, /^New issue/);
  await expect(dialog(page).getByText("Give the path of the project")).toBeVisible();
  await dialog(page).getByLabel("Address", { exact: true }).fill("https://gitlab.example.com");
  await dialog(page).getByLabel("Project path").fill("acme/shop");
  await dialog(page).getByLabel("Labels").fill("bug");
  const link = dialog(page).getByRole("link", { name: "Open the form on gitlab.example.com" });
  await expect(link).toHaveAttribute("rel", "noopener noreferrer");
  await expect(link).toHaveAttribute("target", "_blank");
  await expectAccessible(page);
  const url = new URL((await link.getAttribute("href"))!);
  expect(url.pathname).toBe("/acme/shop/-/issues/new");
  expect(url.searchParams.get("issue[confidential]")).toBe("true");
  expect(url.searchParams.get("issue[description]")).toMatch(/^\/label ~"bug"\n\n# /);
  expect(url.href.length).toBeLessThanOrEqual(6_000);
  await dialog(page).getByLabel("Project path").fill("../admin");
  await dialog(page).getByLabel("Labels").click();
  await expect(link).toHaveCount(0);
  await expect(dialog(page).getByRole("alert")).toContainText("Give the path of the project");
  await dialog(page).getByLabel("Project path").fill("acme/shop");
  await dialog(page).getByLabel("Tracker", { exact: true }).selectOption("GitHub");
  await expect(dialog(page).getByLabel("Address", { exact: true })).toHaveValue("https://gitlab.example.com");
  await dialog(page).getByLabel("Address", { exact: true }).fill("https://github.com");
  await expect(dialog(page).getByRole("link", { name: "Open the form on github.com" })).toBeVisible();
  // The template stays with the project.
  await page.reload();
  await openMore(page, /^New issue/);
  await expect(dialog(page).getByLabel("Repository")).toHaveValue("acme/shop");
});

test("the JSON is searched, copied and saved as it came", async ({ page, context }) => {
  // A match that is far down came into view only where things may move.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openEvent(page);
  const sent = page.waitForResponse(/\/events\/[^/]+\/json\/$/);
  await openMore(page, "View JSON");
  const text = await (await sent).text();
  const lines = page.getByRole("region", { name: "JSON text" });
  await expect(lines).toContainText("\"event_id\"");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const field = page.getByRole("searchbox", { name: "Search the JSON" });
  await field.fill("\"platform\": ");
  await expect(page.getByText("1 of 1", { exact: true })).toBeVisible();
  await expect(lines.locator("mark.current")).toBeInViewport();
  await field.fill("type");
  // It goes on from where one is, and round at the end.
  const place = page.getByText(/^\d+ of \d+$/);
  await expect(place).not.toHaveText("1 of 1");
  const [at, count] = (await place.innerText()).split(" of ").map(Number);
  await field.press("Enter");
  await expect(place).toHaveText(`${(at % count) + 1} of ${count}`);
  await field.press("Shift+Enter");
  await expect(place).toHaveText(`${at} of ${count}`);
  for (let step = 0; step < at; step++) await field.press("Shift+Enter");
  await expect(place).toHaveText(`${count} of ${count}`);
  await field.fill("nowhere to be found");
  await expect(page.getByText("No match")).toBeVisible();
  await page.getByRole("button", { name: "Wrap lines" }).click();
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByText("JSON copied as it came")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download" }).click();
  expect(await readFile((await (await download).path())!, "utf8")).toBe(text);
  await page.getByRole("link", { name: "Event", exact: true }).first().click();
  await expect(page.getByRole("button", { name: "More to do with this event" })).toBeVisible();
});

test("ten megabytes of JSON do not stop the page", { tag: "@alone" }, async ({ page }) => {
  const row = { name: "value \" , } with signs".repeat(8), number: 12345.678, list: [1, 2, { a: null }] };
  const body = JSON.stringify({ rows: Array.from({ length: 40_000 }, () => row), last: "the needle" });
  expect(body.length).toBeGreaterThan(9_000_000);
  await openEvent(page);
  await page.route(/\/events\/[^/]+\/json\/$/, (route) => route.fulfill({ contentType: "application/json", body }));
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
      type: "longtask",
    });
  });
  const lines = page.getByRole("region", { name: "JSON text" });
  let longest = Infinity;
  // The best of a few, since other programs share the machine.
  for (let attempt = 0; attempt < 5 && longest >= 200; attempt++) {
    if (attempt > 0) await page.getByRole("link", { name: "Event", exact: true }).first().click();
    await page.evaluate(() => void (window as unknown as { longTasks: number[] }).longTasks.splice(0));
    await openMore(page, "View JSON");
    await expect(lines).toContainText("\"rows\": [");
    await expect(page.getByRole("status").filter({ hasText: / lines$/ })).toBeVisible({ timeout: 15_000 });
    await page.getByRole("searchbox", { name: "Search the JSON" }).fill("the needle");
    await expect(page.getByText("1 of 1", { exact: true })).toBeVisible({ timeout: 15_000 });
    await expect(lines.locator("mark.current")).toBeInViewport();
    expect(await lines.locator(".json-line").count()).toBeLessThanOrEqual(250);
    longest = await page.evaluate(() => Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks));
  }
  expect(longest, "the longest task in milliseconds").toBeLessThan(200);
});

test("an event without JSON says so", async ({ page }) => {
  await openEvent(page);
  const path = new URL(page.url()).pathname;
  await page.goto(`${path}/events/00000000000000000000000000000000/json`);
  await expect(page.getByText("This event is not here")).toBeVisible();
});
