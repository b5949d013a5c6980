// Acting on an issue from its own page: what is shown at once, what is sent and when, and how it is undone.
import { expect, expectAccessible, expectNoSidewaysScroll, isNarrow, rows, signInAgain, test } from "./support/glint";
import type { Page } from "@playwright/test";

test.beforeEach(async ({ demo }) => demo.signIn());

const message = (page: Page, text: string | RegExp) =>
  page.getByRole("status", { name: "Messages" }).locator(".toast").filter({ hasText: text });
const button = (page: Page, name: string) => page.locator(".bar").getByRole("button", { name, exact: true });
const badge = (page: Page, text: string) => page.locator(".issue-page .title .line").getByText(text, { exact: true });
const idOf = (page: Page) => page.url().match(/\/issues\/(\d+)/)![1];
const status = async (page: Page, id: string) =>
  (await (await page.request.get(`/api/0/issues/${id}/`)).json()).status as string;

/** Opens an issue from the list, so that there is a list to go back to. Gives its number. */
async function open(page: Page, index = 0, url = "/acme/issues?project=1") {
  await page.goto(url);
  await expect(rows(page).first()).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Select all rows of this page" })).toBeVisible();
  await rows(page).nth(index).getByRole("link").first().click();
  await expect(page.locator(".issue-page .known")).toBeVisible();
  await expect(button(page, "Resolve")).toBeVisible();
  return idOf(page);
}

/** Chooses an entry of the menu. */
async function choose(page: Page, entry: string) {
  await button(page, "More actions").click();
  await page.locator("#issue-more").getByRole("button", { name: entry }).click();
}

test("resolving shows at once, and undo puts it back", async ({ page }) => {
  const id = await open(page);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await button(page, "Resolve").click();
  await expect(badge(page, "resolved")).toBeVisible();
  await expect(button(page, "Reopen")).toBeFocused();
  await message(page, "Issue resolved").getByRole("button", { name: "Undo" }).click();
  await expect(badge(page, "unresolved")).toBeVisible();
  await expect.poll(() => status(page, id)).toBe("unresolved");
});

test("keys decide, and z takes it back", async ({ page }) => {
  const id = await open(page);
  await page.keyboard.press("i");
  await expect(badge(page, "ignored")).toBeVisible();
  await expect(message(page, "Issue ignored")).toBeVisible();
  await page.keyboard.press("u");
  await expect(badge(page, "unresolved")).toBeVisible();
  await expect(message(page, "Issue is unresolved again")).toBeVisible();
  await page.keyboard.press("e");
  await expect(message(page, "Issue resolved")).toBeVisible();
  await page.keyboard.press("z");
  await expect.poll(() => status(page, id)).toBe("unresolved");
  await page.keyboard.press("c");
  await expect(page).toHaveURL(new RegExp(`/issues/${id}/comments$`));
});

test("what the server refuses is said and taken back", async ({ page, demo }) => {
  const id = await open(page);
  await demo.failNext(`/api/0/organizations/acme/issues/${id}/`, 503, 1, { method: "PUT" });
  await button(page, "Resolve").click();
  await expect(message(page, /^Nothing was changed\./)).toBeVisible();
  await expect(badge(page, "unresolved")).toBeVisible();
  await demo.failNext(`/api/0/organizations/acme/issues/${id}/`, 404, 1, { method: "PUT" });
  await button(page, "Resolve").click();
  await expect(message(page, /not there any more/)).toBeVisible();
  await expect(badge(page, "unresolved")).toBeVisible();
});

test("an expired session is mended, and what was pressed goes on", async ({ page, demo }) => {
  const id = await open(page);
  // What the page itself still asks for would bring the dialog before the button does.
  await page.waitForLoadState("networkidle");
  await demo.expireSession();
  // Something else that the page asks for may bring the dialog at this very moment.
  await button(page, "Resolve").dispatchEvent("click");
  await signInAgain(page);
  await expect(message(page, "Issue resolved")).toBeVisible();
  expect(await status(page, id)).toBe("resolved");
});

test("what is being typed in the password dialog stays when a second call is refused", async ({ page, demo }) => {
  const second = /\/issues\/\d+\/(tags|commits)\//;
  let go = () => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  await page.route(second, async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest(second);
  await open(page);
  await page.getByRole("heading", { name: "Tags" }).first().scrollIntoViewIfNeeded();
  await asked;
  await demo.expireSession();
  await button(page, "Resolve").dispatchEvent("click");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Password" }).fill("demo");
  const refused = page.waitForResponse(second);
  go();
  expect((await refused).status()).toBe(401);
  await page.waitForTimeout(300);
  await expect(dialog.getByRole("textbox", { name: "Password" })).toHaveValue("demo");
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await expect(message(page, "Issue resolved")).toBeVisible();
});

test("what is fetched ahead does not ask for the password", async ({ page, demo }) => {
  const neighbour = /\/events\/[0-9a-f]{32}\/$/;
  let go = () => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  await page.route(neighbour, async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest(neighbour);
  await open(page);
  await asked;
  await page.waitForTimeout(1_000);
  await demo.expireSession();
  const refused = page.waitForResponse(neighbour);
  go();
  expect((await refused).status()).toBe(401);
  await page.waitForTimeout(300);
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("deleting asks, goes back to the list, and is sent only when its message goes", async ({ page, demo }) => {
  const id = await open(page, 1);
  await choose(page, "Delete…");
  const dialog = page.getByRole("dialog", { name: /^Delete / });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toHaveCount(0);
  await choose(page, "Delete…");
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(page).toHaveURL(/\/acme\/issues\?project=1$/);
  await expect(page.locator(`#issue-${id}`)).toHaveCount(0);
  await message(page, "will be deleted").getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(`#issue-${id}`)).toBeVisible();
  expect((await demo.requests()).filter((request) => request.startsWith("DELETE"))).toEqual([]);
  await page.locator(`#issue-${id}`).click();
  await choose(page, "Delete…");
  await dialog.getByRole("button", { name: "Delete" }).click();
  await message(page, "will be deleted").getByRole("button", { name: "Dismiss" }).click();
  await expect.poll(async () => (await page.request.get(`/api/0/issues/${id}/`)).status()).toBe(404);
});

test("merging says which issue stays before, and goes on with it", async ({ page }) => {
  const id = await open(page);
  await choose(page, "Merge…");
  const dialog = page.getByRole("dialog", { name: /^Merge / });
  const merge = dialog.getByRole("button", { name: "Merge", exact: true });
  await expect(dialog.getByRole("checkbox").first()).toBeVisible();
  await expect(merge).toBeDisabled();
  await dialog.getByRole("checkbox").first().check();
  await expect(dialog.getByText(/ stays, since it is the newest; the other one becomes part of it\./)).toBeVisible();
  await expect(dialog.getByText(/not added up|added to its count/)).toBeVisible();
  await expectAccessible(page);
  await merge.click();
  await message(page, "1 issue will be merged into").getByRole("button", { name: "Dismiss" }).click();
  await expect
    .poll(async () => {
      const now = idOf(page);
      const shown = (await page.request.get(`/api/0/issues/${now}/`)).status();
      return shown === 200 && Number(now) >= Number(id);
    })
    .toBe(true);
  await expect(page.locator(".issue-page .known")).toBeVisible();
});

test("issues to merge with are found by their words", async ({ page, demo }) => {
  await open(page);
  await choose(page, "Merge…");
  const dialog = page.getByRole("dialog", { name: /^Merge / });
  await dialog.getByRole("searchbox").fill("nothinglikethis");
  await expect(dialog.getByText(/No other issue of this project fits/)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect
    .poll(async () => (await demo.requests()).some((request) => /issues\/\?.*nothinglikethis/.test(request)))
    .toBe(true);
  await dialog.getByRole("button", { name: "Cancel" }).click();
});

test("the link and the short id are copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const id = await open(page);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press("y");
  await expect(message(page, "Link copied")).toBeVisible();
  expect(await clipboard()).toBe(`${new URL(page.url()).origin}/acme/issues/${id}`);
  await page.getByRole("button", { name: "Copy the short id" }).click();
  await expect(message(page, "Short id copied")).toBeVisible();
  expect(await clipboard()).toMatch(/^SHOP-API-[0-9A-Z]+$/);
});

test("a narrow screen keeps one button and has the others in the menu", async ({ page }) => {
  test.skip(!isNarrow(page));
  await open(page);
  await expect(button(page, "Ignore")).toHaveCount(0);
  await choose(page, "Ignore");
  await expect(badge(page, "ignored")).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test("where the server can, issues are assigned and resolved in a release", async ({ page }) => {
  const id = await open(page);
  const settings = await (await page.request.get("/api/settings/")).json();
  if (settings.enabledFeatures === undefined) {
    await page.keyboard.press("a");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(button(page, "Assign")).toHaveCount(0);
    return;
  }
  await page.keyboard.press("a");
  const dialog = page.getByRole("dialog", { name: /^Assign / });
  await expect(dialog.getByRole("option").first()).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("option", { name: /\(you\)/ }).click();
  await expect(message(page, "Issue assigned to")).toBeVisible();
  await expect.poll(async () => (await (await page.request.get(`/api/0/issues/${id}/`)).json()).assignedTo).not.toBeNull();
  if (isNarrow(page)) {
    await choose(page, "Resolve in the newest release");
  } else {
    await button(page, "Resolve in a release").click();
    await page.locator("#resolve-in").getByRole("button", { name: "Resolve in the newest release" }).click();
  }
  await expect(message(page, "Issue resolved in the newest release")).toBeVisible();
  await expect(badge(page, "resolved")).toBeVisible();
});
