// Many monitors from a pasted list: a preview with a verdict for each line, and then a result for each.
import { expect, expectAccessible, expectNoSidewaysScroll, isNarrow, test } from "./support/glint";
import type { Page } from "@playwright/test";

test.beforeEach(async ({ demo }) => demo.signIn());

const MANY = "/acme/uptime-monitors/new/many";
const MONITORS = "/api/0/organizations/acme/monitors/";

const list = (page: Page) => page.getByRole("textbox", { name: "List" });
const lines = (page: Page) => page.locator(".list-table tbody tr");
const create = (page: Page, count: number) =>
  page.getByRole("button", { name: `Create ${count} ${count === 1 ? "monitor" : "monitors"}`, exact: true });

async function open(page: Page) {
  await page.goto(MANY);
  await expect(list(page)).toBeVisible();
  // Until all that is there is known, nothing can be called a double.
  await expect(page.getByText(/^Comparing with/)).toHaveCount(0);
}

const posted = (requests: string[]) => requests.filter((request) => request === `POST ${MONITORS}`).length;

test("every line is judged before anything is created, and then has its result", async ({ page, demo }) => {
  await open(page);
  const there = (await (await page.request.get(`${MONITORS}2/`)).json()).url;
  await list(page).fill(
    [
      "name, url, interval",
      "Shop, https://shop.example.com/health, 5 min",
      "https://blog.example.com",
      "db.example.com:5432",
      'Cache\tcache.example.com:6379\t30',
      '"Shop, old",https://old.example.com',
      "Nonsense, ftp://nowhere",
      `Double, ${there}`,
      "https://blog.example.com/",
    ].join("\n"),
  );
  await expect(lines(page)).toHaveCount(8);
  await expect(page.getByRole("status").filter({ hasText: "5 monitors can be created · 2 there already · 1 not right yet" })).toBeVisible();
  await expect(lines(page).nth(0)).toContainText("5 min");
  await expect(lines(page).nth(2).getByRole("combobox")).toHaveValue("TCP Port");
  await expect(lines(page).nth(4)).toContainText("Shop, old");
  await expect(lines(page).nth(5)).toContainText("Begin with https://");
  await expect(lines(page).nth(6)).toContainText("There already: “Shop API health”");
  await expect(lines(page).nth(7)).toContainText("The same as line 3");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await create(page, 5).click();
  for (const at of [0, 1, 2, 3, 4]) await expect(lines(page).nth(at).getByRole("link", { name: "Created" })).toBeVisible();
  await expect(page.getByRole("status", { name: "Messages" })).toContainText("5 monitors were created");
  expect(posted(await demo.requests())).toBe(5);
  await expect(page.getByRole("link", { name: "To the monitors", exact: true })).toBeVisible();
  await page.reload();
  await expect(list(page)).toHaveValue("");
});

test("types, interval and project hold for all, and a line can have another type", async ({ page }) => {
  await open(page);
  await page.getByRole("combobox", { name: "Type", exact: true }).selectOption("Ping");
  await page.getByRole("button", { name: "every 15 minutes" }).click();
  await page.getByRole("combobox", { name: /^Project/ }).selectOption("Shop API");
  await list(page).fill("https://one.example.com\nTwo, https://two.example.com/x");
  await page.getByRole("combobox", { name: "Type of line 2" }).focus();
  await page.getByRole("combobox", { name: "Type of line 2" }).selectOption("TCP Port");
  await expect(page.getByRole("combobox", { name: "Type of line 2" })).toBeFocused();
  await expect(lines(page).nth(1)).toContainText("two.example.com:443");
  await create(page, 2).click();
  await expect(page.getByRole("link", { name: "Created" })).toHaveCount(2);
  const all: { name: string; monitorType: string; interval: number; projectID: string }[] = await (
    await page.request.get(`${MONITORS}?limit=100`)
  ).json();
  const of = (name: string) => all.find((monitor) => monitor.name === name);
  expect(of("one.example.com")).toMatchObject({ monitorType: "Ping", interval: 900, projectID: "1" });
  expect(of("Two")).toMatchObject({ monitorType: "TCP Port", interval: 900, projectID: "1" });
});

test("a line that fails says why and is tried again; the others are not created twice", async ({ page, demo }) => {
  await open(page);
  await list(page).fill("https://one.example.com\nhttps://two.example.com\nhttps://three.example.com");
  await demo.failNext(MONITORS, 500, 1, { method: "POST", skip: 1 });
  await create(page, 3).click();
  await expect(lines(page).nth(1)).toContainText("Not created. The server failed (500)");
  await expect(lines(page).nth(2).getByRole("link", { name: "Created" })).toBeVisible();
  await page.getByRole("button", { name: "Try the 1 that failed again" }).click();
  await expect(page.getByRole("link", { name: "Created" })).toHaveCount(3);
  expect(posted(await demo.requests())).toBe(4);
});

test("the work can be stopped", async ({ page, demo }) => {
  await open(page);
  let sent = 0;
  let letGo = () => {};
  const held = new Promise<void>((done) => (letGo = done));
  await page.route(`**${MONITORS}`, async (route) => {
    if (route.request().method() === "POST" && ++sent === 2) await held;
    await route.continue();
  });
  await list(page).fill([1, 2, 3, 4, 5, 6].map((at) => `https://n${at}.example.com`).join("\n"));
  await create(page, 6).click();
  await expect(page.getByRole("progressbar", { name: "Creating the monitors" })).toBeVisible();
  await expect(page.getByText("1 of 6 sent")).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("1 of 6 sent; stopping after this one")).toBeVisible();
  letGo();
  await expect(create(page, 4)).toBeVisible();
  expect(posted(await demo.requests())).toBe(2);
});

test("those that are there already are created only when asked for", async ({ page }) => {
  await open(page);
  const there = (await (await page.request.get(`${MONITORS}2/`)).json()).url;
  await list(page).fill(there);
  await expect(create(page, 0)).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("checkbox", { name: /there already once more/ }).check();
  await create(page, 1).click();
  await expect(page.getByRole("link", { name: "Created" })).toHaveCount(1);
});

test("the list survives a reload, and at most 200 lines are read", async ({ page }) => {
  await open(page);
  await list(page).fill(Array.from({ length: 203 }, (_, at) => `https://n${at}.example.com`).join("\n"));
  await expect(page.getByText("200 monitors can be created · 3 lines more than the 200 that are read at once")).toBeVisible();
  await expect(lines(page)).toHaveCount(200);
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith("glint.drafts.")));
  await page.reload();
  await expect(lines(page)).toHaveCount(200);
  await expectNoSidewaysScroll(page);
});

test("it works by keyboard alone", async ({ page }) => {
  test.skip(isNarrow(page), "the same keys");
  await open(page);
  await list(page).focus();
  await page.keyboard.type("https://keys.example.com");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("combobox", { name: "Type", exact: true })).toBeFocused();
  await create(page, 1).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Created" })).toHaveCount(1);
});
