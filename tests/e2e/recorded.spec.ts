// Every event and every issue list that was recorded from a real GlitchTip is shown, under the strict policy.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, rows, test } from "./support/glint";

const folder = new URL("../../../shared/contract/recordings/", import.meta.url);
const isThere = existsSync(folder);
const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), "utf8"));
const files = isThere ? readdirSync(folder).sort() : [];
const events = files.filter((file) => /^GET_issue_event_(_|detail|latest)/.test(file.replace("event__", "event_latest__")));
const lists = files.filter((file) => /^GET_org_issues__/.test(file));

test.beforeEach(async ({ demo }) => demo.signIn());

test("the recordings are there", () => {
  test.skip(!isThere, "the contract folder is not part of this clone: nothing recorded is shown");
  expect(events.length).toBeGreaterThan(50);
  expect(lists.length).toBeGreaterThan(50);
});

const json = (body: unknown, headers: Record<string, string> = {}) => ({
  status: 200,
  contentType: "application/json",
  headers,
  body: JSON.stringify(body),
});

const GROUP = 12;
for (let start = 0; start < events.length; start += GROUP) {
  const group = events.slice(start, start + GROUP);
  test(`recorded events ${start + 1} to ${start + group.length}`, async ({ page, watch }) => {
    test.slow();
    for (const file of group) {
      const { body: event, status } = read(file);
      if (status !== 200) continue;
      await test.step(file, async () => {
        await page.route(/\/api\/0\/issues\/[^/]+\/events\/latest\/$/, (route) => route.fulfill(json(event)));
        await page.route(/\/api\/0\/issues\/\d+\/$/, (route) =>
          route.fulfill(
            json({
              id: event.groupID,
              count: "1",
              type: event.type,
              level: "error",
              status: "unresolved",
              project: { id: String(event.projectID), platform: null, slug: "recorded", name: "Recorded" },
              shortId: "RECORDED-1",
              firstSeen: event.dateCreated,
              lastSeen: event.dateCreated,
              title: event.title,
              metadata: event.metadata,
            }),
          ),
        );
        await page.goto(`/acme/issues/${event.groupID}`);
        const title = page.getByRole("heading", { level: 1 });
        await expect(title).toBeVisible();
        expect((await title.textContent())!.trim()).not.toBe("");
        const thrown = event.entries.find((entry: { type: string }) => entry.type === "exception")?.data.values.at(-1);
        const frames = thrown?.stacktrace?.frames ?? [];
        if (frames.length > 0) await expect(page.locator(".frame").first()).toBeVisible();
        else if (thrown?.type) await expect(page.getByText(thrown.type, { exact: true }).first()).toBeVisible();
        await expect(page.locator(".last-resort")).toHaveCount(0);
        expect(watch.errors, file).toEqual([]);
        expect(watch.blocked, file).toEqual([]);
        await page.unrouteAll();
      });
    }
  });
}

for (let start = 0; start < lists.length; start += GROUP) {
  const group = lists.slice(start, start + GROUP);
  test(`recorded lists ${start + 1} to ${start + group.length}`, async ({ page, watch }) => {
    test.slow();
    for (const file of group) {
      const recorded = read(file);
      await test.step(file, async () => {
        await page.route(/\/api\/0\/organizations\/acme\/issues\/\?/, (route) =>
          route.fulfill({
            status: recorded.status,
            contentType: recorded.headers["content-type"],
            headers: Object.fromEntries(
              ["link", "x-hits", "x-max-hits"].filter((name) => recorded.headers[name]).map((name) => [name, recorded.headers[name]]),
            ),
            body: typeof recorded.body === "string" ? recorded.body : JSON.stringify(recorded.body),
          }),
        );
        await page.goto(`/acme/issues?query=${encodeURIComponent(file)}`);
        if (recorded.status !== 200) await expect(page.getByRole("alert")).toBeVisible();
        else if (recorded.body.length > 0) await expect(rows(page)).toHaveCount(recorded.body.length);
        else await expect(page.getByRole("heading", { name: "No issue matches" })).toBeVisible();
        await expect(page.locator(".last-resort")).toHaveCount(0);
        expect(watch.errors, file).toEqual([]);
        await page.unrouteAll();
      });
    }
  });
}
