// Teams: joining and leaving, creating one, who and what is in it, and what each role may do.
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support/glint";

const OLIVIA = "olivia.owner@example.com";
const MAX = "max.manager@example.com";
const SAM = "sam.switch@example.com";
const ANNA = "anna.admin@example.com";
const MIA = "mia.member@example.com";

const list = (page: Page, name: string) => page.getByRole("list", { name, exact: true });
const row = (page: Page, name: string, text: string) =>
  list(page, name).getByRole("listitem").filter({ hasText: text });
const toast = (page: Page, text: string | RegExp) =>
  page.getByRole("status", { name: "Messages" }).getByText(text);

test("leaving and joining move a team between the lists at once, and leaving can be undone", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto("/acme/settings/teams");
  await expect(page).toHaveTitle(/Teams · Glint$/);
  await expect(list(page, "Your teams").getByRole("listitem")).toHaveCount(4);
  await expect(row(page, "Your teams", "#mobile")).toContainText("2 members · 4 projects");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await page.getByRole("button", { name: "Leave #mobile" }).click();
  await expect(row(page, "Other teams", "#mobile")).toContainText("1 member · 4 projects");
  await expect(page.getByRole("button", { name: "Join #mobile" })).toBeFocused();
  await expect(toast(page, "You left #mobile")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(toast(page, "You joined #mobile")).toBeVisible();
  await expect(row(page, "Your teams", "#mobile")).toContainText("2 members");
  await page.reload();
  await expect(row(page, "Your teams", "#mobile")).toContainText("2 members");

  await demo.failNext("/api/0/organizations/acme/members/me/teams/mobile/", 503, 1, { method: "DELETE" });
  await page.getByRole("button", { name: "Leave #mobile" }).click();
  await expect(toast(page, /^You did not leave #mobile\. The server failed/)).toBeVisible();
  await expect(row(page, "Your teams", "#mobile")).toBeVisible();
});

test("an admin creates a team, fills it, renames it and deletes it", async ({ page, demo }) => {
  await demo.signIn(ANNA);
  await page.goto("/acme/settings/teams");
  await page.getByRole("button", { name: "New team" }).click();
  const dialog = page.getByRole("dialog", { name: "New team" });
  const name = dialog.getByRole("textbox", { name: "Name" });
  await name.pressSequentially("Back end!");
  await expect(name).toHaveValue("back-end!");
  await name.press("Enter");
  await expect(dialog.getByText(/Only letters a to z.*not “!”/).first()).toBeVisible();
  await name.fill("backend");
  await name.press("Enter");
  await expect(dialog.getByText("There is a team “backend” already.").first()).toBeVisible();
  await name.fill("Data Science");
  await demo.failNext("/api/0/organizations/acme/teams/", 500, 1, { method: "POST" });
  await name.press("Enter");
  await expect(dialog.getByText(/There may be a team of that name already/)).toBeVisible();
  await expect(name).toHaveValue("data-science");
  await dialog.getByRole("button", { name: "Create team" }).click();
  await expect(page).toHaveURL(/\/acme\/settings\/teams\/data-science\/members$/);
  await expect(row(page, "Members of the team", "Anna Admin")).toContainText("You");

  await page.getByRole("button", { name: "Add a member" }).click();
  await page.getByRole("combobox", { name: "Find a member" }).fill("mia");
  await page.keyboard.press("Enter");
  await expect(row(page, "Members of the team", "Mia Member")).toBeVisible();
  await expect(toast(page, "Mia Member is in #data-science")).toBeVisible();
  await page.getByRole("button", { name: "Remove Mia Member from the team" }).click();
  await expect(row(page, "Members of the team", "Mia Member")).toHaveCount(0);
  await expect(toast(page, "Mia Member is no longer in #data-science")).toBeVisible();
  // Added again by hand as well, they are there once.
  await page.getByRole("button", { name: "Add a member" }).click();
  await page.getByRole("combobox", { name: "Find a member" }).fill("mia");
  await page.keyboard.press("Enter");
  await expect(toast(page, "Mia Member is in #data-science").nth(1)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(toast(page, "Mia Member is in #data-science").nth(2)).toBeVisible();
  await expect(row(page, "Members of the team", "Mia Member")).toHaveCount(1);
  await page.reload();
  await expect(row(page, "Members of the team", "Mia Member")).toHaveCount(1);
  await expectAccessible(page);

  await page.getByRole("navigation", { name: "Team", exact: true }).getByRole("link", { name: /^Projects/ }).click();
  await expect(page).toHaveURL(/\/data-science\/projects$/);
  await expect(page.getByText("This team looks after no project")).toBeVisible();
  await page.getByRole("button", { name: "Add a project" }).click();
  await page.getByRole("combobox", { name: "Find a project" }).fill("old blog");
  await page.keyboard.press("Enter");
  await expect(row(page, "Projects of the team", "Old Blog")).toBeVisible();

  await page.getByRole("navigation", { name: "Team", exact: true }).getByRole("link", { name: "Settings" }).click();
  const slug = page.getByRole("textbox", { name: "Name" });
  // What is known of the organization follows by itself, also where the server does not say it again.
  await demo.failNext("/api/0/organizations/acme/", 503, 1, { method: "GET" });
  await slug.fill("science");
  await page.getByRole("button", { name: "Rename" }).click();
  await expect(page).toHaveURL(/\/teams\/science\/settings$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("#science");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Delete the team…" }).click();
  const question = page.getByRole("dialog", { name: "Delete #science?" });
  await expect(question).toContainText("Old Blog");
  await expect(question.getByRole("button", { name: "Delete the team" })).toHaveAttribute("aria-disabled", "true");
  await question.getByRole("textbox").fill("science");
  await demo.failNext("/api/0/organizations/acme/", 503, 1, { method: "GET" });
  await question.getByRole("button", { name: "Delete the team" }).click();
  await expect(page).toHaveURL(/\/acme\/settings\/teams$/);
  await expect(toast(page, "Team #science deleted")).toBeVisible();
  await expect(list(page, "Your teams").getByRole("listitem")).toHaveCount(2);
  await expect(list(page, "Your teams")).not.toContainText("science");
});

test("a member joins and leaves, and sees why the rest is not theirs", async ({ page, demo }) => {
  await demo.signIn(MIA);
  await page.goto("/acme/settings/teams");
  const create = page.getByRole("button", { name: /^New team\. Only an admin, a manager or an owner/ });
  await expect(create).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("button", { name: "Join #mobile" }).click();
  await expect(row(page, "Your teams", "#mobile")).toBeVisible();
  await page.getByRole("link", { name: "#mobile" }).click();
  await expect(page.getByRole("button", { name: /^Add a member\. Only/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /from the team$/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Leave the team" }).click();
  await expect(toast(page, "You left #mobile")).toBeVisible();
  await page.reload();
  await expect(row(page, "Members of the team", "Anna Admin")).toBeVisible();
  await expect(row(page, "Members of the team", "Mia Member")).toHaveCount(0);
  await page.getByRole("button", { name: "Join the team" }).click();
  await expect(row(page, "Members of the team", "Mia Member")).toContainText("You");
  await expect(page.getByRole("button", { name: "Join the team" })).toHaveCount(0);
  await page.goto("/acme/settings/teams/mobile/settings");
  await expect(page.getByRole("button", { name: /^Delete the team\. Only/ })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveCount(0);
});

test("where membership is closed, a member neither joins nor leaves", async ({ page, demo }) => {
  await demo.signIn(SAM);
  await page.goto("/amber-games/settings/teams");
  const leave = page.getByRole("button", { name: /^Leave #everyone\. Who is in which team is decided by/ });
  await expect(leave).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("link", { name: "#everyone" }).click();
  await expect(row(page, "Members of the team", "Sam Switch")).toContainText("You");
  await expect(page.getByRole("button", { name: "Leave the team" })).toHaveCount(0);
});

for (const [who, email, may] of [
  ["an owner", OLIVIA, true],
  ["a manager", MAX, true],
  ["an admin", ANNA, true],
  ["a member", MIA, false],
] as const) {
  test(`${who} finds on teams what is theirs to do`, async ({ page, demo }) => {
    await demo.signIn(email);
    await page.goto("/acme/settings/teams");
    await expect(page.getByRole("button", { name: may ? "New team" : /^New team\. Only an admin/, exact: may })).toBeVisible();
    await page.goto("/acme/settings/teams/frontend");
    const add = page.getByRole("button", { name: may ? "Add a member" : /^Add a member\. Only an admin/, exact: may });
    await expect(add).toBeVisible();
    await expect(page.getByRole("button", { name: "Remove Tom Totp from the team" })).toHaveCount(may ? 1 : 0);
    await page.goto("/acme/settings/teams/frontend/projects");
    const project = page.getByRole("button", { name: may ? "Add a project" : /^Add a project\. Only an admin/, exact: may });
    await expect(project).toBeVisible();
    await expect(page.getByRole("button", { name: /^Remove .* from the team$/ })).toHaveCount(may ? 2 : 0);
    await page.goto("/acme/settings/teams/frontend/settings");
    await expect(page.getByRole("button", { name: may ? "Delete the team…" : /^Delete the team\. Only/ })).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Name" })).toHaveCount(may ? 1 : 0);
    await expectAccessible(page);
  });
}

test("a team that is not there, and one that does not come", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto("/acme/settings/teams/nowhere");
  await expect(page.getByRole("heading", { name: "There is no such team" })).toBeVisible();
  // The team, its members and its projects are asked for at once.
  await demo.failNext("/api/0/teams/acme/backend/", 503, 3);
  await page.goto("/acme/settings/teams/backend");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(list(page, "Members of the team").getByRole("listitem")).toHaveCount(4);
});

test("many teams can be searched, and the address keeps what was looked for", async ({ page, demo }) => {
  await demo.signIn("max.manager@example.com");
  await page.goto("/big-team/settings/teams");
  const all = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: /^#/ }) });
  await expect(all).toHaveCount(30);
  await page.getByRole("searchbox", { name: "Find a team" }).fill("AIL");
  await expect(all).toHaveCount(1);
  await expect(all).toContainText("#mail");
  await page.getByRole("searchbox", { name: "Find a team" }).fill("zzz");
  await expect(page.getByText("No team is called “zzz”.")).toBeVisible();
  await expect(page).toHaveURL(/\?text=zzz$/);
  await page.reload();
  await expect(page.getByText("No team is called “zzz”.")).toBeVisible();
});
