// The start: all organizations with their projects and figures, search and stars, the way from nothing to the first event,
// two hundred organizations, and creating one.
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, isNarrow, test } from "./support/glint";

/** The list of organizations, and nothing below it. */
const ORGANIZATIONS = /\/api\/0\/organizations\/(\?[^/]*)?$/;

const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const project = (page: Page, name: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("link", { name, exact: true }) });
const search = (page: Page) => page.getByRole("searchbox", { name: "Search organizations and projects" });
const turn = (page: Page, name: string) => section(page, name).getByRole("button", { name, exact: true });

/** The section of Acme opens by itself: it was open last. */
const openAcme = (page: Page) => page.addInitScript(() => localStorage.setItem("glint.organization", "acme"));

/** The navigation is in a drawer on a narrow screen. */
async function openNavigation(page: Page) {
  if (isNarrow(page)) await page.getByRole("button", { name: "Open the navigation" }).click();
}

/** Opens an organization, unless it is open. */
async function open(page: Page, name: string) {
  await expect(turn(page, name)).toBeVisible();
  // It may open by itself at the same moment, and the press would close it again.
  await expect(async () => {
    if ((await turn(page, name).getAttribute("aria-expanded")) !== "true") await turn(page, name).click();
    await expect(turn(page, name)).toHaveAttribute("aria-expanded", "true", { timeout: 500 });
  }).toPass();
}

test("projects have their figures, and what needs attention comes first", async ({ page, demo }) => {
  await demo.signIn();
  await openAcme(page);
  await page.goto("/");
  await expect(page).toHaveTitle(/Home · Glint$/);
  await expect(turn(page, "Acme")).toHaveAttribute("aria-expanded", "true");
  const shop = project(page, "Shop API");
  await expect(shop.getByRole("img", { name: /errors? in the last 24 hours/ })).toBeVisible();
  await expect(shop.getByText(/errors? in 24 h/)).toBeVisible();
  await expect(shop.getByRole("link", { name: /^[\d\u202f]+\+? open issues? of Shop API$/ })).toBeVisible();
  await expect(shop.getByTitle(/^Created /)).toHaveText("Django");
  await expect(shop.getByTitle(/^Newest release, from .*: shop@/)).toBeVisible();
  await expect(section(page, "Acme").getByRole("status").filter({ hasText: /projects? needs? attention/ })).toBeVisible();
  await expect(section(page, "Acme").getByText(/^as of \d/)).toBeVisible();
  // Whatever has a monitor that is down stands before whatever has not.
  const isInOrder = () =>
    section(page, "Acme")
      .getByRole("list")
      .getByRole("listitem")
      .evaluateAll((rows) => {
        const alarms = rows.map((row) => /monitors? (is|are) down/.test(row.textContent ?? ""));
        return alarms.includes(true) && alarms.lastIndexOf(true) < alarms.indexOf(false);
      });
  await expect.poll(isInOrder).toBe(true);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const asked = await demo.requests();
  expect(asked.filter((request) => /organizations\/wall\//.test(request))).toEqual([]);
  await shop.getByRole("link", { name: /open issues? of Shop API$/ }).click();
  await expect(page).toHaveURL(/\/acme\/issues\?project=1$/);
  await page.goBack();
  await project(page, "Shop API").getByRole("link", { name: "Settings of Shop API" }).click();
  await expect(page).toHaveURL(/\/acme\/settings\/projects\/shop-api$/);
});

test("a figure that does not come says so, and takes nothing along", async ({ page, demo }) => {
  await demo.signIn();
  await openAcme(page);
  await demo.failNext("/api/0/organizations/acme/stats_v2/", 500, 50);
  await demo.failNext("/api/0/organizations/acme/monitors/", 500, 50);
  await page.goto("/");
  await open(page, "Acme");
  const shop = project(page, "Shop API");
  await expect(shop.getByText("Errors: not known")).toBeVisible();
  await expect(shop.getByText("Monitors: not known")).toBeVisible();
  await expect(shop.getByRole("link", { name: /open issues? of Shop API$/ })).toBeVisible();
  await expect(section(page, "Acme").getByText("Not everything could be found out")).toBeVisible();
  await demo.failNext("/api/0/projects/", 503);
  await page.goto("/?text=shop");
  // What a search finds is not known without projects, and is not denied.
  await expect(page.getByRole("heading", { name: "No organization is called so" })).toBeVisible();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(shop).toBeVisible();
});

test("nothing is said of a search before the projects are here", async ({ page, demo }) => {
  await demo.signIn();
  let answer = () => {};
  const isWanted = new Promise<void>((resolve) => (answer = resolve));
  await page.route(/\/api\/0\/projects\/(\?|$)/, async (route) => {
    await isWanted;
    await route.fallback();
  });
  await page.goto("/?text=shop%20api");
  await expect(search(page)).toHaveValue("shop api");
  await expect(page.getByRole("main").getByText("Loading").first()).toBeAttached();
  await expect(page.getByRole("heading", { name: /is called so/ })).toHaveCount(0);
  answer();
  await expect(project(page, "Shop API")).toBeVisible();
});

test("more errors than usual are said, and what is refused altogether", async ({ page, demo }) => {
  await demo.signIn();
  await openAcme(page);
  await page.route(/stats_v2\/.*project=12(&|$)/, async (route) => {
    const hour = 3_600_000;
    const now = Math.floor(Date.now() / hour) * hour;
    const hours = Array.from({ length: 24 }, (_, at) => now - (23 - at) * hour);
    const counts = hours.map((_, at) => (at > 20 ? 40 : 1));
    await route.fulfill({
      json: {
        intervals: hours.map((at) => new Date(at).toISOString()),
        groups: [{ series: { "sum(quantity)": counts } }],
      },
    });
  });
  await page.route(ORGANIZATIONS, async (route) => {
    const answer = await route.fetch();
    const all = (await answer.json()) as { slug: string; isAcceptingEvents: boolean }[];
    for (const one of all) one.isAcceptingEvents = one.slug !== "globex";
    await route.fulfill({ response: answer, json: all });
  });
  await page.goto("/");
  const loud = page.getByRole("listitem").filter({ hasText: "More errors than usual: 120 in 3 hours" });
  await expect(loud).toHaveCount(1);
  await expect(section(page, "Globex Corporation").getByText("Everything sent to it is refused")).toBeVisible();
  await expect(section(page, "Acme").getByText("Everything sent to it is refused")).toHaveCount(0);
});

test("the order waits while the list is used, and can be had at once", async ({ page, demo }) => {
  await demo.signIn();
  await openAcme(page);
  let answer = () => {};
  const isWanted = new Promise<void>((resolve) => (answer = resolve));
  await page.route(/organizations\/acme\/monitors\//, async (route) => {
    await isWanted;
    await route.fallback();
  });
  await page.goto("/");
  const list = section(page, "Acme").getByRole("list").first();
  const first = list.getByRole("listitem").first();
  await expect(first).toContainText("Android App");
  await first.getByRole("link", { name: "Android App", exact: true }).focus();
  answer();
  const now = section(page, "Acme").getByRole("button", { name: /^Show (it|them) first$/ });
  await expect(now).toBeVisible();
  await expect(first).toContainText("Android App");
  await expectAccessible(page);
  await now.click();
  await expect(first).toContainText(/monitors? (is|are) down/);
  await expect(first.getByRole("link").first()).toBeFocused();
  await expect(now).toHaveCount(0);
});

test("more than a thousand monitors are counted to the end", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto("/");
  await open(page, "Wall of monitors");
  const wall = section(page, "Wall of monitors");
  await expect(wall.getByRole("link", { name: /monitors? (is|are) down$/ }).first()).toBeVisible();
  await expect(wall.getByText(/not (all )?known/)).toHaveCount(0);
  await expect(wall.getByText(/^as of/)).toBeVisible({ timeout: 30_000 });
  await expect(wall.getByText(/\d\+ monitors/)).toHaveCount(0);
  const pages = (await demo.requests()).filter((line) => line.includes("organizations/wall/monitors/"));
  expect(pages.length).toBeGreaterThan(10);
});

test("figures that are old are asked for again when the page comes to the front", async ({ page, demo }) => {
  await demo.signIn();
  await openAcme(page);
  await page.goto("/");
  await expect(section(page, "Acme").getByText(/^as of/)).toBeVisible();
  const asked = async () => (await demo.requests()).filter((line) => /acme\/stats_v2\//.test(line)).length;
  const before = await asked();
  const comeBack = (ms: number) =>
    page.evaluate((ms) => {
      const now = Date.now;
      Date.now = () => now() + ms;
      document.dispatchEvent(new Event("visibilitychange"));
    }, ms);
  await comeBack(1_000);
  await page.waitForTimeout(500);
  expect(await asked()).toBe(before);
  await comeBack(3_600_000);
  await expect.poll(asked).toBe(2 * before);
  await expect(project(page, "Shop API").getByText(/errors? in 24 h/)).toBeVisible();
});

test("a search is in the URL, a star stays and comes first", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto("/");
  await search(page).fill("brand new");
  await expect(page).toHaveURL(/\?text=brand%20new$/);
  await expect(page.getByRole("status").filter({ hasText: "1 project in 1 organization" })).toBeVisible();
  await expect(section(page, "Acme")).toHaveCount(0);
  const fresh = project(page, "Brand New");
  await expect(fresh.getByText("No event yet")).toBeVisible();
  await fresh.getByRole("button", { name: "Star Brand New" }).click();
  await expect(fresh.getByRole("button", { name: "Star Brand New" })).toHaveAttribute("aria-pressed", "true");
  await expect(fresh.getByRole("button", { name: "Star Brand New" })).toBeFocused();
  await page.reload();
  await expect(search(page)).toHaveValue("brand new");
  await search(page).fill("nothing is called so");
  await expect(page.getByRole("heading", { name: "Nothing is called so" })).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(page.getByRole("main").getByRole("region").first()).toHaveAccessibleName("Globex Corporation");
  await expect(section(page, "Globex Corporation").getByRole("listitem").first()).toContainText("Brand New");
  await project(page, "Brand New").getByRole("link", { name: "Set up Brand New" }).click();
  await expect(page).toHaveURL(/\/globex\/issues\?project=15$/);
});

test("an organization with a star comes first, and stays there", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto("/");
  const first = page.getByRole("main").getByRole("region").first();
  await expect(first).toHaveAccessibleName("Acme");
  const star = section(page, "Wall of monitors").getByRole("button", { name: "Star Wall of monitors" });
  await star.click();
  await expect(first).toHaveAccessibleName("Wall of monitors");
  await expect(star).toBeFocused();
  await page.reload();
  await expect(first).toHaveAccessibleName("Wall of monitors");
  await star.click();
  await expect(first).toHaveAccessibleName("Acme");
});

test("a platform is found by its name", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto("/");
  await search(page).fill("django");
  await expect(project(page, "Shop API")).toBeVisible();
  await search(page).fill("express");
  await expect(project(page, "Checkout")).toBeVisible();
  await expect(project(page, "Shop API")).toHaveCount(0);
});

for (const [who, email, mayCreate] of [
  ["a manager", "max.manager@example.com", true],
  ["an admin", "anna.admin@example.com", true],
] as const) {
  test(`${who} sees the projects and may create some`, async ({ page, demo }) => {
    await demo.signIn(email);
    await page.goto("/");
    await open(page, "Acme");
    await expect(project(page, "Shop Web").getByText(/errors? in 24 h/)).toBeVisible();
    await expect(section(page, "Acme").getByRole("link", { name: "Create project" })).toHaveCount(mayCreate ? 1 : 0);
  });
}

test("a new name and a deletion are on the start page at once, also when asking again fails", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto("/acme/settings");
  const name = page.getByRole("textbox", { name: "Name", exact: true });
  await expect(name).toHaveValue("Acme");
  await openNavigation(page);
  // The list is loaded, and every later answer fails.
  await page.getByRole("button", { name: "Organization: Acme" }).click();
  await expect(page.locator("#organizations").getByRole("link", { name: /Globex/ })).toBeVisible();
  await page.route(ORGANIZATIONS, (route) => route.fulfill({ status: 503, json: {} }));
  await page.keyboard.press("Escape");
  if (isNarrow(page)) await page.keyboard.press("Escape");
  await name.fill("Acme & Daughters");
  await name.press("Enter");
  const goHome = async () => {
    await openNavigation(page);
    await page.getByRole("link", { name: "Home", exact: true }).click();
  };
  await expect(page.getByText("The organization is called “Acme & Daughters” now")).toBeVisible();
  await goHome();
  await expect(turn(page, "Acme & Daughters")).toBeVisible();
  await page.goBack();
  await page.getByRole("button", { name: "Delete the organization" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete this organization?" });
  await dialog.getByRole("textbox").fill("Acme & Daughters");
  await dialog.getByRole("textbox").press("Enter");
  await expect(page.getByRole("heading", { name: "Home", exact: true })).toBeVisible();
  await expect(turn(page, "Globex Corporation")).toBeVisible();
  await expect(section(page, "Acme & Daughters")).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.getItem("glint.organization"))).not.toBe("acme");
});

test("a member sees why issues are not theirs to see and projects not theirs to create", async ({ page, demo }) => {
  await demo.signIn("mia.member@example.com");
  await page.goto("/");
  await open(page, "Acme");
  const create = section(page, "Acme").getByRole("button", { name: /^Create project\. Only an admin/ });
  await expect(create).toHaveAttribute("aria-disabled", "true");
  const android = project(page, "Android App");
  await expect(android.getByRole("button", { name: /^Issues\. You are in no team/ })).toBeVisible();
  // Once all figures are here the rows stand still.
  await expect(section(page, "Acme").getByText(/^as of \d/)).toBeVisible();
  await android.getByRole("link", { name: "Android App", exact: true }).click();
  await expect(page).toHaveURL(/\/acme\/settings\/projects\/android-app$/);
});

test("from nothing to a project: each step says which one it is", async ({ page, demo }) => {
  await demo.signIn("nora.new@example.com");
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "You are in no organization yet" })).toBeVisible();
  await expect(page.getByText("Step 1 of 3")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("main").getByRole("link", { name: "Create organization" }).click();
  await expect(page).toHaveURL(/\/organizations\/new$/);
  await expect(page.getByText("This is the first step of 3")).toBeVisible();
  await expectAccessible(page);
  const create = page.getByRole("button", { name: "Create organization" });
  await create.click();
  await expect(page.getByText("Give the organization a name.").first()).toBeVisible();
  const name = page.getByRole("textbox", { name: "Name" });
  await expect(name).toBeFocused();
  await name.fill("Nora’s <b>house</b>");
  await demo.failNext("/api/0/organizations/", 403, 1, { method: "POST" });
  await create.click();
  await expect(page.getByText(/Creating organizations is turned off/)).toBeVisible();
  await expect(name).toHaveValue("Nora’s <b>house</b>");
  await name.press("Enter");
  await expect(page).toHaveURL(/\/settings\/projects\/new$/);
  await page.goto("/");
  await expect(page.getByText("Step 2 of 3")).toBeVisible();
  await expect(section(page, "Nora’s <b>house</b>")).toBeVisible();
});

test.describe("where creating is turned off", () => {
  test.beforeEach(({ page }) => page.request.post("/__demo/quirk?name=no-creation&on=1").then(() => {}));

  test("it is explained instead of offered", async ({ page, demo }) => {
    await demo.signIn("max.manager@example.com");
    await page.goto("/organizations/new");
    await expect(page.getByRole("heading", { name: "You may not create an organization" })).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Name" })).toHaveCount(0);
    await expectAccessible(page);
    await page.goto("/");
    const create = page.getByRole("main").getByRole("button", { name: /^Create organization\. Creating organizations is/ });
    await expect(create).toHaveAttribute("aria-disabled", "true");
  });

  test("a superuser may", async ({ page, demo }) => {
    await demo.signIn();
    await page.goto("/");
    await page.getByRole("main").getByRole("link", { name: "Create organization" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("By decree");
    await page.getByRole("button", { name: "Create organization" }).click();
    await expect(page).toHaveURL(/\/by-decree\/settings\/projects\/new$/);
  });

  test("only the very first is taken from anybody", async ({ page, demo }) => {
    await demo.signIn("nora.new@example.com");
    await page.goto("/");
    await page.getByRole("link", { name: "The first one can always be created." }).click();
    await page.getByRole("button", { name: "This server is new: create the first one" }).click();
    const name = page.getByRole("textbox", { name: "Name" });
    await name.fill("The first");
    await name.press("Enter");
    await expect(page.getByText(/Creating organizations is turned off/)).toBeVisible();
    await expect(name).toHaveValue("The first");
    await page.request.post("/__demo/quirk?name=no-organizations&on=1");
    await name.press("Enter");
    await expect(page).toHaveURL(/\/the-first\/settings\/projects\/new$/);
  });
});

test.describe("with 200 organizations", () => {
  test.beforeEach(async ({ demo }) => demo.signIn("sam.switch@example.com"));

  test("only what is opened is asked about, and all can be found", async ({ page, demo }) => {
    await page.goto("/");
    await expect(page.getByRole("button", { name: "Show all 200 organizations" })).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: "in 200 organizations" })).toBeVisible();
    await expectNoSidewaysScroll(page);
    const details = async () => {
      const asked = (await demo.requests()).map((request) => /organizations\/([^/?]+)\//.exec(request)?.[1]);
      return new Set(asked.filter(Boolean)).size;
    };
    await expect.poll(details, "organizations with figures").toBe(1);
    await page.waitForTimeout(500);
    expect(await details()).toBe(1);
    await page.getByRole("button", { name: "Show all 200 organizations" }).click();
    await expect(page.locator(".home-org").nth(100).getByRole("button").first()).toBeFocused();
    await search(page).fill("big team");
    await expect(turn(page, "Big Team")).toHaveAttribute("aria-expanded", "true");
  });

  test("more projects follow those that stand there", async ({ page }) => {
    await page.goto("/?text=big%20team");
    const rows = section(page, "Big Team").getByRole("list").getByRole("listitem");
    await expect(rows).toHaveCount(24);
    await expect(section(page, "Big Team").getByText(/^Of 24 shown, none needs attention$/)).toBeVisible();
    const names = () => rows.evaluateAll((rows) => rows.map((row) => row.querySelector("a")?.textContent));
    const before = await names();
    await section(page, "Big Team").getByRole("button", { name: "Show 24 more" }).click();
    await expect(rows).toHaveCount(48);
    expect((await names()).slice(0, 24)).toEqual(before);
    await expect(rows.nth(24).getByRole("link").first()).toBeFocused();
  });

  test("a list that does not come can be asked for again in the switcher", async ({ page }) => {
    let failures = 2;
    await page.route(ORGANIZATIONS, (route) =>
      failures-- > 0 ? route.fulfill({ status: 503, json: {} }) : route.fallback(),
    );
    await page.goto("/big-team/settings/members");
    await openNavigation(page);
    await page.getByRole("button", { name: "Organization: Big Team" }).click();
    await page.locator("#organizations").getByRole("button", { name: "Try again" }).click();
    await expect(page.locator("#organizations").getByRole("link", { name: "Amber Bakery" })).toBeVisible();
  });

  test("the switcher filters, goes by keyboard and keeps the section", async ({ page }) => {
    await page.goto("/big-team/settings/members");
    await openNavigation(page);
    const button = page.getByRole("button", { name: "Organization: Big Team" });
    await button.focus();
    await page.keyboard.press("Enter");
    const field = page.getByRole("searchbox", { name: "Filter the organizations" });
    await expect(field).toBeFocused();
    // Nothing is typed yet: Enter does not go anywhere.
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/big-team\/settings\/members$/);
    await expect(page.getByRole("link", { name: "Big Team", exact: true })).toHaveAttribute("aria-current", "true");
    await page.keyboard.type("amber b");
    await expect(page.getByText("1 organization found")).toBeAttached();
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("link", { name: "Amber Bakery" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(button).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(field).toBeFocused();
    await expect(field).toHaveValue("");
    await page.keyboard.type("amber b");
    await expect(page.getByText("1 organization found")).toBeAttached();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/amber-bakery\/settings\/members$/);
    await openNavigation(page);
    await page.getByRole("button", { name: "Organization: Amber Bakery" }).click();
    await page.getByRole("link", { name: "All organizations" }).click();
    await expect(page.getByRole("heading", { name: "Home", exact: true })).toBeVisible();
    await expect(turn(page, "Amber Bakery")).toHaveAttribute("aria-expanded", "true");
  });
});
