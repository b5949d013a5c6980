import { expect, expectAccessible, expectNoSidewaysScroll, rows, test } from "./support/glint";

test.beforeEach(async ({ demo }) => demo.signIn());

test("another organization keeps the section and drops the id", async ({ page }) => {
  await page.goto("/acme/issues");
  await rows(page).first().getByRole("link").first().click();
  await expect(page.getByRole("button", { name: /^Resolve/ })).toBeVisible();
  await page.getByRole("button", { name: "Organization: Acme" }).click();
  await expect(page.getByRole("link", { name: "Globex Corporation" })).toBeVisible();
  await page.getByRole("link", { name: "Globex Corporation" }).click();
  await expect(page).toHaveURL(/\/globex\/issues$/);
  await expect(page).toHaveTitle("Issues · Globex Corporation · Glint");
  await page.goBack();
  await expect(page.getByRole("button", { name: "Organization: Acme" })).toBeVisible();
});

test("the theme changes at once and is remembered", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/acme/issues");
  await expect(rows(page).first()).toBeVisible();
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.getByRole("button", { name: /^Account/ }).click();
  await page.getByRole("radio", { name: "Dark" }).click();
  expect(await background()).not.toBe(light);
  await page.keyboard.press("Escape");
  await expectAccessible(page);
  await page.reload();
  expect(await background()).not.toBe(light);
});

test("rows of a list that cannot be read are left out, and that is said once", async ({ page }) => {
  await page.route("**/api/0/organizations/?*", async (route) => {
    const answer = await route.fetch();
    const [first, ...others] = await answer.json();
    await route.fulfill({ response: answer, json: [first, ...others.map(() => ({ slug: 7 }))] });
  });
  await page.goto("/acme/issues");
  await expect(page.getByText(/of the organizations could not be read and (is|are) left out\.$/)).toHaveCount(1);
  await expect(rows(page).first()).toBeVisible();
});

test("menus open, move and close by keyboard", async ({ page }) => {
  await page.goto("/acme/issues");
  await expect(rows(page).first()).toBeVisible();
  const button = page.getByRole("button", { name: "Last seen" });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: "Last seen" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("radio", { name: "Last seen" })).toBeHidden();
  await expect(button).toBeFocused();
});

test.describe("at 390 px", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("the navigation is a drawer, and nothing scrolls sideways", async ({ page }) => {
    await page.goto("/acme/issues");
    await expect(rows(page).first()).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Open the navigation" }).click();
    await expect(page.getByRole("button", { name: "Organization: Acme" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Open the navigation" })).toBeFocused();
    await rows(page).first().getByRole("link").first().click();
    await expect(page.getByRole("button", { name: /^Resolve/ })).toBeVisible();
    await expectNoSidewaysScroll(page);
  });

  test("the drawer takes the focus where motion is reduced, too", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto("/acme/issues");
    await expect(rows(page).first()).toBeVisible();
    await page.getByRole("button", { name: "Open the navigation" }).click();
    await expect(page.getByRole("button", { name: "Organization: Acme" })).toBeFocused();
  });
});

test("the shell is painted before the app is there, and nothing moves after", async ({ page }) => {
  await page.route(/\.wasm$/, async (route) => {
    await new Promise((go) => setTimeout(go, 700));
    await route.continue();
  });
  // Somebody who was here before: for others the sign-in page comes first.
  await page.addInitScript(() => localStorage.setItem("glint.signed-in", "yes"));
  await page.goto("/acme/issues", { waitUntil: "commit" });
  await expect(page.locator(".skeleton .nav")).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
  await expect(page.locator(".skeleton")).toHaveCount(0);
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(sum), 300);
      }),
  );
  expect(shift).toBeLessThan(0.02);
});
