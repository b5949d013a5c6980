// Comments and user reports: writing with a preview, changing and deleting one's own, drafts that outlive failures, and
// lists that go on after the first page.
import { ADMIN, PASSWORD, expect, expectAccessible, expectNoSidewaysScroll, openAccount, signInByForm, test } from "./support/glint";
import type { Page } from "@playwright/test";

test.beforeEach(async ({ demo }) => demo.signIn());

const field = (page: Page) => page.getByRole("textbox", { name: "Write a comment" });
const send = (page: Page) => page.getByRole("button", { name: "Comment", exact: true });
const comments = (page: Page) => page.getByRole("list", { name: "Comments" }).locator("> li");
const message = (page: Page, text: string | RegExp) =>
  page.getByRole("status", { name: "Messages" }).locator(".toast").filter({ hasText: text });
const drafts = (page: Page) =>
  page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith("glint.drafts.")).map(([, text]) => text));

/** The issue with the most events: it comes with five comments and three reports. */
async function busiest(page: Page): Promise<string> {
  const answer = await page.request.get("/api/0/organizations/acme/issues/?query=&sort=-count&limit=100");
  const issues: { id: string; count: string }[] = await answer.json();
  return issues.sort((one, other) => Number(other.count) - Number(one.count))[0].id;
}

async function open(page: Page, part = "comments"): Promise<string> {
  const id = await busiest(page);
  await page.goto(`/acme/issues/${id}/${part}`);
  return id;
}

/** Writes a comment behind the page's back. */
async function post(page: Page, id: string, text: string) {
  const token = (await page.context().cookies()).find((cookie) => cookie.name === "csrftoken")!.value;
  const answer = await page.request.post(`/api/0/issues/${id}/comments/`, {
    data: { data: { text } },
    headers: { "X-CSRFToken": token, Origin: new URL(page.url()).origin },
  });
  expect(answer.status()).toBe(201);
}

test("a comment is written with a preview, and shown as what it says", async ({ page }) => {
  await open(page);
  await expect(comments(page)).toHaveCount(5);
  await expect(page.getByRole("link", { name: /^Comments\s*5$/ })).toBeVisible();
  await field(page).fill("**Found it**: see https://wiki.example.com/x and [this](javascript:alert(1)) <b>bold</b>\n\n- [x] done");
  await page.getByRole("tab", { name: "Preview" }).click();
  const preview = page.getByRole("tabpanel");
  await expect(preview.locator("strong")).toHaveText("Found it");
  await expect(preview.getByRole("link")).toHaveCount(1);
  await expect(preview).toContainText("this (javascript:alert(1)) <b>bold</b>");
  await expectAccessible(page);
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("tab", { name: "Write" })).toBeFocused();
  await field(page).focus();
  await page.keyboard.press("Control+Enter");
  await expect(comments(page)).toHaveCount(6);
  await expect(comments(page).first().locator("strong")).toHaveText("Found it");
  await expect(comments(page).first()).toContainText(ADMIN);
  await expect(comments(page).first().getByRole("link", { name: "https://wiki.example.com/x" })).toHaveAttribute("target", "_blank");
  await expect(field(page)).toHaveValue("");
  await expect(page.getByRole("link", { name: /^Comments\s*6$/ })).toBeVisible();
  expect(await drafts(page)).toEqual([]);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.reload();
  await expect(comments(page)).toHaveCount(6);
});

test("nothing empty is sent", async ({ page, demo }) => {
  await open(page);
  await field(page).fill("  \n ");
  await send(page).click();
  await expect(page.getByText("Write something first.")).toBeVisible();
  await expect(field(page)).toBeFocused();
  expect((await demo.requests()).filter((request) => request.startsWith("POST /api/"))).toEqual([]);
});

test("one's own can be changed, and those of others cannot", async ({ page }) => {
  const id = await open(page);
  await expect(comments(page)).toHaveCount(5);
  await post(page, id, "first words");
  await page.reload();
  await expect(comments(page)).toHaveCount(6);
  for (const comment of await comments(page).all()) {
    const isMine = (await comment.locator(".who b").textContent()) === ADMIN;
    await expect(comment.getByRole("button", { name: "Edit the comment" })).toHaveCount(isMine ? 1 : 0);
    await expect(comment.getByRole("button", { name: "Delete the comment" })).toHaveCount(isMine ? 1 : 0);
  }
  const own = comments(page).first();
  await own.getByRole("button", { name: "Edit the comment" }).click();
  const change = own.getByRole("textbox", { name: "Change the comment" });
  await expect(change).toBeFocused();
  await expect(change).toHaveValue("first words");
  await change.fill("second words");
  await expect.poll(() => drafts(page)).toEqual(["second words"]);
  // A change that was begun is there again after the page was left.
  await page.reload();
  await expect(change).toHaveValue("second words");
  await own.getByRole("button", { name: "Cancel" }).click();
  await expect(own).toContainText("first words");
  await message(page, "discarded").getByRole("button", { name: "Undo" }).click();
  await expect(change).toHaveValue("second words");
  await own.getByRole("button", { name: "Save" }).click();
  await expect(own).toContainText("second words");
  await expect(change).toHaveCount(0);
  await expect(own.getByRole("button", { name: "Edit the comment" })).toBeFocused();
  expect(await drafts(page)).toEqual([]);
});

test("deleting asks, can be undone, and is sent when its message goes", async ({ page, demo }) => {
  const id = await open(page);
  await expect(comments(page)).toHaveCount(5);
  await post(page, id, "to be deleted");
  await page.reload();
  await expect(comments(page)).toHaveCount(6);
  const deletions = async () => (await demo.requests()).filter((request) => request.startsWith("DELETE"));
  const remove = async () => {
    await comments(page).first().getByRole("button", { name: "Delete the comment" }).click();
    const dialog = page.getByRole("dialog", { name: "Delete the comment?" });
    await expect(dialog).toContainText("to be deleted");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Delete" }).click();
    await expect(comments(page)).toHaveCount(5);
    await expect(page.getByRole("link", { name: /^Comments\s*5$/ })).toBeVisible();
  };
  await remove();
  await message(page, "will be deleted").getByRole("button", { name: "Undo" }).click();
  await expect(comments(page)).toHaveCount(6);
  await expect(page.getByRole("link", { name: /^Comments\s*6$/ })).toBeVisible();
  expect(await deletions()).toEqual([]);
  await remove();
  // It stays away when the page is left and opened again before it is sent.
  await page.getByRole("link", { name: "User reports" }).click();
  await page.getByRole("link", { name: /^Comments/ }).click();
  await expect(comments(page)).toHaveCount(5);
  await message(page, "will be deleted").getByRole("button", { name: "Dismiss" }).click();
  await expect.poll(deletions).toHaveLength(1);
  // What the server refuses to delete comes back.
  await post(page, id, "stays");
  await page.reload();
  await expect(comments(page)).toHaveCount(6);
  await demo.failNext(`/api/0/issues/${id}/comments/`, 503, 1, { method: "DELETE" });
  await comments(page).first().getByRole("button", { name: "Delete the comment" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await message(page, "will be deleted").getByRole("button", { name: "Dismiss" }).click();
  await expect(message(page, "The comment could not be deleted")).toBeVisible();
  await expect(comments(page)).toHaveCount(6);
});

test("more than fifty are read page by page, and the form stays", async ({ page, demo }) => {
  const id = await open(page);
  await expect(comments(page)).toHaveCount(5);
  for (let at = 0; at < 60; at += 1) await post(page, id, `number ${at}`);
  await page.reload();
  await expect(comments(page)).toHaveCount(50);
  await expect(field(page)).toBeVisible();
  await expect(page.getByText("50 of 65 comments")).toBeVisible();
  await demo.failNext(`/api/0/issues/${id}/comments/`, 503, 1, { method: "GET" });
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(page.locator(".list-foot [role=alert]")).toBeVisible();
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(comments(page)).toHaveCount(65);
  await expect(page.getByRole("button", { name: "Show more" })).toHaveCount(0);
  await expect(page.getByText("65 comments", { exact: true })).toBeVisible();
  const texts = await comments(page).locator(".said").allTextContents();
  expect(texts.filter((text) => text.startsWith("number")).length).toBe(60);
});

test("what could not be saved stays, with the reason beside it, and goes out the next time", async ({ page, demo }) => {
  const id = await open(page);
  await expect(comments(page)).toHaveCount(5);
  await demo.failNext(`/api/0/issues/${id}/comments/`, 503, 1, { method: "POST" });
  await field(page).fill("kept *words*");
  await send(page).click();
  await expect(page.getByText(/^The comment was not saved\. /)).toBeVisible();
  await expect(field(page)).toHaveValue("kept *words*");
  await expect.poll(() => drafts(page)).toEqual(["kept *words*"]);
  await page.reload();
  await expect(field(page)).toHaveValue("kept *words*");
  await expect(page.getByText("Your draft is kept in this browser.")).toBeVisible();
  await send(page).click();
  await expect(comments(page)).toHaveCount(6);
  expect(await drafts(page)).toEqual([]);
  await page.reload();
  await expect(field(page)).toHaveValue("");
});

test("an expired session asks for the password, and the comment goes out after", async ({ page, demo }) => {
  await open(page);
  await field(page).fill("written before the session ended");
  await demo.expireSession();
  await send(page).click();
  const dialog = page.getByRole("dialog", { name: "Please sign in again" });
  await dialog.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(comments(page)).toHaveCount(6);
  await expect(comments(page).first()).toContainText("written before the session ended");
  await expect(field(page)).toHaveValue("");
});

test("a draft outlives a session that ended, belongs to who typed it, and is forgotten at sign-out", async ({ page, demo }) => {
  const id = await open(page);
  await field(page).fill("half a thought");
  await expect.poll(() => drafts(page)).toEqual(["half a thought"]);
  await demo.expireSession();
  await page.reload();
  await expect(page).toHaveURL(/\/login/);
  await signInByForm(page);
  await expect(field(page)).toHaveValue("half a thought");
  await openAccount(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/login/);
  expect(await drafts(page)).toEqual([]);
  await demo.signIn();
  await page.goto(`/acme/issues/${id}/comments`);
  await expect(field(page)).toHaveValue("");
});

test("a comment without a text or an author is shown as one", async ({ page }) => {
  await page.route(/\/comments\/\?/, (route) =>
    route.fulfill({
      json: [
        { id: 2, type: "note", dateCreated: "2026-11-23T08:30:52.648Z", user: null, data: { text: null } },
        { id: 1, type: "note", dateCreated: "2026-11-23T08:30:50.648Z", user: null, data: {} },
      ],
    }),
  );
  await open(page);
  await expect(comments(page)).toHaveCount(2);
  await expect(page.getByText("This comment has no text.")).toHaveCount(2);
  await expect(page.getByText("An account that is gone")).toHaveCount(2);
});

test("user reports say who, when and what, and lead to their event", async ({ page }) => {
  const id = await open(page, "user-reports");
  const reports = page.getByRole("list", { name: "User reports" }).locator("> li");
  await expect(reports).toHaveCount(3);
  await expect(page.getByRole("link", { name: "uma@customers.example.com" })).toHaveAttribute(
    "href",
    "mailto:uma@customers.example.com",
  );
  await expect(reports.filter({ hasText: "Somebody without a name" })).toHaveCount(1);
  // Text, and no Markdown or HTML.
  await expect(page.getByText("<b>Bob</b>")).toBeVisible();
  await expect(page.getByText("line two <script>alert(1)</script>")).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await reports.first().getByRole("link", { name: "The event it is about" }).click();
  await expect(page).toHaveURL(new RegExp(`/acme/issues/${id}/events/[0-9a-f]{32}$`));
});

test("user reports go on after the first page", async ({ page }) => {
  const report = (id: number) => ({
    id,
    eventID: "1f9d100e084d44fe969720b64face499",
    event: { eventId: "1f9d100e084d44fe969720b64face499" },
    dateCreated: "2026-11-23T08:30:50.970Z",
    user: null,
    name: `User ${id}`,
    email: id % 2 ? "x?bcc=y@evil.example" : "",
    comments: "It broke.",
  });
  await page.route(/\/user-reports\/\?/, (route) => {
    const isFirst = !new URL(route.request().url()).searchParams.get("cursor");
    const ids = Array.from({ length: isFirst ? 50 : 12 }, (_, at) => (isFirst ? 100 : 50) - at);
    const next = `<http://h/?cursor=x>; rel="next"; results="${isFirst}"; cursor="x"`;
    return route.fulfill({ json: ids.map(report), headers: { link: next, "x-hits": "62", "x-max-hits": "1000" } });
  });
  await open(page, "user-reports");
  await expect(page.getByText("50 of 62 reports")).toBeVisible();
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(page.getByRole("list", { name: "User reports" }).locator("> li")).toHaveCount(62);
  await expect(page.locator("a[href^='mailto:']")).toHaveCount(0);
});

test("without user reports it is said how they come about, and what fails can be tried again", async ({ page, demo }) => {
  await page.route(/\/user-reports\/\?/, (route) => route.fulfill({ json: [] }));
  const id = await open(page, "user-reports");
  await expect(page.getByRole("heading", { name: "Nobody has written about this issue" })).toBeVisible();
  await expect(page.getByText("showReportDialog")).toBeVisible();
  await page.unroute(/\/user-reports\/\?/);
  await demo.failNext(`/api/0/issues/${id}/user-reports/`, 503);
  await page.reload();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("list", { name: "User reports" }).locator("> li")).toHaveCount(3);
});
