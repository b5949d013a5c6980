// All projects, in the settings and by themselves; and creating one, as far as the guide that sends its first event.
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, isNarrow, test } from "./support/glint";

const ANNA = "anna.admin@example.com";
const MIA = "mia.member@example.com";
const SAM = "sam.switch@example.com";

const list = (page: Page) => page.locator("#content").getByRole("list", { name: "Projects", exact: true });
const rows = (page: Page) => page.locator(".prj-list").getByRole("listitem");
const row = (page: Page, name: string) => rows(page).filter({ has: page.getByText(name, { exact: true }) });

test("the list says what each project is, who looks after it and how much it sends", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto("/acme/projects");
  await expect(page).toHaveTitle(/^Projects · Glint$/);
  await expect(page.getByRole("heading", { level: 1, name: "Projects" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Settings", exact: true })).toHaveCount(0);
  const shop = row(page, "Shop API");
  await expect(shop).toContainText("Django");
  await expect(shop).toContainText("backend, platform-ops");
  await expect(shop.locator(".prj-volume")).toHaveText(/[\d\s]+ in 24 h\s*[\d\s]+ in 7 d/);
  await expect(shop.getByRole("link", { name: "Issues of Shop API" })).toHaveAttribute("href", /project=1$/);
  const first = rows(page).filter({ hasText: "No event yet" }).first();
  await expect(first.getByRole("link", { name: /^Set it up: / })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.goto("/acme/settings/projects");
  await expect(page.getByRole("navigation", { name: "Settings", exact: true })).toBeVisible();
  await expect(row(page, "Shop API")).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test("what is looked for, chosen and sorted is in the URL and comes back with it", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto("/acme/settings/projects");
  await page.getByRole("searchbox", { name: "Find a project" }).fill("django");
  await expect(row(page, "Shop API")).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await expect(page).toHaveURL(/text=django/);
  await page.getByRole("searchbox", { name: "Find a project" }).fill("");
  await page.getByRole("combobox", { name: "Team" }).selectOption("mobile");
  await expect(page).toHaveURL(/team=mobile/);
  await expect(rows(page)).toHaveCount(4);
  await page.getByRole("combobox", { name: "Sort by" }).selectOption("7d");
  await expect(page).toHaveURL(/sort=7d/);
  await page.reload();
  await expect(rows(page)).toHaveCount(4);
  await expect(page.getByRole("combobox", { name: "Sort by" })).toHaveValue("7d");
  // The most events first, once all are counted.
  const week = async () =>
    (await page.locator(".prj-volume").allInnerTexts()).map((text) => Number(text.split("in 24 h")[1].replace(/\D/g, "").slice(0, -1)));
  await expect.poll(async () => (await week()).every((count, at, all) => !Number.isNaN(count) && (at === 0 || all[at - 1] >= count))).toBe(true);
  await page.goBack();
  await expect(page.getByRole("combobox", { name: "Sort by" })).toHaveValue("name");
  await page.goto("/acme/settings/projects?text=nothing-like-this");
  await page.getByRole("button", { name: "Show all projects" }).click();
  await expect(list(page)).toBeVisible();
  await expect(page.getByRole("searchbox", { name: "Find a project" })).toBeFocused();
});

test("120 projects are all there, the first hundred at once", async ({ page, demo }) => {
  await demo.signIn(SAM);
  await page.goto("/big-team/projects");
  await expect(rows(page)).toHaveCount(100);
  await page.getByRole("button", { name: "Show all 120" }).click();
  await expect(rows(page)).toHaveCount(120);
  // The button is gone: the keyboard goes on at the first of the rows that it showed.
  await expect(rows(page).nth(100)).toBeFocused();
  await expectNoSidewaysScroll(page);
});

test("an admin creates a project with a new team, and comes to the guide with its DSN", async ({ page, demo }) => {
  await demo.signIn(ANNA);
  await page.goto("/acme/projects");
  await page.getByRole("link", { name: "Create project" }).click();
  await expect(page).toHaveURL(/\/acme\/settings\/projects\/new$/);
  const name = page.getByRole("textbox", { name: "Name", exact: true });
  await page.getByRole("button", { name: "Create project" }).click();
  await expect(page.getByText("Give the project a name.").first()).toBeVisible();
  await expect(name).toBeFocused();
  await name.fill("Night shop");
  // Anna’s own teams come first.
  const team = page.getByRole("combobox", { name: "Team", exact: true });
  await expect(team).toHaveValue("frontend");
  await team.selectOption({ label: "A new team…" });
  const fresh = page.getByRole("textbox", { name: "Name of the new team" });
  await fresh.fill("backend");
  await page.getByRole("button", { name: "Create project" }).click();
  await expect(page.getByText(/There is a team “backend” already/).first()).toBeVisible();
  await fresh.fill("Night Crew");
  await expect(fresh).toHaveValue("night-crew");
  await page.getByRole("searchbox", { name: "Find a platform" }).fill("Next.js");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("searchbox", { name: "Find a platform" }).press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(page.getByText("Chosen: Next.js")).toBeVisible();
  await name.press("Enter");
  await expect(page).toHaveURL(/\/acme\/issues\?project=\d+$/);
  await expect(page.getByRole("heading", { name: "Send the first event of Night shop" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Set up Next.js" })).toBeVisible();
  if (!isNarrow(page)) {
    await expect(page.getByRole("list", { name: "Projects", exact: true }).getByText("Night shop")).toBeVisible();
  }
  await page.goto("/acme/projects?team=night-crew");
  await expect(row(page, "Night shop")).toContainText("Next.js");
});

test("what is refused says why, and keeps what was typed", async ({ page, demo }) => {
  await demo.signIn(ANNA);
  await page.goto("/acme/settings/projects/new");
  const name = page.getByRole("textbox", { name: "Name", exact: true });
  await name.fill("Night shop");
  await demo.failNext("/api/0/teams/acme/frontend/projects/", 404, 1, { method: "POST" });
  await name.press("Enter");
  await expect(page.getByText(/^You may not create projects in this team\./)).toBeVisible();
  await expect(name).toHaveValue("Night shop");
  await page.goto("/acme/projects");
  await page.goto("/acme/settings/projects/new");
  await expect(page.getByText("This is what you typed here before and did not save.")).toBeVisible();
  await expect(name).toHaveValue("Night shop");
});

test("a member is told who may create projects", async ({ page, demo }) => {
  await demo.signIn(MIA);
  await page.goto("/acme/projects");
  await page.getByRole("button", { name: /^Create project\. Only an admin/ }).click({ force: true });
  await expect(page.getByRole("status").getByText(/^Only an admin/)).toBeVisible();
  await page.goto("/acme/settings/projects/new");
  await expect(page.getByRole("heading", { name: "You may not create projects here" })).toBeVisible();
  await expectAccessible(page);
});

test("an organization without projects leads to the first one; one that is not there says so", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto("/empty-org/projects");
  await expect(page.getByRole("heading", { name: "This organization has no projects yet" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Create project" }).last()).toHaveAttribute("href", /\/empty-org\/settings\/projects\/new$/);
  await page.goto("/nowhere/projects");
  await expect(page.getByRole("heading", { name: "There is no such organization" })).toBeVisible();
});

test("counts that failed say so, and are asked for again", async ({ page, demo }) => {
  await demo.signIn();
  await demo.failNext("/api/0/organizations/acme/stats_v2/", 503, 2);
  await page.goto("/acme/projects");
  await expect(page.getByText(/^Events of 2 projects could not be counted\./)).toBeVisible();
  await expect(page.locator(".prj-volume").filter({ hasText: "?" })).toHaveCount(2);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText(/could not be counted/)).toHaveCount(0);
  await expect(page.locator(".prj-volume").filter({ hasText: /[?…]/ })).toHaveCount(0);
});

test("teams that could not be had are asked for again, before a project is created", async ({ page, demo }) => {
  await demo.signIn("max.manager@example.com");
  await demo.failNext("/api/0/organizations/acme/", 503, 1, { method: "GET" });
  await page.goto("/acme/settings/projects/new");
  await page.locator(".settings-page").getByRole("button", { name: "Try again" }).click();
  const name = page.getByRole("textbox", { name: "Name", exact: true });
  await name.fill("Night shop");
  await expect(page.getByRole("combobox", { name: "Team", exact: true }).getByRole("option")).not.toHaveCount(1);
  await page.getByRole("link", { name: "Cancel" }).click();
  const dialog = page.getByRole("dialog", { name: "Leave without saving?" });
  await dialog.getByRole("button", { name: "Stay" }).click();
  await expect(name).toHaveValue("Night shop");
  await name.press("Enter");
  await expect(page.getByRole("heading", { name: "Send the first event of Night shop" })).toBeVisible();
});
