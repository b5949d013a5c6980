// All monitors of an organization: what the rows say, groups, filters and order in the URL, staying fresh, and the screen on
// the wall.
import { expect, expectAccessible, expectNoSidewaysScroll, isNarrow, test } from "./support/glint";
import type { Page } from "@playwright/test";

test.beforeEach(async ({ demo }) => demo.signIn());

const LIST = "/api/0/organizations/acme/monitors/";
const rows = (page: Page) => page.locator(".monitors").getByRole("listitem");
const row = (page: Page, name: string) => rows(page).filter({ has: page.getByRole("link", { name, exact: true }) });
const status = (page: Page, name: RegExp) => page.getByRole("group", { name: "Status" }).getByRole("button", { name });
const names = (page: Page) => rows(page).filter({ visible: true }).locator(".nm").allTextContents();

/** Opens the list and waits for its rows. */
async function open(page: Page, query = "") {
  await page.goto(`/acme/uptime-monitors${query}`);
  await expect(page.locator(".monitors li.mon").first()).toBeAttached();
}

/** A check now with this result; later checks find the same. */
async function check(page: Page, id: number, isUp: boolean, reason = 1) {
  const answer = await page.request.post(`/__demo/monitor?id=${id}&up=${isUp}&reason=${reason}`);
  expect(answer.ok()).toBe(true);
}

test("every monitor says its status in a word, since when, its uptime and of which checks", async ({ page }) => {
  await open(page);
  await expect(rows(page)).toHaveCount(25);
  await expect(row(page, "Shop API health")).toContainText("Up");
  await expect(row(page, "Shop API health")).toContainText("GET");
  await expect(row(page, "Shop API health")).toContainText("every 1 min");
  await expect(row(page, "Shop API health")).toContainText(/60 checks in 59 min/);
  await expect(row(page, "Timeouts")).toContainText(/Down for \d+ d.*timeout/s);
  await expect(row(page, "Timeouts")).toContainText(/for [23] d/);
  await expect(row(page, "Forgotten cron heartbeat")).toContainText(/Down.*request not received/s);
  await expect(row(page, "Never checked")).toContainText("No data");
  // The list does not tell what never changed.
  await expect(row(page, "Database port")).not.toContainText(/for \d/);
  const counts = await page.locator(".mon-sum").textContent();
  const down = await rows(page).filter({ has: page.locator(".dot.down") }).count();
  expect(counts).toContain(`${down} down`);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("addresses are links, and what is no safe address is not", async ({ page }) => {
  await open(page);
  await expect(row(page, "Shop API health").locator("a.url")).toHaveAttribute("href", /^https?:/);
  await expect(row(page, "Database port").locator("a.url")).toHaveCount(0);
  await expect(row(page, "Nightly backup heartbeat").locator(".url")).toHaveCount(0);
  for (const link of await page.locator(".monitors a[href]").all())
    expect(await link.getAttribute("href")).toMatch(/^(https?:\/\/|\/)/);
});

test("each check of a strip is reached by the keyboard and says time, result, reason and duration", async ({ page }) => {
  await open(page, "?text=timeouts");
  const strip = row(page, "Timeouts").getByRole("slider", { name: "Checks of Timeouts" });
  await strip.focus();
  await expect(strip).toHaveAttribute("aria-valuetext", /\d{4}.*, down, timeout/);
  const last = await strip.getAttribute("aria-valuetext");
  await page.keyboard.press("ArrowLeft");
  await expect(strip).not.toHaveAttribute("aria-valuetext", last!);
  await page.keyboard.press("Home");
  await expect(strip).toHaveAttribute("aria-valuenow", "1");
  // How long a check took is asked for as its row comes into sight.
  await page.goto("/acme/uptime-monitors?text=shop+api+health");
  const other = row(page, "Shop API health").getByRole("slider");
  await expect(row(page, "Shop API health").locator(".ms")).toContainText(/\d+ ms/, { timeout: 15_000, useInnerText: false });
  await other.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(other).toHaveAttribute("aria-valuetext", /, up, \d+ ms/);
});

test("status, type and text filter, and all of it is in the URL", async ({ page }) => {
  await open(page);
  await status(page, /^Down/).click();
  await expect(page).toHaveURL(/\?status=down$/);
  await expect(status(page, /^Down/)).toHaveAttribute("aria-pressed", "true");
  await expect(row(page, "Shop API health")).toBeHidden();
  const down = await names(page);
  expect(down).toContain("Closed port");
  await expect(status(page, /^Down/)).toContainText(String(down.length));
  await page.getByLabel("Type").selectOption("TCP Port");
  await expect(page).toHaveURL(/type=TCP%20Port/);
  await expect(row(page, "Timeouts")).toBeHidden();
  await page.goBack();
  await expect(page).toHaveURL(/\?status=down$/);
  await page.goBack();
  await expect(row(page, "Shop API health")).toBeVisible();
  const before = await page.evaluate(() => history.length);
  await page.keyboard.press("/");
  await expect(page.getByLabel("Filter the monitors")).toBeFocused();
  await page.keyboard.type("shop api");
  await expect(page).toHaveURL(/\?text=shop%20api$/);
  await expect(row(page, "Timeouts")).toBeHidden();
  await expect(row(page, "Shop API health")).toBeVisible();
  expect(await page.evaluate(() => history.length), "typing leaves no trace in the history").toBe(before);
  await page.reload();
  await expect(row(page, "Shop API health")).toBeVisible();
  await expect(row(page, "Timeouts")).toBeHidden();
  await page.getByLabel("Filter the monitors").fill("nothing has this");
  await expect(page.getByText("No monitor matches")).toBeVisible();
  await page.getByRole("button", { name: "Show all monitors" }).click();
  await expect(row(page, "Timeouts")).toBeVisible();
});

test("what is down comes first, and other orders are there", async ({ page }) => {
  await open(page);
  const order = await names(page);
  expect(order.indexOf("Timeouts")).toBeLessThan(order.indexOf("Never checked"));
  expect(order.indexOf("Never checked")).toBeLessThan(order.indexOf("Shop API health"));
  await page.getByLabel("Sort by").selectOption("Name");
  await expect(page).toHaveURL(/\?sort=name$/);
  await expect.poll(() => names(page)).not.toEqual(order);
  const byName = (await names(page)).filter((name) => /^[A-Z]\w+ \w+$/.test(name));
  expect(byName).toEqual(byName.toSorted((one, other) => one.toLowerCase().localeCompare(other.toLowerCase())));
  await page.getByLabel("Sort by").selectOption("Slowest response");
  await expect(page.getByText(/response times that are known/)).toBeVisible();
  await page.getByRole("button", { name: "Ask for the others" }).click();
  await expect(page.getByText(/response times that are known/)).toBeHidden({ timeout: 30_000 });
  await page.getByRole("button", { name: "Sort again" }).click();
  await expect.poll(async () => (await names(page)).indexOf("Slow checkout POST")).toBeLessThan(4);
});

test("groups by project, environment and name prefix have counts and can be folded", async ({ page }) => {
  await open(page, "?group=project");
  const shop = page.getByRole("button", { name: /^Shop API/ });
  await expect(shop).toContainText(/\d up/);
  await expect(shop).toHaveAttribute("aria-expanded", "true");
  await shop.click();
  await expect(shop).toHaveAttribute("aria-expanded", "false");
  await expect(row(page, "Shop API health")).toBeHidden();
  await shop.click();
  await expect(row(page, "Shop API health")).toBeVisible();
  await expect(page.getByRole("button", { name: /^No project/ })).toBeVisible();
  await page.getByLabel("Group by").selectOption("Environment");
  await expect(page).toHaveURL(/group=environment/);
  await expect(page.getByRole("button", { name: /^production/ })).toBeVisible();
  await page.getByLabel("Group by").selectOption("Name prefix");
  await expect(page.getByRole("button", { name: /^eu-west/ })).toContainText("2");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("the keyboard walks through the rows and opens one", async ({ page }) => {
  await open(page);
  const order = await names(page);
  await page.keyboard.press("j");
  await expect(page.getByRole("link", { name: order[0], exact: true })).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("k");
  await expect(page.getByRole("link", { name: order[1], exact: true })).toBeFocused();
  await page.keyboard.press("o");
  await expect(page).toHaveURL(/\/uptime-monitors\/\d+$/);
  await page.goBack();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog").getByText("In the list of monitors")).toBeVisible();
});

test("a row's menu opens, edits, clones and deletes with a way back", async ({ page }) => {
  await open(page, "?text=search+latency");
  const more = page.getByRole("button", { name: "Actions for Search latency" });
  await more.click();
  const menu = page.getByRole("group", { name: "Actions" });
  await expect(menu.getByRole("link", { name: "Open" })).toBeFocused();
  await expect(menu.getByRole("link", { name: "Edit" })).toHaveAttribute("href", "/acme/uptime-monitors/16/update");
  await expect(menu.getByRole("link", { name: "Clone" })).toHaveAttribute("href", "/acme/uptime-monitors/new?from=16");
  await page.keyboard.press("Escape");
  await expect(more).toBeFocused();
  await more.click();
  await menu.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(row(page, "Search latency")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row(page, "Search latency")).toBeVisible();
});

test("the list refreshes without a reload and moves nothing under the reader", async ({ page }) => {
  await open(page);
  await expect(page.locator(".live")).toContainText(/just now|\d+ s ago/);
  const order = await names(page);
  await row(page, "Shop API health").getByRole("link", { name: "Shop API health", exact: true }).focus();
  await check(page, 2, false, 2);
  await page.keyboard.press("r");
  await expect(row(page, "Shop API health")).toContainText("wrong status code");
  expect(await names(page)).toEqual(order);
  await page.getByRole("button", { name: "Sort again" }).click();
  await expect.poll(() => names(page)).not.toEqual(order);
  await expect(page.getByRole("button", { name: "Sort again" })).toBeHidden();
});

test("it asks by itself at the pace of the monitors", async ({ page, demo }) => {
  test.slow();
  await open(page);
  const asked = async () => (await demo.requests()).filter((request) => request.startsWith(`GET ${LIST}?`)).length;
  const before = await asked();
  await check(page, 2, false, 5);
  // The shortest interval of Acme's monitors is 30 seconds.
  await expect(row(page, "Shop API health")).toContainText("network error", { timeout: 45_000 });
  expect((await asked()) - before).toBeLessThan(4);
});

test("a server that does not answer is told, and what is shown stays", async ({ page, demo }) => {
  await open(page);
  await demo.failNext(LIST, 503, 1);
  await page.getByRole("button", { name: "Refresh", exact: true }).click();
  const notice = page.locator(".notice-line");
  await expect(notice).toContainText("Refreshing does not work");
  await expect(notice).toContainText(/asked for (just now|\d+ s ago)/);
  await expect(row(page, "Shop API health")).toBeVisible();
  await notice.getByRole("button", { name: "Try again" }).click();
  await expect(notice).toBeHidden();
});

test("an empty list leads on, and failures say what they are", async ({ page, demo }) => {
  await page.route(`**${LIST}*`, (route) => route.fulfill({ json: [], headers: { "x-hits": "0" } }));
  await page.goto("/acme/uptime-monitors");
  await expect(page.getByRole("heading", { name: "No monitors yet" })).toBeVisible();
  await expect(page.locator(".state").getByRole("link", { name: "New monitor" })).toBeVisible();
  await page.unrouteAll();
  await demo.failNext(LIST, 500, 1);
  await page.goto("/acme/uptime-monitors");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(row(page, "Shop API health")).toBeVisible();
  await page.goto("/no-such-organization/uptime-monitors");
  await expect(page.getByRole("heading", { name: "There is no such organization" })).toBeVisible();
  await page.route(`**${LIST}*`, (route) => route.fulfill({ status: 403, json: { detail: "Forbidden" } }));
  await page.goto("/acme/uptime-monitors");
  await expect(page.getByRole("heading", { name: "These monitors are not for you to see" })).toBeVisible();
});

test("of 1 500 monitors the first rows come before the rest, and counts say so", async ({ page }) => {
  test.slow();
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route("**/api/0/organizations/wall/monitors/?*cursor=*", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/wall/uptime-monitors");
  await expect(page.locator(".mon-part")).toContainText(/100 of 1.000\+ loaded/);
  await expect(rows(page)).toHaveCount(100);
  release();
  await expect(rows(page)).toHaveCount(1500, { timeout: 60_000 });
  await expect(page.locator(".mon-part")).toHaveText("");
  await page.getByLabel("Filter the monitors").fill("eu-west checkout");
  await expect(status(page, /^All/)).toContainText("25");
  expect((await names(page)).length).toBe(25);
  await page.getByLabel("Filter the monitors").fill("");
  await page.getByLabel("Group by").selectOption("Name prefix");
  await expect(page.getByRole("button", { name: /^eu-west/ })).toBeVisible({ timeout: 20_000 });
});

test("a list that breaks off says how much of it is here", async ({ page }) => {
  await page.route("**/api/0/organizations/wall/monitors/?*cursor=*", (route) => route.fulfill({ status: 502, body: "" }));
  await page.goto("/wall/uptime-monitors");
  await expect(page.getByText("Only 100 monitors are here")).toBeVisible();
  await page.unrouteAll();
  await page.locator(".notice-line").getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Only 100 monitors are here")).toBeHidden({ timeout: 60_000 });
});

test("the screen shows all at once, down first with reason and time, and says when it could not refresh", async ({ page, demo }) => {
  await page.goto("/acme/uptime-monitors/screen");
  const screen = page.getByRole("region", { name: "Status of all monitors" });
  await expect(screen.getByRole("heading", { level: 1 })).toContainText(/\d+ of 25 monitors are down/);
  const tiles = screen.getByRole("listitem");
  await expect(screen.getByRole("heading", { level: 2 }).first()).toContainText(/^Down \d/);
  await expect(tiles.filter({ hasText: "Timeouts" })).toContainText("timeout");
  await expect(tiles.filter({ hasText: "Timeouts" })).toContainText(/for (2 d|3 d)/);
  await expect(tiles).toHaveCount(25);
  await expect(screen).toContainText(/Updated (just now|\d+ s ago)/);
  await expect(screen).toContainText("has worked since this page was opened");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await demo.failNext(LIST, 503, 1);
  await screen.getByRole("button", { name: "Refresh" }).click();
  await expect(screen.getByRole("alert")).toContainText("Refreshing does not work");
  await screen.getByRole("button", { name: "Refresh" }).click();
  await expect(screen.getByRole("alert")).toBeHidden();
  await expect(screen).toContainText(/could last not be reached at/);
  await check(page, 2, false, 5);
  await screen.getByRole("button", { name: "Refresh" }).click();
  await expect(tiles.filter({ hasText: "Shop API health" })).toContainText("network error");
});

test("the screen is dark by choice, fills the screen, and leads back", async ({ page }) => {
  await page.goto("/acme/uptime-monitors/screen");
  const screen = page.getByRole("region", { name: "Status of all monitors" });
  await screen.getByRole("button", { name: "Dark" }).click();
  await expect(page).toHaveURL(/\?look=dark$/);
  await expect(screen).toHaveCSS("color-scheme", "dark");
  await expectAccessible(page);
  await screen.getByRole("button", { name: "Full screen" }).click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.id)).toBe("uptime-screen");
  await page.evaluate(() => document.exitFullscreen());
  await screen.getByRole("link", { name: "List" }).click();
  await expect(row(page, "Shop API health")).toBeVisible();
});

test("when all are up the screen says so", async ({ page }) => {
  await page.route(`**${LIST}*`, async (route) => {
    const response = await route.fetch();
    const json = (await response.json()).map((monitor: object) => ({ ...monitor, isUp: true }));
    await route.fulfill({ response, json });
  });
  await page.goto("/acme/uptime-monitors/screen");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("All 25 monitors are up");
});

test("1 500 monitors fit on one screen", async ({ page }) => {
  test.skip(isNarrow(page), "for a screen on the wall");
  test.slow();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto("/wall/uptime-monitors/screen");
  const screen = page.getByRole("region", { name: "Status of all monitors" });
  await expect(screen.getByRole("heading", { level: 1 })).toContainText(/of 1.500 monitors are down/, { timeout: 60_000 });
  expect(await screen.evaluate((element) => element.scrollHeight <= element.clientHeight), "all in one view").toBe(true);
  await expectAccessible(page);
});
