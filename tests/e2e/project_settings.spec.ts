// The settings of a project: each section, as an admin, and what a member sees of them.
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, isNarrow, test } from "./support/glint";

const ANNA = "anna.admin@example.com";
const MIA = "mia.member@example.com";
const SHOP = "/acme/settings/projects/shop-api";

const parts = (page: Page) => page.getByRole("navigation", { name: "Settings of the project" });
const part = (page: Page, name: string) => parts(page).getByRole("link", { name, exact: true });
const item = (page: Page, name: string, text: string) =>
  page.getByRole("list", { name, exact: true }).getByRole("listitem").filter({ hasText: text });

test("a project is renamed and throttled, and everything follows", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto(SHOP);
  await expect(page).toHaveTitle(/^General · Shop API · Glint$/);
  const name = page.getByRole("textbox", { name: "Name", exact: true });
  await name.fill("x".repeat(65));
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/A name has at most 64 characters/).first()).toBeVisible();
  await name.fill("Shop backend");
  await page.getByRole("button", { name: "Platform: Django" }).click();
  // What is called like that comes before what has it somewhere inside.
  await page.getByRole("combobox", { name: "Find a platform" }).fill("go");
  await expect(page.getByRole("option").first()).toHaveText(/^Go\b/);
  await page.getByRole("combobox", { name: "Find a platform" }).fill("fastapi");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Platform: FastAPI" })).toBeFocused();
  const throttle = page.getByRole("textbox", { name: "Event throttle" });
  await throttle.fill("30");
  await expect(page.getByText(/^30 % of events are dropped/)).toBeVisible();
  await expect(page.getByRole("slider", { name: "Event throttle, as a slider" })).toHaveValue("30");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await throttle.press("Enter");
  await expect(page.getByText("“Shop backend” was saved")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Shop backend" })).toBeVisible();
  if (!isNarrow(page)) {
    await expect(page.getByRole("list", { name: "Projects", exact: true }).getByText("Shop backend")).toBeVisible();
  }
  await page.goto("/acme/projects?text=backend");
  await expect(page.locator(".prj-list").getByText("30 % dropped")).toBeVisible();
  await expect(page.locator(".prj-list")).toContainText("FastAPI");
});

test("a server that keeps something else than it was sent is found out", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto(SHOP);
  await page.route("**/api/0/projects/acme/shop-api/", async (route) => {
    if (route.request().method() !== "PUT") return route.fallback();
    const answer = await route.fetch({ method: "GET", postData: undefined });
    await route.fulfill({ response: answer });
  });
  await page.getByRole("textbox", { name: "Event throttle" }).fill("40");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/did not save all of it: the event throttle is still “0 %”/)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Event throttle" })).toHaveValue("40");
});

test("another slug is a place of its own", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto(SHOP);
  await page.getByText("Change the slug", { exact: true }).first().click();
  const slug = page.getByRole("textbox", { name: "New slug" });
  await slug.fill("shop-web");
  await slug.press("Enter");
  await expect(page.getByText("Another project of the organization has this slug.").first()).toBeVisible();
  await slug.fill("shop-core");
  await slug.press("Enter");
  await expect(page.getByText("The slug is “shop-core” now")).toBeVisible();
  await expect(page).toHaveURL(/\/projects\/shop-core$/);
  await expect(page.getByText("This is what you typed here before")).toHaveCount(0);
  await page.goto(SHOP);
  await expect(page.getByRole("heading", { name: "There is no such project" })).toBeVisible();
});

test("a slug that the server does not keep is found out, and stays typed", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto(SHOP);
  await page.route("**/api/0/projects/acme/shop-api/", async (route) => {
    if (route.request().method() !== "PUT") return route.fallback();
    expect(Object.keys(route.request().postDataJSON()).sort()).toEqual(["name", "slug"]);
    await route.fulfill({ response: await route.fetch({ method: "GET", postData: undefined }) });
  });
  await page.getByText("Change the slug", { exact: true }).first().click();
  const slug = page.getByRole("textbox", { name: "New slug" });
  await slug.fill("shop-core");
  await slug.press("Enter");
  await expect(page.getByText(/the slug is still “shop-api”/)).toBeVisible();
  await expect(slug).toHaveValue("shop-core");
  await page.reload();
  await expect(slug).toBeVisible();
  await expect(slug).toHaveValue("shop-core");
});

test("only what was touched is sent, and what a colleague changed meanwhile is shown", async ({ page, demo, context }) => {
  await demo.signIn("max.manager@example.com");
  await page.goto(SHOP);
  const throttle = page.getByRole("textbox", { name: "Event throttle" });
  await throttle.fill("33");
  await expect(page.getByRole("slider", { name: "Event throttle, as a slider" })).toHaveValue("33");
  const token = (await context.cookies()).find((cookie) => cookie.name === "csrftoken")!.value;
  const answer = await context.request.put("/api/0/projects/acme/shop-api/", {
    data: { name: "Shop of a colleague", platform: "ruby" },
    headers: { "X-CSRFToken": token, Origin: new URL(page.url()).origin },
  });
  expect(answer.status()).toBe(200);
  const sent = page.waitForRequest((request) => request.method() === "PUT");
  await throttle.press("Enter");
  expect((await sent).postDataJSON()).toEqual({ name: "Shop of a colleague", eventThrottleRate: 33 });
  await expect(page.getByText("“Shop of a colleague” was saved")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Shop of a colleague");
  await expect(page.getByRole("button", { name: "Platform: Ruby" })).toBeVisible();
});

test("what is typed while it is saved stays, and leaving asks", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto(SHOP);
  const name = page.getByRole("textbox", { name: "Name", exact: true });
  let answer = () => {};
  const isAsked = new Promise<void>((resolve) => (answer = resolve));
  await page.route("**/api/0/projects/acme/shop-api/", async (route) => {
    if (route.request().method() !== "PUT") return route.fallback();
    await isAsked;
    await route.continue();
  });
  await name.fill("Shop one");
  await name.press("Enter");
  await name.fill("Shop two");
  answer();
  await expect(page.getByText("“Shop one” was saved")).toBeVisible();
  await expect(name).toHaveValue("Shop two");
  await part(page, "DSN keys").click();
  const dialog = page.getByRole("dialog", { name: "Leave without saving?" });
  await dialog.getByRole("button", { name: "Leave", exact: true }).click();
  await expect(page).toHaveURL(/\/keys$/);
  await page.goBack();
  await expect(name).toHaveValue("Shop two");
  await page.getByRole("button", { name: "Start over" }).click();
  await expect(name).toHaveValue("Shop one");
});

test("the guide can be reached when events have come, too", async ({ page, demo }) => {
  await demo.signIn(MIA);
  await page.goto(`${SHOP}/keys`);
  await page.getByRole("link", { name: "How to set up an application" }).click();
  await expect(page).toHaveURL(/\/shop-api\/guide$/);
  await expect(part(page, "Setup guide")).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("heading", { name: "Send events of Shop API" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Set up Django" })).toBeVisible();
  await expect(page.getByText(/Waiting for the first event/)).toHaveCount(0);
  await expect(page.getByRole("link", { name: "The same in GlitchTip’s documentation" })).toHaveAttribute(
    "href",
    "https://glitchtip.com/sdkdocs/python-django",
  );
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("a key that may not be deleted is not said to be", async ({ page, demo }) => {
  await demo.signIn("max.manager@example.com");
  await page.goto(`${SHOP}/keys`);
  const keys = page.getByRole("list", { name: "Keys" }).locator("> li");
  await expect(keys).toHaveCount(2);
  // A strict server hides with 404 what one may not do.
  await page.route("**/keys/*/", (route) =>
    route.request().method() === "DELETE"
      ? route.fulfill({ status: 404, json: { detail: "Not Found" } })
      : route.fallback(),
  );
  await page.getByRole("button", { name: "Delete staging key" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete the key" }).click();
  await expect(page.getByRole("dialog").getByText("You may not delete keys of this project.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(keys).toHaveCount(2);
  await page.unroute("**/keys/*/");
  await page.getByRole("button", { name: "Delete staging key" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete the key" }).click();
  await expect(keys).toHaveCount(1);
});

test("a key’s form that is closed keeps what was typed", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto(`${SHOP}/keys`);
  const create = page.getByRole("button", { name: "Create key" }).first();
  await create.click();
  const label = page.getByRole("textbox", { name: /^Label/ });
  await label.fill("mobile app");
  await label.press("Escape");
  await expect(label).toHaveCount(0);
  await expect(create).toBeFocused();
  await create.click();
  await expect(label).toHaveValue("mobile app");
  await page.getByRole("button", { name: "Start over" }).click();
  await expect(label).toHaveValue("");
});

test("keys are made, found out not to be saved where that is so, and deleted", async ({ page, demo }, info) => {
  await demo.signIn();
  await page.goto(`${SHOP}/keys`);
  const keys = page.getByRole("list", { name: "Keys" }).locator("> li");
  await expect(keys).toHaveCount(2);
  await expect(keys.filter({ hasText: "staging key" })).toContainText(/1\s?000 events per hour/);
  const first = keys.first();
  await expect(first.getByText(/^https?:\/\/[0-9a-f]{32}@/)).toBeVisible();
  await first.getByText("Header for CSP reports").click();
  await expect(first.getByText(/^Content-Security-Policy-Report-Only: .*report-uri http/)).toBeVisible();
  await first.getByText("Test with curl").click();
  await expect(first.getByText(/^curl 'http/)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Create key" }).first().click();
  const label = page.getByRole("textbox", { name: /^Label/ });
  await expect(label).toBeFocused();
  await label.fill("mobile app");
  await page.getByRole("textbox", { name: /^Rate limit/ }).fill("many");
  await label.press("Enter");
  await expect(page.getByText(/Type a whole number of events/).first()).toBeVisible();
  await page.getByRole("textbox", { name: /^Rate limit/ }).fill("50");
  await label.press("Enter");
  await expect(keys).toHaveCount(3);
  await expect(keys.filter({ hasText: "mobile app" })).toContainText("50 events per hour");
  const edit = page.getByRole("button", { name: "Edit mobile app" });
  await expect(edit).toBeFocused();
  await edit.click();
  await label.fill("phones");
  await page.getByRole("button", { name: "Save" }).click();
  if (info.project.name === "6.1") {
    await expect(page.getByText("“phones” was saved")).toBeVisible();
    await expect(keys.filter({ hasText: "phones" })).toHaveCount(1);
  } else {
    await expect(page.getByText(/This server accepts the change but does not save it/)).toBeVisible();
    await expect(label).toHaveValue("phones");
    await label.press("Escape");
  }
  await page.getByRole("button", { name: /^Delete (phones|mobile app)$/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete the key" }).click();
  await expect(keys).toHaveCount(2);
  await expect(page.getByRole("button", { name: "Create key" }).first()).toBeFocused();
});

test("environments are hidden at once, and shown again when the server refuses", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto(SHOP);
  await part(page, "Environments").click();
  await expect(page).toHaveURL(/\/environments$/);
  await expect(part(page, "Environments")).toBeFocused();
  const production = item(page, "Environments", "production");
  await expect(production).toHaveCount(1);
  await production.getByRole("button", { name: "Hide production" }).click();
  await expect(production).toContainText("Hidden");
  await expect(production.getByRole("button", { name: "Show production" })).toBeFocused();
  await expect(page.getByText("“production” is hidden now")).toBeVisible();
  await page.reload();
  await expect(production).toContainText("Hidden");
  await demo.failNext("/api/0/projects/acme/shop-api/environments/production/", 503, 1, { method: "PUT" });
  await production.getByRole("button", { name: "Show production" }).click();
  await expect(page.getByText(/“production” was not changed/)).toBeVisible();
  await expect(production).toContainText("Hidden");
  await expectAccessible(page);
});

test("teams are given the project and lose it, which can be undone", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto(`${SHOP}/teams`);
  await expect(item(page, "Teams", "backend")).toBeVisible();
  await page.getByRole("button", { name: "Add a team" }).click();
  await page.getByRole("combobox", { name: "Find a team" }).fill("mob");
  await page.keyboard.press("Enter");
  await expect(item(page, "Teams", "mobile")).toBeVisible();
  await page.getByRole("button", { name: "Remove mobile" }).click();
  await expect(item(page, "Teams", "mobile")).toHaveCount(0);
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(item(page, "Teams", "mobile")).toBeVisible();
  for (const team of ["mobile", "backend", "platform-ops"]) {
    await page.getByRole("button", { name: `Remove ${team}` }).click();
    await expect(item(page, "Teams", team)).toHaveCount(0);
  }
  await expect(page.getByText(/^No team looks after this project/)).toBeVisible();
  await expectAccessible(page);
});

test("files of releases are listed and deleted, and commands name the project", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto("/acme/settings/projects/shop-web/files");
  await expect(page.getByText(/of the (newest )?\d+ releases ha(s|ve) files/)).toBeVisible();
  await expect(page.getByText(/--org acme --project shop-web/).first()).toBeVisible();
  const shelf = page.locator(".prj-shelves details").first();
  await shelf.locator("summary").click();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  const open = await page.locator(".prj-shelves details[open]").count();
  expect(open).toBeGreaterThan(0);
  const button = page.locator(".prj-shelves details[open]").getByRole("button", { name: /^Delete / }).first();
  const label = await button.getAttribute("aria-label");
  await button.click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete the file" }).click();
  await expect(page.getByText(`“${label!.replace("Delete ", "")}” was deleted`)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Uploaded for releases" })).toBeFocused();
  expect(await page.locator(".prj-shelves details[open]").count()).toBeGreaterThanOrEqual(open - 1);
});

test("releases that could not be asked are asked again", async ({ page, demo }, info) => {
  await demo.signIn();
  let fails = true;
  await page.route("**/releases/*/files/**", (route) =>
    fails ? route.fulfill({ status: 503, json: {} }) : route.fallback(),
  );
  await page.goto("/acme/settings/projects/shop-web/files");
  await expect(page.getByText(/^\d+ releases could not be asked\.$/)).toBeVisible();
  fails = false;
  await page.locator("#prj-releases-line").getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText(/of the (newest )?\d+ releases ha(s|ve) files\.$/)).toBeVisible();
  await expect(page.locator("#prj-releases-line").getByRole("button", { name: "Try again" })).toHaveCount(0);
  const debug = page.getByRole("heading", { name: "Debug files", exact: true, level: 2 });
  await expect(debug).toHaveCount(info.project.name === "6.1" ? 1 : 0);
});

test("a project is deleted with its name typed, and is gone everywhere", async ({ page, demo }) => {
  await demo.signIn(ANNA);
  await page.goto("/acme/settings/projects/jobs");
  // Anna is in none of its teams.
  await expect(page.getByText(/You are in none of this project’s teams/)).toBeVisible();
  await page.getByRole("button", { name: "Delete the project" }).click();
  const dialog = page.getByRole("dialog");
  const name = (await dialog.locator(".confirm-name").innerText()).trim();
  await expect(dialog.getByRole("button", { name: "Delete the project" })).toHaveAttribute("aria-disabled", "true");
  await dialog.getByRole("textbox").fill(name);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Delete the project" }).click();
  await expect(page).toHaveURL(/\/acme\/settings\/projects$/);
  await expect(page.getByText(`“${name}” was deleted`)).toBeVisible();
  await expect(page.locator(".prj-list").getByText(name, { exact: true })).toHaveCount(0);
  await page.goto("/acme/settings/projects/jobs/keys");
  await expect(page.getByRole("heading", { name: "There is no such project" })).toBeVisible();
  await page.getByRole("link", { name: "All projects" }).click();
  await expect(page).toHaveURL(/\/acme\/settings\/projects$/);
});

test("a member sees what there is, and why nothing can be changed", async ({ page, demo }) => {
  await demo.signIn(MIA);
  await page.goto(SHOP);
  await expect(page.getByText("Only an admin, a manager or an owner may change projects.").first()).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Delete the project\. Only an admin/ })).toBeVisible();
  await part(page, "DSN keys").click();
  await expect(page.getByRole("list", { name: "Keys" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Edit / })).toHaveCount(0);
  await expectAccessible(page);
});
