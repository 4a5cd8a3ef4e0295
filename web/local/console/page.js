// The console's page on the local stack, where agents need no password.
import { tokens } from "/stack.js";
import { countdown } from "/shared/clock.js";
import { language } from "/shared/texts.js";
import "/console/console.js";

const asked = new URLSearchParams(location.search);
const agent = asked.get("agent") ?? "agent-7";
const desk = document.querySelector("support-agent-console");
const switches = [...document.querySelectorAll("[data-language]")];

function speak(lang) {
  document.documentElement.lang = lang;
  desk.lang = lang;
  switches.forEach((each) => each.setAttribute("aria-pressed", String(each.dataset.language === lang)));
}

/** The tab says whose call it is, and for how long. */
desk.addEventListener("support-call", ({ detail: { customer, name, left } }) => {
  const page = desk.lang === "el" ? "Support PIN – Κονσόλα εκπροσώπου" : "Support PIN – Agent console";
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
switches.forEach((each) => each.addEventListener("click", () => speak(each.dataset.language)));
speak(language(asked.get("lang")));
