// The list of monitors: from the answer to the first rows and to all of them, and from a key in the filter to the next paint.
// With 100 monitors and with the 1 500 of the demo organization `wall`, as fast as it goes and on a slow processor.

const list = "/wall/uptime-monitors";
const row = "li.mon";

/** Runs in the page before anything else: notes when the first rows are painted, and when all are there. */
function watchWall({ row, count }) {
  const marks = (window.glintWall = {});
  localStorage.setItem("glint.signed-in", "yes");
  const look = () => {
    const rows = document.querySelectorAll(row).length;
    if (rows > 0 && marks.first === undefined) {
      marks.first = 0;
      // The frame after the next one begins when this one is painted.
      requestAnimationFrame(() => (marks.first = performance.now()));
    }
    if (rows >= count) marks.all ??= performance.now();
    if (marks.all === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function measure(browser, base, signIn, count, cpu) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies([{ name: "glint-world", value: `wall-${Math.random()}`, url: base }]);
  await signIn(context);
  const page = await context.newPage();
  await page.addInitScript(watchWall, { row, count });
  if (count === 100)
    await page.route(/\/organizations\/wall\/monitors\/\?/, async (route) => {
      const response = await route.fetch();
      const { link, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });
  const cdp = await context.newCDPSession(page);
  if (cpu > 1) await cdp.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  await page.goto(base + list);
  await page.waitForFunction(() => window.glintWall.all && window.glintWall.first, undefined, { timeout: 120_000 });
  const times = await page.evaluate(() => {
    const answers = performance.getEntriesByType("resource").filter(({ name }) => /\/wall\/monitors\/\?/.test(name));
    const [first, last] = [answers[0].responseEnd, answers.at(-1).responseEnd];
    return { first: window.glintWall.first - first, all: window.glintWall.all - last };
  });
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => {
    window.glintKeys = [];
    const note = (entries) => {
      for (const { name, duration, interactionId } of entries.getEntries())
        if (interactionId && name.startsWith("key")) window.glintKeys.push(duration);
    };
    new PerformanceObserver(note).observe({ type: "event", durationThreshold: 16, buffered: false });
  });
  await page.focus("#monitor-filter");
  await page.keyboard.type("eu-west checkout", { delay: 120 });
  for (let key = 0; key < 16; key++) {
    await page.keyboard.press("Backspace");
    await page.waitForTimeout(120);
  }
  await page.waitForTimeout(1000);
  const keys = await page.evaluate(() => window.glintKeys);
  await context.close();
  keys.sort((a, b) => a - b);
  return {
    "first rows after the answer, ms": Math.round(times.first),
    "all rows after the last answer, ms": Math.round(times.all),
    "key in the filter, median, ms": keys[Math.floor(keys.length / 2)] ?? 0,
    "key in the filter, worst, ms": Math.max(0, ...keys),
  };
}

/** Measures all four; a table of numbers for each. */
export async function wall(browser, base, signIn) {
  const table = {};
  for (const count of [100, 1500])
    for (const cpu of [1, 4]) {
      const name = `${count} monitors${cpu > 1 ? `, ${cpu}x CPU` : ""}`;
      table[name] = await measure(browser, base, signIn, count, cpu);
    }
  return table;
}
