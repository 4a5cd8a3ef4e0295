/**
 * `<support-supervisor>`: what waits for a supervisor. Quiet when there is nothing.
 *
 * Attributes: `api`, the API's origin (by default the page's own); `lang`, `el` or `en`. Properties: `token`, a function that returns the
 * access token of a supervisor (`action:approve`); `auditToken`, the same with `audit:read`, for audits, violations and actions that
 * need a person: without it they are not shown. It has a shadow root.
 */
import { client, Offline, Problem } from "../shared/api.js";
import { h, setText, show } from "../shared/dom.js";
import { sealed } from "../shared/look.js";
import { language, translator } from "../shared/texts.js";
import { STYLES } from "./styles.js";
import { TEXTS } from "./texts.js";
import { approval, report, suspension, unsettled, violation } from "./items.js";

const EVERY = 10_000;

/** So many rotation audits are shown. */
const REPORTS = 3;

let instances = 0;

export class SupportSupervisor extends HTMLElement {
  static observedAttributes = ["lang"];

  #root;
  #prefix = `support-supervisor-${++instances}`;
  #live = h("p.visually-hidden", { role: "status" });
  #stage = h("div.stack", {});
  #timer;
  #shown = "";
  #data = null;

  /** Functions that return an access token, or a promise of it; called before each request. The page may have set them before this module came. */
  token = this.token;
  auditToken = this.auditToken;

  constructor() {
    super();
    this.#root = sealed(this, STYLES).root;
    this.#root.classList.add("supervisor");
    show(this.#root, this.#stage, this.#live);
  }

  connectedCallback() {
    const t = this.#translator();
    show(this.#stage, h("p.muted", {}, t("loading")));
    this.refresh();
    this.#timer = setInterval(() => document.hidden || this.refresh(), EVERY);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  attributeChangedCallback(name, before, after) {
    if (this.#data !== null && before !== after) {
      this.#draw(true);
    }
  }

  #translator() {
    return translator(language(this.getAttribute("lang"), "supervisor"), TEXTS);
  }

  /** Asks for everything that may wait. */
  async refresh() {
    if (this.token === undefined) {
      return;
    }
    const send = client(this.getAttribute("api") ?? "", (why) => this.token(why));
    const audit = this.auditToken && client(this.getAttribute("api") ?? "", (why) => this.auditToken(why));
    const [approvals, suspensions, actions, violations, reports] = await Promise.all([
      read(send, "/v1/agent/approvals", "approvals"),
      read(send, "/v1/agent/suspensions", "suspensions"),
      read(audit, "/v1/audit/actions?status=needs-human", "actions"),
      read(audit, "/v1/audit/violations", "violations"),
      read(audit, "/v1/audit/rotation-reports", "reports"),
    ]);
    this.#data = { approvals, suspensions, actions, violations, reports };
    this.#draw(false);
  }

  /** What is typed stays until something else waits. */
  #draw(isForced) {
    const seen = JSON.stringify([this.#data, this.getAttribute("lang")], (key, value) => (value instanceof Error ? value.message : value));
    if (!isForced && seen === this.#shown) {
      return;
    }
    this.#shown = seen;
    const lang = language(this.getAttribute("lang"), "supervisor", () => this.#draw(true));
    const t = this.#translator();
    const page = {
      t,
      lang,
      id: (name) => `${this.#prefix}-${name}`,
      done: (text) => this.#done(text),
      send: client(this.getAttribute("api") ?? "", (why) => this.token(why)),
      audit: this.auditToken && client(this.getAttribute("api") ?? "", (why) => this.auditToken(why)),
    };
    const { approvals, suspensions, actions, violations, reports } = this.#data;
    this.#root.lang = lang;
    const waiting = [
      section(page, "approvals", approvals, (each) => approval(page, each)),
      section(page, "suspensions", suspensions, (each) => suspension(page, each)),
      section(page, "unsettled", actions, (each) => unsettled(page, each)),
      section(page, "violations", violations, (each) => violation(page, each)),
    ].filter(Boolean);
    show(
      this.#stage,
      waiting.length > 0 ? waiting : h("div.supervisor-quiet", { "data-quiet": true }, h("p", {}, t("quiet")), h("p.muted", {}, t("quietHint"))),
      section(page, "reports", Array.isArray(reports) ? reports.slice(0, REPORTS) : reports, (each) => report(page, each)),
    );
  }

  async #done(text) {
    setText(this.#live, text);
    this.#shown = "";
    await this.refresh();
    this.#stage.querySelector("h2")?.focus();
  }
}

/** What is listed; an empty list if this caller has none to see; or the error. */
async function read(send, path, member) {
  if (!send) {
    return [];
  }
  try {
    return (await send("GET", path)).body[member];
  } catch (error) {
    if (error instanceof Problem && error.status === 404) {
      return [];
    }
    if (error instanceof Problem || error instanceof Offline) {
      return error;
    }
    throw error;
  }
}

function section({ t, id }, name, items, draw) {
  if (Array.isArray(items) && items.length === 0) {
    return null;
  }
  return h(
    "section.stack-s",
    { "aria-labelledby": id(name), "data-section": name },
    h("h2", { id: id(name), tabindex: "-1" }, t(name)),
    Array.isArray(items) ? h("ul.supervisor-list", {}, items.map(draw)) : h("div.notice.notice--warn", { role: "alert" }, h("p", {}, t(why(items))), h("p", {}, t("failedHint"))),
  );
}

function why(error) {
  return { 401: "signedOut", 403: "forbidden" }[error.status] ?? "failed";
}

customElements.define("support-supervisor", SupportSupervisor);
