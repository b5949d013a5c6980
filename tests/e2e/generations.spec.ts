// The same build against the newer server generation, and against an event of ten megabytes.
import { expect, rows, test } from "./support/glint";

test.describe("GlitchTip 6.1", () => {
  test.skip(!process.env.GLINT_BASE_URL_6_1, "no server of the newer generation was started");
  test.use({ baseURL: process.env.GLINT_BASE_URL_6_1 });

  test("issues are listed, opened and resolved", async ({ page, demo }) => {
    await demo.signIn();
    await page.goto("/acme/issues");
    await expect(rows(page)).toHaveCount(50);
    await rows(page).first().getByRole("link").first().click();
    await page.getByRole("button", { name: /^Resolve/ }).click();
    await expect(page.getByText("Issue resolved")).toBeVisible();
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
