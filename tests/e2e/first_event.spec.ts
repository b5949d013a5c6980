// A project that never had an event: how to send the first one, and what happens when it comes.
import { expect, expectAccessible, expectNoSidewaysScroll, rows, test } from "./support/glint";

test.beforeEach(async ({ demo }) => demo.signIn());

test("the guide has the real DSN, sends a test event, and turns into the list", async ({ page }) => {
  const details = await (await page.request.get("/api/0/organizations/globex/")).json();
  const project = details.projects.find((project: { slug: string }) => project.slug === "brand-new");
  const [key] = await (await page.request.get("/api/0/projects/globex/brand-new/keys/")).json();
  await page.goto(`/globex/issues?project=${project.id}`);
  await expect(page.getByRole("heading", { name: `Send the first event of ${project.name}` })).toBeVisible();
  await expect(page.getByText(key.dsn.public).first()).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole("button", { name: "Send a test event" }).click();
  await expect(rows(page)).toHaveCount(1, { timeout: 15_000 });
  await expect(page.getByRole("button", { name: "Send a test event" })).toHaveCount(0);
});

test("a project one is in no team of says so", async ({ page, context, demo }) => {
  await context.clearCookies({ name: "sessionid" });
  await demo.signIn("mia.member@example.com");
  const details = await (await page.request.get("/api/0/organizations/acme/")).json();
  const foreign = details.projects.find(
    (project: { isMember: boolean; firstEvent: string | null }) => !project.isMember && project.firstEvent,
  );
  // The real server lists nothing of it.
  await page.route(/\/organizations\/acme\/issues\//, (route) => route.fulfill({ json: [] }));
  await page.goto(`/acme/issues?project=${foreign.id}`);
  await expect(page.getByRole("heading", { name: "These issues are for the project's teams" })).toBeVisible();
});
