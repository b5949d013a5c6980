// How long a chart takes to be drawn, by the number of its points: from showing a series again to the next paint. The
// points are made up here, all in the monitor's own answer, which has sixty otherwise.

const sizes = [1_000, 10_000, 100_000];
const HOUR_MS = 3_600_000;

/** Runs in the page: hides the first series, shows it again, and gives the milliseconds until that is painted. */
async function showAgain() {
  const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const button = document.querySelector(".chart-legend button[aria-pressed]");
  button.click();
  await painted();
  const start = performance.now();
  button.click();
  await new Promise(requestAnimationFrame);
  const drawn = performance.now() - start;
  await new Promise(requestAnimationFrame);
  return drawn;
}

async function measure(browser, base, signIn, size) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies([{ name: "glint-world", value: `chart-${Math.random()}`, url: base }]);
  await signIn(context);
  const page = await context.newPage();
  await page.addInitScript(() => localStorage.setItem("glint.signed-in", "yes"));
  await page.route(/\/monitors\/2\/$/, async (route) => {
    const response = await route.fetch();
    const monitor = await response.json();
    const now = Date.now();
    monitor.checks = Array.from({ length: size }, (_, at) => ({
      // One of many failed, so that there are two series and a legend to press.
      isUp: at % 500 !== 250,
      startCheck: new Date(now - Math.floor((at * HOUR_MS) / size)).toISOString(),
      reason: at % 500 === 250 ? 2 : null,
      responseTime: 40 + ((at * 7919) % 60),
    }));
    await route.fulfill({ response, json: monitor });
  });
  await page.goto(`${base}/acme/uptime-monitors/2?range=1h`);
  await page.waitForSelector(".chart-legend button[aria-pressed]", { timeout: 60_000 });
  await page.waitForLoadState("networkidle");
  const times = [];
  for (let run = 0; run < 5; run++) times.push(await page.evaluate(showAgain));
  await context.close();
  return { "drawn, ms (median)": Math.round(times.toSorted((a, b) => a - b)[2]) };
}

/** A table: by points, the milliseconds until they are on the page. */
export async function chart(browser, base, signIn) {
  const table = {};
  for (const size of sizes) table[size] = await measure(browser, base, signIn, size);
  return table;
}
