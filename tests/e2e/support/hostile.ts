// An issue, and its event, that have a text of an attacker in every field.
import { corpus } from "./hostile_corpus";

/** What a field that the server types as text has: the value as text. */
const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));

const ID = "1f9d100e084d44fe969720b64face4";

/** The id of the event with the text at this place of the corpus. */
export const eventId = (at: number) => ID + at.toString(16).padStart(2, "0");

/** An event that has the value in every field: as it is where the server takes any shape, else as text. */
export function hostileEvent(value: unknown, at: number, count: number) {
  const t = text(value);
  const id = eventId(at);
  const frame = (inApp: boolean) => ({
    filename: t,
    function: t,
    module: t,
    package: t,
    absPath: t,
    lineNo: 7,
    colNo: 3,
    inApp,
    context: [
      [6, t],
      [7, t],
      [8, t],
    ],
    context_line: t,
    vars: { [t]: value, plain: value },
    instruction_addr: t,
    symbol_addr: t,
    image_addr: t,
    source_link: t,
    platform: t,
  });
  const exception = (mechanism: object) => ({
    type: t,
    value: t,
    module: t,
    thread_id: value,
    mechanism: { type: t, handled: false, help_link: t, description: t, source: t, data: { [t]: value }, meta: value, ...mechanism },
    stacktrace: { frames: [frame(false), frame(true), frame(true)], registers: { [t]: t } },
  });
  const pair = [t, t];
  return {
    id,
    eventID: id,
    projectID: 1,
    groupID: "105",
    dateCreated: "2026-11-23T08:04:50.032Z",
    dateReceived: "2026-11-23T08:04:51.032Z",
    type: "error",
    platform: at % 3 === 0 ? t : "python",
    culprit: t,
    title: t,
    message: t,
    dist: t,
    metadata: { type: t, value: t, filename: t, function: t, title: t },
    tags: [
      { key: t, value: t },
      { key: "url", value: t },
      { key: "release", value: t },
      { key: "environment", value: t },
      { key: "empty", value: null },
    ],
    errors: [{ type: t, message: t, data: { name: t, value } }, { type: "js_no_source", url: t, value }],
    entries: [
      { type: "exception", data: { values: [exception({ exception_id: 1, parent_id: 0 }), exception({ exception_id: 0 })], hasSystemFrames: true } },
      { type: "message", data: { formatted: t, message: t, params: value } },
      {
        type: "breadcrumbs",
        data: {
          values: [
            { type: t, category: t, message: t, level: t, data: { [t]: value }, timestamp: "2026-11-23T08:04:49Z" },
            { type: "http", category: "fetch", message: t, level: "error", data: { url: t, method: t, status_code: value }, timestamp: null },
            { type: "navigation", category: "navigation", data: { from: t, to: t }, timestamp: "2026-11-23T08:04:49Z" },
            { type: "default", category: "query", message: t, data: value, timestamp: "2026-11-23T08:04:49Z" },
            { type: "default", category: "ui.click", message: t, timestamp: "2026-11-23T08:04:50Z" },
          ],
        },
      },
      {
        type: "request",
        data: {
          url: t,
          method: t,
          headers: [pair, ["Authorization", t], ["Cookie", t], ["Host", t]],
          query: [pair],
          fragment: t,
          cookies: [pair],
          data: value,
          inferredContentType: t,
          env: { [t]: value },
        },
      },
      { type: "csp", data: { blocked_uri: t, document_uri: t, effective_directive: t, original_policy: t, script_sample: t, source_file: t, referrer: t } },
      { type: "threads", data: { values: [{ id: value, name: t, crashed: true, current: true, stacktrace: { frames: [frame(true)] } }] } },
      { type: "debugmeta", data: { images: [{ type: t, code_file: t, debug_id: t, image_addr: t, image_size: 4096 }] } },
      { type: t === "" ? "odd" : t, data: { [t]: value } },
    ],
    contexts: { browser: { name: t, version: t, [t]: value }, os: { name: t, version: t }, device: { model: t }, trace: { trace_id: t }, [t]: { type: t, value } },
    context: { [t]: value, "sys.argv": [t] },
    user: { id: t, email: t, username: t, name: t, ip_address: t, geo: { city: t }, data: { [t]: value } },
    sdk: { name: t, version: t, integrations: [t], packages: [{ name: t, version: t }] },
    packages: { [t]: t, plain: t },
    userReport: { name: t, email: t, comments: t, eventID: id, dateCreated: "2026-11-23T08:04:50.032Z" },
    nextEventID: at + 1 < count ? eventId(at + 1) : null,
    previousEventID: at > 0 ? eventId(at - 1) : null,
  };
}

/** The issue of those events. */
export function hostileIssue(value: unknown) {
  const t = text(value);
  return {
    id: "105",
    count: "7",
    userCount: 3,
    type: "error",
    level: "error",
    status: "unresolved",
    project: { id: "1", platform: t, slug: "shop-api", name: t },
    shortId: t,
    firstSeen: "2026-11-20T08:04:50.032Z",
    lastSeen: "2026-11-23T08:04:50.032Z",
    title: t,
    culprit: t,
    metadata: { type: t, value: t, filename: t, function: t },
    numComments: 3,
    userReportCount: 2,
    assignedTo: { type: "user", id: "1", name: t, email: t },
    firstRelease: { version: t, shortVersion: t, dateCreated: "2026-11-20T08:04:50.032Z" },
    lastRelease: { version: t, shortVersion: t, dateCreated: "2026-11-22T08:04:50.032Z" },
  };
}

/** Rows of lists of which each has one text of the corpus. */
export const hostileLists = {
  comments: corpus.map((value, at) => ({
    id: at + 1,
    type: "note",
    dateCreated: "2026-11-23T08:04:50.032Z",
    user: { id: "1", email: text(value), name: text(value), username: text(value) },
    data: { text: text(value) },
  })),
  userReports: corpus.map((value, at) => ({
    id: at + 1,
    eventID: eventId(at % 256),
    event: { eventId: eventId(at % 256) },
    name: text(value),
    email: text(value),
    comments: text(value),
    dateCreated: "2026-11-23T08:04:50.032Z",
    user: null,
  })),
  hashes: corpus.map((value, at) => ({ id: eventId(at % 256), latestEvent: hostileEvent(value, at % 256, 0) })),
  tags: corpus.map((value, at) => ({
    key: `${at} ${text(value).slice(0, 200)}`,
    name: text(value).slice(0, 200),
    totalValues: 7,
    uniqueValues: 2,
    topValues: [
      { value: text(value).slice(0, 200), name: text(value), count: 5, key: "x" },
      { value: `${at} ${text(value).slice(0, 200)}`, count: 2, key: "x" },
    ],
  })),
  events: (from: number, to: number) =>
    corpus.slice(from, to).map((value, offset) => {
      const event = hostileEvent(value, from + offset, corpus.length);
      const { eventID, projectID, groupID, dateCreated, dateReceived, userReport, nextEventID, previousEventID, ...rest } = event;
      return { ...rest, event_id: eventID, project_id: projectID, group_id: groupID, date_created: dateCreated, date_received: dateReceived };
    }),
};
