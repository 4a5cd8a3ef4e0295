// The supervisor's page on the local stack, where nobody needs a password.
import { tokens } from "/stack.js";
import { language } from "/shared/texts.js";
import "/supervisor/supervisor.js";

const asked = new URLSearchParams(location.search);
const agent = asked.get("agent") ?? "supervisor-1";
const desk = document.createElement("support-supervisor");
const switches = [...document.querySelectorAll("[data-language]")];

function speak(lang) {
  document.documentElement.lang = lang;
  document.title = lang === "el" ? "Support PIN – Υπεύθυνος βάρδιας" : "Support PIN – Supervisor";
  desk.lang = lang;
  switches.forEach((each) => each.setAttribute("aria-pressed", String(each.dataset.language === lang)));
}

document.querySelector("[data-agent]").textContent = agent;
desk.token = tokens("supervisor", agent);
desk.auditToken = tokens("auditor", agent);
switches.forEach((each) => each.addEventListener("click", () => speak(each.dataset.language)));
speak(language(asked.get("lang")));
document.querySelector(".desk-main").append(desk);
