// The hashes of an issue, and taking some out again.
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support/glint";
import type { Page } from "@playwright/test";

test.beforeEach(async ({ demo }) => demo.signIn());

const hashes = (page: Page) => page.getByRole("list", { name: "Hashes" }).locator("> li");
const unmerge = (page: Page) => page.getByRole("button", { name: /^Unmerge/ });

/** Merges issues of one project; gives the one that stays and those that went into it. */
async function merge(page: Page, count: number): Promise<{ stays: string; gone: string[] }> {
  const list = await page.request.get("/api/0/organizations/acme/issues/?query=&project=1&limit=100");
  const ids: number[] = (await list.json()).slice(0, count).map((issue: { id: string }) => Number(issue.id));
  const token = (await page.context().cookies()).find((cookie) => cookie.name === "csrftoken")!.value;
  const answer = await page.request.put(
    `/api/0/organizations/acme/issues/?${ids.map((id) => `id=${id}`).join("&")}`,
    { data: { merge: 1 }, headers: { "X-CSRFToken": token, Origin: new URL(list.url()).origin } },
  );
  expect(answer.ok()).toBe(true);
  const stays = Math.max(...ids);
  return { stays: String(stays), gone: ids.filter((id) => id !== stays).map(String) };
}

test("an issue with a single hash says that there is nothing to unmerge", async ({ page }) => {
  const { stays } = await merge(page, 1);
  await page.goto(`/acme/issues/${stays}/merged`);
  await expect(page.getByText("there is nothing to unmerge")).toBeVisible();
  await expect(hashes(page)).toHaveCount(1);
  await expect(unmerge(page)).toHaveCount(0);
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await expectAccessible(page);
});

test("chosen hashes become issues of their own again, but never all of them", async ({ page, demo }) => {
  const { stays, gone } = await merge(page, 3);
  await page.goto(`/acme/issues/${stays}/merged`);
  await expect(hashes(page)).toHaveCount(3);
  const deletions = async () => (await demo.requests()).filter((request) => request.startsWith("DELETE"));
  await expect(unmerge(page)).toHaveAttribute("aria-disabled", "true");
  for (const row of await hashes(page).all()) await row.getByRole("checkbox").check();
  await expect(page.getByText("At least one has to stay.")).toBeVisible();
  await expect(unmerge(page)).toHaveAttribute("aria-disabled", "true");
  await unmerge(page).click({ force: true });
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await hashes(page).first().getByRole("checkbox").uncheck();
  await expect(page.getByRole("link", { name: "Compare their newest events" })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Unmerge 2 hashes" }).click();
  const dialog = page.getByRole("dialog", { name: "Unmerge 2 hashes?" });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect(await deletions()).toEqual([]);
  await page.getByRole("button", { name: "Unmerge 2 hashes" }).click();
  await dialog.getByRole("button", { name: "Unmerge" }).click();
  await expect(page.getByText(/GlitchTip is taking 2 hashes out/)).toBeVisible();
  await expect(page.getByText(/2 hashes are issues of their own now/)).toBeVisible();
  await expect(hashes(page)).toHaveCount(1);
  expect(await deletions()).toHaveLength(1);
  for (const id of gone) expect((await page.request.get(`/api/0/issues/${id}/`)).status()).toBe(200);
});

test("a refusal is said, and what was chosen stays chosen", async ({ page, demo }) => {
  const { stays } = await merge(page, 2);
  await page.goto(`/acme/issues/${stays}/merged`);
  await hashes(page).nth(1).getByRole("checkbox").check();
  await demo.failNext(`/api/0/organizations/acme/issues/${stays}/hashes/`, 503, 1, { method: "DELETE" });
  await page.getByRole("button", { name: "Unmerge 1 hash" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Unmerge" }).click();
  await expect(page.getByText(/^Nothing was unmerged\. /)).toBeVisible();
  await expect(hashes(page)).toHaveCount(2);
  await expect(hashes(page).nth(1).getByRole("checkbox")).toBeChecked();
  await page.getByRole("button", { name: "Unmerge 1 hash" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Unmerge" }).click();
  await expect(page.getByText(/The hash is an issue of its own now/)).toBeVisible();
});

test("a server that takes long is looked at a few times, and can be looked at again", async ({ page }) => {
  const { stays } = await merge(page, 2);
  // It agrees, and does nothing for now.
  await page.route(/\/hashes\/\?id=/, (route) => route.fulfill({ status: 202, body: "" }));
  await page.clock.install();
  await page.goto(`/acme/issues/${stays}/merged`);
  await hashes(page).nth(1).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Unmerge 1 hash" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Unmerge" }).click();
  await expect(page.getByText(/GlitchTip is taking 1 hash out/)).toBeVisible();
  await expect(async () => {
    await page.clock.fastForward(9_000);
    await expect(page.getByText(/still here/)).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(hashes(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Look again" }).click();
  await expect(page.getByText(/GlitchTip is taking 1 hash out/)).toBeVisible();
});

test("every hash names its newest event, and more than a page of them can be read", async ({ page }) => {
  const { stays } = await merge(page, 30);
  await page.goto(`/acme/issues/${stays}/merged`);
  await expect(hashes(page)).toHaveCount(20);
  await expect(page.getByText("20 of 30 hashes")).toBeVisible();
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(hashes(page)).toHaveCount(30);
  await expectNoSidewaysScroll(page);
  await hashes(page).last().locator("a.name").click();
  await expect(page).toHaveURL(new RegExp(`/acme/issues/${stays}/events/[0-9a-f]{32}$`));
});
