// A customer's account data, with the bar. The local stack gives anyone a token.
import { tokens } from "/stack.js";
import { panel } from "/panel/panel.js";
import { language } from "/shared/texts.js";

const wanted = new URLSearchParams(location.search);
const customer = wanted.get("customer") ?? "1001";
const lang = language(wanted.get("lang"));
const claims = { ...JSON.parse(wanted.get("claims") ?? "{}"), locale: lang };

document.documentElement.lang = lang;
panel(document.querySelector("main"), { api: "", token: tokens("customer", customer, claims), lang, owner: customer });
