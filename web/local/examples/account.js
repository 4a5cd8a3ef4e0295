// A customer's account data, with the bar. The local stack gives anyone a token.
import { spoken, tokens } from "/stack.js";
import { client } from "/shared/api.js";

const wanted = new URLSearchParams(location.search);
const customer = wanted.get("customer") ?? "1001";
const tag = wanted.get("lang");
const token = tokens("customer", customer, { ...JSON.parse(wanted.get("claims") ?? "{}"), locale: tag ?? "el" });
// What the first tab shows is on its way while the panel loads.
const call = client("", token);
const coming = call("GET", "/v1/panel/support-pin");
// The panel tells of a failure.
coming.catch(() => {});
const [{ panel }, lang] = await Promise.all([import("/panel/panel.js"), spoken(tag, "panel")]);
const main = document.querySelector("main");

document.documentElement.lang = lang;
panel(main, { api: "", call, token, coming, lang, owner: customer });
// A real panel would send the customer to sign in. Here a new token is as good.
main.addEventListener("support-pin-sign-in-needed", () => token({ refused: true }));
