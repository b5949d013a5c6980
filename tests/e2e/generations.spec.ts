// The same build against the newer server generation, and against an event of ten megabytes.
import { expect, expectAccessible, rows, test } from "./support/glint";

test.describe("GlitchTip 6.1", () => {
  test.skip(!process.env.GLINT_BASE_URL_6_1, "no server of the newer generation was started");
  test.use({ baseURL: process.env.GLINT_BASE_URL_6_1 });

  test("issues are listed, opened and resolved", async ({ page, demo }) => {
    await demo.signIn();
    await page.goto("/acme/issues");
    await expect(rows(page)).toHaveCount(50);
    await rows(page).first().getByRole("link").first().click();
    await page.getByRole("button", { name: "Resolve", exact: true }).click();
    await expect(page.getByText("Issue resolved")).toBeVisible();
  });

  test("rows tell users and releases, and issues are assigned by keyboard, with a way back", async ({ page, demo }) => {
    await demo.signIn();
    await page.goto("/acme/issues");
    await expect(rows(page)).toHaveCount(50);
    await expect(page.getByText("Users", { exact: true })).toBeVisible();
    await expect(rows(page).getByText(/^since /).first()).toBeVisible();
    await expect(page.getByText(/^GlitchTip 6/)).toBeVisible();
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.keyboard.press("a");
    const dialog = page.getByRole("dialog", { name: "Assign 2 issues to" });
    await expect(dialog.getByRole("option").first()).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.type("backend");
    await page.keyboard.press("Enter");
    await expect(rows(page).locator(".assignee")).toHaveCount(2);
    await expect(page.getByText("2 issues assigned to backend")).toBeVisible();
    await page.keyboard.press("z");
    await expect(rows(page).locator(".assignee")).toHaveCount(0);
    await expect.poll(async () => (await demo.requests()).filter((request) => request.startsWith("PUT")).length).toBe(2);
    await page.reload();
    await expect(rows(page)).toHaveCount(50);
    await expect(rows(page).locator(".assignee")).toHaveCount(0);
  });

  test("issues are resolved in a release", async ({ page, demo }) => {
    await demo.signIn();
    await page.goto("/acme/issues?project=1");
    await expect(rows(page).first()).toBeVisible();
    await expect(page.getByText(/^GlitchTip 6/)).toBeVisible();
    const count = await rows(page).count();
    await rows(page).first().getByRole("checkbox").check();
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("button", { name: "Resolve in a release…" }).click();
    const dialog = page.getByRole("dialog", { name: "Resolve 1 issue in" });
    await dialog.getByRole("option").first().click();
    await expect(rows(page)).toHaveCount(count - 1);
    await expect(page.getByText(/1 issue resolved in /)).toBeVisible();
  });

  test("a new SSL monitor is warned of only where no certificate is looked at", async ({ page, demo }) => {
    await demo.signIn();
    await page.goto("/acme/uptime-monitors/new");
    await page.getByRole("radio", { name: "SSL" }).check();
    await expect(page.getByText("Looks at the certificate")).toBeVisible();
    await expect(page.getByText("never checks them")).toHaveCount(0);
    await expectAccessible(page);
  });

  test("what is done with all that match is told again when the server lags", async ({ page, demo }) => {
    await demo.signIn();
    await page.goto("/acme/issues?query=is%3Aunresolved&environment=production");
    await expect(rows(page)).toHaveCount(50);
    await page.getByRole("checkbox", { name: "Select all rows of this page" }).check();
    await page.getByRole("button", { name: /^Select all .* that match/ }).click();
    await page.getByRole("button", { name: "Resolve", exact: true }).click();
    await page.getByRole("status", { name: "Messages" }).getByRole("button", { name: "Dismiss" }).first().click();
    await expect(page.getByRole("heading", { name: "No issue matches" })).toBeVisible({ timeout: 15_000 });
  });
});

test("an event of ten megabytes is shown, and the page still answers", async ({ page, demo }) => {
  test.slow();
  await demo.signIn();
  await page.goto("/acme/issues/demo-huge");
  await expect(page.locator(".frame").first()).toBeVisible({ timeout: 30_000 });
  await page.getByRole("button", { name: "All", exact: true }).click();
  await expect(page.getByRole("button", { name: "All", exact: true })).toHaveAttribute("aria-pressed", "true");
});
