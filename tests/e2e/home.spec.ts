// The start: all organizations with their projects and figures, search and stars, the way from nothing to the first event,
// two hundred organizations, and creating one.
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support/glint";

const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const project = (page: Page, name: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("link", { name, exact: true }) });
const search = (page: Page) => page.getByRole("searchbox", { name: "Search organizations and projects" });
const turn = (page: Page, name: string) => section(page, name).getByRole("button", { name, exact: true });

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
  await page.addInitScript(() => localStorage.setItem("glint.organization", "acme"));
  await page.goto("/");
  await expect(page).toHaveTitle(/Home · Glint$/);
  await expect(turn(page, "Acme")).toHaveAttribute("aria-expanded", "true");
  const shop = project(page, "Shop API");
  await expect(shop.getByRole("img", { name: /events? in the last 24 hours/ })).toBeVisible();
  await expect(shop.getByText(/errors? in 24 h/)).toBeVisible();
  await expect(shop.getByRole("link", { name: /^[\d\u202f]+\+? open issues? of Shop API$/ })).toBeVisible();
  await expect(section(page, "Acme").getByText(/projects? needs? attention|Nothing here needs attention/)).toBeAttached();
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
  await page.addInitScript(() => localStorage.setItem("glint.organization", "acme"));
  await demo.failNext("/api/0/organizations/acme/stats_v2/", 500, 50);
  await demo.failNext("/api/0/organizations/acme/monitors/", 500, 50);
  await page.goto("/");
  await open(page, "Acme");
  const shop = project(page, "Shop API");
  await expect(shop.getByText("Errors: not known")).toBeVisible();
  await expect(shop.getByText("Monitors: not known")).toBeVisible();
  await expect(shop.getByRole("link", { name: /open issues? of Shop API$/ })).toBeVisible();
  await demo.failNext("/api/0/projects/", 503, 5);
  await page.reload();
  await expect(turn(page, "Acme")).toBeVisible();
  await page.getByRole("button", { name: "Try again" }).click();
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

test("a member sees why issues are not theirs to see and projects not theirs to create", async ({ page, demo }) => {
  await demo.signIn("mia.member@example.com");
  await page.goto("/");
  await open(page, "Acme");
  const create = section(page, "Acme").getByRole("button", { name: /^Create project\. Only an admin/ });
  await expect(create).toHaveAttribute("aria-disabled", "true");
  const android = project(page, "Android App");
  await expect(android.getByRole("button", { name: /^Issues\. You are in no team/ })).toBeVisible();
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

test("where creating is turned off, it is explained instead of offered", async ({ page, demo }) => {
  await page.route("**/api/settings/", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), enableOrganizationCreation: false } });
  });
  await demo.signIn("max.manager@example.com");
  await page.goto("/organizations/new");
  await expect(page.getByRole("heading", { name: "You may not create an organization" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveCount(0);
  await expectAccessible(page);
});

test.describe("with 200 organizations", () => {
  test.beforeEach(async ({ demo }) => demo.signIn("sam.switch@example.com"));

  test("only what is opened is asked about, and all can be found", async ({ page, demo }) => {
    await page.goto("/");
    await expect(page.getByRole("button", { name: "Show all 200 organizations" })).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: "in 200 organizations" })).toBeVisible();
    await expectNoSidewaysScroll(page);
    const asked = (await demo.requests()).filter((request) => request.includes("/api/0/organizations/"));
    const details = new Set(asked.map((request) => /organizations\/([^/?]+)\//.exec(request)?.[1]).filter(Boolean));
    expect(details.size, "organizations with figures").toBeLessThanOrEqual(1);
    await search(page).fill("big team");
    await expect(turn(page, "Big Team")).toHaveAttribute("aria-expanded", "true");
  });

  test("the switcher filters, goes by keyboard and keeps the section", async ({ page }) => {
    await page.goto("/big-team/settings/members");
    const button = page.getByRole("button", { name: "Organization: Big Team" });
    await button.focus();
    await page.keyboard.press("Enter");
    const field = page.getByRole("searchbox", { name: "Filter the organizations" });
    await expect(field).toBeFocused();
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
    await page.getByRole("button", { name: "Organization: Amber Bakery" }).click();
    await page.getByRole("link", { name: "All organizations" }).click();
    await expect(page.getByRole("heading", { name: "Home", exact: true })).toBeVisible();
    await expect(turn(page, "Amber Bakery")).toHaveAttribute("aria-expanded", "true");
  });
});

test.describe("at 390 px", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("nothing scrolls sideways", async ({ page, demo }) => {
    await demo.signIn();
    await page.goto("/");
    await open(page, "Acme");
    await expect(project(page, "Shop API").getByText(/errors? in 24 h/)).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});
