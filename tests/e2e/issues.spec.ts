import { expect, expectAccessible, expectNoSidewaysScroll, rows, test } from "./support/glint";

test.beforeEach(async ({ demo }) => demo.signIn());

test("the list shows unresolved issues, is named, and passes axe", async ({ page }) => {
  await page.goto("/acme/issues");
  await expect(rows(page)).toHaveCount(50);
  await expect(page).toHaveTitle("Issues · Acme · Glint");
  await expect(page.getByRole("combobox", { name: "Search issues" })).toHaveValue("is:unresolved");
  await expect(page.getByRole("img", { name: /event/ }).first()).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("everything is asked once, and the list before the app is there", async ({ page, demo }) => {
  await page.goto("/acme/issues");
  await expect(rows(page)).toHaveCount(50);
  await page.route(/app\.wasm/, async (route) => {
    await new Promise((go) => setTimeout(go, 500));
    await route.continue();
  });
  await page.goto("/acme/issues?query=level%3Aerror&environment=production&sort=-count");
  await expect(rows(page).first()).toBeVisible();
  await expect(page.getByRole("img", { name: /event/ }).first()).toBeVisible();
  const asked = (await demo.requests()).filter((request) => request.startsWith("GET"));
  const second = asked.slice(asked.findLastIndex((request) => request.includes("auth/session")));
  expect(new Set(second).size, second.join("\n")).toBe(second.length);
  const listed = await page.evaluate(() => {
    const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    const at = (part: RegExp) => entries.find((entry) => part.test(entry.name))!;
    return { list: at(/\/issues\/\?/).startTime, wasm: at(/app\.wasm/).responseEnd };
  });
  expect(listed.list).toBeLessThan(listed.wasm);
});

test("search and filters are in the URL, and back undoes them", async ({ page }) => {
  await page.goto("/acme/issues");
  await expect(rows(page).first()).toBeVisible();
  const search = page.getByRole("combobox", { name: "Search issues" });
  await search.fill("level:fatal");
  await search.press("Enter");
  await expect(page).toHaveURL(/query=level%3Afatal/);
  await expect(rows(page).first().getByRole("img", { name: "fatal" })).toBeVisible();
  await page.getByRole("button", { name: "All environments" }).click();
  await page.getByRole("checkbox", { name: "production", exact: true }).click();
  await expect(page).toHaveURL(/environment=production/);
  await page.keyboard.press("Escape");
  await page.goBack();
  await expect(page).not.toHaveURL(/environment=/);
  await page.goBack();
  await expect(search).toHaveValue("is:unresolved");
  await page.reload();
  await expect(search).toHaveValue("is:unresolved");
});

test("what the server cannot search for is said", async ({ page }) => {
  await page.goto("/acme/issues");
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole("combobox", { name: "Search issues" }).fill("!is:resolved timesSeen:>5");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "number of events" })).toBeVisible();
});

test("an event's id opens that event", async ({ page, demo }) => {
  await page.goto("/acme/issues");
  await rows(page).first().getByRole("link").first().click();
  await page.getByRole("link", { name: "Older event" }).click();
  await expect(page).toHaveURL(/events\/[0-9a-f]{32}/);
  const event = page.url().split("/").at(-1)!;
  await page.goto("/acme/issues");
  await page.getByRole("combobox", { name: "Search issues" }).fill(event);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`events/${event}$`));
});

test("issues are resolved together, and undone", async ({ page }) => {
  await page.goto("/acme/issues");
  await expect(rows(page)).toHaveCount(50);
  for (const index of [0, 1, 2]) await rows(page).nth(index).getByRole("checkbox").check();
  const names = await rows(page)
    .getByRole("checkbox", { checked: true })
    .evaluateAll((boxes) => boxes.map((box) => box.getAttribute("aria-label")!));
  expect(names).toHaveLength(3);
  await page.getByRole("button", { name: /^Resolve/ }).click();
  await expect(page.getByText("3 issues resolved")).toBeVisible();
  await expect(rows(page)).toHaveCount(47);
  await page.reload();
  await expect(rows(page)).toHaveCount(50);
  for (const name of names) await expect(page.getByRole("checkbox", { name, exact: true })).toHaveCount(0);
  await page.goto("/acme/issues?query=is%3Aresolved");
  for (const name of names) await page.getByRole("checkbox", { name, exact: true }).check();
  await page.getByRole("button", { name: /^Reopen/ }).click();
  await expect(page.getByText("3 issues reopened")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.reload();
  for (const name of names) await expect(page.getByRole("checkbox", { name, exact: true })).toBeVisible();
});

test("a refusal puts the rows back and says why", async ({ page, demo }) => {
  await page.goto("/acme/issues");
  await rows(page).first().getByRole("checkbox").check();
  await demo.failNext("/api/0/organizations/acme/issues/", 403);
  await page.getByRole("button", { name: /^Ignore/ }).click();
  await expect(page.getByText(/Nothing was changed/)).toBeVisible();
  await expect(rows(page).first().getByText("ignored")).toHaveCount(0);
});

test("the list works by keyboard alone", async ({ page }) => {
  await page.goto("/acme/issues");
  await expect(rows(page)).toHaveCount(50);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#content")).toBeFocused();
  await page.getByRole("checkbox", { name: "Select all rows of this page" }).focus();
  await page.keyboard.press("j");
  await expect(rows(page).first().getByRole("link").first()).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(rows(page).nth(1).getByRole("checkbox")).toBeChecked();
  await page.keyboard.press("e");
  await expect(page.getByText("1 issue resolved")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/issues\/\d+$/);
});

test("back to the list is instant, as it was left, and asks for nothing", async ({ page, demo }) => {
  await page.goto("/acme/issues");
  await expect(rows(page)).toHaveCount(50);
  await expect(page.getByRole("img", { name: /event/ }).first()).toBeVisible();
  await rows(page).nth(30).getByRole("checkbox").check();
  const link = rows(page).nth(31).getByRole("link").first();
  // Hovering scrolls as far as clicking does.
  await link.hover();
  const top = await page.evaluate(() => scrollY);
  expect(top).toBeGreaterThan(200);
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Issues");
  expect(await page.evaluate(() => scrollY)).toBe(0);
  // What the page asks for at its leisure is not to be taken for the list's.
  let before = -1;
  await expect(async () => {
    const now = (await demo.requests()).length;
    const isQuiet = now === before;
    before = now;
    expect(isQuiet).toBe(true);
  }).toPass({ intervals: [1500] });
  // What the browser has in its cache (it looks for the icon of the tab after each navigation) costs nothing.
  const sent = () =>
    page.evaluate(() =>
      (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
        .filter((entry) => entry.transferSize > 0)
        .map((entry) => entry.name),
    );
  const files = await sent();
  await page.goBack();
  await expect(rows(page)).toHaveCount(50);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(top);
  await expect(rows(page).nth(30).getByRole("checkbox")).toBeChecked();
  await expect(rows(page).nth(31).getByRole("link").first()).toBeFocused();
  await page.waitForLoadState("networkidle");
  expect((await demo.requests()).length - before).toBe(0);
  expect(await sent()).toEqual(files);
});

test("pages are turned by links", async ({ page }) => {
  await page.goto("/acme/issues?query=");
  const first = await rows(page).first().getByRole("link").first().textContent();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/cursor=/);
  await expect(rows(page).first().getByRole("link").first()).not.toHaveText(first!);
  await page.getByRole("link", { name: "Previous" }).click();
  await expect(rows(page).first().getByRole("link").first()).toHaveText(first!);
});

test("a bad row is left out and said so; a bad answer can be asked for again", async ({ page, demo }) => {
  await page.goto("/acme/issues?query=demo-bad-row");
  await expect(page.getByText("1 row could not be read")).toBeVisible();
  await demo.failNext("/api/0/organizations/acme/issues/", 500);
  await page.goto("/acme/issues");
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(rows(page)).toHaveCount(50);
});

test("nothing found, no projects, and no such organization are told apart", async ({ page }) => {
  await page.goto("/acme/issues?query=nothinglikethis");
  await expect(page.getByRole("heading", { name: "No issue matches" })).toBeVisible();
  await page.goto("/empty-org/issues");
  await expect(page.getByRole("heading", { name: /no projects/ })).toBeVisible();
  await page.goto("/no-such-org/issues");
  await expect(page.getByRole("alert")).toBeVisible();
  await page.goto("/no/such/page");
  await expect(page.getByRole("heading", { name: "There is no such page" })).toBeVisible();
  await expectAccessible(page);
});
