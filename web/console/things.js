/** What the customer has, as rows that offer what can be done about each. */
import { h } from "../shared/dom.js";
import { cycle, orderName, serviceName } from "./choices.js";
import { badge } from "./parts.js";
import { day, money } from "../shared/amounts.js";
import { said } from "../shared/texts.js";

/** A first registration can be recalled for so long; the service decides. */
const RECALLABLE = 120 * 3_600_000;

/**
 * @param page `{ t, lang, id, records, start }`: `start(action, parameters, isWhole)` begins an action
 * @returns sections `{ rows: [{ text, actions }], draw(rows) }`: a search looks at the text, and at words for the actions
 */
export function things(page, account) {
  const { t } = page;
  return [
    section(page, "domains", t("domains"), [...account.domains].sort(hostedFirst).map((each) => domain(page, each))),
    section(page, "orders", t("unpaid"), account.orders.filter(({ paid }) => !paid).map((each) => order(page, each))),
    section(page, "services", t("services"), account.services.filter(isAlive).map((each) => service(page, each, account.upgrades))),
    section(page, "packages", t("packages"), account.packages.map((each) => hosting(page, each))),
    section(page, "products", t("products"), account.products.map((each) => product(page, each))),
  ];
}

const hostedFirst = (one, other) => Number(other.zoneHosted === true) - Number(one.zoneHosted === true);
const isAlive = ({ status }) => status !== "cancelled" && status !== "terminated";

function section({ id }, name, title, rows) {
  return {
    rows,
    draw: (shown) =>
      shown.length > 0 &&
      h(
        "section.console-things",
        { "aria-labelledby": id(name), "data-things": name },
        h("h3", { id: id(name) }, title),
        h("ul.console-rows", {}, shown.map(({ element }) => element)),
      ),
  };
}

function row(title, facts, buttons, actions) {
  const shown = facts.filter(Boolean);
  const offered = [buttons].flat(Infinity).filter(Boolean);
  const text = [title, ...[...shown, ...offered].map((each) => (typeof each === "string" ? each : each.textContent))].join(" ");
  const element = h(
    "li.console-row",
    {},
    h("div.console-row-what", {}, h("span.console-row-title", {}, title), h("span.console-row-facts.small.muted", {}, shown.map((each) => h("span", {}, each)))),
    h("div.console-row-buttons", {}, offered),
  );
  return { text, element, actions: actions.filter(Boolean) };
}

function button(name, label, about, onclick, look = "") {
  return h(`button.button.button--small${look}`, { type: "button", "data-thing": name, "aria-label": `${label}: ${about}`, onclick }, label);
}

function domain({ t, lang, records, start }, { name, unicodeName, expires, locked, signed, zoneHosted, isAdministrator, submission, nameservers }) {
  const isNew = submission?.kind === "first-registration" && Date.now() - Date.parse(submission.at) < RECALLABLE;
  const servers = nameservers?.length > 0 ? { nameservers: nameservers.map(({ host, addresses }) => ({ host, addresses: addresses ?? [] })) } : {};
  return row(
    unicodeName,
    [
      expires && t("expires", { day: day(expires, lang) }),
      locked && badge("warn", t("locked.domain")),
      signed && badge("", "DNSSEC"),
      zoneHosted === false && t("zoneElsewhere"),
    ],
    [
      zoneHosted !== false && button(`records ${name}`, t("records"), unicodeName, () => records(name)),
      button(`nameservers ${name}`, t("nameservers"), unicodeName, () => start("change-nameservers", { domain: name, ...servers })),
      isAdministrator !== false &&
        button(`administrator ${name}`, t("administrator"), unicodeName, () => start("change-domain-administrator", { domain: name })),
      isNew &&
        /\.(gr|ελ)$/.test(unicodeName) &&
        button(`recall ${name}`, t("recall"), unicodeName, () => start("recall-gr-domain", { domain: name }, true), ".button--danger"),
    ],
    [zoneHosted !== false && "change-dns-records", "change-nameservers", isAdministrator !== false && "change-domain-administrator"],
  );
}

function service({ t, lang, start }, each, upgrades) {
  const { serviceId, billingCycle, renewals, nextDueDate } = each;
  const own = serviceName(each, lang);
  const usual = renewals.find((one) => one.billingCycle === billingCycle);
  return row(
    own,
    [t("paidUntil", { day: day(nextDueDate, lang) }), each.status !== "active" && badge("warn", t(`service.${each.status}`))],
    [
      usual &&
        button(`renew ${serviceId}`, t("renewFor", { cycle: cycle(billingCycle, lang), price: money(usual.price, lang) }), own, () =>
          start("renew-service", { serviceId, billingCycle }, true),
        ),
      renewals.length > (usual ? 1 : 0) && button(`periods ${serviceId}`, t("otherPeriod"), own, () => start("renew-service", { serviceId })),
      upgrades
        .filter((one) => one.serviceId === serviceId)
        .map(({ productId, product: to, price }) =>
          button(`upgrade ${serviceId} ${productId}`, t("upgradeTo", { product: said(to, lang) ?? productId, price: money(price, lang) }), own, () =>
            start("upgrade-service", { serviceId, productId }, true),
          ),
        ),
    ],
    [renewals.length > 0 && "renew-service", upgrades.some((one) => one.serviceId === serviceId) && "upgrade-service"],
  );
}

function order({ t, lang, start }, each) {
  return row(
    orderName(each, lang),
    [t(`purpose.${each.purpose}`), each.amount && money(each.amount, lang), each.dueDate && t("due", { day: day(each.dueDate, lang) })],
    button(`send ${each.orderId}`, t("sendDetails"), each.orderId, () => start("send-order-details", { orderId: each.orderId }, true)),
    ["send-order-details"],
  );
}

function hosting({ t, start }, { packageId, unicodeName, plan, php, mailboxCount }) {
  return row(
    unicodeName,
    [plan, `PHP ${php.version}`, php.settings.memory_limit && `memory_limit ${php.settings.memory_limit}`, t("mailboxes", { n: mailboxCount })],
    [
      button(`settings ${packageId}`, t("settings"), unicodeName, () => start("change-hosting-settings", { packageId })),
      button(`fix ${packageId}`, t("smallFix"), unicodeName, () => start("apply-micro-fix", { packageId })),
    ],
    ["change-hosting-settings", "apply-micro-fix"],
  );
}

function product({ t, lang, start }, { productId, name, prices }) {
  return row(
    said(name, lang),
    prices.map(({ billingCycle, price }) => `${cycle(billingCycle, lang)} ${money(price, lang)}`),
    button(`order ${productId}`, t("order"), said(name, lang), () => start("order-service", { productId })),
    ["order-service"],
  );
}
