// Staying current: what comes while the list is open, what changed since one last looked, and the preview of a row.
import { expect, expectAccessible, isNarrow, rows, test } from "./support/glint";
import type { Page } from "@playwright/test";

test.beforeEach(async ({ demo }) => demo.signIn());

const titles = (page: Page) => rows(page).evaluateAll((all) => all.map((row) => row.querySelector("a")!.id));
const listed = async (page: Page, url = "/acme/issues") => {
  await page.goto(url);
  await expect(rows(page).first()).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Select all rows of this page" })).toBeVisible();
  await expect(rows(page).first().locator("svg.spark")).toBeAttached();
};
const polls = (requests: string[]) =>
  requests.filter((request) => /^GET \/api\/0\/organizations\/acme\/issues\/\?/.test(request)).length;

test("new issues are told of quietly, and shown when one asks for them", async ({ page, demo }) => {
  await page.clock.install();
  await listed(page);
  const before = await titles(page);
  await demo.arrive({ new: 2, again: 1 });
  await page.clock.fastForward(31_000);
  const pill = page.getByRole("button", { name: /2 new/ });
  await expect(pill).toBeVisible();
  expect(await titles(page)).toEqual(before);
  await expect(page).toHaveTitle(/^\(2\) Issues/);
  await expectAccessible(page);
  await rows(page).nth(4).getByRole("link").focus();
  await page.keyboard.press("r");
  await expect(pill).toHaveCount(0);
  await expect.poll(() => titles(page)).not.toEqual(before);
  await expect(page.locator(`#${before[4]}`)).toBeFocused();
  await expect(page).toHaveTitle(/^Issues/);
});

test("a resolved issue that happens again is told of as regressed", async ({ page, demo }) => {
  await page.clock.install();
  await listed(page);
  await rows(page).nth(2).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Resolve", exact: true }).click();
  await expect(rows(page)).toHaveCount(49);
  await demo.arrive({ regressed: 1 });
  await page.clock.fastForward(31_000);
  await expect(page.getByRole("button", { name: /1 regressed/ })).toBeVisible();
  await page.getByRole("button", { name: "Not now" }).click();
  await expect(page.getByRole("button", { name: /1 regressed/ })).toHaveCount(0);
});

test("nothing is asked for while the tab is hidden, and less often while nothing comes", async ({ page, demo }) => {
  await page.clock.install();
  await listed(page);
  const asked = async () => polls(await demo.requests());
  const first = await asked();
  await page.clock.fastForward(31_000);
  await expect.poll(asked).toBe(first + 1);
  await page.clock.fastForward(31_000);
  await page.waitForTimeout(300);
  expect(await asked()).toBe(first + 1);
  await page.clock.fastForward(15_000);
  await expect.poll(asked).toBe(first + 2);
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await page.clock.fastForward(3_600_000);
  await page.waitForTimeout(300);
  expect(await asked()).toBe(first + 2);
});

test("one of several tabs asks, and the others hear of it", async ({ page, context, demo }) => {
  await page.clock.install();
  await listed(page);
  const other = await context.newPage();
  await listed(other);
  await demo.arrive({ new: 1 });
  const before = polls(await demo.requests());
  // The clock is the same for both.
  await page.clock.fastForward(31_000);
  await expect(page.getByRole("button", { name: /1 new/ })).toBeVisible();
  await expect(other.getByRole("button", { name: /1 new/ })).toBeVisible();
  expect(polls(await demo.requests())).toBe(before + 1);
});

test("a session that has ended is not asked about by itself", async ({ page, demo }) => {
  await page.clock.install();
  await listed(page);
  await demo.expireSession();
  await page.clock.fastForward(31_000);
  await page.waitForTimeout(500);
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("what changed since one last looked is marked, counted, and can be shown alone", async ({ page, context, demo }) => {
  await listed(page);
  // Rows count as seen after three seconds in sight; what was seen is written a little later.
  await expect
    .poll(() =>
      page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("glint.looks.")).map((key) => localStorage[key].length)[0]),
      { timeout: 20_000 },
    )
    .toBeGreaterThan(500);
  await page.close();
  await demo.arrive({ new: 3 });
  // An hour later by the server's clock, which is the one that counts.
  const later = await context.newPage();
  await later.route(/\/(api|_allauth)\//, async (route) => {
    const response = await route.fetch();
    const date = new Date(Date.now() + 3_600_000).toUTCString();
    await route.fulfill({ response, headers: { ...response.headers(), date } });
  });
  await listed(later);
  const chip = later.getByRole("button", { name: /since you last looked/ });
  await expect(chip).toContainText("3 new");
  await expect(rows(later).getByText("new", { exact: false }).first()).toBeVisible();
  await chip.click();
  await expectAccessible(later);
  await later.getByRole("button", { name: "Show only these" }).click();
  await expect(rows(later)).toHaveCount(3);
  await expect(later.getByText("3 of 50 shown")).toBeVisible();
  await later.getByRole("button", { name: "Show all", exact: true }).click();
  await expect(rows(later)).toHaveCount(50);
  await chip.click();
  await later.getByRole("button", { name: "Mark all as seen" }).click();
  await expect(chip).toHaveCount(0);
  await later.reload();
  await expect(rows(later)).toHaveCount(50);
  await expect(chip).toHaveCount(0);
});

test("Space previews a row; opening the issue then asks for nothing twice", async ({ page, demo }) => {
  await listed(page);
  await page.keyboard.press("j");
  await page.keyboard.press("Space");
  const card = page.getByRole("group", { name: /^Preview of / });
  await expect(card).toBeVisible();
  await expect(card.locator("li, .frame, code").first()).toBeVisible();
  await expectAccessible(page);
  const first = await card.getAttribute("aria-label");
  await page.keyboard.press("j");
  await expect(card).not.toHaveAttribute("aria-label", first!);
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
  await page.keyboard.press("k");
  await page.keyboard.press("Space");
  await expect(card).toBeVisible();
  await expect(card.locator("li, .frame, code").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.locator(".issue-page .event section.panel").first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  const asked = (await demo.requests()).filter((request) => request.endsWith("/events/latest/"));
  expect(new Set(asked).size).toBe(asked.length);
});

test("the pointer resting on a title previews it, passing over asks for nothing", async ({ page, demo }) => {
  test.skip(isNarrow(page), "there is no room beside the row");
  await listed(page);
  for (const index of [1, 2, 3, 4]) {
    const at = (await rows(page).nth(index).getByRole("link").boundingBox())!;
    await page.mouse.move(at.x + 20, at.y + at.height / 2);
  }
  await page.mouse.move(5, 5);
  await page.waitForTimeout(700);
  expect((await demo.requests()).filter((request) => request.includes("/events/"))).toEqual([]);
  const at = (await rows(page).nth(2).getByRole("link").boundingBox())!;
  await page.mouse.move(at.x + 20, at.y + 5);
  await page.mouse.move(at.x + 24, at.y + 6);
  const card = page.getByRole("group", { name: /^Preview of / });
  await expect(card).toBeVisible();
  const box = (await card.boundingBox())!;
  await page.mouse.move(box.x + 30, box.y + 20, { steps: 4 });
  await page.waitForTimeout(400);
  await expect(card).toBeVisible();
  await page.mouse.move(5, 5);
  await expect(card).toHaveCount(0);
});
