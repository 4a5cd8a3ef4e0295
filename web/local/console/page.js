// The console's page on the local stack, where agents need no password.
import { languageSwitch } from "/languages.js";
import { spoken, tokens } from "/stack.js";
import { countdown } from "/shared/clock.js";
import { said } from "/shared/texts.js";
import "/console/console.js";

const asked = new URLSearchParams(location.search);
const agent = asked.get("agent") ?? "agent-7";
const desk = document.querySelector("support-agent-console");
const press = languageSwitch(speak);

async function speak(tag) {
  const lang = await spoken(tag, "console");
  document.documentElement.lang = lang;
  desk.lang = lang;
  press(lang);
}

/** The tab says whose call it is, and for how long. */
desk.addEventListener("support-call", ({ detail: { customer, name, left } }) => {
  const page = said({ el: "Support PIN – Κονσόλα εκπροσώπου", en: "Support PIN – Agent console" }, desk.lang);
  const title = left === null ? page : `${countdown(left)} · ${name ?? customer} – Support PIN`;
  if (document.title !== title) {
    document.title = title;
  }
});

for (const name of ["customer", "call"].filter((each) => asked.has(each))) {
  desk.setAttribute(name, asked.get(name));
}
document.querySelector("[data-agent]").textContent = agent;
desk.token = tokens("agent", agent);
speak(asked.get("lang"));
