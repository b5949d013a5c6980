import { expect, rows, test } from "./support/glint";

test.beforeEach(async ({ demo }) => demo.signIn());

test("a chunk that does not come can be tried again", async ({ page, watch }) => {
  await page.goto("/acme/issues");
  await expect(rows(page).first()).toBeVisible();
  await page.route(/issue_detail[^/]*\.wasm/, (route) => route.abort());
  await rows(page).first().getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "This page could not be loaded" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Reload" })).toBeVisible();
  expect(watch.errors.splice(0).join()).toMatch(/Failed to fetch/);
  await page.unroute(/issue_detail[^/]*\.wasm/);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("button", { name: /^Resolve/ })).toBeVisible();
});

test("a chunk that is gone with a new version says that there is one", async ({ page, watch }) => {
  await page.goto("/acme/issues");
  await expect(rows(page).first()).toBeVisible();
  await page.route(/issue_detail[^/]*\.wasm/, (route) => route.fulfill({ status: 404, body: "gone" }));
  await page.route("**/version.json", (route) => route.fulfill({ json: { build: "0123456789", previous: null } }));
  await rows(page).first().getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "A new version of Glint is available" })).toBeVisible();
  watch.errors.length = 0;
});

test("when the app itself does not come, the page says so", async ({ page, watch }) => {
  await page.route(/app_bg[^/]*\.wasm|glint[^/]*_bg\.wasm|app\.wasm/, (route) => route.abort());
  await page.goto("/acme/issues");
  await expect(page.getByRole("heading", { name: "Glint could not be loaded" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Reload the page" })).toBeVisible();
  watch.errors.length = 0;
});

test("a panic leaves a page with a report to copy", async ({ page }) => {
  await page.goto("/acme/issues");
  await expect(rows(page).first()).toBeVisible();
  await page.evaluate(() => dispatchEvent(new CustomEvent("glint:panic", { detail: "panicked at src/x.rs" })));
  await expect(page.getByRole("heading", { name: "Glint has stopped" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Report" })).toHaveValue(/panicked at src\/x\.rs/);
});

test("with the server gone half-way the page stays, says so, and goes on when it is back", async ({ page }) => {
  await page.goto("/acme/issues");
  await expect(rows(page).first()).toBeVisible();
  await page.route("**/api/**", (route) => route.abort());
  await page.getByRole("combobox", { name: "Search issues" }).fill("level:warning");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Search issues" })).toHaveValue("level:warning");
  await page.unroute("**/api/**");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(rows(page).first()).toBeVisible();
});
