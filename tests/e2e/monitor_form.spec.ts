// Creating, copying, changing and deleting one monitor: every type with only its own fields, the server's limits before
// and its words after sending, and what was typed outliving every failure.
import { PASSWORD, expect, expectAccessible, expectNoSidewaysScroll, test } from "./support/glint";
import type { Page } from "@playwright/test";

test.beforeEach(async ({ demo }) => demo.signIn());

const NEW = "/acme/uptime-monitors/new";
const MONITORS = "/api/0/organizations/acme/monitors/";

const field = (page: Page, name: string | RegExp) => page.getByRole("textbox", { name });
const type = (page: Page, name: string) => page.getByRole("radio", { name, exact: true });
const create = (page: Page) => page.getByRole("button", { name: "Create monitor" });
const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true });
const message = (page: Page, text: string | RegExp) =>
  page.getByRole("status", { name: "Messages" }).locator(".toast").filter({ hasText: text });
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });

interface Sent {
  id: number;
  monitorType: string;
  name: string;
  url: string;
  interval: number;
  timeout: number | null;
  expectedStatus: number | null;
  expectedBody: string;
  projectID: string | null;
}

/** A monitor as the server has it. */
async function monitor(page: Page, id: number | string): Promise<Sent> {
  return (await page.request.get(`${MONITORS}${id}/`)).json();
}

/** The number of the monitor whose page is open. */
async function arrived(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/acme\/uptime-monitors\/\d+$/);
  return page.url().split("/").pop()!;
}

const TYPES: [string, { address?: string; status?: boolean; timeout?: boolean }][] = [
  ["Ping", { address: "https://ping.example.com", timeout: true }],
  ["GET", { address: "https://get.example.com/health", status: true, timeout: true }],
  ["POST", { address: "https://post.example.com/hook", status: true, timeout: true }],
  ["TCP Port", { address: "db.example.com:5432", timeout: true }],
  ["SSL", { address: "https://tls.example.com", timeout: true }],
  ["Heartbeat", {}],
];

for (const [kind, has] of TYPES) {
  test(`a ${kind} monitor is created with its own fields only`, async ({ page }) => {
    await page.goto(NEW);
    await type(page, kind).check();
    await expect(field(page, "Address")).toHaveCount(has.address ? 1 : 0);
    await expect(field(page, "Expected status")).toHaveCount(has.status ? 1 : 0);
    await expect(field(page, /^Expected text/)).toHaveCount(has.status ? 1 : 0);
    await expect(field(page, /^Timeout/)).toHaveCount(has.timeout ? 1 : 0);
    await field(page, "Name").fill(`My ${kind}`);
    if (has.address) await field(page, "Address").fill(has.address);
    if (has.status) {
      await field(page, "Expected status").fill("204");
      await field(page, /^Expected text/).fill("all fine");
    }
    if (has.timeout) await field(page, /^Timeout/).fill("7");
    await page.getByRole("button", { name: "every 5 minutes" }).click();
    await page.getByRole("combobox", { name: /^Project/ }).selectOption("Shop API");
    await create(page).click();
    const id = await arrived(page);
    await expect(message(page, `“My ${kind}” was created`)).toBeVisible();
    expect(await monitor(page, id)).toMatchObject({
      monitorType: kind,
      name: `My ${kind}`,
      url: has.address ?? "",
      interval: 300,
      timeout: has.timeout ? 7 : null,
      expectedStatus: has.status ? 204 : null,
      expectedBody: has.status ? "all fine" : "",
      projectID: "1",
    });
  });
}

test("changing the type back and forth loses nothing", async ({ page }) => {
  await page.goto(NEW);
  await type(page, "GET").check();
  await field(page, "Address").fill("https://shop.example.com/health");
  await field(page, /^Expected text/).fill("fine");
  await type(page, "TCP Port").check();
  await expect(field(page, "Address")).toHaveValue("shop.example.com:443");
  await field(page, "Address").fill("db.example.com:5432");
  await type(page, "Heartbeat").check();
  await type(page, "GET").check();
  await expect(field(page, "Address")).toHaveValue("https://shop.example.com/health");
  await expect(field(page, /^Expected text/)).toHaveValue("fine");
  await type(page, "TCP Port").check();
  await expect(field(page, "Address")).toHaveValue("db.example.com:5432");
});

test("the server's limits are checked on leaving a field and before sending", async ({ page, demo }) => {
  await page.goto(NEW);
  await type(page, "GET").check();
  const wrong: [string | RegExp, string, RegExp][] = [
    ["Name", "x".repeat(201), /At most 200 characters/],
    ["Address", "ftp://shop.example.com", /Begin with https/],
    ["Expected status", "99", /whole number from 100/],
    ["Interval", "32768", /At most 32.767 seconds/],
    [/^Timeout/, "61", /from 1 to 60/],
  ];
  for (const [name, value, problem] of wrong) {
    await field(page, name).fill(value);
    await expect(page.getByText(problem)).toHaveCount(0);
    await field(page, name).blur();
    await expect(page.getByText(problem)).toBeVisible();
    await expect(field(page, name)).toHaveAttribute("aria-invalid", "true");
    await expect(field(page, name)).toHaveAccessibleDescription(problem);
  }
  await expectAccessible(page);
  await create(page).click();
  const list = page.getByRole("alert").filter({ hasText: "Name: At most" });
  await expect(list).toBeFocused();
  await expect(list.getByRole("button")).toHaveCount(5);
  await list.getByRole("button", { name: /^Interval:/ }).click();
  await expect(field(page, "Interval")).toBeFocused();
  expect((await demo.requests()).filter((request) => request.startsWith("POST /api/"))).toEqual([]);
  await field(page, "Interval").fill("32767");
  await expect(page.getByText("It looks every 9 hours 6 minutes 7 seconds.")).toBeVisible();
  await type(page, "TCP Port").check();
  await field(page, "Address").fill("db.example.com");
  await field(page, "Address").blur();
  await expect(page.getByText(/The port is missing/)).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test("a missing https:// is put before the address", async ({ page }) => {
  await page.goto(NEW);
  await field(page, "Address").fill("shop.example.com/health");
  await field(page, "Address").blur();
  await expect(field(page, "Address")).toHaveValue("https://shop.example.com/health");
});

test("the server's own words are said at the field, and everything else above the form", async ({ page }) => {
  await page.goto(NEW);
  await field(page, "Name").fill("Shop");
  await field(page, "Address").fill("https://shop.example.com");
  const answers: [number, unknown][] = [
    [422, { detail: "URL is required for GET" }],
    [422, { detail: [{ type: "less_than_equal", loc: ["body", "payload", "timeout"], msg: "Input should be less than or equal to 5", ctx: { le: 5 } }] }],
    [422, { detail: [{ type: "x", loc: ["body", "payload", "region"], msg: "Choose a region" }] }],
    [500, "<!doctype html><title>Server Error (500)</title>"],
  ];
  let asked = 0;
  await page.route(`**${MONITORS}`, async (route) => {
    const answer = route.request().method() === "POST" ? answers[asked++] : undefined;
    if (!answer) return route.fallback();
    const [status, body] = answer;
    await route.fulfill({ status, body: typeof body === "string" ? body : JSON.stringify(body) });
  });
  await create(page).click();
  await expect(page.getByText("URL is required for GET.")).toBeVisible();
  await expect(field(page, "Address")).toBeFocused();
  await field(page, "Address").fill("https://shop.example.com/health");
  await expect(page.getByText("URL is required for GET.")).toHaveCount(0);
  await create(page).click();
  await expect(field(page, /^Timeout/)).toBeFocused();
  await expect(field(page, /^Timeout/)).toHaveAccessibleDescription(/Input should be less than or equal to 5\./);
  await create(page).click();
  await expect(page.getByRole("alert").filter({ hasText: "region: Choose a region." })).toBeFocused();
  await create(page).click();
  await expect(page.getByRole("alert").filter({ hasText: "The server failed (500)" })).toBeFocused();
  await expect(field(page, "Name")).toHaveValue("Shop");
  await create(page).click();
  await arrived(page);
});

test("what is typed survives an expired session, and is sent once", async ({ page, demo }) => {
  await page.goto(NEW);
  await field(page, "Name").fill("Shop");
  await field(page, "Address").fill("https://shop.example.com");
  await demo.expireSession();
  await create(page).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await dialog.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Sign in" }).click();
  const id = await arrived(page);
  expect((await monitor(page, id)).name).toBe("Shop");
});

test("what is typed survives a reload and leaving, until it is thrown away", async ({ page }) => {
  await page.goto(NEW);
  await field(page, "Name").fill("Half a monitor");
  await expect(page.getByText("Your draft is kept in this browser.")).toBeVisible();
  await page.reload();
  await expect(field(page, "Name")).toHaveValue("Half a monitor");
  await expect(page.getByText("This is what you typed here before and did not save.")).toBeVisible();
  // Leaving asks.
  await page.getByRole("link", { name: "Cancel" }).click();
  const dialog = page.getByRole("dialog", { name: "Leave without saving?" });
  await expect(dialog.getByRole("button", { name: "Stay" })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(field(page, "Name")).toHaveValue("Half a monitor");
  await page.getByRole("link", { name: "Cancel" }).click();
  await dialog.getByRole("button", { name: "Leave", exact: true }).click();
  await expect(page).toHaveURL(/\/acme\/uptime-monitors$/);
  await page.goto(NEW);
  await expect(field(page, "Name")).toHaveValue("Half a monitor");
  await page.getByRole("button", { name: "Start over" }).click();
  await expect(field(page, "Name")).toHaveValue("");
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(page).toHaveURL(/\/acme\/uptime-monitors$/);
});

test("two presses create one monitor", async ({ page, demo }) => {
  await page.goto(NEW);
  await field(page, "Name").fill("Once");
  await field(page, "Address").fill("https://once.example.com");
  await field(page, "Address").press("Enter");
  await field(page, "Address").press("Enter", { timeout: 1000 }).catch(() => {});
  await arrived(page);
  expect((await demo.requests()).filter((request) => request === `POST ${MONITORS}`)).toHaveLength(1);
});

test("a monitor is changed, and nothing else of it", async ({ page }) => {
  const before = await monitor(page, 2);
  await page.goto("/acme/uptime-monitors/2/update");
  await expect(field(page, "Name")).toHaveValue(before.name);
  await expect(type(page, "GET")).toBeChecked();
  await expect(field(page, "Address")).toHaveValue(before.url);
  await expect(page.getByRole("combobox", { name: /^Project/ })).toHaveValue("1");
  await field(page, "Name").fill("Renamed");
  await save(page).click();
  expect(await arrived(page)).toBe("2");
  await expect(message(page, "“Renamed” was saved")).toBeVisible();
  const { name, ...rest } = await monitor(page, 2);
  expect(name).toBe("Renamed");
  for (const key of ["monitorType", "url", "interval", "timeout", "expectedStatus", "expectedBody", "projectID"] as const) {
    expect(rest[key], key).toEqual(before[key]);
  }
});

test("a monitor is copied under another name", async ({ page }) => {
  await page.goto(`${NEW}?from=2`);
  await expect(heading(page, "Copy a monitor")).toBeVisible();
  await expect(field(page, "Name")).toHaveValue(/^Copy of /);
  await create(page).click();
  const id = await arrived(page);
  expect(id).not.toBe("2");
  const [one, other] = [await monitor(page, 2), await monitor(page, id)];
  expect([other.url, other.interval, other.expectedBody]).toEqual([one.url, one.interval, one.expectedBody]);
});

test("a monitor is deleted with all its checks, and that can be undone", async ({ page, demo }) => {
  await page.goto("/acme/uptime-monitors/3/update");
  const remove = async () => {
    await page.getByRole("button", { name: "Delete" }).click();
    const dialog = page.getByRole("dialog", { name: "Delete the monitor?" });
    await expect(dialog).toContainText("the monitor and all its checks");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Delete" }).click();
    await expect(page).toHaveURL(/\/acme\/uptime-monitors$/);
  };
  const deletions = async () => (await demo.requests()).filter((request) => request.startsWith("DELETE"));
  await remove();
  await message(page, "will be deleted").getByRole("button", { name: /^Undo/ }).click();
  expect(await deletions()).toEqual([]);
  await page.goto("/acme/uptime-monitors/3/update");
  await remove();
  await message(page, "will be deleted").getByRole("button", { name: "Dismiss" }).click();
  await expect.poll(deletions).toEqual([`DELETE ${MONITORS}3/`]);
  await page.goto("/acme/uptime-monitors/3/update");
  await expect(page.getByRole("heading", { name: "There is no such monitor" })).toBeVisible();
});

test("a deletion that the server refuses is taken back, and said", async ({ page, demo }) => {
  await demo.failNext(`${MONITORS}3/`, 500, 1, { method: "DELETE" });
  await page.goto("/acme/uptime-monitors/3/update");
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await message(page, "will be deleted").getByRole("button", { name: "Dismiss" }).click();
  await expect(message(page, "was not deleted. The server failed")).toBeVisible();
});

test("a heartbeat comes with its address and ready text for many places", async ({ page }) => {
  await page.goto("/acme/uptime-monitors/13/update");
  const part = page.getByRole("region", { name: "Send heartbeats" });
  const endpoint = await part.locator(".copy-line code").innerText();
  expect(endpoint).toMatch(/^https?:\/\/.*\/heartbeat_check\/[0-9a-f-]{36}\/$/);
  await part.getByRole("button", { name: "Copy the address" }).click();
  for (const [name, text] of [
    ["curl", "curl -fsS"],
    ["cron", "* * * * *"],
    ["systemd", "OnUnitActiveSec="],
    ["Python", "urllib.request"],
    ["Node", "fetch("],
    ["Go", "http.Client"],
    ["PowerShell", "Invoke-RestMethod"],
    ["Kubernetes CronJob", "kind: CronJob"],
  ]) {
    await part.getByRole("button", { name, exact: true }).click();
    await expect(part.getByRole("button", { name, exact: true })).toHaveAttribute("aria-pressed", "true");
    await expect(part.locator("pre").filter({ hasText: text })).toHaveCount(1);
    await expect(part.locator("pre").filter({ hasText: endpoint })).toHaveCount(1);
  }
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("an SSL monitor says that this server never finds it up; no project, that nobody is told", async ({ page }) => {
  await page.goto(NEW);
  await expect(page.getByText("Without a project nobody is told")).toBeVisible();
  await page.getByRole("combobox", { name: /^Project/ }).selectOption("Shop API");
  await expect(page.getByText("Without a project nobody is told")).toHaveCount(0);
  await expect(page.getByText("never checks them")).toHaveCount(0);
  await type(page, "SSL").check();
  await expect(page.getByText("never checks them")).toBeVisible();
  await expectAccessible(page);
});

test("on a server that sells plans, the interval says what it adds up to", async ({ page }) => {
  await page.route("**/api/settings/", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), billingEnabled: true } });
  });
  await page.goto(NEW);
  await expect(page.getByText(/43.200 checks a month, which count as 4.320 events/)).toBeVisible();
});

test("who may not change monitors sees why, and a monitor that is not there is said so", async ({ page, demo }) => {
  await page.goto("/acme/uptime-monitors/999999/update");
  await expect(page.getByRole("heading", { name: "There is no such monitor" })).toBeVisible();
  await page.goto(`${NEW}?from=999999`);
  await expect(page.getByRole("heading", { name: "There is no such monitor" })).toBeVisible();
  await page.route(`**${MONITORS}2/`, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), monitorType: "DNS" } });
  });
  await page.goto("/acme/uptime-monitors/2/update");
  await expect(page.getByRole("heading", { name: "This monitor cannot be changed here" })).toBeVisible();
  await page.context().clearCookies({ name: "sessionid" });
  await demo.signIn("mia.member@example.com");
  await page.goto(NEW);
  await expect(page.getByRole("heading", { name: "You may not change monitors here" })).toBeVisible();
  await expectAccessible(page);
});

test("the form works by keyboard alone", async ({ page }) => {
  await page.goto(NEW);
  await expect(create(page)).toBeVisible();
  await type(page, "Ping").focus();
  await page.keyboard.press("ArrowDown");
  await expect(type(page, "GET")).toBeChecked();
  await page.keyboard.press("Tab");
  await expect(field(page, "Name")).toBeFocused();
  await page.keyboard.type("By keyboard");
  await page.keyboard.press("Tab");
  await page.keyboard.type("keyboard.example.com");
  await page.keyboard.press("Tab");
  await expect(field(page, "Expected status")).toBeFocused();
  await expect(field(page, "Address")).toHaveValue("https://keyboard.example.com");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(field(page, "Interval")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(field(page, "Interval")).toHaveValue("30");
  await field(page, "Interval").press("Enter");
  const id = await arrived(page);
  expect(await monitor(page, id)).toMatchObject({ name: "By keyboard", monitorType: "GET", interval: 30 });
});
