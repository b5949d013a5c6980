// `cargo xtask test --only e2e` builds, serves and sets the variables. Run by hand, Playwright serves dist/ itself.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { defineConfig, devices } from "@playwright/test";

const port = 8089;
const served = process.env.GLINT_BASE_URL;
const newer = process.env.GLINT_BASE_URL_6_1;
const triage = /(triage|search|views|current|first_event)\.spec\.ts/;
const event = /(act|highlights|stack_trace|breadcrumbs|event_data|events|comments|merged|export|compare)\.spec\.ts/;
const uptime = /(monitors?|monitor_record|monitor_form|monitors_from_list|told|status_pages)\.spec\.ts/;
const settings = /(home|projects|project_settings|alerts|teams|members|invitation|organization|usage)\.spec\.ts/;
const ofBothGenerations =
  /(triage|current|first_event|act|events|comments|merged|status_pages|project_settings|alerts|members|usage)\.spec\.ts/;

/** The Chromium to use: the chosen one, one on the PATH, or (undefined) Playwright's own. */
function chromium(): string | undefined {
  if (process.env.GLINT_CHROMIUM) return process.env.GLINT_CHROMIUM;
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  return (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(existsSync);
}

export default defineConfig({
  testDir: ".",
  outputDir: "test-results",
  fullyParallel: true,
  // Half of a run waits for the page to settle, so two browsers share two cores well.
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: !!process.env.CI,
  retries: process.env.CI ? 1 : 0,
  reporter: [["list"], ["html", { outputFolder: "report", open: "never" }]],
  use: {
    baseURL: served ?? `http://localhost:${port}`,
    // A trace of every test would make the run half as long again.
    trace: "on-first-retry",
    launchOptions: {
      executablePath: chromium(),
      args: ["--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update"],
    },
  },
  projects: [
    { name: "chromium", use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } } },
    // The issue list, the event page, uptime and settings again on a narrow screen, and what differs against the newer
    // server generation.
    { name: "narrow", testMatch: [triage, event, uptime, settings], use: { ...devices["Desktop Chrome"], viewport: { width: 390, height: 844 } } },
    ...(newer
      ? [
          {
            name: "6.1",
            testMatch: ofBothGenerations,
            use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 }, baseURL: newer },
          },
        ]
      : []),
  ],
  webServer: served
    ? undefined
    : {
        command: `cargo xtask preview --port ${port}`,
        cwd: "../..",
        url: `http://localhost:${port}`,
        reuseExistingServer: true,
        timeout: 120_000,
      },
});
