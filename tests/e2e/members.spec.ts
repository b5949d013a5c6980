// Members: finding them, their roles, handing the organization over, removing and leaving.
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support/glint";

const ANNA = "anna.admin@example.com";
const OLIVIA = "olivia.owner@example.com";
const MAX = "max.manager@example.com";
const MIA = "mia.member@example.com";

const members = (page: Page) => page.getByRole("list", { name: "Members", exact: true }).getByRole("listitem");
const member = (page: Page, text: string) => members(page).filter({ hasText: text });
const toast = (page: Page, text: string | RegExp) =>
  page.getByRole("status", { name: "Messages" }).getByText(text);

test("all pages of a large organization are listed, searched, filtered and sorted", async ({ page, demo }) => {
  await demo.signIn(MAX);
  await page.goto("/big-team/settings/members");
  await expect(members(page)).toHaveCount(100);
  await page.getByRole("button", { name: "Show all 180" }).click();
  await expect(members(page)).toHaveCount(180);
  await page.getByRole("searchbox", { name: "Find a member" }).fill("max manager");
  await expect(members(page)).toHaveCount(1);
  await expect(member(page, "Max Manager")).toContainText("You");
  await expect(page).toHaveURL(/\?text=max\+manager$|\?text=max%20manager$/);
  await page.getByRole("searchbox", { name: "Find a member" }).fill("");
  await page.getByRole("combobox", { name: "State" }).selectOption({ label: "Open invitations" });
  await expect(members(page)).toHaveCount(20);
  await page.getByRole("combobox", { name: "Role" }).selectOption({ label: "Manager" });
  await page.getByRole("combobox", { name: "State" }).selectOption({ label: "Members" });
  await page.getByRole("combobox", { name: "Order" }).selectOption({ label: "Newest first" });
  await expect(page).toHaveURL(/\?role=manager&state=joined&sort=newest$/);
  await expect(page.getByText("13 of 180 members and invitations", { exact: true })).toBeVisible();
  await expect(members(page)).toHaveCount(13);
  const names = members(page).getByRole("link");
  await expect(names.first()).toHaveText("Lars Castro");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("a team filters the members", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto("/acme/settings/members?team=platform-ops");
  await expect(members(page)).toHaveCount(2);
  await page.getByRole("combobox", { name: "Team" }).selectOption({ label: "All teams" });
  await expect(member(page, "penny.pending@example.com")).toContainText("Invitation open");
  await expect(member(page, "Account owner")).toHaveCount(1);
});

test("an owner changes a role and hands the organization over by its name", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto("/acme/settings/members");
  await member(page, "Mia Member").getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mia Member");
  await expectAccessible(page);
  await page.getByRole("radio", { name: "Admin" }).check();
  await page.getByRole("button", { name: "Save the role" }).click();
  await expect(toast(page, "Mia Member is an admin now")).toBeVisible();
  await expect(page.getByText("Make them an owner first.").first()).toBeVisible();

  await page.getByRole("button", { name: "Add to a team" }).click();
  await page.getByRole("combobox", { name: "Find a team" }).fill("mobile");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("list", { name: "Teams" })).toContainText("#mobile");

  await page.goto("/acme/settings/members");
  await member(page, "Olivia Owner").getByRole("link").click();
  await page.getByRole("button", { name: "Hand the organization over…" }).click();
  const question = page.getByRole("dialog", { name: "Hand Acme over to Olivia Owner?" });
  await expect(question.getByRole("button", { name: "Hand it over" })).toHaveAttribute("aria-disabled", "true");
  await question.getByRole("textbox").fill("Acme");
  await question.getByRole("button", { name: "Hand it over" }).click();
  await expect(toast(page, "Acme belongs to Olivia Owner now")).toBeVisible();
  await expect(page.getByText("The organization is theirs.", { exact: true })).toBeVisible();
});

test("a manager gives roles up to manager, leaves owners alone, and is asked before stepping down", async ({
  page,
  demo,
}) => {
  await demo.signIn(MAX);
  await page.goto("/acme/settings/members");
  await expect(
    member(page, "Olivia Owner").getByRole("button", { name: /^Remove\. Only an owner may remove an owner/ }),
  ).toBeVisible();
  await member(page, "Olivia Owner").getByRole("link").click();
  await expect(page.getByText("Only an owner may change an owner.")).toBeVisible();
  await expect(page.getByRole("radio")).toHaveCount(0);
  await page.goto("/acme/settings/members");
  await member(page, "Max Manager").getByRole("link").click();
  await expect(page.getByRole("radio", { name: "Owner" })).toBeDisabled();
  await page.getByRole("radio", { name: "Member" }).check();
  await page.getByRole("button", { name: "Save the role" }).click();
  const question = page.getByRole("dialog", { name: "Become a member yourself?" });
  await question.getByRole("button", { name: "Change my role" }).click();
  await expect(toast(page, "Max Manager is a member now")).toBeVisible();
  await expect(page.getByText("Only a manager or an owner may change members.")).toBeVisible();
});

test("an invitation is sent again, and one is taken back", async ({ page, demo }) => {
  await demo.signIn(MAX);
  await page.goto("/acme/settings/members");
  const again = page.getByRole("button", { name: "Send the invitation to penny.pending@example.com again" });
  await demo.failNext("/api/0/organizations/acme/members/", 503, 1, { method: "POST" });
  await again.click();
  await expect(toast(page, /was not sent again\. The server failed/)).toBeVisible();
  await again.click();
  await expect(toast(page, "The invitation went to penny.pending@example.com again")).toBeVisible();
  await expect(member(page, "paula.past@example.com")).toContainText("Invitation may have expired");
  await page.getByRole("button", { name: "Send the invitation to paula.past@example.com again" }).click();
  await expect(member(page, "paula.past@example.com")).toContainText("Invitation open");
  await page.getByRole("button", { name: "Take back the invitation of peter.pending@example.com" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take it back" }).click();
  await expect(toast(page, "The invitation of peter.pending@example.com was taken back")).toBeVisible();
  await expect(member(page, "peter.pending@example.com")).toHaveCount(0);
  await page.reload();
  await expect(member(page, "penny.pending@example.com")).toBeVisible();
  await expect(member(page, "peter.pending@example.com")).toHaveCount(0);
});

test("a member sees everybody, changes nobody, and leaves", async ({ page, demo }) => {
  await demo.signIn(MIA);
  await page.goto("/acme/settings/members");
  await expect(page.getByRole("button", { name: /^Invite\. Only a manager or an owner/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Remove/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Send/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Leave the organization" }).click();
  await page.getByRole("dialog", { name: "Leave this organization?" }).getByRole("button", { name: "Leave" }).click();
  await expect(toast(page, "You left the organization")).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
});

test("who was removed leaves the list, whoever is asked about by then, and all stay in sight", async ({ page, demo }) => {
  await demo.signIn(MAX);
  await page.goto("/big-team/settings/members");
  await page.getByRole("button", { name: "Show all 180" }).click();
  let answer = () => {};
  const isLate = new Promise<void>((resolve) => (answer = resolve));
  await page.route("**/api/0/organizations/big-team/members/*/", async (route) => {
    if (route.request().method() === "DELETE") await isLate;
    await route.fallback();
  });
  await page.getByRole("button", { name: "Remove Amara Bianchi", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Remove Amara Castro", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Remove Amara Castro?" })).toBeVisible();
  answer();
  await expect(toast(page, "Amara Bianchi was removed")).toBeVisible();
  await expect(page.getByRole("dialog", { name: "Remove Amara Castro?" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(member(page, "Amara Bianchi")).toHaveCount(0);
  await expect(member(page, "Amara Castro")).toHaveCount(1);
  await expect(members(page)).toHaveCount(179);
});

test("when the last that fits is gone, the focus stays by the list", async ({ page, demo }) => {
  await demo.signIn(MAX);
  await page.goto("/acme/settings/members?text=peter");
  await page.getByRole("button", { name: /^Take back/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByText("Nobody fits")).toBeVisible();
  await expect(page.getByText("0 of 8 members and invitations")).toBeFocused();
});

test("an owner to whom the organization does not belong takes it over", async ({ page, demo }) => {
  await demo.signIn(OLIVIA);
  await page.goto("/acme/settings/members");
  await member(page, "Max Manager").getByRole("link").click();
  await expect(page.getByText("Make them an owner first.").first()).toBeVisible();
  await page.goto("/acme/settings/members");
  await member(page, "Olivia Owner").getByRole("link").click();
  await page.getByRole("button", { name: "Take the organization over…" }).click();
  const question = page.getByRole("dialog", { name: "Take Acme over?" });
  await question.getByRole("textbox").fill("Acme");
  await question.getByRole("button", { name: "Take it over" }).click();
  await expect(toast(page, "Acme belongs to Olivia Owner now")).toBeVisible();
  await page.reload();
  await expect(page.getByText("The organization is yours.", { exact: true })).toBeVisible();
});

test("a role that was refused stays chosen, and teams that came in the meantime are kept", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto("/acme/settings/members/6");
  await demo.failNext("/api/0/organizations/acme/members/6/", 503, 1, { method: "PUT" });
  await page.getByRole("radio", { name: "Manager" }).check();
  await page.getByRole("button", { name: "Save the role" }).click();
  await expect(page.getByRole("alert")).toContainText("The role was not changed. The server failed");
  await expect(page.getByRole("alert")).toBeFocused();
  await page.reload();
  await expect(page.getByRole("radio", { name: "Manager" })).toBeChecked();
  await expect(page.getByText("This is what you typed here before and did not save.")).toBeVisible();

  const token = (await page.context().cookies()).find((cookie) => cookie.name === "csrftoken")!.value;
  const url = new URL("/api/0/organizations/acme/members/6/teams/mobile/", page.url());
  const headers = { "X-CSRFToken": token, Origin: url.origin };
  expect((await page.request.post(url.href, { headers })).status()).toBe(201);
  await page.getByRole("button", { name: "Save the role" }).click();
  await expect(toast(page, "Tom Totp is a manager now")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("list", { name: "Teams" })).toContainText("#mobile");
  await expect(page.getByRole("radio", { name: "Manager" })).toBeChecked();
  await expect(page.getByText("This is what you typed here before")).toHaveCount(0);
});

for (const [who, email, changes, teams] of [
  ["an owner", OLIVIA, true, true],
  ["a manager", MAX, true, true],
  ["an admin", ANNA, false, true],
  ["a member", MIA, false, false],
] as const) {
  test(`${who} finds on members what is theirs to do`, async ({ page, demo }) => {
    await demo.signIn(email);
    await page.goto("/acme/settings/members");
    await expect(page.getByRole("button", { name: "Leave the organization" })).toBeVisible();
    const invite = page.getByRole(changes ? "link" : "button", { name: changes ? "Invite" : /^Invite\. Only a manager/ });
    await expect(invite).toBeVisible();
    await expect(page.getByRole("button", { name: "Remove Tom Totp" })).toHaveCount(changes ? 1 : 0);
    await member(page, "Tom Totp").getByRole("link").click();
    await expect(page.getByRole("radio")).toHaveCount(changes ? 4 : 0);
    await expect(page.getByRole("button", { name: changes ? "Remove from the organization…" : /^Remove.*Only/ })).toBeVisible();
    const add = page.getByRole("button", { name: teams ? "Add to a team" : /^Add to a team\. Only an admin/ });
    await expect(add).toBeVisible();
    await expect(page.getByRole("button", { name: "Remove from #frontend" })).toHaveCount(teams ? 1 : 0);
    await expectAccessible(page);
    expect((await demo.requests()).some((line) => /^(PUT|DELETE) /.test(line))).toBe(false);
  });
}

test("on one's own page one joins a team", async ({ page, demo }) => {
  await demo.signIn(MIA);
  await page.goto("/acme/settings/members");
  await member(page, "Mia Member").getByRole("link").click();
  await page.getByRole("button", { name: "Add to a team" }).click();
  await page.getByRole("combobox", { name: "Find a team" }).fill("mobile");
  await page.keyboard.press("Enter");
  await expect(toast(page, "You joined #mobile")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("list", { name: "Teams" })).toContainText("#mobile");
});

test("an organization that is not there has neither members nor ways to look for them", async ({ page, demo }) => {
  await demo.signIn();
  for (const place of ["members", "teams"]) {
    await page.goto(`/nowhere/settings/${place}`);
    await expect(page.getByRole("heading", { name: "There is no such organization" })).toBeVisible();
    await expect(page.getByRole("button", { name: /^(Invite|New team)/ })).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Invite" })).toHaveCount(0);
    await expect(page.getByRole("searchbox", { name: /^Find a (member|team)/ })).toHaveCount(0);
  }
});

test("a member that is not there", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto("/acme/settings/members/999999");
  await expect(page.getByRole("heading", { name: "There is no such member" })).toBeVisible();
});
