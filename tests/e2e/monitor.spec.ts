// One monitor: how it is, its response times over any range, and the ledger of its downtime.
import { readFile } from "node:fs/promises";
import { expect, expectAccessible, expectNoSidewaysScroll, isNarrow, openAccount, signInByForm, test } from "./support/glint";
import type { Download, Page } from "@playwright/test";

test.beforeEach(async ({ demo }) => demo.signIn());
// Several pages are opened, and thousands of checks are read.
test.beforeEach(() => test.setTimeout(120_000));

const monitor = (id: number, query = "") => `/acme/uptime-monitors/${id}${query}`;
const panel = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const chart = (page: Page, name = "Response time") => page.getByRole("slider", { name });
const range = (page: Page, name: string) => page.getByRole("group", { name: "Range" }).getByRole("link", { name, exact: true });
const table = (page: Page, name: string) => page.getByRole("table", { name });
const checksAsked = async (demo: { requests(): Promise<string[]> }, id: number) =>
  (await demo.requests()).filter((line) => line.includes(`/monitors/${id}/checks/`));
const textOf = async (download: Download) => readFile(await download.path(), "utf8");

/** Opens a monitor and waits until its ledger is there. */
async function open(page: Page, id: number, query = "") {
  await page.goto(monitor(id, query));
  await expect(table(page, "Uptime").getByRole("row").nth(1)).toContainText(/%|unknown/, { timeout: 40_000 });
}

/** The cells of a row of the uptime table. */
const uptimeRow = (page: Page, name: string) => table(page, "Uptime").getByRole("row").filter({ hasText: name }).getByRole("cell");

/** Waits until the range is loaded whole. */
async function loaded(page: Page) {
  await expect(panel(page, "Response time").getByRole("progressbar")).toHaveCount(0, { timeout: 45_000 });
}

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

test.describe("what is kept", () => {
  const kept = (page: Page) =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const request = indexedDB.open("glint.checks");
          request.onsuccess = () => {
            const names = request.result.objectStoreNames;
            if (!names.length) {
              request.result.close();
              indexedDB.deleteDatabase("glint.checks");
              return resolve(0);
            }
            const count = request.result.transaction(names[0]).objectStore(names[0]).count();
            count.onsuccess = () => {
              request.result.close();
              resolve(count.result);
            };
          };
        }),
    );

  test("is wiped at sign-out, also when the page has not been open in this visit", async ({ page }) => {
    await open(page, 2);
    await expect.poll(() => kept(page)).toBe(1);
    await page.goto("/acme/issues");
    await openAccount(page);
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
    await expect.poll(() => kept(page)).toBe(0);
    await signInByForm(page);
    await expect(page).toHaveURL(/issues/);
  });

  test("is nothing where the browser keeps nothing, and all still works", async ({ page, demo }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "indexedDB", {
        get() {
          throw new DOMException("no", "SecurityError");
        },
      });
    });
    await open(page, 2, "?range=24h");
    await loaded(page);
    await expect(page.locator(".range-said")).toContainText(/1\s4\d\d checks/);
    const before = (await checksAsked(demo, 2)).length;
    // In memory it is kept while the tab is there.
    await page.locator(".crumbs").getByRole("link").click();
    await page.goBack();
    await expect(page.locator(".range-said")).toContainText(/1\s4\d\d checks/);
    expect((await checksAsked(demo, 2)).length - before).toBeLessThanOrEqual(1);
  });
});

test.describe("the ledger", () => {
  test("has every outage with its length and reason, and the figures that follow", async ({ page }) => {
    await open(page, 18);
    const outage = table(page, "Outages").getByRole("row").filter({ hasText: /1 d [67] h/ });
    await expect(outage).toHaveCount(1);
    await expect(outage).toContainText("Network error");
    for (const name of ["24 hours", "7 days"]) {
      await expect(uptimeRow(page, name).first()).toHaveText("100%");
      await expect(uptimeRow(page, name).nth(3)).toHaveText("0");
    }
    // 31 hours of 30 days.
    const month = uptimeRow(page, "30 days");
    await expect(month.first()).toHaveText(/^95\.6\d%$/);
    await expect(month.nth(1)).toHaveText(/^1 d [67] h/);
    await expect(month.nth(3)).toHaveText("1");
    await expect(month.nth(4)).toHaveText(/^1 d [67] h/);
    await expect(month.nth(5)).toHaveText(/^1 d [67] h/);
    await expect(uptimeRow(page, "90 days").first()).toHaveText(/^98\.5\d%$/);
    for (const name of ["This month", "Last month", "Chart: 1 hour"]) await expect(uptimeRow(page, name)).toHaveCount(7);
  });

  test("says unknown before the record begins, and never 100 % of nothing", async ({ page }) => {
    await open(page, 15);
    for (const name of ["24 hours", "90 days", "This month", "Last month"]) {
      await expect(uptimeRow(page, name).first()).toHaveText("unknown");
    }
    await expect(panel(page, "Month by month")).toContainText("Nothing is known about any month yet");
    // Never changed: up since its oldest check.
    await open(page, 7);
    await expect(uptimeRow(page, "90 days").first()).toHaveText("100%");
    await expect(page.locator(".state-line")).toContainText("at least");
    await expect(panel(page, "Outages")).toContainText("No outage since");
  });

  test("month by month against a target that is kept", async ({ page }) => {
    await open(page, 18);
    const months = panel(page, "Month by month");
    await expect(months.getByRole("row").nth(1)).toContainText("so far");
    const target = months.getByLabel("Target");
    await target.fill("42x");
    await expect(months.getByText("A percentage over 0")).toBeVisible();
    await target.fill("50");
    await expect(months.getByRole("columnheader", { name: "Target 50%" })).toBeAttached();
    await expect(months).not.toContainText("Missed");
    await target.fill("99.99");
    await expect(months).toContainText("Missed");
    await page.reload();
    await expect(months.getByLabel("Target")).toHaveValue("99.99");
    await expect(months).toContainText("Missed");
  });

  test("goes along as CSV and as Markdown", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await open(page, 18);
    // Whether a check saw an outage begin is known when the record before it is here.
    await expect(uptimeRow(page, "90 days").first()).toHaveText(/^98\.5\d%$/);
    await page.getByRole("button", { name: "Export the outages" }).click();
    const saved = page.waitForEvent("download");
    await page.getByRole("link", { name: "Save as CSV" }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe("outages-monitor-18.csv");
    const csv = await textOf(download);
    expect(csv.split("\r\n")[0]).toBe("start,end,length_seconds,state,start_seen,reason");
    expect(csv).toMatch(/,111[56]\d\d(\.\d+)?,over,yes,Network error/);
    await page.getByRole("button", { name: "Export the outages" }).click();
    await page.getByRole("button", { name: "Copy as Markdown" }).click();
    const markdown = await page.evaluate(() => navigator.clipboard.readText());
    expect(markdown).toContain("**Payments gateway**: ");
    expect(markdown).toContain("| Network error |");
    await page.getByRole("button", { name: "Export the months" }).click();
    const again = page.waitForEvent("download");
    await page.getByRole("link", { name: "Save as CSV" }).click();
    const months = await textOf(await again);
    expect(months).toMatch(/^month,uptime,target_percent,verdict/);
    expect(months).toMatch(/\r\n20\d\d-\d\d,/);
  });

  test("thousands of switches come as far as they come by themselves, and the rest when it is wanted", async ({ page }) => {
    test.slow();
    await page.goto(monitor(4));
    const ledger = panel(page, "Uptime");
    await expect(ledger.getByText("Older outages are not loaded")).toBeVisible({ timeout: 60_000 });
    await expect(uptimeRow(page, "24 hours").first()).toContainText("%");
    await expect(uptimeRow(page, "90 days").nth(2)).toContainText(/^8\d d/);
    await expect(panel(page, "Outages").getByText(/50 of \d.+ outages/)).toBeVisible();
    await ledger.getByRole("button", { name: "Load the rest" }).click();
    await expect(ledger.getByText(/Loading outages: \d+/)).toBeVisible();
    await ledger.getByRole("button", { name: "Stop" }).click();
    await expect(ledger.getByText("Older outages are not loaded")).toBeVisible();
  });
});

test.describe("the checks", () => {
  test("are a list of their own, page by page, with honest counts", async ({ page, demo }) => {
    await open(page, 2);
    await page.getByRole("group", { name: "List" }).getByRole("link", { name: "Checks" }).click();
    await expect(page).toHaveURL(/show=checks/);
    const rows = table(page, "Checks").getByRole("row");
    await expect(rows).toHaveCount(101);
    await expect(panel(page, "Checks").getByText(/^100 of 1\s000\+ checks$/)).toBeVisible();
    await expect(rows.nth(1)).toContainText(/Up|Slow/);
    await expect(rows.nth(1)).toContainText("ms");
    const before = (await checksAsked(demo, 2)).length;
    await panel(page, "Checks").getByRole("button", { name: "Show more" }).click();
    await expect(rows).toHaveCount(201);
    expect((await checksAsked(demo, 2)).length - before).toBeLessThanOrEqual(1);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.goBack();
    await expect(table(page, "Outages")).toBeVisible();
  });
});

test.describe("in a zone whose clock is put back", () => {
  test.use({ timezoneId: "Europe/Berlin" });

  test("months begin at the reader's midnight, and times are the reader's", async ({ page }) => {
    await open(page, 18);
    const first = table(page, "Outages").getByRole("row").filter({ hasText: /1 d [67] h/ }).locator("time").first();
    const at = new Date((await first.getAttribute("datetime"))!);
    const hours = at.toLocaleTimeString("en-GB", { timeZone: "Europe/Berlin", hour: "2-digit", minute: "2-digit", hourCycle: "h12" });
    await expect(first).toContainText(hours.replace(/^0/, "").split(" ")[0]);
    // The months of the table are whole: what is not known is at most the month.
    await page.getByRole("button", { name: "Export the months" }).click();
    const saved = page.waitForEvent("download");
    await page.getByRole("link", { name: "Save as CSV" }).click();
    const lines = (await textOf(await saved)).trim().split("\r\n").slice(1);
    for (const line of lines.slice(1)) {
      const [month, , , , up, down, unknown] = line.split(",");
      const [year, number] = month.split("-").map(Number);
      const days = new Date(year, number, 0).getDate();
      // In October the clock is put back by an hour, in March it is put forward.
      const moved = number === 10 ? 1 : number === 3 ? -1 : 0;
      expect(Number(up) + Number(down) + Number(unknown), month).toBeCloseTo((days * 24 + moved) * 3600, 0);
    }
  });
});
