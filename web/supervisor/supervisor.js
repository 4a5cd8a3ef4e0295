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
import { place } from "../shared/place.js";
import { language, translator } from "../shared/texts.js";
import { STYLES } from "./styles.js";
import { TEXTS } from "./texts.js";
import { Sections } from "./sections.js";
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
  #sections = new Sections();
  #quiet = h("div.supervisor-quiet", { "data-quiet": true, tabindex: "-1" });
  #data = null;
  #asked = 0;
  #drawn = 0;

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
      this.#draw();
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
    const turn = ++this.#asked;
    const send = client(this.getAttribute("api") ?? "", (why) => this.token(why));
    const audit = this.auditToken && client(this.getAttribute("api") ?? "", (why) => this.auditToken(why));
    const [approvals, suspensions, actions, violations, reports] = await Promise.all([
      read(send, "/v1/agent/approvals", "approvals"),
      read(send, "/v1/agent/suspensions", "suspensions"),
      read(audit, "/v1/audit/actions?status=needs-human", "actions"),
      read(audit, "/v1/audit/violations", "violations"),
      read(audit, "/v1/audit/rotation-reports", "reports"),
    ]);
    // What was decided meanwhile does not come back with an answer that is late.
    if (turn > this.#drawn) {
      this.#drawn = turn;
      this.#data = { approvals, suspensions, actions, violations, reports };
      this.#draw();
    }
  }

  /** What is typed, and the focus, stay where they are as long as what they are about. */
  #draw() {
    const lang = language(this.getAttribute("lang"), "supervisor", () => this.#draw());
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
    const section = (name, answer, idOf, draw) => this.#sections.section(page, name, answer, { idOf, draw: (each) => draw(page, each) });
    const held = this.shadowRoot.activeElement;
    this.#root.lang = lang;
    const waiting = [
      section("approvals", approvals, ({ actionId }) => actionId, approval),
      section("suspensions", suspensions, ({ agentId }) => agentId, suspension),
      section("unsettled", actions, ({ actionId }) => actionId, unsettled),
      section("violations", violations, ({ violationId }) => violationId, violation),
    ].filter(Boolean);
    show(this.#quiet, h("p", {}, t("quiet")), h("p.muted", {}, t("quietHint")));
    const latest = section("reports", Array.isArray(reports) ? reports.slice(0, REPORTS) : reports, JSON.stringify, report);
    place(this.#stage, [...(waiting.length > 0 ? waiting : [this.#quiet]), latest].filter(Boolean));
    if (held && !held.isConnected) {
      this.#focusInstead(held, t);
    }
  }

  /** What had the focus was drawn anew, or waits no more. */
  #focusInstead(held, t) {
    const same = held.id === "" ? null : this.#root.querySelector(`#${CSS.escape(held.id)}`);
    if (same === null) {
      setText(this.#live, t("gone"));
    }
    (same ?? this.#stage.querySelector("h2") ?? this.#quiet).focus();
  }

  async #done(text) {
    await this.refresh();
    setText(this.#live, text);
    (this.#stage.querySelector("h2") ?? this.#quiet).focus();
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

customElements.define("support-supervisor", SupportSupervisor);
