// Selecting and acting: what is shown at once, what is sent and when, and how it is undone.
import { expect, expectAccessible, openAccount, rows, test } from "./support/glint";
import type { Page } from "@playwright/test";

test.beforeEach(async ({ demo }) => demo.signIn());

const titles = (page: Page) => rows(page).evaluateAll((all) => all.map((row) => row.querySelector("a")!.id));
const message = (page: Page, text: string | RegExp) =>
  page.getByRole("status", { name: "Messages" }).locator(".toast").filter({ hasText: text });
const listed = async (page: Page, url = "/acme/issues") => {
  await page.goto(url);
  await expect(rows(page).first()).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Select all rows of this page" })).toBeVisible();
  // The messages come with the navigation.
  await expect(page.locator("#navigation")).toBeAttached();
};
const box = (page: Page, index: number) => rows(page).nth(index).getByRole("checkbox");

test("resolved rows leave the list of unresolved ones, and undo brings them back where they stood", async ({ page }) => {
  await listed(page);
  const before = await titles(page);
  await box(page, 1).check();
  await box(page, 3).check();
  await page.getByRole("button", { name: "Resolve", exact: true }).click();
  await expect(rows(page)).toHaveCount(48);
  expect(await titles(page)).toEqual(before.filter((_, index) => index !== 1 && index !== 3));
  await message(page, "2 issues resolved").getByRole("button", { name: "Undo" }).click();
  await expect(rows(page)).toHaveCount(50);
  expect(await titles(page)).toEqual(before);
  await page.reload();
  await expect(rows(page)).toHaveCount(50);
  expect(await titles(page)).toEqual(before);
});

test("rows of a list that names no status stay, and say their new one", async ({ page }) => {
  await listed(page, "/acme/issues?query=level%3Afatal");
  const count = await rows(page).count();
  await box(page, 0).check();
  await page.getByRole("button", { name: "Ignore", exact: true }).click();
  await expect(rows(page).first().getByText("ignored", { exact: true })).toBeVisible();
  await expect(rows(page)).toHaveCount(count);
});

test("shift selects the rows between, and lets them go again", async ({ page }) => {
  await listed(page);
  await box(page, 2).click();
  await box(page, 6).click({ modifiers: ["Shift"] });
  await expect(rows(page).getByRole("checkbox", { checked: true })).toHaveCount(5);
  await expect(page.getByText("5 selected")).toBeVisible();
  await box(page, 6).click();
  await box(page, 2).click({ modifiers: ["Shift"] });
  await expect(rows(page).getByRole("checkbox", { checked: true })).toHaveCount(0);
});

for (const [name, url] of [
  ["the list as it opens", "/acme/issues"],
  ["a search with projects, environment and time", "/acme/issues?query=&project=1&project=2&project=3&project=4&project=5&project=6&environment=production&start=now-60d"],
  ["a search that is put right before it is sent", "/acme/issues?query=IS%3AUnresolved"],
] as const) {
  test(`all that match sends exactly the filter shown: ${name}`, async ({ page, demo }) => {
    await listed(page, url);
    const asked = (await demo.requests()).filter((request) => /^GET .*\/organizations\/acme\/issues\/\?/.test(request)).at(-1)!;
    const filter = new URLSearchParams(asked.split("?")[1]);
    for (const name of ["sort", "limit", "cursor"]) filter.delete(name);
    const hits = (await page.locator(".bar [aria-live]").first().textContent())!.replace(" match", "");
    await page.getByRole("checkbox", { name: "Select all rows of this page" }).check();
    const all = page.getByRole("button", { name: `Select all ${hits} that match` });
    await all.click();
    await expect(page.getByText(`All ${hits} issues that match are selected`)).toBeVisible();
    await page.getByRole("button", { name: "Ignore", exact: true }).click();
    const said = message(page, /will be ignored/);
    await expect(said).toBeVisible();
    const changes = async () => (await demo.requests()).filter((request) => request.startsWith("PUT"));
    expect(await changes()).toEqual([]);
    await said.getByRole("button", { name: "Dismiss" }).click();
    await expect.poll(changes).toHaveLength(1);
    const [change] = await changes();
    expect([...new URLSearchParams(change.split("?")[1])]).toEqual([...filter]);
    // All of them, and none else.
    // The newer servers change more than fifty in the background.
    const left = async () =>
      (await page.request.get(`/api/0/organizations/acme/issues/?${filter}&limit=1`)).headers()["x-hits"];
    if (filter.get("query")?.includes("is:unresolved")) await expect.poll(left).toBe("0");
  });
}

test("all that match can be undone before it is sent", async ({ page, demo }) => {
  await listed(page);
  await page.getByRole("checkbox", { name: "Select all rows of this page" }).check();
  await page.getByRole("button", { name: /^Select all .* that match/ }).click();
  await page.getByRole("button", { name: "Resolve", exact: true }).click();
  await expect(page.getByRole("heading", { name: "All dealt with" })).toBeVisible();
  await message(page, /will be resolved/).getByRole("button", { name: "Undo" }).click();
  await expect(rows(page)).toHaveCount(50);
  expect((await demo.requests()).filter((request) => request.startsWith("PUT"))).toEqual([]);
});

test("a deletion is sent only when it can no longer be undone", async ({ page, demo }) => {
  await listed(page);
  const deletions = async () => (await demo.requests()).filter((request) => request.startsWith("DELETE"));
  const before = await titles(page);
  const remove = async () => {
    await box(page, 0).check();
    await box(page, 1).check();
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await expect(page.getByRole("dialog", { name: "Delete 2 issues?" })).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await expect(rows(page)).toHaveCount(48);
  };
  await remove();
  await page.keyboard.press("z");
  await expect(rows(page)).toHaveCount(50);
  expect(await titles(page)).toEqual(before);
  expect(await deletions()).toEqual([]);
  await remove();
  await message(page, "2 issues will be deleted").getByRole("button", { name: "Dismiss" }).click();
  await expect.poll(deletions).toHaveLength(1);
  const ids = before.slice(0, 2).map((id) => id.replace("issue-", "id="));
  expect((await deletions())[0].split("?")[1].split("&").sort()).toEqual(ids.sort());
});

test("what was held back is sent when the page is left", async ({ page, demo }) => {
  await listed(page);
  await box(page, 0).check();
  await page.keyboard.press("#");
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(message(page, "1 issue will be deleted")).toBeVisible();
  await page.goto("about:blank");
  await expect.poll(async () => (await demo.requests()).filter((request) => request.startsWith("DELETE"))).toHaveLength(1);
});

test("deleting more than fifty wants the words typed", async ({ page }) => {
  await listed(page);
  await page.getByRole("checkbox", { name: "Select all rows of this page" }).check();
  await page.getByRole("button", { name: /^Select all .* that match/ }).click();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("is:unresolved")).toBeVisible();
  await expectAccessible(page);
  const go = dialog.getByRole("button", { name: "Delete" });
  await expect(go).toBeDisabled();
  const words = (await dialog.locator(".typed").textContent())!;
  expect(words).toMatch(/^delete \d+\+? issues$/);
  await dialog.getByRole("textbox").fill(words.slice(0, -1));
  await expect(go).toBeDisabled();
  await dialog.getByRole("textbox").fill(words);
  await expect(go).toBeEnabled();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
});

test("merging says which stays, and wants one project", async ({ page, demo }) => {
  await listed(page, "/acme/issues?project=1");
  const before = await titles(page);
  await box(page, 0).check();
  await page.keyboard.press("m");
  await expect(message(page, /at least two|two issues/i)).toBeVisible();
  await box(page, 1).check();
  await page.keyboard.press("m");
  const dialog = page.getByRole("dialog", { name: "Merge 2 issues?" });
  const ids = before.slice(0, 2).map((id) => Number(id.replace("issue-", "")));
  const stays = Math.max(...ids);
  await expect(dialog.getByText(/not added up|added to its count/)).toBeVisible();
  await dialog.getByRole("button", { name: "Merge" }).click();
  await expect.poll(() => titles(page)).toEqual(before.filter((id) => id !== `issue-${Math.min(...ids)}`));
  await message(page, "2 issues will be merged").getByRole("button", { name: "Dismiss" }).click();
  await expect.poll(async () => (await page.request.get(`/api/0/issues/${Math.min(...ids)}/`)).status()).toBe(404);
  expect((await page.request.get(`/api/0/issues/${stays}/`)).status()).toBe(200);
  await listed(page, "/acme/issues");
  await page.getByRole("checkbox", { name: "Select all rows of this page" }).check();
  await page.keyboard.press("m");
  await expect(message(page, /one project|same project/i)).toBeVisible();
  expect((await demo.requests()).filter((request) => request.startsWith("PUT"))).toHaveLength(1);
});

test("what a part of the servers' answers refuses is listed and put back", async ({ page, demo }) => {
  await listed(page, "/acme/issues?query=");
  for (const count of [100, 150]) {
    await page.getByRole("button", { name: "Show more" }).click();
    await expect(rows(page)).toHaveCount(count);
  }
  await page.goto("/acme/issues");
  await expect(rows(page)).toHaveCount(50);
  for (const count of [100, 150]) {
    await page.getByRole("button", { name: "Show more" }).click();
    await expect(rows(page)).toHaveCount(count);
  }
  await page.getByRole("checkbox", { name: "Select all rows of this page" }).check();
  await demo.failNext("/api/0/organizations/acme/issues/", 503, 1, { method: "PUT", skip: 1 });
  await page.getByRole("button", { name: "Resolve", exact: true }).click();
  await expect(message(page, /^50 of 150 issues could not be changed: .* and 45 more/)).toBeVisible();
  await expect(rows(page)).toHaveCount(50);
  // What was done can still be undone.
  await message(page, "100 issues resolved").getByRole("button", { name: "Undo" }).click();
  await expect(rows(page)).toHaveCount(150);
});

test("a key that is held down decides once, and moves on and on", async ({ page }) => {
  await listed(page);
  const before = await titles(page);
  await page.keyboard.press("j");
  for (const _ of [1, 2, 3, 4]) await page.keyboard.down("e");
  await page.keyboard.up("e");
  await expect(rows(page)).toHaveCount(49);
  for (const _ of [1, 2, 3]) await page.keyboard.down("j");
  await expect(page.locator(`#${before[4]}`)).toBeFocused();
});

test("more rows come below, each issue once although the server repeats them", async ({ page }) => {
  await listed(page, "/acme/issues?query=&sort=count");
  for (const _ of [1, 2, 3]) {
    const before = await rows(page).count();
    await page.getByRole("button", { name: "Show more" }).click();
    await expect.poll(() => rows(page).count()).toBeGreaterThan(before);
  }
  const ids = await titles(page);
  expect(new Set(ids).size).toBe(ids.length);
  await expect(rows(page).last().locator("svg.spark")).toBeAttached();
});

test("keys select, act, open and tell of themselves, but not while somebody types", async ({ page }) => {
  await listed(page);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Shift+X");
  await expect(rows(page).getByRole("checkbox", { checked: true })).toHaveCount(3);
  await page.keyboard.press("Escape");
  await expect(rows(page).getByRole("checkbox", { checked: true })).toHaveCount(0);
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("e");
  await help.getByRole("checkbox", { name: "Single keys are commands" }).uncheck();
  await help.getByRole("button", { name: "Close" }).click();
  await rows(page).nth(3).getByRole("link").focus();
  await page.keyboard.press("e");
  await page.keyboard.press("?");
  await expect(help).toHaveCount(0);
  await expect(rows(page)).toHaveCount(50);
  await openAccount(page);
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await help.getByRole("checkbox").check();
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await expect(page.locator("#issue-search")).toBeFocused();
  await page.keyboard.type("jex");
  await expect(page.locator("#issue-search")).toHaveValue(/jex$/);
  await expect(rows(page)).toHaveCount(50);
});

test("after an action the focus is on the next row", async ({ page }) => {
  await listed(page);
  const before = await titles(page);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("e");
  await expect(rows(page)).toHaveCount(49);
  await expect(page.locator(`#${before[2]}`)).toBeFocused();
  await page.keyboard.press("i");
  await expect(page.locator(`#${before[3]}`)).toBeFocused();
  await page.keyboard.press("z");
  await page.keyboard.press("z");
  await expect(rows(page)).toHaveCount(50);
  expect(await titles(page)).toEqual(before);
});

test("undoing takes back what was done last, also while it is still on its way", async ({ page }) => {
  await listed(page);
  const before = await titles(page);
  await page.keyboard.press("j");
  await page.keyboard.press("e");
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  let pass = () => {};
  const isPassed = new Promise<void>((resolve) => (pass = resolve));
  await page.route("**/issues/?*", async (route) => {
    if (route.request().method() === "PUT") await isPassed;
    await route.fallback();
  });
  await page.keyboard.press("i");
  await expect(rows(page)).toHaveCount(48);
  await page.keyboard.press("z");
  pass();
  await expect(rows(page)).toHaveCount(49);
  expect(await titles(page)).toEqual(before.slice(1));
  await page.keyboard.press("z");
  await expect(rows(page)).toHaveCount(50);
  expect(await titles(page)).toEqual(before);
});

test("n and p walk through the issues of the list, and back leads to the list", async ({ page }) => {
  await listed(page);
  const before = await titles(page);
  const number = (index: number) => new RegExp(`/issues/${before[index].replace("issue-", "")}$`);
  await page.keyboard.press("j");
  await page.keyboard.press("o");
  await expect(page).toHaveURL(number(0));
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Issues");
  await page.keyboard.press("n");
  await expect(page).toHaveURL(number(1));
  await page.keyboard.press("n");
  await expect(page).toHaveURL(number(2));
  await page.keyboard.press("p");
  await expect(page).toHaveURL(number(1));
  await page.keyboard.press("p");
  await page.keyboard.press("p");
  await expect(message(page, "first issue of the list")).toBeVisible();
  await page.keyboard.press("n");
  await page.goBack();
  await expect(rows(page)).toHaveCount(50);
  await expect(page.locator(`#${before[1]}`)).toBeFocused();
});

test("selected issues are copied as Markdown and as a table", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await listed(page, "/acme/issues?project=1");
  await box(page, 0).check();
  await box(page, 1).check();
  const copied = async (entry: string) => {
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("button", { name: entry }).click();
    await expect(message(page, "2 issues copied").last()).toBeVisible();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const csv = await copied("Copy as CSV");
  expect(csv.split("\r\n")[0]).toContain("short_id,title");
  expect(csv.trim().split("\r\n")).toHaveLength(3);
  expect(csv).not.toMatch(/(^|,)"?[=+@-]/m);
  const markdown = await copied("Copy as Markdown");
  expect(markdown).toMatch(/^- \[SHOP-API-/);
  expect(markdown).toContain(`${new URL(page.url()).origin}/acme/issues/`);
});

test("an empty list says what to drop, with counts", async ({ page }) => {
  await page.goto("/acme/issues?query=is%3Aunresolved%20level%3Afatal%20nothinglikethis&project=1");
  await expect(page.getByRole("heading", { name: "No issue matches" })).toBeVisible();
  const way = page.getByRole("listitem").filter({ hasText: "Without “nothinglikethis”" });
  await expect(way).toContainText(/\d+ issues?/);
  const count = Number((await way.textContent())!.match(/(\d+) issue/)![1]);
  await expectAccessible(page);
  await way.getByRole("link").click();
  await expect(rows(page)).toHaveCount(Math.min(count, 50));
});

test("rows can be compact, and stay so", async ({ page }) => {
  await listed(page);
  const height = () => rows(page).first().evaluate((row) => row.getBoundingClientRect().height);
  const before = await height();
  await page.getByRole("button", { name: "Compact rows" }).click();
  expect(await height()).toBeLessThan(before - 10);
  await page.reload();
  await expect(rows(page).first()).toBeVisible();
  expect(await height()).toBeLessThan(before - 10);
});
