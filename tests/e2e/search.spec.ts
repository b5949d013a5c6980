// Searching and filtering the issue list: help while typing, what the server cannot do, pasted ids and links, filters.
import { expect, expectAccessible, expectNoSidewaysScroll, openAccount, rows, test } from "./support/glint";
import type { Page } from "@playwright/test";

test.beforeEach(async ({ demo }) => demo.signIn());

const field = (page: Page) => page.getByRole("combobox", { name: "Search issues" });
const help = (page: Page) => page.getByRole("listbox", { name: "Suggestions" });
const listed = async (page: Page, url = "/acme/issues") => {
  await page.goto(url);
  await expect(rows(page).first()).toBeVisible();
  await expect(field(page)).toBeVisible();
};

test("suggestions are taken by keyboard, and searched for when complete", async ({ page }) => {
  await listed(page);
  await field(page).fill("");
  await field(page).pressSequentially("lev");
  const level = help(page).getByRole("option", { name: /^level:/ }).first();
  await expect(level).toBeVisible();
  await expectAccessible(page);
  // Nothing is active until an arrow key says so: Enter would search for what is typed.
  await expect(field(page)).not.toHaveAttribute("aria-activedescendant", /.+/);
  await page.keyboard.press("ArrowDown");
  await expect(field(page)).toHaveAttribute("aria-activedescendant", /.+/);
  await page.keyboard.press("Enter");
  await expect(field(page)).toHaveValue(/level:$/);
  await page.keyboard.type("fat");
  await expect(help(page).getByRole("option")).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/query=level%3Afatal$/);
  await expect(field(page)).toBeFocused();
  await expect(rows(page).first().getByRole("img", { name: "fatal" })).toBeVisible();
});

test("suggestions are taken with the mouse, closed with Escape, and know environments", async ({ page }) => {
  await listed(page);
  await field(page).fill("environment:");
  await expect(help(page).getByRole("option", { name: /environment:production/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(help(page)).toBeHidden();
  await field(page).pressSequentially("prod");
  await help(page).getByRole("option", { name: /environment:production/ }).click();
  await expect(page).toHaveURL(/query=environment%3Aproduction$/);
});

test("a word of text is not met with suggestions", async ({ page }) => {
  await listed(page);
  await field(page).fill("");
  await field(page).pressSequentially("zebra");
  await expect(help(page)).toBeHidden();
});

test("what was searched for comes back, and is forgotten when asked and at sign-out", async ({ page }) => {
  await listed(page);
  for (const search of ["level:fatal", "payment"]) {
    await field(page).fill(search);
    await field(page).press("Enter");
    await expect(page).toHaveURL(new RegExp(`query=${encodeURIComponent(search)}$`));
  }
  await page.reload();
  await field(page).fill("");
  await expect(help(page).getByRole("option").nth(0)).toContainText("payment");
  await expect(help(page).getByRole("option").nth(1)).toContainText("level:fatal");
  await help(page).getByRole("option", { name: "Forget recent searches" }).click();
  await expect(help(page).getByRole("option", { name: /payment/ })).toHaveCount(0);
  await field(page).fill("level:warning");
  await field(page).press("Enter");
  await expect(page).toHaveURL(/warning/);
  await openAccount(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/login/);
  await page.waitForTimeout(1000);
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  expect(kept).not.toContain("level:warning");
  expect(kept).not.toContain("glint.looks");
});

test("each piece of the search can be taken out", async ({ page }) => {
  await listed(page, "/acme/issues?query=is%3Aunresolved%20level%3Aerror");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove level:error" }).click();
  await expect(page).toHaveURL(/\/acme\/issues$/);
  await expect(page.getByRole("list", { name: "What is searched for" })).toHaveCount(0);
});

test("what the server cannot do is said before it is sent, and the text is put right", async ({ page, demo }) => {
  await listed(page);
  await field(page).fill("!is:resolved ");
  await expect(page.getByText(/cannot search for what an issue is not/).first()).toBeVisible();
  expect((await demo.requests()).filter((request) => request.includes("%21"))).toEqual([]);
  await field(page).fill('payment is:unresolved "declined');
  await field(page).press("Enter");
  await expect(page).toHaveURL(/query=payment/);
  await expect
    .poll(async () => (await demo.requests()).map((request) => decodeURIComponent(request)))
    .toContainEqual(expect.stringContaining("query=is:unresolved payment declined&"));
});

test("a short id, a link and an event id open what they name", async ({ page }) => {
  await listed(page, "/acme/issues?project=1&query=&sort=first_seen");
  const oldest = rows(page).first();
  const name = (await oldest.getByRole("checkbox").getAttribute("aria-label"))!.replace("Select ", "");
  const path = new URL((await oldest.getByRole("link").first().getAttribute("href"))!, page.url()).pathname;
  await listed(page);
  await field(page).fill(name.toLowerCase());
  await field(page).press("Enter");
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await listed(page);
  await field(page).fill(`https://glitchtip.example.com${path}?project=1`);
  await field(page).press("Enter");
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await listed(page);
  await field(page).fill("SHOP-API-ZZZ");
  await field(page).press("Enter");
  await expect(page.getByText(/No issue SHOP-API-ZZZ/)).toBeVisible();
  await page.getByRole("button", { name: "Search for it as text" }).click();
  await expect(page).toHaveURL(/query=SHOP-API-ZZZ/);
});

test("a newer search cancels the older one, whose answer never shows", async ({ page }) => {
  await listed(page);
  let held: (() => void) | undefined;
  await page.route(/\/issues\/\?query=level%3Afatal/, async (route) => {
    await new Promise<void>((go) => (held = go));
    await route.continue().catch(() => {});
  });
  await field(page).fill("level:fatal");
  await field(page).press("Enter");
  await expect(page.locator(".rows")).toHaveAttribute("aria-busy", "true");
  await field(page).fill("level:info");
  await field(page).press("Enter");
  await expect(rows(page).first().getByRole("img", { name: "info" })).toBeVisible();
  held?.();
  await page.waitForTimeout(500);
  await expect(rows(page).first().getByRole("img", { name: "info" })).toBeVisible();
  await expect(rows(page).getByRole("img", { name: "fatal" })).toHaveCount(0);
});

test("projects are searched, chosen together, and removed as chips; back undoes the choice as one", async ({ page }) => {
  await listed(page);
  await page.getByRole("button", { name: /All projects/ }).click();
  await page.keyboard.type("shop");
  await page.getByRole("checkbox", { name: /^Shop API/ }).click();
  await page.getByRole("checkbox", { name: /^Shop Web/ }).click();
  await expect(page).toHaveURL(/project=\d+&project=\d+$/);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  const active = page.getByRole("list", { name: "Active filters" });
  await expect(active.getByText("Shop API")).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/acme\/issues$/);
  await page.goForward();
  await active.getByRole("button", { name: "Remove Project: Shop API" }).click();
  await expect(page).toHaveURL(/issues\?project=\d+$/);
  await active.getByRole("button", { name: "Clear all" }).click();
  await expect(page).toHaveURL(/\/acme\/issues$/);
});

test.describe("in a zone of its own", () => {
  test.use({ timezoneId: "America/New_York" });

  test("a range of one's own is asked for in the reader's zone and sent in UTC", async ({ page, demo }) => {
    await listed(page);
    await page.getByRole("link", { name: "Next" }).click();
    await expect(page).toHaveURL(/cursor=/);
    await page.getByRole("button", { name: /Any time/ }).click();
    await page.getByText("Custom range…").click();
    const dialog = page.getByRole("dialog", { name: "First seen between" });
    await expect(dialog.getByText("America/New_York")).toBeVisible();
    await dialog.getByLabel("From").fill("2026-10-31T09:00");
    await dialog.getByLabel("Until").fill("2026-10-30T09:00");
    await dialog.getByRole("button", { name: "Apply" }).click();
    await expect(dialog.getByText("The end has to be after the start.")).toBeVisible();
    await expectAccessible(page);
    // The clock goes back in the night to 1 November: from -4 to -5 hours.
    await dialog.getByLabel("Until").fill("2026-11-01T09:00");
    await dialog.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/start=2026-10-31T13%3A00%3A00(\.000)?Z&end=2026-11-01T14%3A00%3A59(\.000)?Z$/);
    await expect(page.getByRole("list", { name: "Active filters" })).toContainText("31 Oct 09:00");
    await expect
      .poll(async () => (await demo.requests()).map((request) => decodeURIComponent(request)))
      .toContainEqual(expect.stringContaining("start=2026-10-31T13:00:00"));
    await page.reload();
    await page.getByRole("button", { name: /31 Oct/ }).first().click();
    await page.getByText("Custom range…").click();
    await expect(dialog.getByLabel("From")).toHaveValue("2026-10-31T09:00");
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("search, suggestions, filters and bulk actions fit", async ({ page }) => {
    await listed(page, "/acme/issues?query=level%3Aerror&project=1&environment=production&start=now-30d");
    await expectNoSidewaysScroll(page);
    await expect(page.getByRole("button", { name: "Remove Environment: production" })).toBeInViewport();
    await field(page).focus();
    await page.keyboard.type(" ");
    await expect(help(page)).toBeVisible();
    await expectNoSidewaysScroll(page);
    await page.keyboard.press("Escape");
    await rows(page).first().getByRole("checkbox").check();
    await expect(page.getByRole("button", { name: "Resolve", exact: true })).toBeInViewport();
    await page.getByRole("button", { name: "More actions" }).click();
    await expect(page.getByRole("button", { name: "Copy as CSV" })).toBeInViewport();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });
});
