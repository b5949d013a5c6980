// Invitations: many at a time with a result each, and the link of one opened in every situation.
import type { Page } from "@playwright/test";
import { ADMIN, expect, expectAccessible, expectNoSidewaysScroll, signInByForm, test } from "./support/glint";

const LIST = "/api/0/organizations/acme/members/";
const PENNY = "penny.pending@example.com";
const NORA = "nora.new@example.com";

const field = (page: Page) => page.getByRole("textbox", { name: "E-mail addresses" });
const results = (page: Page) => page.getByRole("list", { name: "Results" }).getByRole("listitem");

interface Open {
  id: string;
  path: string;
  email: string;
}

/** The link of an open invitation, which only its e-mail has. */
async function invitation(page: Page, email: string): Promise<Open> {
  const all: Open[] = await (await page.request.get("/__demo/invitations")).json();
  return all.find((one) => one.email === email)!;
}

/** Lets somebody be invited, and gives the link. */
async function invite(page: Page, email: string) {
  await page.goto("/acme/settings/members/new");
  await field(page).fill(email);
  await page.getByRole("button", { name: "Invite 1 person" }).click();
  await expect(results(page)).toContainText("was invited");
  return (await invitation(page, email)).path;
}

test("many are invited at once; each has its result, and what failed stays", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto("/acme/settings/members/new");
  await expectAccessible(page);
  await field(page).fill(`One New <one.new@example.com>, ${PENNY}; mia.member@example.com\nnonsense two.new@example.com`);
  const odd = page.getByRole("list", { name: "In the list" });
  await expect(odd).toContainText("mia.member@example.com is a member already");
  await expect(odd).toContainText("was invited before; the e-mail goes out again, as a member and without teams from now on");
  await page.getByRole("radio", { name: "Admin" }).check();
  await page.getByRole("checkbox", { name: "#mobile" }).check();
  await expect(odd).toContainText("as an admin and in #mobile from now on");
  await page.route(`**${LIST}`, async (route) => {
    const body = route.request().postDataJSON() as { email: string } | null;
    if (body?.email !== "two.new@example.com") return route.fallback();
    await route.fulfill({ status: 400, json: { detail: "This domain is not allowed" } });
  });
  await page.getByRole("button", { name: "Invite 3 people" }).click();
  await expect(results(page)).toHaveCount(4);
  await expect(results(page).filter({ hasText: "mia.member" })).toContainText("is a member already");
  await expect(results(page).filter({ hasText: "one.new" })).toContainText("was invited");
  await expect(results(page).filter({ hasText: PENNY })).toContainText("the e-mail went out again");
  await expect(results(page).filter({ hasText: "two.new" })).toContainText("This domain is not allowed");
  await expect(field(page)).toHaveValue(/nonsense/);
  await expect(field(page)).toHaveValue(/two\.new@example\.com/);
  await expect(field(page)).not.toHaveValue(/one\.new|mia/);
  await expect(odd.getByText("It has no @.")).toBeVisible();
  await expect(page.getByText("2 entries are still in the list; 1 failed.")).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("a server that takes no more is waited for", async ({ page, demo }) => {
  await demo.signIn("max.manager@example.com");
  await page.goto("/acme/settings/members/new");
  await expect(page.getByRole("radio", { name: "Owner" })).toBeDisabled();
  await field(page).fill("a.new@example.com b.new@example.com");
  let refused = 0;
  await page.route(`**${LIST}`, async (route) => {
    if (route.request().method() !== "POST" || refused++ > 0) return route.fallback();
    await route.fulfill({ status: 429, headers: { "retry-after": "2" }, json: { message: "Please retry later" } });
  });
  await page.getByRole("button", { name: "Invite 2 people" }).click();
  await expect(page.getByText(/The server takes no more invitations for now/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Stop" })).toBeVisible();
  await expect(results(page).filter({ hasText: "was invited" })).toHaveCount(2);
  await expect(field(page)).toHaveValue("");
});

test("what was stopped, and what is more than is taken at a time, is still there and counted", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto("/acme/settings/members/new");
  const many = Array.from({ length: 507 }, (_, at) => `guest${at}@example.com`);
  await field(page).fill(many.join(" "));
  await expect(page.getByText("At most 500 are taken at a time: 7 entries behind them stay in the list.")).toBeVisible();
  await field(page).fill(many.slice(0, 9).join(" "));
  let sent = 0;
  await page.route(`**${LIST}`, async (route) => {
    if (route.request().method() !== "POST" || sent++ < 2) return route.fallback();
    await route.fulfill({ status: 429, headers: { "retry-after": "60" }, json: { message: "Please retry later" } });
  });
  await page.getByRole("button", { name: "Invite 9 people" }).click();
  await expect(page.getByText(/The server takes no more invitations for now/)).toBeVisible();
  await expect(field(page)).not.toBeEditable();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("Stopped; 7 entries are still in the list.")).toBeVisible();
  await expect(page.getByText("All of them are done.")).toHaveCount(0);
  await expect(results(page)).toHaveCount(2);
  await expect(field(page)).toBeEditable();
  await expect(page.getByRole("button", { name: "Invite 7 people" })).toBeVisible();
});

test("those who may not invite are told who may", async ({ page, demo }) => {
  await demo.signIn("anna.admin@example.com");
  await page.goto("/acme/settings/members/new");
  await expect(page.getByRole("heading", { name: "You may not invite members" })).toBeVisible();
  await expect(page.getByText("Only a manager or an owner may change members.")).toBeVisible();
});

test("an invitation is opened signed out, by somebody else, by its person, and again", async ({ page, demo }) => {
  await demo.signIn();
  const path = await invite(page, NORA);
  // By somebody who belongs here already.
  await page.goto(path);
  await expect(page.getByText("You belong to Acme already.")).toBeVisible();
  await page.getByRole("button", { name: "Use another account" }).click();
  await expect(page).toHaveURL(/\/login\?next=/);
  // By another account.
  await signInByForm(page, "gus.globex@example.com");
  await expect(page.getByText(`${NORA} is invited to Acme, as a member.`)).toBeVisible();
  await expect(page.getByRole("button", { name: "Accept as gus.globex@example.com" })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Use another account" }).click();
  await expect(page).toHaveURL(/\/login\?next=/);
  // Signed out.
  await page.goto(path);
  await expect(page.getByText("Sign in to accept it; this page comes back then.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Sign in" }).click();
  // By the right one.
  await signInByForm(page, NORA);
  await page.getByRole("button", { name: "Accept the invitation" }).click();
  await expect(page).toHaveURL(/\/acme\/issues/);
  await page.goto(path);
  await expect(page.getByText("You belong to Acme already.")).toBeVisible();
  // Used, by somebody who is not in it.
  await page.getByRole("button", { name: "Use another account" }).click();
  await signInByForm(page, "gus.globex@example.com");
  await expect(page.getByText("This invitation to Acme was used already.")).toBeVisible();
});

test("a link that does not work, and a server that does not", async ({ page, demo }) => {
  await demo.signIn(NORA);
  const { id, path } = await invitation(page, PENNY);
  await page.goto(`/accept/${id}/bogus/`);
  await expect(page.getByText("This invitation does not work.")).toBeVisible();
  await page.request.post(`/__demo/invitations?id=${id}&expired=1`);
  await page.goto(path);
  await expect(page.getByText("This invitation does not work.")).toBeVisible();
  await page.request.post(`/__demo/invitations?id=${id}&expired=0`);
  await demo.failNext(`/api/0${path}`, 503, 1, { method: "GET" });
  await page.goto(path);
  await page.getByRole("button", { name: "Try again" }).click();
  await demo.failNext(`/api/0${path}`, 503, 1, { method: "POST" });
  await page.getByRole("button", { name: `Accept as ${NORA}` }).click();
  await expect(page.getByText(/^The invitation was not accepted\. The server failed/)).toBeVisible();
  await page.getByRole("button", { name: `Accept as ${NORA}` }).click();
  await expect(page).toHaveURL(/\/acme\/issues/);
});

test("an invitation that was taken back while it is open is not offered any more", async ({ page, demo }) => {
  await demo.signIn(NORA);
  const { id, path } = await invitation(page, PENNY);
  await page.goto(path);
  const accept = page.getByRole("button", { name: `Accept as ${NORA}` });
  await expect(accept).toBeVisible();
  await page.request.post(`/__demo/invitations?id=${id}&expired=1`);
  await accept.click();
  await expect(page.getByText("This invitation does not work.")).toBeVisible();
  await expect(accept).toHaveCount(0);
});

test("the session may end while an invitation is open", async ({ page, demo }) => {
  await demo.signIn(ADMIN);
  const path = await invite(page, NORA);
  await page.context().clearCookies({ name: "sessionid" });
  await demo.signIn(NORA);
  await page.goto(path);
  await expect(page.getByRole("button", { name: "Accept the invitation" })).toBeVisible();
  await demo.expireSession();
  await page.getByRole("button", { name: "Accept the invitation" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
});
