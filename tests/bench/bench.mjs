// Times the release build in a real browser and prints a table; `cargo xtask bench` serves it and runs this.
// Environment: GLINT_BASE_URL, GLINT_CHROMIUM, GLINT_BENCH_RUNS.
import { createRequire } from "node:module";
import { chart } from "./chart.mjs";
import { hand } from "./hand.mjs";
import { wall } from "./wall.mjs";

const { chromium } = createRequire(new URL("../e2e/", import.meta.url))("playwright-core");
const base = process.env.GLINT_BASE_URL;
const runs = Number(process.env.GLINT_BENCH_RUNS ?? 5);
const list = "/acme/issues";
const row = "li.row";
const issue = ".issue-page .event section.panel";
const patience = 60_000;

const conditions = [
  { name: "unthrottled" },
  { name: "9 Mbit/s, 60 ms, 4x CPU", network: { latency: 60, bits: 9e6 }, cpu: 4 },
];

/** Runs in the page before anything else: notes when rows are there, and how long the main thread was blocked. */
function watchRows(selector) {
  const marks = (window.glintBench = { blocked: 0 });
  localStorage.setItem("glint.signed-in", "yes");
  new PerformanceObserver((entries) => {
    for (const { duration } of entries.getEntries()) marks.blocked += duration - 50;
  }).observe({ type: "longtask", buffered: true });
  const look = () => {
    const count = document.querySelectorAll(selector).length;
    if (count >= 1) marks.first ??= performance.now();
    if (count >= 50) marks.fifty ??= performance.now();
    if (marks.fifty === undefined) requestAnimationFrame(look);
  };
  look();
}

/** Runs in the page: does something, and gives the milliseconds until a selector matches often enough. */
function timed({ act, selector, count, patience }) {
  return new Promise((done, fail) => {
    const start = performance.now();
    if (act === "back") history.back();
    else document.querySelector(act).click();
    const look = () => {
      if (document.querySelectorAll(selector).length >= count) return done(performance.now() - start);
      if (performance.now() - start > patience) return fail(new Error(`${selector} did not come`));
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

async function signIn(context) {
  await context.request.get(`${base}/_allauth/browser/v1/auth/session`);
  const token = (await context.cookies()).find(({ name }) => name === "csrftoken")?.value ?? "";
  const answer = await context.request.post(`${base}/_allauth/browser/v1/auth/login`, {
    data: { email: "admin@example.com", password: "demo" },
    headers: { "X-CSRFToken": token, Origin: new URL(base).origin },
  });
  if (!answer.ok()) throw new Error(`signing in: ${answer.status()}`);
}

/** One visit with an empty cache. */
async function visit(browser, { network, cpu }) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies([{ name: "glint-world", value: `bench-${Math.random()}`, url: base }]);
  await signIn(context);
  const page = await context.newPage();
  await page.addInitScript(watchRows, row);
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  if (network) {
    const throughput = network.bits / 8;
    const limits = { offline: false, latency: network.latency, downloadThroughput: throughput, uploadThroughput: throughput };
    await cdp.send("Network.emulateNetworkConditions", limits);
  }
  if (cpu) await cdp.send("Emulation.setCPUThrottlingRate", { rate: cpu });

  const asked = new Map();
  cdp.on("Network.responseReceived", ({ requestId, response }) => {
    if (!response.fromDiskCache) asked.set(requestId, { url: response.url, bytes: 0 });
  });
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (asked.has(requestId)) asked.get(requestId).bytes = encodedDataLength;
  });
  const isApi = ({ url }) => /\/(api|_allauth)\//.test(new URL(url).pathname);
  const fixed = () => [...asked.values()].filter((answer) => !isApi(answer));
  const kB = (answers) => answers.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;

  await page.goto(base + list);
  await page.waitForFunction(() => window.glintBench.fifty !== undefined, undefined, { timeout: patience });
  await page.waitForLoadState("networkidle");
  const { first, fifty, blocked } = await page.evaluate(() => window.glintBench);
  const result = {
    "first row, ms": first,
    "50 rows, ms": fifty,
    "blocked, ms": blocked,
    "static requests": fixed().length,
    "static, kB": kB(fixed()),
    "API requests": asked.size - fixed().length,
  };
  const toIssue = { act: `${row} a[href]`, selector: issue, count: 1, patience };
  const back = { act: "back", selector: row, count: 50, patience };
  // Between steps a person looks; what the page does in the meantime is not part of the next step.
  const step = async (what) => {
    const time = await page.evaluate(timed, what);
    await page.waitForTimeout(1000);
    return time;
  };
  await step(toIssue);
  await step(back);
  const before = asked.size - fixed().length;
  const loaded = fixed().length;
  result["list to issue, ms"] = await step(toIssue);
  result["back to list, ms"] = await step(back);
  result["there and back, static requests"] = fixed().length - loaded;
  result["there and back, API requests"] = asked.size - fixed().length - before;
  for (const { url } of fixed().slice(loaded)) process.stderr.write(`    fetched on the way there and back: ${url}\n`);
  await context.close();
  return result;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const browser = await chromium.launch({
  executablePath: process.env.GLINT_CHROMIUM,
  args: ["--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update"],
});
const table = {};
for (const condition of conditions) {
  const results = [];
  for (let run = 0; run < runs; run++) {
    process.stderr.write(`  ${condition.name}: run ${run + 1} of ${runs}\n`);
    results.push(await visit(browser, condition));
  }
  for (const what of Object.keys(results[0])) {
    (table[what] ??= {})[condition.name] = Number(median(results.map((result) => result[what])).toFixed(1));
  }
}
console.table(table);
for (const [name, numbers] of Object.entries(await hand(browser, base, signIn))) {
  console.log(name);
  console.table(numbers);
}
console.log("Monitors");
console.table(await wall(browser, base, signIn));
console.log("A chart, by its points");
console.table(await chart(browser, base, signIn));
await browser.close();
