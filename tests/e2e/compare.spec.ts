// Two events side by side: differences only or everything, chosen by neighbour, by release, or by id.
import { expect, expectAccessible, expectNoSidewaysScroll, rows, test } from "./support/glint";

test.beforeEach(async ({ demo, page }) => {
  await demo.signIn();
  await page.goto("/acme/issues?sort=-count");
  await rows(page).first().getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

/** The id of the event that the bar names. */
const shownEvent = async (page: import("@playwright/test").Page) =>
  (await page.locator(".event-bar code[title]").first().getAttribute("title"))!;

test("the event before stands beside this one, and differences are marked", async ({ page }) => {
  const event = await shownEvent(page);
  await page.goto(`${page.url().split("?")[0]}/events/${event}/compare`);
  await expect(page.getByRole("region", { name: "First event" })).toContainText(event.slice(0, 8));
  await expect(page.getByRole("region", { name: "Second event" })).toBeVisible();
  const differing = await page.locator(".compared .pair").count();
  await expect(page.locator(".compared .pair.same")).toHaveCount(0);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("link", { name: "All", exact: true }).click();
  await expect(page).toHaveURL(/show=all/);
  await expect(page.getByRole("region", { name: "Stack trace" })).toBeVisible();
  expect(await page.locator(".compared .pair").count()).toBeGreaterThan(differing);
  await page.reload();
  await expect(page.locator(".compared .pair.same").first()).toBeVisible();
  await page.goBack();
  await expect(page.locator(".compared .pair.same")).toHaveCount(0);
});

test("any event can be chosen by its id, and the sides change places", async ({ page }) => {
  const event = await shownEvent(page);
  await page.goto("/acme/issues?query=level%3Awarning");
  await rows(page).first().getByRole("link").first().click();
  await expect(page.locator(".event-bar code[title]").first()).not.toHaveAttribute("title", event);
  const other = await shownEvent(page);
  const issue = page.url().split("?")[0];
  await page.goto(`${issue}/events/${other}/compare`);
  const field = page.getByRole("textbox", { name: "Id of the other event" });
  await field.fill("no id");
  await field.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "no id of an event" })).toBeVisible();
  await field.fill(event);
  await field.press("Enter");
  await expect(page).toHaveURL(new RegExp(`with=${event}`));
  await expect(page.getByRole("region", { name: "Second event" })).toContainText("Of another issue");
  await page.getByRole("link", { name: "Swap" }).click();
  await expect(page).toHaveURL(new RegExp(`${event}/compare\\?with=${other}`));
  await expect(page.getByRole("region", { name: "First event" })).toContainText(event.slice(0, 8));
  await expect(page.getByRole("region", { name: "Second event" })).toContainText(other.slice(0, 8));
});

test("an event that is not there is said, and its id stays in the field", async ({ page }) => {
  const event = await shownEvent(page);
  const gone = "0".repeat(32);
  await page.goto(`${page.url().split("?")[0]}/events/${event}/compare?with=${gone}`);
  await expect(page.getByRole("status").filter({ hasText: "is not there" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Id of the other event" })).toHaveValue(gone);
});

test("the last event of another release is found, or it is said how many were looked at", async ({ page }) => {
  const event = await shownEvent(page);
  await page.goto(`${page.url().split("?")[0]}/events/${event}/compare?with=latest`);
  const button = page.getByRole("button", { name: "The last of another release" });
  await expect(button).toBeVisible();
  await button.click();
  await expect
    .poll(async () => /with=[0-9a-f]{32}/.test(page.url()) || (await page.getByText(/None of the newest/).isVisible()))
    .toBe(true);
});
