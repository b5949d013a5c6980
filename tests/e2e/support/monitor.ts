// One monitor on screen, for its tests.
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";

/** The path of a monitor. */
export const monitor = (id: number, query = "") => `/acme/uptime-monitors/${id}${query}`;
/** A section of the page. */
export const panel = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
/** The keyboard of a chart. */
export const chart = (page: Page, name = "Response time") => page.getByRole("slider", { name });
/** A range in the list of them. */
export const range = (page: Page, name: string) => page.getByRole("group", { name: "Range" }).getByRole("link", { name, exact: true });
/** A table by its name. */
export const table = (page: Page, name: string) => page.getByRole("table", { name });
/** The requests for the checks of a monitor. */
export const checksAsked = async (demo: { requests(): Promise<string[]> }, id: number) =>
  (await demo.requests()).filter((line) => line.includes(`/monitors/${id}/checks/`));

/** Opens a monitor and waits until its ledger is there. */
export async function open(page: Page, id: number, query = "") {
  await page.goto(monitor(id, query));
  await expect(table(page, "Uptime").getByRole("row").nth(1)).toContainText(/%|unknown/, { timeout: 40_000 });
}

/** The cells of a row of the uptime table. */
export const uptimeRow = (page: Page, name: string) => table(page, "Uptime").getByRole("row").filter({ hasText: name }).getByRole("cell");

/** Waits until the range is loaded whole. */
export async function loaded(page: Page) {
  await expect(panel(page, "Response time").getByRole("progressbar")).toHaveCount(0, { timeout: 45_000 });
}
