// Stack traces: what is open and what is folded, the ways to look at them, links to frames, copying, threads and images.
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./support/glint";
import type { Page } from "@playwright/test";

test.beforeEach(async ({ demo }) => demo.signIn());

type Json = Record<string, any>;

/** The number of the first issue whose type is this. */
async function issueOf(page: Page, type: string): Promise<string> {
  const answer = await page.request.get(`/api/0/organizations/acme/issues/?query=${encodeURIComponent(type)}&limit=100`);
  const issues: Json[] = await answer.json();
  const issue = issues.find((one) => one.metadata.type === type);
  expect(issue, `an issue of type ${type}`).toBeTruthy();
  return issue!.id;
}

/** Opens an issue of this type; `change` may change its newest event before. Gives the issue's number. */
async function open(page: Page, type: string, change?: (event: Json) => void, query = ""): Promise<string> {
  if (change) {
    await page.route(/\/api\/0\/issues\/[^/]+\/events\/(latest|[0-9a-f]{32})\/$/, async (route) => {
      const answer = await route.fetch();
      const event = await answer.json();
      change(event);
      await route.fulfill({ response: answer, json: event });
    });
  }
  const id = await issueOf(page, type);
  await page.goto(`/acme/issues/${id}${query}`);
  await expect(stack(page)).toBeVisible();
  return id;
}

const stack = (page: Page) => page.getByRole("region", { name: /^Exceptions?$/ });
const frames = (page: Page) => stack(page).locator("details.frame");
const frame = (page: Page, name: string) =>
  frames(page).filter({ has: page.locator("summary .fn").getByText(name, { exact: true }) });
const summary = (page: Page, name: string) => frame(page, name).first().locator("> summary");
const shown = (page: Page, name: "App frames" | "All" | "Raw") =>
  stack(page).getByRole("group", { name: "Frames shown" }).getByRole("button", { name, exact: true });
const order = (page: Page) => stack(page).getByRole("button", { name: /^(Newest|Oldest) first$/ });
const exception = (event: Json) => event.entries.find((entry: Json) => entry.type === "exception").data;

test("a chain: what was thrown first, its cause below it, app frames open and libraries folded", async ({ page }) => {
  await open(page, "UpstreamTimeout");
  await expect(stack(page)).toMatchAriaSnapshot(`
    - region "Exceptions":
      - heading "Exceptions" [level=2]
      - button "Newest first"
      - group "Frames shown":
        - button "App frames" [pressed]
        - button "All"
        - button "Raw"
      - button "Copy the stack trace as text"
      - 'region "1 of 2: UpstreamTimeout"':
        - heading /UpstreamTimeout/ [level=3]
        - paragraph: /payment provider did not answer/
        - paragraph: /Caught by django/
      - 'region "2 of 2: ConnectionResetError"':
        - paragraph: caused by
        - heading /ConnectionResetError/ [level=3]
  `);
  const first = stack(page).getByRole("region", { name: "1 of 2: UpstreamTimeout" });
  await expect(first.locator("details.frame[open] > summary .fn")).toHaveText(["charge_order"]);
  await expect(first.getByRole("group", { name: "Source" })).toBeVisible();
  await expect(first.getByRole("group", { name: "Locals" })).toBeVisible();
  const fold = first.locator("details.fold");
  await expect(fold.locator("> summary")).toContainText("2 frames of django");
  await expect(fold.locator("details.frame")).toHaveCount(0);
  await fold.locator("> summary").click();
  await expect(fold.locator("details.frame")).toHaveCount(2);
  await fold.locator("> summary").click();
  await expect(fold.locator("details.frame").first()).toBeHidden();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("a group: its members say which they are", async ({ page }) => {
  await open(page, "ExceptionGroup");
  await expect(stack(page)).toMatchAriaSnapshot(`
    - region "Exceptions":
      - heading "Exceptions" [level=2]
      - 'region "1 of 3: ExceptionGroup"':
        - heading /ExceptionGroup/ [level=3]
      - 'region "2 of 3: ValueError"':
        - paragraph: member 1 of the group
        - heading /ValueError/ [level=3]
      - 'region "3 of 3: UpstreamTimeout"':
        - paragraph: member 2 of the group
        - heading /UpstreamTimeout/ [level=3]
  `);
});

test("a recursion is one row, and 2 000 frames stay cheap", async ({ page }) => {
  await open(page, "RecursionError");
  await expect(frames(page)).toHaveCount(1);
  await expect(frames(page).locator("> summary")).toContainText(/× .* times/);
  await shown(page, "Raw").click();
  await expect(stack(page).locator("pre.raw")).toContainText("more times]");
});

test("a message without frames has nothing to choose", async ({ page }) => {
  await open(page, "UpstreamTimeout", (event) => {
    for (const value of exception(event).values) delete value.stacktrace;
  });
  await expect(stack(page).getByRole("group", { name: "Frames shown" })).toHaveCount(0);
  await expect(stack(page).getByRole("heading", { level: 3 })).toHaveCount(2);
});

test("frames and order are remembered", async ({ page }) => {
  await open(page, "Product.DoesNotExist");
  await expect(summary(page, "product")).toBeVisible();
  await shown(page, "All").click();
  await expect(summary(page, "_get_response")).toBeVisible();
  const names = () => frames(page).locator("> summary .fn").allTextContents();
  const newest = await names();
  await order(page).click();
  await expect(order(page)).toHaveAccessibleName("Oldest first");
  expect(await names()).toEqual([...newest].reverse());
  await page.reload();
  await expect(shown(page, "All")).toHaveAttribute("aria-pressed", "true");
  await expect(order(page)).toHaveAccessibleName("Oldest first");
  expect(await names()).toEqual([...newest].reverse());
  await shown(page, "Raw").click();
  await expect(stack(page).locator("pre.raw")).toContainText("Traceback (most recent call last):");
  await expect(order(page)).toBeHidden();
  await page.reload();
  await expect(stack(page).locator("pre.raw")).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test("the order of the account counts until one is chosen here", async ({ page, demo }) => {
  await page.route(/\/api\/0\/users\/me\/$/, async (route) => {
    const answer = await route.fetch();
    const user = await answer.json();
    await route.fulfill({ response: answer, json: { ...user, options: { ...user.options, stacktraceOrder: 1 } } });
  });
  await open(page, "UpstreamTimeout");
  await expect(order(page)).toHaveAccessibleName("Oldest first");
  await order(page).click();
  await expect(order(page)).toHaveAccessibleName("Newest first");
  const asked = async () => (await demo.requests()).filter((request) => request.startsWith("GET /api/0/users/me/")).length;
  const before = await asked();
  await page.reload();
  await expect(order(page)).toHaveAccessibleName("Newest first");
  await expect(page.locator("#navigation")).toBeAttached();
  expect(await asked()).toBe(before);
});

test("an opened frame is in the URL, and its link opens it again", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const id = await open(page, "UpstreamTimeout");
  const scrolled = () => page.evaluate(() => window.scrollY);
  const head = summary(page, "checkout");
  await head.scrollIntoViewIfNeeded();
  const before = await scrolled();
  await head.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?frame=0\.1$/);
  await expect(head).toBeFocused();
  expect(await scrolled()).toBe(before);
  await expect(frame(page, "checkout")).toHaveAttribute("open", "");
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/frame=/);

  // A frame inside of a fold.
  const fold = stack(page).locator("details.fold").first();
  await fold.locator("> summary").click();
  await summary(page, "_get_response").click();
  await expect(page).toHaveURL(/\?frame=0\.2$/);
  await frame(page, "_get_response").getByRole("button", { name: "Copy link to this frame" }).click();
  await expect(page.getByText("Link to the frame copied")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(new RegExp(`/acme/issues/${id}/events/[0-9a-f]{32}\\?frame=0\\.2$`));
  await page.goto(link);
  const linked = frame(page, "_get_response");
  await expect(linked).toHaveClass(/linked/);
  await expect(linked).toHaveAttribute("open", "");
  await expect(linked.locator("> summary")).toBeInViewport();
  await expect(page.getByRole("group", { name: "Locals" }).first()).toBeVisible();

  // The link leads to the frame even where the raw text was looked at last.
  await shown(page, "Raw").click();
  await expect(stack(page).locator("pre.raw")).toBeVisible();
  await page.goto("about:blank");
  await page.goto(link);
  await expect(linked).toHaveAttribute("open", "");
});

test("a frame that is not there does no harm", async ({ page }) => {
  for (const nowhere of ["7.0", "0.999", "<b>", "0.0.0"]) {
    await open(page, "UpstreamTimeout", undefined, `?frame=${encodeURIComponent(nowhere)}`);
    await expect(frames(page).first()).toBeVisible();
    await expect(stack(page).locator(".linked")).toHaveCount(0);
  }
});

test("a frame and the whole trace are copied as the platform writes them", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "UpstreamTimeout");
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await frame(page, "charge_order").first().getByRole("button", { name: "Copy this frame as text" }).click();
  await expect(page.getByText("Frame copied")).toBeVisible();
  expect(await copied()).toMatch(/^ {2}File ".*", line \d+, in charge_order\n {4}\S/);
  await stack(page).getByRole("button", { name: "Copy the stack trace as text" }).click();
  await expect(page.getByText("Stack trace copied")).toBeVisible();
  expect(await copied()).toMatch(/^Traceback[^]*direct cause of the following exception:[^]*UpstreamTimeout: /);
});

test("minified code and why its map did not apply", async ({ page }) => {
  await open(page, "UpstreamTimeout", (event) => {
    event.platform = "javascript";
    event.errors = [
      { type: "js_no_source", name: null, value: "https://shop.example/app.min.js" },
      { type: "invalid_data", name: "timestamp", value: "yesterday" },
    ];
    const thrown = exception(event).values.at(-1);
    thrown.rawStacktrace = {
      frames: [{ function: "t", filename: "app.min.js", lineNo: 1, colNo: 4711, inApp: true, context: [] }],
    };
  });
  const why = stack(page).locator(".maps");
  await expect(why).toContainText("Why this is not the original code");
  await expect(why).toContainText("The file was not found https://shop.example/app.min.js");
  await expect(why).not.toContainText("yesterday");
  const code = stack(page).getByRole("group", { name: "Code shown" });
  await expect(code.getByRole("button", { name: "Original" })).toHaveAttribute("aria-pressed", "true");
  await expect(summary(page, "t")).toHaveCount(0);
  await code.getByRole("button", { name: "Minified" }).click();
  await expect(summary(page, "t")).toContainText("app.min.js:1:4711");
  await page.reload();
  await expect(summary(page, "t")).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("links to the source say their host, and only web addresses are links", async ({ page }) => {
  await open(page, "UpstreamTimeout", (event) => {
    const calls = exception(event).values.at(-1).stacktrace.frames;
    calls.at(-1).sourceLink = "https://git.example/shop/blob/1f9d/gateway.py#L44";
    calls.at(-2).sourceLink = "javascript:alert(1)";
  });
  const link = frame(page, "charge_order").first().getByRole("link", { name: "Source at git.example" });
  await expect(link).toHaveAttribute("href", "https://git.example/shop/blob/1f9d/gateway.py#L44");
  await expect(link).toHaveAttribute("rel", "noopener noreferrer");
  await summary(page, "checkout").click();
  await expect(frame(page, "checkout").getByRole("link")).toHaveCount(0);
});

test("threads can be chosen, and images searched", async ({ page }) => {
  await open(page, "UpstreamTimeout", (event) => {
    const calls = { frames: [{ function: "poll_wait", filename: "poll.c", lineNo: 7, inApp: true, context: [] }] };
    event.entries.push({
      type: "threads",
      data: {
        values: [
          { id: 1, name: "main", stacktrace: calls },
          { id: 7, name: "worker-2", crashed: true },
        ],
      },
    });
    event.entries.push({
      type: "debugmeta",
      data: {
        images: Array.from({ length: 30 }, (_, at) => ({
          type: "elf",
          code_file: `/usr/lib/lib${at}.so`,
          debug_id: `ID-${at}`,
          image_addr: `0x${(at + 1).toString(16)}000`,
          image_size: 4096,
        })),
      },
    });
  });
  // They are built when they come near.
  await stack(page).locator("details.frame").last().scrollIntoViewIfNeeded();
  const threads = page.getByRole("region", { name: "Threads" });
  await expect(threads.getByRole("heading", { name: "worker-2 (7): crashed" })).toBeVisible();
  await threads.getByRole("combobox", { name: "Thread" }).selectOption({ label: "main (1) · 1 frame" });
  await expect(threads.getByText("poll_wait")).toBeVisible();
  const images = page.getByRole("region", { name: "Images" });
  await images.scrollIntoViewIfNeeded();
  await expect(images.locator(".image")).toHaveCount(30);
  await images.getByRole("searchbox", { name: "Search the images" }).fill("id-29");
  await expect(images.locator(".image")).toHaveCount(1);
  await expect(images.getByRole("status")).toHaveText("1 image found");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});
