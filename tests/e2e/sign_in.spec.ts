import { ADMIN, PASSWORD, SECOND_STEP, expect, expectAccessible, rows, signInByForm, test } from "./support/glint";

test("a visitor signs in, sees issues, opens one, resolves it", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/login$/);
  await expect(page).toHaveTitle("Sign in · Glint");
  await expectAccessible(page);
  await signInByForm(page);
  await expect(page).toHaveURL(/^[^?]*:\d+\/$/);
  await expect(page.getByRole("heading", { name: "Home", exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Issues of Acme" }).click();
  await expect(page).toHaveURL(/\/acme\/issues/);
  await expect(rows(page).first()).toBeVisible();
  await rows(page).first().getByRole("link").first().click();
  await expect(page).toHaveURL(/\/acme\/issues\/\d+$/);
  await page.getByRole("button", { name: /^Resolve/ }).click();
  await expect(page.getByText("Issue resolved")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Tags of all events" })).toBeVisible();
  await expectAccessible(page);
});

test("after signing in one is where one wanted to go", async ({ page }) => {
  await page.goto("/acme/issues?query=level%3Afatal");
  await expect(page).toHaveURL(/\/login\?next=/);
  await signInByForm(page);
  await expect(page).toHaveURL(/\/acme\/issues\?query=level%3Afatal$/);
  await expect(page.getByRole("combobox", { name: "Search issues" })).toHaveValue("level:fatal");
});

for (const next of ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/login?next=/"])
  test(`a foreign next is not followed: ${next}`, async ({ page }) => {
    await page.goto(`/login?next=${encodeURIComponent(next)}`);
    await signInByForm(page);
    await expect(page.getByRole("heading", { name: "Home", exact: true })).toBeVisible();
    await expect(page).toHaveURL(/^[^?]*:\d+\/$/);
  });

test("a wrong password, a lockout and a server that is down each have a sentence of their own", async ({
  page,
  demo,
}) => {
  await page.goto("/login");
  const said = new Set<string>();
  const problem = page.getByRole("alert");
  await signInByForm(page, ADMIN, "wrong");
  await expect(problem).toBeFocused();
  said.add((await problem.textContent())!);
  for (let attempt = 0; attempt < 5; attempt++) {
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("button", { name: "Sign in" })).toHaveAttribute("aria-disabled", "false");
  }
  await expect(problem).not.toHaveText([...said][0]!);
  said.add((await problem.textContent())!);
  await demo.failNext("/_allauth/browser/v1/auth/login", 500);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(problem).not.toHaveText([...said][1]!);
  said.add((await problem.textContent())!);
  await demo.failNext("/_allauth/browser/v1/auth/login", 403, 2);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(problem).not.toHaveText([...said][2]!);
  said.add((await problem.textContent())!);
  expect(said.size).toBe(4);
  await expect(page.getByLabel("E-mail address")).toHaveValue(ADMIN);
});

test("the second step takes a recovery code, and says when a code is wrong", async ({ page }) => {
  await page.goto("/login");
  await signInByForm(page, SECOND_STEP);
  const code = page.getByLabel("Code");
  await expect(code).toBeFocused();
  await code.fill("123456");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toBeVisible();
  await code.fill("11112222");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Home", exact: true })).toBeVisible();
  await expect(page).toHaveURL(/^[^?]*:\d+\/$/);
});

test("an expired session asks for the password over the page, and goes on", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto("/acme/issues");
  const first = rows(page).first();
  const name = await first.getByRole("checkbox").getAttribute("aria-label");
  await first.getByRole("checkbox").check();
  await demo.expireSession();
  await page.getByRole("button", { name: /^Resolve/ }).click();
  const dialog = page.getByRole("dialog", { name: "Please sign in again" });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await expect(dialog.getByLabel("E-mail address")).toHaveValue(ADMIN);
  // What is under way is not to go on as somebody else.
  await expect(dialog.getByLabel("E-mail address")).not.toBeEditable();
  await dialog.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByText("1 issue resolved")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("checkbox", { name: name!, exact: true })).toHaveCount(0);
});

test("somebody in no organization is told so", async ({ page }) => {
  await page.goto("/login");
  await signInByForm(page, "nora.new@example.com");
  await expect(page.getByRole("heading", { name: "You are in no organization yet" })).toBeVisible();
  await expectAccessible(page);
});

test("an issue that is not there is said not to be there", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto("/acme/issues/99999999");
  await expect(page.getByRole("heading", { name: "There is no such issue" })).toBeVisible();
  await expectAccessible(page);
});

test("signing out ends at the sign-in page, and back does not come in again", async ({ page, demo }) => {
  await demo.signIn();
  await page.goto("/acme/issues");
  await page.getByRole("button", { name: /^Account/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/login/);
  await page.goto("/acme/issues");
  await expect(page).toHaveURL(/\/login\?next=/);
});
