// The two stories of the front page: a call in a minute, and a scam that is stopped. Each step is done on the page itself.
import { codeOfSms, countSms, pinOf, until } from "./drive.js";

const NUMBER = "6912345678";
/** Maria's; of another customer, the first one. */
const DOMAIN = "papadopoulou.gr";
const THIEF = "93.184.216.34";

/** An address that the record does not have yet, so that each time something changes. */
const fresh = () => `195.251.255.${1 + (Math.floor(Date.now() / 1000) % 250)}`;

/**
 * @param ends `{ panel, bar, desk: End, element: {desk, bar}, token, customer }`
 * @returns steps by story, each `{ key, act }`
 */
export function stories(ends) {
  return {
    minute: [
      { key: "activate", act: () => activate(ends) },
      { key: "call", act: () => call(ends, "call-minute") },
      { key: "ask", act: () => askForRecord(ends) },
      { key: "confirm", act: () => confirm(ends, "succeeded") },
    ],
    scam: [
      { key: "stolen", act: async () => (await activate(ends), await call(ends, "call-scam")) },
      { key: "wants", act: () => askForTheDomain(ends) },
      { key: "seen", act: () => seeAndStop(ends) },
      { key: "nothing", act: () => hangUp(ends) },
    ],
  };
}

/** Registers the mobile with the code from its SMS, if there is none yet, and switches the service on. */
async function activate({ panel, bar, element, token }) {
  await panel.press("#panel-mobile");
  const { status, mobile, pendingMobile } = await pinOf(token);
  if (status !== "active") {
    if (mobile !== "confirmed") {
      const before = pendingMobile === undefined ? await countSms() : -1;
      if (pendingMobile === undefined) {
        await panel.type("#mobile-number", NUMBER);
        await panel.send("#mobile-number");
      }
      await panel.find("#mobile-code");
      await panel.type("#mobile-code", await codeOfSms(before));
      await panel.send("#mobile-code");
      await until(async () => (await pinOf(token)).mobile !== "missing", "mobile");
    }
    if ((await pinOf(token)).status !== "active") {
      await panel.press("[data-action=activate]");
    }
  }
  element.bar.refresh();
  await until(() => element.bar.dataset.status === "active", "active");
  await bar.find(".pin");
}

/** Whoever is on the phone says the PIN; the sixth digit verifies. A call before is over. */
async function call(ends, reference) {
  const { desk, element, token, customer } = ends;
  await newCall(ends);
  await desk.type("[id$=-customerId]", customer);
  await desk.type("[id$=-callReference]", reference);
  await desk.type("[id$=-pin]", (await pinOf(token)).pin);
  await until(() => element.desk.dataset.screen === "actions" && desk.now("[data-account]"), "verified");
  element.bar.refresh();
}

async function newCall({ desk, element }) {
  while (element.desk.dataset.screen !== "verify") {
    if (element.desk.dataset.screen === "over") {
      await desk.press("[data-focus]");
    } else {
      // Twice, if something is filled in that was not sent.
      const screen = element.desk.dataset.screen;
      await desk.press("[data-end]");
      await until(() => element.desk.dataset.screen !== screen || desk.now("[data-sure]"), "end");
    }
  }
}

async function openRecords({ desk }) {
  const known = `[data-thing='records ${DOMAIN}']`;
  await desk.press(desk.now(known) === null ? "[data-thing^='records ']" : known);
  await desk.find("[data-record]");
}

async function askForRecord(ends) {
  const { desk } = ends;
  await openRecords(ends);
  await desk.press("[data-add]");
  await desk.type("[id$=-record-new-0-name]", "shop");
  await desk.type("[id$=-record-new-0-values]", fresh());
  await desk.send("[id$=-record-new-0-values]");
  await desk.find("[data-confirm]");
}

async function confirm({ desk, element }, status) {
  await desk.press("[data-confirm]");
  await desk.find(`[data-status=${status}]`);
  element.bar.refresh();
}

/** The website's own address, to another server: of high risk, so that the customer is asked. */
async function askForTheDomain(ends) {
  const { desk } = ends;
  await openRecords(ends);
  await desk.press("[data-record='@ A'] [data-edit]");
  await desk.type("[id$=-A-values]", THIEF);
  await desk.send("[id$=-A-values]");
  await confirm(ends, "waiting");
}

async function seeAndStop({ bar, desk, element }) {
  element.bar.refresh();
  await bar.press(".waits .stop");
  await until(() => bar.now(".waits") === null, "stopped");
  await desk.find("[data-status=stopped]");
}

/** The customer ends the call, too: whoever is on the phone is verified no more. */
async function hangUp({ bar, element }) {
  element.bar.refresh();
  await bar.press(".call .does .quiet");
  await until(() => bar.now(".call") === null, "over");
}
