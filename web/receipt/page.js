"use strict";

// Shows the form, and what a receipt says. Everything is inserted as text.
(() => {
  const { text, check } = supportPinReceipt;
  /** Of these, what succeeded was ordered, as in shared/actions.js: it is not paid, and nothing has changed yet. */
  const ORDERS = ["order-service", "renew-service", "upgrade-service"];
  const LOCALES = { el: "el-GR", en: "en-GB" };
  const result = document.getElementById("result");
  const receipt = document.getElementById("receipt");
  const keys = document.getElementById("keys");
  let lang = navigator.language.toLowerCase().startsWith("en") ? "en" : "el";
  let shown = () => [];

  const t = (key, values) => text(lang, key, values);

  function h(tag, ...children) {
    const [name, ...classes] = tag.split(".");
    const element = document.createElement(name);
    element.classList.add(...classes);
    element.append(...children.flat().map((child) => (child instanceof Node ? child : String(child))));
    return element;
  }

  function time(instant) {
    const format = { dateStyle: "medium", timeStyle: "long", hourCycle: "h23" };
    const at = new Date(instant);
    return Number.isNaN(at.getTime()) ? String(instant) : new Intl.DateTimeFormat(LOCALES[lang] ?? lang, format).format(at);
  }

  function facts(rows) {
    const list = h("dl.receipt-facts");
    rows.filter(([, value]) => value !== undefined).forEach(([name, value]) => list.append(h("dt", t(name)), h("dd", value)));
    return list;
  }

  function changes(action) {
    if (action.changes === null) {
      return [h("p.muted", t("unreadable"))];
    }
    if (!Array.isArray(action.changes) || action.changes.length === 0) {
      return [];
    }
    const isAhead = action.status !== "succeeded";
    const said = (change) => supportPinReceipt.inWords?.(lang, action.action, change, isAhead) ?? change;
    const cells = (change) => ["what", "before", "after"].map((name) => h("td", change[name] ?? t("none")));
    const row = (change) => h("tr", ...cells(said(change)));
    const heads = ["what", "before", "after"].map((name) => h("th", t(name)));
    return [h("table.table", h("thead", h("tr", heads)), h("tbody", action.changes.map(row)))];
  }

  function action(each) {
    const isOrdered = each.status === "succeeded" && ORDERS.includes(each.action);
    const status = each.needsHuman ? "action.unknown" : isOrdered ? "action.ordered" : `action.${each.status}`;
    const at = each.endedAt ?? each.requestedAt;
    return h("article.stack-s", h("h3", `${t(each.action)}: ${t(status)}`), h("p.muted.small", time(at)), changes(each));
  }

  function refused(list) {
    const line = (each) => h("li", `${time(each.at)}: ${t(each.action)}`);
    return list?.length > 0 ? [h("h2", t("refused")), h("ul", list.map(line))] : [];
  }

  function story({ payload, kid }) {
    const { call } = payload;
    const entry = ({ sequence, hash }) => h("span.mono", `${sequence}: ${hash}`);
    return [
      notice("good", t("genuine"), t("genuineMore", { time: time(payload.iat * 1000) })),
      h(
        "div.card.stack",
        h("h2", t("call")),
        facts([
          ["customer", payload.sub],
          ["agent", call.agent.id],
          ["reference", call.agent.callReference],
          ["began", time(call.verifiedAt)],
          ["over", t(`status.${call.status}`, { time: time(call.endedAt) })],
          ["pin", t(`pin.${call.pin}`)],
          ["wrongPins", call.wrongPins > 0 ? call.wrongPins : undefined],
          ["accountRead", t(call.accountRead ? "yes" : "no")],
        ]),
        h("h2", t("done")),
        call.actions.length > 0 ? call.actions.map(action) : h("p.muted", t("nothing")),
        refused(call.refused),
        h("h2", t("trace")),
        facts([
          ["issuer", payload.iss],
          ["callId", h("span.mono", call.callId)],
          ["first", entry(payload.first)],
          ["last", entry(payload.last)],
          ["key", h("span.mono", kid)],
        ]),
      ),
    ];
  }

  function notice(kind, title, more) {
    return h(`div.notice.notice--${kind}`, h("strong", title), more === undefined ? [] : h("p", more));
  }

  function translate() {
    document.documentElement.lang = lang;
    document.title = t("pageTitle");
    document.querySelectorAll("[data-text]").forEach((element) => (element.textContent = t(element.dataset.text)));
    document
      .querySelectorAll("[data-language]")
      .forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.language === lang)));
    result.replaceChildren(...shown());
  }

  async function judge() {
    try {
      const said = await check(receipt.value, keys.value);
      shown = () => story(said);
    } catch (error) {
      const code = error.code;
      if (supportPinReceipt.texts[`fault.${code}`] === undefined) {
        throw error;
      }
      shown = () => [notice("bad", t(`fault.${code}`))];
    }
    result.replaceChildren(...shown());
  }

  function listen(button) {
    button.addEventListener("click", () => {
      lang = button.dataset.language;
      translate();
    });
  }

  /** The reader's own language, if there is a script of it. */
  function offer(tag) {
    const own = tag.toLowerCase().split("-")[0];
    if (!/^[a-z]{2,8}$/.test(own) || own in LOCALES) {
      return;
    }
    bring(`texts/${own}.js`).then(() => {
      const first = document.querySelector("[data-language]");
      const button = first.cloneNode();
      button.dataset.language = button.lang = own;
      button.textContent = new Intl.DisplayNames([own], { type: "language" }).of(own);
      first.parentElement.append(button);
      listen(button);
      lang = own;
      translate();
    }, () => {});
  }

  /** From a file no module loads; where the page is served, no script that is added later does. */
  function bring(path) {
    if (location.protocol !== "file:") {
      return import(`./${path}`);
    }
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = path;
      script.addEventListener("load", resolve);
      script.addEventListener("error", reject);
      document.head.append(script);
    });
  }

  supportPinReceipt.redraw = translate;
  document.querySelectorAll("[data-language]").forEach(listen);
  document.querySelectorAll("[data-into]").forEach((input) =>
    input.addEventListener("change", async () => {
      document.getElementById(input.dataset.into).value = (await input.files[0]?.text()) ?? "";
      input.value = "";
    }),
  );
  document.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    judge();
  });
  // What is shown is about what was checked.
  [receipt, keys].forEach((field) =>
    field.addEventListener("input", () => {
      shown = () => [];
      result.replaceChildren();
    }),
  );
  translate();
  offer(navigator.language);
  // Values in the words of the customer's other pages. In a file they stay as they were signed.
  if (location.protocol !== "file:") {
    bring("words.js").catch(() => {});
  }
})();
