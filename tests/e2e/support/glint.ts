// What every test shares: a world of its own on the demo server, a watch on the console and on the Content Security
// Policy, and the few steps that all flows begin with.
import AxeBuilder from "@axe-core/playwright";
import { expect, test as base, type Page } from "@playwright/test";

export const PASSWORD = "demo";
export const ADMIN = "admin@example.com";
export const SECOND_STEP = "tom.totp@example.com";

/** Console errors that are the browser's own report of an HTTP status or a cut connection: each test provokes its own. */
const NETWORK_REPORT = /^Failed to load resource: /;

export interface Watch {
  /** Errors that the page wrote to the console, and uncaught ones. */
  errors: string[];
  /** What the Content Security Policy blocked. */
  blocked: string[];
}

export interface Demo {
  /** Ends the session of this world on the server. */
  expireSession(): Promise<void>;
  /** Lets the next requests of a path fail; `skip` of them pass before. */
  failNext(path: string, status: number, times?: number, more?: { method?: string; skip?: number }): Promise<void>;
  /** Lets events arrive: of new issues, of known ones, and of resolved ones. */
  arrive(counts: { new?: number; again?: number; regressed?: number }): Promise<void>;
  /** Every request of this world so far: `GET /api/0/...`. */
  requests(): Promise<string[]>;
  /** Signs in without the form. */
  signIn(email?: string): Promise<void>;
}

let worlds = 0;

export const test = base.extend<{ watch: Watch; demo: Demo }>({
  context: async ({ context, baseURL }, use, info) => {
    const id = `${info.workerIndex}-${Date.now().toString(36)}-${worlds++}`;
    await context.addCookies([{ name: "glint-world", value: id, url: baseURL! }]);
    await use(context);
  },

  watch: [
    async ({ page }, use) => {
      const watch: Watch = { errors: [], blocked: [] };
      page.on("console", (message) => {
        if (message.type() !== "error" || NETWORK_REPORT.test(message.text())) return;
        if (/Content Security Policy/.test(message.text())) watch.blocked.push(message.text());
        else watch.errors.push(message.text());
      });
      page.on("pageerror", (error) => watch.errors.push(String(error)));
      await use(watch);
      // A request that a test answers itself may still be under way when the test is done.
      for (const open of page.context().pages()) await open.unrouteAll({ behavior: "ignoreErrors" });
      expect(watch.errors, "errors in the console").toEqual([]);
      expect(watch.blocked, "blocked by the Content Security Policy").toEqual([]);
    },
    { auto: true },
  ],

  demo: async ({ context, baseURL }, use) => {
    const control = async (method: "get" | "post", path: string) => {
      const answer = await context.request[method](new URL(path, baseURL).href);
      expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true);
      return answer;
    };
    await use({
      expireSession: async () => void (await control("post", "/__demo/expire-session")),
      failNext: async (path, status, times = 1, { method, skip = 0 } = {}) =>
        void (await control(
          "post",
          `/__demo/fail-next?path=${encodeURIComponent(path)}&status=${status}&times=${times}&skip=${skip}` +
            (method ? `&method=${method}` : ""),
        )),
      arrive: async ({ new: fresh = 0, again = 0, regressed = 0 }) =>
        void (await control(
          "post",
          `/__demo/arrive?organization=acme&new=${fresh}&again=${again}&regressed=${regressed}`,
        )),
      requests: async () => {
        const log = await (await control("get", "/__demo/requests")).json();
        return log.map((entry: { method: string; path: string; query?: string }) =>
          [entry.method, entry.query ? `${entry.path}?${entry.query}` : entry.path].join(" "),
        );
      },
      signIn: async (email = ADMIN) => {
        await context.request.get("/_allauth/browser/v1/auth/session");
        const token = (await context.cookies()).find((cookie) => cookie.name === "csrftoken")?.value ?? "";
        const answer = await context.request.post("/_allauth/browser/v1/auth/login", {
          data: { email, password: PASSWORD },
          headers: { "X-CSRFToken": token, Origin: new URL(baseURL!).origin },
        });
        expect(answer.status(), "signing in by the API").toBe(200);
      },
    });
  },
});

export { expect };

/** Fills in the first step of the sign-in form and sends it. */
export async function signInByForm(page: Page, email = ADMIN, password = PASSWORD) {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Answers the dialog of a session that has expired. Whom it is about is in it already, and cannot be changed. */
export async function signInAgain(page: Page, password = PASSWORD) {
  const dialog = page.getByRole("dialog", { name: "Please sign in again" });
  await dialog.getByRole("textbox", { name: "Password" }).fill(password);
  await dialog.getByRole("button", { name: "Sign in" }).click();
}

/** Opens the menu of the account; on a narrow screen it is in the drawer. */
export async function openAccount(page: Page) {
  const drawer = page.getByRole("button", { name: "Open the navigation" });
  const account = page.getByRole("button", { name: /^Account/ });
  // Which of the two it is can be told once the page is drawn.
  await expect(drawer.or(account).filter({ visible: true }).first()).toBeVisible();
  if (await drawer.isVisible()) await drawer.click();
  await account.click();
}

/** Whether the window is so narrow that what only fits beside other things is left out. */
export const isNarrow = (page: Page) => page.viewportSize()!.width < 720;

/** The rows of the issue list. */
export const rows = (page: Page) => page.getByRole("list", { name: "Issues" }).getByRole("listitem");

/** Fails on anything that axe finds against WCAG 2.2 AA and the best practices for landmarks and headings. */
export async function expectAccessible(page: Page) {
  // The markup is that of the other projects; what differs is looked at in generations.spec.ts.
  if (test.info().project.name === "6.1") return;
  const report = await new AxeBuilder({ page })
    // No page has a frame that needs a page of its own to be looked at, and nobody reads what passed.
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const found = report.violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`,
  );
  expect(found).toEqual([]);
}

/** Fails when the page is wider than the window. */
export async function expectNoSidewaysScroll(page: Page) {
  const [wide, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(wide, "no scrolling sideways").toBeLessThanOrEqual(window);
}
