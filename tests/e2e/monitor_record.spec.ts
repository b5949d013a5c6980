// The record of one monitor: what of it is kept, the ledger of its downtime, and its checks.
import { readFile } from "node:fs/promises";
import { expect, expectAccessible, expectNoSidewaysScroll, openAccount, signInByForm, test } from "./support/glint";
import { monitor, panel, table, checksAsked, open, loaded, uptimeRow } from "./support/monitor";
import type { Download, Page } from "@playwright/test";

test.beforeEach(async ({ demo }) => demo.signIn());
// Several pages are opened, and thousands of checks are read.
test.beforeEach(() => test.setTimeout(120_000));

const textOf = async (download: Download) => readFile(await download.path(), "utf8");

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
    await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
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
