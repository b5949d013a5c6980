// The breadcrumbs of an event: what a row says, filters, search, order and time, a thousand of them, and hostile ones.
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support/glint";
import type { Page } from "@playwright/test";

test.beforeEach(async ({ demo }) => demo.signIn());

const AT = Date.parse("2026-11-23T08:15:11.990Z");
type Crumb = Record<string, unknown>;
const before = (ms: number, crumb: Crumb): Crumb => ({
  type: "default",
  category: null,
  level: "info",
  message: null,
  data: null,
  event_id: null,
  timestamp: new Date(AT - ms).toISOString(),
  ...crumb,
});

const CRUMBS = [
  before(90_000, { type: "navigation", category: "navigation", data: { from: "/cart", to: "/checkout" } }),
  before(12_300, { category: "ui.click", message: 'button.pay[type="submit"]' }),
  before(4_000, {
    type: "http",
    category: "xhr",
    level: "error",
    data: { method: "POST", url: "/api/cart", status_code: 503, reason: "OK", order: { id: 5000 } },
  }),
  before(3_000, {
    type: "http",
    category: "fetch",
    data: { method: "GET", url: "https://api.example.com/v2/charges", status_code: 200 },
  }),
  before(2_000, { category: "query", level: "debug", message: "SELECT id, sku FROM cart_line WHERE cart_id = %s" }),
  before(500, { category: "console", level: "warning", message: "Retrying the charge" }),
];

/** Opens an issue whose newest event has these breadcrumbs. */
async function open(page: Page, values: unknown[]) {
  await page.route(/\/api\/0\/issues\/[^/]+\/events\/latest\/$/, async (route) => {
    const answer = await route.fetch();
    const event = await answer.json();
    const entries = event.entries.filter((entry: { type: string }) => entry.type !== "breadcrumbs");
    entries.push({ type: "breadcrumbs", data: { values } });
    await route.fulfill({ response: answer, json: { ...event, entries, dateCreated: new Date(AT).toISOString() } });
  });
  const list = await page.request.get("/api/0/organizations/acme/issues/?query=is:unresolved%20level:error&limit=1");
  const [issue] = await list.json();
  await page.goto(`/acme/issues/${issue.id}`);
  await reach(page);
}

/** It is built when it comes near. */
async function reach(page: Page) {
  await page.locator("#breadcrumbs").scrollIntoViewIfNeeded();
  await expect(section(page)).toBeVisible();
  await section(page).scrollIntoViewIfNeeded();
}

const section = (page: Page) => page.getByRole("region", { name: "Breadcrumbs" });
const rows = (page: Page) =>
  section(page).getByRole("list", { name: "Breadcrumbs and the event" }).getByRole("listitem");
const count = (page: Page) => section(page).getByRole("status");
const search = (page: Page) => section(page).getByRole("searchbox", { name: "Search breadcrumbs" });
const choose = async (page: Page, menu: string, ...names: RegExp[]) => {
  const button = section(page).getByRole("button", { name: new RegExp(`^${menu}:`) });
  await button.click();
  for (const name of names) await section(page).getByRole("checkbox", { name }).click();
  await page.keyboard.press("Escape");
  await expect(button).toHaveAttribute("aria-expanded", "false");
};

test("each row says what happened, and the last one is the event", async ({ page }) => {
  await open(page, CRUMBS);
  await expect(count(page)).toHaveText("6");
  await expect(rows(page)).toHaveCount(7);
  await expect(rows(page).nth(0)).toContainText("−1 min 30 s");
  await expect(rows(page).nth(0)).toContainText("/cart → /checkout");
  await expect(rows(page).nth(1)).toContainText("−12.3 s");
  await expect(rows(page).nth(1).locator("code")).toHaveText('button.pay[type="submit"]');
  await expect(rows(page).nth(2)).toContainText("http · xhr");
  await expect(rows(page).nth(2)).toContainText("POST /api/cart 503 server error");
  await expect(rows(page).nth(2).getByRole("img", { name: "error" })).toBeVisible();
  await expect(rows(page).nth(2).getByRole("link")).toHaveCount(0);
  const link = rows(page).nth(3).getByRole("link");
  await expect(link).toHaveAttribute("href", "https://api.example.com/v2/charges");
  await expect(link).toHaveAttribute("rel", "noopener noreferrer");
  await expect(link).toHaveAttribute("title", "Opens api.example.com in a new tab");
  await expect(rows(page).nth(4).locator("code")).toContainText("SELECT id, sku");
  await expect(rows(page).nth(5)).toContainText("warning Retrying the charge");
  await expect(rows(page).nth(6)).toContainText("0 s");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("data open on demand, without what the line has said", async ({ page }) => {
  await open(page, CRUMBS);
  const row = rows(page).nth(2);
  const button = row.getByRole("button", { name: "Data" });
  await expect(button).toHaveAttribute("aria-expanded", "false");
  await button.click();
  await expect(row.locator("dt")).toHaveText(["order", "reason"]);
  await row.getByText("{ id }").click();
  await expect(row.locator("dt")).toHaveText(["order", "id", "reason"]);
  await expect(rows(page).nth(3).getByRole("button", { name: "Data" })).toHaveCount(0);
  // They stay open when the rows are drawn anew.
  await section(page).getByRole("button", { name: "Newest last" }).click();
  await expect(rows(page).nth(4).getByRole("button", { name: "Data" })).toHaveAttribute("aria-expanded", "true");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("types, levels and categories filter together, and can be cleared", async ({ page }) => {
  await open(page, CRUMBS);
  await choose(page, "Types", /^http 2$/, /^query 1$/);
  await expect(count(page)).toHaveText("3 of 6 shown");
  await expect(rows(page)).toHaveCount(4);
  await choose(page, "Levels", /^info/, /^debug/);
  await expect(count(page)).toHaveText("2 of 6 shown");
  await choose(page, "Categories", /^xhr/);
  await expect(count(page)).toHaveText("0 of 6 shown");
  await expect(rows(page)).toHaveCount(1);
  await section(page).getByRole("button", { name: "Clear search and filters" }).click();
  await expect(count(page)).toHaveText("6");
  await expect(search(page)).toBeFocused();
});

test("a search finds lines and data, and marks what it found", async ({ page }) => {
  await open(page, CRUMBS);
  await search(page).fill("CART");
  await expect(count(page)).toHaveText("3 of 6 shown");
  await expect(rows(page).locator("mark")).toHaveText(["cart", "cart", "cart", "cart"]);
  await search(page).fill("5000 post");
  await expect(count(page)).toHaveText("1 of 6 shown");
  await expect(rows(page).first()).toContainText("in data: order.id: 5000");
  await search(page).fill("<img src=x>");
  await expect(count(page)).toHaveText("0 of 6 shown");
  await expect(section(page).locator("img")).toHaveCount(0);
  await search(page).fill("");
  await expect(count(page)).toHaveText("6");
});

test("time and order are kept", async ({ page }) => {
  await open(page, CRUMBS);
  await section(page).getByRole("button", { name: "Clock" }).click();
  await expect(rows(page).nth(1).locator("time")).toHaveText(/^\d\d:\d\d:59\.690$/);
  await section(page).getByRole("button", { name: "Newest last" }).click();
  await expect(rows(page).nth(6)).toContainText("/cart → /checkout");
  await page.reload();
  await reach(page);
  await expect(section(page).getByRole("button", { name: "Newest first" })).toBeVisible();
  await expect(section(page).getByRole("button", { name: "Clock" })).toHaveAttribute("aria-pressed", "true");
  await expect(rows(page).nth(0).locator("time")).toHaveText(/^\d\d:\d\d:11\.990$/);
});

test("a thousand come in steps, and are searched at once", async ({ page }) => {
  const many = Array.from({ length: 1000 }, (_, at) =>
    before((1000 - at) * 100, { type: "http", category: "fetch", data: { method: "GET", url: `/p/${at}`, status_code: 200, at } }),
  );
  await open(page, many);
  await expect(rows(page)).toHaveCount(101);
  await expect(rows(page).first()).toContainText("GET /p/900");
  const elements = await rows(page).first().locator("*").count();
  expect(elements, "elements of a row").toBeLessThanOrEqual(8);
  await search(page).fill("/p/7");
  await expect(count(page)).toHaveText(/^111 of 1\s000 shown$/);
  await search(page).fill("");
  const more = section(page).getByRole("button", { name: "Show 900 earlier" });
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(rows(page)).toHaveCount(1001);
  await expect(rows(page).first()).toContainText("GET /p/0");
  await expect(section(page).getByRole("list", { name: "Breadcrumbs and the event" })).toBeFocused();
  // What was asked for is there again in the other order.
  await section(page).getByRole("button", { name: "Newest last" }).click();
  await expect(rows(page)).toHaveCount(1001);
  await expectNoSidewaysScroll(page);
});

test("hostile and unreadable ones are shown as text", async ({ page }) => {
  await open(page, [
    before(3_000, { type: "<script>alert(1)</script>", category: "<img src=x onerror=alert(1)>", message: "{{7*7}}" }),
    before(2_000, { type: "http", category: "xhr", data: { method: "GET", url: "javascript:alert(1)", status_code: 0 } }),
    before(1_000, { type: "navigation", category: "navigation", data: { from: "data:text/html,x", to: "https://a@b.example/" } }),
    before(500, { message: "pay\u202egnp.exe", level: "\" onclick=alert(1)" }),
    "no object",
  ]);
  await expect(rows(page)).toHaveCount(5);
  await expect(rows(page).nth(0)).toContainText("<script>alert(1)</script> · <img src=x onerror=alert(1)>");
  await expect(rows(page).nth(1)).toContainText("GET javascript:alert(1) 0 no answer");
  await expect(rows(page).nth(3)).toContainText("pay⟨U+202E⟩gnp.exe");
  await expect(rows(page).getByRole("link")).toHaveCount(0);
  await expect(section(page).locator("script, img")).toHaveCount(0);
  await section(page).getByText("1 breadcrumb could not be read").click();
  await expect(section(page).locator("pre")).toHaveText('"no object"');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});
