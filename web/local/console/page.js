// The console's page on the local stack, where agents need no password.
import { tokens } from "/stack.js";
import { language } from "/shared/texts.js";
import "/console/console.js";

const asked = new URLSearchParams(location.search);
const agent = asked.get("agent") ?? "agent-7";
const desk = document.querySelector("support-agent-console");
const switches = [...document.querySelectorAll("[data-language]")];

function speak(lang) {
  document.documentElement.lang = lang;
  document.title = lang === "el" ? "Support PIN – Κονσόλα εκπροσώπου" : "Support PIN – Agent console";
  desk.lang = lang;
  switches.forEach((each) => each.setAttribute("aria-pressed", String(each.dataset.language === lang)));
}

document.querySelector("[data-agent]").textContent = agent;
desk.token = tokens("agent", agent);
switches.forEach((each) => each.addEventListener("click", () => speak(each.dataset.language)));
speak(language(asked.get("lang")));
