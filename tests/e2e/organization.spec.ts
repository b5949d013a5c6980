// The organization itself: renaming it, which all places follow; what came in; deleting it, and who may not.
import { expect, expectAccessible, expectNoSidewaysScroll, isNarrow, test } from "./support/glint";
import type { Page } from "@playwright/test";

const SETTINGS = "/acme/settings";
const MANAGER = "max.manager@example.com";
const ANNA = "anna.admin@example.com";
const MEMBER = "mia.member@example.com";

const name = (page: Page) => page.getByRole("textbox", { name: "Name", exact: true });
const rename = (page: Page) => page.getByRole("button", { name: "Rename" });
const remove = (page: Page) => page.getByRole("button", { name: /^Delete the organization/ });
const message = (page: Page, text: string | RegExp) =>
  page.getByRole("status", { name: "Messages" }).locator(".toast").filter({ hasText: text });

test("a new name is in the navigation at once, and the slug stays", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto(SETTINGS);
  await expect(name(page)).toHaveValue("Acme");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await name(page).fill(" ");
  await rename(page).click();
  await expect(page.getByText("Give the organization a name.").first()).toBeVisible();
  await expect(name(page)).toBeFocused();
  await name(page).fill("x".repeat(201));
  await rename(page).click();
  await expect(page.getByText("A name has at most 200 letters; this one has 201.").first()).toBeVisible();

  await name(page).fill("Acme & Daughters");
  await name(page).press("Enter");
  await expect(message(page, "The organization is called “Acme & Daughters” now")).toBeVisible();
  if (isNarrow(page)) await page.getByRole("button", { name: "Open the navigation" }).click();
  const menu = page.getByRole("button", { name: "Organization: Acme & Daughters" });
  await expect(menu).toBeVisible();
  await menu.click();
  await expect(page.locator("#organizations").getByText("Acme & Daughters")).toBeVisible();
  await page.goto(SETTINGS);
  await expect(name(page)).toHaveValue("Acme & Daughters");
});

test("a name that was refused is still there, with the reason", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto(SETTINGS);
  await expect(name(page)).toHaveValue("Acme");
  await demo.failNext("/api/0/organizations/acme/", 503, 1, { method: "PUT" });
  await name(page).fill("Acme later");
  await rename(page).click();
  await expect(page.getByRole("alert")).toContainText("503");
  await expect(name(page)).toHaveValue("Acme later");
  await page.reload();
  await expect(name(page)).toHaveValue("Acme later");
  await page.getByRole("button", { name: "Start over" }).click();
  await expect(name(page)).toHaveValue("Acme");
});

test("what is in the organization leads on", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto(SETTINGS);
  const facts = page.getByRole("region", { name: "About this organization" });
  await expect(facts).toContainText("Accepted. Nothing is dropped.");
  await expect(facts.getByRole("link", { name: /projects$/ })).toHaveAttribute("href", "/acme/settings/projects");
  await expect(facts.getByRole("link", { name: /teams$/ })).toHaveAttribute("href", "/acme/settings/teams");
  const roles = page.getByRole("list", { name: "Members by role" });
  await expect(roles.getByRole("link", { name: /^Manager/ })).toHaveAttribute("href", "/acme/settings/members?role=manager");
});

test("events are drawn by day, and are a table as well", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto(`${SETTINGS}?range=7d`);
  const events = page.getByRole("region", { name: "Events", exact: true });
  await expect(events.getByRole("status").first()).toContainText(/errors? and .* transactions? in 7 days\./);
  await expect(events.getByRole("slider", { name: /Events by day/ })).toBeVisible();
  await events.getByText("Show as table").click();
  await expect(events.getByRole("row")).toHaveCount(8);
  await events.getByRole("link", { name: "90 days" }).click();
  await expect(page).toHaveURL(/\?range=90d$/);
  await expect(events.getByRole("status").first()).toContainText("in 90 days.");
  const asked = (await demo.requests()).filter((line) => line.includes("/stats_v2/"));
  // Three pieces for each of two categories, beside the week's one.
  expect(asked.length).toBe(8);
  expect(asked.every((line) => line.includes("interval=1h"))).toBe(true);
  await page.goBack();
  await expect(events.getByRole("status").first()).toContainText("in 7 days.");
});

test("numbers that do not come can be asked for again", async ({ page, demo }) => {
  await demo.signIn();
  await demo.failNext("/api/0/organizations/acme/stats_v2/", 503);
  await page.goto(SETTINGS);
  const events = page.getByRole("region", { name: "Events", exact: true });
  await events.getByRole("button", { name: "Try again" }).click();
  await expect(events.getByRole("slider", { name: /Events by day/ })).toBeVisible();
});

test("an owner deletes the organization by typing its name", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto(SETTINGS);
  await remove(page).click();
  const dialog = page.getByRole("dialog", { name: "Delete this organization?" });
  await expect(dialog).toContainText("projects, with all their issues");
  await expect(dialog).toContainText("all monitors");
  await expect(dialog).toContainText("6 members lose their way in; their accounts stay");
  await expect(dialog).toContainText("3 open invitations");
  await expectAccessible(page);
  await dialog.getByRole("textbox").fill("acm");
  await dialog.getByRole("button", { name: "Delete the organization" }).click({ force: true });
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(remove(page)).toBeFocused();
  await remove(page).click();
  await dialog.getByRole("textbox").fill("Acme");
  await dialog.getByRole("textbox").press("Enter");
  await expect(message(page, "“Acme” was deleted")).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
  expect((await page.request.get("/api/0/organizations/acme/")).status()).toBe(404);
});

test("an organization that is not there is not a failure", async ({ page, demo }) => {
  await demo.signIn();
  for (const path of ["/nowhere/settings", "/nowhere/settings/subscription"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "There is no such organization" })).toBeVisible();
  }
  await expectAccessible(page);
});

for (const [who, email, mayRename] of [
  ["a manager", MANAGER, true],
  ["an admin", ANNA, false],
  ["a member", MEMBER, false],
] as const) {
  test(`${who} is told who may delete the organization`, async ({ page, demo }) => {
    await demo.signIn(email);
    await page.goto(SETTINGS);
    await expect(remove(page)).toHaveAttribute("aria-disabled", "true");
    await expect(remove(page)).toHaveAccessibleName(/Only an owner may do this\./);
    await remove(page).click({ force: true });
    await expect(message(page, "Only an owner may do this.")).toBeVisible();
    if (mayRename) {
      await expect(name(page)).toHaveValue("Acme");
    } else {
      await expect(page.getByText("Only a manager or an owner may change the organization.")).toBeVisible();
      await expect(name(page)).toHaveCount(0);
    }
    expect((await demo.requests()).some((line) => line.startsWith("DELETE") || line.startsWith("PUT"))).toBe(false);
  });
}
