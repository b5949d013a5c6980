// Members: finding them, their roles, handing the organization over, removing and leaving.
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support/glint";

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
  await expect(page.getByText(/^\d+ of 180 members and invitations$/).first()).toBeVisible();
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
  await page.getByRole("button", { name: "Remove peter.pending@example.com" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take it back" }).click();
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

test("a member that is not there", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto("/acme/settings/members/999999");
  await expect(page.getByRole("heading", { name: "There is no such member" })).toBeVisible();
});
