// Usage as either generation tells it, and the plan where plans are sold: what it is, choosing another, the way back from
// the payment provider, and who may.
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support/glint";
import type { Page } from "@playwright/test";

const USAGE = "/acme/settings/subscription";
/** An owner, but not the one whose the account is. */
const OTHER_OWNER = "olivia.owner@example.com";

const part = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const isNewer = () => test.info().project.name === "6.1";

/** Turns billing on: which plan, and how many percent of it are used. */
async function sell(page: Page, subscription: string, used?: number) {
  const more = used === undefined ? "" : `&used=${used}`;
  const answer = await page.request.post(`/__demo/billing?on=1&subscription=${subscription}${more}`);
  expect(answer.ok()).toBe(true);
}

test.describe("on a server of one's own", () => {
  test("usage is shown as far as the server tells it", async ({ page, demo }) => {
    await demo.signIn();
    await page.goto(USAGE);
    await expect(page.getByRole("heading", { level: 1, name: "Usage", exact: true })).toBeVisible();
    const usage = part(page, "Usage");
    const days = part(page, "Day by day");
    if (isNewer()) {
      await expect(usage).toContainText("The period before");
      await expect(usage).toContainText("This month in all");
      await expect(days.getByRole("slider", { name: /Usage by day/ })).toBeVisible();
    } else {
      await expect(usage).toContainText("one sum for each kind");
      await expect(days).toContainText("This server does not say what came in day by day.");
    }
    const kinds = part(page, "By kind").getByRole("table");
    await expect(kinds.getByRole("row")).toHaveCount(isNewer() ? 6 : 5);
    await part(page, "By kind").getByText("What counts as an event").click();
    await expect(part(page, "By kind")).toContainText("Ten checks of a monitor count as one event.");
    await expect(part(page, "Plan")).toHaveCount(0);
    await expect(part(page, "Plans")).toHaveCount(0);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  test("a server that counts nothing says so, and one that fails is asked again", async ({ page, demo }) => {
    await demo.signIn();
    await page.route(/events_count/, (route) => route.fulfill({ status: 404, json: { detail: "Not Found" } }));
    await page.goto(USAGE);
    await expect(part(page, "Usage")).toContainText("This server does not say what came in.");
    await page.unroute(/events_count/);
    await page.route(/events_count/, (route) => route.fulfill({ status: 503, body: "" }));
    await page.goto(USAGE);
    await expect(part(page, "Usage").getByRole("alert")).toBeVisible();
    await page.unroute(/events_count/);
    await part(page, "Usage").getByRole("button", { name: "Try again" }).click();
    await expect(part(page, "By kind").getByRole("table")).toBeVisible();
  });
});

test.describe("where plans are sold", () => {
  const choose = (page: Page, name: string) => part(page, "Plans").getByRole("button", { name: `Choose ${name}` });

  test("the free plan is taken at once", async ({ page, demo }) => {
    await demo.signIn();
    await sell(page, "none");
    await page.goto(USAGE);
    await expect(page.getByRole("heading", { level: 1, name: "Plan and usage" })).toBeVisible();
    await expect(part(page, "Plan")).toContainText("has no plan");
    await choose(page, "Free").click();
    await expect(part(page, "Plan")).toContainText("The plan is active.");
    await expect(part(page, "Plans").getByRole("listitem").filter({ hasText: "Your plan" })).toContainText("Free");
    await expect(page.getByRole("heading", { level: 2, name: "Plan", exact: true })).toBeFocused();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  test("a plan that costs something is paid for elsewhere, and is there on the way back", async ({ page, demo }) => {
    await demo.signIn();
    await sell(page, "free");
    await page.goto(USAGE);
    if (isNewer()) {
      await part(page, "Plans").getByRole("button", { name: "Annual" }).click();
      await expect(part(page, "Plans")).toContainText("150.00 a year");
      await choose(page, "Small").click();
      await expect(page.getByText("Thank you. The plan is “Small” now.")).toBeVisible({ timeout: 20_000 });
      await expect(page).toHaveURL(/\/settings\/subscription$/);
      await expect(part(page, "Plan")).toContainText("Small");
    } else {
      await choose(page, "Small").click();
      await expect(part(page, "Plans").getByRole("alert")).toContainText("cannot be opened from here");
      await expect(page).toHaveURL(/\/settings\/subscription$/);
    }
  });

  test("a payment that does not come through is waited for, and then said", async ({ page, demo }) => {
    await demo.signIn();
    await sell(page, "free");
    await page.goto(`${USAGE}?session_id=cs_1`);
    await expect(page.getByText("Waiting for what you did there")).toBeVisible();
    await expect(page.getByText("The payment has not come through yet.")).toBeVisible({ timeout: 20_000 });
    await expect(page).toHaveURL(/\/settings\/subscription$/);
  });

  test("what is owed is said, and settled at the payment provider", async ({ page, demo }) => {
    await demo.signIn();
    await sell(page, "past_due");
    await page.goto(USAGE);
    await expect(part(page, "Plan")).toContainText("A payment did not come through.");
    await expect(part(page, "Plans").getByRole("button", { name: /^Choose/ })).toHaveCount(0);
    await part(page, "Plan").getByRole("button", { name: "Manage at the payment provider" }).click();
    // Not the line that says that it waits.
    await expect(page.getByText(/^Back from the payment provider\. The plan is/)).toBeVisible({ timeout: 30_000 });
    await expect(page).toHaveURL(/\/settings\/subscription$/);
    await expect(part(page, "Plan")).toContainText("The plan is active.");
  });

  test("a limit that is near is marked, and beyond it is said what is dropped", async ({ page, demo }) => {
    await demo.signIn();
    await sell(page, "paid", 85);
    await page.goto(USAGE);
    await expect(part(page, "Usage")).toContainText("Near the limit.");
    await expect(part(page, "Usage").getByRole("progressbar", { name: "Part of the plan’s limit" })).toBeVisible();
    await sell(page, "paid", 120);
    await page.goto(USAGE);
    await expect(page.getByText("10 of 100 events are dropped.").first()).toBeVisible();
    await page.goto("/acme/settings");
    await page.getByRole("link", { name: "See usage" }).click();
    await expect(part(page, "Usage")).toContainText("The limit is used up");
  });

  test("only the account owner may change the plan", async ({ page, demo }) => {
    await demo.signIn(OTHER_OWNER);
    await sell(page, "free");
    await page.goto(USAGE);
    await expect(part(page, "Plan")).toContainText("Only the account owner may change the plan. That is admin@example.com.");
    const manage = part(page, "Plan").getByRole("button", { name: /^Manage/ });
    await expect(manage).toHaveAttribute("aria-disabled", "true");
    await part(page, "Plans").getByRole("button", { name: /^Choose/ }).first().click({ force: true });
    expect((await demo.requests()).some((line) => line.startsWith("POST /api/0/stripe/"))).toBe(false);
  });

  test("while events are dropped it is said over any page, until it is dismissed", async ({ page, demo }) => {
    await demo.signIn("mia.member@example.com");
    await sell(page, "paid", 120);
    await page.goto("/acme/issues");
    const notice = page.getByRole("region", { name: "Dropped events" });
    await expect(notice).toContainText("10 of 100 events are dropped.");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await notice.getByRole("link", { name: "See the plan" }).click();
    await expect(part(page, "Usage")).toContainText("The limit is used up. 10 of 100 events are dropped.");
    await expect(notice).toHaveCount(0);
    await page.goBack();
    await notice.getByRole("button", { name: "Dismiss" }).click();
    await expect(notice).toHaveCount(0);
    await page.goto("/acme/settings/teams");
    await expect(notice).toBeVisible();
  });

  test("an owner is led to the plan of an organization that has none, and may go elsewhere", async ({ page, demo }) => {
    await demo.signIn();
    await sell(page, "none");
    await page.goto("/acme/issues");
    await expect(page).toHaveURL(/\/acme\/settings\/subscription$/);
    await expect(page.getByRole("region", { name: "Advice" })).toContainText("costs nothing");
    await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Teams" }).click();
    await expect(page).toHaveURL(/\/acme\/settings\/teams$/);
    await demo.expireSession();
    await demo.signIn("max.manager@example.com");
    await page.goto("/acme/settings/members");
    await expect(page.getByRole("region", { name: "Dropped events" })).toContainText("All events are dropped.");
    await expect(page).toHaveURL(/\/acme\/settings\/members$/);
  });

  test("what is left of a limit is advised about, and the next plan offered", async ({ page, demo }) => {
    await demo.signIn();
    await sell(page, "free", 200);
    await page.goto(USAGE);
    const advice = page.getByRole("region", { name: "Advice" });
    await expect(advice).toContainText("Events are being lost: 50 of 100 are dropped.");
    await expect(advice.getByRole("button", { name: /^Choose/ })).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  for (const [plan, said] of [
    ["trialing", "The plan is being tried out."],
    ["canceled", "The plan was cancelled."],
  ]) {
    test(`a plan that is ${plan} is called so`, async ({ page, demo }) => {
      await demo.signIn();
      await sell(page, plan);
      await page.goto(USAGE);
      await expect(part(page, "Plan")).toContainText(said);
      const manage = part(page, "Plan").getByRole("button", { name: /^Manage/ });
      await expect(manage).toHaveCount(plan === "canceled" ? 0 : 1);
    });
  }

  for (const who of ["max.manager@example.com", "anna.admin@example.com", "mia.member@example.com"]) {
    test(`${who} reads the plan and is told who may change it`, async ({ page, demo }) => {
      await demo.signIn(who);
      await sell(page, "free");
      await page.goto(USAGE);
      await expect(part(page, "Plan")).toContainText("The plan is active.");
      await expect(part(page, "Plan").getByRole("button", { name: /^Manage/ })).toHaveAttribute("aria-disabled", "true");
    });
  }

  test("an address that is no web address is not opened", async ({ page, demo }) => {
    await demo.signIn();
    await sell(page, "free");
    await page.route(/create-billing-portal/, (route) => route.fulfill({ json: { url: "javascript:alert(1)" } }));
    await page.goto(USAGE);
    await part(page, "Plan").getByRole("button", { name: "Manage at the payment provider" }).click();
    await expect(part(page, "Plan").getByRole("alert")).toContainText("was not opened");
  });
});
