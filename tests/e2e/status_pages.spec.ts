// Status pages: the list, which has those of other organizations too, creating one, and a server that cannot list them.
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support/glint";

const LIST = "/api/0/organizations/acme/status-pages/";
const own = (page: Page) => page.getByRole("list", { name: "Status pages" });
const form = (page: Page) => page.getByRole("region", { name: "New status page" });
const name = (page: Page) => form(page).getByRole("textbox", { name: "Name" });
const create = (page: Page) => form(page).getByRole("button", { name: "Create" });

/** Puts monitors on a page, after which servers of 2025 cannot list any. */
const attach = (page: Page) =>
  page.request.post("/__demo/status-page?organization=acme&slug=acme-public-status&monitors=1,2");

test.beforeEach(async ({ demo }) => demo.signIn());

test("this organization's pages are told from those of others, and lead to where they are shown", async ({ page }) => {
  await page.goto("/acme/uptime-monitors/status-pages");
  await expect(page).toHaveTitle(/Status pages · Glint$/);
  await expect(own(page).getByRole("listitem")).toHaveCount(2);
  await expect(own(page)).toContainText("Acme public status");
  await expect(own(page).getByRole("listitem").filter({ hasText: "Internal status" })).toContainText("Members only");
  const others = page.getByRole("list", { name: "Of your other organizations" });
  await expect(others).toContainText("Globex plant");
  await expect(others.getByRole("link")).toHaveCount(0);
  const link = own(page).getByRole("link", { name: "Open Acme public status in a new tab" });
  await expect(link).toHaveAttribute("rel", /noreferrer/);
  const [shown] = await Promise.all([page.waitForEvent("popup"), link.click()]);
  await expect(shown).toHaveURL(/\/status-pages\/acme\/acme-public-status\/$/);
  await expect(shown.getByText("Acme public status").first()).toBeVisible();
  await shown.close();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("link", { name: "Globex Corporation", exact: true }).click();
  await expect(page).toHaveURL(/\/globex\/uptime-monitors\/status-pages$/);
  await expect(own(page)).toContainText("Globex plant");
});

test("a page is created; what was typed survives what goes wrong", async ({ page, demo }) => {
  await page.goto("/acme/uptime-monitors/status-pages");
  await create(page).click();
  await expect(form(page).getByRole("alert").first()).toHaveText("Give the page a name.");
  await expect(name(page)).toBeFocused();
  await name(page).fill("x".repeat(201));
  await create(page).click();
  await expect(form(page).getByText("A name has at most 200 characters.")).toBeVisible();
  await name(page).fill("Shop status");
  await form(page).getByRole("checkbox", { name: "Public" }).check();
  await page.route(`**${LIST}`, async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    const detail = [{ type: "value_error", loc: ["body", "payload", "name"], msg: "Somebody has this name" }];
    await route.fulfill({ status: 422, json: { detail } });
  });
  await create(page).click();
  await expect(form(page).getByText("Somebody has this name")).toBeVisible();
  await expect(name(page)).toHaveValue("Shop status");
  await expect(name(page)).toHaveAttribute("aria-invalid", "true");
  await page.unroute(`**${LIST}`);
  await demo.failNext(LIST, 503, 1, { method: "POST" });
  await create(page).click();
  await expect(form(page).getByText(/^The page was not created\./)).toBeVisible();
  await expect(name(page)).toHaveValue("Shop status");
  await expectAccessible(page);
  await name(page).press("Enter");
  await expect(own(page).getByRole("listitem").filter({ hasText: "Shop status" })).toContainText("Public");
  await expect(page.getByText("Status page Shop status created")).toBeVisible();
  await expect(name(page)).toHaveValue("");
  await page.reload();
  await expect(own(page)).toContainText("Shop status");
});

test("a server that cannot list them says so, and the rest of the page is alive", async ({ page }, info) => {
  test.skip(info.project.name === "6.1", "this server can");
  await page.goto("/acme/issues");
  expect((await attach(page)).ok()).toBe(true);
  await page.goto("/acme/uptime-monitors/status-pages");
  await expect(page.getByRole("alert").filter({ hasText: "cannot list its status pages" })).toContainText("(500)");
  await expect(page.getByRole("region", { name: "What is not possible here" })).toContainText("choose the monitors");
  await name(page).fill("After the failure");
  await create(page).click();
  const created = page.getByRole("list", { name: "Created just now" });
  await expect(created.getByRole("link", { name: /After the failure/ })).toHaveAttribute(
    "href",
    /\/status-pages\/acme\/after-the-failure\/$/,
  );
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("another failure can be tried again, and no page is an answer", async ({ page, demo }) => {
  await demo.failNext(LIST, 503);
  await page.goto("/acme/uptime-monitors/status-pages");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(own(page)).toContainText("Acme public status");
  await page.route("**/api/0/organizations/empty-org/status-pages/**", (route) => route.fulfill({ json: [] }));
  await page.goto("/empty-org/uptime-monitors/status-pages");
  await expect(page.getByRole("heading", { name: "This organization has no status page yet" })).toBeVisible();
});
