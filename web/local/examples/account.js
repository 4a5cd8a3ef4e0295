// A customer's account data, with the bar. The local stack gives anyone a token.
import { tokens } from "/stack.js";
import { panel } from "/panel/panel.js";
import { spoken } from "/shared/further.js";

const wanted = new URLSearchParams(location.search);
const customer = wanted.get("customer") ?? "1001";
const lang = await spoken(wanted.get("lang"), "panel");
const claims = { ...JSON.parse(wanted.get("claims") ?? "{}"), locale: lang };

const token = tokens("customer", customer, claims);
const main = document.querySelector("main");

document.documentElement.lang = lang;
panel(main, { api: "", token, lang, owner: customer });
// A real panel would send the customer to sign in. Here a new token is as good.
main.addEventListener("support-pin-sign-in-needed", () => token({ refused: true }));
