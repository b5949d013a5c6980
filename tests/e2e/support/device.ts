// A slow device of one speed, whatever machine the tests run on.
import type { CDPSession, Page } from "@playwright/test";

/** Rounds of the work below that a fast desktop does in a second, by its single-core speed beside that of the build machines (2 600). */
const DESKTOP_ROUNDS = 5_200;
/** How much slower than that the device is: what "4x CPU slowdown" means in a desktop's developer tools. */
const SLOWDOWN = 4;
const MEASURED_MS = 200;

/** Rounds of a fixed work in a second: text is made, read and thrown away, as pages do. */
const rounds = (page: Page) =>
  page.evaluate((length) => {
    const work = Array.from({ length: 1_000 }, (_, place) => ({ place, text: `x${place}` }));
    const start = performance.now();
    let count = 0;
    let spent = 0;
    while (spent < length) {
      JSON.parse(JSON.stringify(work));
      count += 1;
      spent = performance.now() - start;
    }
    return (count * 1_000) / spent;
  }, MEASURED_MS);

/**
 * Slows the page down to the device's speed while `act` runs. A machine that is busy or slow is slowed down by less,
 * a fast one by more: a bar in milliseconds then means the same everywhere.
 */
export async function onSlowDevice<T>(page: Page, act: (browser: CDPSession) => Promise<T>): Promise<T> {
  const measured = [await rounds(page), await rounds(page), await rounds(page)].sort((a, b) => a - b);
  const rate = Math.max(1, (measured[1] * SLOWDOWN) / DESKTOP_ROUNDS);
  const browser = await page.context().newCDPSession(page);
  await browser.send("Emulation.setCPUThrottlingRate", { rate });
  try {
    return await act(browser);
  } finally {
    await browser.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    await browser.detach();
  }
}
