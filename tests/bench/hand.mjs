// How the issue list feels under the hand: keys in the search with 100 rows on a slow processor, and scrolling 2 000 rows.
// The rows are made up here from what the demo server lists, since it has fewer.

const row = "li.row";

/** Answers list requests with rows that go on and on: each page has new ids. */
async function endless(page, base) {
  await page.route(/\/organizations\/acme\/issues\/\?/, async (route) => {
    const url = new URL(route.request().url());
    const from = Number(url.searchParams.get("cursor") ?? 0);
    url.searchParams.delete("cursor");
    const response = await route.fetch({ url: url.href });
    const rows = (await response.json()).map((issue, index) => ({ ...issue, id: String(1_000_000 + from + index) }));
    const next = from + rows.length;
    const link = `<${base}/?cursor=${next}>; rel="next"; results="true"; cursor="${next}"`;
    await route.fulfill({ response, json: rows, headers: { ...response.headers(), link, "x-hits": "5000", "x-max-hits": "10000" } });
  });
}

async function open(browser, base, signIn, count) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies([{ name: "glint-world", value: `hand-${Math.random()}`, url: base }]);
  await signIn(context);
  const page = await context.newPage();
  await endless(page, base);
  await page.goto(`${base}/acme/issues`);
  await page.waitForSelector(".pager");
  while ((await page.locator(row).count()) < count) {
    const before = await page.locator(row).count();
    await page.evaluate(() => document.querySelector(".pager > button").click());
    await page.waitForFunction(([row, before]) => document.querySelectorAll(row).length > before, [row, before]);
  }
  await page.waitForLoadState("networkidle");
  return { context, page };
}

/** The longest time from a key to the next paint (the event timing that INP is made of), in milliseconds. */
async function typing(browser, base, signIn) {
  const { context, page } = await open(browser, base, signIn, 100);
  const cdp = await context.newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.evaluate(() => {
    window.glintKeys = [];
    const note = (entries) => {
      for (const { name, duration, interactionId } of entries.getEntries())
        if (interactionId && /^(key|pointer|click)/.test(name)) window.glintKeys.push(duration);
    };
    new PerformanceObserver(note).observe({ type: "event", durationThreshold: 16, buffered: false });
  });
  await page.focus("#issue-search");
  await page.keyboard.type(" level:error payment os.name:", { delay: 80 });
  await page.keyboard.press("Escape");
  await page.waitForTimeout(500);
  const keys = await page.evaluate(() => window.glintKeys.splice(0));
  await page.evaluate(() => document.activeElement.blur());
  for (const key of ["j", "j", "x", "j", "x", "Escape"]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(150);
  }
  await page.waitForTimeout(500);
  const commands = await page.evaluate(() => window.glintKeys);
  await context.close();
  const worst = (durations) => Math.max(0, ...durations);
  return { "key in the search, worst, ms": worst(keys), "key in the list, worst, ms": worst(commands) };
}

/** Scrolls through 2 000 rows for two seconds; how many frames came, and how many took longer than a sixtieth. */
async function scrolling(browser, base, signIn) {
  const { context, page } = await open(browser, base, signIn, 2000);
  const frames = await page.evaluate(
    () =>
      new Promise((done) => {
        const times = [];
        const start = performance.now();
        const step = (now) => {
          times.push(now);
          scrollBy(0, 120);
          if (now - start < 2000) requestAnimationFrame(step);
          else done(times.slice(1).map((time, index) => time - times[index]));
        };
        requestAnimationFrame(step);
      }),
  );
  await context.close();
  frames.sort((a, b) => a - b);
  return {
    "frames a second": Math.round(1000 / (frames.reduce((sum, frame) => sum + frame, 0) / frames.length)),
    "frame, 95th percentile, ms": Number(frames[Math.floor(frames.length * 0.95)].toFixed(1)),
    "frame, longest, ms": Number(frames.at(-1).toFixed(1)),
  };
}

/** Measures both; a table of numbers. */
export async function hand(browser, base, signIn) {
  return {
    "100 rows, 4x CPU": await typing(browser, base, signIn),
    "2 000 rows, scrolling": await scrolling(browser, base, signIn),
  };
}
