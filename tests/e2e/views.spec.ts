// Saved views: the state of the list under a name, kept in this browser.
import { readFileSync } from "node:fs";
import { expect, expectAccessible, expectNoSidewaysScroll, isNarrow, rows, test } from "./support/glint";
import type { Page } from "@playwright/test";

test.beforeEach(async ({ demo }) => demo.signIn());

const listed = async (page: Page, url: string) => {
  await page.goto(url);
  await expect(rows(page).first()).toBeVisible();
  await expect(button(page)).toBeVisible();
};
const button = (page: Page) => page.getByRole("button", { name: /^Views?(: |$)/ });

async function save(page: Page, name: string, star = false) {
  await button(page).click();
  await page.getByRole("button", { name: "Save as a view…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  if (star) await dialog.getByRole("checkbox").check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
}

test("a view is saved, opened, edited, put back and updated", async ({ page }) => {
  await listed(page, "/acme/issues?query=level%3Afatal&sort=-count");
  await save(page, "Fatal ones");
  await expect(button(page)).toHaveAccessibleName("View: Fatal ones");
  await page.reload();
  await expect(button(page)).toHaveAccessibleName("View: Fatal ones");
  await page.getByRole("combobox", { name: "Search issues" }).fill("level:fatal is:unresolved");
  await page.keyboard.press("Enter");
  await expect(button(page)).toHaveAccessibleName("View: Fatal ones, edited");
  await button(page).click();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Back to “Fatal ones”" }).or(page.getByRole("button", { name: "Back to “Fatal ones”" })).click();
  await expect(page).toHaveURL(/query=level%3Afatal&sort=-count$/);
  await page.goBack();
  await button(page).click();
  await page.getByRole("button", { name: "Update “Fatal ones”" }).click();
  await expect(button(page)).toHaveAccessibleName("View: Fatal ones");
  await listed(page, "/acme/issues");
  await button(page).click();
  await page.getByRole("link", { name: "Fatal ones" }).click();
  await expect(page).toHaveURL(/is%3Aunresolved/);
});

test("a name that is taken or missing is said at the field, and what was typed stays", async ({ page }) => {
  await listed(page, "/acme/issues?query=level%3Afatal");
  await save(page, "Mine");
  await listed(page, "/acme/issues?query=level%3Ainfo");
  await button(page).click();
  await page.getByRole("button", { name: "Save as a view…" }).click();
  const field = page.getByRole("dialog").getByRole("textbox", { name: "Name" });
  await field.fill("mine ");
  await page.keyboard.press("Enter");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveValue("mine ");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("views are starred, renamed, moved, deleted with undo, and taken along", async ({ page, context }) => {
  await listed(page, "/acme/issues?query=level%3Afatal");
  await save(page, "One", true);
  await listed(page, "/acme/issues?query=level%3Ainfo");
  await save(page, "Two");
  // There is room for it on a wide screen only.
  const starred = page.getByRole("navigation", { name: "Starred views" }).getByRole("link", { name: "One" });
  if (!isNarrow(page)) await expect(starred).toBeVisible();
  await button(page).click();
  await page.getByRole("button", { name: "Manage views…" }).click();
  const dialog = page.getByRole("dialog");
  const names = () => dialog.getByRole("list", { name: "Views" }).locator("li").evaluateAll((all) => all.map((one) => one.textContent!.match(/One|Two|Three/)![0]));
  await expect.poll(names).toEqual(["One", "Two"]);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Move down “One”" }).click();
  await expect.poll(names).toEqual(["Two", "One"]);
  await dialog.getByRole("button", { name: "Rename “Two”" }).click();
  await dialog.getByRole("textbox", { name: "Name" }).fill("Three");
  await page.keyboard.press("Enter");
  await expect.poll(names).toEqual(["Three", "One"]);
  const [download] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("link", { name: "Export as a file" }).click()]);
  expect(download.suggestedFilename()).toMatch(/acme.*\.json$/);
  const text = readFileSync((await download.path())!, "utf8");
  expect(JSON.parse(text).glint).toBe("issue-views");
  await dialog.getByRole("button", { name: "Delete “One”" }).click();
  await expect.poll(names).toEqual(["Three"]);
  await dialog.getByRole("button", { name: /Undo/ }).click();
  await expect.poll(names).toEqual(["Three", "One"]);
  await expectNoSidewaysScroll(page);
  // Another browser takes them over.
  await page.evaluate(() => localStorage.clear());
  await page.evaluate(() => localStorage.setItem("glint.signed-in", "yes"));
  await listed(page, "/acme/issues");
  await button(page).click();
  await page.getByRole("button", { name: "Manage views…" }).click();
  await dialog.getByRole("textbox", { name: "Or import a text" }).fill(text);
  await dialog.getByRole("button", { name: "Import the text" }).click();
  await expect.poll(names).toEqual(["Three", "One"]);
  await dialog.getByRole("textbox", { name: "Or import a text" }).fill("{]");
  await dialog.getByRole("button", { name: "Import the text" }).click();
  await expect(dialog.getByText(/not|no views/i).last()).toBeVisible();
  await expect(dialog.getByRole("textbox", { name: "Or import a text" })).toHaveValue("{]");
  await context.clearCookies();
});
