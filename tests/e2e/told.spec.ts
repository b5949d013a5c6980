// Told in time: what is down in the tab's name and icon, notifications of the desktop from one tab, quiet hours; and on the
// page of a monitor, who would be told by the server.
import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, openAccount, test } from "./support/glint";

interface Told {
  title: string;
  body: string;
  tag: string;
}

declare global {
  interface Window {
    told: (Told & { onclick: ((event: Event) => void) | null })[];
  }
}

/** Puts a stand-in in place of the browser's notifications: it remembers what was shown, and answers when asked. */
async function standIn(page: Page, answer: "granted" | "denied") {
  await page.context().addInitScript((answer) => {
    window.told = [];
    class StandIn {
      static get permission() {
        return localStorage.getItem("test.permission") ?? "default";
      }
      static async requestPermission() {
        localStorage.setItem("test.permission", answer);
        return answer;
      }
      onclick: ((event: Event) => void) | null = null;
      body: string;
      tag: string;
      constructor(
        public title: string,
        options: { body: string; tag: string },
      ) {
        this.body = options.body;
        this.tag = options.tag;
        window.told.push(this);
      }
      close() {}
    }
    Object.defineProperty(window, "Notification", { value: StandIn, configurable: true, writable: true });
  }, answer);
}

const told = (page: Page) => page.evaluate(() => window.told.map(({ title, body, tag }) => ({ title, body, tag })));
const titles = async (page: Page) => (await told(page)).map(({ title }) => title);
const favicon = (page: Page) => page.locator('link[rel="icon"]');

/** Lets a monitor be found down or up from now on. */
async function turn(page: Page, id: number, up: boolean) {
  const answer = await page.request.post(`/__demo/monitor?id=${id}&up=${up}&reason=1`);
  expect(answer.ok()).toBe(true);
}

async function openNotices(page: Page): Promise<Locator> {
  await openAccount(page);
  await page.getByRole("button", { name: "Notices of monitors" }).click();
  const dialog = page.getByRole("dialog", { name: "Notices" });
  await expect(dialog.getByRole("checkbox").first()).toBeVisible();
  return dialog;
}

/** Turns notifications on. */
async function turnOn(page: Page) {
  const dialog = await openNotices(page);
  await dialog.getByRole("checkbox", { name: /notification of the desktop/ }).check();
  await expect(dialog.getByRole("checkbox", { name: /tab’s name and icon/ })).toBeChecked();
  await dialog.getByRole("button", { name: "Close" }).click();
}

/** Has the list ask again. */
const refresh = (page: Page) => page.getByRole("button", { name: "Refresh" }).click();

/** The list, with everything loaded. */
async function openList(page: Page) {
  await page.goto("/acme/uptime-monitors");
  await expect(page).toHaveTitle(/^\d+ down · Uptime · Glint$/);
}

test.beforeEach(async ({ demo }) => demo.signIn());

test.describe("the tab", () => {
  test("says how many are down as long as uptime is looked at", async ({ page }) => {
    await openList(page);
    await expect(favicon(page)).toHaveAttribute("href", /^icon-down-(\d|more)\.svg$/);
    const icon = await page.request.get(`/${await favicon(page).evaluate((link) => link.getAttribute("href"))}`);
    expect(icon.headers()["content-type"]).toContain("image/svg+xml");
    await page.goto("/acme/issues");
    await expect(page).toHaveTitle(/^(\(\d+\) )?Issues · Acme · Glint$/);
    await expect(favicon(page)).toHaveAttribute("href", "icon.svg");
  });

  test("asks for no monitor on other pages before somebody wants it, and does after", async ({ page, demo }) => {
    await page.goto("/acme/issues");
    await expect(page.getByRole("list", { name: "Issues" })).toBeVisible();
    await page.waitForTimeout(4500);
    expect((await demo.requests()).filter((line) => line.includes("/monitors/"))).toEqual([]);
    const dialog = await openNotices(page);
    await dialog.getByRole("checkbox", { name: /tab’s name and icon/ }).check();
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(page).toHaveTitle(/^\d+ down · .*Issues · Acme · Glint$/, { timeout: 15_000 });
    await page.reload();
    await expect(page).toHaveTitle(/^\d+ down · .*Issues · Acme · Glint$/, { timeout: 15_000 });
    const again = await openNotices(page);
    await again.getByRole("checkbox", { name: /tab’s name and icon/ }).uncheck();
    await expect(page).toHaveTitle(/^(\(\d+\) )?Issues · Acme · Glint$/);
    await expect(favicon(page)).toHaveAttribute("href", "icon.svg");
  });
});

test.describe("notifications", () => {
  test("ask for leave on the click alone, and say so when it is refused", async ({ page }) => {
    await standIn(page, "denied");
    await page.goto("/acme/issues");
    const dialog = await openNotices(page);
    expect(await page.evaluate(() => localStorage.getItem("test.permission"))).toBeNull();
    await expect(dialog.getByRole("button", { name: "Send a test" })).toBeDisabled();
    const box = dialog.getByRole("checkbox", { name: /notification of the desktop/ });
    await box.click();
    await expect(dialog.getByText(/blocks notifications of this site/)).toBeVisible();
    await expect(box).not.toBeChecked();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  test("tell that a monitor went down, why, and that it came up; a click opens it", async ({ page }) => {
    await standIn(page, "granted");
    await openList(page);
    await turnOn(page);
    await turn(page, 2, false);
    await refresh(page);
    await expect.poll(() => titles(page)).toContain("Shop API health is down");
    const down = (await told(page)).find(({ title }) => title === "Shop API health is down");
    expect(down?.body).toMatch(/^Timeout\. Down since .+ · Acme$/);
    await turn(page, 2, true);
    await refresh(page);
    await expect.poll(() => titles(page)).toContain("Shop API health is up again");
    const tags = (await told(page)).filter(({ title }) => title.startsWith("Shop API health")).map(({ tag }) => tag);
    expect(new Set(tags).size, "one takes the place of the other").toBe(1);
    await page.evaluate(() => {
      const first = window.told.find(({ title }) => title.startsWith("Shop API health"));
      first?.onclick?.(new Event("click"));
    });
    await expect(page).toHaveURL(/\/acme\/uptime-monitors\/2$/);
  });

  test("come from one tab, and from the next one when it is closed", async ({ page, context }) => {
    await standIn(page, "granted");
    await openList(page);
    await turnOn(page);
    const other = await context.newPage();
    await openList(other);
    await turn(page, 2, false);
    await refresh(other);
    await expect.poll(() => titles(page)).toContain("Shop API health is down");
    expect((await titles(other)).filter((title) => title.startsWith("Shop API"))).toEqual([]);
    await page.close();
    await turn(other, 2, true);
    await refresh(other);
    await expect.poll(() => titles(other)).toContain("Shop API health is up again");
  });

  test("keep still in the quiet hours", async ({ page }) => {
    await standIn(page, "granted");
    await openList(page);
    await turnOn(page);
    const dialog = await openNotices(page);
    await dialog.getByRole("checkbox", { name: /^Quiet hours/ }).check();
    await dialog.getByLabel("From").fill("00:00");
    await dialog.getByLabel("to", { exact: true }).fill("00:00");
    await dialog.getByLabel("to", { exact: true }).blur();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await dialog.getByRole("button", { name: "Close" }).click();
    const before = (await titles(page)).length;
    await turn(page, 2, false);
    await refresh(page);
    await expect(page.getByRole("link", { name: /Shop API health/ }).first()).toBeVisible();
    await page.waitForTimeout(1500);
    expect((await titles(page)).slice(before)).toEqual([]);
    // What is still down when they end is told then.
    const again = await openNotices(page);
    await expect(again.getByLabel("From")).toHaveValue("00:00");
    await again.getByRole("checkbox", { name: /^Quiet hours/ }).uncheck();
    await again.getByRole("button", { name: "Close" }).click();
    await refresh(page);
    await expect.poll(() => titles(page)).toContain("Shop API health is down");
    const told_ = (await told(page)).find(({ title }) => title === "Shop API health is down");
    expect(told_?.body).toContain("in the quiet hours");
  });

  test("can be tried out by keyboard", async ({ page }) => {
    await standIn(page, "granted");
    await page.goto("/acme/issues");
    const dialog = await openNotices(page);
    const box = dialog.getByRole("checkbox", { name: /notification of the desktop/ });
    await box.focus();
    await page.keyboard.press("Space");
    await expect(box).toBeChecked();
    await dialog.getByRole("button", { name: "Send a test" }).focus();
    await page.keyboard.press("Enter");
    await expect(dialog.getByText(/^Sent\./)).toBeVisible();
    expect(await titles(page)).toContain("Notifications work");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });
});

test.describe("who would be told of a monitor", () => {
  const card = (page: Page) => page.getByRole("region", { name: "Alerts" });
  const open = async (page: Page, id: number) => {
    await page.goto(`/acme/uptime-monitors/${id}`);
    await expect(card(page)).toBeVisible();
  };
  const NOBODY = "Nobody would be told if this monitor went down.";

  test("the alerts about uptime with their recipients", async ({ page }) => {
    await open(page, 2);
    await expect(card(page)).toContainText("Everything to webhooks");
    await expect(card(page)).toContainText("also for errors");
    await expect(card(page)).toContainText(/members of #backend \(\d+\) and #platform-ops \(\d+\)/);
    await expect(card(page)).toContainText("Discord");
    await expect(card(page).getByText(NOBODY)).toHaveCount(0);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  test("alerts about errors alone are none; one by e-mail is created after asking", async ({ page, demo }) => {
    await open(page, 5);
    await expect(card(page)).toContainText(NOBODY);
    await expect(card(page)).toContainText("none of them is about uptime");
    await card(page).getByRole("button", { name: "Tell the team by e-mail" }).click();
    const dialog = page.getByRole("dialog", { name: "Tell the team by e-mail?" });
    await expectAccessible(page);
    await demo.failNext("/api/0/projects/acme/checkout/alerts/", 503, 1, { method: "POST" });
    await dialog.getByRole("button", { name: "Create the alert" }).click();
    await expect(dialog.getByRole("alert")).toContainText("The alert was not created.");
    await dialog.getByRole("button", { name: "Create the alert" }).click();
    await expect(dialog).toBeHidden();
    await expect(card(page)).toContainText("Uptime by e-mail");
    await expect(card(page).getByText(NOBODY)).toHaveCount(0);
    await page.reload();
    await expect(card(page)).toContainText("Uptime by e-mail");
  });

  test("no recipient, no alert, no project", async ({ page }) => {
    await open(page, 17);
    await expect(card(page)).toContainText("it has no recipient");
    await open(page, 4);
    await expect(card(page)).toContainText("This project has no alert.");
    await open(page, 7);
    await expect(card(page)).toContainText("this monitor has none");
    await expect(card(page).getByRole("link", { name: "Choose a project" })).toHaveAttribute(
      "href",
      /\/uptime-monitors\/7\/update$/,
    );
  });

  test("a failure can be tried again", async ({ page, demo }) => {
    await demo.failNext("/api/0/projects/acme/shop-api/alerts/", 500);
    await open(page, 2);
    await card(page).getByRole("button", { name: "Try again" }).click();
    await expect(card(page)).toContainText("Everything to webhooks");
  });
});

test("who may not change the project is offered no alert", async ({ page, demo }) => {
  await demo.expireSession();
  await demo.signIn("mia.member@example.com");
  await page.goto("/acme/uptime-monitors/5");
  const card = page.getByRole("region", { name: "Alerts" });
  await expect(card).toContainText("none of them is about uptime");
  await expect(card.getByRole("button", { name: "Tell the team by e-mail" })).toHaveCount(0);
});
