// An event of 10 MB: its head is there at once, nothing blocks the page, and it scrolls as fast as any other.
import type { Page } from "@playwright/test";
import { onSlowDevice } from "./support/device";
import { expect, rows, test } from "./support/glint";

test.beforeEach(async ({ demo }) => demo.signIn());

/** How often it is tried. */
const ATTEMPTS = 12;
/** From the answer's end to the first frame that shows the head, on the slow device. */
const HEAD_MS = 300;
const LONGEST_TASK_MS = 100;
/** The watch on long tasks ends so long after the answer. */
const WATCHED_MS = 5_000;
/** One frame of 60 Hz, and a little for the clock. */
const FRAME_MS = 17.5;

const words = (length: number) => "the order 'A-17' of <b>shop</b> ".repeat(Math.ceil(length / 32)).slice(0, length);
const list = <T>(length: number, item: (place: number) => T) => Array.from({ length }, (_, place) => item(place));
const named = <T>(length: number, name: string, item: (place: number) => T) =>
  Object.fromEntries(list(length, (place) => [`${name}_${place}`, item(place)]));

/** 500 frames of 10 kB, 1 000 breadcrumbs, 500 tags, a body of 2 MB, and data nested 100 deep. */
function heavyEvent(issue: string) {
  const frame = (place: number) => ({
    filename: `shop/orders/part_${place}.py`,
    absPath: `/srv/shop/orders/part_${place}.py`,
    module: `shop.orders.part_${place}`,
    function: `handle_${place}`,
    lineNo: 60,
    inApp: place % 3 === 0,
    context: list(11, (line) => [55 + line, `    ${words(450)}`]),
    vars: named(20, "local", (local) =>
      local % 4 ? words(220) : { id: local, items: [1, 2.5, { text: words(100), none: null }], ready: true },
    ),
  });
  let deep: unknown = "the end";
  for (let depth = 0; depth < 100; depth += 1) deep = depth % 2 ? [deep] : { in: deep };
  const id = "10000000000040008000000000000010";
  return {
    id,
    eventID: id,
    projectID: 1,
    groupID: issue,
    dateCreated: "2026-11-23T08:04:50.032Z",
    dateReceived: "2026-11-23T08:04:51.032Z",
    type: "error",
    platform: "python",
    title: "ValueError: heavy",
    metadata: { type: "ValueError", value: "heavy" },
    culprit: "handle_499",
    message: null,
    dist: null,
    errors: [],
    userReport: null,
    nextEventID: null,
    previousEventID: null,
    tags: [{ key: "release", value: "shop@heavy" }, ...list(499, (place) => ({ key: `tag-${place}`, value: words(100) }))],
    contexts: { deep, browser: { name: "Firefox", version: "140" } },
    context: named(300, "extra", (place) => ({ place, text: words(4_000), list: list(20, (item) => item) })),
    packages: named(500, "package", () => "1.0"),
    user: { id: "7", email: "heavy@example.com" },
    sdk: { name: "sentry.python", version: "2.0" },
    entries: [
      {
        type: "exception",
        data: {
          hasSystemFrames: true,
          values: [
            {
              type: "ValueError",
              value: "heavy",
              module: null,
              mechanism: { type: "generic", handled: false },
              stacktrace: { frames: list(500, frame), registers: null },
            },
          ],
        },
      },
      {
        type: "breadcrumbs",
        data: {
          values: list(1_000, (place) => ({
            type: "http",
            category: "fetch",
            level: place % 50 ? "info" : "error",
            timestamp: "2026-11-23T08:04:40Z",
            message: words(1_000),
            data: { url: `https://shop.example/orders/${place}`, method: "GET", status_code: 200, more: words(500) },
          })),
        },
      },
      {
        type: "request",
        data: {
          method: "POST",
          url: "https://shop.example/orders",
          headers: [["Accept", "*/*"]],
          data: named(2_000, "item", (place) => ({ sku: words(950), amount: [place, 1.5], gift: null })),
        },
      },
    ],
  };
}

/** Lets the second issue of the list have the heavy event, and gives its id. The app is warm afterwards. */
async function prepare(page: Page) {
  await page.goto("/acme/issues");
  const link = rows(page).nth(1).getByRole("link").first();
  const issue = (await link.getAttribute("href"))!.match(/issues\/(\d+)/)![1];
  const body = JSON.stringify(heavyEvent(issue));
  expect(Math.round(body.length / 1e6), "megabytes").toBe(10);
  await page.route(`**/api/0/issues/${issue}/events/latest/`, (route) =>
    route.fulfill({ status: 200, contentType: "application/json", body }),
  );
  await rows(page).nth(0).getByRole("link").first().click();
  await expect(page.locator(".strip dl")).toBeVisible();
  await page.waitForTimeout(1_000);
  await page.goBack();
  await expect(rows(page).nth(1)).toBeVisible();
  await page.waitForTimeout(500);
  return issue;
}

/** Opens the heavy issue without the pointer, which would fetch it for the preview. */
const open = (page: Page, issue: string) =>
  rows(page).nth(1).getByRole("link").first().evaluate((link: HTMLElement, issue) => {
    if (!link.getAttribute("href")?.includes(issue)) throw new Error("the list has another order");
    link.click();
  }, issue);

// A trace looks at the whole page after each step, on the page's own time.
test.use({ trace: "off" });

/** Opens the heavy event: when its head was there after the answer, and the tasks that took long. */
async function timeOpening(page: Page, issue: string) {
  await page.evaluate(() => {
    performance.clearResourceTimings();
    performance.setResourceTimingBufferSize(1_000);
    const seen = { head: 0, tasks: [] as [number, number][] };
    let done = () => {};
    const there = new Promise<void>((resolve) => (done = resolve));
    Object.assign(window, { seen, there });
    new PerformanceObserver((found) => {
      for (const { startTime, duration } of found.getEntries()) seen.tasks.push([startTime, duration]);
    }).observe({ type: "longtask" });
    const observer = new MutationObserver(() => {
      if (!document.querySelector(".strip dl")) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        seen.head = performance.now();
        done();
      });
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
  await open(page, issue);
  // Nothing is asked of the page while it is timed.
  await page.evaluate(() => (window as unknown as { there: Promise<void> }).there);
  await page.waitForTimeout(WATCHED_MS);
  await expect(page.locator(".strip dl")).toContainText("shop@heavy");
  await expect(page.locator(".frame").first()).toBeVisible({ timeout: 20_000 });
  const { head, tasks, answered } = await page.evaluate((issue) => {
    const { head, tasks } = (window as unknown as { seen: { head: number; tasks: [number, number][] } }).seen;
    const answers = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    const answer = answers.find(({ name }) => name.endsWith(`/issues/${issue}/events/latest/`));
    return { head, tasks, answered: answer?.responseEnd ?? 0 };
  }, issue);
  expect(answered, "the answer was timed").toBeGreaterThan(0);
  const long = tasks
    .filter(([start, length]) => start + length > answered && start < answered + WATCHED_MS)
    .map(([start, length]) => ({ length, at: start - answered }));
  return { head: head - answered, long };
}

/** How long the browser itself is busy with ten megabytes when a page does nothing but read them, chunk by chunk. */
async function timeTaking(page: Page, issue: string) {
  return page.evaluate(async (issue) => {
    let longest = 0;
    const observer = new PerformanceObserver((found) => {
      for (const { duration } of found.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ type: "longtask" });
    const reader = (await fetch(`/api/0/issues/${issue}/events/latest/`)).body!.getReader();
    while (!(await reader.read()).done) await new Promise((go) => setTimeout(go, 0));
    await new Promise((go) => setTimeout(go, 1_000));
    observer.disconnect();
    return longest;
  }, issue);
}

test("an event of 10 MB shows its head at once and blocks nothing", { tag: "@alone" }, async ({ page }) => {
  test.slow();
  const issue = await prepare(page);
  const told: string[] = [];
  // To hand ten megabytes over is a task of the browser's own, which no page can make shorter: it is measured by itself,
  // and one that is no longer, right after the answer, is not counted.
  const taking = await onSlowDevice(page, async () =>
    Math.max(await timeTaking(page, issue), await timeTaking(page, issue), await timeTaking(page, issue)),
  );
  told.push(`the browser alone: ${Math.round(taking)} ms`);
  const isTaking = ({ length, at }: { length: number; at: number }) => at < 50 && length <= taking * 1.25;
  // The best of a few, since other programs share the machine.
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { head, long } = await onSlowDevice(page, () => timeOpening(page, issue));
    told.push(`head after ${Math.round(head)} ms; ` + long.map(({ length, at }) => `${length} ms at ${Math.round(at)}`).join(", "));
    if (head < HEAD_MS && long.every((task) => task.length <= LONGEST_TASK_MS || isTaking(task))) {
      test.info().annotations.push({ type: "timed", description: told.join(" | ") });
      return;
    }
    await page.goBack();
    await expect(rows(page).nth(1)).toBeVisible();
    await page.waitForTimeout(500);
  }
  expect(told, `the head within ${HEAD_MS} ms and no task above ${LONGEST_TASK_MS} ms`).toEqual([]);
});

test("an event of 10 MB scrolls smoothly", { tag: "@alone" }, async ({ page }) => {
  test.slow();
  const issue = await prepare(page);
  let best = Infinity;
  // Other work on the machine may spoil a run, so the best of three counts. Each begins with nothing built.
  for (let run = 0; run < 3 && best >= FRAME_MS; run += 1) {
    await open(page, issue);
    await expect(page.locator(".frame").first()).toBeVisible({ timeout: 20_000 });
    await page.waitForTimeout(1_000);
    const slow = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          const times: number[] = [];
          let last = 0;
          const step = (now: number) => {
            if (last) times.push(now - last);
            last = now;
            const { scrollHeight, clientHeight } = document.documentElement;
            const isDown = scrollY + clientHeight >= scrollHeight - 1;
            if ((isDown && times.length > 60) || times.length > 900) {
              times.sort((a, b) => a - b);
              done(times[Math.floor(times.length * 0.95)]);
              return;
            }
            scrollBy(0, clientHeight / 16);
            requestAnimationFrame(step);
          };
          requestAnimationFrame(step);
        }),
    );
    best = Math.min(best, slow);
    await page.goBack();
    await expect(rows(page).nth(1)).toBeVisible();
  }
  expect(best).toBeLessThan(FRAME_MS);
});

test("the browser's search and printing find what nobody has scrolled to", { tag: "@alone" }, async ({ page }) => {
  const issue = await prepare(page);
  const unbuilt = page.locator(".when-near");
  for (const ask of [
    () => page.keyboard.press("Control+f"),
    () => page.evaluate(() => dispatchEvent(new Event("beforeprint"))),
  ]) {
    await open(page, issue);
    await expect(page.locator(".frame").first()).toBeVisible({ timeout: 20_000 });
    await expect(unbuilt).not.toHaveCount(0);
    await ask();
    await expect(unbuilt).toHaveCount(0);
    await page.goBack();
    await expect(rows(page).nth(1)).toBeVisible();
  }
});
