// Starts Glint. A classic script in <head>, so that it runs before the first paint: it sets the theme, puts the first
// requests on the wire while the WebAssembly is still coming, loads the app, and is there when the app cannot be.
(() => {
  "use strict";
  const { app, wasm, wasmIntegrity, chunks } = document.currentScript.dataset;
  const root = document.documentElement;
  const base = new URL(document.baseURI).pathname;
  const api = document.querySelector('meta[name="glint-api"]')?.content || base;

  const remembered = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };

  const theme = remembered("glint.theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;

  // The same routes as src/route.rs: only to know what the first screen needs.
  const path = location.pathname.startsWith(base) ? location.pathname.slice(base.length) : "";
  const [organization, section, issue, events, event, ...rest] = path.replace(/\/$/, "").split("/");
  const inIssues = organization && section === "issues";
  const inUptime = organization && section === "uptime-monitors";
  const monitor = inUptime && /^\d+$/.test(issue) && !events ? issue : undefined;
  const wasSignedIn = remembered("glint.signed-in") === "yes";
  const page = () => {
    if (inIssues) return issue ? "issue_detail" : "issue_list";
    if (inUptime) return monitor ? "monitor_detail" : issue ? "" : "monitor_list";
    if (section === "settings") {
      if (!issue || issue === "subscription") return "organization_settings";
      return issue === "alerts" || (issue === "projects" && events) ? "project_settings" : "settings";
    }
    if (section === "projects") return "settings";
    if (organization === "accept") return "accept";
    return !path || (organization === "organizations" && section === "new") ? "home" : "";
  };
  const area = wasSignedIn || organization === "accept" ? page() : "sign_in";
  root.dataset.start = inIssues && wasSignedIn ? area : "plain";

  // The head start. Keys are the URLs exactly as src/api/client.rs builds them; the app takes each promise over once.
  const headStart = (window.glintHeadStart = {});
  const encode = (text) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase());
  const decode = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  const ask = (url) => {
    const answer = fetch(api + url, { credentials: "same-origin", headers: { Accept: "application/json" } });
    answer.catch(() => {});
    headStart[api + url] = answer;
  };
  const listQuery = () => {
    const asked = new URLSearchParams(location.search);
    const pairs = [["query", asked.get("query") ?? "is:unresolved"]];
    for (const name of ["project", "environment"])
      for (const value of asked.getAll(name)) if (value) pairs.push([name, value]);
    for (const name of ["start", "end"]) if (asked.get(name)) pairs.push([name, asked.get(name)]);
    pairs.push(["sort", asked.get("sort") || "-last_seen"], ["limit", "50"]);
    if (asked.get("cursor")) pairs.push(["cursor", asked.get("cursor")]);
    return pairs.map(([name, value]) => `${name}=${encode(value)}`).join("&");
  };
  ask("_allauth/browser/v1/auth/session");
  ask("api/settings/");
  if (inIssues && wasSignedIn) {
    const slug = encode(decode(organization));
    // A search that the app puts right before it sends it is the app's to ask for.
    const search = new URLSearchParams(location.search).get("query") ?? "";
    const isSentAsTyped = /^(?:[a-z][a-z0-9_.]*:[\w.*@-]+(?: |$))*(?:[\w*.-]+(?: [\w*.-]+)*)?$/.test(search);
    if (!issue) {
      if (isSentAsTyped) ask(`api/0/organizations/${slug}/issues/?${listQuery()}`);
    } else {
      const id = encode(decode(issue));
      ask(`api/0/issues/${id}/`);
      if (!events) ask(`api/0/issues/${id}/events/latest/`);
      else if (events === "events" && event && !rest.length) ask(`api/0/issues/${id}/events/${encode(decode(event))}/`);
    }
  }

  if (!path && wasSignedIn) {
    ask("api/0/organizations/?limit=100");
    ask("api/0/projects/?limit=100");
  }

  if (inUptime && wasSignedIn) {
    const monitors = `api/0/organizations/${encode(decode(organization))}/monitors/`;
    if (monitor) ask(`${monitors}${monitor}/`);
    else if (!issue) ask(`${monitors}?limit=100`);
  }

  // The styles that no first row of the list needs: the app asks for them with the first part that does. When they do not
  // come, the part comes without, and the next one asks again.
  const { content: lateStyle, dataset: lateData } = document.querySelector('meta[name="glint-late-style"]');
  let late;
  window.glintLateStyle = () =>
    (late ??= new Promise((done) => {
      const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: lateStyle });
      if (lateData.integrity) link.integrity = lateData.integrity;
      link.onload = () => done();
      link.onerror = () => {
        late = undefined;
        link.remove();
        done();
      };
      document.head.append(link);
    }));
  if (area !== "issue_list") window.glintLateStyle();

  // The tab's icon, with how many monitors are down on it. The policy allows no drawn images, so there is a file for each.
  window.glintIcon = (down) => {
    const name = down > 9 ? "icon-down-more" : down > 0 ? `icon-down-${down}` : "icon";
    document.querySelector('link[rel="icon"]').href = `${name}.svg`;
  };

  // The chunk of the page being opened, side by side with the main part.
  try {
    for (const file of JSON.parse(chunks || "{}")[area] ?? []) {
      const link = document.createElement("link");
      link.rel = "preload";
      link.as = "fetch";
      link.crossOrigin = "anonymous";
      link.href = file;
      document.head.append(link);
    }
  } catch {
    // Without the list the chunks are loaded when the app asks for them.
  }

  const element = (name, attributes, ...children) => {
    const made = Object.assign(document.createElement(name), attributes);
    made.append(...children);
    return made;
  };

  /** Puts a page of last resort in place of the app. */
  const lastResort = (title, text, report) => {
    const reload = element("button", { className: "btn primary", type: "button" }, "Reload the page");
    reload.addEventListener("click", () => location.reload());
    const parts = [element("h1", {}, title), element("p", {}, text), element("p", { className: "actions" }, reload)];
    if (report) {
      const box = element("textarea", { className: "report", readOnly: true, value: report, rows: 8 });
      box.setAttribute("aria-label", "Report");
      const copy = element("button", { className: "btn", type: "button" }, "Copy the report");
      copy.addEventListener("click", async () => {
        box.select();
        try {
          await navigator.clipboard.writeText(report);
          copy.textContent = "Copied";
        } catch {
          copy.textContent = "Selected: copy it by hand";
        }
      });
      parts[2].append(copy);
      parts.push(box);
    }
    const page = element("main", { className: "last-resort", role: "alert", tabIndex: -1 }, ...parts);
    document.body.replaceChildren(page);
    page.focus();
  };

  addEventListener("glint:panic", ({ detail }) => {
    const report = [
      detail,
      `Page: ${location.pathname}`,
      `Build: ${app}`,
      `Browser: ${navigator.userAgent}`,
      `Time: ${new Date().toISOString()}`,
    ].join("\n");
    lastResort(
      "Glint has stopped",
      "Something went wrong in this page itself. Nothing on the server was changed by it. Reload to go on.",
      report,
    );
  });

  const start = async () => {
    const code = fetch(wasm, { credentials: "same-origin", ...(wasmIntegrity && { integrity: wasmIntegrity }) });
    code.catch(() => {});
    // Addresses are relative to the page; an import by itself would be relative to this script.
    const module = await import(new URL(app, document.baseURI));
    // The app may be here before the page that it is to be put into.
    if (document.readyState === "loading") await new Promise((done) => addEventListener("DOMContentLoaded", done));
    await module.default({ module_or_path: code });
  };
  start().catch((error) => {
    if (document.querySelector(".last-resort")) return;
    const failed = () =>
      lastResort(
        "Glint could not be loaded",
        "A part of it did not arrive, or this browser cannot run WebAssembly. Check the connection and try again.",
        String(error),
      );
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", failed);
    else failed();
  });
})();
