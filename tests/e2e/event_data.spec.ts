// What comes below the stack trace: request and cURL, user, tags, contexts, extra, modules, SDK, processing errors, user
// report, CSP reports, and trees of any size.
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support/glint";
import type { Page } from "@playwright/test";

test.beforeEach(async ({ demo }) => demo.signIn());

const REQUEST = {
  method: "POST",
  url: "https://shop.example.com/checkout/",
  query: [["page", "2"], ["token", "t0p-s3cret"]],
  fragment: "pay",
  headers: [["Accept", "text/html"], ["Authorization", "Bearer abc.def"], ["X-Quote", "it's\na line"]],
  cookies: { theme: "dark", sessionid: "0123456789abcdef" },
  data: { cart: { items: [{ sku: "SKU-1", qty: 2 }] }, password: "hunter2" },
  env: { SERVER_PORT: "443" },
  inferredContentType: "application/json",
  newField: { a: [1] },
};

type Json = Record<string, unknown>;

/** Opens an issue whose newest event is changed like this; `entries` replace those of their types. */
async function open(page: Page, change: Json, entries: { type: string; data: unknown }[] = []) {
  await page.route(/\/api\/0\/issues\/[^/]+\/events\/latest\/$/, async (route) => {
    const answer = await route.fetch();
    const event = await answer.json();
    const types = entries.map((entry) => entry.type);
    const others = event.entries.filter((entry: { type: string }) => !types.includes(entry.type));
    await route.fulfill({ response: answer, json: { ...event, entries: [...others, ...entries], ...change } });
  });
  const list = await page.request.get("/api/0/organizations/acme/issues/?query=is:unresolved%20level:error&limit=1");
  const [issue] = await list.json();
  await page.goto(`/acme/issues/${issue.id}`);
}

/** A section; it is built when it comes near. */
async function reach(page: Page, name: string) {
  const section = page.getByRole("region", { name, exact: true });
  await section.scrollIntoViewIfNeeded();
  await expect(section.getByRole("heading", { level: 2 })).toBeVisible();
  await expect(section.locator(".when-near")).toHaveCount(0);
  return section;
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test("a request hides its secrets until they are asked for, also in the cURL command", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, {}, [{ type: "request", data: REQUEST }]);
  const request = await reach(page, "Request");
  const link = request.getByRole("link", { name: /shop\.example\.com\/checkout/ });
  await expect(link).toHaveAttribute("rel", "noopener noreferrer");
  await expect(link).toHaveAttribute("title", /shop\.example\.com/);
  await expect(link).toContainText("token=••••••");
  for (const secret of ["t0p-s3cret", "Bearer", "0123456789abcdef", "hunter2"]) {
    await expect(request).not.toContainText(secret);
  }
  await expect(request.getByRole("group", { name: "Cookies" })).toContainText("dark");
  await expect(request.getByRole("group", { name: "Other" })).toContainText("newField");

  await request.getByRole("button", { name: "Reveal Authorization" }).click();
  await expect(request).toContainText("Bearer abc.def");
  await expect(request).not.toContainText("hunter2");

  const copy = request.getByRole("button", { name: "Copy as cURL" });
  await copy.click();
  await expect.poll(() => clipboard(page)).toContain("--header 'Authorization: ••••••'");
  const masked = await clipboard(page);
  expect(masked).toContain("--url 'https://shop.example.com/checkout/?page=2&token=••••••'");
  expect(masked).toContain(`--header 'X-Quote: it'\\''s a line'`);
  for (const secret of ["t0p-s3cret", "Bearer", "0123456789abcdef", "hunter2"]) expect(masked).not.toContain(secret);

  await request.getByRole("button", { name: "Reveal secrets" }).click();
  await expect(request).toContainText("hunter2");
  await copy.click();
  await expect.poll(() => clipboard(page)).toContain("Bearer abc.def");
  expect(await clipboard(page)).toContain(`"password":"hunter2"`);
  await request.getByRole("button", { name: "Hide secrets" }).click();
  await expect(request).not.toContainText("hunter2");
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test("a body is shown taken apart, as lines of JSON, and as it was sent", async ({ page }) => {
  await open(page, {}, [{ type: "request", data: { ...REQUEST, data: '{"b": {"c": 1}, "a": 2}' } }]);
  const body = (await reach(page, "Request")).getByRole("group", { name: "Body", exact: true });
  await expect(body.getByText("{ c }")).toBeVisible();
  await body.getByRole("button", { name: "Pretty" }).click();
  await expect(body.locator(".raw")).toContainText('"c": 1');
  await body.getByRole("button", { name: "Raw" }).click();
  await expect(body.locator(".raw")).toHaveText('{"b": {"c": 1}, "a": 2}');
  await expect(body.getByRole("button", { name: "Raw" })).toHaveAttribute("aria-pressed", "true");
});

test("a request that cannot be read is shown as it was sent, and one without an address is not copied", async ({ page }) => {
  await open(page, {}, [{ type: "request", data: ["odd", "request"] }, { type: "profile", data: { samples: [7] } }]);
  const request = await reach(page, "Request");
  await expect(request).toContainText("odd");
  await expect(request.getByRole("button", { name: "Copy as cURL" })).toHaveCount(0);
  const other = await reach(page, "Other entry");
  await expect(other).toContainText("profile");
  await expect(other).toContainText("samples");
});

test("a value and the way to it are copied, by keyboard too", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, { context: { order: { "a b": [10, { total: "12.50" }] } } });
  const extra = await reach(page, "Extra");
  await extra.getByText("{ a b }").press("Enter");
  await extra.getByText("[ 2 items ]").press("Enter");
  const tools = extra.getByRole("button", { name: "Tools for 1", exact: true });
  await tools.focus();
  await expect(tools).toHaveCSS("opacity", "1");
  await page.keyboard.press("Enter");
  await extra.getByRole("button", { name: "Copy path" }).press("Enter");
  await expect.poll(() => clipboard(page)).toBe('extra.order["a b"][1]');
  await extra.getByRole("button", { name: "Copy value" }).press("Enter");
  await expect.poll(() => clipboard(page)).toBe('{\n  "total": "12.50"\n}');
  await extra.getByRole("group", { name: "1", exact: true }).getByRole("button", { name: "Unfold all" }).press("Enter");
  await expect(extra.getByText("12.50")).toBeVisible();
});

test("trees a hundred deep and ten thousand wide stay usable", async ({ page }) => {
  let deep: unknown = "the bottom";
  for (let level = 0; level < 100; level += 1) deep = { [`level ${level}`]: deep };
  await open(page, { context: { deep, wide: Array.from({ length: 10_000 }, (_, at) => at), odd: "a\u202eb" } });
  const extra = await reach(page, "Extra");
  await expect(extra).toContainText("a⟨U+202E⟩b");
  await extra.getByRole("button", { name: "Unfold all" }).first().click();
  await expect(extra.getByText("the bottom")).toBeVisible();
  await expect(extra.getByRole("status")).toContainText("first 300 values");
  const range = extra.getByText("9900 … 9999 (100)");
  await range.click();
  await expect(extra.getByText("9999", { exact: true }).first()).toBeVisible();
  await expectNoSidewaysScroll(page);
  await extra.getByRole("button", { name: "Fold all" }).first().click();
  await expect(extra.getByText("the bottom")).toBeHidden();
});

test("contexts and user are told in words, with all their fields", async ({ page }) => {
  await open(page, {
    contexts: {
      browser: { type: "browser", name: "Chrome", version: "126" },
      os: { type: "os", name: "Windows", version: "10", build: "19045" },
      device: { type: "device", manufacturer: "Google", model: "Pixel 8", memory_size: 8_589_934_592 },
      odd: { "<b>": { c: 1 } },
    },
    user: { id: "42", email: "ada@example.com", ip_address: "203.0.113.7", geo: { city: "Recife", country_code: "BR" }, plan: "pro" },
  });
  const contexts = await reach(page, "Contexts");
  await expect(contexts.getByRole("group", { name: "Browser" })).toContainText("Chrome 126 on Windows 10");
  await expect(contexts.getByRole("group", { name: "Device" })).toContainText("Google Pixel 8");
  await expect(contexts.getByRole("group", { name: "Device" })).toContainText("8 GB");
  const system = contexts.getByRole("group", { name: "Operating system" });
  await system.getByText("4 fields").click();
  await expect(system.getByText("19045").last()).toBeVisible();
  await expect(contexts.getByRole("group", { name: "odd" })).toContainText("<b>");
  const user = await reach(page, "User");
  await expect(user.getByRole("link", { name: "ada@example.com" })).toHaveAttribute("href", "mailto:ada@example.com");
  await expect(user).toContainText("Recife, BR");
  await expect(user).toContainText("pro");
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test("tags lead to the issues that have them", async ({ page }) => {
  await open(page, {
    tags: [{ key: "environment", value: "production" }, { key: "url", value: "https://shop.example.com/pay" }, { key: "bad", value: "javascript:alert(1)" }],
  });
  const tags = await reach(page, "Tags");
  await expect(tags.getByRole("link", { name: /Open https:\/\/shop\.example\.com/ })).toHaveCount(1);
  await expect(tags.getByRole("link", { name: /Open javascript/ })).toHaveCount(0);
  await tags.getByRole("link", { name: /environment.*production/ }).click();
  await expect(page).toHaveURL(/\/acme\/issues\?.*environment/);
});

test("modules are found and copied; SDK, processing errors and user report are told", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const packages = Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`module-${at}`, `1.${at}`]));
  await open(page, {
    packages,
    sdk: { name: "sentry.python", version: "2.48.0", integrations: ["django", "redis"], packages: [{ name: "pypi:sentry-sdk", version: "2.48.0" }] },
    errors: [{ type: "js_no_source", url: "https://shop.example.com/app.js" }, { type: "brand_new", x: 1 }],
    userReport: { name: "Kim", email: "kim@example.com", comments: "It broke.\nTwice.", dateCreated: "2026-11-23T08:30:51.400Z", id: 6 },
  });
  const modules = await reach(page, "Modules");
  await modules.getByRole("searchbox", { name: "Find a module" }).fill("module-24");
  await expect(modules.getByRole("status")).toHaveText("11 of 250 shown");
  await modules.getByRole("searchbox").fill("nothing like it");
  await expect(modules).toContainText("No module is called so.");
  await modules.getByRole("button", { name: "Copy all modules" }).click();
  await expect.poll(() => clipboard(page)).toContain("module-249 1.249\n");
  const sdk = await reach(page, "SDK");
  await expect(sdk).toContainText("django");
  await expect(sdk).toContainText("pypi:sentry-sdk 2.48.0");
  const errors = await reach(page, "Processing errors");
  await expect(errors).toContainText("The file was not found");
  await expect(errors).toContainText("brand_new");
  const report = await reach(page, "User report");
  await expect(report).toContainText("It broke.");
  await expect(report.getByRole("link", { name: "All user reports" })).toHaveAttribute("href", /\/user-reports$/);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test("a CSP report says what happened, and what would allow it at what price", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, {
    type: "csp",
    entries: [
      {
        type: "csp",
        data: {
          blocked_uri: "https://cdn.example/t.js",
          effective_directive: "script-src-elem",
          document_uri: "https://www.example.com/pay",
          original_policy: "default-src 'self'; script-src 'self'",
          disposition: "enforce",
          a_new_field: "kept",
        },
      },
    ],
  });
  const report = page.getByRole("region", { name: "Content Security Policy report" });
  await expect(report).toContainText("The browser blocked a script from cdn.example on www.example.com/pay");
  await expect(report.getByText("script-src 'self' https://cdn.example", { exact: true })).toBeVisible();
  await expect(report).toContainText("lets every script of https://cdn.example run");
  await expect(report).toContainText("a_new_field");
  await report.getByRole("button", { name: "Copy the directive" }).click();
  await expect.poll(() => clipboard(page)).toBe("script-src 'self' https://cdn.example");
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});
