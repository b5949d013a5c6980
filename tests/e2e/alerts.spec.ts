// Alerts: those of a project as sentences that are edited in place, their recipients of every type, and the overview of all
// projects.
import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support/glint";

const MEMBER = "mia.member@example.com";

/** The card of an alert, by its name. */
const rule = (page: Page, name: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name, level: 3 }) });

async function openRules(page: Page, project: string) {
  await page.goto(`/acme/settings/projects/${project}/alerts`);
  await expect(page.getByRole("heading", { name: "Alerts", level: 2 })).toBeVisible();
}

async function addRecipient(page: Page, card: Locator, type: string) {
  await card.getByRole("button", { name: "Add recipient" }).click();
  await page.getByRole("group", { name: "Type of recipient" }).getByRole("button", { name: type }).click();
}

/** The alerts of a project, as the server has them. */
async function stored(page: Page, project: string) {
  const answer = await page.request.get(`/api/0/projects/acme/${project}/alerts/`);
  expect(answer.ok()).toBe(true);
  return answer.json();
}

/** Somebody else changes an alert at the same time. */
async function colleague(page: Page, project: string, name: string, change: (alert: any) => object) {
  const alert = (await stored(page, project)).find((one: { name: string }) => one.name === name);
  const token = (await page.context().cookies()).find((cookie) => cookie.name === "csrftoken")?.value ?? "";
  const answer = await page.request.put(`/api/0/projects/acme/${project}/alerts/${alert.id}/`, {
    data: change(alert),
    headers: { "X-CSRFToken": token, Origin: new URL(page.url()).origin },
  });
  expect(answer.status()).toBe(200);
}

test.beforeEach(async ({ demo }) => demo.signIn());

test.describe("the alerts of a project", () => {
  test("one is created, changed and deleted", async ({ page, demo }) => {
    await openRules(page, "shop-web");
    await expect(page.getByText("This project has no alert")).toBeVisible();
    await page.getByRole("button", { name: "New alert" }).click();
    const fresh = rule(page, "New alert");
    await fresh.getByLabel("How many times").fill("0");
    await fresh.getByRole("button", { name: "Create the alert" }).click();
    await expect(fresh.getByText("a whole number, 1 or more").first()).toBeVisible();
    await expect(fresh.getByLabel("How many times")).toBeFocused();
    await fresh.getByLabel("How many times").fill("5");
    await fresh.getByLabel(/^Name/).fill("Errors of the shop");
    await addRecipient(page, fresh, "Discord");
    const dialog = page.getByRole("dialog", { name: "Tell Discord" });
    await dialog.getByRole("button", { name: "Add the recipient" }).click();
    await expect(dialog.getByText("Paste all of it").first()).toBeVisible();
    await expectAccessible(page);
    await dialog.getByLabel("Address").fill("discord.com/api/webhooks/7/abc");
    await dialog.getByRole("button", { name: "Add the recipient" }).click();
    await expect(dialog).toBeHidden();
    await demo.failNext("/api/0/projects/acme/shop-web/alerts/", 503, 1, { method: "POST" });
    await fresh.getByRole("button", { name: "Create the alert" }).click();
    await expect(fresh.getByRole("alert").filter({ hasText: /./ })).toBeVisible();
    await fresh.getByRole("button", { name: "Create the alert" }).click();
    const card = rule(page, "Errors of the shop");
    await expect(card).toBeVisible();
    await expect(card.getByRole("button", { name: "Save" })).toHaveCount(0);
    expect(await stored(page, "shop-web")).toMatchObject([
      {
        name: "Errors of the shop",
        quantity: 5,
        timespanMinutes: 1,
        uptime: false,
        alertRecipients: [
          { recipientType: "email" },
          { recipientType: "discord", url: "https://discord.com/api/webhooks/7/abc" },
        ],
      },
    ]);

    // Only one of two conditions has to be left, and nothing is to be pressed once it is saved.
    await card.getByRole("checkbox", { name: /an issue happens/ }).uncheck();
    await expect(card.getByRole("status").first()).toHaveText("Not saved yet");
    await card.getByRole("button", { name: "Save" }).click();
    await expect(card.getByText("Choose what sets the alert off").first()).toBeVisible();
    await card.getByRole("checkbox", { name: /goes down or comes up/ }).check();
    await card.getByRole("button", { name: "Remove E-mail" }).click();
    await card.getByRole("button", { name: "Save" }).click();
    await expect(card.getByRole("status").first()).toHaveText("Saved");
    await expect(card.getByRole("button", { name: "Save" })).toHaveCount(0);
    await expect(card.getByRole("heading", { level: 3 })).toBeFocused();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.reload();
    await expect(card.getByRole("checkbox", { name: /an issue happens/ })).not.toBeChecked();

    await card.getByRole("button", { name: "Delete Errors of the shop" }).click();
    const question = page.getByRole("dialog", { name: "Delete Errors of the shop?" });
    await expect(question).toContainText("When a monitor goes down or comes up, tell Discord.");
    await question.getByRole("button", { name: "Delete the alert" }).click();
    await expect(page.getByText("This project has no alert")).toBeVisible();
    expect(await stored(page, "shop-web")).toEqual([]);
  });

  test("what is not saved is not left behind unasked, and how often it would have fired is said", async ({ page }) => {
    await openRules(page, "shop-api");
    const card = rule(page, "Errors by mail");
    await expect(card.getByText(/^In the last 7 days it would/)).toBeVisible();
    await card.getByLabel("How many times").fill("9999");
    await expect(card.getByText("In the last 7 days it would not have fired.")).toBeVisible();
    await page.getByRole("link", { name: "Alerts of all projects" }).click();
    const question = page.getByRole("dialog", { name: "Leave without saving?" });
    await question.getByRole("button", { name: "Stay" }).click();
    await expect(card.getByLabel("How many times")).toHaveValue("9999");
    await card.getByRole("button", { name: "Cancel" }).click();
    await expect(card.getByLabel("How many times")).toHaveValue("10");
    await page.getByRole("link", { name: "Alerts of all projects" }).click();
    await expect(page).toHaveURL(/\/acme\/settings\/alerts$/);
  });

  test("a server of 2025 has four types and no tests", async ({ page }) => {
    test.skip(test.info().project.name === "6.1", "it is about the older generation");
    await openRules(page, "shop-api");
    const card = rule(page, "Everything to webhooks");
    await expect(card.getByRole("button", { name: "Edit Webhook hooks.acme.example" })).toBeVisible();
    await expect(page.getByText("does not say which tags its alerts add")).toBeVisible();
    await expect(card.getByRole("button", { name: /^Send a test/ })).toHaveCount(0);
    await card.getByRole("button", { name: "Add recipient" }).click();
    const types = page.getByRole("group", { name: "Type of recipient" });
    await expect(types.getByRole("button")).toHaveText(["E-mail", "Webhook", "Discord", "Google Chat"]);
  });

  test("a member reads only", async ({ page, demo }) => {
    await demo.expireSession();
    await demo.signIn(MEMBER);
    await openRules(page, "shop-api");
    const card = rule(page, "Everything to webhooks");
    await expect(card).toContainText("When a monitor goes down or comes up, tell a webhook and Discord.");
    await expect(card.getByRole("button")).toHaveCount(0);
    // It is not disabled for those who press it: it says why.
    await page.getByRole("button", { name: /^New alert/ }).click({ force: true });
    await expect(page.getByText("Only an admin, a manager or an owner may change projects.").first()).toBeVisible();
  });

  test("what somebody else added meanwhile is not dropped", async ({ page }) => {
    await openRules(page, "shop-api");
    const card = rule(page, "Errors by mail");
    await card.getByLabel("How many times").fill("7");
    const url = "https://hooks.example/theirs";
    await colleague(page, "shop-api", "Errors by mail", (alert) => ({
      ...alert,
      alertRecipients: [...alert.alertRecipients, { recipientType: "webhook", url }],
    }));
    await card.getByRole("button", { name: "Save" }).click();
    await expect(card.getByText("Meanwhile somebody has added Webhook hooks.example.")).toBeFocused();
    await expect(card.getByLabel("How many times")).toHaveValue("7");
    await expect(card.getByRole("button", { name: "Edit Webhook hooks.example" })).toBeVisible();
    await expectAccessible(page);
    await card.getByRole("button", { name: "Save" }).click();
    await expect(card.locator("header").getByRole("status")).toHaveText("Saved");
    const after = (await stored(page, "shop-api")).find((one: { name: string }) => one.name === "Errors by mail");
    expect(after.quantity).toBe(7);
    expect(after.alertRecipients.map((one: { url: string }) => one.url)).toContain(url);
  });

  test("what one may not change is not called gone", async ({ page, demo }) => {
    await openRules(page, "shop-api");
    const card = rule(page, "Errors by mail");
    const { id } = (await stored(page, "shop-api")).find((one: { name: string }) => one.name === "Errors by mail");
    const path = `/api/0/projects/acme/shop-api/alerts/${id}/`;
    await demo.failNext(path, 404, 1, { method: "DELETE" });
    await card.getByRole("button", { name: "Delete Errors by mail" }).click();
    const question = page.getByRole("dialog", { name: "Delete Errors by mail?" });
    await question.getByRole("button", { name: "Delete the alert" }).click();
    await expect(question.getByRole("alert")).toContainText("Only an admin, a manager or an owner may change projects.");
    await page.keyboard.press("Escape");
    await expect(card).toBeVisible();
    await demo.failNext(path, 404, 1, { method: "PUT" });
    await card.getByLabel("How many times").fill("7");
    await card.getByRole("button", { name: "Save" }).click();
    await expect(card.getByText("The server does not let you do this here")).toBeFocused();
    await expect(card.getByLabel("How many times")).toHaveValue("7");
  });

  test("of two new recipients at one address the one goes that was meant", async ({ page }) => {
    await openRules(page, "shop-api");
    const card = rule(page, "Errors by mail");
    for (const type of ["Webhook", "Discord"]) {
      await addRecipient(page, card, type);
      const dialog = page.getByRole("dialog", { name: `Tell ${type}` });
      await dialog.getByLabel("Address").fill("https://hooks.example/same");
      await dialog.getByRole("button", { name: "Add the recipient" }).click();
    }
    await card.getByRole("button", { name: "Remove Webhook hooks.example" }).click();
    await expect(card.getByRole("button", { name: /^Edit Webhook/ })).toHaveCount(0);
    await expect(card.getByRole("button", { name: "Edit Discord hooks.example" })).toBeVisible();
    await expect(card.getByRole("button", { name: /^Edit E-mail/ })).toBeVisible();
  });

  test("what is typed is there again: in the dialog, and in an alert that was begun", async ({ page }) => {
    await openRules(page, "shop-web");
    await page.getByRole("button", { name: "New alert" }).click();
    const fresh = rule(page, "New alert");
    await fresh.getByLabel(/^Name/).fill("Begun");
    await addRecipient(page, fresh, "Webhook");
    const dialog = page.getByRole("dialog", { name: "Tell Webhook" });
    await dialog.getByLabel("Address").fill("https://hooks.example/secret");
    await page.keyboard.press("Escape");
    await addRecipient(page, fresh, "Webhook");
    await expect(dialog.getByText("This is what you typed here before.")).toBeVisible();
    await expect(dialog.getByLabel("Address")).toHaveValue("https://hooks.example/secret");
    await dialog.getByRole("button", { name: "Add the recipient" }).click();
    await page.getByRole("link", { name: "Alerts of all projects" }).click();
    await page.getByRole("dialog", { name: "Leave without saving?" }).getByRole("button", { name: "Leave", exact: true }).click();
    await expect(page).toHaveURL(/\/acme\/settings\/alerts$/);
    await page.goBack();
    await expect(fresh.getByLabel(/^Name/)).toHaveValue("Begun");
    await expect(fresh.getByRole("button", { name: "Edit Webhook hooks.example" })).toBeVisible();
    // The address is as good as a password: it is not left in the browser.
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain("hooks.example");
  });

  test("tags typed here are sent again, although the server of 2025 does not give them back", async ({ page }) => {
    await openRules(page, "shop-api");
    const card = rule(page, "Errors by mail");
    await card.getByRole("button", { name: /^Edit E-mail/ }).click();
    const dialog = page.getByRole("dialog", { name: "Edit E-mail" });
    await dialog.getByLabel(/^Tags to add/).fill("release, environment");
    await dialog.getByRole("button", { name: "Change the recipient" }).click();
    await card.getByRole("button", { name: "Save" }).click();
    await expect(card.getByRole("status").first()).toHaveText("Saved");
    await page.reload();
    await expect(card.getByText("adds release, environment")).toBeVisible();
    const sent = page.waitForRequest((request) => request.method() === "PUT");
    await card.getByLabel("In how many minutes").fill("2");
    await card.getByRole("button", { name: "Save" }).click();
    expect((await sent).postDataJSON().alertRecipients[0].tagsToAdd).toEqual(["release", "environment"]);
  });
});

test.describe("GlitchTip 6.1", () => {
  test.skip(!process.env.GLINT_BASE_URL_6_1, "no server of the newer generation was started");
  test.use({ baseURL: process.env.GLINT_BASE_URL_6_1 });

  test("editing one recipient leaves the others as they are", async ({ page }) => {
    const [before] = (await stored(page, "android-app")).filter(
      (alert: { name: string }) => alert.name === "Mobile on call",
    );
    const zulip = before.alertRecipients.find((one: { recipientType: string }) => one.recipientType === "zulip");
    await openRules(page, "android-app");
    const card = rule(page, "Mobile on call");
    await card.getByRole("button", { name: /^Edit ntfy/ }).click();
    const dialog = page.getByRole("dialog", { name: "Edit ntfy" });
    await dialog.getByLabel("Address").fill("https://ntfy.example/other");
    await dialog.getByRole("button", { name: "Change the recipient" }).click();
    await card.getByRole("button", { name: "Save" }).click();
    await expect(card.getByRole("status").first()).toHaveText("Saved");
    const [after] = (await stored(page, "android-app")).filter(
      (alert: { name: string }) => alert.name === "Mobile on call",
    );
    const kept = after.alertRecipients.find((one: { recipientType: string }) => one.recipientType === "zulip");
    expect([kept.url, kept.config, kept.tagsToAdd]).toEqual([zulip.url, zulip.config, zulip.tagsToAdd]);
    const ntfy = after.alertRecipients.find((one: { recipientType: string }) => one.recipientType === "ntfy");
    expect(ntfy.url).toBe("https://ntfy.example/other");
    expect(after.alertRecipients).toHaveLength(3);

    // Two that are alike are refused, and of two new ones only the one is removed that was meant.
    await addRecipient(page, card, "Webhook");
    const hook = page.getByRole("dialog", { name: "Tell Webhook" });
    await hook.getByLabel("Address").fill("down.hooks.example/1");
    await hook.getByRole("button", { name: "Add the recipient" }).click();
    await addRecipient(page, card, "Webhook");
    await hook.getByLabel("Address").fill("down.hooks.example/1");
    await hook.getByRole("button", { name: "Add the recipient" }).click();
    await expect(hook.getByText("has a recipient like this already")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(card.getByText("Can be tested once it is saved")).toBeVisible();
    await card.getByRole("button", { name: "Save" }).click();
    await expect(card.getByRole("status").first()).toHaveText("Saved");
    await card.getByRole("button", { name: "Send a test to Webhook down.hooks.example" }).click();
    await expect(card.getByText("The test was not sent. Connection refused")).toBeVisible();
    await card.getByRole("button", { name: /^Send a test to ntfy/ }).click();
    await expect(card.getByText(/The server has sent a test/)).toBeVisible();
  });
});

test.describe("the alerts of all projects", () => {
  test("projects of which nobody is told come first, and are helped with one press", async ({ page }) => {
    await page.goto("/acme/settings/alerts");
    await expect(page.getByText(/nobody is told of \d+\.$/)).toBeVisible();
    const gaps = page.getByRole("region", { name: /^Nobody is told/ });
    await expect(gaps).toContainText("It has no alert.");
    await expect(gaps).toContainText("It has alerts, but none of them tells anybody.");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await gaps.getByRole("button", { name: "Tell the team of Shop Web by e-mail of new issues" }).click();
    const told = page.getByRole("region", { name: /^Somebody is told/ });
    const link = told.getByRole("link", { name: "Shop Web" });
    await expect(link).toBeFocused();
    await expect(told).toContainText("New issues by e-mail");
    await link.click();
    await expect(rule(page, "New issues by e-mail")).toBeVisible();
  });

  test("what is looked for is in the URL, and recipients are told apart", async ({ page }) => {
    await page.goto("/acme/settings/alerts?show=recipients");
    const list = page.getByRole("list", { name: "Recipients" });
    await expect(list.getByText("members of #backend", { exact: false }).first()).toBeVisible();
    await page.getByRole("searchbox", { name: "Filter the alerts" }).fill("webhook");
    await expect(page).toHaveURL(/text=webhook/);
    await expect(list.getByText("hooks.acme.example").first()).toBeVisible();
    await expect(list.getByText("E-mail", { exact: true })).toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole("button", { name: "All projects" }).click();
    await expect(page).toHaveURL(/\/acme\/settings\/alerts\?text=webhook$/);
    await expect(page.getByRole("main").getByRole("link", { name: "Shop API" })).toBeVisible();
  });

  test("where there is no such organization it says so", async ({ page }) => {
    await page.goto("/nosuch/settings/alerts");
    await expect(page.getByText("There is no such organization").first()).toBeVisible();
    await expect(page.getByRole("link", { name: "Create a project" })).toHaveCount(0);
  });

  test("what cannot be read is named and asked for again; a member is offered nothing", async ({ page, demo }) => {
    await demo.expireSession();
    await demo.signIn(MEMBER);
    await demo.failNext("/api/0/projects/acme/checkout/alerts/", 503);
    await page.goto("/acme/settings/alerts");
    const failure = page.getByRole("alert").filter({ hasText: "could not be read" });
    await expect(failure).toContainText("checkout");
    await failure.getByRole("button", { name: "Try again" }).click();
    await expect(failure).toBeHidden();
    await expect(page.getByRole("main").getByRole("link", { name: "Checkout" })).toBeVisible();
    await expect(page.getByRole("button", { name: /^Tell the team/ })).toHaveCount(0);
    await expect(page.getByText("Only an admin, a manager or an owner may change projects.").first()).toBeVisible();
  });
});
