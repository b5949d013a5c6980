// What one sees first of an event and of its issue: highlights that each reader pins, events over time, tags.
import { expect, expectAccessible, expectNoSidewaysScroll, rows, test } from "./support/glint";
import type { Page } from "@playwright/test";

test.beforeEach(async ({ demo }) => demo.signIn());

const strip = (page: Page) => page.getByRole("region", { name: "Highlights" });
const facts = (page: Page) => strip(page).locator("dt").allInnerTexts();

async function open(page: Page) {
  await page.goto("/acme/issues?project=1");
  await rows(page).first().getByRole("link").first().click();
  await expect(strip(page)).toBeVisible();
}

test.use({ timezoneId: "America/New_York" });

test("the strip says when in three ways, and its tags lead to the issues that share them", async ({ page }) => {
  await open(page);
  const when = strip(page).locator(".when");
  await expect(when.locator("time")).toBeVisible();
  await expect(when.locator("small")).toHaveCount(2);
  await expect(when.locator("small").last()).toHaveText(/UTC$/);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const release = strip(page).locator("div").filter({ has: page.locator("dt", { hasText: "Release" }) });
  const value = await release.getByRole("link").innerText();
  await release.getByRole("link").click();
  await expect(page).toHaveURL(/query=release/);
  expect(decodeURIComponent(page.url())).toContain(value);
});

test("values are copied as they were sent", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  const release = strip(page).locator("div").filter({ has: page.locator("dt", { hasText: "Release" }) });
  await release.getByRole("button", { name: "Copy Release" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await release.getByRole("link").innerText());
});

test("pins are chosen, ordered with the keyboard, kept, and say what an event lacks", async ({ page }) => {
  await open(page);
  const before = (await facts(page)).length;
  await strip(page).getByRole("button", { name: "Edit highlights" }).click();
  const dialog = page.getByRole("dialog", { name: "Highlights" });
  const offered = dialog.getByRole("list", { name: "Tags and contexts of this event" });
  await expect(offered.getByRole("checkbox").first()).toBeVisible();
  await offered.getByRole("checkbox").nth(0).check();
  await offered.getByRole("checkbox").nth(1).check();
  const pinned = dialog.getByRole("list", { name: "Pinned" }).getByRole("listitem");
  await expect(pinned).toHaveCount(2);
  await expectAccessible(page);
  const order = await pinned.locator(".label").allInnerTexts();
  await pinned.nth(1).getByRole("button", { name: /^Move .* up$/ }).press("Enter");
  await expect(pinned.locator(".label")).toHaveText([order[1], order[0]]);
  await expect(pinned.nth(0).getByRole("button", { name: /^Move .* up$/ })).toBeFocused();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(strip(page).getByRole("button", { name: "Edit highlights" })).toBeFocused();
  await expect.poll(async () => (await facts(page)).length).toBe(before + 2);
  await page.reload();
  await expect(strip(page)).toBeVisible();
  expect((await facts(page)).length).toBe(before + 2);
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((key) => key.startsWith("glint.pins."))!;
    localStorage.setItem(key, JSON.stringify([["tag", "nobody-sends-this"]]));
  });
  await page.reload();
  await expect(strip(page).getByText("not sent")).toBeVisible();
});

test("events over time tell each bar's time and count, also by the keyboard", async ({ page }) => {
  await open(page);
  const over = page.getByRole("region", { name: "Events over time" });
  const bars = over.getByRole("slider");
  await expect(bars).toHaveAttribute("aria-valuetext", /^\d.* events?, /);
  await over.getByRole("button", { name: "24 hours" }).click();
  await expect(bars).toHaveAttribute("aria-valuemax", "24");
  await bars.focus();
  await page.keyboard.press("Home");
  await expect(bars).toHaveAttribute("aria-valuenow", "1");
  await page.keyboard.press("ArrowRight");
  await expect(bars).toHaveAttribute("aria-valuenow", "2");
  await page.reload();
  await expect(bars).toHaveAttribute("aria-valuemax", "24");
  await over.getByRole("button", { name: "14 days" }).click();
  await expect(bars).toHaveAttribute("aria-valuemax", "14");
});

test("tags are asked for one by one, and all values can be searched", async ({ page, demo }) => {
  await open(page);
  const tags = page.getByRole("region", { name: "Tags of all events" });
  await expect(tags.locator(".spread").first()).toBeVisible();
  const asked = async () => (await demo.requests()).filter((request) => /\/tags\//.test(request));
  expect((await asked()).every((request) => request.includes("key="))).toBe(true);
  const closed = tags.locator("details.side-part:not([open]) > summary").first();
  if (await closed.count()) {
    const before = (await asked()).length;
    await closed.click();
    await expect.poll(async () => (await asked()).length).toBe(before + 1);
  }
  const all = tags.getByText(/^All .* values$/).first();
  if (await all.count()) {
    await all.click();
    await tags.getByRole("searchbox").first().fill("nothinglikethis");
    await expect(tags.getByText("No value fits.")).toBeVisible();
  }
  await expectAccessible(page);
  await tags.getByRole("button", { name: "Look for tags of other events" }).click();
  await expect.poll(async () => (await asked()).some((request) => !request.includes("key="))).toBe(true);
});
