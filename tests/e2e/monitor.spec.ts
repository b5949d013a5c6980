// One monitor: how it is, and its response times over any range.
import { expect, expectAccessible, expectNoSidewaysScroll, isNarrow, test } from "./support/glint";
import { monitor, panel, chart, range, table, checksAsked, open, loaded, uptimeRow } from "./support/monitor";

test.beforeEach(async ({ demo }) => demo.signIn());
// Several pages are opened, and thousands of checks are read.
test.beforeEach(() => test.setTimeout(120_000));

test.describe("the monitor", () => {
  test("says how it is, since when, what it watches, and whose it is", async ({ page }) => {
    await open(page, 2);
    await expect(page.getByRole("heading", { level: 1, name: "Shop API health" })).toBeVisible();
    await expect(page).toHaveTitle(/\(up\) Shop API health/);
    const state = page.locator(".state-line");
    await expect(state).toContainText(/^Up for .+, since /);
    await state.locator(".moment").focus();
    await expect(state.getByRole("tooltip")).toContainText("UTC");
    const known = page.getByRole("list", { name: "About the monitor" });
    for (const fact of ["GET", "every", "Timeout", "Expects status 200", "Expects the text", "Shop API"]) {
      await expect(known).toContainText(fact);
    }
    await expect(known.getByRole("link", { name: /^http/ })).toHaveAttribute("rel", /noopener/);
    const bar = page.locator(".bar");
    await expect(bar.getByRole("link", { name: "Edit" })).toHaveAttribute("href", /\/uptime-monitors\/2\/update$/);
    await expect(bar.getByRole("link", { name: "Clone" })).toHaveAttribute("href", /\/uptime-monitors\/new\?from=2$/);
    await expect(bar.getByRole("button", { name: "Copy the link to this monitor" })).toBeVisible();
    await bar.getByRole("button", { name: "Delete" }).click();
    await expect(page.getByRole("dialog")).toContainText("Shop API health");
    await page.keyboard.press("Escape");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  test("down: the title, the state, the open outage that counts on, and the reason", async ({ page }) => {
    await open(page, 3);
    await expect(page).toHaveTitle(/\(down\) Broken admin/);
    await expect(page.locator(".state-line")).toContainText(/^Down for 1 d/);
    const first = table(page, "Outages").getByRole("row").nth(1);
    await expect(first).toContainText("Still down");
    await expect(first).toContainText("Wrong status code");
    const lasted = first.getByRole("cell").nth(2);
    await expect(lasted).toContainText("1 d 6 h");
    await expectAccessible(page);
  });

  test("no data: a monitor that was never checked has no chart, and nothing is claimed", async ({ page }) => {
    await page.goto(monitor(15));
    await expect(page.locator(".state-line")).toHaveText(/^No data/);
    await expect(page.getByRole("heading", { name: "No check has been made yet" })).toBeVisible();
    await expect(chart(page)).toHaveCount(0);
    await expect(page.locator(".stat")).toContainText("unknown");
    await expect(page.locator(".stat")).not.toContainText("100%");
    await expectAccessible(page);
  });

  test("names and addresses that anybody could have made are text", async ({ page }) => {
    await open(page, 20);
    await expect(page.locator("h1 *")).toHaveCount(0);
    await expect(page.locator('a[href^="javascript"]')).toHaveCount(0);
    await expectNoSidewaysScroll(page);
    await page.goto(monitor(21));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoSidewaysScroll(page);
  });

  test("a heartbeat has no response time: when it came is drawn, and where to send it is said", async ({ page }) => {
    await open(page, 13);
    await expect(chart(page, "Heartbeats")).toBeVisible();
    await expect(chart(page)).toHaveCount(0);
    await expect(panel(page, "Send heartbeats")).toContainText("POST");
    await expectAccessible(page);
    await page.goto(monitor(14));
    await expect(page.locator(".state-line")).toContainText(/^Down for 2[01] d/);
    await expect(table(page, "Outages")).toContainText("Request not received");
  });

  test("what is not there, not allowed or not to be had says so", async ({ page, demo }) => {
    await page.goto(monitor(999_999));
    await expect(page.getByRole("heading", { name: "There is no such monitor" })).toBeVisible();
    await expect(page.getByText("deleted, or it belongs to another organization")).toBeVisible();
    await expectAccessible(page);
    await demo.failNext("/api/0/organizations/acme/monitors/2/", 403);
    await page.goto(monitor(2));
    await expect(page.getByRole("heading", { name: "You may not see this monitor" })).toBeVisible();
    await demo.failNext("/api/0/organizations/acme/monitors/2/", 500);
    await page.goto(monitor(2));
    await page.getByRole("alert").getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Shop API health" })).toBeVisible();
  });

  test("a change shows without a reload, and one that is deleted meanwhile says so", async ({ page, context }) => {
    await open(page, 2);
    await context.request.post("/__demo/monitor?id=2&up=false&reason=1");
    await page.getByRole("button", { name: "Refresh" }).click();
    await expect(page.locator(".state-line")).toContainText(/^Down for/);
    const newest = table(page, "Outages").getByRole("row").nth(1);
    await expect(newest).toContainText("Still down");
    await expect(newest).toContainText("Timeout");
    await page.route("**/monitors/2/", (route) => route.fulfill({ status: 404, json: { detail: "Not Found" } }));
    await page.getByRole("button", { name: "Refresh" }).click();
    await expect(page.getByText("This monitor has been deleted meanwhile")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: "Shop API health" })).toBeVisible();
  });
});

test.describe("response times", () => {
  test("an hour comes with the monitor; a day is paged for, with percentiles as lines and figures", async ({ page, demo }) => {
    await open(page, 2);
    await expect(chart(page)).toBeVisible();
    await expect(range(page, "1 h")).toHaveAttribute("aria-current", "true");
    const own = await checksAsked(demo, 2);
    expect(own.filter((line) => !line.includes("is_change") && !line.includes("cursor")), "no page of checks").toEqual([]);
    await range(page, "24 h").click();
    await expect(page).toHaveURL(/range=24h/);
    await loaded(page);
    const figures = page.locator(".percentiles");
    for (const name of ["p50", "p95", "p99", "Average"]) await expect(figures).toContainText(name);
    await expect(figures).toContainText("ms");
    for (const name of ["p50", "p95", "p99", "Average"]) {
      await expect(panel(page, "Response time").getByRole("button", { name, exact: true })).toBeVisible();
    }
    await expect(page.locator(".range-said")).toContainText(/1\s4\d\d checks/);
    const pages = (await checksAsked(demo, 2)).length - own.length;
    expect(pages, "never more than needed").toBeLessThanOrEqual(15);
    await expectAccessible(page);
    await page.goBack();
    await expect(range(page, "1 h")).toHaveAttribute("aria-current", "true");
  });

  test("what was loaded is asked for once, also after a reload", async ({ page, demo }) => {
    await open(page, 2, "?range=24h");
    await loaded(page);
    await expect(page.locator(".range-said")).toContainText(/1\s4\d\d checks/);
    const before = (await checksAsked(demo, 2)).length;
    // What has come is kept when it is complete.
    await page.waitForTimeout(500);
    await page.reload();
    await expect(page.locator(".range-said")).toContainText(/1\s4\d\d checks/);
    await loaded(page);
    const after = await checksAsked(demo, 2);
    expect(after.length - before, after.slice(before).join("\n")).toBeLessThanOrEqual(1);
    await range(page, "12 h").click();
    await expect(page.locator(".range-said")).toContainText(/7[12]\d checks/);
    expect((await checksAsked(demo, 2)).length).toBe(after.length);
  });

  test("long ranges say how far they are, can be stopped, and go on where they were", async ({ page, demo }) => {
    await page.route("**/checks/**", async (route) => {
      await new Promise((done) => setTimeout(done, 120));
      await route.continue();
    });
    await open(page, 2, "?range=7d");
    const response = panel(page, "Response time");
    await expect(response.getByRole("progressbar", { name: "Loading checks" })).toBeVisible();
    await expect(response.getByText(/Loading checks: \d+ of about \d+ pages, \d+% loaded/)).toBeVisible();
    await response.getByRole("button", { name: "Stop" }).click();
    await expect(response.getByText(/^Loaded from /)).toBeVisible();
    const before = (await checksAsked(demo, 2)).length;
    await page.waitForTimeout(600);
    expect((await checksAsked(demo, 2)).length).toBeLessThanOrEqual(before + 1);
    await page.unroute("**/checks/**");
    await demo.failNext("/api/0/organizations/acme/monitors/2/checks/", 503);
    await response.getByRole("button", { name: "Load the rest" }).click();
    await expect(response.getByText("Not all checks could be loaded")).toBeVisible();
    await expect(chart(page)).toBeVisible();
    await response.getByRole("button", { name: "Try again" }).click();
    await loaded(page);
    const asked = await checksAsked(demo, 2);
    const cursors = asked.map((line) => line.match(/cursor=([^&]+)/)?.[1]).filter(Boolean);
    // The one that failed, and the one that was stopped, are asked for again.
    expect(cursors.length - new Set(cursors).size).toBeLessThanOrEqual(2);
  });

  test("a record that begins later says since when the server keeps it", async ({ page }) => {
    await open(page, 19, "?range=30d");
    await loaded(page);
    await expect(panel(page, "Response time").getByText(/^From .+, as far as the server keeps$/)).toBeVisible();
    const month = uptimeRow(page, "30 days");
    await expect(month.nth(2)).toContainText(/^20 d|^19 d/);
    await expect(panel(page, "Uptime")).toContainText("before that it is unknown");
  });

  test("zooming goes into the URL, Back undoes it, and all of it works by keys", async ({ page }) => {
    await open(page, 2);
    const plot = chart(page);
    await plot.focus();
    await page.keyboard.press("End");
    await expect(plot).toHaveAttribute("aria-valuetext", /ms/);
    await page.keyboard.press("Home");
    for (let at = 0; at < 20; at += 1) await page.keyboard.press("ArrowRight");
    for (let at = 0; at < 15; at += 1) await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/range=20\d\d.+\.\.20\d\d/);
    await expect(page.getByRole("group", { name: "Range" }).getByRole("button")).toHaveAttribute("aria-pressed", "true");
    await expect(chart(page)).toBeVisible();
    await page.goBack();
    await expect(range(page, "1 h")).toHaveAttribute("aria-current", "true");
  });

  test("dragging zooms as well", async ({ page }) => {
    test.skip(isNarrow(page), "a finger scrolls there");
    await open(page, 2);
    const box = (await chart(page).boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.4, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.7, box.y + box.height / 2, { steps: 8 });
    await page.mouse.up();
    await expect(page).toHaveURL(/range=20\d\d.+\.\.20\d\d/);
  });

  test("a range of one's own, in the reader's zone", async ({ page }) => {
    await open(page, 18);
    await page.getByRole("group", { name: "Range" }).getByRole("button", { name: "Custom…" }).click();
    const dialog = page.getByRole("dialog");
    await expectAccessible(page);
    await dialog.getByLabel("From").fill("");
    await dialog.getByRole("button", { name: "Apply" }).click();
    await expect(dialog.getByText("Give a date and a time.")).toBeVisible();
    const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
    await dialog.getByLabel("From").fill(`${day(14)}T00:00`);
    await dialog.getByLabel("Until").fill(`${day(12)}T00:00`);
    await dialog.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/range=20/);
    await loaded(page);
    // The outage in it is shaded and counted.
    await expect(uptimeRow(page, "Chart:").nth(0)).toContainText("%");
    await expect(uptimeRow(page, "Chart:").nth(3)).toHaveText("1");
    await expect(panel(page, "Response time").getByText("Down", { exact: true })).toBeVisible();
  });

  test("timeouts and failures are told from slow answers", async ({ page }) => {
    await open(page, 10);
    await expect(page.locator(".range-said")).toContainText(/\d+ timeouts/);
    await expect(panel(page, "Response time").getByText("Timed out", { exact: true }).first()).toBeVisible();
    await page.goto(monitor(10, "?show=checks"));
    const first = table(page, "Checks").getByRole("row").nth(1);
    await expect(first).toContainText("Timed out");
    await expect(first).toContainText("Timeout");
    await expect(first.getByRole("cell").last()).toHaveText("–");
  });
});
